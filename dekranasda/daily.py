"""
What the portal does once a day, soon after midnight.

Each piece may run twice without harm, so two machines need no agreement. A piece is
noted only when it is done: what failed, or was missed while the machine was off, is
done at the next look.
"""

import logging

from django.core.management import call_command
from django.utils import timezone

from council.models import DailyWork

log = logging.getLogger("dekranasda.daily")

WORK = ["rotate", "figures", "reminders", "purge", "clearsessions", "search"]


def due(today) -> list[str]:
    """The work of a day that nobody has done yet, in its order."""
    done = DailyWork.objects.filter(name__in=WORK, done_on__gte=today)
    done = set(done.values_list("name", flat=True))
    return [name for name in WORK if name not in done]


def do_due(today=None, *, run=call_command) -> list[str]:
    """Do what is due, and give what failed; one failure stops nothing else."""
    today, failed = today or timezone.localdate(), []
    for name in due(today):
        try:
            run(name)
        except Exception:
            log.exception("daily work failed: %s", name)
            failed.append(name)
        else:
            DailyWork.objects.update_or_create(name=name, defaults={"done_on": today})
    return failed
