from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from artisans.models import Product, ProductPhoto
from council.admin_scope import ScopedAdmin, ScopedInline
from council.templatetags.portal import rupiah

from .reviewing import ReviewedAdmin, picture_in_list, waiting_for


class ProductPhotoInline(ScopedInline):
    model = ProductPhoto
    fields = ["image", "alt", "focus", "order"]


@admin.register(Product)
class ProductAdmin(ReviewedAdmin, ScopedAdmin):
    list_display = [
        "picture",
        "name",
        "status",
        "waiting",
        "business",
        "craft",
        "shown_price",
    ]
    list_display_links = ["name"]
    list_filter = [
        "status",
        "craft__family",
        "is_made_to_order",
        "is_gift",
        "business__unit",
    ]
    list_select_related = ["business", "craft"]
    search_fields = ["name", "name_en", "business__name", "craft__name"]
    search_help_text = _("Product, maker or craft.")
    ordering = ["-added_at", "-pk"]
    autocomplete_fields = ["business", "craft", "kind", "materials", "motifs"]
    readonly_fields = [
        "slug",
        "added_at",
        "submitted_at",
        "verified_at",
        "waiting_change",
        "is_example",
    ]
    inlines = [ProductPhotoInline]
    fieldsets = [
        (
            _("Product"),
            {
                "fields": [
                    "business",
                    ("name", "name_en"),
                    ("craft", "kind"),
                    ("materials", "motifs"),
                ],
                "description": _("What it is: technique, kind, material and motif."),
            },
        ),
        (
            _("Price and order"),
            {
                "fields": [
                    ("price", "price_up_to", "price_unit"),
                    ("size", "weight_grams"),
                    ("is_made_to_order", "lead_time_days"),
                    ("capacity_per_month", "minimum_order"),
                    "is_gift",
                ],
                "description": _("Leave the price empty to let buyers ask."),
            },
        ),
        (
            _("Government buying and certificates"),
            {
                "fields": [
                    ("ecatalog_url", "ecatalog_until_on"),
                    ("tkdn_percent", "tkdn_until_on"),
                    ("halal_number", "halal_until_on"),
                ],
                "description": _(
                    "What has run out is no longer shown; the maker is told before."
                ),
            },
        ),
        (
            _("What visitors read"),
            {
                "fields": ["description", "description_en"],
                "description": _("Two or three sentences; the photos stand below."),
            },
        ),
        (
            _("Verification"),
            {
                "fields": [
                    "status",
                    "status_reason",
                    "waiting_change",
                    ("added_at", "submitted_at", "verified_at"),
                    "slug",
                    "is_example",
                ],
                "description": _(
                    "The public sees verified products of verified makers."
                ),
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("photos")

    @admin.display(description=_("picture"))
    def picture(self, product):
        photo = product.picture
        return picture_in_list(photo.image, photo.alt, photo.focus) if photo else "–"

    @admin.display(description=_("price"), ordering="price")
    def shown_price(self, product):
        return rupiah(product.price) or "–"

    @admin.display(description=_("waiting for"), ordering="added_at")
    def waiting(self, product):
        return waiting_for(product, product.submitted_at or product.added_at)
