import re

import pytest

from artisans.gifts.wishes import OrderForm
from artisans.models import Product
from artisans.models.status import Status
from tests.factories import (
    create_artisan,
    create_business,
    create_product,
    create_region,
)

from .questions import URL, address, create_gift, in_days

pytestmark = pytest.mark.django_db


def answers_at(client, **question):
    response = client.get(address(**question))
    assert response.status_code == 200
    return response.context["answers"]


def names(options):
    return [option.line.product.name for option in options]


def maker_in(code):
    village = create_region(code=code)
    return create_business(owner=create_artisan(village=village), village=village)


def test_shows_who_can_deliver_all_of_it_in_time_and_within_the_budget(client):
    create_gift(name="Cocok")
    create_gift(name="Terlalu lambat", lead_time_days=31, kind="tas")
    create_gift(name="Terlalu mahal", price=80_000, kind="lampu")
    create_gift(name="Pesanan besar", minimum_order=301, kind="vas")
    create_product(name="Bukan cenderamata", price=1_000)
    create_gift(name="Draf", verified=False, status=Status.DRAFT)
    create_gift(name="Pemilik draf", business=create_business(verified=False))

    answers = answers_at(client, anggaran=75_000, per="buah")

    assert names(answers.alone) == ["Cocok"]
    assert answers.found.left_out == {"too_late": 1, "price": 1, "below_minimum": 1}
    assert (answers.together, answers.part, answers.to_ask) == ([], [], [])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("", "kapasitas 400 per bulan, pengerjaan 10 hari, pesanan minimum 25."),
        ("/en", "capacity 400 a month, lead time 10 days, smallest order 25."),
    ],
)
def test_says_why_each_fits(client, language, words):
    create_gift(capacity=400, lead_time_days=10, minimum_order=25)

    html = client.get(language + address()).content.decode()

    assert re.search(
        rf"300 (buah sebelum|pieces before) \d+ \w+ \d{{4}}: {words}", html
    )


def test_who_is_ready_first_stands_first_and_who_may_exceed_the_budget_last(client):
    create_gift(name="Pelan", capacity=300, kind="a")
    create_gift(name="Cepat", capacity=900, kind="b")
    create_gift(name="Kisaran", capacity=9_000, price_up_to=90_000, kind="c")

    answers = answers_at(client, anggaran=75_000 * 300)

    assert names(answers.alone) == ["Cepat", "Pelan", "Kisaran"]
    assert [option.line.may_cost_more for option in answers.alone] == [
        False,
        False,
        True,
    ]


def test_makers_of_the_same_kind_share_what_none_can_do_alone(client):
    create_gift(name="Kotak A", capacity=200)
    create_gift(name="Kotak B", capacity=250)
    create_gift(name="Tas", capacity=200, kind="tas")

    answers = answers_at(client)

    shares = [
        [(line.product.name, line.number) for line in together.lines]
        for together in answers.together
    ]
    assert shares == [[("Kotak B", 150), ("Kotak A", 150)]]
    assert answers.together[0].costs == (15_000_000, 15_000_000)
    assert names(answers.part) == ["Tas"]
    assert answers.part[0].number == 200


def test_nobody_is_pooled_where_one_can_do_it_alone(client):
    create_gift(name="Sendiri", capacity=300)
    create_gift(name="Sebagian", capacity=200)

    answers = answers_at(client)

    assert (names(answers.alone), answers.together) == (["Sendiri"], [])
    assert names(answers.part) == ["Sebagian"]


def test_a_price_to_ask_for_is_told_apart(client):
    create_gift(name="Tanya", price=None)
    create_gift(name="Berharga", kind="tas")

    answers = answers_at(client, anggaran="15.000.000")

    assert (names(answers.to_ask), names(answers.alone)) == (["Tanya"], ["Berharga"])


def test_place_craft_and_words_narrow_the_answer(client):
    here, there = maker_in("36.74.04.1001"), maker_in("13.71.04.1001")
    create_gift(name="Kotak sini", business=here)
    create_gift(name="Kotak sana", business=there, kind="tas")
    create_gift(name="Lampu sini", business=here, kind="lampu", craft="kayu")

    assert names(answers_at(client, wilayah="13.71").alone) == ["Kotak sana"]
    assert sorted(names(answers_at(client, wilayah="36").alone)) == [
        "Kotak sini",
        "Lampu sini",
    ]
    assert sorted(names(answers_at(client, q="kotak").alone)) == [
        "Kotak sana",
        "Kotak sini",
    ]
    assert names(answers_at(client, keluarga="batik").alone) == []


def test_only_places_with_makers_of_souvenirs_are_offered(client):
    create_gift(business=maker_in("36.74.04.1001"))
    create_product(business=maker_in("13.71.04.1001"))

    choices = client.get(URL).context["form"].fields["wilayah"].choices

    assert [code for code, _names in choices] == ["", "Banten"]
    assert [code for code, _name in choices[1][1]] == ["36", "36.74"]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("22500000", 22_500_000),
        ("22.500.000", 22_500_000),
        ("Rp22.500.000", 22_500_000),
        ("rp 22.500.000,-", 22_500_000),
        ("22,500,000", 22_500_000),
        (" 75.000 ", 75_000),
    ],
)
def test_money_is_understood_as_people_write_it(typed, number):
    form = OrderForm({"jumlah": "1", "tanggal": in_days(9), "anggaran": typed})

    assert form.is_valid(), form.errors
    assert form.wish().budget == number


