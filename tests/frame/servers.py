"""Starting the portal's own programs for a test, and stopping every one of them."""

import os
import signal
import socket
import subprocess
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings

SECRETS = {
    "SECRET_KEY": "x" * 50,
    "NIK_KEY": "YnVpbGQtYnVpbGQtYnVpbGQtYnVpbGQtYnVpbGQtMDA=",
    "ALLOWED_HOSTS": "portal.example",
    "PUBLIC_BASE_URL": "https://portal.example",
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def started(command, *, log, **environment):
    """Run a command in a group of its own; whatever is left is ended."""
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        for pid in [*family_of(process.pid), process.pid]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        process.wait(timeout=10)


def family_of(pid):
    """Give the children of a process, and theirs."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rsplit(")", 1)[1].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == pid:
            child = int(status.parent.name)
            found += [child, *family_of(child)]
    return found


def command_of(pid):
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")


def is_alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def get(port, path, **headers):
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as visitor:
        visitor.request("GET", path, headers=headers)
        response = visitor.getresponse()
        return response, response.read()


def wait_until(is_true, *, seconds=30, what="the server"):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if is_true():
                return
        except OSError:  # not yet
            pass
        time.sleep(0.1)
    raise AssertionError(f"{what} did not come in {seconds} seconds")
