"""
A slow phone sends the same form twice at once.

The race has a control: without the artisan's row held it must go wrong.
"""

import time

import pytest

from django.core.files.uploadedfile import SimpleUploadedFile

from council.models import Document
from tests.factories import create_artisan, create_class, create_requirement
from tests.trainings.test_races import race
from trainings import requirements
from trainings.models import Answer

pytestmark = pytest.mark.usefixtures("real_database")


def handing_in(group, artisan, requirement):
    def act():
        file = SimpleUploadedFile("ktp.pdf", b"%PDF-1.4\n%%EOF", "application/pdf")
        return requirements.hand_in(group, artisan, [(requirement, file)])

    return act


def sent_twice():
    """What two sendings of one form came to."""
    group, artisan = create_class(), create_artisan()
    kind = requirements.Kind.DOCUMENT
    paper = create_requirement(kind, training_class=group, text="KTP")
    act = handing_in(group, artisan, paper)
    return race(act, act)


def test_the_same_file_is_kept_once():
    assert sent_twice() == [None, None]
    assert Answer.objects.count() == Document.objects.count() == 1


def test_without_the_lock_one_of_them_fails(monkeypatch):
    def keep_late(upload, **how):
        time.sleep(0.3)
        return keep(upload, **how)

    keep = requirements.keep_document
    monkeypatch.setattr(requirements, "hold", lambda artisan: None)
    monkeypatch.setattr(requirements, "keep_document", keep_late)
    # The transaction itself is the lock on SQLite, so it is taken off as well.
    unguarded = requirements.hand_in.__wrapped__
    monkeypatch.setattr(requirements, "hand_in", unguarded)

    assert [answer for answer in sent_twice() if answer is not None]
