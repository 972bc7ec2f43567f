import json
import re
from datetime import date, time, timedelta

import pytest

from programs.models import (
    Activity,
    ActivityDay,
    ActivityParty,
    ActivityPerson,
    AgendaItem,
    HeadCount,
    Program,
)
from tests.factories import (
    create_activity,
    create_clipping,
    create_event,
    create_meeting,
    create_person,
    create_program,
    create_training,
    create_unit,
)

pytestmark = pytest.mark.django_db


def linked_data(html):
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return json.loads(found[1])


def test_shows_everything_that_is_known(client):
    event = create_event(
        title="Inacraft",
        host_name="Asosiasi Contoh",
        edition="ke-24",
        admission="Gratis",
        stands=12,
        visitors=4321,
        sales=75_000_000,
        lessons="Bawa lebih banyak selendang",
        venue="Balai Contoh",
        start_time=time(9),
    )
    ActivityDay.objects.create(activity=event, held_on=event.starts_on)
    person = create_person(full_name="Ibu Kanari", title_before="Hj.")
    ActivityPerson.objects.create(
        activity=event,
        person=person,
        role=ActivityPerson.Role.OPENER,
        post="Ketua Dekranasda",
    )
    ActivityParty.objects.create(
        activity=event,
        unit=create_unit(code="13.71"),
        role=ActivityParty.Role.GUEST,
    )
    HeadCount.objects.create(
        activity=event, category=HeadCount.Category.PARTICIPANTS, total=30, women=21
    )
    event.press.add(create_clipping(title="Inacraft di koran"))

    html = client.get(event.get_absolute_url()).content.decode()

    for words in [
        "Asosiasi Contoh",
        "ke-24",
        "Gratis",
        "4.321",
        "Rp75.000.000",
        "Bawa lebih banyak selendang",
        "Hj. Ibu Kanari",
        "Ketua Dekranasda",
        "Kota Padang",
        "21",
        "Inacraft di koran",
        "09.00 WIB",
        f"/kalender.ics?kegiatan={event.slug}",
    ]:
        assert words in html, words


def test_a_meeting_shows_its_agenda_but_not_who_presents(client):
    meeting = create_meeting(theme="Kolaborasi", days_ahead=3)
    AgendaItem.objects.create(
        meeting=meeting, title="Evaluasi", presenter="Nama Penyaji"
    )

    html = client.get(meeting.get_absolute_url()).content.decode()

    assert "Evaluasi" in html
    assert "Kolaborasi" in html
    assert "Nama Penyaji" not in html


def test_a_plain_activity_has_a_page_too(client):
    activity = create_activity(title="Pembinaan rajut")

    response = client.get(activity.get_absolute_url())

    assert response.status_code == 200
    assert activity.get_absolute_url().startswith("/acara/")


def test_drafts_and_trainings_are_not_found(client):
    draft = create_event(published=False)
    training = create_training()

    assert client.get(f"/acara/{draft.slug}/").status_code == 404
    assert client.get(f"/acara/{training.slug}/").status_code == 404


def test_a_proposal_is_not_named(client):
    proposal = create_program(title="Usulan rahasia", status=Program.Status.PROPOSED)
    event = create_event(program=proposal)

    assert "rahasia" not in client.get(event.get_absolute_url()).content.decode()


def test_a_cancelled_event_says_why(client):
    event = create_event(title="Batal")
    event.cancel("Gedung dipakai")

    html = client.get(event.get_absolute_url()).content.decode()

    assert "Gedung dipakai" in html
    assert "state--cancelled" in html
    assert "kalender.ics?kegiatan" not in html
    assert linked_data(html)["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_postponed_event_promises_a_new_date(client):
    event = create_event()
    event.postpone("")

    assert "chip--postponed" in client.get(event.get_absolute_url()).content.decode()


def test_search_engines_read_day_hour_and_place(client, settings):
    event = create_event(
        title="Pameran </script><b>",
        starts_on=date(2026, 12, 1),
        ends_on=date(2026, 12, 3),
        start_time=time(9),
        venue="Balai Contoh",
        unit=create_unit(code="71.71", time_zone="Asia/Makassar"),
    )

    data = linked_data(client.get(event.get_absolute_url()).content.decode())

    assert data["name"] == "Pameran </script><b>"
    assert data["startDate"] == "2026-12-01T09:00+08:00"
    assert data["endDate"] == "2026-12-03"
    assert data["location"]["name"] == "Balai Contoh"
    assert data["url"].startswith(settings.PUBLIC_BASE_URL)


def test_search_engines_read_who_organises_what_the_council_takes_part_in(client):
    event = create_event(role=Activity.Role.PARTICIPANT)
    ActivityParty.objects.create(
        activity=event,
        unit=create_unit(code="13.71", name="Dinas Contoh"),
        role=ActivityParty.Role.ORGANISER,
    )

    data = linked_data(client.get(event.get_absolute_url()).content.decode())

    assert data["organizer"]["name"] == "Dinas Contoh"


def test_asks_the_same_queries_whatever_it_holds(client, django_assert_max_num_queries):
    event = create_event()
    for number in range(5):
        person = create_person()
        ActivityPerson.objects.create(
            activity=event, person=person, role=ActivityPerson.Role.SPEAKER
        )
        ActivityParty.objects.create(
            activity=event,
            unit=create_unit(code=f"13.{number + 10}"),
            role=ActivityParty.Role.GUEST,
        )
        event.press.add(create_clipping())
        ActivityDay.objects.create(
            activity=event, held_on=event.starts_on + timedelta(days=number)
        )

    with django_assert_max_num_queries(12):
        client.get(event.get_absolute_url())


def test_speaks_english_and_marks_what_the_council_wrote(client):
    event = create_event(
        title="Pameran", title_en="Craft fair", description="Kriya kerang dan batik"
    )

    html = client.get(f"/en{event.get_absolute_url()}").content.decode()

    assert "<h1>Craft fair</h1>" in html
    assert re.search(r'lang="id"><p>Kriya kerang', html)
    assert "When and where" in html
