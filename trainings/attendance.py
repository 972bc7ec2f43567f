"""
Who was there: session by session, and what it comes to.

Nothing else writes an `Attendance` or the status of a `Session`. Every function
holds the session's row first, so that two devices at once leave one answer: the
mark that was made last, whenever it arrived.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .enrolment.seats import refuse_weak_locks, save_by
from .forms import new_request_key
from .models import Attendance, Enrolment, HelperLink, Mark, Session, TrainingClass
from .models.attending import ARRIVES_LATE

Status, Way = Attendance.Status, Attendance.Way

# Participants mark themselves from an hour before a session until half an hour after.
OPENS_BEFORE = timedelta(hours=1)
CLOSES_AFTER = timedelta(minutes=30)


class AttendanceRefused(Exception):
    """Nothing was written. The message is written for the person who tried."""


@contextmanager
def held(session_id):
    """Hold a session: until the block ends nobody else marks anybody in it."""
    with transaction.atomic():
        refuse_weak_locks()
        Session.objects.select_for_update().get(pk=session_id)
        # A join would show the class as it was before the wait for the lock.
        yield sessions_in_full().get(pk=session_id)


def sessions_in_full():
    """Sessions with the class, training and unit whose clock they follow."""
    return Session.objects.select_related("training_class__training__unit")


# Marks


def record(
    session: Session,
    marks: dict[int, str],
    *,
    way: str,
    key: str,
    by=None,
    at: datetime | None = None,
    helper: HelperLink | None = None,
) -> list[Mark]:
    """
    Write who was there, by the key of the enrolment; give the marks that are new.

    `at` is the moment they were made, which may lie before they arrive here. The
    same `key` again changes nothing. Only participants are marked; whoever is none
    any more is left out.
    """
    with held(session.pk) as session:
        if reason := why_not_record(session):
            raise AttendanceRefused(reason)
        marks = new_marks(session, marks, key)
        made_at = min(at or timezone.now(), timezone.now())
        rows = [
            Mark(
                session=session,
                enrolment_id=enrolment,
                status=Status(status),
                way=way,
                key=key,
                made_at=made_at,
                made_by=by,
                helper_link=helper,
            )
            for enrolment, status in marks.items()
        ]
        Mark.objects.bulk_create(rows)
        settle(session, set(marks))
        return rows


def why_not_record(session: Session) -> str:
    """Why nobody can be marked, in a sentence; empty when they can."""
    if session.is_cancelled or session.training_class.is_cancelled:
        return _("This session did not take place.")
    today = timezone.now().astimezone(session.starts_at.tzinfo).date()
    if today < session.held_on:
        return _("The list opens on the day of the session, %(day)s.") % {
            "day": date_format(session.held_on, "DATE_FORMAT")
        }
    return ""


def new_marks(session, marks, key) -> dict[int, str]:
    """The marks of participants that this key has not brought before."""
    participants = session.training_class.enrolments.confirmed()
    participants = set(participants.values_list("pk", flat=True))
    known = Mark.objects.filter(session=session, key=key)
    known = set(known.values_list("enrolment", flat=True))
    return {pk: marks[pk] for pk in marks if pk in participants - known}


def settle(session, enrolments: set[int]) -> None:
    """Let the last mark of each stand, and the session with them; it must be held."""
    standing = {row.enrolment_id: row for row in session.attendances.all()}
    marks = Mark.objects.filter(session=session, enrolment__in=enrolments)
    latest = {mark.enrolment_id: mark for mark in marks.filter(undone_at=None)}
    for enrolment in enrolments:
        let_stand(standing.get(enrolment), latest.get(enrolment))
    if not session.is_cancelled:
        say(session, by_its_list(session))


def by_its_list(session) -> str:
    """How a session stands that takes place: held once anybody is listed."""
    is_held = session.attendances.exists()
    return Session.Status.HELD if is_held else Session.Status.PLANNED


def let_stand(row: Attendance | None, mark: Mark | None) -> None:
    """Make an attendance what its last mark says."""
    if mark is None:
        if row:
            row.delete()
        return
    # Who says the same again leaves the first moment standing.
    if row and row.status == mark.status and row.recorded_at <= mark.made_at:
        return
    row = row or Attendance(session=mark.session, enrolment_id=mark.enrolment_id)
    row.status, row.way = mark.status, mark.way
    row.recorded_at, row.recorded_by = mark.made_at, mark.made_by
    row.save()


def say(session, status: str, *, by=None, reason="") -> None:
    """Write how a held session stands, once."""
    if session.status != status:
        session.status = status
        save_by(session, by, reason=reason, update_fields=["status"])


def last_sending(session: Session) -> list[Mark]:
    """The marks that came together last and still stand, with who made them."""
    marks = Mark.objects.filter(session=session, undone_at=None)
    last = marks.order_by("-pk").first()
    if last is None:
        return []
    shown = marks.filter(key=last.key, way=last.way)
    return list(
        shown.select_related("enrolment__artisan__person", "made_by", "helper_link")
    )


def undo(session: Session, key: str, *, by=None, helper=None) -> int:
    """
    Take back what one sending said, and give how many marks that were.

    A helper takes back only what came through the own link.
    """
    with held(session.pk) as session:
        marks = Mark.objects.filter(session=session, key=key, undone_at=None)
        marks = marks.filter(helper_link=helper) if helper else marks
        enrolments = set(marks.values_list("enrolment", flat=True))
        if enrolments:
            marks.update(undone_at=timezone.now(), undone_by=by)
            settle(session, enrolments)
        return len(enrolments)


# The session itself


def call_off(session: Session, *, reason: str, by=None) -> None:
    """Say that a session did not take place; not while somebody is present."""
    with held(session.pk) as session:
        if session.attendances.filter(status=Status.PRESENT).exists():
            raise AttendanceRefused(
                _("Somebody is marked present. Undo that first, or leave the session.")
            )
        say(session, Session.Status.CANCELLED, by=by, reason=reason)


def put_back(session: Session, *, by=None) -> None:
    """Take back that a session did not take place."""
    with held(session.pk) as session:
        if session.is_cancelled:
            say(session, by_its_list(session), by=by)


# Participants mark themselves


def opening(session: Session) -> datetime:
    return session.starts_at - OPENS_BEFORE


def closing(session: Session) -> datetime:
    return session.ends_at + CLOSES_AFTER


def is_open(session: Session, now: datetime | None = None) -> bool:
    """Whether participants may mark themselves present at that moment."""
    return opening(session) <= (now or timezone.now()) < closing(session)


def why_not_arrive(session: Session, now: datetime | None = None) -> str:
    """Why participants cannot mark themselves, in a sentence; empty when they can."""
    now = now or timezone.now()
    if session.is_cancelled or session.training_class.is_cancelled:
        return _("This session did not take place.")
    if now < opening(session):
        sentence = _("You can mark yourself present from %(moment)s.")
        return sentence % {"moment": on_the_clock(session, opening(session))}
    if now >= closing(session):
        sentence = _("This closed on %(moment)s. Ask the committee to write you down.")
        return sentence % {"moment": on_the_clock(session, closing(session))}
    return ""


def on_the_clock(session, moment) -> str:
    return session.training_class.on_the_clock(moment)


def arrive(
    enrolment: Enrolment,
    session: Session,
    *,
    way: str,
    by=None,
    key: str = "",
    at: datetime | None = None,
) -> Attendance:
    """
    Mark the participant present, within the hours of the session.

    `at` is the moment of the press, which a phone without a signal sends later, up to
    a day; the same `key` again changes nothing. Where somebody is marked already,
    that stands: nobody overrules the committee.
    """
    with held(session.pk) as session:
        if known := session.attendances.filter(enrolment=enrolment).first():
            return known
        pressed_at, key = at or timezone.now(), key or new_request_key()
        if reason := why_not_arrive(session, pressed_at) or why_too_late(session):
            raise AttendanceRefused(reason)
        if session.marks.filter(enrolment=enrolment, key=key).exists():
            raise AttendanceRefused(_("The committee took this mark back. Ask them."))
        marks = {enrolment.pk: Status.PRESENT}
        if not record(session, marks, way=way, key=key, by=by, at=pressed_at):
            raise AttendanceRefused(_("You have no seat in this class."))
        return session.attendances.get(enrolment=enrolment)


def why_too_late(session: Session) -> str:
    """Why not even a press that was kept on a phone counts any more."""
    if timezone.now() < closing(session) + ARRIVES_LATE:
        return ""
    return _("This arrived more than a day late. Ask the committee to write you down.")


def sessions_to_join(artisan, now: datetime | None = None) -> list[Session]:
    """Sessions that the artisan may walk into now, each with its `enrolment_key`."""
    now = now or timezone.now()
    enrolments = Enrolment.objects.confirmed().filter(artisan=artisan)
    sessions = sessions_in_full().filter(
        training_class__enrolments__in=enrolments,
        training_class__training__has_own_button=True,
        # Whatever the zone, it is within a day.
        held_on__range=[now.date() - timedelta(days=1), now.date() + timedelta(days=1)],
    )
    sessions = sessions.annotate(enrolment_key=F("training_class__enrolments"))
    sessions = sessions.exclude(attendances__enrolment__in=enrolments)
    return [each for each in sessions if not why_not_arrive(each, now)]


# What it comes to


@dataclass(frozen=True)
class Record:
    """What a participant attended, of the sessions of one class."""

    attended: list[Session]
    held: int
    planned: int

    @property
    def minutes(self) -> int:
        """How long the attended sessions lasted together."""
        return sum(each.minutes for each in self.attended)

    @property
    def percent_so_far(self) -> int:
        """Of the sessions held until now; 0 before the first."""
        return percent(len(self.attended), self.held)

    @property
    def percent_of_all(self) -> int:
        """Of all sessions that take place, the coming ones too."""
        return percent(len(self.attended), self.planned)

    @property
    def best_possible(self) -> int:
        """What it comes to if every coming session is attended."""
        to_come = self.planned - self.held
        return percent(len(self.attended) + to_come, self.planned)


def percent(part: int, whole: int) -> int:
    """A part in whole percent, rounded down: 79.9 does not pass for 80."""
    return part * 100 // whole if whole else 0


def records_of(training_class: TrainingClass) -> dict[int, Record]:
    """
    The record of every confirmed participant, by the key of the enrolment.

    Until a session closes, it counts as held only for those marked already: the
    others may still come through the door.
    """
    sessions = list(training_class.sessions.exclude(status=Session.Status.CANCELLED))
    held, now = [each for each in sessions if each.is_held], timezone.now()
    over = {each.pk for each in held if now >= closing(each)}
    marks = Attendance.objects.filter(session__in=held)
    marks = {(row.enrolment_id, row.session_id): row.status for row in marks}
    participants = training_class.enrolments.confirmed().values_list("pk", flat=True)
    return {
        pk: Record(
            [each for each in held if marks.get((pk, each.pk)) == Status.PRESENT],
            sum(each.pk in over or (pk, each.pk) in marks for each in held),
            len(sessions),
        )
        for pk in participants
    }
