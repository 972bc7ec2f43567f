"""What a visitor may ask of the list of events, and how many fit each answer."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.db.models.functions import Substr, TruncMonth

from council.models import Region
from council.search_terms import capped
from programs.models import Activity

PER_PAGE = 12
CITY_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")
MONTH = re.compile(r"(20[0-9]{2}|2100)-(0[1-9]|1[0-2])")
KINDS = {kind.value: kind for kind in Activity.Kind if kind != Activity.Kind.TRAINING}
SCALES = {scale.value: scale for scale in Activity.Scale}


@dataclass(frozen=True)
class Answer:
    """One answer of a filter with the number of events that fit it."""

    value: str
    label: str
    count: int
    is_chosen: bool


class EventSearch:
    """
    The list of `/acara/` as the address asks for it.

    Four queries, whatever the number of events; words that mean nothing are
    passed over, so that an old or mangled link still shows a list.
    """

    def __init__(self, asked):
        self.words = capped(asked.get("q", ""))
        self.is_past = asked.get("waktu") == "lalu"
        self.kind = asked.get("jenis") if asked.get("jenis") in KINDS else ""
        self.scale = asked.get("skala") if asked.get("skala") in SCALES else ""
        self.city = known(CITY_CODE, asked.get("kota", ""))
        self.month = known(MONTH, asked.get("bulan", ""))
        self.page_number = asked.get("page")

    @property
    def chosen(self) -> dict[str, str]:
        """What narrows the list, by its name in the address."""
        asked = {
            "q": self.words,
            "jenis": self.kind,
            "skala": self.scale,
            "kota": self.city,
            "bulan": self.month,
        }
        return {name: value for name, value in asked.items() if value}

    @cached_property
    def found(self):
        """Every event that fits the words, upcoming or past, before the filters."""
        events = Activity.objects.published().beside_trainings()
        events = events.past() if self.is_past else events.upcoming()
        for word in self.words.split():
            events = events.filter(
                Q(title__icontains=word)
                | Q(title_en__icontains=word)
                | Q(summary__icontains=word)
                | Q(venue__icontains=word)
            )
        return events

    @cached_property
    def crossed(self):
        """Numbers by kind, scale and month within the chosen city."""
        events = self.found
        if self.city:
            events = events.filter(unit__code__startswith=self.city)
        return list(
            events.order_by()
            .annotate(month=TruncMonth("starts_on"))
            .values_list("kind", "scale", "month")
            .annotate(number=Count("pk"))
        )

    def _numbers(self, *, without):
        """Numbers of one filter's answers while the other filters hold."""
        numbers = Counter()
        for kind, scale, month, number in self.crossed:
            row = {"jenis": kind, "skala": scale, "bulan": f"{month:%Y-%m}"}
            others = (name for name in row if name != without)
            if all(self.chosen.get(name, row[name]) == row[name] for name in others):
                numbers[row.get(without)] += number
        return numbers

    @property
    def number(self) -> int:
        return self._numbers(without=None)[None]

    @cached_property
    def kinds(self) -> list[Answer]:
        return self._answers("jenis", KINDS)

    @cached_property
    def scales(self) -> list[Answer]:
        return self._answers("skala", SCALES)

    def _answers(self, name, choices):
        numbers = self._numbers(without=name)
        chosen = self.chosen.get(name)
        return [
            Answer(value, choice.label, numbers[value], value == chosen)
            for value, choice in choices.items()
            if numbers[value] or value == chosen
        ]

    @cached_property
    def months(self) -> list[tuple[date, Answer]]:
        """Months with something in them, each with its first day for its name."""
        numbers = self._numbers(without="bulan")
        if self.month:
            numbers.setdefault(self.month, 0)
        return [
            (
                date.fromisoformat(f"{month}-01"),
                Answer(month, month, numbers[month], month == self.month),
            )
            for month in sorted(numbers, reverse=self.is_past)
        ]

    @cached_property
    def cities(self) -> list[Answer]:
        numbers = Counter(
            dict(
                self._narrowed(self.found, but="kota")
                .order_by()
                .annotate(city=Substr("unit__code", 1, 5))
                .values_list("city")
                .annotate(number=Count("pk"))
            )
        )
        names = dict(
            Region.objects.filter(pk__in=[*numbers, self.city]).values_list(
                "code", "name"
            )
        )
        return [
            Answer(code, name, within(numbers, code), code == self.city)
            for code, name in sorted(names.items())
        ]

    def _narrowed(self, events, *, but=""):
        conditions = {
            "jenis": Q(kind=self.kind),
            "skala": Q(scale=self.scale),
            "kota": Q(unit__code__startswith=self.city),
            "bulan": month_of(self.month),
        }
        for name, condition in conditions.items():
            if name in self.chosen and name != but:
                events = events.filter(condition)
        return events

    @cached_property
    def page(self) -> Page:
        events = self._narrowed(self.found).select_related("unit")
        paginator = Paginator(events, PER_PAGE)
        paginator.count = self.number
        return paginator.get_page(self.page_number)


def known(pattern, word) -> str:
    """The word where it has the form of the pattern, else nothing."""
    return word if pattern.fullmatch(word) else ""


def within(numbers, code) -> int:
    """A province counts its cities too, as the filter finds them."""
    return sum(number for city, number in numbers.items() if city.startswith(code))


def month_of(month: str) -> Q:
    """The condition for events that begin in a month written as 2026-11."""
    if not month:
        return Q()
    year, number = map(int, month.split("-"))
    return Q(starts_on__year=year, starts_on__month=number)
