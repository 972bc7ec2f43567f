"""Points before and after, the sheet of a class, and the work made."""

from decimal import Decimal

import pytest

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse

from tests.factories import (
    create_class,
    create_craft,
    create_participant,
    create_picture,
    create_staff,
    create_training,
    create_unit,
    create_upload,
    create_user,
)
from tests.forms import form_data
from trainings.models import Score, Work
from trainings.rubrics import GENERIC, OF_FAMILY, points_of, rubric_of
from trainings.scores import (
    Typed,
    WrittenMeanwhile,
    assess,
    scores_of,
    show_work,
    write_scores,
)

pytestmark = pytest.mark.django_db


def typed(seat, note=None, seen=None, **points):
    points = {name: points[name] and Decimal(points[name]) for name in points}
    return Typed(seat.pk, points, seen or {}, note)


def a_class(size=1, **fields):
    training_class = create_class(**fields)
    seats = [create_participant(training_class=training_class) for _turn in range(size)]
    return training_class, seats


# Averages and gain


def test_gain_is_counted_of_those_who_took_both_tests():
    training_class, (first, second, third) = a_class(3)
    rows = [
        typed(first, before=40, after=70),
        typed(second, before=60, after=80),
        typed(third, before=20),
    ]
    write_scores(training_class, rows)

    scores = scores_of(training_class)

    assert (scores.before, scores.after, scores.gain) == (40, 75, 25)
    assert scores.number == 2
    # Half of what the first and half of what the second could win.
    assert scores.share == pytest.approx(0.5)


def test_who_had_everything_before_could_win_nothing():
    training_class, (seat,) = a_class()
    write_scores(training_class, [typed(seat, before=100, after=100)])

    scores = scores_of(training_class)

    assert (scores.gain, scores.share, scores.in_words) == (0, None, "")


def test_a_class_without_points_has_no_average():
    training_class, _seats = a_class(2)

    scores = scores_of(training_class)

    assert scores.is_empty
    assert (scores.before, scores.gain, scores.share) == (None, None, None)


@pytest.mark.once
@pytest.mark.parametrize("size", [1, 3, 12])
def test_the_sheet_asks_the_same_queries(size, django_assert_num_queries):
    training_class, _seats = a_class(size)

    with django_assert_num_queries(2):
        scores_of(training_class)


# Writing


def test_points_are_written_changed_and_taken_back():
    training_class, (seat,) = a_class()
    write_scores(training_class, [typed(seat, before="82.5", note="Cepat paham")])
    score = seat.scores.get()
    assert (score.points, score.note) == (Decimal("82.50"), "Cepat paham")

    seen = {"before": Decimal("82.50")}
    write_scores(training_class, [typed(seat, seen=seen, before=None)])

    assert not seat.scores.exists()


def test_what_somebody_else_wrote_meanwhile_is_not_lost():
    training_class, (seat, other) = a_class(2)
    write_scores(training_class, [typed(seat, before=50)])

    with pytest.raises(WrittenMeanwhile) as meanwhile:
        write_scores(training_class, [typed(other, after=90), typed(seat, before=60)])

    assert meanwhile.value.cells == {(seat.pk, "before"): Decimal(50)}
    assert [score.points for score in Score.objects.all()] == [50]
    # The same points from two people are no quarrel.
    write_scores(training_class, [typed(seat, before=50)])


def test_points_of_another_class_are_not_written():
    training_class, _seats = a_class()
    _other, (stranger,) = a_class()

    assert write_scores(training_class, [typed(stranger, before=50)]) == 0
    assert not Score.objects.exists()


# The sheet of staff


@pytest.fixture
def desk(visit):
    browser = visit(create_staff(unit=create_unit()))
    browser.unit = create_unit()
    return browser


def sheet_of(training_class):
    return reverse("admin:trainings_score_sheet", args=[training_class.pk])


