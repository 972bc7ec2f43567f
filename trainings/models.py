from zoneinfo import ZoneInfo

from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from artisans.models import Artisan, Craft
from council.models import Person
from council.personal_data import general
from council.scopes import ScopedQuerySet
from programs.models import Activity
from programs.models.activities import ActivityQuerySet


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

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")

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
    def availability_label(self) -> str:
        return TrainingClass.Availability(self.availability).label


class TrainingClassQuerySet(ScopedQuerySet):
    def published(self):
        return self.filter(training__published_at__lte=timezone.now())

    def with_seats_to_fill(self, now):
        """Classes open for registration that still have a seat."""
        open_now = Q(opens_at__lte=now, closes_at__gt=now)
        return self.filter(
            open_now, status=TrainingClass.Status.ON, taken__lt=F("quota")
        )

    def with_waiting(self):
        """Add `waiting_count`: how many stand on the waiting list."""
        waiting = Q(enrolments__status=Enrolment.Status.WAITING)
        return self.annotate(waiting_count=Count("enrolments", filter=waiting))


class TrainingClass(models.Model):
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
        return self.name

    def save(self, *args, **kwargs):
        # A form opened before a seat was given would write the old figures back.
        if not self._state.adding and kwargs.get("update_fields") is None:
            fields = [field.name for field in self._meta.concrete_fields]
            kwargs["update_fields"] = set(fields) - self.kept_by_the_door - {"id"}
        super().save(*args, **kwargs)

    def clean(self):
        if self.quota is not None and self.quota < self.taken:
            raise ValidationError(
                {
                    "quota": _(
                        "%(taken)s seats are confirmed; the quota cannot be lower."
                    )
                    % {"taken": self.taken}
                }
            )

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
    def availability_label(self) -> str:
        return self.Availability(self.availability).label

    @property
    def is_cancelled(self) -> bool:
        """Whether the class or its whole training is called off."""
        is_off = self.training.status == Activity.Status.CANCELLED
        return is_off or self.status == self.Status.CANCELLED

    @property
    def opening(self) -> str:
        """When registration opens, such as 1 Desember 2026 09.00 WIB."""
        return self.on_the_clock(self.opens_at)

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


class Session(models.Model):
    """One meeting of a class."""

    unit_path = "training_class__training__unit"

    training_class = models.ForeignKey(
        TrainingClass,
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


class Engagement(models.Model):
    """An instructor who teaches a class, often from another region."""

    class Status(models.TextChoices):
        INVITED = "diundang", _("invited")
        CONFIRMED = "bersedia", _("confirmed")
        DECLINED = "menolak", _("declined")

    unit_path = "training_class__training__unit"
    personal_data = {"instructor": general("susunan pelatih", seen_by="umum")}

    training_class = models.ForeignKey(
        TrainingClass,
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


class EnrolmentQuerySet(ScopedQuerySet):
    def confirmed(self):
        return self.filter(status=Enrolment.Status.CONFIRMED)

    def waiting(self):
        return self.filter(status=Enrolment.Status.WAITING).order_by("ticket")

    def active(self):
        return self.exclude(status=Enrolment.Status.CANCELLED)

    def with_position(self):
        """Add `position`: 1 for whoever is next; None when not waiting."""
        ahead = (
            Enrolment.objects.filter(
                training_class=OuterRef("training_class"),
                status=Enrolment.Status.WAITING,
                ticket__lte=OuterRef("ticket"),
            )
            .order_by()
            .values("training_class")
            .annotate(count=Count("pk"))
            .values("count")
        )
        waiting = Q(status=Enrolment.Status.WAITING)
        return self.annotate(
            position=models.Case(
                models.When(waiting, then=Coalesce(Subquery(ahead), 0)), default=None
            )
        )


class Enrolment(models.Model):
    """
    An artisan's seat in a class, or place on its waiting list.

    Rows are written only by `trainings.enrolment`. A ticket is never given
    twice, so the order of the waiting list survives any clock.
    """

    class Status(models.TextChoices):
        CONFIRMED = "terdaftar", _("confirmed")
        WAITING = "menunggu", _("on the waiting list")
        CANCELLED = "batal", _("cancelled")

    unit_path = "training_class__training__unit"
    personal_data = {
        "artisan": general("penyelenggaraan pelatihan", retention="10 tahun")
    }

    training_class = models.ForeignKey(
        TrainingClass,
        on_delete=models.PROTECT,
        related_name="enrolments",
        verbose_name=_("class"),
    )
    artisan = models.ForeignKey(
        Artisan,
        on_delete=models.PROTECT,
        related_name="enrolments",
        verbose_name=_("artisan"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status)
    ticket = models.PositiveIntegerField(_("queue number"))
    request_key = models.CharField(
        _("request key"),
        max_length=40,
        help_text=_("The same form sent again carries the same key."),
    )
    enrolled_at = models.DateTimeField(_("registered at"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    cancel_reason = models.CharField(_("reason"), max_length=200, blank=True)

    objects = EnrolmentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["ticket"]
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        constraints = [
            models.UniqueConstraint(
                fields=["training_class", "artisan"],
                condition=~Q(status="batal"),
                name="one_enrolment_per_artisan_and_class",
                violation_error_message=_("This artisan is already registered."),
            ),
            models.UniqueConstraint(
                fields=["training_class", "ticket"],
                name="a_queue_number_is_given_once",
            ),
            models.UniqueConstraint(
                fields=["training_class", "artisan", "request_key"],
                name="a_request_is_answered_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["training_class", "status", "ticket"], name="enrolment_queue"
            )
        ]

    def __str__(self):
        return str(self.artisan)

    def get_absolute_url(self):
        return reverse("trainings:enrolment", args=[self.pk])

    @property
    def is_confirmed(self) -> bool:
        return self.status == self.Status.CONFIRMED

    @property
    def is_waiting(self) -> bool:
        return self.status == self.Status.WAITING

    @property
    def is_cancelled(self) -> bool:
        return self.status == self.Status.CANCELLED

    @property
    def can_be_cancelled(self) -> bool:
        """Whether the artisan may still give the seat or place back."""
        return not self.is_cancelled and not self.training_class.is_over
