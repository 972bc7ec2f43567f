from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from council.dates import PlausibleDateField
from council.form_guard import GuardedForm
from council.forms import NameField, PhoneField

from .models import Enquiry

Wish = Enquiry.Wish


class EnquiryForm(GuardedForm):
    """A visitor's question to a maker; one way to be answered is enough."""

    name = NameField(label=_("Your name"))
    phone = PhoneField(
        required=False,
        help_text=_("Such as 0812 3456 7890, or +31 6 1234 5678 from abroad."),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("A phone number or an e-mail: one is enough."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Write an e-mail such as nama@contoh.id.")},
    )
    wish = forms.ChoiceField(
        label=_("What do you want?"),
        widget=forms.RadioSelect,
        choices=[(wish.value, wish.label) for wish in Wish],
        initial=Wish.ONE_PIECE,
        error_messages={"invalid_choice": _("Choose one of the three.")},
    )
    quantity = forms.IntegerField(
        label=_("How many?"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        error_messages={"invalid": _("Write a number such as 300.")},
    )
    needed_on = PlausibleDateField(
        label=_("Needed by"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write a date such as 2027-02-17.")},
    )
    message = forms.CharField(
        label=_("Your message"),
        min_length=5,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Size, colour, place of delivery: whatever helps to answer."),
    )
    agrees = forms.BooleanField(
        label=_("The maker and their council may contact me about this question."),
        error_messages={
            "required": _("Without your consent nobody may answer you. Tick the box.")
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agrees"].help_text = format_html(
            '{} <a href="{}">{}</a>',
            _("Kept for one year, for the answer alone."),
            reverse("privacy"),
            _("How we treat your data"),
        )

    def clean_needed_on(self):
        day = self.cleaned_data["needed_on"]
        if day and day < timezone.localdate():
            raise ValidationError(_("This day is over. Choose a day to come."))
        return day

    def clean(self):
        data = super().clean()
        if not self.errors.keys() & {"phone", "email"} and not (
            data.get("phone") or data.get("email")
        ):
            self.add_error(
                "phone", _("Write a phone number or an e-mail. One is enough.")
            )
        is_bulk = data.get("wish") == Wish.BULK
        if is_bulk and "quantity" not in self.errors and not data.get("quantity"):
            self.add_error("quantity", _("Say about how many you need."))
        return data

    @property
    def answers(self) -> dict:
        """What to keep of the question."""
        kept = ("name", "phone", "email", "wish", "quantity", "needed_on", "message")
        return {name: self.cleaned_data[name] for name in kept}


class LabelReportForm(GuardedForm):
    """What somebody saw who thinks that a technique label is misused."""

    seen_where = forms.CharField(
        label=_("Where did you see it?"),
        max_length=200,
        help_text=_("The shop, market or web address."),
        error_messages={"required": _("Say where the council can look.")},
    )
    what = forms.CharField(
        label=_("What is wrong?"),
        min_length=10,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Such as: the tag hangs on printed cloth, sold as hand-drawn."),
        error_messages={"required": _("Say what is wrong, in a sentence or two.")},
    )
    contact = forms.CharField(
        label=_("Phone number or e-mail"),
        required=False,
        max_length=120,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].help_text = format_html(
            '{} <a href="{}">{}</a>',
            _("Only if the council may ask you more; destroyed after one year."),
            reverse("privacy"),
            _("How we treat your data"),
        )

    @property
    def answers(self) -> dict:
        """What to keep of the report."""
        return {
            name: self.cleaned_data[name] for name in ("seen_where", "what", "contact")
        }
