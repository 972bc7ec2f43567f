from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from programs.models import Activity, ActivityDay
from tests.factories import (
    create_activity,
    create_event,
    create_meeting,
    create_training,
    create_unit,
)

pytestmark = pytest.mark.django_db

URL = "/kalender.ics"


def read(client, **asked):
    return Calendar.from_ical(client.get(URL, asked).content)


def entries(calendar):
    return list(calendar.walk("VEVENT"))


def entry_of(client, activity):
    (entry,) = entries(read(client, kegiatan=activity.slug))
    return entry


def test_holds_everything_public_and_nothing_else(client):
    create_training(title="Pelatihan")
    create_event(title="Pameran")
    create_meeting(title="Raker")
    create_activity(title="Pembinaan")
    create_event(title="Rancangan", published=False)
    create_event(title="Zaman dulu", days_ahead=-900)

    titles = {str(entry["SUMMARY"]) for entry in entries(read(client))}

    assert titles == {"Pelatihan", "Pameran", "Raker", "Pembinaan"}


def test_keeps_the_letter_of_the_standard(client):
    create_event(title="Pameran " + "panjang sekali dengan é dan ü " * 6)

    response = client.get(URL)
    content = response.content

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = Calendar.from_ical(content)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    for entry in entries(calendar):
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "LAST-MODIFIED"):
            assert name in entry, name


def test_whole_days_end_on_the_first_free_day(client):
    event = create_event(starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 3))

    entry = entry_of(client, event)

    assert entry["DTSTART"].dt == date(2026, 12, 1)
    assert entry["DTEND"].dt == date(2026, 12, 4)
    assert entry["DTSTART"].params["VALUE"] == "DATE"


def test_hours_stand_on_the_clock_of_the_unit(client):
    event = create_event(
        unit=create_unit(code="71.71", time_zone="Asia/Makassar"),
        starts_on=date(2026, 12, 1),
        ends_on=date(2026, 12, 1),
        start_time=time(9),
        end_time=time(12, 30),
    )

    calendar = read(client, kegiatan=event.slug)
    (entry,), (zone,) = entries(calendar), list(calendar.walk("VTIMEZONE"))

    zone_of_unit = ZoneInfo("Asia/Makassar")
    assert entry["DTSTART"].dt == datetime(2026, 12, 1, 9, tzinfo=zone_of_unit)
    assert entry["DTEND"].dt == datetime(2026, 12, 1, 4, 30, tzinfo=UTC)
    assert entry["DTSTART"].params["TZID"] == zone["TZID"] == "Asia/Makassar"
    assert zone.walk("STANDARD")[0]["TZNAME"] == "WITA"


def test_days_with_gaps_are_entries_of_their_own(client):
    event = create_event(starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 4))
    for day in (1, 2, 4):
        ActivityDay.objects.create(activity=event, held_on=date(2026, 12, day))

    found = entries(read(client, kegiatan=event.slug))

    assert [entry["DTSTART"].dt.day for entry in found] == [1, 2, 4]
    assert len({str(entry["UID"]) for entry in found}) == 3


def test_a_change_keeps_the_uid_and_raises_the_sequence(client):
    event = create_event(title="Pameran")
    before = entry_of(client, event)
    again = entry_of(client, event)

    event.venue = "Balai Contoh"
    event.save(update_fields=["venue"])
    Activity.objects.get(pk=event.pk).cancel("Hujan")
    after = entry_of(client, event)

    assert before.to_ical() == again.to_ical()
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 2)
    assert after["LAST-MODIFIED"].dt >= before["LAST-MODIFIED"].dt
    assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert str(after["SUMMARY"]).endswith(": Pameran")
    assert "Hujan" in after["DESCRIPTION"]


def test_addresses_are_those_of_the_portal(client, settings):
    settings.PUBLIC_BASE_URL = "https://portal.contoh.id"
    event = create_event()

    entry = entry_of(client, event)

    assert entry["URL"] == f"https://portal.contoh.id/acara/{event.slug}/"
    assert entry["UID"].endswith("@portal.contoh.id")


def test_a_unit_has_a_calendar_with_all_below_it(client):
    city = create_unit(code="36.74")
    create_event(title="Kota", unit=city)
    create_event(title="Kecamatan", unit=create_unit(code="36.74.04"))
    create_event(title="Padang", unit=create_unit(code="13.71"))

    calendar = read(client, unit=city.slug)

    assert {str(entry["SUMMARY"]) for entry in entries(calendar)} == {
        "Kota",
        "Kecamatan",
    }
    assert city.name in calendar["X-WR-CALNAME"]


def test_drafts_and_strangers_are_not_found(client):
    draft = create_event(published=False)

    assert client.get(URL, {"kegiatan": draft.slug}).status_code == 404
    assert client.get(URL, {"unit": "tidak-ada"}).status_code == 404
    assert client.get(URL, {"kegiatan": "'; x"}).status_code == 404


def test_text_cannot_add_lines_of_its_own(client):
    event = create_event(title="Satu\r\nBEGIN:VEVENT", venue="A; B, C\\D")

    found = entries(read(client, kegiatan=event.slug))

    assert len(found) == 1
    assert found[0]["LOCATION"] == "A; B, C\\D"


@pytest.mark.once
@pytest.mark.parametrize("number", [1, 3, 30])
def test_asks_the_same_queries(client, django_assert_num_queries, number):
    for each in range(number):
        event = create_event(unit=create_unit(code=f"13.{each + 10}"))
        ActivityDay.objects.create(
            activity=event, held_on=event.starts_on + timedelta(days=1)
        )

    with django_assert_num_queries(6):
        client.get(URL)


def test_an_empty_calendar_is_still_one(client):
    assert entries(read(client)) == []
