"""The own pages of an instructor, by link and with an account."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from icalendar import Calendar

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from council.consents import has_given
from council.models import Unit
from tests.factories import (
    create_artisan,
    create_class,
    create_craft,
    create_engagement,
    create_instructor,
    create_session,
    create_training,
    create_unit,
    create_user,
)
from trainings import teaching
from trainings.enrolment import enrol
from trainings.models import Session, Skill

pytestmark = pytest.mark.django_db

DAY = date(2031, 3, 3)
JAYAPURA = ZoneInfo("Asia/Jayapura")


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def instructor():
    return create_instructor(create_craft(), full_name="Helwani")


def a_class(*, day=DAY, name="Kelas Songket", **fields):
    unit = create_unit(code="91.71", time_zone=Unit.Zone.WIT)
    training = create_training(unit=unit, starts_on=day, ends_on=day, **fields)
    made = create_class(training=training, name=name)
    create_session(training_class=made, held_on=day, topic="Mengenal benang")
    return made


def teaches(instructor, training_class=None, status="bersedia"):
    training_class = training_class or a_class()
    create_engagement(
        training_class=training_class, instructor=instructor, status=status
    )
    return training_class


def page(instructor, name="home", *args):
    return reverse(f"teaching:{name}", args=[instructor.code, *args])


def text_of(response):
    return " ".join(response.content.decode().split())


def test_the_own_page_tells_what_waits_comes_and_was(client, instructor):
    teaches(instructor, a_class(name="Kelas Depan"))
    teaches(instructor, a_class(name="Kelas Undangan"), "diundang")
    teaches(instructor, a_class(name="Kelas Lama", day=date(2018, 9, 4)))
    teaches(instructor, a_class(name="Kelas Tolak"), "menolak")
    teaches(create_instructor(), a_class(name="Kelas Orang"))

    shown = text_of(client.get(page(instructor)))

    order = ["A council asks", "Kelas Undangan", "Coming classes", "Kelas Depan"]
    order += ["Taught before", "Kelas Lama"]
    places = [shown.index(each) for each in order]
    assert places == sorted(places)
    assert "Kelas Tolak" not in shown and "Kelas Orang" not in shown


def test_names_stand_there_while_the_class_needs_them(client, instructor):
    training_class = teaches(instructor)
    artisan = create_artisan(full_name="Peserta Kanari")
    enrol(artisan, training_class, request_key="k")
    address = page(instructor, "class", training_class.pk)
    begins = datetime(2031, 3, 3, 9, tzinfo=JAYAPURA)
    ends = datetime(2031, 3, 3, 12, tzinfo=JAYAPURA)

    def shows_name(moment):
        with time_machine.travel(moment, tick=False):
            shown = text_of(client.get(address))
        assert "1 of 10 seats" in shown
        return "Peserta Kanari" in shown

    assert not shows_name(begins - timedelta(seconds=1))
    assert shows_name(begins)
    assert shows_name(ends + timedelta(days=29))
    assert not shows_name(ends + timedelta(days=30))
    assert str(artisan.person.phone) not in text_of(client.get(address))


def test_the_class_tells_sessions_topics_and_those_called_off(client, instructor):
    training_class = teaches(instructor)
    off = create_session(training_class=training_class, held_on=DAY + timedelta(days=1))
    Session.objects.filter(pk=off.pk).update(status=Session.Status.CANCELLED)

    shown = text_of(client.get(page(instructor, "class", training_class.pk)))

    assert "Mengenal benang" in shown and "12.00 WIT" in shown
    assert "<s>Tuesday, 4 March 2031" in shown


@pytest.mark.parametrize("status", ["diundang", "menolak", "ditarik"])
def test_a_class_is_open_to_those_who_teach_it_only(client, instructor, status):
    training_class = teaches(instructor, status=status)
    own = teaches(instructor, a_class(name="Kelas Lain"))

    assert client.get(page(instructor, "class", own.pk)).status_code == 200
    address = page(instructor, "class", training_class.pk)
    assert client.get(address).status_code == 404


def test_another_link_opens_the_page_the_old_one_nothing(client, instructor):
    old = page(instructor)
    assert client.get(old).status_code == 200

    instructor.renew_link()

    assert client.get(old).status_code == 404
    assert client.get(page(instructor)).status_code == 200


def test_other_parts_show_something_below_a_class(client, instructor, monkeypatch):
    address = page(instructor, "class", teaches(instructor).pk)
    example = {"template": "includes/_example.html"}
    assert "badge--example" not in text_of(client.get(address))

    monkeypatch.setattr(teaching, "sections", [lambda each: example, lambda each: None])

    assert text_of(client.get(address)).count("badge--example") == 1


def test_the_calendar_holds_each_session_on_its_own_clock(client, instructor):
    certain = teaches(instructor, a_class(venue="Pendopo"))
    teaches(instructor, a_class(name="Kelas Undangan"), "diundang")
    enrol(create_artisan(full_name="Peserta"), certain, request_key="k")

    response = client.get(page(instructor, "calendar"))

    entries = Calendar.from_ical(response.content).walk("VEVENT")
    told = {str(entry["summary"]): str(entry["status"]) for entry in entries}
    assert sorted(told.values()) == ["CONFIRMED", "TENTATIVE"]
    first = entries[0]
    assert first.decoded("dtstart") == datetime(2031, 3, 3, 9, tzinfo=JAYAPURA)
    assert "Pendopo" in {str(entry["location"]) for entry in entries}
    assert b"Peserta" not in response.content


def test_a_moved_session_keeps_its_name_in_the_calendar(client, instructor):
    training_class = teaches(instructor)

    def entry():
        response = client.get(page(instructor, "calendar"))
        return Calendar.from_ical(response.content).walk("VEVENT")[0]

    before = entry()
    session = training_class.sessions.get()
    session.held_on = DAY + timedelta(days=3)
    session.save()
    after = entry()

    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]


# What instructors keep up to date


def days(**fields):
    first = DAY.isoformat()
    return {"kind": "berhalangan", "starts_on": first, "ends_on": "", **fields}


def test_days_are_added_and_removed(client, instructor):
    address = page(instructor, "times")

    assert client.post(address, days(note="Pameran")).url == address
    period = instructor.periods.get()
    assert (period.starts_on, period.ends_on, period.note) == (DAY, DAY, "Pameran")
    assert "Pameran" in text_of(client.get(address))

    client.post(address, {"remove": period.pk})
    client.post(address, {"remove": period.pk})
    assert not instructor.periods.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (days(ends_on="2031-03-01"), "The last day is before the first day."),
        (days(starts_on="2020-01-01"), "These days are over."),
        (days(starts_on="9999-01-01"), "Choose a date between 1900 and 2100."),
        (days(kind="mungkin"), "Select a valid choice"),
        (days(starts_on=""), "This field is required."),
        (days(note="a" * 151), "at most 150 characters"),
    ],
)
def test_odd_days_get_a_sentence_and_change_nothing(client, instructor, data, said):
    response = client.post(page(instructor, "times"), data)

    assert response.status_code == 200
    assert said in text_of(response)
    assert not instructor.periods.exists()


def test_a_craft_chosen_again_is_changed(client, instructor):
    address, craft = page(instructor, "skills"), create_craft()
    other = create_craft(slug="rajut")

    client.post(address, {"craft": craft.pk, "level": "empu", "evidence": "30 tahun"})
    client.post(address, {"craft": other.pk, "level": "dasar", "evidence": ""})

    kept = {(skill.craft, skill.level) for skill in instructor.skills.all()}
    assert kept == {(craft, "empu"), (other, "dasar")}


@pytest.mark.parametrize(
    "data", [{}, {"craft": "x"}, {"craft": "999999"}, {"craft": "²", "level": "y"}]
)
def test_an_odd_craft_changes_nothing(client, instructor, data):
    assert client.post(page(instructor, "skills"), data).status_code == 200
    assert Skill.objects.count() == 1


@pytest.mark.parametrize("name", ["times", "skills"])
def test_nobody_removes_what_belongs_to_another(client, instructor, name):
    other = create_instructor(create_craft())
    period = other.periods.create(kind="bisa", starts_on=DAY, ends_on=DAY)
    row = period if name == "times" else other.skills.get()

    for removed in (row.pk, "x", "9" * 30, ""):
        assert (
            client.post(page(instructor, name), {"remove": removed}).status_code < 500
        )

    assert type(row).objects.filter(pk=row.pk).exists()


def test_the_profile_keeps_facts_and_consents(client, instructor):
    facts = {"institution": "SMK Contoh", "languages": ["id", "jv"], "fee": "Rp1"}

    client.post(page(instructor, "profile"), {**facts, "has_public_line": "on"})

    instructor.refresh_from_db()
    assert (instructor.institution, instructor.languages) == (
        "SMK Contoh",
        ["id", "jv"],
    )
    assert has_given(instructor.person, "mengajar")
    assert not has_given(instructor.person, "pelatih")


# With an account


def test_an_account_opens_the_same_pages(visit, instructor):
    training_class = teaches(instructor)
    browser = visit(create_user(person=instructor.person))

    assert "Kelas Songket" in text_of(browser.get(reverse("my_teaching:home")))
    address = reverse("my_teaching:class", args=[training_class.pk])
    assert "Mengenal benang" in text_of(browser.get(address))
    times = reverse("my_teaching:times")
    assert browser.post(times, days()).url == times
    assert "What I teach" in text_of(browser.get(reverse("my:home")))


def test_an_account_without_a_profile_learns_what_to_do(visit):
    browser = visit(create_user())

    shown = text_of(browser.get(reverse("my_teaching:home")))

    assert "not in the pool of instructors yet" in shown
    assert "What I teach" not in text_of(browser.get(reverse("my:home")))


def test_consents_of_instructors_are_asked_of_instructors(visit, instructor):
    address, purpose = reverse("my:consents"), "let every council find me"
    teacher, other = create_user(person=instructor.person), create_user()

    assert purpose in text_of(visit(teacher).get(address))
    assert purpose not in text_of(visit(other).get(address))

    visit(teacher).post(address, {"purposes": ["pesan"]})
    assert not instructor.is_in_pool


@pytest.mark.once
def test_the_own_page_asks_the_same_queries_at_any_length(client, instructor):
    counts = []
    for size in (1, 3, 30):
        while instructor.person.engagements.count() < size:
            teaches(instructor, a_class(name="Kelas"))
        with CaptureQueriesContext(connection) as queries:
            client.get(page(instructor))
        counts.append(len(queries))

    assert len(set(counts)) == 1 and counts[0] <= 6, counts
