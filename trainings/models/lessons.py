from datetime import datetime
from zoneinfo import ZoneInfo

from simple_history.models import HistoricalRecords

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from council.languages import english_field, shown_field
from council.links import new_code
from council.models import Consent, Person
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
    topic_en = english_field(_("topic, in English"), max_length=200)
    venue = models.CharField(
        _("venue"), max_length=200, blank=True, help_text=_("If not the training's.")
    )
    venue_en = english_field(_("venue, in English"), max_length=200)

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

    shown_topic = shown_field("topic")
    shown_venue = shown_field("venue")

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


def where_agreed(agreed, path):
    """What stands on the instructor's page, where there is one and they agreed."""
    is_there = Exists(agreed) & Q(**{f"{path}__isnull": False})
    return Case(When(is_there, then=F(path)), default=Value(""))


class EngagementQuerySet(ScopedQuerySet):
    def standing(self):
        """Those who teach, or may: neither declined nor taken back."""
        return self.filter(status__in=Engagement.STANDING)

    def confirmed(self):
        return self.filter(status=Engagement.Status.CONFIRMED)

    def for_public(self):
        """
        What the page of a training names; `line` where the instructor agreed to it.

        Whoever was asked by a link and has not answered is nobody's business.
        """
        asked = Q(status=Engagement.Status.INVITED, invited_at__isnull=False)
        agreed = Consent.objects.filter(
            person=OuterRef("instructor"),
            purpose=Consent.Purpose.TEACHING_LINE,
            withdrawn_at=None,
        )
        lines = {
            name: where_agreed(agreed, f"instructor__as_instructor__public_{name}")
            for name in ("line", "line_en")
        }
        rows = self.standing().exclude(asked).select_related("instructor__origin")
        return rows.annotate(**lines)

    def with_class(self):
        """Load what an invitation says: class, craft, sessions and council."""
        return self.select_related(
            "instructor__origin",
            "invited_by",
            "training_class__craft",
            "training_class__training__unit",
        ).prefetch_related("training_class__sessions", "training_class__training__days")


class Engagement(models.Model):
    """
    An instructor who teaches a class, often from another region.

    Asked, answered and taken back only by `trainings.inviting`.
    """

    class Status(models.TextChoices):
        INVITED = "diundang", _("invited")
        CONFIRMED = "bersedia", _("confirmed")
        DECLINED = "menolak", _("declined")
        WITHDRAWN = "ditarik", _("invitation withdrawn")

    STANDING = [Status.INVITED, Status.CONFIRMED]

    unit_path = "training_class__training__unit"
    personal_data = {
        "instructor": general(_("the list of instructors"), seen_by=_("the public")),
        "terms": general(_("inviting instructors"), retention=_("10 years")),
        "pick_reason": general(_("inviting instructors"), retention=_("10 years")),
        "answer_reason": general(_("inviting instructors"), retention=_("10 years")),
        "other_days": general(_("inviting instructors"), retention=_("10 years")),
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
    code = models.CharField(
        _("code"),
        max_length=24,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        default=new_code,
    )
    terms = models.TextField(
        _("fee, journey and lodging"),
        blank=True,
        db_default="",
        max_length=1000,
        help_text=_("The instructor reads it in the invitation."),
    )
    pick_reason = models.CharField(
        _("why this instructor"), max_length=200, blank=True, db_default=""
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("invited by"),
    )
    invited_at = models.DateTimeField(_("invited at"), null=True, blank=True)
    times_sent = models.PositiveSmallIntegerField(
        _("times sent"), default=0, db_default=0
    )
    reminded_at = models.DateTimeField(_("reminded at"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    times_answered = models.PositiveSmallIntegerField(
        _("times answered"), default=0, db_default=0
    )
    answer_reason = models.CharField(
        _("what the instructor wrote"), max_length=300, blank=True, db_default=""
    )
    other_days = models.CharField(
        _("other days that suit"), max_length=300, blank=True, db_default=""
    )

    objects = EngagementQuerySet.as_manager()
    # Whoever has the code may answer, so it stands in no history.
    history = HistoricalRecords(excluded_fields=["code"])

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

    shown_line = shown_field("line")

    def get_absolute_url(self):
        """The page with which the instructor answers, for whoever has the code."""
        return reverse("teaching_invitation", args=[self.code])

    @property
    def is_standing(self) -> bool:
        return self.status in self.STANDING

    @property
    def is_invited(self) -> bool:
        return self.status == self.Status.INVITED

    @property
    def is_confirmed(self) -> bool:
        return self.status == self.Status.CONFIRMED

    @property
    def is_declined(self) -> bool:
        return self.status == self.Status.DECLINED

    @property
    def is_withdrawn(self) -> bool:
        return self.status == self.Status.WITHDRAWN
