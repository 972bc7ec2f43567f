"""Who could teach a class, and what speaks against it."""

from datetime import date, timedelta

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from council.models import Unit
from programs.models import Activity, ActivityPerson
from tests.factories import (
    create_activity,
    create_artisan,
    create_class,
    create_craft,
    create_engagement,
    create_instructor,
    create_region,
    create_session,
    create_staff,
    create_training,
    create_unit,
)
from trainings.enrolment import enrol
from trainings.models import Engagement, Instructor, Session
from trainings.picking import candidate, candidates, found

pytestmark = pytest.mark.django_db

DAY = date(2031, 3, 3)


def a_class(*, unit=None, day=DAY, start="09:00", end="12:00", **fields):
    """A class with one session on that day."""
    unit = unit or create_unit(code="12.74")
    training = create_training(unit=unit, starts_on=day, ends_on=day, **fields)
    made = create_class(training=training, craft=create_craft())
    create_session(training_class=made, held_on=day, start=start, end=end)
    return made


def songket():
    return create_instructor(create_craft())


def tags(training_class, instructor):
    instructor = Instructor.objects.with_skills().get(pk=instructor.pk)
    return {tag.key for tag in candidate(training_class, instructor).tags}


# The tags


def test_who_said_nothing_about_these_days_is_unknown():
    assert tags(a_class(), songket()) == {"unknown"}


@pytest.mark.parametrize(
    ("first", "last", "kind", "expected"),
    [
        (DAY, DAY, "bisa", set()),
        (DAY - timedelta(days=9), DAY, "bisa", set()),
        (DAY + timedelta(days=1), DAY + timedelta(days=9), "bisa", {"unknown"}),
        (DAY, DAY, "berhalangan", {"unavailable"}),
        (DAY - timedelta(days=9), DAY - timedelta(days=1), "berhalangan", {"unknown"}),
    ],
)
def test_days_count_when_they_hold_the_session(first, last, kind, expected):
    instructor = songket()
    instructor.periods.create(kind=kind, starts_on=first, ends_on=last)

    assert tags(a_class(), instructor) == expected


def test_a_no_to_one_day_outweighs_a_yes_to_all():
    instructor, training_class = songket(), a_class()
    week = {"starts_on": DAY, "ends_on": DAY + timedelta(days=6)}
    instructor.periods.create(kind="bisa", **week)
    create_session(training_class=training_class, held_on=DAY + timedelta(days=2))
    assert tags(training_class, instructor) == set()

    busy = DAY + timedelta(days=2)
    instructor.periods.create(kind="berhalangan", starts_on=busy, ends_on=busy)

    assert tags(training_class, instructor) == {"unavailable"}


def test_a_session_called_off_asks_for_nobody():
    instructor, training_class = songket(), a_class()
    late = DAY + timedelta(days=5)
    extra = create_session(training_class=training_class, held_on=late)
    instructor.periods.create(kind="bisa", starts_on=DAY, ends_on=DAY)
    assert tags(training_class, instructor) == {"unknown"}

    Session.objects.filter(pk=extra.pk).update(status=Session.Status.CANCELLED)

    assert tags(training_class, instructor) == set()


def test_another_craft_does_not_match():
    other = create_instructor(create_craft(slug="rajut"))

    assert tags(a_class(), other) == {"unknown", "mismatch"}


@pytest.mark.parametrize(
    ("start", "end", "meets"),
    [
        ("11:00", "13:00", True),
        ("12:00", "14:00", False),
        ("07:00", "09:00", False),
        ("09:30", "10:00", True),
    ],
)
def test_teaching_elsewhere_at_the_same_hours_is_a_conflict(start, end, meets):
    instructor = songket()
    elsewhere = a_class(unit=create_unit(code="13.71"), start=start, end=end)
    create_engagement(training_class=elsewhere, instructor=instructor)

    assert ("conflict" in tags(a_class(), instructor)) is meets


@pytest.mark.parametrize("status", ["menolak", "ditarik"])
def test_what_was_declined_or_withdrawn_is_no_conflict(status):
    instructor, elsewhere = songket(), a_class(unit=create_unit(code="13.71"))
    engagement = create_engagement(training_class=elsewhere, instructor=instructor)
    assert "conflict" in tags(a_class(), instructor)

    Engagement.objects.filter(pk=engagement.pk).update(status=status)

    assert "conflict" not in tags(a_class(), instructor)


def test_a_training_called_off_is_no_conflict():
    instructor, elsewhere = songket(), a_class(unit=create_unit(code="13.71"))
    create_engagement(training_class=elsewhere, instructor=instructor)

    elsewhere.training.postpone("Banjir")

    assert "conflict" not in tags(a_class(), instructor)


