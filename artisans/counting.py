"""
Counting looks and clicks without knowing anybody.

Noting one only adds to a number in memory; every few seconds a process writes
all it has noted in one go. So no page waits for a count, and no visitor makes
the database write. A process that is killed loses the last few seconds.
"""

import logging
import re
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from threading import Lock

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import Case, F, Value, When
from django.utils import timezone

from artisans.models import Business, DailyCount, Product

log = logging.getLogger("artisans.counting")

WRITE_EVERY = 10
MOST_NOTED = 2000
AT_ONCE = 200

MACHINES = re.compile(
    r"bot|crawl|spider|slurp|preview|fetch|monitor|scan|facebookexternalhit|whatsapp"
    r"|telegram|curl|wget|python|java/|go-http|headless|lighthouse|archiver|^$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Noted:
    """What is counted together: one page of one maker, one channel, one day."""

    day: date
    channel: str
    business: int = 0
    product: int = 0


class Notes:
    """What this process has noted and not written yet."""

    def __init__(self):
        self.lock = Lock()
        self.clear()

    def clear(self) -> None:
        self.counts, self.written_at = Counter(), time.monotonic()

    def add(self, counts: Counter) -> None:
        with self.lock:
            self.counts.update(counts)

    def take(self) -> Counter:
        with self.lock:
            counts = self.counts
            self.clear()
        return counts

    @property
    def is_due(self) -> bool:
        waits = time.monotonic() - self.written_at
        return bool(self.counts) and (
            waits > WRITE_EVERY or len(self.counts) > MOST_NOTED
        )


notes = Notes()


def note(request, channel, *, business=0, product=0) -> None:
    """Count a look or click of a person; machines and previews are passed over."""
    if is_a_person(request):
        noted = Noted(timezone.localdate(), channel, business, product)
        notes.add(Counter([noted]))


def is_a_person(request) -> bool:
    """Whether a visitor asked: no robot, no prefetching, nobody who is signed in."""
    headers = request.headers
    is_early = "prefetch" in " ".join(
        headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz")
    )
    # Makers and staff look at their own pages; that is no visitor's interest.
    is_known = settings.SESSION_COOKIE_NAME in request.COOKIES
    is_machine = MACHINES.search(headers.get("User-Agent", ""))
    return request.method == "GET" and not (is_early or is_known or is_machine)


def write_when_due() -> None:
    if notes.is_due:
        write()


def write() -> None:
    """Add what was noted to the counts of the days; keep it when that fails."""
    taken = notes.take()
    if not taken:
        return
    try:
        with transaction.atomic():
            add_to_days(known(taken))
    except DatabaseError as error:
        log.warning("counts not written: %s", type(error).__name__)
        notes.add(taken)


def known(counts: Counter) -> Counter:
    """By day, maker, product and channel; addresses of nothing public are dropped."""
    products = dict(
        Product.objects.published()
        .filter(pk__in={noted.product for noted in counts})
        .values_list("pk", "business_id")
    )
    makers = set(
        Business.objects.published()
        .filter(pk__in={noted.business for noted in counts})
        .values_list("pk", flat=True)
    )
    found = Counter()
    for noted, number in counts.items():
        business = products.get(noted.product) or noted.business
        if noted.product in products or (not noted.product and business in makers):
            found[noted.day, business, noted.product or None, noted.channel] += number
    return found


def add_to_days(counts: Counter) -> None:
    names = ("counted_on", "business_id", "product_id", "channel")
    DailyCount.objects.bulk_create(
        # In one order everywhere, or two processes could wait for each other.
        [
            DailyCount(**dict(zip(names, key, strict=True)))
            for key in sorted(counts, key=repr)
        ],
        ignore_conflicts=True,
    )
    rows = DailyCount.objects.filter(
        counted_on__in={key[0] for key in counts},
        business__in={key[1] for key in counts},
    ).values_list("pk", *names)
    more = {pk: counts[tuple(key)] for pk, *key in rows if tuple(key) in counts}
    keys = list(more)
    for start in range(0, len(keys), AT_ONCE):
        part = keys[start : start + AT_ONCE]
        cases = [When(pk=pk, then=Value(more[pk])) for pk in part]
        DailyCount.objects.filter(pk__in=part).update(
            number=F("number") + Case(*cases, default=Value(0))
        )
