"""
What is destroyed when it has been kept long enough (UU 27/2022 articles 42-45).

Bodies of messages hold sign-in codes and names; nobody needs them a week later.
"""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from council.models import Message

MESSAGES_KEEP_TEXT = timedelta(days=7)


@transaction.atomic
def purge(*, dry_run: bool = False) -> dict[str, int]:
    """Destroy what is overdue, and tell how much of each kind it was."""
    now = timezone.now()
    messages = Message.objects.finished_before(now - MESSAGES_KEEP_TEXT).with_text()
    sessions = Session.objects.filter(expire_date__lt=now)
    counts = {"isi pesan": messages.count(), "sesi": sessions.count()}
    if not dry_run:
        messages.update(body="", html_body="")
        sessions.delete()
    return counts
