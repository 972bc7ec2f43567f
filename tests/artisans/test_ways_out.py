from urllib.parse import parse_qs, urlsplit

import pytest

from django.urls import reverse

from artisans.models import ShopLink
from artisans.models.businesses import Status
from tests.factories import create_business, create_product

pytestmark = pytest.mark.django_db

SHOP = "https://www.tokopedia.com/kriya-contoh"
BASE = "https://portal.contoh.id"


def maker(**fields):
    flags = {"has_public_phone": True, "has_public_links": True}
    return create_business(phone="+628110000123", **{**flags, **fields})


def link(business, url=SHOP, marketplace="tokopedia"):
    return ShopLink.objects.create(business=business, marketplace=marketplace, url=url)


def address(name, *args):
    return reverse(f"artisans:{name}", args=args)


def text_of(response):
    return parse_qs(urlsplit(response.url).query)["text"][0]


def test_a_short_address_leads_to_the_page_for_good(client):
    product = create_product()
    maker = product.business

    for name, row in (("short_product", product), ("short_maker", maker)):
        response = client.get(address(name, row.pk))
        assert response.status_code == 301
        assert response.url == row.get_absolute_url()


def test_a_short_address_keeps_the_language(client):
    product = create_product()
    page = product.get_absolute_url()

    response = client.get("/en" + address("short_product", product.pk))

    assert response.url == f"/en{page}"


@pytest.mark.parametrize("path", ["/p/zzzzzzzzzz/", "/m/0/", "/p/-1/", "/p/ä/"])
def test_a_short_address_of_nothing_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_short_address_is_short():
    assert address("short_product", 46_655) == "/p/zzz/"


def test_whatsapp_opens_with_the_product_and_its_address(client, settings):
    settings.PUBLIC_BASE_URL = BASE
    product = create_product(business=maker(), name="Selendang", name_en="Shawl")
    way = address("whatsapp_about_product", product.pk)

    response = client.get(way)
    assert response.url.startswith("https://wa.me/628110000123?text=")
    assert "Selendang" in text_of(response)
    assert f"{BASE}{address('short_product', product.pk)}" in text_of(response)

    english = text_of(client.get("/en" + way))
    assert "Hello" in english and "Shawl" in english and f"{BASE}/en/p/" in english


def test_whatsapp_opens_for_a_maker(client):
    response = client.get(address("whatsapp_to_maker", maker().pk))

    assert "karya Anda" in text_of(response)


def test_a_way_out_is_for_people_only(client):
    response = client.get(address("shop", link(maker()).pk))

    assert response.status_code == 302
    assert response.url == SHOP
    assert response["Cache-Control"] == "no-store"
    assert "nofollow" in response["X-Robots-Tag"]
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /keluar/" in robots and "Disallow: /en/keluar/" in robots


def test_no_address_in_a_link_is_followed(client):
    way = address("shop", link(maker()).pk)

    for query in ("?url=https://jahat.example", "?next=//jahat.example"):
        assert client.get(way + query).url == SHOP


def test_a_link_that_left_its_marketplace_leads_nowhere(client):
    business = maker()
    honest, false = link(business), link(business, url="https://jahat.example/x")

    assert client.get(address("shop", honest.pk)).status_code == 302
    assert client.get(address("shop", false.pk)).status_code == 404


def test_withdrawn_consent_closes_the_ways_at_once(client):
    business = maker()
    product = create_product(business=business)
    ways = [
        address("whatsapp_to_maker", business.pk),
        address("whatsapp_about_product", product.pk),
        address("shop", link(business).pk),
    ]
    assert {client.get(way).status_code for way in ways} == {302}

    business.has_public_phone = business.has_public_links = False
    business.save(update_fields=["has_public_phone", "has_public_links"])
    assert {client.get(way).status_code for way in ways} == {404}


def test_a_hidden_maker_has_no_ways(client):
    business = maker(verified=False, status=Status.SUBMITTED)
    product = create_product(business=business)

    for way in (
        address("short_maker", business.pk),
        address("short_product", product.pk),
        address("whatsapp_to_maker", business.pk),
        address("whatsapp_about_product", product.pk),
        address("shop", link(business).pk),
    ):
        assert client.get(way).status_code == 404


def test_a_shop_is_reached_from_its_own_products_only(client):
    business = maker()
    own, other = create_product(business=business), create_product()
    shop = link(business)

    assert client.get(address("shop_for_product", shop.pk, own.pk)).url == SHOP
    way = address("shop_for_product", shop.pk, other.pk)
    assert client.get(way).status_code == 404
