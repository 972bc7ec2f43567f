"""What councils chose for a visitor: collections of products, routes to follow."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from council.public_pages import public_page

from .maps import Place, area_map
from .models import Collection, CraftRoute

PER_PAGE = 24


@login_not_required
@public_page("page")
def collection_list(request):
    collections = Collection.objects.published().with_something_to_see()
    context = {"page": page_of(collections.for_cards(), request)}
    return render(request, "artisans/collection_list.html", context)


@login_not_required
@public_page()
def collection_detail(request, slug):
    collections = Collection.objects.published().select_related("unit")
    collection = get_object_or_404(collections, slug=slug)
    items = collection.items.public().for_page()
    context = {"collection": collection, "items": list(items)}
    return render(request, "artisans/collection_detail.html", context)


@login_not_required
@public_page("page")
def route_list(request):
    routes = CraftRoute.objects.published().with_something_to_see()
    context = {"page": page_of(routes.select_related("city"), request)}
    return render(request, "artisans/route_list.html", context)


@login_not_required
@public_page()
def route_detail(request, slug):
    routes = CraftRoute.objects.published().with_stops_counted()
    route = get_object_or_404(routes.select_related("unit", "city"), slug=slug)
    stops = list(route.stops.public().for_page())
    days = by_day(stops)
    context = {"route": route, "days": days, "map": map_of(stops)}
    return render(request, "artisans/route_detail.html", context)


def page_of(rows, request):
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))


def by_day(stops) -> list[tuple[int, list]]:
    """The stops of each day, numbered through the whole route as on its map."""
    days = {}
    for number, stop in enumerate(stops, 1):
        stop.number = number
        days.setdefault(stop.day, []).append(stop)
    return list(days.items())


def map_of(stops):
    """The stops whose place may be shown, under their numbers on the page."""
    return area_map(
        (
            Place(
                number=stop.number,
                label=str(stop.place),
                kind=stop.mark,
                url=stop.place.get_absolute_url(),
                point=stop.place.map_point,
            )
            for stop in stops
            if stop.place.map_point
        ),
        towns={},
    )
