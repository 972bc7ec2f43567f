"""The pages behind the QR code of a certificate, and the artisan's own download."""

import re
from functools import wraps

from allauth.core.internal import ratelimit

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from council.error_pages import busy, too_many_requests
from council.links import ALPHABET, LENGTH
from council.pdf import PrintingFailed

from .certificate_papers import content_of, file_name
from .models import Certificate
from .views import enrolments_for

NO_POWER = "default-src 'none'; sandbox"


def for_holders(view):
    """A page for whoever holds the sheet: kept by nobody, found by no search."""

    @login_not_required
    @never_cache
    @require_safe
    @wraps(view)
    def guarded(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex"
        return response

    return guarded


@for_holders
def ask(request):
    typed = request.GET.get("kode", "").strip()
    if code := as_code(typed):
        return redirect("certificates:check", code)
    context = {"typed": typed[:60], "length": LENGTH}
    return render(request, "certificates/ask.html", context)


@for_holders
def check(request, code):
    if not may_ask(request):
        return too_many_requests(request)
    certificates = Certificate.objects.with_standing().select_related("craft")
    certificate = certificates.filter(code=as_code(code)).first()
    if certificate is None:
        # Whoever holds a forged sheet deserves a page that says so.
        context = {"typed": code[:60], "length": LENGTH}
        return render(request, "certificates/unknown.html", context, status=404)
    return render(request, "certificates/check.html", {"certificate": certificate})


def may_ask(request) -> bool:
    """Whether this connection may look at one more code now."""
    # allauth's public function lets every GET pass.
    return bool(
        ratelimit.consume(
            request, app="allauth.account", action="check_certificate", limit_get=True
        )
    )


def as_code(typed: str) -> str:
    """The code in what was typed from paper or pasted; empty if it holds none."""
    last = typed.rstrip("/").rpartition("/")[2]
    code = re.sub(r"[\s–-]", "", last).upper()
    is_one = len(code) == LENGTH and set(code) <= set(ALPHABET)
    return code if is_one else ""


@never_cache
@require_safe
def own_certificate(request, pk):
    """The artisan's valid certificate of a registration, as PDF."""
    enrolment = get_object_or_404(enrolments_for(request.user), pk=pk)
    certificates = Certificate.objects.valid().select_related("unit", "craft")
    certificate = get_object_or_404(certificates, enrolment=enrolment)
    return answered(request, certificate)


def answered(request, certificate) -> HttpResponse:
    """The PDF to keep, or the page that says to try again."""
    try:
        content = content_of(certificate)
    except PrintingFailed:
        return busy(request, reason="busy", seconds=30)
    response = HttpResponse(content, content_type="application/pdf")
    name = file_name(certificate)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = NO_POWER
    response["Cache-Control"] = "private, no-store"
    return response
