"""
Numbers beside the filters of the large lists, kept instead of counted.

Each public page gives answers such as `kriya=songket`. Kept are the numbers of
each answer in the whole list and beside each other answer: what a visitor sees
before choosing and after the first choice. From the second on, and beside words,
they are counted from bits that say which pages give an answer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations_with_replacement

from django.db import connection, transaction

from .bits import PER_PART, WORDS, as_value, place_of
from .models import KeptBits, KeptCount, SearchEntry
from .sheets import Sheet, take_time

BATCH = 500
ALL = "*"

Key = tuple[str, str, str, str]


def keys_of(kind: str, answers: Iterable[str]) -> list[Key]:
    """All numbers in which a page with these answers is counted."""
    answers = sorted(set(answers))
    return [
        (kind, given, question, answer)
        for given in ["", *answers]
        for question, answer in sets_of(answers)
    ]


def sets_of(answers: Iterable[str]) -> list[tuple[str, str]]:
    """Every set of pages that a page with these answers is in."""
    return [(ALL, ""), *(tuple(each.split("=", 1)) for each in answers)]


class Changes:
    """What pages that came, went or changed add to what is kept."""

    def __init__(self, kind: str):
        self.kind, self.numbers, self.bits = kind, Counter(), defaultdict(int)

    def note(self, page: int, before: str | None, after: str | None) -> None:
        """A page gave the answers before and gives others now; None: no such page."""
        if before == after:
            return
        for text, step in ((before, -1), (after, 1)):
            if text is not None:
                for key in keys_of(self.kind, text.split()):
                    self.numbers[key] += step
                self.turn(page, text)

    def turn(self, page: int, answers: str) -> None:
        """Turn the page's bit in each of its sets; turned twice, it is as before."""
        part, bit = place_of(page)
        for pair in sets_of(answers.split()):
            self.bits[(self.kind, part, *pair)] ^= bit

    def write(self) -> None:
        """Add all to what is kept, in one order, so that two writers queue."""
        write(ADD, [(*key, step) for key, step in self.numbers.items() if step])
        bits = {key: bits for key, bits in self.bits.items() if bits}
        write(TURN, [(*key, as_value(bits[key])) for key in bits])
        self.numbers.clear()
        self.bits.clear()


def write(statement: str, rows: list[tuple]) -> None:
    words = WORDS[connection.vendor]
    turned = words.turned.format("council_keptbits.bits", "excluded.bits")
    rows.sort()
    with connection.cursor() as cursor:
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            values = ", ".join(["(%s, %s, %s, %s, %s)"] * len(batch))
            sql = statement.format(values=values, turned=turned)
            cursor.execute(sql, [value for row in batch for value in row])


ADD = """
INSERT INTO council_keptcount (kind, given, question, answer, number) VALUES {values}
ON CONFLICT (kind, given, question, answer)
DO UPDATE SET number = council_keptcount.number + excluded.number
"""
TURN = """
INSERT INTO council_keptbits (kind, part, question, answer, bits) VALUES {values}
ON CONFLICT (kind, question, answer, part) DO UPDATE SET bits = {turned}
"""


@transaction.atomic
def recount(kind: str) -> None:
    """Keep all answers anew from the entries."""
    take_time()
    forget(kind)
    changes = Changes(kind)
    entries = SearchEntry.objects.filter(kind=kind).order_by()
    for page, answers in entries.values_list("object_id", "answers").iterator():
        changes.turn(page, answers)
    numbers = [(*key, number) for key, number in numbers_in(changes.bits).items()]
    bits = [(*key, as_value(those)) for key, those in sorted(changes.bits.items())]
    Sheet(KeptCount, "kind", "given", "question", "answer", "number").write(numbers)
    Sheet(KeptBits, "kind", "part", "question", "answer", "bits").write(bits)


def numbers_in(bits: dict[tuple, int]) -> dict[Key, int]:
    """How many pages every two sets share."""
    whole = defaultdict(int)
    for (kind, part, question, answer), those in bits.items():
        whole[kind, question, answer] |= those << part * PER_PART
    numbers = {}
    for one, other in combinations_with_replacement(whole, 2):
        if number := (whole[one] & whole[other]).bit_count():
            numbers[key_of(one, other)] = numbers[key_of(other, one)] = number
    return numbers


def key_of(given: tuple, counted: tuple) -> Key:
    kind, question, answer = given
    return (kind, "" if question == ALL else f"{question}={answer}", *counted[1:])


def forget(kind: str) -> None:
    """Before everything of a kind is counted anew; whoever counts now waits."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK council_keptcount IN SHARE ROW EXCLUSIVE MODE")
    for model in (KeptCount, KeptBits):
        rows = model.objects.filter(kind=kind)
        rows._raw_delete(rows.db)
