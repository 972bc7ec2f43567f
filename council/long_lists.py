"""
Pages of a list that may hold a million rows.

The first pages have numbers. Further on a page begins where the one before it
ended: its address names the last row shown, and costs what the first page costs.
"""

from dataclasses import dataclass
from functools import cached_property, partial

from django.core.paginator import Paginator
from django.db.models import BooleanField, F, Func, Value

from .kept_pieces import kept

NUMBERED = 40
AFTER, BEFORE = "setelah", "sebelum"


class Further(Func):
    """
    Whether a pair stands further in an order than another, compared as one value.

    An index begins at such a pair even where many rows share the first value.
    """

    output_field = BooleanField()
    sign = "<"

    def as_sql(self, compiler, connection, **context):
        parts = [compiler.compile(each) for each in self.get_source_expressions()]
        texts, values = zip(*parts, strict=True)
        text = "({}, {}) {sign} ({}, {})".format(*texts, sign=self.sign)
        return text, [value for some in values for value in some]


@dataclass(frozen=True)
class Order:
    """An order of a list: by a value that every row has, then by age of the row."""

    label: str
    value: object
    is_falling: bool = False

    def sorted(self, rows, *, backwards=False):
        sign = "-" if self.is_falling != backwards else ""
        return rows.alias(place=self.value).order_by(f"{sign}place", f"{sign}pk")

    def beyond(self, rows, place, *, backwards=False):
        """The rows after a place in this order, or before it."""
        value, key = place
        further = Further(F("place"), F("pk"), Value(value), Value(key))
        further.sign = "<" if self.is_falling != backwards else ">"
        return self.sorted(rows, backwards=backwards).filter(further)


@dataclass(frozen=True)
class Place:
    """Where a row stands on a page; the row itself is read when a card needs it."""

    page: "LongPage"
    pk: int
    slug: str

    @property
    def row(self):
        # It may be gone since the page was asked for.
        return self.page.whole_rows.get(self.pk)


class LongPage:
    """One page of a long list, as the address asks for it."""

    def __init__(
        self, rows, order, total, address, url_with, per_page, *, keeps_cards=False
    ):
        self.rows, self.order, self.total = rows, order, total
        self.keeps_cards = keeps_cards
        self.address, self.url_with, self.per_page = address, url_with, per_page
        self.last = max(1, -(-total // per_page))

    @cached_property
    def start(self):
        """Which way from which place in the order the page goes, if it says so."""
        for way in (AFTER, BEFORE):
            slug = self.address.get(way, "")
            if slug and slug.isascii() and self.order.value is not None:
                return way, self.kept("start", partial(self.place_of, slug))
        return "", None

    def place_of(self, slug):
        rows = self.rows.model.objects.filter(slug=slug[:200])
        rows = rows.annotate(place=self.order.value)
        return rows.values_list("place", "pk").first()

    def kept(self, what, make):
        """What this page found, as long as nothing public changes."""
        asked = sorted(self.address.items())
        return kept((what, self.rows.model._meta.label, *asked), make)

    @cached_property
    def is_deep(self) -> bool:
        """Whether it begins at a row rather than at a number."""
        return self.start[1] is not None and bool(self.found)

    @cached_property
    def found(self):
        """The rows from the named place on, one more than the page shows."""
        way, place = self.start
        is_back = way == BEFORE
        rows = self.order.beyond(self.rows, place, backwards=is_back)
        return self.shown(rows[: self.per_page + 1], "found")

    def shown(self, rows, what) -> list:
        """The rows with their cards; only their places where cards are kept."""
        if not self.keeps_cards:
            return list(rows.for_cards())
        places = rows.values_list("pk", "slug")
        return [Place(self, *pair) for pair in self.kept(what, lambda: list(places))]

    @cached_property
    def number(self) -> int:
        most = self.last if self.is_deep else min(self.last, NUMBERED)
        counted = Paginator(range(most * self.per_page), self.per_page)
        return counted.get_page(self.address.get("page")).number

    @cached_property
    def object_list(self) -> list:
        if self.is_deep:
            rows = self.found[: self.per_page]
            return rows[::-1] if self.start[0] == BEFORE else rows
        first = (self.number - 1) * self.per_page
        rows = self.order.sorted(self.rows)[first : first + self.per_page]
        return self.shown(rows, "counted")

    @cached_property
    def whole_rows(self) -> dict:
        """The rows of this page with all that their cards show."""
        keys = [place.pk for place in self.object_list]
        return self.rows.model.objects.for_cards().in_bulk(keys)

    def __iter__(self):
        return iter(self.object_list)

    def __getitem__(self, number):
        return self.object_list[number]

    def __len__(self):
        return len(self.object_list)

    @property
    def has_other_pages(self) -> bool:
        return bool(self.previous_url or self.next_url)

    @property
    def next_url(self) -> str:
        rows, is_back = self.object_list, self.start[0] == BEFORE
        if self.is_deep:
            has_next = is_back or len(self.found) > self.per_page
        else:
            has_next = self.number < self.last
        if not rows or not has_next:
            return ""
        return self.url_of(self.number + 1, {AFTER: rows[-1].slug})

    @property
    def previous_url(self) -> str:
        if self.number < 2 or not self.object_list:
            return ""
        return self.url_of(self.number - 1, {BEFORE: self.object_list[0].slug})

    def url_of(self, number: int, place=None) -> str:
        """The address of a page: its number, and far in the list where it begins."""
        if number <= NUMBERED:
            return self.url_with({"page": "" if number == 1 else str(number)})
        if self.order.value is None:
            return ""
        return self.url_with({"page": str(number), **place})

    @property
    def numbers(self) -> list[tuple[int | None, str]]:
        """The numbers to offer with their addresses; None stands for a gap."""
        most = min(self.last, NUMBERED)
        counted = Paginator(range(most * self.per_page), self.per_page)
        here = min(self.number, most)
        shown = counted.get_elided_page_range(here, on_each_side=1, on_ends=1)
        numbers = [
            (None, "") if each == counted.ELLIPSIS else (each, self.url_of(each))
            for each in shown
        ]
        return (
            numbers
            if self.number <= most
            else [*numbers, (None, ""), (self.number, "")]
        )
