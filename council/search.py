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
from django.db.models import Case, When
from django.utils import timezone

from .kept_pieces import kept
from .long_lists import Order
from .models import SearchEntry
from .models.search import HOLDS, in_fts5
from .search_kept import SEARCHED, key_of
from .search_terms import MAX_WORDS, capped
from .words import likest, nearest, stem, telling, words_of

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
    # Known words a little like those that stand for nothing.
    near: tuple[str, ...] = ()

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
    """The order of a searched list: first those named so, then as without words."""

    kind: str
    asked: Asked
    otherwise: Order
    # There is no place in it to begin at.
    value = None

    def sorted(self, rows):
        named = entries_holding(self.kind, self.asked.everywhere(mark="1"))
        is_named = Case(When(pk__in=named, then=1), default=0)
        rows = self.otherwise.sorted(rows)
        return rows.order_by(is_named.desc(), *rows.query.order_by)


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
    """Read what was typed, with one query; what it says is kept for a while."""
    typed = capped(text)
    words = telling(words_of(typed))[:MAX_WORDS]
    if not words:
        return Asked(text, typed)
    known, neighbours = kept(("words", *words), lambda: looked_up(words))
    words = in_one_piece(words, known)
    strange = [word for word in words if known.isdisjoint(forms_of(word))]
    meant = {word: (word,) for word in words}
    meant |= {
        word: tuple(nearest(word, neighbours.get(word, {})))[:AS_NEAR]
        for word in strange
    }
    found = [meant[word] for word in words if meant[word]]
    return Asked(
        text,
        typed,
        tuple(found),
        instead=" ".join(each[0] for each in found) if strange else "",
        near=tuple(
            known
            for word in strange
            if not meant[word]
            for known in likest(word, neighbours.get(word, {}))
        ),
    )


def forms_of(word: str) -> tuple[str, str]:
    return (word, stem(word))


def looked_up(words: list[str]) -> tuple[set[str], dict[str, dict[str, bool]]]:
    """
    Which of the words, their stems and their neighbours joined stand on a page.

    For each that stands on none also the known words near it, and whether they
    stand in names. The database looks for these only then, and at once.
    """
    known, neighbours = set(), {}
    with connection.cursor() as cursor:
        cursor.execute(*look_up(words))
        for typed, word, its_stem, in_name in cursor.fetchall():
            if typed:
                neighbours.setdefault(typed, {})[word] = bool(in_name)
            else:
                known |= {word, its_stem}
    return known, neighbours


def look_up(words: list[str]) -> tuple[str, list]:
    """The statement behind it: the known words, then those near each strange one."""
    joined = [first + second for first, second in pairwise(words)]
    stems = [stem(word) for word in words]
    letters = [word for word in dict.fromkeys(words) if not word.isdigit()]
    part, near = NEAREST[connection.vendor]
    part = part.format(is_strange=IS_STRANGE)
    sql = KNOWN.format(words=places(words + joined), stems=places(stems))
    params = [*words, *joined, *stems]
    for word in letters:
        params += [word, *forms_of(word), *forms_of(word), *near(word)]
    return " UNION ALL ".join([sql, *[part] * len(letters)]), params


def places(values) -> str:
    return ", ".join(["%s"] * len(values))


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


def trigrams(word: str) -> str:
    """Three letters at a time, with the word's beginning and end, for FTS5."""
    padded = f"  {word} "
    return " OR ".join(f'"{padded[i : i + 3]}"' for i in range(len(padded) - 2))


KNOWN = """
WITH known AS (
    SELECT word, stem, is_name FROM council_searchword
    WHERE word IN ({words}) OR stem IN ({stems})
)
SELECT '' AS typed, word, stem, is_name FROM known
"""
# Decided once, before any neighbour is looked for.
IS_STRANGE = (
    "NOT EXISTS (SELECT 1 FROM known WHERE word IN (%s, %s) OR stem IN (%s, %s))"
)
NEAREST = {
    "postgresql": (
        "(SELECT %s::text, word, stem, is_name FROM council_searchword"
        " WHERE {is_strange} ORDER BY word <-> %s LIMIT %s)",
        lambda word: [word, NEIGHBOURS],
    ),
    "sqlite": (
        "SELECT * FROM (SELECT %s, near.word, near.stem, near.is_name"
        " FROM council_searchword_fts AS found"
        " JOIN council_searchword AS near ON near.id = found.rowid"
        " WHERE {is_strange} AND council_searchword_fts MATCH %s"
        " ORDER BY found.rank LIMIT %s)",
        lambda word: [trigrams(word), NEIGHBOURS],
    ),
}


@dataclass(frozen=True)
class Found:
    """The pages that fit, best first, and whether they hold every word."""

    entries: list[SearchEntry]
    is_complete: bool = True


def find(asked: Asked) -> Found:
    """
    The pages that hold every word, best first; else those that hold most words.

    Each group of kinds proposes a bounded number, so that the hundredth thousand
    of products costs what the first did.
    """
    if not asked.words:
        return Found([])
    found = candidates([asked.everywhere(mark="1"), asked.everywhere()], asked)
    if found or len(asked.words) == 1:
        return Found(ranked(found, asked))
    found = candidates([asked.nearly(), asked.anywhere()], asked)
    return Found(ranked(found, asked), is_complete=False)


def candidates(conditions: list[str], asked: Asked) -> list[SearchEntry]:
    sql, params = proposals(conditions, asked)
    return list(SearchEntry.objects.raw(sql, params))


def proposals(conditions: list[str], asked: Asked) -> tuple[str, list]:
    """One statement: some pages of each group and condition, and those so named."""
    now, vendor = timezone.now(), connection.vendor
    groups = sorted({searched.group for searched in SEARCHED.values()})
    wanted = [f"'0{group}' & ({each})" for group in groups for each in conditions]
    if vendor == "sqlite":
        wanted = [in_fts5(each) for each in wanted]
    holds = HOLDS[vendor].format(key="id", document="document")
    parts = [PROPOSED.format(condition=holds)] * len(wanted)
    parts.append(PROPOSED.format(condition="key = %s"))
    named = key_of(" ".join(meant[0] for meant in asked.words))
    params = [each for text in [*wanted, named] for each in (text, now, CANDIDATES)]
    return PICKED.format(parts=" UNION ".join(parts)), params


PICKED = "SELECT * FROM council_searchentry WHERE id IN ({parts})"
PROPOSED = (
    "SELECT * FROM (SELECT id FROM council_searchentry"
    " WHERE {condition} AND shown_at <= %s LIMIT %s) AS proposed"
)


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
    called = words_of(SEARCHED[entry.kind].called)
    covered = max(share_of(name, forms, called) for name in (entry.name, entry.name_en))
    is_asked_for = any(word in called for meant in asked.words for word in meant)
    return round(2 * worth + covered + is_asked_for, 3)


def worth_of(meant, held) -> float:
    """Whether a word stands in the names or elsewhere, as it is or by its stem."""
    stems = [stem(word) for word in meant]
    for worth, mark, forms in [(1, "1", meant), (0.8, "1", stems), (0.4, "", meant)]:
        if any(f"{mark}{form}" in held for form in forms):
            return worth
    return 0.3 if any(form in held for form in stems) else 0


def share_of(name: str, forms: set[str], called: list[str]) -> float:
    """
    Which part of a name was asked for: all of it, or one word of five.

    What every page of its kind is called says nothing about this one.
    """
    words = [word for word in telling(words_of(name)) if word not in called]
    asked_for = [word for word in words if word in forms or stem(word) in forms]
    return len(asked_for) / len(words) if words else 0
