"""Batik and other dyed cloths: one repeat of each motif."""

import math

from PIL import Image, ImageFilter

from .dyes import darker, lighter, mix
from .light import blurred, grain, lit, ramp, threads
from .tiles import Tile, along, curl, oval, petals, spread, wave


def kawung(seed, ground, motif, second, line):
    side = 132
    tile = Tile(side, side, ground)
    for x, y in ((0, 0), (side / 2, side / 2)):
        for number in range(4):
            turn = math.pi / 4 + number * math.pi / 2
            reach = side * 0.255
            cx, cy = x + math.cos(turn) * reach, y + math.sin(turn) * reach
            tile.polygon(oval(cx, cy, side * 0.2, side * 0.115, turn), motif)
            tile.polygon(
                oval(cx, cy, side * 0.15, side * 0.07, turn), mix(motif, second, 0.25)
            )
            tile.polygon(oval(cx, cy, side * 0.1, side * 0.025, turn), ground)
        tile.polygon(oval(x, y, 5, 5), motif)
    for x, y in ((side / 2, 0), (0, side / 2)):
        for number in range(4):
            turn = number * math.pi / 2
            tile.dot(x + math.cos(turn) * 11, y + math.sin(turn) * 11, 2.6, line)
        tile.dot(x, y, 4.2, second)
    return tile.finished()


def parang(seed, ground, motif, second, line):
    side = 150
    tile = Tile(side, side, ground)
    bands = 2
    step = side / bands
    for band in range(-1, bands + 1):
        # Everything leans by 45 degrees; `at` turns along and across into x and y.
        def at(a, c, band=band):
            x = band * step * 1.0 + (a + c) / math.sqrt(2)
            return x, (a - c) / math.sqrt(2)

        length = side * math.sqrt(2)
        count = 6
        pitch = length / count
        for number in range(count):
            start = number * pitch
            blade = [at(start + a * pitch, c * 21) for a, c in PARANG_BLADE]
            tile.polygon(blade, motif, line, 1.4)
            core = [
                at(start + (0.5 + (a - 0.5) * 0.55) * pitch, c * 11)
                for a, c in PARANG_BLADE
            ]
            tile.polygon(core, second)
            cx, cy = at(start + pitch * 0.02, 0)
            tile.dot(cx, cy, 2.5, line)
        for number in range(count * 2):
            cx, cy = at(number * pitch / 2, step / math.sqrt(2) / 2)
            tile.polygon(oval(cx, cy, 5.5, 3.4, -math.pi / 4, points=4), second)
        for edge in (-0.36, 0.36):
            c = step / math.sqrt(2) * edge
            tile.line([at(0, c), at(length, c)], line, 1.6)
    return tile.finished()


PARANG_BLADE = [
    (0.05, -1.0), (0.34, -0.92), (0.6, -0.62), (0.66, -0.2), (0.58, 0.15), (0.72, 0.45),
    (0.95, 0.72), (1.02, 1.0), (0.72, 0.94), (0.46, 0.66), (0.38, 0.22), (0.46, -0.12),
    (0.32, -0.45), (0.1, -0.7),
]  # fmt: skip


def truntum(seed, ground, motif, second, line):
    side = 96
    tile = Tile(side, side, ground)
    for x, y, reach in ((24, 24, 20), (72, 72, 20), (72, 24, 10), (24, 72, 10)):
        for petal in petals(x, y, reach, 8, width=0.34, start=0.25):
            tile.polygon(petal, motif)
        tile.dot(x, y, reach * 0.16, second)
        for number in range(8):
            turn = math.tau * (number + 0.5) / 8
            tile.dot(x + math.cos(turn) * reach, y + math.sin(turn) * reach, 1.3, line)
    return tile.finished()


def clouds(seed, ground, motif, second, line):
    """Mega mendung: clouds in layers from pale to deep."""
    width, height = 460, 360
    tile = Tile(width, height, ground)
    tones = ramp(lighter(motif, 0.1), darker(second, 0.25), 6)
    for x, y, size, side in (
        (120, 100, 1.0, 1),
        (350, 275, 1.05, -1),
        (345, 85, 0.62, -1),
        (105, 285, 0.62, 1),
    ):
        for layer, tone in enumerate(tones):
            keep = size * (1 - layer * 0.145)
            shape = cloud(x, y + layer * 3.5, 112 * keep, 60 * keep, side)
            tile.polygon(shape, tone, line if layer < 5 else None, 1.6)
    return tile.finished()


