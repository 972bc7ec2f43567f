"""The pages on which a visitor asks a maker something."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .enquiries import ask
from .forms import EnquiryForm
from .models import Business, Product


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_product(request, slug):
    product = get_object_or_404(Product.objects.published().for_page(), slug=slug)
    return enquiry_form(request, product.business, product)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_maker(request, slug):
    maker = get_object_or_404(Business.objects.published().for_page(), slug=slug)
    return enquiry_form(request, maker, None)


def enquiry_form(request, maker, product):
    if request.method == "POST":
        form = EnquiryForm(request.POST, request=request)
        if form.is_valid():
            ask(maker, product, form_number=form.number, **form.answers)
            return redirect("artisans:asked", maker.slug)
    else:
        form = EnquiryForm(request=request)

    context = {"form": form, "maker": maker, "product": product}
    return render(request, "artisans/ask.html", context)


@login_not_required
@require_safe
def asked(request, slug):
    maker = get_object_or_404(Business.objects.published().for_page(), slug=slug)
    return render(request, "artisans/asked.html", {"maker": maker})
