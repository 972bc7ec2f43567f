from datetime import UTC, datetime

from phonenumber_field.modelfields import PhoneNumberField
from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.marketplaces import Marketplace, is_shop_address, validate_shop_address
from council.consents import has_withdrawn
from council.images import PhotoField
from council.languages import shown_field
from council.models import Consent, Person, Region, SavedWhole, Unit
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .languages import LanguagesField, names_of
from .numbers import number_of
from .papers import CodesField, validate_nib
from .photos import Focus
from .points import both_or_none, latitude_field, longitude_field, point_of
from .status import ReviewedPage, ReviewedQuerySet, Status
from .taxonomy import Craft

# A workshop is often a home: what is never kept can never be shown.
ROUNDED = _(
    "Two decimals, such as -0.95: about a kilometre, so that no house is shown."
)

# What makers change themselves; on a public page it waits for a decision.
MAKER_FIELDS = [
    "name",
    "brand",
    "crafts",
    "founded_year",
    "story",
    "story_en",
    "quote",
    "quote_en",
    "visiting",
    "visiting_en",
    "phone",
    "portrait",
    "portrait_alt",
    "portrait_alt_en",
    "portrait_focus",
    "shop_links",
]

# A verified maker whose moment nobody noted.
SINCE_EVER = datetime(2000, 1, 1, tzinfo=UTC)


class ArtisanQuerySet(ScopedQuerySet):
    def with_complete_profile(self):
        return self.exclude(
            Q(person__full_name="")
            | Q(person__phone="", person__email="")
            | Q(person__gender="")
            | Q(village=None)
            | Q(main_craft=None)
        )

    def with_businesses_counted(self):
        return self.annotate(number_of_businesses=number_of(Artisan, "businesses"))


class Artisan(SavedWhole):
    """A person who makes craft and belongs to the council of their village."""

    unit_path = "unit"
    personal_data = {
        "person": general(_("knowing the members")),
        "village": general(_("visits and reports by area"), seen_by=_("the public")),
    }

    person = models.OneToOneField(
        Person,
        on_delete=models.PROTECT,
        related_name="artisan",
        verbose_name=_("person"),
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="artisans",
        verbose_name=_("home unit"),
        help_text=_("The nearest council to the artisan's village."),
    )
    village = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="artisans",
        verbose_name=_("kelurahan or desa"),
        limit_choices_to={"level": Region.Level.VILLAGE},
    )
    main_craft = models.ForeignKey(
        Craft,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="artisans",
        verbose_name=_("main craft"),
    )
    registered_at = models.DateTimeField(_("registered at"), default=timezone.now)
    is_example = models.BooleanField(_("example data"), default=False)

    objects = ArtisanQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["person__full_name"]
        verbose_name = _("artisan")
        verbose_name_plural = _("artisans")
        indexes = [
            models.Index(
                fields=["-registered_at", "-id"], name="artisan_newest_for_staff"
            ),
        ]

    def __str__(self):
        return str(self.person)

    def what_is_missing(self) -> list[str]:
        """What the profile still lacks before a training can be joined, in words."""
        person = self.person
        needed = {
            _("full name"): person.full_name,
            _("phone number or e-mail"): person.phone or person.email,
            _("gender"): person.gender,
            _("kelurahan or desa"): self.village_id,
            _("main craft"): self.main_craft_id,
        }
        return [str(name) for name, value in needed.items() if not value]


