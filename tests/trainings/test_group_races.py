"""Two officers register the same people in the same moment; with a control."""

import pytest

from council.models import Message
from tests.factories import create_class, create_staff, create_training
from trainings.groups import register

from .racing import ROUNDS, crowd, goes_wrong, is_exact, joining, race

pytestmark = pytest.mark.usefixtures("real_database")


def registering(training_class, group, officer, key, **how):
    return lambda: register(training_class, group, request_key=key, by=officer, **how)


def same_group_twice():
    """Two officers with the same list, one from its end, and one who comes alone."""
    training_class, group = create_class(quota=2), crowd(4)
    one, other = create_staff(), create_staff()
    race(
        registering(training_class, group, one, "first"),
        registering(training_class, group[::-1], other, "second"),
        joining(training_class, group[0]),
    )
    rows = training_class.enrolments.all()
    causes = [f"enrolment-{row.pk}-" for row in rows]
    return (
        is_exact(training_class)
        and sorted(row.artisan_id for row in rows) == [each.pk for each in group]
        and all(is_told_once(cause) for cause in causes)
    )


def is_told_once(cause):
    return Message.objects.filter(cause__startswith=cause).count() == 1


def test_two_officers_with_the_same_group_give_each_member_one_place():
    assert all(same_group_twice() for _round in range(ROUNDS))


def test_without_the_lock_the_same_group_goes_astray(lock_off):
    assert goes_wrong(same_group_twice)


def test_two_groups_of_one_training_never_wait_for_each_other():
    training, group, officer = create_training(), crowd(4), create_staff()
    classes = [create_class(training=training) for _turn in range(2)]

    answers = race(
        registering(classes[0], group, officer, "first"),
        registering(classes[1], group[::-1], officer, "second"),
    )

    seats = [row for each in classes for row in each.enrolments.active()]
    assert sorted(row.artisan_id for row in seats) == [each.pk for each in group]
    assert not any(isinstance(answer, Exception) for answer in answers)


def test_the_same_form_sent_four_times_is_one_registration():
    training_class, group, officer = create_class(quota=2), crowd(3), create_staff()

    answers = race(*[registering(training_class, group, officer, "form")] * 4)

    assert len({answer.pk for answer in answers}) == 1
    assert is_exact(training_class)


def test_two_groups_for_the_last_seats_get_them_whole_or_not_at_all():
    training_class, officer = create_class(quota=3), create_staff()
    groups = [crowd(2), crowd(2)]

    answers = race(
        *(
            registering(training_class, group, officer, f"form{number}", needs_all=True)
            for number, group in enumerate(groups)
        )
    )

    training_class.refresh_from_db()
    assert sorted(answer.is_refused for answer in answers) == [False, True]
    assert training_class.taken == training_class.enrolments.confirmed().count() == 2
