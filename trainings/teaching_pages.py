"""The pages of instructors, by a link of their own or with an account."""

from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from council.keys import KEY
from council.links import opened_by_link
from programs.calendar_file import CONTENT_TYPE

from .booked import bookings_of, hours_of
from .inviting import InvitationRefused, answer, asker, why_not_answer
from .models import Engagement, Instructor
from .teaching import (
    OwnPages,
    keep_profile,
    participants_of,
    sections_of,
    seen_by,
    taught_by,
)
from .teaching_calendar import teaching_calendar
from .teaching_forms import AnswerForm, AvailabilityForm, InstructorForm, SkillForm


def by_code(view):
    """Find the instructor whose code stands in the address."""

    @opened_by_link
    @wraps(view)
    def page(request, code, **kwargs):
        instructor = Instructor.objects.with_skills().filter(code=code).first()
        if instructor is None:
            return unknown(request)
        return view(request, OwnPages(instructor, code), **kwargs)

    return page


def by_account(view):
    """Find the instructor who is signed in."""

    @never_cache
    @wraps(view)
    def page(request, **kwargs):
        instructors = Instructor.objects.with_skills()
        instructor = instructors.filter(person__user=request.user).first()
        if instructor:
            return view(request, OwnPages(instructor), **kwargs)
        if kwargs:
            raise Http404
        return render(request, "teaching/nobody.html")

    return page


def unknown(request):
    return render(request, "teaching/unknown.html", status=404)


@opened_by_link
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request, code):
    engagement = Engagement.objects.with_class().filter(code=code).first()
    if engagement is None:
        return unknown(request)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(answer(engagement, **form.words))
        except InvitationRefused as refusal:
            form.add_error(None, str(refusal))
            engagement = Engagement.objects.with_class().get(pk=engagement.pk)
    return render(
        request,
        "teaching/invitation.html",
        about(engagement, form),
        status=410 if is_closed(engagement) else 200,
    )


def is_closed(engagement) -> bool:
    """Whether the link has nothing more to say but that it is over."""
    training_class = engagement.training_class
    is_off = engagement.is_withdrawn or training_class.is_cancelled
    is_late = bool(why_not_answer(engagement)) and not training_class.training.is_off
    return is_off or (is_late and not engagement.is_confirmed)


def about(engagement, form) -> dict:
    """What an invitation says, and whether something else stands at these hours."""
    training_class = engagement.training_class
    refusal = why_not_answer(engagement)
    person = engagement.instructor_id
    return {
        "engagement": engagement,
        "training_class": training_class,
        "training": training_class.training,
        "hours": hours_of(training_class),
        "asker": asker(engagement),
        "refusal": refusal,
        "is_elsewhere": not refusal and bool(bookings_of([person], training_class)),
        "form": form,
    }


@require_safe
def home(request, pages):
    classes = taught_by(pages)
    context = {
        "pages": pages,
        "waiting": [each for each in classes if each.waits],
        "coming": [
            each
            for each in classes
            if each.engagement.is_confirmed and not each.is_over
        ],
        "past": [
            each
            for each in reversed(classes)
            if each.engagement.is_confirmed and each.is_over
        ],
    }
    return render(request, "teaching/home.html", context)


@require_safe
def class_detail(request, pages, pk):
    rows = Engagement.objects.confirmed().with_class()
    own = rows.filter(instructor=pages.instructor.person_id)
    teaching = seen_by(pages, get_object_or_404(own, training_class=pk))
    context = {
        "pages": pages,
        "teaching": teaching,
        "hours": hours_of(teaching.training_class),
        "participants": participants_of(teaching),
        "sections": sections_of(teaching.training_class),
    }
    return render(request, "teaching/class_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def times(request, pages):
    return rows_page(
        request,
        pages,
        AvailabilityForm,
        pages.times,
        "teaching/times.html",
        pages.instructor.periods.all(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def skills(request, pages):
    return rows_page(
        request,
        pages,
        SkillForm,
        pages.skills,
        "teaching/skills.html",
        pages.instructor.skills.select_related("craft"),
    )


def rows_page(request, pages, form_class, address, template, rows):
    """A list of the instructor's own rows: one may be added, each may be removed."""
    if removed := request.POST.get("remove", ""):
        # Removing what is gone already is as good as removing it.
        rows.filter(pk=removed if KEY.fullmatch(removed) else 0).delete()
        messages.success(request, _("Removed."))
        return redirect(address)
    form = form_class(request.POST or None, instructor=pages.instructor)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Kept. Thank you."))
        return redirect(address)
    context = {"pages": pages, "rows": rows.all(), "form": form}
    return render(request, template, context)


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request, pages):
    form = InstructorForm(request.POST or None, instance=pages.instructor)
    if request.method == "POST" and form.is_valid():
        agreed = {
            name: form.cleaned_data[name] for name in ("is_in_pool", "has_public_line")
        }
        keep_profile(form.instance, **agreed)
        messages.success(request, _("Kept. Thank you."))
        return redirect(pages.profile)
    return render(request, "teaching/profile.html", {"pages": pages, "form": form})


@require_safe
def calendar(request, pages):
    content = teaching_calendar(taught_by(pages))
    headers = {"Content-Disposition": 'inline; filename="mengajar.ics"'}
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)
