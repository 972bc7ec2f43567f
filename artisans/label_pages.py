"""The pages behind the QR code on a product's tag."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from council.public_pages import public_page

from .forms import LabelReportForm
from .labels import meanings_of, report
from .models import TechniqueLabel


@login_not_required
@public_page()
@require_safe
def label_detail(request, code):
    label = TechniqueLabel.objects.for_page().filter(code=code).first()
    if label is None:
        # A forged tag deserves a page that says so.
        return render(request, "artisans/label_unknown.html", status=404)
    return render(request, "artisans/label_detail.html", page_of(label))


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def label_report(request, code):
    label = get_object_or_404(TechniqueLabel.objects.for_page(), code=code)
    if request.method == "POST":
        form = LabelReportForm(request.POST, request=request)
        if form.is_valid():
            report(label, form_number=form.number, **form.answers)
            return redirect("artisans:label_reported", label.code)
    else:
        form = LabelReportForm(request=request)
    context = {**page_of(label), "form": form}
    return render(request, "artisans/label_report.html", context)


@login_not_required
@require_safe
def label_reported(request, code):
    label = get_object_or_404(TechniqueLabel.objects.for_page(), code=code)
    return render(request, "artisans/label_reported.html", page_of(label))


def page_of(label) -> dict:
    """What the pages show; of a product no longer public, its name alone."""
    product = label.product if label.product.is_published else None
    return {
        "label": label,
        "product": product,
        "maker": product and product.business,
        "meanings": meanings_of(label),
    }
