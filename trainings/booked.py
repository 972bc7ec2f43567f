"""
What people already do at the hours of a class.

Hours stand on the clock of the unit that set them; here they are moments, so that
09.00 in Jakarta meets 11.00 in Jayapura.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, Q

from programs.models import Activity, ActivityPerson

from .models import Engagement, Enrolment, Session, TrainingClass

OFF = [Activity.Status.CANCELLED, Activity.Status.POSTPONED]
# Between the clocks of two zones a day may be another one.
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """From a moment until a moment."""

    begins_at: datetime
    ends_at: datetime

    def meets(self, other) -> bool:
        return self.begins_at < other.ends_at and other.begins_at < self.ends_at


@dataclass(frozen=True)
class Booking:
    """Something a person does: teaches a class, is in it, or has a part elsewhere."""

    person_id: int
    activity: Activity
    training_class: TrainingClass | None = None
    # Who opens or teaches something published is public; who learns there is not.
    is_public: bool = True


def held_sessions():
    """The sessions that take place, in their order."""
    return Session.objects.exclude(status=Session.Status.CANCELLED)


def spans_of(hours, unit) -> list[Span]:
    """The hours of a class or activity as moments, on the clock of its unit."""
    zone = ZoneInfo(unit.time_zone)
    return [
        Span(datetime.combine(day, start, zone), datetime.combine(day, end, zone))
        for day, start, end in sorted(hours)
    ]


def hours_of(training_class) -> list[tuple]:
    """The hours of a class without the sessions that were called off."""
    return training_class.hours


def spans_of_class(training_class) -> list[Span]:
    return spans_of(hours_of(training_class), training_class.training.unit)


def beginning_of(training_class) -> datetime:
    """The moment its first session begins; without hours, its first day."""
    return training_class.starts_at


def end_of(training_class) -> datetime:
    return max(span.ends_at for span in spans_of_class(training_class))


def bookings_of(people, training_class) -> dict[int, list[Booking]]:
    """For each person what they do at the hours of a class, beside the class itself."""
    found = {}
    spans = spans_of_class(training_class)
    for booking, its_spans in everything_near(people, training_class, spans):
        if any(span.meets(other) for span in spans for other in its_spans):
            kept = found.setdefault(booking.person_id, [])
            if booking not in kept:
                kept.append(booking)
    return found


def everything_near(people, training_class, spans):
    """Yield what the people do around these days, each with its own spans."""
    first = spans[0].begins_at.date() - A_DAY
    last = spans[-1].ends_at.date() + A_DAY
    yield from taught(people, training_class, first, last)
    yield from attended(people, training_class, first, last)
    yield from parts_in(people, training_class, first, last)


def classes_between(first, last):
    """Classes that take place on some of these days."""
    on_days = Q(sessions__held_on__range=(first, last))
    on_days |= Q(training__starts_on__lte=last, training__ends_on__gte=first)
    running = TrainingClass.objects.filter(on_days, status=TrainingClass.Status.ON)
    return running.exclude(training__status__in=OFF)


def with_hours(rows):
    """Rows that lead to a class, with all that tells its hours."""
    rows = rows.select_related("training_class__training__unit")
    return rows.prefetch_related(
        Prefetch("training_class__sessions", held_sessions()),
        "training_class__training__days",
    )


def taught(people, training_class, first, last):
    """Other classes they teach, or are asked to teach."""
    rows = Engagement.objects.standing().filter(
        instructor__in=people,
        training_class__in=classes_between(first, last).values("pk"),
    )
    for row in with_hours(rows.exclude(training_class=training_class)):
        yield booked(row, row.instructor_id, is_public=row.is_confirmed)


def attended(people, training_class, first, last):
    """Classes they have a seat in, this one too: nobody teaches where they learn."""
    rows = Enrolment.objects.confirmed().filter(
        artisan__person__in=people,
        training_class__in=classes_between(first, last).values("pk"),
    )
    for row in with_hours(rows.select_related("artisan")):
        yield booked(row, row.artisan.person_id, is_public=False)


def booked(row, person_id, *, is_public):
    training = row.training_class.training
    booking = Booking(person_id, training, row.training_class, is_public)
    return booking, spans_of_class(row.training_class)


def parts_in(people, training_class, first, last):
    """Activities they open, speak at or judge; this training's own list is no clash."""
    rows = ActivityPerson.objects.filter(
        person__in=people,
        activity__starts_on__lte=last,
        activity__ends_on__gte=first,
    ).exclude(activity=training_class.training_id)
    rows = rows.exclude(activity__status__in=OFF).select_related("activity__unit")
    for row in rows.prefetch_related("activity__days"):
        spans = spans_of(row.activity.hours, row.activity.unit)
        yield Booking(row.person_id, row.activity), spans
