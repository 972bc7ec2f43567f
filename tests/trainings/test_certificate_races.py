"""
Two officers give certificates in the same moment.

Each race has a control: with the holding of a row off it must go wrong.
"""

import time
from contextlib import contextmanager
from itertools import count

import pytest

from django.db import connection

from tests.factories import create_attended_class, create_training, create_unit
from trainings import certification
from trainings.certification import issue
from trainings.models import Certificate, NumberCounter, Training, TrainingClass
from trainings.models.numbering import NumberCounterQuerySet

from .test_races import ROUNDS, goes_wrong, race

pytestmark = pytest.mark.usefixtures("real_database")
fresh = count(11)


@pytest.fixture
def class_not_held(monkeypatch):
    """Read the class without holding it; others read it meanwhile."""

    @contextmanager
    def read(training_class_id):
        classes = TrainingClass.objects.select_related("training__unit")
        yield classes.get(pk=training_class_id)

    def look_early(training_class):
        found = look(training_class)
        time.sleep(0.2)
        return found

    look = certification.verdicts
    monkeypatch.setattr(certification, "held", read)
    monkeypatch.setattr(certification, "verdicts", look_early)


@pytest.fixture
def counter_not_held(monkeypatch):
    """Read the last number without holding it; on SQLite, outside the transaction."""

    def read(self, unit, year):
        counter = self.get(unit=unit, year=year)
        time.sleep(0.2)
        return counter

    @contextmanager
    def open_class(training_class_id):
        classes = TrainingClass.objects.select_related("training__unit")
        yield classes.get(pk=training_class_id)

    monkeypatch.setattr(NumberCounterQuerySet, "held", read)
    monkeypatch.setattr(certification, "held", open_class)


@pytest.fixture
def first_counter_not_shared(monkeypatch):
    """Make the counter where none is seen, as if nobody else did; then hold it."""

    def make(self, unit, year):
        is_known = self.filter(unit=unit, year=year).exists()
        time.sleep(0.2)
        if not is_known:
            self.create(unit=unit, year=year)
        return self.select_for_update().get(unit=unit, year=year)

    @contextmanager
    def open_class(training_class_id):
        # SQLite lets only one at a time into a transaction; the counter needs one.
        classes = TrainingClass.objects.select_related("training__unit")
        yield classes.get(pk=training_class_id)

    monkeypatch.setattr(NumberCounterQuerySet, "held", make)
    if connection.vendor == "sqlite":
        monkeypatch.setattr(certification, "held", open_class)


def issuing(training_class):
    return lambda: issue(TrainingClass.objects.get(pk=training_class.pk))


def same_class_twice():
    training_class = create_attended_class(5, 5)
    answers = race(*[issuing(training_class)] * 3)
    given = Certificate.objects.of_class(training_class)
    numbers = sorted(given.values_list("sequence", flat=True))
    is_quiet = not any(isinstance(answer, Exception) for answer in answers)
    return is_quiet and len(numbers) == 2 and numbers[1] - numbers[0] == 1


def test_a_class_issued_by_three_at_once_gives_one_each():
    assert all(same_class_twice() for _round in range(2))


def test_without_holding_the_class_it_goes_wrong(class_not_held):
    assert goes_wrong(same_class_twice)


def two_classes_of_one_council():
    """Numbers go on without gap or double from wherever the council was."""
    training = create_training(days_ahead=-6)
    classes = [
        create_attended_class(5, 5, training=training, signed=not place)
        for place in range(3)
    ]
    counter = NumberCounter.objects.get_or_create(
        unit=training.unit, year=certification.today_of(classes[0]).year
    )[0]
    race(*(issuing(each) for each in classes))
    given = Certificate.objects.filter(enrolment__training_class__in=classes)
    numbers = sorted(given.values_list("sequence", flat=True))
    return numbers == list(range(counter.last + 1, counter.last + 7))


def test_three_classes_at_once_share_one_sequence():
    assert all(two_classes_of_one_council() for _round in range(2))


def test_without_holding_the_counter_numbers_go_wrong(counter_not_held):
    assert goes_wrong(two_classes_of_one_council)


def four_first_numbers():
    """There is no counter of the council to hold yet: all of them make it."""
    unit = create_unit(code=f"36.74.{next(fresh):02}")
    training = create_training(unit=unit, days_ahead=-6)
    classes = [
        create_attended_class(5, training=training, signed=not place)
        for place in range(4)
    ]
    race(*(issuing(each) for each in classes))
    given = Certificate.objects.filter(unit=unit)
    numbers = sorted(given.values_list("sequence", flat=True))
    counted = NumberCounter.objects.filter(unit=unit).values_list("last", flat=True)
    return numbers == [1, 2, 3, 4] and list(counted) == [4]


def test_the_first_number_of_a_year_is_taken_by_many_at_once():
    assert all(four_first_numbers() for _round in range(2))


def test_without_sharing_the_first_counter_numbers_are_lost(first_counter_not_shared):
    assert goes_wrong(four_first_numbers)


def test_a_certificate_replaced_twice_at_once_is_replaced_once():
    (old,) = issue(create_attended_class(5))

    def replacing():
        return certification.reissue(old, by=None, reason="Nama salah")

    answers = race(*[tolerant(replacing)] * 3)

    refused = [each for each in answers if isinstance(each, Exception)]
    assert len(refused) == 2
    assert Certificate.objects.valid().count() == 1


def tolerant(act):
    """Do it, and give the refusal as the answer."""

    def run():
        try:
            return act()
        except certification.CertificateRefused as refusal:
            return refusal

    return run


def test_the_control_rounds_are_enough_to_prove_something():
    assert ROUNDS >= 3
    assert connection.vendor in {"sqlite", "postgresql"}
    assert Training.objects.count() == 0
