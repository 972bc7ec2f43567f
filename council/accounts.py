"""
How people sign in: by phone number, e-mail or user name, staff with a second factor.

allauth does the work. Ours are the phone numbers, the messages through the outbox,
links that never trust a Host header, and the length of a session.
"""

import secrets
from types import SimpleNamespace
from urllib.parse import urlsplit, urlunsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage, PhoneVerificationStage
from allauth.core.ratelimit import RateLimited, respond_429
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled

from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council.models import User
from council.newcomers import welcome
from council.outbox import post_phone

STAFF_SESSION = 8 * 3600
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
WRONG_PAIR = gettext_lazy(
    "This account and password do not belong together. Check both, then try again."
)


class AccountAdapter(DefaultAccountAdapter):
    """allauth's questions about accounts, answered for this portal."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        # One answer, whatever was typed: it tells nobody which half was wrong.
        "email_password_mismatch": WRONG_PAIR,
        "phone_password_mismatch": WRONG_PAIR,
        "username_password_mismatch": WRONG_PAIR,
        "too_many_login_attempts": gettext_lazy(
            "Too many failed attempts. Wait five minutes, then try again."
        ),
        "incorrect_code": gettext_lazy("This code is not right. Check it once more."),
        "incorrect_password": gettext_lazy("This password is not right."),
        "enter_current_password": gettext_lazy("This is not your current password."),
        "rate_limited": gettext_lazy(
            "A code was sent a moment ago. Wait a minute before asking again."
        ),
    }

    def get_login_stages(self):
        ours = {"Phone": PhoneStage, "Email": EmailStage}
        stages = super().get_login_stages()
        for word, stage in ours.items():
            theirs = f"allauth.account.stages.{word}VerificationStage"
            stages[stages.index(theirs)] = f"{__name__}.{stage.__name__}"
        return stages

    def save_user(self, request, user, form, commit=True):
        user.first_name = form.cleaned_data["full_name"]
        return super().save_user(request, user, form, commit)

    def populate_username(self, request, user):
        # Not made from the name: nobody becomes "admin" by being called so.
        user.username = user.username or f"perajin-{secrets.token_hex(6)}"

    def login(self, request, user):
        super().login(request, user)
        request.session.set_expiry(session_age(user))

    def post_login(self, request, user, **kwargs):
        """Keep what was said at sign-up as soon as the account is proven."""
        said = request.session.pop("joining", {})
        addresses = {user.email, *(self.get_phone(user) or [])}
        is_theirs = said.pop("address", None) in addresses
        if not user.is_staff and user.person_id is None:
            welcome(user, **(said if is_theirs else {}))
        return super().post_login(request, user, **kwargs)

    # Phone numbers, as text in the form +6281234567890

    def phone_form_field(self, **kwargs):
        from council.forms import PhoneField

        return PhoneField(**kwargs)

    def get_user_by_phone(self, phone):
        return User.objects.filter(phone=phone).first() if phone else None

    def get_phone(self, user):
        if not user.phone:
            return None
        return user.phone.as_e164, user.is_phone_verified

    def set_phone(self, user, phone, verified):
        user.phone = phone
        user.phone_verified_at = timezone.now() if verified else None
        user.save(update_fields=["phone", "phone_verified_at"])

    def set_phone_verified(self, user, phone):
        """Keep the proven number, also where the council finds the person."""
        old = user.phone
        self.set_phone(user, phone, True)
        person = user.person
        if person and (not person.phone or person.phone == old):
            person.phone = phone
            person.save(update_fields=["phone"])

    # Messages

    def send_verification_code_sms(self, user, phone, code, **kwargs):
        text = _(
            "%(code)s is your code for Portal Dekranasda, valid for 15 minutes. "
            "Give it to nobody."
        )
        post_phone(phone, text % {"code": code})

    def send_unknown_account_sms(self, phone, **kwargs):
        text = _(
            "Somebody asked Portal Dekranasda for a code with this number, "
            "but it has no account. To sign up: %(signup)s"
        )
        post_phone(phone, text % {"signup": at_public_address("account_signup")})

    def send_account_already_exists_sms(self, phone):
        text = _(
            "This number already has an account at Portal Dekranasda. "
            "Sign in: %(login)s Forgot the password: %(reset)s"
        )
        links = {
            "login": at_public_address("account_login"),
            "reset": at_public_address("account_reset_password"),
        }
        post_phone(phone, text % links)

    def send_mail(self, template_prefix, email, context):
        """Send a mail whose links and name do not come from the Host header."""
        links = {
            name: with_public_host(value)
            for name, value in context.items()
            if name.endswith("_url")
        }
        host = urlsplit(settings.PUBLIC_BASE_URL).netloc
        site = SimpleNamespace(name=settings.PORTAL_NAME, domain=host)
        context = {**context, **links, "current_site": site}
        super().send_mail(template_prefix, email, context)


class ProvenOnce:
    """A question at sign-in that is skipped when one address is already proven."""

    def handle(self):
        user = self.login.user
        if user and is_proven(user):
            return None, True
        return super().handle()


class PhoneStage(ProvenOnce, PhoneVerificationStage):
    """Ask for the code sent to the phone."""


class EmailStage(ProvenOnce, EmailVerificationStage):
    """Ask for the code sent by e-mail."""


def is_proven(user) -> bool:
    """Whether the holder of an account was seen to own it."""
    if user.is_staff or user.is_phone_verified:
        return True
    addresses = EmailAddress.objects.filter(user=user).values_list(
        "verified", flat=True
    )
    # An account without any address was handed over in person by staff.
    return any(addresses) or not (user.phone or user.email or addresses)


def session_age(user) -> int:
    """How many seconds a sign-in lasts."""
    return STAFF_SESSION if user.is_staff else settings.SESSION_COOKIE_AGE


def display_name(user) -> str:
    return user.get_full_name() or user.get_username()


def at_public_address(name: str, *args) -> str:
    """The address of a page as people outside reach it."""
    return with_public_host(reverse(name, args=args))


def with_public_host(url: str) -> str:
    base, parts = urlsplit(settings.PUBLIC_BASE_URL), urlsplit(url)
    return urlunsplit((base.scheme, base.netloc, *parts[2:]))


class StaffSecondFactor:
    """
    Let staff without a second factor reach only the pages that set it up.

    Also turns allauth's "too many codes asked for" into the 429 page.
    """

    open_pages = {"account_logout", "account_reauthenticate", "account_set_password"}

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        # Without the cookie nobody is signed in; public pages stay cacheable.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        if not settings.STAFF_NEEDS_SECOND_FACTOR or not request.user.is_staff:
            return None
        page = request.resolver_match.url_name or ""
        if page.startswith("mfa_") or page in self.open_pages:
            return None
        if is_mfa_enabled(request.user, SECOND_FACTORS):
            return None
        return redirect("mfa_activate_totp")

    def process_exception(self, request, exception):
        if isinstance(exception, RateLimited):
            return respond_429(request)
        return None


def after_login(request):
    """Send staff to the admin and artisans to their own page."""
    page = request.GET.get("next", "")
    if page and url_has_allowed_host_and_scheme(
        page, {request.get_host()}, require_https=request.is_secure()
    ):
        return redirect(page)
    return redirect("admin:index" if request.user.is_staff else "my:home")
