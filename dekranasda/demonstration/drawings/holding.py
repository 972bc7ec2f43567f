"""What several things share: where they stand, their handles, their beads."""

import math

from PIL import Image, ImageDraw, ImageFilter

from .cloths import WIDTH
from .dyes import DARK_WALLS, WALLS, WOODS, darker, lighter, rgb
from .forms import ball
from .light import (
    SIZE,
    cast_shadow,
    field,
    paint,
    room,
)

HALF = [level // 2 for level in range(256)]


def standing(seed, tone, *, horizon=0.74):
    walls = DARK_WALLS if seed.random() < 0.25 else WALLS
    return room(seed, seed.choice(walls), seed.choice(WOODS), horizon=horizon)


def handle(canvas, points, colour, thick=20):
    """A strap or cane along points, round in the light."""
    large = Image.new("L", SIZE, 0)
    ImageDraw.Draw(large).line(points, fill=255, width=thick, joint="curve")
    cast_shadow(canvas, large, offset=(12, 16), radius=10, strength=0.45)
    for width, tone in (
        (thick, darker(colour, 0.35)),
        (thick * 0.72, colour),
        (thick * 0.26, lighter(colour, 0.35)),
    ):
        line = Image.new("L", SIZE, 0)
        ImageDraw.Draw(line).line(
            [
                (x - (thick - width) * 0.15, y - (thick - width) * 0.15)
                for x, y in points
            ],
            fill=255,
            width=max(2, round(width)),
            joint="curve",
        )
        paint(canvas, tone, line.filter(ImageFilter.BoxBlur(0.8)))


def arch(x, y, wide, tall, *, points=40):
    return [
        (
            x + math.cos(math.pi + math.pi * s / points) * wide,
            y + math.sin(math.pi + math.pi * s / points) * tall,
        )
        for s in range(points + 1)
    ]


def body_light(left, right):
    """Light on something that swells towards the viewer."""

    def level(x, y):
        share = (x * WIDTH - left) / (right - left) * 2 - 1
        return 150 - 62 * abs(share + 0.25) ** 1.7 - 26 * y

    return field(SIZE, level, cells=(40, 12))


def string_of(seed, canvas, points, tones, sizes):
    """Beads along a line, largest in the middle."""
    count = len(points)
    for number, (x, y) in enumerate(points):
        middle = 1 - abs(number / (count - 1) * 2 - 1)
        radius = round(sizes[0] + (sizes[1] - sizes[0]) * middle)
        picture, mask = ball(radius, rgb(tones[number % len(tones)]))
        shade = Image.new("L", (radius * 4, radius * 4), 0)
        shade.paste(mask, (radius, radius))
        shade = shade.filter(ImageFilter.BoxBlur(radius * 0.35)).point(HALF)
        canvas.paste(
            rgb("#1a100a"),
            (round(x - radius * 2 + 6), round(y - radius * 2 + 9)),
            shade,
        )
        canvas.paste(picture, (round(x - radius), round(y - radius)), mask)
