from datetime import date, time, timedelta

import pytest
import time_machine

from dekranasda.calendar_page import MonthPage
from dekranasda.month_grid import Cell, laid_out
from programs.models import Activity, ActivityDay
from tests.factories import (
    create_activity,
    create_event,
    create_meeting,
    create_training,
    create_unit,
)

pytestmark = pytest.mark.django_db

URL = "/kalender/"


@pytest.fixture(autouse=True)
def _november():
    with time_machine.travel("2026-11-22 10:00+07:00", tick=False):
        yield


def on(first, last=None, **fields):
    first = date.fromisoformat(first)
    last = date.fromisoformat(last) if last else first
    return create_event(starts_on=first, ends_on=last, **fields)


def month(client, **asked):
    return client.get(URL, asked).context["month"]


def test_holds_everything_public_of_this_month(client):
    create_training(title="Pelatihan", days_ahead=1)
    create_meeting(title="Raker", days_ahead=2)
    create_activity(title="Pembinaan", days_ahead=3)
    on("2026-11-30", title="Pameran")
    on("2026-11-30", title="Rancangan", published=False)
    on("2027-02-01", title="Nanti")

    titles = [run.activity.title for run in month(client).listed]

    assert titles == ["Pelatihan", "Raker", "Pembinaan", "Pameran"]


def test_the_list_begins_today_unless_the_month_is_asked_for(client):
    on("2026-11-02", title="Dulu")
    on("2026-11-20", "2026-11-24", title="Sedang berjalan")

    today = [run.activity.title for run in month(client).listed]
    whole = [run.activity.title for run in month(client, bulan="2026-11").listed]

    assert today == ["Sedang berjalan"]
    assert whole == ["Dulu", "Sedang berjalan"]


def test_a_span_stretches_over_its_days_and_weeks(client):
    on("2026-11-05", "2026-11-10", title="Panjang")

    weeks = month(client).weeks
    cells = [
        (cell.first.day, cell.span, cell.is_continued, cell.goes_on)
        for week in weeks
        for lane in week.lanes
        for cell in lane
        if cell.activity
    ]

    assert cells == [(5, 4, False, True), (9, 2, True, False)]
    assert all(
        sum(cell.span for cell in lane) == 7 for week in weeks for lane in week.lanes
    )


def test_days_with_gaps_leave_the_gap_free(client):
    event = on("2026-11-03", "2026-11-06", title="Berselang")
    for day in ("2026-11-03", "2026-11-04", "2026-11-06"):
        ActivityDay.objects.create(activity=event, held_on=date.fromisoformat(day))

    listed = month(client, bulan="2026-11").listed
    runs = [(run.first.day, run.last.day) for run in listed]

    assert runs == [(3, 4), (6, 6)]


def test_a_full_day_says_how_many_more(client):
    for number in range(5):
        on("2026-11-12", title=f"Acara {number}")

    html = client.get(URL, {"tampilan": "bulan"}).content.decode()
    day = client.get(URL, {"hari": "2026-11-12"})

    assert ">+2<span" in html
    assert "?hari=2026-11-12" in html
    assert len(day.context["month"].listed) == 5
    assert 'class="calendar"' not in day.content.decode()


def test_entries_of_one_row_never_overlap():
    class Stub:
        def __init__(self, pk, first, last):
            self.pk, self.starts_on, self.ends_on = pk, first, last

    first = date(2026, 11, 2)
    spans = [(0, 3), (0, 0), (1, 2), (3, 6), (4, 4), (4, 6), (2, 2)]
    runs = [
        Cell(first + timedelta(a), first + timedelta(b), Stub(pk, None, None))
        for pk, (a, b) in enumerate(spans)
    ]
    lanes, hidden = laid_out(runs)

    assert sum(map(len, lanes)) + len(hidden) == len(spans)
    for lane in lanes:
        pairs = zip(lane, lane[1:], strict=False)
        assert all(one.last < two.first for one, two in pairs)


