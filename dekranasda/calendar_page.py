"""The public calendar: everything with a date, a month at a time, as grid and list."""

import re
from calendar import Calendar
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from council.models import Unit
from council.public_pages import public_page
from programs.holidays import holiday_on
from programs.models import Activity

from .month_grid import Cell, Day, Week, filled, laid_out, runs_of

MONTH = re.compile(r"(20[0-9]{2}|2100)-(0[1-9]|1[0-2])")
DAY = re.compile(r"(20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}")
FIRST_MONTH, LAST_MONTH = date(2000, 1, 1), date(2100, 12, 1)
PER_PAGE = 60
# A screen cannot hold more; the page then asks to choose a council.
MOST_ENTRIES = 600
VIEWS = ("bulan", "daftar")
COUNCILS = [Unit.Level.NATIONAL, Unit.Level.PROVINCE, Unit.Level.CITY]


@login_not_required
@public_page("bulan", "hari", "tampilan", "jenis", "unit", "page")
@require_safe
def calendar(request):
    return render(request, "calendar/calendar.html", {"month": MonthPage(request.GET)})


class MonthPage:
    """What the address asks of the calendar; what it cannot mean is passed over."""

    def __init__(self, asked):
        self.today = timezone.localdate()
        self.day = day_of(asked.get("hari", ""))
        self.first = month_of(asked.get("bulan", ""), self.day or self.today)
        # The list of a month nobody asked for begins with today.
        self.starts_today = self.is_this_month and "bulan" not in asked
        self.view = asked.get("tampilan") if asked.get("tampilan") in VIEWS else ""
        if self.day:
            self.view = "daftar"
        kind = asked.get("jenis", "")
        self.kind = kind if kind in Activity.Kind.values else ""
        self.unit = self._unit(asked.get("unit", ""))
        self.page_number = asked.get("page")

    def _unit(self, slug):
        for unit in self.units:
            if unit.slug == slug:
                return unit
        return Unit.objects.filter(slug=slug).first() if slug else None

    @cached_property
    def units(self) -> list[Unit]:
        """Councils to choose from; kecamatan are reached from their city's page."""
        units = Unit.objects.filter(level__in=COUNCILS).order_by("code")
        return list(units.only("code", "name", "slug", "level"))

    @property
    def kinds(self):
        return Activity.Kind.choices

    @property
    def last(self) -> date:
        return next_month(self.first) - timedelta(days=1)

    @property
    def previous(self) -> date | None:
        return previous_month(self.first) if self.first > FIRST_MONTH else None

    @property
    def next(self) -> date | None:
        return next_month(self.first) if self.first < LAST_MONTH else None

    @property
    def feed_path(self) -> str:
        """The file of what is shown, for all months."""
        asked = {"unit": self.unit.slug if self.unit else "", "jenis": self.kind}
        asked = {name: value for name, value in asked.items() if value}
        path = reverse("calendar_ics")
        return f"{path}?{urlencode(asked)}" if asked else path

    @property
    def feed_address(self) -> str:
        """What a phone or mail program opens as a calendar to subscribe to."""
        return f"webcal://{urlsplit(settings.PUBLIC_BASE_URL).netloc}{self.feed_path}"

    @property
    def is_this_month(self) -> bool:
        return self.first == self.today.replace(day=1)

    @property
    def is_filtered(self) -> bool:
        return bool(self.kind or self.unit)

    @cached_property
    def dates(self) -> list[list[date]]:
        """The weeks of the grid, Monday first, with the days around the month."""
        days = Calendar().itermonthdays3(self.first.year, self.first.month)
        # The last weeks of 2100 stay within what dates can say.
        days = [date(*day) for day in days]
        return [days[n : n + 7] for n in range(0, len(days), 7)]

    @cached_property
    def activities(self) -> list[Activity]:
        """Everything public in the weeks of the grid."""
        activities = (
            Activity.objects.published()
            .between(self.dates[0][0], self.dates[-1][-1])
            .select_related("unit")
            .prefetch_related("days")
            .order_by("starts_on", "start_time", "pk")
        )
        if self.kind:
            activities = activities.filter(kind=self.kind)
        if self.unit:
            activities = activities.filter(unit__code__startswith=self.unit.code)
        return list(activities[: MOST_ENTRIES + 1])

    @property
    def has_too_many(self) -> bool:
        return len(self.activities) > MOST_ENTRIES

    @cached_property
    def runs(self) -> list[Cell]:
        """Unbroken stretches of days; dates with gaps give several."""
        return [run for activity in self.activities for run in runs_of(activity)]

    @cached_property
    def weeks(self) -> list[Week]:
        return [self._week(dates) for dates in self.dates]

    def _week(self, dates) -> Week:
        days = [
            Day(
                held_on=day,
                is_in_month=day.month == self.first.month,
                is_today=day == self.today,
                holiday=holiday_on(day),
            )
            for day in dates
        ]
        runs = [
            run.within(dates[0], dates[-1])
            for run in self.runs
            if run.first <= dates[-1] and run.last >= dates[0]
        ]
        lanes, hidden = laid_out(runs)
        for run in hidden:
            for day in days:
                day.more += run.first <= day.held_on <= run.last
        return Week(days, [filled(lane, dates) for lane in lanes])

    @property
    def list_start(self) -> date:
        return self.day or (self.today if self.starts_today else self.first)

    @cached_property
    def listed(self) -> list[Cell]:
        """The month's stretches, or one day's, in the order they begin."""
        first = self.list_start
        last = self.day or self.last
        runs = [run for run in self.runs if run.first <= last and run.last >= first]
        return sorted(runs, key=lambda run: max(run.first, first))

    @cached_property
    def page(self):
        return Paginator(self.listed, PER_PAGE).get_page(self.page_number)

    @property
    def listed_by_day(self):
        """The page's entries under the day on which a visitor meets them."""
        first = self.list_start
        runs = groupby(self.page, lambda run: max(run.first, first))
        return [(day, holiday_on(day), list(group)) for day, group in runs]


def month_of(word: str, otherwise: date) -> date:
    """The first day of a month written as 2026-11."""
    if MONTH.fullmatch(word):
        return date.fromisoformat(f"{word}-01")
    first = otherwise.replace(day=1)
    return min(max(first, FIRST_MONTH), LAST_MONTH)


def day_of(word: str) -> date | None:
    if not DAY.fullmatch(word):
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


def next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def previous_month(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)
