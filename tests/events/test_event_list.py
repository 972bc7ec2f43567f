from datetime import date, timedelta

import pytest

from django.utils import timezone

from programs.models import Activity
from tests.factories import (
    create_activity,
    create_event,
    create_meeting,
    create_training,
    create_unit,
)

pytestmark = pytest.mark.django_db

URL = "/acara/"


def titles(response):
    return [activity.title for activity in response.context["search"].page]


def test_shows_what_is_published_and_coming_but_no_training(client):
    create_event(title="Pameran", days_ahead=9)
    create_meeting(title="Raker", days_ahead=3)
    create_activity(title="Pembinaan", days_ahead=5)
    create_event(title="Rancangan", published=False)
    create_event(title="Nanti terbit", published=False).publish()
    Activity.objects.filter(title="Nanti terbit").update(
        published_at=timezone.now() + timedelta(days=1)
    )
    create_event(title="Dulu", days_ahead=-9)
    create_training(title="Pelatihan")

    assert titles(client.get(URL)) == ["Raker", "Pembinaan", "Pameran"]


def test_past_events_have_their_own_tab_newest_first(client):
    create_event(title="Lama", days_ahead=-90)
    create_event(title="Baru", days_ahead=-9)
    create_event(title="Datang")

    assert titles(client.get(URL, {"waktu": "lalu"})) == ["Baru", "Lama"]


def test_an_event_of_today_is_still_coming(client):
    today = timezone.localdate()
    create_event(title="Hari terakhir", starts_on=today, ends_on=today)

    assert titles(client.get(URL)) == ["Hari terakhir"]


def test_filters_by_kind_scale_city_and_month(client):
    first = timezone.localdate().replace(day=1) + timedelta(days=64)
    month = first.replace(day=5)
    wanted = {
        "unit": create_unit(code="13.71"),
        "kind": Activity.Kind.CONTEST,
        "scale": Activity.Scale.NATIONAL,
        "starts_on": month,
    }
    create_event(title="Lomba", **wanted)
    for name, other in {
        "unit": create_unit(code="36.74"),
        "kind": Activity.Kind.EXHIBITION,
        "scale": Activity.Scale.CITY,
        "starts_on": month + timedelta(days=40),
    }.items():
        create_event(title=f"Lain {name}", **{**wanted, name: other})

    asked = {
        "jenis": "lomba",
        "skala": "nasional",
        "kota": "13.71",
        "bulan": f"{month:%Y-%m}",
    }
    response = client.get(URL, asked)

    assert titles(response) == ["Lomba"]
    numbers = {
        group["name"]: [option["count"] for option in group["options"]]
        for group in response.context["search"].groups
    }
    assert numbers == {
        "jenis": [1, 1],
        "skala": [1, 1],
        "kota": [1, 1],
        "bulan": [1, 1],
    }


def test_two_kinds_may_be_chosen_together(client):
    create_event(title="Lomba", kind=Activity.Kind.CONTEST)
    create_event(title="Pameran", kind=Activity.Kind.EXHIBITION)
    create_event(title="Kunjungan", kind=Activity.Kind.STUDY_VISIT)

    response = client.get(URL, {"jenis": ["lomba", "pameran"]})

    assert sorted(titles(response)) == ["Lomba", "Pameran"]
    assert len(response.context["search"].active) == 2


def test_a_province_counts_its_cities(client):
    create_event(unit=create_unit(code="13"))
    create_event(unit=create_unit(code="13.71"))

    search = client.get(URL, {"kota": "13"}).context["search"]
    (cities,) = [group for group in search.groups if group["name"] == "kota"]

    assert [option["count"] for option in cities["options"]] == [2, 1]
    assert search.number == 2 == len(search.page.object_list)


def test_search_finds_title_and_place(client):
    create_event(title="Pameran Kanari")
    create_event(title="Bazar", venue="Balai Kanari")
    create_event(title="Lain")

    assert sorted(titles(client.get(URL, {"q": "kanari"}))) == [
        "Bazar",
        "Pameran Kanari",
    ]


def test_nothing_found_says_so_and_offers_a_way_on(client):
    html = client.get(URL, {"q": "tidakada"}).content.decode()

    assert 'class="empty"' in html


def test_a_cancelled_event_stays_and_says_so(client):
    create_event(title="Batal").cancel("Hujan besar")

    html = client.get(URL).content.decode()

    assert "chip--cancelled" in html


@pytest.mark.once
@pytest.mark.parametrize("number", [1, 3, 30])
def test_asks_the_same_four_queries(client, django_assert_num_queries, number):
    for each in range(number):
        create_event(unit=create_unit(code=f"13.{each + 10}"))

    with django_assert_num_queries(4):
        client.get(URL)


def test_pages_hold_twelve(client):
    for _each in range(13):
        create_event()

    assert len(titles(client.get(URL))) == 12
    assert len(titles(client.get(URL, {"page": "2"}))) == 1


@pytest.mark.parametrize(
    "query",
    [
        {"jenis": "pelatihan"},
        {"jenis": ["x"] * 100},
        {"skala": "0"},
        {"kota": "13.7' OR 1=1"},
        {"kota": "１３"},
        {"bulan": "2026-13"},
        {"bulan": "0001-01"},
        {"bulan": "99999-01"},
        {"waktu": "x"},
        {"q": " "},
        {"page": "-5"},
        {"page": "9" * 40},
    ],
)
def test_odd_words_in_the_address_change_nothing(client, query):
    create_event(title="Tetap ada")

    assert titles(client.get(URL, query)) == ["Tetap ada"]


@pytest.mark.parametrize("words", ["%" * 90, "_ " * 50, "a " * 2000, "\u202e", "'"])
def test_odd_searches_find_nothing_quietly(client, words):
    create_event(title="Pameran")

    assert client.get(URL, {"q": words[:900]}).status_code == 200


def test_speaks_english(client):
    create_event(title="Pameran", title_en="Craft fair", starts_on=date(2099, 5, 4))

    html = client.get("/en/acara/").content.decode()

    assert "Craft fair" in html
    assert "Exhibitions and events" in html
