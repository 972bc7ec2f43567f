from datetime import date

import pytest

from django.urls import reverse

from programs.models import Activity, AgendaItem, HeadCount, Program, SupportLine
from tests.factories import (
    create_activity,
    create_clipping,
    create_meeting,
    create_program,
    create_unit,
)

pytestmark = pytest.mark.django_db

URL = "/program/"


def count_heads(activity, total, category=HeadCount.Category.PARTICIPANTS):
    HeadCount.objects.create(activity=activity, category=category, total=total)


def test_shows_what_came_of_a_program(client):
    meeting = create_meeting(title="Raker Kanari")
    program = create_program(title="Pelatihan bordir", meeting=meeting)
    activity = create_activity(
        program=program,
        title="Bordir dasar",
        status=Activity.Status.DONE,
        outcome="Dua belas motif baru",
        budget_planned=2_000_000,
        budget_spent=1_500_000,
    )
    activity.press.add(create_clipping(title="Bordir di koran"))
    count_heads(activity, 30)

    html = client.get(URL).content.decode()

    for words in [
        "Pelatihan bordir",
        "Bordir dasar",
        "Dua belas motif baru",
        "Bordir di koran",
        "Raker Kanari",
        "Rp1.500.000",
        "Rp2.000.000",
        '<meter min="0" max="2000000" value="1500000"',
    ]:
        assert words in html, words


def test_hides_proposals_and_drafts(client):
    create_program(title="Usulan rahasia", status=Program.Status.PROPOSED)
    program = create_program(title="Program terbuka")
    create_activity(program=program, title="Rancangan rahasia", published=False)

    html = client.get(URL).content.decode()

    assert "Program terbuka" in html
    assert "rahasia" not in html


def test_switches_year_and_council_by_the_address(client):
    padang = create_unit(code="13.71")
    create_program(title="Tenun 2025", year=2025, unit=padang)
    create_program(title="Bordir 2026", unit=padang)
    create_program(title="Rajut 2026", unit=create_unit(code="36.74"))

    page = client.get(URL, {"tahun": "2026", "unit": padang.slug}).context["year"]
    titles = [entry.program.title for _name, group in page.groups for entry in group]

    assert titles == ["Bordir 2026"]
    assert [choice.value for choice in page.years] == ["2026", "2025"]
    assert "Tenun 2025" in client.get(URL, {"tahun": "2025"}).content.decode()


def test_opens_on_the_newest_year(client):
    create_program(year=2024)
    create_program(year=2025)

    assert client.get(URL).context["year"].year == 2025


def test_a_council_shows_the_units_below_it_too(client):
    city = create_unit(code="36.74")
    create_program(title="Program kota", unit=city)
    create_program(title="Program kecamatan", unit=create_unit(code="36.74.04"))

    page = client.get(URL, {"unit": city.slug}).context["year"]

    assert page.number == 2 == len(page.page.object_list)


def test_groups_by_horizon_or_by_line_of_support(client):
    line = SupportLine.objects.create(name="Akses pasar kanari", order=1)
    create_program(title="B", horizon=Program.Horizon.LONG)
    create_program(title="A", horizon=Program.Horizon.SHORT, line=line)

    by_horizon = client.get(URL).context["year"].groups
    by_line = client.get(URL, {"kelompok": "dukungan"}).context["year"].groups

    assert [len(group) for _name, group in by_horizon] == [1, 1]
    assert [group[0].program.title for _name, group in by_horizon] == ["A", "B"]
    assert by_line[0][0] == "Akses pasar kanari"


def test_totals_count_every_page_of_the_year(client, monkeypatch):
    monkeypatch.setattr("programs.year.PER_PAGE", 1)
    for total in (10, 20):
        count_heads(create_activity(program=create_program()), total)

    year = client.get(URL).context["year"]

    assert len(year.page.object_list) == 1
    assert year.totals["participants"] == 30
    assert year.number == 2


def test_the_raker_stands_with_agenda_and_attendance(client):
    meeting = create_meeting(
        title="Raker 2026", theme="Kolaborasi", starts_on=date(2026, 3, 6)
    )
    AgendaItem.objects.create(meeting=meeting, order=2, title="Paparan bidang")
    AgendaItem.objects.create(meeting=meeting, order=1, title="Evaluasi 2025")
    count_heads(meeting, 80, HeadCount.Category.REPRESENTATIVES)
    create_meeting(title="Raker rahasia", published=False)
    create_program()

    (entry,) = client.get(URL).context["year"].meetings

    assert entry.agenda == ["Evaluasi 2025", "Paparan bidang"]
    assert entry.meeting["attended"] == 80


def test_an_empty_year_says_what_to_do(client):
    response = client.get(URL)

    assert response.status_code == 200
    assert 'class="empty"' in response.content.decode()


@pytest.mark.once
@pytest.mark.parametrize("number", [1, 3, 30])
def test_asks_the_same_six_queries(client, django_assert_num_queries, number):
    meeting = create_meeting()
    AgendaItem.objects.create(meeting=meeting, title="Evaluasi")
    for each in range(number):
        unit = create_unit(code=f"13.{each + 10}")
        program = create_program(unit=unit, meeting=meeting)
        for _copy in range(2):
            activity = create_activity(program=program, unit=unit)
            count_heads(activity, 5)
            activity.press.add(create_clipping(unit=unit))

    with django_assert_num_queries(6):
        client.get(URL)


@pytest.mark.parametrize(
    "query",
    [
        {"tahun": "20261111111111111111111"},
        {"tahun": "-1"},
        {"tahun": "２０２６"},
        {"unit": "tidak-ada"},
        {"unit": "'; drop table"},
        {"kelompok": "x"},
        {"page": "9" * 30},
        {"page": "-1"},
        {"page": "x"},
    ],
)
def test_odd_words_in_the_address_change_nothing(client, query):
    create_program(title="Tetap ada")

    response = client.get(URL, query)

    assert response.status_code == 200
    assert "Tetap ada" in response.content.decode()


def test_speaks_english(client):
    create_program(status=Program.Status.DONE)

    html = client.get("/en/program/").content.decode()

    assert '<html lang="en"' in html
    assert "What the councils decided" in html


def test_stands_at_its_promised_address():
    assert reverse("programs:list") == URL
