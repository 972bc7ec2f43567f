"""`make run`, from its first line to Ctrl-C."""

import signal
import sys
import time

import pytest

from .servers import family_of, free_port, get, is_alive, started, wait_until


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A folder that keeps what the first start made."""
    return tmp_path_factory.mktemp("run")


def serve(data, port):
    return started(
        [sys.executable, "manage.py", "serve", "--port", str(port)],
        log=data / "log",
        DEBUG="1",
        DATABASE_URL=f"sqlite:///{data}/portal.sqlite3",
        STORAGE_URL=f"file://{data}/files",
        RUN_FOLDER=str(data),
        PYTHONUNBUFFERED="1",
    )


def wait_until_ready(data, *, seconds):
    log = data / "log"
    wait_until(lambda: "Tekan Ctrl-C untuk berhenti" in log.read_text(), seconds=seconds, what="the welcome")


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_serves_then_stops_with_all_it_started(data, name):
    port = free_port()
    with serve(data, port) as process:
        wait_until_ready(data, seconds=150)
        family = family_of(process.pid)
        home, _ = get(port, "/")
        style, _ = get(port, "/static/css/base.css")

        process.send_signal(name)

        assert process.wait(timeout=15) == 0
        assert [home.status, style.status] == [200, 200]
        assert len(family) >= 3
        assert [pid for pid in family if is_alive(pid)] == []


def test_second_start_takes_seconds_and_names_the_accounts(data):
    with serve(data, free_port()):
        begin = time.monotonic()
        wait_until_ready(data, seconds=60)
        took = time.monotonic() - begin
    text = (data / "log").read_text()

    assert took < 10
    for name in ("admin", "padang", "tangsel", "ciputat", "humas", "perajin"):
        assert f"\n  {name} " in text


def test_stops_all_when_one_part_ends(data):
    with serve(data, free_port()) as process:
        wait_until_ready(data, seconds=60)
        family = family_of(process.pid)
        for pid in family:
            is_worker = b"outbox" in open(f"/proc/{pid}/cmdline", "rb").read()
            if is_worker:
                signal.pidfd_send_signal
        process.send_signal(signal.SIGTERM)
