import pytest

from django.core.exceptions import ValidationError
from django.urls import reverse

from artisans.models import FlagshipMark
from artisans.models.flagships import this_year
from tests.artisans.test_showcase import listing_at, names_at
from tests.factories import (
    create_artisan,
    create_business,
    create_product,
    create_region,
    create_staff,
    create_unit,
)
from tests.forms import form_data

pytestmark = pytest.mark.django_db

CITY, CIPUTAT, SERPONG = "36.74", "36.74.04", "36.74.01"


def make(code=CIPUTAT, **fields):
    unit = create_unit(code=code)
    village = create_region(code=f"{code}.1001")
    owner = create_artisan(unit=unit, village=village)
    return create_product(
        business=create_business(owner=owner, village=village), **fields
    )


def inline_of(product, browser):
    """The product's page of the admin as its form stands, with one more mark."""
    address = reverse("admin:artisans_product_change", args=[product.pk])
    data = form_data(browser.get(address).content.decode())
    count = int(data["flagship_marks-TOTAL_FORMS"])
    return address, {**data, "flagship_marks-TOTAL_FORMS": count + 1}, count


def add_mark(product, browser, unit, year="2026"):
    address, data, row = inline_of(product, browser)
    data |= {
        f"flagship_marks-{row}-unit": unit.pk,
        f"flagship_marks-{row}-year": year,
        f"flagship_marks-{row}-product": product.pk,
    }
    return browser.post(address, data)


def test_the_card_and_the_page_name_the_newest_year(client):
    product = make()
    FlagshipMark.objects.create(product=product, unit=create_unit(code=CITY), year=2024)
    FlagshipMark.objects.create(product=product, unit=create_unit(code=CITY), year=2025)
    product.mark_as_flagship(create_unit(code=CIPUTAT))
    make()
    year = this_year()

    assert client.get("/produk/").content.decode().count("badge--flagship") == 1
    html = client.get(product.get_absolute_url()).content.decode()
    assert f"Produk unggulan {year} Dekranasda Ciputat" in html


def test_of_two_councils_in_one_year_the_higher_is_named(client):
    product = make()
    for code in (CIPUTAT, CITY):
        product.mark_as_flagship(create_unit(code=code))

    html = client.get(product.get_absolute_url()).content.decode()

    assert "Dekranasda Kota Tangerang Selatan</span>" in html


def test_visitors_find_flagships_and_the_count_is_right(client):
    chosen = make(name="Terpilih")
    make(name="Biasa")
    for unit in (create_unit(code=CITY), create_unit(code=CIPUTAT)):
        chosen.mark_as_flagship(unit)

    answers = {
        question.name: answers for question, answers in listing_at(client).questions
    }

    assert names_at(client, "?unggulan=ya") == ["Terpilih"]
    assert [answer.number for answer in answers["unggulan"]] == [1]
    assert names_at(client, "?unggulan=mungkin") == names_at(client)


def test_a_council_is_not_offered_twice_a_year():
    product = make()
    FlagshipMark.objects.create(product=product, unit=product.business.unit, year=2026)
    again = FlagshipMark(product=product, unit=product.business.unit, year=2026)

    with pytest.raises(ValidationError, match="sudah menjadi unggulan"):
        again.full_clean()


def test_a_council_chooses_among_the_products_below_it():
    product = make(CIPUTAT)
    FlagshipMark(product=product, unit=create_unit(code=CITY)).full_clean()

    with pytest.raises(ValidationError, match="Dekranasda perajin"):
        FlagshipMark(product=product, unit=create_unit(code=SERPONG)).full_clean()


def test_staff_mark_on_the_products_page(visit):
    product, city = make(), create_unit(code=CITY)
    add_mark(product, visit(create_staff(unit=city)), city)

    assert str(product.flagship_marks.get()) == f"{city} 2026"


def test_a_kecamatan_cannot_speak_for_its_city(visit):
    product, city = make(), create_unit(code=CITY)
    kecamatan = visit(create_staff(unit=create_unit(code=CIPUTAT)))

    assert add_mark(product, kecamatan, city).status_code == 200
    assert not product.flagship_marks.exists()


def test_a_kecamatan_does_not_touch_the_mark_of_its_city(visit):
    product, city = make(), create_unit(code=CITY)
    product.mark_as_flagship(city)
    kecamatan = visit(create_staff(unit=create_unit(code=CIPUTAT)))
    address, data, _count = inline_of(product, kecamatan)

    assert data["flagship_marks-TOTAL_FORMS"] == 1
    send(kecamatan, "unmark_flagship", product)
    assert product.flagship_marks.count() == 1


def send(browser, action, *products):
    data = {"action": action, "_selected_action": [each.pk for each in products]}
    address = reverse("admin:artisans_product_changelist")
    return browser.post(address, data, follow=True)


def test_many_are_marked_at_once_and_twice_is_once(visit):
    city, products = create_unit(code=CITY), [make(), make(SERPONG)]
    other = make("13.71.04")
    staff = visit(create_staff(unit=city))

    for _turn in range(2):
        send(staff, "mark_flagship", *products, other)

    marks = FlagshipMark.objects.values_list("product", "unit", "year")
    assert sorted(marks) == [(each.pk, city.pk, this_year()) for each in products]
    send(staff, "unmark_flagship", *products)
    assert not FlagshipMark.objects.exists()


@pytest.mark.parametrize("role", ["Pengamat", "Humas", "Petugas acara", "Dinas"])
def test_who_may_not_verify_may_not_mark(visit, role):
    product = make()

    send(
        visit(create_staff(unit=product.business.unit, role=role)),
        "mark_flagship",
        product,
    )

    assert not product.flagship_marks.exists()


@pytest.mark.parametrize("year", ["2026", "abc", "²", "9" * 30])
def test_staff_find_the_flagships_of_a_year(visit, year):
    product = make()
    FlagshipMark.objects.create(product=product, unit=product.business.unit, year=2026)
    staff = visit(create_staff(unit=product.business.unit))
    response = staff.get(
        reverse("admin:artisans_product_changelist") + f"?flagship={year}"
    )

    assert response.status_code in {200, 302}
