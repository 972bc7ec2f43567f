"""Pages on which days can be changed: whoever is in the class is told."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.admin_scope import ReadInline
from trainings.models import Move
from trainings.moving import postpone, schedules_of, tell_moved

from .reasons import ask_first, each_in_turn


class TellsMoves:
    """Has the new days told that a saved form brought; `classes_of` says of which."""

    def save_model(self, request, obj, form, change):
        obj.schedules = schedules_of(self.classes_of(obj)) if change else {}
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        row = form.instance
        told = tell_moved(self.classes_of(row), row.schedules, by=request.user)
        if told:
            self.message_user(request, so_many_told(told), messages.SUCCESS)


def so_many_told(number) -> str:
    said = ngettext(
        "%(count)s person is told of the new days.",
        "%(count)s people are told of the new days.",
        number,
    )
    return said % {"count": number}


def put_off(modeladmin, request, rows):
    """Ask for the reason, postpone each training, and say how many are told."""
    title = _("Postpone trainings")
    form, page = ask_first(modeladmin, request, rows, action="postpone", title=title)
    if page:
        return page
    reason, told = form.cleaned_data["reason"], []
    done = each_in_turn(
        modeladmin,
        request,
        rows,
        lambda row: told.append(postpone(row, reason=reason, by=request.user)),
    )
    if done:
        said = ngettext(
            "Postponed; %(count)s person is told. The public reads why.",
            "Postponed; %(count)s people are told. The public reads why.",
            sum(told),
        )
        modeladmin.message_user(request, said % {"count": sum(told)}, messages.SUCCESS)
    return None


class MoveInline(ReadInline):
    """Which days a class had before, and who was told."""

    model = Move
    fields = ["before", "now", "reason", "told", "moved_at", "moved_by"]
    readonly_fields = fields

    @admin.display(description=_("earlier hours"))
    def before(self, move):
        return move.old_days

    @admin.display(description=_("new hours"))
    def now(self, move):
        return move.new_days
