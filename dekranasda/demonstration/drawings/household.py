"""Mirrors, boxes, panels, dolls, sandals, hats and packed food."""

import math

from PIL import Image, ImageDraw, ImageFilter

from .cloths import HEIGHT, WIDTH, smooth
from .dyes import DARK_WALLS, IVORY, WALLS, WOODS, darker, lighter, rgb
from .forms import disc, outline, puffed, rounded, turned
from .holding import handle, standing, string_of
from .light import (
    SIZE,
    cast_shadow,
    field,
    grain,
    lit,
    paint,
    put,
    set_down,
    shaded,
    table,
    wall,
)
from .solids import leather, wood
from .tiles import oval


def mirror(seed, make, tone):
    """A mirror in a worked frame."""
    canvas = wall(seed, seed.choice((*WALLS, *DARK_WALLS[:2])))
    outer, inner = (
        (110, 130, WIDTH - 110, HEIGHT - 130),
        (250, 290, WIDTH - 250, HEIGHT - 290),
    )
    is_round = seed.random() < 0.5
    cut = (
        (lambda box: disc(SIZE, box))
        if is_round
        else (lambda box: rounded(SIZE, box, 40))
    )
    light = field(SIZE, lambda x, y: 160 - 34 * x - 34 * y, cells=(6, 6))
    put(
        canvas,
        lit(make(SIZE), light),
        cut(outer),
        offset=(26, 32),
        radius=26,
        strength=0.6,
    )
    hole = cut(inner)
    cast_shadow(canvas, hole, offset=(0, 0), radius=10, strength=0.6)
    glass = (
        Image.linear_gradient("L")
        .rotate(25, resample=Image.Resampling.BILINEAR, expand=False)
        .resize(SIZE)
    )
    sky = Image.composite(
        Image.new("RGB", SIZE, rgb("#e9eef0")),
        Image.new("RGB", SIZE, rgb("#93a3a8")),
        glass,
    )
    pen = ImageDraw.Draw(sky)
    for x in (420, 520):
        pen.polygon(
            [(x, 0), (x + 50, 0), (x - 350, HEIGHT), (x - 400, HEIGHT)],
            fill=rgb("#f4f7f7"),
        )
    canvas.paste(sky.filter(ImageFilter.GaussianBlur(5)), mask=hole)
    return canvas


def chest(seed, make, tone):
    """A box with a lid, seen from a corner."""
    canvas = standing(seed, tone, horizon=0.66)
    texture = make((700, 700))
    front = [(120, 560), (560, 620), (560, 940), (120, 860)]
    side = [(560, 620), (780, 530), (780, 830), (560, 940)]
    top = [(120, 560), (350, 480), (780, 530), (560, 620)]
    ground = outline(SIZE, [(120, 860), (560, 945), (850, 850), (780, 800)])
    cast_shadow(canvas, ground, offset=(16, 14), radius=18, strength=0.7)
    for quad, level in ((front, 150), (side, 92), (top, 178)):
        piece = slanted(texture, quad)
        canvas.paste(
            lit(piece, Image.new("L", SIZE, level), soft=False),
            mask=outline(SIZE, quad),
        )
    pen = ImageDraw.Draw(canvas)
    for one, other in ((front[0], front[1]), (side[0], side[1])):
        pen.line(
            [(one[0], one[1] + 66), (other[0], other[1] + 66)],
            fill=rgb(darker(tone, 0.6)),
            width=5,
        )
    for one, other in ((front[0], front[1]), (front[1], front[2]), (side[0], side[1])):
        pen.line([one, other], fill=rgb(lighter(tone, 0.35)), width=3)
    return canvas


