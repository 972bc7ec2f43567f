from datetime import date, time

import pytest
from icalendar import Calendar

from django.urls import reverse

from tests.factories import (
    create_artisan,
    create_class,
    create_training,
    create_unit,
    create_user,
)
from trainings.enrolment import cancel, enrol
from trainings.models import Session

pytestmark = pytest.mark.django_db

DAY = date(2030, 3, 20)


@pytest.fixture
def owner():
    return create_user()


@pytest.fixture
def seat(owner):
    unit = create_unit(code="73.71", time_zone="Asia/Makassar")
    training = create_training(
        unit=unit, starts_on=DAY, ends_on=DAY, venue="Balai, Lantai 2", address="Jl. A"
    )
    training_class = create_class(training=training)
    hours = {"start_time": time(9), "end_time": time(12)}
    for topic in ("Dasar", "Lanjut"):
        Session.objects.create(
            training_class=training_class, held_on=DAY, topic=topic, **hours
        )
        hours = {"start_time": time(13), "end_time": time(15)}
    return enrol(create_artisan(user=owner), training_class, request_key="form")


@pytest.fixture
def entries(visit, owner):
    """Read the calendar of a registration as a phone would."""

    def read(row):
        address = reverse("trainings:own_calendar", args=[row.pk])
        response = visit(owner).get(address)
        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        return list(Calendar.from_ical(response.content).walk("VEVENT"))

    return read


def test_each_session_is_an_entry_on_the_councils_clock(seat, entries):
    first, second = entries(seat)

    start = first["DTSTART"].dt
    assert (start.hour, start.utcoffset().total_seconds()) == (9, 8 * 3600)
    assert first["SUMMARY"] == "Pelatihan contoh: Dasar"
    assert first["STATUS"] == "CONFIRMED"
    assert first["LOCATION"] == "Balai, Lantai 2, Jl. A"
    assert second["DTSTART"].dt.hour == 13
    assert first["UID"] != second["UID"]


def test_a_moved_session_moves_under_the_same_name(seat, entries):
    before, other = entries(seat)
    session = seat.training_class.sessions.first()
    session.start_time = time(10)
    session.save()

    after, still = entries(seat)

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt.hour == 10
    assert still["SEQUENCE"] == other["SEQUENCE"]


def test_a_session_that_is_dropped_or_deleted_is_cancelled(seat, entries):
    first, second = seat.training_class.sessions.all()
    before = {entry["UID"]: entry["SEQUENCE"] for entry in entries(seat)}
    first.status = Session.Status.CANCELLED
    first.save()
    second.delete()

    after = entries(seat)

    assert {entry["UID"] for entry in after} == set(before)
    assert {str(entry["STATUS"]) for entry in after} == {"CANCELLED"}
    assert all(entry["SEQUENCE"] > before[entry["UID"]] for entry in after)


def test_a_registration_that_ended_cancels_its_entries(seat, entries):
    before = entries(seat)
    cancel(seat)

    after = entries(seat)

    assert {str(entry["STATUS"]) for entry in after} == {"CANCELLED"}
    assert after[0]["SEQUENCE"] > before[0]["SEQUENCE"]


def test_a_place_in_line_is_not_yet_sure(owner, entries):
    training_class = create_class(quota=1)
    enrol(create_artisan(), training_class, request_key="a")
    row = enrol(create_artisan(user=owner), training_class, request_key="b")

    (first, *_rest) = entries(row)

    assert first["STATUS"] == "TENTATIVE"


def test_without_sessions_the_days_of_the_training_stand_there(owner, entries):
    training = create_training(starts_on=DAY, ends_on=DAY.replace(day=21))
    row = enrol(
        create_artisan(user=owner), create_class(training=training), request_key="a"
    )

    first, second = entries(row)

    assert (first["DTSTART"].dt, first["DTEND"].dt) == (DAY, DAY.replace(day=21))
    assert second["DTSTART"].dt == DAY.replace(day=21)


def test_the_page_links_to_it(visit, owner, seat):
    html = visit(owner).get(seat.get_absolute_url()).content.decode()

    assert reverse("trainings:own_calendar", args=[seat.pk]) in html


def test_an_entry_has_the_place_of_the_class_and_its_link(seat, entries):
    group = seat.training_class
    group.venue, group.meeting_link = "Sanggar", "https://rapat.example/rahasia"
    group.save()
    (first, _second) = entries(seat)
    assert first["LOCATION"] == "Sanggar"
    assert "rapat.example" not in first["DESCRIPTION"]

    group.mode = group.Mode.ONLINE
    group.save()
    (first, _second) = entries(seat)
    assert first["LOCATION"] == "Daring"
    assert "https://rapat.example/rahasia" in first["DESCRIPTION"]

    cancel(seat)
    assert "rapat.example" not in entries(seat)[0]["DESCRIPTION"]
