from django import forms
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from .models import TrainingClass


def new_request_key() -> str:
    """A key for one form: the same form sent again carries the same key."""
    return get_random_string(24)


class EnrolForm(forms.Form):
    """Choose a class of one training and say yes."""

    training_class = forms.ModelChoiceField(
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
        self.fields["training_class"].queryset = training.classes.all()


class CancelForm(forms.Form):
    """Give a seat or place back."""

    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=200,
        help_text=_("It helps us to plan better. You may leave it empty."),
    )
