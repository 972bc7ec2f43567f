from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from council import audit
from council.admin_scope import KeepsWhatItHas, ScopedAdmin
from trainings.certificate_pages import answered
from trainings.certification import (
    CertificateRefused,
    may_correct,
    reissue,
    withdraw,
)
from trainings.models import Certificate, NumberPattern, Signatory
from trainings.signatures import signature_from


class CorrectionForm(forms.Form):
    """Why a certificate ends."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@admin.register(Certificate)
class CertificateAdmin(ScopedAdmin):
    """Given from facts and never changed; a mistake is answered by a new number."""

    list_display = [
        *("number", "name", "title", "class_name", "state", "issued_on"),
        *("paper", "unit"),
    ]
    list_filter = ["state", "issued_on", "enrolment__training_class", "unit"]
    list_select_related = ["unit", "replacement", "replaces"]
    search_fields = ["number", "name", "title", "code"]
    search_help_text = _("Number, name, training, or the code below the QR code.")
    fieldsets = [
        (
            _("Certificate"),
            {
                "fields": ["number", "state", "issued_on", "issued_by", "unit", "page"],
                "description": _("As it was printed; nothing of it can be changed."),
            },
        ),
        (
            _("Whose and what for"),
            {
                "fields": [
                    *("name", "title", "class_name", "craft", "venue"),
                    *("starts_on", "ends_on", "hours", "enrolment"),
                ],
                "description": _("From the sessions held and attended."),
            },
        ),
    ]
    ENDED = (
        _("Replaced or withdrawn"),
        {
            "fields": ["ended_at", "ended_by", "reason", "successor", "predecessor"],
            "description": _(
                "The artisan reads why a certificate was withdrawn; the public page "
                "never says it."
            ),
        },
    )

    def get_fieldsets(self, request, obj=None):
        is_alone = obj is None or (obj.is_valid and not obj.replaces_id)
        return self.fieldsets if is_alone else [*self.fieldsets, self.ENDED]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        wrap = self.admin_site.admin_view
        name = "trainings_certificate"
        own = [
            path("<int:pk>/pdf/", wrap(self.pdf_view), name=f"{name}_pdf"),
            path("<int:pk>/replace/", wrap(self.reissue_view), name=f"{name}_reissue"),
            path("<int:pk>/withdraw/", wrap(self.withdraw_view), name=f"{name}_end"),
        ]
        return own + super().get_urls()

    def found(self, request, pk) -> Certificate:
        certificate = self.get_object(request, str(pk))
        if certificate is None or not self.has_view_permission(request, certificate):
            raise Http404
        return certificate

    def pdf_view(self, request, pk):
        certificate = self.found(request, pk)
        audit.record(
            "certificate.read",
            request=request,
            unit=certificate.unit,
            subject=certificate,
        )
        return answered(request, certificate)

    def reissue_view(self, request, pk):
        return self.correct(
            request,
            self.found(request, pk),
            act=reissue,
            title=_("Replace a certificate"),
            explanation=_(
                "A new certificate with a new number is written from the facts as they "
                "stand now. Correct the name or the attendance first. The old sheet "
                "opens a page that says it was replaced, and the artisan is told."
            ),
        )

    def withdraw_view(self, request, pk):
        return self.correct(
            request,
            self.found(request, pk),
            act=withdraw,
            title=_("Withdraw a certificate"),
            explanation=_(
                "The sheet opens a page that says it was withdrawn, with the day and "
                "without the reason. The artisan is told the reason."
            ),
        )

    def correct(self, request, certificate, *, act, title, explanation):
        if not may_correct(request.user):
            raise PermissionDenied
        form = CorrectionForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                changed = act(certificate, by=request.user, **form.cleaned_data)
            except CertificateRefused as refusal:
                form.add_error(None, str(refusal))
            else:
                said = _("Done: %(number)s.") % {"number": changed.number}
                self.message_user(request, said, messages.SUCCESS)
                return redirect("admin:trainings_certificate_change", changed.pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "explanation": explanation,
            "certificate": certificate,
            "form": form,
        }
        return render(request, "admin/trainings/correct_certificate.html", context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {"may_correct": may_correct(request.user), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description=_("PDF"))
    def paper(self, certificate):
        address = reverse("admin:trainings_certificate_pdf", args=[certificate.pk])
        return format_html('<a href="{}">{}</a>', address, _("Download"))

    @admin.display(description=_("length"))
    def hours(self, certificate):
        return _("%(hours)s lesson hours (JP)") % {"hours": certificate.lesson_hours}

    @admin.display(description=_("public page"))
    def page(self, certificate):
        address = certificate.get_absolute_url()
        return format_html('<a href="{}">{}</a>', address, certificate.shown_code)

    @admin.display(description=_("replaced by"))
    def successor(self, certificate):
        return linked(certificate.successor)

    @admin.display(description=_("replaces"))
    def predecessor(self, certificate):
        return linked(certificate.replaces)


def linked(certificate):
    if certificate is None:
        return "–"
    address = reverse("admin:trainings_certificate_change", args=[certificate.pk])
    return format_html('<a href="{}">{}</a>', address, certificate.number)


class SignatoryForm(KeepsWhatItHas):
    """Who signs; the picture of the signature is made small and kept privately."""

    upload = forms.FileField(
        label=_("Picture of the signature"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg"}),
        help_text=_(
            "PNG or JPEG, dark ink on white paper. Without it the sheet has room to "
            "sign by hand."
        ),
    )
    is_removed = forms.BooleanField(label=_("Remove the picture"), required=False)

    class Meta:
        model = Signatory
        fields = ["unit", "training", "name", "post", "from_on", "until_on", "order"]

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        return upload and signature_from(upload)

    def save(self, commit=True):
        if self.cleaned_data.get("upload"):
            content = ContentFile(self.cleaned_data["upload"], "signature")
            self.instance.signature = content
        elif self.cleaned_data.get("is_removed"):
            self.instance.signature = ""
        return super().save(commit)


@admin.register(Signatory)
class SignatoryAdmin(ScopedAdmin):
    form = SignatoryForm
    list_display = ["name", "post", "from_on", "until_on", "has_picture", "unit"]
    list_filter = ["unit"]
    list_select_related = ["unit"]
    search_fields = ["name", "post"]
    autocomplete_fields = ["unit", "training"]
    kept_back = frozenset({"signature"})
    fieldsets = [
        (
            _("Who signs"),
            {
                "fields": ["unit", "training", "name", "post", "order"],
                "description": _(
                    "Up to three stand side by side. A council without any uses those "
                    "of the nearest council above."
                ),
            },
        ),
        (
            _("When"),
            {
                "fields": [("from_on", "until_on")],
                "description": _("The day of the certificate decides who signs it."),
            },
        ),
        (
            _("Signature"),
            {
                "fields": ["has_picture", "upload", "is_removed"],
                "description": _("Kept privately, and printed on certificates only."),
            },
        ),
    ]
    readonly_fields = ["has_picture"]

    @admin.display(description=_("signature stored"), boolean=True)
    def has_picture(self, signatory):
        return bool(signatory.signature)

    def view_on_site(self, obj):
        return None


@admin.register(NumberPattern)
class NumberPatternAdmin(ScopedAdmin):
    list_display = ["unit", "pattern", "code", "example"]
    list_select_related = ["unit"]
    search_fields = ["unit__name", "code"]
    autocomplete_fields = ["unit"]
    readonly_fields = ["example"]
    fieldsets = [
        (
            _("Numbers of certificates"),
            {
                "fields": ["unit", "code", "pattern", "example"],
                "description": _(
                    "The sequence begins at 1 each year. A council without a pattern "
                    "of its own uses that of the nearest council above, with the "
                    "code of its own region and its own sequence."
                ),
            },
        )
    ]

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("looks like"))
    def example(self, pattern):
        if pattern.pk is None:
            pattern = NumberPattern(code="TGS")
        return pattern.number(7, timezone.localdate())
