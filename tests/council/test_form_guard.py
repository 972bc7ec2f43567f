from datetime import timedelta

import pytest
import time_machine

from django import forms
from django.test import RequestFactory

from council.form_guard import TOO_LATE, TOO_MANY, TOO_SOON, TRAPPED, GuardedForm

pytestmark = [pytest.mark.django_db, pytest.mark.once]


class Question(GuardedForm):
    text = forms.CharField()


class Complaint(GuardedForm):
    text = forms.CharField()


@pytest.fixture
def clock():
    with time_machine.travel("2026-06-01 09:00+07:00", tick=False) as clock:
        yield clock


def opened(kind=Question):
    """What a browser holds after opening the page."""
    form = kind(request=RequestFactory().get("/"))
    return {"text": "Ada?", "website": "", "opened": form["opened"].value()}


def sent(data, kind=Question, address="127.0.0.1"):
    request = RequestFactory().post("/", REMOTE_ADDR=address)
    return kind(data, request=request)


def refusals(form):
    return list(form.non_field_errors())


def test_a_person_is_let_through(clock):
    data = opened()
    clock.shift(timedelta(seconds=30))

    assert sent(data).is_valid()


@pytest.mark.parametrize(
    ("after", "refusal"),
    [
        (timedelta(seconds=1), [str(TOO_SOON)]),
        (timedelta(seconds=3), []),
        (timedelta(hours=23), []),
        (timedelta(hours=25), [str(TOO_LATE)]),
    ],
)
def test_a_form_takes_a_persons_time(clock, after, refusal):
    data = opened()
    clock.shift(after)

    assert refusals(sent(data)) == refusal


def test_what_waited_too_long_can_be_sent_once_more(clock):
    data = opened()
    clock.shift(timedelta(hours=25))
    form = sent(data)
    assert not form.is_valid()
    again = {**data, "opened": form["opened"].value()}
    clock.shift(timedelta(seconds=5))

    assert form["text"].value() == "Ada?"
    assert sent(again).is_valid()


def test_whoever_forgot_an_answer_is_told_of_that_alone(clock):
    form = sent({**opened(), "text": ""})

    assert not form.is_valid()
    assert list(form.errors) == ["text"]


def test_a_refused_answer_costs_no_new_wait(clock):
    data = opened()
    clock.shift(timedelta(seconds=30))
    form = sent({**data, "text": ""})
    assert not form.is_valid()

    assert form["opened"].value() == data["opened"]


def test_who_fills_in_the_trap_is_refused(clock):
    data = opened()
    clock.shift(timedelta(seconds=30))

    form = sent({**data, "website": "https://pinjaman.example"})

    assert refusals(form) == [str(TRAPPED)]


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "\N{SNOWMAN}" * 50])
def test_a_token_nobody_gave_is_refused(clock, token):
    assert refusals(sent({**opened(), "opened": token})) == [str(TOO_LATE)]


def test_the_token_of_another_form_is_refused(clock):
    data = opened(Complaint)
    clock.shift(timedelta(seconds=30))

    assert refusals(sent(data)) == [str(TOO_LATE)]
    assert sent(data, kind=Complaint).is_valid()


def test_every_page_has_its_own_number(clock):
    first, second = opened(), opened()
    clock.shift(timedelta(seconds=30))

    numbers = []
    for data in (first, first, second):
        form = sent(data)
        assert form.is_valid()
        numbers.append(form.number)

    assert numbers[0] == numbers[1] != numbers[2]


def test_one_connection_sends_only_so_many(clock):
    data = opened()
    clock.shift(timedelta(seconds=30))
    for _each in range(20):
        assert sent(data).is_valid()

    assert refusals(sent(data)) == [str(TOO_MANY)]
    assert sent(data, address="10.0.0.9").is_valid()

    clock.shift(timedelta(hours=1))
    assert sent(data).is_valid()


def test_an_unfinished_form_uses_up_no_try(clock):
    data = opened()
    clock.shift(timedelta(seconds=30))
    for _each in range(30):
        sent({**data, "text": ""}).is_valid()

    assert sent(data).is_valid()
