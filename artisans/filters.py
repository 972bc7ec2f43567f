"""What a visitor may ask of the lists of products and makers."""

from django_filters import CharFilter, ChoiceFilter, FilterSet

from django import forms
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from council.long_lists import Order
from council.search import understand, whose_page_holds

from .models import Business, Craft, Product, TechniqueLabel
from .models.businesses import SINCE_EVER
from .models.products import CHEAPEST, DEAREST
from .questions import Question

CITY_CODE = r"^[0-9]{2}\.[0-9]{2}$"

PRICE_BANDS = {
    "sampai-100": (_("Up to Rp100.000"), Q(price__lte=100_000)),
    "100-250": (_("Rp100.000 to Rp250.000"), Q(price__lte=250_000)),
    "250-500": (_("Rp250.000 to Rp500.000"), Q(price__lte=500_000)),
    "500-1000": (_("Rp500.000 to Rp1.000.000"), Q(price__lte=1_000_000)),
    "mulai-1000": (_("Above Rp1.000.000"), Q(price__gt=1_000_000)),
    "tanya": (_("Ask for the price"), Q(price=None)),
}
# The first band that fits is the product's.
PRICE_BAND = Case(
    *(When(fits, Value(key)) for key, (_label, fits) in PRICE_BANDS.items())
)
PRICE_LABELS = {key: label for key, (label, _fits) in PRICE_BANDS.items()}

MADE_TO_ORDER = {"ya": _("Made to order"), "tidak": _("Ready-made")}
HAS_LABEL = Q(labels__isnull=False, labels__withdrawn_at=None)
FLAGSHIP = {"ya": _("Flagship product")}


class SlugFilter(CharFilter):
    """A word of the vocabulary by its slug; anything else is passed over."""

    field_class = forms.SlugField


class CityFilter(CharFilter):
    """A city or regency by its region code."""

    field_class = forms.RegexField

    def __init__(self, **kwargs):
        super().__init__(regex=CITY_CODE, **kwargs)

    def filter(self, rows, value):
        return rows.in_city(value) if value else rows


class CraftFilter(SlugFilter):
    """A craft by its slug, looked up first, so that an index can begin at it."""

    def filter(self, rows, value):
        if not value:
            return rows
        return rows.filter(craft=Craft.objects.filter(slug=value).values("pk")[:1])


class WordsFilter(CharFilter):
    """A few words, each of which must stand somewhere on the page."""

    def __init__(self, kind, **kwargs):
        self.kind, self.asked = kind, understand("")
        super().__init__(**kwargs)

    def understood(self, value):
        """What the words mean, asked of the database once."""
        if self.asked.text != value:
            self.asked = understand(value)
        return self.asked

    def filter(self, rows, value):
        return whose_page_holds(rows, self.kind, self.understood(value))


class ShowcaseFilter(FilterSet):
    """
    Filters of a public list.

    A value that means nothing is passed over, so that an old or mangled link
    still shows a list.
    """

    # Each question the panel asks, and each order the list can have.
    kind = ""
    # Whether the list is so large that its numbers are kept instead of counted.
    keeps_numbers = False
    questions: list[Question] = []
    sorts: dict[str, Order] = {}

    def __init__(self, data, **kwargs):
        # Most visitors ask one thing or nothing; the rest is not made ready.
        filters = self.base_filters.items()
        self.base_filters = {name: each for name, each in filters if name in data}
        super().__init__(data, **kwargs)

    @property
    def chosen(self) -> dict[str, str]:
        """What narrows the list, by its name in the address."""
        self.form.is_valid()
        given = self.form.cleaned_data
        return {name: value for name, value in given.items() if value}

    def rows_without(self, *names):
        """The rows that fit every filter but the named ones."""
        return self.narrowed(self.queryset, self.chosen.keys() - set(names))

    def narrowed(self, rows, names):
        """The rows that fit these filters."""
        for name, value in self.chosen.items():
            if name in names:
                rows = self.filters[name].filter(rows, value)
        return rows


