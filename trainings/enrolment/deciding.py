"""What officers decide: who is endorsed, accepted, kept in reserve or refused."""

from django.utils import timezone
from django.utils.translation import gettext as _

from artisans.models import Artisan
from trainings.models import Enrolment, MemberEnrolment, Offer, TrainingClass
from trainings.requirements import exempt

from . import seats
from .letters import tell
from .offers import (
    NOT_IN_LINE,
    close,
    confirm,
    decided,
    no_seat,
    seat_by_hand,
    up_to_date,
    write_confirmed,
)
from .refusals import EnrolmentRefused
from .registering import why_not_together

Status = Enrolment.Status


def endorse(enrolment: Enrolment, by, *, note="") -> Enrolment:
    """Say for a member's home unit that it stands behind the application."""
    members = MemberEnrolment.objects.in_scope(by)
    if not members.filter(pk=enrolment.pk).exists():
        raise EnrolmentRefused(_("Only the artisan's home unit endorses."))
    with up_to_date(enrolment.training_class_id) as training_class:
        enrolment = seats.read_again(training_class, enrolment)
        if enrolment.is_endorsed:
            return enrolment
        if not (enrolment.is_applied or enrolment.is_waiting):
            raise EnrolmentRefused(_("There is nothing left to decide here."))
        enrolment.endorsed_at = timezone.now()
        enrolment.endorsed_by = by
        enrolment.endorsement = note[:200]
        fields = ["endorsed_at", "endorsed_by", "endorsement"]
        seats.save_by(enrolment, by, reason=note, update_fields=fields)
        tell(enrolment, "endorsed")
        return enrolment


def accept(enrolment: Enrolment, by, *, reason="") -> Enrolment:
    """
    Give an applicant a seat; an earlier refusal is taken back only with a reason.

    In a fair queue whoever has the most points comes first, others with a reason.
    """
    with up_to_date(enrolment.training_class_id) as training_class:
        enrolment = seats.read_again(training_class, enrolment)
        if enrolment.is_confirmed:
            return enrolment
        if enrolment.is_applied or enrolment.is_refused:
            seat = seat_for_applicant(training_class, enrolment, reason)
            confirm(enrolment, seat, "accepted", by=by, reason=reason)
        else:
            seat_from_line(training_class, enrolment, by, reason)
        return enrolment


def seat_for_applicant(training_class, enrolment, reason) -> seats.Seat:
    """The seat an applicant may have, or EnrolmentRefused."""
    if training_class.is_cancelled:
        raise EnrolmentRefused(_("This class is cancelled."))
    if training_class.is_over:
        raise EnrolmentRefused(_("This training is over."))
    # Whoever was refused may have joined another class meanwhile.
    seats.hold_artisan(enrolment.artisan)
    if reason_against := why_not_together(training_class, enrolment.artisan):
        raise EnrolmentRefused(reason_against)
    if enrolment.is_refused and not reason:
        raise EnrolmentRefused(
            _("%(name)s was refused. Write the reason for deciding otherwise.")
            % {"name": enrolment.artisan}
        )
    seat = seats.find_seat(training_class, enrolment.artisan)
    if seat is None:
        raise EnrolmentRefused(no_seat(training_class))
    first = seats.applicants_for(training_class, seat).first()
    if training_class.has_fair_queue and not reason and first != enrolment:
        raise EnrolmentRefused(
            _("%(name)s has not the most points. Write the reason for going first.")
            % {"name": enrolment.artisan}
        )
    return seat


def promote(enrolment: Enrolment, by, *, reason="") -> Enrolment:
    """
    Give a free seat to a person in line; out of turn only with a reason.

    Whoever has an offer takes it by this, as when the artisan says so by phone.
    """
    with up_to_date(enrolment.training_class_id) as training_class:
        enrolment = seats.read_again(training_class, enrolment)
        if not enrolment.is_confirmed:
            seat_from_line(training_class, enrolment, by, reason)
        return enrolment


def seat_from_line(training_class, enrolment, by, reason) -> None:
    """Give the offered seat, or a free one; the class must be held."""
    if enrolment.is_offered:
        close(enrolment.offers.open().get(), Offer.Status.ACCEPTED)
        write_confirmed(enrolment, "took", by=by, reason=reason)
    else:
        seat = seat_by_hand(training_class, enrolment, reason)
        confirm(enrolment, seat, "promoted", by=by, reason=reason)


def put_in_reserve(enrolment: Enrolment, by, *, reason="") -> Enrolment:
    """Let an applicant wait for a seat that becomes free."""
    with up_to_date(enrolment.training_class_id) as training_class:
        enrolment = seats.read_again(training_class, enrolment)
        if enrolment.is_waiting:
            return enrolment
        if not enrolment.is_applied:
            raise EnrolmentRefused(NOT_IN_LINE[enrolment.status]())
        decide(enrolment, Status.WAITING, by, reason)
        tell(enrolment, "reserve")
        return enrolment


def refuse(enrolment: Enrolment, by, *, reason: str) -> Enrolment:
    """Refuse an applicant, with a reason that is told."""
    if not reason.strip():
        raise EnrolmentRefused(_("Write the reason: the artisan reads it."))
    with up_to_date(enrolment.training_class_id) as training_class:
        enrolment = seats.read_again(training_class, enrolment)
        if enrolment.is_refused:
            return enrolment
        if not (enrolment.is_applied or enrolment.is_waiting):
            raise EnrolmentRefused(NOT_IN_LINE[enrolment.status]())
        decide(enrolment, Status.REFUSED, by, reason)
        tell(enrolment, "refused")
        return enrolment


def decide(enrolment, status, by, reason) -> None:
    enrolment.status = status
    fields = ["status", *decided(enrolment, by, reason)]
    seats.save_by(enrolment, by, reason=reason, update_fields=fields)


def admit(
    artisan: Artisan, training_class: TrainingClass, *, by, reason, request_key: str
) -> Enrolment:
    """
    Give a free seat to somebody who came without one, also when registration is over.

    They were there, so the line does not count; the seats and a cancelled class do.
    What they lack is kept as an exemption, with the reason.
    """
    with up_to_date(training_class.pk) as training_class:
        seats.hold_artisan(artisan)
        rows = training_class.enrolments.current().select_related("artisan__person")
        place = rows.filter(artisan=artisan).first()
        if place and place.is_confirmed:
            return place
        if refusal := why_not_admit(training_class, artisan):
            raise EnrolmentRefused(refusal)
        if place and place.is_offered:
            seat_from_line(training_class, place, by, reason)
            return place
        seat = seats.find_seat(training_class, artisan)
        if seat is None:
            raise EnrolmentRefused(no_seat(training_class))
        exempt(training_class, artisan, reason=reason, by=by)
        place = place or unplaced(training_class, artisan, request_key, by)
        # Nobody is invited to cancel what they are sitting in.
        outcome = "" if training_class.has_begun else "confirmed"
        confirm(place, seat, outcome, by=by, reason=reason)
        return place


def unplaced(training_class, artisan, request_key, by) -> Enrolment:
    """Write a newcomer who is given a seat at once; the class must be held."""
    training_class.last_ticket += 1
    newcomer = Enrolment(
        training_class=training_class,
        artisan=artisan,
        status=Status.CONFIRMED,
        ticket=training_class.last_ticket,
        request_key=request_key,
    )
    seats.save_by(newcomer, by)
    return newcomer


def why_not_admit(training_class, artisan) -> str:
    """Why nobody can be admitted, in a sentence; empty when possible."""
    if training_class.is_cancelled:
        return _("This class is cancelled.")
    return why_not_together(training_class, artisan)
