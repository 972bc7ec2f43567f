"""What can be done with a person on the seat board; each act is one of the door's."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from trainings import enrolment as door
from trainings.models import Enrolment

from .deciding import OutOfTurnForm
from .enrolments import CancelForm
from .reasons import ReasonForm

Status = Enrolment.Status


@dataclass(frozen=True)
class Act:
    """What an officer does with one person; `do` is a function of the door."""

    name: str
    label: str
    title: str
    said: str
    do: Callable
    form_class: type = OutOfTurnForm
    # One tap does it where it is the person's turn; else the reason is asked for.
    is_one_tap: bool = False
    is_grave: bool = False
    needs_seat: bool = False


def decide(act):
    """Let a function of the door decide; it moves nobody else."""

    def do(row, by, reason=""):
        act(row, by, reason=reason)
        return []

    return do


def take_back(row, by, reason="", is_kept_free=False):
    given_back = door.cancel(row, by=by, reason=reason, fill=not is_kept_free)
    return given_back.made_room_for


ACCEPT = Act(
    "terima",
    _("Accept"),
    _("Accept the application"),
    _("%(name)s has a seat."),
    decide(door.accept),
    is_one_tap=True,
    needs_seat=True,
)
RESERVE = Act(
    "cadangan",
    _("Put in reserve"),
    _("Put in reserve"),
    _("%(name)s is in reserve."),
    decide(door.put_in_reserve),
    is_one_tap=True,
)
REFUSE = Act(
    "tolak",
    _("Refuse …"),
    _("Refuse the application"),
    _("%(name)s is refused, and told why."),
    decide(door.refuse),
    ReasonForm,
    is_grave=True,
)
OFFER = Act(
    "tawarkan",
    _("Offer a seat"),
    _("Offer a free seat"),
    _("A seat is offered to %(name)s."),
    decide(door.offer),
    is_one_tap=True,
    needs_seat=True,
)
SEAT = Act(
    "kursi",
    _("Give a seat"),
    _("Give a free seat"),
    _("%(name)s has a seat."),
    decide(door.promote),
    is_one_tap=True,
    needs_seat=True,
)
TOOK = Act(
    "ambil",
    _("Said yes by phone"),
    _("Give the offered seat"),
    _("%(name)s has a seat."),
    decide(door.promote),
    is_one_tap=True,
)
BACK = Act(
    "tarik",
    _("Take the seat back …"),
    _("Take the seat back"),
    _("The seat of %(name)s is taken back."),
    take_back,
    CancelForm,
    is_grave=True,
)
OUT = Act(
    "keluar",
    _("Take off the list …"),
    _("Take off the list"),
    _("%(name)s is off the list."),
    take_back,
    ReasonForm,
    is_grave=True,
)
ACTS = {
    Status.APPLIED: [ACCEPT, RESERVE, REFUSE],
    Status.OFFERED: [TOOK, BACK],
    Status.WAITING: [OFFER, SEAT, OUT],
    Status.CONFIRMED: [BACK],
    Status.REFUSED: [],
    Status.CANCELLED: [],
}
BY_NAME = {act.name: act for acts in ACTS.values() for act in acts}


def acts_for(row, training_class) -> list[Act]:
    """What can be done with a person now."""
    if training_class.is_cancelled or training_class.is_over:
        return []
    has_seats = training_class.seats_left or training_class.reserved
    return [
        act
        for act in ACTS[Status(row.status)]
        if (has_seats or not act.needs_seat)
        and (act is not OFFER or training_class.has_offers)
    ]


def first_applied(training_class) -> int | None:
    """Whose application comes first, where points decide; None where they do not."""
    if not training_class.has_fair_queue:
        return None
    return training_class.enrolments.applied().values_list("pk", flat=True).first()


def is_next(row, first) -> bool:
    """Whether nobody is passed over when something is done for the person now."""
    if row.is_waiting:
        return row.position == 1
    return not row.is_applied or first in (None, row.pk)
