from django.contrib import admin
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from council.admin_scope import ScopedAdmin
from trainings.attending.staff import MAY_KEEP
from trainings.models import Attendance, Session, TrainingClass

from .moving import TellsMoves


@admin.register(Session)
class SessionAdmin(TellsMoves, ScopedAdmin):
    """The sessions by day, each with the way to its list; made with their class."""

    list_display = ["held_on", "hours", "training_class", "status", "present", "keep"]
    list_filter = ["status", "held_on", "training_class"]
    list_select_related = ["training_class__training"]
    search_fields = ["topic", "training_class__name", "training_class__training__title"]
    date_hierarchy = "held_on"
    ordering = ["-held_on", "start_time"]
    fields = ["training_class", "held_on", "start_time", "end_time"]
    fields += [("topic", "topic_en"), ("venue", "venue_en")]
    readonly_fields = ["training_class"]

    def classes_of(self, session):
        return TrainingClass.objects.filter(pk=session.training_class_id)

    def get_queryset(self, request):
        present = Q(attendances__status=Attendance.Status.PRESENT)
        rows = super().get_queryset(request)
        return rows.annotate(present_count=Count("attendances", filter=present))

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_list_display(self, request):
        shown = super().get_list_display(request)
        return shown if request.user.has_perm(MAY_KEEP) else shown[:-1]

    def view_on_site(self, obj):
        # The list of a session is for those who keep it.
        return None

    @admin.display(description=_("hours"))
    def hours(self, session):
        return f"{session.start_time:%H.%M}–{session.end_time:%H.%M}"

    @admin.display(description=_("present"), ordering="present_count")
    def present(self, session):
        return f"{session.present_count}/{session.training_class.taken}"

    @admin.display(description=_("list"))
    def keep(self, session):
        return link_to_list(session)


def link_to_list(session):
    """The way to the list of a session."""
    address = reverse("attendance:session", args=[session.pk])
    return format_html('<a href="{}">{}</a>', address, _("Attendance"))
