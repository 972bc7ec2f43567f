"""Where craft can be seen: centres, where it is made, and outlets, where it stands."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render

from council.public_pages import public_page

from .models import Business, Centre, Outlet, Placement, Product
from .neighbours import first_where
from .place_filters import CentreFilter, OutletFilter
from .questions import WORDS_OF_A_LIST, Listing

PRODUCTS, MAKERS, NEARBY = 8, 12, 3


@login_not_required
@public_page(*CentreFilter.base_filters, *WORDS_OF_A_LIST)
def centre_list(request):
    centres = CentreFilter(request.GET, queryset=Centre.objects.published())
    context = {"listing": Listing(centres, request.GET)}
    return render(request, "artisans/centre_list.html", context)


@login_not_required
@public_page()
def centre_detail(request, slug):
    centres = Centre.objects.published().select_related("city", "village", "unit")
    centre = get_object_or_404(centres, slug=slug)
    makers = Business.objects.published().filter(centres=centre)
    products = Product.objects.published().filter(business__in=makers)
    crafts = list(centre.crafts.all())
    if crafts:
        products = products.filter(craft__in=crafts)
    context = {
        "centre": centre,
        "crafts": crafts,
        "makers": list(makers.for_cards()[:MAKERS]),
        "products": list(products.for_cards()[:PRODUCTS]),
        "nearby": list(others_near(centre)),
    }
    return render(request, "artisans/centre_detail.html", context)


def others_near(centre):
    """Other centres of the same city, then of the province."""
    others = Centre.objects.published().exclude(pk=centre.pk)
    near = others.in_region(centre.city_id[:2]).for_cards()
    return near.order_by(first_where(city=centre.city_id), "name")[:NEARBY]


@login_not_required
@public_page(*OutletFilter.base_filters, *WORDS_OF_A_LIST)
def outlet_list(request):
    outlets = OutletFilter(request.GET, queryset=Outlet.objects.published())
    context = {"listing": Listing(outlets, request.GET)}
    return render(request, "artisans/outlet_list.html", context)


@login_not_required
@public_page()
def outlet_detail(request, slug):
    outlets = Outlet.objects.published().select_related("city", "village", "unit")
    outlet = get_object_or_404(outlets, slug=slug)
    placements = Placement.objects.current().filter(outlet=outlet)
    makers = Business.objects.published().filter(
        pk__in=placements.order_by().values("business")
    )
    products = Product.objects.published().filter(
        pk__in=placements.order_by().values("product")
    )
    context = {
        "outlet": outlet,
        "makers": list(makers.for_cards()[:MAKERS]),
        "products": list(products.for_cards()[: PRODUCTS * 2]),
    }
    return render(request, "artisans/outlet_detail.html", context)