def test_past_is_toned_and_cancelled_is_struck_out_with_its_word(client):
    on("2026-11-02", title="Dulu")
    on("2026-11-27", title="Batal").cancel("Banjir")

    html = client.get(URL, {"tampilan": "bulan"}).content.decode()

    assert "is-past" in html
    assert "is-off" in html
    assert "entry__off" in html


def test_holidays_stand_lightly_on_their_day(client):
    html = client.get(URL, {"bulan": "2026-12"}).content.decode()

    assert "Hari Raya Natal" in html


def test_both_views_wait_for_the_width_unless_one_is_asked(client):
    on("2026-11-27")
    both = client.get(URL).content.decode()
    grid = client.get(URL, {"tampilan": "bulan"}).content.decode()
    plain = client.get(URL, {"tampilan": "daftar"}).content.decode()

    assert "calendar-month--wide" in both
    assert "calendar-list--narrow" in both
    assert '<table class="calendar"' in grid
    assert "calendar-list" not in grid
    assert '<table class="calendar"' not in plain


def test_filters_by_council_with_all_below_and_by_kind(client):
    city = create_unit(code="36.74")
    on("2026-11-27", title="Kota", unit=city)
    on("2026-11-27", title="Kecamatan", unit=create_unit(code="36.74.04"))
    on("2026-11-27", title="Padang", unit=create_unit(code="13.71"))
    on("2026-11-27", title="Lomba", unit=city, kind=Activity.Kind.CONTEST)

    shown = month(client, unit=city.slug, jenis="pameran").listed

    assert [run.activity.title for run in shown] == ["Kota", "Kecamatan"]


@pytest.mark.parametrize(
    ("asked", "previous", "following"),
    [
        ("2026-01", date(2025, 12, 1), date(2026, 2, 1)),
        ("2000-01", None, date(2000, 2, 1)),
        ("2100-12", date(2100, 11, 1), None),
    ],
)
def test_steps_stay_between_2000_and_2100(client, asked, previous, following):
    page = month(client, bulan=asked)

    assert (page.previous, page.next) == (previous, following)


@pytest.mark.parametrize(
    "query",
    [
        {"bulan": "2026-13"},
        {"bulan": "1999-12"},
        {"bulan": "2101-01"},
        {"bulan": "２０２６-11"},
        {"bulan": "9" * 50},
        {"hari": "2026-02-30"},
        {"hari": "0001-01-01"},
        {"tampilan": "x"},
        {"jenis": "x"},
        {"unit": "tidak-ada"},
        {"page": "9" * 40},
        {"page": "-1"},
    ],
)
def test_odd_words_in_the_address_fall_back_to_this_month(client, query):
    on("2026-11-27", title="Tetap ada")

    response = client.get(URL, query)

    assert response.status_code == 200
    assert response.context["month"].first == date(2026, 11, 1)
    assert "Tetap ada" in response.content.decode()


@pytest.mark.once
@pytest.mark.parametrize("number", [1, 3, 30])
def test_asks_the_same_three_queries(client, django_assert_num_queries, number):
    for each in range(number):
        unit = create_unit(code=f"13.{each + 10}")
        event = on("2026-11-25", "2026-11-27", unit=unit, start_time=time(9))
        ActivityDay.objects.create(activity=event, held_on=event.starts_on)

    with django_assert_num_queries(3):
        client.get(URL)


def test_a_month_too_full_asks_to_choose(client, monkeypatch):
    monkeypatch.setattr("dekranasda.calendar_page.MOST_ENTRIES", 2)
    for _each in range(3):
        on("2026-11-27")

    assert 'class="notice' in client.get(URL).content.decode()


def test_an_empty_month_says_so(client):
    assert 'class="empty"' in client.get(URL).content.decode()


def test_speaks_english(client):
    on("2026-11-27", title="Pameran", title_en="Craft fair")

    html = client.get("/en/kalender/").content.decode()

    assert "November 2026" in html
    assert "Craft fair" in html
    assert "Thursday" in html


def test_a_month_page_reads_no_database_before_it_is_shown(
    django_assert_num_queries,
):
    with django_assert_num_queries(1):  # the councils to choose from
        MonthPage({})
