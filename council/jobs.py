"""
Work too long for a page, done by the worker that also delivers the outbox.

A room declares a kind of work with `@kind(…)`: a generator that does one step at a
time, and after each gives how many are done and how many there are. Between two
steps the worker writes the progress, looks whether somebody cancelled, and delivers
letters, so that nobody waits for a code to sign in. A step that was done is never
done again: whoever writes a kind begins with what is missing.

A worker that takes a job writes its own name on it. Two workers never have the same
one, and one that was held up for long finds that it lost it.
"""

import logging
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from council.models import Job

log = logging.getLogger("council.jobs")

State = Job.State
# Whoever looks at a page sees no difference below this.
WRITE_EVERY = 0.5
MOST_ATTEMPTS = 3


class JobFailed(Exception):
    """The work cannot be done. The message is written for staff."""


class JobLost(Exception):
    """It was cancelled, or another worker has it."""


@dataclass(frozen=True)
class Kind:
    """How a kind of work is done, and where its result is read."""

    work: Callable[[Job], Iterator[tuple[int, int]]]
    result: Callable[[Job], str]
    permission: str


KINDS: dict[str, Kind] = {}


def kind(name: str, *, result: Callable[[Job], str], permission: str):
    """Declare a generator as the work of a kind of job."""

    def declare(work):
        KINDS[name] = Kind(work, result, permission)
        return work

    return declare


def order(name: str, *, subject, title: str, unit, owner=None) -> Job:
    """Ask for work; the same order that still waits or runs is the same job."""
    same = {"kind": name, "subject": str(subject)}
    try:
        with transaction.atomic():
            return Job.objects.create(title=title[:250], unit=unit, owner=owner, **same)
    except IntegrityError:
        return Job.objects.active().get(**same)


def cancel(job: Job) -> bool:
    """Stop a job before its next step; say whether there was anything to stop."""
    waiting = Job.objects.active().filter(pk=job.pk)
    return bool(waiting.update(state=State.CANCELLED, finished_at=timezone.now()))


def work(*, between=lambda: None, stopped=lambda: False) -> int:
    """Do every job that is due, and tell how many were finished."""
    finished = 0
    while not stopped() and (job := claim_one()):
        finished += run(job, between=between, stopped=stopped)
    return finished


def run_now(job: Job, *, told) -> Job:
    """Do a job at once, unless a worker has it, and tell the steps to a terminal."""
    if taken := claim_one(Job.objects.filter(pk=job.pk)):
        run(taken, told=told)
    job.refresh_from_db()
    return job


def claim_one(among=None) -> Job | None:
    """Take one job for this worker and commit that it is taken."""
    among = Job.objects.all() if among is None else among
    with transaction.atomic(durable=True):
        due = among.due().select_for_update(skip_locked=True)
        job = due.order_by("created_at", "pk").first()
        if job:
            job.state, job.worker = State.RUNNING, secrets.token_hex(8)
            job.attempts += 1
            job.seen_at = timezone.now()
            job.save(update_fields=["state", "worker", "attempts", "seen_at"])
        return job


def run(
    job: Job, *, between=lambda: None, stopped=lambda: False, told=lambda *_step: None
) -> bool:
    """Do a job that this worker has; say whether it came to an end."""
    try:
        with override(settings.LANGUAGE_CODE):
            do_steps(job, between, stopped, told)
    except JobLost:
        return False
    except JobFailed as failure:
        return finish(job, State.FAILED, error=str(failure)[:250])
    except DatabaseError:
        # The database went away: the job is taken up again, by whoever is there.
        raise
    except Exception as error:  # one bad job must not stop the worker
        log.error("job %s failed: %s", job.pk, type(error).__name__)
        return finish(job, State.FAILED, error=unforeseen(job))
    return finish(job, State.DONE)


def do_steps(job, between, stopped, told) -> None:
    declared = KINDS.get(job.kind)
    if declared is None or job.attempts > MOST_ATTEMPTS:
        raise JobFailed(unforeseen(job))
    written_at = 0.0
    with closing(declared.work(job)) as steps:
        for job.done, job.total in steps:
            if stopped():
                give_back(job)
            told(job.done, job.total)
            if time.monotonic() - written_at >= WRITE_EVERY:
                say_so(job)
                between()
                written_at = time.monotonic()


def unforeseen(job) -> str:
    return _(
        "The work stopped for a reason nobody foresaw. Order it once more; if it stops "
        "again, tell the administrator the number %(number)s."
    ) % {"number": job.pk}


def mine(job):
    return Job.objects.filter(pk=job.pk, worker=job.worker, state=State.RUNNING)


def say_so(job) -> None:
    """Write the progress; raises JobLost where the job is not this worker's now."""
    now = timezone.now()
    if not mine(job).update(done=job.done, total=job.total, seen_at=now):
        raise JobLost


def give_back(job) -> None:
    """Let the next worker go on at once; this one was told to stop."""
    mine(job).update(
        state=State.WAITING, worker="", attempts=job.attempts - 1, done=job.done
    )
    raise JobLost


def finish(job, state, *, error="") -> bool:
    ended = {"state": state, "error": error, "finished_at": timezone.now()}
    return bool(
        mine(job).update(done=job.done, total=job.total, file=job.file.name, **ended)
    )
