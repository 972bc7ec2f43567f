import secrets
from datetime import timedelta

from simple_history.models import HistoricalRecords

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from council.languages import english_field, shown_field
from council.models import Unit
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .taxonomy import Craft


def new_code() -> str:
    """A code that nobody guesses, short enough for a small QR code."""
    return secrets.token_urlsafe(12)


class TechniqueLabelQuerySet(ScopedQuerySet):
    def valid(self):
        return self.filter(withdrawn_at=None)

    def withdrawn(self):
        return self.exclude(withdrawn_at=None)

    def for_page(self):
        """With all that its own page and its tag show."""
        return self.select_related(
            "unit", "product__craft", "product__business__village__parent__parent"
        ).prefetch_related("product__photos")


class TechniqueLabel(models.Model):
    """
    What a council found when it checked how a product is made.

    Buyers cannot tell hand-drawn batik from printed cloth; this label tells them.
    It is never changed, only withdrawn: its tags hang on goods already. Its English
    may be written later.
    """

    class Technique(models.TextChoices):
        DRAWN = "tulis", _("hand-drawn batik (tulis)")
        STAMPED = "cap", _("stamped batik (cap)")
        COMBINED = "kombinasi", _("stamped and hand-drawn batik")
        PRINTED = "cetak", _("print with a batik motif")
        BACKSTRAP = "gedogan", _("woven on a backstrap loom")
        HANDLOOM = "atbm", _("woven on a handloom (ATBM)")
        MACHINE = "mesin", _("woven by machine")

    class Dye(models.TextChoices):
        NATURAL = "alam", _("natural dyes")
        SYNTHETIC = "sintetis", _("synthetic dyes")

    unit_path = "unit"
    personal_data = {
        "checked_by": general(_("answering for a check")),
        "withdrawn_by": general(_("answering for a withdrawal")),
    }

    product = models.ForeignKey(
        "artisans.Product",
        on_delete=models.PROTECT,
        related_name="labels",
        verbose_name=_("product"),
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="technique_labels",
        verbose_name=_("council that checked"),
        help_text=_("The maker's own council, or one above it."),
    )
    technique = models.CharField(
        _("technique"), max_length=10, choices=Technique, blank=True
    )
    dye = models.CharField(_("dyes"), max_length=10, choices=Dye, blank=True)
    findings = models.CharField(
        _("how it was checked"),
        max_length=250,
        blank=True,
        help_text=_("Such as: seen at the workshop; the wax is on both sides."),
    )
    findings_en = english_field(_("how it was checked, in English"), max_length=250)
    checked_on = models.DateField(_("checked on"), default=timezone.localdate)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("checked by"),
    )
    code = models.CharField(
        _("code"), max_length=24, unique=True, editable=False, default=new_code
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    withdrawn_reason = models.CharField(
        _("why it was withdrawn"), max_length=250, blank=True
    )
    withdrawn_reason_en = english_field(
        _("why it was withdrawn, in English"), max_length=250
    )

    objects = TechniqueLabelQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-checked_on", "-pk"]
        verbose_name = _("technique label")
        verbose_name_plural = _("technique labels")
        constraints = [
            models.UniqueConstraint(
                fields=["product"],
                condition=Q(withdrawn_at=None),
                name="a_product_has_one_valid_label",
                violation_error_message=_(
                    "This product has a valid label. Withdraw it before giving another."
                ),
            ),
            models.CheckConstraint(
                name="a_label_says_technique_or_dyes",
                condition=~Q(technique="") | ~Q(dye=""),
                violation_error_message=_("Say the technique, the dyes, or both."),
            ),
            models.CheckConstraint(
                name="a_withdrawn_label_says_why",
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_reason=""),
                violation_error_message=_("Say why the label is withdrawn."),
            ),
        ]

    def __str__(self):
        return f"{self.product}: {self.shown_finding}"

    def get_absolute_url(self):
        return reverse("artisans:label", args=[self.code])

    def clean(self):
        if self.checked_on and self.checked_on > timezone.localdate():
            raise ValidationError({"checked_on": _("This day has not come yet.")})
        if getattr(self, "product", None) is None:
            return
        if self.unit_id and not self.unit.covers(self.product.business.unit.code):
            raise ValidationError(
                {"unit": _("Choose the maker's own council, or one above it.")}
            )
        self._refuse_technique_of_another_craft()

    def _refuse_technique_of_another_craft(self):
        fitting = TECHNIQUES_OF.get(self.product.craft.family, set())
        if self.technique and self.technique not in fitting:
            raise ValidationError(
                {
                    "technique": _("This technique does not belong to %(craft)s.")
                    % {"craft": self.product.craft}
                }
            )

    shown_findings = shown_field("findings")
    shown_withdrawn_reason = shown_field("withdrawn_reason")

    @property
    def is_valid(self) -> bool:
        return self.withdrawn_at is None

    @property
    def shown_finding(self) -> str:
        """What was found, in one line: technique and dyes."""
        found = [self.get_technique_display(), self.get_dye_display()]
        return ", ".join(str(each) for each in found if each)

    @property
    def short_finding(self) -> str:
        """What a card has room for."""
        return str(self.get_technique_display() or self.get_dye_display())

    @property
    def tag_address(self) -> str:
        """The full address in the tag's QR code, in the portal's own language."""
        with override(settings.LANGUAGE_CODE):
            return settings.PUBLIC_BASE_URL + self.get_absolute_url()

    def withdraw(self, *, by, reason: str, reason_en: str = "") -> None:
        """End the label; its page says so to whoever reads a tag from now on."""
        self.withdrawn_at, self.withdrawn_by = timezone.now(), by
        self.withdrawn_reason, self.withdrawn_reason_en = reason, reason_en
        fields = ["withdrawn_at", "withdrawn_by"]
        fields += ["withdrawn_reason", "withdrawn_reason_en"]
        self.save(update_fields=fields)


