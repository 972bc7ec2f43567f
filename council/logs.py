"""One line per event, so that a forged line break in an address stays in its own."""

import logging
import re
import secrets
from contextvars import ContextVar

_request_id = ContextVar("request_id", default="-")


def start_request() -> str:
    """Give the running request a number that its log lines and error page share."""
    number = secrets.token_hex(6)
    _request_id.set(number)
    return number


def current_request_id() -> str:
    return _request_id.get()


# What follows these words in an address opens a page without an account.
SECRET = re.compile(
    r"(/(?:tawaran|kabar|umpan-balik|bantu|hadir|mengajar|undangan-mengajar|verifikasi)/)"
    r"[^/\s]+"
)


class LineFormatter(logging.Formatter):
    """Write every record on a single line, exceptions aside, and no secret code."""

    def __init__(self):
        super().__init__(
            "%(asctime)s %(levelname)s %(request_id)s %(name)s %(message)s"
        )

    def formatMessage(self, record):
        record.request_id = current_request_id()
        line = super().formatMessage(record)
        line = SECRET.sub(r"\1…", line)
        return line.replace("\r", "\\r").replace("\n", "\\n")
