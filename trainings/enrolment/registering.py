"""Registering for a class, and leaving it."""

from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from artisans.models import Artisan
from council.prepared import Prepared
from trainings.models import Certificate, Enrolment, TrainingClass
from trainings.requirements import unmet

from . import seats
from .letters import at_hand, tell
from .offers import fill_seats, leave, up_to_date
from .points import reckon
from .refusals import EnrolmentRefused, ProfileIncomplete, RequirementsUnmet

Status = Enrolment.Status
TOLD = {
    Status.CONFIRMED: "confirmed",
    Status.WAITING: "waiting",
    Status.APPLIED: "applied",
}
# What the same form was answered, and every place the artisan has in the training.
places_to_know = Prepared(
    lambda artisan, training, key: Enrolment.objects.filter(
        ~Q(status=Status.CANCELLED) | Q(request_key=key),
        artisan=artisan,
        training_class__training=training,
    ).order_by()
)


def enrol(
    artisan: Artisan,
    training_class: TrainingClass,
    *,
    request_key: str,
    by=None,
    checklist=None,
) -> Enrolment:
    """
    Give a seat, the next place in line, or take an application.

    Asking twice gives the same one. A `checklist` that was just read is not read again.
    """
    # What counts lies in the past, so it can be read before the class is held.
    points = reckon(artisan, training_class) if training_class.has_fair_queue else []
    words = at_hand(training_class)
    with up_to_date(training_class.pk) as training_class:
        training_class.starts_at = words.starts_at
        seats.hold_artisan(artisan)
        known = places_to_know(artisan.pk, training_class.training_id, request_key)
        if earlier := earlier_answer(training_class, known, request_key):
            return earlier
        if reason := why_refused(training_class, known):
            raise EnrolmentRefused(reason)
        if missing := artisan.what_is_missing():
            raise ProfileIncomplete(
                _("Complete your profile first. Still missing: %(missing)s.")
                % {"missing": ", ".join(missing)}
            )
        if lacking := unmet(training_class, artisan, checklist=checklist):
            raise RequirementsUnmet(" ".join(lacking))
        enrolment = take_place(training_class, artisan, request_key, points, by)
        tell(enrolment, TOLD[enrolment.status], texts=words.texts)
        return enrolment


def earlier_answer(training_class, known, request_key) -> Enrolment | None:
    """What the same form was answered before, or the place the artisan has."""
    here = [place for place in known if place.training_class_id == training_class.pk]
    same_form = [place for place in here if place.request_key == request_key]
    return next(iter(same_form + here), None)


def why_refused(training_class, known) -> str:
    """Why nobody with these places can register now; empty when possible."""
    others = [
        place.training_class_id for place in known if place.status not in Enrolment.OUT
    ]
    return why_not_now(training_class) or why_not_beside(training_class, others)


def with_reason(sentence, training) -> str:
    """The sentence with the reason; one in Indonesian stands marked on the page."""
    reason = training.shown_status_reason
    is_foreign = getattr(reason, "is_only_indonesian", False)
    return sentence if is_foreign else f"{sentence} {reason}".strip()


def why_not_now(training_class: TrainingClass) -> str:
    """Why nobody can register at this moment, in a sentence; empty when they can."""
    training, availability = training_class.training, training_class.availability
    kinds = TrainingClass.Availability
    if not training.is_published:
        return _("This training is not published yet.")
    if availability == kinds.CANCELLED:
        return with_reason(_("This class is cancelled."), training)
    if availability == kinds.FINISHED:
        return _("This training is over.")
    if training.is_off:
        sentence = _("This training is postponed. Wait for its new dates.")
        return with_reason(sentence, training)
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
    mine = mine.filter(training_class__training=training_class.training_id)
    keys = mine.order_by().values_list("training_class", flat=True)
    return why_not_beside(training_class, list(keys))


def why_not_beside(training_class, keys) -> str:
    """Why nobody can be in it beside these other classes; empty when they can."""
    if not keys:
        return ""
    others = TrainingClass.objects.filter(pk__in=keys)
    for other in others.select_related("training").prefetch_related("sessions"):
        if training_class.clashes_with(other):
            return _(
                "Already registered in %(class)s of this training, which meets at "
                "the same time. Cancel that registration first."
            ) % {"class": other.name}
    return ""


def take_place(training_class, artisan, request_key, points, by) -> Enrolment:
    """Write the seat, the place in line or the application; the class is held."""
    seat = None
    if not training_class.is_moderated:
        seat = seats.seat_for_newcomer(training_class, artisan)
    training_class.last_ticket += 1
    enrolment = Enrolment(
        training_class=training_class,
        artisan=artisan,
        status=status_of_newcomer(training_class, seat),
        ticket=training_class.last_ticket,
        request_key=request_key,
        confirmed_at=timezone.now() if seat else None,
        points=sum(line["points"] for line in points),
        points_lines=points or None,
    )
    if seat:
        seats.take(enrolment, seat)
    else:
        seats.keep(training_class)
    seats.save_by(enrolment, by)
    return enrolment


def status_of_newcomer(training_class, seat) -> str:
    if training_class.is_moderated:
        return Status.APPLIED
    return Status.CONFIRMED if seat else Status.WAITING


def cancel(enrolment: Enrolment, *, by=None, reason="", fill=True) -> Enrolment:
    """
    Give a seat or place back, and the seat to whoever waits first.

    `by` is the officer who does it; with `fill` off the seat stays free, so that
    the officer can give it by hand.
    """
    with up_to_date(enrolment.training_class_id) as training_class:
        enrolment = seats.read_again(training_class, enrolment)
        if enrolment.status in Enrolment.OUT:
            return enrolment
        if by is None and training_class.is_over:
            raise EnrolmentRefused(_("This training is over."))
        if valid := enrolment.certificates.valid().first():
            raise EnrolmentRefused(
                _("Certificate %(number)s is valid. Withdraw it first.")
                % {"number": valid.number}
            )
        had_seat = enrolment.has_seat
        leave(enrolment, reason, by)
        if had_seat and fill:
            enrolment.made_room_for = fill_seats(training_class, freed=1)
        return enrolment


def enrolments_of(artisan: Artisan):
    """The artisan's seats and places in line, newest training first."""
    enrolments = Enrolment.objects.filter(artisan=artisan).with_position()
    certificates = Prefetch(
        "certificates", Certificate.objects.valid(), to_attr="valid_certificates"
    )
    return (
        enrolments.prefetch_related(certificates)
        .select_related("training_class__training__unit", "training_class__craft")
        .order_by("-training_class__training__starts_on", "-enrolled_at")
    )
