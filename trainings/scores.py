"""
Points of participants: tests before and after, and the work made.

Nothing else writes a `Score` or a `Work`. Staff and, where they have a page of
their own, instructors use the same functions.
"""

from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from statistics import mean

from django.db import transaction
from django.utils import timezone
from django.utils.translation import pgettext

from .models import Enrolment, Score, TrainingClass, Work
from .rubrics import points_of

Kind = Score.Kind
FULL = 100
# In the order of a class; the note stands with the last one that is known.
KINDS = {"before": Kind.BEFORE, "after": Kind.AFTER, "product": Kind.PRODUCT}


class WrittenMeanwhile(Exception):
    """
    Somebody else wrote the same scores since they were read.

    `cells` names each by participant and column, with what stands there now.
    """

    def __init__(self, cells: dict):
        super().__init__("scores were written meanwhile")
        self.cells = cells


@dataclass(frozen=True)
class Typed:
    """What was typed for one participant: only the columns that were changed."""

    enrolment_id: int
    points: dict
    seen: dict
    note: str | None = None


@dataclass
class PersonScores:
    """What one participant reached; None where nothing was written down."""

    enrolment: Enrolment
    before: Decimal | None = None
    after: Decimal | None = None
    product: Decimal | None = None
    note: str = ""
    work: Work | None = None

    @property
    def gain(self) -> Decimal | None:
        """Points won between the two tests."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before

    @property
    def share(self) -> float | None:
        """The gain of what could be won (normalised gain); who had all won nothing."""
        if self.gain is None or self.before >= FULL:
            return None
        return float(self.gain / (FULL - self.before))


@dataclass
class ClassScores:
    """The scores of a class: its participants, averages and gain."""

    people: list[PersonScores]

    def average(self, name) -> Decimal | None:
        known = [
            value for each in self.people if (value := getattr(each, name)) is not None
        ]
        return mean(known) if known else None

    @property
    def before(self):
        return self.average("before")

    @property
    def after(self):
        return self.average("after")

    @property
    def product(self):
        return self.average("product")

    @property
    def gain(self):
        """The average gain of those who took both tests."""
        return self.average("gain")

    @property
    def share(self):
        return self.average("share")

    @property
    def in_words(self) -> str:
        """How large the normalised gain is (Hake: from 0.3 medium, from 0.7 high)."""
        if self.share is None:
            return ""
        if self.share >= 0.7:
            return pgettext("gain", "high")
        if self.share >= 0.3:
            return pgettext("gain", "medium")
        return pgettext("gain", "low")

    @property
    def number(self) -> int:
        """How many took both tests."""
        return sum(each.gain is not None for each in self.people)

    @property
    def is_empty(self) -> bool:
        names = ("before", "after", "product")
        return all(self.average(name) is None for name in names)


def scores_of(training_class: TrainingClass) -> ClassScores:
    """The scores of all participants of a class, by name, in three queries."""
    seats = training_class.enrolments.confirmed().select_related(
        "artisan__person", "work"
    )
    seats = seats.prefetch_related("scores").order_by(
        "artisan__person__full_name", "pk"
    )
    return ClassScores([scores_for(each) for each in seats])


def scores_for(enrolment: Enrolment) -> PersonScores:
    """The scores of one participant."""
    scores = {each.kind: each for each in enrolment.scores.all()}
    points = {kind: score.points for kind, score in scores.items()}
    return PersonScores(
        enrolment,
        before=points.get(Kind.BEFORE),
        after=points.get(Kind.AFTER),
        product=points.get(Kind.PRODUCT),
        note=next((each.note for each in scores.values() if each.note), ""),
        work=getattr(enrolment, "work", None),
    )


@transaction.atomic
def write_scores(training_class: TrainingClass, typed: list[Typed], *, by=None) -> int:
    """
    Keep what was typed, and say for how many participants.

    A cell that somebody else changed since it was seen stops everything: neither
    of the two is lost without being read.
    """
    seats = training_class.enrolments.confirmed().select_for_update(no_key=True)
    seats = {each.pk: each for each in seats.order_by("pk")}
    typed = [each for each in typed if each.enrolment_id in seats]
    known = {
        (each.enrolment_id, each.kind): each.points
        for each in Score.objects.filter(enrolment__in=seats)
    }
    if cells := changed_meanwhile(typed, known):
        raise WrittenMeanwhile(cells)
    for each in typed:
        write_row(each, by)
    return len(typed)


def changed_meanwhile(typed, known) -> dict:
    """Cells that hold neither what was seen nor what is to be written."""
    cells = {}
    for each in typed:
        for name, points in each.points.items():
            now = known.get((each.enrolment_id, KINDS[name]))
            if now not in (each.seen.get(name), points):
                cells[each.enrolment_id, name] = now
    return cells


def write_row(typed: Typed, by) -> None:
    """Write the changed points of one participant, and the note beside the last."""
    scores = Score.objects.filter(enrolment=typed.enrolment_id)
    for name, points in typed.points.items():
        write_points(typed.enrolment_id, KINDS[name], points, by)
    if typed.note is None:
        return
    kinds = list(scores.values_list("kind", flat=True))
    last = next((kind for kind in reversed(KINDS.values()) if kind in kinds), None)
    scores.exclude(kind=last).update(note="")
    scores.filter(kind=last).update(note=typed.note)


def write_points(enrolment_id, kind, points, by) -> None:
    """Write points of a kind, or take them back."""
    if points is None:
        Score.objects.filter(enrolment=enrolment_id, kind=kind).delete()
        return
    Score.objects.update_or_create(
        enrolment_id=enrolment_id,
        kind=kind,
        defaults={"points": points, "given_at": timezone.now(), "given_by": by},
    )


@transaction.atomic
def assess(enrolment: Enrolment, *, grades: dict, by=None, note="", **facts) -> Work:
    """Keep what was made with its grades, and give its points."""
    is_public = facts.pop("is_public", False)
    training_class = enrolment.training_class
    work = Work.objects.select_for_update().filter(enrolment=enrolment).first()
    work = work or Work(enrolment=enrolment)
    # Whatever staff believe: what the maker took back, the maker alone gives again.
    is_public = is_public and not work.withdrawn_at
    for name, value in facts.items():
        setattr(work, name, value)
    work.grades = grades
    work.public_page = training_class.training if is_public else None
    work.full_clean(exclude=["enrolment"])
    work.save()
    if grades:
        points = points_of(training_class.craft.family, grades)
        write_points(enrolment.pk, Kind.PRODUCT, points, by)
        write_row(Typed(enrolment.pk, {}, {}, note), by)
    return work


@transaction.atomic
def show_work(work: Work, is_public: bool) -> None:
    """The maker lets the public see the photo on the training's page, or no longer."""
    work = Work.objects.select_for_update().get(pk=work.pk)
    work.public_page = work.enrolment.training_class.training if is_public else None
    work.withdrawn_at = None if is_public else timezone.now()
    work.full_clean(exclude=["enrolment"])
    if not is_public:
        hide(work)
    work.save(update_fields=["public_page", "withdrawn_at", "photo"])


def hide(work: Work) -> None:
    """Give the photo another name: whoever noted its address finds nothing there."""
    # Where the files are gone already, nothing is left to hide.
    with suppress(OSError):
        work.photo = work.photo and work.photo.under_a_new_name()
