"""Go or no-go: a class below its minimum goes ahead, or is called off."""

from django.utils import timezone
from django.utils.translation import gettext as _

from .enrolment import EnrolmentRefused
from .enrolment.seats import held, save_by
from .models import TrainingClass


def go_ahead(training_class: TrainingClass, *, by=None) -> TrainingClass:
    """Decide that a class takes place although few registered; twice is harmless."""
    with held(training_class.pk) as training_class:
        if training_class.is_cancelled:
            raise EnrolmentRefused(_("This class is cancelled."))
        if training_class.is_over:
            raise EnrolmentRefused(_("This training is over."))
        if training_class.went_ahead_at is None:
            training_class.went_ahead_at = timezone.now()
            save_by(training_class, by, update_fields=["went_ahead_at"])
        return training_class
