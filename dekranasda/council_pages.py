"""The pages of the councils: where each stands in the tree, and all it does."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.db.models.functions import Substr
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from artisans.models import Business, Product
from council.models import Region, Unit
from council.public_pages import public_page
from council.search import understand, whose_page_holds
from programs.models import Activity, Program

MOST_FOUND = 60
COMING = 6
PAST = 4
PROGRAMS = 8


@dataclass
class Province:
    """A province with its own council, if it has one, and those of its cities."""

    name: str
    council: Unit | None
    cities: list[Unit]


@login_not_required
@public_page("q")
@require_safe
def council_list(request):
    asked = understand(request.GET.get("q", ""))
    context = {"words": asked.typed, "asked": asked}
    if asked.typed:
        context["found"] = list(councils_found(asked)[:MOST_FOUND])
    else:
        context |= council_tree()
    return render(request, "council/council_list.html", context)


@login_not_required
@public_page()
@require_safe
def council_detail(request, slug):
    council = get_object_or_404(Unit.objects.select_related("region"), slug=slug)
    below = {"unit__code__startswith": council.code}
    activities = Activity.objects.published().filter(**below).select_related("unit")
    above = councils_above(council)
    context = {
        "council": council,
        "above": above,
        "reached": nearest_with_contact([council, *reversed(above)]),
        "parts": councils_directly_below(council),
        "coming": activities.upcoming()[:COMING],
        "past": activities.past()[:PAST],
        "programs": programs_of(council)[:PROGRAMS],
        "today": timezone.localdate(),
        "makers_url": makers_url(council),
        "makers": Business.objects.published().filter(**below).count(),
        "products": products_of(council).count(),
    }
    return render(request, "council/council_detail.html", context)


def nearest_with_contact(councils):
    """The first of the councils that can be reached, or None."""
    return next((each for each in councils if each.has_contact), None)


def councils_found(asked):
    """Councils that hold the words, in the order of the tree."""
    units = Unit.objects.select_related("region__parent").order_by("code")
    return whose_page_holds(units, "dewan", asked)


def council_tree() -> dict:
    """Provinces over their cities, each city with its number of kecamatan."""
    levels = [Unit.Level.NATIONAL, Unit.Level.PROVINCE, Unit.Level.CITY]
    units = list(Unit.objects.filter(level__in=levels).order_by("code"))
    numbers = Counter(
        dict(
            Unit.objects.filter(level=Unit.Level.DISTRICT)
            .order_by()
            .annotate(city=Substr("code", 1, 5))
            .values_list("city")
            .annotate(number=Count("pk"))
        )
    )
    for unit in units:
        unit.kecamatan_count = numbers[unit.code]
    names = Region.objects.filter(level=Region.Level.PROVINCE)
    provinces = {
        code: Province(name=name, council=None, cities=[])
        for code, name in names.values_list("code", "name")
    }
    for unit in units:
        if unit.level == Unit.Level.CITY:
            provinces[unit.code[:2]].cities.append(unit)
        elif unit.level == Unit.Level.PROVINCE:
            provinces[unit.code].council = unit
    shown = [item for item in provinces.values() if item.council or item.cities]
    return {
        "root": next((unit for unit in units if not unit.code), None),
        "provinces": shown,
        "number": len(units) + sum(numbers.values()),
    }


def councils_above(council):
    """The councils on the way from the root to this one."""
    if not council.code:
        return []
    parts = council.code.split(".")
    codes = ["", *(".".join(parts[:depth]) for depth in range(1, len(parts)))]
    return list(Unit.objects.filter(code__in=codes).order_by("code"))


def councils_directly_below(council):
    """The next councils down the tree, such as a city's kecamatan."""
    levels = Unit.Level.values
    level = levels.index(council.level) + 1
    if level == len(levels):
        return []
    units = Unit.objects.below(council).filter(level=levels[level])
    return list(units.order_by("code"))


def programs_of(council):
    """What the council has decided, the newest year first."""
    programs = Program.objects.published().filter(unit=council)
    return programs.select_related("line", "unit").order_by("-year", "title")


def makers_url(council) -> str:
    """The list of makers of the council's city; wider councils show them all."""
    city = council.code[:5]
    url = reverse("artisans:makers")
    return f"{url}?wilayah={city}" if len(city) == 5 else url


def products_of(council):
    return Product.objects.published().filter(
        business__unit__code__startswith=council.code
    )
