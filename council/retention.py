"""
What is destroyed when it has been kept long enough (UU 27/2022 articles 42-45).

Bodies of messages hold sign-in codes and names; nobody needs them a week later.
An account whose phone number or e-mail nobody proved within a month may be somebody
else's: the address becomes free again.
A model of any room that says how long its rows are `kept_for` is purged here too,
by its words `overdue(moment)` and `forget()`.
"""

from datetime import timedelta

from allauth.account.models import EmailAddress

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from council.models import Message, User

MESSAGES_KEEP_TEXT = timedelta(days=7)
UNPROVEN_ACCOUNTS_STAY = timedelta(days=30)


@transaction.atomic
def purge(*, dry_run: bool = False) -> dict[str, int]:
    """Destroy what is overdue, and tell how much of each kind it was."""
    now = timezone.now()
    messages = Message.objects.finished_before(now - MESSAGES_KEEP_TEXT).with_text()
    sessions = Session.objects.filter(expire_date__lt=now)
    accounts = unproven_accounts(before=now - UNPROVEN_ACCOUNTS_STAY)
    counts = {
        "isi pesan": messages.count(),
        "sesi": sessions.count(),
        "akun yang tidak pernah dibuktikan": accounts.count(),
    }
    if not dry_run:
        messages.update(body="", html_body="")
        sessions.delete()
        accounts.delete()
    for model in apps.get_models():
        if kept_for := getattr(model, "kept_for", None):
            rows = model.objects.overdue(now - kept_for)
            counts[str(model._meta.verbose_name_plural)] = rows.count()
            if not dry_run:
                rows.forget()
    return counts


def unproven_accounts(*, before):
    """Accounts made by a sign-up that nobody finished, and never used since."""
    proven = EmailAddress.objects.filter(verified=True).values("user")
    return User.objects.filter(
        date_joined__lt=before,
        is_staff=False,
        is_example=False,
        person=None,
        last_login=None,
        phone_verified_at=None,
    ).exclude(pk__in=proven)
