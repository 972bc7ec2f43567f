"""
Numbers beside several answers at once, counted from bits.

The bits of all that was chosen are laid over each other, and then over those of each
answer. That costs the same however many pages fit: 125 KB an answer for a million.
"""

from dataclasses import dataclass

from django.db import connection
from django.db.models import F, QuerySet

from .bits import PER_PART, WORDS
from .kept_counts import ALL
from .models import KeptCount


@dataclass(frozen=True)
class Chosen:
    """What narrows a list: answers that are kept, and what else leaves some rows."""

    kind: str
    answers: dict[str, str]
    rows: QuerySet | None = None

    @property
    def is_kept(self) -> bool:
        """Whether the numbers beside it need not be counted."""
        return len(self.answers) < 2 and self.rows is None

    def numbers(self, question: str):
        """How many pages give each answer beside it, as kept."""
        given = "".join(f"{name}={answer}" for name, answer in self.answers.items())
        return KeptCount.objects.numbers(self.kind, question, given)

    def bits(self) -> tuple[str, list]:
        """The pages that fit all of it, part by part."""
        answers = self.answers or {ALL: ""}
        sets = [OF_ANSWER] * len(answers)
        if self.rows is not None:
            sets.append("SELECT part, bits FROM asked")
        common = WORDS[connection.vendor].common.format("bits")
        sql = COMMON.format(
            common=common, sets=" UNION ALL ".join(sets), number=len(sets)
        )
        return sql, [each for pair in answers.items() for each in (self.kind, *pair)]


OF_ANSWER = """
SELECT part, bits FROM council_keptbits
WHERE kind = %s AND question = %s AND answer = %s
"""
COMMON = """
SELECT part, {common} AS bits FROM ({sets}) AS chosen
GROUP BY part HAVING COUNT(*) = {number}
"""


def bits_of(rows: QuerySet) -> tuple[str, list]:
    """The pages of some rows, part by part."""
    pages = rows.order_by().annotate(page=F("pk")).values("page").query
    # Words that stand on no page leave no rows; that, too, is to be said.
    sql, params = pages.get_compiler(rows.db, elide_empty=False).as_sql()
    of_keys = WORDS[connection.vendor].of_keys.format("page")
    return OF_ROWS.format(per_part=PER_PART, of_keys=of_keys, rows=sql), list(params)


OF_ROWS = """
SELECT page / {per_part} AS part, {of_keys} AS bits FROM ({rows}) AS pages
GROUP BY page / {per_part}
"""


def counted(named: QuerySet, beside: dict[str, Chosen]) -> list[tuple]:
    """Named answers with their numbers, each question beside what was chosen."""
    rows = next(iter(beside.values())).rows
    tables = {"named": named.query.sql_with_params()}
    if rows is not None:
        tables["asked"] = bits_of(rows)
    counts = []
    for number, (chosen, questions) in enumerate(groups(beside)):
        tables[f"fitting_{number}"] = chosen.bits()
        counts.append(count(questions, chosen.kind, f"fitting_{number}"))
    tables["counted"] = (
        " UNION ALL ".join(sql for sql, _params in counts),
        [value for _sql, params in counts for value in params],
    )
    with_tables = ", ".join(
        f"{name} AS MATERIALIZED ({sql})" for name, (sql, _params) in tables.items()
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH {with_tables} {NAMED}",
            [value for _sql, params in tables.values() for value in params],
        )
        return cursor.fetchall()


NAMED = """
SELECT named.asked, named.answer, named.word, named.word_en, COALESCE(counted.number, 0)
FROM named LEFT JOIN counted
ON counted.question = named.asked AND counted.answer = named.answer
"""


def groups(beside: dict[str, Chosen]) -> list[tuple[Chosen, list[str]]]:
    """The questions that are counted beside the same answers, together."""
    found = {}
    for question, chosen in beside.items():
        found.setdefault(tuple(chosen.answers), (chosen, []))[1].append(question)
    return list(found.values())


def count(questions: list[str], kind: str, fitting: str) -> tuple[str, list]:
    """How many of the fitting pages give each answer to some questions."""
    shared = WORDS[connection.vendor].shared.format("given.bits", "fitting.bits")
    places = ", ".join(["%s"] * len(questions))
    sql = COUNT.format(shared=shared, fitting=fitting, questions=places)
    return sql, [kind, *questions]


COUNT = """
SELECT given.question, given.answer, SUM({shared}) AS number
FROM {fitting} AS fitting JOIN council_keptbits given ON given.part = fitting.part
WHERE given.kind = %s AND given.question IN ({questions})
GROUP BY given.question, given.answer
"""