def test_an_officer_types_the_points_of_all_at_once(desk):
    training_class, (first, second) = a_class(2)
    page = sheet_of(training_class)
    data = form_data(desk.get(page).content.decode())
    data |= {
        f"{first.pk}-before": "40",
        f"{first.pk}-after": "82,5",
        f"{first.pk}-note": "Rapi",
        f"{second.pk}-product": "77.25",
    }

    assert desk.post(page, data).status_code == 302

    found = {(each.enrolment_id, each.kind): each for each in Score.objects.all()}
    assert {key: each.points for key, each in found.items()} == {
        (first.pk, "awal"): 40,
        (first.pk, "akhir"): Decimal("82.5"),
        (second.pk, "produk"): Decimal("77.25"),
    }
    assert found[first.pk, "akhir"].note == "Rapi"
    assert {each.given_by.unit for each in found.values()} == {desk.unit}
    # Sent once more it changes nothing.
    data = form_data(desk.get(page).content.decode())
    assert data[f"{first.pk}-after"] == "82,5"
    desk.post(page, data)
    assert Score.objects.count() == 3


@pytest.mark.once
@pytest.mark.parametrize("wrong", ["101", "-1", "abc", "1e5", "NaN", "12,345", "٣"])
def test_a_wrong_cell_gets_a_sentence_and_nothing_is_saved(desk, wrong):
    training_class, (first, second) = a_class(2)
    page = sheet_of(training_class)
    data = form_data(desk.get(page).content.decode())
    data |= {f"{first.pk}-before": "40", f"{second.pk}-before": wrong}

    answer = desk.post(page, data)

    if wrong == "٣":
        # An Arabic digit is a digit.
        assert answer.status_code == 302
        return
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Nilai dari 0 sampai 100, misalnya 75 atau 82,5." in html
    assert f'value="{wrong}"' in html and 'value="40"' in html
    assert not Score.objects.exists()


def test_a_note_alone_asks_for_points(desk):
    training_class, (seat,) = a_class()
    page = sheet_of(training_class)
    data = form_data(desk.get(page).content.decode())

    answer = desk.post(page, data | {f"{seat.pk}-note": "Rapi"})

    assert "catatan saja tidak disimpan" in answer.content.decode()


def test_two_officers_who_type_the_same_cell_learn_of_each_other(desk):
    training_class, (seat,) = a_class()
    page = sheet_of(training_class)
    data = form_data(desk.get(page).content.decode()) | {f"{seat.pk}-before": "60"}
    write_scores(training_class, [typed(seat, before=50)])

    html = desk.post(page, data).content.decode()

    assert "orang lain mengisi 50" in html
    assert seat.scores.get().points == 50
    again = form_data(html)
    assert again[f"{seat.pk}-before"] == "60"
    assert desk.post(page, again).status_code == 302
    assert seat.scores.get().points == 60


def test_the_sheet_is_closed_to_others(visit):
    training_class, (seat,) = a_class()
    neighbour = visit(create_staff(unit=create_unit(code="13.71")))
    agency = visit(create_staff(unit=create_unit(), role="Dinas"))
    observer = visit(create_staff(unit=create_unit(), role="Pengamat"))
    work = reverse("admin:trainings_work", args=[seat.pk])
    outcome = reverse("admin:trainings_class_outcome", args=[training_class.pk])

    for page in (sheet_of(training_class), work, outcome):
        assert neighbour.get(page).status_code == 404
        assert agency.get(page).status_code == 200
        assert observer.get(page).status_code == 403
    for page in (sheet_of(training_class), work):
        assert neighbour.post(page, {}).status_code == 404
        assert agency.post(page, {}).status_code == 403


def test_an_empty_class_says_so(desk):
    html = desk.get(sheet_of(create_class())).content.decode()

    assert "Belum ada peserta di kelas ini" in html


# The rubric and the work


@pytest.mark.parametrize("rubric", [GENERIC, *OF_FAMILY.values()])
def test_the_weights_of_a_rubric_are_a_hundred(rubric):
    assert sum(each.weight for each in rubric) == 100
    assert len({each.key for each in rubric}) == len(rubric)


def test_points_follow_from_grades_and_weights():
    best = {each.key: 4 for each in GENERIC}
    assert points_of("lain", best) == 100
    assert points_of("lain", dict.fromkeys(best, 0)) == 0
    assert points_of("lain", best | {"teknik": 2}) == 85
    assert rubric_of("tenun") != rubric_of("kayu") == GENERIC


def graded(family, grade=3):
    return {f"grade-{each.key}": grade for each in rubric_of(family)}


