from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from council.models import Organization, Unit
from events.models import Event
from programs.models import Activity, ActivityParty, HeadCount, Meeting, Program
from tests.factories import (
    create_activity,
    create_clipping,
    create_event,
    create_meeting,
    create_person,
    create_program,
    create_staff,
    create_training,
    create_unit,
)
from tests.forms import form_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(visit):
    """The admin as a member of staff of Ciputat sees it."""
    unit = create_unit(code="36.74.04")
    browser = visit(create_staff(unit=unit))
    browser.unit = unit
    return browser


def changelist(model):
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")


def act(browser, model, action, rows, **more):
    data = {"action": action, "_selected_action": [row.pk for row in rows], **more}
    return browser.post(changelist(model), data, follow=True)


def test_publishes_in_one_step_and_answers_in_a_sentence(desk):
    event = create_event(unit=desk.unit, published=False)

    response = act(desk, Event, "publish", [event])

    event.refresh_from_db()
    assert event.is_published
    assert [str(message) for message in response.context["messages"]] != []


def test_marks_as_done(desk):
    meeting = create_meeting(unit=desk.unit)

    act(desk, Meeting, "finish", [meeting])

    meeting.refresh_from_db()
    assert meeting.status == Activity.Status.DONE


def test_cancelling_asks_for_the_reason_first(desk):
    event = create_event(unit=desk.unit)

    asked = act(desk, Event, "cancel", [event])
    empty = act(desk, Event, "cancel", [event], reason=" ")
    event.refresh_from_db()
    assert event.status == Activity.Status.PLANNED
    assert b'name="reason"' in asked.content
    assert b"errorlist" in empty.content

    act(desk, Event, "cancel", [event], reason="Gedung dipakai")
    event.refresh_from_db()
    assert event.status == Activity.Status.CANCELLED
    assert event.status_reason == "Gedung dipakai"


def test_postponing_tells_why(desk):
    activity = create_activity(unit=desk.unit)

    act(desk, Activity, "postpone", [activity], reason="Menunggu anggaran")

    activity.refresh_from_db()
    assert activity.status == Activity.Status.POSTPONED


def test_another_unit_s_event_is_never_touched(desk):
    other = create_event(unit=create_unit(code="36.74.01"))

    act(desk, Event, "cancel", [other], reason="Bukan milik kami")

    other.refresh_from_db()
    assert other.status == Activity.Status.PLANNED


APART = [create_event, create_meeting, create_training]


@pytest.mark.parametrize("create", APART)
def test_the_list_of_activities_leads_to_the_pages_apart(desk, create):
    row = create(unit=desk.unit)

    listed = desk.get(changelist(Activity)).context["cl"].result_list
    page = desk.get(reverse("admin:programs_activity_change", args=[row.pk]))

    assert [activity.pk for activity in listed] == [row.pk]
    own = row._meta
    assert page.url == reverse(
        f"admin:{own.app_label}_{own.model_name}_change", args=[row.pk]
    )


@pytest.mark.parametrize("create", APART)
@pytest.mark.parametrize("action", ["cancel", "finish", "delete_selected"])
def test_the_list_of_activities_acts_on_nothing_apart(desk, create, action):
    row = create(unit=desk.unit)

    act(desk, Activity, action, [row], reason="Banjir", post="yes")

    row.refresh_from_db()
    assert row.status == Activity.Status.PLANNED


@pytest.mark.parametrize("action", ["finish", "postpone"])
def test_what_is_cancelled_stays_cancelled(desk, action):
    event = create_event(unit=desk.unit, status=Activity.Status.CANCELLED)

    act(desk, Event, action, [event], reason="Banjir")

    event.refresh_from_db()
    assert event.status == Activity.Status.CANCELLED


def test_a_sum_no_year_could_hold_is_refused(desk):
    activity = create_activity(unit=desk.unit)
    page = reverse("admin:programs_activity_change", args=[activity.pk])
    form = form_data(desk.get(page).content.decode())

    response = desk.post(page, {**form, "budget_planned": 9 * 10**18})

    assert list(response.context["adminform"].form.errors) == ["budget_planned"]


