"""
Giving artisans their seats, and taking seats back.

Nothing else writes an `Enrolment`, or the seats, quota and status of a class.
Every function holds the class's row first, so that the seats it counts are still
free when it gives them; every outcome is told once, in the same transaction.
"""

from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from artisans.models import Artisan
from council.outbox import post_to

from .models import Enrolment, Training, TrainingClass

Status = Enrolment.Status


class EnrolmentRefused(Exception):
    """No seat was given or taken. The message is written for the visitor."""


class ProfileIncomplete(EnrolmentRefused):
    """The artisan's profile lacks what a training needs to know."""


@contextmanager
def held(training_class_id):
    """Hold a class: until the block ends nobody else gives or takes its seats."""
    with transaction.atomic():
        refuse_weak_locks()
        classes = TrainingClass.objects.select_for_update()
        training_class = classes.get(pk=training_class_id)
        # A join would show the training as it was before the wait for the lock.
        trainings = Training.objects.select_related("unit")
        training_class.training = trainings.get(pk=training_class.training_id)
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
    # Without the key, which the rows that point to the artisan hold as well.
    Artisan.objects.select_for_update(no_key=True).get(pk=artisan.pk)


def enrol(
    artisan: Artisan, training_class: TrainingClass, *, request_key: str, by=None
) -> Enrolment:
    """Give a seat, or the next place in line. Asking twice gives the same one."""
    with held(training_class.pk) as training_class:
        if earlier := earlier_answer(training_class, artisan, request_key):
            return earlier
        hold_artisan(artisan)
        if reason := why_not_now(training_class):
            raise EnrolmentRefused(reason)
        if reason := why_not_together(training_class, artisan):
            raise EnrolmentRefused(reason)
        if missing := artisan.what_is_missing():
            raise ProfileIncomplete(
                _("Complete your profile first. Still missing: %(missing)s.")
                % {"missing": ", ".join(missing)}
            )
        enrolment = take_place(training_class, artisan, request_key, by)
        tell(enrolment, "confirmed" if enrolment.is_confirmed else "waiting")
        return enrolment


def admit(
    artisan: Artisan, training_class: TrainingClass, *, by, reason, request_key: str
) -> Enrolment:
    """
    Give a free seat to somebody who came without one, also when registration is over.

    They were there, so the line does not count; the seats and a cancelled class do.
    """
    with held(training_class.pk) as training_class:
        hold_artisan(artisan)
        place = training_class.enrolments.active().filter(artisan=artisan).first()
        if place and place.is_confirmed:
            return place
        if training_class.is_cancelled:
            raise EnrolmentRefused(_("This class is cancelled."))
        if clash := why_not_together(training_class, artisan):
            raise EnrolmentRefused(clash)
        if not training_class.seats_left:
            refuse_full_class()
        place = place or take_place(training_class, artisan, request_key, by)
        place = read_again(training_class, place)
        if place.is_confirmed:
            save_by(place, by, reason=reason, update_fields=["status"])
            tell(place, "confirmed")
        else:
            confirm(place, by=by, reason=reason)
        return place


def earlier_answer(training_class, artisan, request_key) -> Enrolment | None:
    """What the same form was answered before, or the place the artisan has."""
    active = ~Q(status=Status.CANCELLED)
    known = training_class.enrolments.filter(artisan=artisan)
    known = list(known.filter(Q(request_key=request_key) | active))
    same_form = [answer for answer in known if answer.request_key == request_key]
    return next(iter(same_form + known), None)


def why_not_now(training_class: TrainingClass) -> str:
    """Why nobody can register at this moment, in a sentence; empty when they can."""
    training, availability = training_class.training, training_class.availability
    kinds = TrainingClass.Availability
    if not training.is_published:
        return _("This training is not published yet.")
    if availability == kinds.CANCELLED:
        sentence = _("This class is cancelled.")
        return f"{sentence} {training.status_reason}".strip()
    if availability == kinds.FINISHED:
        return _("This training is over.")
    if training.is_off:
        sentence = _("This training is postponed. Wait for its new dates.")
        return f"{sentence} {training.status_reason}".strip()
    if availability == kinds.NOT_YET:
        return _("Registration opens on %(moment)s.") % {
            "moment": training_class.opening
        }
    if availability == kinds.CLOSED:
        return _("Registration closed on %(moment)s.") % {
            "moment": training_class.closing
        }
    return ""


