"""What the page cache answers itself, and what it leaves to Django."""

import gzip
from datetime import datetime, timedelta
from wsgiref.util import setup_testing_defaults

import pytest
import time_machine

from django.core.handlers.wsgi import WSGIHandler
from django.db import OperationalError
from django.utils import timezone

from artisans.models import Product
from council.data_version import watched_models
from council.models import DataVersion
from council.public_pages import known_words, normalised
from dekranasda import standing
from dekranasda.page_cache import KeptPages, PageCache, key_of
from dekranasda.standing import MOMENTS, Standing, next_moment
from programs.models import Activity
from tests.factories import create_class, create_product, create_training

pytestmark = pytest.mark.django_db(transaction=True)


class Answer:
    """What the portal said to one question."""

    def __init__(self, status, headers, body):
        self.status, self.headers = int(status.split()[0]), dict(headers)
        self.is_packed = self.headers.get("Content-Encoding") == "gzip"
        self.sent = body
        self.text = (gzip.decompress(body) if self.is_packed else body).decode()


class Portal:
    """The portal behind a page cache, counting what reaches Django."""

    def __init__(self, most_bytes=10**6):
        self.django, self.reached = WSGIHandler(), 0
        self.cache = PageCache(self.pass_on, most_bytes=most_bytes)

    def pass_on(self, environ, start_response):
        self.reached += 1
        return self.django(environ, start_response)

    def ask(self, path, query="", **more):
        environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "localhost"}
        environ |= more
        setup_testing_defaults(environ)
        said = []
        body = self.cache(environ, lambda *words: said.extend(words))
        content = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        return Answer(said[0], said[1], content)


@pytest.fixture
def portal():
    return Portal()


PACKED = {"HTTP_ACCEPT_ENCODING": "gzip, br"}


@pytest.mark.once
@pytest.mark.parametrize("path", ["/produk/", "/privasi/", "/tidak-ada/"])
def test_whoever_asks_for_headers_gets_no_body(portal, path):
    headers_alone = portal.ask(path, REQUEST_METHOD="HEAD")
    whole = portal.ask(path)

    assert headers_alone.sent == b"" and whole.sent
    assert headers_alone.status == whole.status


def test_a_page_is_drawn_once_and_the_same_for_everybody(portal):
    create_product(name="Selendang Kanari")

    first, second = portal.ask("/produk/"), portal.ask("/produk/")

    assert portal.reached == 1
    assert "Selendang Kanari" in first.text
    assert first.text == second.text
    own = {"X-Request-ID": ""}
    assert first.headers | own == second.headers | own
    assert first.headers["X-Request-ID"] != second.headers["X-Request-ID"]


def test_it_has_every_header_of_a_page_from_django(portal):
    portal.ask("/produk/", **PACKED)
    kept = portal.ask("/produk/", **PACKED)
    said = []
    environ = {"PATH_INFO": "/produk/", "HTTP_HOST": "localhost", **PACKED}
    setup_testing_defaults(environ)
    portal.django(environ, lambda *words: said.extend(words)).close()
    drawn = dict(said[1])

    own = {"ETag", "X-Request-ID", "Content-Length"}
    assert {*kept.headers} - {*drawn} == {"ETag"}
    for name in {*drawn} - own:
        assert kept.headers[name] == drawn[name], name
    assert "Content-Security-Policy" in kept.headers
    assert kept.headers["Cache-Control"] == "no-cache"
    assert "Set-Cookie" not in kept.headers


def test_it_is_packed_for_who_can_unpack(portal):
    for _ in range(2):
        plain, packed = portal.ask("/produk/"), portal.ask("/produk/", **PACKED)

    assert (portal.reached, plain.is_packed, packed.is_packed) == (2, False, True)
    assert plain.text == packed.text
    assert plain.headers["ETag"] != packed.headers["ETag"]
    assert int(packed.headers["Content-Length"]) == len(packed.sent) < len(plain.sent)
    assert "Accept-Encoding" in packed.headers["Vary"]


