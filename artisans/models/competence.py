from datetime import timedelta

from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from council.models import Document
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .businesses import Artisan
from .taxonomy import Craft

# When the artisan is told, and what staff see as soon.
DAYS_AHEAD = (30, 90)


class CompetenceCertificateQuerySet(ScopedQuerySet):
    def expiring(self, *, within: int):
        """Those that end today or within so many days."""
        today = timezone.localdate()
        return self.filter(expires_on__range=(today, today + timedelta(days=within)))

    def expired(self):
        return self.filter(expires_on__lt=timezone.localdate())

    def current(self):
        return self.exclude(expires_on__lt=timezone.localdate())


class CompetenceCertificate(models.Model):
    """
    A certificate of an outside body that tests a craft: BNSP through an LSP.

    The council did not give it; it keeps the number and the last day, to remind in
    time. Most hold for three years and are renewed by another test.
    """

    unit_path = "artisan__unit"
    personal_data = {
        "artisan": general(_("knowing who is certified")),
        "number": general(_("knowing who is certified")),
        "document": general(_("knowing who is certified")),
    }

    artisan = models.ForeignKey(
        Artisan,
        on_delete=models.PROTECT,
        related_name="competence_certificates",
        verbose_name=_("artisan"),
    )
    scheme = models.CharField(
        _("scheme"),
        max_length=150,
        help_text=_("The occupation that was tested, such as: Pembatik Tulis."),
    )
    craft = models.ForeignKey(
        Craft,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("craft"),
    )
    issuer = models.CharField(
        _("issued by"), max_length=150, help_text=_("Such as: LSP Batik (BNSP).")
    )
    number = models.CharField(pgettext_lazy("certificate", "number"), max_length=80)
    issued_on = models.DateField(_("issued on"))
    expires_on = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_("As on the certificate; leave empty if it names no last day."),
    )
    document = models.OneToOneField(
        Document,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("scan"),
    )
    is_example = models.BooleanField(_("example data"), default=False)

    objects = CompetenceCertificateQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["expires_on", "pk"]
        verbose_name = _("competence certificate")
        verbose_name_plural = _("competence certificates")
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "number"],
                name="a_body_gives_a_competence_number_once",
                violation_error_message=_("This number of this body is known already."),
            ),
            models.CheckConstraint(
                name="a_competence_ends_after_it_begins",
                condition=Q(expires_on=None) | Q(expires_on__gt=F("issued_on")),
                violation_error_message=_("It must end after the day it was issued."),
            ),
        ]
        indexes = [models.Index(fields=["expires_on"], name="competence_ends")]

    def __str__(self):
        return f"{self.scheme} · {self.artisan}"

    def clean(self):
        if self.issued_on and self.issued_on > timezone.localdate():
            raise ValidationError({"issued_on": _("This day has not come yet.")})

    @property
    def is_current(self) -> bool:
        return self.expires_on is None or self.expires_on >= timezone.localdate()

    @property
    def ends_soon(self) -> bool:
        """Whether it is time to think of the next test."""
        if self.expires_on is None or not self.is_current:
            return False
        return (self.expires_on - timezone.localdate()).days <= max(DAYS_AHEAD)
