"""Cloth and clothes in their surroundings: hung, folded, worn on a hanger, sewn."""

import math

from PIL import Image, ImageDraw, ImageFilter

from .dyes import DARK_WALLS, WALLS, WOODS, brightness, darker, lighter, mix, rgb
from .forms import disc, draped, frayed, outline, puffed, rounded
from .light import (
    SIZE,
    cast_shadow,
    field,
    grain,
    linen,
    lit,
    paint,
    put,
    room,
    set_down,
    shaded,
    streaks,
    table,
    wall,
)

WIDTH, HEIGHT = SIZE


def backdrop(seed, tone):
    """A wall that sets the thing off: light behind dark, sometimes dark behind light."""
    if brightness(tone) > 0.55 and seed.random() < 0.6:
        return wall(seed, seed.choice(DARK_WALLS))
    return wall(seed, seed.choice(WALLS))


def surface(seed, tone):
    if seed.random() < 0.5:
        return table(seed, seed.choice(WOODS))
    walls = DARK_WALLS if brightness(tone) > 0.6 else WALLS
    return linen(seed, seed.choice(walls))


def rod(canvas, y, colour, *, left=-20, right=WIDTH + 20, thick=26):
    """A wooden rod across the picture."""
    mask = rounded(SIZE, (left, y - thick / 2, right, y + thick / 2), thick / 2)
    bar = Image.new("RGB", SIZE, rgb(colour))
    light = field(
        SIZE,
        lambda _, v: 190 - 130 * max(0, min(1, (v * HEIGHT - y + thick / 2) / thick)),
        cells=(2, 220),
    )
    put(canvas, lit(bar, light, soft=False), mask, offset=(10, 30), radius=14)


def hung(seed, make, tone, *, fringe=False):
    """A long cloth over a rod."""
    canvas = backdrop(seed, tone)
    left, right = (
        round(WIDTH * seed.uniform(0.13, 0.19)),
        round(WIDTH * seed.uniform(0.81, 0.87)),
    )
    top, bottom = 92, round(HEIGHT * seed.uniform(0.86, 0.92))
    texture = make(SIZE)
    cloth, folds = draped(texture, seed, count=seed.choice((3, 4, 5)), depth=1.1)
    edge = [(left, top - 14), (right, top - 14)]
    for step in range(21):
        v = step / 20
        edge.append((right + 10 * folds.height(0.9, v) * v, top + (bottom - top) * v))
    for step in range(41):
        u = 1 - step / 40
        x = left + (right - left) * u
        edge.append((x, bottom + 9 * folds.height(x / WIDTH, 1)))
    for step in range(21):
        v = 1 - step / 20
        edge.append((left + 10 * folds.height(0.1, v) * v, top + (bottom - top) * v))
    rod(canvas, top, seed.choice(WOODS))
    mask = outline(SIZE, edge)
    roll = field(
        SIZE,
        lambda _, v: (
            255
            if v * HEIGHT > top + 26
            else 150 + 105 * max(0, (v * HEIGHT - top + 14) / 40)
        ),
        cells=(2, 160),
    )
    put(canvas, shaded(cloth, roll), mask, offset=(26, 22), radius=26, strength=0.55)
    if fringe:
        frayed(
            canvas, seed, left + 6, right - 4, bottom - 4, mix(tone, "#f4e8d0", 0.25)
        )
    return canvas


def folded(seed, make, tone, *, fringe=False):
    """A cloth folded on a table, one corner turned back."""
    canvas = surface(seed, tone)
    texture = make(SIZE)
    turn = seed.uniform(-16, 16)
    piece = texture.resize((1120, 1400)).rotate(-turn, Image.Resampling.BILINEAR)
    piece = piece.crop((120, 150, 120 + WIDTH, 150 + HEIGHT))
    piece = lit(piece, field(SIZE, flat_light, cells=(30, 30)), soft=False)
    for dx, dy in ((-10, 12), (0, 0)):
        middle = (WIDTH / 2 + dx, HEIGHT / 2 + dy)
        quad = square(middle, 640, 760, turn + dx * 0.15)
        mask = outline(SIZE, quad)
        put(canvas, piece, mask, offset=(16, 22), radius=20, contact=dx == 0)
    crease(canvas, quad, mask)
    turned_corner(canvas, quad, texture, tone, seed)
    return canvas


def flat_light(x, y):
    return 150 - 40 * x - 20 * y + 10 * math.sin(9 * x + 4 * y)


