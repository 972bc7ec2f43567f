"""The catalogue an official has put together: its lines, its sum and its last day."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.core.exceptions import ValidationError
from django.utils import timezone

from artisans.models import Product
from council.models import Unit

from .lines import Line, price_in_words
from .pooling import overbooked
from .selection import PREFIX, Selection
from .wishes import PiecesField, Wish

VALID_FOR = timedelta(days=14)


@dataclass(frozen=True)
class Entry:
    """A chosen product as the form shows it: its line, or what was typed wrongly."""

    product: Product
    typed: str
    line: Line | None
    # The catalogue without it.
    without_url: str
    errors: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{PREFIX}{self.product.slug}"


class Catalogue:
    """The chosen products that can still be had, held against the wish."""

    def __init__(self, selection: Selection, wish: Wish | None):
        self.selection, self.wish = selection, wish
        products = chosen_products(selection)
        self.missing = len(selection.numbers) - len(products)
        self.entries = [
            self.entry(products[slug], typed)
            for slug, typed in selection.numbers.items()
            if slug in products
        ]

    def entry(self, product, typed) -> Entry:
        without = self.selection.url("catalogue", {product.slug: 0})
        try:
            number = PiecesField().clean(typed)
        except ValidationError as error:
            return Entry(product, typed, None, without, tuple(error.messages))
        return Entry(product, typed, Line(product, number, self.wish), without)

    @cached_property
    def lines(self) -> list[Line]:
        return [entry.line for entry in self.entries if entry.line]

    @property
    def makers(self) -> list:
        """Each maker once, in the order of the lines."""
        return list({line.product.business: None for line in self.lines})

    @property
    def number(self) -> int:
        return sum(line.number for line in self.lines)

    @property
    def costs(self) -> tuple[int, int]:
        """The lowest and highest sum of all that have a price."""
        costs = [line.offer.costs(line.number) for line in self.lines]
        known = [each for each in costs if each]
        return sum(low for low, _high in known), sum(high for _low, high in known)

    @property
    def cost(self) -> str:
        return price_in_words(self.costs)

    @property
    def without_price(self) -> int:
        """How many lines are not in the sum, since their price must be asked."""
        return sum(line.product.price is None for line in self.lines)

    @property
    def budget(self) -> int | None:
        return self.wish.budget if self.wish else None

    @property
    def left(self) -> int | None:
        """What the budget leaves after the highest sum; less than 0 is too much."""
        return None if self.budget is None else self.budget - self.costs[1]

    @property
    def may_exceed(self) -> bool:
        """Whether only the lower ends of the price ranges stay within the budget."""
        return self.left is not None and self.left < 0 <= self.budget - self.costs[0]

    @property
    def excess(self) -> int:
        """By how much even the lowest sum exceeds the budget."""
        return max(self.costs[0] - self.budget, 0) if self.budget is not None else 0

    @property
    def overbooked(self) -> list:
        """Makers whose lines, each possible, are too much together."""
        if self.wish is None:
            return []
        orders = [(line.offer, line.number) for line in self.lines if line.is_sure]
        busy = overbooked(orders, self.wish.days)
        return [maker for maker in self.makers if maker.pk in busy]

    @property
    def as_of(self) -> date:
        """The day whose prices and capacities it shows."""
        return timezone.localdate()

    @property
    def valid_until(self) -> date:
        return self.as_of + VALID_FOR


def name_offices(makers) -> None:
    """Give makers without a public number the nearest council that can be reached."""
    shy = [maker for maker in makers if not maker.public_phone]
    codes = {code for maker in shy for code in codes_upwards(maker.unit.code)}
    reachable = Unit.objects.filter(code__in=codes).exclude(phone="", email="")
    offices = {unit.code: unit for unit in reachable} if shy else {}
    for maker in shy:
        codes = codes_upwards(maker.unit.code)
        nearest = next((offices[code] for code in codes if code in offices), None)
        maker.office = nearest or maker.unit


def codes_upwards(code: str) -> list[str]:
    """The code of a council and of each above it, the national root last."""
    parts = code.split(".") if code else []
    return [".".join(parts[:depth]) for depth in range(len(parts), -1, -1)]


def chosen_products(selection: Selection) -> dict[str, Product]:
    """The chosen souvenirs by slug, with all that a line and its contact show."""
    if not selection.numbers:
        return {}
    products = Product.objects.published().gifts().for_cards()
    products = products.filter(slug__in=selection.numbers)
    products = products.select_related("business__unit", "craft")
    return {product.slug: product for product in products}
