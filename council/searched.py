"""What the ground floor tells the search: the councils, and the names of places."""

from datetime import UTC, datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from .models import Region, RegionAlias, Unit
from .search_kept import Page, Searched

# Councils and words of the craft are public without a decision.
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)


def names_of(region) -> list[str]:
    """What a place and all it lies in are called, other spellings included."""
    names = []
    while region:
        names += [region.name, *(alias.name for alias in region.aliases.all())]
        region = region.parent
    return names


def with_names(path: str, rows):
    """Load what `names_of` the region at the path needs."""
    steps = [path + "__parent" * depth for depth in range(4)]
    return rows.select_related(steps[-1]).prefetch_related(
        *(f"{step}__aliases" for step in steps)
    )


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
    rows=lambda: with_names("region", Unit.objects.all()),
    page=council_page,
    causes=lies_in("region"),
    is_many=True,
)
