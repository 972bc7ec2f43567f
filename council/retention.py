"""
What is destroyed when it has been kept long enough (UU 27/2022 articles 42-45).

Bodies of messages hold sign-in codes and names; nobody needs them a week later.
A model of any room that says how long its rows are `kept_for` is purged here too,
by its words `overdue(moment)` and `forget()`.
"""

from datetime import timedelta

from django.apps import apps
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
    for model in apps.get_models():
        if kept_for := getattr(model, "kept_for", None):
            rows = model.objects.overdue(now - kept_for)
            counts[str(model._meta.verbose_name_plural)] = rows.count()
            if not dry_run:
                rows.forget()
    return counts
