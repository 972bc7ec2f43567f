"""
The filter panel of a list: its questions, their answers and how many rows fit.

All numbers of a page come from one query. The number beside an answer is how
many rows the visitor will see after choosing it, with the other filters kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import CharField, Count, F, Value
from django.db.models.functions import Cast

from council.search_terms import capped

from .models.taxonomy import shown

ALL_ROWS = "*"
MOST_ANSWERS = 60


@dataclass(frozen=True)
class Question:
    """One filter of the panel."""

    # Its name in the address, its title, and where a row keeps its answer.
    name: str
    title: str
    value: object
    # What answers are called: a table of choices, or the relation with the names.
    labels: object
    # Filters that a new answer makes meaningless.
    resets: list[str] = field(default_factory=list)
    # Whether one row may give the same answer twice, through several relations.
    is_repeated: bool = False
    is_listed: bool = True
    # Which rows give an answer at all, where few do: the rest is not looked at.
    among: object = None

    @property
    def choices(self) -> dict | None:
        """The table of answers in its order, where the answers are fixed."""
        if isinstance(self.labels, Mapping):
            return dict(self.labels)
        return dict(self.labels.choices) if hasattr(self.labels, "choices") else None

    def numbers_of(self, rows):
        """The answers of these rows with their names and numbers, as a query."""
        name, name_en = Value(""), Value("")
        if self.choices is None:
            name = F(f"{self.labels}__name")
            is_region = str(self.value).endswith("_id")
            has_english = not is_region and self.labels != "business"
            name_en = F(f"{self.labels}__name_en") if has_english else name_en
        value = F(self.value) if isinstance(self.value, str) else self.value
        rows = rows.filter(self.among) if self.among else rows
        rows = counted(
            rows, self.name, value, name, name_en, is_repeated=self.is_repeated
        )
        return rows.exclude(answer=None)

    def name_of(self, answer, model) -> str:
        """What an answer is called that no row gives now."""
        if self.choices is not None:
            return str(self.choices.get(answer, answer))
        for step in self.labels.split("__"):
            model = model._meta.get_field(step).related_model
        rows = model.objects.all()
        if hasattr(rows, "published"):
            rows = rows.published()
        key = "slug" if self.value.endswith("slug") else "pk"
        return str(rows.filter(**{key: answer}).first() or answer)


def counted(rows, asked, answer, name, name_en, *, is_repeated=False):
    as_text = CharField()
    return (
        rows.order_by()
        .annotate(
            asked=Cast(Value(asked), as_text),
            answer=Cast(answer, as_text),
            word=Cast(name, as_text),
            word_en=Cast(name_en, as_text),
        )
        .values_list("asked", "answer", "word", "word_en")
        .annotate(number=Count("pk", distinct=is_repeated))
    )


@dataclass(frozen=True)
class Answer:
    """One answer, the number of rows behind it and the address that leads there."""

    value: str
    label: str
    number: int
    is_chosen: bool
    url: str


class Listing:
    """A public list as the address asks for it."""

    def __init__(self, filterset, address, per_page=24):
        self.filters, self.address, self.per_page = filterset, address, per_page
        self.chosen = filterset.chosen
        self.words = capped(self.chosen.get("q", ""))
        wanted = address.get("urut")
        self.sort = wanted if wanted in filterset.sorts else next(iter(filterset.sorts))

    @cached_property
    def numbers(self) -> dict[str, dict[str, tuple[str, int]]]:
        """By question and answer: its label and how many rows fit it."""
        everything = self.filters.rows_without()
        empty = Value("")
        parts = [
            question.numbers_of(
                self.filters.rows_without(question.name, *question.resets)
            )
            for question in self.filters.questions
            if question.is_listed or question.name in self.chosen
        ]
        total = counted(everything, ALL_ROWS, empty, empty, empty)
        # A union falls back on the model's order, which these rows do not hold.
        rows = total.union(*parts, all=True).order_by()
        found = {}
        for asked, answer, word, word_en, number in rows:
            found.setdefault(asked, {})[answer] = (shown(word, word_en), number)
        return found

    @property
    def number(self) -> int:
        """How many rows fit everything that was asked."""
        return self.numbers.get(ALL_ROWS, {"": ("", 0)})[""][1]

    @cached_property
    def questions(self) -> list[tuple[Question, list[Answer]]]:
        """Every question that has something to choose."""
        panel = [
            (question, self.answers(question))
            for question in self.filters.questions
            if question.is_listed
        ]
        return [(question, answers) for question, answers in panel if answers]

    def answers(self, question) -> list[Answer]:
        found = self.numbers.get(question.name, {})
        if question.choices is not None:
            order = [key for key in question.choices if key in found]
        else:
            order = sorted(found, key=lambda key: (-found[key][1], found[key][0]))
            order = sorted(order[:MOST_ANSWERS], key=lambda key: found[key][0].lower())
        chosen = self.chosen.get(question.name)
        return [
            Answer(
                value=key,
                label=self.label_of(question, key),
                number=found[key][1],
                is_chosen=key == chosen,
                url=self.url_with(
                    dict.fromkeys(question.resets, "")
                    | {question.name: "" if key == chosen else key}
                ),
            )
            for key in order
        ]

    def label_of(self, question, value) -> str:
        if label := self.numbers.get(question.name, {}).get(value, ("", 0))[0]:
            return label
        return question.name_of(value, self.filters.queryset.model)

    @cached_property
    def chips(self) -> list[tuple[str, str]]:
        """What narrows the list, in words, each with the address without it."""
        chips = [(f"“{self.words}”", self.url_with({"q": ""}))] if self.words else []
        return chips + [
            (
                self.label_of(question, self.chosen[question.name]),
                self.url_with({question.name: ""}),
            )
            for question in self.filters.questions
            if question.name in self.chosen
        ]

    @property
    def clear_url(self) -> str:
        return self.url_with(dict.fromkeys(self.chosen, ""))

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """Each order: its name, its address, and whether the list has it now."""
        default = next(iter(self.filters.sorts))
        return [
            (
                label,
                self.url_with({"urut": "" if key == default else key}),
                key == self.sort,
            )
            for key, (label, _order) in self.filters.sorts.items()
        ]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the search box keeps besides its words."""
        kept = {name: value for name, value in self.chosen.items() if name != "q"}
        if self.sort != next(iter(self.filters.sorts)):
            kept["urut"] = self.sort
        return list(kept.items())

    def url_with(self, changes: dict[str, str]) -> str:
        """The address of this list with some answers changed, from its first page."""
        wanted = self.address.copy()
        wanted.clear()
        state = {"q": self.words, **dict(self.kept), **changes}
        for name, value in state.items():
            if value:
                wanted[name] = value
        return f"?{wanted.urlencode()}" if wanted else "?"

    @cached_property
    def page(self) -> Page:
        order = self.filters.sorts[self.sort][1]
        rows = self.filters.rows_without().for_cards().order_by(*order, "-pk")
        paginator = Paginator(rows, self.per_page)
        # One query has counted it already, beside everything else.
        paginator.count = self.number
        return paginator.get_page(self.address.get("page"))
