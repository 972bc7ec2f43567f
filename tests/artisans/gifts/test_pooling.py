"""The rule behind the gift catalogue, on plain numbers."""

import random
from itertools import count

import pytest

from artisans.gifts.pooling import (
    MOST_MAKERS,
    Answer,
    Cost,
    Offer,
    divided,
    overbooked,
    pool,
    pools,
)

numbers = count(1)


def offer(capacity=100, **fields):
    number = next(numbers)
    fields.setdefault("product", number)
    fields.setdefault("maker", number)
    fields.setdefault("price", 50_000)
    return Offer(capacity_per_month=capacity, **fields)


def shared(number, days, offers):
    return [share.number for share in pool(number, days, offers)]


@pytest.mark.parametrize(
    ("days", "ready"),
    [(-400, 0), (-1, 0), (0, 0), (1, 6), (9, 60), (29, 193), (30, 200), (45, 300)],
)
def test_a_maker_works_at_a_steady_pace_from_the_day_after(days, ready):
    assert offer(200).ready_within(days) == ready


def test_nothing_is_ready_before_the_lead_time_is_over():
    slow = offer(200, lead_time_days=10)

    assert slow.ready_within(9) == 0
    assert slow.ready_within(10) == 66


def test_a_maker_who_names_no_capacity_is_never_counted_on():
    unknown = offer(None)

    assert unknown.ready_within(30) is None
    assert unknown.days_for(1) is None
    assert unknown.answer_to(1, 30) == Answer.ASK
    assert shared(10, 30, [unknown, offer(5)]) == []
    assert shared(10, 30, [offer(5), offer(5)]) == [5, 5]


@pytest.mark.parametrize(
    ("number", "days", "answer"),
    [
        (200, 30, Answer.CAN),
        (201, 30, Answer.PART),
        (49, 30, Answer.BELOW_MINIMUM),
        (50, 10, Answer.CAN),
        (60, 9, Answer.TOO_LATE),
        (67, 10, Answer.PART),
        (50, 0, Answer.TOO_LATE),
        (50, -3, Answer.TOO_LATE),
    ],
)
def test_an_order_is_answered_by_the_makers_own_words(number, days, answer):
    maker = offer(200, lead_time_days=10, minimum_order=50)

    assert maker.answer_to(number, days) == answer


def test_what_can_be_made_but_stays_under_the_smallest_order_is_too_late():
    assert offer(100, minimum_order=60).answer_to(80, 15) == Answer.TOO_LATE


@pytest.mark.parametrize("capacity", [1, 7, 30, 31, 200, 10_000])
@pytest.mark.parametrize("lead", [0, 1, 14, 30])
def test_the_first_day_that_suffices_is_the_day_it_is_ready(capacity, lead):
    maker = offer(capacity, lead_time_days=lead)
    for number in (1, 2, 29, 30, 31, 300):
        days = maker.days_for(number)
        assert maker.ready_within(days) >= number
        assert maker.ready_within(days - 1) < number


def test_a_price_is_compared_with_the_budget_for_the_whole_number():
    fixed, ranged = offer(price=75_000), offer(price=60_000, price_up_to=90_000)

    assert fixed.cost_against(300, 22_500_000) == Cost.WITHIN
    assert fixed.cost_against(300, 22_499_999) == Cost.ABOVE
    assert ranged.cost_against(300, 22_500_000) == Cost.PERHAPS
    assert ranged.cost_against(300, 27_000_000) == Cost.WITHIN
    assert ranged.cost_against(300, 17_999_999) == Cost.ABOVE
    assert offer(price=None).cost_against(1, 1) == Cost.ASK
    assert offer(price=75_000).cost_against(10**6, None) == Cost.WITHIN


def test_everybody_gets_the_same_share():
    assert shared(300, 30, [offer(150), offer(200), offer(140)]) == [100, 100, 100]


def test_who_can_make_less_gives_all_and_the_rest_is_shared_evenly():
    assert shared(300, 30, [offer(250), offer(20), offer(250)]) == [140, 140, 20]


