"""
Activities as an iCalendar file (RFC 5545) for phones, Thunderbird and Google.

An entry keeps its UID for ever and counts its changes, so that a subscriber sees
a moved or cancelled activity move or be cancelled, never stand there twice.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from django.conf import settings
from django.db.models import Count, Max
from django.utils.translation import gettext as _

from council.models import Unit

from .models import Activity

CONTENT_TYPE = "text/calendar; charset=utf-8"
HOURS = {Unit.Zone.WIB: 7, Unit.Zone.WITA: 8, Unit.Zone.WIT: 9}
STATUS = {
    Activity.Status.CANCELLED: "CANCELLED",
    Activity.Status.POSTPONED: "TENTATIVE",
}


@dataclass(frozen=True)
class Revision:
    """How often an activity was changed, and when last."""

    number: int
    changed_at: datetime


def calendar_file(activities, *, name: str) -> bytes:
    """Write the activities (with `unit` and `days` loaded) as one calendar."""
    activities = list(activities)
    revisions = revisions_of(activities)
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Dekranasda//Portal Dekranasda//ID")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", one_line(name))
    calendar.add("x-wr-calname", vText(one_line(name)))
    calendar.add("refresh-interval", timedelta(hours=6), {"value": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    entries = [
        entry for activity in activities for entry in entries_of(activity, revisions)
    ]
    for zone in zones_of(activities):
        calendar.add_component(zone)
    for entry in entries:
        calendar.add_component(entry)
    return calendar.to_ical()


def revisions_of(activities) -> dict[int, Revision]:
    """The number and moment of the last change of each activity."""
    numbers, moments = {}, {}
    ids = [activity.pk for activity in activities]
    for model in [Activity, *Activity.__subclasses__()]:
        changes = (
            model.history.filter(id__in=ids)
            .order_by()
            .values_list("id")
            .annotate(number=Count("history_id"), last=Max("history_date"))
        )
        for pk, number, last in changes:
            numbers[pk] = numbers.get(pk, 0) + number
            moments[pk] = max(moments.get(pk, last), last)
    return {
        activity.pk: Revision(
            number=max(numbers.get(activity.pk, 0) - 1, 0),
            changed_at=moments.get(activity.pk) or activity.published_at,
        )
        for activity in activities
    }


def entries_of(activity, revisions) -> list[Event]:
    """One entry, or one for each day where the days have gaps."""
    days = list(activity.days.all())
    if not days:
        spans = [("", activity.starts_on, activity.ends_on, activity)]
    else:
        spans = [
            (f"-{day.held_on:%Y%m%d}", day.held_on, day.held_on, day) for day in days
        ]
    entries = []
    for ending, first, last, clock in spans:
        entry = described(activity, revisions[activity.pk])
        entry.add("uid", f"kegiatan-{activity.pk}{ending}@{host()}")
        add_time(entry, activity, first, last, clock)
        entries.append(entry)
    return entries


def described(activity, revision) -> Event:
    """Everything about the activity but its time and name of the entry."""
    entry = Event()
    changed_at = revision.changed_at.astimezone(UTC)
    entry.add("dtstamp", changed_at)
    entry.add("last-modified", changed_at)
    entry.add("sequence", revision.number)
    entry.add("status", STATUS.get(activity.status, "CONFIRMED"))
    entry.add("summary", summary_of(activity))
    entry.add("categories", [str(activity.get_kind_display())])
    entry.add("url", address_of(activity))
    entry.add("description", description_of(activity))
    if where := ", ".join(filter(None, [activity.shown_venue, activity.address])):
        entry.add("location", one_line(where))
    return entry


def add_time(entry, activity, first: date, last: date, clock) -> None:
    """Give the hours on the unit's clock, or whole days where they are unknown."""
    start, end = clock.start_time or activity.start_time, clock.end_time
    if start is None or first != last:
        entry.add("dtstart", first)
        # The end of whole days is the first day that is free again.
        entry.add("dtend", last + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        return
    zone = ZoneInfo(activity.unit.time_zone)
    entry.add("dtstart", datetime.combine(first, start, zone))
    if end is None and clock.start_time is None:
        end = activity.end_time
    if end and end > start:
        entry.add("dtend", datetime.combine(first, end, zone))


def zones_of(activities) -> list[Timezone]:
    """The clocks used; Indonesia has three and never changes them for summer."""
    used = sorted({activity.unit.time_zone for activity in activities})
    return [zone_component(Unit.Zone(name)) for name in used]


def zone_component(zone: Unit.Zone) -> Timezone:
    offset = timedelta(hours=HOURS[zone])
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    standard.add("tzname", zone.label)
    component = Timezone()
    component.add("tzid", zone.value)
    component.add_component(standard)
    return component


def summary_of(activity) -> str:
    words = {"what": activity.get_status_display(), "title": activity.shown_title}
    title = _("%(what)s: %(title)s") % words if activity.is_off else words["title"]
    return one_line(title)


def description_of(activity) -> str:
    """A few lines that say enough without opening the page."""
    why = activity.shown_status_reason if activity.is_off else ""
    lines = [why, activity.shown_summary]
    if activity.starts_on != activity.ends_on and activity.start_time:
        lines.append(hours_of(activity))
    lines += [activity.unit.name, address_of(activity)]
    return "\n".join(one_line(line) for line in lines if line)


def hours_of(activity) -> str:
    hours = clock_words(activity.start_time)
    if activity.end_time:
        hours = f"{hours}–{clock_words(activity.end_time)}"
    return f"{hours} {activity.unit.zone_name}"


def clock_words(clock: time) -> str:
    return f"{clock:%H.%M}"


def one_line(text) -> str:
    """The text without breaks, which some calendars take for the end of a line."""
    return " ".join(str(text).split())


def address_of(activity) -> str:
    return settings.PUBLIC_BASE_URL + activity.get_absolute_url()


def host() -> str:
    return urlsplit(settings.PUBLIC_BASE_URL).hostname or "localhost"