def square(middle, wide, tall, turn):
    angle = math.radians(turn)
    points = []
    for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        x, y = sx * wide / 2, sy * tall / 2
        points.append(
            (
                middle[0] + x * math.cos(angle) - y * math.sin(angle),
                middle[1] + x * math.sin(angle) + y * math.cos(angle),
            )
        )
    return points


def between(one, other, share):
    return (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)


def crease(canvas, quad, mask):
    """The lines left by folding the cloth in three."""
    marks = Image.new("L", SIZE, 128)
    pen = ImageDraw.Draw(marks)
    for share in (0.34, 0.67):
        start, end = between(quad[0], quad[3], share), between(quad[1], quad[2], share)
        pen.line([start, end], fill=60, width=5)
        pen.line([(start[0], start[1] + 7), (end[0], end[1] + 7)], fill=185, width=7)
    marks = marks.filter(ImageFilter.GaussianBlur(4))
    canvas.paste(lit(canvas, marks, soft=False), mask=mask)


def turned_corner(canvas, quad, texture, tone, seed):
    corner, near, far = (
        quad[2],
        between(quad[2], quad[1], 0.5),
        between(quad[2], quad[3], 0.62),
    )
    # The corner, mirrored at the line from near to far.
    dx, dy = far[0] - near[0], far[1] - near[1]
    share = ((corner[0] - near[0]) * dx + (corner[1] - near[1]) * dy) / (
        dx * dx + dy * dy
    )
    foot = (near[0] + dx * share, near[1] + dy * share)
    tip = (2 * foot[0] - corner[0], 2 * foot[1] - corner[1])
    hidden = outline(SIZE, [near, corner, far])
    under = texture.transpose(Image.Transpose.ROTATE_180).resize(SIZE)
    under = shaded(under, Image.new("L", SIZE, 205))
    canvas.paste(under, mask=hidden)
    cast_shadow(
        canvas,
        outline(SIZE, [near, tip, far]),
        offset=(12, 14),
        radius=12,
        strength=0.5,
    )
    back = Image.blend(
        texture.transpose(Image.Transpose.TRANSPOSE).resize(SIZE),
        Image.new("RGB", SIZE, rgb(mix(tone, "#efe2cc", 0.5))),
        0.72,
    )
    light = field(
        SIZE,
        lambda x, y: (
            118
            + 60 * ((x * WIDTH - foot[0]) * -dy + (y * HEIGHT - foot[1]) * dx > 0)
            + 26 * math.sin(6 * x)
        ),
        cells=(20, 24),
    )
    canvas.paste(lit(back, light), mask=outline(SIZE, [near, tip, far]))


def stacked(seed, make, tone):
    """Folded cloths, one on another."""
    canvas = room(seed, seed.choice(WALLS), seed.choice(WOODS))
    count = seed.choice((4, 5))
    texture = make((WIDTH, 900))
    y, tall = round(HEIGHT * 0.86), 118
    tones = [
        tone,
        lighter(tone, 0.3),
        mix(tone, "#f4e8d0", 0.65),
        mix(tone, "#b5633f", 0.4),
    ]
    for number in range(count):
        inset = seed.randint(-12, 14)
        size = (WIDTH - 300, tall)
        if number % 2 == (count - 1) % 2:
            slab = texture.crop((150, number * 120, WIDTH - 150, number * 120 + tall))
        else:
            slab = plain_slab(tones[number % len(tones)], size)
        slab = lit(slab, field(size, slab_light, cells=(8, 59)), soft=False)
        mask = rounded(size, (0, 0, size[0] - 1, tall - 1), 40)
        set_down(
            canvas, slab, mask, (150 + inset, y - tall), offset=(14, 12), radius=16
        )
        y -= tall - 6
    top = make((WIDTH, 420))
    quad = [(215, y - 74), (WIDTH - 215, y - 74), (WIDTH - 146, y + 16), (146, y + 16)]
    layer = Image.new("RGB", SIZE)
    layer.paste(top.resize((WIDTH, 240)), (0, y - 150))
    layer = lit(layer, field(SIZE, lambda u, v: 175 - 60 * u, cells=(10, 4)))
    put(
        canvas,
        layer,
        outline(SIZE, quad, soft=0.8),
        offset=(6, 8),
        radius=8,
        strength=0.3,
    )
    return canvas


def plain_slab(tone, size):
    return lit(Image.new("RGB", size, rgb(tone)), streaks(size, 16, 2, 30))


def slab_light(u, v):
    """Three layers of one folded cloth, seen from the side."""
    layer = (v * 3) % 1
    return 84 + 80 * math.sin(math.pi * layer) ** 0.6 - 26 * u


