"""Whoever is in a class that moves is told once, with the old and the new days."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from django.urls import reverse

from council.models import Message, Person
from programs.models import ActivityDay
from tests.factories import (
    create_artisan,
    create_class,
    create_engagement,
    create_staff,
    create_training,
    create_unit,
    create_user,
)
from trainings.enrolment import cancel, cancel_class, enrol
from trainings.models import MessageText, Move, Session, Training, TrainingClass
from trainings.moving import postpone, schedules_of, tell_moved

from .test_admin import address, filled_in, said, text_of

pytestmark = pytest.mark.django_db

NOON = datetime(2030, 3, 4, 12, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
DAY = timedelta(days=1)


class Course:
    """Two days from 20 March 2030 with a seat, an offer, somebody waiting, one gone."""

    def __init__(self):
        self.unit = create_unit(code="36.74.04")
        first = NOON.date() + 16 * DAY
        self.training = create_training(
            unit=self.unit, starts_on=first, ends_on=first + DAY, title="Tenun"
        )
        self.group = create_class(training=self.training, quota=2, has_offers=True)
        self.sessions = [
            self.group.sessions.create(
                held_on=first + place * DAY, start_time=time(9), end_time=time(12)
            )
            for place in range(2)
        ]
        self.seat, leaving, following, self.waiting, gone = (
            self.join() for _turn in range(5)
        )
        cancel(gone)
        cancel(leaving)
        self.offered = following
        Message.objects.all().delete()

    def join(self):
        return enrol(create_artisan(), self.group, request_key="form")

    def move(self, *, by=7, of=2):
        """Let the last sessions take place some days later; give how many were told."""
        classes = self.training.classes.all()
        before = schedules_of(classes)
        for session in self.sessions[-of:]:
            session.held_on += by * DAY
            session.save()
        return tell_moved(classes, before)


@pytest.fixture(autouse=True)
def _at_noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def course():
    return Course()


def bodies():
    return [message.body for message in Message.objects.order_by("pk")]


def causes():
    return set(Message.objects.values_list("cause", flat=True))


def test_everybody_with_a_place_is_told_once_of_the_old_and_new_days(course):
    assert course.offered.offers.open().exists()

    assert course.move() == 3

    move = Move.objects.get()
    told = (course.seat, course.offered, course.waiting)
    assert causes() == {f"move-{move.pk}-{row.pk}" for row in told}
    body = bodies()[0]
    assert "Rabu, 27 Maret 2030, 09.00–12.00 WIB" in body
    assert "Semula: Rabu, 20 Maret 2030, 09.00–12.00 WIB" in body
    assert (move.told, move.is_postponed) == (3, False)


def test_only_what_differs_is_told(course):
    course.move(of=1)

    body = bodies()[0]
    assert "28 Maret 2030" in body and "21 Maret 2030" in body
    assert "Rabu, 20 Maret" not in body


def test_each_change_is_told_and_nothing_is_told_twice(course):
    course.move()
    course.move(by=0)
    course.move(by=-7)
    course.move()

    assert Move.objects.count() == 3
    assert Message.objects.count() == 9


def test_a_training_is_postponed_and_gets_its_days_later(course):
    engaged = create_engagement(training_class=course.group)
    Person.objects.filter(pk=engaged.instructor_id).update(email="guru@contoh.example")

    assert postpone(course.training, reason="Banjir di balai.") == 3

    body = bodies()[0]
    assert "ditunda; tanggalnya menyusul. Banjir di balai." in body
    assert "Rabu, 20 Maret 2030" in body
    # Where the day stands otherwise, nobody reads the old one.
    assert "tanggal menyusul" in body.rpartition("\n\n")[2]
    to_instructor = Message.objects.get(cause__startswith=f"teaching-{engaged.pk}-")
    assert "tanggalnya menyusul" in to_instructor.body
    assert postpone(course.training, reason="Masih banjir.") == 0

    Message.objects.all().delete()
    classes = course.training.classes.all()
    before = schedules_of(classes)
    Training.objects.filter(pk=course.training.pk).update(status="rencana")
    Session.objects.update(held_on=datetime(2030, 4, 2).date())
    Session.objects.filter(pk=course.sessions[1].pk).delete()
    assert tell_moved(classes, before) == 3

    assert "Selasa, 2 April 2030" in bodies()[0]
    assert "Semula: Rabu, 20 Maret 2030" in bodies()[0]
    to_instructor = Message.objects.get(cause__startswith=f"teaching-{engaged.pk}-")
    assert "Selasa, 2 April 2030" in to_instructor.body


def test_a_correction_of_what_has_been_is_told_to_nobody(course):
    with time_machine.travel(NOON + 30 * DAY, tick=False):
        assert course.move(by=1) == 0
        assert course.move(by=30) == 3


def test_the_first_plan_within_the_days_announced_is_no_news():
    first = NOON.date() + 10 * DAY
    training = create_training(starts_on=first, ends_on=first + 3 * DAY)
    group = create_class(training=training)
    enrol(create_artisan(), group, request_key="form")
    classes = training.classes.all()

    def plan(*days):
        before = schedules_of(classes)
        group.sessions.all().delete()
        for day in days:
            group.sessions.create(
                held_on=first + day * DAY, start_time=time(9), end_time=time(12)
            )
        return tell_moved(classes, before)

    assert plan(0, 2) == 0
    assert plan() == 1
    assert plan(1, 2) == 1


def test_days_listed_with_gaps_count_too(course):
    course.group.sessions.all().delete()
    classes = course.training.classes.all()
    before = schedules_of(classes)
    ActivityDay.objects.create(
        activity=course.training, held_on=course.training.starts_on
    )

    assert tell_moved(classes, before) == 3
    assert "sesi ini ditiadakan" in bodies()[0]


def test_many_days_are_told_from_when_until_when(course):
    course.sessions += [
        course.group.sessions.create(
            held_on=course.training.starts_on + day * DAY,
            start_time=time(9),
            end_time=time(12),
        )
        for day in (2, 3)
    ]

    course.move(of=4)

    assert "27 Maret 2030 sampai 30 Maret 2030, mulai pukul 09.00 WIB" in bodies()[0]


def test_a_class_called_off_is_told_of_that_alone(course):
    cancel_class(course.group, reason="Banjir")
    Message.objects.all().delete()

    assert course.move() == 0
    assert not Message.objects.exists()


def test_at_night_it_waits_for_the_morning(course):
    with time_machine.travel(NOON + timedelta(hours=10), tick=False):
        course.move()

    assert Message.objects.first().next_try_at == NOON + timedelta(hours=19)


def test_a_council_words_it_itself(course):
    MessageText.objects.create(
        unit=course.unit,
        situation=MessageText.Situation.MOVED,
        subject="Pindah",
        body="{baru} menggantikan {lama}.",
        whatsapp="W",
    )

    course.move(of=1)

    assert bodies()[0] == (
        "Kamis, 28 Maret 2030, 09.00–12.00 WIB menggantikan "
        "Kamis, 21 Maret 2030, 09.00–12.00 WIB."
    )


# Where staff change days


@pytest.fixture
def officer(visit, course):
    return visit(create_staff(unit=course.unit))


def test_days_moved_on_each_page_of_the_desk_are_told(course, officer):
    pages = [
        (Session, course.sessions[0], {"held_on": "2030-03-22"}),
        (TrainingClass, course.group, {"sessions-1-held_on": "2030-03-23"}),
    ]
    for model, row, change in pages:
        page = address(model, "change", row.pk)
        response = officer.post(page, filled_in(officer, page, **change))
        assert response.status_code == 302
        assert "3 orang diberi tahu hari yang baru." in said(response)
        officer.post(page, filled_in(officer, page))

    assert Move.objects.count() == 2
    assert set(Move.objects.values_list("moved_by__username", flat=True)) != {None}
    assert Message.objects.count() == 6
    shown = text_of(officer.get(address(TrainingClass, "change", course.group.pk)))
    assert "Jumat, 22 Maret 2030" in shown


def test_a_training_moved_as_a_whole_is_told(course, officer):
    course.group.sessions.all().delete()
    page = address(Training, "change", course.training.pk)
    later = {"starts_on": "2030-04-20", "ends_on": "2030-04-21"}

    officer.post(page, filled_in(officer, page, **later))

    assert Message.objects.count() == 3
    assert "20 April 2030" in bodies()[0]


def test_postponing_asks_why_and_says_how_many_are_told(course, officer):
    changelist = address(Training)
    action = {"action": "postpone", "_selected_action": [course.training.pk]}

    asked = officer.post(changelist, action)
    sent = {**action, "confirmed": "1", "reason": "Banjir di balai."}
    response = officer.post(changelist, sent)

    assert "Alasan" in text_of(asked)
    assert "3 orang diberi tahu" in said(response)[-1]
    course.training.refresh_from_db()
    assert course.training.is_postponed
    assert Message.objects.filter(body__contains="Banjir di balai.").count() == 3


def test_the_status_of_the_form_postpones_as_well(course, officer):
    page = address(Training, "change", course.training.pk)

    off = {"status": "ditunda", "status_reason": "Panen raya"}
    officer.post(page, filled_in(officer, page, **off))
    officer.post(page, filled_in(officer, page))

    assert [move.is_postponed for move in Move.objects.all()] == [True]
    assert "Panen raya" in bodies()[0]


def test_the_words_for_whatsapp_stand_beside_each_person(course, officer):
    def reminders(row):
        name = "admin:trainings_trainingclass_board_words"
        page = officer.get(reverse(name, args=[row.training_class_id, row.pk]))
        return dict(page.context["reminders"])

    assert reminders(course.seat) == {}
    course.move()
    (text,) = reminders(course.waiting).values()
    assert "27 Maret 2030" in text and "20 Maret 2030" in text
    with time_machine.travel(NOON + DAY, tick=False):
        newcomer = course.join()
        assert reminders(newcomer) == {}
        postpone(course.training, reason="Banjir")
        (text,) = reminders(course.seat).values()
    assert "ditunda" in text and "Banjir" in text


def test_the_overview_names_no_day_that_was_put_off(course, visit):
    user = create_user()
    user.person = course.seat.artisan.person
    user.save()
    phone, page = visit(user), "/saya/"
    planned = phone.get(page).content.decode()
    assert "Maret 2030" in planned and "tanggal menyusul" not in planned

    postpone(course.training, reason="Banjir di balai.")

    put_off = phone.get(page).content.decode()
    assert "tanggal menyusul" in put_off and "Ditunda" in put_off
    assert "Maret 2030" not in put_off


def test_the_own_page_says_what_changed(course, visit):
    user = create_user()
    user.person = course.seat.artisan.person
    user.save()
    phone, page = visit(user), course.seat.get_absolute_url()
    assert "Hari baru" not in phone.get(page).content.decode()

    course.move()
    moved = phone.get(page).content.decode()
    assert "Hari baru: Rabu, 27 Maret 2030" in moved and "· direncanakan" in moved
    postpone(course.training, reason="Banjir di balai.")
    off = phone.get(page).content.decode()
    assert "Ditunda; tanggalnya menyusul" in off and "Banjir di balai." in off
    assert "<dd>Tanggal menyusul</dd>" in off and "· direncanakan" not in off
    with time_machine.travel(NOON + 40 * DAY, tick=False):
        Training.objects.update(status="rencana")
        Move.objects.last().delete()
        phone.force_login(user)
        assert "Hari baru" not in phone.get(page).content.decode()
