"""What people are told; the first sentence says how things stand, and nothing more."""

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from council.outbox import post_to


def tell(enrolment, outcome: str, *, offer=None) -> None:
    """Write the outcome to the outbox, once, in the language of the portal."""
    person = enrolment.artisan.person
    unit = enrolment.training_class.training.unit
    cause = f"offer-{offer.pk}" if offer else f"enrolment-{enrolment.pk}-{outcome}"
    with override(settings.LANGUAGE_CODE):
        subject, status, more = wording(enrolment, outcome, offer)
        parts = [status.strip(), *more, particulars(enrolment)]
    post_to(person, subject, "\n\n".join(parts), cause=cause, unit=unit)


def wording(enrolment, outcome: str, offer) -> tuple[str, str, list[str]]:
    """The subject of a message, its first sentence, and what else to know."""
    match outcome:
        case "waiting":
            return _("Waiting list of a training"), place_in_line(enrolment), []
        case "reserve":
            subject = _("You are in reserve for a training")
            return subject, place_in_line(enrolment), []
        case "offered":
            return offer_in_words(offer)
        case "cancelled":
            status = f"{_('Your registration is cancelled.')} {enrolment.cancel_reason}"
            return _("Your registration is cancelled"), status, []
        case "refused":
            subject = _("Your application was not accepted")
            status = _("Your application was not accepted.")
            return subject, f"{status} {enrolment.decision_reason}", []
    subject, *status = SAID[outcome]()
    return subject, status[0], status[1:]


# Messages that say the same to everybody.
SAID = {
    "confirmed": lambda: (
        _("You are registered for a training"),
        _("You are registered."),
    ),
    "promoted": lambda: (
        _("You have a seat in a training"),
        _("A seat has become free, and it is yours."),
    ),
    "accepted": lambda: (
        _("You have a seat in a training"),
        _("Your application is accepted: you have a seat."),
    ),
    "took": lambda: (
        _("You have a seat in a training"),
        _("You accepted the offer: the seat is yours."),
    ),
    "applied": lambda: (
        _("Your application for a training has arrived"),
        _("Your application has arrived; nothing is decided yet."),
        _("The council reads all applications and writes to you."),
    ),
    "endorsed": lambda: (
        _("Your council endorses your application"),
        _("Your home council endorses your application; nothing is decided yet."),
    ),
    "passed": lambda: (
        _("The offer of a seat has passed on"),
        _("You do not have a seat: the offer was not answered in time."),
        _("You are at the end of the waiting list now. After a second offer without "
          "an answer your registration is cancelled."),
    ),
}  # fmt: skip


def place_in_line(enrolment) -> str:
    """That it is no seat yet, and how many stand before."""
    rows = enrolment.training_class.enrolments.with_position()
    row = rows.get(pk=enrolment.pk)
    return _(
        "You do not have a seat yet: you are on the waiting list, number %(position)s "
        "of %(length)s."
    ) % {"position": row.position, "length": row.queue_length}


def offer_in_words(offer) -> tuple[str, str, list[str]]:
    base = settings.PUBLIC_BASE_URL
    status = _("A seat is offered to you; it is yours only once you accept it.")
    until = _("Answer by %(moment)s, or it goes to the next person.") % {
        "moment": offer.deadline
    }
    links = [
        f"{_('Accept')}: {base}{offer.accept_url}",
        f"{_('Decline')}: {base}{offer.decline_url}",
    ]
    return _("A seat is offered to you"), status, [until, "\n".join(links)]


def particulars(enrolment) -> str:
    """Which class, when and where, and the page to come back to."""
    training = enrolment.training_class.training
    when = date_format(training.starts_on, "DATE_FORMAT")
    if training.start_time:
        clock = date_format(training.start_time, "TIME_FORMAT")
        when = f"{when} {clock} {training.unit.zone_name}"
    what = f"{enrolment.training_class.name} · {training.title}"
    place = enrolment.training_class.where
    where = f"{when} · {place}" if place else when
    page = reverse("trainings:enrolment", args=[enrolment.pk])
    return f"{what}\n{where}\n{settings.PUBLIC_BASE_URL}{page}"
