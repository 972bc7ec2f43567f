"""Changing the seats of a class, and calling it off."""

from django.db import transaction
from django.utils.translation import gettext as _

from trainings.inviting import tell_called_off
from trainings.models import Training, TrainingClass

from . import seats
from .offers import fill_seats, leave, up_to_date
from .refusals import EnrolmentRefused


def change_quota(training_class: TrainingClass, quota: int, *, by=None) -> list:
    """Set the number of seats; give those who moved up. Never drops anyone."""
    with up_to_date(training_class.pk) as training_class:
        if reason := training_class.why_not_quota(quota):
            raise EnrolmentRefused(reason)
        added = max(quota - training_class.quota, 0)
        if quota != training_class.quota:
            training_class.quota = quota
            seats.save_by(training_class, by, update_fields=["quota"])
        return fill_seats(training_class, freed=added)


def cancel_class(training_class: TrainingClass, *, reason="", by=None) -> int:
    """Call a class off, tell everyone in it, and give how many were told."""
    with seats.held(training_class.pk) as training_class:
        if training_class.status == TrainingClass.Status.CANCELLED:
            return 0
        refuse_after_the_end(training_class.training)
        training_class.status = TrainingClass.Status.CANCELLED
        seats.save_by(training_class, by, reason=reason, update_fields=["status"])
        enrolments = training_class.enrolments.active()
        enrolments = list(enrolments.select_related("artisan__person", "allotment"))
        for enrolment in enrolments:
            leave(enrolment, reason, by)
        tell_called_off(training_class, reason)
        return len(enrolments)


@transaction.atomic
def cancel_training(training: Training, *, reason: str, by=None, reason_en="") -> int:
    """
    Call a training off with all its classes, and give how many were told.

    The English reason stands on the training's page alone.
    """
    refuse_after_the_end(training)
    # Always in the same order, or two officers could wait for each other.
    classes = training.classes.order_by("pk")
    told = sum(cancel_class(each, reason=reason, by=by) for each in classes)
    training.cancel(reason, reason_en)
    return told


def refuse_after_the_end(training: Training) -> None:
    """Raise EnrolmentRefused for what has taken place: its seats are facts now."""
    # A postponed training waits for new days, whatever its old ones were.
    if training.is_over and not training.is_off:
        raise EnrolmentRefused(_("This training is over."))
