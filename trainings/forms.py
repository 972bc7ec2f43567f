from datetime import date

from django import forms
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from .asking import field_for, in_order, name_of
from .models import TrainingClass


def new_request_key() -> str:
    """A key for one form: the same form sent again carries the same key."""
    return get_random_string(24)


class HandInForm(forms.Form):
    """Answer what a class still asks of an artisan."""

    def __init__(self, *args, checklist=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.checklist = checklist
        self.asked = in_order(checklist) if checklist else []
        for each in self.asked:
            self.fields[name_of(each)] = field_for(each)

    def clean(self):
        data = super().clean()
        for each in self.asked:
            born = data.get(name_of(each))
            if isinstance(born, date) and (why := self.checklist.why_not_aged(born)):
                self.add_error(name_of(each), why)
        return data

    @property
    def questions(self):
        """The fields for what the class still has to know."""
        return [self[name_of(each)] for each in self.asked]

    @property
    def given(self) -> list[tuple]:
        """What was answered well, each beside what was asked."""
        answers = [(each, self.cleaned_data.get(name_of(each))) for each in self.asked]
        return [(each, value) for each, value in answers if value is not None]

    @property
    def uploads(self) -> list[tuple]:
        """The files that came well: a browser does not send them a second time."""
        return [(each, value) for each, value in self.given if hasattr(value, "read")]

    def ask_no_more(self, given) -> None:
        """Take out what is kept already, so that the page does not ask for it again."""
        kept = {name_of(each) for each, _value in given}
        self.asked = [each for each in self.asked if name_of(each) not in kept]
        for name in kept:
            del self.fields[name]
        self.checklist.read_again()


class LoadedChoiceField(forms.ModelChoiceField):
    """A choice among rows that the page has read already."""

    rows = ()

    def to_python(self, value):
        if value in self.empty_values:
            return None
        for row in self.rows:
            if str(row.pk) == str(getattr(value, "pk", value)):
                return row
        raise forms.ValidationError(
            self.error_messages["invalid_choice"], code="invalid_choice"
        )


class EnrolForm(HandInForm):
    """Choose a class of one training and say yes."""

    training_class = LoadedChoiceField(
        label=_("Class"),
        queryset=TrainingClass.objects.none(),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a class."),
            "invalid_choice": _("Choose a class from the list."),
        },
    )
    request_key = forms.CharField(
        max_length=40, widget=forms.HiddenInput, initial=new_request_key
    )

    def __init__(self, *args, training, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["training_class"]
        field.queryset = field.rows = training.classes.all()

    @property
    def chosen(self) -> dict:
        """The class, and the key of this form, as the door takes them."""
        return {
            name: self.cleaned_data[name] for name in ("training_class", "request_key")
        }


class CancelForm(forms.Form):
    """Give a seat or place back."""

    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        help_text=_("It helps us to plan better. You may leave it empty."),
    )
