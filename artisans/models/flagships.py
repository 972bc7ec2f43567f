from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.models import Unit
from council.scopes import ScopedQuerySet


def this_year() -> int:
    return timezone.localdate().year


class FlagshipMarkQuerySet(ScopedQuerySet):
    def newest_first(self):
        """The latest year first, and in it the council that stands highest."""
        return self.order_by("-year", "unit__code")


class FlagshipMark(models.Model):
    """A council's choice of a product as its flagship (produk unggulan) of a year."""

    unit_path = "unit"

    product = models.ForeignKey(
        "artisans.Product",
        on_delete=models.CASCADE,
        related_name="flagship_marks",
        verbose_name=_("product"),
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="flagship_marks",
        verbose_name=_("council"),
        help_text=_("The maker's own council, or one above it."),
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        default=this_year,
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
    )

    objects = FlagshipMarkQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "unit"]
        verbose_name = _("flagship mark")
        verbose_name_plural = _("flagship marks")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "unit", "year"],
                name="a_product_is_a_units_flagship_once_a_year",
                violation_error_message=_(
                    "This product is the council's flagship of that year already."
                ),
            )
        ]

    def __str__(self):
        return f"{self.unit} {self.year}"

    def clean(self):
        maker = getattr(self.product, "business", None)
        if self.unit_id and maker and not self.unit.covers(maker.unit.code):
            raise ValidationError(
                {"unit": _("Choose the maker's own council, or one above it.")}
            )
