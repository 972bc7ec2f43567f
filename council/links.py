"""Codes that open a page without an account, and numbers that nobody can guess."""

from django.utils.crypto import get_random_string

# Without 0, 1, I, O and L, which people misread on paper; 22 of them hold 108 bits.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 22


def new_code() -> str:
    """A code that stands in a link or below a QR code, and is never given twice."""
    return get_random_string(LENGTH, ALPHABET)
