import pytest

from django.http import QueryDict
from django.urls import reverse

from artisans.filters import ProductFilter
from artisans.models import Craft, Material, Product, ProductKind
from artisans.models.status import Status
from artisans.questions import Listing
from tests.factories import (
    create_artisan,
    create_business,
    create_craft,
    create_label,
    create_motif,
    create_product,
    create_region,
)

pytestmark = pytest.mark.django_db

URL = "/produk/"
NASTY = [
    "?page=0",
    "?page=-1",
    "?page=99999",
    "?page=dua",
    "?page=" + "9" * 400,
    "?page=1e9",
    "?page=²",
    "?q=" + "%25" * 40,
    "?q=%27%22%3Cscript%3E",
    "?q=" + "kata+" * 300,
    "?q=%F0%9F%A7%B5",
    "?q=%FF%FE",
    "?q=\\",
    "?keluarga=bukan",
    "?keluarga=tenun&keluarga=batik",
    "?kriya=%3Cb%3E",
    "?kriya=tidak-ada",
    "?bahan=" + "a" * 3000,
    "?jenis=1+OR+1=1",
    "?wilayah=36.74%25",
    "?wilayah=99.99",
    "?wilayah=''",
    "?harga=murah",
    "?pesanan=mungkin",
    "?perajin=siapa",
    "?motif=apa",
    "?urut=acak",
    "?urut=-pk",
    "?q=&keluarga=&page=",
    "?tak-dikenal=1",
]


def create_material(name):
    return Material.objects.get_or_create(slug=name, defaults={"name": name})[0]


def create_kind(name):
    return ProductKind.objects.get_or_create(slug=name, defaults={"name": name})[0]


def maker_in(code, **fields):
    village = create_region(code=code)
    return create_business(
        owner=create_artisan(village=village), village=village, **fields
    )


@pytest.fixture(scope="module")
def shop(shared_rows):
    """Two cities, two families, several materials and prices."""
    batik = create_craft(slug="batik-cap", family=Craft.Family.BATIK)
    songket = create_craft(slug="songket")
    lurik = create_craft(slug="lurik")
    here, there = maker_in("36.74.04.1001"), maker_in("13.71.04.1001")
    rows = [
        (here, "Selendang Merah", songket, "selendang", ["sutra", "katun"], 900_000),
        (here, "Kain Biru", songket, "kain", ["katun"], 450_000),
        (here, "Kemeja Garis", lurik, "kemeja", ["katun"], 250_000),
        (there, "Kain Cap", batik, "kain", ["katun"], 120_000),
        (there, "Selendang Cap", batik, "selendang", ["sutra"], None),
    ]
    for maker, name, craft, kind, materials, price in rows:
        product = create_product(
            business=maker,
            name=name,
            craft=craft,
            kind=create_kind(kind),
            price=price,
            is_made_to_order=price is None,
        )
        product.materials.set([create_material(each) for each in materials])
    return rows


def listing_at(client, address=""):
    return client.get(URL + address).context["listing"]


def names_at(client, address=""):
    return sorted(each.row.name for each in listing_at(client, address).page)


def test_shows_verified_products_of_verified_makers_only(client):
    create_product(name="Terlihat")
    create_product(name="Draf", verified=False)
    create_product(name="Ditolak", verified=False, status=Status.REFUSED)
    create_product(name="Menunggu", verified=False, status=Status.SUBMITTED)
    create_product(name="Pemilik draf", business=create_business(verified=False))

    assert names_at(client) == ["Terlihat"]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "?keluarga=tenun",
        "?keluarga=tenun&kriya=songket",
        "?bahan=katun&wilayah=36.74",
        "?jenis=selendang&bahan=sutra",
        "?harga=250-500",
        "?q=kain&bahan=katun",
        "?pesanan=ya",
        "?keluarga=batik&bahan=sutra&harga=sampai-100",
        "?motif=kawung&keluarga=tenun",
        "?q=tidakada&bahan=katun",
    ],
)
def test_every_count_is_what_its_link_shows(client, shop, address):
    for _question, answers in listing_at(client, address).questions:
        for answer in answers:
            if not answer.is_chosen:
                assert listing_at(client, answer.url).number == answer.number, answer


def test_counts_stay_right_when_filters_are_combined(client, shop):
    listing = listing_at(client, "?keluarga=tenun&bahan=katun")
    numbers = {
        question.name: {answer.value: answer.number for answer in answers}
        for question, answers in listing.questions
    }

    assert listing.number == 3
    assert numbers["keluarga"] == {"tenun": 3, "batik": 1}
    assert numbers["kriya"] == {"songket": 2, "lurik": 1}
    assert numbers["bahan"] == {"katun": 3, "sutra": 1}
    assert numbers["jenis"] == {"selendang": 1, "kain": 1, "kemeja": 1}
    assert numbers["wilayah"] == {"36.74": 3}
    assert numbers["harga"] == {"100-250": 1, "250-500": 1, "500-1000": 1}


