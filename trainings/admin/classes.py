from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.admin_scope import ScopedAdmin, ScopedInline
from trainings.enrolment import cancel_class
from trainings.models import Engagement, Enrolment, Session, TrainingClass

from .issuing import IssuingMixin
from .reasons import call_off
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


class SessionInline(ScopedInline):
    model = Session
    fields = ["held_on", "start_time", "end_time", "topic", "venue"]


class EngagementInline(ScopedInline):
    model = Engagement
    fields = ["instructor", "status"]
    autocomplete_fields = ["instructor"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("instructor")


class EnrolmentInline(ScopedInline):
    """Who is in the class and who waits; changed by the actions, not here."""

    model = Enrolment
    template = "admin/trainings/enrolments_inline.html"
    verbose_name_plural = _("registered and waiting")
    fields = readonly_fields = ["artisan", "unit", "state", "position", "enrolled_at"]
    show_change_link = True

    def get_queryset(self, request):
        rows = super().get_queryset(request).active().with_position()
        return rows.select_related("artisan__person", "artisan__unit").order_by(
            "ticket"
        )

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

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
class TrainingClassAdmin(IssuingMixin, ScopedAdmin):
    ordering = ["-training__starts_on", "pk"]
    list_display = ["name", "seats", "state", "closing_day", "training", "craft"]
    list_filter = [SeatsFilter, "status", "craft__family", "training__starts_on"]
    search_fields = ["name", "training__title"]
    actions = ["issue_certificates", "cancel"]
    inlines = [EnrolmentInline, SessionInline, EngagementInline]
    autocomplete_fields = ["training"]
    readonly_fields = ["seats", "state", "certificates"]
    fieldsets = [
        (None, {"fields": ["training", "name", "craft"]}),
        (
            _("Seats"),
            {
                "description": _(
                    "Raising the quota gives the new seats to those who wait, in order."
                ),
                "fields": ["quota", "seats", "state"],
            },
        ),
        (_("Registration"), {"fields": [("opens_at", "closes_at")]}),
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
        return rows.with_waiting().select_related("training__unit", "craft")

    def save_model(self, request, obj, form, change):
        quotas = take_out_quotas([form]) if change else []
        super().save_model(request, obj, form, change)
        set_quotas(self, request, quotas)

    @admin.display(description=_("seats taken"))
    def seats(self, training_class):
        return seats_in_words(training_class) if training_class.pk else "–"

    @admin.display(description=_("closes"), ordering="closes_at")
    def closing_day(self, training_class):
        return timezone.localdate(training_class.closes_at)

    @admin.display(description=_("availability"))
    def state(self, training_class):
        if training_class.pk is None:
            return "–"
        return TrainingClass.Availability(training_class.availability).label

    @admin.action(description=_("Cancel and tell everyone …"), permissions=["change"])
    def cancel(self, request, queryset):
        title = _("Cancel classes")
        return call_off(self, request, queryset, cancel_class, title=title)