def test_hours_meet_across_time_zones():
    jayapura = create_unit(code="91.71", time_zone=Unit.Zone.WIT)
    instructor = songket()
    elsewhere = a_class(unit=jayapura, start="11:30", end="13:30")
    create_engagement(training_class=elsewhere, instructor=instructor)

    # 09.00-12.00 in Tanjungbalai is 11.00-14.00 in Jayapura.
    assert "conflict" in tags(a_class(), instructor)
    assert "conflict" not in tags(a_class(start="12:00", end="15:00"), instructor)


def test_a_day_that_is_another_one_elsewhere_still_meets():
    jayapura = create_unit(code="91.71", time_zone=Unit.Zone.WIT)
    instructor = songket()
    elsewhere = a_class(
        unit=jayapura, day=DAY + timedelta(days=1), start="00:30", end="01:30"
    )
    create_engagement(training_class=elsewhere, instructor=instructor)

    assert "conflict" in tags(a_class(start="21:00", end="23:30"), instructor)


def test_a_part_in_an_activity_is_a_conflict():
    instructor, training_class = songket(), a_class()
    dates = {"starts_on": DAY, "ends_on": DAY}
    fair = create_activity(unit=create_unit(code="13.71"), **dates)
    assert tags(training_class, instructor) == {"unknown"}

    ActivityPerson.objects.create(activity=fair, person=instructor.person, role="juri")
    assert "conflict" in tags(training_class, instructor)

    Activity.objects.filter(pk=fair.pk).update(start_time="19:00", end_time="21:00")
    assert "conflict" not in tags(training_class, instructor)


def test_being_named_in_the_same_training_is_no_conflict():
    instructor, training_class = songket(), a_class()
    ActivityPerson.objects.create(
        activity=training_class.training, person=instructor.person, role="pelatih"
    )

    assert tags(training_class, instructor) == {"unknown"}


def test_a_seat_in_another_class_is_a_conflict():
    artisan, training_class = create_artisan(), a_class()
    instructor = create_instructor(create_craft(), person=artisan.person)
    assert tags(training_class, instructor) == {"unknown"}

    enrol(artisan, a_class(unit=create_unit(code="13.71")), request_key="k")

    assert "conflict" in tags(training_class, instructor)


# The order


def test_the_best_stand_first():
    training_class, craft = a_class(), create_craft()
    away, free, master, silent = (create_instructor(craft) for _turn in range(4))
    other = create_instructor(create_craft(slug="rajut"))
    booked = create_instructor(craft)
    create_engagement(
        training_class=a_class(unit=create_unit(code="13.71")), instructor=booked
    )
    master.skills.update(level="empu")
    for who, kind in ((away, "berhalangan"), (free, "bisa"), (master, "bisa")):
        who.periods.create(kind=kind, starts_on=DAY, ends_on=DAY)

    order = candidates(training_class, Instructor.objects.all())

    expected = [master, free, silent, other, away, booked]
    assert [row.instructor for row in order] == expected
    needs_reason = [row.instructor for row in order if row.needs_reason]
    assert needs_reason == [away, booked]


def test_a_search_narrows_by_craft_region_and_name():
    banyuasin = create_region(code="16.07", name="Kabupaten Banyuasin")
    craft = create_craft()
    one = create_instructor(craft, full_name="Helwani", origin=banyuasin)
    other = create_instructor(create_craft(slug="rajut"), full_name="Tukimin Hel")
    pool = Instructor.objects.all()
    create_region(code="16", name="x")
    one.person.aliases.create(name="Helwany")

    assert set(found(pool)) == {one, other}
    assert list(found(pool, craft=craft)) == [one]
    assert list(found(pool, region="banyuasin")) == [one]
    assert list(found(pool, name="helwany")) == [one]
    assert set(found(pool, name="hel")) == {one, other}
    assert list(found(pool, name="hel", craft=craft, region="kab")) == [one]


# Who is found by whom


def test_a_unit_finds_its_own_and_those_who_agreed():
    tanjungbalai, banyuasin = create_unit(code="12.74"), create_unit(code="16.07")
    own = create_instructor(unit=tanjungbalai, in_pool=False)
    shared = create_instructor(unit=banyuasin)
    hidden = create_instructor(unit=banyuasin, in_pool=False)
    staff = create_staff(unit=tanjungbalai)

    assert set(Instructor.objects.choosable_by(staff)) == {own, shared}
    assert set(Instructor.objects.editable_by(staff)) == {own}

    shared.agree("pelatih", False)
    assert set(Instructor.objects.choosable_by(staff)) == {own}
    assert hidden in Instructor.objects.choosable_by(create_staff(unit=banyuasin))