def cloud(x, y, long, short, side):
    """A cloud with rounded lobes and a tail that is blown to one side."""
    shape = []
    for step in range(120):
        angle = math.tau * step / 120
        lobes = 1 + 0.17 * abs(math.sin(angle * 3.5 + 0.5))
        cx = math.cos(angle) * long * lobes
        cy = math.sin(angle) * short * lobes * (0.72 if math.sin(angle) > 0 else 1.1)
        tail = max(0.0, math.cos(angle) * side) ** 7
        shape.append((x + cx + side * tail * long * 0.75, y + cy + tail * short * 0.5))
    return shape


def ceplok(seed, ground, motif, second, line):
    side = 156
    tile = Tile(side, side, ground)
    for x, y, big in (
        (0, 0, True),
        (side / 2, side / 2, True),
        (side / 2, 0, False),
        (0, side / 2, False),
    ):
        if big:
            tile.polygon(oval(x, y, 49, 49), mix(ground, second, 0.35), line, 1.5)
            for petal in petals(x, y, 46, 8, width=0.5, start=0.2):
                tile.polygon(petal, motif, line, 1)
            for petal in petals(x, y, 30, 8, width=0.4, start=0.2):
                tile.polygon(petal, second)
            tile.dot(x, y, 8, line)
            tile.dot(x, y, 4.5, ground)
        else:
            tile.polygon(oval(x, y, 23, 23, 0, points=4), motif, line, 1.4)
            tile.polygon(oval(x, y, 13, 13, 0, points=4), second)
            tile.dot(x, y, 3.5, line)
            for number in range(12):
                turn = math.tau * number / 12
                tile.dot(x + math.cos(turn) * 28, y + math.sin(turn) * 28, 1.3, line)
    return tile.finished()


def garden(seed, ground, motif, second, line):
    """Buketan: stems with flowers and leaves."""
    width, height = 420, 420
    tile = Tile(width, height, ground)
    for _ in range(150):
        tile.dot(
            seed.uniform(0, width),
            seed.uniform(0, height),
            1.2,
            mix(ground, line, 0.55),
        )
    green = mix(motif, ground, 0.42)
    for row in range(2):
        stem = [(x, y) for x, y in wave(width, 42, y=105 + row * 210, phase=row * 2.2)]
        tile.line(stem, line, 3.4)
        tile.line(stem, green, 1.6)
        for number in range(8):
            x, y, turn = along(stem, number / 8 + 0.03)
            side = 1 if number % 2 else -1
            lean = turn + side * 1.0
            cx, cy = x + math.cos(lean) * 40, y + math.sin(lean) * 40
            if number % 4 == 1:
                bloom(tile, seed, cx + 8, cy + side * 14, 44, motif, second, line)
            elif number % 4 == 3:
                tendril = curl(cx, cy, 26, lean + 2.6, side=side)
                tile.line(tendril, line, 3)
                tile.dot(cx, cy, 5, second)
            else:
                leaf(tile, x, y, 62, lean, green, line)
                leaf(tile, x, y, 40, lean - side * 0.8, mix(green, second, 0.4), line)
    return tile.finished()


def leaf(tile, x, y, long, turn, fill, line):
    cx, cy = x + math.cos(turn) * long / 2, y + math.sin(turn) * long / 2
    tile.polygon(oval(cx, cy, long / 2, long * 0.19, turn, sharp=1.35), fill, line, 1.5)
    tip = (x + math.cos(turn) * long * 0.9, y + math.sin(turn) * long * 0.9)
    tile.line([(x, y), tip], line, 1.1)
    for share in (0.3, 0.45, 0.6, 0.75):
        px, py = x + math.cos(turn) * long * share, y + math.sin(turn) * long * share
        for side in (-0.8, 0.8):
            reach = long * 0.15 * (1.1 - share)
            end = (
                px + math.cos(turn + side) * reach * 1.6,
                py + math.sin(turn + side) * reach * 1.6,
            )
            tile.line([(px, py), end], line, 0.8)


