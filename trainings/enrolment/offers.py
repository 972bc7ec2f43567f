"""
Free seats go to whoever is next: at once, or as an offer that must be accepted.

An offer ends to the second. Whoever holds the class next writes that down first
(`up_to_date`), the command `offers` does it for classes nobody asks about.
"""

from contextlib import contextmanager
from datetime import time, timedelta

from django.db.models import DateTimeField, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from council.prepared import Prepared
from trainings.models import Allotment, Enrolment, Offer, TrainingClass
from trainings.texts import in_portal_language

from . import seats
from .letters import tell
from .refusals import EnrolmentRefused

Status = Enrolment.Status

# How long an offer waits for its answer: so much time before the start, so long.
WAITS = [
    (timedelta(days=3), timedelta(hours=24)),
    (timedelta(days=1), timedelta(hours=6)),
    (timedelta(0), timedelta(hours=2)),
]
# Nobody answers at night: an offer that would end then ends in the morning.
MORNING, NIGHT = time(8), time(21)
MOST_PASSES = 2
overdue_in_class = Prepared(
    lambda key, now: Offer.objects.filter(enrolment__training_class=key).expired(now),
    None,
    DateTimeField(),
)


def answer_by(training_class, now):
    """Until when an offer made now must be answered, to the full minute."""
    starts_at = training_class.starts_at
    left = max(starts_at - now, timedelta(0))
    wait = next(wait for least, wait in WAITS if left >= least)
    minute = (now + wait + timedelta(seconds=59)).replace(second=0, microsecond=0)
    ends_at = by_day(training_class.local(minute))
    # Once the training runs, only the wait itself counts.
    return min(ends_at, starts_at) if now < starts_at else ends_at


def by_day(moment):
    """The moment, or the next morning when it falls into the night."""
    if MORNING <= moment.time() <= NIGHT:
        return moment
    day = moment + timedelta(days=moment.time() > NIGHT)
    return day.replace(hour=MORNING.hour, minute=0)


@contextmanager
def up_to_date(training_class_id):
    """Hold a class in which nothing is overdue: no offer, no seats of a unit."""
    with seats.held(training_class_id) as training_class:
        bring_up_to_date(training_class)
        yield training_class


def bring_up_to_date(training_class) -> int:
    """Pass expired offers on and take overdue seats back; tell how many it were."""
    returned = seats.return_due(training_class)
    expired = expire_due(training_class)
    if returned or expired:
        fill_seats(training_class, freed=expired)
    return returned + expired


def expire_due(training_class) -> int:
    """End the offers whose time is over; the class must be held."""
    if is_off(training_class):
        return 0
    # Also where seats are not offered by themselves: an officer may do it by hand.
    expired = overdue_in_class(training_class.pk, timezone.now())
    for each in expired:
        expire(each, seats.read_again(training_class, each.enrolment))
    return len(expired)


def expire(offer, enrolment) -> None:
    """Take the seat back; once the artisan goes on waiting at the end, then leaves."""
    close(offer, Offer.Status.EXPIRED)
    seats.give_back(enrolment)
    enrolment.passes += 1
    if enrolment.passes < MOST_PASSES:
        enrolment.status = Status.WAITING
        enrolment.save(update_fields=["status", "passes", "allotment"])
        tell(enrolment, "passed")
    else:
        enrolment.save(update_fields=["passes"])
        write_cancelled(enrolment, in_portal_language(why_passed_over), None)


# What is kept is read later, in the language of the portal, not of who is here now.


def why_passed_over() -> str:
    return _("Two offers were not answered in time.")


def why_declined() -> str:
    return _("The offered seat was declined.")


def close(offer, status) -> None:
    offer.status = status
    offer.answered_at = timezone.now()
    offer.save(update_fields=["status", "answered_at"])


