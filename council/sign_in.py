"""
Who may sign in at all: nobody with a published password on a real portal.

The accounts of the demonstration are printed in public, so a copy of its data must
not open a portal that people use. Open sessions end by the same rule.
"""

from allauth.account.auth_backends import AuthenticationBackend

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

from council.models import User
from council.prepared import Prepared

account = Prepared(lambda key: User.objects.filter(pk=key))


class RealPeopleOnly:
    """Refuses the accounts of the demonstration where DEBUG is off."""

    def user_can_authenticate(self, user):
        if user.is_example and not settings.DEBUG:
            return False
        return super().user_can_authenticate(user)

    def get_user(self, key):
        user = account.first(key)
        return user if user and self.user_can_authenticate(user) else None


class NameBackend(RealPeopleOnly, ModelBackend):
    """Sign in by user name."""


class AddressBackend(RealPeopleOnly, AuthenticationBackend):
    """Sign in by e-mail or phone number."""
