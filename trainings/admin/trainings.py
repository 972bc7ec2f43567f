from django import forms
from django.contrib import admin, messages
from django.db.models import Prefetch
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from council.admin_scope import ScopedInline
from programs.admin_activity import (
    MONEY,
    PICTURE,
    RESULT,
    WHEN_AND_WHERE,
    ActivityAdminBase,
    DayInline,
    HeadCountInline,
    PartyInline,
    PersonInline,
)
from trainings.enrolment import EnrolmentRefused, cancel_training, change_quota
from trainings.models import Training, TrainingClass

from .moving import TellsMoves, put_off
from .papers import PaperPages
from .preparing import Copying, QuestionForAllInline, RequirementForAllInline
from .reasons import PublicReasonForm, call_off, tell_who_moved_up


def seats_in_words(training_class):
    """Seats taken and given, those kept, and who waits: 12/20, kept 3, waiting 5."""
    seats = f"{training_class.taken}/{training_class.quota}"
    if training_class.minimum:
        seats = f"{seats} (≥ {training_class.minimum})"
    if training_class.reserved:
        kept = _("kept for units")
        seats = f"{seats}, {kept} {training_class.reserved}"
    waiting = training_class.waiting_count
    return f"{seats}, {_('waiting')} {waiting}" if waiting else seats


class ClassFormSet(forms.BaseInlineFormSet):
    """Classes that are checked against the training as it is typed beside them."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form.instance.training = self.instance
        return form


class ClassInline(ScopedInline):
    model = TrainingClass
    formset = ClassFormSet
    fields = ["name", "craft", "quota", "seats", "opens_at", "closes_at", "status"]
    readonly_fields = ["seats", "status"]
    show_change_link = True

    def get_extra(self, request, obj=None, **kwargs):
        # A new training has at least one class: its line is there to be filled in.
        return 0 if obj else 1

    def get_queryset(self, request):
        return super().get_queryset(request).with_waiting().select_related("craft")

    @admin.display(description=_("seats taken"))
    def seats(self, training_class):
        return seats_in_words(training_class) if training_class.pk else "–"


@admin.register(Training)
class TrainingAdmin(TellsMoves, PaperPages, Copying, ActivityAdminBase):
    actions = [*ActivityAdminBase.actions, "copy", "keep"]
    list_display = ["title", "seats", "is_public", "status", "days", "unit"]
    list_filter = ["status", "starts_on", "unit"]
    fieldsets = [
        (
            _("What"),
            {
                "fields": ["unit", "program", ("title", "title_en")]
                + [("summary", "summary_en"), "scale"],
                "description": _("Who carries it out, under which program."),
            },
        ),
        (
            WHEN_AND_WHERE[0],
            {
                **WHEN_AND_WHERE[1],
                "description": _(
                    "Times are on the clock of the unit; list the days below if there "
                    "are gaps. When you save other days, whoever is registered is told."
                ),
            },
        ),
        (
            _("For participants"),
            {
                "fields": [("audience", "audience_en")]
                + [("description", "description_en"), ("goal", "goal_en")]
                + [("requirements", "requirements_en")]
                + [("facilities", "facilities_en"), "crafts"]
                + ["has_own_button", "has_session_reminders"],
                "description": _("What an artisan reads before registering."),
            },
        ),
        (
            _("Certificate"),
            {
                "fields": [
                    "certificate_percent",
                    ("certificate_score", "certificate_points"),
                ],
                "description": _("What a participant must do to get one."),
            },
        ),
        PICTURE,
        MONEY,
        RESULT,
        (
            _("Standing"),
            {
                "fields": ["status", ("status_reason", "status_reason_en")]
                + ["published_at", "slug"],
                "description": _(
                    "The list's actions publish it, or postpone it or call it off and "
                    "tell everyone."
                ),
            },
        ),
    ]
    inlines = [
        ClassInline,
        RequirementForAllInline,
        QuestionForAllInline,
        DayInline,
        PartyInline,
        PersonInline,
        HeadCountInline,
    ]

    def get_queryset(self, request):
        classes = TrainingClass.objects.with_waiting()
        rows = super().get_queryset(request)
        return rows.prefetch_related(Prefetch("classes", classes))

    def classes_of(self, training):
        return training.classes.all()

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj and obj.status == Training.Status.CANCELLED:
            return [*fields, "status"]
        return fields

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        # Cancelling goes through the action, which tells everyone registered.
        if db_field.name == "status":
            off = Training.Status.CANCELLED
            kwargs["choices"] = [
                each for each in Training.Status.choices if each[0] != off
            ]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def save_formset(self, request, form, formset, change):
        if formset.model is not TrainingClass:
            return super().save_formset(request, form, formset, change)
        removed = formset.deleted_forms
        kept = [form for form in formset.initial_forms if form not in removed]
        quotas = take_out_quotas(kept)
        super().save_formset(request, form, formset, change)
        return set_quotas(self, request, quotas)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        was_off = change and form.initial.get("status") in Training.OFF
        if was_off and not form.instance.is_off:
            # Nobody moved up meanwhile; the same quota fills what became free.
            classes = form.instance.classes.all()
            set_quotas(self, request, [(each, each.quota) for each in classes])

    @admin.display(description=_("seats"))
    def seats(self, training):
        rows = ((each.name, seats_in_words(each)) for each in training.classes.all())
        return format_html_join("", "<div>{}: {}</div>", rows)

    @admin.action(description=_("Postpone and tell everyone …"), permissions=["change"])
    def postpone(self, request, queryset):
        rows = queryset.exclude(status=Training.Status.CANCELLED)
        return put_off(self, request, rows)

    @admin.action(description=_("Cancel and tell everyone …"), permissions=["change"])
    def cancel(self, request, queryset):
        asked = {"title": _("Cancel trainings"), "form_class": PublicReasonForm}
        return call_off(self, request, queryset, cancel_training, **asked)


def take_out_quotas(forms) -> list[tuple[TrainingClass, int]]:
    """Changed quotas of existing classes, which only the door may write."""
    quotas = []
    for form in forms:
        if "quota" in form.changed_data:
            quotas.append((form.instance, form.cleaned_data["quota"]))
            form.instance.quota = form.initial["quota"]
    return quotas


def set_quotas(modeladmin, request, quotas) -> None:
    """Change quotas through the door and say who got a seat by it."""
    promoted = []

    def change(row):
        training_class, quota = row
        promoted.extend(change_quota(training_class, quota, by=request.user))

    for row in quotas:
        try:
            change(row)
        except EnrolmentRefused as refusal:
            modeladmin.message_user(request, f"{row[0]}: {refusal}", messages.ERROR)
    tell_who_moved_up(modeladmin, request, promoted)
