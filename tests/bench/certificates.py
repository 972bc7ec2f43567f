"""
How long five hundred certificates take, from the order to the file to hand out.

    .ci/with-postgres python -m tests.bench.certificates
    python -m tests.bench.certificates --number 50        a shorter look

The worker of `manage.py outbox` prints them, two processes at a time. Every sheet is
read back: its weight, the name and the number in its text. The exit code is 1 where
the bar is missed.
"""

import argparse
import io
import os
import sys
import time
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from .server import manage, production

MOST_SECONDS, OF = 60, 500
MOST_BYTES = 60 * 1024
# What a page that looks again every two seconds should see move.
LONGEST_PAUSE = 2.0


def main():
    number = read_options().number
    with TemporaryDirectory() as folder:
        prepare(Path(folder))
        missed = measured(number)
    if missed:
        print("\nBelow the bar: " + "; ".join(missed))
    sys.exit(bool(missed))


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--number", type=int, default=OF)
    return parser.parse_args()


def prepare(folder) -> None:
    """Set this process up as production on an empty database."""
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'bench.sqlite3'}")
    os.environ.update(production(folder), DJANGO_SETTINGS_MODULE="dekranasda.settings")
    manage("migrate", "-v0")
    manage("collectstatic", "--no-input", "-v0")
    import django

    django.setup()


def measured(number) -> list[str]:
    """Issue and print for so many participants; tell what missed its bar."""
    from council.jobs import claim_one, run
    from tests.factories import create_attended_class
    from trainings.certificate_jobs import print_later
    from trainings.certification import issue

    training_class = create_attended_class(*[5] * number, name="Kelas Besar")
    given, issuing = timed(lambda: issue(training_class))
    job, seen = print_later(training_class), [time.monotonic()]
    claim = claim_one()
    _done, printing = timed(
        lambda: run(claim, told=lambda *_step: seen.append(time.monotonic()))
    )
    job.refresh_from_db()
    pause = max(b - a for a, b in zip(seen, seen[1:], strict=False))
    heaviest, unread = read_back(job, given)
    print(
        f"{number} certificates: issued in {issuing:.1f} s, printed and packed in "
        f"{printing:.1f} s ({number / printing:.1f} a second)\n"
        f"progress written at least every {pause:.1f} s, {job.done} of {job.total}; "
        f"heaviest sheet {heaviest / 1024:.1f} KB; {len(given) - unread} read back"
    )
    return [said for said, is_missed in bars(number, locals()).items() if is_missed]


def bars(number, facts) -> dict[str, bool]:
    least = max(MOST_SECONDS * number / OF, 5)
    return {
        f"{number} within {least:.0f} s": facts["issuing"] + facts["printing"] > least,
        f"progress every {LONGEST_PAUSE} s": facts["pause"] > LONGEST_PAUSE,
        f"at most {MOST_BYTES // 1024} KB": facts["heaviest"] > MOST_BYTES,
        "every sheet readable": facts["unread"] > 0,
    }


def timed(act) -> tuple:
    began = time.monotonic()
    return act(), time.monotonic() - began


def read_back(job, given) -> tuple[int, int]:
    """The weight of the heaviest sheet, and how many lack their words."""
    from pypdf import PdfReader

    from trainings.certificate_papers import file_name

    heaviest = unread = 0
    with job.file.open("rb") as file, zipfile.ZipFile(file) as archive:
        for each in given:
            content = archive.read(file_name(each))
            heaviest = max(heaviest, len(content))
            pages = PdfReader(io.BytesIO(content)).pages
            text = "\n".join(page.extract_text() for page in pages)
            unread += not all(
                words in text for words in (each.name, each.number, each.shown_code)
            )
    return heaviest, unread


if __name__ == "__main__":
    main()
