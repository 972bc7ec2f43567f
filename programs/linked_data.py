"""Activities as search engines read them (schema.org Event)."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from .models import Activity, ActivityParty

STATUS = {
    Activity.Status.CANCELLED: "https://schema.org/EventCancelled",
    Activity.Status.POSTPONED: "https://schema.org/EventPostponed",
}


def activity_as_linked_data(activity) -> dict:
    """What a search engine may show of a published activity."""
    address = settings.PUBLIC_BASE_URL + activity.get_absolute_url()
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": activity.shown_title,
        "url": address,
        "description": activity.shown_summary or activity.shown_description[:300],
        "startDate": moment_of(activity, activity.starts_on, activity.start_time),
        "endDate": moment_of(activity, activity.ends_on, activity.end_time),
        "eventStatus": STATUS.get(activity.status, "https://schema.org/EventScheduled"),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": place_of(activity),
        "organizer": {"@type": "Organization", "name": organiser_of(activity)},
    }
    if activity.picture:
        data["image"] = [settings.PUBLIC_BASE_URL + activity.picture.fallback_url]
    return data


def organiser_of(activity) -> str:
    """The council, unless it only takes part in what somebody else organises."""
    if host := getattr(getattr(activity, "event", None), "host_name", ""):
        return host
    if activity.role == Activity.Role.PARTICIPANT:
        parties = activity.parties.filter(role=ActivityParty.Role.ORGANISER)
        if party := parties.select_related("unit", "organization").first():
            return str(party.unit or party.organization)
    return activity.unit.name


def moment_of(activity, day: date, clock: time | None) -> str:
    """The day, with the hour on the clock of the unit where it is known."""
    if clock is None:
        return day.isoformat()
    zone = ZoneInfo(activity.unit.time_zone)
    return datetime.combine(day, clock, zone).isoformat(timespec="minutes")


def place_of(activity) -> dict:
    region = activity.region.name if activity.region else ""
    address = {"@type": "PostalAddress", "addressCountry": "ID"}
    if activity.address:
        address["streetAddress"] = activity.address
    if region:
        address["addressLocality"] = region
    name = activity.shown_venue or region or activity.unit.name
    return {"@type": "Place", "name": name, "address": address}
