"""Pictures of places and days: a maker's samples, a training, a bazaar."""

import math

from PIL import Image, ImageDraw

from .cloths import HEIGHT, WIDTH
from .dyes import DARK_WALLS, WALLS, WOODS, darker, lighter, mix, rgb
from .forms import ball, draped, outline
from .light import (
    DARK,
    SIZE,
    blurred,
    field,
    lit,
    planks,
    radial,
    set_down,
    shaded,
    wall,
)

WIDE = (1200, 800)


# x, y, width and height of each swatch on the wall
LAYOUTS = (
    (
        (60, 70, 300, 380), (400, 40, 250, 300), (690, 90, 160, 220),
        (110, 490, 230, 270), (380, 390, 260, 350), (675, 360, 165, 320),
    ),
    (
        (70, 60, 440, 560), (560, 70, 250, 250), (590, 370, 210, 150),
        (90, 660, 180, 130), (310, 670, 200, 120), (560, 560, 250, 240),
    ),
    (
        (50, 60, 235, 700), (325, 90, 235, 660), (610, 70, 110, 150),
        (740, 70, 110, 150), (600, 260, 245, 260), (600, 560, 245, 220),
    ),
)  # fmt: skip


def samples(seed, make, tone, colour):
    """What a maker pins above the workbench, and the bench below."""
    canvas = wall(seed, seed.choice((*WALLS, DARK_WALLS[1])))
    texture = make(SIZE)
    for number, (x, y, wide, tall) in enumerate(seed.choice(LAYOUTS)):
        left = seed.randrange(WIDTH - wide)
        top = seed.randrange(HEIGHT - tall)
        piece = texture.crop((left, top, left + wide, top + tall))
        if number in (2, 3):
            plain = mix(tone, (IVORY, "#b5633f")[number % 2], 0.55)
            piece = Image.blend(piece, Image.new("RGB", piece.size, plain), 0.82)
        light = field(piece.size, lambda u, v: 150 - 34 * u - 20 * v, cells=(6, 6))
        pinned(canvas, seed, lit(piece, light, soft=False), (x, y))
    bench(canvas, seed, tone)
    return canvas


IVORY = "#f4e8d0"


def pinned(canvas, seed, piece, place):
    """A swatch, a little askew, under a brass pin."""
    turn = seed.uniform(-4, 4)
    mask = Image.new("L", piece.size, 255)
    how = {"resample": Image.Resampling.BICUBIC, "expand": True}
    piece, mask = piece.rotate(turn, **how), mask.rotate(turn, **how)
    set_down(canvas, piece, mask, place, offset=(10, 14), radius=12, strength=0.5)
    picture, round_mask = ball(11, "#c9973a")
    x, y = place[0] + piece.width // 2 - 11, place[1] + 14
    shade = blurred(round_mask, 4).point([level // 2 for level in range(256)])
    canvas.paste(DARK, (x + 5, y + 8), shade)
    canvas.paste(picture, (x, y), round_mask)


def bench(canvas, seed, tone):
    top = 850
    wood = seed.choice(WOODS)
    boards = planks(rgb(wood), SIZE, board=125).crop((0, 0, WIDTH, HEIGHT - top))
    light = field(boards.size, lambda u, v: 200 + 50 * v - 60 * u, cells=(8, 8))
    canvas.paste(DARK, (0, top - 12, WIDTH, top), None)
    canvas.paste(shaded(boards, light), (0, top))
    tones = [tone, mix(tone, IVORY, 0.6), "#c9973a", darker(tone, 0.3), "#9c2f2a"]
    x = 70
    while x < WIDTH - 60:
        radius = seed.randint(38, 62)
        reel(
            canvas,
            seed,
            x + radius,
            seed.randint(950, 1010),
            radius,
            seed.choice(tones),
        )
        x += radius * 2 + seed.randint(10, 40)


def reel(canvas, seed, x, y, radius, tone):
    """A ball of thread."""
    k = 2
    side = radius * 2
    large = Image.new("RGB", (side * k, side * k), rgb(darker(tone, 0.25)))
    pen = ImageDraw.Draw(large)
    for _ in range(46):
        turn = seed.uniform(0, math.pi)
        bow = seed.uniform(-0.9, 0.9) * radius * k
        change = seed.uniform(-0.2, 0.3)
        colour = lighter(tone, change) if change > 0 else darker(tone, -change)
        points = []
        for step in range(9):
            share = step / 4 - 1
            along, across = share * radius * k, bow * (1 - share * share)
            points.append(
                (
                    radius * k + along * math.cos(turn) - across * math.sin(turn),
                    radius * k + along * math.sin(turn) + across * math.cos(turn),
                )
            )
        pen.line(points, fill=rgb(colour), width=3 * k, joint="curve")
    piece = lit(
        large.reduce(k),
        radial((side, side), (0.36, 0.32), inner=172, outer=66, reach=0.75),
        soft=False,
    )
    round_mask = ball(radius, (0, 0, 0))[1]
    set_down(
        canvas, piece, round_mask, (x - radius, y - radius), offset=(8, 12), radius=9
    )


def banner(seed, make, tone, colour):
    """The craft of a training in wide folds, with threads in front."""
    cloth, _ = draped(make(WIDE), seed, count=5, depth=1.0, sway=18)
    canvas = shaded(cloth, radial(WIDE, (0.35, 0.2), inner=255, outer=120, reach=1.0))
    tones = [tone, mix(tone, IVORY, 0.65), "#c9973a", "#9c2f2a", darker(tone, 0.3)]
    x = seed.randint(560, 680)
    while x < WIDE[0] - 80:
        radius = seed.randint(52, 92)
        reel(
            canvas,
            seed,
            x,
            WIDE[1] - radius - seed.randint(20, 70),
            radius,
            seed.choice(tones),
        )
        x += radius * 2 + seed.randint(-16, 24)
    return canvas


def pennants(seed, make, tone, colour):
    """Strings of cloth flags over a bazaar."""
    canvas = wall(seed, seed.choice((*WALLS, *DARK_WALLS)), WIDE)
    texture = make(WIDE)
    others = [tone, "#c9973a", "#9c2f2a", IVORY, "#26356b", "#3f6b4a"]
    for row in range(3):
        start, dip = 60 + row * 250, seed.randint(70, 130)
        rope = [
            (x, start + dip * math.sin(math.pi * x / WIDE[0]))
            for x in range(0, 1210, 10)
        ]
        pen = ImageDraw.Draw(canvas)
        pen.line(rope, fill=rgb("#4a3a2e"), width=5)
        for number in range(8):
            x = 40 + number * 145 + row * 22
            y = round(start + dip * math.sin(math.pi * (x + 60) / WIDE[0]))
            size = (124, 176)
            if (number + row) % 3 == 0:
                flat = Image.new(
                    "RGB", size, rgb(others[(number + row * 2) % len(others)])
                )
                piece = lit(flat, Image.new("L", size, 132))
            else:
                left, top = seed.randrange(1000), seed.randrange(560)
                piece = texture.crop((left, top, left + size[0], top + size[1]))
            light = field(
                size, lambda u, v: 150 - 50 * u + 12 * math.sin(9 * u), cells=(10, 4)
            )
            shape = [(0, 0), (size[0], 0), (size[0] / 2, size[1])]
            mask = outline(size, shape)
            set_down(
                canvas,
                lit(piece, light, soft=False),
                mask,
                (x, y),
                offset=(14, 22),
                radius=12,
            )
    return canvas
