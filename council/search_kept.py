"""
What the search knows, kept beside the pages it leads to.

Each room declares its kinds of pages (`Searched`). An entry is written in the
transaction that changes its page or a name that stands on it: a craft, a place,
another spelling. Rows written in bulk tell it with `written_in_bulk()`;
`manage.py search` writes everything anew.
"""

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from django.db import connection, models, transaction
from django.utils import translation

from .kept_counts import Changes, recount
from .models import SearchEntry, SearchWord
from .models.search import ENTRY_INDEX, INDEX_ENTRIES
from .place_names import name_places
from .sheets import Sheet, take_time
from .words import STOP_WORDS, stem, telling, words_of

BATCH = 1000
# A long story would be found by everything.
MOST_WORDS_OF_TEXT = 120
FIELDS = [
    each.name
    for each in SearchEntry._meta.local_fields
    if each.name not in {"id", "kind", "object_id"}
]
COLUMNS = ("kind", "object_id", *FIELDS)
columns_of = attrgetter(*COLUMNS)


@dataclass(frozen=True)
class Page:
    """What one page says of itself to the search."""

    slug: str
    name: str
    shown_at: datetime
    name_en: str = ""
    # Other names it is looked for by, and what else is true of it.
    also: Iterable[str] = ()
    facts: Iterable[str] = ()
    text: str = ""
    place: str = ""
    place_en: str = ""
    family: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    is_example: bool = False


@dataclass(frozen=True)
class Searched:
    """A kind of page that can be found."""

    kind: str
    model: type[models.Model]
    title: str
    # What people call such pages, in both languages.
    called: str
    # The list of all such pages, and the address of one by its slug.
    list_name: str
    address: Callable[[str], str]
    # The rows that are public, now or from their moment on, and what each says.
    rows: Callable[[], models.QuerySet]
    page: Callable[[models.Model], Page]
    # Where a row keeps the regions whose names stand on its page.
    places: tuple[str, ...] = ()
    # Whose change changes which rows, as a condition on them.
    causes: dict[type, Callable[[models.Model], models.Q]] = field(default_factory=dict)
    # Those that matter from their first day. The others are pointed to by a row: a
    # craft that was just made stands on no page yet.
    new_causes: frozenset[type] = frozenset()
    # What rows answer to the filters of their list, by their keys.
    answers: Callable[[dict], dict[int, str]] | None = None
    # Kinds with so many pages that they would crowd out the others.
    is_many: bool = False
    # Whether the list of all such pages takes words too.
    has_search: bool = True

    def entry(self, row, answers="") -> SearchEntry:
        page = self.page(row)
        kept = {name: getattr(page, name) for name in FIELDS if hasattr(page, name)}
        return SearchEntry(
            kind=self.kind,
            object_id=row.pk,
            key=key_of(page.name),
            document=self.document(page),
            answers=answers,
            **kept,
        )

    def document(self, page) -> str:
        """Every word with its stem; those of the names once more, marked by a 1."""
        names = [words_of(name) for name in (page.name, page.name_en, *page.also)]
        title = [word for words in names for word in words]
        title = with_stems(title + joined_in(names))
        others = [form for fact in (self.called, *page.facts) for form in said_in(fact)]
        others += with_stems(words_of(page.text)[:MOST_WORDS_OF_TEXT])
        signs = [f"0{self.kind}", f"0{self.group}"]
        signs += [f"1{each}" for each in title]
        return " ".join(dict.fromkeys([*signs, *title, *others]))

    @property
    def group(self) -> str:
        return self.kind if self.is_many else "lain"


def joined_in(names: list[list[str]]) -> list[str]:
    """Neighbours in a name written as one word, as some people do."""
    return [
        first + second
        for words in names
        for first, second in pairwise(words)
        if STOP_WORDS.isdisjoint((first, second)) and (first + second).isalpha()
    ]


def with_stems(words: list[str]) -> list[str]:
    return [form for word in words for form in (word, stem(word))]


@lru_cache(maxsize=5000)
def said_in(fact: str) -> list[str]:
    """The words and stems of a name that many pages say: a craft, a place."""
    return with_stems(words_of(fact))


def key_of(name: str) -> str:
    """The stems of a name in one text, to find a page by its very name."""
    return " ".join(stem(word) for word in telling(words_of(name)))[:250]


SEARCHED: dict[str, Searched] = {}


def in_silence(title):
    return lambda done, total: None


def in_both_languages(text) -> str:
    """A label in Indonesian and English, for those who search in either."""
    spoken = []
    for language in ("id", "en"):
        with translation.override(language):
            spoken.append(str(text))
    return " ".join(spoken)


def refresh(searched: Searched, keys: Iterable) -> None:
    """Bring the entries of these rows to what the rows say now."""
    changes, places = Changes(searched.kind), {}
    for batch in batches(sorted(keys)):
        gone, changed = refresh_batch(searched, batch, places, changes)
        changes.write()
        learn(words_in(changed))
        forget_words(gone)


def batches(keys: list, size=BATCH) -> Iterable[list]:
    return (keys[start : start + size] for start in range(0, len(keys), size))


def refresh_batch(searched, keys, places, changes=None) -> tuple[list, list]:
    """Write what changed of a batch; give the entries that left, and those written."""
    kept = hold(searched, keys)
    rows = list(searched.rows().filter(**among("pk", keys)))
    if not (kept or rows):
        return [], []
    name_places(rows, searched.places, places)
    answers = searched.answers(among("pk", keys)) if searched.answers else {}
    wanted = {row.pk: searched.entry(row, answers.get(row.pk, "")) for row in rows}
    gone = kept.keys() - wanted.keys()
    changed = [each for key, each in wanted.items() if differs(each, kept.get(key))]
    write(searched, gone, changed, kept)
    if searched.answers and changes:
        for key in gone:
            changes.note(key, kept[key].answers, None)
        for entry in changed:
            former = kept.get(entry.object_id)
            changes.note(entry.object_id, former and former.answers, entry.answers)
    return [kept[key] for key in gone], changed