SHIRT = [
    (0.40, 0.15), (0.30, 0.185), (0.115, 0.36), (0.225, 0.455), (0.29, 0.39), (0.275, 0.87),
    (0.5, 0.885), (0.725, 0.87), (0.71, 0.39), (0.775, 0.455), (0.885, 0.36), (0.70, 0.185),
    (0.60, 0.15), (0.5, 0.235),
]  # fmt: skip
LONG = [
    (0.41, 0.14), (0.31, 0.17), (0.245, 0.25), (0.10, 0.66), (0.205, 0.70), (0.315, 0.43),
    (0.30, 0.60), (0.245, 0.885), (0.5, 0.91), (0.755, 0.885), (0.70, 0.60), (0.685, 0.43),
    (0.795, 0.70), (0.90, 0.66), (0.755, 0.25), (0.69, 0.17), (0.59, 0.14), (0.5, 0.30),
]  # fmt: skip
VEST = [
    (0.40, 0.15), (0.30, 0.18), (0.315, 0.36), (0.285, 0.45), (0.28, 0.78), (0.46, 0.86),
    (0.54, 0.86), (0.72, 0.78), (0.715, 0.45), (0.685, 0.36), (0.70, 0.18), (0.60, 0.15),
    (0.5, 0.42),
]  # fmt: skip


def smooth(points, rounds=2, cut_off=0.22):
    """Cut the corners of a shape (Chaikin), so that cloth has no edges."""
    for _ in range(rounds):
        cut = []
        for number, one in enumerate(points):
            other = points[(number + 1) % len(points)]
            cut += [between(one, other, cut_off), between(one, other, 1 - cut_off)]
        points = cut
    return points


def worn(seed, make, tone, shape=None, *, has_buttons=True):
    """A garment on a hanger before a wall."""
    canvas = backdrop(seed, tone)
    shape = smooth([(x * WIDTH, y * HEIGHT) for x, y in shape or SHIRT], cut_off=0.1)
    hanger(canvas, seed)
    cloth, _ = draped(make(SIZE), seed, count=4, depth=0.75, sway=9)
    body = field(
        SIZE,
        lambda x, y: 134 - 70 * max(0, abs(x - 0.5) - 0.13) + 10 * math.sin(14 * x),
        cells=(50, 20),
    )
    cloth = lit(cloth, body, soft=False)
    mask = outline(SIZE, shape)
    put(canvas, cloth, mask, offset=(26, 24), radius=24, strength=0.55)
    seams(canvas, tone, mask, has_buttons)
    return canvas


def hanger(canvas, seed):
    pen = ImageDraw.Draw(canvas)
    x, y = WIDTH // 2, round(HEIGHT * 0.125)
    pen.line((0, 40, WIDTH, 40), fill=rgb("#3b2a20"), width=12)
    pen.arc((x - 24, 24, x + 24, 74), 160, 60, fill=rgb("#7a6f66"), width=7)
    pen.line((x, 72, x, y + 14), fill=rgb("#7a6f66"), width=7)
    tone = seed.choice(WOODS)
    for side in (-1, 1):
        pen.line((x, y + 10, x + side * 190, y + 76), fill=rgb(tone), width=24)


def seams(canvas, tone, mask, has_buttons):
    marks = Image.new("L", SIZE, 128)
    pen = ImageDraw.Draw(marks)
    middle = WIDTH / 2
    pen.line((middle + 16, HEIGHT * 0.24, middle + 16, HEIGHT * 0.88), fill=70, width=4)
    for side in (-1, 1):
        pen.line(
            (
                middle + side * WIDTH * 0.2,
                HEIGHT * 0.19,
                middle + side * WIDTH * 0.215,
                HEIGHT * 0.4,
            ),
            fill=60,
            width=6,
        )
        pen.polygon(
            [
                (middle + side * WIDTH * 0.1, HEIGHT * 0.145),
                (middle, HEIGHT * 0.24),
                (middle + side * WIDTH * 0.085, HEIGHT * 0.265),
            ],
            fill=165,
        )
        pen.line(
            [
                (middle, HEIGHT * 0.24),
                (middle + side * WIDTH * 0.085, HEIGHT * 0.265),
                (middle + side * WIDTH * 0.1, HEIGHT * 0.145),
            ],
            fill=50,
            width=5,
        )
    marks = marks.filter(ImageFilter.GaussianBlur(1.6))
    canvas.paste(lit(canvas, marks, soft=False), mask=mask)
    if has_buttons:
        pen = ImageDraw.Draw(canvas)
        for number in range(6):
            y = HEIGHT * (0.29 + number * 0.095)
            pen.ellipse(
                (middle - 8, y - 8, middle + 8, y + 8), fill=rgb(darker(tone, 0.45))
            )
            pen.ellipse(
                (middle - 6, y - 7, middle + 5, y + 4),
                fill=rgb(mix(tone, "#f4e8d0", 0.6)),
            )


