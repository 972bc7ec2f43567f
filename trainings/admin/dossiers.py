"""The file of a training: what is typed once for its papers, its proofs, its rates."""

from django import forms
from django.contrib import admin
from django.http import Http404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from council.admin_scope import (
    KeepsWhatItHas,
    ScopedAdmin,
    ScopedInline,
    choices_for,
)
from council.documents import DocumentField, keep_document
from council.served_files import hand_out
from trainings.models import (
    ActivityPhoto,
    Dossier,
    DossierDocument,
    Engagement,
    PayCeiling,
    PayRate,
    TaughtLessons,
    Training,
)


class PayRateInline(ScopedInline):
    model = PayRate
    fields = ["receiver", "kind", "measure", "amount", "tax_percent"]


class TaughtInline(ScopedInline):
    """Needed only where several instructors share a class."""

    model = TaughtLessons
    fields = ["engagement", "lessons"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        # Only those who teach here are offered; the page's address names the file.
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "engagement":
            dossier = request.resolver_match.kwargs.get("object_id", "")
            of_file = Engagement.objects.filter(
                training_class__training__dossier__pk=whole(dossier)
            )
            own = choices_for(request.user, Engagement).filter(pk__in=of_file)
            field.queryset = own.select_related("instructor", "training_class")
        return field

    def has_add_permission(self, request, obj=None):
        return obj is not None and super().has_add_permission(request, obj)


def whole(text) -> int:
    return int(text) if str(text).isdecimal() and len(str(text)) < 19 else 0


class PhotoInline(ScopedInline):
    model = ActivityPhoto
    fields = ["photo", "caption", "taken_on"]


class DocumentForm(forms.ModelForm):
    """A document is sent once with its title; later it is opened or removed."""

    title = forms.CharField(label=_("Title"), max_length=200)
    upload = DocumentField(
        label=_("File"), help_text=_("PDF, JPEG or PNG, at most 5 MB.")
    )

    class Meta:
        model = DossierDocument
        fields = ["kind"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["title"].initial = self.instance.document.title
            self.fields["upload"].required = False
            self.fields["upload"].disabled = True

    def save(self, commit=True):
        # The file itself is kept by the page, which knows unit and person.
        if self.instance.pk and "title" in self.changed_data:
            self.instance.document.title = self.cleaned_data["title"]
            self.instance.document.save(update_fields=["title"])
        return super().save(commit)


class DocumentInline(ScopedInline):
    model = DossierDocument
    form = DocumentForm
    fields = ["kind", "title", "upload", "opened"]
    readonly_fields = ["opened"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("document")

    @admin.display(description=_("stored"))
    def opened(self, row):
        if row.pk is None:
            return "–"
        address = reverse("admin:trainings_dossier_document", args=[row.pk])
        return format_html('<a href="{}">{}</a>', address, _("Open"))


class DossierForm(KeepsWhatItHas):
    """The texts of a file; its training is chosen once."""

    def clean_training(self):
        training = self.cleaned_data["training"]
        if Dossier.objects.filter(training=training).exclude(pk=self.instance.pk):
            raise forms.ValidationError(_("This training has a file already."))
        return training


@admin.register(Dossier)
class DossierAdmin(ScopedAdmin):
    form = DossierForm
    list_display = ["training", "letter_number", "due_on", "unit"]
    list_filter = ["training__starts_on", "due_on"]
    list_select_related = ["training__unit"]
    search_fields = ["training__title", "letter_number"]
    autocomplete_fields = ["training"]
    inlines = [PayRateInline, TaughtInline, PhotoInline, DocumentInline]
    fieldsets = [
        (None, {"fields": ["training", "papers"]}),
        (
            _("Invitation"),
            {
                "fields": [("letter_number", "letter_on"), "bring"],
                "description": _("Days, hours and places come from the classes."),
            },
        ),
        (
            _("Report: introduction"),
            {
                "fields": ["background", "legal_basis", "purpose"],
                "description": _(
                    "People, days, points and sums stand in the report by themselves."
                ),
            },
        ),
        (
            _("Report: obstacles and conclusion"),
            {
                "fields": ["obstacles", "solutions", "conclusion", "next_steps"],
                "description": _("Every obstacle gets its solution, line by line."),
            },
        ),
        (
            _("Deadline"),
            {
                "fields": ["due_on"],
                "description": _("When the report must be handed in, if it is known."),
            },
        ),
    ]
    readonly_fields = ["papers"]

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "training"] if obj else fields

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        asked = whole(request.GET.get("training", ""))
        training = choices_for(request.user, Training).filter(pk=asked).first()
        return {**initial, "training": training} if training else {}

    def get_urls(self):
        view = self.admin_site.admin_view(self.document_view)
        own = path("berkas/<int:pk>/", view, name="trainings_dossier_document")
        return [own, *super().get_urls()]

    def document_view(self, request, pk):
        rows = DossierDocument.objects.in_scope(request.user)
        row = rows.select_related("document__unit").filter(pk=pk).first()
        if row is None or not request.user.has_perm("trainings.view_dossier"):
            raise Http404
        return hand_out(request, row.document)

    def save_formset(self, request, form, formset, change):
        if formset.model is DossierDocument:
            for each in formset.forms:
                keep_sent(each, form.instance.training.unit, request.user)
        return super().save_formset(request, form, formset, change)

    def has_delete_permission(self, request, obj=None):
        return False

    def view_on_site(self, obj):
        return None

    @admin.display(description=_("unit"))
    def unit(self, dossier):
        return dossier.training.unit

    @admin.display(description=_("papers"))
    def papers(self, dossier):
        if dossier.pk is None:
            return "–"
        name = "admin:trainings_training_papers"
        address = reverse(name, args=[dossier.training_id])
        return format_html('<a href="{}">{}</a>', address, _("Open the papers"))


def keep_sent(form, unit, user) -> None:
    """Store the file that came with a new line; a line without changes has none."""
    data = getattr(form, "cleaned_data", {})
    if form.instance.pk or not data.get("upload") or data.get("DELETE"):
        return
    title = data["title"]
    form.instance.document = keep_document(
        data["upload"], unit=unit, title=title, uploaded_by=user
    )


@admin.register(PayCeiling)
class PayCeilingAdmin(ScopedAdmin):
    list_display = [
        "kind",
        "receiver",
        "measure",
        "shown_most",
        "year",
        "basis",
        "unit",
    ]
    list_filter = ["year", "receiver", "unit"]
    list_select_related = ["unit"]
    search_fields = ["basis"]
    autocomplete_fields = ["unit"]
    fieldsets = [
        (
            _("Ceiling of payments"),
            {
                "fields": [
                    "unit",
                    "year",
                    ("receiver", "kind", "measure"),
                    "most",
                    "basis",
                ],
                "description": _(
                    "From the regulation on prices (Perpres) and your own standard. "
                    "It holds for the units below, too."
                ),
            },
        )
    ]

    @admin.display(description=_("at most"), ordering="most")
    def shown_most(self, ceiling):
        return f"Rp{ceiling.most:,}".replace(",", ".")
