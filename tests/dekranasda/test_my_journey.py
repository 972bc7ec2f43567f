"""An artisan's years with the council on one page, for the artisan alone."""

from datetime import timedelta

import pytest

from django.urls import reverse
from django.utils import timezone

from artisans.models import FlagshipMark
from programs.models import ActivityPerson
from tests.factories import (
    create_artisan,
    create_business,
    create_class,
    create_event,
    create_follow_up,
    create_held_session,
    create_label,
    create_participant,
    create_product,
    create_training,
    create_user,
)
from trainings import feedback
from trainings.follow_ups import ANSWERS, answer, decline
from trainings.rubrics import rubric_of
from trainings.scores import Typed, assess, write_scores

pytestmark = pytest.mark.django_db

JOURNEY = "/saya/perjalanan/"


@pytest.fixture
def maker(visit):
    user = create_user()
    artisan = create_artisan(user=user)
    browser = visit(user)
    browser.artisan = artisan
    return browser


def learnt(artisan, days_ago=10):
    day = timezone.localdate() - timedelta(days=days_ago)
    training = create_training(title="Pelatihan kanari", starts_on=day, ends_on=day)
    training_class = create_class(training=training)
    seat = create_participant(training_class=training_class, artisan=artisan)
    create_held_session(seat, training_class=training_class, held_on=day)
    create_held_session(training_class=training_class, held_on=day)
    return seat


def test_an_empty_journey_says_what_will_stand_there(maker, visit):
    for browser in (maker, visit(create_user())):
        html = browser.get(JOURNEY).content.decode()
        assert "Pelatihan pertama Anda masih menanti" in html


def test_a_training_shows_attendance_points_and_work(maker):
    seat = learnt(maker.artisan)
    points = {"before": 40, "after": 82.5}
    write_scores(seat.training_class, [Typed(seat.pk, points, {}, "Cepat paham")])
    family = seat.training_class.craft.family
    grades = {each.key: 4 for each in rubric_of(family)}
    assess(seat, grades=grades, name="Dompet merah", note="Rapi sekali")

    html = maker.get(JOURNEY).content.decode()

    for word in ("Pelatihan kanari", "50%", "1 dari 2 sesi", "82,5", "+42,5"):
        assert word in html, word
    assert "Dompet merah" in html and "Rapi sekali" in html


def test_attendance_is_rounded_down_as_on_the_certificate(maker):
    seat = learnt(maker.artisan)
    day = seat.training_class.training.starts_on
    create_held_session(seat, training_class=seat.training_class, held_on=day)

    html = maker.get(JOURNEY).content.decode()

    assert "66%" in html and "2 dari 3 sesi" in html


def test_whoever_does_not_want_to_be_asked_is_not_asked_here(maker):
    row = create_follow_up(enrolment=learnt(maker.artisan))
    assert row.get_absolute_url() in maker.get(JOURNEY).content.decode()

    decline(row)

    assert row.get_absolute_url() not in maker.get(JOURNEY).content.decode()


def test_open_questions_wait_on_the_journey(maker):
    seat = learnt(maker.artisan)
    feedback.ask_all()
    row = create_follow_up(enrolment=seat)

    html = maker.get(JOURNEY).content.decode()

    assert reverse("trainings:feedback", args=[seat.feedback_request.code]) in html
    assert row.get_absolute_url() in html


def test_the_question_of_a_stage_stands_on_the_own_page_until_it_is_answered(maker):
    row = create_follow_up(enrolment=learnt(maker.artisan))
    create_follow_up(enrolment=learnt(create_artisan()))
    assert row.get_absolute_url() in maker.get("/saya/").content.decode()

    said = dict.fromkeys(ANSWERS, "") | {"helpers": None, "has_new_product": None}
    answer(row, way="tautan", **said | {"producing": "ya"})

    assert "/pelatihan/kabar/" not in maker.get("/saya/").content.decode()


def test_labels_marks_and_exhibitions_are_moments(maker):
    business = create_business(owner=maker.artisan, name="Kriya Kanari")
    product = create_product(business=business, name="Selendang Kanari")
    create_label(product=product)
    year = timezone.localdate().year
    FlagshipMark.objects.create(product=product, unit=business.unit, year=year)
    event = create_event(title="Pameran kanari", days_ahead=-30)
    person = maker.artisan.person
    ActivityPerson.objects.create(activity=event, person=person, role="narasumber")

    html = maker.get(JOURNEY).content.decode()

    assert "Label teknik untuk Selendang Kanari" in html
    assert "Selendang Kanari menjadi produk unggulan" in html
    assert "Kriya Kanari tampil untuk umum" in html
    assert "Pameran kanari" in html


def test_what_was_told_later_is_a_moment(maker):
    row = create_follow_up(enrolment=learnt(maker.artisan))
    said = dict.fromkeys(ANSWERS, "") | {"helpers": None, "has_new_product": True}
    said |= {"producing": "kadang", "product_name": "Dompet kecil"}
    answer(row, way="tautan", **said)

    html = maker.get(JOURNEY).content.decode()

    assert "Anda memberi kabar setelah Pelatihan kanari" in html
    assert "setelah 3 bulan: kadang-kadang, Dompet kecil" in html


def test_nobody_sees_the_journey_of_another(maker, visit):
    learnt(create_artisan())
    stranger = create_user()
    create_artisan(user=stranger)

    assert "Pelatihan kanari" not in visit(stranger).get(JOURNEY).content.decode()
    learnt(maker.artisan)
    assert "Pelatihan kanari" in maker.get(JOURNEY).content.decode()


def test_what_is_still_to_come_is_no_moment_yet(maker):
    training_class = create_class(training=create_training(title="Pelatihan nanti"))
    create_participant(training_class=training_class, artisan=maker.artisan)

    assert "Pelatihan nanti" not in maker.get(JOURNEY).content.decode()


@pytest.mark.once
@pytest.mark.parametrize("number", [1, 3, 12])
def test_the_journey_asks_the_same_queries(
    maker, number, django_assert_max_num_queries
):
    for each in range(number):
        seat = learnt(maker.artisan, days_ago=10 + each)
        create_follow_up(enrolment=seat)
    feedback.ask_all()

    with django_assert_max_num_queries(18):
        assert maker.get(JOURNEY).status_code == 200
