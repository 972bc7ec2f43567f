"""
What the portal does of itself: soon after midnight, in the morning, and by the hour.

Each piece may run twice without harm, so two machines need no agreement. A piece is
noted only when it is done: what failed, or was missed while the machine was off, is
done at the next look.
"""

import logging

from django.core.management import call_command
from django.utils import timezone

from council.models import DailyWork

log = logging.getLogger("dekranasda.daily")

# From which hours on, on the clock of the portal. Nobody is woken by a message.
MORNING = range(8, 9)
BY_DAY = range(7, 21)
MIDNIGHT = range(1)
WORK = {
    "rotate": MIDNIGHT,
    "figures": MIDNIGHT,
    "purge": MIDNIGHT,
    "clearsessions": MIDNIGHT,
    "search": MIDNIGHT,
    "invitations": MORNING,
    "follow_ups": MORNING,
    "reminders": BY_DAY,
}


def due(now) -> list[str]:
    """The work of the day up to this hour that nobody has done yet, in its order."""
    done = DailyWork.objects.filter(done_on__gte=now.date())
    done = set(done.values_list("name", flat=True))
    return [
        name
        for name, hours in WORK.items()
        if (turn := turn_of(name, hours, now)) and turn not in done
    ]


def turn_of(name, hours, now) -> str:
    """The latest turn of a piece of work that has come today: `reminders 14`."""
    begun = [hour for hour in hours if hour <= now.hour]
    return f"{name} {begun[-1]}" if begun else ""


def do_due(now=None, *, run=call_command) -> list[str]:
    """Do what is due, and give what failed; one failure stops nothing else."""
    now, failed = now or timezone.localtime(), []
    for name in due(now):
        try:
            run(name)
        except Exception:
            log.exception("daily work failed: %s", name)
            failed.append(name)
        else:
            turn, today = turn_of(name, WORK[name], now), {"done_on": now.date()}
            DailyWork.objects.update_or_create(name=turn, defaults=today)
    return failed