def why_not_together(training_class: TrainingClass, artisan: Artisan) -> str:
    """Why the artisan cannot be in it beside another class; empty when they can."""
    mine = artisan.enrolments.active().exclude(training_class=training_class)
    others = TrainingClass.objects.filter(
        training=training_class.training_id, enrolments__in=mine
    )
    for other in others.select_related("training").prefetch_related("sessions"):
        if training_class.clashes_with(other):
            return _(
                "Already registered in %(class)s of this training, which meets at "
                "the same time. Cancel that registration first."
            ) % {"class": other.name}
    return ""


def take_place(training_class, artisan, request_key, by) -> Enrolment:
    """Write the seat or the place in line; the class must be held."""
    queue = training_class.enrolments.waiting()
    # A free seat belongs to whoever waits, not to whoever comes last.
    is_seat = training_class.seats_left > 0 and not queue.exists()
    training_class.last_ticket += 1
    enrolment = Enrolment(
        training_class=training_class,
        artisan=artisan,
        status=Status.CONFIRMED if is_seat else Status.WAITING,
        ticket=training_class.last_ticket,
        request_key=request_key,
        confirmed_at=timezone.now() if is_seat else None,
    )
    save_by(enrolment, by)
    if is_seat:
        training_class.taken += 1
    keep_seats(training_class)
    return enrolment


def cancel(enrolment: Enrolment, *, by=None, reason="", fill=True) -> Enrolment:
    """
    Give a seat or place back, and the seat to whoever waits first.

    `by` is the officer who does it; with `fill` off the seat stays free, so that
    the officer can give it by hand.
    """
    with held(enrolment.training_class_id) as training_class:
        enrolment = read_again(training_class, enrolment)
        if enrolment.is_cancelled:
            return enrolment
        if by is None and training_class.is_over:
            raise EnrolmentRefused(_("This training is over."))
        had_seat = enrolment.is_confirmed
        write_cancelled(enrolment, reason, by)
        if had_seat:
            training_class.taken -= 1
            keep_seats(training_class)
        if had_seat and fill:
            enrolment.made_room_for = fill_seats(training_class)
        return enrolment


def promote(enrolment: Enrolment, by, *, reason="") -> Enrolment:
    """Give a free seat to a person in line; out of turn only with a reason."""
    with held(enrolment.training_class_id) as training_class:
        enrolment = read_again(training_class, enrolment)
        if enrolment.is_confirmed:
            return enrolment
        refuse_promotion(training_class, enrolment, reason)
        confirm(enrolment, by=by, reason=reason)
        return enrolment


def refuse_promotion(training_class, enrolment, reason) -> None:
    """Raise EnrolmentRefused where the seat cannot be given."""
    if enrolment.is_cancelled:
        raise EnrolmentRefused(_("This registration is cancelled."))
    if training_class.is_over:
        raise EnrolmentRefused(_("This training is over."))
    if not training_class.seats_left:
        refuse_full_class()
    if not reason and training_class.enrolments.waiting().first() != enrolment:
        raise EnrolmentRefused(
            _("%(name)s is not first in line. Write the reason for going first.")
            % {"name": enrolment.artisan}
        )


def refuse_full_class() -> None:
    raise EnrolmentRefused(
        _("Every seat is taken. Raise the quota or cancel a registration first.")
    )


def change_quota(training_class: TrainingClass, quota: int, *, by=None) -> list:
    """Set the number of seats; give those promoted by a raise. Never drops anyone."""
    with held(training_class.pk) as training_class:
        if reason := training_class.why_not_quota(quota):
            raise EnrolmentRefused(reason)
        if quota != training_class.quota:
            training_class.quota = quota
            save_by(training_class, by, update_fields=["quota"])
        return fill_seats(training_class)


def cancel_class(training_class: TrainingClass, *, reason="", by=None) -> int:
    """Call a class off, tell everyone in it, and give how many were told."""
    with held(training_class.pk) as training_class:
        if training_class.status == TrainingClass.Status.CANCELLED:
            return 0
        refuse_after_the_end(training_class.training)
        training_class.status = TrainingClass.Status.CANCELLED
        save_by(training_class, by, reason=reason, update_fields=["status"])
        enrolments = training_class.enrolments.active()
        enrolments = list(enrolments.select_related("artisan__person"))
        for enrolment in enrolments:
            write_cancelled(enrolment, reason, by)
        training_class.taken = 0
        keep_seats(training_class)
        return len(enrolments)


@transaction.atomic
def cancel_training(training: Training, *, reason: str, by=None) -> int:
    """Call a training off with all its classes, and give how many were told."""
    refuse_after_the_end(training)
    # Always in the same order, or two officers could wait for each other.
    classes = training.classes.order_by("pk")
    told = sum(cancel_class(each, reason=reason, by=by) for each in classes)
    training.cancel(reason)
    return told


