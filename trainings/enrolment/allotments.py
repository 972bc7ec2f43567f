"""Seats a class keeps for the artisans of a unit, and what units do with them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from trainings.models import Allotment, SeatTransfer, TrainingClass

from . import seats
from .offers import fill_seats, up_to_date
from .refusals import EnrolmentRefused


def allot(
    training_class: TrainingClass, unit, number: int, returns_on, *, by=None
) -> Allotment:
    """
    Keep so many seats for the artisans of a unit until a day.

    Calling it again changes number and day. Seats that somebody has are not taken
    away, and a quota is never kept twice.
    """
    with up_to_date(training_class.pk) as training_class:
        allotment = allotment_of(training_class, unit, returns_on)
        if reason := why_not_allot(training_class, allotment, number, returns_on):
            raise EnrolmentRefused(reason)
        training_class.reserved += number - allotment.taken - kept_unused(allotment)
        allotment.seats, allotment.returns_on = number, returns_on
        allotment.returned_at = None
        seats.save_by(allotment, by)
        seats.keep(training_class)
        fill_seats(training_class, freed=0)
        return allotment


def allotment_of(training_class, unit, returns_on) -> Allotment:
    """The seats of a unit in a held class, or a new row without any."""
    found = training_class.allotments.filter(unit=unit).first()
    return found or Allotment(
        training_class=training_class, unit=unit, seats=0, returns_on=returns_on
    )


def kept_unused(allotment) -> int:
    return 0 if allotment.is_returned else allotment.unused


def why_not_allot(training_class, allotment, number, returns_on) -> str:
    """Why a unit cannot have so many seats, in a sentence; empty when it can."""
    if number < allotment.taken:
        return _("%(taken)s of these seats are taken; there cannot be fewer.") % {
            "taken": allotment.taken
        }
    free = training_class.seats_left + kept_unused(allotment)
    if number - allotment.taken > free:
        return _("Only %(free)s seats of the class are free to be kept.") % {
            "free": free
        }
    if returns_on <= training_class.today:
        return _("Choose a day to come.")
    if returns_on > training_class.training.starts_on:
        return _("Seats go back by the first day of the training at the latest.")
    return ""


def return_seats(allotment: Allotment, *, by=None) -> int:
    """Give the unused seats of a unit to everybody before their day."""
    with up_to_date(allotment.training_class_id) as training_class:
        allotment = training_class.allotments.get(pk=allotment.pk)
        if allotment.is_returned:
            return 0
        number = seats.return_unused(allotment, by)
        fill_seats(training_class, freed=0)
        return number


def offer_seats(
    allotment: Allotment, to_unit, number: int, by, *, note=""
) -> SeatTransfer:
    """Offer some of a unit's unused seats to another unit."""
    with up_to_date(allotment.training_class_id) as training_class:
        allotment = training_class.allotments.select_related("unit").get(
            pk=allotment.pk
        )
        refuse_strangers(Allotment.objects.of_units_of(by), allotment)
        if reason := why_not_offer(allotment, to_unit, number):
            raise EnrolmentRefused(reason)
        return SeatTransfer.objects.create(
            allotment=allotment,
            to_unit=to_unit,
            seats=number,
            note=note[:200],
            offered_by=by,
        )


def refuse_strangers(rows, row) -> None:
    """Raise EnrolmentRefused unless the row is among those the officer speaks for."""
    if not rows.filter(pk=row.pk).exists():
        raise EnrolmentRefused(_("Only the unit itself answers for its seats."))


def why_not_offer(allotment, to_unit, number) -> str:
    """Why the seats cannot be offered, in a sentence; empty when they can."""
    if to_unit == allotment.unit:
        return _("These are the seats of this unit already.")
    if allotment.transfers.open().filter(to_unit=to_unit).exists():
        return _("This unit has an open offer already.")
    offered = allotment.transfers.open().aggregate(sum=models.Sum("seats"))["sum"] or 0
    return why_too_many(allotment, number, offered)


def why_too_many(allotment, number, offered=0) -> str:
    if allotment.is_returned:
        return _("These seats went back to everybody.")
    if number < 1:
        return _("Offer at least one seat.")
    if number > allotment.unused - offered:
        return _("Only %(free)s of these seats are free to be offered.") % {
            "free": max(allotment.unused - offered, 0)
        }
    return ""


def accept_seats(transfer: SeatTransfer, by) -> Allotment:
    """Take the offered seats over; those in line of the unit get them at once."""
    with up_to_date(transfer.allotment.training_class_id) as training_class:
        transfer = read_open(transfer)
        refuse_strangers(SeatTransfer.objects.answerable_by(by), transfer)
        giver = training_class.allotments.get(pk=transfer.allotment_id)
        if reason := why_too_many(giver, transfer.seats):
            raise EnrolmentRefused(reason)
        taker = allotment_of(training_class, transfer.to_unit, giver.returns_on)
        move(giver, taker, transfer.seats, by)
        settle(transfer, SeatTransfer.Status.ACCEPTED, by)
        fill_seats(training_class, freed=0)
        return taker


def move(giver, taker, number, by) -> None:
    """The seats change hands; how many the class keeps stays the same."""
    giver.seats -= number
    seats.save_by(giver, by, update_fields=["seats"])
    if taker.is_returned:
        taker.returned_at, taker.returns_on = None, giver.returns_on
    taker.seats += number
    seats.save_by(taker, by)


def decline_seats(transfer: SeatTransfer, by) -> SeatTransfer:
    """Leave the seats where they are; the giver takes an offer back by this too."""
    with up_to_date(transfer.allotment.training_class_id):
        transfer = read_open(transfer)
        is_ours = SeatTransfer.objects.answerable_by(by).filter(pk=transfer.pk).exists()
        kinds = SeatTransfer.Status
        settle(transfer, kinds.DECLINED if is_ours else kinds.WITHDRAWN, by)
        return transfer


def read_open(transfer) -> SeatTransfer:
    """The offer as it is now that the class is held, if it still waits."""
    rows = SeatTransfer.objects.select_related("to_unit", "allotment__unit")
    transfer = rows.get(pk=transfer.pk)
    if transfer.status != SeatTransfer.Status.OPEN:
        raise EnrolmentRefused(_("This offer was answered before."))
    return transfer


def settle(transfer, status, by) -> None:
    transfer.status = status
    transfer.answered_at = timezone.now()
    transfer.answered_by = by
    transfer.save(update_fields=["status", "answered_at", "answered_by"])