class BusinessQuerySet(ReviewedQuerySet):
    def published(self):
        return self.filter(status=Status.VERIFIED)

    def of_maker(self, user):
        """The businesses of the person who signed in."""
        return self.filter(owner__person__user=user)

    def in_city(self, code):
        """Makers who work in the region of a code."""
        return self.filter(village__code__startswith=f"{code}.")

    def of_crafts(self, **conditions):
        """Makers with a craft that meets the conditions, each maker once."""
        links = crafts_of_maker().filter(
            **{f"craft__{path}": value for path, value in conditions.items()}
        )
        return self.filter(Exists(links))

    def in_home_order(self):
        """As they take turns on the home page."""
        return self.order_by("home_turn", "pk")

    def in_list_order(self):
        """As they take turns in the lists."""
        return self.order_by("list_turn", "pk")

    def receiving_visitors(self):
        """Makers who say how they can be visited."""
        return self.exclude(visiting="")

    def on_the_map(self):
        """Makers who agreed to a rounded mark on the map."""
        return self.filter(
            has_public_map=True, latitude__isnull=False, longitude__isnull=False
        )

    def for_page(self):
        """With all that its own page shows, but for crafts and works."""
        return self.select_related("owner__person", "village__parent__parent", "unit")

    def with_products_counted(self):
        """With the number of all its products, public or not."""
        return self.annotate(number_of_products=number_of(Business, "products"))

    def for_cards(self):
        """With all that a card shows: place, craft family and number of products."""
        family = crafts_of_maker().order_by("craft__name").values("craft__family")[:1]
        return (
            self.select_related("village__parent__parent")
            .annotate(
                family=Coalesce(Subquery(family), models.Value("")),
                product_count=number_of(Business, "products", status=Status.VERIFIED),
            )
            .prefetch_related("crafts")
        )


def crafts_of_maker():
    return Business.crafts.through.objects.filter(business=OuterRef("pk"))


