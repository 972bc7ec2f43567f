"""Sends text to a phone through the HTTP gateway that PHONE_GATEWAY_URL names."""

import http.client
import sys
from urllib.parse import urlencode, urlsplit

from django.conf import settings

SECONDS = 10
# The gateway understood and will never take this message.
FINAL = {400, 404, 410, 422}


class GatewayRefused(Exception):
    """The gateway did not take the message. Holds no personal data."""

    def __init__(self, reason: str, *, for_good: bool = False):
        super().__init__(reason)
        self.for_good = for_good


def send(number: str, text: str) -> None:
    """Hand one message to the gateway, or print it where none is set."""
    gateway = urlsplit(settings.PHONE_GATEWAY_URL)
    if gateway.scheme == "console":
        print_message(number, text)
        return
    status = post(gateway, {"to": number, "text": text})
    if not 200 <= status < 300:
        raise GatewayRefused(f"gateway answered {status}", for_good=status in FINAL)


def print_message(number, text):
    """Show the message in the terminal of somebody who tries the portal out."""
    if not settings.DEBUG:
        raise GatewayRefused("PHONE_GATEWAY_URL is not set")
    sys.stdout.write(f"Pesan ke {number}:\n{text}\n")
    sys.stdout.flush()


def post(gateway, fields) -> int:
    """Post a form to the gateway and give its status; redirects are not followed."""
    kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
    connection = kinds[gateway.scheme](gateway.hostname, gateway.port, timeout=SECONDS)
    path = gateway.path or "/"
    target = f"{path}?{gateway.query}" if gateway.query else path
    try:
        connection.request(
            "POST",
            target,
            urlencode(fields).encode(),
            {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"},
        )
        return connection.getresponse().status
    finally:
        connection.close()
