"""Bags and purses."""

import math

from PIL import Image, ImageDraw

from .cloths import WIDTH, backdrop, smooth, surface
from .dyes import IVORY, darker, mix, rgb
from .forms import ball, disc, outline, rounded
from .holding import arch, body_light, handle, standing
from .light import (
    SIZE,
    cast_shadow,
    field,
    lit,
    paint,
    put,
    radial,
    shaded,
)
from .solids import leather


def tote(seed, make, tone, *, strap=None):
    canvas = (
        backdrop(seed, tone)
        if seed.random() < 0.4
        else standing(seed, tone, horizon=0.8)
    )
    strap = strap or seed.choice(("#6b3a1e", "#3d2417", "#c79f5c"))
    top, bottom = 430, 950
    handle(canvas, arch(WIDTH / 2 + 14, top + 10, 150, 290), darker(strap, 0.25), 20)
    shape = smooth(
        [(190, top), (WIDTH - 190, top), (WIDTH - 140, bottom), (140, bottom)], rounds=3
    )
    shape = [(x, max(y, top)) for x, y in shape]
    cloth = lit(make(SIZE), body_light(140, WIDTH - 140), soft=False)
    mask = outline(SIZE, shape)
    put(canvas, cloth, mask, offset=(24, 22), radius=24, strength=0.55)
    paint(
        canvas,
        darker(tone, 0.35),
        rounded(SIZE, (236, top + 2, WIDTH - 236, top + 16), 6),
    )
    handle(canvas, arch(WIDTH / 2, top + 60, 150, 300), strap, 22)
    for side in (-1, 1):
        x = WIDTH / 2 + side * 150
        paint(canvas, strap, rounded(SIZE, (x - 17, top + 44, x + 17, top + 120), 8))
    return canvas


def handbag(seed, make, tone):
    """A small bag with a leather flap."""
    canvas = standing(seed, tone, horizon=0.78)
    hide = seed.choice(("#6b3a1e", "#3d2417", "#8f5a30", "#2a1d18", "#7a211d"))
    handle(canvas, arch(WIDTH / 2, 480, 190, 310), hide, 24)
    shape = smooth(
        [(150, 470), (WIDTH - 150, 470), (WIDTH - 110, 930), (110, 930)], rounds=3
    )
    cloth = lit(make(SIZE), body_light(110, WIDTH - 110), soft=False)
    put(canvas, cloth, outline(SIZE, shape), offset=(24, 20), radius=24, strength=0.6)
    flap = smooth(
        [
            (140, 455),
            (WIDTH - 140, 455),
            (WIDTH - 150, 610),
            (WIDTH / 2, 715),
            (150, 610),
        ],
        rounds=3,
    )
    skin = lit(leather(SIZE, hide), body_light(110, WIDTH - 110))
    put(canvas, skin, outline(SIZE, flap), offset=(6, 12), radius=10, strength=0.5)
    stitched(canvas, flap, WIDTH / 2, 580, hide)
    gold = rounded(SIZE, (WIDTH / 2 - 24, 662, WIDTH / 2 + 24, 712), 10)
    put(canvas, Image.new("RGB", SIZE, rgb("#c9973a")), gold, offset=(3, 5), radius=4)
    return canvas


def stitched(canvas, points, x, y, tone):
    pen = ImageDraw.Draw(canvas)
    for one, other in zip(points[::1], [*points[1:], points[0]], strict=False):
        place = [(x + (px - x) * 0.95, y + (py - y) * 0.9) for px, py in (one, other)]
        pen.line(place, fill=rgb(mix(tone, IVORY, 0.55)), width=3)


def clutch(seed, make, tone):
    """A purse lying on a table."""
    canvas = surface(seed, tone)
    cloth = lit(
        make(SIZE),
        field(SIZE, lambda x, y: 152 - 30 * x - 24 * y, cells=(8, 8)),
        soft=False,
    )
    box = (105, 350, WIDTH - 105, 800)
    put(canvas, cloth, rounded(SIZE, box, 34), offset=(22, 30), radius=24, strength=0.6)
    flap = smooth(
        [
            (105, 350),
            (WIDTH - 105, 350),
            (WIDTH - 105, 520),
            (WIDTH / 2, 640),
            (105, 520),
        ],
        rounds=2,
    )
    top = shaded(
        make(SIZE).transpose(Image.Transpose.FLIP_TOP_BOTTOM), Image.new("L", SIZE, 232)
    )
    put(canvas, top, outline(SIZE, flap), offset=(4, 14), radius=12, strength=0.5)
    picture, mask = ball(24, "#c9973a")
    cast_shadow(
        canvas,
        disc(SIZE, (WIDTH / 2 - 24, 570, WIDTH / 2 + 24, 618)),
        offset=(5, 7),
        radius=5,
    )
    canvas.paste(picture, (round(WIDTH / 2 - 24), 570), mask)
    loop = [
        (WIDTH - 120 + 60 * math.sin(s / 9), 400 + s * 9 + 20 * math.cos(s / 7))
        for s in range(56)
    ]
    handle(canvas, loop, darker(tone, 0.2), 11)
    return canvas


def round_bag(seed, make, tone):
    """A round rattan bag, a beloved souvenir."""
    canvas = backdrop(seed, tone)
    hide = seed.choice(("#6b3a1e", "#3d2417"))
    strap = [
        (WIDTH / 2 - 265 + s * 13.25, 520 - math.sin(math.pi * s / 40) * 500)
        for s in range(41)
    ]
    handle(canvas, strap, hide, 18)
    side = 600
    box = (WIDTH / 2 - side / 2, 400, WIDTH / 2 + side / 2, 400 + side)
    texture = make((side, side)).resize((side, side))
    layer = Image.new("RGB", SIZE, rgb(darker(tone, 0.4)))
    layer.paste(texture, (round(box[0]), round(box[1])))
    light = radial(SIZE, (0.38, 0.5), inner=158, outer=84, reach=0.5)
    put(
        canvas,
        lit(layer, light, soft=False),
        disc(SIZE, box),
        offset=(26, 30),
        radius=26,
        strength=0.6,
    )
    ring = disc(SIZE, box)
    inner = disc(SIZE, (box[0] + 16, box[1] + 16, box[2] - 16, box[3] - 16))
    ring.paste(0, mask=inner)
    paint(canvas, darker(tone, 0.3), ring)
    paint(canvas, hide, rounded(SIZE, (WIDTH / 2 - 40, 380, WIDTH / 2 + 40, 500), 16))
    picture, mask = ball(17, "#c9973a")
    canvas.paste(picture, (WIDTH // 2 - 17, 455), mask)
    return canvas
