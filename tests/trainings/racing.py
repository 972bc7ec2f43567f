"""What races need: many at once on their own connections, and the lock taken off."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from threading import Barrier, Lock

import pytest

from django.db import DatabaseError, connections

from council.models import Message
from tests.factories import create_artisan, create_class
from trainings import enrolment as door
from trainings.enrolment import offers, registering, seats
from trainings.models import Training, TrainingClass

ROUNDS = 5


@pytest.fixture
def lock_off(monkeypatch):
    """Read the class without holding it, and let others read it meanwhile."""
    tickets, guard = count(100), Lock()

    @contextmanager
    def read(training_class_id):
        training_class = TrainingClass.objects.get(pk=training_class_id)
        trainings = Training.objects.select_related("unit")
        training_class.training = trainings.get(pk=training_class.training_id)
        # The unique queue number is a fence of its own; it is taken down as well.
        with guard:
            training_class.last_ticket = next(tickets)
        time.sleep(0.2)
        yield training_class

    def look_early(*asked):
        # What was answered before is read by all before anybody writes.
        earlier = earlier_answer(*asked)
        time.sleep(0.2)
        return earlier

    def refuse_early(*asked):
        # What speaks against it is looked up by all before anybody writes.
        reason = why_refused(*asked)
        time.sleep(0.2)
        return reason

    def hand_over_late(*enrolment, **how):
        # Between choosing who is next and writing it, others choose as well.
        time.sleep(0.3)
        hand_over(*enrolment, **how)

    def close_late(*offer):
        # Between reading that an offer is open and answering it, others read it too.
        time.sleep(0.3)
        close(*offer)

    close = offers.close
    hand_over, earlier_answer = offers.hand_over, registering.earlier_answer
    why_refused = registering.why_refused
    monkeypatch.setattr(seats, "held", read)
    monkeypatch.setattr(seats, "hold_artisan", lambda artisan: None)
    monkeypatch.setattr(registering, "earlier_answer", look_early)
    monkeypatch.setattr(registering, "why_refused", refuse_early)
    monkeypatch.setattr(offers, "close", close_late)
    monkeypatch.setattr(offers, "hand_over", hand_over_late)


def race(*acts):
    """Do all at once, each on its own connection; give what each came to."""
    barrier = Barrier(len(acts))

    def run(act):
        try:
            barrier.wait(timeout=20)
            return act()
        except (door.EnrolmentRefused, DatabaseError) as error:
            return error
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def joining(training_class, artisan, key="form"):
    return lambda: door.enrol(artisan, training_class, request_key=key)


def leaving(enrolment):
    return lambda: door.cancel(enrolment)


def crowd(size):
    return [create_artisan() for _turn in range(size)]


def filled(quota, waiting):
    """A full class with people in line."""
    training_class = create_class(quota=quota)
    for artisan in crowd(quota + waiting):
        joining(training_class, artisan)()
    return training_class


def counted(training_class):
    return Counter(training_class.enrolments.values_list("status", flat=True))


def is_exact(training_class):
    """Whether seats, kept number, line and messages agree."""
    training_class.refresh_from_db()
    seats = training_class.enrolments.seated().count()
    kept = sum(row.unused for row in training_class.allotments.kept())
    line = training_class.enrolments.waiting().with_position()
    positions = [row.position for row in line]
    causes = list(Message.objects.values_list("cause", flat=True))
    return (
        seats == training_class.taken <= training_class.quota
        and kept == training_class.reserved
        and positions == list(range(1, len(positions) + 1))
        and (seats + kept == training_class.quota or not positions)
        and len(causes) == len(set(causes))
    )


def goes_wrong(run):
    """Whether it goes wrong in one of a few rounds."""
    return any(not run() for _round in range(ROUNDS))
