"""Who registered an artisan: the history says it, where it was not the artisan."""

from dataclasses import dataclass
from datetime import datetime

from council.accounts import display_name

from .models import Enrolment


@dataclass(frozen=True)
class Officer:
    """A member of staff who registered somebody, and when."""

    name: str
    unit: str
    at: datetime

    def __str__(self):
        return f"{self.name}, {self.unit}" if self.unit else self.name


def officers_of(enrolments) -> dict[int, Officer]:
    """The officers behind enrolments, by the enrolment's key; own ones have none."""
    people = {row.pk: row.artisan.person_id for row in enrolments}
    written = Enrolment.history.filter(id__in=people, history_type="+")
    written = written.exclude(history_user=None).select_related("history_user__unit")
    return {
        row.id: Officer(
            display_name(row.history_user),
            str(row.history_user.unit or ""),
            row.history_date,
        )
        for row in written
        if row.history_user.person_id != people[row.id]
    }


def officer_of(enrolment) -> Officer | None:
    return officers_of([enrolment]).get(enrolment.pk)
