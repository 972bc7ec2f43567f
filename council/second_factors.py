"""
The secrets of authenticator apps, kept so that a copy of the database is no key.

They are encrypted with the keys of `NIK_KEY`, which lie outside the database.
"""

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator

from council.nik import keys

SECRETS = ("secret", "seed")


class SecondFactorAdapter(DefaultMFAAdapter):
    """allauth's second factors, with their secrets encrypted."""

    def encrypt(self, text: str) -> str:
        return keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return keys().decrypt(encrypted_text.encode()).decode()


def renew_secrets() -> int:
    """Encrypt every secret with the newest key, and give how many apps have one."""
    apps = Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN)
    renewed = 0
    for app in apps.select_for_update().order_by("pk"):
        for name in SECRETS:
            if name in app.data:
                app.data[name] = keys().rotate(app.data[name].encode()).decode()
        app.save(update_fields=["data"])
        renewed += 1
    return renewed