@pytest.mark.parametrize(
    "address",
    [
        "keluarga=tenun&bahan=katun",
        "keluarga=tenun&kriya=songket&jenis=kain&pesanan=tidak&wilayah=36.74",
        "bahan=sutra&kriya=tidak-ada",
        "q=katun",
        "q=tidakada",
        "q=kain&harga=100-250&wilayah=13.71",
        "motif=kawung",
        "perajin=tidak-ada&keluarga=batik",
    ],
)
def test_kept_numbers_are_those_counted_now(shop, address):
    Product.objects.get(name="Kain Biru").motifs.add(create_motif(slug="kawung"))
    # In another part of the bits than the others.
    far = create_product(pk=20_000, name="Kain Jauh", price=200_000)
    far.materials.add(create_material("katun"))
    products = ProductFilter(QueryDict(address), queryset=Product.objects.published())
    listing = Listing(products, QueryDict(address))

    def shown(rows):
        listed = {
            question.name for question in products.questions if question.is_listed
        }
        return sorted(row for row in rows if row[4] and row[0] in {*listed, "*"})

    assert shown(listing.kept_numbers()) == shown(listing.live_numbers())


def test_a_draft_is_in_no_count(client, shop):
    create_product(name="Draf", verified=False, craft=create_craft())

    assert listing_at(client).number == 5


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kain", ["Kain Biru", "Kain Cap"]),
        ("KAIN biru", ["Kain Biru"]),
        ("sutra", ["Selendang Cap", "Selendang Merah"]),
        ("songket", ["Kain Biru", "Selendang Merah"]),
        ("padang", ["Kain Cap", "Selendang Cap"]),
        ("ciputat kemeja", ["Kemeja Garis"]),
        ("tidak ada", []),
    ],
)
def test_words_are_looked_for_in_name_craft_place_and_material(
    client, shop, words, found
):
    assert names_at(client, f"?q={words.replace(' ', '+')}") == found


def test_words_past_the_eighth_are_passed_over(client, shop):
    words = "+".join(["kain"] * 8 + ["bukanapa"])

    assert names_at(client, f"?q={words}") == ["Kain Biru", "Kain Cap"]


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("termurah", "Kain Cap", "Selendang Cap"),
        ("termahal", "Selendang Merah", "Selendang Cap"),
        ("nama", "Kain Biru", "Selendang Merah"),
        ("terbaru", "Selendang Cap", "Selendang Merah"),
    ],
)
def test_the_order_is_the_visitors_choice(client, shop, order, first, last):
    names = [each.row.name for each in listing_at(client, f"?urut={order}").page]

    assert (names[0], names[-1]) == (first, last)


def test_a_chip_takes_one_filter_away(client, shop):
    listing = listing_at(client, "?keluarga=tenun&bahan=sutra&urut=nama")
    chips = dict(listing.chips)

    assert chips["sutra"] == "?keluarga=tenun&urut=nama"
    assert len(chips) == 2


def test_a_filter_nothing_fits_still_has_a_name_and_a_way_back(client, shop):
    create_material("emas")
    response = client.get(URL + "?bahan=emas")

    assert response.context["listing"].chips == [("emas", "?")]
    assert f'href="{URL}"' in response.content.decode()


def test_an_unpublished_maker_has_no_name_in_a_chip(client):
    hidden = create_business(name="Rahasia", slug="tersembunyi", verified=False)

    html = client.get(f"{URL}?perajin={hidden.slug}").content.decode()

    assert "Rahasia" not in html


def test_a_mangled_address_still_shows_a_list(client, shop):
    answers = {address: client.get(URL + address).status_code for address in NASTY}

    assert answers == dict.fromkeys(NASTY, 200)


@pytest.mark.parametrize(
    ("page", "shown", "number"),
    [("", 24, 1), ("2", 2, 2), ("99", 2, 2), ("0", 2, 2), ("x", 24, 1)],
)
def test_pages_hold_twenty_four(client, page, shown, number):
    maker = create_business()
    for _ in range(26):
        create_product(business=maker)

    found = listing_at(client, f"?page={page}").page

    assert (len(found), found.number) == (shown, number)


@pytest.mark.once
@pytest.mark.parametrize("products", [1, 3, 30])
def test_asks_the_same_few_queries(client, django_assert_num_queries, products):
    for _ in range(products):
        product = create_product(business=maker_in("36.74.04.1001"))
        product.materials.add(create_material("sutra"))
        product.mark_as_flagship(product.business.unit)
        create_label(product=product)

    with django_assert_num_queries(4):  # numbers, page, cards, photos
        client.get(URL)


def test_a_filtered_page_asks_no_more(client, shop, django_assert_num_queries):
    with django_assert_num_queries(5):  # the words, then the same
        client.get(URL + "?q=kain&keluarga=tenun&bahan=katun&wilayah=36.74")


def test_sets_no_cookie(client, shop):
    assert not client.get(URL).cookies


def test_says_when_nothing_is_there_yet(client):
    response = client.get(URL)

    assert response.context["listing"].number == 0
    assert reverse("artisans:crafts") in response.content.decode()


def test_english_falls_back_to_indonesian(client):
    create_product(name="Tas", name_en="Bag")
    create_product(name="Topi")

    html = client.get("/en" + URL).content.decode()

    assert ">Bag</a>" in html
    assert '<span lang="id">Topi</span> <span class="only-id"' in html
    assert ">Tas" not in html


def test_the_search_box_keeps_the_filters(client, shop):
    html = client.get(URL + "?q=kain&bahan=katun").content.decode()

    assert '<input type="hidden" name="bahan" value="katun">' in html
    assert 'value="kain"' in html


def test_the_row_and_the_set_agree_on_what_is_public(shop):
    create_product(verified=False)
    create_product(business=create_business(verified=False))

    public = {product.pk for product in Product.objects.published()}
    said = {product.pk for product in Product.objects.all() if product.is_published}

    assert public == said
