"""Invented choices of the councils: a few flagship products of this year and last."""

from artisans.models import FlagshipMark, Product
from artisans.models.flagships import this_year

from .councils import CITIES, unit

EACH = 3


def build():
    """Mark products of each city, once: a city that has marks keeps its own."""
    for code in CITIES:
        council = unit(code)
        if FlagshipMark.objects.filter(unit=council).exists():
            continue
        products = Product.objects.published().in_city(code).filter(is_example=True)
        for place, product in enumerate(products.order_by("slug")[: 2 * EACH : 2]):
            year = this_year() - (place == EACH - 1)
            FlagshipMark.objects.create(product=product, unit=council, year=year)