def fill_seats(training_class, *, freed) -> list[Enrolment]:
    """
    Give or offer the free seats in order; the class must be held.

    Where the council decides, only those just freed: the rest is for applicants.
    """
    if training_class.is_over or is_off(training_class):
        return []
    most = freed if training_class.is_moderated else training_class.quota
    moved = []
    for enrolment in next_in_line(training_class):
        if len(moved) == most:
            break
        if seat := seats.find_seat(training_class, enrolment.artisan):
            hand_over(enrolment, seat)
            moved.append(enrolment)
    return moved


def is_off(training_class) -> bool:
    """Whether nothing moves: cancelled, or postponed until there are new days."""
    return training_class.is_cancelled or training_class.training.is_off


def next_in_line(training_class) -> list[Enrolment]:
    """Those who may get a seat now: the first ones, or any whose unit has seats."""
    line = training_class.enrolments.waiting()
    line = line.select_related("artisan__person", "artisan__unit")
    return list(line if training_class.reserved else line[: training_class.seats_left])


def hand_over(enrolment, seat, *, by=None, reason="") -> None:
    """Give or offer a free seat, as the class has it; the class must be held."""
    if enrolment.training_class.has_offers:
        make_offer(enrolment, seat, by=by, reason=reason)
    else:
        confirm(enrolment, seat, "promoted", by=by, reason=reason)


def confirm(enrolment, seat, outcome, *, by=None, reason="") -> None:
    """Turn a place in line or an application into a seat; the class must be held."""
    seats.take(enrolment, seat)
    write_confirmed(enrolment, outcome, by=by, reason=reason)


def write_confirmed(enrolment, outcome, *, by=None, reason="") -> None:
    enrolment.status = Status.CONFIRMED
    enrolment.confirmed_at = timezone.now()
    fields = ["status", "confirmed_at", "allotment", *decided(enrolment, by, reason)]
    seats.save_by(enrolment, by, reason=reason, update_fields=fields)
    if outcome:
        tell(enrolment, outcome)


def decided(enrolment, by, reason) -> list[str]:
    """Keep who decided and why; give the fields to save."""
    if by is None:
        return []
    enrolment.decided_at = timezone.now()
    enrolment.decided_by = by
    enrolment.decision_reason = reason[:200]
    return ["decided_at", "decided_by", "decision_reason"]


def make_offer(enrolment, seat, *, by=None, reason="") -> Offer:
    """Offer a free seat; it counts as taken while it is offered."""
    seats.take(enrolment, seat)
    enrolment.status = Status.OFFERED
    fields = ["status", "allotment", *decided(enrolment, by, reason)]
    seats.save_by(enrolment, by, reason=reason, update_fields=fields)
    ends_at = answer_by(enrolment.training_class, timezone.now())
    made = Offer.objects.create(enrolment=enrolment, ends_at=ends_at)
    tell(enrolment, "offered", offer=made)
    return made


def offer(enrolment, by, *, reason="") -> Offer:
    """Offer a free seat to a person in line; out of turn only with a reason."""
    with up_to_date(enrolment.training_class_id) as training_class:
        enrolment = seats.read_again(training_class, enrolment)
        if enrolment.is_offered:
            return enrolment.offers.open().get()
        seat = seat_by_hand(training_class, enrolment, reason)
        return make_offer(enrolment, seat, by=by, reason=reason)


def seat_by_hand(training_class, enrolment, reason) -> seats.Seat:
    """The seat an officer gives to a person in line, or EnrolmentRefused."""
    if not enrolment.is_waiting:
        raise EnrolmentRefused(NOT_IN_LINE[enrolment.status]())
    if training_class.is_over:
        raise EnrolmentRefused(_("This training is over."))
    seat = seats.find_seat(training_class, enrolment.artisan)
    if seat is None:
        raise EnrolmentRefused(no_seat(training_class))
    first = seats.line_for(training_class, seat).first()
    if not reason and first != enrolment:
        raise EnrolmentRefused(
            _("%(name)s is not first in line. Write the reason for going first.")
            % {"name": enrolment.artisan}
        )
    return seat


