"""Pots, baskets, bowls and lamps."""

import math

from PIL import Image, ImageDraw

from .cloths import HEIGHT, WIDTH, surface
from .dyes import WALLS, darker, lighter, rgb
from .forms import disc, mouth, outline, turned
from .holding import arch, handle, standing
from .light import (
    SIZE,
    blurred,
    cast_shadow,
    field,
    linen,
    lit,
    paint,
    put,
    radial,
    shaded,
    wall,
)
from .solids import wood
from .tiles import oval

PROFILES = {
    "vase": [(210, 92), (270, 74), (380, 150), (560, 262), (740, 236), (880, 150), (930, 138)],
    "jar": [(300, 168), (340, 158), (450, 252), (640, 290), (800, 240), (930, 166)],
    "bottle": [(170, 54), (330, 50), (440, 88), (600, 226), (780, 244), (900, 190), (930, 176)],
    "bowl": [(520, 330), (620, 322), (760, 262), (880, 150), (915, 140), (930, 146)],
    "cup": [(420, 206), (600, 204), (800, 186), (900, 150), (930, 146)],
    "basket": [(430, 292), (600, 300), (800, 262), (930, 236)],
    "drum": [(330, 238), (500, 244), (720, 244), (930, 238)],
    "pot": [(400, 270), (450, 262), (700, 226), (930, 176)],
}  # fmt: skip


def vessel(seed, make, tone, profile="vase", *, is_open=True, has_handle=False):
    canvas = standing(seed, tone)
    points = PROFILES[profile]
    foot_y, foot = points[-1]
    ground = disc(
        SIZE,
        (WIDTH / 2 - foot * 1.15, foot_y - 34, WIDTH / 2 + foot * 1.5, foot_y + 44),
    )
    cast_shadow(canvas, ground, offset=(26, 6), radius=18, strength=0.75)
    if has_handle:
        handle(
            canvas,
            arch(WIDTH / 2 + 6, points[0][0] - 10, points[0][1] - 12, 270),
            darker(tone, 0.35),
            24,
        )
    thing, mask = turned(make(SIZE), points, SIZE)
    if is_open:
        mouth(thing, points, tone)
    put(canvas, thing, mask, offset=(30, 14), radius=30, strength=0.4, contact=False)
    if has_handle:
        handle(
            canvas, arch(WIDTH / 2, points[0][0] + 16, points[0][1] - 4, 300), tone, 26
        )
    if profile in {"vase", "bottle"} and is_open:
        twigs(canvas, seed, points[0][0])
    return canvas


def twigs(canvas, seed, top):
    """Dry grass in a vase."""
    pen = ImageDraw.Draw(canvas)
    tone = seed.choice(("#b08a4e", "#8a7a4a", "#a8643a"))
    for _ in range(7):
        lean, long = seed.uniform(-0.5, 0.5), seed.uniform(150, 300)
        x, y = WIDTH / 2 + seed.uniform(-24, 24), top + 8
        for step in range(12):
            nx, ny = x + lean * long / 12 * (1 + step / 12), y - long / 12
            if ny < 12:
                break
            pen.line((x, y, nx, ny), fill=rgb(darker(tone, 0.2)), width=4)
            if step > 5:
                for side in (-1, 1):
                    pen.polygon(
                        oval(
                            nx + side * 9,
                            ny - 4,
                            13,
                            5,
                            -math.pi / 2 + side * 0.6,
                            points=10,
                        ),
                        fill=rgb(lighter(tone, 0.1 * (step % 3))),
                    )
            x, y = nx, ny


