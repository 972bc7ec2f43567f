"""The forms through which people sign up, sign in and come back."""

from contextlib import suppress

from allauth.account import forms as theirs
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.password_reset_by_code import (
    PasswordResetVerificationProcess,
)
from allauth.account.internal.userkit import filter_users_by_email
from phonenumber_field.formfields import PhoneNumberField

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from council.accounts import is_proven, session_age
from council.models import Consent, User
from council.names import tidy_name, validate_name

# Beside fields of which the person fills in the one they have.
ONE_OF_TWO = _("one of the two is enough")
PLAIN_TYPING = {"autocapitalize": "none", "spellcheck": "false"}


class PhoneField(PhoneNumberField):
    """A phone number written in any usual way; gives text such as +628123456789."""

    default_error_messages = {
        "invalid": _("Write a phone number such as 0812 3456 7890.")
    }

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Phone number (WhatsApp)"))
        attrs = {"autocomplete": "tel", "inputmode": "tel"}
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "tel", **attrs}))
        super().__init__(**kwargs)

    def clean(self, value):
        number = super().clean(str(value or "")[:40])
        return number.as_e164 if number else ""


class NameField(forms.CharField):
    """The whole name of a person in one field, tidied."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Full name"))
        kwargs.setdefault("max_length", 150)
        kwargs.setdefault("validators", [validate_name])
        super().__init__(**kwargs)
        self.widget.attrs["autocomplete"] = "name"

    def to_python(self, value):
        return tidy_name(super().to_python(value))


class SignupForm(theirs.SignupForm):
    """Name, phone or e-mail, password, and what the person agrees to."""

    full_name = NameField()
    consents = forms.MultipleChoiceField(
        label=_("I agree that Dekranasda may"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (purpose.value, purpose.label)
            for purpose in (Consent.Purpose.PUBLIC_PROFILE, Consent.Purpose.MESSAGES)
        ],
    )
    field_order = ["full_name", "phone", "email", "password1", "consents"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consents"].help_text = format_html(
            '{} <a href="{}">{}</a>',
            _("You may leave these empty, and change them whenever you like."),
            reverse("privacy"),
            _("How we treat your data"),
        )
        self.fields["phone"].label = PhoneField().label
        self.fields["phone"].help_text = _("We send a code to this number.")
        email = self.fields["email"]
        email.label, email.required = _("E-mail"), False
        email.help_text = _("If you have no phone number, this alone is enough.")
        self.fields["phone"].wanted = email.wanted = ONE_OF_TWO
        for name in ("phone", "email", "password1"):
            self.fields[name].widget.is_required = self.fields[name].required
            self.fields[name].widget.attrs.pop("placeholder", None)

    def clean(self):
        data = super().clean()
        phone, email = data.get("phone"), data.get("email")
        if not phone and not email and not self.errors.keys() & {"phone", "email"}:
            self.add_error(
                "phone",
                _("Write your phone number or your e-mail address. One is enough."),
            )
        self.contact_email = email or ""
        if phone:
            # Only the proven address opens the account; the other one is kept as
            # a contact, or somebody could sit on a stranger's e-mail.
            data["email"] = ""
            self.account_already_exists = bool(get_adapter().get_user_by_phone(phone))
        return data

    def try_save(self, request):
        """Make the account once, also when the form is sent twice."""
        request.session["joining"] = {
            "address": self.cleaned_data["phone"] or self.cleaned_data["email"],
            "email": self.contact_email,
            "purposes": self.cleaned_data["consents"],
        }
        if self.account_already_exists:
            if earlier := self.own_earlier_try():
                return earlier, None
            return super().try_save(request)
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            return self.try_save(request)

    def own_earlier_try(self):
        """The account this person began and never opened, if the password fits."""
        phone, email = self.cleaned_data["phone"], self.cleaned_data["email"]
        address = {"phone": phone} if phone else {"email": email}
        user = User.objects.filter(**address).first() or User()
        # The password is worked out in every case: the time tells nobody anything.
        fits = user.check_password(self.cleaned_data["password1"])
        is_shut = user.pk and user.is_active and not is_proven(user)
        return user if fits and is_shut else None


class LoginForm(theirs.LoginForm):
    """One field for the phone number, e-mail or user name, and the password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Phone number, e-mail or user name"),
            max_length=254,
            widget=forms.TextInput(attrs={"autocomplete": "username", **PLAIN_TYPING}),
        )
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.order_fields(["login", "password"])

    def clean_login(self):
        login = super().clean_login()
        with suppress(ValidationError):
            # Else every way to write a number would have tries of its own.
            return login if "@" in login else PhoneField().clean(login)
        return login

    def login(self, request, redirect_url=None):
        response = super().login(request, redirect_url)
        request.session.set_expiry(session_age(self.user))
        return response


class ResetPasswordForm(theirs.ResetPasswordForm):
    """Ask for a code to choose a new password, by e-mail or by phone."""

    # allauth's view reads the address from a field of this name.
    email = forms.CharField(
        label=_("Phone number or e-mail"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", **PLAIN_TYPING}),
    )

    def clean_email(self):
        address = self.cleaned_data["email"].strip().lower()
        try:
            if "@" not in address:
                return self.clean_as_phone(address)
            validate_email(address)
        except ValidationError:
            raise ValidationError(
                _("Write a phone number such as 0812 3456 7890, or an e-mail address.")
            ) from None
        self.users = filter_users_by_email(
            address, is_active=True, prefer_verified=True, for_login=True
        )
        return address

    def clean_as_phone(self, number):
        phone = PhoneField().clean(number)
        user = get_adapter().get_user_by_phone(phone)
        self.users = [user] if user and user.is_active else []
        return phone

    def save(self, request, **kwargs):
        address = self.cleaned_data["email"]
        if "@" in address:
            return super().save(request, **kwargs)
        user = self.users[0] if self.users else None
        PhoneReset.initiate(request=request, user=user, email=address)
        return address


class PhoneReset(PasswordResetVerificationProcess):
    """allauth's way back by code, with the code sent to the phone."""

    @classmethod
    def initiate(cls, *, request, user, email):
        process = cls(request, state=cls.initial_state(user, email), user=user)
        process.send()
        process.persist()
        return process

    def send(self):
        phone = self.state["email"]
        adapter = get_adapter()
        if not self.user:
            adapter.send_unknown_account_sms(phone)
            return
        self.state["code"] = adapter.generate_password_reset_code()
        adapter.send_verification_code_sms(self.user, phone, self.state["code"])
