"""
Words as the search compares them: plain letters, stems, and how far apart two are.

A page and a question go through the same functions, so that *menenun* finds
*tenunan* and *pengrajin* finds *perajin*.
"""

import re
import unicodedata
from functools import lru_cache

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

LONGEST = 40
# They stand on every page and tell nothing about any.
STOP_WORDS = {
    *("dan", "yang", "untuk", "dari", "di", "ke", "dengan", "pada", "atau", "oleh"),
    *("dalam", "the", "and", "of", "for", "from", "in", "with", "by", "or", "to"),
    *("a", "an"),
}
# Spellings that sound alike in Indonesian, the old ones (before 1972) included.
SOUNDS = [
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("sj", "s"),
    ("sy", "s"),
    ("kh", "k"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "p"),
    ("f", "p"),
    ("v", "p"),
    ("q", "k"),
    ("z", "s"),
    ("y", "i"),
]
WORD = re.compile(r"[^\W_]+")
# Every affix that the stemmer takes away; it looks a millisecond for them in vain.
MADE_OF_ANOTHER = re.compile(
    "^(di|ke|se|be|te|me|pe|er|ku|kau)"
    "|^[bcdfghjklmnpqrstvwxyz](el|em|er|in)[aiueo]"
    "|(lah|kah|tah|pun|ku|mu|nya|is|isme|isasi|i|kan|an)$"
)
_stemmer = StemmerFactory().create_stemmer()


def words_of(text: str) -> list[str]:
    """The words of a text in small letters without accents, in their order."""
    return [word[:LONGEST] for word in WORD.findall(plain(text or "").lower())]


def plain(text: str) -> str:
    """Letters without their accents; most texts have none."""
    if text.isascii():
        return text
    signs = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word a longer one is made of: *tenun* of *menenun* and *tenunan*."""
    is_made = word.isascii() and word.isalpha() and MADE_OF_ANOTHER.search(word)
    return _stemmer.stem(word) if is_made else word


def telling(words: list[str]) -> list[str]:
    """The words without those that stand everywhere, unless nothing else is left."""
    return [word for word in words if word not in STOP_WORDS] or words


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """How a word sounds: one spelling for letters said alike, none doubled."""
    for spelling, letter in SOUNDS:
        word = word.replace(spelling, letter)
    return re.sub(r"(.)\1+", r"\1", word)


def slips_between(typed: str, meant: str) -> int:
    """
    How many slips of the finger part two words.

    A letter too many, too few, wrong, or two letters turned around.
    """
    before, row = [], list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(meant, 1):
            slips = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            is_turned = i > 1 and j > 1 and letter == meant[j - 2]
            if is_turned and typed[i - 2] == wanted:
                slips = min(slips, last[j - 2] + 1)
            row.append(slips)
    return row[-1]


def distance(typed: str, meant: str) -> float | None:
    """
    How far what was typed lies from a word; None when it is another word.

    The beginning of a longer word is near it: people stop typing early.
    """
    if len(typed) > 2 and meant.startswith(typed):
        return 0.5
    slips = slips_between(sound(typed), sound(meant))
    allowed = (
        0 if len(typed) < 3 else 1 if len(typed) < 5 else 2 if len(typed) < 8 else 3
    )
    if slips > allowed or slips * 2 >= len(meant):
        return None
    # Fingers slip less at the first letter.
    return slips + 0.25 * (typed[0] != meant[0])


def nearest(typed: str, known: dict[str, bool]) -> list[str]:
    """
    The known words a typed one stands for: the nearest, and those as near.

    Of two words the one that stands in a name is meant.
    """
    near = [(distance(typed, word), in_name, word) for word, in_name in known.items()]
    near = [
        (far + 0.4 * (not in_name), word)
        for far, in_name, word in near
        if far is not None
    ]
    least = min(near, default=(0, ""))[0]
    words = [word for far, word in near if far == least]
    return sorted(words, key=lambda word: (slips_between(typed, word), word))


def likest(typed: str, known: dict[str, bool]) -> list[str]:
    """A few words of names that look a little like one that stands for nothing."""
    named = [word for word, in_name in known.items() if in_name]
    near = sorted((slips_between(typed, word), word) for word in named)
    return [word for slips, word in near if slips * 2 <= len(typed) + 2][:3]
