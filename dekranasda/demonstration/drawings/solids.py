"""Plaited strips, wood, clay, stone, metal, leather and shell."""

import math
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from .dyes import darker, lighter, mix, rgb
from .light import blurred, grain, lit, relief, slope, streaks
from .tiles import Tile, curl, oval, petals, spread


@lru_cache(maxsize=8)
def slat(long, wide):
    """The light on one strip: round across, dark at both ends."""
    tile = Image.new("L", (long, wide))
    tile.putdata([
        round(58 + 120 * math.sin(math.pi * (y + 0.5) / wide) ** 0.6 * math.sin(math.pi * (x + 0.5) / long) ** 0.35)
        for y in range(wide) for x in range(long)
    ])  # fmt: skip
    return tile


def twill(size, across, down, *, wide=16, over=2, chart=None):
    """Strips that pass over two and under two, in two colours."""
    count = over * 2
    side = wide * count
    light = Image.new("L", (side, side), 60)
    which = Image.new("L", (side, side), 0)
    flat, tall = (
        slat(wide * over, wide),
        slat(wide * over, wide).transpose(Image.Transpose.ROTATE_90),
    )
    for number in range(count):
        place = number * wide
        for turn in (-side, 0):
            light.paste(
                tall,
                (
                    place,
                    place + turn + wide * over - side if turn else place + wide * over,
                ),
            )
    for number in range(count):
        x, y = number * wide, number * wide
        for dx in (-side, 0):
            light.paste(flat, (x + dx, y))
            which.paste(255, (x + dx, y, x + dx + wide * over, y + wide))
        for dy in (-side, 0):
            top = y + wide + dy
            light.paste(tall, (x, top))
            which.paste(0, (x, top, x + wide, top + wide * over))
    colours = Image.new("RGB", size, rgb(down))
    level = spread(which, size)
    colours.paste(rgb(across), mask=level)
    if chart is not None:
        colours = (
            spread(chart, (size[0] // wide + 2, size[1] // wide + 2))
            .resize(
                ((size[0] // wide + 2) * wide, (size[1] // wide + 2) * wide),
                Image.Resampling.NEAREST,
            )
            .crop((0, 0, *size))
        )
    colours = lit(colours, spread(light, size), soft=False)
    return lit(colours, fibres(size))


def basket(size, across, down, *, wide=18):
    """Plain weave: over one, under one."""
    return twill(size, across, down, wide=wide, over=1)


def hexagons(size, colour, behind, *, pitch=64, wide=13):
    """Mata itik: strips in three directions around open eyes."""
    tall = round(pitch * math.sqrt(3))
    tile = Tile(pitch, tall, rgb(darker(behind, 0.35)))
    for turn, tone in ((0, 0.0), (math.pi / 3, 0.1), (-math.pi / 3, -0.1)):
        for number in range(-2, 4):
            base_x, base_y = (
                (0, number * tall / 2)
                if turn == 0
                else (number * pitch / 2 + pitch / 4, 0)
            )
            if turn and number % 2:
                continue
            dx, dy = math.cos(turn), math.sin(turn)
            start = (base_x - dx * pitch * 3, base_y - dy * pitch * 3)
            end = (base_x + dx * pitch * 3, base_y + dy * pitch * 3)
            shade = lighter(colour, tone) if tone > 0 else darker(colour, -tone)
            for width, fill in (
                (wide + 3, darker(shade, 0.6)),
                (wide, shade),
                (wide * 0.45, lighter(shade, 0.25)),
            ):
                tile.pen.line(
                    (start[0] * 3, start[1] * 3, end[0] * 3, end[1] * 3),
                    fill=rgb(fill),
                    width=round(width * 3),
                )
    return lit(spread(tile.finished(), size), fibres(size))


def fibres(size):
    return grain(size, cell=2, contrast=22)


def coil(side, colour, accent, *, turns=11, petals_on=6):
    """Rope coiled from the middle and sewn round by round, from above."""
    k = 2
    picture = Image.new("RGB", (side * k, side * k), rgb(darker(colour, 0.7)))
    pen = ImageDraw.Draw(picture)
    middle, step = side * k / 2, side * k / 2 / turns
    for ring in range(turns, 0, -1):
        outer, inner = ring * step, (ring - 1) * step
        count = max(10, round(math.tau * (outer + inner) / 2 / (step * 0.42)))
        for number in range(count):
            angle = math.tau * number / count + ring * 0.2
            wave = math.sin(angle * petals_on + ring * 0.55)
            tone = accent if wave > 0.35 and 2 < ring < turns else colour
            tone = mix(tone, darker(tone, 0.25), (number % 2) * 0.8)
            mid = (outer + inner) / 2
            x, y = middle + math.cos(angle) * mid, middle + math.sin(angle) * mid
            pen.polygon(
                oval(x, y, step * 0.5, step * 0.24, angle + 0.35, points=10),
                fill=rgb(tone),
            )
            pen.polygon(
                oval(x - 1, y - 1, step * 0.3, step * 0.09, angle + 0.35, points=8),
                fill=lighter(tone, 0.3),
            )
    return picture.reduce(k)


def wood(size, colour, seed, *, upright=False):
    """Long grain with a few knots of darker wood."""
    long, short = (size[1], size[0]) if upright else size
    wide = streaks((long, short), 160, 14, 62)
    fine = streaks((long, short), 30, 1, 36)
    picture = ImageOps.colorize(wide, darker(colour, 0.26), lighter(colour, 0.2))
    picture = lit(picture, fine)
    return picture.transpose(Image.Transpose.ROTATE_90) if upright else picture


def carving(size, motif="relung"):
    """A height map of carved ornament."""
    k, step = 2, 210
    height = Image.new("L", (step * k, step * k), 60)
    pen = ImageDraw.Draw(height)
    x = y = step * k / 2
    if motif == "relung":
        for number in range(4):
            angle = number * math.pi / 2 + 0.4
            cx, cy = x + math.cos(angle) * 52 * k, y + math.sin(angle) * 52 * k
            shape = curl(cx, cy, 42 * k, angle + 2.6, rounds=1.4)
            pen.line(shape, fill=190, width=13 * k, joint="curve")
            pen.ellipse((cx - 8 * k, cy - 8 * k, cx + 8 * k, cy + 8 * k), fill=235)
            lean = angle + 0.8
            bud = (x + math.cos(lean) * 84 * k, y + math.sin(lean) * 84 * k)
            pen.polygon(oval(*bud, 26 * k, 10 * k, lean + 0.5, sharp=1.4), fill=210)
        for shape in petals(x, y, 30 * k, 8, width=0.5):
            pen.polygon(shape, fill=225)
        pen.ellipse((x - 7 * k, y - 7 * k, x + 7 * k, y + 7 * k), fill=245)
    else:
        for keep, level in ((1, 150), (0.7, 90), (0.5, 190), (0.25, 240)):
            reach = 96 * k * keep
            pen.polygon(oval(x, y, reach, reach, 0, points=4), fill=level)
        for shape in petals(x, y, 40 * k, 8, width=0.42):
            pen.polygon(shape, fill=230)
    return blurred_height(spread(height.reduce(k), size))


def blurred_height(height):
    soft = height.filter(ImageFilter.GaussianBlur(4))
    return ImageChops.blend(height.filter(ImageFilter.GaussianBlur(1.2)), soft, 0.55)


def carved(size, colour, seed, motif="relung", *, gilt=None):
    picture = wood(size, colour, seed)
    height = carving(size, motif)
    if gilt:
        picture.paste(
            lit(Image.new("RGB", size, rgb(gilt)), grain(size, cell=30, contrast=40)),
            mask=height.point(lambda level: 255 if level > 150 else 0).filter(
                ImageFilter.GaussianBlur(1)
            ),
        )
    deep = height.point(lambda level: min(255, 120 + level))
    picture = ImageChops.multiply(picture, Image.merge("RGB", (deep,) * 3))
    return relief(picture, height, reach=3, strength=1.7)


def clay(size, colour, seed):
    base = ImageOps.colorize(
        grain(size, cell=50, contrast=50), darker(colour, 0.16), lighter(colour, 0.14)
    )
    rings = streaks(size, size[0] // 2, 5, 30)
    return lit(lit(base, rings), grain(size, cell=2, contrast=18))


def incised(picture, seed, tone, *, count=3):
    """Bands scratched or painted around a pot while it turns."""
    pen = ImageDraw.Draw(picture)
    width, height = picture.size
    for number in range(count):
        y = round(height * (0.24 + 0.5 * number / max(count - 1, 1)))
        for dy in (-26, 26):
            pen.line((0, y + dy, width, y + dy), fill=rgb(tone), width=4)
        kind = seed.randrange(4)
        for x in range(0, width, 40):
            if kind == 0:
                pen.line(
                    [(x, y + 16), (x + 20, y - 16), (x + 40, y + 16)],
                    fill=rgb(tone),
                    width=5,
                )
            elif kind == 1:
                pen.polygon(oval(x + 20, y, 14, 7, 0.9, sharp=1.4), fill=rgb(tone))
            elif kind == 2:
                pen.line(curl(x + 20, y, 15, 0, rounds=1.2), fill=rgb(tone), width=4)
            else:
                pen.ellipse((x + 11, y - 9, x + 29, y + 9), outline=rgb(tone), width=4)
                pen.ellipse((x + 17, y - 3, x + 23, y + 3), fill=rgb(tone))
    return picture


def glaze(size, colour, second, seed):
    """Glaze that ran in the kiln, deeper at the foot."""
    base = ImageOps.colorize(
        grain(size, cell=40, contrast=40), darker(colour, 0.25), lighter(colour, 0.2)
    )
    edge = Image.new("L", size, 0)
    pen = ImageDraw.Draw(edge)
    for x in range(0, size[0], 14):
        drop = size[1] * (
            0.34 + 0.1 * math.sin(x * 0.017 + seed.random()) + seed.uniform(-0.04, 0.05)
        )
        pen.rectangle((x, 0, x + 14, drop), fill=255)
        pen.ellipse((x - 4, drop - 9, x + 18, drop + 9), fill=255)
    base.paste(rgb(second), mask=blurred(edge, 7))
    return lit(base, grain(size, cell=4, contrast=16))


def leather(size, colour):
    skin = grain(size, cell=4, contrast=70).filter(ImageFilter.GaussianBlur(1.5))
    picture = ImageOps.colorize(
        grain(size, cell=70, contrast=40), darker(colour, 0.15), lighter(colour, 0.1)
    )
    return lit(picture, slope(skin, reach=1, strength=0.9))


def metal(size, colour):
    """Beaten metal: small dents that catch the light."""
    dents = grain(size, cell=16, contrast=80).filter(ImageFilter.GaussianBlur(3))
    picture = Image.new("RGB", size, rgb(colour))
    return lit(picture, slope(dents, reach=4, strength=0.5))


def nacre(size, colour, seed):
    """Mother of pearl: bands of pink, green and blue that are almost white."""
    wide = grain(size, cell=60, contrast=90)
    picture = ImageOps.colorize(
        wide,
        mix(colour, "#d8a6b4", 0.4),
        mix(colour, "#bfe3dc", 0.45),
        mid=rgb(lighter(colour, 0.3)),
    )
    ridges = streaks(size, 24, 3, 36)
    return lit(picture, ridges)


def mosaic(size, tones, seed):
    """Pieces of shell set close together."""
    k, pitch = 2, 34
    picture = Image.new("RGB", (size[0] * k, size[1] * k), rgb(darker(tones[0], 0.6)))
    pen = ImageDraw.Draw(picture)
    for row in range(round(size[1] / pitch / 0.87) + 3):
        for column in range(size[0] // pitch + 3):
            x = (column + (0.5 if row % 2 else 0)) * pitch * k + seed.uniform(-4, 4)
            y = row * pitch * 0.87 * k + seed.uniform(-4, 4)
            tone = mix(seed.choice(tones), "#ffffff", seed.uniform(0, 0.35))
            shape = [
                (x + math.cos(a) * pitch * k * r, y + math.sin(a) * pitch * k * r)
                for a, r in (
                    (step * math.tau / 7 + 0.3, seed.uniform(0.46, 0.56))
                    for step in range(7)
                )
            ]
            pen.polygon(shape, fill=rgb(darker(tone, 0.18)))
            inner = [
                (x + (px - x) * 0.86 - 2, y + (py - y) * 0.86 - 2) for px, py in shape
            ]
            pen.polygon(inner, fill=rgb(tone))
    return lit(picture.reduce(k), grain(size, cell=40, contrast=50))


def patchwork(seed, size, colours):
    """Perca: triangles of left-over cloth, quilted."""
    k, side = 2, 110
    picture = Image.new("RGB", (size[0] * k, size[1] * k))
    pen = ImageDraw.Draw(picture)
    height = Image.new("L", size, 120)
    seam = ImageDraw.Draw(height)
    for row in range(size[1] // side + 1):
        for column in range(size[0] // side + 1):
            x, y = column * side, row * side
            corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
            turn = (row + column) % 4
            corners = corners[turn:] + corners[:turn]
            for part in (corners[:3], [*corners[2:], corners[0]]):
                pen.polygon(
                    [(a * k, b * k) for a, b in part], fill=rgb(seed.choice(colours))
                )
                seam.polygon(part, fill=190)
            for a, b in (
                (corners[0], corners[2]),
                (corners[0], corners[1]),
                (corners[1], corners[2]),
            ):
                seam.line([a, b], fill=60, width=5)
    cloth = lit(picture.reduce(k), grain(size, cell=3, contrast=22))
    return relief(
        cloth, height.filter(ImageFilter.GaussianBlur(7)), reach=4, strength=1.4
    )


def quilled(seed, size, colours, ground):
    """Strips of paper rolled and set on edge."""
    k = 2
    picture = Image.new("RGB", (size[0] * k, size[1] * k), rgb(ground))
    pen = ImageDraw.Draw(picture)
    for row in range(size[1] // 190 + 2):
        for column in range(size[0] // 190 + 2):
            x, y = (column * 190 + (95 if row % 2 else 0)) * k, (row * 190 + 60) * k
            tone = seed.choice(colours)
            for number in range(8):
                angle = math.tau * number / 8
                for keep in (1, 0.78, 0.56, 0.34):
                    shape = oval(
                        x + math.cos(angle) * 50 * k,
                        y + math.sin(angle) * 50 * k,
                        36 * k * keep,
                        19 * k * keep,
                        angle,
                        sharp=1.2,
                    )
                    pen.line([*shape, shape[0]], fill=rgb(darker(tone, 0.35)), width=7)
                    pen.line(
                        [(a - 2, b - 2) for a, b in [*shape, shape[0]]],
                        fill=rgb(tone),
                        width=4,
                    )
            for radius in (5, 10, 15):
                pen.ellipse(
                    (x - radius * k, y - radius * k, x + radius * k, y + radius * k),
                    outline=rgb(colours[0]),
                    width=5,
                )
    return picture.reduce(k)
