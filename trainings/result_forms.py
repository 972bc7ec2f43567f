"""What is typed about results: scores, works, feedback and follow-ups."""

from decimal import Decimal

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.images import PhotoFormField

from .models import FollowUp
from .rubrics import GRADES, rubric_of
from .scores import KINDS, Typed

NO_POINTS = _("Points go from 0 to 100, such as 75 or 82,5.")
LAST_ANSWER = {"required": _("Choose one of the answers.")}


def shown_points(points) -> str:
    """Points without idle zeros, as they are typed."""
    if points is None:
        return ""
    text = f"{points:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",")


class PointsField(forms.DecimalField):
    """Points from 0 to 100; a comma or a point before the decimals."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        super().__init__(
            max_digits=5,
            decimal_places=2,
            required=False,
            error_messages={"invalid": NO_POINTS, "max_decimal_places": NO_POINTS},
            validators=[
                MinValueValidator(0, NO_POINTS),
                MaxValueValidator(100, NO_POINTS),
            ],
            **kwargs,
        )
        self.widget.attrs.update(
            {"inputmode": "decimal", "autocomplete": "off", "maxlength": 6}
        )

    def to_python(self, value):
        return super().to_python(str(value or "").strip().replace(",", "."))


class ScoreRowForm(forms.Form):
    """One line of the sheet: a participant's points as seen, and as typed."""

    before = PointsField(label=_("Test before"))
    after = PointsField(label=_("Test after"))
    product = PointsField(label=_("Product"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, data=None, *, person, **kwargs):
        self.person = person
        self.is_assessed = bool(person.work and person.work.grades)
        super().__init__(data, prefix=str(person.enrolment.pk), **kwargs)
        for name in KINDS:
            self.initial[name] = shown_points(getattr(person, name))
        self.initial["note"] = person.note
        if self.is_assessed:
            # These points come from the rubric and are changed there.
            self.fields["product"].disabled = True
        for name, field in self.fields.items():
            field.widget.attrs["aria-label"] = f"{field.label}, {person.enrolment}"
            self.fields[name].show_hidden_initial = not field.disabled

    def clean(self):
        data = super().clean()
        if data.get("note") and not self.errors and not self.has_points(data):
            self.add_error("note", _("Write points as well; a note alone is not kept."))
        return data

    def has_points(self, data) -> bool:
        return any(data.get(name) is not None for name in KINDS)

    def typed(self) -> Typed:
        """What was changed of what was seen."""
        changed = [name for name in KINDS if name in self.changed_data]
        return Typed(
            self.person.enrolment.pk,
            {name: self.cleaned_data[name] for name in changed},
            {name: self.seen(name) for name in changed},
            self.cleaned_data["note"] if self.has_changed() else None,
        )

    def seen(self, name) -> Decimal | None:
        text = self.data.get(self.add_initial_prefix(name), "")
        try:
            return self.fields[name].clean(text)
        except forms.ValidationError:
            return None

    def tell_meanwhile(self, name, points) -> None:
        """Say that somebody else wrote the cell; what was typed stays in it."""
        shown = shown_points(points)
        self.data = self.data.copy()
        self.data[self.add_initial_prefix(name)] = shown
        said = gettext(
            "Meanwhile somebody else wrote %(points)s. Check it and save again."
        )
        self.add_error(name, said % {"points": shown or gettext("nothing")})


SAID_OF_WORK = ("name", "name_en", "alt", "alt_en")


class WorkForm(forms.Form):
    """What a participant made: the rubric's grades, a photo and who may see it."""

    name = forms.CharField(
        label=_("What was made"),
        max_length=120,
        help_text=_("Such as: pouch of tapis with siger motif."),
        error_messages={"required": _("Say what was made.")},
    )
    name_en = forms.CharField(
        label=_("What was made, in English"), max_length=120, required=False
    )
    photo = PhotoFormField(label=_("Photo"), required=False)
    alt = forms.CharField(
        label=_("What the photo shows"),
        max_length=150,
        required=False,
        help_text=_(
            "For people who cannot see it, such as: red shawl with gold shoots."
        ),
    )
    alt_en = forms.CharField(
        label=_("What the photo shows, in English"), max_length=150, required=False
    )
    is_public = forms.BooleanField(
        label=_("The maker agrees that the photo stands on the training's page"),
        required=False,
        help_text=_("Without a name. The maker can take it back at any time."),
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args, family, work=None, note="", **kwargs):
        self.work, self.rubric = work, rubric_of(family)
        super().__init__(*args, **kwargs)
        if work:
            self.initial |= {
                **{name: getattr(work, name) for name in SAID_OF_WORK},
                "is_public": work.is_public,
                "photo": work.photo or None,
            }
        if work and work.withdrawn_at:
            self.fields["is_public"].disabled = True
            self.fields["is_public"].help_text = _(
                "The maker took it back. Only the maker can show it again, on the own "
                "page."
            )
        self.initial["note"] = note
        for each in self.rubric:
            self.fields[f"grade-{each.key}"] = forms.TypedChoiceField(
                label=each.name,
                choices=[(str(grade), f"{grade} · {word}") for grade, word in GRADES],
                coerce=int,
                widget=forms.RadioSelect,
                error_messages=LAST_ANSWER,
                initial=work and str(work.grades.get(each.key, "")),
            )

    @property
    def criteria(self):
        """Each criterion with its field."""
        return [(each, self[f"grade-{each.key}"]) for each in self.rubric]

    def clean(self):
        data = super().clean()
        has_photo = data.get("photo") or (data.get("photo") is not False and self.kept)
        if has_photo and not data.get("alt") and "alt" not in self.errors:
            self.add_error("alt", _("Say in a few words what the photo shows."))
        if data.get("is_public") and not has_photo and "photo" not in self.errors:
            self.add_error("photo", _("Choose the photo that is to be shown."))
        return data

    @property
    def kept(self):
        return self.work.photo if self.work else None

    def answers(self) -> dict:
        """What to keep of the assessment."""
        data = self.cleaned_data
        facts = {name: data[name] for name in (*SAID_OF_WORK, "is_public", "note")}
        if data["photo"] is False:
            facts |= {"photo": "", "alt": "", "alt_en": ""}
        elif data["photo"] and data["photo"] != self.kept:
            facts["photo"] = data["photo"]
        grades = {each.key: data[f"grade-{each.key}"] for each in self.rubric}
        return {"grades": grades, **facts}


def one_to_five(label, lowest, highest):
    """A rating of five taps; the ends say what they mean."""
    words = {1: lowest, 5: highest}
    return forms.TypedChoiceField(
        label=label,
        choices=[
            (number, f"{number} · {words[number]}" if number in words else str(number))
            for number in range(1, 6)
        ],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Tap a number from 1 to 5.")},
    )


POOR, VERY_GOOD = _("poor"), _("very good")


class FeedbackForm(forms.Form):
    """Three taps and, whoever likes, a few words."""

    material = one_to_five(_("What was taught"), POOR, VERY_GOOD)
    instructor = one_to_five(_("The instructor"), POOR, VERY_GOOD)
    organisation = one_to_five(_("Place, time and organisation"), POOR, VERY_GOOD)
    words = forms.CharField(
        label=_("What would you change?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Write no names: the council reads it without yours."),
    )


def taps(label, choices, *, required=False, **kwargs):
    """A question answered with one tap; an optional one can be passed over."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=required,
        widget=forms.RadioSelect,
        error_messages=LAST_ANSWER,
        **kwargs,
    )


class FollowUpForm(forms.Form):
    """How it is now; only the first question needs an answer."""

    YES, NO = "ya", "tidak"

    producing = taps(
        _("Do you still make craft?"), FollowUp.Producing.choices, required=True
    )
    obstacle = taps(
        _("If not always: what stands in the way?"), FollowUp.Obstacle.choices
    )
    new_product = taps(
        _("Have you made a new product since the training?"),
        [(YES, _("Yes")), (NO, _("No"))],
    )
    product_name = forms.CharField(
        label=_("What is it called?"),
        max_length=120,
        required=False,
        help_text=_("If you made one."),
    )
    helpers = forms.IntegerField(
        label=_("How many people help you?"),
        min_value=0,
        max_value=500,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 3}),
        help_text=_("Family and workers together. Write 0 if nobody does."),
        error_messages={
            "invalid": _("Write a number, such as 2."),
            "min_value": _("Write a number, such as 2."),
            "max_value": _("Write a number up to 500."),
        },
    )
    turnover = taps(
        _("How much do you sell in a month?"),
        FollowUp.Turnover.choices,
        help_text=_("Only the total of all participants is ever shown."),
    )
    need = taps(_("What would help you most next?"), FollowUp.Need.choices)
    words = forms.CharField(
        label=_("Anything else?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def of(cls, follow_up, data=None):
        """The form with the answers given before."""
        return cls(data, initial=initial_of(follow_up))

    def answers(self) -> dict:
        """What to keep; what does not belong together is left out."""
        data = dict(self.cleaned_data)
        if data["producing"] == FollowUp.Producing.YES:
            data["obstacle"] = ""
        known = {self.YES: True, self.NO: False}
        data["has_new_product"] = known.get(data.pop("new_product"))
        if data["product_name"]:
            data["has_new_product"] = True
        return data


def initial_of(follow_up) -> dict:
    words = {True: FollowUpForm.YES, False: FollowUpForm.NO}
    # Sales are specific data: they are asked, and shown to nobody again.
    names = ("producing", "obstacle", "product_name", "need", "words")
    return {
        **{name: getattr(follow_up, name) for name in names},
        "helpers": follow_up.helpers,
        "new_product": words.get(follow_up.has_new_product, ""),
    }
