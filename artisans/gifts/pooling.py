"""
How many gifts a maker can deliver by a day, and how several share one order.

Plain numbers in, plain numbers out, all money in whole rupiah. The rule is told
to the public on the page and in `docs/gifts.md`.
"""

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

DAYS_A_MONTH = 30
MOST_MAKERS = 6


class Answer(Enum):
    """What a maker's own words say to an order."""

    CAN = "can"
    PART = "part"
    TOO_LATE = "too late"
    BELOW_MINIMUM = "below minimum"
    ASK = "ask"


class Cost(Enum):
    """How a price stands to the budget."""

    WITHIN = "within"
    PERHAPS = "perhaps"
    ASK = "ask"
    ABOVE = "above"


@dataclass(frozen=True)
class Offer:
    """What a maker has said of a product, as far as an order of many asks it."""

    product: int
    maker: int
    # Products with the same value may stand in for each other in a pool.
    alike: tuple = ()
    price: int | None = None
    price_up_to: int | None = None
    capacity_per_month: int | None = None
    lead_time_days: int = 0
    minimum_order: int = 1

    def ready_within(self, days: int) -> int | None:
        """How many are ready after so many days; None where no capacity is said."""
        if self.capacity_per_month is None:
            return None
        if days <= 0 or days < self.lead_time_days:
            return 0
        return self.capacity_per_month * days // DAYS_A_MONTH

    def days_for(self, number: int) -> int | None:
        """After how many days so many are ready; None where that cannot be said."""
        if not self.capacity_per_month:
            return None
        making = -(-number * DAYS_A_MONTH // self.capacity_per_month)
        return max(making, self.lead_time_days)

    def answer_to(self, number: int, days: int) -> Answer:
        """Whether the maker can deliver so many within so many days."""
        if number < self.minimum_order:
            return Answer.BELOW_MINIMUM
        ready = self.ready_within(days)
        if ready is None:
            return Answer.ASK if days >= self.lead_time_days else Answer.TOO_LATE
        if ready >= number:
            return Answer.CAN
        return Answer.PART if ready >= self.least else Answer.TOO_LATE

    def costs(self, number: int) -> tuple[int, int] | None:
        """The lowest and highest price of so many; None where buyers must ask."""
        if self.price is None:
            return None
        return self.price * number, (self.price_up_to or self.price) * number

    def cost_against(self, number: int, budget: int | None) -> Cost:
        """How the price of so many stands to a budget, which may be open."""
        costs = self.costs(number)
        if costs is None:
            return Cost.ASK
        if budget is None or costs[1] <= budget:
            return Cost.WITHIN
        return Cost.PERHAPS if costs[0] <= budget else Cost.ABOVE

    @property
    def least(self) -> int:
        """The smallest share worth making."""
        return max(self.minimum_order, 1)


@dataclass(frozen=True)
class Share:
    """A maker's part of an order."""

    offer: Offer
    number: int


def pools(number: int, days: int, offers: list[Offer]) -> list[list[Share]]:
    """
    The orders that several makers fill together, one for each kind of product.

    Only products that may stand in for each other are pooled, and only where no
    maker of them can deliver the whole number alone.
    """
    alike = defaultdict(list)
    for offer in offers:
        alike[offer.alike].append(offer)
    found = [
        pool(number, days, group)
        for group in alike.values()
        if all(each.answer_to(number, days) != Answer.CAN for each in group)
    ]
    return [shares for shares in found if len(shares) > 1]


def pool(number: int, days: int, offers: list[Offer]) -> list[Share]:
    """
    Share a number among makers, or give nothing where they cannot reach it.

    Every maker takes part once, with the product they can make most of, and only
    with a price and a capacity that are known: nobody is promised on a guess.
    At most six take part, the ablest first. Everybody gets the same, but nobody
    more than they can make by the day, nor less than their smallest order. Where
    the smallest orders together exceed the number, the maker who asks for the
    largest one stands back, as long as the others still reach the number.
    """
    able = ablest(days, offers)
    while able:
        bounds = [(each.least, each.ready_within(days)) for each in able]
        if numbers := divided(number, bounds):
            return [Share(*pair) for pair in zip(able, numbers, strict=True)]
        able = without_one(number, days, able)
    return []


def ablest(days: int, offers: list[Offer]) -> list[Offer]:
    """The makers who can take a share, each with one product, the ablest first."""
    best = {}
    for offer in offers:
        ready = offer.ready_within(days)
        if offer.price is None or ready is None or ready < offer.least:
            continue
        rank = (-ready, offer.price, offer.product)
        best[offer.maker] = min(best.get(offer.maker, (rank, offer)), (rank, offer))
    return [offer for _rank, offer in sorted(best.values())[:MOST_MAKERS]]


def without_one(number: int, days: int, able: list[Offer]) -> list[Offer]:
    """The makers who stay when one whose smallest order is too large stands back."""
    reach = sum(each.ready_within(days) for each in able)
    for offer in sorted(able, key=lambda each: -each.least):
        if reach - offer.ready_within(days) >= number:
            return [each for each in able if each is not offer]
    return []


def overbooked(orders: list[tuple[Offer, int]], days: int) -> set[int]:
    """
    The makers who could fill each order alone, but not all of them by the day.

    A maker has one pair of hands: the days that each order takes are added up.
    """
    taken = defaultdict(int)
    for offer, number in orders:
        taken[offer.maker] += Fraction(number * DAYS_A_MONTH, offer.capacity_per_month)
    return {maker for maker, busy in taken.items() if busy > days}


def divided(number: int, bounds: list[tuple[int, int]]) -> list[int]:
    """
    Divide a number evenly between bounds: the least and most of each.

    All get the same level, raised to their least or lowered to their most. What is
    left over goes one by one to the first that may have more. Empty where the
    bounds do not allow it.
    """
    if not bounds or not fits(number, bounds):
        return []
    level = level_of(number, bounds)
    numbers = [min(max(level, least), most) for least, most in bounds]
    over = number - sum(numbers)
    for place, (_least, most) in enumerate(bounds):
        if over and numbers[place] == level < most:
            numbers[place] += 1
            over -= 1
    return numbers


def fits(number: int, bounds: list[tuple[int, int]]) -> bool:
    least = sum(low for low, _high in bounds)
    return least <= number <= sum(high for _low, high in bounds)


def level_of(number: int, bounds: list[tuple[int, int]]) -> int:
    """The highest level at which the shares do not exceed the number."""
    low, high = 0, max(most for _least, most in bounds)
    while low < high:
        level = (low + high + 1) // 2
        taken = sum(min(max(level, least), most) for least, most in bounds)
        low, high = (level, high) if taken <= number else (low, level - 1)
    return low
