"""What the ground floor tells the search: the councils, and the names of places."""

from datetime import UTC, datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from .models import Region, RegionAlias, Unit
from .place_names import names_of
from .search_kept import Page, Searched

# Councils and words of the craft are public without a decision.
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


def lies_in(path: str):
    """The cause of a place whose name changed: all that lies in it."""

    def condition(changed) -> Q:
        code = getattr(changed, "region_id", changed.pk)
        return Q(**{f"{path}__code": code}) | Q(
            **{f"{path}__code__startswith": f"{code}."}
        )

    return {Region: condition, RegionAlias: condition}


def council_page(unit) -> Page:
    region = unit.region
    own = [alias.name for alias in region.aliases.all()] if region else []
    return Page(
        slug=unit.slug,
        name=unit.name,
        shown_at=ALWAYS,
        also=own,
        facts=[*names_of(region), unit.get_level_display()],
        text=unit.about,
        place=region.parent.name if region and region.parent else "",
        is_example=unit.is_example,
    )


COUNCILS = Searched(
    kind="dewan",
    model=Unit,
    title=pgettext_lazy("search", "Councils"),
    called="dewan dekranasda council kota kabupaten kecamatan kelurahan",
    list_name="council:list",
    address=lambda slug: reverse("council:detail", args=[slug]),
    rows=Unit.objects.all,
    page=council_page,
    places=("region",),
    causes=lies_in("region"),
    new_causes=frozenset({RegionAlias}),
    is_many=True,
)
