from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.wildlife import refuse_protected_wildlife
from council.images import PhotoField
from council.languages import english_field, shown, shown_field
from council.models import SavedWhole
from council.scopes import ScopedQuerySet

from .businesses import Business
from .certificates import Certified, CertifiedQuerySet
from .flagships import FlagshipMark, this_year
from .labels import TechniqueLabel
from .motifs import Motif
from .photos import Focus
from .status import ReviewedPage, ReviewedQuerySet, Status
from .taxonomy import Craft, Material, ProductKind

# What makers change themselves; on a public product it waits for a decision.
MAKER_FIELDS = [
    "name",
    "name_en",
    "kind",
    "materials",
    "motifs",
    "description",
    "description_en",
    "price",
    "price_up_to",
    "price_unit",
    "price_unit_en",
    "size",
    "size_en",
    "weight_grams",
    "is_made_to_order",
    "lead_time_days",
    "minimum_order",
    "capacity_per_month",
    "is_gift",
    "ecatalog_url",
    "ecatalog_until_on",
]
# The technique is the maker's to say only until staff have verified it.
DRAFT_FIELDS = ["craft"]
MOST_PHOTOS = 8

# Where a product without a price stands in the order of prices: last either way.
DEAREST, CHEAPEST = 2**31 - 1, 0

# The units that makers write most, of one and of many, for readers of English.
PRICE_UNITS = {
    "buah": (_("piece"), _("pieces")),
    "lembar": (_("sheet"), _("sheets")),
    "helai": (_("length of cloth"), _("lengths of cloth")),
    "meter": (_("metre"), _("metres")),
    "set": (_("set"), _("sets")),
    "pasang": (_("pair"), _("pairs")),
    "kotak": (_("box"), _("boxes")),
    "bungkus": (_("packet"), _("packets")),
    "kilogram": (_("kilogram"), _("kilograms")),
    "lusin": (_("dozen"), _("dozen")),
}


class ProductQuerySet(CertifiedQuerySet, ReviewedQuerySet):
    def published(self):
        """Verified products of verified makers."""
        return self.filter(status=Status.VERIFIED, business__status=Status.VERIFIED)

    def of_maker(self, user):
        """The products of the person who signed in."""
        return self.filter(business__owner__person__user=user)

    def in_home_order(self):
        """As they take turns on the home page: who came forward last stands first."""
        return self.order_by("-home_turn", "-pk")

    def in_list_order(self):
        """As they take turns in the lists."""
        return self.order_by("-list_turn", "-pk")

    def gifts(self):
        """Products whose makers have said that they can deliver many."""
        return self.filter(is_gift=True)

    def in_city(self, code):
        """Products whose maker works in the region of a code."""
        return self.filter(business__village__code__startswith=f"{code}.")

    def of_material(self, **conditions):
        """Products of which a material meets the conditions, each product once."""
        links = Product.materials.through.objects.filter(product=OuterRef("pk"))
        conditions = {f"material__{name}": is_so for name, is_so in conditions.items()}
        return self.filter(Exists(links.filter(**conditions)))

    def of_protected_wildlife(self):
        """Products of a material that no catalogue may show."""
        return self.of_material(is_protected=True)

    def without_halal(self):
        """Products with animal parts of which no halal certificate is known."""
        return self.filter(halal_number="").of_material(is_animal=True)

    def flagships(self, **conditions):
        """Products that a council chose as its flagship, in any year or a given one."""
        marks = FlagshipMark.objects.filter(product=OuterRef("pk"), **conditions)
        return self.filter(Exists(marks))

    def labelled(self, **conditions):
        """Products with a valid technique label, of any kind or a given one."""
        labels = TechniqueLabel.objects.valid().filter(product=OuterRef("pk"))
        return self.filter(Exists(labels.filter(**conditions)))

    def with_marks(self):
        """With its valid label, and the newest year in which a council chose it."""
        marks = FlagshipMark.objects.of_outer_product()
        is_valid = Q(labels__withdrawn_at=None)
        return self.annotate(
            flagship_year=Subquery(marks.values("year")[:1]),
            valid_label=FilteredRelation("labels", condition=is_valid),
        ).select_related("valid_label")

    def for_page(self):
        """With all that its own page shows, but for the photos."""
        marks = FlagshipMark.objects.of_outer_product().highest_first()
        return (
            self.select_related(
                "craft", "kind", "business__unit", "business__village__parent__parent"
            )
            .with_marks()
            .annotate(flagship_unit=Subquery(marks.values("unit__name")[:1]))
            .prefetch_related("materials", "motifs")
        )

    def for_cards(self):
        """With all that a card shows: maker, place, craft and photos."""
        return (
            self.select_related("craft", "business__village__parent__parent")
            .with_marks()
            .prefetch_related("photos")
            .defer("description", "description_en", "business__story")
            .defer("business__story_en", "craft__about", "craft__about_en")
        )


def orders_of_the_list():
    newest, key = Coalesce("verified_at", "added_at").desc(), F("id").desc()
    orders = {
        "newest": [newest, key],
        "of_craft": ["craft", newest, key],
        "cheapest": [Coalesce("price", DEAREST), "id"],
        "dearest": [Coalesce("price", CHEAPEST).desc(), key],
        "by_name": ["name", "id"],
        "at_home": [F("home_turn").desc(), key],
        "in_turn": [F("list_turn").desc(), key],
        "of_craft_in_turn": ["craft", F("list_turn").desc(), key],
    }
    is_shown = Q(status=Status.VERIFIED)
    return [
        models.Index(*order, name=f"product_shown_{name}", condition=is_shown)
        for name, order in orders.items()
    ]


