import pytest

from artisans.models import ShopLink
from artisans.models.status import Status
from tests.artisans.test_product_page import PHONE, SHOP, linked_data, maker
from tests.artisans.test_showcase import NASTY, maker_in
from tests.factories import (
    create_artisan,
    create_business,
    create_craft,
    create_product,
)

pytestmark = pytest.mark.django_db

URL = "/perajin/"


def listing_at(client, address=""):
    return client.get(URL + address).context["listing"]


def names_at(client, address=""):
    return [each.row.name for each in listing_at(client, address).page]


@pytest.fixture(scope="module")
def makers(shared_rows):
    songket, lurik = create_craft(slug="songket"), create_craft(slug="lurik")
    batik = create_craft(slug="batik-cap", family="batik")
    anggrek = maker_in("36.74.04.1001", name="Anggrek", industry="sandang")
    anggrek.crafts.set([songket, lurik])
    bakung = maker_in("13.71.04.1001", name="Bakung", brand="Cempaka")
    bakung.crafts.set([songket, batik])
    dahlia = maker_in("13.71.04.1001", name="Dahlia", industry="pangan")
    dahlia.crafts.set([batik])
    return anggrek, bakung, dahlia


def test_shows_verified_makers_only(client):
    create_business(name="Terlihat")
    create_business(name="Draf", verified=False)
    create_business(name="Ditolak", verified=False, status=Status.REFUSED)

    assert names_at(client) == ["Terlihat"]


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("?q=cempaka", ["Bakung"]),
        ("?q=PADANG", ["Bakung", "Dahlia"]),
        ("?q=lurik", ["Anggrek"]),
        ("?keluarga=tenun", ["Anggrek", "Bakung"]),
        ("?keluarga=tenun&wilayah=13.71", ["Bakung"]),
        ("?kriya=batik-cap&bidang=pangan", ["Dahlia"]),
        ("?wilayah=36.74&kriya=batik-cap", []),
    ],
)
def test_search_and_filters_narrow_the_list(client, makers, address, names):
    assert names_at(client, address) == names


@pytest.mark.parametrize(
    "address",
    ["", "?keluarga=tenun", "?wilayah=13.71", "?kriya=songket", "?bidang=kerajinan"],
)
def test_every_count_is_what_its_link_shows(client, makers, address):
    for _question, answers in listing_at(client, address).questions:
        for answer in answers:
            if not answer.is_chosen:
                assert listing_at(client, answer.url).number == answer.number, answer


def test_a_mangled_address_still_shows_a_list(client, makers):
    answers = {address: client.get(URL + address).status_code for address in NASTY}

    assert answers == dict.fromkeys(NASTY, 200)


@pytest.mark.once
@pytest.mark.parametrize("makers", [1, 3, 30])
def test_the_list_asks_the_same_few_queries(client, django_assert_num_queries, makers):
    for _ in range(makers):
        made = maker_in("36.74.04.1001")
        made.crafts.add(create_craft())
        create_product(business=made)

    with django_assert_num_queries(4):  # numbers, page, cards, crafts
        client.get(URL)


def test_a_card_says_how_many_public_products_there_are(client):
    made = create_business()
    create_product(business=made)
    create_product(business=made, verified=False)

    assert listing_at(client).page[0].row.product_count == 1


def page_of(client, made):
    return client.get(made.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "status",
    [Status.DRAFT, Status.SUBMITTED, Status.NEEDS_REVISION, Status.REFUSED],
)
def test_a_maker_who_is_not_verified_is_not_found(client, status):
    hidden = create_business(verified=False, status=status)
    shown = create_business()

    assert client.get(hidden.get_absolute_url()).status_code == 404
    assert client.get(shown.get_absolute_url()).status_code == 200


def test_without_consent_no_contact_stands_anywhere(client):
    html = page_of(client, maker())
    data = linked_data(html)

    assert "/keluar/" not in html
    assert "8110000123" not in html
    assert "tokopedia" not in html.lower()
    assert "telephone" not in data and "sameAs" not in data


def test_with_consent_the_contact_stands_on_the_page_and_for_machines(client):
    html = page_of(client, maker(phone_shown=True, links_shown=True))
    data = linked_data(html)

    assert "/keluar/wa/m/" in html
    assert "/keluar/toko/" in html
    assert data["telephone"] == PHONE
    assert data["sameAs"] == [SHOP]


def test_withdrawn_consent_takes_the_contact_away_at_once(client):
    made = maker(phone_shown=True)
    assert "/keluar/wa/" in page_of(client, made)

    made.has_public_phone = False
    made.save(update_fields=["has_public_phone"])

    assert "/keluar/wa/" not in page_of(client, made)


def test_neither_address_nor_mail_of_the_maker_is_public(client):
    owner = create_artisan()
    owner.person.email = "rahasia@contoh.example"
    owner.person.save(update_fields=["email"])
    html = page_of(client, create_business(owner=owner, address="Jalan Rahasia 7"))

    assert "rahasia@contoh.example" not in html
    assert "Jalan Rahasia 7" not in html


def test_shows_published_works_only(client):
    made = create_business()
    shown = create_product(business=made)
    create_product(business=made, verified=False)

    assert client.get(made.get_absolute_url()).context["works"] == [shown]


def test_makers_of_the_same_craft_follow_nearest_first(client):
    craft, other = create_craft(), create_craft(slug="gerabah", family="tanah")
    made, far, near, hidden, stranger = (
        maker_in("36.74.04.1001"),
        maker_in("13.71.04.1001"),
        maker_in("36.74.01.1001"),
        maker_in("36.74.04.1001", verified=False),
        maker_in("36.74.04.1001"),
    )
    for each in (made, far, near, hidden):
        each.crafts.add(craft)
    stranger.crafts.add(other)

    assert client.get(made.get_absolute_url()).context["nearby"] == [near, far]


@pytest.mark.once
@pytest.mark.parametrize("others", [1, 3, 30])
def test_the_page_asks_the_same_few_queries(client, django_assert_num_queries, others):
    made = maker(phone_shown=True, links_shown=True)
    made.crafts.add(create_craft())
    for _ in range(others):
        create_product(business=made)
        create_business().crafts.add(create_craft())

    # maker, others nearby, crafts, shop links, works, photos, centres, outlets
    with django_assert_num_queries(8):
        client.get(made.get_absolute_url())


def test_english_falls_back_to_indonesian(client):
    made = create_business(story="Menenun sejak kecil.")
    told = create_business(story="Menyulam.", story_en="She embroiders.")

    assert "Menenun sejak kecil." in page_in_english(client, made)
    assert "She embroiders." in page_in_english(client, told)


def page_in_english(client, made):
    return client.get(f"/en{URL}{made.slug}/").content.decode()


@pytest.mark.parametrize(
    ("marketplace", "url", "is_honest"),
    [
        ("tokopedia", "https://www.tokopedia.com/x", True),
        ("tokopedia", "https://tokopedia.link/x", True),
        ("tokopedia", "https://tokopedia.com.jahat.example/x", False),
        ("tokopedia", "https://tokopedia.com@jahat.example/", False),
        ("shopee", "https://tokopedia.com/x", False),
        ("lainnya", "https://toko.example/x", True),
        ("lainnya", "javascript:alert(1)", False),
        ("instagram", "http://[::1", False),
    ],
)
def test_a_link_is_shown_only_when_it_is_what_it_says(marketplace, url, is_honest):
    assert ShopLink(marketplace=marketplace, url=url).is_honest is is_honest
