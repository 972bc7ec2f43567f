"""
Finding pages by words that people spell as they hear them.

`understand` makes of what was typed the words the portal knows: stems, words in
one or two pieces, and for a misspelt one its nearest neighbours. `find` ranks the
pages that hold them. The databases only propose, by their own indexes; what comes
first is decided here, so that it is the same on both.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.db import connection
from django.db.models import Case, F, Q, When
from django.utils import timezone

from .models import SearchEntry, SearchWord
from .models.search import HOLDS, in_fts5
from .search_kept import SEARCHED, key_of
from .search_terms import MAX_WORDS, capped
from .words import nearest, stem, telling, words_of

# How many pages of a group are looked at closer, and how many known words.
CANDIDATES = 60
NEIGHBOURS = 40
AS_NEAR = 4


@dataclass(frozen=True)
class Asked:
    """What a visitor typed, as the search understood it."""

    text: str
    typed: str = ""
    # For each word what it may stand for; a page must hold one or its stem.
    words: tuple[tuple[str, ...], ...] = ()
    # The words searched instead, where those typed stand on no page.
    instead: str = ""

    def everywhere(self, *, mark="", without=None) -> str:
        """That each word stands on the page; marked by 1: in its names."""
        parts = [
            " | ".join(f"'{mark}{form}'" for form in all_forms(meant))
            for number, meant in enumerate(self.words)
            if number != without
        ]
        return " & ".join(f"({part})" for part in parts)

    def nearly(self) -> str:
        """That all words but one stand on the page."""
        parts = [self.everywhere(without=each) for each in range(len(self.words))]
        return " | ".join(f"({part})" for part in parts)

    def anywhere(self) -> str:
        """That at least one word stands on the page."""
        forms = [form for meant in self.words for form in all_forms(meant)]
        return " | ".join(f"'{form}'" for form in forms)


def all_forms(meant: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(form for word in meant for form in forms_of(word)))


@dataclass(frozen=True)
class Fitting:
    """The order of a searched list: first those named so, then the newest."""

    kind: str
    asked: Asked
    # There is no place in it to begin at.
    value = None

    def sorted(self, rows):
        named = entries_holding(self.kind, self.asked.everywhere(mark="1"))
        is_named = Case(When(pk__in=named, then=1), default=0)
        newest = F("verified_at").desc(nulls_last=True)
        return rows.order_by(is_named.desc(), newest, "-pk")


def entries_holding(kind: str, wanted: str):
    """The records of a kind whose entries hold the words, as a subquery."""
    entries = SearchEntry.objects.shown().holding(f"'0{kind}' & {wanted}")
    return entries.values("object_id")


def whose_page_holds(rows, kind: str, asked: Asked):
    """Those rows of a list whose page holds every word that was asked for."""
    if not asked.typed:
        return rows
    if not asked.words:
        return rows.none()
    return rows.filter(pk__in=entries_holding(kind, asked.everywhere()))


def understand(text: str) -> Asked:
    """Read what was typed; at most two queries."""
    typed = capped(text)
    words = telling(words_of(typed))[:MAX_WORDS]
    if not words:
        return Asked(text, typed)
    known = known_forms(words)
    words = in_one_piece(words, known)
    strange = [word for word in words if known.isdisjoint(forms_of(word))]
    neighbours = neighbours_of(strange) if strange else {}
    meant = {
        word: tuple(neighbours.get(word, [])[:AS_NEAR]) if word in strange else (word,)
        for word in words
    }
    found = [meant[word] for word in words if meant[word]]
    instead = " ".join(each[0] for each in found) if strange else ""
    return Asked(text, typed, tuple(found), instead)


def forms_of(word: str) -> tuple[str, str]:
    return (word, stem(word))


def known_forms(words: list[str]) -> set[str]:
    """Which of the words, their stems and their neighbours joined stand on a page."""
    joined = [first + second for first, second in pairwise(words)]
    stems = [stem(word) for word in words]
    known = SearchWord.objects.filter(Q(word__in=words + joined) | Q(stem__in=stems))
    return {form for pair in known.values_list("word", "stem") for form in pair}


def in_one_piece(words: list[str], known: set[str]) -> list[str]:
    """Join two words of which one is strange where the portal writes them as one."""
    joined, rest = [], list(words)
    while rest:
        word = rest.pop(0)
        pair = word + rest[0] if rest else ""
        is_strange = rest and (word not in known or rest[0] not in known)
        if is_strange and pair in known:
            word, rest = pair, rest[1:]
        joined.append(word)
    return joined


def neighbours_of(strange: list[str]) -> dict[str, list[str]]:
    """For each misspelt word the known words it may stand for, in one query."""
    letters = [word for word in dict.fromkeys(strange) if not word.isdigit()]
    if not letters:
        return {}
    part, params = NEAREST[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join([part] * len(letters)),
            [value for word in letters for value in params(word)],
        )
        rows = cursor.fetchall()
    return {
        word: nearest(word, [known for typed, known in rows if typed == word])
        for word in letters
    }


def trigrams(word: str) -> str:
    """Three letters at a time, with the word's beginning and end, for FTS5."""
    padded = f"  {word} "
    return " OR ".join(f'"{padded[i : i + 3]}"' for i in range(len(padded) - 2))


