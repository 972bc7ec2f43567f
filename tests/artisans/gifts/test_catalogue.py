from datetime import timedelta

import pytest
import time_machine

from django.utils import timezone

from artisans.gifts.selection import MOST_CHOSEN
from tests.factories import create_business, create_unit

from .questions import URL, address, create_gift

pytestmark = pytest.mark.django_db


def catalogue_at(client, **question):
    response = client.get(address("pilihan/", **question))
    assert response.status_code == 200
    return response.context["catalogue"]


def html_at(client, **question):
    return client.get(address("pilihan/", **question)).content.decode()


def chosen(*gifts, number=100):
    return {gift.slug: number for gift in gifts}


def test_adds_up_what_is_chosen_and_holds_it_against_the_budget(client):
    boxes = create_gift(price=50_000)
    bags = create_gift(price=100_000, kind="tas")

    catalogue = catalogue_at(
        client, anggaran="16.000.000", chosen={boxes.slug: 100, bags.slug: "1.00"}
    )
    assert [entry.errors != () for entry in catalogue.entries] == [False, True]

    catalogue = catalogue_at(
        client, anggaran="16.000.000", chosen={boxes.slug: "100", bags.slug: "100"}
    )
    assert (catalogue.number, catalogue.costs) == (200, (15_000_000, 15_000_000))
    assert catalogue.cost == "Rp15.000.000"
    assert (catalogue.left, catalogue.excess) == (1_000_000, 0)


@pytest.mark.parametrize(
    ("budget", "excess", "may_exceed"),
    [(10_000_000, 0, False), (9_999_999, 0, True), (4_999_999, 1, False)],
)
def test_a_price_range_is_honest_about_both_ends(client, budget, excess, may_exceed):
    gift = create_gift(price=50_000, price_up_to=100_000)

    catalogue = catalogue_at(client, anggaran=budget, chosen=chosen(gift))

    assert catalogue.cost == "Rp5.000.000–Rp10.000.000"
    assert (catalogue.excess, catalogue.may_exceed) == (excess, may_exceed)


def test_a_product_without_a_price_is_not_in_the_sum_and_says_so(client):
    catalogue = catalogue_at(
        client, chosen=chosen(create_gift(price=None), create_gift(price=10_000))
    )

    assert catalogue.costs == (1_000_000, 1_000_000)
    assert catalogue.without_price == 1


def test_each_line_says_whether_it_can_be_delivered(client):
    can = create_gift(capacity=100)
    part = create_gift(capacity=60)
    late = create_gift(lead_time_days=40)
    small = create_gift(minimum_order=101)

    catalogue = catalogue_at(client, chosen=chosen(can, part, late, small))

    assert [line.is_sure for line in catalogue.lines] == [True, False, False, False]
    assert [line.answer.value for line in catalogue.lines] == [
        "can",
        "part",
        "too late",
        "below minimum",
    ]


def test_one_maker_is_not_promised_twice(client):
    maker = create_business()
    boxes = create_gift(business=maker, capacity=100)
    bags = create_gift(business=maker, capacity=100, kind="tas")

    assert catalogue_at(client, chosen=chosen(boxes, bags)).overbooked == [maker]
    assert catalogue_at(client, chosen=chosen(boxes, bags, number=50)).overbooked == []


def test_a_wrong_number_gets_a_sentence_and_the_others_stay(client):
    gift, other = create_gift(), create_gift()

    html = html_at(client, chosen={gift.slug: "banyak", other.slug: 20})

    assert 'value="banyak"' in html
    assert f'id="n-{gift.slug}-error"' in html
    assert f'id="n-{other.slug}-error"' not in html


@pytest.mark.parametrize("number", ["0", "", " "])
def test_none_of_it_takes_it_out(client, number):
    gift, other = create_gift(), create_gift()

    catalogue = catalogue_at(client, chosen={gift.slug: number, other.slug: 5})

    assert [line.product for line in catalogue.lines] == [other]


