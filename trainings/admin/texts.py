"""The texts of messages: which one stands, how it reads, and back to the house."""

from dataclasses import asdict

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from council.admin_scope import KeepsWhatItHas, ScopedAdmin
from trainings.models import MessageText
from trainings.models.texts import PLACEHOLDERS
from trainings.texts import house, in_portal_language, sampled

Situation = MessageText.Situation
WORDS = ("subject", "body", "whatsapp")


class MessageTextForm(KeepsWhatItHas):
    """A text as staff write it; the model says what is wrong with its brackets."""

    class Meta:
        model = MessageText
        fields = ["unit", "training", "situation", "subject", "body", "whatsapp"]
        widgets = {
            "body": forms.Textarea(attrs={"rows": 9, "cols": 60}),
            "whatsapp": forms.Textarea(attrs={"rows": 6, "cols": 60}),
        }


@admin.register(MessageText)
class MessageTextAdmin(ScopedAdmin):
    form = MessageTextForm
    list_display = ["situation", "subject", "training", "unit"]
    list_filter = ["situation", "unit"]
    list_select_related = ["training", "unit"]
    search_fields = ["subject", "training__title"]
    ordering = ["unit__code", "situation", "pk"]
    autocomplete_fields = ["training"]
    change_list_template = "admin/trainings/texts.html"
    change_form_template = "admin/trainings/text.html"
    fieldsets = [
        (
            _("Where it stands"),
            {
                "fields": ["situation", "unit", "training"],
                "description": _(
                    "A text of one training goes before one of its council, and that "
                    "before one of a council above."
                ),
            },
        ),
        (_("What people read"), {"fields": ["subject", "body", "whatsapp"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        return ["situation"] if obj else []

    def get_changeform_initial_data(self, request):
        """Begin with the text of the house, so that only a word need be changed."""
        initial = super().get_changeform_initial_data(request)
        if initial.get("situation") in Situation.values:
            words = in_portal_language(house, initial["situation"])
            return {**asdict(words), **initial}
        return initial

    def get_urls(self):
        name = "trainings_messagetext_preview"
        view = self.admin_site.admin_view(require_POST(self.preview_view))
        return [path("pratinjau/", view, name=name), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        add = reverse("admin:trainings_messagetext_add")
        situations = [
            {
                "label": situation.label,
                "words": in_portal_language(house, situation),
                "url": f"{add}?situation={situation.value}",
            }
            for situation in Situation
        ]
        context = {"situations": situations, **(extra_context or {})}
        return super().changelist_view(request, context)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        context = {"placeholders": PLACEHOLDERS.items(), **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def preview_view(self, request):
        """Show what is typed as a person would read it; nothing is kept."""
        if not (
            self.has_add_permission(request) or self.has_change_permission(request)
        ):
            raise PermissionDenied
        typed = {name: request.POST.get(name, "") for name in WORDS}
        text = MessageText(situation=request.POST.get("situation", ""), **typed)
        faults = {
            self.opts.get_field(name).verbose_name: fault
            for name, fault in text.faults.items()
        }
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("How it reads"),
            "faults": faults,
            "words": None if faults else sampled(text),
        }
        return render(request, "admin/trainings/text_preview.html", context)
