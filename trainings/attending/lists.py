"""The list of one session as staff and helpers see it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import pgettext_lazy

from trainings.attendance import last_sending, records_of, why_not_record
from trainings.models import Attendance, Enrolment, Mark

Status = Attendance.Status
WORDS = {
    Status.PRESENT: pgettext_lazy("attendance", "Present"),
    Status.EXCUSED: pgettext_lazy("attendance", "Excused"),
    Status.ILL: pgettext_lazy("attendance", "Ill"),
    Status.ABSENT: pgettext_lazy("attendance", "Absent"),
}
MOST_CHANGES = 60


@dataclass
class Row:
    """A participant on the list of a session."""

    number: int
    enrolment: Enrolment
    attendance: Attendance | None

    @property
    def pk(self) -> int:
        return self.enrolment.pk

    @property
    def status(self) -> str:
        return self.attendance.status if self.attendance else ""


class SessionList:
    """Everything the page of a session shows, asked for once."""

    def __init__(self, session):
        self.session = session
        self.training_class = session.training_class
        self.refusal = why_not_record(session)

    @cached_property
    def rows(self) -> list[Row]:
        """All participants by name, each with what is written down."""
        standing = {row.enrolment_id: row for row in self.session.attendances.all()}
        return [
            Row(number, enrolment, standing.get(enrolment.pk))
            for number, enrolment in enumerate(participants(self.training_class), 1)
        ]

    @cached_property
    def counts(self) -> list[tuple]:
        """How many of each status, and how many nobody marked yet."""
        numbers = Counter(row.status for row in self.rows)
        counts = [(status, word, numbers[status]) for status, word in WORDS.items()]
        return [*counts, ("", pgettext_lazy("attendance", "Not marked"), numbers[""])]

    @cached_property
    def records(self) -> dict:
        return records_of(self.training_class)

    @property
    def out_of_reach(self) -> list[Row]:
        """Participants who can no longer reach the certificate's percentage."""
        wanted = self.training_class.training.certificate_percent
        return [row for row in self.rows if self.records[row.pk].best_possible < wanted]

    @cached_property
    def sessions(self) -> list:
        return list(self.training_class.sessions.all())

    @property
    def number(self) -> int:
        """Which of the class's sessions it is."""
        return self.sessions.index(self.session) + 1

    @property
    def previous(self):
        return self.sessions[self.number - 2] if self.number > 1 else None

    @property
    def next(self):
        later = self.sessions[self.number :]
        return later[0] if later else None

    @cached_property
    def last(self) -> list[Mark]:
        return last_sending(self.session)

    @cached_property
    def walk_ins(self) -> list:
        return list(self.session.walk_ins.open())

    @cached_property
    def changes(self) -> list[Mark]:
        """The newest changes first, each with what stood `before` it."""
        marks = self.session.marks.select_related(
            "enrolment__artisan__person", "made_by", "helper_link", "undone_by"
        )
        stood, changes = {}, []
        for mark in marks:
            mark.before = stood.get(mark.enrolment_id, "")
            if mark.undone_at or mark.before != mark.status:
                changes.append(mark)
            if not mark.undone_at:
                stood[mark.enrolment_id] = mark.status
        return [named(mark) for mark in changes[: -MOST_CHANGES - 1 : -1]]


def participants(training_class):
    """The confirmed participants by name: the order of the lists, on paper too."""
    enrolments = training_class.enrolments.confirmed()
    enrolments = enrolments.select_related("artisan__person", "artisan__unit")
    return enrolments.order_by("artisan__person__full_name", "pk")


def named(mark):
    """A mark with the words of its statuses."""
    mark.word, mark.before_word = WORDS[mark.status], WORDS.get(mark.before, "–")
    return mark
