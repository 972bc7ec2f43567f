"""
Who was there: session by session, and what it comes to.

Nothing else writes an `Attendance` or the status of a `Session`.
"""

from dataclasses import dataclass

from .models import Attendance, Session, TrainingClass


@dataclass(frozen=True)
class Record:
    """What a participant attended, of the sessions of one class."""

    attended: list[Session]
    held: int
    planned: int

    @property
    def minutes(self) -> int:
        """How long the attended sessions lasted together."""
        return sum(each.minutes for each in self.attended)

    @property
    def percent_so_far(self) -> int:
        """Of the sessions held until now; 0 before the first."""
        return percent(len(self.attended), self.held)

    @property
    def percent_of_all(self) -> int:
        """Of all sessions that take place, the coming ones too."""
        return percent(len(self.attended), self.planned)

    @property
    def best_possible(self) -> int:
        """What it comes to if every coming session is attended."""
        to_come = self.planned - self.held
        return percent(len(self.attended) + to_come, self.planned)


def percent(part: int, whole: int) -> int:
    """A part in whole percent, rounded down: 79.9 does not pass for 80."""
    return part * 100 // whole if whole else 0


def records_of(training_class: TrainingClass) -> dict[int, Record]:
    """The record of every confirmed participant, by the key of the enrolment."""
    sessions = list(training_class.sessions.exclude(status=Session.Status.CANCELLED))
    held = [each for each in sessions if each.status == Session.Status.HELD]
    present = Attendance.objects.filter(
        session__in=held, status=Attendance.Status.PRESENT
    )
    there = set(present.values_list("enrolment", "session"))
    participants = training_class.enrolments.confirmed().values_list("pk", flat=True)
    return {
        pk: Record(
            [each for each in held if (pk, each.pk) in there], len(held), len(sessions)
        )
        for pk in participants
    }
