"""The portal as in production, on a database of its own, and what it uses."""

import os
import secrets
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from cryptography.fernet import Fernet

ROOT = Path(__file__).resolve().parent.parent.parent
HOST = "portal.example"
PORT = int(os.environ.get("PORT", "8099"))
TICKS = os.sysconf("SC_CLK_TCK")


def production(folder: Path) -> dict[str, str]:
    return {
        "DEBUG": "0",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "NIK_KEY": Fernet.generate_key().decode(),
        "ALLOWED_HOSTS": HOST,
        "PUBLIC_BASE_URL": f"https://{HOST}",
        "BEHIND_PROXY": "1",
        "CACHE_URL": "local://",
        "STATIC_ROOT": str(folder / "static"),
        "STORAGE_URL": f"file://{folder / 'files'}",
    }


def manage(*words, **environment) -> None:
    command = [sys.executable, "manage.py", *words]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True)


@contextmanager
def served(port: int):
    """Serve the portal and the floor; give the number of the first process."""
    web = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}"]
    web += ["--max-requests", "0", "--log-level", "error", "tests.bench.wsgi"]
    process = subprocess.Popen(web, cwd=ROOT)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=40)


def wait_for_answer(process, ask) -> None:
    for _ in range(300):
        if process.poll() is not None:
            sys.exit("The web server ended; the lines above say why.")
        try:
            return ask()
        except OSError:
            time.sleep(0.2)
    sys.exit("The web server does not answer.")


def cpu_of(pid: int) -> float:
    """Seconds of processor that a process and its children have used so far."""
    return sum(used_by(each) for each in family_of(pid))


def used_by(pid) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(map(int, fields[11:15])) / TICKS


def memory_of(pid: int) -> list[int]:
    """Megabytes that each child holds for itself and shares, as the system counts."""
    return [resident(each) for each in family_of(pid) if each != pid]


def resident(pid) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    return 0


def family_of(pid: int) -> list[int]:
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        parents.setdefault(parent, []).append(int(stat.parent.name))
    found = [pid]
    for each in found:
        found += parents.get(each, [])
    return found


def database_pid() -> int:
    """The first process of the database, whose children answer queries."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return parent_of(cursor.fetchone()[0])


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
