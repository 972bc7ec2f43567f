from simple_history.models import HistoricalRecords

from django.conf import settings
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.models import Artisan
from council.history import BusyHistory
from council.personal_data import general
from council.scopes import ScopedQuerySet


class EnrolmentQuerySet(ScopedQuerySet):
    def confirmed(self):
        return self.filter(status=Enrolment.Status.CONFIRMED)

    def waiting(self):
        return self.filter(status=Enrolment.Status.WAITING).in_line_order()

    def applied(self):
        """Applications nobody has decided, in the order of the ranking."""
        return self.filter(status=Enrolment.Status.APPLIED).in_line_order()

    def offered(self):
        return self.filter(status=Enrolment.Status.OFFERED)

    def seated(self):
        """Those whose seat counts as taken: confirmed, or offered and not answered."""
        return self.filter(status__in=Enrolment.WITH_SEAT)

    def active(self):
        """Those who have a seat or may still get one."""
        return self.exclude(status__in=Enrolment.OUT)

    def to_endorse(self):
        """Applications on which the home unit has not spoken yet."""
        return self.filter(status=Enrolment.Status.APPLIED, endorsed_at=None)

    def current(self):
        """The one answer an artisan has in a class, a refusal as well."""
        return self.exclude(status=Enrolment.Status.CANCELLED)

    def in_line_order(self):
        """Who comes first: fewest missed offers, most points, earliest ticket."""
        return self.order_by("passes", "-points", "ticket")

    def with_position(self):
        """Add `position`, 1 for whoever is next, and `queue_length`; else None."""
        in_line = Enrolment.objects.filter(
            training_class=OuterRef("training_class"), status=Enrolment.Status.WAITING
        )
        waiting = Q(status=Enrolment.Status.WAITING)
        return self.annotate(
            position=models.Case(
                models.When(waiting, then=number_of(in_line.filter(not_behind()))),
                default=None,
            ),
            queue_length=models.Case(
                models.When(waiting, then=number_of(in_line)), default=None
            ),
        )


def not_behind() -> Q:
    """Who stands in line up to the outer row, itself included."""
    passes, points, ticket = map(OuterRef, ("passes", "points", "ticket"))
    same_passes, same_points = Q(passes=passes), Q(passes=passes, points=points)
    return (
        Q(passes__lt=passes)
        | same_passes & Q(points__gt=points)
        | same_points & Q(ticket__lte=ticket)
    )


def number_of(rows) -> Coalesce:
    """How many rows of one class there are."""
    counted = rows.order_by().values("training_class").annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)


class Enrolment(models.Model):
    """
    An artisan's seat in a class, application for one, or place on its waiting list.

    Rows are written only by `trainings.enrolment`. A ticket is never given
    twice, so the order of the waiting list survives any clock. Points are counted
    once, when the artisan registers, and stay.
    """

    class Status(models.TextChoices):
        APPLIED = "diajukan", _("applied")
        CONFIRMED = "terdaftar", _("confirmed")
        WAITING = "menunggu", _("on the waiting list")
        OFFERED = "ditawari", _("offered a seat")
        REFUSED = "ditolak", _("refused")
        CANCELLED = "batal", _("cancelled")

    WITH_SEAT = (Status.CONFIRMED, Status.OFFERED)
    OUT = (Status.REFUSED, Status.CANCELLED)

    unit_path = "training_class__training__unit"
    personal_data = {
        "artisan": general(_("running the training"), retention=_("10 years")),
        "points_lines": general(
            _("a fair order of the waiting list"), retention=_("10 years")
        ),
        "endorsement": general(_("running the training"), retention=_("10 years")),
        "decision_reason": general(_("running the training"), retention=_("10 years")),
    }

    training_class = models.ForeignKey(
        "trainings.TrainingClass",
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

    points = models.PositiveSmallIntegerField(_("points"), default=0, db_default=0)
    points_lines = models.JSONField(_("why these points"), null=True, blank=True)
    passes = models.PositiveSmallIntegerField(
        _("offers not answered"), default=0, db_default=0
    )
    endorsed_at = models.DateTimeField(_("endorsed at"), null=True, blank=True)
    endorsed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("endorsed by"),
    )
    endorsement = models.CharField(
        _("why the home unit endorses"), max_length=200, blank=True, db_default=""
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decision_reason = models.CharField(
        _("reason of the decision"), max_length=200, blank=True, db_default=""
    )
    allotment = models.ForeignKey(
        "trainings.Allotment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="enrolments",
        verbose_name=_("seat of the unit"),
    )

    # Who got a seat when this one was given back; told by whoever cancels.
    made_room_for = ()

    objects = EnrolmentQuerySet.as_manager()
    history = HistoricalRecords(history_manager=BusyHistory)

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
                fields=["training_class", "status", "passes", "-points", "ticket"],
                name="enrolment_line",
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
    def is_applied(self) -> bool:
        return self.status == self.Status.APPLIED

    @property
    def is_offered(self) -> bool:
        return self.status == self.Status.OFFERED

    @property
    def is_refused(self) -> bool:
        return self.status == self.Status.REFUSED

    @property
    def is_cancelled(self) -> bool:
        return self.status == self.Status.CANCELLED

    @property
    def has_seat(self) -> bool:
        """Whether a seat counts as taken for it."""
        return self.status in self.WITH_SEAT

    @property
    def is_endorsed(self) -> bool:
        return self.endorsed_at is not None

    @property
    def can_be_cancelled(self) -> bool:
        """Whether the artisan may still give the seat or place back."""
        return self.status not in self.OUT and not self.training_class.is_over


class MemberEnrolment(Enrolment):
    """A registration seen from the artisan's home unit, which may endorse it."""

    unit_path = "artisan__unit"
    personal_data = {}

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = _("registration of a member")
        verbose_name_plural = _("registrations of our members")
