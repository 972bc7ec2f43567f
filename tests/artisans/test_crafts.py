import pytest

from artisans.models import Craft
from tests.factories import create_business, create_craft, create_product

pytestmark = pytest.mark.django_db

URL = "/kriya/"


def test_crafts_stand_by_family_with_their_numbers(client):
    songket = create_craft(slug="songket")
    lurik = create_craft(slug="lurik")
    gerabah = create_craft(slug="gerabah", family="tanah")
    create_product(craft=lurik)
    create_product(craft=lurik, verified=False)
    create_product(craft=songket, business=create_business(verified=False))
    families = dict(client.get(URL).context["families"])

    assert families[Craft.Family.WEAVING] == [lurik, songket]
    assert [craft.product_count for craft in families["tenun"]] == [1, 0]
    assert families[Craft.Family.CLAY] == [gerabah]


def test_an_empty_vocabulary_has_its_own_words(client):
    assert client.get(URL).status_code == 200


def test_a_craft_shows_its_public_products_and_makers(client):
    craft = create_craft()
    made, hidden = create_business(), create_business(verified=False)
    made.crafts.add(craft)
    hidden.crafts.add(craft)
    shown = create_product(business=made, craft=craft)
    create_product(business=made, craft=craft, verified=False)
    create_product(business=hidden, craft=craft)
    context = client.get(craft.get_absolute_url()).context

    assert context["products"] == [shown]
    assert context["makers"] == [made]
    assert (context["craft"].product_count, context["craft"].maker_count) == (1, 1)


def test_a_craft_nobody_shows_yet_has_a_page(client):
    assert client.get(create_craft().get_absolute_url()).status_code == 200


def test_an_unknown_craft_is_not_found(client):
    assert client.get("/kriya/tidak-ada/").status_code == 404


def test_english_falls_back_to_indonesian(client):
    craft = create_craft(name="Songket", name_en="Gold weaving", about="Benang emas.")
    html = client.get("/en" + craft.get_absolute_url()).content.decode()

    assert "<h1>Gold weaving</h1>" in html
    assert "Benang emas." in html


@pytest.mark.once
@pytest.mark.parametrize("rows", [1, 3, 30])
def test_asks_the_same_few_queries(client, django_assert_num_queries, rows):
    craft = create_craft()
    for number in range(rows):
        create_craft(slug=f"kriya-{number}")
        made = create_business()
        made.crafts.add(craft)
        create_product(business=made, craft=craft)

    with django_assert_num_queries(1):
        client.get(URL)
    # craft, motifs, centres, products, photos, makers, their crafts, other crafts
    with django_assert_num_queries(8):
        client.get(craft.get_absolute_url())


def test_families_count_what_their_link_shows(client):
    create_product(craft=create_craft())
    create_product(craft=create_craft(slug="lurik"))
    create_product(craft=create_craft(slug="gerabah", family="tanah"))
    create_craft(slug="perak", family="logam")
    families = Craft.objects.families_with_counts()

    assert [(each["key"], each["count"]) for each in families] == [
        ("tenun", 2),
        ("tanah", 1),
    ]
    for each in families:
        assert client.get(each["url"]).context["listing"].number == each["count"]
