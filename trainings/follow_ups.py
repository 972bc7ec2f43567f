"""
Asking participants 3, 6 and 12 months after their class how it is now.

Nothing else writes a `FollowUp`. `ask_and_remind` may run as often as anybody
likes: a stage is asked once, reminded once, and each in one transaction with its
message. What the public reads is counted anew with each answer.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from council.outbox import post_to
from programs.models import Activity, LaterResult

from .ladder import rung_of
from .models import Attendance, Enrolment, FollowUp, Session, TrainingClass

# Each stage, in months after the class, and when it closes: as the next begins.
STAGES = {3: 6, 6: 12, 12: 18}
# What an answer consists of.
ANSWERS = (
    *("producing", "obstacle", "has_new_product", "product_name"),
    *("helpers", "turnover", "need", "words"),
)


class FollowUpClosed(Exception):
    """The answer came too late. The message is written for whoever answers."""


@dataclass(frozen=True)
class Done:
    """What one run of the timer wrote."""

    asked: int
    reminded: int


def months_after(day, months: int):
    """The same day some months later, or the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))


def ask_and_remind() -> Done:
    """Ask whom a stage has come for, and remind once who stays silent."""
    now = timezone.now()
    asked = sum(ask_class(each, now) for each in ended_classes(now))
    silent = FollowUp.objects.to_remind(now).values_list("pk", flat=True)
    return Done(asked, sum(remind(pk, now) for pk in list(silent)))


def ended_classes(now):
    """Classes that took place and ended so long ago that a stage may be open."""
    today = now.date()
    went_on = ~Q(sessions__status=Session.Status.CANCELLED)
    classes = TrainingClass.objects.filter(status=TrainingClass.Status.ON)
    off = [Activity.Status.CANCELLED, Activity.Status.POSTPONED]
    classes = classes.exclude(training__status__in=off)
    last_day = Max("sessions__held_on", filter=went_on)
    classes = classes.annotate(ended_on=Coalesce(last_day, "training__ends_on")).filter(
        # A day of slack on both sides: zones are looked at class by class.
        ended_on__lte=months_after(today, -min(STAGES)) + timedelta(days=4),
        ended_on__gte=months_after(today, -max(STAGES.values())) - timedelta(days=4),
    )
    return classes.select_related("training__unit").order_by("pk")


def ask_class(training_class, now) -> int:
    """Ask the participants of a class the stages that are open; say how many."""
    today = training_class.local(now).date()
    return sum(
        ask(enrolment, months, due_on, closes_on)
        for months, due_on, closes_on in stages_of(training_class.ended_on)
        if due_on <= today < closes_on
        for enrolment in not_asked(training_class, months)
    )


def stages_of(ended_on):
    """Each stage after a class that ended that day: months, first day, closing day."""
    for months, until in STAGES.items():
        yield months, months_after(ended_on, months), months_after(ended_on, until)


def participants(training_class):
    """Who took part: present at least once, or with a seat where nobody noted that."""
    seats = training_class.enrolments.confirmed()
    records = Attendance.objects.filter(session__training_class=training_class)
    if not records.exists():
        return seats
    present = records.filter(status=Attendance.Status.PRESENT)
    return seats.filter(pk__in=present.values("enrolment"))


def not_asked(training_class, months):
    """Participants who were not asked at this stage, and never said no to it."""
    known = FollowUp.objects.filter(enrolment__training_class=training_class)
    done = known.filter(Q(months=months) | ~Q(declined_at=None))
    seats = participants(training_class).exclude(pk__in=done.values("enrolment"))
    return seats.select_related("artisan__person", "training_class__training__unit")


@transaction.atomic
def ask(enrolment: Enrolment, months: int, due_on, closes_on) -> bool:
    """Ask one participant, and say whether that is new. Twice tells nothing twice."""
    follow_up, is_new = FollowUp.objects.get_or_create(
        enrolment=enrolment,
        months=months,
        defaults={"due_on": due_on, "closes_on": closes_on},
    )
    if is_new and tell(follow_up, "asked"):
        follow_up.sent_at = follow_up.asked_at
        follow_up.save(update_fields=["sent_at"])
    return is_new


@transaction.atomic
def remind(pk: int, now) -> bool:
    """Remind once; whoever answered or was reminded meanwhile is left alone."""
    rows = FollowUp.objects.to_remind(now).filter(pk=pk)
    if not FollowUp.objects.filter(pk__in=rows.values("pk")).update(reminded_at=now):
        return False
    return tell(with_person().get(pk=pk), "reminded")


