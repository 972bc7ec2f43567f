"""Beads, shells and silver wire."""

import math

from PIL import Image, ImageDraw, ImageFilter

from .cloths import HEIGHT, WIDTH, surface
from .dyes import WALLS, darker, lighter, mix, rgb
from .forms import disc
from .holding import HALF, string_of
from .light import (
    DARK,
    SIZE,
    blurred,
    cast_shadow,
    field,
    linen,
    lit,
    paint,
    radial,
    shaded,
    wall,
)
from .tiles import oval


def necklace(seed, tones, *, pendant=None):
    canvas = linen(seed, seed.choice((*WALLS, "#3b3550", "#2f3f4a", "#4a3a33")))
    canvas = shaded(canvas, radial(SIZE, (0.4, 0.35), inner=255, outer=150, reach=0.9))
    for keep, sizes in ((1.0, (12, 30)), (0.74, (9, 20))):
        points, step = [], 0.0
        while step < 1:
            angle = math.pi * (-0.12 + 1.24 * step)
            points.append(
                (
                    WIDTH / 2 - math.cos(angle) * 300 * keep,
                    250 + math.sin(angle) * 520 * keep,
                )
            )
            step += (
                (sizes[0] + (sizes[1] - sizes[0]) * (1 - abs(step * 2 - 1)))
                * 2.02
                / (1230 * keep)
            )
        string_of(seed, canvas, points, tones, sizes)
    if pendant:
        pendant(canvas, WIDTH / 2, 850, 96)
    return canvas


def bracelets(seed, tones):
    canvas = surface(seed, tones[0])
    for number, (x, y, reach) in enumerate(
        ((330, 400, 205), (560, 640, 215), (300, 800, 170))
    ):
        radius = 22 - number * 3
        count = round(math.tau * reach / (radius * 2.02))
        points = [
            (
                x + math.cos(math.tau * s / count) * reach,
                y + math.sin(math.tau * s / count) * reach * 0.86,
            )
            for s in range(count)
        ]
        order = tones[number:] + tones[:number]
        string_of(seed, canvas, points, order, (radius, radius))
    return canvas


def shell(canvas, x, y, reach, tone, turn=math.pi / 2):
    """One scallop, ribbed."""
    k = 2
    side = round(reach * 2.6)
    picture = Image.new("RGB", (side * k, side * k), rgb(tone))
    mask = Image.new("L", picture.size, 0)
    pen, cut = ImageDraw.Draw(picture), ImageDraw.Draw(mask)
    base_x, base_y = (
        side * k / 2 - math.cos(turn) * reach * k * 0.8,
        side * k / 2 - math.sin(turn) * reach * k * 0.8,
    )
    fan = [(base_x, base_y)]
    for step in range(49):
        angle = turn - 0.95 + 1.9 * step / 48
        far = reach * k * 1.75 * (1 + 0.035 * abs(math.sin(step * math.pi / 4)))
        fan.append((base_x + math.cos(angle) * far, base_y + math.sin(angle) * far))
    cut.polygon(fan, fill=255)
    for share in range(10, 0, -1):
        ring = [
            (base_x + (px - base_x) * share / 10, base_y + (py - base_y) * share / 10)
            for px, py in fan
        ]
        shade = (
            lighter(tone, 0.3)
            if share % 3 == 1
            else mix(tone, lighter(tone, 0.5), share / 14)
        )
        pen.polygon(ring, fill=rgb(shade))
    for step in range(0, 49, 4):
        end = fan[step + 1]
        pen.line((base_x, base_y, *end), fill=rgb(darker(tone, 0.28)), width=4)
        pen.line(
            (base_x + 5, base_y, end[0] + 7, end[1]),
            fill=rgb(lighter(tone, 0.6)),
            width=4,
        )
    picture, mask = picture.reduce(k), mask.reduce(k)
    place = (round(x - side / 2), round(y - side / 2))
    canvas.paste(DARK, (place[0] + 6, place[1] + 9), blurred(mask, 5).point(HALF))
    canvas.paste(picture, place, mask)


