"""
Whose turn it is to stand in front.

Verified makers stand in two queues: one for the home page, one for the lists.
Once a day whoever stood in front goes to the end, so that everybody comes to the
front after the same number of days. Whoever is new has waited longest of all.
"""

from datetime import date, timedelta
from math import ceil

from django.db import transaction
from django.db.models import F, Max, Q, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from artisans.models import Business

AT_HOME, IN_LIST, OF_CRAFT = 6, 24, 6
QUEUES = {"home_turn": AT_HOME, "list_turn": IN_LIST}
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
