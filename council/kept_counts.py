"""
Numbers beside the filters of the large lists, kept instead of counted.

Each public page gives answers such as `kriya=songket`. Kept are the numbers of
each answer in the whole list and beside each other answer: what a visitor sees
before choosing and after the first choice. From the second on they are counted.
"""

from collections import Counter
from collections.abc import Iterable

from django.db import connection

from .models import KeptCount

BATCH = 500
ALL = "*"

Key = tuple[str, str, str, str]


def keys_of(kind: str, answers: Iterable[str]) -> list[Key]:
    """All numbers in which a page with these answers is counted."""
    answers = sorted(set(answers))
    pairs = [tuple(each.split("=", 1)) for each in answers]
    return [
        (kind, given, question, answer)
        for given in ["", *answers]
        for question, answer in [(ALL, ""), *pairs]
    ]


class Changes:
    """What pages that came, went or changed add to the numbers."""

    def __init__(self, kind: str):
        self.kind, self.numbers = kind, Counter()

    def note(self, before: str | None, after: str | None) -> None:
        """A page gave the answers before and gives others now; None: no such page."""
        if before == after:
            return
        for text, step in ((before, -1), (after, 1)):
            if text is not None:
                for key in keys_of(self.kind, text.split()):
                    self.numbers[key] += step

    def write(self) -> None:
        """Add all to the kept numbers, in one order, so that two writers queue."""
        rows = sorted((*key, step) for key, step in self.numbers.items() if step)
        with connection.cursor() as cursor:
            for start in range(0, len(rows), BATCH):
                batch = rows[start : start + BATCH]
                values = ", ".join(["(%s, %s, %s, %s, %s)"] * len(batch))
                params = [value for row in batch for value in row]
                cursor.execute(f"{ADD[0]} {values} {ADD[1]}", params)
        self.numbers.clear()


ADD = (
    "INSERT INTO council_keptcount (kind, given, question, answer, number) VALUES",
    "ON CONFLICT (kind, given, question, answer)"
    " DO UPDATE SET number = council_keptcount.number + excluded.number",
)


def is_kept(number_of_choices: int) -> bool:
    """Whether numbers after so many choices are kept."""
    return number_of_choices < 2


def forget(kind: str) -> None:
    """Before everything of a kind is counted anew; whoever counts now waits."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK council_keptcount IN SHARE ROW EXCLUSIVE MODE")
    KeptCount.objects.filter(kind=kind).delete()
