"""The classes of an instructor as a calendar to subscribe to (RFC 5545)."""

from datetime import UTC, timedelta

from icalendar import Calendar, Event, vText

from django.conf import settings
from django.db.models import Count, Max
from django.utils.translation import gettext as _

from council.models import Unit
from programs.calendar_file import host, one_line, zone_component

from .booked import hours_of, spans_of
from .models import Engagement, Session


def teaching_calendar(classes) -> bytes:
    """Write each session of these classes as an entry; nobody's name stands in it."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Dekranasda//Portal Dekranasda//ID")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(_("What I teach")))
    calendar.add("refresh-interval", timedelta(hours=6), {"value": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for zone in sorted({each.training.unit.time_zone for each in classes}):
        calendar.add_component(zone_component(Unit.Zone(zone)))
    changes = changes_of(classes)
    for teaching in classes:
        for entry in entries_of(teaching, changes[teaching.engagement.pk]):
            calendar.add_component(entry)
    return calendar.to_ical()


def changes_of(classes) -> dict[int, tuple]:
    """For each engagement how often its days or the answer changed, and when last."""
    answers = counted(Engagement, "id", [each.engagement.pk for each in classes])
    taught = [each.training_class.pk for each in classes]
    sessions = counted(Session, "training_class_id", taught)
    found = {}
    for each in classes:
        known = [answers.get(each.engagement.pk), sessions.get(each.training_class.pk)]
        known = [change for change in known if change]
        number = sum(number for number, _last in known)
        last = max((last for _number, last in known), default=each.begins_at)
        found[each.engagement.pk] = number, last
    return found


def counted(model, key, values) -> dict[int, tuple]:
    rows = model.history.filter(**{f"{key}__in": list(values)}).order_by()
    rows = rows.values_list(key).annotate(number=Count("*"), last=Max("history_date"))
    return {pk: (number, last) for pk, number, last in rows}


def entries_of(teaching, change) -> list[Event]:
    """An entry for each session; one not answered yet is tentative."""
    number, changed_at = change
    entries = []
    for name, hours, venue in named_hours(teaching.training_class):
        span = spans_of([hours], teaching.training.unit)[0]
        entry = Event()
        entry.add("uid", f"mengajar-{teaching.engagement.pk}-{name}@{host()}")
        entry.add("dtstamp", changed_at.astimezone(UTC))
        entry.add("sequence", number)
        entry.add("status", status_of(teaching))
        entry.add("summary", one_line(summary_of(teaching)))
        entry.add("location", one_line(venue or teaching.training_class.whole_where))
        # Calendars are shared: the own page and its code stay out of them.
        page = teaching.training.get_absolute_url()
        entry.add("url", settings.PUBLIC_BASE_URL + page)
        entry.add("dtstart", span.begins_at)
        entry.add("dtend", span.ends_at)
        entries.append(entry)
    return entries


def named_hours(training_class) -> list[tuple]:
    """Its hours and own rooms, under a name that stays when a session is moved."""
    off = Session.Status.CANCELLED
    sessions = [each for each in training_class.sessions.all() if each.status != off]
    if sessions:
        return [
            (f"sesi-{each.pk}", hours_of_session(each), each.venue) for each in sessions
        ]
    hours = enumerate(hours_of(training_class))
    return [(str(place), each, "") for place, each in hours]


def hours_of_session(session) -> tuple:
    return session.held_on, session.start_time, session.end_time


def status_of(teaching) -> str:
    if teaching.training_class.is_cancelled:
        return "CANCELLED"
    is_certain = teaching.engagement.is_confirmed and not teaching.training.is_off
    return "CONFIRMED" if is_certain else "TENTATIVE"


def summary_of(teaching) -> str:
    named = {"class": teaching.training_class.name, "title": teaching.training.title}
    return _("Teaching: %(class)s, %(title)s") % named
