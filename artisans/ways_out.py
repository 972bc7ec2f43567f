"""
Short addresses and pictures to share, the counted ways to a maker, and what counts
a look.

A way out leads to the number or shop that the maker's row holds, never to an
address that somebody wrote into a link.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import base36_to_int, int_to_base36
from django.views.decorators.http import require_safe

from council.templatetags.portal import whatsapp

from . import counting
from .models import Business, DailyCount, Product, ShopLink
from .share_pictures import Facts, share_picture
from .sharing import question_text

Channel = DailyCount.Channel
# One transparent point: the picture that counts a look.
POINT = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c000000000100010000"
    "02014c003b"
)


class ShortConverter:
    """The number of a row as few letters and digits: 1295 is "zz"."""

    regex = "[0-9a-z]{1,10}"

    def to_python(self, text):
        return base36_to_int(text)

    def to_url(self, number):
        return int_to_base36(number)


@login_not_required
@require_safe
def short_product(request, pk):
    product = get_object_or_404(Product.objects.published(), pk=pk)
    return redirect(product, permanent=True)


@login_not_required
@require_safe
def short_maker(request, pk):
    maker = get_object_or_404(Business.objects.published(), pk=pk)
    return redirect(maker, permanent=True)


@login_not_required
@require_safe
def picture_of_product(request, pk):
    products = Product.objects.published().for_page().prefetch_related("photos")
    return picture(request, get_object_or_404(products, pk=pk))


@login_not_required
@require_safe
def picture_of_maker(request, pk):
    makers = Business.objects.published().for_page().prefetch_related("crafts")
    return picture(request, get_object_or_404(makers, pk=pk))


def picture(request, row):
    facts = Facts(row)
    response = HttpResponse(share_picture(facts), content_type="image/jpeg")
    is_current = request.GET.get("v") == facts.digest
    age = 7 * 24 * 3600 if is_current else 300
    response["Cache-Control"] = f"public, max-age={age}"
    return response


@login_not_required
@require_safe
def whatsapp_about_product(request, pk):
    products = Product.objects.published().select_related("business")
    product = get_object_or_404(products, pk=pk)
    counting.note(request, Channel.WHATSAPP, product=pk)
    return to_whatsapp(product.business, product)


@login_not_required
@require_safe
def whatsapp_to_maker(request, pk):
    maker = get_object_or_404(Business.objects.published(), pk=pk)
    counting.note(request, Channel.WHATSAPP, business=pk)
    return to_whatsapp(maker, None)


def to_whatsapp(maker, product):
    if not maker.public_phone:
        raise Http404
    return leave(whatsapp(maker.public_phone, question_text(maker, product)))


@login_not_required
@require_safe
def shop(request, pk, product=0):
    links = ShopLink.objects.select_related("business")
    link = get_object_or_404(links, pk=pk, business__in=Business.objects.published())
    if link not in link.business.public_links():
        raise Http404
    if product:
        own = Product.objects.published().filter(business=link.business_id)
        get_object_or_404(own, pk=product)
    counting.note(request, link.marketplace, business=link.business_id, product=product)
    return leave(link.url)


def leave(address):
    response = HttpResponseRedirect(address)
    # A withdrawn consent closes the way at once, and every click is counted.
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@login_not_required
@require_safe
def look_at_product(request, pk):
    return looked(request, product=pk)


@login_not_required
@require_safe
def look_at_maker(request, pk):
    return looked(request, business=pk)


def looked(request, **page):
    """Answer a page's point; nobody waits for it, so counts are written here."""
    counting.note(request, Channel.VIEW, **page)
    counting.write_when_due()
    response = HttpResponse(POINT, content_type="image/gif")
    response["Cache-Control"] = "no-store"
    return response
