"""Drawing one repeat of a pattern so that it joins itself on every side."""

import math
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw

SHARPNESS = 3


class Tile:
    """A repeat: whatever leaves it on one side comes back on the other."""

    def __init__(self, width, height, ground, *, mode="RGB"):
        self.width, self.height = width, height
        size = (width * SHARPNESS, height * SHARPNESS)
        self.large = Image.new(mode, size, ground)
        self.pen = ImageDraw.Draw(self.large)

    def places(self, points):
        """The shape, and its copies that reach in from the neighbouring repeats."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        margin = 12
        for dx in (-self.width, 0, self.width):
            if max(xs) + dx < -margin or min(xs) + dx > self.width + margin:
                continue
            for dy in (-self.height, 0, self.height):
                if max(ys) + dy < -margin or min(ys) + dy > self.height + margin:
                    continue
                yield [((x + dx) * SHARPNESS, (y + dy) * SHARPNESS) for x, y in points]

    def polygon(self, points, fill, line=None, width=1.0):
        for place in self.places(points):
            self.pen.polygon(place, fill=fill)
            if line is not None:
                self.pen.line(
                    [*place, place[0], place[1]],
                    fill=line,
                    width=max(1, round(width * SHARPNESS)),
                    joint="curve",
                )

    def line(self, points, fill, width=1.0):
        for place in self.places(points):
            self.pen.line(
                place, fill=fill, width=max(1, round(width * SHARPNESS)), joint="curve"
            )

    def dot(self, x, y, radius, fill):
        for place in self.places([(x - radius, y - radius), (x + radius, y + radius)]):
            self.pen.ellipse([*place[0], *place[1]], fill=fill)

    def finished(self):
        return self.large.reduce(SHARPNESS)


def spread(tile, size, offset=(0, 0)):
    """Fill a size with a repeat."""
    tile = ImageChops.offset(tile, -offset[0], -offset[1]) if any(offset) else tile
    picture = Image.new(tile.mode, size)
    picture.paste(tile, (0, 0))
    width, height = tile.size
    while width < size[0]:
        picture.paste(picture.crop((0, 0, width, height)), (width, 0))
        width *= 2
    while height < size[1]:
        picture.paste(picture.crop((0, 0, size[0], height)), (0, height))
        height *= 2
    return picture


@lru_cache(maxsize=64)
def unit_oval(points, sharp):
    """The directions of an ellipse's points, worked out once."""
    angles = [math.tau * step / points for step in range(points)]
    return [
        (math.cos(a), math.copysign(abs(math.sin(a)) ** sharp, math.sin(a)))
        for a in angles
    ]


def oval(x, y, long, short, turn=0.0, *, points=28, sharp=1.0):
    """An ellipse as points; `sharp` above 1 draws its ends to a tip."""
    cos, sin = math.cos(turn), math.sin(turn)
    right, down = (long * cos, long * sin), (-short * sin, short * cos)
    return [
        (x + u * right[0] + v * down[0], y + u * right[1] + v * down[1])
        for u, v in unit_oval(points, sharp)
    ]


def petals(x, y, reach, count, *, turn=0.0, width=0.42, start=0.12, sharp=1.3):
    """The petals of a flower, each as points."""
    for number in range(count):
        angle = turn + math.tau * number / count
        middle = reach * (0.5 + start / 2)
        yield oval(
            x + math.cos(angle) * middle,
            y + math.sin(angle) * middle,
            reach * (1 - start) / 2,
            reach * width / 2,
            angle,
            sharp=sharp,
        )


def curl(x, y, reach, turn, *, rounds=1.4, side=1, points=30):
    """A tendril that rolls itself up."""
    shape = []
    for step in range(points):
        share = step / (points - 1)
        angle = turn + side * share * math.tau * rounds
        radius = reach * (1 - share) ** 0.8
        shape.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return shape


def along(points, share):
    """The place and direction at a share of a line's points."""
    place = share * (len(points) - 1)
    first = min(int(place), len(points) - 2)
    (x, y), (next_x, next_y) = points[first], points[first + 1]
    rest = place - first
    turn = math.atan2(next_y - y, next_x - x)
    return x + (next_x - x) * rest, y + (next_y - y) * rest, turn


def wave(length, height, *, y=0.0, rounds=1, points=48, phase=0.0):
    """A line that swings once or more over a length, as stems do."""
    return [
        (
            length * step / (points - 1),
            y + height * math.sin(phase + math.tau * rounds * step / (points - 1)),
        )
        for step in range(points)
    ]