def bloom(tile, seed, x, y, reach, motif, second, line):
    turn = seed.uniform(0, 1)
    for petal in petals(x, y, reach, 7, turn=turn, width=0.72, start=0.1, sharp=0.9):
        tile.polygon(petal, motif, line, 1.5)
    for petal in petals(
        x, y, reach * 0.68, 7, turn=turn + 0.45, width=0.55, start=0.15
    ):
        tile.polygon(petal, second, line, 1.1)
    tile.dot(x, y, reach * 0.2, line)
    tile.dot(x, y, reach * 0.13, motif)
    for number in range(14):
        angle = math.tau * number / 14
        tile.dot(
            x + math.cos(angle) * reach * 1.14,
            y + math.sin(angle) * reach * 1.14,
            1.4,
            line,
        )


def tendrils(seed, ground, motif, second, line):
    """Tanah liek: clay-dyed curls and birds' heads, as on old shawls."""
    width, height = 300, 300
    tile = Tile(width, height, ground)
    for x, y, side in ((75, 75, 1), (225, 75, -1), (75, 225, -1), (225, 225, 1)):
        for turn in (0.3, 1.87, 3.44, 5.01):
            cx, cy = x + math.cos(turn) * 34, y + math.sin(turn) * 34
            shape = curl(cx, cy, 31, turn + 3.0, side=side, rounds=1.5)
            tile.line(shape, line, 7.5)
            tile.line(shape, motif, 4.6)
            tile.dot(cx, cy, 4.6, second)
            tip = (x + math.cos(turn + 0.75) * 58, y + math.sin(turn + 0.75) * 58)
            tile.polygon(oval(*tip, 17, 7, turn + 0.75, sharp=1.4), second, line, 1.4)
        tile.polygon(oval(x, y, 11, 11), second, line, 2)
        tile.dot(x, y, 4, motif)
    for x, y in ((0, 0), (150, 150), (150, 0), (0, 150)):
        for petal in petals(x, y, 19, 6, width=0.5):
            tile.polygon(petal, motif, line, 1)
        tile.dot(x, y, 4, second)
    return tile.finished()


def sea(seed, ground, motif, second, line):
    """Shells, starfish and weed."""
    width, height = 380, 380
    tile = Tile(width, height, ground)
    for row in range(6):
        y = row * height / 6
        tile.line(wave(width, 9, y=y, rounds=3, phase=row), mix(ground, second, 0.4), 2)
    for x, y, reach, turn in (
        (85, 90, 60, -1.2),
        (280, 275, 64, -1.9),
        (290, 85, 36, -0.6),
        (95, 290, 36, -2.4),
    ):
        scallop(tile, x, y, reach, turn, motif, second, line)
    for x, y, reach in ((190, 185, 34), (0, 190, 30), (190, 375, 22)):
        for petal in petals(x, y, reach, 5, turn=0.3, width=0.5, start=0.05):
            tile.polygon(petal, second, line, 1.4)
        for petal in petals(x, y, reach * 0.6, 5, turn=0.3, width=0.2, start=0.1):
            tile.polygon(petal, line)
    for _ in range(60):
        tile.dot(
            seed.uniform(0, width),
            seed.uniform(0, height),
            seed.choice((1.2, 2, 2.8)),
            line,
        )
    return tile.finished()


def scallop(tile, x, y, reach, turn, fill, second, line):
    fan = [(x, y)]
    for step in range(33):
        angle = turn - 1.05 + 2.1 * step / 32
        far = reach * (1 + 0.06 * abs(math.sin(step * math.pi / 4)))
        fan.append((x + math.cos(angle) * far, y + math.sin(angle) * far))
    tile.polygon(fan, fill, line, 1.8)
    for step in range(1, 8):
        angle = turn - 1.05 + 2.1 * step / 8
        end = (x + math.cos(angle) * reach * 0.95, y + math.sin(angle) * reach * 0.95)
        tile.line([(x, y), end], line, 1.2)
    for share in (0.45, 0.75):
        arc = [
            (
                x + math.cos(turn - 1 + 2 * s / 20) * reach * share,
                y + math.sin(turn - 1 + 2 * s / 20) * reach * share,
            )
            for s in range(21)
        ]
        tile.line(arc, second, 2.2)
    tile.dot(x, y, reach * 0.13, second)