def among(name: str, keys: list | range) -> dict:
    """The condition for some rows; long spans are named by their ends."""
    if isinstance(keys, range):
        return {f"{name}__gte": keys.start, f"{name}__lt": keys.stop}
    return {f"{name}__in": keys}


def hold(searched, keys) -> dict[int, SearchEntry]:
    """
    Give the kept entries of these rows, and hold the rows until the transaction ends.

    Of two changes at once the later then reads what both made of the row, and
    counts it once.
    """
    if connection.features.has_select_for_update:
        rows = searched.model._base_manager.filter(**among("pk", keys)).order_by("pk")
        list(rows.select_for_update().values_list("pk"))
    entries = SearchEntry.objects.filter(kind=searched.kind, **among("object_id", keys))
    return {each.object_id: each for each in entries.select_for_update()}


def write(searched, gone, changed, kept):
    if gone:
        SearchEntry.objects.filter(kind=searched.kind, object_id__in=gone).delete()
    new = [each for each in changed if each.object_id not in kept]
    Sheet(SearchEntry, *COLUMNS).write([columns_of(each) for each in new])
    SearchEntry.objects.bulk_create(
        [each for each in changed if each.object_id in kept],
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=FIELDS,
    )


def differs(entry, kept) -> bool:
    return kept is None or any(
        getattr(entry, name) != getattr(kept, name) for name in FIELDS
    )


def words_in(entries) -> set[str]:
    """Every word of these entries, with its marks."""
    return {word for entry in entries for word in entry.document.split()}


def learn(held: set[str]) -> None:
    """Know the words that some entries hold, for those who misspell them."""
    words = sorted(spelt(held))
    known = SearchWord.objects.in_bulk(words, field_name="word")
    new = [
        SearchWord(word=word, stem=stem(word), is_name=f"1{word}" in held)
        for word in words
        if word not in known or f"1{word}" in held and not known[word].is_name
    ]
    SearchWord.objects.bulk_create(
        new,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["word"],
        update_fields=["is_name"],
    )


def forget_words(gone) -> None:
    """Forget the words of pages that left, unless another page holds them."""
    for word in spelt(words_in(gone)):
        if not SearchEntry.objects.holding(f"'{word}'").exists():
            SearchWord.objects.filter(word=word).delete()


def spelt(held: set[str]) -> Iterable[str]:
    """The words of documents without those that are marked."""
    return (word for word in held if word[0] not in "01" and len(word) > 1)


def written_in_bulk(*written: type[models.Model], progress_of=in_silence) -> None:
    """Bring up to date what depends on models whose rows were written past `save`."""
    for kind, searched in SEARCHED.items():
        if not {searched.model, *searched.causes}.isdisjoint(written):
            count_anew(searched)
            rebuild(searched, progress_of(kind))


def count_anew(searched: Searched) -> None:
    """
    Let PostgreSQL know how many rows there are now.

    It plans by what it counted last, when these tables may have been empty.
    """
    if connection.vendor != "postgresql":
        return
    links = [each.remote_field.through for each in searched.model._meta.many_to_many]
    with connection.cursor() as cursor:
        for model in {searched.model, *searched.causes, *links}:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


@contextmanager
def without_index():
    """Write very many entries at once, and index them after that, for all to wait."""
    is_indexed = connection.vendor == "postgresql"
    with transaction.atomic(), connection.cursor() as cursor:
        take_time()
        if is_indexed:
            cursor.execute(f"DROP INDEX {ENTRY_INDEX}")
        yield
        if is_indexed:
            cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
            cursor.execute(INDEX_ENTRIES)


@transaction.atomic
def rebuild(searched: Searched, progress=lambda done, total: None) -> int:
    """Write every entry and number of a kind anew; tell how many pages there are."""
    take_time()
    keys = set(searched.rows().order_by().values_list("pk", flat=True))
    kept = SearchEntry.objects.filter(kind=searched.kind).order_by()
    everything = sorted(keys.union(kept.values_list("object_id", flat=True)))
    done, words, places = 0, set(), {}
    for batch in batches(everything, size=4 * BATCH):
        span = range(batch[0], batch[-1] + 1)
        _gone, changed = refresh_batch(searched, span, places)
        words |= words_in(changed)
        done += len(batch)
        progress(done, len(everything))
    learn(words)
    if searched.answers:
        recount(searched.kind)
    return len(keys)


def rebuild_all(progress_of=in_silence) -> dict[str, int]:
    """Write everything anew and forget unused words; tell how many pages there are."""
    counts = {
        kind: rebuild(searched, progress_of(kind))
        for kind, searched in SEARCHED.items()
    }
    forget_unused_words()
    with connection.cursor() as cursor:
        for model in (SearchEntry, SearchWord):
            cursor.execute(f"ANALYZE {model._meta.db_table}")
    return counts


@transaction.atomic
def forget_unused_words() -> int:
    """Forget the words that no page holds any more, names above all."""
    documents = SearchEntry.objects.order_by().values_list("document", flat=True)
    held = {word for each in documents.iterator(BATCH) for word in each.split()}
    used = set(spelt(held))
    known = SearchWord.objects.values_list("pk", "word").iterator(BATCH)
    unused = [key for key, word in known if word not in used]
    for keys in batches(unused):
        SearchWord.objects.filter(pk__in=keys).delete()
    return len(unused)
