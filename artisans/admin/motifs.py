from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from artisans.models import Motif, MotifClaim
from council.admin_scope import ScopedAdmin

from .reviewing import picture_in_list
from .vocabulary import FacetAdmin


@admin.register(Motif)
class MotifAdmin(FacetAdmin):
    list_display = [
        "shown",
        "name",
        "name_en",
        "origin",
        "holder",
        "is_told",
        "products",
    ]
    list_display_links = ["name"]
    list_filter = ["holder", "filing", "is_restricted", "crafts__family"]
    search_fields = ["name", "name_en", "origin"]
    search_help_text = _("Name in Indonesian or English, or where it comes from.")
    autocomplete_fields = ["region", "crafts"]
    fields = None
    fieldsets = [
        (
            _("Motif"),
            {
                "fields": [
                    ("name", "name_en"),
                    "slug",
                    ("origin", "origin_en"),
                    "region",
                    "crafts",
                    ("picture", "picture_alt", "picture_alt_en"),
                ],
                "description": _("What it is called and where it is known."),
            },
        ),
        (
            _("What visitors read"),
            {
                "fields": [
                    "meaning",
                    "meaning_en",
                    "is_restricted",
                    "limits",
                    "limits_en",
                ],
                "description": _("Ask those who hand it down before you write."),
            },
        ),
        (
            _("Whose it is"),
            {
                "fields": [
                    "holder",
                    ("held_by", "held_by_en"),
                    ("filing", "right", "record_number"),
                ],
                "description": _("A communal motif can be nobody's own."),
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_numbers()

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        claims = MotifClaim.objects.private().filter(motif=obj).count()
        if obj.is_communal and claims:
            text = ngettext(
                "%(count)s maker claims this communal motif as their own.",
                "%(count)s makers claim this communal motif as their own.",
                claims,
            )
            messages.warning(request, text % {"count": claims})

    @admin.display(description=_("picture"))
    def shown(self, motif):
        return picture_in_list(motif.picture, motif.picture_alt)

    @admin.display(description=_("meaning told"), boolean=True)
    def is_told(self, motif):
        return bool(motif.meaning)

    @admin.display(description=_("products"), ordering="product_count")
    def products(self, motif):
        return motif.product_count


class AgainstCustomFilter(admin.SimpleListFilter):
    title = _("standing")
    parameter_name = "adat"

    def lookups(self, request, model_admin):
        return [("komunal", _("claims a communal motif"))]

    def queryset(self, request, queryset):
        return queryset.against_custom() if self.value() == "komunal" else queryset


@admin.register(MotifClaim)
class MotifClaimAdmin(ScopedAdmin):
    list_display = ["__str__", "business", "right", "stage", "filed_on", "is_in_order"]
    list_filter = [AgainstCustomFilter, "stage", "right"]
    list_select_related = ["business", "motif"]
    search_fields = ["name", "motif__name", "business__name"]
    search_help_text = _("Motif, name as filed, or maker.")
    ordering = ["-pk"]
    autocomplete_fields = ["business", "motif"]
    fieldsets = [
        (
            _("Motif claim"),
            {
                "fields": ["business", "motif", "name", "right"],
                "description": _(
                    "A claim to own a communal motif is refused: it belongs to its "
                    "community (UU 28/2014, article 38)."
                ),
            },
        ),
        (
            _("Progress"),
            {
                "fields": [("stage", "filed_on"), "record_number", "note"],
                "description": _("How far the filing is."),
            },
        ),
    ]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if motif := obj.communal_motif_in_name():
            text = _(
                "The name holds that of the communal motif “%(motif)s”. Make sure "
                "that only the maker's own drawing is filed."
            )
            messages.warning(request, text % {"motif": motif})

    @admin.display(description=_("in order"), boolean=True)
    def is_in_order(self, claim):
        return claim.motif is None or not claim.motif.refuses(claim.right)
