"""
The sheet of a class: the points of all its participants, typed at once.

Staff open it in their work room; a page of an instructor may show the same sheet
(`trainings/results/_score_sheet.html`) and save it with the same call.
"""

from functools import cached_property

from .models import TrainingClass
from .result_forms import ScoreRowForm
from .scores import WrittenMeanwhile, scores_of, write_scores


class ScoreSheet:
    """Rows of one class as they stand, or as they were typed."""

    def __init__(self, training_class: TrainingClass, data=None):
        self.training_class, self.data = training_class, data

    @cached_property
    def scores(self):
        return scores_of(self.training_class)

    @cached_property
    def rows(self) -> list[ScoreRowForm]:
        return [ScoreRowForm(self.data, person=each) for each in self.scores.people]

    @property
    def is_typed(self) -> bool:
        return self.data is not None

    @property
    def wrong_rows(self) -> list[ScoreRowForm]:
        return [row for row in self.rows if row.errors]

    def save(self, *, by=None) -> int | None:
        """Keep what was changed, for how many; None where a cell must be looked at."""
        if self.wrong_rows:
            return None
        typed = [row.typed() for row in self.rows if row.has_changed()]
        try:
            return write_scores(self.training_class, typed, by=by)
        except WrittenMeanwhile as meanwhile:
            rows = {row.person.enrolment.pk: row for row in self.rows}
            for (pk, name), points in meanwhile.cells.items():
                rows[pk].tell_meanwhile(name, points)
            return None
