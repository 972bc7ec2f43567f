"""
What a person agreed to, given and withdrawn by purpose (UU 27/2022 articles 20-24).

Rows are never changed but for the moment of withdrawal, so that the council can
prove what was agreed, when, and under which notice.
"""

from django.utils import timezone

from council.models import Consent

# Raise it whenever the text of the privacy notice changes.
NOTICE_VERSION = "2026-12"


def give(person, purpose: str) -> Consent:
    """Note a yes; a yes that still stands is kept as it was."""
    consent, _created = Consent.objects.get_or_create(
        person=person,
        purpose=purpose,
        withdrawn_at=None,
        defaults={"notice_version": NOTICE_VERSION},
    )
    return consent


def withdraw(person, purpose: str) -> None:
    """End a yes from this moment on."""
    standing(person).filter(purpose=purpose).update(withdrawn_at=timezone.now())


def standing(person):
    """The consents of a person that have not been withdrawn."""
    return Consent.objects.filter(person=person, withdrawn_at=None)


def has_given(person, purpose: str) -> bool:
    return standing(person).filter(purpose=purpose).exists()


def has_withdrawn(person, purpose: str) -> bool:
    """Whether the person said no after an earlier yes, and not yes again."""
    said = Consent.objects.filter(person=person, purpose=purpose)
    return said.exists() and not said.filter(withdrawn_at=None).exists()
