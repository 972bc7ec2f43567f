"""
Two hundred signed-in people ask for one class of twenty seats at once.

The control serves the portal with the lock off: it must oversell, or the test
could not see that it does.
"""

from importlib import import_module

import pytest

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import transaction
from django.urls import reverse

from council.models import Message
from tests.factories import create_artisan, create_class, create_user

from .server import all_at_once, serving

pytestmark = pytest.mark.load

PEOPLE, SEATS, SOME, MANY = 200, 20, 40, 100
ROUNDS = 10
SessionStore = import_module(settings.SESSION_ENGINE).SessionStore


def signed_in(artisan_number) -> str:
    """Give the session of a new artisan, without the sign-in page's rate limit."""
    user = create_user(username=f"perajin{artisan_number}")
    create_artisan(user=user)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key


def sessions_of(people) -> list[str]:
    with transaction.atomic():
        return [signed_in(number) for number in range(people)]


def rush(port, sessions, *, times=1):
    """Let everyone ask for a new class at once, and give it with the answers."""
    training_class = create_class(quota=SEATS)
    path = reverse("trainings:enrol", args=[training_class.training.slug])
    forms = [
        (session, {"training_class": training_class.pk, "request_key": f"k{number}"})
        for number, session in enumerate(sessions)
    ]
    answers = all_at_once(port, path, forms * times)
    training_class.refresh_from_db()
    return training_class, answers


def places(training_class):
    seats = training_class.enrolments.confirmed().count()
    line = training_class.enrolments.waiting().with_position()
    return seats, [enrolment.position for enrolment in line]


def test_twenty_get_a_seat_and_the_rest_a_place_in_line(real_database, tmp_path):
    sessions, log = sessions_of(PEOPLE), tmp_path / "gunicorn.log"
    with serving("dekranasda.wsgi", real_database, log) as port:
        training_class, answers = rush(port, sessions)
        told = [message.recipients[0] for message in Message.objects.all()]
        clicked_twice, second_answers = rush(port, sessions[:SOME], times=2)

    assert {answer.status for answer in answers} == {302}, log.read_text()[-2000:]
    assert places(training_class) == (SEATS, list(range(1, PEOPLE - SEATS + 1)))
    assert training_class.taken == SEATS
    # Everyone is sent to a place of their own, and told of it once.
    assert len({answer.location for answer in answers}) == PEOPLE
    assert len(told) == len(set(told)) == PEOPLE

    assert {answer.status for answer in second_answers} == {302}
    assert places(clicked_twice) == (SEATS, list(range(1, SOME - SEATS + 1)))
    assert len({answer.location for answer in second_answers}) == SOME
    assert Message.objects.count() == PEOPLE + SOME


def test_round_after_round_is_exact(real_database, tmp_path):
    sessions, log = sessions_of(SOME), tmp_path / "gunicorn.log"
    with serving("dekranasda.wsgi", real_database, log) as port:
        rounds = [rush(port, sessions)[0] for _round in range(3)]

    line = list(range(1, SOME - SEATS + 1))
    assert [places(each) for each in rounds] == [(SEATS, line)] * 3
    assert {each.taken for each in rounds} == {SEATS}


def test_without_the_lock_it_oversells(real_database, tmp_path):
    sessions, log = sessions_of(MANY), tmp_path / "gunicorn.log"
    with serving("tests.load.unlocked", real_database, log) as port:
        for _round in range(ROUNDS):
            training_class, _answers = rush(port, sessions)
            if places(training_class)[0] > SEATS:
                return

    pytest.fail(f"the lock was off in {ROUNDS} rounds and nothing was oversold: void")
