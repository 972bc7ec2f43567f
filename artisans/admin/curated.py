from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from artisans.models import Collection, CollectionItem, CraftRoute, RouteStop
from council.admin_scope import ScopedAdmin, ScopedInline

from .publishing import PublishedAdmin, PublishedFilter

PUBLIC = (
    _("Publication"),
    {
        "fields": ["published_at", "slug", "is_example"],
        "description": _("Only what is published is public."),
    },
)


class CollectionItemInline(ScopedInline):
    model = CollectionItem
    fields = ["order", "product", "why", "why_en"]
    autocomplete_fields = ["product"]


class RouteStopInline(ScopedInline):
    model = RouteStop
    fields = [
        "day",
        "order",
        "centre",
        "outlet",
        "business",
        "start_time",
        "minutes",
        "hint",
        "hint_en",
    ]
    autocomplete_fields = ["centre", "outlet", "business"]


class CuratedAdmin(PublishedAdmin, ScopedAdmin):
    """Shared by collections and routes."""

    list_display_links = ["title"]
    search_fields = ["title", "title_en"]
    search_help_text = _("Title in Indonesian or English.")
    ordering = ["-pk"]
    readonly_fields = ["slug", "is_example"]


@admin.register(Collection)
class CollectionAdmin(CuratedAdmin):
    list_display = ["title", "unit", "published_at", "is_shown"]
    list_filter = [PublishedFilter, "unit"]
    list_select_related = ["unit"]
    autocomplete_fields = ["unit"]
    inlines = [CollectionItemInline]
    fieldsets = [
        (
            _("Collection"),
            {
                "fields": [("title", "title_en"), "unit", "intro", "intro_en"],
                "description": _("Choose few, and say of each why."),
            },
        ),
        PUBLIC,
    ]


@admin.register(CraftRoute)
class CraftRouteAdmin(CuratedAdmin):
    list_display = ["title", "city", "unit", "is_shown"]
    list_filter = [PublishedFilter, "unit"]
    list_select_related = ["city", "unit"]
    autocomplete_fields = ["unit", "city"]
    inlines = [RouteStopInline]
    fieldsets = [
        (
            _("Craft route"),
            {
                "fields": [
                    ("title", "title_en"),
                    ("unit", "city"),
                    "intro",
                    "intro_en",
                    "getting_around",
                    "getting_around_en",
                ],
                "description": _("A day a visitor can really walk or drive."),
            },
        ),
        PUBLIC,
    ]
