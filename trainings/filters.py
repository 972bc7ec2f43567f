"""What a visitor may ask of the list of trainings, and how many fit each answer."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from operator import or_

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Substr, TruncMonth
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft
from council.models import Region
from council.search import understand, whose_page_holds

from .models import Enrolment, Training, TrainingClass

PER_PAGE = 12
MAX_ANSWERS = 12
CITY = re.compile(r"[0-9]{2}(\.[0-9]{2})?")
MONTH = re.compile(r"(20[0-9]{2}|2100)-(0[1-9]|1[0-2])")
FAMILIES = dict(Craft.Family.choices)
OPEN, LATER, FINISHED = "buka", "nanti", "selesai"
STATES = {OPEN: _("Registration open"), FINISHED: _("Finished")}


@dataclass(frozen=True)
class Answer:
    """One answer of a filter with the number of trainings that fit it."""

    value: str
    label: str
    count: int
    is_chosen: bool


class TrainingSearch:
    """
    The list of `/pelatihan/` as the address asks for it.

    Five queries, and one or two for words, whatever the number of trainings;
    answers that mean nothing are passed over, so that an old or mangled link still
    shows a list.
    """

    def __init__(self, asked, user):
        self.user = user
        self.asked = understand(asked.get("q", ""))
        self.words = self.asked.typed
        self.page_number = asked.get("page")
        # By its name in the address: what the visitor chose, mangled words left out.
        self.chosen = {
            "status": [word for word in asked.getlist("status") if word in STATES],
            "kriya": [word for word in asked.getlist("kriya") if word in FAMILIES],
            "kota": [word for word in asked.getlist("kota") if CITY.fullmatch(word)],
            "bulan": [word for word in asked.getlist("bulan") if MONTH.fullmatch(word)],
        }
        for name, words in self.chosen.items():
            self.chosen[name] = list(dict.fromkeys(words))[:MAX_ANSWERS]

    @property
    def query(self) -> list[tuple[str, str]]:
        """What narrows the list besides the words, for the search box to keep."""
        return [(name, word) for name, words in self.chosen.items() for word in words]

    @cached_property
    def found(self):
        """Every published training that fits the words, before the filters."""
        trainings = Training.objects.published()
        trainings = whose_page_holds(trainings, "pelatihan", self.asked)
        return trainings.annotate(
            state=state_now(),
            city=Substr("unit__code", 1, 5),
            month=TruncMonth("starts_on"),
        )

    @cached_property
    def crossed(self):
        """Numbers by state, city and month within the chosen craft."""
        return list(
            self._of_family(self.found)
            .order_by()
            .values_list("state", "city", "month")
            .annotate(number=Count("pk"))
        )

    def _numbers(self, *, without):
        """Numbers of one filter's answers while the other filters hold."""
        numbers = Counter()
        for state, city, month, number in self.crossed:
            row = {"status": state, "kota": city, "bulan": f"{month:%Y-%m}"}
            if all(self._fits(name, row[name]) for name in row if name != without):
                numbers[row.get(without)] += number
        return numbers

    def _fits(self, name, value) -> bool:
        words = self.chosen[name]
        return not words or any(is_within(value, word) for word in words)

    @cached_property
    def number(self) -> int:
        return self._numbers(without=None)[None]

    @cached_property
    def groups(self) -> list[dict]:
        """The filters with their answers and how many trainings fit each."""
        return [
            group("status", _("Registration"), self._states()),
            group("kriya", _("Craft"), self._families()),
            group("bulan", _("Month"), self._months()),
            group("kota", _("City or regency"), self._cities()),
        ]

    @property
    def active(self) -> list[dict]:
        """What is chosen now, each with its label, to be taken away again."""
        return [
            {"name": each["name"], "value": answer.value, "label": answer.label}
            for each in self.groups
            for answer in each["options"]
            if answer.is_chosen
        ]

    def _states(self):
        return self._answers("status", STATES, self._numbers(without="status"))

    def _families(self):
        rows = self._narrowed(self.found, but="kriya").order_by()
        rows = rows.values_list("classes__craft__family")
        numbers = Counter(dict(rows.annotate(number=Count("pk", distinct=True))))
        return self._answers("kriya", FAMILIES, numbers)

    def _cities(self):
        found = self._numbers(without="kota")
        names = Region.objects.filter(pk__in={*found, *self.chosen["kota"]})
        names = dict(names.order_by("name").values_list("code", "name"))
        numbers = Counter()
        for code in names:
            inside = [number for city, number in found.items() if is_within(city, code)]
            numbers[code] = sum(inside)
        return self._answers("kota", names, numbers)

    def _months(self):
        numbers = self._numbers(without="bulan")
        months = sorted({*numbers, *self.chosen["bulan"]})
        labels = {each: in_words(each) for each in months}
        return self._answers("bulan", labels, numbers)

    def _answers(self, name, labels, numbers):
        chosen = self.chosen[name]
        return [
            Answer(value, str(label), numbers[value], value in chosen)
            for value, label in labels.items()
            if numbers[value] or value in chosen
        ]

    def _of_family(self, trainings):
        if not self.chosen["kriya"]:
            return trainings
        classes = TrainingClass.objects.filter(
            training=OuterRef("pk"), craft__family__in=self.chosen["kriya"]
        )
        return trainings.filter(Exists(classes))

    def _narrowed(self, trainings, *, but=""):
        if states := self.chosen["status"]:
            trainings = trainings.filter(state__in=states)
        if cities := self.chosen["kota"]:
            inside = [Q(unit__code__startswith=code) for code in cities]
            trainings = trainings.filter(reduce(or_, inside))
        if months := self.chosen["bulan"]:
            trainings = trainings.filter(month__in=[f"{each}-01" for each in months])
        return trainings if but == "kriya" else self._of_family(trainings)

    @cached_property
    def page(self) -> Page:
        """Open ones first, then those to come, then the finished ones, latest first."""
        rank = Case(When(state=OPEN, then=0), When(state=LATER, then=1), default=2)
        coming = Case(When(~Q(state=FINISHED), then=F("starts_on")))
        trainings = self._narrowed(self.found).with_classes()
        trainings = trainings.order_by(rank, coming, "-starts_on", "-pk")
        paginator = Paginator(self._marked(trainings), PER_PAGE)
        paginator.count = self.number
        return paginator.get_page(self.page_number)

    def _marked(self, trainings):
        """Add `is_mine`: whether the signed-in artisan is registered."""
        if not self.user.is_authenticated:
            return trainings.annotate(is_mine=Value(False))
        mine = Enrolment.objects.active().filter(
            training_class__training=OuterRef("pk"),
            artisan__person__user=self.user.pk,
        )
        return trainings.annotate(is_mine=Exists(mine))


def state_now() -> Case:
    """Whether a training is open for registration, still to come or finished."""
    now, today = timezone.now(), timezone.localdate()
    status = Training.Status
    over = Q(ends_on__lt=today) | Q(status=status.DONE)
    open_class = TrainingClass.objects.filter(
        training=OuterRef("pk"),
        status=TrainingClass.Status.ON,
        opens_at__lte=now,
        closes_at__gt=now,
    )
    is_off = Q(status__in=[status.CANCELLED, status.POSTPONED])
    return Case(
        When(over, then=Value(FINISHED)),
        When(~is_off & Exists(open_class), then=Value(OPEN)),
        default=Value(LATER),
    )


def group(name, label, options) -> dict:
    is_open = any(answer.is_chosen for answer in options)
    return {"name": name, "label": label, "options": options, "is_open": is_open}


def in_words(month: str) -> str:
    """2026-11 as November 2026."""
    return date_format(date.fromisoformat(f"{month}-01"), "F Y")


def is_within(value: str, word: str) -> bool:
    """Whether a value is the chosen one, or a city of the chosen province."""
    return value == word or value.startswith(f"{word}.")
