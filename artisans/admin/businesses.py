from django.contrib import admin
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from artisans.consents import FLAGS, note_from_paper
from artisans.models import Business, Product, ShopLink
from artisans.rotation import unseen
from council.admin_scope import ScopedAdmin, ScopedInline

from .reviewing import ReviewedAdmin, picture_in_list, waiting_for


class ShownFilter(admin.SimpleListFilter):
    """Public makers whose turn has not come for long."""

    title = _("shown in front")
    parameter_name = "unseen"

    def lookups(self, request, model_admin):
        return [("90", _("not for 90 days"))]

    def queryset(self, request, queryset):
        return unseen(queryset) if self.value() == "90" else queryset


class ShopLinkInline(ScopedInline):
    model = ShopLink
    fields = ["marketplace", "url"]
    extra = 0


class ProductInline(ScopedInline):
    """What the maker shows; each is opened to be changed."""

    model = Product
    fields = readonly_fields = ["name", "craft", "price", "status"]
    show_change_link = True
    view_on_site = False
    can_delete = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("craft")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Business)
class BusinessAdmin(ReviewedAdmin, ScopedAdmin):
    list_display = [
        "picture",
        "name",
        "status",
        "waiting",
        "owner",
        "village",
        "products",
    ]
    list_display_links = ["name"]
    list_filter = [
        "status",
        ShownFilter,
        "industry",
        "crafts__family",
        "unit",
        "is_example",
    ]
    list_select_related = ["owner__person", "village"]
    search_fields = ["name", "brand", "owner__person__full_name", "village__name"]
    search_help_text = _("Name, brand, owner or village.")
    ordering = [F("submitted_at").desc(nulls_last=True), "-pk"]
    autocomplete_fields = ["unit", "owner", "village", "crafts"]
    readonly_fields = [
        "slug",
        "submitted_at",
        "verified_at",
        "last_shown_on",
        "waiting_change",
        "is_example",
    ]
    inlines = [ShopLinkInline, ProductInline]
    decided_fields = [*ReviewedAdmin.decided_fields, *FLAGS]
    fieldsets = [
        (
            _("Business"),
            {
                "fields": [
                    "owner",
                    ("name", "brand"),
                    ("form", "industry"),
                    "crafts",
                    "founded_year",
                    ("nib", "kbli_2020", "kbli_2025"),
                ],
                "description": _("As on the registration form."),
            },
        ),
        (
            _("Place"),
            {
                "fields": ["unit", "village", "address"],
                "description": _(
                    "The public sees the village and the city, not the address."
                ),
            },
        ),
        (
            _("What visitors read"),
            {
                "fields": [
                    "portrait",
                    ("portrait_alt", "portrait_alt_en", "portrait_focus"),
                    "story",
                    "story_en",
                    ("quote", "quote_en"),
                    ("visiting", "visiting_en"),
                    "languages",
                ],
                "description": _("The maker's page, in the maker's own words."),
            },
        ),
        (
            _("Contact and consent"),
            {
                "fields": [
                    "phone",
                    "has_public_phone",
                    "has_public_links",
                    ("latitude", "longitude"),
                    "has_public_map",
                ],
                "description": _(
                    "Tick only what the maker agreed to; it is kept as a consent."
                ),
            },
        ),
        (
            _("Verification"),
            {
                "fields": [
                    "status",
                    "status_reason",
                    "waiting_change",
                    ("submitted_at", "verified_at"),
                    "last_shown_on",
                    "slug",
                    "is_example",
                ],
                "description": _("Only a verified page is public."),
            },
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_products_counted()

    def save_model(self, request, obj, form, change):
        changed = set(form.changed_data)
        if change and "owner" in changed:
            # What the earlier owner agreed to binds nobody else.
            for flag in FLAGS.keys() - changed:
                setattr(obj, flag, False)
        super().save_model(request, obj, form, change)
        note_from_paper(obj, FLAGS.keys() & changed)

    @admin.display(description=_("picture"))
    def picture(self, business):
        return picture_in_list(
            business.portrait, business.portrait_alt, business.portrait_focus
        )

    @admin.display(description=_("products"), ordering="number_of_products")
    def products(self, business):
        return business.number_of_products

    @admin.display(description=_("waiting for"), ordering="submitted_at")
    def waiting(self, business):
        return waiting_for(business, business.submitted_at)
