"""
Many people ask for the same seats in the same moment.

Each race has a control: with the lock off it must go wrong, or the race proves
nothing.
"""

import pytest

from django.db import connection

from tests.factories import create_artisan, create_class, create_training
from trainings import enrolment as door
from trainings.models import Enrolment

from .racing import (
    ROUNDS,
    counted,
    crowd,
    filled,
    goes_wrong,
    is_exact,
    joining,
    leaving,
    race,
)

pytestmark = pytest.mark.usefixtures("real_database")

CONFIRMED, WAITING, CANCELLED = "terdaftar", "menunggu", "batal"


# Two classes at the same hours


def two_classes_at_once():
    training, (artisan,) = create_training(), crowd(1)
    classes = [create_class(training=training) for _turn in range(2)]
    race(*(joining(each, artisan, key=f"form-{each.pk}") for each in classes))
    return artisan.enrolments.count() == 1


def test_nobody_gets_two_classes_at_the_same_hours():
    assert all(two_classes_at_once() for _round in range(ROUNDS))


def test_without_the_lock_somebody_gets_both(lock_off):
    assert goes_wrong(two_classes_at_once)


# The last seat


def last_seat():
    training_class = create_class(quota=1)
    race(*(joining(training_class, artisan) for artisan in crowd(6)))
    return is_exact(training_class) and counted(training_class)[WAITING] == 5


def test_the_last_seat_is_given_once():
    assert last_seat()


def test_without_the_lock_the_last_seat_is_given_twice(lock_off):
    assert goes_wrong(last_seat)


# Somebody leaves while others come


def leave_and_join():
    training_class = filled(quota=3, waiting=3)
    seats = list(training_class.enrolments.confirmed())
    first_in_line = list(training_class.enrolments.waiting())
    race(
        *(leaving(seat) for seat in seats),
        *(joining(training_class, artisan) for artisan in crowd(3)),
    )
    promoted = {row.pk for row in training_class.enrolments.confirmed()}
    in_order = promoted == {row.pk for row in first_in_line}
    return is_exact(training_class) and in_order


def test_seats_given_back_go_to_the_first_in_line():
    assert leave_and_join()


def test_without_the_lock_seats_given_back_go_astray(lock_off):
    assert goes_wrong(leave_and_join)


# An officer raises the quota under load


def raise_under_load():
    training_class = filled(quota=2, waiting=4)
    in_line = list(training_class.enrolments.waiting())
    seat, kept = training_class.enrolments.confirmed()
    race(
        lambda: door.change_quota(training_class, 5),
        leaving(seat),
        *(joining(training_class, artisan) for artisan in crowd(4)),
    )
    seats = {row.pk for row in training_class.enrolments.confirmed()}
    in_order = seats == {row.pk for row in [kept, *in_line]}
    return is_exact(training_class) and in_order


def test_a_quota_raised_under_load_promotes_in_order():
    assert raise_under_load()


def test_without_the_lock_a_quota_raised_under_load_goes_astray(lock_off):
    assert goes_wrong(raise_under_load)


def test_a_quota_lowered_under_load_drops_nobody():
    training_class = create_class(quota=6)
    race(
        lambda: door.change_quota(training_class, 3),
        *(joining(training_class, artisan) for artisan in crowd(6)),
    )

    assert is_exact(training_class)
    assert CANCELLED not in counted(training_class)


# The same form twice


def double_submit():
    training_class, artisan = create_class(quota=5), create_artisan()
    answers = race(*[joining(training_class, artisan)] * 4)
    rows = list(training_class.enrolments.all())
    return is_exact(training_class) and answers == rows * 4


def test_the_same_form_sent_four_times_gives_one_seat():
    assert double_submit()


def test_without_the_lock_the_same_form_fails(lock_off):
    assert goes_wrong(double_submit)


def test_two_tabs_of_one_person_give_one_seat():
    training_class, artisan = create_class(quota=5), create_artisan()

    race(*(joining(training_class, artisan, f"tab {tab}") for tab in range(4)))

    assert counted(training_class) == {CONFIRMED: 1}
    assert is_exact(training_class)


# A class is called off while people join


def test_nobody_keeps_a_seat_in_a_class_called_off_meanwhile():
    training_class = create_class(quota=3)

    race(
        lambda: door.cancel_class(training_class, reason="Banjir"),
        *(joining(training_class, artisan) for artisan in crowd(5)),
    )

    active = Enrolment.objects.active().filter(training_class=training_class)
    assert not active.exists()


def test_the_database_is_one_that_can_race():
    assert connection.vendor in {"sqlite", "postgresql"}
    assert "memory" not in str(connection.settings_dict["NAME"])
