"""Documents as PDF: drawn from a template, printed in a bounded process."""

import json
import logging
import subprocess
import sys
from threading import BoundedSemaphore

from django.conf import settings
from django.template.loader import render_to_string

from .printing import SECONDS

log = logging.getLogger("council.pdf")

# One at a time in each web process, and nobody waits long for their turn.
TURNS = BoundedSemaphore(1)
LONGEST_WAIT = 5


class PrintingFailed(Exception):
    """No PDF now: too many are being printed, or this one took too much."""


def printed(template: str, context: dict) -> bytes:
    """Give the PDF, or raise PrintingFailed; at most a few seconds either way."""
    html = render_to_string(template, context)
    if not TURNS.acquire(timeout=LONGEST_WAIT):
        raise PrintingFailed("busy")
    try:
        return printed_apart(html)
    finally:
        TURNS.release()


def printed_apart(html: str) -> bytes:
    job = json.dumps({"html": html, "folders": folders()})
    try:
        done = subprocess.run(  # noqa: S603 (our own words)
            [sys.executable, "-m", "council.printing"],
            input=job.encode(),
            capture_output=True,
            cwd=settings.BASE_DIR,
            timeout=SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise PrintingFailed("too long") from error
    except subprocess.CalledProcessError as error:
        # The last line names the error; what stands above may hold names.
        reason = error.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        log.error("document not printed: %s", reason.partition(":")[0][:80])
        raise PrintingFailed("refused") from error
    return done.stdout


def folders() -> dict[str, list[str]]:
    """Where the files of an address lie: our static files and public photos."""
    static = [*settings.STATICFILES_DIRS, settings.STATIC_ROOT]
    return {
        settings.STATIC_URL: [str(folder) for folder in static],
        f"{settings.MEDIA_URL}photos/": [f"{settings.MEDIA_ROOT}/photos"],
    }