def test_who_has_the_page_gets_a_word_instead(portal):
    tag = portal.ask("/produk/", **PACKED).headers["ETag"]

    same = portal.ask("/produk/", HTTP_IF_NONE_MATCH=tag, **PACKED)
    weak = portal.ask("/produk/", HTTP_IF_NONE_MATCH=f'"old", W/{tag}', **PACKED)
    other = portal.ask("/produk/", HTTP_IF_NONE_MATCH=tag)

    assert portal.reached == 2
    assert [same.status, weak.status, other.status] == [304, 304, 200]
    assert same.sent == b""
    assert same.headers["ETag"] == tag
    assert "Content-Security-Policy" in same.headers
    assert {"Content-Type", "Content-Encoding"}.isdisjoint(same.headers)


def test_head_gets_the_headers_alone(portal):
    page = portal.ask("/produk/")

    head = portal.ask("/produk/", REQUEST_METHOD="HEAD")

    assert (head.sent, head.headers["ETag"]) == (b"", page.headers["ETag"])


def test_words_nobody_reads_make_no_other_page(portal):
    create_product(name="Selendang Kanari")
    plain = portal.ask("/produk/", "q=kanari&urut=nama")

    tracked = portal.ask("/produk/", "utm_source=a&urut=nama&gclid=b&q=kanari")
    other = portal.ask("/produk/", "q=merpati")

    assert plain.text == tracked.text
    assert "utm_source" not in tracked.text
    assert portal.reached == 2
    assert "Selendang Kanari" not in other.text


def test_each_language_host_and_scheme_has_its_own(portal):
    asked = [
        portal.ask("/produk/"),
        portal.ask("/en/produk/"),
        portal.ask("/produk/", HTTP_HOST="127.0.0.1"),
        portal.ask("/produk/", HTTP_X_FORWARDED_PROTO="https"),
    ]

    assert portal.reached == len(asked)
    assert 'lang="en"' in asked[1].text


def test_the_language_is_the_addresses(portal):
    assert 'lang="id"' in portal.ask("/produk/", HTTP_ACCEPT_LANGUAGE="en").text
    assert 'lang="id"' in portal.ask("/produk/").text
    assert portal.reached == 1


