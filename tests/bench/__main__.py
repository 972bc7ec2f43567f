"""
Measures how many requests a second the main pages take, beside the floor.

Serves the database at hand (that of `make run`, or DATABASE_URL) from this machine
to this machine. Takes about a minute and changes nothing.
"""

import os
import re
import secrets
import shutil
import signal
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.fernet import Fernet

from .visitors import requests_per_second

ROOT = Path(__file__).resolve().parent.parent.parent
PORT = int(os.environ.get("PORT", "8099"))
HOST = "portal.example"
PAGES = ["/", "/produk/", "/perajin/", "/pelatihan/", "/acara/", "/kalender/"]
DETAILS = {"/produk/": "product", "/perajin/": "maker", "/pelatihan/": "training"}
ROUNDS, SECONDS = 3, 1.5


def main():
    with TemporaryDirectory() as folder, served(Path(folder)):
        pages = [*PAGES, *first_details()]
        ratios = {page: [] for page in pages}
        speeds = {page: [] for page in pages}
        for page in pages:
            measure(page, 0.5)
        for _ in range(ROUNDS):
            for page in pages:
                floor, speed = measure("/floor/"), measure(page)
                speeds[page].append(speed)
                ratios[page].append(speed / floor)
    how = "wrk" if shutil.which("wrk") else "Python (floor is more than shown)"
    print(f"\n{'page':44} {'a second':>9} {'÷ floor':>8}   lowest-highest   by {how}")
    for page in pages:
        low, high = min(ratios[page]), max(ratios[page])
        median = statistics.median(ratios[page])
        speed = statistics.median(speeds[page])
        print(f"{page:44} {speed:9.0f} {median:8.3f}   {low:.3f}-{high:.3f}")


@contextmanager
def served(folder):
    """Serve the portal as in production: two processes, hashed files."""
    environment = {**os.environ, **production(folder)}
    run = [sys.executable, "manage.py", "collectstatic", "--no-input", "-v", "0"]
    subprocess.run(run, cwd=ROOT, env=environment, check=True)
    web = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{PORT}"]
    web += ["--max-requests", "0", "--log-level", "warning", "tests.bench.wsgi"]
    process = subprocess.Popen(web, cwd=ROOT, env=environment)
    try:
        wait_for_answer(process)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=40)


def production(folder):
    return {
        "DEBUG": "0",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "NIK_KEY": Fernet.generate_key().decode(),
        "ALLOWED_HOSTS": HOST,
        "PUBLIC_BASE_URL": f"https://{HOST}",
        "BEHIND_PROXY": "1",
        "CACHE_URL": "local://",
        "STATIC_ROOT": str(folder / "static"),
    }


def wait_for_answer(process):
    for _ in range(100):
        if process.poll() is not None:
            sys.exit("The web server ended; the lines above say why.")
        try:
            measure("/floor/", 0.1)
        except OSError:
            time.sleep(0.2)
        else:
            return


def measure(page, seconds=SECONDS):
    return requests_per_second(PORT, page, host=HOST, seconds=seconds)


def first_details():
    """Give the first page behind each list."""
    from http.client import HTTPConnection

    for page in DETAILS:
        visitor = HTTPConnection("127.0.0.1", PORT)
        visitor.putrequest("GET", page, skip_host=True)
        for header in (("Host", HOST), ("X-Forwarded-Proto", "https")):
            visitor.putheader(*header)
        visitor.endheaders()
        html = visitor.getresponse().read().decode()
        if found := re.search(rf'href="({page}[\w-]+/)"', html):
            yield found[1]


if __name__ == "__main__":
    main()
