"""Two answers in the same moment: one counts, and the other is told so."""

import time
from contextlib import contextmanager, suppress

import pytest

from council.models import Message
from tests.factories import (
    create_class,
    create_engagement,
    create_instructor,
    create_staff,
    create_unit,
)
from trainings import inviting
from trainings.models import Engagement

from .test_races import goes_wrong, race

pytestmark = pytest.mark.usefixtures("real_database")


@pytest.fixture
def lock_off(monkeypatch):
    """Read the invitation without holding it, and let others read it meanwhile."""

    @contextmanager
    def read(engagement):
        row = Engagement.objects.with_class().get(pk=engagement.pk)
        time.sleep(0.2)
        yield row

    monkeypatch.setattr(inviting, "held", read)


def saying(engagement, is_yes):
    def say():
        try:
            inviting.answer(engagement, is_yes=is_yes, seen=0)
        except inviting.AnsweredMeanwhile:
            return "late"
        return "first"

    return say


def yes_against_no():
    unit = create_unit(email="dinas@contoh.example")
    engagement = create_engagement(training_class=create_class())
    answers = race(saying(engagement, True), saying(engagement, False))
    engagement.refresh_from_db()
    told = Message.objects.filter(
        recipients=[unit.email], cause__startswith=f"teaching-{engagement.pk}-answer"
    )
    said = ["tidak" not in letter.body.split("\n")[0] for letter in told]
    return sorted(answers) == ["first", "late"] and said == [engagement.is_confirmed]


def test_a_yes_and_a_no_at_once_are_one_answer():
    assert all(yes_against_no() for _round in range(3))


def test_without_the_lock_both_count(lock_off):
    assert goes_wrong(yes_against_no)


def test_the_same_yes_sent_four_times_is_told_once():
    create_unit(email="dinas@contoh.example")
    engagement = create_engagement(training_class=create_class())

    assert race(*[saying(engagement, True)] * 4) == ["first"] * 4

    engagement.refresh_from_db()
    assert engagement.times_answered == 1
    causes = Message.objects.filter(cause__contains="-answer-")
    assert causes.count() == 1


def test_two_officers_ask_the_same_instructor_once():
    training_class, instructor = create_class(), create_instructor(email="a@b.example")
    officers = [create_staff(), create_staff()]

    race(
        *(
            lambda by=by: inviting.invite(training_class, instructor, by=by)
            for by in officers
        )
    )

    assert training_class.engagements.get().times_sent == 1
    assert Message.objects.count() == 1


def test_an_answer_against_a_withdrawal_leaves_one_word():
    engagement, by = create_engagement(training_class=create_class()), create_staff()

    def say():
        with suppress(inviting.InvitationRefused):
            inviting.answer(engagement, is_yes=True, seen=0)

    race(say, lambda: inviting.withdraw(engagement, by=by))

    engagement.refresh_from_db()
    assert engagement.is_withdrawn
