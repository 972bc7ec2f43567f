"""*I am here*, pressed without a signal and sent later."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from django.urls import reverse

from tests.factories import (
    create_artisan,
    create_class,
    create_staff,
    create_training,
    create_unit,
    create_user,
)
from trainings.attendance import record, undo
from trainings.attending.pressing import stamp_for
from trainings.attending.sheets import door_code_of, renew_door_code
from trainings.enrolment import enrol
from trainings.models import Attendance, Mark

from .test_admin import text_of

pytestmark = pytest.mark.django_db

EIGHT = datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Morning:
    """A session from nine to twelve, and a participant's phone at half past eight."""

    def __init__(self, visit):
        self.visit, self.unit = visit, create_unit(code="36.74.04")
        training = create_training(unit=self.unit, days_ahead=0)
        self.group = create_class(training=training)
        self.session = self.group.sessions.create(
            held_on=EIGHT.date(), start_time=time(9), end_time=time(12)
        )
        self.user = create_user()
        artisan = create_artisan(user=self.user, unit=self.unit)
        self.seat = enrol(artisan, self.group, request_key="form")
        self.phone = visit(self.user)
        self.stamp = stamp_for(self.session, self.seat, "sendiri")

    @property
    def own(self):
        return reverse("attendance:own", args=[self.seat.pk, self.session.pk])

    def press(self, *, ago=timedelta(0), key="k1", stamp=None, client=None):
        sent = {"key": key, "ago": ago.total_seconds(), "stamp": stamp or self.stamp}
        client = client or self.phone
        return client.post(self.own, sent, headers={"Accept": "application/json"})


@pytest.fixture
def morning(visit):
    with time_machine.travel(EIGHT, tick=False):
        yield Morning(visit)


def at(moment):
    return time_machine.travel(moment, tick=False)


def test_a_press_counts_from_its_moment_however_late_it_is_sent(morning):
    with at(EIGHT + 10 * HOUR):
        morning.phone.force_login(morning.user)
        answer = morning.press(ago=9 * HOUR)

        assert (answer.status_code, answer.json()) == (200, {"stands": "hadir"})
        stands = Attendance.objects.get()
        assert stands.recorded_at == EIGHT + HOUR
        assert stands.way == "sendiri"
        desk = morning.visit(create_staff(unit=morning.unit))
        listed = reverse("attendance:session", args=[morning.session.pk])
        assert "diterima 24 Nov, 18.30" in text_of(desk.get(listed))


def test_the_same_press_arrives_once(morning):
    for _again in range(3):
        assert morning.press(ago=MINUTE).status_code == 200
    morning.press(ago=MINUTE, key="k2")

    assert Mark.objects.count() == 1


def test_a_press_that_was_undone_is_not_written_again(morning):
    morning.press()
    undo(morning.session, "k1")

    again = morning.press()

    assert again.status_code == 409
    assert "Panitia" in again.json()["refused"]
    assert not Attendance.objects.exists()
    assert morning.press(key="k2").status_code == 200


@pytest.mark.parametrize(
    ("now", "ago", "sentence"),
    [
        # Half an hour after the end it closes, wherever the phone was.
        (EIGHT + 5 * HOUR, HOUR, "Ditutup"),
        # One day after that nothing is taken.
        (EIGHT + 28 * HOUR, 27 * HOUR, "sehari"),
        (EIGHT + 28 * HOUR - 3 * MINUTE, 27 * HOUR, ""),
    ],
)
def test_a_press_is_judged_by_its_moment_within_a_day(morning, now, ago, sentence):
    with at(now):
        morning.phone.force_login(morning.user)
        answer = morning.press(ago=ago)

    assert sentence in answer.json().get("refused", "")
    assert Attendance.objects.exists() == (not sentence)


def test_a_page_was_not_pressed_before_it_was_drawn(morning):
    """Whoever opens the page after the session was not there in it."""
    with at(EIGHT + 6 * HOUR):
        morning.phone.force_login(morning.user)
        stamp = stamp_for(morning.session, morning.seat, "sendiri")
        late = morning.press(ago=5 * HOUR, stamp=stamp)
        assert late.status_code == 409
        assert morning.press(ago=5 * HOUR).status_code == 200


def test_the_page_of_one_is_worth_nothing_for_another(morning):
    other = morning.group.sessions.create(
        held_on=EIGHT.date(), start_time=time(13), end_time=time(15)
    )
    seat = enrol(create_artisan(), morning.group, request_key="form")
    for stamp in (
        stamp_for(other, morning.seat, "sendiri"),
        stamp_for(morning.session, seat, "sendiri"),
        morning.stamp[:-1] + "x",
        "x",
    ):
        assert morning.press(stamp=stamp).status_code == 400
    stranger = create_user()
    create_artisan(user=stranger)

    assert morning.press(client=morning.visit(stranger)).status_code == 404
    assert not Mark.objects.exists()


@pytest.mark.once
@pytest.mark.parametrize(
    "typed", [{"ago": "x"}, {"ago": "-1"}, {"ago": "nan"}, {"key": "a b"}, {"key": ""}]
)
def test_what_cannot_be_read_is_refused(morning, typed):
    sent = {"key": "k1", "ago": "0", "stamp": morning.stamp, **typed}

    assert morning.phone.post(morning.own, sent).status_code == 400


def test_a_code_that_was_renewed_meanwhile_still_led_through_the_door(morning):
    morning.group.training.has_own_button = False
    morning.group.training.save()
    door = door_code_of(morning.session).get_absolute_url()
    stamp = morning.phone.get(door).context["stamp"]
    renew_door_code(morning.session)

    assert morning.press().status_code == 409
    assert morning.press(stamp=stamp).status_code == 200
    assert Attendance.objects.get().way == "qr"


def test_what_the_committee_marked_stands(morning):
    marks = {morning.seat.pk: "izin"}
    with at(EIGHT + 4 * HOUR):
        record(morning.session, marks, way="daftar", key="daftar")
        answer = morning.press(ago=3 * HOUR)

    assert answer.json() == {"stands": "izin"}
    assert Attendance.objects.get().status == "izin"


def test_the_page_may_be_opened_again_without_a_signal(morning):
    """Also before its hours: opened at home, and pressed where nothing reaches."""
    page = morning.phone.get(morning.own)
    assert page["X-Keep-Offline"] == str(4 * 3600)
    assert "data-early" not in page.content.decode()
    with at(EIGHT - 2 * HOUR):
        morning.phone.force_login(morning.user)
        early = morning.phone.get(morning.own).content.decode()
        assert "data-early hidden" in early
        stamp = stamp_for(morning.session, morning.seat, "sendiri")
    assert morning.press(stamp=stamp).status_code == 200
