"""
Pages for what went wrong: they say what to do, and never fail themselves.

A page is drawn with the visitor's menu, or without it when that needs what is
broken, or as one bare sentence. Templates `<status>.html` get `status`,
`request_id` and, for 503, `reason`: "busy" or "storage".
"""

import errno
import logging
import sqlite3
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import DataError, IntegrityError, InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council.logs import current_request_id

log = logging.getLogger("council.errors")

SENTENCES = {
    400: gettext_lazy("This address or form cannot be read. Go back and try again."),
    403: gettext_lazy("This page is not open to you."),
    404: gettext_lazy("This page does not exist."),
    405: gettext_lazy("This page cannot be used in that way."),
    409: gettext_lazy("This was saved a moment ago. Go back and reload the page."),
    411: gettext_lazy("The size of the form is missing. Send it again."),
    413: gettext_lazy("The file is too large. Send at most 8 MB."),
    414: gettext_lazy("The address is too long."),
    429: gettext_lazy("Too many tries. Wait a few minutes and try again."),
    500: gettext_lazy("Something went wrong on our side. Try again shortly."),
    503: gettext_lazy("The portal is busy. Try again in a moment."),
}
# These must be drawn when the database, and so the visitor's menu, is gone.
WITHOUT_MENU = {500, 503}
STORAGE_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
# What SQLite says of a query too large for it; PostgreSQL calls it DataError.
INPUT_FOR_SQLITE = ("too large", "too many", "too complex", "too deep", "too big")


def error_page(request, status: int, **context) -> HttpResponse:
    """Draw the page of a status, in the language of the address."""
    path = getattr(request, "path_info", "/")
    language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
    context |= {"status": status, "request_id": current_request_id()}
    with translation.override(language):
        html = drawn(request, status, context)
    response = HttpResponse(html, status=status)
    response["Cache-Control"] = "no-store, private"
    return response


def drawn(request, status, context) -> str:
    names = [f"{status}.html", "400.html"] if status < 500 else [f"{status}.html"]
    requests = [None] if status in WITHOUT_MENU else [request, None]
    for shown_request in requests:
        try:
            return render_to_string(names, context, shown_request)
        except Exception as error:
            log.warning("page %s not drawn: %s", status, type(error).__name__)
    return format_html(
        '<!doctype html><html lang="{}"><title>{}</title><h1>{}</h1><p>{}</p></html>',
        translation.get_language(),
        status,
        SENTENCES[status],
        _("Report number: %(number)s") % {"number": context["request_id"]},
    )


def answer_to(error: BaseException, request) -> HttpResponse | None:
    """The page for an error that is not a fault of the program, or None."""
    if isinstance(error, OSError) and error.errno in STORAGE_FULL:
        log.error("storage is full: %s", errno.errorcode[error.errno])
        return busy(request, reason="storage", seconds=60)
    if is_bad_input(error):
        log.warning("input refused by the database: %s", type(error).__name__)
        return error_page(request, 400)
    if isinstance(error, IntegrityError):
        # Two people, or one old form: the other one's row was there first.
        log.warning("conflict refused by the database")
        return error_page(request, 409)
    if isinstance(error, OperationalError | InterfaceError):
        log.error("database not available: %s", first_line(error))
        return busy(request, reason="busy", seconds=5)
    return None


def is_bad_input(error) -> bool:
    """Whether the database refused what was typed, such as a year of 30 digits."""
    if isinstance(error, ValueError):
        return "NUL (0x00)" in str(error)
    if isinstance(error, OperationalError):
        is_sqlite = isinstance(error.__cause__, sqlite3.Error)
        return is_sqlite and any(words in str(error) for words in INPUT_FOR_SQLITE)
    return isinstance(error, DataError | OverflowError)


def first_line(error) -> str:
    """What the database said, without the rows and values it adds below."""
    return str(error).partition("\n")[0][:120]


def busy(request, *, reason: str, seconds: int) -> HttpResponse:
    response = error_page(request, 503, reason=reason)
    response["Retry-After"] = str(seconds)
    return response


def bad_request(request, exception=None):
    is_too_big = isinstance(exception, RequestDataTooBig)
    return error_page(request, 413 if is_too_big else 400)


def permission_denied(request, exception=None):
    return error_page(request, 403)


def page_not_found(request, exception=None):
    return error_page(request, 404)


def too_many_requests(request, exception=None):
    response = error_page(request, 429)
    response["Retry-After"] = "300"
    return response


def server_error(request):
    # Middleware, such as the session's, meets a lost database here.
    error = sys.exc_info()[1]
    answer = answer_to(error, request) if error else None
    return answer or error_page(request, 500)


def csrf_failure(request, reason=""):
    return error_page(request, 403, is_csrf=True)
