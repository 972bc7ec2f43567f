from datetime import datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine

from django.core.management import call_command

from council.consents import give, withdraw
from council.models import Consent, Message, Unit
from tests.factories import (
    create_artisan,
    create_class,
    create_training,
    create_unit,
)
from trainings.enrolment import cancel_class, enrol
from trainings.models import Session
from trainings.reminders import remind

pytestmark = pytest.mark.django_db

JAKARTA, JAYAPURA = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura")
START = datetime(2030, 3, 20, 9, 0, tzinfo=JAKARTA)


def at(moment):
    return time_machine.travel(moment, tick=False)


def before(**gap):
    return at(START - timedelta(**gap))


@pytest.fixture
def ahead():
    """A class that begins on 20 March 2030 at nine, with one participant."""
    with before(days=10):
        return planned()


def planned(zone=Unit.Zone.WIB, sessions=(20, 22), **fields):
    unit = create_unit(code="36.74.04")
    unit.time_zone = zone
    unit.save(update_fields=["time_zone"])
    training = create_training(
        unit=unit,
        starts_on=START.date(),
        ends_on=START.date() + timedelta(days=4),
        start_time=time(9),
        **fields,
    )
    training_class = create_class(training=training, closes_at=START)
    for day in sessions:
        Session.objects.create(
            training_class=training_class,
            held_on=START.date().replace(day=day),
            start_time=time(9),
            end_time=time(12),
            topic=f"Topik {day}",
        )
    enrol(create_artisan(), training_class, request_key="form")
    Message.objects.all().delete()
    return training_class


def subjects():
    return [message.subject for message in Message.objects.order_by("pk")]


@pytest.mark.parametrize(
    ("days", "told"), [(4, 0), (3, 1), (2, 1), (1, 1), (0, 0)], ids=str
)
def test_participants_are_reminded_once_from_three_days_before(ahead, days, told):
    with before(days=days):
        assert (remind(), remind()) == (told, 0)


def test_three_days_and_one_day_before_are_two_matters(ahead):
    with before(days=3):
        remind()
    with before(days=1):
        remind()

    first, second = Message.objects.order_by("pk")
    assert "20 Maret 2030 09.00 WIB" in first.body
    assert first.cause != second.cause


def test_the_days_are_those_of_the_councils_own_clock():
    """At 23.30 in Jakarta it is past midnight in Jayapura."""
    night = datetime(2030, 3, 16, 23, 30, tzinfo=JAKARTA)
    with before(days=10):
        planned(zone=Unit.Zone.WIT)
    with at(night - timedelta(hours=2)):
        assert remind() == 0
    with at(night):
        assert remind() == 1

    morning = datetime(2030, 3, 17, 7, 0, tzinfo=JAYAPURA)
    assert Message.objects.get().next_try_at == morning


@pytest.mark.parametrize(
    ("hour", "delivered"),
    [(0, (17, 7)), (6, (17, 7)), (7, (17, 7)), (19, (17, 19)), (20, (18, 7))],
)
def test_nobody_is_woken(ahead, hour, delivered):
    with at(START.replace(day=17, hour=hour)):
        remind()

    moment = Message.objects.get().next_try_at.astimezone(JAKARTA)
    assert (moment.day, moment.hour) == delivered


def test_new_dates_are_a_new_matter(ahead):
    with before(days=3):
        assert remind() == 1
        ahead.sessions.filter(held_on__day=20).update(
            held_on=START.date().replace(day=21)
        )
        assert remind() == 0
    with before(days=2):
        assert remind() == 1


def test_whoever_got_the_seat_today_knows_it_all(ahead):
    with before(days=3):
        enrol(create_artisan(), ahead, request_key="late")
        Message.objects.all().delete()
        assert remind() == 1
    with before(days=1):
        assert remind() == 2


@pytest.mark.parametrize("off", ["class", "draft", "postponed", "session"])
def test_nobody_is_called_to_what_does_not_take_place(ahead, off):
    training = ahead.training
    with before(days=3):
        match off:
            case "class":
                cancel_class(ahead, reason="Banjir")
            case "draft":
                type(training).objects.filter(pk=training.pk).update(published_at=None)
            case "postponed":
                training.postpone("Panen")
            case "session":
                ahead.sessions.update(status=Session.Status.CANCELLED)
                training.starts_on += timedelta(days=3)
                training.save(update_fields=["starts_on"])
        assert remind() == 0


def test_each_session_is_told_the_day_before_where_the_training_wants_it(ahead):
    with before(days=-1):
        assert remind() == 0
        ahead.training.has_session_reminders = True
        ahead.training.save(update_fields=["has_session_reminders"])
        assert (remind(), remind()) == (1, 0)

    assert (
        "Jumat, 22 Maret 2030, 09.00–12.00 WIB, Topik 22" in Message.objects.get().body
    )


def test_those_who_lack_something_are_told_before_registration_closes(ahead):
    closes_at = START - timedelta(days=6)
    type(ahead).objects.filter(pk=ahead.pk).update(closes_at=closes_at)
    row = ahead.enrolments.get()
    with at(closes_at - timedelta(days=1)):
        assert remind() == 0
        row.artisan.main_craft = None
        row.artisan.save(update_fields=["main_craft"])
        assert (remind(), remind()) == (1, 0)
    with at(closes_at + timedelta(seconds=1)):
        assert remind() == 0

    assert "kriya utama" in Message.objects.get().body


def test_members_who_want_news_are_told_what_their_profile_lacks(ahead):
    closes_at = START - timedelta(days=6)
    type(ahead).objects.filter(pk=ahead.pk).update(closes_at=closes_at)
    news = Consent.Purpose.MESSAGES
    wants, silent, ended, far = (
        create_artisan(main_craft=None, unit=create_unit(code=code))
        for code in ("36.74.04", "36.74.04", "36.74.04", "13.71")
    )
    for artisan in (wants, ended, far):
        give(artisan.person, news)
    withdraw(ended.person, news)

    with at(closes_at - timedelta(days=1)):
        assert (remind(), remind()) == (1, 0)

    message = Message.objects.get()
    assert message.recipients == [wants.person.phone.as_e164]
    assert silent.pk and "kriya utama" in message.body


def test_the_command_tells_of_certificates_and_trainings(ahead):
    said = StringIO()
    with before(days=3):
        call_command("reminders", stdout=said)

    assert "1 pengingat ditulis." in said.getvalue()


def test_reminding_a_full_class_costs_few_queries(ahead, django_assert_max_num_queries):
    with before(days=5):
        for _turn in range(9):
            enrol(create_artisan(), ahead, request_key="more")
        Message.objects.all().delete()
    with before(days=3):
        assert remind() == 10
        with django_assert_max_num_queries(12):
            remind()
