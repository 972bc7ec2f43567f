"""
Reminding people in time: what is missing, when the training begins, what comes next.

Days are counted on the clock of the council that runs the training. Each matter is
told once, which the cause of its message keeps; new dates are a new matter. What is
written at night is delivered in the morning.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, Q
from django.utils import timezone

from artisans.models import Artisan
from council.models import Consent, Message
from council.outbox import post_to
from programs.models import Activity

from .models import MessageText, Session, TrainingClass
from .requirements import unmet
from .texts import Occasion, in_portal_language, texts_of, words_for

Situation = MessageText.Situation

# The first notice that is due, by how many days are left.
NOTICES = {3: Situation.SOON, 1: Situation.TOMORROW}
CLOSES_WITHIN = timedelta(days=2)
# Who was given a seat within a day has just read all of it.
NEWS_LASTS = timedelta(days=1)
MORNING, EVENING = time(7), time(20)


def remind() -> int:
    """Write every reminder that is due and not written yet; say how many."""
    now = timezone.now()
    starting = sum(remind_class(each, now) for each in classes_ahead(now))
    return starting + sum(remind_of_closing(each, now) for each in classes_closing(now))


def taking_place():
    """Classes of published trainings that take place as announced."""
    rows = TrainingClass.objects.published().filter(
        status=TrainingClass.Status.ON,
        training__status__in=[Activity.Status.PLANNED, Activity.Status.RUNNING],
    )
    sessions = Session.objects.exclude(status=Session.Status.CANCELLED)
    return rows.select_related("training__unit").prefetch_related(
        Prefetch("sessions", sessions), "training__days"
    )


def classes_ahead(now):
    """Classes with a day that may be told of; a day more for the zones."""
    today = now.date()
    first, last = today - timedelta(days=1), today + timedelta(days=max(NOTICES) + 1)
    days = Q(training__starts_on__range=(first, last))
    return (
        taking_place()
        .filter(days | Q(sessions__held_on__range=(first, last)))
        .distinct()
    )


def classes_closing(now):
    closing = Q(closes_at__gt=now, closes_at__lte=now + CLOSES_WITHIN)
    return taking_place().filter(closing, opens_at__lte=now)


def remind_class(training_class, now) -> int:
    """Tell the participants what is about to begin."""
    notices = list(notices_of(training_class, now))
    if not notices:
        return 0
    seats = training_class.enrolments.confirmed().select_related("artisan__person")
    seats = seats.exclude(confirmed_at__gt=now - NEWS_LASTS)
    return tell_all(
        [
            (row, situation, f"reminder-{row.pk}-{matter}", {"session": session})
            for row in seats
            for situation, matter, session in notices
        ],
        training_class,
        now,
    )


def reminders_now(row) -> list[tuple]:
    """What a person of a class is reminded of at this moment: situation and more."""
    missing = "" if row.status in row.OUT else missing_now(row)
    told = [(Situation.CLOSING, {"missing": missing})] if missing else []
    coming = taking_place().filter(pk=row.training_class_id).first()
    is_near = row.is_confirmed and coming
    notices = notices_of(coming, timezone.now()) if is_near else ()
    return told + [(each, {"session": session}) for each, _matter, session in notices]


def missing_now(row) -> str:
    """What an artisan lacks for a class while people can register, in words."""
    is_shut = row.training_class.availability in TrainingClass.SHUT
    return "" if is_shut else in_portal_language(what_lacks, row)


def notices_of(training_class, now):
    """What is to be told at this moment: situation, matter, session."""
    first, *later = beginnings_of(training_class)
    begins_at, session = first
    left = days_until(training_class, begins_at, now)
    due = [days for days in NOTICES if left <= days]
    if begins_at > now and due:
        matter = f"{NOTICES[min(due)]}-{training_class.local(begins_at):%Y%m%d}"
        yield NOTICES[min(due)], matter, session
    if not training_class.training.has_session_reminders:
        return
    for begins_at, session in later:
        if begins_at > now and days_until(training_class, begins_at, now) <= 1:
            day = f"{training_class.local(begins_at):%Y%m%d%H%M}"
            yield Situation.SESSION, f"{Situation.SESSION}-{session.pk}-{day}", session


def beginnings_of(training_class) -> list[tuple]:
    """When each session begins; where none are planned, when the training does."""
    zone = ZoneInfo(training_class.training.unit.time_zone)
    sessions = training_class.sessions.all()
    if sessions:
        return [
            (datetime.combine(each.held_on, each.start_time, zone), each)
            for each in sessions
        ]
    day, start, _end = training_class.training.hours[0]
    return [(datetime.combine(day, start or time.min, zone), None)]


def days_until(training_class, moment, now) -> int:
    """Days left, on the calendar of the council."""
    return (training_class.local(moment).date() - training_class.local(now).date()).days


def remind_of_closing(training_class, now) -> int:
    """Tell those who still lack something that registration closes."""
    day = f"{training_class.local(training_class.closes_at):%Y%m%d}"
    written = []
    for row in registered_but_incomplete(training_class):
        missing = what_lacks(row)
        cause = f"reminder-{row.pk}-{Situation.CLOSING}-{day}"
        written.append((row, Situation.CLOSING, cause, {"missing": missing}))
    told = tell_all(written, training_class, now)
    return told + invite_incomplete(training_class, now)


def registered_but_incomplete(training_class):
    """Whoever asked for a place, and lacks something that is asked for now."""
    rows = training_class.enrolments.active().select_related("artisan__person")
    return [row for row in rows if what_lacks(row)]


def what_lacks(row) -> str:
    """
    What the profile lacks, or what the class still waits for, in words.

    The row is a registration, or the checklist of somebody without one.
    """
    missing = row.artisan.what_is_missing()
    lacking = " ".join(unmet(row.training_class, row.artisan))
    # The texts put a full stop behind it.
    return ", ".join(missing) or lacking.rstrip(".")


def invite_incomplete(training_class, now) -> int:
    """
    Tell near members who want news of trainings what keeps them from registering.

    They agreed to such news, and may end that at any time. Once for a training.
    """
    near = Artisan.objects.filter(
        Q(main_craft=None) | Q(main_craft__family=training_class.craft.family),
        unit__code__startswith=training_class.training.unit.code,
        person__consents__purpose=Consent.Purpose.MESSAGES,
        person__consents__withdrawn_at=None,
    ).exclude(enrolments__training_class__training=training_class.training_id)
    start = f"reminder-closing-{training_class.training_id}-"
    known = Message.objects.filter(cause__startswith=start)
    known, told = set(known.values_list("cause", flat=True)), 0
    texts = texts_of(training_class.training)
    for artisan in near.select_related("person").distinct().iterator():
        missing = ", ".join(artisan.what_is_missing())
        cause = f"{start}{artisan.pk}"
        if missing and cause not in known:
            occasion = Occasion(artisan.person, training_class, missing=missing)
            told += tell(occasion, Situation.CLOSING, cause, texts, now)
    return told


def tell_all(matters, training_class, now) -> int:
    """Write what has not been told: rows of enrolment, situation, cause and more."""
    causes = [cause for _row, _situation, cause, _more in matters]
    told = set(Message.objects.filter(cause__in=causes).values_list("cause", flat=True))
    fresh = [each for each in matters if each[2] not in told]
    texts = texts_of(training_class.training) if fresh else None
    return sum(
        tell(
            Occasion(row.artisan.person, training_class, row, **more),
            situation,
            cause,
            texts,
            now,
        )
        for row, situation, cause, more in fresh
    )


def tell(occasion, situation, cause, texts, now) -> bool:
    """Write one reminder; say whether there was a way to the person."""
    words = words_for(occasion, situation, texts)
    return post_to(
        occasion.person,
        words.subject,
        words.body,
        cause=cause,
        unit=occasion.training.unit,
        not_before=waking_hour(occasion.training_class, now),
    )


def waking_hour(training_class, now):
    """Now, or the next morning of the council where people sleep."""
    local = training_class.local(now)
    if MORNING <= local.time() < EVENING:
        return now
    day = local.date() + timedelta(days=local.time() >= EVENING)
    return datetime.combine(day, MORNING, local.tzinfo)
