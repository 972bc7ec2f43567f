"""
Holding a class, and counting its seats.

A seat belongs to everybody (the pool) or to the artisans of one unit (an allotment).
`taken` counts both, `reserved` the unused ones of units; the rest is free.
"""

from contextlib import contextmanager
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from artisans.models import Artisan
from council.prepared import Prepared
from trainings.models import Allotment, Enrolment, Training, TrainingClass

class_to_hold = Prepared(
    lambda key: TrainingClass.objects.select_for_update().order_by().filter(pk=key)
)
training_as_it_is = Prepared(
    lambda key: Training.objects.select_related("unit").order_by().filter(pk=key)
)
# Without the key, which the rows that point to the artisan hold as well.
artisan_to_hold = Prepared(
    lambda key: (
        Artisan.objects.select_for_update(no_key=True)
        .order_by()
        .filter(pk=key)
        .values_list("pk")
    )
)


@dataclass(frozen=True)
class Seat:
    """A free seat: of a unit's allotment, or of everybody."""

    allotment: Allotment | None = None


@contextmanager
def held(training_class_id):
    """Hold a class: until the block ends nobody else gives or takes its seats."""
    with transaction.atomic():
        refuse_weak_locks()
        training_class = class_to_hold.get(training_class_id)
        # A join would show the training as it was before the wait for the lock.
        training_class.training = training_as_it_is.get(training_class.training_id)
        yield training_class


def refuse_weak_locks() -> None:
    """Stop where a transaction would see old seats after it got the lock."""
    if connection.vendor == "postgresql":
        is_safe = connection.isolation_level.name == "READ_COMMITTED"
    else:
        is_safe = connection.transaction_mode == "IMMEDIATE"
    if not is_safe:
        raise ImproperlyConfigured(
            "Seats need READ COMMITTED on PostgreSQL, IMMEDIATE on SQLite."
        )


def hold_artisan(artisan) -> None:
    """Let nobody give the same artisan another class of the training meanwhile."""
    artisan_to_hold.get(artisan.pk)


def read_again(training_class, enrolment) -> Enrolment:
    """The enrolment as it is now that the class is held."""
    rows = training_class.enrolments.select_related(
        "artisan__person", "artisan__unit", "allotment"
    )
    return rows.get(pk=enrolment.pk)


def find_seat(training_class, artisan) -> Seat | None:
    """A free seat for the artisan: of the own unit first, else of everybody."""
    for allotment in kept_for(training_class, artisan):
        return Seat(allotment)
    return Seat() if training_class.seats_left else None


def kept_for(training_class, artisan) -> list[Allotment]:
    """Allotments with a free seat for the artisan, the nearest unit first."""
    if not training_class.reserved:
        return []
    rows = training_class.allotments.kept().select_related("unit")
    fitting = [row for row in rows if row.unused and row.serves(artisan)]
    return sorted(fitting, key=lambda row: -len(row.unit.code))


def seats_kept_for(artisan, training_class) -> int:
    """How many seats are kept for the artisans of the artisan's units."""
    return sum(each.unused for each in kept_for(training_class, artisan))


def seat_for_newcomer(training_class, artisan) -> Seat | None:
    """A free seat that nobody in line has a better right to."""
    seat = find_seat(training_class, artisan)
    # A free seat belongs to whoever waits, not to whoever comes last.
    return None if seat is None or line_for(training_class, seat).exists() else seat


def line_for(training_class, seat):
    """Those in line who may have the seat, first come first."""
    return served(training_class.enrolments.waiting(), seat)


def applicants_for(training_class, seat):
    """Undecided applicants who may have the seat, in the order of the ranking."""
    return served(training_class.enrolments.applied(), seat)


def served(rows, seat):
    """Those of the seat's unit; a seat of everybody serves all."""
    if seat.allotment:
        return rows.filter(artisan__unit__code__startswith=seat.allotment.unit.code)
    return rows


def take(enrolment, seat) -> None:
    """Count a seat as taken for an enrolment; the class must be held."""
    training_class = enrolment.training_class
    training_class.taken += 1
    enrolment.allotment = seat.allotment
    if seat.allotment:
        training_class.reserved -= 1
        count_taken(seat.allotment, 1)
    keep(training_class)


def give_back(enrolment) -> None:
    """Count the seat of an enrolment as free again; the class must be held."""
    training_class, allotment = enrolment.training_class, enrolment.allotment
    training_class.taken -= 1
    enrolment.allotment = None
    if allotment and has_gone_back(allotment, training_class):
        count_taken(allotment, -1, seats=-1)
    elif allotment:
        count_taken(allotment, -1)
        training_class.reserved += 1
    keep(training_class)


def has_gone_back(allotment, training_class) -> bool:
    """Whether its day has come; where all were taken, nobody wrote that down."""
    return allotment.is_returned or allotment.is_due(training_class.today)


def count_taken(allotment, more, *, seats=0) -> None:
    allotment.taken += more
    allotment.seats += seats
    allotment.returned -= seats
    # Several rows of a class each carry a copy of their own: the database adds up.
    Allotment.objects.filter(pk=allotment.pk).update(
        taken=F("taken") + more,
        seats=F("seats") + seats,
        returned=F("returned") - seats,
    )


def return_unused(allotment, by=None) -> int:
    """Give the unused seats of a unit to everybody, and tell how many."""
    unused = allotment.unused
    allotment.seats -= unused
    allotment.returned += unused
    allotment.returned_at = timezone.now()
    fields = ["seats", "returned", "returned_at"]
    save_by(allotment, by, update_fields=fields)
    allotment.training_class.reserved -= unused
    keep(allotment.training_class)
    return unused


def return_due(training_class) -> int:
    """Give back the seats whose day has come; the class must be held."""
    if not training_class.reserved:
        return 0
    kept, today = training_class.allotments.kept(), training_class.today
    return sum(return_unused(each) for each in kept if each.is_due(today))


def keep(training_class) -> None:
    """Write the seats of a held class; the enrolments are its history."""
    TrainingClass.objects.filter(pk=training_class.pk).update(
        taken=training_class.taken,
        reserved=training_class.reserved,
        last_ticket=training_class.last_ticket,
    )


def save_by(row, by, *, reason="", **how) -> None:
    """Save a row with the officer and the reason in its history."""
    if by is not None:
        row._history_user = by
    if reason:
        row._change_reason = reason[:100]
    row.save(**how)
