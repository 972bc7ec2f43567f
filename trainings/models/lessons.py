from datetime import datetime
from zoneinfo import ZoneInfo

from simple_history.models import HistoricalRecords

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from council.models import Person
from council.personal_data import general
from council.scopes import ScopedQuerySet


class Session(models.Model):
    """One meeting of a class."""

    class Status(models.TextChoices):
        PLANNED = "direncanakan", _("planned")
        HELD = "terlaksana", _("held")
        CANCELLED = "batal", _("did not take place")

    unit_path = "training_class__training__unit"

    training_class = models.ForeignKey(
        "trainings.TrainingClass",
        on_delete=models.CASCADE,
        related_name="sessions",
        verbose_name=_("class"),
    )
    held_on = models.DateField(_("day"))
    start_time = models.TimeField(_("from"))
    end_time = models.TimeField(_("until"))
    topic = models.CharField(_("topic"), max_length=200, blank=True)
    venue = models.CharField(
        _("venue"), max_length=200, blank=True, help_text=_("If not the training's.")
    )

    status = models.CharField(
        _("status"),
        max_length=12,
        choices=Status,
        default=Status.PLANNED,
        db_default=Status.PLANNED,
    )

    objects = ScopedQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["held_on", "start_time"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.CheckConstraint(
                name="a_session_ends_after_it_starts",
                condition=Q(end_time__gt=F("start_time")),
                violation_error_message=_("A session must end after it begins."),
            )
        ]

    def __str__(self):
        return f"{self.held_on} {self.start_time:%H.%M}"

    @property
    def moment(self) -> str:
        """Day and hour as people say them: 24 November 2026 09.00."""
        return f"{date_format(self.held_on, 'DATE_FORMAT')} {self.start_time:%H.%M}"

    @property
    def is_held(self) -> bool:
        return self.status == self.Status.HELD

    @property
    def is_cancelled(self) -> bool:
        return self.status == self.Status.CANCELLED

    @property
    def starts_at(self) -> datetime:
        """When it begins, on the clock of the unit."""
        return self._at(self.start_time)

    @property
    def ends_at(self) -> datetime:
        return self._at(self.end_time)

    def _at(self, clock) -> datetime:
        zone = ZoneInfo(self.training_class.training.unit.time_zone)
        return datetime.combine(self.held_on, clock, zone)

    @property
    def minutes(self) -> int:
        """How long it lasts by its hours."""
        start, end = self.start_time, self.end_time
        return (end.hour - start.hour) * 60 + end.minute - start.minute


class Engagement(models.Model):
    """An instructor who teaches a class, often from another region."""

    class Status(models.TextChoices):
        INVITED = "diundang", _("invited")
        CONFIRMED = "bersedia", _("confirmed")
        DECLINED = "menolak", _("declined")

    unit_path = "training_class__training__unit"
    personal_data = {
        "instructor": general(_("the list of instructors"), seen_by=_("the public"))
    }

    training_class = models.ForeignKey(
        "trainings.TrainingClass",
        on_delete=models.CASCADE,
        related_name="engagements",
        verbose_name=_("class"),
    )
    instructor = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="engagements",
        verbose_name=_("instructor"),
    )
    status = models.CharField(
        _("answer"), max_length=10, choices=Status, default=Status.INVITED
    )

    objects = ScopedQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("instructor")
        verbose_name_plural = _("instructors")
        constraints = [
            models.UniqueConstraint(
                fields=["training_class", "instructor"],
                name="an_instructor_teaches_a_class_once",
                violation_error_message=_(
                    "This instructor already teaches this class."
                ),
            )
        ]

    def __str__(self):
        return str(self.instructor)
