"""Pages about results: links that need no account, and the rule of the ladder."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Sum
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from artisans.models import Craft
from council.links import opened_by_link
from council.public_pages import public_page
from programs.models import LaterResult

from . import feedback as opinions
from .feedback import FeedbackClosed
from .follow_ups import STAGES, FollowUpClosed, answer, decline, with_person
from .ladder import RULE
from .models import FeedbackRequest, FollowUp, Training
from .result_forms import FeedbackForm, FollowUpForm
from .rubrics import GENERIC, OF_FAMILY

UNKNOWN = "trainings/results/link_unknown.html"


@opened_by_link
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request, code):
    row = with_person().filter(code=code).first()
    if row is None:
        return render(request, UNKNOWN, status=404)
    if not row.is_open:
        return closed(request, row.training_class.training)
    form = FollowUpForm.of(row, request.POST or None)
    if request.method == "POST":
        try:
            if "decline" in request.POST:
                return kept(decline(row))
            if form.is_valid():
                return kept(answer(row, way=FollowUp.Way.LINK, **form.answers()))
        except FollowUpClosed:
            return closed(request, row.training_class.training)
    context = {
        "follow_up": row,
        "training": row.training_class.training,
        "form": form,
        "is_kept": "terima-kasih" in request.GET and not form.is_bound,
    }
    return render(request, "trainings/results/follow_up.html", context)


def kept(row):
    """Back to the page, which says thank you and lets the answer be changed."""
    return redirect(f"{row.get_absolute_url()}?terima-kasih")


def closed(request, training):
    """What whoever comes too late reads."""
    context = {"training": training}
    return render(request, "trainings/results/link_closed.html", context, status=410)


@opened_by_link
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request, code):
    rows = FeedbackRequest.objects.select_related(
        "enrolment__training_class__training__unit"
    )
    row = rows.filter(code=code).first()
    if row is None:
        return render(request, UNKNOWN, status=404)
    training = row.enrolment.training_class.training
    form = FeedbackForm(request.POST or None)
    context = {"row": row, "training": training, "form": form}
    if row.is_answered:
        return render(request, "trainings/results/feedback_given.html", context)
    if not opinions.is_open(row):
        return closed(request, training)
    if request.method == "POST" and form.is_valid():
        try:
            opinions.give(row, **form.cleaned_data)
        except FeedbackClosed:
            return closed(request, training)
        return redirect(opinions.link_of(row))
    return render(request, "trainings/results/feedback.html", context)


@login_not_required
@public_page()
@require_safe
def ladder(request):
    context = {
        "rule": RULE,
        "stages": [told(row) for row in counted_stages()],
        "rubrics": [("", GENERIC)]
        + [(Craft.Family(family).label, each) for family, each in OF_FAMILY.items()],
        "list_url": reverse("trainings:list"),
    }
    return render(request, "trainings/results/ladder.html", context)


def counted_stages():
    """All published trainings together, stage by stage."""
    names = ("productive", "partly", "not_yet")
    rows = LaterResult.objects.filter(
        activity__in=Training.objects.published().values("pk"), months__in=STAGES
    ).order_by("months")
    return rows.values("months").annotate(**{f"all_{n}": Sum(n) for n in names})


def told(row) -> dict:
    """A stage as the public reads it: no group of one or two people is counted."""
    counts = [row["all_productive"], row["all_partly"], row["all_not_yet"]]
    number = sum(counts)
    if number < LaterResult.FEWEST_ANSWERS:
        return {"months": row["months"], "number": number, "counts": None}
    return {"months": row["months"], "number": number, "counts": hidden(counts)}


def hidden(counts: list[int]) -> list[int | None]:
    """
    The counts without those of one or two people.

    Where exactly one would be left out it could be worked out from the total, so
    the next smallest goes as well.
    """
    small = [n for n in counts if 0 < n < LaterResult.FEWEST_PEOPLE]
    if not small:
        return counts
    limit = max(small)
    if len(small) == 1:
        limit = min(n for n in counts if n > limit)
    return [n if n == 0 or n > limit else None for n in counts]
