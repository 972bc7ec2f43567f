"""What is written down while a class is held: who was there, and how they did."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.personal_data import general
from council.scopes import ScopedQuerySet

from .enrolments import Enrolment
from .lessons import Session


class Attendance(models.Model):
    """
    Whether a participant was at a session; written only by `trainings.attendance`.

    The statuses are those of the paper lists: hadir, izin, sakit, alpa.
    """

    class Status(models.TextChoices):
        PRESENT = "hadir", _("present")
        EXCUSED = "izin", _("excused")
        ILL = "sakit", _("ill")
        ABSENT = "alpa", _("absent without notice")

    class Way(models.TextChoices):
        LIST = "daftar", _("list of the council")
        QR = "qr", _("QR code at the door")
        SELF = "sendiri", _("the participant's button")
        HELPER = "pembantu", _("helper's link")
        PAPER = "kertas", _("signed paper")

    unit_path = "session__training_class__training__unit"
    personal_data = {
        "status": general(_("running the training"), retention=_("10 years"))
    }

    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        related_name="attendances",
        verbose_name=_("session"),
    )
    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.PROTECT,
        related_name="attendances",
        verbose_name=_("participant"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status)
    way = models.CharField(_("written down by"), max_length=10, choices=Way)
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["session", "enrolment"]
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "enrolment"],
                name="a_participant_is_listed_once_a_session",
            )
        ]

    def __str__(self):
        return f"{self.enrolment}: {self.get_status_display()}"


class Score(models.Model):
    """Points of a participant, from 0 to 100: before, after, or for the work made."""

    class Kind(models.TextChoices):
        BEFORE = "awal", _("test before")
        AFTER = "akhir", _("test after")
        PRODUCT = "produk", _("assessment of the product")

    unit_path = "enrolment__training_class__training__unit"
    personal_data = {
        "points": general(_("running the training"), retention=_("10 years")),
        "note": general(_("running the training"), retention=_("10 years")),
    }

    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.PROTECT,
        related_name="scores",
        verbose_name=_("participant"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    points = models.DecimalField(
        _("points"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("given by"),
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["enrolment", "kind"]
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "kind"], name="a_score_of_a_kind_is_given_once"
            ),
            models.CheckConstraint(
                name="points_lie_between_0_and_100",
                condition=models.Q(points__gte=0, points__lte=100),
                violation_error_message=_("Points go from 0 to 100."),
            ),
        ]

    def __str__(self):
        return f"{self.enrolment}: {self.get_kind_display()} {self.points}"
