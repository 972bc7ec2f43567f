"""Long work is done once, step by step, and goes on where it was stopped."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from council import jobs, retention
from council.jobs import JobFailed, cancel, order, work
from council.models import Job
from tests.factories import create_staff, create_unit
from tests.real_database import real_database  # noqa: F401

pytestmark = pytest.mark.django_db

State = Job.State


class Task:
    """A kind of work in ten steps, of which it remembers each."""

    def __init__(self):
        self.done, self.at_step = [], lambda number: None

    def __call__(self, job):
        yield len(self.done), 10
        while len(self.done) < 10:
            self.done.append(len(self.done))
            self.at_step(len(self.done))
            yield len(self.done), 10


@pytest.fixture
def task(monkeypatch):
    made = Task()
    monkeypatch.setattr(jobs, "WRITE_EVERY", 0)
    known = jobs.Kind(made, lambda job: "/hasil/", "council.view_job")
    monkeypatch.setitem(jobs.KINDS, "uji", known)
    return made


def ordered(**fields):
    fields.setdefault("unit", create_unit())
    return order("uji", subject=1, title="Mencetak sertifikat", **fields)


def fresh(job):
    return Job.objects.get(pk=job.pk)


def test_work_is_done_once_and_says_how_far_it_is(task):
    job, seen = ordered(), []
    task.at_step = lambda number: seen.append(fresh(job).done)

    assert work() == 1
    assert work() == 0

    done = fresh(job)
    assert (done.state, done.done, done.total) == (State.DONE, 10, 10)
    assert seen[1:] == sorted(seen[1:]) and seen[-1] >= 8
    assert task.done == list(range(10))


def test_the_same_order_is_one_job_until_it_is_done(task):
    first, second = ordered(), ordered()
    assert first == second
    work()

    assert ordered() != first


def test_letters_go_out_between_the_steps(task):
    ordered()
    rounds = []

    work(between=lambda: rounds.append(1))

    assert len(rounds) >= 10


def test_a_cancelled_job_stops_before_its_next_step(task):
    job = ordered()
    task.at_step = lambda number: number == 3 and cancel(job)

    assert work() == 0
    assert fresh(job).state == State.CANCELLED
    assert task.done == [0, 1, 2]
    assert not cancel(job)


def test_a_worker_told_to_stop_leaves_the_rest_to_the_next(task):
    job = ordered()

    work(stopped=lambda: len(task.done) >= 4)
    assert fresh(job).state == State.WAITING
    work()

    assert fresh(job).state == State.DONE
    assert task.done == list(range(10))


def test_a_job_of_a_killed_worker_is_taken_up_again(task):
    job = ordered()
    jobs.claim_one()
    assert work() == 0
    silent = timezone.now() - timedelta(minutes=3)
    Job.objects.filter(pk=job.pk).update(seen_at=silent)

    assert work() == 1
    assert fresh(job).attempts == 2


def test_a_job_that_kills_its_worker_is_given_up(task):
    job = ordered()
    silent = timezone.now() - timedelta(minutes=3)
    for _turn in range(3):
        jobs.claim_one()
        Job.objects.update(seen_at=silent)

    work()

    assert fresh(job).state == State.FAILED
    assert task.done == []


def test_a_worker_that_was_held_up_does_not_write_over_the_next(task):
    job = ordered()
    late = jobs.claim_one()
    Job.objects.update(seen_at=timezone.now() - timedelta(minutes=3))
    work()

    assert not jobs.finish(late, State.FAILED, error="terlambat")
    assert fresh(job).state == State.DONE


def test_a_failure_is_told_in_a_sentence(task):
    job = ordered()

    def fail(number):
        raise JobFailed("Kertas habis.")

    task.at_step = fail
    work()
    assert (fresh(job).state, fresh(job).error) == (State.FAILED, "Kertas habis.")


def test_what_nobody_foresaw_is_told_without_its_words(task, caplog):
    job = ordered()

    def fail(number):
        raise ValueError("Ibu Sari")

    task.at_step = fail
    work()

    assert fresh(job).state == State.FAILED
    assert str(job.pk) in fresh(job).error
    assert "Sari" not in fresh(job).error + caplog.text


def test_an_unknown_kind_fails(caplog):
    job = order("entah", subject=1, title="Entah", unit=create_unit())

    work()

    assert fresh(job).state == State.FAILED


def test_files_are_destroyed_after_a_week(task):
    job = ordered()
    work()
    job = fresh(job)
    job.file.save("", ContentFile(b"zip"))
    assert retention.purge()["pekerjaan panjang"] == 0
    Job.objects.update(finished_at=timezone.now() - timedelta(days=8))

    assert retention.purge()["pekerjaan panjang"] == 1
    assert not fresh(job).file


# The page


def page_of(job):
    return reverse("admin:council_job_change", args=[job.pk])


def test_the_page_shows_a_bar_and_looks_again_without_a_script(task, visit):
    browser = visit(create_staff())
    job = ordered()
    Job.objects.update(state=State.RUNNING, done=3, total=10)

    html = browser.get(page_of(job)).content.decode()

    assert 'http-equiv="refresh"' in html
    assert 'max="10" value="3"' in html
    Job.objects.update(state=State.DONE, done=10)
    done = browser.get(page_of(job)).content.decode()
    assert 'http-equiv="refresh"' not in done
    assert "/hasil/" in done


def test_the_page_tells_a_failure(task, visit):
    job = ordered()
    Job.objects.update(state=State.FAILED, error="Kertas habis.")

    assert "Kertas habis." in visit(create_staff()).get(page_of(job)).content.decode()


def test_staff_stop_a_job_by_a_button_only(task, visit):
    browser, job = visit(create_staff()), ordered()
    address = reverse("admin:council_job_cancel", args=[job.pk])

    assert browser.get(address).status_code == 405
    assert fresh(job).is_active
    assert browser.post(address).url == page_of(job)
    assert fresh(job).is_cancelled


def test_a_job_of_another_council_does_not_exist(task, visit):
    job = ordered(unit=create_unit(code="13.71"))
    browser = visit(create_staff())

    for name in ("cancel", "file"):
        address = reverse(f"admin:council_job_{name}", args=[job.pk])
        assert browser.post(address).status_code == 404
    assert browser.get(page_of(job)).status_code in {302, 404}
    assert fresh(job).is_active


def test_who_may_not_see_the_papers_gets_no_file(task, visit, monkeypatch):
    known = jobs.Kind(task, lambda job: "/hasil/", "council.view_user")
    monkeypatch.setitem(jobs.KINDS, "uji", known)
    browser, job = visit(create_staff()), ordered()
    Job.objects.update(state=State.DONE, file="jobs/ab/x.zip")

    assert "/hasil/" not in browser.get(page_of(job)).content.decode()
    address = reverse("admin:council_job_file", args=[job.pk])
    assert browser.get(address).status_code == 404


# Real workers


def test_two_workers_at_once_do_each_job_once(real_database):  # noqa: F811
    """Unknown work fails at once: what counts is who had it."""
    unit = create_unit()
    for number in range(12):
        order("entah", subject=number, title="Entah", unit=unit)

    workers = [start_worker(real_database) for _turn in range(2)]
    outputs = [process.communicate(timeout=60) for process in workers]

    assert [process.returncode for process in workers] == [0, 0], outputs
    assert set(Job.objects.values_list("attempts", "state")) == {(1, State.FAILED)}


def start_worker(database):
    return subprocess.Popen(
        [sys.executable, "manage.py", "outbox", "--once"],
        env={**os.environ, "DATABASE_URL": database},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
