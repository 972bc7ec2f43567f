"""Codes that open a page without an account, and numbers that nobody can guess."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache

# Without 0, 1, I, O and L, which people misread on paper; 22 of them hold 108 bits.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 22


def new_code() -> str:
    """A code that stands in a link or below a QR code, and is never given twice."""
    return get_random_string(LENGTH, ALPHABET)


def opened_by_link(view):
    """Open a page to whoever has its code; nothing else learns the code."""

    @login_not_required
    @never_cache
    @wraps(view)
    def page(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        # With "no-referrer" browsers send forms with the origin "null", which the
        # check of forms refuses; this sends the host alone, never the code.
        response["Referrer-Policy"] = "strict-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return page
