"""
What stands before every view: refuses what no honest browser sends, and turns a
lost database or a full disk into "try again" instead of an error.
"""

import codecs
import re
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_cache_control, patch_vary_headers

from council.error_pages import answer_to, error_page, page_not_found
from council.logs import start_request
from council.public_pages import IS_PUBLIC

MAX_BODY = 12 * 1024 * 1024
MAX_QUERY = 4096
MAX_COOKIES = 8192
MAX_PARAMETERS = 200
METHODS = {"GET", "HEAD", "POST", "OPTIONS"}

CONTROL = re.compile(rb"[\x00-\x1f\x7f]")
# A text area sends line breaks and tabs, by GET too.
CONTROL_IN_QUERY = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
PERSONAL_PATHS = re.compile(r"^/(en/)?(akun|saya|admin|berkas)(/|$)")

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), "
        "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
        "midi=(), payment=(), usb=()"
    ),
}


class InputGuard:
    """Refuse a request before any part of the portal reads its body."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        status = refused_as(request)
        return error_page(request, status) if status else self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        # PostgreSQL stores no NUL; a form says so, other code would fail.
        if request.method == "POST" and any(
            "\0" in text
            for name, values in request.POST.lists()
            for text in (name, *values)
        ):
            return error_page(request, 400)
        return None


def refused_as(request) -> int | None:
    """The status a request is refused with, or None for an honest one."""
    if request.method not in METHODS:
        return 405
    return (
        body_refused_as(request.META)
        or address_refused_as(request.META)
        or cookies_refused_as(request)
        or charset_refused_as(request)
    )


def body_refused_as(meta) -> int | None:
    length = meta.get("CONTENT_LENGTH") or ""
    if not length:
        return 411 if meta.get("HTTP_TRANSFER_ENCODING") else None
    if not re.fullmatch(r"[0-9]{1,20}", length):
        return 400
    return 413 if int(length) > MAX_BODY else None


def address_refused_as(meta) -> int | None:
    query = meta.get("QUERY_STRING", "")
    if len(query) > MAX_QUERY:
        return 414
    if query.count("&") >= MAX_PARAMETERS:
        return 400
    path = meta.get("PATH_INFO", "").encode("latin-1", "replace")
    is_odd = CONTROL.search(path) or CONTROL_IN_QUERY.search(
        unquote_to_bytes(query.encode("latin-1", "replace"))
    )
    return 400 if is_odd else None


def cookies_refused_as(request) -> int | None:
    sent = request.META.get("HTTP_COOKIE", "")
    if len(sent) > MAX_COOKIES:
        return 400
    # Parsed, because a quoted cookie hides a NUL as \000.
    texts = [sent, *request.COOKIES.values()]
    is_odd = any(CONTROL.search(text.encode("utf-8", "replace")) for text in texts)
    return 400 if is_odd else None


def charset_refused_as(request) -> int | None:
    """Forms of this portal are UTF-8; Python knows "encodings" that are no text."""
    charset = (request.content_params or {}).get("charset", "utf-8")
    try:
        is_utf8 = codecs.lookup(charset).name in {"utf-8", "ascii"}
    except (LookupError, ValueError):
        return 400
    return None if is_utf8 else 400


class SecurityHeaders:
    """Number the request and put the portal's headers on every answer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        number = start_request()
        response = self.get_response(request)
        response["X-Request-ID"] = number
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if is_personal(request, response):
            del response["Cache-Control"]
            patch_cache_control(response, no_store=True, private=True)
        return response


def is_personal(request, response) -> bool:
    """Whether an answer may hold something of one person, and so is kept nowhere."""
    if "immutable" in response.get("Cache-Control", ""):
        return False
    return (
        settings.SESSION_COOKIE_NAME in request.COOKIES
        or bool(response.cookies)
        or PERSONAL_PATHS.match(request.path_info) is not None
    )


class DatabaseErrors:
    """Answer 503 where the database or the disk is the cause, and 400 for bad input."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        return answer_to(exception, request)


class DesignedNotFound:
    """Show a missing page as it will be seen, where DEBUG would show Django's own."""

    def __init__(self, get_response):
        if not settings.DEBUG:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 404 and b"DEBUG = True" in response.content:
            return page_not_found(request)
        return response


class GZipText(GZipMiddleware):
    """Compress text; photos and documents are compressed already."""

    def process_response(self, request, response):
        kind = response.get("Content-Type", "")
        if not re.match(r"text/|application/(json|ld\+json|xml|javascript)", kind):
            return response
        if request.META.get(IS_PUBLIC):
            # The page cache packs it, in the same way for everybody.
            patch_vary_headers(response, ["Accept-Encoding"])
            return response
        return super().process_response(request, response)
