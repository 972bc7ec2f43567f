"""Pages for those who come: the QR at the door, the own button, a helper's link."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from council.links import opened_by_link
from trainings.attendance import (
    AttendanceRefused,
    arrive,
    closing,
    opening,
    sessions_in_full,
    why_not_arrive,
)
from trainings.models import Attendance, DoorCode, Enrolment, HelperLink

from . import staff, writing
from .helping import chosen_session
from .lists import WORDS, SessionList
from .pressing import may_press, stamp_for, take_press

Way = Attendance.Way


# The participant


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def door(request, code):
    """The page behind the QR at the door."""
    codes = DoorCode.objects.select_related("session__training_class__training__unit")
    known = codes.filter(code=code).first()
    if known is None:
        return gone(request, "attendance/door_gone.html", status=404)
    enrolment = place_of(request.user, known.session)
    return arrival(request, known.session, enrolment, way=Way.QR)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own(request, pk, session):
    """The participant's own button, on a page of its own."""
    enrolments = Enrolment.objects.filter(artisan__person__user=request.user)
    enrolment = get_object_or_404(enrolments, pk=pk)
    sessions = sessions_in_full().filter(training_class=enrolment.training_class_id)
    session = get_object_or_404(sessions, pk=session)
    if request.method == "POST" and "stamp" in request.POST:
        return take_press(request, session, enrolment)
    return arrival(request, session, enrolment, way=Way.SELF)


def place_of(user, session) -> Enrolment | None:
    """The seat or place of the signed-in artisan in the class of a session."""
    mine = session.training_class.enrolments.active().with_position()
    return mine.filter(artisan__person__user=user).first()


def arrival(request, session, enrolment, *, way):
    has_seat = enrolment is not None and enrolment.is_confirmed
    has_button = may_press(session, way)
    refusal = why_not_arrive(session)
    if request.method == "POST" and has_seat and has_button:
        try:
            arrive(enrolment, session, way=way, by=request.user)
        except AttendanceRefused as reason:
            refusal = str(reason)
        else:
            return redirect(request.path)
    known = session.attendances.filter(enrolment=enrolment).first()
    context = {
        "session": session,
        "training": session.training_class.training,
        "enrolment": enrolment,
        "stamp": stamp_for(session, enrolment, way) if has_seat else "",
        "known": known,
        "word": WORDS[known.status] if known else "",
        "has_button": has_button,
        "refusal": refusal,
        "is_early": timezone.now() < opening(session),
        "may_keep_list": staff.may_keep(request.user, session),
    }
    with writing.clock_of(session.training_class):
        response = render(request, "attendance/arrive.html", context)
    return writing.kept_offline(response, until=closing(session))


# The helper


@opened_by_link
@require_http_methods(["GET", "HEAD", "POST"])
def helper(request, code, session=None):
    """The list of a session, for whoever holds a link in its hours."""
    link, answer = usable_link(request, code)
    if answer:
        return answer
    shown = chosen_session(link, session)
    if shown is None:
        return gone(request, "attendance/helper_gone.html", status=404, link=link)
    shown = SessionList(sessions_in_full().get(pk=shown.pk))
    writer = writing.Writer(way=Way.HELPER, by=None, helper=link)
    written = writing.answer(request, shown, writer)
    if isinstance(written, HttpResponse):
        return written
    address = reverse("attendance:helper_session", args=[code, shown.session.pk])
    context = {"list": shown, "link": link, "address": address, **written}
    with writing.clock_of(link.training_class):
        response = render(request, "attendance/helper.html", context)
    return writing.kept_offline(response, until=link.closes_at)


def usable_link(request, code):
    """The link if it works now, or else the page that says why it does not."""
    links = HelperLink.objects.select_related(
        "session", "training_class__training__unit"
    )
    link = links.filter(code=code).first()
    if link is None:
        return None, gone(request, "attendance/helper_gone.html", status=404)
    with writing.clock_of(link.training_class):
        is_late = "marks" in request.POST and link.takes_late_marks
        if link.is_spent and not is_late:
            page = gone(request, "attendance/helper_gone.html", status=410, link=link)
            return None, page
        if link.is_early:
            page = gone(request, "attendance/helper_gone.html", status=403, link=link)
            return None, page
    return link, None


def gone(request, template, *, status, link=None):
    """One designed page for a code that does not work, or not now."""
    if writing.wants_json(request):
        is_over = status == 410
        said = writing.WORKS_NO_MORE if is_over else _("This link does not work now.")
        return writing.refused(said, status=status)
    return render(request, template, {"link": link, "status": status}, status=status)


# The list without a signal


@login_not_required
@require_safe
def offline_script(request):
    """The script that keeps opened lists; it works only below its own address."""
    response = render(
        request, "attendance/offline.js", content_type="text/javascript; charset=utf-8"
    )
    response["Cache-Control"] = "no-cache"
    return response
