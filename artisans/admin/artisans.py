from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from artisans.models import Artisan
from council.admin_scope import ScopedAdmin


@admin.register(Artisan)
class ArtisanAdmin(ScopedAdmin):
    list_display = [
        "person",
        "main_craft",
        "village",
        "unit",
        "businesses",
        "is_complete",
        "registered_at",
    ]
    list_filter = ["main_craft__family", "unit", "registered_at"]
    list_select_related = ["person", "main_craft", "village", "unit"]
    search_fields = ["person__full_name", "person__aliases__name", "village__name"]
    search_help_text = _("Name, another spelling of it, or the village.")
    ordering = ["-registered_at", "-pk"]
    autocomplete_fields = ["person", "unit", "village", "main_craft"]
    readonly_fields = ["what_is_missing", "is_example"]
    fieldsets = [
        (
            _("Artisan"),
            {
                "fields": ["person", "main_craft"],
                "description": _("Who they are and what they make."),
            },
        ),
        (
            _("Place"),
            {
                "fields": ["village", "unit"],
                "description": _("Where they work, and the council that knows them."),
            },
        ),
        (
            _("Membership"),
            {
                "fields": ["registered_at", "what_is_missing", "is_example"],
                "description": _("A training can be joined once nothing is missing."),
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_businesses_counted()

    @admin.display(description=_("businesses"), ordering="number_of_businesses")
    def businesses(self, artisan):
        return artisan.number_of_businesses

    @admin.display(description=_("profile complete"), boolean=True)
    def is_complete(self, artisan):
        return not artisan.what_is_missing()

    @admin.display(description=_("still missing"))
    def what_is_missing(self, artisan):
        if artisan.pk is None:
            return "–"
        return ", ".join(artisan.what_is_missing()) or _("nothing")