Technique = TechniqueLabel.Technique
TECHNIQUES_OF = {
    Craft.Family.BATIK: {
        Technique.DRAWN,
        Technique.STAMPED,
        Technique.COMBINED,
        Technique.PRINTED,
    },
    Craft.Family.WEAVING: {
        Technique.BACKSTRAP,
        Technique.HANDLOOM,
        Technique.MACHINE,
    },
}


class LabelReportQuerySet(ScopedQuerySet):
    def unsettled(self):
        return self.filter(settled_at=None)

    def settled(self):
        return self.exclude(settled_at=None)

    def overdue(self, moment):
        """Kept long enough: reported before the moment, and not forgotten yet."""
        return self.filter(reported_at__lt=moment, forgotten_at=None)

    def forget(self) -> int:
        """Destroy how the person can be reached; what they saw remains."""
        return self.update(contact="", forgotten_at=timezone.now())


class LabelReport(models.Model):
    """What somebody saw who thinks that a label is misused."""

    unit_path = "label__unit"
    kept_for = timedelta(days=365)
    personal_data = {
        "contact": general(_("following up reports"), retention=_("1 year")),
    }

    label = models.ForeignKey(
        TechniqueLabel,
        on_delete=models.PROTECT,
        related_name="reports",
        verbose_name=_("technique label"),
    )
    seen_where = models.CharField(_("where it was seen"), max_length=200)
    what = models.TextField(_("what is wrong"), max_length=1500)
    contact = models.CharField(_("how to reach the person"), max_length=120, blank=True)
    form_number = models.CharField(
        _("number of the form"), max_length=32, unique=True, editable=False
    )
    reported_at = models.DateTimeField(_("reported at"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    outcome = models.CharField(
        _("what was done"),
        max_length=250,
        blank=True,
        help_text=_("A report with an outcome is settled."),
    )
    forgotten_at = models.DateTimeField(_("forgotten at"), null=True, blank=True)

    objects = LabelReportQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["contact"])

    class Meta:
        ordering = ["-reported_at", "-pk"]
        verbose_name = _("report of a misused label")
        verbose_name_plural = _("reports of misused labels")

    def __str__(self):
        return f"{self.pk} · {self.label}"

    def settle(self) -> None:
        """Date the outcome, or open the report again where it was taken back."""
        self.settled_at = timezone.now() if self.outcome else None
        self.save(update_fields=["outcome", "settled_at"])
