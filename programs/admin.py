from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Count
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from council.admin_english import child_links, kept_as_such
from council.admin_scope import ScopedAdmin, ScopedInline, VocabularyAdmin

from .admin_activity import (
    MONEY,
    PICTURE,
    RESULT,
    STANDING,
    WHAT_FOR,
    WHEN_AND_WHERE,
    ActivityAdminBase,
    DayInline,
    HeadCountInline,
    PartyInline,
    PersonInline,
)
from .admin_funds import EligibilityRuleAdmin  # noqa: F401 (registers itself)
from .models import Activity, AgendaItem, Meeting, Program, SupportLine


@admin.register(SupportLine)
class SupportLineAdmin(VocabularyAdmin):
    list_display = ["name", "name_en", "order"]
    fields = ["name", "name_en", "order"]


@admin.register(Program)
class ProgramAdmin(ScopedAdmin):
    list_display = ["title", "unit", "year", "horizon", "line", "status", "activities"]
    list_filter = ["status", "year", "horizon", "line", "unit"]
    list_select_related = ["unit", "line"]
    search_fields = ["title"]
    ordering = ["-year", "title"]
    autocomplete_fields = ["unit", "lead_agency"]
    fieldsets = [
        (
            _("Program"),
            {
                "fields": [
                    "unit",
                    "year",
                    ("title", "title_en"),
                    ("goal", "goal_en"),
                    ("horizon", "line"),
                ],
                "description": _("As it stands in the work plan of the year."),
            },
        ),
        (
            _("Who and where decided"),
            {
                "fields": ["division", "lead_agency", "meeting", "status"],
                "description": _(
                    "The public sees a program once its status is approved or later."
                ),
            },
        ),
    ]

    def get_queryset(self, request):
        programs = super().get_queryset(request)
        return programs.annotate(number_of_activities=Count("activities"))

    @admin.display(description=_("activities"), ordering="number_of_activities")
    def activities(self, program):
        return program.number_of_activities


class AgendaInline(ScopedInline):
    model = AgendaItem
    fields = ["order", "title", "title_en", "presenter", "minutes"]
    fields += ["outcome", "outcome_en"]


@admin.register(Meeting)
class MeetingAdmin(ActivityAdminBase):
    list_display = [
        "title",
        "days",
        "status",
        "is_public",
        "attended",
        "meeting_kind",
        "year",
        "unit",
    ]
    list_filter = ["status", "meeting_kind", "year", "unit"]
    fieldsets = [
        (
            _("Meeting"),
            {
                "fields": [
                    "unit",
                    ("meeting_kind", "year"),
                    "title",
                    "title_en",
                    ("theme", "theme_en"),
                    ("summary", "summary_en"),
                    "scale",
                ],
                "description": _("As on the invitation."),
            },
        ),
        WHEN_AND_WHERE,
        WHAT_FOR,
        PICTURE,
        MONEY,
        RESULT,
        STANDING,
    ]
    inlines = [AgendaInline, DayInline, PartyInline, PersonInline, HeadCountInline]


@admin.register(Activity)
class ActivityAdmin(ActivityAdminBase):
    """
    Every activity in one list.

    Trainings, events and meetings are opened, and acted upon, only on the pages
    of their own.
    """

    def get_object(self, request, object_id, from_field=None):
        activity = super().get_object(request, object_id, from_field)
        return None if activity and page_apart(activity) else activity

    def change_view(self, request, object_id, form_url="", extra_context=None):
        activity = super().get_object(request, unquote(object_id))
        if activity and (page := page_apart(activity)):
            return redirect(page)
        return super().change_view(request, object_id, form_url, extra_context)

    def response_action(self, request, queryset, **place):
        own = queryset.filter(**kept_as_such(Activity))
        return super().response_action(request, own, **place)


def page_apart(activity) -> str:
    """The admin page of a training, event or meeting; empty for other activities."""
    for link in child_links(Activity):
        if hasattr(activity, link.name):
            child = link.related_model._meta
            name = f"admin:{child.app_label}_{child.model_name}_change"
            return reverse(name, args=[activity.pk])
    return ""
