"""The programs of one year, what came of them, and the meetings that decided them."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, Prefetch, Q, Sum, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from council.languages import shown

from .models import Activity, Meeting, Program
from .models.results import newest_result, result_of

PER_PAGE = 30
AGENDA_ROWS = 300
DECIDING = [
    Meeting.MeetingKind.RAKER,
    Meeting.MeetingKind.RAKERDA,
    Meeting.MeetingKind.RAKOR,
]
HORIZON_ORDER = Case(
    *[When(horizon=name, then=Value(n)) for n, name in enumerate(Program.Horizon)],
    default=Value(9),
)
GROUPINGS = ("jangka", "dukungan")
# What is said of a meeting, in both languages.
TOLD = ["title", "title_en", "venue", "venue_en", "theme", "theme_en"]


@dataclass(frozen=True)
class Choice:
    """A year or council a visitor may switch to, and its number of programs."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass
class Entry:
    """A program with what came of it."""

    program: Program
    activities: list[Activity]
    planned: int | None
    spent: int | None
    people: int

    @property
    def scale(self) -> int:
        """The full length of the budget bar."""
        return max(self.planned or 0, self.spent or 0)


@dataclass
class MeetingEntry:
    """A meeting with its agenda."""

    meeting: dict
    agenda: list[str] = field(default_factory=list)


class YearPage:
    """
    What `/program/` shows for one year, one council and one page.

    Six queries, whatever the number of programs. Words that name no year or
    council that exists are passed over.
    """

    def __init__(self, asked):
        self.facts = list(
            Program.objects.published()
            .values_list("year", "unit__code", "unit__name", "unit__slug")
            .annotate(number=Count("pk"))
            .order_by("-year", "unit__code")
        )
        self.year = self._year(asked.get("tahun", ""))
        self.code, self.unit = self._unit(asked.get("unit", ""))
        grouping = asked.get("kelompok", "")
        self.grouping = grouping if grouping in GROUPINGS else GROUPINGS[0]
        self.page = self._page(asked.get("page"))

    def _year(self, word):
        years = {str(year): year for year, *_rest in self.facts}
        return years.get(word) or max(years.values(), default=timezone.localdate().year)

    def _unit(self, slug):
        for _year, code, name, known, _number in self.facts:
            if known == slug:
                return code, {"name": name, "slug": slug}
        return "", None

    @cached_property
    def years(self) -> list[Choice]:
        counts = {}
        for year, code, _name, _slug, number in self.facts:
            if code.startswith(self.code):
                counts[year] = counts.get(year, 0) + number
        counts.setdefault(self.year, 0)
        return [
            Choice(str(year), str(year), counts[year], year == self.year)
            for year in sorted(counts, reverse=True)
        ]

    @cached_property
    def units(self) -> list[Choice]:
        chosen = self.unit["slug"] if self.unit else ""
        return [
            Choice(slug, name, number, slug == chosen)
            for year, _code, name, slug, number in self.facts
            if year == self.year
        ]

    @property
    def is_past(self) -> bool:
        return self.year < timezone.localdate().year

    @property
    def number(self) -> int:
        """How many programs, from the facts already read."""
        return sum(
            number
            for year, code, _name, _slug, number in self.facts
            if year == self.year and code.startswith(self.code)
        )

    def _page(self, number) -> Page:
        first, second = HORIZON_ORDER, F("line__order").asc(nulls_last=True)
        if self.grouping == "dukungan":
            first, second = second, first
        programs = (
            Program.objects.published()
            .filter(year=self.year, unit__code__startswith=self.code)
            .select_related("unit", "line", "division", "lead_agency", "meeting")
            .prefetch_related(Prefetch("activities", shown_activities(), "shown"))
            .order_by(first, second, "line__name", "unit__code", "title", "pk")
        )
        paginator = Paginator(programs, PER_PAGE)
        paginator.count = self.number
        return paginator.get_page(number)

    @cached_property
    def groups(self):
        """The page's programs under the headings of the chosen grouping."""
        entries = [entry_of(program) for program in self.page]
        return [(name, list(group)) for name, group in groupby(entries, self._heading)]

    def _heading(self, entry):
        program = entry.program
        if self.grouping == "dukungan":
            return str(program.line) if program.line else _("No line of support")
        return program.get_horizon_display() or _("No horizon given")

    @cached_property
    def totals(self) -> dict:
        """What came of all programs of the year, this page or not."""
        activities = Activity.objects.published().filter(
            program__in=Program.objects.published(),
            program__year=self.year,
            program__unit__code__startswith=self.code,
        )
        return activities.with_attended().aggregate(
            activities=Count("pk"),
            done=Count("pk", filter=Q(status=Activity.Status.DONE)),
            participants=Sum("attended"),
            planned=Sum("budget_planned"),
            spent=Sum("budget_spent"),
        )

    @property
    def scale(self) -> int:
        """The full length of the bar of all programs."""
        return max(self.totals["planned"] or 0, self.totals["spent"] or 0)

    @property
    def is_unit_listed(self) -> bool:
        return any(choice.is_chosen for choice in self.units)

    @cached_property
    def meetings(self) -> list[MeetingEntry]:
        """The raker and rakor for the year, each with its agenda."""
        rows = (
            Meeting.objects.published()
            .filter(
                year=self.year,
                unit__code__startswith=self.code,
                meeting_kind__in=DECIDING,
            )
            .with_attended()
            .order_by("starts_on", "pk", "agenda__order", "agenda__pk")
            .values(
                *("pk", "slug", "starts_on", *TOLD),
                *("status", "meeting_kind", "attended", "unit__name"),
                item=F("agenda__title"),
                item_en=F("agenda__title_en"),
            )[:AGENDA_ROWS]
        )
        return [meeting_entry(list(group)) for _pk, group in groupby(rows, meeting_of)]


def shown_activities():
    """Published activities as the year's page lists them."""
    return (
        Activity.objects.published()
        .with_attended()
        .annotate(**newest_result())
        .prefetch_related("press")
        .order_by("starts_on", "pk")
    )


def entry_of(program) -> Entry:
    activities = program.shown
    for activity in activities:
        activity.later = result_of(activity)
    return Entry(
        program=program,
        activities=activities,
        planned=known_sum(activity.budget_planned for activity in activities),
        spent=known_sum(activity.budget_spent for activity in activities),
        people=known_sum(activity.attended for activity in activities) or 0,
    )


def known_sum(figures) -> int | None:
    """The sum of the figures that are known, or None when none is."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


def meeting_of(row):
    return row["pk"]


def meeting_entry(rows) -> MeetingEntry:
    first = rows[0]
    kind = Meeting.MeetingKind(first["meeting_kind"]).label
    told = Meeting(**{name: first[name] for name in TOLD})
    texts = {
        "shown_title": told.shown_title,
        "shown_venue": told.shown_venue,
        "shown_theme": told.shown_theme,
    }
    agenda = [shown(row["item"], row["item_en"]) for row in rows if row["item"]]
    return MeetingEntry(meeting={**first, "kind": kind, **texts}, agenda=agenda)
