"""
How things stand with what the public sees, in one number of this process.

The number changes with the data version, and at the moments when pages change by
themselves: a planned publication, registration that opens or closes, midnight in
one of the three time zones.
"""

import logging
import time
from datetime import datetime, timedelta
from itertools import count
from threading import Lock
from zoneinfo import ZoneInfo

from django.db import Error as DatabaseError
from django.db import close_old_connections
from django.db.models import DateTimeField
from django.utils import timezone

from artisans.models import Centre, Collection, CraftRoute, Outlet
from council.models import DataVersion, Unit
from council.prepared import Prepared
from programs.models import Activity
from trainings.models import TrainingClass

log = logging.getLogger("dekranasda.standing")

READ_EVERY = 0.25
TRY_AGAIN_AFTER = 1
# A database that hangs holds one thread; the others wait this long for it.
PATIENCE = 2
# How long visitors get the last pages known while the database is away.
OUTAGE_LASTS = 300

# The fields that a public page compares with the clock.
MOMENTS = [
    *[(model, "published_at") for model in (Activity, Centre, Outlet)],
    *[(model, "published_at") for model in (Collection, CraftRoute)],
    (TrainingClass, "opens_at"),
    (TrainingClass, "closes_at"),
]


def next_of(model, name) -> Prepared:
    """The question when a field is reached next."""

    def rows(now):
        later = model.objects.filter(**{f"{name}__gt": now})
        return later.order_by(name).values_list(name, flat=True)[:1]

    return Prepared(rows, DateTimeField())


NEXT = [next_of(model, name) for model, name in MOMENTS]


class Standing:
    """The number, read again when it may have changed."""

    def __init__(self):
        self.lock = Lock()
        self.numbers = count(1)
        self.number = self.version = None
        self.read_at = self.read_again_at = self.changes_at = 0
        self.is_away = False

    def now(self) -> int | None:
        """The number, or None while nobody can tell."""
        if self.is_due and self.lock.acquire(timeout=PATIENCE):
            try:
                # Another thread may have read it while this one waited.
                if self.is_due:
                    self.read()
            finally:
                self.lock.release()
        return self.number if self.holds else None

    @property
    def is_due(self) -> bool:
        has_passed = time.time() >= self.changes_at and not self.is_away
        return has_passed or time.monotonic() >= self.read_again_at

    @property
    def holds(self) -> bool:
        """Whether what was read last still counts; it does through a short outage."""
        is_recent = time.monotonic() - self.read_at < OUTAGE_LASTS
        return is_recent and time.time() < self.changes_at

    def read(self):
        # The moment before asking: an answer is as old as its question.
        asked_at = time.monotonic()
        try:
            close_old_connections()
            self.renew(DataVersion.objects.current())
        except DatabaseError as error:
            log.warning("version of the data not read: %s", type(error).__name__)
            self.is_away = True
            self.read_again_at = time.monotonic() + TRY_AGAIN_AFTER
        else:
            self.is_away = False
            self.read_at, self.read_again_at = asked_at, asked_at + READ_EVERY

    def renew(self, version):
        """Note the version; a new one, or a moment that passed, is a new number."""
        if version == self.version and time.time() < self.changes_at:
            return
        self.changes_at = next_moment(timezone.now()).timestamp()
        self.version, self.number = version, next(self.numbers)


def next_moment(now: datetime) -> datetime:
    """When a public page changes next, if nobody writes anything."""
    planned = [moment for question in NEXT for moment in question(now)]
    return min([*planned, *(midnight(now, zone) for zone in Unit.Zone)])


def midnight(now: datetime, zone: str) -> datetime:
    """When the day ends in a time zone."""
    today = now.astimezone(ZoneInfo(zone))
    return (today + timedelta(days=1)).replace(
        hour=0, minute=0, second=0, microsecond=0
    )


# One for the process: what is kept above Django and in it stands and falls together.
STANDING = Standing()
