"""
What keeps machines out of the public forms without asking people a puzzle.

A trap that people do not see, a signed moment that says how long the form was
open, and a limit for each connection. The form's number is given once with each
page: kept unique on the row it makes, it turns a double click into one row.
"""

import secrets
from datetime import timedelta

from allauth.core import ratelimit

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext_lazy as _

# Nobody reads and answers a form faster; nobody leaves it open longer.
SOONEST = timedelta(seconds=2)
LATEST = timedelta(hours=24)

TRAPPED = _(
    "A field that people do not see was filled in. Empty it, or open this page anew."
)
TOO_SOON = _("That was very quick. Read your answers once more and send them again.")
TOO_LATE = _("This page was open for a long time. Your answers are kept: send again.")
TOO_MANY = _(
    "Many forms came from your connection within an hour. Try again in an hour."
)


class GuardedForm(forms.Form):
    """
    A form that anybody may send.

    Give it the request; show `_form_guard.html` within it, on a page that is never
    cached. `number` is the same for every sending of one page.
    """

    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    GUARDS = ("website", "opened")

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request
        self.fields["opened"].initial = self.fresh_token

    @property
    def signer(self) -> TimestampSigner:
        """Signs for this form alone: the token of another one is worth nothing."""
        return TimestampSigner(salt=f"{__name__}.{type(self).__name__}")

    def fresh_token(self) -> str:
        return self.signer.sign(secrets.token_hex(16))

    @property
    def questions(self):
        """The fields people see."""
        return [field for field in self if field.name not in self.GUARDS]

    @property
    def number(self) -> str:
        """What tells this page's form from every other one."""
        return self.signer.unsign(self.cleaned_data["opened"])

    def clean(self):
        data = super().clean()
        if data.get("website"):
            raise ValidationError(TRAPPED, code="trapped")
        self.refuse_wrong_moment(data.get("opened", ""))
        if not self.errors and not ratelimit.consume(
            self.request, action="public_form"
        ):
            raise ValidationError(TOO_MANY, code="too_many")
        return data

    def refuse_wrong_moment(self, token) -> None:
        try:
            self.signer.unsign(token, max_age=LATEST)
        except BadSignature as error:
            self.start_anew()
            raise ValidationError(TOO_LATE, code="too_late") from error
        try:
            self.signer.unsign(token, max_age=SOONEST)
        except SignatureExpired:
            return
        raise ValidationError(TOO_SOON, code="too_soon")

    def start_anew(self) -> None:
        """Let the form, with what was typed, be sent once more."""
        self.data = self.data.copy()
        self.data[self.add_prefix("opened")] = self.fresh_token()
