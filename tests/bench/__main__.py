"""
Measures how fast the pages are beside a constant page of the same processes.

    python -m tests.bench --size 100000
    python -m tests.bench --size 10000 1000000      also how cost grows

Fills the throw-away PostgreSQL of `.ci/with-postgres`, serves it as in production
and prints a table; the exit code is 1 where a bar is missed. Only the ratio to the
floor travels from machine to machine.
"""

import argparse
import os
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from django.core.management.base import OutputWrapper

from . import certificates, registration
from .server import (
    HOST,
    PORT,
    cpu_of,
    database_pid,
    manage,
    memory_of,
    production,
    served,
    wait_for_answer,
)
from .visitors import PATIENCE, Unexpected, ask_once, requests_per_second

FLOOR = "/floor/"
# Seconds of processor within three tenths: less is the portal's own housekeeping.
IDLE = 0.05
MOST_GROWTH = 1.3
MOST_MEMORY = 85
MOST_TO_START = 1.0


def main():
    options = read_options()
    # Read as it comes, in a file too.
    sys.stdout.reconfigure(line_buffering=True)
    if "postgres" not in os.environ.get("DATABASE_URL", ""):
        sys.exit("Run it on a throw-away PostgreSQL: .ci/with-postgres …")
    with TemporaryDirectory() as folder:
        prepare(Path(folder))
        kept, missed = {}, []
        for size in sorted(options.size):
            grow_to(size, sum(kept) and max(kept))
            print(f"\n{size:,} products, {size // 5:,} businesses")
            kept[size], misses = measured(options)
            missed += misses
        if len(kept) > 1:
            missed += show_growth(kept)
        if not options.only:
            missed += registration.measured()
            missed += certificates.measured(certificates.OF)
    if missed:
        print("\nBelow the bar: " + "; ".join(missed))
    sys.exit(bool(missed))


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--size", type=int, nargs="+", default=[100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--only", default="", help="pages whose title holds this")
    return parser.parse_args()


def prepare(folder) -> None:
    """Set this process up as production, and load what every size begins with."""
    os.environ.update(production(folder), DJANGO_SETTINGS_MODULE="dekranasda.settings")
    os.environ["GUNICORN_CMD_ARGS"] = ""
    manage("migrate", "-v0")
    manage("collectstatic", "--no-input", "-v0")
    manage("demo", "--without-pictures", DEBUG="1")
    import django

    django.setup()


