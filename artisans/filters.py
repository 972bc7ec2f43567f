"""What a visitor may ask of the lists of products and makers."""

from django_filters import CharFilter, ChoiceFilter, FilterSet

from django import forms
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from council.search_terms import search_words

from .models import Business, Craft, Product, TechniqueLabel
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


class WordsFilter(CharFilter):
    """A few words, each of which must stand somewhere in the row."""

    def filter(self, rows, value):
        words = search_words(value)
        return rows.found_by(words) if words else rows


class ShowcaseFilter(FilterSet):
    """
    Filters of a public list.

    A value that means nothing is passed over, so that an old or mangled link
    still shows a list.
    """

    # Each question the panel asks, and each order the list can have.
    questions: list[Question] = []
    sorts: dict[str, tuple] = {}

    @property
    def chosen(self) -> dict[str, str]:
        """What narrows the list, by its name in the address."""
        self.form.is_valid()
        given = self.form.cleaned_data
        return {name: value for name, value in given.items() if value}

    def rows_without(self, *names):
        """The rows that fit every filter but the named ones."""
        rows = self.queryset
        for name, value in self.chosen.items():
            if name not in names:
                rows = self.filters[name].filter(rows, value)
        return rows


class ProductFilter(ShowcaseFilter):
    """Filters of `/produk/`."""

    q = WordsFilter()
    keluarga = ChoiceFilter(choices=Craft.Family, field_name="craft__family")
    kriya = SlugFilter(field_name="craft__slug")
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
        "terbaru": (_("Newest first"), [F("verified_at").desc(nulls_last=True)]),
        "termurah": (_("Price, lowest first"), [F("price").asc(nulls_last=True)]),
        "termahal": (_("Price, highest first"), [F("price").desc(nulls_last=True)]),
        "nama": (pgettext_lazy("order of a list", "Name, A to Z"), ["name"]),
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

    q = WordsFilter()
    keluarga = ChoiceFilter(choices=Craft.Family, method="of_family")
    kriya = SlugFilter(method="of_craft")
    wilayah = CityFilter()
    bidang = ChoiceFilter(choices=Business.Industry, field_name="industry")

    class Meta:
        model = Business
        fields = []

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
        "nama": (pgettext_lazy("order of a list", "Name, A to Z"), ["name"]),
        "terbaru": (_("Newest first"), [F("verified_at").desc(nulls_last=True)]),
        "lama": (_("Longest established"), [F("founded_year").asc(nulls_last=True)]),
    }

    def of_family(self, rows, name, value):
        return rows.of_crafts(family=value)

    def of_craft(self, rows, name, value):
        return rows.of_crafts(slug=value)
