from django import forms
from django.utils.translation import gettext_lazy as _

from artisans.maker_forms import crafts_by_family
from artisans.models import Craft
from council.forms import ONE_OF_TWO, NameField, PhoneField
from council.models import Consent, Person, Region

MATCHES = 10


class ProfileForm(forms.Form):
    """
    What an artisan says of themselves.

    Only a name and a way to be reached are asked for at once; the page tells what
    a training still needs. The village is searched for and chosen in two steps
    that keep everything typed, without any script.
    """

    full_name = NameField()
    gender = forms.ChoiceField(
        label=_("Gender"),
        required=False,
        widget=forms.RadioSelect,
        choices=[(gender.value, gender.label) for gender in Person.Gender],
        error_messages={"invalid_choice": _("Choose one of the two.")},
    )
    phone = PhoneField(required=False, help_text=_("Such as 0812 3456 7890."))
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write an e-mail such as nama@contoh.id.")},
    )
    village_search = forms.CharField(
        label=_("Find your kelurahan or desa"),
        required=False,
        max_length=100,
        help_text=_(
            "Type its name and press Search. "
            "A name found often needs its kecamatan: Serua, Ciputat."
        ),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    village_searched = forms.CharField(required=False, widget=forms.HiddenInput)
    village = forms.ModelChoiceField(
        label=_("Kelurahan or desa"),
        queryset=Region.objects.villages().with_parents(),
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": _("Choose a kelurahan or desa you found.")},
    )
    address = forms.CharField(
        label=_("Address"),
        required=False,
        max_length=255,
        help_text=_("Street, number, RT and RW."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    main_craft = forms.ModelChoiceField(
        label=_("Main craft"),
        queryset=Craft.objects.order_by("family", "name"),
        required=False,
        empty_label=_("Choose a craft"),
        error_messages={"invalid_choice": _("Choose a craft from the list.")},
    )

    matches = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["main_craft"]
        field.choices = crafts_by_family(field)
        for name in ("phone", "email"):
            self.fields[name].wanted = ONE_OF_TWO
        for name in ("gender", "village_search", "main_craft"):
            self.fields[name].wanted = _("needed to join a training")

    @classmethod
    def of(cls, user, artisan):
        """The form with what is known of the person."""
        person = user.person
        if person is None:
            return cls(initial={"full_name": user.get_full_name()})
        known = {
            "full_name": person.full_name,
            "gender": person.gender,
            "phone": person.phone.as_national if person.phone else "",
            "email": person.email,
            "address": person.address,
        }
        if artisan:
            known["village"] = artisan.village_id
            known["main_craft"] = artisan.main_craft_id
        return cls(initial=known)

    @classmethod
    def searching(cls, typed):
        """The form as typed, with the villages that fit the words."""
        words = typed.get("village_search", "")
        form = cls(initial={**typed.dict(), "village_searched": words})
        form.matches = list(
            Region.objects.villages().search(words).with_parents()[: MATCHES + 1]
        )
        form.has_no_match = not form.matches
        if len(form.matches) == 1:
            form.initial["village"] = form.matches[0].pk
        return form

    @staticmethod
    def is_search(typed) -> bool:
        """Whether the words have not been looked up yet, or led to no choice."""
        words = typed.get("village_search", "").strip()
        is_new = words != typed.get("village_searched", "").strip()
        asks = typed.get("action") == "search" or not typed.get("village")
        return bool(words) and asks and (is_new or not typed.get("village"))

    @property
    def chosen_village(self):
        """The village in the form as it stands, if it is one."""
        code = str(self["village"].value() or "")
        return self.fields["village"].queryset.filter(pk=code).first()

    @property
    def has_more_matches(self) -> bool:
        return len(self.matches) > MATCHES

    @property
    def choices_of_village(self):
        """What was found, after the village that stands."""
        chosen = self.chosen_village
        found = [each for each in self.matches[:MATCHES] if each != chosen]
        return [chosen, *found] if chosen else found

    def clean(self):
        data = super().clean()
        has_contact = data.get("phone") or data.get("email")
        if not has_contact and not self.errors.keys() & {"phone", "email"}:
            self.add_error(
                "phone", _("Write a phone number or an e-mail. One is enough.")
            )
        return data

    def profile(self) -> dict:
        """What to keep; the search is left behind."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if not name.startswith("village_")
        }


class ConsentsForm(forms.Form):
    """What a person agrees to, one box for each purpose."""

    purposes = forms.MultipleChoiceField(
        label=_("I agree that Dekranasda may"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=Consent.Purpose.choices,
        error_messages={"invalid_choice": _("Choose from the list.")},
    )

    OF_INSTRUCTORS = {Consent.Purpose.TEACHING_POOL, Consent.Purpose.TEACHING_LINE}

    def __init__(self, *args, is_instructor=False, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_instructor:
            others = self.OF_INSTRUCTORS
            choices = [
                each for each in Consent.Purpose.choices if each[0] not in others
            ]
            self.fields["purposes"].choices = choices
