"""Asking what participants think: once, only those who came, never with a name."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from council.models import Message
from tests.factories import (
    create_class,
    create_held_session,
    create_participant,
    create_staff,
    create_training,
    create_unit,
)
from trainings.feedback import FeedbackClosed, ask_all, feedback_for, feedback_of, give
from trainings.models import Engagement, Feedback, FeedbackRequest, Session

pytestmark = pytest.mark.django_db

DAY = date(2026, 8, 10)
GOOD = {"material": 5, "instructor": 4, "organisation": 3, "words": ""}


def wib(*moment):
    return datetime(*moment, tzinfo=ZoneInfo("Asia/Jakarta"))


def held(number, *, day=DAY):
    """A class held that day with so many who came, and one who did not."""
    training = create_training(starts_on=day, ends_on=day)
    training_class = create_class(training=training)
    came = [
        create_participant(training_class=training_class) for _turn in range(number)
    ]
    create_participant(training_class=training_class)
    create_held_session(*came, training_class=training_class, held_on=day)
    return training_class, came


def asked(number):
    """Requests for the feedback of a class that was held today."""
    today = timezone.localdate()
    training_class, came = held(number, day=today - timedelta(days=1))
    ask_all()
    return training_class, list(FeedbackRequest.objects.order_by("pk"))


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        ((2026, 8, 10, 11, 59, 59), 0),
        ((2026, 8, 10, 12, 0, 0), 1),
        ((2026, 10, 8, 23, 59, 59), 1),
        ((2026, 10, 9, 0, 0, 0), 0),
    ],
)
def test_it_is_asked_from_the_end_of_the_last_session_for_sixty_days(moment, number):
    held(1)

    with time_machine.travel(wib(*moment), tick=False):
        assert ask_all() == number


def test_only_who_came_is_asked_and_told_once():
    _class, came = held(2)

    with time_machine.travel(wib(2026, 8, 11), tick=False):
        assert (ask_all(), ask_all()) == (2, 0)

    assert {each.enrolment for each in FeedbackRequest.objects.all()} == set(came)
    assert Message.objects.count() == 2
    codes = FeedbackRequest.objects.values_list("code", flat=True)
    bodies = " ".join(Message.objects.values_list("body", flat=True))
    assert all(code in bodies for code in codes)


def test_nobody_is_asked_while_a_session_is_still_to_come():
    training_class, _came = held(1)
    hours = Session.objects.values("start_time", "end_time").get()
    later = Session.objects.create(
        training_class=training_class, held_on=DAY + timedelta(days=3), **hours
    )
    with time_machine.travel(wib(2026, 8, 11), tick=False):
        assert ask_all() == 0

        later.status = Session.Status.CANCELLED
        later.save(update_fields=["status"])
        assert ask_all() == 1


def test_an_answer_is_taken_once_without_a_name(client):
    training_class, (row,) = asked(1)
    page = reverse("trainings:feedback", args=[row.code])
    assert "no-store" in client.get(page)["Cache-Control"]
    assert not Feedback.objects.exists()

    first = client.post(page, GOOD | {"words": "Ruangnya panas"}, follow=True)
    client.post(page, GOOD | {"material": 1})

    given = Feedback.objects.get()
    assert (given.material, given.words) == (5, "Ruangnya panas")
    assert given.training_class == training_class
    assert "Tersimpan, tanpa nama Anda" in first.content.decode()
    named = {field.related_model for field in Feedback._meta.fields} - {None}
    assert named == {type(training_class)}


@pytest.mark.parametrize("wrong", [{"material": "6"}, {"material": ""}, {}])
def test_a_missing_or_wrong_rating_gets_a_sentence(client, wrong):
    _class, (row,) = asked(1)
    page = reverse("trainings:feedback", args=[row.code])
    data = {**GOOD, "words": "Terima kasih", **wrong}
    data = data if wrong else {"words": "Terima kasih"}

    html = client.post(page, data).content.decode()

    assert "Terima kasih" in html
    assert "error-summary" in html
    assert not Feedback.objects.exists()


def test_links_nobody_gave_and_links_that_are_over_say_so(client):
    _class, (row,) = asked(1)
    page = reverse("trainings:feedback", args=[row.code])
    unknown = reverse("trainings:feedback", args=["TIDAKADA"])

    assert client.get(unknown).status_code == 404
    with time_machine.travel(timezone.now() + timedelta(days=61)):
        assert client.get(page).status_code == 410
        assert client.post(page, GOOD).status_code == 410
        with pytest.raises(FeedbackClosed):
            give(row, **GOOD)


def test_opinions_are_shown_together_from_the_third_on():
    training_class, rows = asked(3)
    for number, row in enumerate(rows[:2], 1):
        give(row, **GOOD | {"words": f"Kata {number}"})

    few = feedback_of(training_class)
    assert (few.asked, few.answered, few.is_shown) == (3, 2, False)
    assert (few.ratings, few.words) == ((), ())

    give(rows[2], **GOOD | {"material": 2, "words": "Awalnya sulit"})

    enough = feedback_of(training_class)
    assert enough.is_shown
    assert [rating.average for rating in enough.ratings] == [4, 4, 3]
    # In the order of the alphabet, not of the answers.
    assert enough.words == ("Awalnya sulit", "Kata 1", "Kata 2")


def test_the_instructor_reads_the_same_as_the_staff(visit):
    training_class, rows = asked(3)
    for row in rows:
        give(row, **GOOD | {"words": "Pelatihnya sabar"})
    engagement = Engagement.objects.create(
        training_class=training_class,
        instructor=rows[0].enrolment.artisan.person,
    )
    assert feedback_for(engagement) == feedback_of(training_class)

    page = reverse("admin:trainings_class_outcome", args=[training_class.pk])
    html = visit(create_staff(unit=create_unit())).get(page).content.decode()
    assert "Pelatihnya sabar" in html
    assert not any(str(row.enrolment) in html for row in rows[1:])


def test_words_are_destroyed_after_two_years_and_ratings_stay():
    _class, (row,) = asked(1)
    give(row, **GOOD | {"words": "Bu Ani sabar"})

    Feedback.objects.overdue(timezone.now() + timedelta(days=40)).forget()

    given = Feedback.objects.get()
    assert (given.words, given.material) == ("", 5)


def test_the_database_knows_only_ratings_from_1_to_5():
    with pytest.raises(IntegrityError), transaction.atomic():
        Feedback.objects.create(training_class=create_class(), **GOOD | {"material": 6})
    Feedback.objects.create(training_class=create_class(), **GOOD)
