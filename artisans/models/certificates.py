from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.marketplaces import is_e_catalogue_address, validate_e_catalogue_address
from council.scopes import ScopedQuerySet

# Where the last day of each stands, and what it is the last day of.
CERTIFICATES = {
    "ecatalog_until_on": _("e-Katalog listing"),
    "tkdn_until_on": _("TKDN certificate"),
    "halal_until_on": _("halal certificate"),
}


def is_current(until_on) -> bool:
    """Whether something valid to a day, or without end, still holds today."""
    return until_on is None or until_on >= timezone.localdate()


class CertifiedQuerySet(ScopedQuerySet):
    def expiring(self, *, within: int):
        """Rows of which something ends today or within so many days."""
        today = timezone.localdate()
        return self._with_end("range", (today, today + timedelta(days=within)))

    def expired(self):
        """Rows of which something has ended and was not renewed."""
        return self._with_end("lt", timezone.localdate())

    def _with_end(self, lookup, value):
        fits = Q()
        for field in CERTIFICATES:
            fits |= Q(**{f"{field}__{lookup}": value})
        return self.filter(fits)


class Certified(models.Model):
    """What government buyers and careful visitors ask: e-Katalog, TKDN and halal."""

    ecatalog_url = models.URLField(
        _("address in e-Katalog"),
        max_length=300,
        blank=True,
        db_default="",
        validators=[validate_e_catalogue_address],
        help_text=_("Such as: https://katalog.inaproc.id/… (government buying)."),
    )
    ecatalog_until_on = models.DateField(_("in e-Katalog until"), null=True, blank=True)
    tkdn_percent = models.DecimalField(
        _("TKDN, domestic content (percent)"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text=_("As on the certificate or the maker's own declaration."),
    )
    tkdn_until_on = models.DateField(
        _("TKDN valid until"),
        null=True,
        blank=True,
        help_text=_("A certificate lasts five years (Permenperin 35/2025)."),
    )
    halal_number = models.CharField(
        _("halal certificate number"),
        max_length=40,
        blank=True,
        db_default="",
        help_text=_("Goods with animal parts need one (UU 33/2014, PP 42/2024)."),
    )
    halal_until_on = models.DateField(
        _("halal valid until"),
        null=True,
        blank=True,
        help_text=_("Leave empty if the certificate names no last day."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="a_listing_that_ends_has_an_address",
                condition=Q(ecatalog_until_on__isnull=True) | ~Q(ecatalog_url=""),
                violation_error_message=_(
                    "Write the address in e-Katalog, or leave its last day empty."
                ),
            ),
            models.CheckConstraint(
                name="tkdn_is_between_0_and_100_percent",
                condition=Q(tkdn_percent__isnull=True)
                | Q(tkdn_percent__gte=0, tkdn_percent__lte=100),
                violation_error_message=_("TKDN is between 0 and 100 percent."),
            ),
            models.CheckConstraint(
                name="tkdn_that_ends_has_a_percentage",
                condition=Q(tkdn_until_on__isnull=True) | Q(tkdn_percent__isnull=False),
                violation_error_message=_(
                    "Write the TKDN percentage, or leave its last day empty."
                ),
            ),
            models.CheckConstraint(
                name="halal_that_ends_has_a_number",
                condition=Q(halal_until_on__isnull=True) | ~Q(halal_number=""),
                violation_error_message=_(
                    "Write the halal certificate number, or leave its last day empty."
                ),
            ),
        ]
        # Few rows have a last day, and staff ask for those that end soon.
        indexes = [
            models.Index(
                name="product_listing_ends",
                fields=["ecatalog_until_on"],
                condition=Q(ecatalog_until_on__isnull=False),
            ),
            models.Index(
                name="product_tkdn_ends",
                fields=["tkdn_until_on"],
                condition=Q(tkdn_until_on__isnull=False),
            ),
            models.Index(
                name="product_halal_ends",
                fields=["halal_until_on"],
                condition=Q(halal_until_on__isnull=False),
            ),
        ]

    @property
    def is_in_ecatalog(self) -> bool:
        """Whether officials can buy it in e-Katalog now, at an honest address."""
        is_honest = is_e_catalogue_address(self.ecatalog_url)
        return is_honest and is_current(self.ecatalog_until_on)

    @property
    def has_tkdn(self) -> bool:
        return self.tkdn_percent is not None and is_current(self.tkdn_until_on)

    @property
    def has_halal(self) -> bool:
        return bool(self.halal_number) and is_current(self.halal_until_on)
