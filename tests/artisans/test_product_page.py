import json
import re

import pytest

from artisans.models import Motif, ProductPhoto, ShopLink
from artisans.models.status import Status
from tests.artisans.test_showcase import create_material
from tests.factories import create_business, create_craft, create_product

pytestmark = pytest.mark.django_db

PHONE = "+628110000123"
SHOP = "https://www.tokopedia.com/kriya-contoh"


def maker(*, phone_shown=False, links_shown=False, **fields):
    made = create_business(
        phone=PHONE,
        has_public_phone=phone_shown,
        has_public_links=links_shown,
        **fields,
    )
    ShopLink.objects.create(business=made, marketplace="tokopedia", url=SHOP)
    return made


def page_of(client, product, prefix=""):
    return client.get(prefix + product.get_absolute_url()).content.decode()


def linked_data(html):
    pattern = r'<script type="application/ld\+json">(.*?)</script>'
    return json.loads(re.search(pattern, html, re.DOTALL)[1])


@pytest.mark.parametrize(
    "status",
    [Status.DRAFT, Status.SUBMITTED, Status.NEEDS_REVISION, Status.REFUSED],
)
def test_a_product_that_is_not_verified_is_not_found(client, status):
    hidden = create_product(verified=False, status=status)
    shown = create_product()

    assert client.get(hidden.get_absolute_url()).status_code == 404
    assert client.get(shown.get_absolute_url()).status_code == 200


def test_a_product_of_a_hidden_maker_is_not_found(client):
    product = create_product(business=create_business(verified=False))

    assert client.get(product.get_absolute_url()).status_code == 404


def test_without_consent_no_contact_stands_anywhere(client):
    html = page_of(client, create_product(business=maker()))

    assert "/keluar/" not in html
    assert "8110000123" not in html
    assert "tokopedia" not in html.lower()


def test_with_consent_the_buyer_writes_to_the_maker(client):
    product = create_product(business=maker(phone_shown=True, links_shown=True))
    html = page_of(client, product)

    ways = re.findall(r'<a [^>]*href="(/keluar/[^"]+)" rel="noopener nofollow"', html)
    addresses = [client.get(way).url for way in ways]
    assert addresses[0].startswith("https://wa.me/628110000123?text=")
    assert addresses[1] == SHOP
    assert "8110000123" not in html


def test_one_consent_does_not_stand_for_the_other(client):
    html = page_of(client, create_product(business=maker(links_shown=True)))

    assert "/keluar/wa/" not in html
    assert "/keluar/toko/" in html


def test_a_link_that_is_not_the_marketplace_it_says_is_left_out(client):
    made = maker(links_shown=True)
    made.shop_links.update(url="https://tokopedia.com.penipu.example/x")

    assert "penipu" not in page_of(client, create_product(business=made))


@pytest.mark.parametrize(
    ("price", "up_to", "shown"),
    [
        (1_250_000, None, ["Rp1.250.000"]),
        (100_000, 250_000, ["Rp100.000", "Rp250.000"]),
        (75_000, None, ["Rp75.000"]),
    ],
)
def test_the_price_is_written_as_here(client, price, up_to, shown):
    html = page_of(client, create_product(price=price, price_up_to=up_to))

    assert [word for word in shown if word in html] == shown


def test_without_a_price_the_buyer_asks(client):
    html = page_of(client, create_product(price=None))

    assert "Rp" not in re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert "offers" not in linked_data(html)


def test_search_engines_read_the_price_and_no_contact(client):
    product = create_product(
        name="Kain </script><b>", business=maker(phone_shown=True), price=150_000
    )
    html = page_of(client, product)
    data = linked_data(html)

    assert data["@type"] == "Product"
    assert data["name"] == "Kain </script><b>"
    assert data["offers"]["price"] == 150_000
    assert data["offers"]["priceCurrency"] == "IDR"
    assert "</script><b>" not in html


def test_the_four_facets_are_links(client):
    product = create_product(craft=create_craft())
    product.materials.add(create_material("sutra"))
    product.motifs.add(Motif.objects.create(name="pucuk rebung", slug="pucuk-rebung"))
    html = page_of(client, product)

    for address in (
        product.craft.get_absolute_url(),
        "/produk/?bahan=sutra",
        "/produk/?jenis=selendang",
        "/motif/pucuk-rebung/",
    ):
        assert f'href="{address}"' in html


def test_without_a_photo_the_craft_s_cloth_is_shown(client):
    html = page_of(client, create_product())

    assert 'class="cloth craft--tenun"' in html


def test_the_first_photo_comes_first_and_at_once(client):
    product = create_product()
    for order, alt in enumerate(["Depan", "Belakang"]):
        image = f"photos/ab/{alt.lower()}-1200x1500.webp"
        ProductPhoto.objects.create(product=product, image=image, alt=alt, order=order)
    html = page_of(client, product)
    first, second = re.findall(r'<img\s+class="picture[^>]*>', html)[:2]

    assert 'alt="Depan"' in first and 'fetchpriority="high"' in first
    assert 'alt="Belakang"' in second and 'loading="lazy"' in second


def test_shows_more_of_the_maker_and_alike_products_apart(client):
    made = create_business()
    product = create_product(business=made)
    own = create_product(business=made)
    alike = create_product()
    create_product(craft=create_craft(slug="gerabah", family="tanah"))
    create_product(business=made, verified=False)
    context = client.get(product.get_absolute_url()).context

    assert context["from_maker"] == [own]
    assert context["similar"] == [alike]


@pytest.mark.once
@pytest.mark.parametrize("others", [1, 3, 30])
def test_asks_the_same_few_queries(client, django_assert_num_queries, others):
    made = maker(phone_shown=True, links_shown=True)
    product = create_product(business=made)
    product.materials.add(create_material("sutra"))
    for _ in range(others):
        create_product(business=made)
        create_product()

    # product, materials, motifs, others, photos, shop links
    with django_assert_num_queries(6):
        client.get(product.get_absolute_url())


def test_english_falls_back_to_indonesian(client):
    product = create_product(
        name="Tas Anyam", name_en="Plaited bag", description="Kuat dan ringan."
    )
    html = page_of(client, product, prefix="/en")

    assert "<h1>Plaited bag</h1>" in html
    assert "Kuat dan ringan." in html


def test_names_itself_in_both_languages(client):
    html = page_of(client, create_product())

    assert 'hreflang="en"' in html
    assert 'rel="canonical"' in html


@pytest.mark.parametrize("is_example", [True, False])
def test_an_invented_product_says_so(client, is_example):
    html = page_of(client, create_product(is_example=is_example))

    assert ("badge--example" in html) is is_example


@pytest.mark.parametrize("slug", ["tidak-ada", "a" * 300, "-"])
def test_an_unknown_address_is_not_found(client, slug):
    assert client.get(f"/produk/{slug}/").status_code == 404
