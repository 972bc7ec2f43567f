"""`make run`, from its first line to Ctrl-C."""

import os
import signal
import sys
import time

import pytest

from django.conf import settings

from .servers import (
    SECRETS,
    command_of,
    family_of,
    free_port,
    get,
    is_alive,
    started,
    wait_until,
)

pytestmark = pytest.mark.skipif(
    "postgresql" in settings.DATABASES["default"]["ENGINE"],
    reason="only on SQLite",
)


WELCOME = "siap:  http"
SERVE = [sys.executable, "manage.py", "serve", "--without-pictures"]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A folder that keeps what the first start made."""
    return tmp_path_factory.mktemp("run")


def serve(data, port, **environment):
    return started(
        [*SERVE, "--port", str(port)],
        log=data / "log",
        DATABASE_URL=f"sqlite:///{data}/portal.sqlite3",
        STORAGE_URL=f"file://{data}/files",
        **{"DEBUG": "1", **environment},
    )


def wait_until_ready(process, data, *, seconds):
    def is_ready():
        text = (data / "log").read_text()
        assert process.poll() is None, text[-2000:]
        return WELCOME in text

    wait_until(is_ready, seconds=seconds, what="the welcome")


def test_stops_at_once_while_it_loads(data):
    with serve(data, free_port()) as process:
        wait_until(lambda: "Kosakata kriya" in (data / "log").read_text(), seconds=120)
        family = family_of(process.pid)

        process.send_signal(signal.SIGINT)

        assert process.wait(timeout=15) == 0
        assert [pid for pid in family if is_alive(pid)] == []


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_serves_then_stops_with_all_it_started(data, name):
    port = free_port()
    with serve(data, port) as process:
        wait_until_ready(process, data, seconds=300)
        family = family_of(process.pid)
        home, _ = get(port, "/")
        style, _ = get(port, "/static/css/base.css")

        process.send_signal(name)

        assert process.wait(timeout=15) == 0
        assert [home.status, style.status] == [200, 200]
        assert len(family) >= 3
        assert [pid for pid in family if is_alive(pid)] == []


def test_second_start_takes_seconds_and_names_the_accounts(data):
    with serve(data, free_port()) as process:
        begin = time.monotonic()
        wait_until_ready(process, data, seconds=120)
        took = time.monotonic() - begin
    text = (data / "log").read_text()

    # Five seconds alone on two cores; the machine of a test may be busy.
    assert took < 20
    for name in ("admin", "padang", "tangsel", "ciputat", "humas", "perajin"):
        assert f"\n  {name} " in text


def test_stops_all_when_one_part_ends(data):
    with serve(data, free_port()) as process:
        wait_until_ready(process, data, seconds=120)
        family = family_of(process.pid)
        worker = next(pid for pid in family if "outbox" in command_of(pid))

        os.kill(worker, signal.SIGKILL)

        assert process.wait(timeout=15) == 1
        assert [pid for pid in family if is_alive(pid)] == []
    assert "Sebagian portal berhenti sendiri" in (data / "log").read_text()


def test_is_not_for_production(data):
    with serve(data, free_port(), DEBUG="0", **SECRETS) as process:
        assert process.wait(timeout=30) == 1
    assert "hanya untuk mencoba" in (data / "log").read_text()
