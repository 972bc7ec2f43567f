"""
Maps drawn as SVG by templates: where things lie, in units of the drawing.

The outline of the islands is our own and rough; marks that would cover each
other are moved apart, each tied by a line to where it belongs. A map is for
finding one's way in a list, never for navigation.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import cos, floor, hypot, log10, radians
from pathlib import Path

from django.utils.formats import localize
from django.utils.translation import gettext as _

from .models.points import Point

DATA = Path(__file__).parent / "data"
KM_PER_DEGREE = 111.32
STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)
ROUNDS = 80
# How wide a letter of a label is, generously.
LETTER = 7.6
# Below this many degrees the rough outline would mislead more than it tells.
WIDE = 12


@dataclass(frozen=True)
class Place:
    """Something to mark: its number in the list, name, kind, page and position."""

    number: int
    label: str
    kind: str
    url: str
    point: Point


@dataclass
class Mark:
    """A place on the drawing, and where it would stand if it had more room."""

    place: Place
    x: float
    y: float
    home_x: float
    home_y: float

    @property
    def is_moved(self) -> bool:
        return hypot(self.x - self.home_x, self.y - self.home_y) > 1


@dataclass(frozen=True)
class Frame:
    """The part of the world that a drawing shows, and how large it is drawn."""

    south: float
    north: float
    west: float
    east: float
    width: int
    margin: int = 0

    @property
    def squeeze(self) -> float:
        """How much shorter a degree eastwards is than one northwards here."""
        return cos(radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """Units of the drawing for one degree northwards."""
        across = (self.east - self.west) * self.squeeze
        return (self.width - 2 * self.margin) / across

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self.scale) + 2 * self.margin

    def place(self, latitude: float, longitude: float) -> tuple[int, int]:
        """Whole units, which every language writes alike."""
        x = self.margin + (longitude - self.west) * self.squeeze * self.scale
        y = self.margin + (self.north - latitude) * self.scale
        return round(x), round(y)

    def holds(self, point: Point) -> bool:
        is_beside = self.west <= point.longitude <= self.east
        return is_beside and self.south <= point.latitude <= self.north


@dataclass(frozen=True)
class Drawing:
    """Everything a template needs to draw a map."""

    frame: Frame
    marks: list[Mark]
    radius: int
    land: list[str] = field(default_factory=list)
    lines: list[dict] = field(default_factory=list)
    towns: list[dict] = field(default_factory=list)
    labels: list[dict] = field(default_factory=list)
    bar: dict = field(default_factory=dict)

    @property
    def width(self) -> int:
        return self.frame.width

    @property
    def height(self) -> int:
        return self.frame.height

    @property
    def is_empty(self) -> bool:
        return not self.marks


COUNTRY = Frame(south=-11.3, north=6.4, west=94.6, east=141.4, width=1000)


def country_map(places: Iterable[Place]) -> Drawing:
    """Indonesia with one mark for each place."""
    radius = 15
    marks = spread(marked(places, COUNTRY), radius, COUNTRY)
    names = labels_of(marks, radius, COUNTRY)
    return Drawing(COUNTRY, marks, radius, land=outlines(COUNTRY), labels=names)


def area_map(places: Iterable[Place], towns: dict[str, str]) -> Drawing:
    """The smallest frame that holds the places, with a grid, towns and a scale."""
    places, radius = list(places), 14
    if not places:
        return Drawing(COUNTRY, [], radius)
    frame = frame_around([place.point for place in places])
    marks = spread(marked(places, frame), radius, frame)
    return Drawing(
        frame,
        marks,
        radius,
        land=outlines(frame) if frame.east - frame.west > WIDE else [],
        lines=grid(frame),
        towns=towns_in(frame, towns, marks, radius),
        bar=scale_bar(frame),
    )


def frame_around(points: list[Point]) -> Frame:
    """A frame with room around the points, never so small that it feigns precision."""
    south, north = limits([point.latitude for point in points], least=0.06)
    west, east = limits([point.longitude for point in points], least=0.08)
    # Neither a ribbon nor a tower: a page has room for something in between.
    tall, broad = north - south, east - west
    if tall > broad:
        west, east = west - (tall - broad) / 2, east + (tall - broad) / 2
    elif tall < broad * 0.6:
        more = (broad * 0.6 - tall) / 2
        south, north = south - more, north + more
    return Frame(south, north, west, east, width=380, margin=30)


def limits(values: list[float], least: float) -> tuple[float, float]:
    lowest, highest = min(values), max(values)
    room = max(least - (highest - lowest), 0) / 2
    return lowest - room, highest + room


def marked(places, frame) -> list[Mark]:
    marks = []
    for place in places:
        x, y = frame.place(*place.point)
        marks.append(Mark(place, x, y, x, y))
    return marks


def spread(marks: list[Mark], radius: int, frame: Frame) -> list[Mark]:
    """Move marks apart until none covers another, as far as the frame allows."""
    least = 2 * radius + 3
    for _round in range(ROUNDS):
        moved = sum(push(*pair, least) for pair in pairs(marks))
        if not moved:
            break
        for mark in marks:
            mark.x = min(max(mark.x, radius + 2), frame.width - radius - 2)
            mark.y = min(max(mark.y, radius + 2), frame.height - radius - 2)
    for mark in marks:
        mark.x, mark.y = round(mark.x), round(mark.y)
    return marks


def pairs(marks):
    for place, one in enumerate(marks):
        for other in marks[place + 1 :]:
            yield one, other


def push(one: Mark, other: Mark, least: float) -> bool:
    """Move two marks apart if they are too near; say whether they were."""
    across, down = other.x - one.x, other.y - one.y
    apart = hypot(across, down)
    if apart >= least - 0.5:
        return False
    if not apart:
        # The same spot: a direction of its own for each, so that they fan out.
        across, down, apart = cos(other.place.number), cos(other.place.number + 2), 1
    step = (least - apart) / 2 / apart
    one.x, one.y = one.x - across * step, one.y - down * step
    other.x, other.y = other.x + across * step, other.y + down * step
    return True


def labels_of(marks: list[Mark], radius: int, frame: Frame) -> list[dict]:
    """The names of the marks, beside those that have room for one."""
    taken, labels = boxes_of(marks, radius), []
    for mark in marks:
        name, room = mark.place.label, radius + 4
        if label := label_beside(name, mark.x, mark.y, room, taken, frame):
            labels.append(label)
    return labels


def boxes_of(marks, radius) -> list[tuple]:
    """What the marks cover: left, top, right and bottom of each."""
    return [
        (each.x - radius, each.y - radius, each.x + radius, each.y + radius)
        for each in marks
    ]


def label_beside(name, x, y, room, taken, frame) -> dict | None:
    """A name to the right of a spot, else to its left, else nowhere."""
    long = round(len(name) * LETTER)
    for left in (x + room, x - room - long):
        box = (left, y - 9, left + long, y + 9)
        is_inside = left > 0 and left + long < frame.width
        if is_inside and not any(overlap(box, other) for other in taken):
            taken.append(box)
            is_left = left < x
            return {
                "name": name,
                "x": left + long if is_left else left,
                "y": y,
                "is_left": is_left,
            }
    return None


def overlap(one, other) -> bool:
    is_apart = one[2] <= other[0] or other[2] <= one[0]
    return not is_apart and one[1] < other[3] and other[1] < one[3]


@cache
def islands() -> list[list[Point]]:
    """The islands as we drew them, each a ring of points."""
    with (DATA / "islands.csv").open(encoding="utf-8", newline="") as lines:
        return [
            [
                Point(latitude=float(pair.split()[1]), longitude=float(pair.split()[0]))
                for pair in row["outline"].split("|")
            ]
            for row in csv.DictReader(lines)
        ]


@cache
def known_points() -> dict[str, Point]:
    """Where provinces have their seat and some cities lie, by region code."""
    with (DATA / "map_points.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: Point(float(row["latitude"]), float(row["longitude"]))
            for row in csv.DictReader(lines)
        }


@cache
def outlines(frame: Frame) -> list[str]:
    """The islands as paths with soft corners, for each that the frame touches."""
    return [
        soft_path([frame.place(*point) for point in ring])
        for ring in islands()
        if any(frame.holds(point) for point in ring)
    ]


def soft_path(ring: list[tuple[float, float]]) -> str:
    """A closed path through the middles of its sides, its corners as handles."""
    middles = [
        (round((x1 + x2) / 2), round((y1 + y2) / 2))
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])
    ]
    start, parts = middles[-1], []
    for (x, y), (end_x, end_y) in zip(ring, middles, strict=True):
        parts.append(f"Q{x} {y} {end_x} {end_y}")
    return f"M{start[0]} {start[1]}{''.join(parts)}Z"


def grid(frame: Frame) -> list[dict]:
    """Lines of latitude and longitude, a handful each way, with their degrees."""
    step = next(
        (each for each in STEPS if (frame.north - frame.south) / each <= 4), STEPS[-1]
    )
    lines = []
    for degrees in multiples(frame.south, frame.north, step):
        y = frame.place(degrees, frame.west)[1]
        side = _("%(degrees)s° S") if degrees < 0 else _("%(degrees)s° N")
        lines.append({"y": y, "text": side % {"degrees": shown(degrees)}})
    for degrees in multiples(frame.west, frame.east, step):
        x = frame.place(frame.north, degrees)[0]
        text = _("%(degrees)s° E") % {"degrees": shown(degrees)}
        lines.append({"x": x, "text": text})
    return lines


def multiples(lowest, highest, step):
    first = floor(lowest / step) + 1
    number = floor(highest / step) - first + 1
    return [round((first + each) * step, 2) for each in range(max(number, 0))]


def shown(degrees: float) -> str:
    degrees = abs(degrees)
    return str(localize(int(degrees) if degrees.is_integer() else degrees))


def towns_in(frame: Frame, names: dict[str, str], marks, radius) -> list[dict]:
    """The named cities that lie in the frame, for orientation, where there is room."""
    taken, found = boxes_of(marks, radius), []
    for code, name in names.items():
        point = known_points().get(code)
        if point and frame.holds(point):
            x, y = frame.place(*point)
            label = label_beside(name, x, y, 9, taken, frame)
            found.append({"spot_x": x, "spot_y": y, **(label or {})})
    return found


def scale_bar(frame: Frame) -> dict:
    """A round number of kilometres about a quarter as wide as the drawing."""
    units_per_km = frame.scale / KM_PER_DEGREE
    room = frame.width / 4 / units_per_km
    tens = 10 ** floor(log10(room))
    km = max(each * tens for each in (1, 2, 5) if each * tens <= room)
    return {"km": f"{km:g}", "width": round(km * units_per_km)}