def test_nobody_outside_the_staff_finds_anybody():
    create_instructor()
    somebody = create_artisan().person

    staff = create_staff()
    staff.is_staff = False

    assert not Instructor.objects.choosable_by(staff).exists()
    assert somebody


# The page


def page_of(training_class, **query):
    pick = "admin:trainings_engagement_pick"
    return reverse(pick, args=[training_class.pk], query=query or {"name": ""})


@pytest.fixture
def officer(visit):
    return visit(create_staff(unit=create_unit(code="12.74")))


def text_of(response):
    return " ".join(response.content.decode().split())


def test_an_officer_finds_an_instructor_of_another_region(officer):
    banyuasin = create_unit(code="16.07")
    create_instructor(
        create_craft(),
        unit=banyuasin,
        full_name="Helwani",
        phone="+6281155512345",
        note="Rahasia Banyuasin",
    )
    create_instructor(
        create_craft(), unit=banyuasin, full_name="Tersembunyi", in_pool=False
    )

    page = text_of(officer.get(page_of(a_class())))

    assert "Helwani" in page
    assert "••••45" in page and "5551" not in page
    assert "Tersembunyi" not in page and "Rahasia" not in page


def test_the_phone_opens_for_the_own_unit_and_once_engaged(officer):
    own = create_unit(code="12.74")
    create_instructor(unit=own, full_name="Sendiri", phone="+6281155512345")
    theirs = create_instructor(unit=create_unit(code="16.07"), phone="+6281155567890")
    training_class = a_class()
    page = text_of(officer.get(page_of(training_class)))
    assert "811-5551-2345" in page and "811-5556-7890" not in page

    create_engagement(training_class=training_class, instructor=theirs)

    assert "811-5556-7890" in text_of(officer.get(page_of(training_class)))


def test_what_another_council_does_is_named_only_where_it_is_public(officer):
    instructor = create_instructor(create_craft())
    padang = create_unit(code="13.71")
    draft = a_class(unit=padang, title="Pelatihan Rahasia", published=False)
    create_engagement(training_class=draft, instructor=instructor, status="bersedia")
    page = text_of(officer.get(page_of(a_class())))
    assert "pick-tag--conflict" in page and "Rahasia" not in page

    draft.training.publish()

    page = text_of(officer.get(page_of(a_class())))
    assert "Pelatihan Rahasia" in page
    assert draft.training.get_absolute_url() in page


def test_a_seat_in_another_council_is_never_named(officer):
    artisan = create_artisan()
    create_instructor(create_craft(), person=artisan.person)
    enrol(artisan, a_class(unit=create_unit(code="13.71")), request_key="k")
    assert artisan.enrolments.get().training_class.training.is_published

    page = text_of(officer.get(page_of(a_class(title="Pelatihan kita"))))

    assert "pick-tag--conflict" in page and "Pelatihan contoh" not in page


@pytest.mark.parametrize("page", ["pick", "invite"])
def test_the_class_of_another_council_is_not_found(visit, page):
    training_class, instructor = a_class(), create_instructor(create_craft())
    args = [training_class.pk] + ([instructor.pk] if page == "invite" else [])
    address = reverse(f"admin:trainings_engagement_{page}", args=args)
    own, city = create_unit(code="12.74"), create_unit(code="13.71")

    assert visit(create_staff(unit=own)).get(address).status_code == 200
    assert visit(create_staff(unit=city)).get(address).status_code == 404
    for role in ("Pengamat", "Humas"):
        assert visit(create_staff(unit=own, role=role)).get(address).status_code == 403


@pytest.mark.parametrize(
    "query", [{"craft": "x"}, {"craft": "999"}, {"name": "a" * 500}]
)
def test_an_odd_search_gets_a_sentence_instead(officer, query):
    response = officer.get(page_of(a_class(), **query))

    assert response.status_code == 200
    assert "errorlist" in text_of(response)


@pytest.mark.once
def test_the_list_asks_the_same_queries_at_any_length(officer):
    training_class, elsewhere = a_class(), a_class(unit=create_unit(code="13.71"))
    counts = []
    for size in (1, 3, 30):
        while Instructor.objects.count() < size:
            create_engagement(
                training_class=elsewhere, instructor=create_instructor(create_craft())
            )
        with CaptureQueriesContext(connection) as queries:
            officer.get(page_of(training_class))
        counts.append(len(queries))

    assert len(set(counts)) == 1, counts
