from datetime import time, timedelta
from zoneinfo import ZoneInfo

from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, Prefetch, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft
from council.models import SavedWhole
from council.scopes import ScopedQuerySet
from programs.models import Activity
from programs.models.activities import ActivityQuerySet

from .enrolments import Enrolment
from .lessons import Engagement
from .records import Score


class TrainingQuerySet(ActivityQuerySet):
    def with_classes(self):
        """Load the unit and the classes with their crafts, in two queries."""
        classes = TrainingClass.objects.select_related("craft")
        return self.select_related("unit").prefetch_related(
            Prefetch("classes", classes)
        )

    def with_lessons(self):
        """Load the classes with their sessions and instructors."""
        engaged = Engagement.objects.exclude(status=Engagement.Status.DECLINED)
        engaged = engaged.select_related("instructor__origin")
        return self.with_classes().prefetch_related(
            "classes__sessions", Prefetch("classes__engagements", engaged)
        )


class Training(Activity):
    """A training the council offers, with one or more classes."""

    requirements = models.TextField(
        _("requirements"), blank=True, help_text=_("One requirement a line.")
    )
    facilities = models.TextField(
        _("what participants receive"),
        blank=True,
        help_text=_("Such as: tools, materials, lunch, transport money."),
    )
    certificate_percent = models.PositiveSmallIntegerField(
        _("attendance for the certificate"),
        default=80,
        db_default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Percent of the sessions a participant must attend."),
    )
    certificate_score = models.CharField(
        _("points for the certificate"),
        max_length=10,
        choices=[(kind, kind.label) for kind in (Score.Kind.AFTER, Score.Kind.PRODUCT)],
        blank=True,
        db_default="",
        help_text=_("Leave empty where attendance alone decides."),
    )
    certificate_points = models.PositiveSmallIntegerField(
        _("least points for the certificate"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Such as: 70 of 100."),
    )

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        constraints = [
            models.CheckConstraint(
                name="points_are_asked_of_one_score",
                condition=Q(certificate_score="", certificate_points=None)
                | ~Q(certificate_score="") & Q(certificate_points__isnull=False),
                violation_error_message=_(
                    "Choose whose points count for the certificate, and how many "
                    "are needed; or leave both empty."
                ),
            )
        ]

    def save(self, *args, **kwargs):
        self.kind = Activity.Kind.TRAINING
        super().save(*args, **kwargs)

    @property
    def is_over(self) -> bool:
        """Whether it has ended, on the clock of its unit."""
        today = timezone.now().astimezone(ZoneInfo(self.unit.time_zone)).date()
        return self.status == self.Status.DONE or self.ends_on < today

    @property
    def availability(self) -> str:
        """The best its classes offer; of a training without classes, its state."""
        kinds = TrainingClass.Availability
        offers = {each.availability for each in self.classes.all()}
        if not offers:
            offers = {kinds.FINISHED if self.is_over else kinds.NOT_YET}
        if self.status == self.Status.CANCELLED:
            offers = {kinds.CANCELLED}
        return next(kind for kind in kinds if kind in offers)

    @property
    def opening_day(self) -> str:
        """The first day on which one of its classes can be joined."""
        days = [each.local(each.opens_at).date() for each in self.classes.all()]
        return date_format(min(days), "j F") if days else ""

    @property
    def crafts_taught(self) -> list:
        """The crafts of its classes, each once."""
        return list(dict.fromkeys(each.craft for each in self.classes.all()))

    @property
    def hours(self) -> list[tuple]:
        """Day, beginning and end of each of its days; all day where no hour is set."""
        start, end = self.start_time or time.min, self.end_time or time.max
        if end <= start:
            start, end = time.min, time.max
        length = (self.ends_on - self.starts_on).days + 1
        days = [self.starts_on + timedelta(days=number) for number in range(length)]
        listed = [
            (each.held_on, each.start_time, each.end_time) for each in self.days.all()
        ]
        return [
            (day, its_start or start, its_end or end)
            for day, its_start, its_end in listed or [(day, None, None) for day in days]
        ]

    @property
    def requirement_lines(self) -> list[str]:
        return [line for line in self.requirements.splitlines() if line.strip()]


class TrainingClassQuerySet(ScopedQuerySet):
    def choosable_by(self, user):
        """Own classes, with the trainings that tell one Kelas Pagi from another."""
        return super().choosable_by(user).select_related("training")

    def published(self):
        return self.filter(training__published_at__lte=timezone.now())

    def open_at(self, now):
        """Classes that take registrations at the moment, full ones too."""
        taking_place = [Activity.Status.PLANNED, Activity.Status.RUNNING]
        return self.published().filter(
            opens_at__lte=now,
            closes_at__gt=now,
            status=TrainingClass.Status.ON,
            training__status__in=taking_place,
            training__ends_on__gte=timezone.localdate(now),
        )

    def with_seats_to_fill(self, now):
        """Classes open for registration that still have a seat."""
        return self.open_at(now).filter(taken__lt=F("quota"))

    def with_waiting(self):
        """Add `waiting_count`: how many stand on the waiting list."""
        waiting = Q(enrolments__status=Enrolment.Status.WAITING)
        return self.annotate(waiting_count=Count("enrolments", filter=waiting))


class TrainingClass(SavedWhole):
    """
    A group within a training that learns one craft, with its own seats.

    `taken` is kept, not counted. It, the quota, the status and the last queue
    number of an existing class are changed only by `trainings.enrolment`, in the
    transaction that changes the enrolments; a plain `save()` leaves them alone.
    """

    class Status(models.TextChoices):
        ON = "berlangsung", _("takes place")
        CANCELLED = "dibatalkan", _("cancelled")

    class Availability(models.TextChoices):
        OPEN = "buka", _("Seats available")
        FEW = "sedikit", _("Few seats left")
        WAITING_LIST = "tunggu", _("Waiting list")
        NOT_YET = "belum", _("Not open yet")
        CLOSED = "tutup", _("Registration closed")
        CANCELLED = "batal", _("Cancelled")
        FINISHED = "selesai", _("Finished")

    unit_path = "training__unit"
    kept_by_the_door = frozenset({"quota", "taken", "last_ticket", "status"})

    training = models.ForeignKey(
        Training,
        on_delete=models.CASCADE,
        related_name="classes",
        verbose_name=_("training"),
    )
    name = models.CharField(_("class"), max_length=120)
    craft = models.ForeignKey(
        Craft,
        on_delete=models.PROTECT,
        related_name="training_classes",
        verbose_name=_("craft"),
    )
    quota = models.PositiveSmallIntegerField(
        _("quota"), validators=[MinValueValidator(1)], help_text=_("Number of seats.")
    )
    taken = models.PositiveSmallIntegerField(
        _("seats taken"), default=0, editable=False
    )
    last_ticket = models.PositiveIntegerField(
        _("last queue number"), default=0, editable=False
    )
    opens_at = models.DateTimeField(_("registration opens"))
    closes_at = models.DateTimeField(_("registration closes"))
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.ON
    )

    objects = TrainingClassQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["taken", "last_ticket"])

    class Meta:
        ordering = ["pk"]
        verbose_name = _("class")
        verbose_name_plural = _("classes")
        constraints = [
            models.CheckConstraint(
                name="seats_taken_stay_within_the_quota",
                condition=Q(taken__lte=F("quota")),
                violation_error_message=_(
                    "The quota cannot be lower than the seats already confirmed."
                ),
            ),
            models.CheckConstraint(
                name="registration_closes_after_it_opens",
                condition=Q(closes_at__gt=F("opens_at")),
                violation_error_message=_("Registration closes before it opens."),
            ),
            models.UniqueConstraint(
                fields=["training", "name"],
                name="a_training_has_each_class_once",
                violation_error_message=_("This training has a class of that name."),
            ),
        ]

    def __str__(self):
        return f"{self.training} · {self.name}"

    def save(self, *args, **kwargs):
        # A form opened before a seat was given would write the old figures back.
        if not self._state.adding and kwargs.get("update_fields") is None:
            fields = [field.name for field in self._meta.concrete_fields]
            kwargs["update_fields"] = set(fields) - self.kept_by_the_door - {"id"}
        super().save(*args, **kwargs)

    def clean(self):
        if self.quota is not None and (reason := self.why_not_quota(self.quota)):
            raise ValidationError({"quota": reason})
        if reason := self.why_not_closing():
            raise ValidationError({"closes_at": reason})

    def why_not_closing(self) -> str:
        """Why registration cannot close then, in a sentence; empty when it can."""
        training = getattr(self, "training", None)
        # A form with other faults knows no unit or day yet.
        if not (training and training.unit_id and training.ends_on and self.closes_at):
            return ""
        if self.local(self.closes_at).date() <= training.ends_on:
            return ""
        return gettext("Registration must close by the last day, %(day)s.") % {
            "day": date_format(training.ends_on, "DATE_FORMAT")
        }

    def why_not_quota(self, quota: int) -> str:
        """Why it cannot have that many seats, in a sentence; empty when it can."""
        if quota < 1:
            return gettext("A class needs at least one seat.")
        if quota < self.taken:
            return gettext(
                "%(taken)s seats are confirmed; the quota cannot be lower."
            ) % {"taken": self.taken}
        return ""

    @property
    def is_over(self) -> bool:
        """Whether the training has ended, on the clock of its unit."""
        return self.training.is_over

    @property
    def seats_left(self) -> int:
        return max(self.quota - self.taken, 0)

    @property
    def has_few_seats(self) -> bool:
        """Whether at most a fifth of the seats is left."""
        return 0 < self.seats_left * 5 <= self.quota

    @property
    def availability(self) -> str:
        """What a visitor may do now, in the order a visitor asks."""
        training, now = self.training, timezone.now()
        if self.is_cancelled:
            return self.Availability.CANCELLED
        if self.is_over:
            return self.Availability.FINISHED
        if now < self.opens_at:
            return self.Availability.NOT_YET
        if now >= self.closes_at or training.is_off:
            return self.Availability.CLOSED
        if not self.seats_left:
            return self.Availability.WAITING_LIST
        return self.Availability.FEW if self.has_few_seats else self.Availability.OPEN

    @property
    def is_cancelled(self) -> bool:
        """Whether the class or its whole training is called off."""
        is_off = self.training.status == Activity.Status.CANCELLED
        return is_off or self.status == self.Status.CANCELLED

    @property
    def hours(self) -> list[tuple]:
        """Day, beginning and end of its sessions; without any, of its training."""
        sessions = self.sessions.all()
        listed = [(each.held_on, each.start_time, each.end_time) for each in sessions]
        return listed or self.training.hours

    def clashes_with(self, other) -> bool:
        """Whether who is in both would have to be in two places at once."""
        theirs = other.hours
        return any(
            day == its_day and start < its_end and its_start < end
            for day, start, end in self.hours
            for its_day, its_start, its_end in theirs
        )

    @property
    def opening(self) -> str:
        """When registration opens, such as 1 Desember 2026 09.00 WIB."""
        return self.on_the_clock(self.opens_at)

    @property
    def opening_day(self) -> str:
        return date_format(self.local(self.opens_at), "j F")

    @property
    def closing(self) -> str:
        """When registration closes, such as 8 Desember 2026 16.00 WIB."""
        return self.on_the_clock(self.closes_at)

    def on_the_clock(self, moment) -> str:
        shown = date_format(self.local(moment), "DATETIME_FORMAT")
        return f"{shown} {self.training.unit.zone_name}"

    def local(self, moment):
        """The moment on the clock of the unit that runs the training."""
        return moment.astimezone(ZoneInfo(self.training.unit.time_zone))
