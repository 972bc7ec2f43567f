"""
The filter panel of a list: its questions, their answers and how many rows fit.

All numbers of a page come from one query. The number beside an answer is how
many rows the visitor will see after choosing it, with the other filters kept.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    OuterRef,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from council.counted import Chosen
from council.counted import counted as counted_from_bits
from council.kept_counts import ALL as ALL_ROWS
from council.kept_pieces import kept
from council.languages import shown
from council.long_lists import AFTER, BEFORE, LongPage, Order
from council.search import Fitting
from council.search_terms import capped

# The order of a list that was searched.
FITTING = "cocok"
MOST_ANSWERS = 60
# What the address of a list says besides its filters: the order and the page.
WORDS_OF_A_LIST = ("urut", "page", AFTER, BEFORE)


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
            # What is no word but a name says the same to readers of English.
            name_en = F(f"{self.labels}__name_en") if has_english else name
        value = F(self.value) if isinstance(self.value, str) else self.value
        rows = rows.filter(self.among) if self.among else rows
        rows = counted(
            rows, self.name, value, name, name_en, is_repeated=self.is_repeated
        )
        return rows.exclude(answer=None)

    def kept_numbers(self, chosen, model):
        """The same from kept numbers, named as the words are called now."""
        name, name_en = Value(""), Value("")
        if self.choices is None:
            words = self.words(model).filter(**{self.key: OuterRef("answer")})
            name = Subquery(words.values("name")[:1])
            name_en = Subquery(words.values(self.english_name(model))[:1])
        return as_counted(chosen.numbers(self.name), name, name_en)

    def called(self, answer, model):
        """The name of one answer, in the columns of the numbers."""
        rows = self.words(model).filter(**{self.key: answer})
        name_en = F(self.english_name(model))
        return counted(rows, self.name, F(self.key), F("name"), name_en)

    def words(self, model):
        """The rows that may be answers and may be named."""
        rows = self.related(model).objects.all()
        return rows.published() if hasattr(rows, "published") else rows

    def english_name(self, model) -> str:
        """What is no word but a name says the same to readers of English."""
        names = {field.name for field in self.related(model)._meta.fields}
        return "name_en" if "name_en" in names else "name"

    @property
    def answer(self):
        """What a row answers, in one of its joined lines; None where it gives none."""
        value = F(self.value) if isinstance(self.value, str) else self.value
        return Case(When(self.among, then=value)) if self.among else value

    @property
    def key(self) -> str:
        return "slug" if str(self.value).endswith("slug") else "pk"

    def related(self, model):
        """The model whose rows are the answers."""
        for step in self.labels.split("__"):
            model = model._meta.get_field(step).related_model
        return model

    def name_of(self, answer, model) -> str:
        """What an answer is called that no row gives now."""
        if self.choices is not None:
            return str(self.choices.get(answer, answer))
        return str(self.words(model).filter(**{self.key: answer}).first() or answer)


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


def as_counted(rows, name, name_en):
    """Kept numbers in the columns of counted ones."""
    as_text = CharField()
    rows = rows.annotate(
        asked=Cast("question", as_text),
        word=Cast(name, as_text),
        word_en=Cast(name_en, as_text),
    )
    return rows.values_list("asked", "answer", "word", "word_en", "number")


def in_one(total, parts):
    """All numbers of a page in one query."""
    # A union falls back on the model's order, which these rows do not hold.
    return total.union(*parts, all=True).order_by()


def answers_by_key(questions, rows) -> dict[int, str]:
    """By key of each row all that it answers: `kriya=songket wilayah=13.71`."""
    asked = {f"asked_{each.name}": each for each in questions if each.is_listed}
    answers = {name: Cast(each.answer, CharField()) for name, each in asked.items()}
    found = defaultdict(set)
    for line in rows.order_by().annotate(**answers).values("pk", *asked):
        found[line["pk"]] |= {
            f"{each.name}={line[name]}"
            for name, each in asked.items()
            if line[name] is not None
        }
    return {key: " ".join(sorted(answers)) for key, answers in found.items()}


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
        self.orders = filterset.sorts
        if self.words:
            fitting = Order(_("Best match first"), None)
            self.orders = {FITTING: fitting, **filterset.sorts}
        wanted = address.get("urut")
        self.sort = wanted if wanted in self.orders else next(iter(self.orders))

    @property
    def asked(self):
        """The words as the search understood them."""
        return self.filters.filters["q"].understood(self.words)

    @property
    def made_of(self) -> tuple:
        """What the list was asked, whichever of its pages is shown."""
        return (self.filters.kind, self.sort, *sorted(self.chosen.items()))

    @cached_property
    def numbers(self) -> dict[str, dict[str, tuple[str, int]]]:
        """By question and answer: its label and how many rows fit it."""
        return kept(("numbers", *self.made_of), self.counted_numbers)

    def counted_numbers(self):
        is_kept = self.filters.keeps_numbers
        found = {}
        for asked, answer, *words, number in (
            self.kept_numbers() if is_kept else self.live_numbers()
        ):
            found.setdefault(asked, {})[answer] = (shown(*words), number)
        return found

    @property
    def asked_questions(self):
        return [
            question
            for question in self.filters.questions
            if question.is_listed or question.name in self.chosen
        ]

    def live_numbers(self):
        """Everything counted now, as a short list can be."""
        empty, without = Value(""), self.filters.rows_without
        parts = [
            question.numbers_of(without(question.name, *question.resets))
            for question in self.asked_questions
        ]
        return in_one(counted(without(), ALL_ROWS, empty, empty, empty), parts)

    def kept_numbers(self):
        """The numbers as they are kept; beside several answers, from kept bits."""
        beside = {ALL_ROWS: self.chosen_without()} | {
            question.name: self.chosen_without(question.name, *question.resets)
            for question in self.asked_questions
            if question.is_listed
        }
        if all(chosen.is_kept for chosen in beside.values()):
            return self.named(beside)
        everything = dict.fromkeys(beside, Chosen(self.filters.kind, {}))
        return counted_from_bits(self.named(everything), beside)

    def named(self, beside):
        """The kept numbers of each question beside what was chosen, with names."""
        empty, model = Value(""), self.filters.queryset.model
        parts = [
            question.kept_numbers(beside[question.name], model)
            if question.is_listed
            else question.called(self.chosen[question.name], model)
            for question in self.asked_questions
        ]
        total = beside[ALL_ROWS].numbers(ALL_ROWS)
        return in_one(as_counted(total, empty, empty), parts)

    def chosen_without(self, *names) -> Chosen:
        """What narrows the list besides some questions."""
        rows = self.filters.queryset.model.objects.all()
        given = {name: self.chosen[name] for name in self.chosen if name not in names}
        kept = {each.name for each in self.filters.questions if each.is_listed}
        others = given.keys() - kept
        return Chosen(
            self.filters.kind,
            {name: answer for name, answer in given.items() if name in kept},
            self.filters.narrowed(rows, others) if others else None,
        )

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
        numbers = self.numbers.get(question.name, {}).items()
        found = {key: (name, number) for key, (name, number) in numbers if number}
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
        default = next(iter(self.orders))
        return [
            (
                order.label,
                self.url_with({"urut": "" if key == default else key}),
                key == self.sort,
            )
            for key, order in self.orders.items()
        ]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the search box keeps besides its words."""
        kept = {name: value for name, value in self.chosen.items() if name != "q"}
        if self.sort not in {next(iter(self.filters.sorts)), FITTING}:
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
    def page(self) -> LongPage:
        rows, order = self.filters.rows_without(), self.orders[self.sort]
        if self.sort == FITTING:
            order = Fitting(
                self.filters.kind, self.asked, next(iter(self.filters.sorts.values()))
            )
        return LongPage(
            rows,
            order,
            self.number,
            self.address,
            self.url_with,
            self.per_page,
            keeps_cards=self.filters.keeps_numbers,
        )
