"""The answer of the gift catalogue: who can deliver alone, together, or in part."""

from collections import Counter
from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef

from artisans.models import Business, Product
from artisans.models.status import Status
from council.models import Region
from council.search import understand, whose_page_holds

from .lines import FACTS, Line, offer_from, price_in_words
from .pooling import Answer, Cost, Offer, Share, pools
from .selection import Selection
from .wishes import Wish

# However many souvenirs the country has, so many are weighed for one question.
MOST_WEIGHED = 2000
A_PAGE = 12
MOST_POOLS, MOST_PARTS, MOST_ASKED = 4, 8, 6


def places() -> list[tuple]:
    """Where makers of souvenirs work: provinces with their cities, as choices."""
    gifts = Product.objects.gifts().filter(status=Status.VERIFIED)
    makers = Business.objects.published().filter(
        Exists(gifts.filter(business=OuterRef("pk")))
    )
    cities = Region.objects.filter(
        pk__in=makers.order_by().values("village__parent__parent_id")
    )
    found = {}
    for city in cities.select_related("parent").order_by("code"):
        found.setdefault(city.parent, []).append((city.code, city.name))
    return [
        (province.name, [(province.code, province.name), *cities])
        for province, cities in found.items()
    ]


@dataclass
class Found:
    """What makers answer to a wish, as plain offers, sorted."""

    alone: list[Offer] = field(default_factory=list)
    together: list[list[Share]] = field(default_factory=list)
    part: list[Offer] = field(default_factory=list)
    to_ask: list[Offer] = field(default_factory=list)
    # How many products do not fit, and for which reason.
    left_out: Counter = field(default_factory=Counter)

    @property
    def is_empty(self) -> bool:
        return not (self.alone or self.together or self.part or self.to_ask)


def found_for(wish: Wish) -> Found:
    """
    Sort the souvenirs by what their makers can do of a wish.

    Who surely stays within the budget comes before who may exceed it, then who is
    ready first, then the lower price.
    """
    found = Found()
    for offer in offers_for(wish):
        weigh(offer, wish, found)
    able = found.alone + found.part
    found.together = sorted(pools(wish.number, wish.days, able), key=cost_of)[
        :MOST_POOLS
    ]
    found.alone.sort(key=lambda offer: rank(offer, wish))
    found.part.sort(key=lambda offer: (-offer.ready_within(wish.days), offer.product))
    pooled = {share.offer for shares in found.together for share in shares}
    found.part = [each for each in found.part if each not in pooled][:MOST_PARTS]
    found.to_ask.sort(key=lambda offer: (-offer.ready_within(wish.days), offer.product))
    found.to_ask = found.to_ask[:MOST_ASKED]
    return found


def weigh(offer: Offer, wish: Wish, found: Found) -> None:
    """Put an offer where it belongs, or count why it does not fit."""
    answer = offer.answer_to(wish.number, wish.days)
    cost = offer.cost_against(wish.number, wish.budget)
    if cost == Cost.ABOVE:
        found.left_out["price"] += 1
    elif answer in {Answer.BELOW_MINIMUM, Answer.TOO_LATE}:
        found.left_out[answer.name.lower()] += 1
    elif cost == Cost.ASK or answer == Answer.ASK:
        found.to_ask.append(offer)
    elif answer == Answer.CAN:
        found.alone.append(offer)
    else:
        found.part.append(offer)


def rank(offer: Offer, wish: Wish) -> tuple:
    is_sure = offer.cost_against(wish.number, wish.budget) == Cost.WITHIN
    return not is_sure, offer.days_for(wish.number), offer.price, offer.product


def cost_of(shares: list[Share]) -> int:
    return sum(share.offer.costs(share.number)[1] for share in shares)


def offers_for(wish: Wish) -> list[Offer]:
    """The souvenirs of the wished place, craft and words, the lowest price first."""
    products = Product.objects.published().gifts()
    if wish.place:
        products = products.in_city(wish.place)
    if wish.family:
        products = products.filter(craft__family=wish.family)
    if wish.words:
        asked = understand(" ".join(wish.words))
        products = whose_page_holds(products, "produk", asked)
    cheapest_first = products.order_by(F("price").asc(nulls_last=True), "pk")
    rows = cheapest_first.values_list(*FACTS)[:MOST_WEIGHED]
    return [offer_from(row) for row in rows]


@dataclass(frozen=True)
class Option:
    """A line that can be chosen, and the address that chooses it or lets it go."""

    line: Line
    number: int
    is_chosen: bool
    url: str


@dataclass(frozen=True)
class Together:
    """An order that several makers fill, and the address that chooses all of it."""

    lines: list[Line]
    costs: tuple[int, int]
    is_chosen: bool
    url: str

    @property
    def cost(self) -> str:
        return price_in_words(self.costs)


class Answers:
    """What a page shows of the answers: one page of makers alone, and all the rest."""

    def __init__(self, wish: Wish, selection: Selection):
        self.wish, self.selection = wish, selection
        self.found = found_for(wish)
        paginator = Paginator(self.found.alone, A_PAGE)
        self.page = paginator.get_page(selection.question.get("page"))
        self.products = self.shown_products()
        self.alone = self.options(self.page)
        self.part = self.options(self.found.part)
        self.to_ask = self.options(self.found.to_ask)
        self.together = [
            self.together_of(shares)
            for shares in self.found.together
            if all(share.offer.product in self.products for share in shares)
        ]

    def shown_products(self) -> dict[int, Product]:
        """The products of the page by key; one hidden a moment ago is not there."""
        shared = [share.offer for shares in self.found.together for share in shares]
        offers = [*self.page, *shared, *self.found.part, *self.found.to_ask]
        keys = {offer.product for offer in offers}
        products = Product.objects.published().filter(pk__in=keys).for_cards()
        products = products.select_related("kind")
        return {product.pk: product for product in products}

    @property
    def everywhere_url(self) -> str:
        """The same question to makers of every place, where a place was named."""
        return self.selection.url_without("wilayah") if self.wish.place else ""

    def options(self, offers) -> list[Option]:
        known = [offer for offer in offers if offer.product in self.products]
        return [self.option(offer) for offer in known]

    def option(self, offer) -> Option:
        """A line of all that is wished; who can do a part is chosen with that part."""
        line = Line(self.products[offer.product], self.wish.number, self.wish)
        slug, is_part = line.product.slug, line.answer == Answer.PART
        is_chosen = slug in self.selection.numbers
        number = line.ready if is_part else line.number
        url = self.selection.url("search", {slug: 0 if is_chosen else number})
        return Option(line, number, is_chosen, f"{url}#p-{slug}")

    def together_of(self, shares) -> Together:
        lines = [
            Line(self.products[share.offer.product], share.number, self.wish)
            for share in shares
        ]
        costs = [share.offer.costs(share.number) for share in shares]
        chosen = self.selection.numbers
        is_chosen = all(line.product.slug in chosen for line in lines)
        numbers = {line.product.slug: 0 if is_chosen else line.number for line in lines}
        url = self.selection.url("search", numbers)
        return Together(
            lines,
            tuple(sum(side) for side in zip(*costs, strict=True)),
            is_chosen,
            f"{url}#p-{lines[0].product.slug}",
        )
