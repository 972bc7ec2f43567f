"""Songket, tapis, ikat and striped cloths: charts of threads."""

import math
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .dyes import GOLD, IVORY, brightness, darker, lighter, mix, rgb
from .light import grain, lit
from .tiles import spread


def charted(chart, stitch, size, *, offset=(0, 0)):
    """Colour every stitch of a small light tile with one pixel of a chart."""
    columns = -(-size[0] // stitch.width) + 1
    rows = -(-size[1] // stitch.height) + 1
    colours = spread(chart, (columns, rows), offset)
    colours = colours.resize(
        (columns * stitch.width, rows * stitch.height), Image.Resampling.NEAREST
    ).crop((0, 0, *size))
    light = spread(stitch, size)
    return lit(colours, light, soft=False)


@lru_cache(maxsize=8)
def thread(width, height):
    """One short thread of weft: bright in the middle, dark where it dives."""
    tile = Image.new("L", (width, height))
    tile.putdata(
        [
            round(
                70
                + 125
                * math.sin(math.pi * (y + 0.5) / height) ** 0.8
                * (0.72 + 0.28 * math.sin(math.pi * (x + 0.5) / width))
            )
            for y in range(height)
            for x in range(width)
        ]
    )
    return tile


def diamonds(period, step=2, *, star=True):
    """A chart of diamonds in diamonds with a star in the middle."""

    def is_metal(x, y):
        far = abs(x - period // 2) + abs(y - period // 2)
        if star and far <= period // 5:
            return (x - period // 2) * (y - period // 2) == 0 or far % 2 == 0
        return far % (step * 3) < step

    return chart_of(period, period, is_metal)


def flowers(period):
    """Bunga tanjung: eight-petalled stars with dots between."""

    def is_metal(x, y):
        dx, dy = abs(x - period // 2), abs(y - period // 2)
        if min(dx, dy) == 0 and max(dx, dy) < period * 0.36:
            return max(dx, dy) % 5 != 4
        if dx == dy and dx < period * 0.3:
            return True
        if abs(dx - dy) <= 1 and dx + dy < period * 0.42:
            return True
        corner = min(dx, period // 2 - dx) + min(dy, period // 2 - dy)
        return corner == 0 or (
            dx + dy in (period // 2, period // 2 - 1) and dx % 2 == 0
        )

    return chart_of(period, period, is_metal)


def saik(period):
    """Saik galamai: slices of cake set edge to edge."""

    def is_metal(x, y):
        dx, dy = abs(x - period // 2), abs(y - period // 2)
        far = dx + dy * 2
        return far < period * 0.28 or period * 0.45 < far < period * 0.62 or x in (0,)

    return chart_of(period, period // 2 + 1, is_metal)


def naga(period):
    """Naga besaung: two bodies that face each other, as hooks."""

    def is_metal(x, y):
        x = min(x, period - 1 - x)
        wave = period * 0.22 + period * 0.12 * math.sin(math.tau * y / period)
        far = abs(x - wave)
        if far < period * 0.055:
            return True
        if period * 0.09 < far < period * 0.12:
            return y % 3 != 0
        return x > period * 0.42 and (x + y) % 6 < 2

    return chart_of(period, period, is_metal)


def chart_of(width, height, is_metal):
    chart = Image.new("L", (width, height))
    chart.putdata([255 * is_metal(x, y) for y in range(height) for x in range(width)])
    return chart


def shoot_band(columns, rows, period):
    """Tumpal or pucuk rebung: the row of shoots at the end of the cloth."""

    def is_metal(x, y):
        near = abs(x % period - period / 2) / (period / 2)
        edge = 1 - (rows - y) / rows
        inside = edge - near
        return inside > 0 and (inside * rows) % 6 < 3.4

    return chart_of(columns, rows, is_metal)


CHARTS = {
    "bintang": lambda: diamonds(28),
    "bunga tanjung": lambda: flowers(24),
    "saik galamai": lambda: saik(26),
    "naga besaung": lambda: naga(40),
    "tampuk manggis": lambda: diamonds(18, 1),
}


def songket(seed, name, size, ground, metal, accent, *, has_border=True):
    """Metal threads laid over a dark ground, thicker towards the border."""
    stitch = thread(6, 5)
    columns, rows = size[0] // 6 + 2, size[1] // 5 + 2
    body = spread(CHARTS[name](), (columns, rows), (seed.randrange(40), 0))
    if has_border:
        body = bordered(body, seed)
    field = Image.new("RGB", (columns, rows), ground)
    metal_map = gleaming(metal, (columns, rows))
    field.paste(metal_map, mask=body)
    for _ in range(4):
        y = seed.randrange(max(rows, 1))
        ImageDraw.Draw(field).line(
            (0, y, columns, y), fill=rgb(mix(ground, accent, 0.5))
        )
    picture = charted(field, stitch, size)
    return lit(picture, grain(size, cell=80, contrast=40))


def bordered(body, seed):
    """End the cloth in bands and shoots."""
    columns, rows = body.size
    tall = round(rows * 0.17)
    top = rows - tall - round(rows * 0.09)
    body.paste(0, (0, top - 12, columns, rows))
    pen = ImageDraw.Draw(body)
    for y in (top - 12, top - 11, top - 3, top - 2):
        pen.line((0, y, columns, y), fill=255)
    for x in range(0, columns, 6):
        pen.line((x, top - 8, x + 2, top - 6), fill=255)
        pen.line((x + 3, top - 6, x + 5, top - 8), fill=255)
    body.paste(shoot_band(columns, tall, 22), (0, top))
    bottom = top + tall
    for y in range(bottom + 2, rows):
        if (y - bottom) % 7 < 3:
            pen.line((0, y, columns, y), fill=255)
    return body


def gleaming(metal, size):
    """Metal thread is never one colour."""
    noise = grain(size, cell=9, contrast=60)
    light, dark = (
        Image.new("RGB", size, lighter(metal, 0.35)),
        Image.new("RGB", size, darker(metal, 0.2)),
    )
    return Image.composite(light, dark, noise)


def tapis(seed, size, ground, metal, accent):
    """Bands of plain weave and bands of couched gold thread."""
    stitch = thread(5, 5)
    columns, rows = size[0] // 5 + 2, size[1] // 5 + 2
    field = Image.new("RGB", (columns, rows), ground)
    pen = ImageDraw.Draw(field)
    y, number = 0, seed.randrange(3)
    tones = [accent, ground, mix(ground, accent, 0.45), darker(ground, 0.3)]
    while y < rows:
        tall = seed.randint(6, 10)
        pen.rectangle((0, y, columns, y + tall), fill=rgb(tones[number % 4]))
        pen.line((0, y, columns, y), fill=rgb(metal))
        y += tall + 1
        band = seed.randint(15, 22)
        pen.rectangle((0, y, columns, y + band), fill=rgb(darker(ground, 0.35)))
        gold = Image.new("L", (columns, band), 0)
        gold.paste(spread(band_chart(number, band), (columns, band)))
        field.paste(gleaming(metal, (columns, band)), (0, y), gold)
        y += band + 1
        number += 1
    return lit(charted(field, stitch, size), grain(size, cell=80, contrast=34))


def band_chart(number, band):
    middle = band / 2
    if number % 3 == 0:
        return chart_of(
            20, band, lambda x, y: (abs(x - 10) + abs(y - middle)) % 6 < 3.2
        )
    if number % 3 == 1:
        return chart_of(
            26,
            band,
            lambda x, y: abs(y - middle - 4.5 * math.sin(x * math.tau / 26)) % 7 < 3,
        )
    return chart_of(
        22,
        band,
        lambda x, y: (
            (band - y) > abs(x - 11) * 1.5 and ((band - y) - abs(x - 11)) % 5 < 3
        ),
    )


def ikat(seed, size, ground, motif, second, line):
    """Warps dyed before weaving, so that every edge is feathered."""
    columns, rows = size[0] // 5 + 2, size[1] // 3 + 2
    period = seed.choice((44, 56, 64))
    chart = Image.new("RGB", (period, period))
    tones = [ground, ground, motif, ground, second, second, line, second, ground]
    tones = [rgb(tone) for tone in tones]

    def tone(x, y):
        far = abs(x - period / 2) + abs(y - period / 2)
        hook = 2.5 * math.sin(y * math.tau / 8)
        return tones[int((far + hook) / period * 9) % len(tones)]

    chart.putdata([tone(x, y) for y in range(period) for x in range(period)])
    field = spread(chart, (columns, rows))
    for x in range(columns):
        strip = field.crop((x, 0, x + 1, rows))
        field.paste(ImageChops.offset(strip, 0, seed.choice((-1, 0, 0, 1))), (x, 0))
    picture = charted(field, thread(3, 5).transpose(Image.Transpose.ROTATE_90), size)
    return picture.filter(ImageFilter.GaussianBlur(0.6))


def stripes(seed, size, ground, motif, second, line, *, is_checked=False):
    """Lurik: stripes of hand-spun cotton, sometimes checked."""
    columns, rows = size[0] // 4 + 2, size[1] // 4 + 2
    field = Image.new("RGB", (columns, rows), ground)
    pen = ImageDraw.Draw(field)
    order = striping(seed, columns, ground, motif, second, line)
    for x, tone in enumerate(order):
        pen.line((x, 0, x, rows), fill=tone)
    if is_checked:
        cross = Image.new("RGB", (columns, rows), ground)
        pen = ImageDraw.Draw(cross)
        for y, tone in enumerate(striping(seed, rows, ground, motif, second, line)):
            pen.line((0, y, columns, y), fill=tone)
        field = Image.blend(field, cross, 0.45)
    return lit(charted(field, thread(4, 4), size), grain(size, cell=70, contrast=30))


def striping(seed, length, ground, motif, second, line):
    order, repeat = [], []
    for _ in range(seed.randint(4, 6)):
        repeat += [rgb(ground)] * seed.randint(3, 12)
        tone = rgb(seed.choice((motif, second, second, line)))
        repeat += [tone] * seed.choice((1, 1, 2, 4, 7))
        repeat += [rgb(ground)] + [tone]
    while len(order) < length:
        order += repeat
    return order[:length]


def ulos(seed, size, ground, motif, second, line):
    """Broad bands with fine lines of white between them."""
    columns, rows = size[0] // 4 + 2, size[1] // 4 + 2
    field = Image.new("RGB", (columns, rows), ground)
    pen = ImageDraw.Draw(field)
    for x in range(0, columns, 52):
        pen.rectangle((x, 0, x + 20, rows), fill=rgb(darker(ground, 0.45)))
        for dx, tone in ((3, IVORY), (6, motif), (10, IVORY), (14, motif), (17, IVORY)):
            pen.line((x + dx, 0, x + dx, rows), fill=rgb(tone))
        for y in range(0, rows, 8):
            pen.line((x + 9, y, x + 12, y + 4), fill=rgb(GOLD))
    if brightness(ground) > 0.6:
        field = ImageChops.multiply(field, Image.new("RGB", field.size, rgb(motif)))
    return lit(charted(field, thread(4, 4), size), grain(size, cell=70, contrast=30))
