"""Who was there: marks, the record of a class, and what is still possible."""

from datetime import time, timedelta

import pytest

from tests.factories import create_artisan, create_class
from trainings.attendance import records_of
from trainings.enrolment import enrol
from trainings.models import Attendance, Session

pytestmark = pytest.mark.django_db

Standing, Mark = Session.Status, Attendance.Status


def class_of(*statuses):
    """A class with one session a day, each standing so."""
    training_class = create_class()
    for number, status in enumerate(statuses):
        training_class.sessions.create(
            held_on=training_class.training.starts_on + timedelta(days=number),
            start_time=time(9),
            end_time=time(11, 30),
            status=status,
        )
    return training_class


def participant(training_class, *marks):
    """An artisan of the class, with a mark for each of its first sessions."""
    enrolment = enrol(create_artisan(), training_class, request_key="form")
    for session, mark in zip(training_class.sessions.all(), marks, strict=False):
        if mark:
            Attendance.objects.create(
                session=session, enrolment=enrolment, status=mark, way="daftar"
            )
    return enrolment


def test_the_record_counts_what_was_held_and_attended():
    held, planned = Standing.HELD, Standing.PLANNED
    training_class = class_of(held, held, held, planned, Standing.CANCELLED)
    enrolment = participant(training_class, Mark.PRESENT, Mark.ILL, Mark.PRESENT)

    record = records_of(training_class)[enrolment.pk]

    first, _second, third, *_rest = training_class.sessions.all()
    assert record.attended == [first, third]
    assert (record.held, record.planned) == (3, 4)
    assert record.minutes == 300
    assert (record.percent_so_far, record.percent_of_all) == (66, 50)
    assert record.best_possible == 75


def test_only_participants_have_a_record():
    training_class = class_of(Standing.PLANNED)
    training_class.quota = 1
    training_class.save(update_fields=["quota"])
    seat, waiting = participant(training_class), participant(training_class)

    records = records_of(training_class)

    assert set(records) == {seat.pk}
    assert waiting.is_waiting
    assert records[seat.pk].percent_so_far == 0
    assert records[seat.pk].best_possible == 100


def test_a_class_without_sessions_divides_nothing_by_nothing():
    enrolment = participant(class_of())

    assert records_of(enrolment.training_class)[enrolment.pk].best_possible == 0
