"""The fair queue in plain words, and offers of seats that are answered by a link."""

from contextlib import suppress

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from council.links import opened_by_link
from council.public_pages import public_page

from .enrolment import EnrolmentRefused, accept_offer, decline_offer
from .models import Offer, QueueWeights

ANSWERS = {"terima": accept_offer, "tolak": decline_offer}


@login_not_required
@public_page()
@require_safe
def fair_queue(request):
    today = timezone.localdate()
    own = QueueWeights.objects.latest_on(today).select_related("unit")
    context = {
        "default": QueueWeights(),
        "own": list(own),
        "coming": list(QueueWeights.objects.after(today).select_related("unit")),
    }
    return render(request, "trainings/fair_queue.html", context)


@opened_by_link
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request, code, word):
    """Ask once more, then answer: previews of the link must change nothing."""
    if word not in ANSWERS:
        raise Http404
    found = Offer.objects.with_class().filter(code=code).first()
    if found and request.method == "POST":
        # When it is refused, the page says how the offer stands now.
        with suppress(EnrolmentRefused):
            ANSWERS[word](found)
        return redirect(request.path)
    context = {"offer": found, "word": word, "is_yes": word == "terima"}
    status = 404 if found is None else 410 if found.is_gone else 200
    return render(request, "trainings/offer.html", context, status=status)