NOT_IN_LINE = {
    Status.APPLIED: lambda: _("This application is not decided yet."),
    Status.CONFIRMED: lambda: _("This artisan has a seat already."),
    Status.OFFERED: lambda: _("A seat is offered to this artisan already."),
    Status.REFUSED: lambda: _("This application was refused."),
    Status.CANCELLED: lambda: _("This registration is cancelled."),
}


def no_seat(training_class) -> str:
    """Why there is no seat to give, in a sentence."""
    if training_class.reserved:
        return _("Every free seat is kept for the artisans of another unit.")
    return _("Every seat is taken. Raise the quota or cancel a registration first.")


def accept_offer(offer, *, by=None) -> Enrolment:
    """Take the offered seat. Answering twice changes nothing."""
    return answer(offer, Offer.Status.ACCEPTED, by)


def decline_offer(offer, *, by=None) -> Enrolment:
    """Leave the offered seat to the next, and the line with it."""
    return answer(offer, Offer.Status.DECLINED, by)


def answer(offer, wanted, by) -> Enrolment:
    """Answer an open offer; what the clock decided meanwhile is kept as well."""
    with up_to_date(offer.enrolment.training_class_id) as training_class:
        offer = Offer.objects.get(pk=offer.pk)
        enrolment = seats.read_again(training_class, offer.enrolment)
        if offer.status == Offer.Status.OPEN:
            close(offer, wanted)
            write_answer(enrolment, wanted, by)
    # Raised only now: an expired offer must stay expired.
    if offer.status != wanted:
        raise EnrolmentRefused(ANSWERED[offer.status]())
    return enrolment


def write_answer(enrolment, wanted, by) -> None:
    if wanted == Offer.Status.ACCEPTED:
        write_confirmed(enrolment, "took", by=by)
        return
    leave(enrolment, in_portal_language(why_declined), by)
    enrolment.made_room_for = fill_seats(enrolment.training_class, freed=1)


ANSWERED = {
    Offer.Status.ACCEPTED: lambda: _("You accepted this seat before."),
    Offer.Status.DECLINED: lambda: _("You declined this seat before."),
    Offer.Status.EXPIRED: lambda: _("The time to answer has passed."),
    Offer.Status.WITHDRAWN: lambda: _("This offer does not hold any longer."),
}


def leave(enrolment, reason, by) -> None:
    """Cancel an enrolment with its seat and offer; the class must be held."""
    for each in enrolment.offers.open() if enrolment.is_offered else ():
        close(each, Offer.Status.WITHDRAWN)
    if enrolment.has_seat:
        seats.give_back(enrolment)
    write_cancelled(enrolment, reason, by)


def write_cancelled(enrolment, reason, by) -> None:
    enrolment.status = Status.CANCELLED
    enrolment.cancelled_at = timezone.now()
    enrolment.cancel_reason = reason[:200]
    fields = ["status", "cancelled_at", "cancel_reason", "allotment"]
    seats.save_by(enrolment, by, reason=reason, update_fields=fields)
    tell(enrolment, "cancelled")


def pass_on() -> int:
    """Pass on what is overdue in all classes, and tell how much it was."""
    now = timezone.now()
    expired = Offer.objects.expired(now).values("enrolment__training_class")
    # A day ahead: where the sun rises first it is tomorrow already.
    tomorrow = (now + timedelta(days=1)).date()
    due = Allotment.objects.kept().filter(returns_on__lte=tomorrow)
    overdue = Q(pk__in=expired) | Q(pk__in=due.values("training_class"), reserved__gt=0)
    keys = TrainingClass.objects.filter(overdue).order_by("pk").values_list("pk")
    return sum(pass_on_in(key) for (key,) in list(keys))


def pass_on_in(training_class_id) -> int:
    with seats.held(training_class_id) as training_class:
        return bring_up_to_date(training_class)
