from datetime import timedelta

from allauth.core.internal import ratelimit

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from artisans.models import Product
from council.error_pages import busy, too_many_requests
from council.pdf import PrintingFailed, printed

from .asking import ask_all
from .catalogue import Catalogue, name_offices
from .finding import Answers, places
from .forms import QuestionForm
from .selection import Selection
from .wishes import EACH, OrderForm, WishForm

NEWEST = 8


@login_not_required
@require_safe
def search(request):
    selection = Selection(request.GET)
    form = WishForm(request.GET if selection.is_asked else None, places=places())
    wish = form.wish() if form.is_bound and form.is_valid() else None
    context = {
        "form": form,
        "answers": Answers(wish, selection) if wish else None,
        "catalogue": Catalogue(selection, wish),
        "newest": [] if form.is_bound else newest_gifts(),
        "example": example_url(),
    }
    return render(request, "gifts/search.html", context)


@login_not_required
@require_safe
def catalogue(request):
    chosen, form = asked_for(request)
    context = {"catalogue": chosen, "form": form}
    return render(request, "gifts/catalogue.html", context)


@login_not_required
@require_safe
def catalogue_pdf(request):
    chosen, form = asked_for(request)
    if not chosen.lines:
        context = {"catalogue": chosen, "form": form}
        return render(request, "gifts/catalogue.html", context)
    if not may_print(request):
        return too_many_requests(request)
    try:
        content = printed("gifts/catalogue_pdf.html", {"catalogue": chosen})
    except PrintingFailed:
        return busy(request, reason="busy", seconds=30)
    name = f"katalog-cenderamata-{chosen.as_of:%Y-%m-%d}.pdf"
    headers = {
        "Content-Disposition": f'inline; filename="{name}"',
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request):
    chosen, question = asked_for(request)
    if not chosen.lines:
        context = {"catalogue": chosen, "form": question}
        return render(request, "gifts/catalogue.html", context)
    if request.method == "POST":
        form = QuestionForm(request.POST, request=request)
        if form.is_valid():
            ask_all(chosen, form_number=form.number, **form.answers)
            return redirect(chosen.selection.url("asked"))
    else:
        form = QuestionForm(request=request)
    context = {"catalogue": chosen, "form": form}
    return render(request, "gifts/ask.html", context)


@login_not_required
@require_safe
def asked(request):
    chosen, form = asked_for(request)
    context = {"catalogue": chosen, "form": form}
    template = "gifts/asked.html" if chosen.lines else "gifts/catalogue.html"
    return render(request, template, context)


def may_print(request) -> bool:
    """Whether this address may have one more PDF now."""
    # allauth's public function lets every GET pass.
    return bool(
        ratelimit.consume(
            request, app="allauth.account", action="gift_catalogue", limit_get=True
        )
    )


def asked_for(request) -> tuple[Catalogue, OrderForm | None]:
    """The catalogue of an address, and its question where there is one."""
    selection, form, wish = Selection(request.GET), None, None
    if selection.is_asked:
        form = OrderForm(request.GET)
        wish = form.wish() if form.is_valid() else None
    chosen = Catalogue(selection, wish)
    name_offices([entry.product.business for entry in chosen.entries])
    return chosen, form


def newest_gifts():
    return Product.objects.published().gifts().for_cards()[:NEWEST]


def example_url() -> str:
    """A question to try: three hundred gifts for an event in a month."""
    needed_on = timezone.localdate() + timedelta(days=30)
    query = {
        "jumlah": 300,
        "tanggal": needed_on.isoformat(),
        "anggaran": 75_000,
        "per": EACH,
    }
    return reverse("gifts:search", query=query)
