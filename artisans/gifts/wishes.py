"""What an official asks of the gift catalogue, read from the address."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft
from council.dates import PlausibleDateField
from council.search_terms import MAX_LENGTH, search_words

MOST_PIECES = 100_000
MOST_RUPIAH = 1_000_000_000_000
FARTHEST = timedelta(days=730)
EACH, ALL = "buah", "semua"


@dataclass(frozen=True)
class Wish:
    """How many gifts, before which day, for how much together, and which."""

    number: int
    needed_on: date
    today: date
    budget: int | None = None
    place: str = ""
    family: str = ""
    words: tuple = ()

    @property
    def days(self) -> int:
        """The days of work from today to the day before they are needed."""
        return (self.needed_on - self.today).days

    @property
    def budget_each(self) -> int | None:
        """What the budget leaves for one piece, in whole rupiah."""
        return None if self.budget is None else self.budget // self.number


class WholeNumberField(forms.CharField):
    """A whole number as people write it: 300, 1.250 or Rp22.500.000."""

    default_error_messages = {
        "invalid": _("Write a whole number, such as %(example)s."),
        "too_small": _("Write a number of at least 1."),
        "too_large": _("Write at most %(most)s."),
    }

    def __init__(self, *, most, example, **kwargs):
        self.most, self.example = most, example
        attrs = {"inputmode": "numeric", "autocomplete": "off", "maxlength": "30"}
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value):
        text = super().clean(value)
        return self.number_in(text) if text else None

    def number_in(self, text) -> int:
        text = re.sub(r"\s|^rp\.?", "", text.lower()).removesuffix(",-")
        if not re.fullmatch(r"[0-9]{1,15}|[0-9]{1,3}([.,][0-9]{3}){1,4}", text):
            self.refuse("invalid", example=self.example)
        number = int(re.sub(r"[.,]", "", text))
        if number < 1:
            self.refuse("too_small")
        if number > self.most:
            self.refuse("too_large", most=f"{self.most:,}".replace(",", "."))
        return number

    def refuse(self, code, **params):
        raise ValidationError(self.error_messages[code], code=code, params=params)


class PiecesField(WholeNumberField):
    """A number of pieces."""

    def __init__(self, **kwargs):
        super().__init__(most=MOST_PIECES, example="300", **kwargs)


class DayInput(forms.DateInput):
    """A day picked from the browser's own calendar."""

    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class OrderForm(forms.Form):
    """How many, before when, for how much."""

    jumlah = PiecesField(label=_("Number of pieces"))
    tanggal = PlausibleDateField(label=_("Needed on"), widget=DayInput)
    anggaran = WholeNumberField(
        label=_("Budget in rupiah"),
        most=MOST_RUPIAH,
        example="22.500.000",
        required=False,
    )
    per = forms.ChoiceField(
        label=_("This budget is for"),
        choices=[(ALL, _("all pieces together")), (EACH, _("one piece"))],
        required=False,
    )

    def clean_tanggal(self):
        needed_on, today = self.cleaned_data["tanggal"], timezone.localdate()
        if needed_on <= today:
            raise ValidationError(
                _("This day has come already. Choose a day after today."), code="past"
            )
        if needed_on > today + FARTHEST:
            raise ValidationError(
                _("Choose a day within the next two years."), code="far"
            )
        return needed_on

    def wish(self) -> Wish:
        """What was asked; only of a valid form."""
        given = self.cleaned_data
        budget = given["anggaran"]
        if budget and given["per"] == EACH:
            budget *= given["jumlah"]
        return Wish(
            number=given["jumlah"],
            needed_on=given["tanggal"],
            today=timezone.localdate(),
            budget=budget,
            place=given.get("wilayah", ""),
            family=given.get("keluarga", ""),
            words=tuple(search_words(given.get("q", ""))),
        )


class WishForm(OrderForm):
    """The whole question: the order, and which products it may be."""

    wilayah = forms.ChoiceField(
        label=_("Makers from"),
        required=False,
        error_messages={
            "invalid_choice": _("No maker of souvenirs works there. Choose a place.")
        },
    )
    keluarga = forms.ChoiceField(
        label=_("Craft family"),
        choices=[("", _("all crafts")), *Craft.Family.choices],
        required=False,
    )
    q = forms.CharField(
        label=_("Wishes"),
        max_length=MAX_LENGTH,
        required=False,
        help_text=_("A word or two, such as: bag, leaf, box."),
    )

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["wilayah"].choices = [("", _("everywhere")), *places]
