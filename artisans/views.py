from django.contrib.auth.decorators import login_not_required
from django.db.models import prefetch_related_objects
from django.shortcuts import get_object_or_404, render

from council.public_pages import public_page

from .filters import MakerFilter, ProductFilter
from .linked_data import maker_as_linked_data, product_as_linked_data
from .models import Business, Centre, Craft, Motif, Outlet, Product
from .neighbours import SIMILAR, makers_near, products_near
from .questions import WORDS_OF_A_LIST, Listing
from .rotation import (
    AT_HOME,
    IN_LIST,
    OF_CRAFT,
    WORKS_AT_HOME,
    WORKS_IN_LIST,
    full_turn,
    makers_waiting,
)
from .share_pictures import Share

WORKS = 12
PRODUCTS, OTHERS = 8, 8
MOTIFS, CENTRES = 12, 3


@login_not_required
@public_page(*ProductFilter.base_filters, *WORDS_OF_A_LIST)
def product_list(request):
    products = ProductFilter(request.GET, queryset=Product.objects.published())
    context = {"listing": Listing(products, request.GET)}
    return render(request, "artisans/product_list.html", context)


@login_not_required
@public_page()
def product_detail(request, slug):
    product = get_object_or_404(Product.objects.published().for_page(), slug=slug)
    maker, others = product.business, list(products_near(product))
    prefetch_related_objects([product, *others], "photos")
    context = {
        "product": product,
        "maker": maker,
        "photos": list(product.photos.all()),
        "links": maker.public_links(),
        "from_maker": [each for each in others if each.business_id == maker.pk],
        "similar": [each for each in others if each.business_id != maker.pk][:SIMILAR],
        "linked_data": product_as_linked_data(product),
        "share": Share(product),
    }
    return render(request, "artisans/product_detail.html", context)


@login_not_required
@public_page(*MakerFilter.base_filters, *WORDS_OF_A_LIST)
def maker_list(request):
    makers = MakerFilter(request.GET, queryset=Business.objects.published())
    context = {"listing": Listing(makers, request.GET, per_page=IN_LIST)}
    return render(request, "artisans/maker_list.html", context)


@login_not_required
@public_page()
def maker_detail(request, slug):
    maker = get_object_or_404(Business.objects.published().for_page(), slug=slug)
    nearby = list(makers_near(maker))
    prefetch_related_objects([maker, *nearby], "crafts")
    links = maker.public_links()
    works = list(maker.products.published().for_cards()[: WORKS + 1])
    context = {
        "maker": maker,
        "crafts": list(maker.crafts.all()),
        "links": links,
        "works": works[:WORKS],
        "has_more_works": len(works) > WORKS,
        "nearby": nearby,
        "centres": list(maker.centres.published()),
        "outlets": list(Outlet.objects.published().showing(maker)),
        "linked_data": maker_as_linked_data(maker, links),
        "share": Share(maker),
    }
    return render(request, "artisans/maker_detail.html", context)


@login_not_required
@public_page()
def craft_list(request):
    crafts = Craft.objects.with_numbers().order_by("-product_count", "name")
    families = {family: [] for family in Craft.Family}
    for craft in crafts:
        families[craft.family].append(craft)
    context = {
        "families": [(family, rows) for family, rows in families.items() if rows],
        "number": len(crafts),
    }
    return render(request, "artisans/craft_list.html", context)


@login_not_required
@public_page()
def craft_detail(request, slug):
    craft = get_object_or_404(Craft.objects.with_numbers(), slug=slug)
    products = Product.objects.published().filter(craft=craft)
    products = products.in_list_order().for_cards()
    makers = Business.objects.published().of_crafts(pk=craft.pk)
    makers = makers.in_list_order().for_cards()
    motifs = Motif.objects.worth_a_page().filter(crafts=craft)
    centres = Centre.objects.published().of_craft(craft).for_cards()
    context = {
        "craft": craft,
        "motifs": list(motifs[:MOTIFS]),
        "centres": list(centres[:CENTRES]),
        "products": list(products[:PRODUCTS]),
        "makers": list(makers[:OF_CRAFT]),
        "others": list(Craft.objects.with_numbers().beside(craft)[:OTHERS]),
    }
    return render(request, "artisans/craft_detail.html", context)


@login_not_required
@public_page()
def fairness(request):
    number = Business.objects.published().count()
    context = {
        "number": number,
        "at_home": AT_HOME,
        "in_list": IN_LIST,
        "of_craft": OF_CRAFT,
        "home_days": full_turn(number, AT_HOME),
        "list_days": full_turn(number, IN_LIST),
        "works_at_home": WORKS_AT_HOME,
        "works_in_list": WORKS_IN_LIST,
        "works_days": full_turn(makers_waiting("list_turn").count(), WORKS_IN_LIST),
    }
    return render(request, "artisans/fairness.html", context)
