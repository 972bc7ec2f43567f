from datetime import datetime
from zoneinfo import ZoneInfo

from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, F, OuterRef, Prefetch, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft
from council.languages import english_field, shown_field
from council.models import SavedWhole
from council.scopes import ScopedQuerySet
from programs.models import Activity
from programs.models.activities import ActivityQuerySet

from .enrolments import Enrolment, number_of
from .lessons import Engagement
from .records import Score


class TrainingQuerySet(ActivityQuerySet):
    def with_classes(self):
        """Load the unit and the classes with their crafts, in two queries."""
        classes = TrainingClass.objects.with_confirmed().select_related("craft")
        return self.select_related("unit").prefetch_related(
            Prefetch("classes", classes)
        )

    def with_lessons(self):
        """Load the classes with their sessions and instructors."""
        engaged = Engagement.objects.for_public()
        return self.with_classes().prefetch_related(
            "classes__sessions",
            "requirements_asked__region",
            "classes__requirements_asked__region",
            Prefetch("classes__engagements", engaged),
        )


class Training(Activity):
    """A training the council offers, with one or more classes."""

    read_with = {
        **Activity.read_with,
        "requirements_asked": {"training_class_id": None},
        "shown_works": {},
    }

    requirements = models.TextField(
        _("requirements"), blank=True, help_text=_("One requirement a line.")
    )
    requirements_en = english_field(_("requirements, in English"))
    facilities = models.TextField(
        _("what participants receive"),
        blank=True,
        help_text=_("Such as: tools, materials, lunch, transport money."),
    )
    facilities_en = english_field(_("what participants receive, in English"))
    certificate_percent = models.PositiveSmallIntegerField(
        _("attendance for the certificate"),
        default=80,
        db_default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Percent of the sessions a participant must attend."),
    )
    has_own_button = models.BooleanField(
        _("participants mark themselves present"),
        default=True,
        db_default=True,
        help_text=_(
            "On their own page, in the hours of the session. Without it they scan "
            "the QR code at the door, or staff keep the list."
        ),
    )
    has_session_reminders = models.BooleanField(
        _("remind before each session"),
        default=False,
        db_default=False,
        help_text=_("Three days and one day before the beginning it is done anyway."),
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

    shown_requirements = shown_field("requirements")
    shown_facilities = shown_field("facilities")

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
    def is_online(self) -> bool:
        """Whether all its classes are held online."""
        modes = {each.mode for each in self.classes.all()}
        return modes == {TrainingClass.Mode.ONLINE}

    @property
    def is_partly_online(self) -> bool:
        online = {each.is_online for each in self.classes.all()}
        return online == {True, False}

    @property
    def requirements_for_all(self) -> list:
        """What it asks of everybody, whichever the class."""
        asked = self.requirements_asked.all()
        return [each for each in asked if each.training_class_id is None]


def confirmed_in_class():
    """How many have a seat for sure in the class of the outer row."""
    return number_of(
        Enrolment.objects.confirmed().filter(training_class=OuterRef("pk"))
    )


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

    def to_decide(self, now):
        """Classes below their minimum when the day came to say go or no-go."""
        undecided = self.published().filter(
            Q(minimum__gt=confirmed_in_class()),
            decide_at__lte=now,
            went_ahead_at=None,
            status=TrainingClass.Status.ON,
            training__ends_on__gte=timezone.localdate(now),
        )
        return undecided.exclude(training__status__in=Activity.OFF)

    def without_instructor(self, today=None):
        """Coming classes that nobody has confirmed to teach yet."""
        taking_place = [Activity.Status.PLANNED, Activity.Status.RUNNING]
        taught = Engagement.objects.confirmed().values("training_class")
        return self.filter(
            status=TrainingClass.Status.ON,
            training__status__in=taking_place,
            training__ends_on__gte=today or timezone.localdate(),
        ).exclude(pk__in=taught)

    def with_confirmed(self):
        """Add `confirmed` at once, where many classes are shown."""
        return self.annotate(confirmed=confirmed_in_class())

    def with_waiting(self):
        """Add `waiting_count`: how many stand on the waiting list."""
        waiting = Q(enrolments__status=Enrolment.Status.WAITING)
        return self.annotate(waiting_count=Count("enrolments", filter=waiting))


class TrainingClass(SavedWhole):
    """
    A group within a training that learns one craft, with its own seats.

    `taken` and `reserved` are kept, not counted. They, the quota, the status and the
    last queue number of an existing class are changed only by `trainings.enrolment`,
    in the transaction that changes the enrolments; a plain `save()` leaves them alone.
    """

    class Status(models.TextChoices):
        ON = "berlangsung", _("takes place")
        CANCELLED = "dibatalkan", _("cancelled")

    class Mode(models.TextChoices):
        ON_SITE = "luring", _("on site")
        ONLINE = "daring", _("online")

    class Admission(models.TextChoices):
        FIRST_COME = "langsung", _("first come, first served")
        MODERATED = "seleksi", _("applications, decided by the council")

    class Availability(models.TextChoices):
        OPEN = "buka", _("Seats available")
        FEW = "sedikit", _("Few seats left")
        APPLY = "ajukan", _("Applications open")
        WAITING_LIST = "tunggu", _("Waiting list")
        NOT_YET = "belum", _("Not open yet")
        CLOSED = "tutup", _("Registration closed")
        CANCELLED = "batal", _("Cancelled")
        FINISHED = "selesai", _("Finished")

    # Where nobody can register at the moment.
    SHUT = (
        Availability.NOT_YET,
        Availability.CLOSED,
        Availability.CANCELLED,
        Availability.FINISHED,
    )

    unit_path = "training__unit"
    read_with = {"sessions": {}, "requirements_asked": {}}
    kept_by_the_door = frozenset(
        {"quota", "taken", "reserved", "last_ticket", "status", "went_ahead_at"}
    )

    training = models.ForeignKey(
        Training,
        on_delete=models.CASCADE,
        related_name="classes",
        verbose_name=_("training"),
    )
    name = models.CharField(_("class"), max_length=120)
    name_en = english_field(_("class, in English"), max_length=120)
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
    reserved = models.PositiveSmallIntegerField(
        _("seats kept for units"), default=0, db_default=0, editable=False
    )
    last_ticket = models.PositiveIntegerField(
        _("last queue number"), default=0, editable=False
    )
    opens_at = models.DateTimeField(_("registration opens"))
    closes_at = models.DateTimeField(_("registration closes"))
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.ON
    )
    admission = models.CharField(
        _("how seats are given"),
        max_length=10,
        choices=Admission,
        default=Admission.FIRST_COME,
        db_default=Admission.FIRST_COME,
    )
    has_fair_queue = models.BooleanField(
        _("fair queue"),
        default=False,
        db_default=False,
        help_text=_("Who waits is ordered by points with public weights."),
    )
    has_offers = models.BooleanField(
        _("free seats are offered"),
        default=False,
        db_default=False,
        help_text=_(
            "Whoever is next must accept within a set time; else it passes on."
        ),
    )

    syllabus = models.TextField(
        _("competences taught"),
        blank=True,
        default="",
        db_default="",
        help_text=_("One competence a line; the certificate lists them."),
    )
    syllabus_en = english_field(_("competences taught, in English"))
    lesson_hours = models.PositiveSmallIntegerField(
        _("lesson hours (JP)"),
        null=True,
        blank=True,
        help_text=_("One JP is 45 minutes."),
    )
    minimum = models.PositiveSmallIntegerField(
        _("minimum"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("With fewer participants the class may not take place."),
    )
    decide_at = models.DateTimeField(
        _("go or no-go"),
        null=True,
        blank=True,
        help_text=_("When you decide; you are reminded if the minimum is not met."),
    )
    went_ahead_at = models.DateTimeField(
        _("decided to go ahead at"), null=True, blank=True, editable=False
    )
    mode = models.CharField(
        _("how it is held"),
        max_length=10,
        choices=Mode,
        default=Mode.ON_SITE,
        db_default=Mode.ON_SITE,
    )
    venue = models.CharField(
        _("venue"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text=_("If not the training's."),
    )
    venue_en = english_field(_("venue, in English"), max_length=200)
    address = models.CharField(
        _("address"), max_length=255, blank=True, default="", db_default=""
    )
    meeting_link = models.URLField(
        _("meeting link"),
        blank=True,
        default="",
        db_default="",
        help_text=_("Only participants see it."),
    )
    meeting_note = models.CharField(
        _("how to get in"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text=_("Such as the meeting's code; only participants see it."),
    )

    objects = TrainingClassQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["taken", "reserved", "last_ticket"])

    class Meta:
        ordering = ["pk"]
        verbose_name = _("class")
        verbose_name_plural = _("classes")
        constraints = [
            models.CheckConstraint(
                name="seats_taken_stay_within_the_quota",
                condition=Q(taken__lte=F("quota")),
                violation_error_message=_(
                    "The quota cannot be lower than the seats already taken."
                ),
            ),
            models.CheckConstraint(
                name="seats_taken_or_kept_stay_within_the_quota",
                condition=Q(quota__gte=F("taken") + F("reserved")),
                violation_error_message=_(
                    "Seats taken and seats kept for units exceed the quota."
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

    shown_name = shown_field("name")
    shown_syllabus = shown_field("syllabus")
    shown_venue = shown_field("venue")

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
        if faults := self.what_came_too_late():
            raise ValidationError(faults)
        if self.decide_at and not self.minimum:
            raise ValidationError({"minimum": _("Write the minimum to decide by.")})

    def what_came_too_late(self) -> dict[str, str]:
        """Rules of the queue that were changed after somebody relied on them."""
        fields = ["admission", "has_fair_queue"]
        known = TrainingClass.objects.filter(pk=self.pk, last_ticket__gt=0)
        before = known.values(*fields).first() or {}
        reason = gettext("Somebody has registered; this stays as it was.")
        return {
            name: reason
            for name, value in before.items()
            if value != getattr(self, name)
        }

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
            return gettext("%(taken)s seats are taken; the quota cannot be lower.") % {
                "taken": self.taken
            }
        if quota < (self.minimum or 0):
            return gettext("The minimum, %(minimum)s, is above the quota.") % {
                "minimum": self.minimum
            }
        if quota < self.taken + self.reserved:
            return gettext(
                "%(taken)s seats are taken and %(reserved)s are kept for units; the "
                "quota cannot be lower."
            ) % {"taken": self.taken, "reserved": self.reserved}
        return ""

    @property
    def is_over(self) -> bool:
        """Whether the training has ended, on the clock of its unit."""
        return self.training.is_over

    @property
    def seats_left(self) -> int:
        """Free seats for everybody; those kept for units are not among them."""
        return max(self.quota - self.taken - self.reserved, 0)

    @property
    def is_moderated(self) -> bool:
        return self.admission == self.Admission.MODERATED

    @cached_property
    def starts_at(self):
        """When its first session begins, on the clock of its unit."""
        day, start, _end = min(self.hours)
        return datetime.combine(day, start, ZoneInfo(self.training.unit.time_zone))

    @property
    def has_begun(self) -> bool:
        return timezone.now() >= self.starts_at

    @property
    def today(self):
        """The day it is where the unit is."""
        return self.local(timezone.now()).date()

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
        if self.is_moderated:
            return self.Availability.APPLY
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
        return self.own_hours or self.training.hours

    @property
    def own_hours(self) -> list[tuple]:
        """Day, beginning and end of its sessions without those called off."""
        sessions = [each for each in self.sessions.all() if not each.is_cancelled]
        return [(each.held_on, each.start_time, each.end_time) for each in sessions]

    @property
    def is_online(self) -> bool:
        return self.mode == self.Mode.ONLINE

    @property
    def where(self) -> str:
        """The venue of a class on site: its own, else the training's."""
        if self.is_online:
            return ""
        return self.venue or self.training.venue

    @property
    def shown_place(self) -> str:
        """The venue in the reader's language."""
        if self.is_online:
            return ""
        return self.shown_venue or self.training.shown_venue

    @property
    def where_exactly(self) -> str:
        if self.is_online:
            return ""
        return self.address if self.has_own_place else self.training.address

    @property
    def has_own_place(self) -> bool:
        return bool(self.venue or self.address)

    @property
    def shown_where(self) -> str:
        """Where it is held, in a word for one held online."""
        return gettext("Online") if self.is_online else self.where

    @property
    def whole_where(self) -> str:
        return ", ".join(filter(None, [self.shown_where, self.where_exactly]))

    @property
    def competences(self) -> list[str]:
        return [line.strip() for line in self.syllabus.splitlines() if line.strip()]

    @property
    def is_going(self) -> bool:
        """Whether it takes place for sure: enough people, or decided so."""
        if self.went_ahead_at or not self.minimum:
            return True
        # Fewer seats taken than that need no counting.
        return self.taken >= self.minimum and self.confirmed >= self.minimum

    @cached_property
    def confirmed(self) -> int:
        """How many have a seat for sure: an offered one may still be declined."""
        return self.enrolments.confirmed().count()

    @property
    def is_to_decide(self) -> bool:
        """Whether the day came and too few registered; the twin of `to_decide`."""
        has_come = self.decide_at is not None and self.decide_at <= timezone.now()
        is_off = self.is_cancelled or self.training.is_off or self.is_over
        is_shown = self.training.is_published and not is_off
        return has_come and is_shown and not self.is_going

    @property
    def deciding_day(self) -> str:
        return date_format(self.local(self.decide_at), "j F") if self.decide_at else ""

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