def crown(seed, ground, motif, second, line):
    """Siger, the crown of Lampung, between rows of ships."""
    width, height = 260, 240
    tile = Tile(width, height, ground)
    for x, y in ((65, 95), (195, 215)):
        points = 7
        shape = [(x - 58, y)]
        for number in range(points):
            share = (number + 0.5) / points
            tall = 30 + 34 * math.sin(share * math.pi)
            shape += [
                (x - 52 + 104 * share, y - tall),
                (x - 52 + 104 * (number + 1) / points, y - tall * 0.55),
            ]
        shape += [(x + 58, y), (x + 40, y + 12), (x - 40, y + 12)]
        tile.polygon(shape, motif, line, 1.8)
        for number in range(points):
            share = (number + 0.5) / points
            tall = 30 + 34 * math.sin(share * math.pi)
            tile.dot(x - 52 + 104 * share, y - tall - 5, 3.2, second)
            tile.polygon(
                oval(
                    x - 52 + 104 * share,
                    y - tall * 0.45,
                    tall * 0.28,
                    3.6,
                    math.pi / 2,
                    sharp=1.3,
                ),
                second,
            )
        tile.line([(x - 50, y - 1), (x + 50, y - 1)], line, 2.4)
        tile.line([(x - 44, y + 6), (x + 44, y + 6)], second, 2)
    for x, y in ((195, 95), (65, 215)):
        hull = [
            (x - 44, y - 22),
            (x - 30, y),
            (x + 30, y),
            (x + 44, y - 22),
            (x + 24, y - 10),
            (x - 24, y - 10),
        ]
        tile.polygon(hull, second, line, 1.5)
        tile.line([(x, y - 10), (x, y - 48)], line, 2)
        tile.polygon([(x, y - 48), (x + 24, y - 34), (x, y - 18)], motif, line, 1.3)
        tile.line(wave(width, 3, y=y + 14, rounds=6), mix(ground, line, 0.5), 1.3)
    return tile.finished()


def shoots(seed, ground, motif, second, line):
    """Pucuk rebung: rows of bamboo shoots."""
    width, height = 180, 220
    tile = Tile(width, height, ground)
    for row, y in enumerate((104, 214)):
        for number in range(2):
            x = 45 + number * 90 + (45 if row else 0)
            for keep, fill in (
                (1, motif),
                (0.72, ground),
                (0.54, second),
                (0.28, motif),
            ):
                tile.polygon(
                    [(x - 40 * keep, y), (x, y - 96 * keep), (x + 40 * keep, y)],
                    fill,
                    line,
                    1.4,
                )
            for share in (0.25, 0.5, 0.75):
                tile.dot(x - 41 * (1 - share) - 5, y - 96 * share, 2.4, line)
                tile.dot(x + 41 * (1 - share) + 5, y - 96 * share, 2.4, line)
        tile.line([(0, y + 3), (width, y + 3)], line, 2.2)
    return tile.finished()


def ducks(seed, ground, motif, second, line):
    """Itiak pulang patang: hooks that follow each other home."""
    width, height = 168, 168
    tile = Tile(width, height, ground)
    for row in range(2):
        y = 42 + row * 84
        side = 1 if row else -1
        for number in range(3):
            x = 28 + number * 56
            shape = curl(
                x - side * 7,
                y - 9,
                17,
                1.2 if side > 0 else 1.9,
                side=side,
                rounds=1.15,
            )
            tail = [(x + side * 34, y + 22), (x + side * 10, y + 24)]
            tile.line([*tail, *shape], line, 9)
            tile.line([*tail, *shape], motif, 6)
            tile.dot(x - side * 7, y - 9, 3.4, second)
        for edge in (-36, 38):
            tile.line([(0, y + edge), (width, y + edge)], second, 3)
        for number in range(14):
            tile.dot(6 + number * 12, y + 42 - 1, 1.7, line)
    return tile.finished()


def splash(seed, ground, motif, second, line):
    """Batik ciprat: wax thrown from the brush."""
    width = height = 420
    tile = Tile(width, height, ground)
    for tone, count in ((second, 26), (motif, 60), (line, 70)):
        for _ in range(count):
            x, y = seed.uniform(0, width), seed.uniform(0, height)
            radius = abs(seed.gauss(0, 7)) + 1.4
            tile.dot(x, y, radius, tone)
            turn = seed.uniform(0, math.tau)
            for step in range(seed.randint(1, 5)):
                reach = radius * (1.3 + step * 0.9)
                tile.dot(
                    x + math.cos(turn) * reach,
                    y + math.sin(turn) * reach,
                    radius * 0.5 / (step + 1) + 0.6,
                    tone,
                )
    return tile.finished()


