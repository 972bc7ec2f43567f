from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from artisans.models import Centre, Outlet, Placement
from council.admin_scope import ScopedAdmin, ScopedInline

from .publishing import PublishedAdmin, PublishedFilter
from .reviewing import picture_in_list

WHERE = (
    _("Place"),
    {
        "fields": [
            "unit",
            ("city", "village"),
            "address",
            "getting_there",
            "getting_there_en",
            ("latitude", "longitude"),
        ],
        "description": _("Where it is, and how a stranger finds it."),
    },
)
VISIT = (
    _("What visitors read"),
    {
        "fields": [
            "picture",
            ("picture_alt", "picture_alt_en"),
            ("hours", "hours_en"),
            "about",
            "about_en",
            "phone",
        ],
        "description": _("Hours first: nobody likes to stand before a closed door."),
    },
)
PUBLIC = (
    _("Publication"),
    {
        "fields": ["published_at", "slug", "is_example"],
        "description": _("Only a published place is public."),
    },
)


class PlaceAdmin(PublishedAdmin, ScopedAdmin):
    """Shared by centres and outlets."""

    list_display_links = ["name"]
    list_select_related = ["city", "unit"]
    search_fields = ["name", "city__name", "address"]
    search_help_text = _("Name, city or address.")
    ordering = ["name", "pk"]
    readonly_fields = ["slug", "is_example"]

    @admin.display(description=_("photo"))
    def photo(self, place):
        return picture_in_list(place.picture, place.picture_alt)


@admin.register(Centre)
class CentreAdmin(PlaceAdmin):
    list_display = ["photo", "name", "kind", "stage", "city", "unit", "is_shown"]
    list_filter = [PublishedFilter, "kind", "stage", "crafts__family", "unit"]
    autocomplete_fields = ["unit", "city", "village", "crafts", "makers"]
    fieldsets = [
        (
            _("Craft centre"),
            {
                "fields": ["name", ("kind", "stage"), "crafts", "makers"],
                "description": _("What is made there, and who belongs to it."),
            },
        ),
        WHERE,
        VISIT,
        PUBLIC,
    ]


class PlacementInline(ScopedInline):
    model = Placement
    fields = ["business", "product", "starts_on", "ends_on"]
    autocomplete_fields = ["business", "product"]


@admin.register(Outlet)
class OutletAdmin(PlaceAdmin):
    list_display = ["photo", "name", "kind", "city", "unit", "is_shown"]
    list_filter = [PublishedFilter, "kind", "unit"]
    autocomplete_fields = ["unit", "city", "village"]
    inlines = [PlacementInline]
    fieldsets = [
        (
            _("Outlet"),
            {
                "fields": ["name", ("kind", "host")],
                "description": _("A gallery, a shop, or a corner in another house."),
            },
        ),
        WHERE,
        VISIT,
        PUBLIC,
    ]
