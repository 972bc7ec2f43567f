"""The motif library: what a pattern means, who may use it, and who does."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, render

from council.public_pages import public_page

from .models import Business, Motif, Product
from .place_filters import MotifFilter
from .questions import WORDS_OF_A_LIST, Listing

PRODUCTS, MAKERS, OTHERS = 8, 6, 8


@login_not_required
@public_page(*MotifFilter.base_filters, *WORDS_OF_A_LIST)
def motif_list(request):
    motifs = MotifFilter(request.GET, queryset=Motif.objects.worth_a_page())
    context = {"listing": Listing(motifs, request.GET)}
    return render(request, "artisans/motif_list.html", context)


@login_not_required
@public_page()
def motif_detail(request, slug):
    motifs = Motif.objects.with_numbers().select_related("region")
    motif = get_object_or_404(motifs, slug=slug)
    products = Product.objects.published().filter(motifs=motif)
    makers = Business.objects.published().filter(
        Exists(products.filter(business=OuterRef("pk")))
    )
    context = {
        "motif": motif,
        "crafts": list(motif.crafts.all()),
        "products": list(products.for_cards()[:PRODUCTS]),
        "makers": list(makers.for_cards()[:MAKERS]),
        "others": list(beside(motif)[:OTHERS]),
    }
    return render(request, "artisans/motif_detail.html", context)


def beside(motif):
    """Other motifs of the crafts that know this one."""
    others = Motif.objects.worth_a_page().exclude(pk=motif.pk)
    return others.filter(crafts__in=motif.crafts.values("pk")).distinct()
