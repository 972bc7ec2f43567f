"""Drawing one repeat of a pattern so that it joins itself on every side."""

import math

from PIL import Image, ImageDraw

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
    picture = Image.new(tile.mode, size)
    width, height = tile.size
    for x in range(-(offset[0] % width), size[0], width):
        picture.paste(tile, (x, -(offset[1] % height)))
    column = picture.crop((0, 0, size[0], min(height, size[1])))
    for y in range(-(offset[1] % height), size[1], height):
        if y < 0:
            piece = column
            picture.paste(spread_row(tile, size[0], offset[0]), (0, y))
            continue
        picture.paste(spread_row(tile, size[0], offset[0]), (0, y))
        del piece if False else None
    return picture


def oval(x, y, long, short, turn=0.0, *, points=28, sharp=1.0):
    """An ellipse as points; `sharp` above 1 draws its ends to a tip."""
    shape = []
    for step in range(points):
        angle = math.tau * step / points
        along = math.cos(angle) * long
        across = math.copysign(abs(math.sin(angle)) ** sharp, math.sin(angle)) * short
        shape.append(
            (
                x + along * math.cos(turn) - across * math.sin(turn),
                y + along * math.sin(turn) + across * math.cos(turn),
            )
        )
    return shape
