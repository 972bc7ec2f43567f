"""
Who could teach a class, best first, each with what speaks against it.

Nothing is ever forbidden here: the council may know more than the portal. Where
somebody is elsewhere, or said no, it writes down why it asks all the same.
"""

from dataclasses import dataclass, field

from django.db.models import Case, Count, IntegerField, Min, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from .booked import bookings_of, hours_of
from .models import Availability, Engagement, Instructor, Skill

# What is ranked by availability in Python; a search narrows a larger pool.
MOST = 200


@dataclass(frozen=True)
class Tag:
    """One thing that speaks against somebody, and how much."""

    key: str
    label: str
    weight: int


UNKNOWN = Tag("unknown", _("unknown"), 1)
MISMATCH = Tag("mismatch", _("does not match"), 2)
UNAVAILABLE = Tag("unavailable", _("unavailable"), 4)
CONFLICT = Tag("conflict", _("conflict"), 8)


@dataclass
class Candidate:
    """An instructor seen from one class."""

    instructor: Instructor
    skill: Skill | None
    tags: list[Tag]
    bookings: list = field(default_factory=list)
    engagement: Engagement | None = None

    @property
    def needs_reason(self) -> bool:
        """Whether asking this person wants an explanation."""
        return CONFLICT in self.tags or UNAVAILABLE in self.tags

    @property
    def rank(self) -> tuple:
        level = Skill.RANKS.index(self.skill.level) if self.skill else len(Skill.RANKS)
        taught = -getattr(self.instructor, "times_taught", 0)
        weight = sum(tag.weight for tag in self.tags)
        return weight, level, taught, str(self.instructor), self.instructor.pk


def found(instructors, *, craft=None, region="", name=""):
    """Narrow a pool by craft, home region and name."""
    if craft:
        instructors = instructors.filter(skills__craft=craft)
    if region := region.strip():
        above = "person__origin"
        of_region = Q()
        for _level in range(3):
            of_region |= Q(**{f"{above}__name__icontains": region})
            above = f"{above}__parent"
        instructors = instructors.filter(of_region)
    for word in name.split():
        called = Q(person__full_name__icontains=word)
        called |= Q(person__aliases__name__icontains=word)
        instructors = instructors.filter(called)
    return Instructor.objects.filter(pk__in=instructors.values("pk"))


def candidates(training_class, instructors) -> list[Candidate]:
    """At most `MOST` of these instructors, best first for the class."""
    rows = most_promising(training_class, instructors.with_skills())
    rows = list(rows.prefetch_related("periods")[:MOST])
    people = [row.person_id for row in rows]
    booked = bookings_of(people, training_class)
    asked = {row.instructor_id: row for row in training_class.engagements.all()}
    days = days_of(training_class)
    seen = (
        seen_from(training_class, days, row, booked.get(row.person_id, []), asked)
        for row in rows
    )
    return sorted(seen, key=lambda candidate: candidate.rank)


def candidate(training_class, instructor) -> Candidate:
    """One instructor, seen from the class."""
    booked = bookings_of([instructor.person_id], training_class)
    asked = training_class.engagements.filter(instructor=instructor.person_id)
    asked = {row.instructor_id: row for row in asked}
    own = booked.get(instructor.person_id, [])
    days = days_of(training_class)
    return seen_from(training_class, days, instructor, own, asked)


def days_of(training_class) -> set:
    return {day for day, _start, _end in hours_of(training_class)}


def most_promising(training_class, instructors):
    """Those who teach the craft before all others, the most experienced first."""
    craft = training_class.craft_id
    levels = [
        When(skills__craft=craft, skills__level=level, then=Value(rank))
        for rank, level in enumerate(Skill.RANKS)
    ]
    confirmed = Q(person__engagements__status=Engagement.Status.CONFIRMED)
    best = Case(*levels, default=None, output_field=IntegerField())
    none = Value(len(Skill.RANKS))
    return instructors.annotate(
        best=Coalesce(Min(best), none),
        times_taught=Count("person__engagements", filter=confirmed, distinct=True),
    ).order_by("best", "-times_taught", "person__full_name", "pk")


def seen_from(training_class, days, instructor, bookings, asked) -> Candidate:
    craft = training_class.craft_id
    skills = {skill.craft_id: skill for skill in instructor.skills.all()}
    speaks_against = [
        CONFLICT if bookings else None,
        said_of(instructor.periods.all(), days),
        None if craft in skills else MISMATCH,
    ]
    return Candidate(
        instructor,
        skills.get(craft),
        [tag for tag in speaks_against if tag],
        bookings,
        asked.get(instructor.person_id),
    )


def said_of(periods, days) -> Tag | None:
    """What somebody said about these days: no to one of them counts for all."""
    kinds = Availability.Kind
    away = [each for each in periods if each.kind == kinds.AWAY]
    free = [each for each in periods if each.kind == kinds.FREE]
    if any(period.holds(day) for period in away for day in days):
        return UNAVAILABLE
    if all(any(period.holds(day) for period in free) for day in days):
        return None
    return UNKNOWN