def test_a_work_is_assessed_with_photo_and_points(desk):
    training_class, (seat,) = a_class(craft=create_craft())
    page = reverse("admin:trainings_work", args=[seat.pk])
    assert "Tenunan rapat dan rata" in desk.get(page).content.decode()
    facts = {"name": "Dompet songket", "alt": "Dompet merah", "note": "Siap jual"}

    answer = desk.post(
        page, {**facts, **graded("tenun"), "photo": create_upload(), "is_public": "on"}
    )

    assert answer.status_code == 302
    work = Work.objects.get()
    assert work.photo and work.public_page == training_class.training
    score = seat.scores.get()
    assert (score.points, score.note) == (75, "Siap jual")
    # On the sheet these points are read, not typed.
    html = desk.get(sheet_of(training_class)).content.decode()
    assert "Karya sudah dinilai" in html


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("grade-kerapatan", "Pilih salah satu jawaban."),
        ("name", "Sebutkan karya yang dibuat."),
        ("alt", "Tulis singkat isi foto ini."),
        ("photo", "Pilih foto yang akan ditampilkan."),
    ],
)
def test_what_is_missing_of_an_assessment_is_named(desk, missing, sentence):
    _class, (seat,) = a_class(craft=create_craft())
    data = {"name": "Dompet", "alt": "Dompet merah", "is_public": "on"}
    data |= {**graded("tenun"), "photo": create_upload()}
    del data[missing]

    answer = desk.post(reverse("admin:trainings_work", args=[seat.pk]), data)

    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not Work.objects.exists()


def test_no_work_is_public_without_a_photo():
    training_class, (seat,) = a_class()
    grades = {each.key: 3 for each in rubric_of(training_class.craft.family)}

    with pytest.raises(ValidationError):
        assess(seat, grades=grades, name="Dompet", is_public=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        page = training_class.training
        Work.objects.create(enrolment=seat, name="Dompet", public_page=page)
    assess(seat, grades=grades, name="Dompet")


def test_a_work_stands_on_the_page_only_while_its_maker_agrees(client, visit):
    training_class, (seat,) = a_class(training=create_training())
    grades = {each.key: 3 for each in rubric_of(training_class.craft.family)}
    facts = {"name": "Dompet elok", "alt": "Dompet", "photo": create_picture()}
    work = assess(seat, grades=grades, **facts)
    page = training_class.training.get_absolute_url()
    assert "Dompet elok" not in client.get(page).content.decode()

    maker, stranger = create_user(), create_user()
    maker.person = seat.artisan.person
    maker.save(update_fields=["person"])
    switch = reverse("my:work_shown", args=[work.pk])
    assert visit(stranger).post(switch, {"tampil": "ya"}).status_code == 404
    assert visit(maker).get(switch).status_code == 405

    visit(maker).post(switch, {"tampil": "ya"})
    assert "Dompet elok" in client.get(page).content.decode()
    visit(maker).post(switch, {"tampil": "tidak"})
    assert "Dompet elok" not in client.get(page).content.decode()


def test_what_the_maker_took_back_nobody_else_shows_again(desk):
    training_class, (seat,) = a_class()
    grades = {each.key: 3 for each in rubric_of(training_class.craft.family)}
    facts = {"name": "Dompet", "alt": "Dompet", "photo": create_picture()}
    work = assess(seat, grades=grades, is_public=True, **facts)
    before = work.photo.stored_names()

    with TestCase.captureOnCommitCallbacks(execute=True):
        show_work(work, False)
    work.refresh_from_db()
    storage, after = work.photo.storage, work.photo.stored_names()
    assert len(after) == len(before) and all(map(storage.exists, after))
    assert not any(map(storage.exists, before))

    page = reverse("admin:trainings_work", args=[seat.pk])
    assert "Pembuatnya menarik" in desk.get(page).content.decode()
    typed = {"name": "Dompet", "alt": "Dompet", "is_public": "on"}
    desk.post(page, {**typed, **graded(training_class.craft.family)})
    assert not assess(seat, grades=grades, name="Dompet", is_public=True).is_public

    show_work(work, True)
    assert assess(seat, grades=grades, name="Dompet", is_public=True).is_public
