"""
Telling everybody in a class that it moves: other days, or postponed until there are.

Whoever changes days looks at them before (`schedules_of`) and has the difference told
afterwards (`tell_moved`), in one transaction. What has been and gone is only a
correction, and the first plan within the announced days is no news; both are told to
nobody. Nothing else writes a `Move`.
"""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from council.outbox import post_to
from programs.models import Activity

from .inviting import tell_moved_class
from .models import MessageText, Move, Training
from .models.moves import written_hours
from .reminders import waking_hour
from .texts import Occasion, texts_of, words_for

Situation = MessageText.Situation


@dataclass(frozen=True)
class Schedule:
    """When a class meets, as announced; without hours while it is postponed."""

    hours: frozenset
    zone: ZoneInfo
    is_planned: bool
    is_postponed: bool

    @classmethod
    def of(cls, training_class):
        training = training_class.training
        return cls(
            frozenset() if training.is_postponed else frozenset(training_class.hours),
            ZoneInfo(training.unit.time_zone),
            bool(training_class.own_hours),
            training.is_postponed,
        )

    def to_come(self, now) -> frozenset:
        """The hours that are not over."""
        return frozenset(
            each
            for each in self.hours
            if datetime.combine(each[0], each[2], self.zone) > now
        )

    def is_first_plan_of(self, other) -> bool:
        """Whether it only sets the hours within the days that were announced."""
        if self.is_planned <= other.is_planned or not other.hours:
            return False
        day, start, _end = min(self.hours)
        announced, clock, _end = min(other.hours)
        days, others = ({each[0] for each in of.hours} for of in (self, other))
        return days <= others and day == announced and clock in {time.min, start}


def schedules_of(classes) -> dict[int, Schedule]:
    """When each class meets, by its key; those called off meet no more."""
    hold_days(classes)
    classes = classes.select_related("training__unit")
    classes = classes.prefetch_related("sessions", "training__days")
    return {row.pk: Schedule.of(row) for row in classes if not row.is_cancelled}


def hold_days(classes) -> None:
    """Let whoever changes these days next wait, and compare with what was told."""
    trainings = Activity.objects.select_for_update(no_key=True).order_by("pk")
    trainings = trainings.filter(pk__in=classes.order_by().values("training"))
    list(trainings.values_list("pk"))


def tell_moved(classes, before: dict[int, Schedule], *, by=None) -> int:
    """Tell the people of each class what changed since; give how many were told."""
    after, told = schedules_of(classes), 0
    for row in classes.select_related("training__unit").order_by("pk"):
        was, becomes = before.get(row.pk), after.get(row.pk)
        if was and becomes and (news := difference(was, becomes)):
            told += tell_class(row, by=by, **news)
    return told


def difference(was: Schedule, becomes: Schedule) -> dict | None:
    """The hours left and the new ones; None where nobody need be told."""
    now = timezone.now()
    if becomes.is_postponed:
        left = was.to_come(now) or was.hours
        return None if was.is_postponed else {"left": left, "is_postponed": True}
    left = was.to_come(now) - becomes.hours
    taken = becomes.to_come(now) - was.hours
    is_news = (left or taken) and becomes.to_come(now)
    if not is_news or becomes.is_first_plan_of(was):
        return None
    return {"left": left, "taken": taken}


def tell_class(training_class, *, by, left, taken=(), is_postponed=False) -> int:
    """Keep the change, and write to everybody who has a place or may get one."""
    people = list(training_class.enrolments.active().select_related("artisan__person"))
    move = Move.objects.create(
        training_class=training_class,
        left=written_hours(sorted(left)) or left_before(training_class),
        taken=written_hours(sorted(taken)),
        is_postponed=is_postponed,
        reason=training_class.training.status_reason if is_postponed else "",
        told=len(people),
        moved_by=by,
    )
    texts = texts_of(training_class.training) if people else None
    for enrolment in people:
        enrolment.training_class = training_class
        tell(enrolment, move, texts)
    tell_moved_class(move)
    return len(people)


def left_before(training_class) -> list:
    """The hours of before it was postponed, where the new ones come only now."""
    last = training_class.moves.newest_first().first()
    return last.left if last and last.is_postponed else []


def situation_of(move) -> str:
    return Situation.POSTPONED if move.is_postponed else Situation.MOVED


def tell(enrolment, move, texts) -> None:
    """Write to one person, once for each change, to be read by day."""
    training_class = enrolment.training_class
    words = words_for(Occasion.of(enrolment, move=move), situation_of(move), texts)
    post_to(
        enrolment.artisan.person,
        words.subject,
        words.body,
        cause=f"move-{move.pk}-{enrolment.pk}",
        unit=training_class.training.unit,
        not_before=waking_hour(training_class, timezone.now()),
    )


@transaction.atomic
def postpone(training: Training, *, reason: str, by=None) -> int:
    """Put a training off until there are new days, and give how many were told."""
    before = schedules_of(training.classes.all())
    training.postpone(reason)
    return tell_moved(training.classes.all(), before, by=by)


def move_now(enrolment) -> Move | None:
    """What somebody must know of new days: the last change, until the class begins."""
    training_class = enrolment.training_class
    if enrolment.status in enrolment.OUT or training_class.is_cancelled:
        return None
    last = training_class.moves.newest_first().first()
    if last is None or last.moved_at < enrolment.enrolled_at:
        return None
    is_settled = not last.is_postponed and training_class.has_begun
    return None if is_settled else last
