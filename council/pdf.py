"""Documents as PDF: drawn from a template, printed in a bounded process."""

import json
import logging
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from threading import BoundedSemaphore, Timer

from django.conf import settings
from django.template.loader import render_to_string

from .printing import LENGTH, SECONDS

log = logging.getLogger("council.pdf")

# One at a time in each web process, and nobody waits long for their turn.
TURNS = BoundedSemaphore(1)
LONGEST_WAIT = 5
# Many documents are printed by so many processes, one for each core of a small server.
PRESSES = 2
# Where a page being printed finds the signatures, which no address serves.
SIGNATURES = "/signatures/"


class PrintingFailed(Exception):
    """No PDF now: too many are being printed, or this one took too much."""


def printed(template: str, context: dict, *, styles=()) -> bytes:
    """Give the PDF, or raise PrintingFailed; at most a few seconds either way."""
    html = render_to_string(template, context)
    if not TURNS.acquire(timeout=LONGEST_WAIT):
        raise PrintingFailed("busy")
    try:
        return printed_apart(job_of(html, styles))
    finally:
        TURNS.release()


def printed_apart(job: bytes) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 (our own words)
            [sys.executable, "-m", "council.printing"],
            input=job,
            capture_output=True,
            cwd=settings.BASE_DIR,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise PrintingFailed("too long") from error
    except subprocess.CalledProcessError as error:
        log.error("document not printed: %s", reason_in(error.stderr))
        raise PrintingFailed("refused") from error
    return done.stdout


def printed_many(
    template: str, contexts: Iterable[dict], *, number: int, styles=()
) -> Iterator[bytes]:
    """
    Print so many documents, in order; for a worker, which nobody waits for.

    Raises PrintingFailed at the first that cannot be printed.
    """
    with ExitStack() as stack:
        free = SimpleQueue()
        for _turn in range(min(PRESSES, number)):
            free.put(stack.enter_context(Press(number)))
        pool = stack.enter_context(ThreadPoolExecutor(PRESSES))
        waiting = deque()
        for context in contexts:
            html = render_to_string(template, context)
            waiting.append(pool.submit(print_on_next, free, job_of(html, styles)))
            # The next one is drawn while others are printed, and no more than that.
            if len(waiting) > PRESSES:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def print_on_next(free: SimpleQueue, job: bytes) -> bytes:
    press = free.get()
    try:
        return press.printed(job)
    finally:
        free.put(press)


class Press:
    """A process that prints one document after another, and has limits."""

    def __init__(self, number: int):
        self.number = number

    def __enter__(self):
        self.process = subprocess.Popen(  # noqa: S603 (our own words)
            [sys.executable, "-m", "council.printing", "many", str(self.number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # What it complains of may hold names.
            stderr=subprocess.DEVNULL,
            cwd=settings.BASE_DIR,
        )
        return self

    def __exit__(self, *_error):
        self.process.kill()
        self.process.communicate()

    def printed(self, job: bytes) -> bytes:
        watch = Timer(SECONDS, self.process.kill)
        watch.start()
        try:
            self.process.stdin.write(job + b"\n")
            self.process.stdin.flush()
            return self.answer()
        except OSError as error:
            raise PrintingFailed("refused") from error
        finally:
            watch.cancel()

    def answer(self) -> bytes:
        head = self.process.stdout.read(LENGTH.size)
        length = LENGTH.unpack(head)[0] if len(head) == LENGTH.size else 0
        document = self.process.stdout.read(length)
        if not length or len(document) < length:
            log.error("document not printed: the press stopped")
            raise PrintingFailed("refused")
        return document


def job_of(html: str, styles=()) -> bytes:
    """What a printing process is told; styles are names of static files."""
    addresses = [settings.STATIC_URL + name for name in styles]
    job = {"html": html, "folders": folders(), "styles": addresses}
    return json.dumps(job).encode()


def reason_in(complaint: bytes) -> str:
    """The last line names the error; what stands above may hold names."""
    reason = complaint.decode(errors="replace").strip().rpartition("\n")[2]
    return reason.partition(":")[0][:80]


def folders() -> dict[str, list[str]]:
    """Where the files of an address lie: static files, photos, signatures."""
    static = [*settings.STATICFILES_DIRS, settings.STATIC_ROOT]
    return {
        settings.STATIC_URL: [str(folder) for folder in static],
        f"{settings.MEDIA_URL}photos/": [f"{settings.MEDIA_ROOT}/photos"],
        SIGNATURES: [f"{settings.PRIVATE_MEDIA_ROOT}/signatures"],
    }