def cushion(seed, make, tone):
    canvas = room(seed, seed.choice(WALLS), seed.choice(WOODS), horizon=0.7)
    texture = make(SIZE)
    back = lit(
        Image.new("RGB", SIZE, rgb(mix(tone, "#efe2cc", 0.55))),
        grain(SIZE, cell=3, contrast=24),
    )
    set_down(canvas, *puffed(back, (300, 250, 800, 790)), offset=(20, 26), radius=24)
    set_down(canvas, *puffed(texture, (110, 330, 690, 900)), strength=0.65)
    return canvas


def framed(seed, make, tone, *, wide=74):
    """A piece behind a wooden frame on the wall."""
    canvas = wall(seed, seed.choice(WALLS))
    wood = seed.choice((*WOODS, "#2a201b"))
    outer = (130, 120, WIDTH - 130, HEIGHT - 150)
    frame = Image.new("RGB", SIZE, rgb(wood))
    frame = lit(frame, streaks(SIZE, 20, 1, 30))
    put(
        canvas, frame, rounded(SIZE, outer, 6), offset=(24, 30), radius=26, strength=0.6
    )
    pen = ImageDraw.Draw(canvas)
    for inset, change in ((0, 0.3), (6, 0.12), (30, -0.2)):
        box = [outer[0] + inset, outer[1] + inset, outer[2] - inset, outer[3] - inset]
        pen.rectangle(
            box,
            outline=rgb(lighter(wood, change) if change > 0 else darker(wood, -change)),
            width=5,
        )
    mat = (outer[0] + 40, outer[1] + 40, outer[2] - 40, outer[3] - 40)
    pen.rectangle(mat, fill=rgb("#efe6d6"))
    inner = (mat[0] + wide, mat[1] + wide, mat[2] - wide, mat[3] - wide)
    piece = make((inner[2] - inner[0], inner[3] - inner[1]))
    canvas.paste(piece, inner[:2])
    edge = Image.new("L", SIZE, 0)
    ImageDraw.Draw(edge).rectangle(inner, outline=200, width=9)
    edge = edge.filter(ImageFilter.GaussianBlur(5))
    paint(canvas, "#2b1e16", edge.point(lambda level: level // 2))
    return canvas


def runner(seed, make, tone):
    """A cloth along a table, with a bowl on it."""
    canvas = table(seed, seed.choice(WOODS))
    texture = make(SIZE)
    left, right = 190, WIDTH - 190
    mask = rounded(SIZE, (left, -30, right, HEIGHT - 120), 4)
    light = field(
        SIZE, lambda x, y: 140 - 20 * x + 8 * math.sin(20 * y), cells=(20, 60)
    )
    put(canvas, lit(texture, light), mask, offset=(10, 12), radius=12, strength=0.5)
    frayed(
        canvas,
        seed,
        left + 4,
        right - 2,
        HEIGHT - 122,
        mix(tone, "#f4e8d0", 0.4),
        long=38,
    )
    middle, top = WIDTH / 2 + seed.uniform(-50, 50), HEIGHT * seed.uniform(0.28, 0.4)
    bowl = seed.choice(("#e9dfcf", "#3b5a5e", "#b5633f", "#2b2522"))
    for reach, tone_ in (
        (150, bowl),
        (138, lighter(bowl, 0.2)),
        (126, darker(bowl, 0.2)),
        (92, darker(bowl, 0.08)),
    ):
        box = (middle - reach, top - reach, middle + reach, top + reach)
        mask = disc(SIZE, box)
        if reach == 150:
            cast_shadow(canvas, mask, offset=(26, 34), radius=26, strength=0.55)
        paint(canvas, tone_, mask)
    pen = ImageDraw.Draw(canvas)
    for number in range(3):
        angle = seed.uniform(0, math.tau)
        x, y = (
            middle + math.cos(angle + number * 2.1) * 42,
            top + math.sin(angle + number * 2.1) * 42,
        )
        fruit = ("#c8a23a", "#7d8f3a", "#a8432f")[number]
        for keep in range(8):
            share = keep / 8
            reach = 44 * (1 - share)
            pen.ellipse(
                (
                    x - reach - 10 * share,
                    y - reach - 10 * share,
                    x + reach - 10 * share,
                    y + reach - 10 * share,
                ),
                fill=rgb(mix(darker(fruit, 0.3), lighter(fruit, 0.25), share)),
            )
    return canvas
