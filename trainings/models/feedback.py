"""What participants think of a class, asked once and kept without their names."""

from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.links import new_code
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .enrolments import Enrolment


class FeedbackRequest(models.Model):
    """
    A participant's link to say what they think of their class, once.

    It knows who was asked and whether they answered, never what they said.
    """

    unit_path = "enrolment__training_class__training__unit"
    personal_data = {
        "enrolment": general(_("asking each participant once"), retention=_("10 years"))
    }

    enrolment = models.OneToOneField(
        Enrolment,
        on_delete=models.PROTECT,
        related_name="feedback_request",
        verbose_name=_("participant"),
    )
    code = models.CharField(
        _("code"), max_length=24, unique=True, default=new_code, editable=False
    )
    closes_on = models.DateField(_("open until"))
    is_answered = models.BooleanField(_("answered"), default=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("request for feedback")
        verbose_name_plural = _("requests for feedback")

    def __str__(self):
        return str(self.enrolment)


class FeedbackQuerySet(ScopedQuerySet):
    def overdue(self, moment):
        """Kept long enough: words given before the moment, and not destroyed yet."""
        return self.filter(month_on__lt=moment.date()).exclude(words="")

    def forget(self) -> int:
        """Destroy the words, which may name somebody; the ratings remain."""
        return self.update(words="")


def this_month():
    return timezone.localdate().replace(day=1)


def rating(name):
    """A question answered with one to five."""
    return models.PositiveSmallIntegerField(
        name, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )


class Feedback(models.Model):
    """
    What one participant thinks of a class: three ratings and a few words.

    It carries neither a name nor a moment, so that nobody learns whose it is.
    """

    RATINGS = ("material", "instructor", "organisation")

    unit_path = "training_class__training__unit"
    kept_for = timedelta(days=2 * 365)
    personal_data = {
        "words": general(_("making trainings better"), retention=_("2 years"))
    }

    training_class = models.ForeignKey(
        "trainings.TrainingClass",
        on_delete=models.PROTECT,
        related_name="feedback",
        verbose_name=_("class"),
    )
    material = rating(_("what was taught"))
    instructor = rating(_("instructor"))
    organisation = rating(_("how it was organised"))
    words = models.TextField(_("in own words"), blank=True)
    month_on = models.DateField(_("month"), default=this_month, editable=False)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        # Not in the order in which they came.
        ordering = ["words"]
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        constraints = [
            models.CheckConstraint(
                name="ratings_go_from_1_to_5",
                condition=Q(material__range=(1, 5))
                & Q(instructor__range=(1, 5))
                & Q(organisation__range=(1, 5)),
                violation_error_message=_("Ratings go from 1 to 5."),
            )
        ]

    def __str__(self):
        return str(self.training_class)
