"""
Asking participants what they think of their class, once, after its last session.

Only who was present at a session that was held is asked. Who answered is known,
what they said is not tied to them: a name can never be shown beside an answer.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Avg, Count, Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from council.outbox import post_to

from .models import Attendance, Feedback, FeedbackRequest, Session, TrainingClass

OPEN_FOR = timedelta(days=60)
# Below it nobody learns anything: who said what could be guessed.
FEWEST_SHOWN = 3


class FeedbackClosed(Exception):
    """The answer came too late. The message is written for the participant."""


@dataclass(frozen=True)
class Opinion:
    """What the participants of a class think of it together."""

    asked: int
    answered: int
    ratings: tuple = ()
    words: tuple = ()

    @property
    def is_shown(self) -> bool:
        return self.answered >= FEWEST_SHOWN

    @property
    def fewest(self) -> int:
        return FEWEST_SHOWN


@dataclass(frozen=True)
class Rating:
    """The average of one of the three ratings, from 1 to 5."""

    label: str
    average: float

    @property
    def width(self) -> int:
        """The length of its bar, of a hundred."""
        return round(self.average * 20)


def ask_all() -> int:
    """Ask the participants of every class whose last session is over; say how many."""
    now = timezone.now()
    return sum(ask(each, now) for each in finished_classes(now))


def finished_classes(now):
    """Classes with a session that was held, and whose last one was not long ago."""
    held, off = Session.Status.HELD, Session.Status.CANCELLED
    went_on = ~Q(sessions__status=off)
    today = now.date()
    return (
        TrainingClass.objects.annotate(
            last_day=Max("sessions__held_on", filter=went_on),
            held_count=Count("sessions", filter=Q(sessions__status=held)),
        )
        .filter(
            held_count__gt=0,
            last_day__lte=today + timedelta(days=1),
            last_day__gte=today - OPEN_FOR - timedelta(days=1),
        )
        .select_related("training__unit")
        .order_by("pk")
    )


def ask(training_class: TrainingClass, now=None) -> int:
    """Ask those present once the last session is over; say how many are new."""
    now = training_class.local(now or timezone.now())
    sessions = training_class.sessions.exclude(status=Session.Status.CANCELLED)
    last = sessions.order_by("held_on", "end_time").last()
    if last is None or datetime.combine(last.held_on, last.end_time) > wall_clock(now):
        return 0
    closes_on = last.held_on + OPEN_FOR
    if now.date() >= closes_on:
        return 0
    return sum(ask_one(each, closes_on) for each in to_ask(training_class))


def wall_clock(moment) -> datetime:
    return moment.replace(tzinfo=None)


def to_ask(training_class):
    """Participants who were present at a held session and have not been asked."""
    present = Attendance.objects.filter(
        session__training_class=training_class,
        session__status=Session.Status.HELD,
        status=Attendance.Status.PRESENT,
    )
    seats = training_class.enrolments.confirmed().filter(feedback_request=None)
    seats = seats.filter(pk__in=present.values("enrolment"))
    return seats.select_related("artisan__person", "training_class__training__unit")


@transaction.atomic
def ask_one(enrolment, closes_on) -> bool:
    """Give a participant their link and tell them; say whether that is new."""
    request, is_new = FeedbackRequest.objects.get_or_create(
        enrolment=enrolment, defaults={"closes_on": closes_on}
    )
    if is_new:
        tell(request)
    return is_new


def tell(request) -> None:
    """Write the link to the participant, once."""
    enrolment = request.enrolment
    training = enrolment.training_class.training
    with override(settings.LANGUAGE_CODE):
        subject = _("What did you think of the training?")
        body = _(
            "%(name)s, thank you for taking part in %(training)s. What did you think "
            "of it? Three taps, no account needed, and nobody sees your name beside "
            "your answer.\n\n%(link)s"
        ) % {
            "name": enrolment.artisan,
            "training": training,
            "link": settings.PUBLIC_BASE_URL + link_of(request),
        }
    post_to(
        enrolment.artisan.person,
        subject,
        body,
        cause=f"feedback-{request.pk}",
        unit=training.unit,
    )


def link_of(request) -> str:
    return reverse("trainings:feedback", args=[request.code])


def is_open(request: FeedbackRequest) -> bool:
    """Whether it can still be answered, on the clock of the unit."""
    training_class = request.enrolment.training_class
    return training_class.local(timezone.now()).date() < request.closes_on


@transaction.atomic
def give(request: FeedbackRequest, **answers) -> bool:
    """Keep an opinion without its name, once; say whether it was the first."""
    rows = FeedbackRequest.objects.select_for_update(of=("self",))
    rows = rows.select_related("enrolment__training_class__training__unit")
    request = rows.get(pk=request.pk)
    if request.is_answered:
        return False
    if not is_open(request):
        raise FeedbackClosed(_("This question is closed. Thank you all the same."))
    Feedback.objects.create(training_class=request.enrolment.training_class, **answers)
    request.is_answered = True
    request.save(update_fields=["is_answered"])
    return True


def feedback_of(training_class: TrainingClass) -> Opinion:
    """What participants of a class think, for its staff and its instructors."""
    given = training_class.feedback.all()
    averages = given.aggregate(
        answered=Count("pk"), **{name: Avg(name) for name in Feedback.RATINGS}
    )
    answered = averages.pop("answered")
    asked = FeedbackRequest.objects.filter(enrolment__training_class=training_class)
    if answered < FEWEST_SHOWN:
        return Opinion(asked.count(), answered)
    labels = {name: Feedback._meta.get_field(name).verbose_name for name in averages}
    return Opinion(
        asked.count(),
        answered,
        tuple(Rating(labels[name], average) for name, average in averages.items()),
        tuple(given.exclude(words="").values_list("words", flat=True)),
    )


def feedback_for(engagement) -> Opinion:
    """The same for an instructor, about the class they taught."""
    return feedback_of(engagement.training_class)
