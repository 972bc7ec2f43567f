"""What a visitor may ask of the list of events, and how many fit each answer."""

import re
from collections import Counter
from datetime import date
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.db.models.functions import Substr, TruncMonth
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from council.models import Region
from council.search import understand, whose_page_holds
from programs.models import Activity

PER_PAGE = 12
MOST_ANSWERS = 20
CITY_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")
MONTH = re.compile(r"(20[0-9]{2}|2100)-(0[1-9]|1[0-2])")
KINDS = {kind.value: kind for kind in Activity.Kind if kind != Activity.Kind.TRAINING}
SCALES = {scale.value: scale for scale in Activity.Scale}


class EventSearch:
    """
    The list of `/acara/` as the address asks for it.

    Four queries, whatever the number of events; words that mean nothing are
    passed over, so that an old or mangled link still shows a list.
    """

    def __init__(self, asked):
        self.asked = understand(asked.get("q", ""))
        self.words = self.asked.typed
        self.is_past = asked.get("waktu") == "lalu"
        self.page_number = asked.get("page")
        answers = {
            "jenis": [value for value in asked.getlist("jenis") if value in KINDS],
            "skala": [value for value in asked.getlist("skala") if value in SCALES],
            "kota": list(filter(CITY_CODE.fullmatch, asked.getlist("kota"))),
            "bulan": list(filter(MONTH.fullmatch, asked.getlist("bulan"))),
        }
        self.chosen = {
            name: values[:MOST_ANSWERS] for name, values in answers.items() if values
        }

    @cached_property
    def found(self):
        """Every event that fits the words, upcoming or past, before the filters."""
        events = Activity.objects.published().beside_trainings()
        events = events.past() if self.is_past else events.upcoming()
        return whose_page_holds(events, "acara", self.asked)

    @cached_property
    def crossed(self) -> list[tuple[dict, int]]:
        """Numbers by kind, scale and month within the chosen cities."""
        rows = (
            self.found.filter(self._condition("kota"))
            .order_by()
            .annotate(month=TruncMonth("starts_on"))
            .values_list("kind", "scale", "month")
            .annotate(number=Count("pk"))
        )
        return [
            ({"jenis": kind, "skala": scale, "bulan": f"{month:%Y-%m}"}, number)
            for kind, scale, month, number in rows
        ]

    def _numbers(self, name="") -> Counter:
        """Numbers of one filter's answers while the other filters hold."""
        numbers = Counter()
        for row, number in self.crossed:
            others = (other for other in row if other != name)
            if all(
                row[other] in self.chosen.get(other, row[other]) for other in others
            ):
                numbers[row.get(name)] += number
        return numbers

    @property
    def number(self) -> int:
        return self._numbers()[None]

    @cached_property
    def groups(self) -> list[dict]:
        """The filters, each answer with its number."""
        groups = [
            self._group(
                "jenis", _("Kind"), self._labels(KINDS), self._numbers("jenis")
            ),
            self._group("kota", _("City or regency"), *self._cities),
            self._group("bulan", _("Month"), *self._months),
            self._group(
                "skala", _("Scale"), self._labels(SCALES), self._numbers("skala")
            ),
        ]
        return [group for group in groups if group["options"]]

    def _group(self, name, label, labels, numbers) -> dict:
        chosen = self.chosen.get(name, [])
        options = [
            {
                "value": value,
                "label": text,
                "count": numbers[value],
                "is_chosen": value in chosen,
            }
            for value, text in labels.items()
            if numbers[value] or value in chosen
        ]
        return {
            "name": name,
            "label": label,
            "options": options,
            "is_open": bool(chosen),
        }

    def _labels(self, choices):
        return {value: capfirst(choice.label) for value, choice in choices.items()}

    @property
    def _months(self):
        numbers = self._numbers("bulan")
        months = sorted({*numbers, *self.chosen.get("bulan", [])}, reverse=self.is_past)
        labels = {
            month: date_format(date.fromisoformat(f"{month}-01"), "F Y")
            for month in months
        }
        return labels, numbers

    @property
    def _cities(self):
        rows = (
            self.found.filter(*map(self._condition, ["jenis", "skala", "bulan"]))
            .order_by()
            .annotate(city=Substr("unit__code", 1, 5))
            .values_list("city")
            .annotate(number=Count("pk"))
        )
        cities = dict(rows)
        codes = [*cities, *self.chosen.get("kota", [])]
        regions = Region.objects.filter(pk__in=codes).order_by("code")
        labels = dict(regions.values_list("code", "name"))
        return labels, Counter({code: within(cities, code) for code in labels})

    def _condition(self, name) -> Q:
        """What one filter asks of an event; nothing where it is not set."""
        condition = Q()
        for value in self.chosen.get(name, []):
            condition |= CONDITIONS[name](value)
        return condition

    @cached_property
    def active(self) -> list[dict]:
        """The chosen answers, to be taken away one by one."""
        return [
            {"name": group["name"], "value": option["value"], "label": option["label"]}
            for group in self.groups
            for option in group["options"]
            if option["is_chosen"]
        ]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What a new search keeps of the address."""
        answers = [(name, value) for name in self.chosen for value in self.chosen[name]]
        return [("waktu", "lalu"), *answers] if self.is_past else answers

    @cached_property
    def page(self) -> Page:
        events = self.found.filter(*map(self._condition, CONDITIONS))
        paginator = Paginator(events.select_related("unit"), PER_PAGE)
        paginator.count = self.number
        return paginator.get_page(self.page_number)


def of_month(month: str) -> Q:
    """Events that begin in a month written as 2026-11."""
    year, number = map(int, month.split("-"))
    return Q(starts_on__year=year, starts_on__month=number)


CONDITIONS = {
    "jenis": lambda kind: Q(kind=kind),
    "skala": lambda scale: Q(scale=scale),
    "kota": lambda code: Q(unit__code__startswith=code),
    "bulan": of_month,
}


def within(numbers, code) -> int:
    """A province counts its cities too, as the filter finds them."""
    return sum(number for city, number in numbers.items() if city.startswith(code))
