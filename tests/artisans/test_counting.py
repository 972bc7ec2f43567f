from collections import Counter
from datetime import date, timedelta

import pytest
import time_machine

from django.core.exceptions import FieldDoesNotExist
from django.db import OperationalError
from django.urls import reverse

from artisans import counting
from artisans.models import DailyCount, ShopLink
from tests.factories import create_business, create_product, create_user

pytestmark = pytest.mark.django_db

PHONE = "Mozilla/5.0 (Linux; Android 13) Chrome/120 Mobile Safari/537.36"
VIEW = DailyCount.Channel.VIEW


def look(client, row, **headers):
    name = "look_at_product" if hasattr(row, "business") else "look_at_maker"
    headers.setdefault("HTTP_USER_AGENT", PHONE)
    return client.get(reverse(f"artisans:{name}", args=[row.pk]), **headers)


def counts():
    counting.write()
    rows = DailyCount.objects.values_list("business", "product", "channel", "number")
    return sorted(rows, key=lambda row: (row[1] or 0, row[2]))


def test_looks_are_added_up_for_the_day(client):
    product = create_product()
    maker = product.business
    for _each in range(3):
        look(client, product)
    look(client, maker)

    assert counts() == [
        (maker.pk, None, VIEW, 1),
        (maker.pk, product.pk, VIEW, 3),
    ]

    look(client, product)
    assert (maker.pk, product.pk, VIEW, 4) in counts()


def test_each_day_has_its_own_count(client):
    product = create_product()
    with time_machine.travel("2026-06-01 23:59+07:00", tick=False) as clock:
        look(client, product)
        clock.shift(timedelta(minutes=2))
        look(client, product)
    counting.write()

    days = DailyCount.objects.order_by("counted_on").values_list("counted_on", "number")
    assert list(days) == [(date(2026, 6, 1), 1), (date(2026, 6, 2), 1)]


def test_the_page_asks_for_its_point_and_counts_nothing_itself(client):
    product = create_product()

    html = client.get(product.get_absolute_url(), HTTP_USER_AGENT=PHONE).content

    assert reverse("artisans:look_at_product", args=[product.pk]).encode() in html
    assert counts() == []


def test_the_point_is_a_tiny_picture_that_no_cache_keeps(client):
    response = look(client, create_product())

    assert response["Content-Type"] == "image/gif"
    assert len(response.content) < 50
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_noting_asks_nothing_of_the_database(client, django_assert_num_queries):
    product = create_product()

    with django_assert_num_queries(0):
        look(client, product)


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"HTTP_USER_AGENT": "facebookexternalhit/1.1"},
        {"HTTP_USER_AGENT": "WhatsApp/2.23"},
        {"HTTP_USER_AGENT": "curl/8.0"},
        {"HTTP_USER_AGENT": ""},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        {"HTTP_PURPOSE": "prefetch"},
        {"HTTP_X_MOZ": "prefetch"},
    ],
)
def test_machines_and_previews_are_not_counted(client, headers):
    product = create_product()
    look(client, product, **headers)
    assert counts() == []

    look(client, product)
    assert len(counts()) == 1


def test_who_is_signed_in_is_not_counted(client, visit):
    product = create_product()
    look(visit(create_user()), product)

    assert counts() == []


def test_a_question_about_the_page_is_no_look(client):
    product = create_product()
    address = reverse("artisans:look_at_product", args=[product.pk])
    client.head(address, HTTP_USER_AGENT=PHONE)

    assert counts() == []


def test_what_is_not_public_is_not_counted(client):
    hidden = create_product(verified=False)
    draft = create_business(verified=False)
    look(client, hidden)
    look(client, draft)
    client.get("/hitung/p/zzzz.gif", HTTP_USER_AGENT=PHONE)

    assert counts() == []


def test_ways_out_are_counted_by_channel(client):
    maker = create_business(
        phone="+628110000123", has_public_phone=True, has_public_links=True
    )
    product = create_product(business=maker)
    shop = ShopLink.objects.create(
        business=maker, marketplace="shopee", url="https://shopee.co.id/x"
    )
    for name, args in (
        ("whatsapp_about_product", [product.pk]),
        ("whatsapp_to_maker", [maker.pk]),
        ("shop", [shop.pk]),
        ("shop_for_product", [shop.pk, product.pk]),
    ):
        client.get(reverse(f"artisans:{name}", args=args), HTTP_USER_AGENT=PHONE)

    assert counts() == [
        (maker.pk, None, "shopee", 1),
        (maker.pk, None, "whatsapp", 1),
        (maker.pk, product.pk, "shopee", 1),
        (maker.pk, product.pk, "whatsapp", 1),
    ]


def test_counts_are_written_together_after_a_while(client, monkeypatch):
    product = create_product()
    look(client, product)
    assert not DailyCount.objects.exists()

    monkeypatch.setattr(counting, "WRITE_EVERY", 0)
    look(client, product)

    assert DailyCount.objects.get().number == 2


def test_a_hundred_pages_are_written_with_few_queries(
    client, django_assert_max_num_queries
):
    maker = create_business()
    products = [create_product(business=maker) for _each in range(100)]
    for product in products:
        look(client, product)

    with django_assert_max_num_queries(8):
        counting.write()

    assert DailyCount.objects.count() == 100


def test_what_could_not_be_written_is_kept(client, monkeypatch):
    product = create_product()
    look(client, product)

    def busy(counts):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr(counting, "add_to_days", busy)
        counting.write()
    assert not DailyCount.objects.exists()

    look(client, product)
    assert [row[3] for row in counts()] == [2]


def test_another_process_may_have_begun_the_day(client):
    product = create_product()
    look(client, product)
    counting.write()
    look(client, product)
    taken = counting.notes.take()
    counting.add_to_days(counting.known(taken))
    counting.add_to_days(counting.known(taken))

    assert DailyCount.objects.get().number == 3


def test_a_count_says_nothing_of_anybody():
    kept = {field.name for field in DailyCount._meta.fields}

    assert kept == {"id", "counted_on", "business", "product", "channel", "number"}
    with pytest.raises(FieldDoesNotExist):
        DailyCount._meta.get_field("address")
    note = counting.Noted(date(2026, 6, 1), VIEW)
    assert set(vars(note)) == {"day", "channel", "business", "product"}


def test_a_flood_of_addresses_is_written_before_it_fills_the_memory(monkeypatch):
    monkeypatch.setattr(counting, "MOST_NOTED", 10)
    many = [counting.Noted(date(2026, 6, 1), VIEW, product=n) for n in range(1, 13)]
    counting.notes.add(Counter(many))

    counting.write_when_due()

    assert not counting.notes.counts
