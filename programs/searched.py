"""What an activity tells the search, whichever room its page stands in."""

from django.db.models import Q

from artisans.models import Craft
from council.models import RegionAlias, Unit
from council.place_names import names_of
from council.search_kept import Page, in_both_languages
from council.searched import lies_in

from .models import Activity


def with_facts(activities):
    """Load what `page_of` needs."""
    activities = activities.exclude(published_at=None)
    return activities.select_related("unit").prefetch_related("crafts")


def page_of(activity, *facts) -> Page:
    crafts = activity.crafts.all()
    unit = activity.unit
    return Page(
        slug=activity.slug,
        name=activity.title,
        name_en=activity.title_en,
        shown_at=activity.published_at,
        facts=[
            activity.summary,
            activity.venue,
            in_both_languages(Activity.Kind(activity.kind).label),
            *(name for craft in crafts for name in (craft.name, craft.name_en)),
            unit.name,
            *names_of(unit.region),
            *facts,
        ],
        text=activity.description,
        place=activity.venue or unit.name,
        place_en=activity.venue_en if activity.venue else unit.name,
        starts_on=activity.starts_on,
        ends_on=activity.ends_on,
        is_example=activity.is_example,
    )


PLACES = ("unit__region",)
CAUSES = {
    Craft: lambda craft: Q(crafts=craft),
    Unit: lambda unit: Q(unit=unit),
    **lies_in("unit__region"),
}
NEW_CAUSES = frozenset({RegionAlias})
