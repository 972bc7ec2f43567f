"""
The sessions of one registration as an iCalendar file, for the artisan's own phone.

An entry keeps its UID and counts its changes; a session that was moved moves, one
that was dropped, or a registration that ended, is cancelled rather than missing.
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

from django.conf import settings
from django.db.models import Count, Max
from django.utils.translation import gettext as _

from council.models import Unit
from programs.calendar_file import host, one_line, zone_component
from programs.models import Activity

from .models import Enrolment, Session, Training, TrainingClass


def own_calendar(enrolment: Enrolment) -> bytes:
    """Write the enrolment (with its class, training and unit) as a calendar."""
    training = enrolment.training_class.training
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Dekranasda//Portal Dekranasda//ID")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(one_line(training.shown_title)))
    calendar.add_component(zone_component(Unit.Zone(training.unit.time_zone)))
    shared = changes_of(enrolment)
    for entry in entries_of(enrolment, shared):
        calendar.add_component(entry)
    return calendar.to_ical()


def changes_of(enrolment) -> tuple[int, datetime]:
    """How often the registration, its class and its training changed, and when last."""
    training_class = enrolment.training_class
    kept = [
        Enrolment.history.filter(id=enrolment.pk),
        TrainingClass.history.filter(id=training_class.pk),
        Training.history.filter(id=training_class.training_id),
    ]
    return counted(*kept) or (0, enrolment.enrolled_at)


def counted(*histories):
    """The number of changes in all, and the moment of the last."""
    found = [
        each.order_by().aggregate(number=Count("history_id"), last=Max("history_date"))
        for each in histories
    ]
    moments = [each["last"] for each in found if each["last"]]
    number = sum(each["number"] for each in found)
    return (number, max(moments)) if moments else None


def entries_of(enrolment, shared):
    """Every session, dropped ones too; without any, the days of the training."""
    training_class = enrolment.training_class
    sessions = list(training_class.sessions.all())
    dropped = dropped_sessions(training_class, {each.pk for each in sessions})
    changes = changes_of_sessions(training_class)
    for session in [*sessions, *dropped]:
        number, moment = changes.get(session.pk, (0, shared[1]))
        entry = described(enrolment, shared[0] + number, max(moment, shared[1]))
        add_session(entry, enrolment, session, is_dropped=session in dropped)
        yield entry
    if not sessions:
        yield from days_of(enrolment, shared)


def changes_of_sessions(training_class) -> dict:
    rows = Session.history.filter(training_class=training_class).order_by()
    rows = rows.values_list("id").annotate(
        number=Count("history_id"), last=Max("history_date")
    )
    return {key: (number, last) for key, number, last in rows}


def dropped_sessions(training_class, kept) -> list:
    """Sessions that were planned once and deleted since, as they last stood."""
    rows = Session.history.filter(training_class=training_class, history_type="-")
    return [row.instance for row in rows.exclude(id__in=kept)]


def described(enrolment, sequence, changed_at) -> Event:
    """What every entry of the registration says."""
    training_class = enrolment.training_class
    training = training_class.training
    entry = Event()
    entry.add("dtstamp", changed_at.astimezone(UTC))
    entry.add("last-modified", changed_at.astimezone(UTC))
    entry.add("sequence", sequence)
    entry.add("status", status_of(enrolment))
    page = settings.PUBLIC_BASE_URL + enrolment.get_absolute_url()
    entry.add("url", page)
    lines = [
        f"{training_class.name} · {training.shown_title}",
        training.unit.name,
        *way_in(enrolment),
        page,
    ]
    entry.add("description", "\n".join(one_line(line) for line in lines))
    return entry


def way_in(enrolment) -> list[str]:
    """The link to a class held online, for its participants alone."""
    training_class = enrolment.training_class
    if not (training_class.is_online and enrolment.is_confirmed):
        return []
    return list(
        filter(None, [training_class.meeting_link, training_class.meeting_note])
    )


def status_of(enrolment) -> str:
    """Whether the person will be there, as far as is known."""
    training_class = enrolment.training_class
    if training_class.is_cancelled or enrolment.status in Enrolment.OUT:
        return "CANCELLED"
    is_off = training_class.training.status == Activity.Status.POSTPONED
    return "CONFIRMED" if enrolment.is_confirmed and not is_off else "TENTATIVE"


def add_session(entry, enrolment, session, *, is_dropped) -> None:
    """Day, hours, place and topic of a session."""
    training = enrolment.training_class.training
    zone = ZoneInfo(training.unit.time_zone)
    if is_dropped or session.status == Session.Status.CANCELLED:
        entry["status"] = vText("CANCELLED")
    entry.add("uid", f"sesi-{session.pk}-{enrolment.pk}@{host()}")
    entry.add("summary", summary_of(training, session.topic))
    entry.add("dtstart", datetime.combine(session.held_on, session.start_time, zone))
    entry.add("dtend", datetime.combine(session.held_on, session.end_time, zone))
    add_place(entry, enrolment.training_class, session.venue)


def summary_of(training, topic="") -> str:
    words = {"title": training.shown_title, "topic": topic}
    return one_line(_("%(title)s: %(topic)s") % words if topic else words["title"])


def add_place(entry, training_class, venue="") -> None:
    # Another room than the class's has an address that nobody wrote down.
    is_its_own = venue in {"", training_class.where}
    if where := training_class.whole_where if is_its_own else venue:
        entry.add("location", one_line(where))


def days_of(enrolment, shared):
    """The days of a training whose sessions are not planned."""
    training = enrolment.training_class.training
    zone = ZoneInfo(training.unit.time_zone)
    for day, start, end in training.hours:
        entry = described(enrolment, *shared)
        entry.add("uid", f"pelatihan-{enrolment.pk}-{day:%Y%m%d}@{host()}")
        entry.add("summary", summary_of(training))
        if (start, end) == (time.min, time.max):
            entry.add("dtstart", day)
            entry.add("dtend", day + timedelta(days=1))
        else:
            entry.add("dtstart", datetime.combine(day, start, zone))
            entry.add("dtend", datetime.combine(day, end, zone))
        add_place(entry, enrolment.training_class)
        yield entry
