import re
from xml.etree import ElementTree

import pytest

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
