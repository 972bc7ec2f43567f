"""A product and a number of it: what its maker can say to an order."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from artisans.models import Product
from council.templatetags.portal import grouped, rupiah

from .pooling import Answer, Cost, Offer
from .wishes import Wish

# What `offer_from` reads of a product, in its order.
FACTS = (
    *("pk", "business_id", "craft_id", "kind_id", "price_unit"),
    *("price", "price_up_to"),
    *("capacity_per_month", "lead_time_days", "minimum_order"),
)


def offer_from(facts) -> Offer:
    """
    What a maker has said of a product, in plain numbers.

    Products stand in for each other where craft, kind and unit are the same: three
    makers' plaited boxes are one gift, a box and a bag are two.
    """
    product, maker, craft, kind, unit, price, up_to, capacity, lead, least = facts
    return Offer(
        product=product,
        maker=maker,
        alike=(craft, kind, unit),
        price=price,
        price_up_to=up_to,
        capacity_per_month=capacity,
        lead_time_days=lead or 0,
        minimum_order=least or 1,
    )


@dataclass(frozen=True)
class Line:
    """So many pieces of a product, held against what was asked."""

    product: Product
    number: int
    # Nothing where the address names no day to deliver by.
    wish: Wish | None = None

    @cached_property
    def offer(self) -> Offer:
        return offer_from([getattr(self.product, name) for name in FACTS])

    @cached_property
    def answer(self) -> Answer | None:
        return self.offer.answer_to(self.number, self.wish.days) if self.wish else None

    @property
    def is_sure(self) -> bool:
        """Whether the maker's own words say that this can be delivered."""
        return self.answer == Answer.CAN

    @property
    def ready(self) -> int:
        """How many can be delivered by the day."""
        return self.offer.ready_within(self.wish.days) or 0

    @property
    def unit(self) -> str:
        return str(self.product.counted_unit or _("pieces"))

    @property
    def amount(self) -> str:
        """The number with what it counts: 120 buah."""
        return f"{grouped(self.number)} {self.unit}"

    @property
    def cost(self) -> str:
        """The price of all of them, in words."""
        return price_in_words(self.offer.costs(self.number))

    @property
    def may_cost_more(self) -> bool:
        """Whether only the lower end of a price range is within the budget."""
        budget = self.wish.budget if self.wish else None
        return self.offer.cost_against(self.number, budget) == Cost.PERHAPS

    @property
    def terms(self) -> str:
        return terms_of(self.offer)

    @property
    def why(self) -> str:
        """Why it fits, or what stands against it, in one sentence."""
        if self.wish is None:
            return self.terms
        facts = {
            "number": grouped(self.number),
            "unit": self.unit,
            "day": date_format(self.wish.needed_on, "j F Y"),
            "terms": self.terms,
            "ready": grouped(self.ready),
            "least": grouped(self.offer.least),
        }
        return sentence(self.answer) % facts


def sentence(answer) -> str:
    """How an answer is told; its places are filled by `Line.why`."""
    sentences = {
        Answer.CAN: _("%(number)s %(unit)s before %(day)s: %(terms)s"),
        Answer.PART: _("%(ready)s of %(number)s %(unit)s before %(day)s: %(terms)s"),
        Answer.TOO_LATE: _("Cannot be ready before %(day)s: %(terms)s"),
        Answer.BELOW_MINIMUM: _("The smallest order is %(least)s %(unit)s"),
        Answer.ASK: _("Ask how many can be made before %(day)s"),
    }
    return sentences[answer]


def terms_of(offer) -> str:
    """Capacity, lead time and smallest order, as far as they are said."""
    terms = []
    if offer.capacity_per_month:
        terms.append(
            _("capacity %(number)s a month")
            % {"number": grouped(offer.capacity_per_month)}
        )
    if offer.lead_time_days:
        days = offer.lead_time_days
        told = ngettext("lead time %(days)s day", "lead time %(days)s days", days)
        terms.append(told % {"days": days})
    if offer.least > 1:
        terms.append(
            _("smallest order %(number)s") % {"number": grouped(offer.minimum_order)}
        )
    return ", ".join(terms)


def price_in_words(costs) -> str:
    """One amount, a range, or that the maker must be asked."""
    if costs is None:
        return _("Ask for the price")
    lowest, highest = costs
    if lowest == highest:
        return rupiah(lowest)
    return f"{rupiah(lowest)}–{rupiah(highest)}"
