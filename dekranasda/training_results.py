"""
What came of trainings: the ladder per training, instructor, fund, district, craft.

For staff, of their unit and all below. Every bar stands in a table that says the
same in numbers; the Excel file holds all rows, the page those with most people.
"""

from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Q
from django.db.models.functions import Substr
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from artisans.models import Craft
from council import audit
from council.exports import EXCEL, as_cell
from council.models import Person, Region
from programs.models import Activity, LaterResult
from trainings.follow_ups import STAGES
from trainings.models import Engagement, FollowUp, Training

from .charts import Bar, Part, lying_bars, parts_of_hundred
from .staff_home import changelist, may_view

MOST_ROWS = 15
RUNGS = list(FollowUp.Rung)
CLASS = "enrolment__training_class"
TAUGHT = f"{CLASS}__engagements"
# A village lies in the kecamatan whose code its own begins with.
KECAMATAN = len("36.74.04")


@dataclass(frozen=True)
class Line:
    """One training, instructor, fund, district or craft, and how its people stand."""

    label: str
    asked: int
    counts: tuple[int, ...]

    @property
    def answered(self) -> int:
        return sum(self.counts)

    @property
    def parts(self) -> list[Part]:
        rungs = [(rung.value, str(rung.label)) for rung in RUNGS]
        return parts_of_hundred(
            [(*rung, count) for rung, count in zip(rungs, self.counts, strict=True)]
        )

    @property
    def share(self) -> int | None:
        """How many of a hundred who answered are productive."""
        return round(self.counts[0] / self.answered * 100) if self.answered else None


@dataclass(frozen=True)
class Table:
    """Lines of one kind, those with most people first."""

    title: str
    head: str
    lines: list[Line]

    @property
    def shown(self) -> list[Line]:
        return self.lines[:MOST_ROWS]

    @property
    def left_out(self) -> int:
        return max(len(self.lines) - MOST_ROWS, 0)


def results(request, site):
    if not may_view(request.user, FollowUp):
        raise PermissionDenied
    found = Results(request.user, request.GET)
    if request.GET.get("format") == "xlsx":
        return as_excel(request, found)
    context = {
        **site.each_context(request),
        "title": _("What came of trainings"),
        "found": found,
        "rungs": RUNGS,
        "call_url": changelist(FollowUp, state="call"),
    }
    return TemplateResponse(request, "admin/training_results.html", context)


