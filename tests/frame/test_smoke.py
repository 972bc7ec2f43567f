"""The steps of the Dockerfile and of compose.yaml, without a container."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest

from django.conf import settings

from .servers import SECRETS, family_of, free_port, get, is_alive, started, wait_until

pytestmark = pytest.mark.skipif(
    "sqlite" in settings.DATABASES["default"]["ENGINE"], reason="only on PostgreSQL"
)
HOST = SECRETS["ALLOWED_HOSTS"]
HTTPS = {"Host": HOST, "X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def production(tmp_path_factory):
    """The environment of a city's server with an empty database of its own."""
    folder = tmp_path_factory.mktemp("production")
    server, _ = os.environ["DATABASE_URL"].rsplit("/", 1)
    with_server(server, "CREATE DATABASE smoke")
    yield {
        **SECRETS,
        "DEBUG": "0",
        "DATABASE_URL": f"{server}/smoke",
        "BEHIND_PROXY": "1",
        "STATIC_ROOT": str(folder / "static"),
        "STORAGE_URL": f"file://{folder}/files",
        "PYTHONWARNINGS": "error",
    }
    with_server(server, "DROP DATABASE smoke WITH (FORCE)")


def with_server(server, statement):
    connection = psycopg2.connect(f"{server}/postgres")
    connection.autocommit = True
    connection.cursor().execute(statement)
    connection.close()


def manage(production, *words):
    command = [sys.executable, "manage.py", *words]
    result = subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env={**os.environ, **production},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_a_city_migrates_serves_and_stops_cleanly(production, tmp_path):
    manage(production, "collectstatic", "--no-input")
    manage(production, "migrate")
    manage(production, "createcachetable")
    port = free_port()
    web = [str(Path(sys.executable).with_name("gunicorn"))]
    web += ["--bind", f"127.0.0.1:{port}", "dekranasda.wsgi"]

    with started(web, log=tmp_path / "web", **production) as process:
        wait_until(lambda: get(port, "/healthz", Host=HOST)[0].status == 200)
        # The first process answers before the second is there.
        wait_until(lambda: len(family_of(process.pid)) == 2, what="the second")
        family = family_of(process.pid)
        ready, _ = get(port, "/readyz", Host=HOST)
        home, page = get(port, "/", **HTTPS)
        plain, _ = get(port, "/", Host=HOST)
        stranger, _ = get(port, "/", Host="evil.example")
        style = re.search(rb'href="(/static/css/[^"]+\.css)"', page)[1].decode()
        hashed, _ = get(port, style, **HTTPS)
        process.send_signal(signal.SIGTERM)

        assert process.wait(timeout=35) == 0
        assert [pid for pid in family if is_alive(pid)] == []

    assert len(family) == 2
    assert [ready.status, home.status, hashed.status] == [200, 200, 200]
    assert (plain.status, plain.headers["Location"]) == (301, f"https://{HOST}/")
    assert stranger.status == 400
    assert re.search(r"\.[0-9a-f]{12}\.css$", style)
    assert "immutable" in hashed.headers["Cache-Control"]
    assert home.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert "Set-Cookie" not in home.headers


def test_the_worker_runs_until_it_is_told_to_stop(production, tmp_path):
    command = [sys.executable, "manage.py", "outbox", "--loop"]

    log = tmp_path / "worker"
    with started(command, log=log, PYTHONUNBUFFERED="1", **production) as process:
        wait_until(log.read_text, what="the first line of the worker")
        process.send_signal(signal.SIGTERM)

        assert process.wait(timeout=15) == 0


def test_the_demonstration_is_refused_in_production(production):
    command = [sys.executable, "manage.py", "demo"]
    result = subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env={**os.environ, **production},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert result.returncode != 0
    assert "DEBUG" in result.stderr
