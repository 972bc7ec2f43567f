"""The forms that patterns are laid on: draped and folded cloth, turned vessels."""

import math
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFilter

from .dyes import darker, lighter, rgb
from .light import field, lit

SHARP = 2


def outline(size, points, *, soft=0.0):
    """A mask of a shape with smooth edges."""
    large = Image.new("L", (size[0] * SHARP, size[1] * SHARP), 0)
    pen = ImageDraw.Draw(large)
    pen.polygon([(x * SHARP, y * SHARP) for x, y in points], fill=255)
    mask = large.reduce(SHARP)
    return mask.filter(ImageFilter.GaussianBlur(soft)) if soft else mask


def disc(size, box):
    large = Image.new("L", (size[0] * SHARP, size[1] * SHARP), 0)
    ImageDraw.Draw(large).ellipse([value * SHARP for value in box], fill=255)
    return large.reduce(SHARP)


def rounded(size, box, radius):
    large = Image.new("L", (size[0] * SHARP, size[1] * SHARP), 0)
    ImageDraw.Draw(large).rounded_rectangle(
        [value * SHARP for value in box], radius * SHARP, fill=255
    )
    return large.reduce(SHARP)


def bent(picture, place, *, cells=(22, 28)):
    """Warp a picture: `place` tells where each point of the result comes from."""
    width, height = picture.size
    columns, rows = cells
    spots = [
        [place(x / columns * width, y / rows * height) for x in range(columns + 1)]
        for y in range(rows + 1)
    ]
    mesh = []
    for y in range(rows):
        for x in range(columns):
            box = (
                width * x // columns,
                height * y // rows,
                width * (x + 1) // columns,
                height * (y + 1) // rows,
            )
            corners = (
                spots[y][x],
                spots[y + 1][x],
                spots[y + 1][x + 1],
                spots[y][x + 1],
            )
            mesh.append((box, [value for spot in corners for value in spot]))
    return picture.transform(
        picture.size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR
    )


class Folds:
    """How a cloth hangs: a few folds of unequal width that spread downwards."""

    def __init__(self, seed, *, count=4, depth=1.0):
        self.waves = [
            (
                count * factor * seed.uniform(0.85, 1.15),
                seed.uniform(0, math.tau),
                share,
                seed.uniform(-0.5, 0.5),
            )
            for factor, share in ((1, 0.62), (1.9, 0.28), (3.1, 0.1))
        ]
        self.depth = depth

    def height(self, x, y):
        return sum(
            share * math.sin(math.tau * often * x + phase + drift * y * 3)
            for often, phase, share, drift in self.waves
        )

    def light(self, x, y):
        """Light from the left: what falls away from it is dark."""
        rise = (self.height(x + 0.012, y) - self.height(x - 0.012, y)) / 0.024
        deep = self.height(x, y)
        grows = 0.45 + 0.55 * min(1, y * 1.6)
        return 128 - self.depth * grows * (rise * 4.2 - deep * 26)


def draped(texture, seed, *, count=4, depth=1.0, sway=14):
    """The texture hanging in folds."""
    folds = Folds(seed, count=count, depth=depth)
    width, height = texture.size

    def place(x, y):
        u, v = x / width, y / height
        bend = folds.height(u, v) * sway * (0.3 + 0.7 * v)
        return (
            min(max(x + bend, 0), width - 1),
            min(max(y + bend * 0.45, 0), height - 1),
        )

    cloth = bent(texture, place)
    return lit(
        cloth, field(texture.size, folds.light, cells=(90, 24)), soft=False
    ), folds


def turned(texture, profile, size, *, light=-0.35):
    """
    The texture around a turned vessel.

    The profile holds (y, half width) from the rim to the foot, in pixels.
    """
    middle, widest = size[0] / 2, max(half for _, half in profile)
    halves = curve_through(profile)

    def half_at(y):
        return halves[max(0, min(len(halves) - 1, round(y) - profile[0][0]))]

    def place(x, y):
        half = max(half_at(y), 1)
        share = max(-1, min(1, (x - middle) / half))
        around = math.asin(share) / (math.pi / 2)
        curve = (1 - math.cos(share * 1.2)) * 26
        return (
            min(max(middle + around * widest, 0), size[0] - 1),
            min(max(y + curve, 0), size[1] - 1),
        )

    def level(x, y):
        half = max(half_at(y * size[1]), 1)
        share = max(-1, min(1, (x * size[0] - middle) / half))
        facing = math.sqrt(max(0, 1 - (share - light) ** 2 / (1 + abs(light)) ** 2))
        return 52 + 118 * facing

    thing = bent(texture, place, cells=(30, 30))
    thing = lit(thing, field(size, level, cells=(60, 40)), soft=False)
    steps = [*range(profile[0][0], profile[-1][0], 6), profile[-1][0]]
    foot = profile[-1]
    edge = [(middle - half_at(y), y) for y in steps]
    for number in range(13):
        angle = math.pi - math.pi * number / 12
        edge.append(
            (
                middle + math.cos(angle) * foot[1],
                foot[0] + math.sin(angle) * foot[1] * 0.12,
            )
        )
    edge += [(middle + half_at(y), y) for y in reversed(steps)]
    rim_y, rim = profile[0]
    for number in range(13):
        angle = -math.pi * number / 12
        edge.append(
            (middle + math.cos(angle) * rim, rim_y + math.sin(angle) * rim * 0.16)
        )
    return thing, outline(size, edge)


