from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from artisans.models import CompetenceCertificate
from council.admin_scope import KeepsWhatItHas, ScopedAdmin
from council.documents import DocumentField, keep_document


class CompetenceForm(KeepsWhatItHas):
    """What stands on the certificate, and a scan of it."""

    upload = DocumentField(
        label=_("Scan or photo"),
        required=False,
        help_text=_("PDF, JPEG or PNG, at most 5 MB. Only your council sees it."),
    )

    class Meta:
        model = CompetenceCertificate
        fields = ["artisan", "scheme", "craft", "issuer", "number"]
        fields += ["issued_on", "expires_on"]


class EndsFilter(admin.SimpleListFilter):
    """Those that end soon, have ended, or hold."""

    title = _("validity")
    parameter_name = "ends"

    def lookups(self, request, model_admin):
        return [
            ("30", _("ends within 30 days")),
            ("90", _("ends within 90 days")),
            ("past", _("has ended")),
            ("valid", _("valid")),
        ]

    def queryset(self, request, queryset):
        if self.value() in {"30", "90"}:
            return queryset.expiring(within=int(self.value()))
        if self.value() == "past":
            return queryset.expired()
        return queryset.current() if self.value() == "valid" else queryset


@admin.register(CompetenceCertificate)
class CompetenceCertificateAdmin(ScopedAdmin):
    """Given by bodies outside the council; kept to know who is certified until when."""

    form = CompetenceForm
    list_display = ["artisan", "scheme", "issuer", "expires_on", "is_valid", "unit"]
    list_filter = [EndsFilter, "craft__family", "issuer", "artisan__unit"]
    list_select_related = ["artisan__person", "artisan__unit"]
    search_fields = ["artisan__person__full_name", "scheme", "number"]
    search_help_text = _("Name of the artisan, scheme, or number.")
    autocomplete_fields = ["artisan"]
    readonly_fields = ["scan"]
    kept_back = frozenset({"document"})
    fieldsets = [
        (
            _("Whose and what"),
            {
                "fields": ["artisan", "scheme", "craft"],
                "description": _("As it stands on the certificate of BNSP or the LSP."),
            },
        ),
        (
            _("Certificate"),
            {
                "fields": ["issuer", "number", ("issued_on", "expires_on")],
                "description": _("The artisan is told 90 and 30 days before it ends."),
            },
        ),
        (
            _("Scan"),
            {
                "fields": ["scan", "upload"],
                "description": _("A new scan takes the place of the old one."),
            },
        ),
    ]

    def save_model(self, request, obj, form, change):
        old = obj.document if change else None
        if upload := form.cleaned_data.get("upload"):
            obj.document = keep_document(
                upload,
                unit=obj.artisan.unit,
                title=str(obj),
                uploaded_by=request.user,
            )
        super().save_model(request, obj, form, change)
        if old and old != obj.document:
            old.delete()

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        if obj.document:
            obj.document.delete()

    def delete_queryset(self, request, queryset):
        documents = [each.document for each in queryset if each.document_id]
        super().delete_queryset(request, queryset)
        for document in documents:
            document.delete()

    @admin.display(description=_("valid"), boolean=True)
    def is_valid(self, certificate):
        return certificate.is_current

    @admin.display(description=_("unit"), ordering="artisan__unit__code")
    def unit(self, certificate):
        return certificate.artisan.unit

    @admin.display(description=_("stored scan"))
    def scan(self, certificate):
        if not certificate.document_id:
            return "–"
        address = certificate.document.get_absolute_url()
        return format_html('<a href="{}">{}</a>', address, _("Download"))
