"""Light, shadow and grain: what makes a flat drawing look like a thing."""

import math
from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from .dyes import darker, lighter, mix, rgb

SIZE = (880, 1100)


def blurred(picture, radius, *, coarse=6):
    """A wide blur, made on a small copy because nobody sees the difference."""
    if radius < 4:
        return picture.filter(ImageFilter.BoxBlur(radius * 0.9))
    coarse = min(coarse, round(radius / 2))
    small = picture.reduce(coarse).filter(ImageFilter.GaussianBlur(radius / coarse))
    return small.resize(picture.size, Image.Resampling.BILINEAR)


@lru_cache(maxsize=64)
def noise(size, contrast):
    """Grey noise around 128, the same in every run."""
    width, height = size
    dots = Random(width * 7919 + height).randbytes(width * height)  # noqa: S311
    levels = [128 + (value - 128) * contrast / 74 for value in range(256)]
    return Image.frombytes("L", size, dots).point(
        [max(0, min(255, round(level))) for level in levels]
    )


@lru_cache(maxsize=64)
def grain(size, *, cell=1, contrast=20):
    """Noise in grains of a number of pixels."""
    return streaks(size, cell, cell, contrast)


@lru_cache(maxsize=64)
def streaks(size, long, short, contrast):
    """Noise drawn out, as threads and wood are."""
    small = (max(size[0] // long, 2), max(size[1] // short, 2))
    return noise(small, contrast).resize(size, Image.Resampling.BICUBIC)


@lru_cache(maxsize=16)
def threads(size, contrast=14):
    """The faint threads of plain cloth."""
    across = streaks(size, 28, 2, contrast)
    return Image.blend(across, streaks(size, 2, 28, contrast), 0.5)


def lit(picture, light, *, soft=True):
    """The picture under a grey map: 128 leaves it, lighter and darker change it."""
    blend = ImageChops.soft_light if soft else ImageChops.overlay
    return blend(picture, Image.merge("RGB", (light,) * 3))


def shaded(picture, shade):
    """The picture darkened by a grey map: white leaves it as it is."""
    return ImageChops.multiply(picture, Image.merge("RGB", (shade,) * 3))


def slope(height, *, reach=2, strength=1.0):
    """How a height map catches light from the upper left, around 128."""
    here = ImageChops.offset(height, reach, reach)
    there = ImageChops.offset(height, -reach, -reach)
    return ImageChops.subtract(there, here, scale=1 / strength, offset=128)


def relief(colour, height, *, reach=2, strength=1.0):
    """A coloured picture raised by a height map."""
    return lit(colour, slope(height, reach=reach, strength=strength), soft=False)


def field(size, function, *, cells=(44, 55)):
    """A smooth grey map from a function of x and y between 0 and 1."""
    columns, rows = cells
    levels = [
        function(x / (columns - 1), y / (rows - 1))
        for y in range(rows)
        for x in range(columns)
    ]
    inside = bytes(
        [0 if level < 0 else 255 if level > 255 else int(level) for level in levels]
    )
    small = Image.frombytes("L", cells, inside)
    return small.resize(size, Image.Resampling.BICUBIC)


def radial(size, centre=(0.5, 0.5), *, inner=255, outer=120, reach=0.75):
    """A pool of light."""

    def level(x, y):
        far = math.hypot(x - centre[0], (y - centre[1]) * size[1] / size[0]) / reach
        return inner + (outer - inner) * min(far, 1) ** 1.6

    return field(size, level, cells=(24, 30))


DARK = (24, 14, 8)


def cast_shadow(canvas, mask, *, offset=(18, 26), radius=22, strength=0.5):
    """Darken the canvas where the mask keeps the light away."""
    bounds = mask.getbbox()
    if bounds is None:
        return
    far = round(radius * 2.5)
    box = (
        max(bounds[0] + offset[0] - far, 0),
        max(bounds[1] + offset[1] - far, 0),
        min(bounds[2] + offset[0] + far, mask.width),
        min(bounds[3] + offset[1] + far, mask.height),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return
    seen = tuple(
        edge - move for edge, move in zip(box, (*offset, *offset), strict=True)
    )
    shadow = blurred(mask.crop(seen), radius)
    canvas.paste(
        DARK, box, shadow.point([round(level * strength) for level in range(256)])
    )


def set_down(canvas, piece, mask, place, **shadow):
    """Lay a small piece on the canvas at a place."""
    bounds = (*place, place[0] + piece.width, place[1] + piece.height)
    whole = Image.new("L", canvas.size, 0)
    whole.paste(mask, place)
    cast_shadow(canvas, whole, **shadow)
    canvas.paste(piece, bounds, mask)


def put(canvas, thing, mask, *, offset=(18, 26), radius=22, strength=0.5, contact=True):
    """Lay a thing on the canvas with the shadow it casts."""
    cast_shadow(canvas, mask, offset=offset, radius=radius, strength=strength)
    if contact:
        cast_shadow(canvas, mask, offset=(4, 6), radius=5, strength=strength * 0.8)
    box = mask.getbbox()
    if box:
        canvas.paste(thing.crop(box), box, mask.crop(box))


def paint(canvas, colour, mask):
    """Fill the mask with one colour, touching no more than it covers."""
    box = mask.getbbox()
    if box:
        canvas.paste(rgb(colour), box, mask.crop(box))


def wall(seed, colour, size=SIZE):
    """Plaster in daylight, with the shadow of leaves outside the window."""
    side, leaves = seed.randrange(2), seed.choice((0, 0, 1, 2))
    return plaster(rgb(colour), side, leaves, size).copy()


# Many pictures share a background; each is drawn once in a process.
@lru_cache(maxsize=40)
def plaster(colour, side, leaves, size):
    base = ImageOps.colorize(
        grain(size, cell=90, contrast=46), darker(colour, 0.10), lighter(colour, 0.12)
    )
    centre = (side * 1.0, 0.1)
    base = shaded(base, radial(size, centre, inner=255, outer=168, reach=1.5))
    return shaded(base, leaf_shadow(leaves, size)) if leaves else base


@lru_cache(maxsize=4)
def leaf_shadow(number, size):
    seed = Random(number * 11)  # noqa: S311 (a shadow)
    small = Image.new("L", (size[0] // 4, size[1] // 4), 255)
    draw = ImageDraw.Draw(small)
    for _ in range(3):
        x, y = (
            seed.uniform(-20, small.width + 20),
            seed.uniform(-30, small.height * 0.4),
        )
        turn = seed.uniform(0.3, 1.6)
        for step in range(16):
            reach = step * 9
            cx, cy = x + math.cos(turn) * reach, y + math.sin(turn) * reach
            for side in (-1.1, 1.1):
                length = 44 - step * 1.6
                ex = cx + math.cos(turn + side) * length
                ey = cy + math.sin(turn + side) * length
                draw.line((cx, cy, ex, ey), fill=206, width=6)
    small = small.filter(ImageFilter.GaussianBlur(4))
    return small.resize(size, Image.Resampling.BICUBIC)


@lru_cache(maxsize=12)
def planks(colour, size=SIZE, *, board=230, upright=False):
    """A table of wooden boards."""
    long, short = (size[1], size[0]) if upright else size
    broad = streaks((long, short), 40, 2, 60)
    fine = streaks((long, short), 14, 1, 34)
    picture = ImageOps.colorize(broad, darker(colour, 0.22), lighter(colour, 0.16))
    picture = lit(picture, fine)
    for number, top in enumerate(range(0, short, board)):
        tone = (1.0, 0.93, 1.04, 0.97)[number % 4]
        box = (0, top, long, min(top + board, short))
        part = picture.crop(box).point(lambda level, tone=tone: min(255, level * tone))
        part = ImageChops.offset(part, number * 173, 0)
        part.paste(darker(colour, 0.6), (0, 0, long, 3))
        part.paste(lighter(colour, 0.18), (0, 3, long, 4))
        picture.paste(part, box)
    return picture.transpose(Image.Transpose.ROTATE_90) if upright else picture


def table(seed, colour, size=SIZE):
    """A table from above."""
    return table_top(rgb(colour), seed.random() < 0.5, size).copy()


@lru_cache(maxsize=10)
def table_top(colour, upright, size):
    light = radial(size, (0.3, 0.2), inner=255, outer=150, reach=1.2)
    return shaded(planks(colour, size, upright=upright), light)


def linen(seed, colour, size=SIZE):
    """A plain cloth from above."""
    return plain_cloth(rgb(colour), size).copy()


@lru_cache(maxsize=14)
def plain_cloth(colour, size):
    base = ImageOps.colorize(
        grain(size, cell=60, contrast=30), darker(colour, 0.06), lighter(colour, 0.08)
    )
    base = lit(base, threads(size, 26))
    return shaded(base, radial(size, (0.25, 0.15), inner=255, outer=165, reach=1.3))


def room(seed, colour, wood, size=SIZE, *, horizon=0.74):
    """A wall and the table before it."""
    picture = wall(seed, colour, size)
    top = round(size[1] * horizon)
    boards, edge = table_edge(rgb(wood), top, size)
    picture.paste(boards, (0, top))
    paint(picture, darker(wood, 0.5), edge)
    return picture


@lru_cache(maxsize=24)
def table_edge(wood, top, size):
    """The boards of a table seen from the side, and the line where they meet the wall."""
    depth = size[1] - top
    boards = planks(wood, size, board=150).crop((0, 0, size[0], depth))
    light = field(boards.size, lambda x, y: 165 + 80 * y - 30 * x, cells=(12, 12))
    edge = Image.new("L", size, 0)
    edge.paste(150, (0, top - 3, size[0], top + 5))
    return shaded(boards, light), blurred(edge, 7)


def ramp(one, other, steps):
    """Colours from one to the other."""
    return [mix(one, other, step / max(steps - 1, 1)) for step in range(steps)]
