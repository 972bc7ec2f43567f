"""
Whose turn it is to stand in front.

Verified makers stand in two queues: one for the home page, one for the lists.
Once a day whoever stood in front goes to the end, so that everybody comes to the
front after the same number of days. Whoever is new has waited longest of all.

Products come forward with their makers: each day the makers whose work was longest
not in front bring one piece, the one that waited longest. What came forward last
stands first, so a maker with many pieces gets no more room than one with a single.
"""

from datetime import date, timedelta
from math import ceil

from django.db import transaction
from django.db.models import F, Max, OuterRef, Q, Subquery, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from artisans.models import Business, Product
from artisans.models.status import Status

AT_HOME, IN_LIST, OF_CRAFT = 6, 24, 6
QUEUES = {"home_turn": AT_HOME, "list_turn": IN_LIST}
WORKS_AT_HOME, WORKS_IN_LIST = 8, 24
WORKS = {"home_turn": WORKS_AT_HOME, "list_turn": WORKS_IN_LIST}
UNSEEN_FOR = timedelta(days=90)


@transaction.atomic
def rotate(today: date | None = None) -> int:
    """Let the next makers stand in front, once a day; give how many are shown."""
    today = today or timezone.localdate()
    makers = Business.objects.published()
    # Held first: of two runs at the same moment the second finds the day done.
    list(makers.in_list_order().select_for_update(of=("self",))[:IN_LIST])
    if makers.filter(last_shown_on__gte=today).exists():
        return 0
    for turn, places in QUEUES.items():
        send_to_the_end(makers, turn, places)
    for turn, places in WORKS.items():
        bring_forward(turn, places)
    return makers.filter(pk__in=shown_now()).update(last_shown_on=today)


def send_to_the_end(makers, turn: str, places: int) -> None:
    front = makers.order_by(turn, "pk")[: step(makers.count(), places)]
    # Whoever came forward since has not had a whole day yet.
    front = [maker for maker in front if maker.last_shown_on]
    last = Business.objects.aggregate(last=Max(turn))["last"] or 0
    for number, maker in enumerate(front, last + 1):
        setattr(maker, turn, number)
    # Not saved one by one: taking turns is no change that history should keep.
    Business.objects.bulk_update(front, [turn])


def bring_forward(turn: str, places: int) -> None:
    """Give the next makers' works the first places, one of each maker."""
    makers = makers_waiting(turn)
    waited = Product.objects.published().filter(business=OuterRef("pk"))
    chosen = Subquery(waited.order_by(turn, "-pk").values("pk")[:1])
    rows = makers.annotate(chosen=chosen).values_list("chosen", flat=True)
    keys = list(rows[: places + 1])
    keys = keys[:places] if len(keys) > places else turned(keys[::-1], places)
    works = Product.objects.in_bulk(keys)
    last = Product.objects.aggregate(last=Max(turn))["last"] or 0
    # The highest number stands first: it goes to who waited longest.
    for number, key in enumerate(reversed(keys), last + 1):
        setattr(works[key], turn, number)
    Product.objects.bulk_update(works.values(), [turn])


def turned(keys: list, places: int) -> list:
    """Where everybody fits, who stood first for a day goes to the end."""
    first = step(len(keys), places)
    return keys[first:] + keys[:first]


def makers_waiting(turn: str):
    """Makers who have something to show, those whose work waited longest first."""
    public = Q(products__status=Status.VERIFIED)
    makers = Business.objects.published()
    makers = makers.annotate(last_work=Max(f"products__{turn}", filter=public))
    return makers.exclude(last_work=None).order_by("last_work", "pk")


def step(number: int, places: int) -> int:
    """How many give way: all in front, or a quarter where everybody fits."""
    return places if number > places else ceil(number / 4)


def shown_now() -> set[int]:
    """The makers in front now: on the home page, the list and each craft's page."""
    makers = Business.objects.published()
    shown = set(makers.in_home_order().values_list("pk", flat=True)[:AT_HOME])
    shown |= set(makers.in_list_order().values_list("pk", flat=True)[:IN_LIST])
    place = Window(
        RowNumber(),
        partition_by="craft_id",
        order_by=[F("business__list_turn"), F("business_id")],
    )
    of_crafts = Business.crafts.through.objects.filter(business__in=makers)
    of_crafts = of_crafts.annotate(place=place).filter(place__lte=OF_CRAFT)
    return shown | set(of_crafts.values_list("business_id", flat=True))


def unseen(makers):
    """Public makers who have not stood in front for a long time, or never."""
    day = timezone.localdate() - UNSEEN_FOR
    long_ago = Q(last_shown_on=None, verified_at__date__lt=day)
    return makers.published().filter(Q(last_shown_on__lt=day) | long_ago)


def full_turn(number: int, places: int) -> int:
    """After how many days everybody has stood in front."""
    return ceil(number / places) if number > places else 1
