"""The map: marks where things are, apart from each other, and nobody's house."""

from itertools import combinations
from math import hypot

import pytest

from django.core.exceptions import ValidationError

from artisans.consents import settle
from artisans.maps import (
    COUNTRY,
    DATA,
    Place,
    area_map,
    country_map,
    islands,
    known_points,
    soft_path,
)
from artisans.models import Business
from artisans.models.points import Point
from council import region_data
from council.models import Consent
from tests.factories import create_business

PADANG, SERPONG = Point(-0.95, 100.36), Point(-6.30, 106.70)


def place(number, point, kind="centre"):
    return Place(number, f"Tempat {number}", kind, f"/{number}/", point)


def test_north_is_up_and_east_is_right():
    marks = country_map([place(1, PADANG), place(2, SERPONG)]).marks

    assert marks[0].y < marks[1].y
    assert marks[0].x < marks[1].x


@pytest.mark.parametrize("number", [2, 9, 36])
def test_marks_of_one_spot_are_moved_apart_and_stay_inside(number):
    drawing = area_map([place(each, PADANG) for each in range(1, number + 1)], {})

    for one, other in combinations(drawing.marks, 2):
        apart = hypot(one.x - other.x, one.y - other.y)
        assert apart >= 2 * drawing.radius, (one.place, other.place)
    for mark in drawing.marks:
        assert 0 <= mark.x <= drawing.width
        assert 0 <= mark.y <= drawing.height


def test_a_mark_with_room_stays_where_it_belongs():
    marks = country_map([place(1, PADANG), place(2, SERPONG)]).marks

    assert not any(mark.is_moved for mark in marks)


def test_one_place_alone_is_drawn_with_a_scale_and_a_grid():
    drawing = area_map([place(1, PADANG)], {"13.71": "Kota Padang"})

    assert drawing.bar["km"] in {"1", "2"}
    assert len(drawing.lines) >= 4
    assert drawing.towns
    assert not drawing.land


def test_nothing_to_mark_is_an_empty_map():
    assert area_map([], {}).is_empty


def test_names_never_cover_marks_or_each_other():
    points = [known_points()[code] for code in ("31", "36", "32", "33", "34", "35")]
    drawing = country_map(place(n, point) for n, point in enumerate(points, 1))

    assert drawing.labels
    assert len({(label["x"], label["y"]) for label in drawing.labels}) == len(
        drawing.labels
    )


def test_every_province_has_its_place_on_its_islands():
    codes = {row["code"] for row in region_data.rows("provinces.csv")}

    assert codes <= set(known_points())
    assert all(COUNTRY.holds(point) for point in known_points().values())
    assert all(COUNTRY.holds(point) for ring in islands() for point in ring)


def test_every_known_point_is_a_region():
    names = ("provinces.csv", "regencies.csv")
    codes = {row["code"] for name in names for row in region_data.rows(name)}

    assert set(known_points()) <= codes


def test_the_outline_is_light():
    assert (DATA / "islands.csv").stat().st_size < 6000
    assert soft_path([(0, 0), (10, 0), (10, 10)]).startswith("M5 5Q0 0")


@pytest.mark.django_db
def test_a_house_is_never_kept_more_exactly_than_a_kilometre():
    business = create_business()
    business.latitude, business.longitude = "-6.3121", "106.7489"

    with pytest.raises(ValidationError) as refusal:
        business.full_clean()
    assert {"latitude", "longitude"} <= refusal.value.message_dict.keys()
    business.latitude, business.longitude = "-6.31", "106.75"
    business.full_clean()


@pytest.mark.django_db
def test_a_maker_stands_on_the_map_only_after_a_yes():
    quiet = create_business(latitude="-6.31", longitude="106.75")
    agreed = create_business(latitude="-6.31", longitude="106.75", has_public_map=True)

    assert quiet.map_point is None
    assert agreed.map_point == Point(-6.31, 106.75)
    assert list(Business.objects.on_the_map()) == [agreed]


@pytest.mark.django_db
def test_a_withdrawn_yes_takes_the_mark_away_at_once():
    maker = create_business(latitude="-6.31", longitude="106.75", has_public_map=True)

    settle(maker.owner.person, {Consent.Purpose.PUBLIC_PROFILE.value})

    maker.refresh_from_db()
    assert maker.map_point is None and maker.is_published
    settle(maker.owner.person, {"profil", "peta"})
    maker.refresh_from_db()
    assert maker.map_point
