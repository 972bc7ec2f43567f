"""
Answers visitors without an account from pages that were drawn before.

It stands above Django and keeps what a view marked with `public_page`, as long as
`Standing` stays the same: the number is taken before a page is drawn, so that a
page drawn while somebody writes is never kept as new. Whatever is not plainly a
visitor's question goes on to Django untouched.
"""

import gzip
import re
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from threading import Lock

from django.conf import settings

from council.logs import current_request_id, start_request
from council.public_pages import IS_PUBLIC, known_words, normalised

from .standing import Standing

METHODS = {"GET", "HEAD"}
KINDS = ("text/html", "text/calendar", "text/plain", "application/xml")
SCHEMES = {"", "http", "https"}
# Files, health and personal pages are nobody's but Django's.
TAME_PATH = re.compile(
    r"(?!/(en/)?(admin|akun|berkas|healthz|media|readyz|saya|static)\b)/[\w./-]*",
    re.ASCII,
)
# Control signs are Django's to refuse.
WILD_QUERY = re.compile(r"[^!-~]|%([01][0-9a-f]|7f)", re.IGNORECASE)
LONGEST_QUERY = 500
# Any of these may change the answer, or is a reason to refuse the question.
NOT_PLAIN = ("HTTP_AUTHORIZATION", "HTTP_TRANSFER_ENCODING", "CONTENT_TYPE")
# No page without a form reads it, and people who signed out still send it.
HARMLESS_COOKIE = re.compile(rf"{settings.CSRF_COOKIE_NAME}=\w*", re.ASCII)
# What is made anew for each answer, or says how this one was packed.
OWN_OF_AN_ANSWER = {"content-length", "content-encoding", "x-request-id", "etag"}
# Of a page that the visitor still has, only what is not about its body.
ABOUT_THE_BODY = {"content-type", "content-encoding", "content-disposition"}


@dataclass(frozen=True)
class Page:
    """An answer as it is kept, with the headers every visitor gets."""

    standing: int
    body: bytes
    tag: str
    headers: list[tuple[str, str]]

    def __len__(self):
        return len(self.body) + 1500

    def answer(self, environ, start_response, number):
        own = [("ETag", self.tag), ("X-Request-ID", number)]
        if self.tag in tags_of(environ):
            headers = [each for each in self.headers if is_not_of_the_body(each)]
            start_response("304 Not Modified", headers + own)
            return []
        own.append(("Content-Length", str(len(self.body))))
        start_response("200 OK", self.headers + own)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [self.body]


class KeptPages:
    """Pages by what was asked; those not asked for longest make room."""

    def __init__(self, most_bytes):
        self.most_bytes, self.bytes = most_bytes, 0
        self.pages: OrderedDict[tuple, Page] = OrderedDict()
        self.lock = Lock()

    def get(self, key, standing) -> Page | None:
        with self.lock:
            page = self.pages.get(key)
            if page is None:
                return None
            if page.standing != standing:
                self._drop(key)
                return None
            self.pages.move_to_end(key)
            return page

    def keep(self, key, page) -> None:
        with self.lock:
            if key in self.pages:
                self._drop(key)
            self.pages[key] = page
            self.bytes += len(page)
            while self.bytes > self.most_bytes:
                self._drop(next(iter(self.pages)))

    def _drop(self, key):
        self.bytes -= len(self.pages.pop(key))


class PageCache:
    """A WSGI application around another."""

    def __init__(self, application, *, most_bytes, standing=None):
        self.application = application
        self.pages = KeptPages(most_bytes)
        self.standing = standing or Standing()

    def __call__(self, environ, start_response):
        body = self.answer(environ, start_response)
        return without(body) if environ["REQUEST_METHOD"] == "HEAD" else body

    def answer(self, environ, start_response):
        key = key_of(environ)
        standing = self.standing.now() if key else None
        if standing is None:
            return self.application(environ, start_response)
        page = self.pages.get(key, standing)
        if page is None:
            return self.drawn(key, standing, environ, start_response)
        return page.answer(environ, start_response, start_request())

    def drawn(self, key, standing, environ, start_response):
        """Let Django answer, and keep the answer if its view allows it."""
        said = []
        environ[IS_PUBLIC] = False
        body = self.application(environ, lambda *words: said.extend(words))
        if not may_be_kept(environ, *said[:2]):
            start_response(*said)
            return body
        try:
            content = b"".join(body)
        finally:
            body.close()
        is_packed = accepts_gzip(environ)
        page = page_of(content, standing, headers=said[1], is_packed=is_packed)
        self.pages.keep(key, page)
        return page.answer(environ, start_response, current_request_id())


def without(body) -> list:
    """Nothing, of an answer that only its headers were asked for; Django gives all."""
    if hasattr(body, "close"):
        body.close()
    return []


def key_of(environ) -> tuple | None:
    """What a visitor asks for, or None where only Django can tell."""
    query = environ.get("QUERY_STRING", "")
    scheme = environ.get("HTTP_X_FORWARDED_PROTO", "")
    is_plain = (
        environ["REQUEST_METHOD"] in METHODS
        and scheme in SCHEMES
        and environ.get("CONTENT_LENGTH") in {None, ""}
        and not any(environ.get(name) for name in NOT_PLAIN)
        and is_without_account(environ.get("HTTP_COOKIE", ""))
        and TAME_PATH.fullmatch(environ["PATH_INFO"])
    )
    if not is_plain or len(query) > LONGEST_QUERY or WILD_QUERY.search(query):
        return None
    return (
        environ["PATH_INFO"],
        normalised(query, known_words),
        environ.get("HTTP_HOST"),
        environ["wsgi.url_scheme"],
        scheme,
        accepts_gzip(environ),
    )


def is_without_account(cookies: str) -> bool:
    return not cookies or HARMLESS_COOKIE.fullmatch(cookies) is not None


def may_be_kept(environ, status, headers) -> bool:
    """Whether an answer is a public page, whole and for everybody."""
    named = {name.lower(): value for name, value in headers}
    return (
        environ[IS_PUBLIC]
        and environ["REQUEST_METHOD"] == "GET"
        and status.startswith(f"{HTTPStatus.OK.value} ")
        and named.get("content-type", "").startswith(KINDS)
        and "content-encoding" not in named
        and "set-cookie" not in named
        and "no-store" not in named.get("cache-control", "")
    )


def page_of(content, standing, *, headers, is_packed) -> Page:
    """An answer in the form a visitor asks for; each form has a tag of its own."""
    headers = [each for each in headers if each[0].lower() not in OWN_OF_AN_ANSWER]
    tag = sha256(content).hexdigest()[:32]
    if not is_packed:
        return Page(standing, content, f'"{tag}"', headers)
    headers.append(("Content-Encoding", "gzip"))
    # The same bytes from every process, so that a tag holds for all of them.
    packed = gzip.compress(content, 6, mtime=0)
    return Page(standing, packed, f'"{tag}-gzip"', headers)


def accepts_gzip(environ) -> bool:
    accepted = environ.get("HTTP_ACCEPT_ENCODING", "")
    return "gzip" in accepted and "gzip;q=0" not in accepted.replace(" ", "")


def tags_of(environ) -> set[str]:
    """The tags of pages the visitor has; a proxy may have marked them as weak."""
    sent = environ.get("HTTP_IF_NONE_MATCH", "")
    return (
        {tag.strip().removeprefix("W/") for tag in sent.split(",")} if sent else set()
    )


def is_not_of_the_body(header) -> bool:
    return header[0].lower() not in ABOUT_THE_BODY