def test_a_unit_saves_what_the_city_added_and_adds_no_more_of_it(desk):
    city = create_unit(code="36.74")
    meeting = create_meeting(unit=desk.unit)
    meeting.press.add(create_clipping(unit=city))
    meeting.people.create(person=create_person(unit=city), role="pembuka")
    page = reverse("admin:programs_meeting_change", args=[meeting.pk])
    form = form_data(desk.get(page).content.decode())

    saved = desk.post(page, form)
    forged = desk.post(page, {**form, "people-0-person": create_person(unit=city).pk})

    assert (saved.status_code, forged.status_code) == (302, 200)


@pytest.mark.parametrize("model", [Activity, Event])
def test_kinds_with_a_page_of_their_own_are_not_offered(desk, model):
    meta = model._meta
    page = desk.get(reverse(f"admin:{meta.app_label}_{meta.model_name}_add"))

    offered = dict(page.context["adminform"].form.fields["kind"].choices)

    assert Activity.Kind.EXHIBITION in offered
    assert Activity.Kind.TRAINING not in offered
    assert Activity.Kind.MEETING not in offered


def filled(browser, model, **changes):
    meta = model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_add")
    data = form_data(browser.get(address).content.decode())
    return browser.post(address, {**data, **changes})


def event_fields(unit, **changes):
    first = timezone.localdate() + timedelta(days=5)
    fields = {
        "unit": unit.pk,
        "kind": "pameran",
        "title": "Pameran baru",
        "role": "penyelenggara",
        "scale": "kota",
        "starts_on": first.isoformat(),
        "ends_on": first.isoformat(),
        "status": "rencana",
    }
    return {**fields, **changes}


def test_a_new_event_finds_its_own_address(desk):
    create_event(title="Pameran baru", slug="pameran-baru")

    response = filled(desk, Event, **event_fields(desk.unit))

    assert response.status_code == 302
    assert Event.objects.get(unit=desk.unit).slug == "pameran-baru-2"


@pytest.mark.once
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ends_on", "2000-01-01"),
        ("starts_on", "0001-01-01"),
        ("ends_on", "9999-12-31"),
        ("published_at_0", "0001-01-01"),
        ("kind", "pelatihan"),
        ("budget_planned", "-1"),
        ("budget_planned", "9" * 30),
        ("title", ""),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(desk, field, value):
    more = {"published_at_1": "10:00"} if field == "published_at_0" else {}

    response = filled(desk, Event, **event_fields(desk.unit, **{field: value}, **more))

    assert response.status_code == 200
    assert b"errorlist" in response.content
    assert not Event.objects.exists()


def test_the_lists_show_how_many_came(desk):
    event = create_event(unit=desk.unit)
    for total in (10, 20):
        HeadCount.objects.create(activity=event, category="peserta", total=total)

    (row,) = desk.get(changelist(Event)).context["cl"].result_list

    assert row.attended == 30


@pytest.mark.once
@pytest.mark.parametrize(
    ("model", "create"),
    [
        (Activity, create_activity),
        (Event, create_event),
        (Meeting, create_meeting),
        (Program, create_program),
    ],
)
def test_the_lists_ask_the_same_queries(desk, model, create, django_assert_num_queries):
    def queries():
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as captured:
            assert desk.get(changelist(model)).status_code == 200
        return len(captured)

    create(unit=desk.unit)
    desk.get(changelist(model))
    one = queries()
    for _each in range(29):
        create(unit=desk.unit)

    assert queries() == one


def test_the_form_of_a_meeting_has_its_agenda(desk):
    page = desk.get(reverse("admin:programs_meeting_add"))

    assert b"agenda-TOTAL_FORMS" in page.content
    assert b'name="kind"' not in page.content


def offered(browser, model, field, term):
    """What a field that is looked up while typing offers."""
    meta = model._meta
    asked = {"app_label": meta.app_label, "model_name": meta.model_name}
    address = reverse("admin:autocomplete")
    response = browser.get(address, {**asked, "field_name": field, "term": term})
    return [row["text"] for row in response.json()["results"]]


