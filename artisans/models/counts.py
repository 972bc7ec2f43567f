from django.db import models
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from artisans.marketplaces import Marketplace
from council.scopes import ScopedQuerySet

from .businesses import Business
from .products import Product


class DailyCountQuerySet(ScopedQuerySet):
    def to_account(self, user):
        """Of the businesses of the person behind an account."""
        return self.filter(business__owner__person__user=user)

    def between(self, first, last):
        return self.filter(counted_on__range=(first, last))

    def views(self):
        return self.filter(channel=DailyCount.Channel.VIEW)

    def clicks(self):
        """Visitors who went on to the maker, by any channel."""
        return self.exclude(channel=DailyCount.Channel.VIEW)

    def total(self) -> int:
        return self.aggregate(total=Sum("number"))["total"] or 0


class DailyCount(models.Model):
    """
    How often a page of a maker was looked at, or left for the maker, on one day.

    A number and nothing of anybody: no address, no device, no cookie.
    """

    class Channel(models.TextChoices):
        VIEW = "lihat", _("looked at")
        WHATSAPP = "whatsapp", "WhatsApp"
        TOKOPEDIA = Marketplace.TOKOPEDIA.value, Marketplace.TOKOPEDIA.label
        SHOPEE = Marketplace.SHOPEE.value, Marketplace.SHOPEE.label
        TIKTOK_SHOP = Marketplace.TIKTOK_SHOP.value, Marketplace.TIKTOK_SHOP.label
        LAZADA = Marketplace.LAZADA.value, Marketplace.LAZADA.label
        BLIBLI = Marketplace.BLIBLI.value, Marketplace.BLIBLI.label
        PADI = Marketplace.PADI.value, Marketplace.PADI.label
        E_CATALOGUE = Marketplace.E_CATALOGUE.value, _("LKPP e-Catalogue")
        INSTAGRAM = Marketplace.INSTAGRAM.value, Marketplace.INSTAGRAM.label
        OTHER = Marketplace.OTHER.value, _("another shop")

    unit_path = "business__unit"

    counted_on = models.DateField(_("day"))
    business = models.ForeignKey(
        Business,
        on_delete=models.CASCADE,
        related_name="daily_counts",
        verbose_name=_("maker"),
    )
    product = models.ForeignKey(
        Product,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="daily_counts",
        verbose_name=_("product"),
    )
    channel = models.CharField(_("channel"), max_length=12, choices=Channel)
    number = models.PositiveIntegerField(_("number"), default=0)

    objects = DailyCountQuerySet.as_manager()

    class Meta:
        ordering = ["-counted_on", "-pk"]
        verbose_name = _("daily count")
        verbose_name_plural = _("daily counts")
        constraints = [
            models.UniqueConstraint(
                fields=["business", "counted_on", "channel"],
                condition=Q(product__isnull=True),
                name="a_maker_has_one_count_a_day_and_channel",
            ),
            models.UniqueConstraint(
                fields=["product", "counted_on", "channel"],
                condition=Q(product__isnull=False),
                name="a_product_has_one_count_a_day_and_channel",
            ),
        ]
        indexes = [
            models.Index(fields=["business", "counted_on"], name="count_of_maker"),
            models.Index(fields=["counted_on"], name="count_by_day"),
        ]

    def __str__(self):
        return f"{self.counted_on} · {self.get_channel_display()}: {self.number}"