def curve_through(profile):
    """The half width at every height: a smooth line through the points (Catmull-Rom)."""
    points = [profile[0], *profile, profile[-1]]
    halves = []
    for before, one, other, after in zip(
        points, points[1:], points[2:], points[3:], strict=False
    ):
        tall = other[0] - one[0]
        rise_one = (other[1] - before[1]) / max(other[0] - before[0], 1) * tall
        rise_other = (after[1] - one[1]) / max(after[0] - one[0], 1) * tall
        for step in range(tall):
            t = step / tall
            halves.append(
                (2 * t**3 - 3 * t**2 + 1) * one[1]
                + (t**3 - 2 * t**2 + t) * rise_one
                + (3 * t**2 - 2 * t**3) * other[1]
                + (t**3 - t**2) * rise_other
            )
    return [*halves, profile[-1][1]]


def mouth(thing, profile, colour, *, flat=0.16, lip=6):
    """The dark inside of a vessel, seen over its rim."""
    y, half = profile[0]
    middle = thing.width / 2
    box = (middle - half, y - half * flat, middle + half, y + half * flat)
    thing.paste(lighter(colour, 0.2), mask=disc(thing.size, box))
    inner = (box[0] + lip, box[1] + lip * 0.5, box[2] - lip, box[3] - lip * 0.2)
    dark = Image.new("RGB", thing.size, rgb(darker(colour, 0.62)))
    dark = lit(
        dark, field(thing.size, lambda x, y: 70 + 110 * x, cells=(12, 4)), soft=False
    )
    thing.paste(dark, mask=disc(thing.size, inner))


def puffed(texture, box, *, roundness=7):
    """A cushion cut from the texture, light in the middle: (picture, mask, place)."""
    left, top, right, bottom = (round(edge) for edge in box)
    left, top = left - 8, top - 8
    size = (right - left + 8, bottom - top + 8)
    middle, reach = (size[0] / 2, size[1] / 2), (size[0] / 2 - 8, size[1] / 2 - 8)
    points = []
    for step in range(96):
        angle = math.tau * step / 96
        cos, sin = math.cos(angle), math.sin(angle)
        far = (abs(cos) ** roundness + abs(sin) ** roundness) ** (-1 / roundness)
        far *= 1 - 0.035 * math.cos(4 * angle) * (roundness > 3)
        points.append(
            (middle[0] + cos * far * reach[0], middle[1] + sin * far * reach[1])
        )

    def level(x, y):
        dx, dy = (
            (x * size[0] - middle[0]) / reach[0],
            (y * size[1] - middle[1]) / reach[1],
        )
        return 158 - 70 * max(abs(dx), abs(dy)) ** 3 - 22 * (dx + dy)

    piece = texture.crop((left, top, left + size[0], top + size[1]))
    piece = lit(piece, field(size, level, cells=(30, 30)), soft=False)
    return piece, outline(size, points), (left, top)


@lru_cache(maxsize=64)
def ball(radius, colour, *, is_pearl=False):
    """A bead: (picture, mask)."""
    side = radius * 2
    k = 4
    large = Image.new("RGB", (side * k, side * k), rgb(darker(colour, 0.45)))
    pen = ImageDraw.Draw(large)
    for step in range(12):
        share = step / 11
        reach = radius * k * (1 - share * 0.9)
        x = radius * k * (1 - 0.28 * share)
        y = radius * k * (1 - 0.32 * share)
        tone = (
            darker(colour, 0.45 * (1 - share * 1.6))
            if share < 0.6
            else lighter(colour, (share - 0.6) * 1.1)
        )
        pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=rgb(tone))
    shine = radius * k * 0.15
    x, y = radius * k * 0.64, radius * k * 0.58
    pen.ellipse((x - shine, y - shine, x + shine, y + shine), fill="#fffaf0")
    if is_pearl:
        pen.arc(
            (side * 0.5, side * 0.6, side * k - side * 0.4, side * k - side * 0.4),
            20,
            80,
            fill=rgb(lighter(colour, 0.4)),
            width=k * 2,
        )
    mask = Image.new("L", large.size, 0)
    ImageDraw.Draw(mask).ellipse((0, 0, side * k - 1, side * k - 1), fill=255)
    return large.reduce(k), mask.reduce(k)


def frayed(canvas, seed, left, right, y, colour, *, long=46):
    """The fringe of a shawl."""
    pen = ImageDraw.Draw(canvas)
    x = left
    while x < right:
        end = x + seed.uniform(-5, 5)
        tall = long * seed.uniform(0.85, 1.05)
        for dx in (-1.6, 0, 1.6):
            pen.line(
                (x + dx, y, end + dx * 1.7, y + tall),
                fill=rgb(darker(colour, 0.25 if dx > 0 else 0)),
                width=2,
            )
        pen.ellipse((x - 3, y + 5, x + 3, y + 12), fill=rgb(lighter(colour, 0.12)))
        x += 9