def agency(code, name):
    kind = Organization.Kind.AGENCY
    return Organization.objects.create(
        unit=create_unit(code=code), name=name, kind=kind
    )


def test_a_kecamatan_names_its_citys_agency_as_a_party(desk):
    citys = agency("36.74", "Dinas Kota")
    agency("36.74.04", "Dinas Sendiri")
    neighbours = agency("36.74.01", "Dinas Tetangga")
    activity = create_activity(unit=desk.unit)
    page = reverse("admin:programs_activity_change", args=[activity.pk])
    party = {"parties-TOTAL_FORMS": 1, "parties-0-role": "mitra"}

    for chosen in (citys, neighbours):
        form = form_data(desk.get(page).content.decode())
        desk.post(page, {**form, **party, "parties-0-organization": chosen.pk})

    found = offered(desk, ActivityParty, "organization", "Dinas")
    assert sorted(found) == ["Dinas Kota", "Dinas Sendiri"]
    assert [row.organization for row in activity.parties.all()] == [citys]


def test_a_citys_agency_is_chosen_and_not_changed_by_a_kecamatan(desk):
    citys = agency("36.74", "Dinas Kota")
    page = reverse("admin:council_organization_change", args=[citys.pk])

    listed = desk.get(changelist(Organization)).content.decode()

    assert "Dinas Kota" not in listed.partition('id="changelist-form"')[2]
    assert desk.get(page).status_code in {302, 403, 404}


@pytest.mark.parametrize(
    ("code", "scale"),
    [
        ("36.74.04.1001", "kelurahan"),
        ("36.74.04", "kecamatan"),
        ("36.74", "kota"),
        ("36", "provinsi"),
        ("", "nasional"),
    ],
)
def test_the_scale_starts_at_the_level_of_the_unit(visit, code, scale):
    browser = visit(create_staff(unit=create_unit(code=code)))

    page = browser.get(reverse("admin:events_event_add"))

    assert form_data(page.content.decode())["scale"] == scale


def test_the_days_of_a_meeting_can_be_listed(desk):
    meeting = create_meeting(unit=desk.unit)
    page = reverse("admin:programs_meeting_change", args=[meeting.pk])
    form = form_data(desk.get(page).content.decode())
    day = {"days-TOTAL_FORMS": 1, "days-0-held_on": meeting.starts_on.isoformat()}

    response = desk.post(page, {**form, **day})

    assert response.status_code == 302
    assert meeting.days.get().held_on == meeting.starts_on


@pytest.mark.parametrize(
    ("code", "zone"), [("36.74.04", "WIB"), ("73.71", "WITA"), ("91.71", "WIT")]
)
def test_a_moment_is_on_the_clock_of_the_unit_and_says_so(visit, code, zone):
    unit = create_unit(code=code, time_zone=Unit.Zone[zone])
    meeting = create_meeting(unit=unit)
    moment = timezone.now().astimezone(ZoneInfo(unit.time_zone))
    browser = visit(create_staff(unit=unit))
    page = reverse("admin:programs_meeting_change", args=[meeting.pk])

    html = browser.get(page).content.decode()

    assert f"memakai waktu unit Anda, {zone}." in html
    assert form_data(html)["published_at_1"][:2] == f"{moment:%H}"


def test_a_reason_is_read_in_both_languages_and_ends_with_it(desk, client):
    activity = create_event(unit=desk.unit, title="Bazar")

    english = {"reason_en": "The hall is flooded."}
    act(desk, Event, "cancel", [activity], reason="Gedung kebanjiran.", **english)
    with override("en"):
        address = activity.get_absolute_url()
    html = client.get(address).content.decode()
    assert "The hall is flooded." in html
    assert "kebanjiran" not in html

    activity.refresh_from_db()
    activity.postpone("Menunggu surat.")
    assert activity.status_reason_en == ""
    html = client.get(address).content.decode()
    assert '<span lang="id">Menunggu surat.</span>' in html