class Business(ReviewedPage, SavedWhole):
    """A craft business: the maker that the public finds and reaches."""

    class Form(models.TextChoices):
        PERSON = "perorangan", _("sole proprietor")
        GROUP = "kub", _("joint business group (KUB)")
        COOPERATIVE = "koperasi", _("cooperative")
        CV = "cv", _("CV")
        PT = "pt", _("PT")
        PT_PERSON = "pt-perorangan", _("single-person PT")
        FOUNDATION = "yayasan", _("foundation")
        OTHER = "lainnya", _("other")

    class Industry(models.TextChoices):
        CRAFT = "kerajinan", _("craft (kriya)")
        CLOTHING = "sandang", _("clothing")
        FOOD = "pangan", _("food")

    unit_path = "unit"
    maker_fields = MAKER_FIELDS
    personal_data = {
        "owner": general(
            _("knowing the members"), seen_by=_("the public, where agreed")
        ),
        "phone": general(
            _("buyers reach the maker"), seen_by=_("the public, where agreed")
        ),
        "address": general(_("mentoring visits")),
        "portrait": general(
            _("introducing the maker"), seen_by=_("the public, where agreed")
        ),
        "latitude": general(
            _("the craft map, rounded"), seen_by=_("the public, where agreed")
        ),
        "longitude": general(
            _("the craft map, rounded"), seen_by=_("the public, where agreed")
        ),
        "nib": general(_("knowing which support a business may get")),
        "languages": general(
            _("visitors know the maker's languages"),
            seen_by=_("the public, where agreed"),
        ),
    }

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="businesses",
        verbose_name=_("unit"),
    )
    owner = models.ForeignKey(
        Artisan,
        on_delete=models.PROTECT,
        related_name="businesses",
        verbose_name=_("owner"),
    )
    name = models.CharField(_("business name"), max_length=150)
    brand = models.CharField(_("brand"), max_length=100, blank=True)
    slug = models.SlugField(_("address on the portal"), max_length=160, unique=True)
    form = models.CharField(
        _("legal form"), max_length=15, choices=Form, default=Form.PERSON
    )
    industry = models.CharField(
        _("branch of industry"), max_length=10, choices=Industry, default=Industry.CRAFT
    )
    founded_year = models.PositiveSmallIntegerField(
        _("year founded"), null=True, blank=True, validators=[MinValueValidator(1900)]
    )
    nib = models.CharField(
        _("NIB"),
        max_length=13,
        blank=True,
        default="",
        db_default="",
        validators=[validate_nib],
        help_text=_("13 digits, from oss.go.id; the public does not see it."),
    )
    kbli_2020 = CodesField(
        _("KBLI 2020"), max_length=100, blank=True, default="", db_default=""
    )
    kbli_2025 = CodesField(
        _("KBLI 2025"), max_length=100, blank=True, default="", db_default=""
    )
    village = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        related_name="businesses",
        verbose_name=_("kelurahan or desa"),
        limit_choices_to={"level": Region.Level.VILLAGE},
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    crafts = models.ManyToManyField(
        Craft, related_name="businesses", verbose_name=_("crafts"), blank=True
    )
    story = models.TextField(
        _("story"),
        blank=True,
        help_text=_("Two or three sentences a visitor remembers."),
    )
    story_en = models.TextField(_("story, in English"), blank=True)
    quote = models.CharField(_("one quote"), max_length=200, blank=True)
    quote_en = models.CharField(
        _("one quote, in English"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
    )
    portrait = PhotoField(_("portrait or workshop"), blank=True)
    portrait_alt = models.CharField(
        _("what the picture shows"), max_length=150, blank=True
    )
    portrait_alt_en = models.CharField(
        _("what the picture shows, in English"),
        max_length=150,
        blank=True,
        default="",
        db_default="",
    )
    portrait_focus = models.CharField(
        _("what must stay when it is cropped"),
        max_length=12,
        choices=Focus,
        default=Focus.CENTER,
        db_default=Focus.CENTER,
    )
    visiting = models.CharField(
        _("how to visit"),
        max_length=150,
        blank=True,
        help_text=_("Such as: Monday to Friday 09.00-16.00, by appointment."),
    )
    visiting_en = models.CharField(
        _("how to visit, in English"),
        max_length=150,
        blank=True,
        default="",
        db_default="",
    )
    languages = LanguagesField(
        _("languages spoken with visitors"),
        default=list,
        blank=True,
        db_default=models.Value([], models.JSONField()),
    )
    latitude = latitude_field(2, ROUNDED)
    longitude = longitude_field(2)
    phone = PhoneNumberField(_("WhatsApp number"), blank=True)
    has_public_phone = models.BooleanField(
        _("WhatsApp shown to the public"),
        default=False,
        help_text=_("Only with the maker's consent (UU 27/2022, article 20)."),
    )
    has_public_links = models.BooleanField(
        _("marketplace links shown to the public"),
        default=False,
        help_text=_("Only with the maker's consent (UU 27/2022, article 20)."),
    )
    has_public_map = models.BooleanField(
        _("rounded place shown on the map"),
        default=False,
        db_default=False,
        help_text=_("Only with the maker's consent (UU 27/2022, article 20)."),
    )
    status = models.CharField(
        _("status"), max_length=14, choices=Status, default=Status.DRAFT
    )
    status_reason = models.CharField(
        _("reason"),
        max_length=250,
        blank=True,
        help_text=_("What the maker is told when the page is sent back or refused."),
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True)
    home_turn = models.PositiveBigIntegerField(
        _("turn on the home page"), default=0, db_default=0, editable=False
    )
    list_turn = models.PositiveBigIntegerField(
        _("turn in the lists"), default=0, db_default=0, editable=False
    )
    last_shown_on = models.DateField(
        _("last shown in front"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("On the home page, the first page of the list, or a craft's page."),
    )
    is_example = models.BooleanField(_("example data"), default=False)

    objects = BusinessQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=["home_turn", "list_turn", "last_shown_on"]
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("business")
        verbose_name_plural = _("businesses")
        permissions = [("verify_business", "Can decide what the public sees")]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "village", "name"],
                name="an_owner_has_each_business_once_in_a_village",
                violation_error_message=_(
                    "This owner already has a business of that name in this village."
                ),
            ),
            models.UniqueConstraint(
                fields=["nib"],
                condition=~Q(nib=""),
                name="a_nib_belongs_to_one_business",
                violation_error_message=_("This NIB is noted with another business."),
            ),
            both_or_none("a_maker_on_the_map_has_both_numbers"),
        ]
        indexes = [
            models.Index(fields=["status", "name"], name="business_by_name"),
            models.Index(fields=["status", "home_turn", "id"], name="business_at_home"),
            models.Index(fields=["status", "list_turn", "id"], name="business_in_list"),
        ]

    def __str__(self):
        return self.brand or self.name

    def get_absolute_url(self):
        return reverse("artisans:maker", args=[self.slug])

    def clean(self):
        year = timezone.localdate().year
        if self.founded_year and self.founded_year > year:
            raise ValidationError({"founded_year": _("This year has not begun yet.")})
        sent_back = self.status in {Status.NEEDS_REVISION, Status.REFUSED}
        if sent_back and not self.status_reason:
            raise ValidationError(
                {"status_reason": _("Say why, so that the maker can act on it.")}
            )
        if self.is_published and self.owner_id and self.is_withdrawn_by_owner:
            raise ValidationError(
                {
                    "status": _(
                        "The maker has withdrawn this page; only they can allow it."
                    )
                }
            )

    @property
    def is_withdrawn_by_owner(self) -> bool:
        """Whether the owner said no to a public page (UU 27/2022, article 9)."""
        profile = Consent.Purpose.PUBLIC_PROFILE
        return has_withdrawn(self.owner.person, profile)

    @property
    def is_published(self) -> bool:
        return self.is_approved

    @property
    def maker(self) -> "Business":
        return self

    @property
    def city(self):
        """The city or regency the maker works in."""
        return self.village.parent.parent

    shown_story = shown_field("story")
    shown_quote = shown_field("quote")
    shown_visiting = shown_field("visiting")
    shown_portrait_alt = shown_field("portrait_alt")

    @property
    def receives_visitors(self) -> bool:
        """Whether the maker says how they can be visited."""
        return bool(self.visiting)

    @property
    def spoken_languages(self) -> list[str]:
        return names_of(self.languages)

    @property
    def map_point(self):
        """The rounded place, only where the maker agreed to show it."""
        return point_of(self) if self.has_public_map else None

    @property
    def public_phone(self):
        """The WhatsApp number, only where the maker agreed to show it."""
        return self.phone if self.has_public_phone else ""

    def photos_as_seen(self) -> list:
        """Photos beside its fields, to compare: a business has none."""
        return []

    def public_links(self) -> list["ShopLink"]:
        """Marketplace links that may be shown; none without the maker's consent."""
        if not self.has_public_links:
            return []
        return [link for link in self.shop_links.all() if link.is_honest]

    def sell_at(self, shops: list[list[str]]) -> None:
        """Link to these shops (marketplace and address) and to no others."""
        links = {(link.marketplace, link.url): link for link in self.shop_links.all()}
        wanted = [tuple(shop) for shop in shops]
        for marketplace, url in wanted:
            validate_shop_address(marketplace, url)
        for shop in links.keys() - set(wanted):
            links[shop].delete()
        for marketplace, url in wanted:
            if (marketplace, url) not in links:
                self.shop_links.create(marketplace=marketplace, url=url)

    def hide(self) -> None:
        """Take the page off the public showcase, as its maker asks."""
        self.status, self.verified_at = Status.DRAFT, None
        self.save(update_fields=["status", "verified_at"])


class ShopLink(models.Model):
    """Where a maker sells online; the portal links out and takes no orders."""

    unit_path = "business__unit"

    business = models.ForeignKey(
        Business,
        on_delete=models.CASCADE,
        related_name="shop_links",
        verbose_name=_("business"),
    )
    marketplace = models.CharField(_("marketplace"), max_length=12, choices=Marketplace)
    url = models.URLField(_("web address"), max_length=300)

    objects = ScopedQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["marketplace"]
        verbose_name = _("marketplace link")
        verbose_name_plural = _("marketplace links")
        constraints = [
            models.UniqueConstraint(
                fields=["business", "url"],
                name="a_business_has_each_link_once",
                violation_error_message=_("This link is already listed."),
            )
        ]

    def __str__(self):
        return self.get_marketplace_display()

    def clean(self):
        validate_shop_address(self.marketplace, self.url)

    @property
    def is_honest(self) -> bool:
        """Whether the address is the marketplace it says it is."""
        return is_shop_address(self.marketplace, self.url)
