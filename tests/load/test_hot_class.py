"""
How many register for one hot class in a second: form and sent form, signed in.

What counts is the ratio to a constant page of the same processes in the same run;
`pytest -s tests/load/test_hot_class.py` measures and prints it. The test itself
asks only that every place is exact.
"""

import math
import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from django.db import transaction
from django.urls import reverse

from tests.bench.visitors import requests_per_second
from tests.factories import create_class

from .server import ANSWER_WITHIN, TOKEN, serving
from .test_two_hundred import places, signed_in

pytestmark = pytest.mark.load

PEOPLE, SEATS, CLIENTS = 160, 100, 16
KEY = re.compile(r'name="request_key" value="(\w+)"')


def ask(client, method, path, session, fields=None):
    headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}"}
    body = None
    if fields is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode({**fields, "csrfmiddlewaretoken": TOKEN})
    client.request(method, path, body, headers)
    response = client.getresponse()
    return response.status, response.read().decode()


def connected(port):
    return closing(HTTPConnection("127.0.0.1", port, timeout=ANSWER_WITHIN))


def register(port, path, training_class, sessions):
    """One client for one person after another; give how long each journey took."""
    took = []
    with connected(port) as client:
        for session in sessions:
            began = time.monotonic()
            status, page = ask(client, "GET", path, session)
            assert status == 200, page
            key = KEY.search(page).group(1)
            form = {"training_class": training_class.pk, "request_key": key}
            status, _page = ask(client, "POST", path, session, form)
            took.append(time.monotonic() - began)
            assert status == 302
    return took


def floor_of(port):
    return requests_per_second(
        port, "/floor/", host=f"127.0.0.1:{port}", seconds=3, headers={}
    )


def test_a_hot_class_stays_exact(real_database, tmp_path, pytestconfig):
    with transaction.atomic():
        sessions = [signed_in(number) for number in range(PEOPLE)]
        training_class = create_class(quota=SEATS)
    path = reverse("trainings:enrol", args=[training_class.training.slug])
    shares = [sessions[number::CLIENTS] for number in range(CLIENTS)]
    log = tmp_path / "gunicorn.log"
    with serving("tests.bench.wsgi", real_database, log) as port:
        with connected(port) as client:
            for session in sessions[:CLIENTS]:
                assert ask(client, "GET", path, session)[0] == 200
        is_shown = pytestconfig.getoption("capture") == "no"
        floor = floor_of(port) if is_shown else math.inf
        began = time.monotonic()
        with ThreadPoolExecutor(CLIENTS) as pool:
            answers = pool.map(
                lambda share: register(port, path, training_class, share), shares
            )
            took = sorted(seconds for part in answers for seconds in part)
        rate = PEOPLE / (time.monotonic() - began)
    training_class.refresh_from_db()
    print(
        f"\n{rate:.0f} registrations a second, floor {floor:.0f}, "
        f"ratio {rate / floor:.4f}, p50 {took[len(took) // 2] * 1000:.0f} ms, "
        f"p99 {took[int(len(took) * 0.99)] * 1000:.0f} ms"
    )

    assert places(training_class) == (SEATS, list(range(1, PEOPLE - SEATS + 1)))