class ProductFilter(ShowcaseFilter):
    """Filters of `/produk/`."""

    kind, keeps_numbers = "produk", True
    q = WordsFilter("produk")
    keluarga = ChoiceFilter(choices=Craft.Family, field_name="craft__family")
    kriya = CraftFilter()
    bahan = SlugFilter(field_name="materials__slug")
    jenis = SlugFilter(field_name="kind__slug")
    wilayah = CityFilter()
    harga = ChoiceFilter(choices=list(PRICE_LABELS.items()), method="in_band")
    pesanan = ChoiceFilter(choices=list(MADE_TO_ORDER.items()), method="to_order")
    unggulan = ChoiceFilter(choices=list(FLAGSHIP.items()), method="flagship")
    label = ChoiceFilter(choices=TechniqueLabel.Technique, method="with_technique")
    pewarna = ChoiceFilter(choices=TechniqueLabel.Dye, method="with_dye")
    motif = SlugFilter(field_name="motifs__slug")
    perajin = SlugFilter(field_name="business__slug")

    class Meta:
        model = Product
        fields = []

    kind = "produk"
    questions = [
        Question(
            "keluarga", _("Craft family"), "craft__family", Craft.Family, ["kriya"]
        ),
        Question("kriya", _("Craft"), "craft__slug", "craft"),
        Question("jenis", _("Kind of product"), "kind__slug", "kind"),
        Question("bahan", _("Material"), "materials__slug", "materials"),
        Question(
            "wilayah",
            _("City or regency"),
            "business__village__parent__parent_id",
            "business__village__parent__parent",
        ),
        Question("harga", _("Price"), PRICE_BAND, PRICE_LABELS),
        Question(
            "pesanan",
            _("Availability"),
            Case(When(is_made_to_order=True, then=Value("ya")), default=Value("tidak")),
            MADE_TO_ORDER,
        ),
        Question(
            "unggulan",
            _("Chosen by a council"),
            Value("ya"),
            FLAGSHIP,
            is_repeated=True,
            among=Q(flagship_marks__isnull=False),
        ),
        Question(
            "label",
            _("Checked technique"),
            "labels__technique",
            TechniqueLabel.Technique,
            among=HAS_LABEL,
        ),
        Question(
            "pewarna",
            _("Checked dyes"),
            "labels__dye",
            TechniqueLabel.Dye,
            among=HAS_LABEL,
        ),
        Question("motif", _("Motif"), "motifs__slug", "motifs", is_listed=False),
        Question("perajin", _("Maker"), "business__slug", "business", is_listed=False),
    ]
    sorts = {
        "giliran": Order(_("In turn, new every day"), F("list_turn"), is_falling=True),
        "terbaru": Order(
            _("Newest first"), Coalesce("verified_at", "added_at"), is_falling=True
        ),
        # Those without a price stand last either way.
        "termurah": Order(_("Price, lowest first"), Coalesce("price", DEAREST)),
        "termahal": Order(
            _("Price, highest first"), Coalesce("price", CHEAPEST), is_falling=True
        ),
        "nama": Order(pgettext_lazy("order of a list", "Name, A to Z"), F("name")),
    }

    def in_band(self, rows, name, value):
        return rows.alias(band=PRICE_BAND).filter(band=value)

    def to_order(self, rows, name, value):
        return rows.filter(is_made_to_order=value == "ya")

    def flagship(self, rows, name, value):
        return rows.flagships()

    def with_technique(self, rows, name, value):
        return rows.labelled(technique=value)

    def with_dye(self, rows, name, value):
        return rows.labelled(dye=value)


class MakerFilter(ShowcaseFilter):
    """Filters of `/perajin/`."""

    kind, keeps_numbers = "perajin", True
    q = WordsFilter("perajin")
    keluarga = ChoiceFilter(choices=Craft.Family, method="of_family")
    kriya = SlugFilter(method="of_craft")
    wilayah = CityFilter()
    bidang = ChoiceFilter(choices=Business.Industry, field_name="industry")

    class Meta:
        model = Business
        fields = []

    kind = "perajin"
    questions = [
        Question(
            "keluarga",
            _("Craft family"),
            "crafts__family",
            Craft.Family,
            ["kriya"],
            is_repeated=True,
        ),
        Question("kriya", _("Craft"), "crafts__slug", "crafts"),
        Question(
            "wilayah",
            _("City or regency"),
            "village__parent__parent_id",
            "village__parent__parent",
        ),
        Question("bidang", _("Branch of industry"), "industry", Business.Industry),
    ]
    sorts = {
        "giliran": Order(_("In turn, new every day"), F("list_turn")),
        "nama": Order(pgettext_lazy("order of a list", "Name, A to Z"), F("name")),
        "terbaru": Order(
            _("Newest first"), Coalesce("verified_at", SINCE_EVER), is_falling=True
        ),
        "lama": Order(_("Longest established"), Coalesce("founded_year", 9999)),
    }

    def of_family(self, rows, name, value):
        return rows.of_crafts(family=value)

    def of_craft(self, rows, name, value):
        return rows.of_crafts(slug=value)
