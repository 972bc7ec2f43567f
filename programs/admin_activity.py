"""What the admin pages of all activities share: meetings, events, trainings, others."""

from django import forms
from django.contrib import admin, messages
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council.admin_scope import ScopedAdmin, ScopedInline, slug_for

from .models import Activity, ActivityDay, ActivityParty, ActivityPerson, HeadCount

# Trainings and meetings are written down on pages of their own.
APART = {Activity.Kind.TRAINING, Activity.Kind.MEETING}
KINDS = [kind for kind in Activity.Kind if kind not in APART]

WHAT = (
    gettext_lazy("What"),
    {
        "fields": [
            "unit",
            "program",
            "kind",
            "title",
            "title_en",
            "summary",
            "summary_en",
            ("role", "scale"),
        ],
        "description": gettext_lazy("Who carries it out, under which program."),
    },
)
WHEN_AND_WHERE = (
    gettext_lazy("When and where"),
    {
        "fields": [
            ("starts_on", "ends_on"),
            ("start_time", "end_time"),
            ("venue", "venue_en"),
            "address",
            "region",
        ],
        "description": gettext_lazy(
            "Times are on the clock of the unit; list the days below if there are gaps."
        ),
    },
)
WHAT_FOR = (
    gettext_lazy("What for"),
    {
        "fields": [
            ("goal", "goal_en"),
            ("audience", "audience_en"),
            ("description", "description_en"),
            "crafts",
        ],
        "description": gettext_lazy("What the public reads about it."),
    },
)
PICTURE = (
    gettext_lazy("Picture"),
    {
        "fields": ["picture", "picture_alt", "picture_alt_en"],
        "description": gettext_lazy("One photo or poster, shown on its page."),
    },
)
MONEY = (
    gettext_lazy("Money"),
    {
        "fields": ["fund_source", ("budget_planned", "budget_spent")],
        "description": gettext_lazy("Whole rupiah; the program page adds them up."),
    },
)
RESULT = (
    gettext_lazy("Result"),
    {
        "fields": [("outcome", "outcome_en"), "press"],
        "description": gettext_lazy("Filled in afterwards: what came of it."),
    },
)
STANDING = (
    gettext_lazy("Standing"),
    {
        "fields": [
            "status",
            ("status_reason", "status_reason_en"),
            "published_at",
            "slug",
        ],
        "description": gettext_lazy(
            "The list's actions publish, finish, postpone and cancel in one step."
        ),
    },
)


class DayInline(ScopedInline):
    model = ActivityDay
    fields = ["held_on", "start_time", "end_time"]


class PartyInline(ScopedInline):
    model = ActivityParty
    fields = ["role", "unit", "organization"]
    autocomplete_fields = ["unit", "organization"]


class PersonInline(ScopedInline):
    model = ActivityPerson
    fields = ["role", "person", "post", "post_en"]
    autocomplete_fields = ["person"]


class HeadCountInline(ScopedInline):
    model = HeadCount
    fields = ["category", "group", "group_en", "total", "women"]


class ReasonForm(forms.Form):
    """Why something will not take place as announced."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=250,
        help_text=gettext_lazy("The public reads it on the page of the activity."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    reason_en = forms.CharField(
        label=gettext_lazy("Reason, in English"),
        max_length=250,
        required=False,
        help_text=gettext_lazy("Without it, readers of English get the Indonesian."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class ActivityAdminBase(ScopedAdmin):
    """Admin of an activity; what has more to say adds its fields and inlines."""

    kinds = KINDS
    list_display = ["title", "days", "status", "is_public", "attended", "kind", "unit"]
    list_filter = ["status", "kind", "starts_on", "unit"]
    list_select_related = ["unit"]
    search_fields = ["title", "venue"]
    ordering = ["-starts_on", "pk"]
    autocomplete_fields = ["unit", "region", "press", "crafts"]
    readonly_fields = ["slug"]
    fieldsets = [
        WHAT,
        WHEN_AND_WHERE,
        WHAT_FOR,
        PICTURE,
        MONEY,
        RESULT,
        STANDING,
    ]
    inlines = [PartyInline, PersonInline, HeadCountInline, DayInline]
    actions = ["publish", "finish", "postpone", "cancel"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_attended()

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        if unit := request.user.unit:
            initial.setdefault("scale", Activity.Scale.of_level(unit.level))
        return initial

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "kind":
            kwargs["choices"] = [(kind.value, kind.label) for kind in self.kinds]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        if not obj.slug:
            obj.slug = slug_for(Activity, obj.title)
        super().save_model(request, obj, form, change)

    @admin.display(description=gettext_lazy("date"), ordering="starts_on")
    def days(self, activity):
        return days_in_a_list(activity.starts_on, activity.ends_on)

    @admin.display(description=gettext_lazy("people"), ordering="attended")
    def attended(self, activity):
        return activity.attended

    @admin.display(
        description=gettext_lazy("published"), boolean=True, ordering="published_at"
    )
    def is_public(self, activity):
        return activity.is_published

    @admin.action(description=gettext_lazy("Publish"), permissions=["change"])
    def publish(self, request, queryset):
        number = done_for(queryset.filter(published_at=None), "publish")
        self._answer(request, number, _("%(number)s published."))

    @admin.action(description=gettext_lazy("Mark as done"), permissions=["change"])
    def finish(self, request, queryset):
        settled = [Activity.Status.DONE, Activity.Status.CANCELLED]
        number = done_for(queryset.exclude(status__in=settled), "finish")
        self._answer(request, number, _("%(number)s marked as done."))

    @admin.action(description=gettext_lazy("Postpone …"), permissions=["change"])
    def postpone(self, request, queryset):
        answer = _("%(number)s postponed; the public reads why.")
        rows = queryset.exclude(status=Activity.Status.CANCELLED)
        return self._call_off(request, rows, "postpone", answer)

    @admin.action(description=gettext_lazy("Cancel …"), permissions=["change"])
    def cancel(self, request, queryset):
        answer = _("%(number)s cancelled; the public reads why.")
        return self._call_off(request, queryset, "cancel", answer)

    def _call_off(self, request, queryset, verb, answer):
        form = ReasonForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():
            reasons = form.cleaned_data["reason"], form.cleaned_data["reason_en"]
            self._answer(request, done_for(queryset, verb, *reasons), answer)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Cancel activities")
            if verb == "cancel"
            else _("Postpone activities"),
            "opts": self.opts,
            "activities": queryset,
            "form": form,
            "verb": verb,
        }
        return render(request, "admin/programs/call_off.html", context)

    def _answer(self, request, number, sentence):
        if number:
            said = sentence % {"number": number}
            self.message_user(request, said, messages.SUCCESS)
        else:
            nothing = _("Nothing to change: it was done before.")
            self.message_user(request, nothing, messages.WARNING)


def days_in_a_list(first, last) -> str:
    """The days of an activity, as short as they can be read: 22–24 Feb 2024."""
    end = date_format(last, "j M Y")
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return (
        f"{date_format(first, 'j M' if first.year == last.year else 'j M Y')} – {end}"
    )


def done_for(queryset, verb, *words) -> int:
    """Let each activity do it through its own verb, and count them."""
    activities = list(queryset)
    for activity in activities:
        getattr(activity, verb)(*words)
    return len(activities)
