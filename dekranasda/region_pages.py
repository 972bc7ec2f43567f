"""The craft map, and all that one region has: composed of every room below."""

import re
from dataclasses import dataclass, field

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, F, Q
from django.db.models.functions import Substr
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from artisans.maps import Place, area_map, country_map, known_points
from artisans.models import (
    Business,
    Centre,
    Craft,
    CraftRoute,
    Motif,
    Outlet,
    Product,
)
from artisans.models.status import Status
from council.models import Region, Unit
from council.public_pages import public_page
from programs.models import Activity

PROVINCE_OR_CITY = re.compile(r"[0-9]{2}(\.[0-9]{2})?", re.ASCII)
MAKERS, PRODUCTS, MOTIFS, COMING = 6, 8, 12, 4
MOST_PLACES, MOST_MARKS = 24, 36


@dataclass
class Numbers:
    """What the public finds in a region, in numbers."""

    code: str
    name: str = ""
    makers: int = 0
    centres: int = 0
    outlets: int = 0
    parts: list["Numbers"] = field(default_factory=list)

    @property
    def url(self) -> str:
        return reverse("region", args=[self.code])

    @property
    def total(self) -> int:
        return self.makers + self.centres + self.outlets

    def add(self, other: "Numbers") -> None:
        self.makers += other.makers
        self.centres += other.centres
        self.outlets += other.outlets
        self.parts.append(other)


@login_not_required
@public_page()
def region_list(request):
    provinces = [each for each in numbers_by_province() if each.total]
    places = [
        Place(number, each.name, "region", each.url, known_points()[each.code])
        for number, each in enumerate(provinces, 1)
        if each.code in known_points()
    ]
    context = {"provinces": provinces, "map": country_map(places)}
    return render(request, "regions/region_list.html", context)


def numbers_by_province() -> list[Numbers]:
    """Each province with the numbers of its cities, in the order of their codes."""
    cities = numbers_by_city()
    codes = {code[:2] for code in cities}
    names = dict(
        Region.objects.filter(pk__in=[*codes, *cities]).values_list("pk", "name")
    )
    provinces = {code: Numbers(code, names[code]) for code in sorted(codes)}
    for code, city in sorted(cities.items()):
        city.name = names[code]
        provinces[code[:2]].add(city)
    return list(provinces.values())


def numbers_by_city() -> dict[str, Numbers]:
    found = {}
    for what, rows, code in (
        ("makers", Business.objects.published(), Substr("village_id", 1, 5)),
        ("centres", Centre.objects.published(), F("city_id")),
        ("outlets", Outlet.objects.published(), F("city_id")),
    ):
        counted = rows.order_by().values_list(code).annotate(Count("pk"))
        for city, number in counted:
            setattr(found.setdefault(city, Numbers(city)), what, number)
    return found


@login_not_required
@public_page()
def region_detail(request, code):
    if not PROVINCE_OR_CITY.fullmatch(code):
        raise Http404
    region = get_object_or_404(Region.objects.with_parents(), pk=code)
    makers = Business.objects.published().filter(village__code__startswith=f"{code}.")
    centres = list(Centre.objects.published().in_region(code).for_cards()[:MOST_PLACES])
    outlets = list(Outlet.objects.published().in_region(code).for_cards()[:MOST_PLACES])
    context = {
        "region": region,
        "map": map_of(region, centres, outlets, makers),
        "crafts": crafts_of(code),
        "centres": centres,
        "outlets": outlets,
        "makers": list(makers.for_cards()[:MAKERS]),
        "products": list(products_of(code)[:PRODUCTS]),
        "motifs": list(Motif.objects.worth_a_page().of_region(code)[:MOTIFS]),
        "routes": list(routes_of(code)),
        "coming": list(coming_in(code)[:COMING]),
        "council": Unit.objects.filter(code=code).first(),
        **counts_of(makers, code),
    }
    return render(request, "regions/region_detail.html", context)


def counts_of(makers, code) -> dict:
    """How much there is in all, and where the rest of it stands."""
    is_city = len(code) == 5
    query = f"?wilayah={code}" if is_city else ""
    return {
        "maker_count": makers.count(),
        "makers_url": reverse("artisans:makers") + query,
        "products_url": reverse("artisans:products") + query,
    }


def map_of(region, centres, outlets, makers):
    """The places of a region, those open to the public first."""
    rows = [("centre", row) for row in centres] + [("outlet", row) for row in outlets]
    rows += [("maker", row) for row in makers.on_the_map()[:MOST_MARKS]]
    rows = [(kind, row) for kind, row in rows if row.map_point][:MOST_MARKS]
    places = [
        Place(number, str(row), kind, row.get_absolute_url(), row.map_point)
        for number, (kind, row) in enumerate(rows, 1)
    ]
    return area_map(places, names_of_cities(region))


def names_of_cities(region) -> dict[str, str]:
    """The cities and regencies of the region's province, by code."""
    cities = Region.objects.below(region.pk[:2]).filter(level=Region.Level.REGENCY)
    return dict(cities.values_list("pk", "name"))


def crafts_of(code):
    """The crafts that makers of the region practise."""
    crafts = Craft.objects.filter(
        businesses__status=Status.VERIFIED,
        businesses__village__code__startswith=f"{code}.",
    )
    return list(crafts.distinct().defer("about", "about_en"))


def products_of(code):
    products = Product.objects.published().filter(
        business__village__code__startswith=f"{code}."
    )
    return products.for_cards()


def routes_of(code):
    routes = CraftRoute.objects.published().with_something_to_see()
    return routes.in_region(code).select_related("city")


def coming_in(code):
    """What can be gone to in the region, soonest first."""
    activities = Activity.objects.published().upcoming()
    activities = activities.exclude(kind=Activity.Kind.MEETING)
    here = Q(unit__code__startswith=code) | Q(region__code__startswith=code)
    return activities.filter(here).select_related("unit", "region")
