import re
from datetime import timedelta

import pytest

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from artisans.models import ProductPhoto
from programs.models import Activity
from tests.factories import (
    create_activity,
    create_business,
    create_class,
    create_event,
    create_product,
    create_training,
    create_unit,
)

pytestmark = pytest.mark.django_db


def shown(client, address="/"):
    return client.get(address).content.decode()


def test_an_empty_portal_says_what_will_come(client):
    html = shown(client)

    assert "Etalase sedang diisi" in html
    assert "Belum ada agenda" in html


def test_shows_products_makers_and_what_comes_next(client):
    business = create_business(name="Rumah Songket")
    create_product(business=business, name="Selendang pucuk rebung")
    create_product(business=business, name="Masih draf", verified=False)
    create_event(title="Bazar kriya")
    create_event(title="Pameran draf", published=False)
    create_activity(title="Raker tahunan", kind=Activity.Kind.MEETING)

    html = shown(client)

    assert "Rumah Songket" in html
    assert "Selendang pucuk rebung" in html
    assert "Bazar kriya" in html
    assert "Masih draf" not in html
    assert "Pameran draf" not in html
    assert "Raker tahunan" not in html


def test_a_training_shows_the_class_with_most_seats(client):
    training = create_training(title="Pelatihan bordir")
    create_class(training=training, quota=1, taken=1)
    create_class(training=training, quota=10)

    html = shown(client)

    assert "Pelatihan bordir" in html
    assert "chip--open" in html


def test_a_training_nobody_can_join_any_more_is_not_announced(client):
    now = timezone.now()
    training = create_training(title="Pelatihan tutup")
    create_class(
        training=training,
        opens_at=now - timedelta(days=9),
        closes_at=now - timedelta(days=1),
    )

    assert "Pelatihan tutup" not in shown(client)


def test_what_is_called_off_is_not_announced(client):
    today = timezone.localdate()
    create_event(
        title="Lomba batal",
        status=Activity.Status.CANCELLED,
        starts_on=today + timedelta(days=2),
    )

    assert "Lomba batal" not in shown(client)


def test_stands_in_english_too(client):
    create_unit(code="36.74")

    assert "Made by hand, by people you can name" in shown(client, "/en/")


def test_what_comes_next_has_its_english_title(client):
    create_event(title="Pasar perajin", title_en="Makers' market")

    assert "Makers&#x27; market" in shown(client, "/en/")
    assert "Pasar perajin" in shown(client)


def test_shares_a_picture_of_the_showcase(client):
    product = create_product()
    image = "photos/ab/songket-1200x1500.webp"
    ProductPhoto.objects.create(product=product, image=image, alt="Songket", order=0)

    html = shown(client)

    assert "songket-960.jpg" in re.search(r'og:image" content="([^"]+)', html)[1]


@pytest.mark.once
@pytest.mark.parametrize(
    "page",
    [
        "",
        "produk/",
        "perajin/",
        "kriya/",
        "pelatihan/",
        "acara/",
        "kalender/",
        "program/",
        "dekranasda/",
    ],
)
def test_a_shared_page_has_its_title_and_language(client, page):
    indonesian, english = shown(client, f"/{page}"), shown(client, f"/en/{page}")

    for html in (indonesian, english):
        assert re.search(r'og:title" content="[^"]+"', html)
        assert "/en/" + page in re.search(r'hreflang="en" href="([^"]+)', html)[1]
    assert 'og:locale" content="id_ID"' in indonesian
    assert 'og:locale" content="en_GB"' in english


@pytest.mark.once
@pytest.mark.parametrize("rows", [1, 3, 30])
def test_asks_the_same_queries_however_much_there_is(client, rows):
    for _row in range(rows):
        create_product()
        create_class(training=create_training())
    client.get("/")

    with CaptureQueriesContext(connection) as queries:
        client.get("/")

    assert len(queries) == 8


def test_a_missing_page_is_ours_while_trying_out_too(settings):
    settings.DEBUG = True
    browser = Client()

    missing, slashless = browser.get("/tidak-ada/"), browser.get("/produk")

    assert missing.status_code == 404
    assert b'<html lang="id"' in missing.content
    assert b"DEBUG" not in missing.content
    assert slashless.status_code == 301
