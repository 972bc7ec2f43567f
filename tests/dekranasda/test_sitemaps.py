import re
from xml.etree import ElementTree

import pytest

from artisans.models import ProductPhoto
from tests.factories import (
    create_business,
    create_event,
    create_product,
    create_training,
    create_unit,
)

pytestmark = pytest.mark.django_db

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def addresses(client, path):
    tree = ElementTree.fromstring(client.get(path).content)  # noqa: S314
    return [place.text for place in tree.findall(".//s:loc", SPACE)]


def test_the_index_names_a_file_for_each_section(client, settings):
    settings.PUBLIC_BASE_URL = "https://portal.contoh.id"

    found = addresses(client, "/sitemap.xml")

    assert "https://portal.contoh.id/sitemap-produk.xml" in found
    for address in found:
        path = address.removeprefix("https://portal.contoh.id")
        assert client.get(path).status_code == 200, path


def test_names_published_pages_in_both_languages(client, settings):
    settings.PUBLIC_BASE_URL = "https://portal.contoh.id"
    shown = create_event()
    create_event(title="Rancangan", published=False)

    response = client.get("/sitemap-acara.xml")

    assert addresses(client, "/sitemap-acara.xml") == [
        f"https://portal.contoh.id/acara/{shown.slug}/",
        f"https://portal.contoh.id/en/acara/{shown.slug}/",
    ]
    assert 'hreflang="en"' in response.content.decode()
    assert 'hreflang="x-default"' in response.content.decode()


def test_knows_products_makers_trainings_and_councils(client):
    unit = create_unit(code="36.74.04")
    product = create_product(business=create_business(unit=unit))
    create_product(verified=False)
    training = create_training()

    assert len(addresses(client, "/sitemap-produk.xml")) == 2
    for section, row in {
        "produk": product,
        "perajin": product.business,
        "pelatihan": training,
        "dekranasda": unit,
    }.items():
        found = addresses(client, f"/sitemap-{section}.xml")
        assert any(address.endswith(f"/{row.slug}/") for address in found), section


def test_pictures_stand_beside_their_page(client, settings):
    settings.PUBLIC_BASE_URL = "https://portal.contoh.id"
    product = create_product(business=create_business(portrait="photos/a-400x500.webp"))
    for name in ("depan", "belakang"):
        image = f"photos/{name}-900x900.webp"
        ProductPhoto.objects.create(product=product, image=image, alt="Contoh")
    create_product()

    assert (
        pictures(client, "/sitemap-produk.xml")
        == [
            "https://portal.contoh.id/media/photos/depan-900.jpg",
            "https://portal.contoh.id/media/photos/belakang-900.jpg",
        ]
        * 2
    )
    assert (
        pictures(client, "/sitemap-perajin.xml")
        == ["https://portal.contoh.id/media/photos/a-400.jpg"] * 2
    )


@pytest.mark.once
def test_a_file_of_pictures_costs_few_queries(client, django_assert_max_num_queries):
    for _each in range(30):
        product = create_product()
        ProductPhoto.objects.create(product=product, image="x.webp", alt="Contoh")

    with django_assert_max_num_queries(4):
        client.get("/sitemap-produk.xml")


def pictures(client, path):
    space = "http://www.google.com/schemas/sitemap-image/1.1"
    tree = ElementTree.fromstring(client.get(path).content)  # noqa: S314
    return [place.text for place in tree.iter(f"{{{space}}}loc")]


def test_static_pages_stand_in_it(client):
    paths = {
        re.sub(r"^https?://[^/]+", "", address)
        for address in addresses(client, "/sitemap-halaman.xml")
    }

    assert {"/", "/en/", "/produk/", "/kalender/", "/program/"} <= paths


@pytest.mark.parametrize(
    "path", ["/sitemap-x.xml", "/sitemap-acara.xml?p=9", "/sitemap-acara.xml?p=x"]
)
def test_what_does_not_exist_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_robots_are_told_where_and_where_not(client, settings):
    settings.PUBLIC_BASE_URL = "https://portal.contoh.id"

    response = client.get("/robots.txt")

    assert response["Content-Type"].startswith("text/plain")
    text = response.content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: https://portal.contoh.id/sitemap.xml" in text