def refuse_after_the_end(training: Training) -> None:
    """Raise EnrolmentRefused for what has taken place: its seats are facts now."""
    # A postponed training waits for new days, whatever its old ones were.
    if training.is_over and not training.is_off:
        raise EnrolmentRefused(_("This training is over."))


def enrolments_of(artisan: Artisan):
    """The artisan's seats and places in line, newest training first."""
    enrolments = Enrolment.objects.filter(artisan=artisan).with_position()
    return enrolments.select_related(
        "training_class__training__unit", "training_class__craft"
    ).order_by("-training_class__training__starts_on", "-enrolled_at")


def fill_seats(training_class) -> list[Enrolment]:
    """Give the free seats in order; the class must be held."""
    if training_class.is_over or training_class.is_cancelled:
        return []
    queue = training_class.enrolments.waiting().select_related("artisan__person")
    promoted = list(queue[: training_class.seats_left])
    for enrolment in promoted:
        confirm(enrolment)
    return promoted


def confirm(enrolment, *, by=None, reason="") -> None:
    """Turn a place in line into a seat; the class must be held."""
    enrolment.status = Status.CONFIRMED
    enrolment.confirmed_at = timezone.now()
    fields = ["status", "confirmed_at"]
    save_by(enrolment, by, reason=reason, update_fields=fields)
    enrolment.training_class.taken += 1
    keep_seats(enrolment.training_class)
    tell(enrolment, "promoted")


def write_cancelled(enrolment, reason, by) -> None:
    enrolment.status = Status.CANCELLED
    enrolment.cancelled_at = timezone.now()
    enrolment.cancel_reason = reason[:200]
    fields = ["status", "cancelled_at", "cancel_reason"]
    save_by(enrolment, by, reason=reason, update_fields=fields)
    tell(enrolment, "cancelled")


def read_again(training_class, enrolment) -> Enrolment:
    """The enrolment as it is now that the class is held."""
    return training_class.enrolments.select_related("artisan__person").get(
        pk=enrolment.pk
    )


def keep_seats(training_class) -> None:
    """Write the seats of a held class; the enrolments are its history."""
    TrainingClass.objects.filter(pk=training_class.pk).update(
        taken=training_class.taken, last_ticket=training_class.last_ticket
    )


def save_by(row, by, *, reason="", **how) -> None:
    """Save a row with the officer and the reason in its history."""
    if by is not None:
        row._history_user = by
    if reason:
        row._change_reason = reason[:100]
    row.save(**how)


def tell(enrolment, outcome: str) -> None:
    """Write the outcome to the outbox, once, in the language of the portal."""
    person = enrolment.artisan.person
    unit = enrolment.training_class.training.unit
    cause = f"enrolment-{enrolment.pk}-{outcome}"
    with override(settings.LANGUAGE_CODE):
        subject, body = wording(enrolment, outcome)
    post_to(person, subject, body, cause=cause, unit=unit)


def wording(enrolment, outcome: str) -> tuple[str, str]:
    """The subject and text of a message; its first sentence is the status."""
    if outcome == "waiting":
        queue = enrolment.training_class.enrolments.waiting()
        position = queue.filter(ticket__lte=enrolment.ticket).count()
        subject = _("Waiting list of a training")
        status = _("You are on the waiting list, number %(position)s.") % {
            "position": position
        }
    elif outcome == "cancelled":
        subject = _("Your registration is cancelled")
        status = f"{_('Your registration is cancelled.')} {enrolment.cancel_reason}"
    elif outcome == "promoted":
        subject = _("You have a seat in a training")
        status = _("A seat has become free, and it is yours.")
    else:
        subject = _("You are registered for a training")
        status = _("You are registered.")
    return subject, f"{status.strip()}\n\n{particulars(enrolment)}"


def particulars(enrolment) -> str:
    """Which class, when and where, and the page to come back to."""
    training = enrolment.training_class.training
    when = date_format(training.starts_on, "DATE_FORMAT")
    if training.start_time:
        clock = date_format(training.start_time, "TIME_FORMAT")
        when = f"{when} {clock} {training.unit.zone_name}"
    what = f"{enrolment.training_class.name} · {training.title}"
    where = f"{when} · {training.venue}" if training.venue else when
    page = reverse("trainings:enrolment", args=[enrolment.pk])
    return f"{what}\n{where}\n{settings.PUBLIC_BASE_URL}{page}"