@pytest.mark.once
@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("jumlah", "", "required"),
        ("jumlah", "banyak", "invalid"),
        ("jumlah", "1,5", "invalid"),
        ("jumlah", "-3", "invalid"),
        ("jumlah", "1.5", "invalid"),
        ("jumlah", "²", "invalid"),
        ("jumlah", "٣", "invalid"),
        ("jumlah", "0", "too_small"),
        ("jumlah", "100001", "too_large"),
        ("jumlah", "9" * 400, "invalid"),
        ("tanggal", "", "required"),
        ("tanggal", "kemarin", "invalid"),
        ("tanggal", "2026-02-31", "invalid"),
        ("tanggal", "0001-01-01", "implausible"),
        ("tanggal", "9999-12-31", "implausible"),
        ("tanggal", "2020-01-01", "past"),
        ("tanggal", in_days(0), "past"),
        ("tanggal", in_days(731), "far"),
        ("anggaran", "murah", "invalid"),
        ("anggaran", "0", "too_small"),
        ("anggaran", "1" + "0" * 13, "too_large"),
        ("per", "orang", "invalid_choice"),
    ],
)
def test_a_wrong_answer_gets_a_sentence_beside_it_and_stays(client, name, value, code):
    create_gift(name="Ada")

    response = client.get(address(**{name: value}))

    form = response.context["form"]
    assert response.status_code == 200
    assert response.context["answers"] is None
    assert form.has_error(name, code), form.errors
    assert form[name].value() == value
    assert names(answers_at(client).alone) == ["Ada"]


MANGLED = [
    "?page=dua",
    "?pilih-=3",
    "?pilih-%3Cb%3E=3",
    "?pilih-tidak-ada=3",
    "?pilih-a=" + "9" * 300,
    "?q=%F0%9F%A7%B5&jumlah=%FF%FE",
    "?jumlah=300",
    "?tanggal=2099-01-01",
    "?wilayah=36.74%25&jumlah=3&tanggal=x",
    "?jumlah=3&jumlah=4&tanggal=",
    "?" + "&".join(f"pilih-a{number}=1" for number in range(190)),
]


@pytest.mark.parametrize("part", ["", "pilihan/", "pdf/", "tanya/", "tanya/terkirim/"])
def test_a_mangled_address_still_answers(client, part):
    create_gift()

    codes = {query: client.get(URL + part + query).status_code for query in MANGLED}

    assert codes == dict.fromkeys(MANGLED, 200)


@pytest.mark.parametrize("number", ["0", "-1", "99", "dua", "9" * 90])
def test_any_page_number_shows_a_page(client, number):
    create_gift(name="Ada")

    assert names(answers_at(client, page=number).alone) == ["Ada"]


def test_the_answer_that_nobody_can_is_told_with_a_way_on(client):
    create_gift(lead_time_days=60, business=maker_in("36.74.04.1001"))

    response = client.get(address(wilayah="36.74"))

    answers = response.context["answers"]
    assert answers.found.is_empty
    assert "wilayah" not in answers.everywhere_url
    assert answers.everywhere_url.replace("&", "&amp;") in response.content.decode()


def test_choosing_is_an_address_that_keeps_the_question(client):
    gift = create_gift()
    option = answers_at(client, anggaran="15.000.000").alone[0]
    assert not option.is_chosen

    chosen = client.get(option.url.partition("#")[0]).context
    assert chosen["answers"].wish.budget == 15_000_000
    assert chosen["answers"].alone[0].is_chosen
    assert chosen["catalogue"].selection.numbers == {gift.slug: "300"}

    let_go = client.get(chosen["answers"].alone[0].url.partition("#")[0]).context
    assert let_go["catalogue"].selection.numbers == {}


def test_a_pool_is_chosen_whole(client):
    gifts = [create_gift(capacity=200), create_gift(capacity=200)]
    together = answers_at(client).together[0]

    chosen = client.get(together.url.partition("#")[0]).context

    assert chosen["catalogue"].selection.numbers == {gift.slug: "150" for gift in gifts}
    assert chosen["answers"].together[0].is_chosen


def test_a_maker_who_withdraws_is_gone_at_once(client):
    gift = create_gift(name="Hilang")
    assert names(answers_at(client).alone) == ["Hilang"]

    gift.business.hide()

    assert names(answers_at(client).alone) == []
    assert client.get(URL).context["newest"].count() == 0


@pytest.mark.once
def test_costs_the_same_for_one_souvenir_as_for_thirty(
    client, django_assert_max_num_queries
):
    client.get(URL)
    for number in (1, 3, 30):
        while Product.objects.count() < number:
            create_gift(capacity=40 if number == 3 else 400, kind=f"k{number % 5}")
        first = Product.objects.first()
        with django_assert_max_num_queries(6):
            client.get(address(chosen={first.slug: 5}))


def test_the_first_page_shows_a_few_and_an_example_that_works(client):
    create_gift(name="Contoh")

    response = client.get(URL)

    assert [each.name for each in response.context["newest"]] == ["Contoh"]
    example = client.get(response.context["example"])
    assert names(example.context["answers"].alone) == ["Contoh"]


def test_sets_no_cookie_and_is_not_indexed_when_asked(client):
    create_gift()

    response = client.get(address())

    assert not response.cookies
    assert b"noindex" in response.content
    assert b"noindex" not in client.get(URL).content
