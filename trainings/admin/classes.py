from django.contrib import admin, messages
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.admin_scope import ReadInline, ScopedAdmin, ScopedInline
from programs.models import EligibilityRule
from programs.models.funds import gaps_in_words
from trainings.attending.staff import MAY_KEEP
from trainings.deciding import go_ahead
from trainings.enrolment import cancel_class
from trainings.models import Allotment, Engagement, Enrolment, Session, TrainingClass

from .board import BoardPages
from .groups import GroupPages
from .handing_in import HandInPages
from .issuing import IssuingMixin
from .moving import MoveInline, TellsMoves
from .preparing import QuestionInline, RequirementInline
from .reasons import call_off, each_in_turn
from .seats_per_unit import AllotmentInline, save_allotments
from .sessions import link_to_list
from .trainings import seats_in_words, set_quotas, take_out_quotas


class SeatsFilter(admin.SimpleListFilter):
    title = _("availability")
    parameter_name = "availability"

    def lookups(self, request, model_admin):
        return [
            ("seats", _("open, with seats to fill")),
            ("waiting", _("people on the waiting list")),
        ]

    def queryset(self, request, queryset):
        if self.value() == "seats":
            return queryset.with_seats_to_fill(timezone.now())
        if self.value() == "waiting":
            return queryset.filter(waiting_count__gt=0)
        return queryset


class GoFilter(admin.SimpleListFilter):
    """Classes that wait for a word: go, or no-go."""

    title = _("go or no-go")
    parameter_name = "go"

    def lookups(self, request, model_admin):
        return [("decide", _("to decide: below the minimum"))]

    def queryset(self, request, queryset):
        is_asked = self.value() == "decide"
        return queryset.to_decide(timezone.now()) if is_asked else queryset


class SessionInline(ScopedInline):
    model = Session
    fields = ["held_on", "start_time", "end_time", "topic", "topic_en"]
    fields += ["venue", "venue_en", "attendance"]
    readonly_fields = ["attendance"]

    def get_fields(self, request, obj=None):
        fields = super().get_fields(request, obj)
        return fields if request.user.has_perm(MAY_KEEP) else fields[:-1]

    @admin.display(description=_("attendance"))
    def attendance(self, session):
        return link_to_list(session) if session.pk else "–"


class InstructorFilter(admin.SimpleListFilter):
    title = _("instructors")
    parameter_name = "instructor"

    def lookups(self, request, model_admin):
        return [("none", _("coming, nobody has confirmed"))]

    def queryset(self, request, queryset):
        return queryset.without_instructor() if self.value() == "none" else queryset


class EngagementInline(ReadInline):
    """Who teaches; asked on the pick list, answered by the instructors."""

    model = Engagement
    template = "admin/trainings/engagements_inline.html"
    fields = readonly_fields = [
        *("who", "status", "invited_at", "answered_at"),
        *("answer_reason", "other_days"),
    ]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("instructor")

    @admin.display(description=_("instructor"))
    def who(self, engagement):
        return engagement.instructor.titled_name


class EnrolmentInline(ReadInline):
    """Who is in the class and who waits; changed by the actions, not here."""

    model = Enrolment
    template = "admin/trainings/enrolments_inline.html"
    verbose_name_plural = _("registered and waiting")
    fields = ["artisan", "unit", "state", "position", "points", "enrolled_at"]
    readonly_fields = [*fields, "funds"]
    show_change_link = True

    def get_queryset(self, request):
        rows = super().get_queryset(request).active().with_position()
        rows = rows.select_related(
            "artisan__person",
            "artisan__unit",
            "artisan__main_craft",
            "artisan__village",
        )
        return rows.prefetch_related("artisan__businesses__crafts").in_line_order()

    def get_fields(self, request, obj=None):
        rules = EligibilityRule.objects.for_activity(obj.training) if obj else []
        # An inline lives for one request, so what it has read is never old.
        self.rules = list(rules)
        return [*self.fields, "funds"] if self.rules else self.fields

    @admin.display(description=_("eligible for the source of funds"))
    def funds(self, enrolment):
        return gaps_in_words(self.rules, enrolment.artisan)

    @admin.display(description=_("unit"))
    def unit(self, enrolment):
        return enrolment.artisan.unit

    @admin.display(description=_("status"))
    def state(self, enrolment):
        return enrolment.get_status_display()

    @admin.display(description=_("number in line"))
    def position(self, enrolment):
        return enrolment.position or ""


