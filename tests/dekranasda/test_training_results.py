"""What came of trainings: for staff in five ways, for the public as a sentence."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from django.urls import reverse
from django.utils import timezone

from artisans.models import Artisan
from dekranasda.training_results import Results
from programs.models import LaterResult
from tests.factories import (
    create_artisan,
    create_class,
    create_craft,
    create_follow_up,
    create_participant,
    create_person,
    create_program,
    create_region,
    create_staff,
    create_training,
    create_unit,
)
from trainings.follow_ups import answer
from trainings.models import Engagement, FollowUp
from trainings.result_pages import hidden

pytestmark = pytest.mark.django_db

ANSWER = {
    "obstacle": "",
    "has_new_product": None,
    "product_name": "",
    "helpers": None,
    "turnover": "",
    "need": "",
    "words": "",
}


def say(training_class, *answers, months=6, artisan=None, **facts):
    """Participants of a class answer so; None stays silent."""
    for producing in answers:
        seat = create_participant(training_class=training_class, artisan=artisan)
        row = create_follow_up(enrolment=seat, months=months)
        if producing:
            answer(row, way="tautan", **{**ANSWER, "producing": producing, **facts})


def a_class(year=2026, *, title="Pelatihan tapis", craft="tapis", **fields):
    day = date(year, 3, 10)
    training = create_training(title=title, starts_on=day, ends_on=day, **fields)
    return create_class(training=training, craft=create_craft(slug=craft))


@pytest.fixture
def officer():
    return create_staff(unit=create_unit())


def lines_of(user, head, **asked):
    found = Results(user, asked)
    table = next(table for table in found.tables if table.head == head)
    return {line.label: (line.asked, *line.counts) for line in table.lines}


def test_the_ladder_is_drawn_for_training_fund_and_craft(officer):
    tapis = a_class(fund_source="csr")
    say(tapis, "ya", "ya", "kadang", None)
    say(a_class(title="Pelatihan batik", craft="batik"), "tidak")

    assert lines_of(officer, "Pelatihan") == {
        "Pelatihan tapis": (4, 2, 1, 0),
        "Pelatihan batik": (1, 0, 0, 1),
    }
    assert lines_of(officer, "Kriya")["Tapis"] == (4, 2, 1, 0)
    funds = lines_of(officer, "Sumber dana")
    assert sorted(funds.values()) == [(1, 0, 0, 1), (4, 2, 1, 0)]


def test_a_class_counts_for_each_instructor_who_taught_it(officer):
    training_class = a_class()
    for name, status, invited_at in [
        ("Ani", "bersedia", None),
        ("Budi", "diundang", None),
        ("Cici", "menolak", None),
        ("Dedi, who never answered", "diundang", timezone.now()),
    ]:
        Engagement.objects.create(
            training_class=training_class,
            instructor=create_person(full_name=name),
            status=status,
            invited_at=invited_at,
        )
    say(training_class, "ya", None)

    assert lines_of(officer, "Pelatih") == {"Ani": (2, 1, 0, 0), "Budi": (2, 1, 0, 0)}


def test_the_kecamatan_is_where_the_participant_lives(officer):
    ciputat, nowhere = create_artisan(), create_artisan()
    Artisan.objects.filter(pk=nowhere.pk).update(village=None)
    serpong = create_artisan()
    village = create_region(code="36.74.01.1001")
    Artisan.objects.filter(pk=serpong.pk).update(village=village)
    for artisan in (ciputat, serpong, nowhere):
        say(a_class(), "ya", artisan=artisan)

    assert lines_of(officer, "Kecamatan") == {
        "Ciputat": (1, 1, 0, 0),
        "Serpong": (1, 1, 0, 0),
        "Tidak diketahui": (1, 1, 0, 0),
    }


def test_year_and_stage_narrow_and_odd_ones_are_passed_over(officer):
    say(a_class(2025), "ya", months=12)
    say(a_class(2026), "tidak", months=3)

    assert Results(officer, {}).total.counts == (1, 0, 1)
    assert Results(officer, {"tahun": "2025"}).total.counts == (1, 0, 0)
    assert Results(officer, {"tahap": "3"}).total.counts == (0, 0, 1)
    for odd in ("2031", "x", "²", "9" * 50, "\x00"):
        found = Results(officer, {"tahun": odd, "tahap": odd})
        assert found.total.answered == 2
    assert [months for months, _line in Results(officer, {}).stages] == [3, 12]


def test_the_page_shows_own_rows_alone_and_exports_them(visit, officer):
    say(a_class(), "ya")
    say(a_class(title="Pelatihan lain", unit=create_unit(code="13.71")), "ya")
    browser = visit(officer)
    page = reverse("admin:results")

    html = browser.get(page).content.decode()
    assert "Pelatihan tapis" in html and "Pelatihan lain" not in html

    file = browser.get(page, {"format": "xlsx"})
    book = load_workbook(BytesIO(file.content))
    rows = list(book.worksheets[0].values)
    assert rows[0][:3] == ("Pelatihan", "Ditanya", "Menjawab")
    assert rows[1][0] == "Pelatihan tapis" and len(rows) == 2
    assert len(book.worksheets) == 5


@pytest.mark.once
@pytest.mark.parametrize("number", [1, 3, 20])
def test_the_page_asks_the_same_queries(officer, number, django_assert_max_num_queries):
    for each in range(number):
        say(a_class(title=f"Pelatihan {each}"), "ya")

    with django_assert_max_num_queries(20):
        found = Results(officer, {})
        assert found.total and found.stages and found.growth and found.to_call == 0
        assert all(table.shown is not None for table in found.tables)
        assert found.questions


def test_sales_are_told_from_three_people_on(officer):
    training_class = a_class()
    say(training_class, "ya", "ya", turnover="lebih")
    assert Results(officer, {}).answers_to("turnover") == []

    say(training_class, "ya", turnover="sampai-1")
    bars = Results(officer, {}).answers_to("turnover")
    assert [drawn.bar.value for drawn in bars] == [0, 1, 0, 0, 2]


def test_a_village_officer_without_results_reads_why(visit):
    staff = create_staff(unit=create_unit(code="36.74.04"))
    html = visit(staff).get(reverse("admin:results")).content.decode()

    assert "Belum ada yang ditanya" in html


def test_single_answers_are_not_for_observers(visit, officer):
    page = reverse("admin:results")
    observer = visit(create_staff(unit=create_unit(), role="Pengamat"))

    assert observer.get(page).status_code == 403
    assert visit(officer).get(page).status_code == 200


# What the public reads


def told(productive, partly=0, not_yet=0, months=6):
    row = LaterResult(
        months=months, productive=productive, partly=partly, not_yet=not_yet
    )
    return row.sentence


def test_nothing_is_said_below_five_answers():
    assert told(4) == ""
    assert "6 bulan kemudian" in told(5)


@pytest.mark.parametrize(
    ("productive", "others", "words"),
    [
        (3, 3, "3 dari 6 peserta"),
        (2, 4, "baru sedikit dari 6 peserta"),
        (0, 5, "baru sedikit dari 5 peserta"),
        (5, 2, "hampir semua dari 7 peserta"),
        (7, 0, "hampir semua dari 7 peserta"),
    ],
)
def test_one_or_two_people_are_never_counted_in_public(productive, others, words):
    assert words in told(productive, not_yet=others)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([10, 4, 3], [10, 4, 3]),
        ([10, 4, 0], [10, 4, 0]),
        ([10, 4, 2], [10, None, None]),
        ([10, 1, 2], [10, None, None]),
        ([4, 4, 1], [None, None, None]),
        ([6, 0, 2], [None, 0, None]),
    ],
)
def test_what_is_left_out_cannot_be_worked_out(counts, shown):
    assert hidden(counts) == shown


def test_training_and_program_page_say_what_came_of_it(client):
    program = create_program(year=timezone.localdate().year)
    today = timezone.localdate()
    training = create_training(
        unit=program.unit, program=program, starts_on=today, ends_on=today
    )
    training_class = create_class(training=training)
    say(training_class, *["ya"] * 3, "kadang")
    sentence = "3 dari 6 peserta yang menjawab rutin"
    pages = (training.get_absolute_url(), reverse("programs:list"))
    assert not any(sentence in client.get(page).content.decode() for page in pages)

    say(training_class, "tidak", "tidak")

    assert all(sentence in client.get(page).content.decode() for page in pages)


def test_the_rule_and_the_counts_of_all_trainings_are_public(client):
    training_class = a_class()
    say(training_class, *["ya"] * 6, *["kadang"] * 4, *["tidak"] * 3)
    draft = create_class(training=create_training(published=False))
    say(draft, *["tidak"] * 9)

    html = client.get(reverse("trainings:ladder")).content.decode()

    assert "Rutin membuat kriya" in html
    assert "setelah 6 bulan" in html
    for number in (13, 6, 4, 3):
        assert f'<td class="align-end">{number}</td>' in html


def test_counts_say_what_the_answers_say():
    training_class = a_class()
    say(training_class, "ya", "kadang", "tidak", "tidak", None)

    kept = LaterResult.objects.get()
    rungs = list(FollowUp.objects.values_list("rung", flat=True))
    assert (kept.productive, kept.partly, kept.not_yet) == tuple(
        rungs.count(rung) for rung in FollowUp.Rung.values
    )


def test_whom_to_call_waits_on_the_staff_home(visit, officer):
    create_follow_up(sent_at=timezone.now() - timedelta(days=20))

    html = visit(officer).get(reverse("admin:index")).content.decode()

    assert "peserta yang perlu ditelepon" in html
    assert reverse("admin:results") in html