def grow_to(size, already) -> None:
    more = size - already
    numbers = ["--products", more, "--businesses", more // 5, "--trainings", more // 50]
    manage("scale", *map(str, numbers), DEBUG="1")
    settle()


def settle() -> None:
    """Tidy now what the database would tidy while it is measured."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")
    connection.close()


def measured(options) -> tuple[dict, list[str]]:
    """Measure every page; give the ratios by title, and what missed its bar."""
    from council.management.progress import Progress

    from . import pages

    began = time.monotonic()
    with served(PORT) as process:
        wait_for_answer(process, lambda: ask_once(PORT, FLOOR, HOST))
        started = time.monotonic() - began
        portal = pages.Portal(PORT, HOST)
        asked = pages.everything(pages.Examples.found(), portal)
        asked = [each for each in asked if options.only in each.title]
        rows = [Row(each) for each in asked]
        for row in rows:
            row.warm_up()
        turns = rows * options.rounds
        bar = Progress(OutputWrapper(sys.stdout), "Measuring")
        for number, row in enumerate(turns, 1):
            row.measure(process.pid, database_pid(), options.seconds)
            bar(number, len(turns))
        show(rows)
        missed = [row.asked.title for row in rows if row.ratio < row.asked.bar]
        missed += show_process(started, memory_of(process.pid))
    return {row.asked.title: row.ratio for row in rows}, missed


def ask(path, seconds, headers=()):
    return requests_per_second(
        PORT, path, host=HOST, seconds=seconds, headers=dict(headers)
    )


def wait_until_idle(web, database):
    """Let answers that nobody waits for any more be drawn to their end."""
    until, used = time.monotonic() + PATIENCE, -1.0
    while (now := cpu_of(web) + cpu_of(database)) - used > IDLE:
        if time.monotonic() > until:
            raise Unexpected(f"still busy after {PATIENCE} seconds")
        used = now
        time.sleep(0.3)


class Row:
    """One page of the table, measured a few times right after the floor."""

    def __init__(self, asked):
        self.asked, self.ratios, self.speeds = asked, [], []
        self.application = self.database = self.requests = 0
        self.floor = self.floor_requests = 0
        self.error = ""

    def warm_up(self):
        try:
            ask(self.asked.path, 0.3, self.asked.headers)
        except (Unexpected, TimeoutError) as error:
            self.error = f"{self.asked.path}: {error}"

    def measure(self, web, database, seconds):
        if self.error:
            return
        try:
            self.compare(web, database, seconds)
        except (Unexpected, TimeoutError) as error:
            self.error = f"{self.asked.path}: {error}"

    def compare(self, web, database, seconds):
        wait_until_idle(web, database)
        start, began = cpu_of(web), time.monotonic()
        floor = ask(FLOOR, seconds)
        self.floor_requests += floor * (time.monotonic() - began)
        self.floor += cpu_of(web) - start
        wait_until_idle(web, database)
        before = cpu_of(web), cpu_of(database)
        began = time.monotonic()
        speed = ask(self.asked.path, seconds, self.asked.headers)
        self.requests += speed * (time.monotonic() - began)
        self.application += cpu_of(web) - before[0]
        self.database += cpu_of(database) - before[1]
        self.speeds.append(speed)
        self.ratios.append(speed / floor)

    @property
    def ratio(self) -> float:
        return median(self.ratios) if self.ratios else 0

    @property
    def times_the_floor(self) -> float:
        """How much more processor time an answer takes; calm on a busy machine."""
        floor = self.floor / max(self.floor_requests, 1)
        used = (self.application + self.database) / max(self.requests, 1)
        return used / floor if floor else 0

    def __str__(self):
        if self.error:
            return f"{self.asked.title:34} {self.error}"
        each = 1000 / max(self.requests, 1)
        mark = " " if self.ratio >= self.asked.bar else "✗"
        bar = f"{self.asked.bar:.3f}" if self.asked.bar else ""
        spread = f"{min(self.ratios):.3f}-{max(self.ratios):.3f}"
        return (
            f"{self.asked.title:34} {median(self.speeds):8.0f} {self.ratio:8.3f}"
            f" {bar:>6} {mark} {spread:13}"
            f" {self.application * each:9.2f} {self.database * each:8.2f}"
            f" {self.times_the_floor:9.1f}"
        )


def show(rows) -> None:
    print(
        f"{'page':34} {'a second':>8} {'÷ floor':>8} {'bar':>6}   low-high"
        f"    {'ms app':>9} {'ms data':>8} {'× floor':>9}"
    )
    for row in rows:
        print(row)


def show_process(started, memory) -> list[str]:
    print(f"first answer after {started:.1f} s; processes hold {memory} MB")
    missed = []
    if started > MOST_TO_START:
        missed.append(f"start within {MOST_TO_START} s")
    if max(memory) > MOST_MEMORY:
        missed.append(f"memory within {MOST_MEMORY} MB")
    return missed


def show_growth(kept) -> list[str]:
    """How much more a page costs with the most products than with the fewest."""
    few, many = kept[min(kept)], kept[max(kept)]
    print(f"\ncost at {max(kept):,} products over cost at {min(kept):,}")
    missed = []
    for title in few:
        growth = few[title] / many[title] if many[title] else float("inf")
        mark = " " if growth <= MOST_GROWTH else "✗"
        print(f"{title:34} {growth:6.2f} {mark}")
        if growth > MOST_GROWTH:
            missed.append(f"{title} grows {growth:.1f} times")
    return missed


if __name__ == "__main__":
    main()