NOT_FOR_THE_CACHE = {
    "a session": {"HTTP_COOKIE": "sessionid=a"},
    "a session beside others": {"HTTP_COOKIE": "csrftoken=a; sessionid=b"},
    "a message": {"HTTP_COOKIE": "messages=a"},
    "a password": {"HTTP_AUTHORIZATION": "Basic YTpi"},
    "a form": {"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "0"},
    "a body": {"CONTENT_LENGTH": "3"},
    "a control sign": {"QUERY_STRING": "q=%00"},
    "a long address": {"QUERY_STRING": "q=" + "a" * 600},
    "an odd path": {"PATH_INFO": "/produk/%"},
    "a personal page": {"PATH_INFO": "/saya/"},
    "a file": {"PATH_INFO": "/en/static/x"},
    "health": {"PATH_INFO": "/healthz"},
}


@pytest.mark.once
@pytest.mark.parametrize("name", NOT_FOR_THE_CACHE)
def test_whatever_is_not_plain_is_left_to_django(name):
    plain = {"PATH_INFO": "/produk/", "REQUEST_METHOD": "GET"}
    plain |= {"wsgi.url_scheme": "http"}

    assert key_of(plain) is not None
    assert key_of(plain | NOT_FOR_THE_CACHE[name]) is None


def test_who_signed_out_is_a_visitor_again(portal):
    portal.ask("/produk/")
    portal.ask("/produk/", HTTP_COOKIE="csrftoken=" + "a" * 32)

    assert portal.reached == 1


@pytest.mark.once
@pytest.mark.parametrize("path", ["/akun/login/", "/produk/tidak-ada/", "/readyz"])
def test_what_no_view_calls_public_is_not_kept(portal, path):
    portal.ask(path)
    portal.ask(path)

    assert portal.reached == 2


def test_pages_with_forms_are_still_packed_by_django(portal):
    assert portal.ask("/akun/login/", **PACKED).is_packed


def test_what_is_written_ends_a_page(portal, monkeypatch):
    monkeypatch.setattr(standing, "READ_EVERY", 0)
    product = create_product(name="Selendang Kanari")
    portal.ask("/produk/")

    Product.objects.filter(pk=product.pk).update(name="Kain Merpati")

    assert "Kain Merpati" in portal.ask("/produk/").text


def test_a_page_drawn_while_somebody_writes_is_not_kept(portal, monkeypatch):
    monkeypatch.setattr(standing, "READ_EVERY", 0)
    product = create_product(name="Selendang Kanari")
    draw = portal.django

    def draw_then_write(environ, start_response):
        body = draw(environ, start_response)
        Product.objects.filter(pk=product.pk).update(name="Kain Merpati")
        return body

    portal.django = draw_then_write
    assert "Selendang Kanari" in portal.ask("/produk/").text
    portal.django = draw

    assert "Kain Merpati" in portal.ask("/produk/").text


def test_the_clock_ends_a_page_as_a_writer_does(portal):
    closes_at = timezone.now() + timedelta(minutes=5)
    training = create_training()
    create_class(training=training, closes_at=closes_at)
    path = training.get_absolute_url()

    with time_machine.travel(closes_at - timedelta(milliseconds=200), tick=False):
        before = portal.ask(path).text
    with time_machine.travel(closes_at, tick=False):
        after = portal.ask(path).text

    assert "Ditutup" not in before
    assert "Ditutup" in after


def test_the_next_moment_is_the_first_that_changes_a_page():
    noon = datetime.fromisoformat("2026-11-24T12:00+07:00")
    assert next_moment(noon) == datetime.fromisoformat("2026-11-24T22:00+07:00")

    Activity.objects.filter(pk=create_training().pk).update(
        published_at=noon + timedelta(hours=3)
    )

    assert next_moment(noon) == noon + timedelta(hours=3)


def test_every_moment_of_a_public_model_is_known():
    """A field that pages compare with the clock must end them."""
    told = {"registered_at", "added_at", "submitted_at", "verified_at"}
    told |= {"given_at", "withdrawn_at", "history_date"}
    # The council decides by hand whether a class goes ahead.
    told |= {"decide_at", "went_ahead_at"}
    # The search keeps the moments of the pages it leads to.
    told |= {"shown_at"}
    # When an instructor was asked and answered; the answer itself is what shows.
    told |= {"invited_at", "reminded_at", "answered_at"}
    # Of registrations the public reads how many are confirmed.
    told |= {"enrolled_at", "confirmed_at", "cancelled_at", "endorsed_at", "decided_at"}
    fields = {
        field.name
        for model in watched_models()
        for field in model._meta.local_fields
        if field.get_internal_type() == "DateTimeField"
    }

    assert fields - told == {name for _model, name in MOMENTS}


def test_a_short_outage_shows_the_last_pages(portal, monkeypatch):
    create_product(name="Selendang Kanari")
    portal.ask("/produk/")
    portal.cache.standing.read_again_at = 0

    def gone(rows):
        raise OperationalError

    monkeypatch.setattr(DataVersion.objects._queryset_class, "current", gone)

    assert "Selendang Kanari" in portal.ask("/produk/").text
    portal.cache.standing.read_at -= standing.OUTAGE_LASTS
    assert portal.cache.standing.now() is None


def test_after_an_outage_it_asks_anew(portal, monkeypatch):
    mine = Standing()
    first = mine.now()
    mine.is_away, mine.read_again_at = True, 0

    assert mine.now() == first
    assert mine.is_away is False


def test_pages_not_asked_for_longest_make_room():
    class Fake:
        standing = 1

        def __len__(self):
            return 40

    pages = KeptPages(100)
    for key in "ab":
        pages.keep(key, Fake())
    pages.get("a", 1)
    pages.keep("c", Fake())

    assert [pages.get(key, 1) is not None for key in "abc"] == [True, False, True]
    assert pages.bytes == 80


def test_a_page_larger_than_all_room_is_not_kept():
    portal = Portal(most_bytes=10)

    assert portal.ask("/produk/").status == 200
    assert portal.cache.pages.bytes == 0


def test_words_stand_in_one_order():
    assert normalised("b=2&a=1&c=3&a=0", {"a", "b"}) == "a=1&a=0&b=2"
    assert {"q", "page", "kriya"} <= known_words
