from datetime import timedelta
from decimal import Decimal

import pytest

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from artisans.models import Product
from tests.factories import create_product, create_staff
from tests.forms import form_data

pytestmark = pytest.mark.django_db

CATALOGUE = "https://katalog.inaproc.id/selendang"


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def page_of(client, product, prefix=""):
    return client.get(prefix + product.get_absolute_url()).content.decode()


def test_the_page_tells_what_the_product_weighs_and_how_many_can_be_made(client):
    product = create_product(
        weight_grams=1250, minimum_order=10, capacity_per_month=300, is_gift=True
    )
    html = page_of(client, product)

    for words in (
        "1,25 kg",
        "mulai 10 buah",
        "sampai 300 buah per bulan",
        "Siap untuk pesanan cendera mata",
    ):
        assert words in html
    assert "1.25 kg" in page_of(client, product, "/en")


def test_a_product_that_says_no_more_shows_no_empty_facts(client):
    html = page_of(client, create_product())

    for words in ("Berat", "Pesanan banyak", "e-Katalog", "TKDN", "halal"):
        assert words not in html


def test_the_page_shows_certificates_that_hold(client):
    html = page_of(
        client,
        create_product(
            ecatalog_url=CATALOGUE,
            tkdn_percent=Decimal("62.50"),
            tkdn_until_on=in_days(0),
            halal_number="ID32110000123",
        ),
    )

    assert f'href="{CATALOGUE}"' in html
    assert "62,5%" in html
    assert "ID32110000123" in html


def test_the_page_shows_nothing_that_has_run_out(client):
    html = page_of(
        client,
        create_product(
            ecatalog_url=CATALOGUE,
            ecatalog_until_on=in_days(-1),
            tkdn_percent=50,
            tkdn_until_on=in_days(-1),
            halal_number="ID32110000123",
            halal_until_on=in_days(-1),
        ),
    )

    assert CATALOGUE not in html
    assert "TKDN" not in html
    assert "ID32110000123" not in html


@pytest.mark.once
@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"ecatalog_url": "http://katalog.inaproc.id/x"}, "https://katalog"),
        ({"ecatalog_url": "https://katalog.inaproc.id.jahat.example/"}, "katalog"),
        ({"ecatalog_url": "https://a@katalog.inaproc.id/"}, "https://katalog"),
        ({"ecatalog_until_on": "2030-01-01"}, "alamat di e-Katalog"),
        ({"tkdn_percent": "100.01"}, "100"),
        ({"tkdn_percent": "-1"}, "0"),
        ({"tkdn_until_on": "2030-01-01"}, "persentase TKDN"),
        ({"halal_until_on": "2030-01-01"}, "nomor sertifikat halal"),
        ({"is_gift": True}, "kapasitas per bulan"),
        ({"capacity_per_month": 0}, "1"),
        ({"weight_grams": 0}, "1"),
        ({"minimum_order": 0}, "1"),
    ],
)
def test_a_wrong_fact_is_refused_in_a_sentence(fields, sentence):
    product = create_product()
    for name, value in fields.items():
        setattr(product, name, value)

    with pytest.raises(ValidationError) as refused:
        product.full_clean()

    assert sentence in " ".join(refused.value.messages)


@pytest.mark.parametrize(
    "fields",
    [
        {"is_gift": True},
        {"tkdn_percent": 101},
        {"tkdn_until_on": "2030-01-01"},
        {"halal_until_on": "2030-01-01"},
        {"ecatalog_until_on": "2030-01-01"},
    ],
)
def test_the_database_refuses_it_too(fields):
    product = create_product()

    with pytest.raises(IntegrityError), transaction.atomic():
        Product.objects.filter(pk=product.pk).update(**fields)


def test_staff_write_the_facts_and_a_wrong_one_stays_typed(visit):
    product = create_product()
    staff = visit(create_staff(unit=product.business.unit))
    address = reverse("admin:artisans_product_change", args=[product.pk])
    data = form_data(staff.get(address).content.decode())
    typed = {"weight_grams": "350", "ecatalog_url": "https://toko.example/x"}

    html = staff.post(address, {**data, **typed}).content.decode()
    assert "https://katalog.inaproc.id/" in html
    assert 'value="https://toko.example/x"' in html

    staff.post(address, {**data, **typed, "ecatalog_url": CATALOGUE})
    product.refresh_from_db()
    assert (product.weight_grams, product.ecatalog_url) == (350, CATALOGUE)