def shell_wreath(seed, tones):
    """A mirror framed with shells."""
    canvas = wall(seed, seed.choice((*WALLS, "#2f4f57", "#37403f")))
    x, y = WIDTH / 2, HEIGHT / 2
    ring = disc(SIZE, (x - 260, y - 260, x + 260, y + 260))
    cast_shadow(canvas, ring, offset=(24, 30), radius=30, strength=0.6)
    paint(canvas, "#b9a284", disc(SIZE, (x - 330, y - 330, x + 330, y + 330)))
    for reach, count, size in ((300, 17, 56), (245, 22, 36)):
        for number in range(count):
            angle = math.tau * number / count + reach
            tone = mix(seed.choice(tones), "#ffffff", seed.uniform(0, 0.25))
            shell(
                canvas,
                x + math.cos(angle) * reach,
                y + math.sin(angle) * reach,
                size,
                tone,
                angle,
            )
    glass = disc(SIZE, (x - 190, y - 190, x + 190, y + 190))
    sky = lit(
        Image.new("RGB", SIZE, rgb("#c3cfd2")),
        field(
            SIZE,
            lambda u, v: 190 - 110 * v + 40 * math.sin(8 * (u - v)),
            cells=(20, 20),
        ),
    )
    canvas.paste(sky, mask=glass)
    points = [
        (x + math.cos(math.tau * s / 62) * 202, y + math.sin(math.tau * s / 62) * 202)
        for s in range(62)
    ]
    string_of(seed, canvas, points, ["#efe6da", "#d9c9b4"], (10, 10))
    return canvas


def shells_on_sand(seed, tones):
    """Earrings and pendants of shell."""
    canvas = linen(seed, seed.choice(("#37403f", "#2f3f4a", "#c7b198", "#3b3550")))
    for side in (-1, 1):
        x = WIDTH / 2 + side * 190
        pen = ImageDraw.Draw(canvas)
        pen.arc((x - 26, 190, x + 26, 260), 150, 20, fill=rgb("#d8ac4c"), width=7)
        string_of(seed, canvas, [(x, 278), (x, 322)], [tones[0], "#d8ac4c"], (17, 17))
        shell(canvas, x, 455, 92, tones[1 % len(tones)], math.pi / 2)
        for number in (-1, 0, 1):
            drop = [
                (x + number * 62, 590 + s * 34 - abs(number) * 22)
                for s in range(3 + (number == 0) * 2)
            ]
            string_of(seed, canvas, drop, [tones[2 % len(tones)], "#efe6da"], (13, 13))
        shell(canvas, x, 800, 50, tones[0], math.pi / 2)
    return canvas


def filigree(seed, metal, *, stone=None):
    """Brooch and earrings of twisted silver wire."""
    canvas = linen(seed, seed.choice(("#2a2440", "#1d2b33", "#3a1d22", "#26211f")))
    for x, y, reach, count in (
        (WIDTH / 2, 470, 250, 8),
        (270, 880, 105, 6),
        (WIDTH - 270, 880, 105, 6),
    ):
        wire_flower(canvas, seed, x, y, reach, count, metal)
        string_of(
            seed,
            canvas,
            [(x, y), (x, y)],
            [stone or metal],
            (reach * 0.15, reach * 0.15),
        )
        points = [
            (
                x + math.cos(math.tau * s / (count * 4)) * reach * 0.24,
                y + math.sin(math.tau * s / (count * 4)) * reach * 0.24,
            )
            for s in range(count * 4)
        ]
        string_of(
            seed, canvas, points, [lighter(metal, 0.2)], (reach * 0.022, reach * 0.022)
        )
    return canvas


def wire_flower(canvas, seed, x, y, reach, count, metal):
    layer = Image.new("L", (SIZE[0] * 2, SIZE[1] * 2), 0)
    pen = ImageDraw.Draw(layer)
    for number in range(count):
        turn = math.tau * number / count
        for keep in (1, 0.82, 0.62, 0.4):
            cx, cy = (
                x + math.cos(turn) * reach * 0.62,
                y + math.sin(turn) * reach * 0.62,
            )
            shape = oval(
                cx,
                cy,
                reach * 0.4 * keep,
                reach * 0.23 * keep,
                turn,
                sharp=1.15,
                points=40,
            )
            pen.line(
                [(a * 2, b * 2) for a, b in [*shape, shape[0]]],
                fill=255,
                width=max(5, round(reach / 22)),
            )
        for side in (-1, 1):
            cx, cy = (
                x + math.cos(turn + 0.39) * reach * 0.92,
                y + math.sin(turn + 0.39) * reach * 0.92,
            )
            curl_ = [
                (
                    cx + math.cos(s / 5 * side + turn) * reach * 0.13 * (1 - s / 40),
                    cy + math.sin(s / 5 * side + turn) * reach * 0.13 * (1 - s / 40),
                )
                for s in range(36)
            ]
            pen.line(
                [(a * 2, b * 2) for a, b in curl_],
                fill=255,
                width=max(4, round(reach / 30)),
            )
    mask = layer.reduce(2)
    cast_shadow(canvas, mask, offset=(7, 10), radius=6, strength=0.7)
    paint(canvas, darker(metal, 0.3), mask)
    shine = mask.filter(ImageFilter.MinFilter(3))
    canvas.paste(rgb(lighter(metal, 0.55)), (-1, -1), shine)
