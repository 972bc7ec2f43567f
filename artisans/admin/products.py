from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from artisans.models import FlagshipMark, Product, ProductPhoto
from artisans.models.flagships import this_year
from artisans.wildlife import refuse_protected_materials
from council.admin_scope import KeepsWhatItHas, ScopedAdmin, ScopedInline
from council.templatetags.portal import rupiah

from .reviewing import ReviewedAdmin, picture_in_list, waiting_for

# Days before the end of a certificate in which staff are shown it.
SOON = 60


class ProductPhotoInline(ScopedInline):
    model = ProductPhoto
    fields = ["image", "alt", "alt_en", "focus", "order"]


class FlagshipMarkInline(ScopedInline):
    """The years in which a council chose it; councils below do not see those above."""

    model = FlagshipMark
    fields = ["unit", "year"]
    autocomplete_fields = ["unit"]


class ProductForm(KeepsWhatItHas):
    """What staff type of a product."""

    def clean_materials(self):
        materials = self.cleaned_data["materials"]
        refuse_protected_materials(materials)
        return materials


class EndsFilter(admin.SimpleListFilter):
    """Products with a certificate that ends, has ended, or is missing."""

    title = _("certificate ends")
    parameter_name = "ends"

    def lookups(self, request, model_admin):
        return [
            ("soon", _("within %(days)s days") % {"days": SOON}),
            ("past", _("has ended")),
            ("halal", _("halal: none known, of an animal")),
        ]

    def queryset(self, request, queryset):
        if self.value() == "soon":
            return queryset.expiring(within=SOON)
        if self.value() == "halal":
            return queryset.without_halal()
        return queryset.expired() if self.value() == "past" else queryset


class FlagshipFilter(admin.SimpleListFilter):
    """Products that a council chose as its flagship of a year."""

    title = _("flagship of")
    parameter_name = "flagship"

    def lookups(self, request, model_admin):
        return [(str(year), str(year)) for year in range(this_year(), 2019, -1)]

    def queryset(self, request, queryset):
        if not (self.value() or "").isdigit():
            return queryset
        return queryset.flagships(year=int(self.value()))


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
        FlagshipFilter,
        EndsFilter,
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
    inlines = [ProductPhotoInline, FlagshipMarkInline]
    form = ProductForm
    actions = ["verify", "send_back", "refuse", "mark_flagship", "unmark_flagship"]
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
                    ("price", "price_up_to"),
                    ("price_unit", "price_unit_en"),
                    ("size", "size_en"),
                    "weight_grams",
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

    @admin.action(
        description=_("Verify: show the chosen to the public"), permissions=["verify"]
    )
    def verify(self, request, queryset):
        barred = set(queryset.of_protected_wildlife().values_list("pk", flat=True))
        if barred:
            text = _("Products of protected wildlife are not shown (UU 32/2024).")
            self.message_user(request, text, messages.ERROR)
        return super().verify(request, queryset.exclude(pk__in=barred))

    def has_flagship_permission(self, request):
        return request.user.has_perm("artisans.add_flagshipmark")

    @admin.action(
        description=_("Mark as flagship products of this year"),
        permissions=["flagship"],
    )
    def mark_flagship(self, request, queryset):
        for product in queryset.select_related("business__unit"):
            product.mark_as_flagship(request.user.unit or product.business.unit)
        text = ngettext(
            "%(count)s product is a flagship product of this year.",
            "%(count)s products are flagship products of this year.",
            len(queryset),
        )
        self.message_user(request, text % {"count": len(queryset)}, messages.SUCCESS)

    @admin.action(
        description=_("Take this year's flagship mark away"),
        permissions=["flagship"],
    )
    def unmark_flagship(self, request, queryset):
        marks = FlagshipMark.objects.editable_by(request.user)
        marks.filter(product__in=queryset, year=this_year()).delete()
        text = _("The marks of this year by your council and those below are gone.")
        self.message_user(request, text, messages.SUCCESS)

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
