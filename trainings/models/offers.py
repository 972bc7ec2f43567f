from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.links import new_code
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .enrolments import Enrolment


class OfferQuerySet(ScopedQuerySet):
    def open(self):
        return self.filter(status=Offer.Status.OPEN)

    def with_class(self):
        """Load what the page of an offer shows."""
        return self.select_related("enrolment__training_class__training__unit")

    def expired(self, now):
        """Offers nobody answered in time, oldest first."""
        return self.open().filter(ends_at__lte=now).order_by("ends_at", "pk")


class Offer(models.Model):
    """
    A free seat offered to a person in line, for a set time.

    Whoever holds its code may answer, without an account. The seat counts as taken
    until the offer ends. Rows are written only by `trainings.enrolment`.
    """

    class Status(models.TextChoices):
        OPEN = "terbuka", _("waits for an answer")
        ACCEPTED = "diterima", _("accepted")
        DECLINED = "ditolak", _("declined")
        EXPIRED = "lewat", _("not answered in time")
        WITHDRAWN = "ditarik", _("withdrawn")

    unit_path = "enrolment__training_class__training__unit"
    personal_data = {
        "enrolment": general(_("running the training"), retention=_("10 years"))
    }

    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.PROTECT,
        related_name="offers",
        verbose_name=_("enrolment"),
    )
    code = models.CharField(_("code"), max_length=22, unique=True, default=new_code)
    status = models.CharField(
        _("answer"), max_length=10, choices=Status, default=Status.OPEN
    )
    offered_at = models.DateTimeField(_("offered at"), default=timezone.now)
    ends_at = models.DateTimeField(_("answer by"))
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment"],
                condition=Q(status="terbuka"),
                name="one_open_offer_per_enrolment",
            )
        ]
        indexes = [models.Index(fields=["status", "ends_at"], name="offers_that_end")]

    def __str__(self):
        return f"{self.enrolment}: {self.get_status_display()}"

    @property
    def is_open(self) -> bool:
        """Whether it can be answered this second."""
        return self.status == self.Status.OPEN and timezone.now() < self.ends_at

    @property
    def is_over(self) -> bool:
        """Whether its time passed without an answer, written down already or not."""
        return not self.is_open and self.status in {
            self.Status.OPEN,
            self.Status.EXPIRED,
        }

    @property
    def is_gone(self) -> bool:
        """Whether nobody can answer it any longer, and nobody has."""
        return self.is_over or self.status == self.Status.WITHDRAWN

    @property
    def deadline(self) -> str:
        """Until when it holds, such as 8 Desember 2026 16.00 WIB."""
        return self.enrolment.training_class.on_the_clock(self.ends_at)

    @property
    def accept_url(self) -> str:
        return reverse("trainings:offer", args=[self.code, "terima"])

    @property
    def decline_url(self) -> str:
        return reverse("trainings:offer", args=[self.code, "tolak"])
