from datetime import datetime, timedelta

import pytest
import time_machine

from django.core.management import CommandError, call_command
from django.utils import timezone

from council.models import DailyWork
from dekranasda.daily import WORK, do_due, due
from tests.factories import create_business

pytestmark = pytest.mark.django_db

TODAY = datetime(2026, 6, 1, 9, 5)
TOMORROW = TODAY + timedelta(days=1)
ALL = list(WORK)


@pytest.fixture
def ran():
    return []


def test_each_piece_is_done_once_a_day(ran):
    do_due(TODAY, run=ran.append)
    do_due(TODAY, run=ran.append)
    assert ran == ALL

    do_due(TOMORROW, run=ran.append)
    assert ran == ALL * 2
    assert DailyWork.objects.count() == len(WORK)


def test_what_failed_is_tried_again_and_stops_nothing_else(ran, caplog):
    def broken(name):
        ran.append(name)
        if name == "purge":
            raise OSError("the disk is away")

    assert do_due(TODAY, run=broken) == ["purge"]
    assert ran == ALL
    assert due(TODAY) == ["purge"]
    assert "daily work failed: purge" in caplog.text

    assert do_due(TODAY, run=ran.append) == []
    assert ran[len(ALL) :] == ["purge"]


def test_days_while_the_machine_was_off_are_caught_up_once(ran):
    do_due(TODAY, run=ran.append)
    ran.clear()

    do_due(TODAY + timedelta(days=9), run=ran.append)

    assert ran == ALL


def test_letters_wait_for_the_morning_and_reminders_come_by_the_hour(ran):
    night = TODAY.replace(hour=0)
    do_due(night, run=ran.append)
    assert ran == ["rotate", "figures", "purge", "clearsessions", "search"]

    for hour, wanted in [
        (7, ["reminders"]),
        (8, ["invitations", "follow_ups", "reminders"]),
        (8, []),
        (13, ["reminders"]),
        (23, ["reminders"]),
        (23, []),
    ]:
        ran.clear()
        do_due(night.replace(hour=hour), run=ran.append)
        assert ran == wanted, hour


def test_the_command_does_the_real_work_and_may_be_repeated(capsys):
    maker = create_business()
    for _each in range(2):
        call_command("daily")

    maker.refresh_from_db()
    assert maker.last_shown_on
    assert capsys.readouterr().out.count("tampil di depan") == 1
    assert "rotate" not in due(timezone.localtime())


def test_a_new_day_begins_at_midnight_of_the_portal(ran):
    with time_machine.travel("2026-06-01 16:59:00+00:00", tick=False):
        do_due(run=ran.append)
    assert ran == ALL
    with time_machine.travel("2026-06-01 17:01:00+00:00", tick=False):
        do_due(run=ran.append)

    assert ran[len(ALL) :] == ["rotate", "figures", "purge", "clearsessions", "search"]


def test_the_command_says_what_is_not_done(monkeypatch):
    monkeypatch.setattr("dekranasda.daily.WORK", {"tidak-ada": range(24)})

    with pytest.raises(CommandError, match="tidak-ada"):
        call_command("daily")
