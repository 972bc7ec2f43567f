import secrets
from zoneinfo import ZoneInfo

from simple_history.models import HistoricalRecords

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from artisans.models import Craft
from council.links import new_code
from council.models import Unit
from council.models.documents import private_storage
from council.personal_data import general
from council.scopes import ScopedQuerySet
from council.stored_files import OwnedFileField

from .enrolments import Enrolment

# A lesson hour (JP) as councils count it.
LESSON = 45
KEPT = _("10 years")


def certificate_path(certificate, filename) -> str:
    name = secrets.token_hex(16)
    return f"certificates/{name[:2]}/{name}.pdf"


class CertificateQuerySet(ScopedQuerySet):
    def valid(self):
        return self.filter(state=Certificate.State.VALID)

    def unprinted(self):
        """Valid ones that have no PDF yet."""
        return self.valid().filter(file="")

    def of_class(self, training_class):
        return self.filter(enrolment__training_class=training_class)

    def with_standing(self):
        """Load what says how it stands: the council and the number that follows."""
        return self.select_related("unit", "replacement")


class Certificate(models.Model):
    """
    What a participant has to show for the sessions attended, as it was that day.

    Written only by `trainings.certification`. Everything printed is frozen here when
    it is issued; a mistake is put right by a new certificate with a new number.
    """

    class State(models.TextChoices):
        VALID = "berlaku", _("valid")
        REPLACED = "diganti", _("replaced")
        WITHDRAWN = "ditarik", pgettext_lazy("certificate", "withdrawn")

    unit_path = "unit"
    personal_data = {
        "name": general(
            _("certificates"), retention=KEPT, seen_by=_("whoever has the code")
        ),
        "lessons": general(_("certificates"), retention=KEPT),
        "signatories": general(_("certificates"), retention=KEPT),
        "reason": general(_("certificates"), retention=KEPT),
        "file": general(_("certificates"), retention=KEPT),
    }

    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.PROTECT,
        related_name="certificates",
        verbose_name=_("participant"),
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="certificates",
        verbose_name=_("issued by"),
    )
    code = models.CharField(
        _("code"), max_length=32, unique=True, default=new_code, editable=False
    )
    number = models.CharField(pgettext_lazy("certificate", "number"), max_length=120)
    year = models.PositiveSmallIntegerField(_("year"))
    sequence = models.PositiveIntegerField(_("place in the sequence"))

    name = models.CharField(_("name with titles"), max_length=260)
    title = models.CharField(_("training"), max_length=200)
    class_name = models.CharField(_("class"), max_length=120)
    craft = models.ForeignKey(
        Craft, on_delete=models.PROTECT, related_name="+", verbose_name=_("craft")
    )
    venue = models.CharField(_("place"), max_length=420, blank=True)
    starts_on = models.DateField(_("first day attended"))
    ends_on = models.DateField(_("last day attended"))
    minutes = models.PositiveIntegerField(_("minutes attended"))
    lessons = models.JSONField(_("sessions attended"), default=list)
    competences = models.JSONField(_("competences taught"), default=list, db_default=[])
    signatories = models.JSONField(_("signatories"), default=list)

    issued_on = models.DateField(_("issued on"))
    issued_at = models.DateTimeField(_("issued at"), default=timezone.now)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("issued by whom"),
    )
    state = models.CharField(
        _("standing"), max_length=10, choices=State, default=State.VALID
    )
    replaces = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replacement",
        verbose_name=_("replaces"),
    )
    ended_at = models.DateTimeField(
        _("replaced or withdrawn at"), null=True, blank=True
    )
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("replaced or withdrawn by"),
    )
    reason = models.CharField(_("reason"), max_length=250, blank=True)
    file = OwnedFileField(
        _("file"),
        upload_to=certificate_path,
        storage=private_storage,
        max_length=120,
        blank=True,
        editable=False,
    )

    objects = CertificateQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["file"])

    class Meta:
        ordering = ["-year", "-sequence"]
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        permissions = [
            ("correct_certificate", "Can replace and withdraw certificates"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment"],
                condition=Q(state="berlaku"),
                name="a_participant_has_one_valid_certificate",
                violation_error_message=_("This participant has a valid certificate."),
            ),
            models.UniqueConstraint(
                fields=["unit", "year", "sequence"],
                name="a_certificate_number_is_given_once",
            ),
            models.UniqueConstraint(
                fields=["unit", "number"], name="no_two_certificates_look_the_same"
            ),
            models.CheckConstraint(
                name="a_certificate_that_ended_says_when_and_why",
                condition=Q(state="berlaku", ended_at=None)
                | Q(ended_at__isnull=False) & ~Q(state="berlaku") & ~Q(reason=""),
            ),
        ]
        indexes = [models.Index(fields=["number"], name="certificate_number")]

    def __str__(self):
        return f"{self.number} · {self.name}"

    def get_absolute_url(self):
        return reverse("certificates:check", args=[self.code])

    @property
    def address(self) -> str:
        """The full address in the QR code, in the portal's own language."""
        with override(settings.LANGUAGE_CODE):
            return settings.PUBLIC_BASE_URL + self.get_absolute_url()

    @property
    def shown_code(self) -> str:
        """The code in groups of four, as it is typed from paper."""
        return "-".join(
            self.code[start : start + 4] for start in range(0, len(self.code), 4)
        )

    @property
    def is_valid(self) -> bool:
        return self.state == self.State.VALID

    @property
    def is_replaced(self) -> bool:
        return self.state == self.State.REPLACED

    @property
    def lesson_hours(self) -> int:
        """Whole lesson hours (JP) of 45 minutes."""
        return self.minutes // LESSON

    @property
    def ended_on(self):
        """The day it was replaced or withdrawn, on the clock of its council."""
        zone = ZoneInfo(self.unit.time_zone)
        return self.ended_at and self.ended_at.astimezone(zone).date()

    @property
    def successor(self) -> "Certificate | None":
        """The certificate that replaced it."""
        return getattr(self, "replacement", None)
