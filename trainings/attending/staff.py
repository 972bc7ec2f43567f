"""Pages for the staff of a class: its lists, door, paper, helpers and walk-ins."""

from datetime import timedelta
from functools import wraps

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from council import audit
from council.admin_scope import is_in_scope
from council.error_pages import busy
from council.keys import KEY
from council.pdf import PrintingFailed
from council.served_files import NO_POWER
from trainings.attendance import (
    AttendanceRefused,
    call_off,
    put_back,
    record,
    records_of,
    sessions_in_full,
)
from trainings.enrolment import EnrolmentRefused
from trainings.models import (
    Attendance,
    HelperLink,
    SheetPhoto,
    TrainingClass,
    WalkIn,
)

from . import helping, sheets, walk_ins, writing
from .forms import LinkForm, MergeForm, PhotoForm, ReasonForm, RowsForm, so_many
from .lists import SessionList, participants

MAY_KEEP = "trainings.change_attendance"


def may_keep(user, row) -> bool:
    """Whether the person keeps the lists of the unit the row belongs to."""
    return user.has_perm(MAY_KEEP) and is_in_scope(user, row)


def for_staff(view):
    """A page of staff who keep lists; for everybody else it does not exist."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.has_perm(MAY_KEEP):
            raise Http404
        return view(request, *args, **kwargs)

    return never_cache(guarded)


def session_for(user, pk):
    return get_object_or_404(sessions_in_full().in_scope(user), pk=pk)


def class_for(user, pk):
    classes = TrainingClass.objects.in_scope(user).select_related("training__unit")
    return get_object_or_404(classes, pk=pk)


def shown(request, template, training_class, **context):
    context |= {"training_class": training_class, "training": training_class.training}
    with writing.clock_of(training_class):
        return render(request, f"attendance/{template}.html", context)


# The list


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def session_list(request, pk):
    listed = SessionList(session_for(request.user, pk))
    writer = writing.Writer(way=Attendance.Way.LIST, by=request.user)
    written = writing.answer(request, listed, writer)
    if isinstance(written, HttpResponse):
        return written
    context = {"list": listed, **written}
    response = shown(request, "session", listed.training_class, **context)
    return writing.kept_offline(response)


@for_staff
@require_safe
def overview(request, pk):
    """All sessions of a class beside each other, and who can still reach what."""
    training_class = class_for(request.user, pk)
    sessions = list(training_class.sessions.all())
    records = records_of(training_class)
    marks = Attendance.objects.filter(session__in=sessions)
    standing = {(row.enrolment_id, row.session_id): row for row in marks}
    wanted = training_class.training.certificate_percent
    rows = list(participants(training_class))
    for row in rows:
        row.record = records[row.pk]
        row.is_out_of_reach = row.record.best_possible < wanted
        row.line = [standing.get((row.pk, each.pk)) for each in sessions]
    return shown(request, "overview", training_class, sessions=sessions, rows=rows)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def standing(request, pk):
    """Say that a session did not take place, or take that back."""
    session = session_for(request.user, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and session.is_cancelled:
        put_back(session, by=request.user)
        return redirect("attendance:session", pk)
    if form.is_valid():
        try:
            call_off(session, by=request.user, **form.cleaned_data)
        except AttendanceRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("attendance:session", pk)
    context = {"session": session, "form": form}
    return shown(request, "standing", session.training_class, **context)


# The door


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def poster(request, pk):
    """The QR code at the door, to show or print; a new one ends the old."""
    session = session_for(request.user, pk)
    if request.method == "POST":
        sheets.renew_door_code(session)
        messages.success(request, _("The old code no longer works."))
        return redirect("attendance:poster", pk)
    code = getattr(session, "door_code", None)
    address = code and request.build_absolute_uri(code.get_absolute_url())
    context = {"session": session, "address": address}
    return shown(request, "poster", session.training_class, **context)


# Paper


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request, pk):
    """Print the sheet, and bring back the photo of the signed one."""
    session = session_for(request.user, pk)
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        photo = sheets.keep_photo(session, form.cleaned_data["photo"], by=request.user)
        if photo:
            return redirect("attendance:tick", photo.pk)
        form.add_error("photo", _("There are enough photos of this session."))
    photos = session.sheet_photos.select_related("sheet", "document__uploaded_by")
    context = {
        "session": session,
        "form": form,
        "photos": photos,
        "last": session.sheets.last(),
        "number": session.training_class.taken,
    }
    return shown(request, "paper", session.training_class, **context)


@for_staff
@require_POST
def sheet_pdf(request, pk):
    session = session_for(request.user, pk)
    sheet = sheets.sheet_to_print(session, by=request.user)
    sheet.session = session
    try:
        content = sheets.as_pdf(sheet, request.build_absolute_uri)
    except PrintingFailed:
        return busy(request, reason="busy", seconds=30)
    name = f"daftar-hadir-{session.held_on}-{sheet.number}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def tick(request, pk):
    """The photo of a signed sheet beside its rows."""
    photo = photo_for(request.user, pk)
    session = sessions_in_full().get(pk=photo.session_id)
    listed = SessionList(session)
    rows = sheets.rows_of(photo.sheet, listed)
    form = RowsForm(request.POST or None, rows=rows)
    if request.method == "POST" and form.is_valid():
        key, way = form.cleaned_data["key"], Attendance.Way.PAPER
        try:
            written = record(session, form.marks(), way=way, key=key, by=request.user)
        except AttendanceRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, so_many(len(written)))
            return redirect("attendance:session", session.pk)
    chosen = {int(each) for each in form["signed"].value() or [] if KEY.fullmatch(each)}
    context = {"photo": photo, "list": listed, "rows": rows, "form": form}
    return shown(
        request,
        "tick",
        session.training_class,
        session=session,
        chosen=chosen,
        **context,
    )


@for_staff
@require_safe
def photo_file(request, pk):
    """The photo itself, which the audit log notes."""
    photo = photo_for(request.user, pk)
    document = photo.document
    try:
        content = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    audit.record("document.read", request=request, unit=document.unit, subject=document)
    response = FileResponse(content, filename="lembar.jpg")
    response["Content-Type"] = document.content_type
    response["Content-Security-Policy"] = NO_POWER
    return response


def photo_for(user, pk):
    if not user.has_perm("trainings.view_sheetphoto"):
        raise Http404
    photos = SheetPhoto.objects.in_scope(user).select_related("sheet", "document__unit")
    return get_object_or_404(photos, pk=pk)


# Helpers


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def helpers(request, pk):
    """The links of a class, and a form for a new one."""
    training_class = class_for(request.user, pk)
    form = LinkForm(
        request.POST or None,
        training_class=training_class,
        initial=first_hours(training_class, request.GET.get("sesi", "")),
    )
    if request.method == "POST" and form.is_valid():
        helping.lend(training_class, by=request.user, **form.terms())
        return redirect("attendance:helpers", pk)
    links = training_class.helper_links.select_related("session")
    for link in links:
        link.address = request.build_absolute_uri(link.get_absolute_url())
    return shown(request, "helpers", training_class, form=form, links=links)


def first_hours(training_class, asked) -> dict:
    """The hours a form proposes: an hour before the session it was opened from."""
    sessions = {str(each.pk): each for each in training_class.sessions.all()}
    session = sessions.get(asked)
    if session is None:
        now = training_class.local(timezone.now())
        return {"from_day": now.date(), "from_time": now.time().replace(second=0)}
    session.training_class = training_class
    begins = session.starts_at - timedelta(hours=1)
    return {"session": session, "from_day": begins.date(), "from_time": begins.time()}


@for_staff
@require_POST
def withdraw_link(request, pk):
    links = HelperLink.objects.in_scope(request.user)
    link = get_object_or_404(links, pk=pk)
    helping.withdraw(link)
    messages.success(request, _("The link no longer works."))
    return redirect("attendance:helpers", link.training_class_id)


# People without a seat


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def walk_in(request, pk):
    """Who somebody is that came without a seat, or that nobody needs to know."""
    rows = WalkIn.objects.open().in_scope(request.user)
    rows = rows.select_related("session__training_class__training__unit")
    person = get_object_or_404(rows, pk=pk)
    # By POST, because a name has no place in an address.
    words, is_search = request.POST.get("q", ""), "search" in request.POST
    found = walk_ins.found_for(person, words, request.user)
    is_gone = "discard" in request.POST
    typed = None if is_gone or is_search else request.POST or None
    form = MergeForm(typed, found=found)
    reason = ReasonForm(request.POST if is_gone else None, prefix="away")
    if form.is_valid() and tied(person, form, request.user):
        said = _("%(name)s is a participant now.")
        messages.success(request, said % {"name": form.cleaned_data["artisan"]})
        return redirect("attendance:session", person.session_id)
    if reason.is_valid():
        walk_ins.discard(person, by=request.user, **reason.cleaned_data)
        messages.success(request, _("Name and phone number are deleted."))
        return redirect("attendance:session", person.session_id)
    context = {"person": person, "form": form, "away": reason, "found": found}
    training_class = person.session.training_class
    return shown(request, "walk_in", training_class, words=words, **context)


def tied(person, form, user) -> bool:
    """Give the seat, or say on the form why there is none."""
    try:
        walk_ins.tie(person, by=user, **form.cleaned_data)
    except (AttendanceRefused, EnrolmentRefused) as refusal:
        form.add_error("artisan", str(refusal))
        return False
    return True


def address_of(session) -> str:
    """Where the list of a session is kept."""
    return reverse("attendance:session", args=[session.pk])
