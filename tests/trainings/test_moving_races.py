"""
Two officers save the same new days in the same moment: people are told once.

With the holding of the days off it must go wrong.
"""

import time
from contextlib import nullcontext
from datetime import timedelta

import pytest

from django.db import transaction

from council.models import Message
from tests.factories import create_session
from trainings import moving
from trainings.models import Move, TrainingClass

from .racing import filled, goes_wrong, race

pytestmark = pytest.mark.usefixtures("real_database")


@pytest.fixture
def days_not_held(monkeypatch):
    """Look at the days without holding them; on SQLite a transaction holds all."""

    def look_early(classes):
        found = schedules_of(classes)
        time.sleep(0.2)
        return found

    schedules_of = moving.schedules_of
    monkeypatch.setattr(moving, "hold_days", lambda classes: None)
    monkeypatch.setattr(moving, "schedules_of", look_early)


def saving(session, day, within):
    """What the form of a session does, once it is valid."""

    def act():
        with within():
            classes = TrainingClass.objects.filter(pk=session.training_class_id)
            before = moving.schedules_of(classes)
            type(session).objects.filter(pk=session.pk).update(held_on=day)
            return moving.tell_moved(classes, before)

    return act


def two_officers(within=transaction.atomic):
    group = filled(1, 1)
    session = create_session(training_class=group)
    day = session.held_on + timedelta(days=7)
    Message.objects.all().delete()
    answers = race(*[saving(session, day, within)] * 2)
    told = Message.objects.filter(cause__startswith="move-").count()
    return sorted(answers) == [0, 2] and told == 2 and group.moves.count() == 1


def test_new_days_saved_twice_at_once_are_told_once():
    assert all(two_officers() for _round in range(2))
    assert Move.objects.count() == 2


def test_without_holding_the_days_they_are_told_twice(days_not_held):
    assert goes_wrong(lambda: two_officers(nullcontext))
