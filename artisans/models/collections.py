from simple_history.models import HistoricalRecords

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from council.languages import shown_field
from council.models import Unit
from council.scopes import ScopedQuerySet

from .products import Product
from .publishing import Publishable, PublishedQuerySet
from .status import Status

ON_A_CARD = 3


class CollectionQuerySet(PublishedQuerySet):
    def with_something_to_see(self):
        """Collections in which at least one product is public."""
        seen = CollectionItem.objects.public().filter(collection=OuterRef("pk"))
        return self.filter(Exists(seen))

    def for_cards(self):
        """With all that a card shows: its council and its first products."""
        return self.select_related("unit").prefetch_related(
            Prefetch(
                "items",
                queryset=CollectionItem.objects.public().for_page()[:ON_A_CARD],
                to_attr="first_items",
            )
        )


class Collection(Publishable):
    """Products chosen by a council and put in order, each with a sentence why."""

    unit_path = "unit"
    read_with = {"items": {}}

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="collections",
        verbose_name=_("curated by"),
    )
    title = models.CharField(_("title"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    slug = models.SlugField(_("address on the portal"), max_length=160, unique=True)
    intro = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("What holds these pieces together, in two or three sentences."),
    )
    intro_en = models.TextField(_("introduction, in English"), blank=True)

    objects = CollectionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-published_at", "title"]
        verbose_name = _("collection")
        verbose_name_plural = _("collections")

    def __str__(self):
        return self.shown_title

    def get_absolute_url(self):
        return reverse("artisans:collection", args=[self.slug])

    shown_title = shown_field("title")
    shown_intro = shown_field("intro")


class CollectionItemQuerySet(ScopedQuerySet):
    def public(self):
        """Items whose product the public may see."""
        return self.filter(
            product__status=Status.VERIFIED, product__business__status=Status.VERIFIED
        )

    def for_page(self):
        """With all that the collection's page shows of each product."""
        return self.select_related(
            "product__craft",
            "product__business__village__parent__parent",
        ).prefetch_related("product__photos")


class CollectionItem(models.Model):
    """One product of a collection, and why it stands there."""

    unit_path = "collection__unit"

    collection = models.ForeignKey(
        Collection,
        on_delete=models.CASCADE,
        related_name="items",
        verbose_name=_("collection"),
    )
    product = models.ForeignKey(
        Product,
        on_delete=models.CASCADE,
        related_name="collection_items",
        verbose_name=_("product"),
    )
    why = models.CharField(
        _("why it was chosen"),
        max_length=250,
        help_text=_(
            "One sentence, such as: the only shawl here dyed with secang bark."
        ),
    )
    why_en = models.CharField(
        _("why it was chosen, in English"), max_length=250, blank=True
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = CollectionItemQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("product of a collection")
        verbose_name_plural = _("products of a collection")
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "product"],
                name="a_collection_holds_each_product_once",
                violation_error_message=_("This product is in the collection already."),
            ),
            models.CheckConstraint(
                name="a_chosen_product_says_why",
                condition=~models.Q(why=""),
                violation_error_message=_("Say in one sentence why it was chosen."),
            ),
        ]

    def __str__(self):
        return str(self.product)

    shown_why = shown_field("why")
