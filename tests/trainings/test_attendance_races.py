"""
Several devices keep the list of one session in the same moment.

Each race has a control: with the lock off it must go wrong.
"""

import time
from contextlib import contextmanager
from datetime import timedelta

import pytest

from django.utils import timezone

from tests.factories import create_artisan, create_class, create_training
from trainings import attendance
from trainings.enrolment import enrol
from trainings.models import Attendance, Mark, Session

from .test_races import goes_wrong, race

pytestmark = pytest.mark.usefixtures("real_database")

PRESENT, ABSENT = Attendance.Status.PRESENT, Attendance.Status.ABSENT


@pytest.fixture
def lock_off(monkeypatch):
    """Read the session without holding it, and let others read it meanwhile."""

    @contextmanager
    def read(session_id):
        yield attendance.sessions_in_full().get(pk=session_id)

    def look_early(*asked):
        found = new_marks(*asked)
        time.sleep(0.2)
        return found

    def settle_late(*asked):
        time.sleep(0.2)
        settle(*asked)

    def stand_late(*asked):
        # Between reading what stands and changing it, others read it too.
        time.sleep(0.2)
        let_stand(*asked)

    new_marks, settle = attendance.new_marks, attendance.settle
    let_stand = attendance.let_stand
    monkeypatch.setattr(attendance, "held", read)
    monkeypatch.setattr(attendance, "new_marks", look_early)
    monkeypatch.setattr(attendance, "settle", settle_late)
    monkeypatch.setattr(attendance, "let_stand", stand_late)


def room():
    """A session of today with one participant."""
    training_class = create_class(training=create_training(days_ahead=0))
    session = training_class.sessions.create(
        held_on=timezone.localdate(), start_time="00:00", end_time="23:59"
    )
    return session, enrol(create_artisan(), training_class, request_key="form")


def sending(session, enrolment, status, key, *, ago=0):
    at = timezone.now() - timedelta(seconds=ago)
    return lambda: attendance.record(
        session, {enrolment.pk: status}, way="daftar", key=key, at=at
    )


def three_times_from_two_devices():
    session, enrolment = room()
    tablet = sending(session, enrolment, PRESENT, "tablet")
    phone = sending(session, enrolment, PRESENT, "ponsel")
    answers = race(tablet, tablet, phone)
    return (
        not any(isinstance(each, Exception) for each in answers)
        and session.attendances.count() == 1
        and Mark.objects.filter(session=session).count() == 2
        and Session.objects.get(pk=session.pk).is_held
    )


def test_the_same_mark_three_times_from_two_devices_is_one():
    assert three_times_from_two_devices()


def test_without_the_lock_the_same_mark_fails(lock_off):
    assert goes_wrong(three_times_from_two_devices)


def the_same_press_three_times():
    session, enrolment = room()
    ago = timezone.now() - timedelta(seconds=30)

    def press():
        return attendance.arrive(enrolment, session, way="sendiri", key="k1", at=ago)

    answers = race(press, press, press)
    failed = any(isinstance(each, Exception) for each in answers)
    return not failed and Mark.objects.filter(session=session).count() == 1


def test_a_press_that_a_phone_sends_again_and_again_is_one():
    assert the_same_press_three_times()


def test_without_the_lock_the_same_press_fails(lock_off):
    assert goes_wrong(the_same_press_three_times)


def two_devices_disagree():
    session, enrolment = room()
    answers = race(
        sending(session, enrolment, PRESENT, "tablet", ago=60),
        sending(session, enrolment, ABSENT, "ponsel", ago=5),
        sending(session, enrolment, PRESENT, "meja", ago=30),
    )
    standing = list(session.attendances.values_list("status", flat=True))
    failed = any(isinstance(each, Exception) for each in answers)
    return not failed and standing == [ABSENT]


def test_of_two_devices_the_mark_made_last_stands():
    assert all(two_devices_disagree() for _round in range(3))


def test_without_the_lock_two_devices_lose_a_mark(lock_off):
    assert goes_wrong(two_devices_disagree)
