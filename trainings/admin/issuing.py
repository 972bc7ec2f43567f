"""From a class to its certificates: who gets one, who does not and why, then all."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trainings.certificate_jobs import print_later
from trainings.certification import (
    CertificateRefused,
    issue,
    signatories_of,
    today_of,
    verdicts,
    why_not_yet,
)
from trainings.models import Certificate, NumberPattern


class IssuingMixin:
    """The way from the admin of classes to their certificates."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.certificates_view)
        name = "trainings_trainingclass_certificates"
        return [
            path("<int:pk>/certificates/", view, name=name),
            *super().get_urls(),
        ]

    def has_issue_permission(self, request):
        return request.user.has_perm("trainings.add_certificate")

    @admin.action(description=_("Issue certificates …"), permissions=["issue"])
    def issue_certificates(self, request, queryset):
        if len(chosen := list(queryset[:2])) == 1:
            return redirect(page_of(chosen[0]))
        said = _("Choose one class: you see first who gets a certificate.")
        self.message_user(request, said, messages.WARNING)
        return None

    @admin.display(description=_("certificates"))
    def certificates(self, training_class):
        if training_class.pk is None:
            return "–"
        number = Certificate.objects.valid().of_class(training_class).count()
        said = _("See who gets one, and issue") if not number else _("Open")
        link = format_html('<a href="{}">{}</a>', page_of(training_class), said)
        return format_html("{} · {}", number, link)

    def certificates_view(self, request, pk):
        training_class = self.get_object(request, str(pk))
        if training_class is None:
            raise Http404
        if not request.user.has_perm("trainings.view_certificate"):
            raise PermissionDenied
        may_issue = self.has_issue_permission(request)
        return certificates_of_class(self, request, training_class, may_issue)


def page_of(training_class) -> str:
    name = "admin:trainings_trainingclass_certificates"
    return reverse(name, args=[training_class.pk])


def certificates_of_class(modeladmin, request, training_class, may_issue):
    """The preview; sent, it gives the certificates and lets the worker print them."""
    if request.method == "POST":
        if not may_issue:
            raise PermissionDenied
        try:
            given = issue(training_class, by=request.user)
        except CertificateRefused as refusal:
            modeladmin.message_user(request, str(refusal), messages.ERROR)
            return redirect(page_of(training_class))
        tell_given(modeladmin, request, len(given))
        return redirect(print_later(training_class, by=request.user))
    context = {
        **modeladmin.admin_site.each_context(request),
        **preview_of(training_class),
        "opts": modeladmin.opts,
        "title": _("Certificates of a class"),
        "training_class": training_class,
        "may_issue": may_issue,
    }
    return render(request, "admin/trainings/certificates.html", context)


def preview_of(training_class) -> dict:
    """Who gets one, who has one, who does not and why, and how it would look."""
    found, day = verdicts(training_class), today_of(training_class)
    pattern = NumberPattern.of(training_class.training.unit)
    return {
        "not_yet": why_not_yet(training_class),
        "earned": [each for each in found if each.is_eligible],
        "given": [each for each in found if each.certificate and not each.is_fallen],
        "fallen": [each for each in found if each.is_fallen],
        "refused": [each for each in found if each.reason and not each.certificate],
        "signatories": signatories_of(training_class, day),
        "example_number": pattern.number(1, day),
    }


def tell_given(modeladmin, request, number) -> None:
    said = ngettext(
        "%(count)s certificate is issued.", "%(count)s certificates are issued.", number
    )
    level = messages.SUCCESS if number else messages.INFO
    modeladmin.message_user(request, said % {"count": number}, level)