def lamp(seed, make, tone):
    """A lamp of woven strips, lit from within."""
    canvas = shaded(
        wall(seed, "#5a4636"), radial(SIZE, (0.5, 0.45), inner=255, outer=70, reach=0.8)
    )
    glow = radial(SIZE, (0.5, 0.42), inner=215, outer=128, reach=0.62)
    canvas = lit(canvas, glow, soft=False)
    pen = ImageDraw.Draw(canvas)
    pen.line((WIDTH / 2, 0, WIDTH / 2, 240), fill=rgb("#231a15"), width=7)
    points = [(230, 70), (290, 180), (470, 268), (640, 240), (760, 130)]
    texture = make(SIZE)
    bright = Image.composite(
        texture,
        Image.new("RGB", SIZE, rgb("#ffdf9a")),
        texture.convert("L").point(lambda level: 255 if level > 92 else 60),
    )
    thing, mask = turned(bright, points, SIZE, light=0.0)
    thing = lit(
        thing, radial(SIZE, (0.5, 0.45), inner=210, outer=110, reach=0.34), soft=False
    )
    halo = blurred(mask, 70).point(lambda level: level // 3)
    paint(canvas, "#ffcf7a", halo)
    canvas.paste(thing, mask=mask)
    return canvas


def tray(seed, make, tone, *, has_rim=True):
    """Something round from above."""
    canvas = surface(seed, tone)
    side = 720
    box = (
        WIDTH / 2 - side / 2,
        HEIGHT / 2 - side / 2,
        WIDTH / 2 + side / 2,
        HEIGHT / 2 + side / 2,
    )
    layer = Image.new("RGB", SIZE, rgb(tone))
    layer.paste(make((side, side)), (round(box[0]), round(box[1])))
    light = radial(SIZE, (0.36, 0.36), inner=160, outer=96, reach=0.7)
    put(
        canvas,
        lit(layer, light, soft=False),
        disc(SIZE, box),
        offset=(24, 32),
        radius=26,
        strength=0.6,
    )
    if has_rim:
        for inset, wide, tones in (
            (0, 26, lighter(tone, 0.18)),
            (26, 6, darker(tone, 0.45)),
        ):
            ring = disc(
                SIZE, (box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset)
            )
            ring.paste(
                0,
                mask=disc(
                    SIZE,
                    (
                        box[0] + inset + wide,
                        box[1] + inset + wide,
                        box[2] - inset - wide,
                        box[3] - inset - wide,
                    ),
                ),
            )
            paint(canvas, tones, ring)
    return canvas


def turned_light(middle, reach, level, hollow):
    """Light that falls into a bowl, or over its rim when `hollow` is below 0."""

    def at(u, v):
        far = (u * WIDTH - middle[0]) + (v * HEIGHT - middle[1])
        return level + hollow * far / reach

    return field(SIZE, at, cells=(20, 24))


def bowls(seed, tone, accent):
    """Wooden bowls and spoons from above."""
    canvas = linen(seed, seed.choice(WALLS))
    grain_ = wood(SIZE, tone, seed, upright=True)
    for x, y, reach in ((350, 420, 250), (600, 760, 180)):
        for keep, level in ((1, 138), (0.9, 96), (0.86, 74), (0.6, 118)):
            mask = disc(
                SIZE,
                (
                    x - reach * keep,
                    y - reach * keep,
                    x + reach * keep,
                    y + reach * keep,
                ),
            )
            if keep == 1:
                cast_shadow(canvas, mask, offset=(24, 32), radius=24, strength=0.55)
            hollow = 30 if keep < 0.95 else -30
            light = turned_light((x, y), reach, level, hollow)
            canvas.paste(lit(grain_, light, soft=False), mask=mask)
    for x, lean in ((170, -0.1), (255, 0.06)):
        shape = oval(x, 720, 62, 44, math.pi / 2 + lean)
        grip = [
            (x - 10, 760),
            (x + 10, 760),
            (x + 14 + lean * 300, 1010),
            (x - 14 + lean * 300, 1010),
        ]
        mask = outline(SIZE, shape)
        mask.paste(255, mask=outline(SIZE, grip))
        spoon = lit(
            wood(SIZE, accent, seed, upright=True),
            Image.new("L", SIZE, 140),
            soft=False,
        )
        put(canvas, spoon, mask, offset=(12, 16), radius=12)
        hollow = outline(SIZE, oval(x, 716, 46, 31, math.pi / 2 + lean), soft=2)
        paint(canvas, darker(accent, 0.3), hollow.point(lambda level: level // 2))
    return canvas
