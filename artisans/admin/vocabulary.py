from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft, Material, ProductKind
from council.admin_scope import VocabularyAdmin, slug_for


class FacetAdmin(VocabularyAdmin):
    """A list of words that all councils share."""

    search_fields = ["name", "name_en"]
    search_help_text = _("Name in Indonesian or English.")
    list_display = ["name", "name_en"]
    readonly_fields = ["slug"]
    fields = ["name", "name_en", "slug"]

    def save_model(self, request, obj, form, change):
        if not obj.slug:
            obj.slug = slug_for(self.model, obj.name)
        super().save_model(request, obj, form, change)


@admin.register(Craft)
class CraftAdmin(FacetAdmin):
    list_display = ["name", "name_en", "family", "origin", "products", "makers"]
    list_filter = ["family"]
    fields = None
    fieldsets = [
        (
            _("Craft"),
            {
                "fields": [("name", "name_en"), "slug", "family"]
                + [("origin", "origin_en")],
                "description": _("What it is called and where it comes from."),
            },
        ),
        (
            _("What visitors read"),
            {
                "fields": ["about", "about_en", ("technique", "technique_en")]
                + [("typical_motifs", "typical_motifs_en")],
                "description": _("Two or three sentences on the craft's own page."),
            },
        ),
        (
            _("Classification"),
            {
                "fields": [("kbli_2020", "kbli_2025")],
                "description": _("The business codes for reports, by edition."),
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_numbers()

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    @admin.display(description=_("products"), ordering="product_count")
    def products(self, craft):
        return craft.product_count

    @admin.display(description=_("makers"), ordering="maker_count")
    def makers(self, craft):
        return craft.maker_count


@admin.register(Material)
class MaterialAdmin(FacetAdmin):
    list_display = ["name", "name_en", "is_animal", "is_protected"]
    list_filter = ["is_animal", "is_protected"]
    fields = ["name", "name_en", "slug", "is_animal", "is_protected"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if obj.is_protected and "is_protected" in form.changed_data:
            obj.protect()


@admin.register(ProductKind)
class ProductKindAdmin(FacetAdmin):
    pass