@admin.register(TrainingClass)
class TrainingClassAdmin(
    TellsMoves, IssuingMixin, BoardPages, GroupPages, HandInPages, ScopedAdmin
):
    ordering = ["-training__starts_on", "pk"]
    list_display = [
        "name",
        "seats",
        "state",
        "closing_day",
        "board",
        "training",
        "craft",
    ]
    list_filter = [
        SeatsFilter,
        GoFilter,
        InstructorFilter,
        "status",
        "mode",
        "craft__family",
        "training__starts_on",
    ]
    search_fields = ["name", "training__title"]
    actions = ["issue_certificates", "go_ahead", "cancel"]
    inlines = [
        AllotmentInline,
        EnrolmentInline,
        RequirementInline,
        QuestionInline,
        SessionInline,
        MoveInline,
        EngagementInline,
    ]
    autocomplete_fields = ["training"]
    readonly_fields = ["seats", "state", "standing", "certificates"]
    fieldsets = [
        (None, {"fields": ["training", ("name", "name_en"), "craft"]}),
        (
            _("Seats"),
            {
                "description": _(
                    "Raising the quota gives the new seats to those who wait, in order."
                ),
                "fields": ["quota", "seats", "state"],
            },
        ),
        (
            _("How seats are given"),
            {
                "description": _(
                    "Settled before the first registration; offers may change later."
                ),
                "fields": ["admission", "has_fair_queue", "has_offers"],
            },
        ),
        (_("Registration"), {"fields": [("opens_at", "closes_at")]}),
        (
            _("Go or no-go"),
            {
                "description": _(
                    "The public reads the minimum. You are reminded on the day."
                ),
                "fields": [("minimum", "decide_at"), "standing"],
            },
        ),
        (
            _("What is taught"),
            {
                "description": _("The certificate takes its text from here."),
                "fields": [("syllabus", "syllabus_en"), "lesson_hours"],
            },
        ),
        (
            _("Where the class meets"),
            {
                "description": _("The meeting link is shown to participants alone."),
                "fields": [
                    "mode",
                    ("venue", "venue_en"),
                    "address",
                    ("meeting_link", "meeting_note"),
                ],
            },
        ),
        (
            _("Certificates"),
            {
                "description": _("For those who attended, after the last session."),
                "fields": ["certificates"],
            },
        ),
    ]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        rows = rows.with_waiting().with_confirmed()
        return rows.select_related("training__unit", "craft")

    def get_inlines(self, request, obj):
        has_moved = obj is not None and obj.moves.exists()
        return [each for each in self.inlines if has_moved or each is not MoveInline]

    def classes_of(self, training_class):
        return TrainingClass.objects.filter(pk=training_class.pk)

    def save_model(self, request, obj, form, change):
        quotas = take_out_quotas([form]) if change else []
        super().save_model(request, obj, form, change)
        set_quotas(self, request, quotas)

    def save_formset(self, request, form, formset, change):
        if formset.model is Allotment:
            return save_allotments(self, request, formset)
        return super().save_formset(request, form, formset, change)

    @admin.display(description=_("seats taken"))
    def seats(self, training_class):
        return seats_in_words(training_class) if training_class.pk else "–"

    @admin.display(description=_("closes"), ordering="closes_at")
    def closing_day(self, training_class):
        return timezone.localdate(training_class.closes_at)

    @admin.display(description=_("seat board"))
    def board(self, training_class):
        page = reverse("admin:trainings_trainingclass_board", args=[training_class.pk])
        return format_html('<a href="{}">{}</a>', page, _("Open"))

    @admin.display(description=_("availability"))
    def state(self, training_class):
        if training_class.pk is None:
            return "–"
        return TrainingClass.Availability(training_class.availability).label

    @admin.display(description=_("takes place"))
    def standing(self, training_class):
        if training_class.pk is None or not training_class.minimum:
            return "–"
        if training_class.is_to_decide:
            return _("To decide: go ahead, or cancel")
        if training_class.is_going:
            return _("For sure")
        return _("If ≥ %(minimum)s; now %(taken)s") % {
            "minimum": training_class.minimum,
            "taken": training_class.confirmed,
        }

    @admin.action(description=_("Go ahead below the minimum"), permissions=["change"])
    def go_ahead(self, request, queryset):
        done = each_in_turn(
            self, request, queryset, lambda row: go_ahead(row, by=request.user)
        )
        if done:
            said = ngettext(
                "%(count)s class goes ahead.", "%(count)s classes go ahead.", done
            )
            self.message_user(request, said % {"count": done}, messages.SUCCESS)

    @admin.action(description=_("Cancel and tell everyone …"), permissions=["change"])
    def cancel(self, request, queryset):
        title = _("Cancel classes")
        return call_off(self, request, queryset, cancel_class, title=title)