@transaction.atomic
def answer(follow_up: FollowUp, *, way: str, by=None, **answers) -> FollowUp:
    """Keep an answer, instead of the one before. The same one twice changes nothing."""
    follow_up = held(follow_up)
    answers["turnover"] = answers["turnover"] or follow_up.turnover
    for name in ANSWERS:
        setattr(follow_up, name, answers[name])
    follow_up.rung = rung_of(**answers)
    follow_up.way, follow_up.answered_by = way, by
    follow_up.answered_at, follow_up.declined_at = timezone.now(), None
    kept = ["rung", "way", "answered_by", "answered_at", "declined_at"]
    follow_up.save(update_fields=[*ANSWERS, *kept])
    count_again(follow_up)
    return follow_up


@transaction.atomic
def decline(follow_up: FollowUp) -> FollowUp:
    """Ask this person no more about this class; an answer of this stage is undone."""
    follow_up = held(follow_up)
    empty = FollowUp(pk=follow_up.pk)
    for name in (*ANSWERS, "rung", "way", "answered_by", "answered_at"):
        setattr(follow_up, name, getattr(empty, name))
    follow_up.declined_at = timezone.now()
    follow_up.save()
    count_again(follow_up)
    return follow_up


@transaction.atomic
def note_call(follow_up: FollowUp) -> FollowUp:
    """Note that nobody answered the phone."""
    follow_up = held(follow_up)
    follow_up.calls += 1
    follow_up.called_at = timezone.now()
    follow_up.save(update_fields=["calls", "called_at"])
    return follow_up


def held(follow_up) -> FollowUp:
    """The row as it is now, held until the transaction ends; refused once closed."""
    rows = FollowUp.objects.select_for_update(of=("self",))
    rows = rows.select_related("enrolment__training_class__training__unit")
    follow_up = rows.get(pk=follow_up.pk)
    if not follow_up.is_open:
        raise FollowUpClosed(
            _("This question closed on %(day)s. Thank you all the same.")
            % {"day": date_format(follow_up.closes_on, "DATE_FORMAT")}
        )
    return follow_up


def count_again(follow_up) -> None:
    """Write what the public reads of a training's stage, counted from its answers."""
    training = follow_up.training_class.training_id
    key = {"activity_id": training, "months": follow_up.months}
    LaterResult.objects.get_or_create(**key)
    # Held before counting, so that of two answers the later one counts both.
    result = LaterResult.objects.select_for_update().get(**key)
    rungs = FollowUp.objects.filter(
        months=follow_up.months, enrolment__training_class__training=training
    ).values_list("rung", flat=True)
    counts = list(rungs)
    result.productive = counts.count(FollowUp.Rung.PRODUCTIVE)
    result.partly = counts.count(FollowUp.Rung.PARTLY)
    result.not_yet = counts.count(FollowUp.Rung.NOT_YET)
    result.save(update_fields=["productive", "partly", "not_yet"])


def waiting_for(artisan) -> FollowUp | None:
    """The question that waits longest for this artisan's answer."""
    rows = with_person().filter(enrolment__artisan=artisan).silent()
    return rows.open_at(timezone.now()).order_by("due_on").first()


def with_person():
    """Follow-ups with all that a message or page says of them."""
    return FollowUp.objects.select_related(
        "enrolment__artisan__person",
        "enrolment__training_class__training__unit",
        "enrolment__training_class__craft",
    )


def tell(follow_up, outcome: str) -> bool:
    """Write to the participant, once; say whether there was a way."""
    person = follow_up.enrolment.artisan.person
    with override(settings.LANGUAGE_CODE):
        subject, body = wording(follow_up, outcome)
    unit = follow_up.training_class.training.unit
    cause = f"follow-up-{follow_up.pk}-{outcome}"
    return post_to(person, subject, body, cause=cause, unit=unit)


def wording(follow_up, outcome: str) -> tuple[str, str]:
    """The subject and text of a message, also as the council sends it on WhatsApp."""
    training = follow_up.training_class.training
    if outcome == "asked":
        subject = _("How is it going after the training?")
    else:
        subject = _("A small reminder: how is it going after the training?")
    body = _(
        "%(name)s, %(months)s months ago you took part in %(training)s. How is it now? "
        "Five short questions, one minute, no account needed. Your answers help "
        "%(unit)s to plan what helps you next.\n\n%(link)s"
    ) % {
        "name": follow_up.enrolment.artisan,
        "months": follow_up.months,
        "training": training,
        "unit": training.unit,
        "link": settings.PUBLIC_BASE_URL + follow_up.get_absolute_url(),
    }
    return subject, body
