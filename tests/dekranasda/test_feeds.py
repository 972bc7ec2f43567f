from datetime import timedelta
from xml.etree import ElementTree

import pytest

from django.utils import timezone

from tests.factories import (
    create_business,
    create_event,
    create_product,
    create_training,
)

pytestmark = pytest.mark.django_db

BASE = "https://portal.contoh.id"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def _base(settings):
    settings.PUBLIC_BASE_URL = BASE


def entries(client, path):
    tree = ElementTree.fromstring(client.get(path).content)  # noqa: S314
    return [
        (
            entry.find("a:title", ATOM).text,
            entry.find("a:link", ATOM).get("href"),
        )
        for entry in tree.findall("a:entry", ATOM)
    ]


def test_new_products_come_newest_first(client):
    old = create_product(
        name="Lama", verified_at=timezone.now() - timedelta(days=3), name_en="Old"
    )
    new = create_product(name="Baru")
    create_product(name="Draf", verified=False)

    assert entries(client, "/umpan/produk.xml") == [
        ("Baru", f"{BASE}/produk/{new.slug}/"),
        ("Lama", f"{BASE}/produk/{old.slug}/"),
    ]
    assert ("Old", f"{BASE}/en/produk/{old.slug}/") in entries(
        client, "/en/umpan/produk.xml"
    )


def test_new_makers_trainings_and_events_have_a_feed(client):
    maker = create_business()
    training = create_training()
    event = create_event()
    create_event(title="Rancangan", published=False)

    assert entries(client, "/umpan/perajin.xml") == [
        (str(maker), f"{BASE}/perajin/{maker.slug}/")
    ]
    assert entries(client, "/umpan/pelatihan.xml") == [
        (training.title, f"{BASE}/pelatihan/{training.slug}/")
    ]
    assert entries(client, "/umpan/acara.xml") == [
        (event.title, f"{BASE}/acara/{event.slug}/")
    ]


@pytest.mark.once
@pytest.mark.parametrize("number", [1, 3, 30])
def test_a_feed_asks_the_same_queries_for_any_number(
    client, number, django_assert_max_num_queries
):
    for _each in range(number):
        create_product()

    with django_assert_max_num_queries(4):
        client.get("/umpan/produk.xml")


def test_an_empty_feed_is_a_feed(client):
    response = client.get("/umpan/produk.xml")

    assert response["Content-Type"].startswith("application/atom+xml")
    assert entries(client, "/umpan/produk.xml") == []


def test_an_unknown_feed_is_not_found(client):
    assert client.get("/umpan/rahasia.xml").status_code == 404


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ("/produk/", "produk"),
        ("/perajin/", "perajin"),
        ("/pelatihan/", "pelatihan"),
        ("/acara/", "acara"),
    ],
)
def test_readers_find_the_feed_from_the_list(client, page, what):
    assert f'href="/umpan/{what}.xml"' in client.get(page).content.decode()
