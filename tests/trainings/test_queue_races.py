"""
Offers, decisions and seats of units in the same moment as everything else.

Each race has a control: with the lock off it must go wrong, or the race proves
nothing.
"""

from datetime import timedelta
from itertools import cycle

import pytest
import time_machine

from django.utils import timezone

from council.models import Message
from tests.factories import (
    create_artisan,
    create_class,
    create_region,
    create_staff,
    create_training,
    create_unit,
    join,
)
from trainings import enrolment as door
from trainings.enrolment.offers import pass_on_in
from trainings.models import Allotment, Enrolment, Offer

from .racing import counted, crowd, goes_wrong, is_exact, joining, leaving, race

pytestmark = pytest.mark.usefixtures("real_database")

CONFIRMED, WAITING, OFFERED, CANCELLED = "terdaftar", "menunggu", "ditawari", "batal"
# How long before the end all begin, in milliseconds. The long ones let the control
# answer before the end what the clock ends a moment later.
EARLY = cycle([10, 300, 0, 300, 40])


def all_go_well(run):
    return all(run() for _round in range(3))


# An officer gives a free seat by hand while somebody leaves


def cancel_against_promote():
    training_class, officer = create_class(quota=2), create_staff()
    seat, other, *line = (joining(training_class, each)() for each in crowd(5))
    door.cancel(other, by=officer, fill=False)
    race(
        leaving(seat),
        *(
            lambda row=row: door.promote(row, officer, reason="Membawa alat")
            for row in line
        ),
    )
    return is_exact(training_class) and counted(training_class)[CONFIRMED] == 2


def test_a_seat_given_by_hand_is_not_given_again():
    assert all_go_well(cancel_against_promote)


def test_without_the_lock_a_seat_given_by_hand_is_given_again(lock_off):
    assert goes_wrong(cancel_against_promote)


# A quota raised under load in a class that offers


def raise_and_offer():
    training_class = create_class(quota=1, has_offers=True)
    seat, *line = (joining(training_class, each)() for each in crowd(5))
    race(
        lambda: door.change_quota(training_class, 3),
        leaving(seat),
        *(joining(training_class, each) for each in crowd(3)),
    )
    offered = set(training_class.enrolments.offered())
    return is_exact(training_class) and offered == set(line[:3])


def test_new_seats_are_offered_once_and_in_order():
    assert all_go_well(raise_and_offer)


def test_without_the_lock_new_seats_are_offered_astray(lock_off):
    assert goes_wrong(raise_and_offer)


# An offer answered twice


def offered():
    """A class with one open offer and one person behind it."""
    training_class = create_class(quota=1, has_offers=True)
    seat, second, third = (joining(training_class, each)() for each in crowd(3))
    door.cancel(seat)
    return training_class, second, third, second.offers.get()


def is_decided_once(training_class, second, third):
    """Whether the offer, its enrolment and the next in line tell the same story."""
    outcome = second.offers.order_by("pk").first().status
    ends = {
        Offer.Status.ACCEPTED: (CONFIRMED, WAITING),
        Offer.Status.DECLINED: (CANCELLED, OFFERED),
        Offer.Status.EXPIRED: (WAITING, OFFERED),
    }
    now = [Enrolment.objects.get(pk=row.pk).status for row in (second, third)]
    causes = [
        f"enrolment-{second.pk}-{word}" for word in ("took", "passed", "cancelled")
    ]
    is_told_once = Message.objects.filter(cause__in=causes).count() == 1
    tells_it = ends.get(outcome) == tuple(now)
    return is_exact(training_class) and is_told_once and tells_it


def two_answers():
    training_class, second, third, made = offered()
    race(
        *[lambda: door.accept_offer(made)] * 2,
        *[lambda: door.decline_offer(made)] * 2,
    )
    return is_decided_once(training_class, second, third)


def test_an_offer_answered_twice_is_decided_once():
    assert all_go_well(two_answers)


def test_without_the_lock_an_offer_is_decided_twice(lock_off):
    assert goes_wrong(two_answers)


# An offer answered at the second it expires


def answer_at_the_last_second():
    training_class, second, third, made = offered()
    early = timedelta(milliseconds=next(EARLY))
    with time_machine.travel(made.ends_at - early):
        race(
            *[lambda: door.accept_offer(made)] * 2,
            *[lambda: [pass_on_in(training_class.pk) for _turn in range(2)]] * 2,
        )
        # Whatever came first, nothing is overdue a moment later.
        with time_machine.travel(made.ends_at):
            door.pass_on()
    return is_decided_once(training_class, second, third)


def test_an_answer_at_the_last_second_counts_or_does_not():
    assert all_go_well(answer_at_the_last_second)


def test_without_the_lock_the_last_second_is_decided_twice(lock_off):
    assert goes_wrong(answer_at_the_last_second)


# Seats of a unit go back while its artisans register


def return_against_registration():
    city, ciputat = create_unit(code="36.74"), create_unit(code="36.74.04")
    serpong = create_unit(code="36.74.01")
    village = create_region(code="36.74.01.1001")
    training_class = create_class(training=create_training(unit=city), quota=3)
    in_two_days = timezone.localdate() + timedelta(days=2)
    door.allot(training_class, ciputat, 2, in_two_days)
    join(training_class)
    Allotment.objects.update(returns_on=timezone.localdate())
    others = [create_artisan(unit=serpong, village=village) for _turn in range(3)]
    race(
        door.pass_on,
        *(joining(training_class, each) for each in [*crowd(2), *others]),
    )
    return is_exact(training_class) and counted(training_class)[CONFIRMED] == 3


def test_seats_that_go_back_are_given_once():
    assert all_go_well(return_against_registration)


def test_without_the_lock_seats_that_go_back_are_lost_or_given_twice(lock_off):
    assert goes_wrong(return_against_registration)
