"""Gunicorn on loopback for one test, and many clients at once."""

import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from threading import Barrier
from urllib.parse import urlencode

from django.conf import settings

TOKEN = "t" * 32
START_WITHIN = 30
ANSWER_WITHIN = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(application: str, database_url: str, log):
    """Serve the portal as in production and give the port."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py"]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning", application]
    environment = {**os.environ, "DATABASE_URL": database_url, "DEBUG": "1"}
    environment.pop("GUNICORN_CMD_ARGS", None)
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_open(server, port, log)
        yield port
    finally:
        server.terminate()
        try:
            server.wait(timeout=15)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def wait_until_open(server, port, log) -> None:
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"gunicorn did not open its port: {log.read_text()}")


@dataclass(frozen=True)
class Answer:
    """What one client got, and how long it waited."""

    status: int
    location: str
    seconds: float


def all_at_once(port: int, path: str, forms: list[tuple[str, dict]]) -> list[Answer]:
    """Post every form (session key, fields) in the same moment."""
    barrier = Barrier(len(forms))

    def post(form):
        session_key, fields = form
        body = urlencode({**fields, "csrfmiddlewaretoken": TOKEN})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"sessionid={session_key}; csrftoken={TOKEN}",
        }
        client = HTTPConnection("127.0.0.1", port, timeout=ANSWER_WITHIN)
        barrier.wait(timeout=START_WITHIN)
        began = time.monotonic()
        client.request("POST", path, body, headers)
        response = client.getresponse()
        response.read()
        client.close()
        waited = time.monotonic() - began
        return Answer(response.status, response.headers.get("Location", ""), waited)

    with ThreadPoolExecutor(len(forms)) as pool:
        return list(pool.map(post, forms))
