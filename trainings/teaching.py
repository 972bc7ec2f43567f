"""What an instructor sees of the own classes, and keeps up to date."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from .booked import beginning_of, end_of
from .feedback import feedback_of
from .models import Engagement, Enrolment, Instructor
from .models.instructors import POOL, PUBLIC_LINE

# Names are for teaching: a month after the last day nobody needs them here.
NAMES_STAY = timedelta(days=30)


def what_participants_think(training_class) -> dict:
    """Their feedback, for who taught them."""
    opinion = feedback_of(training_class)
    return {"template": "teaching/_opinion.html", "opinion": opinion}


# What stands below a class for its instructors: each takes the class and gives the
# name of a template and what it needs, or nothing.
sections = [what_participants_think]


@dataclass(frozen=True)
class OwnPages:
    """The pages of one instructor, reached by a link or by an account."""

    instructor: Instructor
    code: str = ""

    def address(self, name, *args) -> str:
        if self.code:
            return reverse(f"teaching:{name}", args=[self.code, *args])
        return reverse(f"my_teaching:{name}", args=args)

    @property
    def home(self):
        return self.address("home")

    @property
    def times(self):
        return self.address("times")

    @property
    def skills(self):
        return self.address("skills")

    @property
    def profile(self):
        return self.address("profile")

    @property
    def calendar(self):
        return self.address("calendar")


@dataclass(frozen=True)
class Teaching:
    """A class somebody teaches or is asked to teach, with its own hours."""

    engagement: Engagement
    address: str
    begins_at: datetime
    ends_at: datetime

    @property
    def training_class(self):
        return self.engagement.training_class

    @property
    def training(self):
        return self.training_class.training

    @property
    def first_day(self):
        """Its first day, on the clock of the council that runs it."""
        return self.begins_at.date()

    @property
    def is_over(self) -> bool:
        return timezone.now() >= self.ends_at

    @property
    def has_begun(self) -> bool:
        return timezone.now() >= self.begins_at

    @property
    def shows_names(self) -> bool:
        """Whether the names of participants are needed for teaching now."""
        now = timezone.now()
        return self.begins_at <= now < self.ends_at + NAMES_STAY

    @property
    def waits(self) -> bool:
        is_on = not (self.training_class.is_cancelled or self.training.is_off)
        return self.engagement.is_invited and is_on and not self.has_begun


def taught_by(pages: OwnPages) -> list[Teaching]:
    """All classes the instructor teaches or was asked to teach, the next one first."""
    rows = Engagement.objects.standing().with_class()
    rows = rows.filter(instructor=pages.instructor.person_id)
    return sorted(
        (seen_by(pages, row) for row in rows), key=lambda each: each.begins_at
    )


def seen_by(pages, engagement) -> Teaching:
    training_class = engagement.training_class
    page = engagement.get_absolute_url() if engagement.code else ""
    if engagement.is_confirmed:
        page = pages.address("class", training_class.pk)
    begins_at, ends_at = beginning_of(training_class), end_of(training_class)
    return Teaching(engagement, page, begins_at, ends_at)


def participants_of(teaching: Teaching) -> list[str]:
    """Names of those with a seat, while they are needed; before that, nobody's."""
    if not teaching.shows_names:
        return []
    seats = Enrolment.objects.confirmed().filter(training_class=teaching.training_class)
    seats = seats.select_related("artisan__person")
    return sorted(seat.artisan.person.full_name for seat in seats)


def sections_of(training_class) -> list[dict]:
    """What stands below a class for its instructors, drawn by other parts."""
    drawn = (section(training_class) for section in sections)
    return [section for section in drawn if section]


@transaction.atomic
def keep_profile(instructor, *, is_in_pool, has_public_line) -> None:
    """Save the profile with what the instructor agreed to."""
    instructor.save()
    instructor.agree(POOL, is_in_pool)
    instructor.agree(PUBLIC_LINE, has_public_line)
