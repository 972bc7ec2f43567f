"""
What a list sends, from staff and helpers, with and without JavaScript.

A form brings the changes of the whole page; a script brings single marks, some of
them made long ago without a signal. Both end at `trainings.attendance`.
"""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trainings.attendance import AttendanceRefused, record, undo

from .forms import ListForm, QueuedForm, WalkInForm, so_many
from .lists import SessionList
from .walk_ins import write_down

# Names of participants stay on a device for one working day at most.
KEPT_OFFLINE = timedelta(hours=12)
WORKS_NO_MORE = gettext_lazy(
    "This link works no more. Tell the committee what is not saved; this page does "
    "not send it again."
)


@dataclass(frozen=True)
class Writer:
    """Who keeps the list, and how."""

    way: str
    by: object = None
    helper: object = None

    def record(self, session, marks, **how):
        return record(
            session, marks, way=self.way, by=self.by, helper=self.helper, **how
        )

    def in_time(self, marks):
        """The queued marks that count: all, or those of the hours of a spent link."""
        link = self.helper
        return [each for each in marks if link is None or link.took(each[2])]


def answer(request, shown: SessionList, writer: Writer) -> HttpResponse | dict:
    """Do what was sent, and give where to go on or else the forms of the page."""
    forms = {
        "form": ListForm(rows=shown.rows),
        "walk_in_form": WalkInForm(auto_id="walk_%s"),
    }
    if request.method != "POST":
        return forms
    done = way_of(request.POST)(request, shown, writer)
    return done if isinstance(done, HttpResponse) else forms | done


def way_of(sent):
    if "marks" in sent:
        return take_queue
    if "undo" in sent:
        return take_back
    return take_walk_in if "walk_in" in sent else take_list


def take_list(request, shown, writer) -> HttpResponse | dict:
    form = ListForm(request.POST, rows=shown.rows)
    if form.is_valid():
        key = form.cleaned_data["key"]
        try:
            written = writer.record(shown.session, form.marks(), key=key)
        except AttendanceRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, so_many(len(written)))
            return redirect(request.path)
    form.keep_typed()
    return {"form": form}


def take_queue(request, shown, writer) -> HttpResponse:
    form = QueuedForm(request.POST)
    if not form.is_valid():
        return refused(form.errors["marks"][0], status=400)
    sent = form.cleaned_data["marks"]
    marks_in_time = writer.in_time(sent)
    if sent and not marks_in_time:
        return refused(WORKS_NO_MORE, status=410)
    try:
        with transaction.atomic():
            for enrolment, status, made_at, key in marks_in_time:
                marks = {enrolment: status}
                writer.record(shown.session, marks, key=key, at=made_at)
    except AttendanceRefused as refusal:
        return refused(str(refusal), status=409)
    return JsonResponse(as_it_stands(shown.session))


def as_it_stands(session) -> dict:
    """What a page that stayed open learns: every status, other devices' too."""
    shown = SessionList(session)
    return {
        "standing": {row.pk: row.status for row in shown.rows},
        "counts": {status: number for status, _word, number in shown.counts},
    }


def take_back(request, shown, writer) -> HttpResponse:
    key, who = request.POST["undo"][:40], {"by": writer.by, "helper": writer.helper}
    number = undo(shown.session, key, **who)
    said = ngettext("%(count)s mark is undone.", "%(count)s marks are undone.", number)
    messages.success(request, said % {"count": number})
    return redirect(request.path)


def take_walk_in(request, shown, writer) -> HttpResponse | dict:
    form = WalkInForm(request.POST, auto_id="walk_%s")
    if form.is_valid():
        by, helper = writer.by, writer.helper
        try:
            write_down(shown.session, by=by, helper=helper, **form.cleaned_data)
        except AttendanceRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            said = _("%(name)s is written down; the council looks for a seat.")
            messages.success(request, said % {"name": form.cleaned_data["name"]})
            return redirect(request.path)
    return {"walk_in_form": form}


def wants_json(request) -> bool:
    return request.headers.get("Accept") == "application/json"


def refused(sentence, *, status) -> JsonResponse:
    return JsonResponse({"refused": str(sentence)}, status=status)


def kept_offline(response, *, until=None):
    """Let the device show this list again without a signal, for a working day."""
    seconds = KEPT_OFFLINE.total_seconds()
    if until:
        seconds = min(seconds, (until - timezone.now()).total_seconds())
    response["X-Keep-Offline"] = str(max(int(seconds), 0))
    return response


def clock_of(training_class):
    """Show moments on the clock of the unit that runs the training."""
    return timezone.override(ZoneInfo(training_class.training.unit.time_zone))
