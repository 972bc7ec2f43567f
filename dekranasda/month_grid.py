"""The grid of a month: activities as stretches of days, laid out in rows."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from programs.holidays import Holiday
from programs.models import Activity

LANES = 3


@dataclass
class Day:
    """One day of the grid and how many entries did not fit."""

    held_on: date
    is_in_month: bool
    is_today: bool
    holiday: Holiday | None
    more: int = 0


@dataclass(frozen=True)
class Cell:
    """A stretch of a week's row: an activity over its days, or one empty day."""

    first: date
    last: date
    activity: Activity | None = None
    is_continued: bool = False
    goes_on: bool = False

    @property
    def span(self) -> int:
        return (self.last - self.first).days + 1

    def within(self, first: date, last: date) -> "Cell":
        """The part of it that lies in one row."""
        return Cell(
            first=max(self.first, first),
            last=min(self.last, last),
            activity=self.activity,
            is_continued=self.first < first,
            goes_on=self.last > last,
        )


@dataclass
class Week:
    """Seven days and the rows of entries under them."""

    days: list[Day]
    lanes: list[list[Cell]] = field(default_factory=list)

    @property
    def has_more(self) -> bool:
        return any(day.more for day in self.days)


def runs_of(activity) -> list[Cell]:
    """The activity's days as unbroken stretches."""
    days = [day.held_on for day in activity.days.all()]
    if not days:
        return [Cell(activity.starts_on, activity.ends_on, activity)]
    runs, first, last = [], days[0], days[0]
    for day in days[1:]:
        if day - last > timedelta(days=1):
            runs.append(Cell(first, last, activity))
            first = day
        last = day
    return [*runs, Cell(first, last, activity)]


def laid_out(runs) -> tuple[list[list[Cell]], list[Cell]]:
    """Rows in which no two entries overlap, and what found no row."""
    lanes, hidden = [], []
    for run in sorted(runs, key=lambda run: (run.first, -run.span, run.activity.pk)):
        free = next((lane for lane in lanes if lane[-1].last < run.first), None)
        if free is not None:
            free.append(run)
        elif len(lanes) < LANES:
            lanes.append([run])
        else:
            hidden.append(run)
    return lanes, hidden


def filled(lane, dates) -> list[Cell]:
    """The row with an empty cell for each day on which nothing happens."""
    starts = {run.first: run for run in lane}
    cells, day = [], dates[0]
    while day <= dates[-1]:
        cell = starts.get(day, Cell(day, day))
        cells.append(cell)
        day = cell.last + timedelta(days=1)
    return cells
