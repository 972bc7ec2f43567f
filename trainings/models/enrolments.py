from simple_history.models import HistoricalRecords

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.models import Artisan
from council.personal_data import general
from council.scopes import ScopedQuerySet


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
        "artisan": general(_("running the training"), retention=_("10 years"))
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

    # Who got a seat when this one was given back; told by whoever cancels.
    made_room_for = ()

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
