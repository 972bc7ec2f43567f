"""What a visitor may ask of the list of trainings, and how many fit each answer."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Substr, TruncMonth
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft
from council.models import Region
from council.search_terms import capped

from .models import Enrolment, Training, TrainingClass

PER_PAGE = 12
CITY_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")
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

    Five queries, whatever the number of trainings; words that mean nothing are
    passed over, so that an old or mangled link still shows a list.
    """

    def __init__(self, asked, user):
        self.user = user
        self.words = capped(asked.get("q", ""))
        self.family = known(FAMILIES, asked.get("kriya", ""))
        self.state = known(STATES, asked.get("status", ""))
        self.city = fitting(CITY_CODE, asked.get("kota", ""))
        self.month = fitting(MONTH, asked.get("bulan", ""))
        self.page_number = asked.get("page")

    @property
    def chosen(self) -> dict[str, str]:
        """What narrows the list, by its name in the address."""
        asked = {
            "q": self.words,
            "status": self.state,
            "kriya": self.family,
            "kota": self.city,
            "bulan": self.month,
        }
        return {name: value for name, value in asked.items() if value}

    @cached_property
    def found(self):
        """Every published training that fits the words, before the filters."""
        trainings = Training.objects.published()
        for word in self.words.split():
            classes = TrainingClass.objects.filter(
                Q(name__icontains=word) | Q(craft__name__icontains=word),
                training=OuterRef("pk"),
            )
            trainings = trainings.filter(
                Q(title__icontains=word)
                | Q(title_en__icontains=word)
                | Q(summary__icontains=word)
                | Q(venue__icontains=word)
                | Exists(classes)
            )
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
            others = (name for name in row if name != without)
            if all(row[name].startswith(self.chosen.get(name, "")) for name in others):
                numbers[row.get(without)] += number
        return numbers

    @property
    def number(self) -> int:
        return self._numbers(without=None)[None]

    @cached_property
    def states(self) -> list[Answer]:
        numbers = self._numbers(without="status")
        return self._answers("status", STATES, numbers, always=True)

    @cached_property
    def families(self) -> list[Answer]:
        rows = self._narrowed(self.found, but="kriya").order_by()
        numbers = Counter(
            dict(
                rows.values_list("classes__craft__family").annotate(
                    number=Count("pk", distinct=True)
                )
            )
        )
        return self._answers("kriya", FAMILIES, numbers)

    @cached_property
    def cities(self) -> list[Answer]:
        numbers = self._numbers(without="kota")
        names = Region.objects.filter(pk__in=[*numbers, self.city])
        names = dict(names.order_by("name").values_list("code", "name"))
        for code in names:
            inside = [number for city, number in numbers.items() if is_in(city, code)]
            numbers[code] = sum(inside)
        return self._answers("kota", names, numbers)

    @cached_property
    def months(self) -> list[tuple[date, Answer]]:
        """Months in which trainings begin, each with its first day for its name."""
        numbers = self._numbers(without="bulan")
        names = {month: month for month in sorted({*numbers, self.month} - {""})}
        answers = self._answers("bulan", names, numbers)
        return [(date.fromisoformat(f"{each.value}-01"), each) for each in answers]

    def _answers(self, name, labels, numbers, *, always=False):
        chosen = self.chosen.get(name)
        return [
            Answer(value, label, numbers[value], value == chosen)
            for value, label in labels.items()
            if always or numbers[value] or value == chosen
        ]

    def _of_family(self, trainings):
        if not self.family:
            return trainings
        classes = TrainingClass.objects.filter(
            training=OuterRef("pk"), craft__family=self.family
        )
        return trainings.filter(Exists(classes))

    def _narrowed(self, trainings, *, but=""):
        if self.state:
            trainings = trainings.filter(state=self.state)
        if self.city:
            trainings = trainings.filter(unit__code__startswith=self.city)
        if self.month:
            trainings = trainings.filter(month=f"{self.month}-01")
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


def known(labels, word) -> str:
    """The word where it is one of the answers, else nothing."""
    return word if word in labels else ""


def fitting(pattern, word) -> str:
    """The word where it has the form of the pattern, else nothing."""
    return word if pattern.fullmatch(word) else ""


def is_in(city: str, code: str) -> bool:
    """Whether a city code lies in a province or is the city itself."""
    return city == code or city.startswith(f"{code}.")