def test_what_is_no_longer_offered_is_left_out_and_told(client):
    stays, hidden, private = create_gift(), create_gift(), create_gift()
    hidden.business.hide()
    private.is_gift = False
    private.save(update_fields=["is_gift"])

    catalogue = catalogue_at(client, chosen=chosen(stays, hidden, private))

    assert [line.product for line in catalogue.lines] == [stays]
    assert catalogue.missing == 2


def test_holds_twenty_products_and_says_so_beyond(client):
    gifts = [create_gift() for _each in range(MOST_CHOSEN + 2)]

    catalogue = catalogue_at(client, chosen=chosen(*gifts, number=1))

    assert len(catalogue.lines) == MOST_CHOSEN
    assert catalogue.selection.too_many == 2


def test_shows_a_phone_only_with_consent_else_the_council(client):
    open_maker = create_business(phone="+6281100000001", has_public_phone=True)
    shy_maker = create_business(phone="+6281100000002", has_public_phone=False)

    html = html_at(
        client,
        chosen=chosen(
            create_gift(business=open_maker), create_gift(business=shy_maker)
        ),
    )

    assert "0811-0000-0001" in html
    assert "wa.me/6281100000001" in html
    assert "0000-0002" not in html
    assert "81100000002" not in html
    assert shy_maker.unit.name in html


def test_who_shows_no_number_is_reached_through_the_nearest_council_that_can(client):
    create_unit(code="", phone="+62215550001")
    create_unit(code="36.74", phone="+62215550002", email="kota@contoh.example")
    maker = create_business()
    assert maker.unit.code == "36.74.04"

    html = html_at(client, chosen=chosen(create_gift(business=maker)))

    assert "Dekranasda Kota Tangerang Selatan" in html
    assert "(021) 5550002" in html
    assert "5550001" not in html


def test_is_valid_for_fourteen_days_from_the_day_of_its_data(client):
    gift = create_gift()
    with time_machine.travel("2026-05-01 09:00+07:00", tick=False):
        day = timezone.localdate() + timedelta(days=30)
        catalogue = catalogue_at(client, tanggal=day.isoformat(), chosen={gift.slug: 3})
        assert f"{catalogue.as_of} {catalogue.valid_until}" == "2026-05-01 2026-05-15"


def test_a_day_that_has_come_leaves_the_catalogue_readable(client):
    gift = create_gift()

    response = client.get(address("pilihan/", days=-1, chosen={gift.slug: 3}))

    catalogue = response.context["catalogue"]
    assert catalogue.wish is None
    assert [line.number for line in catalogue.lines] == [3]
    assert b"notice--warning" in response.content


def test_nothing_chosen_says_what_to_do(client):
    response = client.get(f"{URL}pilihan/")

    assert b"empty__title" in response.content
    assert response.context["catalogue"].lines == []


def test_each_line_can_be_taken_out_by_its_link(client):
    gift, other = create_gift(), create_gift()
    catalogue = catalogue_at(client, chosen=chosen(gift, other))

    response = client.get(catalogue.entries[0].without_url)

    assert [line.product for line in response.context["catalogue"].lines] == [other]
    assert response.context["catalogue"].wish.number == 300


@pytest.mark.once
def test_costs_the_same_for_one_product_as_for_twenty(
    client, django_assert_max_num_queries
):
    gifts = [create_gift() for _each in range(20)]
    client.get(f"{URL}pilihan/")
    for number in (1, 3, 20):
        with django_assert_max_num_queries(3):
            catalogue_at(client, chosen=chosen(*gifts[:number], number=2))


def test_the_catalogue_stays_out_of_search_engines(client):
    gift = create_gift()

    assert "noindex" in html_at(client, chosen={gift.slug: 1})
    assert (
        "Disallow: /katalog-cenderamata/pdf/"
        in client.get("/robots.txt").content.decode()
    )
