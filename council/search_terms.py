"""What people search for: a few words, never a thousand."""

import unicodedata

MAX_LENGTH = 100
MAX_WORDS = 8


def search_words(text: str) -> list[str]:
    """The words of a search, at most eight and together at most 100 letters."""
    text = unicodedata.normalize("NFKC", (text or "")[: MAX_LENGTH * 4])
    shown = "".join(
        " " if unicodedata.category(sign).startswith("C") else sign for sign in text
    )
    return shown[:MAX_LENGTH].split()[:MAX_WORDS]


def capped(text: str) -> str:
    """The search as one text, fit to be shown again and given to the database."""
    return " ".join(search_words(text))
