"""
Two members of staff decide about the same change in the same moment.

The race has a control: with the lock off it must go wrong, or it proves nothing.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

import pytest

from django.db import DatabaseError, connections

from artisans import deciding, revising
from artisans.deciding import DecisionRefused, approve, refuse, verify_page
from artisans.models.status import Status
from artisans.revising import fingerprint, keep, open_revision, wished_values
from council.models import Message
from tests.factories import create_product, create_revision, create_staff

pytestmark = pytest.mark.usefixtures("real_database")

ROUNDS = 5


@pytest.fixture
def lock_off(monkeypatch):
    """Read the page without holding it, and let others read it meanwhile."""

    @contextmanager
    def read(page):
        yield type(page).objects.get(pk=page.pk)

    def decide_late(revision, page):
        time.sleep(0.3)
        return fingerprint(revision, page)

    monkeypatch.setattr(deciding, "held", read)
    monkeypatch.setattr(revising, "held", read)
    monkeypatch.setattr(deciding, "fingerprint", decide_late)


def race(*acts):
    """Do all at once, each on its own connection; give what each came to."""
    barrier = Barrier(len(acts))

    def run(act):
        try:
            barrier.wait(timeout=20)
            act()
        except (DecisionRefused, DatabaseError) as error:
            return error
        finally:
            connections["default"].close()
        return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def decide_at_once():
    """Whether of one yes and one no exactly one is taken, and told."""
    product = create_product()
    revision = create_revision(page=product)
    seen = fingerprint(revision, product)
    first, second = create_staff(), create_staff()
    Message.objects.all().delete()

    answers = race(
        lambda: approve(revision, by=first, seen=seen),
        lambda: refuse(revision, "Foto buram", by=second, seen=seen),
    )

    product.refresh_from_db()
    revision.refresh_from_db()
    is_yes = revision.status == Status.VERIFIED
    return (
        sum(answer is None for answer in answers) == 1
        and Message.objects.count() == 1
        and is_yes == (product.description != "")
        and revision.decided_by == (first if is_yes else second)
    )


def test_one_of_two_decisions_is_taken():
    assert all(decide_at_once() for _round in range(3))


def test_without_the_lock_both_decisions_are_taken(lock_off):
    assert any(not decide_at_once() for _round in range(ROUNDS))


def test_a_change_in_the_same_moment_is_never_approved_unseen():
    product = create_product()
    revision = create_revision(page=product)
    seen, staff = fingerprint(revision, product), create_staff()
    shown = wished_values(product, revision)

    race(
        lambda: approve(revision, by=staff, seen=seen),
        lambda: keep(product, {**shown, "description": "Belum dilihat"}, shown),
    )

    product.refresh_from_db()
    assert product.description in {"", "Ditenun dengan benang baru"}
    assert open_revision(product).changes == {"description": "Belum dilihat"}


def test_a_page_is_verified_once():
    product = create_product(verified=False, status=Status.SUBMITTED)

    race(*[lambda: verify_page(product)] * 4)

    assert Message.objects.count() == 1