class Product(ReviewedPage, Certified, SavedWhole):
    """Something a maker shows: technique, material, kind and motif, and its price."""

    unit_path = "business__unit"
    read_with = {"photos": {}}
    known_in_english = {"price_unit": PRICE_UNITS}
    maker_fields = MAKER_FIELDS
    draft_fields = DRAFT_FIELDS

    business = models.ForeignKey(
        Business,
        on_delete=models.PROTECT,
        related_name="products",
        verbose_name=_("maker"),
    )
    name = models.CharField(
        _("name"), max_length=120, validators=[refuse_protected_wildlife]
    )
    name_en = models.CharField(
        _("name in English"),
        max_length=120,
        blank=True,
        validators=[refuse_protected_wildlife],
    )
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
    description = models.TextField(
        _("description"), blank=True, validators=[refuse_protected_wildlife]
    )
    description_en = models.TextField(
        _("description, in English"),
        blank=True,
        validators=[refuse_protected_wildlife],
    )
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
    price_unit_en = english_field(_("price per, in English"), max_length=30)
    size = models.CharField(_("size"), max_length=80, blank=True)
    size_en = english_field(_("size, in English"), max_length=80)
    weight_grams = models.PositiveIntegerField(
        _("weight (grams)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("With its packing, for the postage."),
    )
    is_made_to_order = models.BooleanField(_("made to order"), default=False)
    lead_time_days = models.PositiveSmallIntegerField(
        _("lead time (days)"), null=True, blank=True
    )
    minimum_order = models.PositiveIntegerField(
        _("smallest order (pieces)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Leave empty if one piece can be bought."),
    )
    capacity_per_month = models.PositiveIntegerField(
        _("pieces a month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("How many the maker can finish in a usual month."),
    )
    is_gift = models.BooleanField(
        _("offered as a souvenir in numbers"),
        default=False,
        db_default=False,
        help_text=_("The maker says that orders of many pieces can be delivered."),
    )
    status = models.CharField(
        _("status"), max_length=14, choices=Status, default=Status.DRAFT
    )
    status_reason = models.CharField(_("reason"), max_length=250, blank=True)
    added_at = models.DateTimeField(_("added at"), default=timezone.now)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True)
    home_turn = models.PositiveBigIntegerField(
        _("turn on the home page"), default=0, db_default=0, editable=False
    )
    list_turn = models.PositiveBigIntegerField(
        _("turn in the lists"), default=0, db_default=0, editable=False
    )
    is_example = models.BooleanField(_("example data"), default=False)

    objects = ProductQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["home_turn", "list_turn"])

    class Meta:
        ordering = ["-verified_at", "-pk"]
        verbose_name = _("product")
        verbose_name_plural = _("products")
        permissions = [("verify_product", "Can decide what the public sees")]
        constraints = [
            models.CheckConstraint(
                name="a_price_range_goes_upwards",
                condition=Q(price_up_to__isnull=True)
                | Q(price__isnull=False, price_up_to__gt=F("price")),
                violation_error_message=_(
                    "The upper price must be higher than the lower price."
                ),
            ),
            models.CheckConstraint(
                name="a_souvenir_says_how_many_a_month",
                condition=Q(is_gift=False)
                | Q(capacity_per_month__isnull=False, capacity_per_month__gt=0),
                violation_error_message=_(
                    "A souvenir in numbers says how many pieces a month can be made."
                ),
            ),
            *Certified.Meta.constraints,
        ]
        indexes = [
            models.Index(
                fields=["status", "-verified_at", "-id"], name="product_newest"
            ),
            # Staff see first what came last, whatever its status.
            models.Index(fields=["-added_at", "-id"], name="product_newest_for_staff"),
            *Certified.Meta.indexes,
            # Few products are souvenirs; the gift catalogue reads only those.
            models.Index(
                fields=["price", "id"],
                name="product_gifts",
                condition=Q(is_gift=True, status=Status.VERIFIED),
            ),
            models.Index(
                fields=["business"],
                name="product_gifts_of_maker",
                condition=Q(is_gift=True, status=Status.VERIFIED),
            ),
            # Each order of the public list, for pages however deep.
            *orders_of_the_list(),
            models.Index(
                fields=["business", "-verified_at", "-id"],
                name="product_newest_of_maker",
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
        return self.is_approved and self.business.is_published

    @property
    def maker(self) -> Business:
        return self.business

    shown_name = shown_field("name")

    @property
    def shown_price_unit(self) -> str:
        return self.unit_in_words[0]

    @property
    def counted_unit(self) -> str:
        """The unit beside a number of them."""
        return self.unit_in_words[1]

    @property
    def unit_in_words(self) -> tuple[str, str]:
        own = shown(self.price_unit, self.price_unit_en)
        return PRICE_UNITS.get(self.price_unit.lower(), (own, own))

    shown_description = shown_field("description")
    shown_size = shown_field("size")

    def photos_as_seen(self) -> list:
        """What its public photos show and in which order, to compare."""
        fields = ("pk", "image", "alt", "alt_en", "focus", "order")
        return [list(row) for row in self.photos.values_list(*fields)]

    @property
    def picture(self):
        """The photo for a card, or None; free where photos are prefetched."""
        return next(iter(self.photos.all()), None)

    def mark_as_flagship(self, unit) -> None:
        """Note that a council chose it as its flagship product of this year."""
        self.flagship_marks.get_or_create(unit=unit, year=this_year())


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
    alt_en = models.CharField(
        _("what the photo shows, in English"),
        max_length=150,
        blank=True,
        default="",
        db_default="",
    )
    focus = models.CharField(
        _("what must stay when it is cropped"),
        max_length=12,
        choices=Focus,
        default=Focus.CENTER,
        db_default=Focus.CENTER,
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.alt

    shown_alt = shown_field("alt")
