"""Who is in a training: participants by name, and instructors with their origin."""

from collections import Counter
from dataclasses import dataclass, field

from council.models import Person
from programs.models import HeadCount
from trainings.models import Engagement, TrainingClass

WOMAN, MAN = Person.Gender.WOMAN, Person.Gender.MAN
LETTERS = {WOMAN: "P", MAN: "L"}
UNKNOWN_PLACE = "Belum dicatat"


@dataclass
class Group:
    """One class with its participants and instructors, or its bare head count."""

    training_class: TrainingClass | None
    name: str
    craft: str
    participants: list = field(default_factory=list)
    instructors: list = field(default_factory=list)
    counted: int = 0
    counted_women: int | None = None

    @property
    def alone(self) -> list["Group"]:
        """Just this class, for the letter of one who is in it."""
        return [self]

    @property
    def total(self) -> int:
        return len(self.participants) or self.counted

    @property
    def women(self) -> int | None:
        return self.of_gender(WOMAN) if self.participants else self.counted_women

    @property
    def men(self) -> int | None:
        if self.participants:
            return self.of_gender(MAN)
        known = self.counted_women is not None
        return self.counted - self.counted_women if known else None

    def of_gender(self, gender) -> int:
        people = (each.artisan.person for each in self.participants)
        return sum(person.gender == gender for person in people)


def groups_of(training) -> list[Group]:
    """Its classes that take place; those without names as they were counted."""
    classes = training.classes.select_related("craft", "training__unit")
    classes = [each for each in classes if not each.is_cancelled]
    counts = counted(training)
    groups = [group_of(each, counts.pop(each.name, None)) for each in classes]
    if groups and any(group.total for group in groups):
        return groups
    alone = [Group(None, name, "", [], [], *heads) for name, heads in counts.items()]
    return [*groups, *alone]


def group_of(training_class, heads) -> Group:
    return Group(
        training_class,
        training_class.name,
        str(training_class.craft),
        participants_of(training_class),
        instructors_of(training_class),
        *(heads or (0, None)),
    )


def counted(training) -> dict[str, tuple]:
    """Head counts of participants, by the part of the training they belong to."""
    rows = training.head_counts.filter(category=HeadCount.Category.PARTICIPANTS)
    return {row.group or str(training): (row.total, row.women) for row in rows}


def participants_of(training_class) -> list:
    """The confirmed participants by name, with all that a list shows."""
    seats = training_class.enrolments.confirmed().select_related(
        "artisan__person",
        "artisan__unit",
        "artisan__main_craft",
        "artisan__village__parent",
    )
    seats = seats.prefetch_related("artisan__businesses")
    return list(seats.order_by("artisan__person__full_name", "pk"))


def instructors_of(training_class) -> list[Engagement]:
    rows = training_class.engagements.confirmed()
    return list(rows.select_related("instructor__origin"))


def village_of(enrolment) -> str:
    """Kelurahan and kecamatan, as people say where they live."""
    village = enrolment.artisan.village
    if village is None:
        return UNKNOWN_PLACE
    return f"{village.name}, {village.parent.name}" if village.parent else village.name


def origin_of(engagement) -> str:
    origin = engagement.instructor.origin
    return str(origin) if origin else UNKNOWN_PLACE


def business_of(enrolment) -> str:
    return ", ".join(each.name for each in enrolment.artisan.businesses.all())


def phone_of(enrolment, *, may_call: bool) -> str:
    """The phone, or its beginning and end for whoever may not call."""
    digits = str(enrolment.artisan.person.phone)
    if may_call or not digits:
        return digits
    return f"{digits[:4]}••••{digits[-2:]}"


def by_village(groups) -> list[tuple]:
    """How many come from each kelurahan, women and men, the most first."""
    seats = [seat for group in groups for seat in group.participants]
    totals = Counter(village_of(seat) for seat in seats)
    women = Counter(
        village_of(seat) for seat in seats if seat.artisan.person.gender == WOMAN
    )
    men = Counter(
        village_of(seat) for seat in seats if seat.artisan.person.gender == MAN
    )
    ordered = sorted(totals, key=lambda place: (-totals[place], place))
    return [(place, men[place], women[place], totals[place]) for place in ordered]
