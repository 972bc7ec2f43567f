"""Asking 3, 6 and 12 months after a class, once each, and counting what is said."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from io import StringIO
from threading import Barrier
from urllib.parse import unquote_plus
from zoneinfo import ZoneInfo

import pytest
import time_machine

from django.core.management import call_command
from django.db import connections
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from council.models import Message, Unit
from programs.models import LaterResult
from tests.factories import (
    create_class,
    create_follow_up,
    create_held_session,
    create_participant,
    create_staff,
    create_training,
    create_unit,
)
from trainings import follow_ups as asking
from trainings.admin.follow_ups import whatsapp_to
from trainings.follow_ups import (
    FollowUpClosed,
    answer,
    ask_and_remind,
    decline,
    months_after,
)
from trainings.ladder import rung_of
from trainings.models import Attendance, FollowUp, TrainingClass

pytestmark = pytest.mark.django_db

YES = {
    "producing": "ya",
    "obstacle": "",
    "has_new_product": True,
    "product_name": "Dompet tapis",
    "helpers": 2,
    "turnover": "sampai-5",
    "need": "pasar",
    "words": "",
}
NO = {**YES, "producing": "tidak", "obstacle": "modal", "turnover": ""}


def ended(day, *, unit=None, **fields):
    """A class whose training ended that day."""
    training = create_training(unit=unit, starts_on=day, ends_on=day, **fields)
    return create_class(training=training)


def wib(*moment):
    return datetime(*moment, tzinfo=ZoneInfo("Asia/Jakarta"))


# When a stage comes


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 10, 31), 12, date(2027, 10, 31)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2026, 3, 31), -6, date(2025, 9, 30)),
    ],
)
def test_months_keep_the_day_or_end_with_the_month(day, months, found):
    assert months_after(day, months) == found


@pytest.mark.parametrize(
    ("moment", "stages"),
    [
        ((2027, 2, 27, 23, 59, 59), []),
        ((2027, 2, 28, 0, 0, 0), [3]),
        ((2027, 5, 29, 23, 59, 59), [3]),
        ((2027, 5, 30, 0, 0, 0), [6]),
        ((2027, 11, 30, 0, 0, 0), [12]),
        ((2028, 5, 29, 23, 59, 59), [12]),
        ((2028, 5, 30, 0, 0, 0), []),
    ],
)
def test_a_stage_is_asked_from_its_day_until_the_next(moment, stages):
    create_participant(training_class=ended(date(2026, 11, 30)))

    with time_machine.travel(wib(*moment), tick=False):
        ask_and_remind()

    assert list(FollowUp.objects.values_list("months", flat=True)) == stages


def test_the_day_begins_on_the_clock_of_the_unit():
    east = create_unit(code="91.71", time_zone=Unit.Zone.WIT)
    for unit in (east, create_unit()):
        create_participant(training_class=ended(date(2026, 8, 10), unit=unit))

    with time_machine.travel(wib(2026, 11, 9, 22, 30), tick=False):
        ask_and_remind()
    assert FollowUp.objects.get().training_class.training.unit == east

    with time_machine.travel(wib(2026, 11, 10, 0, 0), tick=False):
        ask_and_remind()
    assert FollowUp.objects.count() == 2


def test_the_class_ends_with_its_last_session():
    training_class = ended(date(2026, 8, 10))
    seat = create_participant(training_class=training_class)
    create_held_session(seat, training_class=training_class, held_on=date(2026, 8, 20))

    with time_machine.travel(wib(2026, 11, 12), tick=False):
        assert ask_and_remind().asked == 0
    with time_machine.travel(wib(2026, 11, 20), tick=False):
        assert ask_and_remind().asked == 1


# Who is asked


def test_only_who_was_present_is_asked_where_attendance_is_known():
    training_class = ended(date(2026, 8, 10))
    came, stayed_away, ill = (
        create_participant(training_class=training_class) for _turn in range(3)
    )
    session = create_held_session(
        came, training_class=training_class, held_on=date(2026, 8, 10)
    )
    Attendance.objects.create(session=session, enrolment=ill, status="sakit", way="qr")

    with time_machine.travel(wib(2026, 11, 20), tick=False):
        ask_and_remind()

    assert [each.enrolment for each in FollowUp.objects.all()] == [came]
    assert stayed_away.follow_ups.count() == 0


def test_nobody_is_asked_about_what_did_not_take_place():
    off = ended(date(2026, 8, 10), status="dibatalkan")
    cancelled = ended(date(2026, 8, 10))
    TrainingClass.objects.filter(pk=cancelled.pk).update(status="dibatalkan")
    held = ended(date(2026, 8, 10))
    for each in (off, cancelled, held):
        create_participant(training_class=each)

    with time_machine.travel(wib(2026, 11, 20), tick=False):
        ask_and_remind()

    assert FollowUp.objects.get().training_class == held


def test_it_is_told_once_and_reminded_once():
    seat = create_participant(training_class=ended(date(2026, 8, 10)))

    for day, done in [(10, (1, 0)), (11, (0, 0)), (17, (0, 1)), (25, (0, 0))]:
        with time_machine.travel(wib(2026, 11, day, 1), tick=False):
            for expected in (done, (0, 0)):
                found = ask_and_remind()
                assert (found.asked, found.reminded) == expected, day

    messages = Message.objects.order_by("pk")
    assert [message.recipients for message in messages] == [
        [seat.artisan.person.phone.as_e164]
    ] * 2
    link = FollowUp.objects.get().get_absolute_url()
    assert all(link in message.body for message in messages)
    assert all(
        message.unit == seat.training_class.training.unit for message in messages
    )


def test_the_command_tells_what_it_wrote():
    create_participant(training_class=ended(timezone.localdate() - timedelta(days=100)))

    out = StringIO()
    call_command("follow_ups", stdout=out)

    assert "1 kabar ditanyakan" in out.getvalue()


# The rule and the counts


@pytest.mark.parametrize(
    ("producing", "turnover", "rung"),
    [
        ("ya", "sampai-1", "produktif"),
        ("ya", "", "produktif"),
        ("ya", "nihil", "sebagian"),
        ("kadang", "lebih", "sebagian"),
        ("tidak", "", "belum"),
        ("tidak", "sampai-1", "belum"),
    ],
)
def test_the_rung_follows_from_the_answer(producing, turnover, rung):
    assert rung_of(producing=producing, turnover=turnover) == rung


def counts_of(training):
    row = LaterResult.objects.get(activity=training)
    return row.productive, row.partly, row.not_yet


def test_an_answer_is_counted_changed_and_repeated_without_harm():
    row = create_follow_up()
    training = row.training_class.training

    answer(row, way="tautan", **YES)
    answer(row, way="tautan", **YES)
    assert counts_of(training) == (1, 0, 0)

    answer(row, way="tautan", **NO)
    assert counts_of(training) == (0, 0, 1)

    decline(row)
    assert counts_of(training) == (0, 0, 0)
    row.refresh_from_db()
    assert (row.rung, row.helpers, row.product_name) == ("", None, "")


def test_it_can_be_changed_until_the_next_stage_begins():
    row = create_follow_up(days_open=1)
    answer(row, way="tautan", **YES)

    tomorrow = timezone.now() + timedelta(days=1)
    with time_machine.travel(tomorrow), pytest.raises(FollowUpClosed):
        answer(row, way="tautan", **NO)

    row.refresh_from_db()
    assert row.rung == "produktif"


def test_whoever_declines_is_not_asked_at_the_next_stage():
    seats = [create_participant(training_class=ended(date(2026, 5, 10)))]
    seats.append(create_participant(training_class=seats[0].training_class))
    with time_machine.travel(wib(2026, 8, 10, 1), tick=False):
        ask_and_remind()
        decline(seats[0].follow_ups.get())

    with time_machine.travel(wib(2026, 11, 10, 1), tick=False):
        ask_and_remind()

    assert FollowUp.objects.get(months=6).enrolment == seats[1]


def test_what_was_said_is_destroyed_after_three_years_but_counted_on():
    row = answer(create_follow_up(), way="tautan", **YES)
    with time_machine.travel(timezone.now() + timedelta(days=3 * 365 + 1)):
        call_command("purge", stdout=StringIO())

    row.refresh_from_db()
    assert (row.turnover, row.product_name, row.helpers) == ("", "", None)
    assert row.rung == "produktif"
    assert counts_of(row.training_class.training) == (1, 0, 0)


# The link


def test_the_link_takes_an_answer_without_signing_in(client):
    row = create_follow_up()
    page = client.get(row.get_absolute_url())
    assert page.status_code == 200
    assert page["Referrer-Policy"] == "strict-origin"
    assert "no-store" in page["Cache-Control"]
    assert not FollowUp.objects.answered().exists()

    response = client.post(
        row.get_absolute_url(),
        {"producing": "kadang", "obstacle": "bahan", "helpers": "3"},
        follow=True,
    )

    row.refresh_from_db()
    assert (row.rung, row.obstacle, row.helpers) == ("sebagian", "bahan", 3)
    assert (row.way, row.answered_by) == ("tautan", None)
    assert "Terima kasih" in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"helpers": "banyak"}, "Pilih salah satu jawaban."),
        ({"producing": "ya", "helpers": "banyak"}, "Tulis angka"),
        ({"producing": "ya", "helpers": "9999"}, "Tulis angka sampai 500."),
        ({"producing": "x"}, "x"),
        ({"producing": "ya", "words": "\x00"}, "Null"),
    ],
)
def test_a_wrong_answer_gets_a_sentence_and_keeps_what_was_typed(
    client, typed, sentence
):
    row = create_follow_up()

    page = client.post(row.get_absolute_url(), typed)

    assert page.status_code in {200, 400}
    if page.status_code == 200:
        assert sentence in page.content.decode()
        assert typed.get("helpers", "") in page.content.decode()
    assert not FollowUp.objects.answered().exists()


def test_a_link_nobody_gave_and_one_that_is_over_say_so(client):
    address = reverse("trainings:follow_up", args=["TIDAKADA"])
    assert client.get(address).status_code == 404

    row = create_follow_up(days_open=0)
    for page in (
        client.get(row.get_absolute_url()),
        client.post(row.get_absolute_url()),
    ):
        assert page.status_code == 410
        assert "sudah ditutup" in page.content.decode()


# The call list


@pytest.fixture
def desk(visit):
    user = create_staff(unit=create_unit())
    browser = visit(user)
    browser.user = user
    return browser


def test_who_stays_silent_for_two_weeks_is_on_the_call_list(desk):
    now = timezone.now()
    silent = create_follow_up(sent_at=now - timedelta(days=14, minutes=1))
    fresh = create_follow_up(sent_at=now - timedelta(days=13))
    unreachable = create_follow_up(sent_at=None)
    closed = create_follow_up(sent_at=None, days_open=0)
    said = answer(create_follow_up(sent_at=None), way="tautan", **YES)

    assert set(FollowUp.objects.to_call(now)) == {silent, unreachable}
    assert [str(row.state) for row in (silent, fresh)] == ["perlu ditelepon", "ditanya"]

    page = desk.get(reverse("admin:trainings_followup_changelist") + "?state=call")
    html = page.content.decode()
    assert "wa.me/" in html and silent.code in html
    assert not any(row.code in html for row in (fresh, closed, said))


def test_the_ready_text_is_indonesian_whatever_the_officer_reads():
    row = create_follow_up()

    with override("en"):
        text = unquote_plus(whatsapp_to(row))

    assert "bulan yang lalu Anda mengikuti" in text


def test_an_officer_writes_down_what_was_said_on_the_phone(desk):
    row = create_follow_up()
    page = reverse("admin:trainings_followup_phone", args=[row.pk])
    assert desk.get(page).status_code == 200

    desk.post(page, {"unreached": "1"})
    row.refresh_from_db()
    assert (row.calls, row.rung) == (1, "")

    desk.post(page, {"producing": "ya", "turnover": "nihil"})
    row.refresh_from_db()
    assert (row.rung, row.way, row.answered_by) == ("sebagian", "telepon", desk.user)


def test_another_council_and_an_agency_write_nothing_down(visit):
    row = create_follow_up()
    page = reverse("admin:trainings_followup_phone", args=[row.pk])
    neighbour = visit(create_staff(unit=create_unit(code="13.71")))
    agency = visit(create_staff(unit=create_unit(), role="Dinas"))

    assert neighbour.post(page, {"producing": "ya"}).status_code == 404
    assert agency.post(page, {"producing": "ya"}).status_code == 403
    assert not FollowUp.objects.answered().exists()


def test_sales_of_a_person_stand_nowhere_by_name(desk):
    row = answer(create_follow_up(), way="tautan", **{**YES, "turnover": "lebih"})

    for page in ("changelist", "change"):
        args = [row.pk] if page == "change" else []
        html = desk.get(reverse(f"admin:trainings_followup_{page}", args=args))
        assert "lebih dari Rp15 juta" not in html.content.decode()
    filtered = reverse("admin:trainings_followup_changelist") + "?turnover=lebih"
    assert desk.get(filtered).status_code in {302, 400}


# Two answers in the same moment


def two_answers_at_once():
    """Whether both are counted, the first waiting before it counts."""
    training_class = create_class()
    rows = [
        create_follow_up(enrolment=create_participant(training_class=training_class))
        for _turn in range(4)
    ]
    barrier = Barrier(len(rows))

    def run(row):
        try:
            barrier.wait(timeout=20)
            asking.answer(row, way="tautan", **YES)
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(len(rows)) as pool:
        list(pool.map(run, rows))
    return counts_of(training_class.training) == (4, 0, 0)


@pytest.mark.usefixtures("real_database")
def test_answers_of_the_same_moment_are_all_counted():
    assert all(two_answers_at_once() for _round in range(3))


@pytest.mark.usefixtures("real_database")
def test_without_holding_the_count_answers_are_lost(monkeypatch):
    def counted_early(follow_up):
        training = follow_up.training_class.training
        LaterResult.objects.get_or_create(activity=training, months=follow_up.months)
        said = FollowUp.objects.filter(enrolment__training_class__training=training)
        number = said.filter(rung="produktif").count()
        # Whoever counted least writes last.
        time.sleep(0.2 * (5 - number))
        LaterResult.objects.filter(activity=training).update(productive=number)

    def read(follow_up):
        # One after the other, so that each counts one answer more.
        time.sleep(0.15 * (follow_up.pk % 4))
        return asking.with_person().get(pk=follow_up.pk)

    monkeypatch.setattr(asking, "held", read)
    monkeypatch.setattr(asking, "count_again", counted_early)
    monkeypatch.setattr(asking, "answer", asking.answer.__wrapped__)

    assert not all(two_answers_at_once() for _round in range(3))


@pytest.mark.usefixtures("real_database")
def test_three_timers_at_once_ask_and_tell_once():
    training_class = ended(timezone.localdate() - timedelta(days=100))
    for _turn in range(5):
        create_participant(training_class=training_class)
    barrier = Barrier(3)

    def run(_turn):
        try:
            barrier.wait(timeout=20)
            return ask_and_remind().asked
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(3) as pool:
        asked = list(pool.map(run, range(3)))

    assert sum(asked) == FollowUp.objects.count() == Message.objects.count() == 5
