"""What a visitor may ask of the lists of motifs, centres and outlets."""

from django_filters import ChoiceFilter

from django.db.models import Case, Exists, F, OuterRef, Value, When
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from council.long_lists import Order

from .filters import CityFilter, ShowcaseFilter, WordsFilter
from .models import Centre, Craft, Motif, Outlet
from .models.motifs import products_shown
from .questions import Question

LIMITED = {"ya": _("Limited by custom"), "tidak": _("Open to all")}
BY_NAME = {
    "nama": Order(pgettext_lazy("order of a list", "Name, A to Z"), F("name")),
}
# Motifs that the library tells of stand before all others.
TOLD = Case(When(meaning="", then=0), default=1_000_000)
FAMILY = Question(
    "keluarga", _("Craft family"), "crafts__family", Craft.Family, is_repeated=True
)
CITY = Question("wilayah", _("City or regency"), "city_id", "city")


def of_family(rows, name, value):
    """Rows with a craft of the family, each once."""
    links = rows.model.crafts.through.objects.filter(craft__family=value)
    column = f"{rows.model._meta.model_name}_id"
    return rows.filter(Exists(links.filter(**{column: OuterRef("pk")})))


class MotifFilter(ShowcaseFilter):
    """Filters of `/motif/`."""

    kind = "motif"
    q = WordsFilter("motif")
    keluarga = ChoiceFilter(choices=Craft.Family, method=of_family)
    milik = ChoiceFilter(choices=Motif.Holder, field_name="holder")
    adat = ChoiceFilter(choices=list(LIMITED.items()), method="by_custom")

    class Meta:
        model = Motif
        fields = []

    questions = [
        FAMILY,
        Question("milik", _("Whose it is"), "holder", Motif.Holder),
        Question(
            "adat",
            _("Custom"),
            Case(When(is_restricted=True, then=Value("ya")), default=Value("tidak")),
            LIMITED,
        ),
    ]
    sorts = {
        "dikenal": Order(
            _("Best known first"), TOLD + products_shown(), is_falling=True
        ),
        **BY_NAME,
    }

    def by_custom(self, rows, name, value):
        return rows.filter(is_restricted=value == "ya")


class CentreFilter(ShowcaseFilter):
    """Filters of `/sentra/`."""

    kind = "sentra"
    q = WordsFilter("sentra")
    keluarga = ChoiceFilter(choices=Craft.Family, method=of_family)
    jenis = ChoiceFilter(choices=Centre.Kind, field_name="kind")
    tahap = ChoiceFilter(choices=Centre.Stage, field_name="stage")
    wilayah = CityFilter()

    class Meta:
        model = Centre
        fields = []

    questions = [
        FAMILY,
        Question("jenis", _("Kind"), "kind", Centre.Kind),
        Question("tahap", _("Stage"), "stage", Centre.Stage),
        CITY,
    ]
    sorts = BY_NAME


class OutletFilter(ShowcaseFilter):
    """Filters of `/galeri/`."""

    kind = "galeri"
    q = WordsFilter("galeri")
    jenis = ChoiceFilter(choices=Outlet.Kind, field_name="kind")
    wilayah = CityFilter()

    class Meta:
        model = Outlet
        fields = []

    questions = [Question("jenis", _("Kind"), "kind", Outlet.Kind), CITY]
    sorts = BY_NAME
