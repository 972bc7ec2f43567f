"""Embroidery, beads, knitting and crochet."""

import math
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .dyes import GOLD, darker, lighter, mix, rgb
from .light import cast_shadow, grain, lit, threads
from .tiles import along, curl, oval, petals, spread
from .weaving import charted

K = 2


class Needle:
    """Threads laid side by side on a transparent layer, twice the size."""

    def __init__(self, size, seed):
        self.layer = Image.new("RGBA", (size[0] * K, size[1] * K), (0, 0, 0, 0))
        self.pen = ImageDraw.Draw(self.layer)
        self.seed = seed

    def stitch(self, start, end, colour, width=2.4):
        """One thread: its lit side lies beside its dark side."""
        jitter = self.seed.uniform(-0.13, 0.13)
        tone = lighter(colour, jitter) if jitter > 0 else darker(colour, -jitter)
        x, y, ex, ey = (value * K for value in (*start, *end))
        wide = max(1, round(width * K))
        self.pen.line((x, y, ex, ey), fill=(*darker(tone, 0.3), 255), width=wide)
        self.pen.line(
            (x - 1, y - 1, ex - 1, ey - 1), fill=(*rgb(tone), 255), width=wide - 2
        )

    def satin(self, x, y, long, short, turn, colour, *, sharp=1.3, heart=None):
        """A leaf or petal filled with threads across it."""
        count = max(6, round(long * 2 / 2.1))
        for number in range(count + 1):
            share = number / count * 2 - 1
            half = short * math.sqrt(max(0, 1 - share * share)) ** sharp
            px, py = (
                x + math.cos(turn) * long * share,
                y + math.sin(turn) * long * share,
            )
            lean = turn + math.pi / 2 - 0.45
            dx, dy = math.cos(lean) * half, math.sin(lean) * half
            tone = mix(colour, heart, max(0, -share) ** 0.8) if heart else colour
            self.stitch((px - dx, py - dy), (px + dx, py + dy), tone)

    def cord(self, points, colour, width=3.2):
        """A thick couched thread, tied down with small stitches."""
        steps = max(4, round(len(points) * 1.5))
        for number in range(steps):
            x, y, turn = along(points, number / steps)
            lean = turn + 1.05
            dx, dy = math.cos(lean) * width, math.sin(lean) * width
            self.stitch((x - dx, y - dy), (x + dx, y + dy), colour, 2.8)

    def knot(self, x, y, radius, colour):
        box = [(x - radius) * K, (y - radius) * K, (x + radius) * K, (y + radius) * K]
        self.pen.ellipse(box, fill=(*darker(colour, 0.35), 255))
        self.pen.ellipse(
            [box[0], box[1], box[2] - K, box[3] - K], fill=(*rgb(colour), 255)
        )
        shine = radius * 0.45
        self.pen.ellipse(
            [(x - shine) * K, (y - shine) * K, x * K, y * K],
            fill=(*lighter(colour, 0.55), 255),
        )

    def flower(self, x, y, reach, colour, heart):
        turn = self.seed.uniform(0, 1)
        for count, keep, tone in ((7, 1, colour), (6, 0.66, mix(colour, heart, 0.35))):
            for number in range(count):
                angle = turn + keep + math.tau * number / count
                px, py = (
                    x + math.cos(angle) * reach * keep * 0.55,
                    y + math.sin(angle) * reach * keep * 0.55,
                )
                self.satin(
                    px,
                    py,
                    reach * keep * 0.46,
                    reach * keep * 0.26,
                    angle,
                    tone,
                    heart=heart,
                    sharp=0.9,
                )
        for number in range(9):
            angle = math.tau * number / 9
            self.knot(
                x + math.cos(angle) * reach * 0.14,
                y + math.sin(angle) * reach * 0.14,
                reach * 0.06,
                GOLD,
            )

    def onto(self, cloth, *, strength=0.45):
        """Sew the repeat all over the cloth, every second row moved by half."""
        layer = self.layer.reduce(K)
        half = ImageChops.offset(layer, layer.width // 2, layer.height // 2)
        layer = spread(Image.alpha_composite(layer, half), cloth.size)
        mask = layer.getchannel("A")
        cast_shadow(cloth, mask, offset=(3, 4), radius=3, strength=strength)
        cloth.paste(layer.convert("RGB"), mask=mask)
        return cloth


def ground_cloth(size, colour):
    cloth = Image.new("RGB", size, rgb(colour))
    return lit(lit(cloth, grain(size, cell=80, contrast=26)), threads(size))


def embroidery(seed, size, ground, flower, heart, green, *, is_full=False):
    """Flowers and leaves in silk on plain cloth."""
    step = 300 if is_full else 400
    needle = Needle((step, step), seed)
    spray(needle, seed, step / 2, step / 2, step * 0.82, flower, heart, green)
    return needle.onto(ground_cloth(size, ground))


def spray(needle, seed, x, y, step, flower, heart, green):
    reach = step * seed.uniform(0.17, 0.2)
    turn = seed.uniform(0, math.tau)
    for number in range(3):
        lean = turn + number * math.tau / 3
        points = [
            (
                x + math.cos(lean + s * 0.09) * reach * (0.5 + s * 0.13),
                y + math.sin(lean + s * 0.09) * reach * (0.5 + s * 0.13),
            )
            for s in range(11)
        ]
        needle.cord(points, green, 1.6)
        for place, side in ((0.45, 0.9), (0.7, -0.9), (0.9, 0.8)):
            sprig(needle, points, place, side, reach * 0.3, green)
        px, py, _ = along(points, 1)
        needle.flower(px, py, reach * 0.4, lighter(flower, 0.2), heart)
    needle.flower(x, y, reach, flower, heart)


def sprig(needle, stem, place, side, long, green):
    x, y, heading = along(stem, place)
    turn = heading + side
    x, y = x + math.cos(turn) * long, y + math.sin(turn) * long
    needle.satin(x, y, long, long * 0.36, turn, green, heart=darker(green, 0.35))


def gold_work(seed, size, ground, metal, accent):
    """Gold thread on velvet: curls, buds and sequins."""
    cloth = Image.new("RGB", size, rgb(ground))
    cloth = lit(cloth, grain(size, cell=60, contrast=44))
    cloth = lit(cloth, grain(size, cell=2, contrast=16))
    step, x, y = 330, 165, 165
    needle = Needle((step, step), seed)
    for side in (1, -1):
        for turn in (0.5, 2.64):
            cx, cy = x + math.cos(turn) * 70 * side, y + math.sin(turn) * 62 * side
            shape = curl(cx, cy, 46, turn + 2.7, side=side, rounds=1.3)
            needle.cord(shape, metal, 4)
    for number in range(8):
        angle = math.tau * number / 8
        px, py = x + math.cos(angle) * 28, y + math.sin(angle) * 28
        bright, dark = lighter(metal, 0.12), darker(metal, 0.25)
        needle.satin(px, py, 20, 9, angle, bright, heart=dark)
    needle.knot(x, y, 8, accent)
    for number in range(16):
        angle = math.tau * number / 16
        px, py = x + math.cos(angle) * 58, y + math.sin(angle) * 58
        needle.knot(px, py, 3.2, lighter(metal, 0.3))
    for number in range(6):
        needle.knot(x + 135, y - 60 + number * 24, 3.6, accent if number % 2 else metal)
    return needle.onto(cloth, strength=0.6)


def eyelets(seed, size, ground, thread_colour):
    """Kerancang: holes bound with thread."""
    step, x, y = 180, 90, 90
    needle = Needle((step, step), seed)
    hole = (*darker(ground, 0.55), 255)
    for points in petals(x, y, 46, 6, width=0.5, start=0.3):
        needle.pen.polygon([(a * K, b * K) for a, b in points], fill=hole)
        needle.cord([*points, points[0]], thread_colour, 2.4)
    needle.knot(x, y, 6, thread_colour)
    for number in range(6):
        angle = math.tau * (number + 0.5) / 6
        ring = oval(x + math.cos(angle) * 52, y + math.sin(angle) * 52, 6, 6, points=9)
        needle.pen.polygon([(a * K, b * K) for a, b in ring], fill=hole)
        needle.cord([*ring, ring[0]], thread_colour, 1.6)
    return needle.onto(ground_cloth(size, ground), strength=0.3)


@lru_cache(maxsize=4)
def knit_stitch(width=14, height=12):
    """One stitch of stocking stitch: two legs that lean on each other."""
    large = Image.new("L", (width * 6, height * 3 * 6), 40)
    pen = ImageDraw.Draw(large)
    for y in (-height, 0, height, height * 2):
        for side in (0, 1):
            x = width * (0.27 if side == 0 else 0.73)
            lean = 0.62 if side == 0 else -0.62
            for keep, level in ((1, 95), (0.8, 150), (0.5, 200), (0.25, 225)):
                shape = oval(
                    x * 6,
                    (y + height * 0.5) * 6,
                    height * 0.66 * 6 * (0.7 + 0.3 * keep),
                    width * 0.24 * 6 * keep,
                    math.pi / 2 - lean,
                    sharp=0.8,
                )
                pen.polygon(shape, fill=level)
    return large.crop((0, height * 6, width * 6, height * 12)).reduce(6)


@lru_cache(maxsize=4)
def crochet_stitch(width=20, height=22):
    """One treble: a post with a twist, and the loop on its head."""
    large = Image.new("L", (width * 5, height * 5), 46)
    pen = ImageDraw.Draw(large)
    for keep, level in ((1, 100), (0.75, 155), (0.45, 205)):
        pen.polygon(
            oval(
                width * 2.5,
                height * 3.1,
                height * 2.1,
                width * 1.35 * keep,
                1.42,
                sharp=0.7,
            ),
            fill=level,
        )
    for y in (2.3, 3.4):
        pen.line(
            (width * 1.4, height * (y + 0.35), width * 3.7, height * y),
            fill=120,
            width=5,
        )
    for keep, level in ((1, 110), (0.6, 190), (0.3, 230)):
        pen.polygon(
            oval(width * 2.5, height * 0.62, width * 2.6, height * 0.62 * keep),
            fill=level,
        )
    return large.reduce(5)


@lru_cache(maxsize=4)
def bead(width=11, height=11):
    large = Image.new("L", (width * 6, height * 6), 30)
    pen = ImageDraw.Draw(large)
    for keep, level in ((1, 84), (0.86, 116), (0.7, 140), (0.5, 165)):
        pen.ellipse(
            (
                width * 3 * (1 - keep),
                height * 3 * (1 - keep) * 0.9,
                width * 3 * (1 + keep) * 0.98,
                height * 3 * (1 + keep) * 0.98,
            ),
            fill=level,
        )
    pen.ellipse((width * 1.6, height * 1.3, width * 3.0, height * 2.5), fill=250)
    return large.reduce(6)


def figures(seed, colours, *, period=24):
    """A chart for knitting and beads: bands of diamonds, dots and waves."""
    ground, first, second, third = (rgb(colour) for colour in colours)
    chart = Image.new("RGB", (period, 44), ground)
    half = period / 2

    def tone(x, y):
        far = abs(x - half) + abs(y % 22 - 11)
        if y < 22:
            return second if far < 4 else first if 6 < far < 10 else ground
        if y in (23, 43):
            return first
        if 26 < y < 40:
            wave = abs(y - 33 - 4 * math.sin(x * math.tau / half))
            return (
                third if wave < 1.6 else second if wave > 5.4 and x % 4 < 2 else ground
            )
        return first if (x + y) % 4 < 2 and y in (25, 41) else ground

    chart.putdata([tone(x, y) for y in range(44) for x in range(period)])
    return chart


def bands(seed, colours, *, period=6):
    """A chart of plain stripes."""
    order = []
    while len(order) < 40:
        order += [rgb(seed.choice(colours))] * seed.choice((1, 2, 3, 5, 6))
    chart = Image.new("RGB", (period, len(order)))
    chart.putdata([tone for tone in order for _ in range(period)])
    return chart


def squares(seed, colours):
    """Granny squares: rounds of colour inside a common border."""
    side = 12
    chart = Image.new("RGB", (side * 2, side * 2))
    pen = ImageDraw.Draw(chart)
    for column in (0, 1):
        for row in (0, 1):
            order = seed.sample(list(colours[1:]), 3)
            order = [colours[0], order[0], order[1], order[2], order[0]]
            for ring, tone in enumerate(order):
                x, y = column * side + ring, row * side + ring
                pen.rectangle(
                    (x, y, x + side - 1 - 2 * ring, y + side - 1 - 2 * ring),
                    fill=rgb(tone),
                )
    return chart


def plain(colour):
    return Image.new("RGB", (1, 1), rgb(colour))


def knitted(chart, size):
    return lit(charted(chart, knit_stitch(), size), grain(size, cell=3, contrast=26))


def crocheted(chart, size):
    return lit(charted(chart, crochet_stitch(), size), grain(size, cell=3, contrast=26))


def beaded(chart, size):
    return charted(chart, bead(), size)


@lru_cache(maxsize=2)
def knot_tile():
    """One square knot of macrame with its two cords."""
    width, height, k = 60, 60, 4
    large = Image.new("L", (width * k, height * k), 18)
    pen = ImageDraw.Draw(large)
    for x, y in ((30, 15), (0, 45), (60, 45)):
        for side in (-1, 1):
            for keep, level in ((1, 90), (0.65, 150), (0.3, 200)):
                pen.polygon(
                    oval(
                        (x + side * 15) * k,
                        (y + 15) * k,
                        21 * k,
                        4.6 * k * keep,
                        side * 0.8,
                    ),
                    fill=level,
                )
        for dy in (-6, 0, 6):
            for keep, level in ((1, 95), (0.7, 160), (0.35, 215)):
                pen.polygon(
                    oval(
                        x * k,
                        (y + dy) * k,
                        13 * k,
                        4.4 * k * keep,
                        0.28 if dy else -0.28,
                    ),
                    fill=level,
                )
    return large.reduce(k)


def knotted(seed, size, colour, behind):
    """Macrame: knots with the wall seen between the cords."""
    tile = knot_tile()
    light = charted(plain(colour), tile, size)
    mask = (
        charted(plain("#808080"), tile, size)
        .convert("L")
        .point(lambda level: 255 if level > 46 else 0)
    )
    picture = Image.new("RGB", size, rgb(behind))
    picture.paste(light, mask=mask.filter(ImageFilter.GaussianBlur(0.7)))
    return picture