NEAREST = {
    "postgresql": (
        "(SELECT %s::text, word FROM council_searchword"
        f" ORDER BY word <-> %s LIMIT {NEIGHBOURS})",
        lambda word: [word, word],
    ),
    "sqlite": (
        "SELECT * FROM (SELECT %s, known.word FROM council_searchword_fts AS near"
        " JOIN council_searchword AS known ON known.id = near.rowid"
        " WHERE council_searchword_fts MATCH %s"
        f" ORDER BY near.rank LIMIT {NEIGHBOURS})",
        lambda word: [word, trigrams(word)],
    ),
}


def find(asked: Asked) -> list[SearchEntry]:
    """
    The pages that hold every word, best first; else those that hold most words.

    Each group of kinds proposes a bounded number, so that the hundredth thousand
    of products costs what the first did.
    """
    if not asked.words:
        return []
    found = candidates([asked.everywhere(mark="1"), asked.everywhere()], asked)
    if not found and len(asked.words) > 1:
        found = candidates([asked.nearly(), asked.anywhere()], asked)
    return ranked(found, asked)


def candidates(conditions: Iterable[str], asked: Asked) -> list[SearchEntry]:
    groups = sorted({searched.group for searched in SEARCHED.values()})
    wanted = [f"'0{group}' & ({each})" for group in groups for each in conditions]
    sql, params = proposals(wanted, key_of(" ".join(meant[0] for meant in asked.words)))
    return list(SearchEntry.objects.raw(sql, params))


def proposals(wanted: list[str], key: str) -> tuple[str, list]:
    """One statement for all conditions: some pages of each, and those of that name."""
    now, is_sqlite = timezone.now(), connection.vendor == "sqlite"
    holds = HOLDS[connection.vendor].format(key="id", document="document")
    entries = "SELECT id FROM council_searchentry WHERE"
    part = (
        f"SELECT * FROM ({entries} {holds} AND shown_at <= %s LIMIT {CANDIDATES}) AS a"
    )
    named = (
        f"SELECT * FROM ({entries} key = %s AND shown_at <= %s LIMIT {CANDIDATES}) AS a"
    )
    union = " UNION ".join([part] * len(wanted) + [named])
    params = []
    for condition in wanted:
        params += [in_fts5(condition) if is_sqlite else condition, now]
    return f"SELECT * FROM council_searchentry WHERE id IN ({union})", [
        *params,
        key,
        now,
    ]


def ranked(entries: list[SearchEntry], asked: Asked) -> list[SearchEntry]:
    """Best first; of equals the kind declared first, then the newest."""
    kinds, scored = list(SEARCHED), []
    for entry in entries:
        score = score_of(entry, asked)
        if entry.kind in kinds:
            order = (-score, kinds.index(entry.kind), -entry.shown_at.timestamp())
            scored.append((*order, entry.name, entry.pk, entry))
    return [each[-1] for each in sorted(scored)]


def score_of(entry, asked) -> float:
    """How well a page fits: where its words stand, and how much else its name says."""
    held = set(entry.document.split())
    forms = {form for meant in asked.words for form in all_forms(meant)}
    worth = sum(worth_of(meant, held) for meant in asked.words) / len(asked.words)
    covered = max(share_of(name, forms) for name in (entry.name, entry.name_en))
    called = words_of(SEARCHED[entry.kind].called)
    is_asked_for = any(word in called for meant in asked.words for word in meant)
    return round(2 * worth + covered + is_asked_for, 3)


def worth_of(meant, held) -> float:
    """Whether a word stands in the names or elsewhere, as it is or by its stem."""
    stems = [stem(word) for word in meant]
    for worth, mark, forms in [(1, "1", meant), (0.8, "1", stems), (0.4, "", meant)]:
        if any(f"{mark}{form}" in held for form in forms):
            return worth
    return 0.3 if any(form in held for form in stems) else 0


def share_of(name: str, forms: set[str]) -> float:
    """Which part of a name was asked for: all of it, or one word of five."""
    words = telling(words_of(name))
    asked_for = [word for word in words if word in forms or stem(word) in forms]
    return len(asked_for) / len(words) if words else 0
