from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.images import PhotoField
from council.scopes import ScopedQuerySet

from .businesses import Business
from .status import Status
from .taxonomy import Craft, Material, Motif, ProductKind, shown

# What a search looks in; materials are looked up apart, being several.
SEARCHED = [
    "name",
    "name_en",
    "craft__name",
    "craft__name_en",
    "kind__name",
    "kind__name_en",
    "business__name",
    "business__brand",
    "business__village__name",
    "business__village__parent__name",
    "business__village__parent__parent__name",
]


class ProductQuerySet(ScopedQuerySet):
    def published(self):
        """Verified products of verified makers."""
        return self.filter(status=Status.VERIFIED, business__status=Status.VERIFIED)

    def waiting(self):
        return self.filter(status=Status.SUBMITTED)

    def found_by(self, words):
        """Products in which each of the words stands somewhere."""
        products = self
        for word in words:
            fits = Q()
            for path in SEARCHED:
                fits |= Q(**{f"{path}__icontains": word})
            products = products.filter(fits | Exists(material_called(word)))
        return products

    def in_city(self, code):
        """Products whose maker works in the region of a code."""
        return self.filter(business__village__code__startswith=f"{code}.")

    def for_page(self):
        """With all that its own page shows, but for the photos."""
        return self.select_related(
            "craft", "kind", "business__unit", "business__village__parent__parent"
        ).prefetch_related("materials", "motifs")

    def for_cards(self):
        """With all that a card shows: maker, place, craft and photos."""
        return (
            self.select_related("craft", "business__village__parent__parent")
            .prefetch_related("photos")
            .defer("description", "description_en", "business__story")
            .defer("business__story_en", "craft__about", "craft__about_en")
        )


def material_called(word):
    links = Product.materials.through.objects.filter(product=OuterRef("pk"))
    return links.filter(
        Q(material__name__icontains=word) | Q(material__name_en__icontains=word)
    )


class Product(models.Model):
    """Something a maker shows: technique, material, kind and motif, and its price."""

    unit_path = "business__unit"

    business = models.ForeignKey(
        Business,
        on_delete=models.PROTECT,
        related_name="products",
        verbose_name=_("maker"),
    )
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    slug = models.SlugField(_("address on the portal"), max_length=160, unique=True)
    craft = models.ForeignKey(
        Craft,
        on_delete=models.PROTECT,
        related_name="products",
        verbose_name=_("craft"),
    )
    kind = models.ForeignKey(
        ProductKind,
        on_delete=models.PROTECT,
        related_name="products",
        verbose_name=_("kind"),
    )
    materials = models.ManyToManyField(
        Material, related_name="products", verbose_name=_("materials"), blank=True
    )
    motifs = models.ManyToManyField(
        Motif, related_name="products", verbose_name=_("motifs"), blank=True
    )
    description = models.TextField(_("description"), blank=True)
    description_en = models.TextField(_("description, in English"), blank=True)
    price = models.PositiveIntegerField(
        _("price (rupiah)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Leave empty to let buyers ask."),
    )
    price_up_to = models.PositiveIntegerField(
        _("up to (rupiah)"),
        null=True,
        blank=True,
        help_text=_("Only for a price range."),
    )
    price_unit = models.CharField(
        _("price per"),
        max_length=30,
        blank=True,
        help_text=_("Such as: piece, set, metre."),
    )
    size = models.CharField(_("size"), max_length=80, blank=True)
    is_made_to_order = models.BooleanField(_("made to order"), default=False)
    lead_time_days = models.PositiveSmallIntegerField(
        _("lead time (days)"), null=True, blank=True
    )
    status = models.CharField(
        _("status"), max_length=14, choices=Status, default=Status.DRAFT
    )
    status_reason = models.CharField(_("reason"), max_length=250, blank=True)
    added_at = models.DateTimeField(_("added at"), default=timezone.now)
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True)
    is_example = models.BooleanField(_("example data"), default=False)

    objects = ProductQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-verified_at", "-pk"]
        verbose_name = _("product")
        verbose_name_plural = _("products")
        constraints = [
            models.CheckConstraint(
                name="a_price_range_goes_upwards",
                condition=Q(price_up_to__isnull=True)
                | Q(price__isnull=False, price_up_to__gt=F("price")),
                violation_error_message=_(
                    "The upper price must be higher than the lower price."
                ),
            )
        ]
        indexes = [
            models.Index(
                fields=["status", "-verified_at", "-id"], name="product_newest"
            ),
            models.Index(
                fields=["business", "-verified_at", "-id"],
                name="product_newest_of_maker",
                condition=Q(status=Status.VERIFIED),
            ),
            models.Index(
                fields=["craft", "-verified_at", "-id"],
                name="product_newest_of_craft",
                condition=Q(status=Status.VERIFIED),
            ),
        ]

    def __str__(self):
        return self.shown_name

    def get_absolute_url(self):
        return reverse("artisans:product", args=[self.slug])

    def clean(self):
        sent_back = self.status in {Status.NEEDS_REVISION, Status.REFUSED}
        if sent_back and not self.status_reason:
            raise ValidationError(
                {"status_reason": _("Say why, so that the maker can act on it.")}
            )

    @property
    def is_published(self) -> bool:
        return self.status == Status.VERIFIED and self.business.is_published

    @property
    def shown_name(self) -> str:
        return shown(self.name, self.name_en)

    @property
    def shown_description(self) -> str:
        return shown(self.description, self.description_en)

    @property
    def picture(self):
        """The photo for a card, or None; free where photos are prefetched."""
        return next(iter(self.photos.all()), None)

    def date_status(self) -> None:
        """Set the moment that belongs to the status the product has now."""
        is_verified = self.status == Status.VERIFIED
        self.verified_at = timezone.now() if is_verified else None

    def verify(self) -> None:
        """Show the product in the showcase."""
        self.status, self.status_reason = Status.VERIFIED, ""
        self.date_status()
        self.save(update_fields=["status", "status_reason", "verified_at"])

    def send_back(self, reason: str) -> None:
        """Ask the maker for a change; the product leaves the public showcase."""
        self.status, self.status_reason = Status.NEEDS_REVISION, reason
        self.save(update_fields=["status", "status_reason"])


class ProductPhoto(models.Model):
    """A picture of a product, with words for those who cannot see it."""

    unit_path = "product__business__unit"

    product = models.ForeignKey(
        Product,
        on_delete=models.CASCADE,
        related_name="photos",
        verbose_name=_("product"),
    )
    image = PhotoField(_("photo"))
    alt = models.CharField(
        _("what the photo shows"),
        max_length=150,
        help_text=_(
            "For people who cannot see it, such as: red shawl with gold shoots."
        ),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.alt