class Results:
    """The follow-ups of one year of trainings at one stage, grouped in five ways."""

    known_stages = list(STAGES)

    def __init__(self, user, asked):
        self.all = FollowUp.objects.in_scope(user)
        ended = f"{CLASS}__training__ends_on__year"
        years = self.all.order_by().values_list(ended, flat=True).distinct()
        self.years = sorted(years, reverse=True)
        self.year = chosen(asked.get("tahun", ""), self.years)
        self.stage = chosen(asked.get("tahap", ""), self.known_stages)
        self.of_year = self.all.filter(**{ended: self.year}) if self.year else self.all
        self.rows = self.of_year
        if self.stage:
            self.rows = self.rows.filter(months=self.stage)

    @property
    def query(self) -> str:
        return f"tahun={self.year or ''}&tahap={self.stage or ''}"

    @property
    def total(self) -> Line:
        counts = self.rows.aggregate(asked=Count("pk"), **rung_counts())
        return Line(_("All"), counts.pop("asked"), tuple(counts.values()))

    @property
    def stages(self) -> list[tuple[int, Line]]:
        """The stages of the year side by side, whichever is chosen."""
        lines = dict(grouped(self.of_year, F("months")))
        return [(months, lines[months]) for months in STAGES if months in lines]

    @property
    def to_call(self) -> int:
        return self.all.to_call(timezone.now()).count()

    @property
    def tables(self) -> list[Table]:
        return [
            Table(_("By training"), _("Training"), self.by_training()),
            Table(_("By instructor"), _("Instructor"), self.by_instructor()),
            Table(_("By source of funds"), _("Source of funds"), self.by_fund()),
            Table(_("By kecamatan"), _("Kecamatan"), self.by_district()),
            Table(_("By craft"), _("Craft"), self.by_craft()),
        ]

    def by_training(self):
        lines = grouped(self.rows, F(f"{CLASS}__training"))
        trainings = Training.objects.in_bulk([key for key, _line in lines])
        return named(lines, {key: str(row) for key, row in trainings.items()})

    def by_instructor(self):
        """A class with two instructors counts for both, not for who never answered."""
        rows = self.rows.filter(
            Q(**{f"{TAUGHT}__status": Engagement.Status.CONFIRMED})
            | Q(
                **{
                    f"{TAUGHT}__status": Engagement.Status.INVITED,
                    f"{TAUGHT}__invited_at": None,
                }
            )
        )
        lines = grouped(rows, F(f"{TAUGHT}__instructor"))
        people = Person.objects.in_bulk([key for key, _line in lines])
        return named(lines, {key: row.titled_name for key, row in people.items()})

    def by_fund(self):
        lines = grouped(self.rows, F(f"{CLASS}__training__fund_source"))
        return named(lines, dict(Activity.FundSource.choices))

    def by_district(self):
        code = Substr("enrolment__artisan__village", 1, KECAMATAN)
        lines = grouped(self.rows, code)
        regions = Region.objects.in_bulk([key for key, _line in lines if key])
        return named(lines, {key: str(row) for key, row in regions.items()})

    def by_craft(self):
        lines = grouped(self.rows, F(f"{CLASS}__craft"))
        crafts = Craft.objects.in_bulk([key for key, _line in lines])
        return named(lines, {key: str(row) for key, row in crafts.items()})

    @property
    def growth(self) -> list[tuple[str, int]]:
        """What those who answered have built since, as counts."""
        counts = self.rows.answered().aggregate(
            new=Count("pk", filter=Q(has_new_product=True)),
            helped=Count("pk", filter=Q(helpers__gt=0)),
        )
        return [
            (_("made a new product"), counts["new"]),
            (_("work with helpers"), counts["helped"]),
        ]

    @property
    def questions(self) -> list[tuple[str, list]]:
        """How often each answer was given, drawn."""
        return [
            (_("Sales in a month"), self.answers_to("turnover")),
            (_("What stands in the way"), self.answers_to("obstacle")),
            (_("What would help next"), self.answers_to("need")),
        ]

    def answers_to(self, name):
        """Nothing is told of sales and needs that only one or two people named."""
        found = self.rows.exclude(**{name: ""}).order_by()
        people = found.values("enrolment__artisan").distinct().count()
        if people < LaterResult.FEWEST_PEOPLE:
            return []
        found = dict(found.values_list(name).annotate(count=Count("pk")))
        labels = FollowUp._meta.get_field(name).flatchoices
        return lying_bars(
            [Bar(capfirst(str(label)), found.get(key, 0)) for key, label in labels]
        )


def chosen(text: str, known: list[int]) -> int | None:
    """The number asked for, where the page offers it."""
    return next((number for number in known if str(number) == text), None)


def rung_counts() -> dict:
    return {f"on_{rung.name}": Count("pk", filter=Q(rung=rung)) for rung in RUNGS}


def grouped(rows, expression) -> list[tuple]:
    """Each key with its line, still without a name."""
    found = rows.order_by().annotate(key=expression).values("key")
    found = found.annotate(asked=Count("pk"), **rung_counts())
    return [
        (row.pop("key"), Line("", row.pop("asked"), tuple(row.values())))
        for row in found
    ]


def named(lines, names: dict) -> list[Line]:
    """The lines with their names; what has none is said to be unknown."""
    found = [
        Line(capfirst(str(names.get(key) or _("not known"))), line.asked, line.counts)
        for key, line in lines
    ]
    return sorted(found, key=lambda line: (-line.asked, line.label))


def as_excel(request, found) -> HttpResponse:
    """All lines of all tables, a sheet for each."""
    # Costs 25 MB of memory, which only an export needs.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for table in found.tables:
        sheet = book.create_sheet(str(table.head)[:31])
        sheet.freeze_panes = "A2"
        heads = [table.head, _("Asked"), _("Answered")]
        heads += [capfirst(str(rung.label)) for rung in RUNGS]
        sheet.append([as_cell(sheet, head) for head in heads])
        for line in table.lines:
            cells = [line.label, line.asked, line.answered, *line.counts]
            sheet.append([as_cell(sheet, cell) for cell in cells])
    file = BytesIO()
    book.save(file)
    audit.record(
        "results.export",
        request=request,
        unit=request.user.unit,
        reason=found.query,
    )
    response = HttpResponse(file.getvalue(), content_type=EXCEL)
    name = f"hasil-pelatihan-{timezone.localdate():%Y-%m-%d}.xlsx"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
