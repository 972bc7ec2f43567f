from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.bits import BitsField
from council.languages import english_field
from council.personal_data import general


class Holds(models.Func):
    """
    Whether an entry holds the words of an expression such as 'a' & ('b' | 'c').

    PostgreSQL answers from its text search, SQLite from FTS5: one index each,
    written by migrations.
    """

    output_field = models.BooleanField()
    conditional = True

    def __init__(self, wanted: str):
        super().__init__(F("pk"), F("document"))
        self.wanted = wanted

    def as_sqlite(self, compiler, connection, **context):
        key, params = compiler.compile(self.source_expressions[0])
        return HOLDS["sqlite"].format(key=key), [*params, in_fts5(self.wanted)]

    def as_postgresql(self, compiler, connection, **context):
        document, params = compiler.compile(self.source_expressions[1])
        return HOLDS["postgresql"].format(document=document), [*params, self.wanted]


HOLDS = {
    "sqlite": "{key} IN (SELECT rowid FROM council_searchentry_fts"
    " WHERE council_searchentry_fts MATCH %s)",
    "postgresql": "to_tsvector('simple', {document}) @@ to_tsquery('simple', %s)",
}


ENTRY_INDEX = "search_entry_document"
INDEX_ENTRIES = f"""
CREATE INDEX {ENTRY_INDEX} ON council_searchentry
USING gin (to_tsvector('simple', document)) WITH (fastupdate = off)
"""


def in_fts5(wanted: str) -> str:
    """The same expression as SQLite writes it."""
    return wanted.replace("'", '"').replace("&", "AND").replace("|", "OR")


class SearchEntryQuerySet(models.QuerySet):
    def shown(self):
        """Those whose page the public may open now."""
        return self.filter(shown_at__lte=timezone.now())

    def holding(self, wanted: str):
        return self.filter(Holds(wanted))


class KeptCountQuerySet(models.QuerySet):
    def numbers(self, kind: str, question: str, given: str = ""):
        """How many pages of a kind give each answer, of those that give another."""
        return self.filter(kind=kind, question=question, given=given, number__gt=0)


class KeptCount(models.Model):
    """
    How many public pages give an answer to a filter, alone or beside another.

    Counted where a page changes; a list of a million rows need not be counted.
    """

    kind = models.CharField(_("kind of page"), max_length=12)
    # Such as kriya=songket; empty for the whole list.
    given = models.CharField(_("among those with"), max_length=130, blank=True)
    question = models.CharField(_("question"), max_length=20)
    answer = models.CharField(_("answer"), max_length=100, blank=True)
    number = models.IntegerField(_("number"))

    objects = KeptCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("kept number")
        verbose_name_plural = _("kept numbers")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "given", "question", "answer"],
                name="an_answer_is_counted_once",
            )
        ]

    def __str__(self):
        return f"{self.question}={self.answer}: {self.number}"


class KeptBits(models.Model):
    """
    Which public pages give an answer to a filter: one bit for each page.

    Numbers of answers that are chosen together are counted from them.
    """

    kind = models.CharField(_("kind of page"), max_length=12)
    # Which 8,192 keys; their bits of all answers are read together.
    part = models.IntegerField(_("part"))
    question = models.CharField(_("question"), max_length=20)
    answer = models.CharField(_("answer"), max_length=100, blank=True)
    bits = BitsField(_("pages"))

    class Meta:
        verbose_name = _("kept pages")
        verbose_name_plural = _("kept pages")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "question", "answer", "part"],
                name="an_answer_keeps_a_page_once",
            )
        ]
        indexes = [models.Index(fields=["kind", "part"], name="kept_bits_of_a_part")]

    def __str__(self):
        return f"{self.question}={self.answer}: {self.part}"


class SearchEntry(models.Model):
    """
    A public page as the search knows it: its name, and the words it is found by.

    Written in the transaction that changes the page (`council/search_kept.py`);
    what is not public has no entry.
    """

    personal_data = {
        "name": general(_("finding public pages"), seen_by=_("the public")),
        "document": general(_("finding public pages"), seen_by=_("nobody")),
    }

    kind = models.CharField(_("kind of page"), max_length=12)
    object_id = models.BigIntegerField(_("record"))
    slug = models.SlugField(_("address on the portal"), max_length=200, db_index=False)
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    place_en = english_field(_("place, in English"), max_length=200)
    family = models.CharField(_("craft family"), max_length=10, blank=True)
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    shown_at = models.DateTimeField(_("public from"))
    is_example = models.BooleanField(_("example data"), default=False)
    # The stems of the name, to find a page by its very name.
    key = models.CharField(_("name in stems"), max_length=250, db_index=True)
    document = models.TextField(_("words and stems"))
    # What it answers to each filter, as it was counted (`council/kept_counts.py`).
    answers = models.TextField(_("answers to filters"), blank=True)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id"], name="a_page_has_one_search_entry"
            )
        ]

    def __str__(self):
        return self.name


class SearchWord(models.Model):
    """A word that stands on a page, so that a misspelt one finds its neighbour."""

    personal_data = {"word": general(_("mending misspellings"), seen_by=_("nobody"))}

    word = models.CharField(_("word"), max_length=40, unique=True)
    stem = models.CharField(_("stem"), max_length=40, db_index=True)
    is_name = models.BooleanField(_("stands in a name"), default=False)

    class Meta:
        verbose_name = _("known word")
        verbose_name_plural = _("known words")

    def __str__(self):
        return self.word
