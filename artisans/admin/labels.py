from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from artisans.labels import withdraw
from artisans.models import LabelReport, TechniqueLabel
from council.admin_scope import ScopedAdmin

# Nine tags fill a sheet of A4.
TAGS_A_SHEET = 9
IN_ENGLISH = {"findings_en", "withdrawn_reason_en"}
MOST_LABELS = 60
MOST_EACH = 90


class WithdrawForm(forms.Form):
    """Why a label ends; the public reads it behind every tag."""

    reason = forms.CharField(
        label=_("Why the label is withdrawn"),
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The maker and everybody who reads a tag see this sentence."),
    )
    reason_en = forms.CharField(
        label=_("The reason in English"),
        max_length=250,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Without it, readers of English get the Indonesian."),
    )


class TagSheetForm(forms.Form):
    """Which tags are printed, and how many of each."""

    label = forms.ModelMultipleChoiceField(
        queryset=TechniqueLabel.objects.none(),
        widget=forms.MultipleHiddenInput,
        error_messages={
            "required": _("Choose labels in the list first."),
            "invalid_choice": _("One of the chosen labels is not valid any more."),
            "invalid_pk_value": _("One of the chosen labels does not exist."),
        },
    )
    each = forms.IntegerField(
        label=_("Tags of each"),
        min_value=1,
        max_value=MOST_EACH,
        required=False,
        help_text=_("Nine tags fill a sheet of A4."),
    )

    def __init__(self, *args, labels, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["label"].queryset = labels

    @property
    def tags(self) -> list[TechniqueLabel]:
        """Every tag to print, those of one label together."""
        if not self.is_valid():
            return []
        labels = self.cleaned_data["label"].for_page()[:MOST_LABELS]
        each = self.cleaned_data["each"] or 1
        return [label for label in labels for _turn in range(each)]


class ValidityFilter(admin.SimpleListFilter):
    """Labels that are valid, or withdrawn."""

    title = _("validity")
    parameter_name = "valid"

    def lookups(self, request, model_admin):
        return [("yes", _("valid")), ("no", _("withdrawn"))]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.valid()
        return queryset.withdrawn() if self.value() == "no" else queryset


@admin.register(TechniqueLabel)
class TechniqueLabelAdmin(ScopedAdmin):
    """
    Given once and never changed: the tags hang on goods already.

    Only the English may be written later; it says the same.
    """

    list_display = ["product", "finding", "is_shown", "tag", "checked_on", "unit"]
    list_filter = [ValidityFilter, "technique", "dye", "checked_on", "unit"]
    list_select_related = ["product", "unit"]
    search_fields = ["product__name", "product__business__name", "code"]
    search_help_text = _("Product, maker, or the code on a tag.")
    autocomplete_fields = ["product", "unit"]
    actions = ["print_tags"]
    fieldsets = [
        (
            _("What was checked"),
            {
                "fields": ["product", ("technique", "dye")]
                + [("findings", "findings_en")],
                "description": _(
                    "Batik: tulis, cap, kombinasi or print. Weaving: backstrap, ATBM "
                    "or machine. Once saved, a label can only be withdrawn."
                ),
            },
        ),
        (
            _("Who checked"),
            {
                "fields": ["unit", "checked_on"],
                "description": _("The public reads the council and the day."),
            },
        ),
    ]

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return self.fieldsets
        what, who = self.fieldsets
        fields = ["unit", ("checked_on", "checked_by"), "code"]
        if not obj.is_valid:
            fields += [("withdrawn_at", "withdrawn_by")]
            fields += [("withdrawn_reason", "withdrawn_reason_en")]
        return [what, (who[0], {**who[1], "fields": fields})]

    def get_readonly_fields(self, request, obj=None):
        names = {field.name for field in self.opts.fields}
        return sorted(names - IN_ENGLISH) if obj else []

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if not change:
            obj.checked_by = request.user
        super().save_model(request, obj, form, change)

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [
            path("tags/", wrap(self.tags_view), name="artisans_techniquelabel_tags"),
            path(
                "<int:pk>/withdraw/",
                wrap(self.withdraw_view),
                name="artisans_techniquelabel_withdraw",
            ),
        ]
        return own + super().get_urls()

    def tags_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        labels = self.get_queryset(request).valid()
        form = TagSheetForm(request.GET, labels=labels)
        context = {"form": form, "tags": form.tags, "opts": self.opts}
        return render(request, "admin/artisans/tags.html", context)

    def withdraw_view(self, request, pk):
        label = self.get_object(request, str(pk))
        if label is None:
            raise Http404
        if not self.has_change_permission(request, label):
            raise PermissionDenied
        form = WithdrawForm(request.POST or None)
        if label.is_valid and form.is_valid():
            withdraw(label, by=request.user, **form.cleaned_data)
            text = _("The label is withdrawn; its page says so from now on.")
            self.message_user(request, text, messages.SUCCESS)
        if not label.is_valid:
            return redirect("admin:artisans_techniquelabel_change", label.pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Withdraw a label"),
            "label": label,
            "form": form,
        }
        return render(request, "admin/artisans/withdraw_label.html", context)

    @admin.action(description=_("Print tags of the chosen …"), permissions=["view"])
    def print_tags(self, request, queryset):
        keys = list(queryset.valid().values_list("pk", flat=True)[:MOST_LABELS])
        if not keys:
            text = _("None of the chosen labels is valid.")
            self.message_user(request, text, messages.WARNING)
            return None
        return redirect(tags_address(keys))

    @admin.display(description=_("found"))
    def finding(self, label):
        return label.shown_finding

    @admin.display(description=_("valid"), boolean=True)
    def is_shown(self, label):
        return label.is_valid

    @admin.display(description=_("tag"))
    def tag(self, label):
        if not label.is_valid:
            return "–"
        address = tags_address([label.pk], each=TAGS_A_SHEET)
        return format_html('<a href="{}">{}</a>', address, _("Print"))


def tags_address(keys, each=1) -> str:
    """The sheet with tags of these labels."""
    return reverse(
        "admin:artisans_techniquelabel_tags", query={"label": keys, "each": each}
    )


class SettledFilter(admin.SimpleListFilter):
    """Reports that wait, or are settled."""

    title = _("outcome")
    parameter_name = "settled"

    def lookups(self, request, model_admin):
        return [("no", _("waiting")), ("yes", _("settled"))]

    def queryset(self, request, queryset):
        if self.value() == "no":
            return queryset.unsettled()
        return queryset.settled() if self.value() == "yes" else queryset


@admin.register(LabelReport)
class LabelReportAdmin(ScopedAdmin):
    """Written by the public: staff look into it and write what was done."""

    list_display = ["label", "seen_where", "reported_at", "settled_at", "outcome"]
    list_filter = [SettledFilter, "reported_at", "label__unit"]
    list_select_related = ["label__product"]
    search_fields = ["label__product__name", "label__code", "seen_where"]
    search_help_text = _("Product, code of the tag, or place.")
    kept_back = frozenset({"contact", "form_number"})
    readonly_fields = [
        "label",
        "seen_where",
        "what",
        "contact",
        "reported_at",
        "settled_at",
    ]
    fieldsets = [
        (
            _("What was reported"),
            {
                "fields": ["label", "seen_where", "what", "contact", "reported_at"],
                "description": _("The contact is destroyed after one year."),
            },
        ),
        (
            _("What was done"),
            {
                "fields": ["outcome", "settled_at"],
                "description": _("Withdraw the label itself where it is wrong."),
            },
        ),
    ]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        obj.settle()
