from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.scopes import ScopedQuerySet

from .businesses import Business
from .places import Outlet
from .products import Product
from .status import Status


class PlacementQuerySet(ScopedQuerySet):
    def current(self):
        """What stands there today."""
        today = timezone.localdate()
        return self.filter(starts_on__lte=today).filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=today)
        )

    def of(self, maker):
        """What stands there of a maker: all their work, or a public product."""
        product = Q(product__business=maker, product__status=Status.VERIFIED)
        return self.filter(Q(business=maker) | product).order_by()


class Placement(models.Model):
    """A maker or one product that stands at an outlet, from a day until a day."""

    unit_path = "outlet__unit"

    outlet = models.ForeignKey(
        Outlet,
        on_delete=models.CASCADE,
        related_name="placements",
        verbose_name=_("outlet"),
    )
    business = models.ForeignKey(
        Business,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="placements",
        verbose_name=_("maker"),
        help_text=_("For several works of one maker."),
    )
    product = models.ForeignKey(
        Product,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="placements",
        verbose_name=_("product"),
    )
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(
        _("until"), null=True, blank=True, help_text=_("Empty while it stands there.")
    )

    objects = PlacementQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        constraints = [
            models.CheckConstraint(
                name="a_placement_is_of_a_maker_or_of_a_product",
                condition=Q(business__isnull=False, product__isnull=True)
                | Q(business__isnull=True, product__isnull=False),
                violation_error_message=_("Choose a maker or a product, not both."),
            ),
            models.CheckConstraint(
                name="a_placement_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day is before the first day."),
            ),
        ]

    def __str__(self):
        return str(self.product or self.business or "")

    def clean(self):
        if bool(self.business_id) == bool(self.product_id):
            raise ValidationError(_("Choose a maker or a product, not both."))