def test_what_is_left_over_goes_one_by_one_to_the_ablest():
    assert shared(100, 30, [offer(40), offer(60), offer(50)]) == [34, 33, 33]


def test_nobody_gets_less_than_their_smallest_order():
    makers = [offer(200, minimum_order=150), offer(100), offer(100)]

    assert shared(300, 30, makers) == [150, 75, 75]


def test_who_asks_for_too_large_an_order_stands_back():
    large = offer(90, minimum_order=90)
    others = [offer(60, minimum_order=20), offer(60, minimum_order=20)]

    assert shared(110, 30, [large, *others]) == [55, 55]
    assert shared(130, 30, [large, *others]) == [90, 20, 20]


def test_the_largest_smallest_order_stays_where_the_others_need_it():
    makers = [
        offer(250, minimum_order=200),
        offer(100, minimum_order=60),
        offer(60, minimum_order=50),
    ]

    assert shared(300, 30, makers) == [240, 60]


def test_a_number_nobody_can_reach_makes_no_pool():
    makers = [offer(100), offer(199)]

    assert shared(300, 30, makers) == []
    assert sum(shared(299, 30, makers)) == 299


def test_a_maker_takes_part_once_with_what_they_can_make_most_of():
    twice = [offer(80, maker=1), offer(100, maker=1)]

    assert pool(150, 30, twice) == []
    shares = pool(150, 30, [*twice, offer(70, maker=2)])
    assert [(share.offer.maker, share.number) for share in shares] == [(1, 80), (2, 70)]
    assert shares[0].offer == twice[1]


def test_a_price_to_ask_for_is_left_out_of_a_pool():
    assert shared(150, 30, [offer(100), offer(100, price=None)]) == []
    assert shared(150, 30, [offer(100), offer(100)]) == [75, 75]


def test_at_most_six_makers_share_an_order():
    crowd = [offer(10) for _each in range(30)]

    assert len(shared(60, 30, crowd)) == MOST_MAKERS
    assert shared(61, 30, crowd) == []


@pytest.mark.parametrize("days", [0, -5])
def test_no_time_makes_no_pool(days):
    assert shared(10, days, [offer(100), offer(100)]) == []


def test_only_products_alike_are_pooled_and_only_where_nobody_can_alone():
    bags = [offer(200, alike=("bag",)), offer(200, alike=("bag",))]
    lamps = [offer(400, alike=("lamp",)), offer(200, alike=("lamp",))]
    hats = [offer(200, alike=("hat",)), offer(200, alike=("cap",))]

    found = pools(300, 30, [*bags, *lamps, *hats])

    assert [[share.offer for share in shares] for shares in found] == [bags]
    assert [share.number for share in found[0]] == [150, 150]


def test_two_orders_of_one_maker_take_their_days_together():
    boxes, bags = offer(200, maker=1), offer(100, maker=1)

    assert overbooked([(boxes, 100), (bags, 50)], 30) == set()
    assert overbooked([(boxes, 100), (bags, 51)], 30) == {1}
    assert overbooked([(boxes, 100), (offer(100, maker=2), 51)], 30) == set()


@pytest.mark.parametrize("number", [0, -3])
def test_no_gifts_make_no_pool(number):
    assert shared(number, 30, [offer(100), offer(100)]) == []


def test_any_division_keeps_its_bounds_and_its_number():
    chance = random.Random(20)
    for _each in range(2000):
        bounds = [
            (least, least + chance.randrange(40))
            for least in (chance.randrange(1, 20) for _maker in range(6))
        ]
        number = chance.randrange(1, 300)
        numbers = divided(number, bounds)
        low, high = (sum(side) for side in zip(*bounds, strict=True))
        assert bool(numbers) == (low <= number <= high)
        if not numbers:
            continue
        assert sum(numbers) == number
        free = [
            given
            for given, (least, most) in zip(numbers, bounds, strict=True)
            if least < given < most
        ]
        assert all(
            least <= given <= most
            for given, (least, most) in zip(numbers, bounds, strict=True)
        )
        assert max(free, default=0) - min(free, default=0) <= 1