def slanted(texture, quad):
    """The texture seen at a slant, in the four corners given."""
    width, height = texture.size
    flat = [(0, 0), (width, 0), (width, height), (0, height)]
    rows = []
    for (x, y), (u, v) in zip(quad, flat, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return texture.transform(
        SIZE, Image.Transform.PERSPECTIVE, solved(rows), Image.Resampling.BILINEAR
    )


def solved(rows):
    """The unknowns of eight equations (Gauss)."""
    count = len(rows)
    for column in range(count):
        pivot = max(range(column, count), key=lambda row, c=column: abs(rows[row][c]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(count):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                rows[row] = [
                    a - factor * b for a, b in zip(rows[row], rows[column], strict=True)
                ]
    return [rows[number][-1] / rows[number][number] for number in range(count)]


def board(seed, make, tone):
    """A carved panel on the wall."""
    canvas = wall(seed, seed.choice(WALLS))
    box = (120, 150, WIDTH - 120, HEIGHT - 150)
    put(
        canvas,
        make(SIZE),
        rounded(SIZE, box, 12),
        offset=(24, 30),
        radius=26,
        strength=0.6,
    )
    pen = ImageDraw.Draw(canvas)
    for inset, change in ((0, 0.3), (26, -0.4), (32, 0.2)):
        tone_ = lighter(tone, change) if change > 0 else darker(tone, -change)
        pen.rounded_rectangle(
            [box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset],
            10,
            outline=rgb(tone_),
            width=6,
        )
    return canvas


def doll(seed, make, tone, second):
    """A crocheted bear."""
    canvas = standing(seed, tone, horizon=0.78)
    texture = make(SIZE)
    ground = disc(SIZE, (220, 900, 720, 1010))
    cast_shadow(canvas, ground, offset=(16, 8), radius=20, strength=0.7)
    parts = [
        (250, 300, 90), (WIDTH - 250, 300, 90), (225, 690, 88), (WIDTH - 225, 690, 88),
        (WIDTH / 2, 760, 230), (290, 930, 104), (WIDTH - 290, 930, 104), (WIDTH / 2, 430, 215),
    ]  # fmt: skip
    for x, y, reach in parts:
        box = (x - reach, y - reach, x + reach, y + reach * 0.94)
        part = puffed(texture, box, roundness=2.05)
        set_down(canvas, *part, offset=(8, 12), radius=12)
    scarf = lit(Image.new("RGB", SIZE, rgb(second)), texture.convert("L"))
    muzzle = puffed(scarf, (350, 440, 530, 570), roundness=2.05)
    set_down(canvas, *muzzle, offset=(2, 4), radius=6, strength=0.3)
    string_of(seed, canvas, [(365, 400), (515, 400), (440, 480)], ["#1d1715"], (18, 20))
    put(
        canvas,
        scarf,
        rounded(SIZE, (270, 590, WIDTH - 270, 650), 30),
        offset=(4, 8),
        radius=8,
    )
    put(canvas, scarf, rounded(SIZE, (500, 610, 570, 800), 20), offset=(4, 8), radius=8)
    return canvas


def sandals(seed, make, tone):
    """A pair of sandals from above."""
    canvas = table(seed, seed.choice(WOODS))
    sole = seed.choice(("#c79f5c", "#8f6238", "#3d2417"))
    for x, side in ((270, -1), (610, 1)):
        shape = smooth(
            [
                (x - 110 - side * 6, 330),
                (x - 40 * side, 220),
                (x + 95 + side * 10, 300),
                (x + 105, 520),
                (x + 70, 700),
                (x + 86, 900),
                (x, 960),
                (x - 86, 900),
                (x - 76, 700),
                (x - 116, 520),
            ],
            rounds=3,
        )
        put(
            canvas,
            leather(SIZE, sole),
            outline(SIZE, shape),
            offset=(18, 24),
            radius=16,
            strength=0.6,
        )
        strap = smooth(
            [
                (x - 130, 430),
                (x - 20, 360),
                (x + 125, 420),
                (x + 130, 590),
                (x, 540),
                (x - 132, 600),
            ],
            rounds=2,
        )
        light = field(
            SIZE,
            lambda u, v, x=x: 170 - 90 * abs(u * WIDTH - x + 40) / 150,
            cells=(60, 6),
        )
        put(
            canvas,
            lit(make(SIZE), light, soft=False),
            outline(SIZE, strap),
            offset=(10, 18),
            radius=12,
            strength=0.6,
        )
    return canvas


def pouch(seed, tone, accent, motif):
    """Packed food with a label of patterned paper."""
    canvas = standing(seed, tone, horizon=0.72)
    for x, y, wide, tall in ((560, 880, 300, 560), (340, 960, 340, 640)):
        shape = smooth(
            [
                (x - wide / 2, y - tall),
                (x + wide / 2, y - tall),
                (x + wide / 2 + 14, y),
                (x - wide / 2 - 14, y),
            ],
            cut_off=0.06,
        )
        mask = outline(SIZE, shape)
        paper = lit(
            Image.new("RGB", SIZE, rgb("#b98a56" if x > 400 else "#2b211b")),
            grain(SIZE, cell=3, contrast=30),
        )
        light = field(
            SIZE,
            lambda u, v, x=x, w=wide: (
                160 - 100 * abs((u * WIDTH - x + w * 0.2) / w) ** 1.4
            ),
            cells=(60, 6),
        )
        put(
            canvas,
            lit(paper, light, soft=False),
            mask,
            offset=(24, 16),
            radius=22,
            strength=0.6,
        )
        label = rounded(
            SIZE,
            (x - wide / 2 + 24, y - tall * 0.66, x + wide / 2 - 24, y - tall * 0.2),
            12,
        )
        canvas.paste(lit(motif(SIZE), light), mask=label)
        seal = disc(SIZE, (x - 70, y - tall * 0.52, x + 70, y - tall * 0.52 + 140))
        paint(canvas, IVORY, seal)
        pen = ImageDraw.Draw(canvas)
        for number in range(5):
            turn = -math.pi / 2 + (number - 2) * 0.5
            cx, cy = x + math.cos(turn) * 30, y - tall * 0.52 + 80 + math.sin(turn) * 30
            pen.polygon(oval(cx, cy, 28, 10, turn, sharp=1.3), fill=rgb(accent))
    return canvas


def hat(seed, make, tone):
    """A peci on a wooden stand."""
    canvas = standing(seed, tone, horizon=0.78)
    stem, mask = turned(
        wood(SIZE, "#8f6238", seed, upright=True),
        [(600, 40), (860, 36), (900, 150), (930, 170)],
        SIZE,
    )
    put(canvas, stem, mask, offset=(24, 12), radius=18)
    points = [(300, 246), (420, 252), (640, 262)]
    thing, mask = turned(make(SIZE), points, SIZE)
    top = disc(SIZE, (WIDTH / 2 - 246, 260, WIDTH / 2 + 246, 340))
    put(canvas, thing, mask, offset=(26, 20), radius=24, strength=0.5)
    canvas.paste(shaded(make(SIZE), Image.new("L", SIZE, 220)), mask=top)
    return canvas


def garland(seed, make, tone):
    """A wall hanging of knots on a branch."""
    canvas = wall(seed, seed.choice((*WALLS, *DARK_WALLS)))
    texture = make(SIZE)
    shape = [
        (170, 170),
        (WIDTH - 170, 170),
        (WIDTH - 170, 560),
        (WIDTH / 2, 880),
        (170, 560),
    ]
    handle(
        canvas, [(90, 176), (300, 160), (560, 172), (WIDTH - 90, 158)], "#8f6238", 30
    )
    put(canvas, texture, outline(SIZE, shape), offset=(20, 26), radius=20, strength=0.5)
    pen = ImageDraw.Draw(canvas)
    for x in range(176, WIDTH - 168, 9):
        start = 560 + 320 * (1 - abs(x - WIDTH / 2) / (WIDTH / 2 - 170))
        end = start + 120 + seed.uniform(-8, 8)
        pen.line(
            (x, start - 6, x + seed.uniform(-3, 3), end),
            fill=rgb(darker(tone, 0.12 + 0.2 * (x % 2))),
            width=4,
        )
    return canvas