def rings(seed, ground, motif, second, line):
    """Jumputan: rings where the cloth was tied."""
    width, height = 280, 280
    tile = Tile(width, height, ground)
    for x, y, reach in ((70, 70, 58), (210, 210, 58), (210, 70, 30), (70, 210, 30)):
        for keep, tone in (
            (1, motif),
            (0.78, second),
            (0.6, motif),
            (0.42, ground),
            (0.25, line),
        ):
            wobble = seed.uniform(0, 6)
            shape = [
                (
                    x
                    + math.cos(math.tau * s / 50)
                    * reach
                    * keep
                    * (1 + 0.05 * math.sin(s * 1.9 + wobble)),
                    y
                    + math.sin(math.tau * s / 50)
                    * reach
                    * keep
                    * (1 + 0.05 * math.sin(s * 1.9 + wobble)),
                )
                for s in range(50)
            ]
            tile.polygon(shape, tone)
    large = tile.finished()
    wide = spread(large, (width * 2, height * 2)).filter(ImageFilter.GaussianBlur(2.2))
    return wide.crop(
        (width // 2, height // 2, width // 2 + width, height // 2 + height)
    )


def prints(seed, ground, motif, second, line):
    """Ecoprint: leaves steamed into the cloth."""
    width = height = 460
    tile = Tile(width, height, ground)
    tones = [motif, second, mix(motif, second, 0.5), mix(motif, ground, 0.35)]
    for row in range(4):
        for column in range(4):
            x = (
                (column + 0.5) * width / 4
                + seed.uniform(-18, 18)
                + (55 if row % 2 else 0)
            )
            y = (row + 0.5) * height / 4 + seed.uniform(-14, 14)
            tone, turn = seed.choice(tones), seed.uniform(0, math.tau)
            if (row + column) % 3 == 0:
                for number in range(7):
                    bend = turn + (number - 3) * 0.42
                    leaf(
                        tile,
                        x,
                        y,
                        62 - abs(number - 3) * 8,
                        bend,
                        tone,
                        mix(tone, line, 0.45),
                    )
            elif (row + column) % 3 == 1:
                leaf(tile, x, y, 96, turn, tone, mix(tone, line, 0.4))
            else:
                stem = [
                    (x + math.cos(turn) * s * 12, y + math.sin(turn) * s * 12)
                    for s in range(8)
                ]
                tile.line(stem, tone, 2)
                for step, (sx, sy) in enumerate(stem):
                    for side in (-0.9, 0.9):
                        leaf(
                            tile,
                            sx,
                            sy,
                            34 - step * 2,
                            turn + side,
                            tone,
                            mix(tone, line, 0.3),
                        )
    flat = tile.finished()
    soft = blurred(spread(flat, (width, height)), 9)
    return Image.blend(flat, soft, 0.35)


def zigzag(seed, ground, motif, second, line):
    """Sasirangan: stitched waves that kept the dye away."""
    width, height = 160, 320
    tile = Tile(width, height, ground)
    for number, tone in enumerate((motif, second, motif, line)):
        x = 20 + number * 40
        points = [
            (x + 15 * math.sin(math.tau * s / 16), height * s / 48) for s in range(49)
        ]
        tile.line(points, mix(tone, ground, 0.3), 9)
        for px, py in points:
            tile.dot(px, py, 2.6, tone)
    return tile.finished()


def dyed(tile, size, seed, *, is_cracked=True):
    """Lay a repeat on cloth, with the unevenness of a dye bath."""
    cloth = spread(tile, size, (seed.randrange(400), seed.randrange(400)))
    cloth = lit(cloth, grain(size, cell=70, contrast=36))
    return lit(cloth, threads(size)) if is_cracked else cloth


BATIK = {
    "kawung": kawung,
    "parang": parang,
    "truntum": truntum,
    "mega mendung": clouds,
    "ceplok": ceplok,
    "buketan": garden,
    "tanah liek": tendrils,
    "kerang": sea,
    "siger": crown,
    "pucuk rebung": shoots,
    "itiak pulang patang": ducks,
    "ciprat": splash,
    "jumputan": rings,
    "daun": prints,
    "gelombang": zigzag,
}
