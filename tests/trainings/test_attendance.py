"""Who was there: marks, the record of a class, and what is still possible."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.factories import (
    create_artisan,
    create_class,
    create_staff,
    create_training,
    create_unit,
)
from trainings.attendance import (
    AttendanceRefused,
    arrive,
    call_off,
    is_open,
    last_sending,
    put_back,
    record,
    records_of,
    sessions_to_join,
    undo,
    why_not_arrive,
)
from trainings.enrolment import cancel, enrol
from trainings.models import Attendance, Mark, Session

pytestmark = pytest.mark.django_db

Standing, Status, Way = Session.Status, Attendance.Status, Attendance.Way
JAKARTA = ZoneInfo("Asia/Jakarta")
MORNING = datetime(2026, 12, 1, 9, tzinfo=JAKARTA)


def class_of(*statuses, **fields):
    """A class with one session a day, each standing so."""
    training_class = create_class(**fields)
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


@pytest.fixture
def hall():
    """A class whose first session begins this morning at nine, with two people."""
    with time_machine.travel(MORNING, tick=False):
        training = create_training(days_ahead=0)
        training_class = class_of(Standing.PLANNED, Standing.PLANNED, training=training)
        training_class.people = [participant(training_class) for _turn in range(2)]
        training_class.first = training_class.sessions.first()
        yield training_class


def marked(session, enrolment):
    row = session.attendances.filter(enrolment=enrolment).first()
    return row and row.status


def tick(hall, status=Status.PRESENT, *, key="satu", minutes=0, person=0, **how):
    at = MORNING + timedelta(minutes=minutes)
    marks = {hall.people[person].pk: status}
    return record(hall.first, marks, way=Way.LIST, key=key, at=at, **how)


# Marks


def test_the_first_mark_makes_the_session_held(hall):
    officer = create_staff()

    tick(hall, by=officer)

    hall.first.refresh_from_db()
    row = Attendance.objects.get()
    assert hall.first.is_held
    assert (row.enrolment, row.status, row.recorded_by) == (
        hall.people[0],
        "hadir",
        officer,
    )


def test_the_same_mark_from_two_devices_is_one_row(hall):
    tick(hall, key="tablet")
    again = tick(hall, key="tablet")
    tick(hall, key="ponsel", minutes=-1)

    assert again == []
    assert Attendance.objects.count() == 1


def test_the_mark_made_last_stands_whenever_it_arrives(hall):
    tick(hall, Status.PRESENT, key="tablet", minutes=-5)
    tick(hall, Status.ILL, key="ponsel", minutes=-20)

    assert marked(hall.first, hall.people[0]) == "hadir"

    tick(hall, Status.EXCUSED, key="meja", minutes=-1)

    assert marked(hall.first, hall.people[0]) == "izin"


def test_a_mark_from_the_future_is_of_now(hall):
    mark = tick(hall, minutes=90)[0]

    assert mark.made_at == MORNING


def test_undo_brings_back_what_stood_before(hall):
    tick(hall, Status.PRESENT, key="tablet", minutes=-5)
    tick(hall, Status.ABSENT, key="keliru")

    assert last_sending(hall.first)[0].status == "alpa"
    assert undo(hall.first, "keliru") == 1
    assert marked(hall.first, hall.people[0]) == "hadir"
    assert undo(hall.first, "keliru") == 0

    undo(hall.first, "tablet")

    hall.first.refresh_from_db()
    assert marked(hall.first, hall.people[0]) is None
    assert hall.first.status == "direncanakan"
    assert Mark.objects.count() == 2


def test_only_participants_are_marked(hall):
    stranger = participant(class_of(Standing.PLANNED))
    gone = cancel(hall.people[1])

    marks = {stranger.pk: Status.PRESENT, gone.pk: Status.PRESENT}
    assert record(hall.first, marks, way=Way.LIST, key="satu") == []
    assert tick(hall)


def test_a_word_that_is_no_status_is_refused(hall):
    with pytest.raises(ValueError, match="mungkin"):
        tick(hall, "mungkin")

    assert not Attendance.objects.exists()


def test_nobody_is_marked_before_the_day(hall):
    second = hall.sessions.last()
    marks = {hall.people[0].pk: Status.PRESENT}

    with pytest.raises(AttendanceRefused, match="2 Desember 2026"):
        record(second, marks, way=Way.LIST, key="satu")

    with time_machine.travel(MORNING.replace(day=2, hour=0), tick=False):
        assert record(second, marks, way=Way.LIST, key="satu")


def test_a_session_called_off_takes_no_marks_until_it_is_put_back(hall):
    call_off(hall.first, reason="Listrik padam")

    with pytest.raises(AttendanceRefused, match="tidak terlaksana"):
        tick(hall)
    assert hall.first.history.first().history_change_reason == "Listrik padam"

    put_back(hall.first)

    assert tick(hall)
    with pytest.raises(AttendanceRefused, match="hadir"):
        call_off(hall.first, reason="Keliru")


# Participants mark themselves


@pytest.mark.parametrize(
    ("zone", "clock", "is_in_time"),
    [
        ("Asia/Jakarta", "07:59:59", False),
        ("Asia/Jakarta", "08:00:00", True),
        ("Asia/Jakarta", "11:59:59", True),
        ("Asia/Jakarta", "12:00:00", False),
        ("Asia/Jayapura", "06:00:00", True),
        ("Asia/Jayapura", "10:00:00", False),
    ],
)
def test_the_window_is_kept_to_the_second_on_the_units_clock(zone, clock, is_in_time):
    unit = create_unit(code="91.71" if zone.endswith("pura") else "36.74")
    unit.time_zone = zone
    unit.save()
    training = create_training(unit=unit)
    session = class_of(Standing.PLANNED, training=training).sessions.get()
    at = datetime.fromisoformat(f"{session.held_on}T{clock}").replace(tzinfo=JAKARTA)

    assert is_open(session, at) == is_in_time
    assert (why_not_arrive(session, at) == "") == is_in_time


def test_a_participant_arrives_once(hall):
    first = arrive(hall.people[0], hall.first, way=Way.QR)
    again = arrive(hall.people[0], hall.first, way=Way.SELF)

    assert first == again
    assert (again.status, again.way) == ("hadir", "qr")


def test_a_participant_does_not_overrule_the_committee(hall):
    tick(hall, Status.EXCUSED)

    assert arrive(hall.people[0], hall.first, way=Way.SELF).status == "izin"
    assert arrive(hall.people[1], hall.first, way=Way.SELF).status == "hadir"


def test_nobody_arrives_without_a_seat_or_too_late(hall):
    cancel(hall.people[1])
    with pytest.raises(AttendanceRefused, match="kursi"):
        arrive(hall.people[1], hall.first, way=Way.QR)

    noon = time_machine.travel(MORNING.replace(hour=12), tick=False)
    with noon, pytest.raises(AttendanceRefused, match="12.00 WIB"):
        arrive(hall.people[0], hall.first, way=Way.QR)


def test_an_artisan_is_shown_the_sessions_of_this_hour(hall):
    artisan = hall.people[0].artisan

    assert [each.pk for each in sessions_to_join(artisan)] == [hall.first.pk]
    assert sessions_to_join(artisan)[0].enrolment_key == hall.people[0].pk
    assert sessions_to_join(artisan, MORNING + timedelta(hours=4)) == []


# The record


def test_the_record_counts_what_was_held_and_attended():
    held, planned = Standing.HELD, Standing.PLANNED
    training_class = class_of(held, held, held, planned, Standing.CANCELLED)
    enrolment = participant(training_class, Status.PRESENT, None, Status.PRESENT)
    third_ends = training_class.sessions.all()[2].ends_at

    with time_machine.travel(third_ends + timedelta(hours=2)):
        summed = records_of(training_class)[enrolment.pk]

    first, _second, third, *_rest = training_class.sessions.all()
    assert summed.attended == [first, third]
    assert (summed.held, summed.planned) == (3, 4)
    assert summed.minutes == 300
    assert (summed.percent_so_far, summed.percent_of_all) == (66, 50)
    assert summed.best_possible == 75


def test_an_open_session_counts_for_those_marked_until_it_closes(hall):
    tick(hall, Status.EXCUSED)

    marked_one, open_one = (records_of(hall)[each.pk] for each in hall.people)

    assert (marked_one.held, marked_one.best_possible) == (1, 50)
    assert (open_one.held, open_one.best_possible) == (0, 100)
    with time_machine.travel(MORNING + timedelta(hours=3), tick=False):
        assert records_of(hall)[hall.people[1].pk].best_possible == 50


def test_only_participants_have_a_record():
    training_class = class_of(Standing.PLANNED, quota=1)
    seat, waiting = participant(training_class), participant(training_class)

    records = records_of(training_class)

    assert set(records) == {seat.pk}
    assert waiting.is_waiting
    assert records[seat.pk].percent_so_far == 0
    assert records[seat.pk].best_possible == 100


def test_a_class_without_sessions_divides_nothing_by_nothing():
    enrolment = participant(class_of())

    assert records_of(enrolment.training_class)[enrolment.pk].best_possible == 0
