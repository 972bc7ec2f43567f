"""What a maker tells a visitor: how to come, and in which languages."""

import pytest

from django.urls import reverse

from artisans.models import Business
from tests.factories import create_business, create_centre, create_staff, create_unit
from tests.forms import form_data

pytestmark = pytest.mark.django_db


def test_the_page_says_how_to_visit_and_in_which_languages(client):
    maker = create_business(visiting="Senin 09.00", languages=["id", "min", "en"])
    html = client.get(maker.get_absolute_url()).content.decode()
    english = client.get(f"/en{maker.get_absolute_url()}").content.decode()

    assert "Senin 09.00" in html
    assert "Indonesia, Inggris, Minangkabau" in html
    assert "Indonesian, English, Minangkabau" in english


def test_a_maker_who_receives_nobody_says_so(client):
    html = client.get(create_business().get_absolute_url()).content.decode()

    assert "Tidak menerima kunjungan langsung" in html
    assert "<dt>Bahasa</dt>" not in html


def test_the_page_leads_to_the_centre_and_the_region(client):
    maker, shown = create_business(), create_centre()
    shown.makers.add(maker)
    create_centre(name="Draf", published=False).makers.add(maker)
    response = client.get(maker.get_absolute_url())

    assert response.context["centres"] == [shown]
    assert 'href="/wilayah/36.74/"' in response.content.decode()


def test_languages_are_ticked_in_the_office(visit):
    business = create_business(unit=create_unit(code="36.74.04"), languages=["id"])
    browser = visit(create_staff(unit=business.unit))
    address = reverse("admin:artisans_business_change", args=[business.pk])
    data = form_data(browser.get(address).content.decode())
    data = {name: value for name, value in data.items() if value != ""}

    assert browser.post(address, {**data, "languages": ["id", "xx"]}).status_code == 200
    browser.post(address, {**data, "languages": ["id", "en"]})

    business.refresh_from_db()
    assert business.languages == ["id", "en"]


def test_makers_who_receive_visitors_are_those_who_say_how():
    open_, _shut = create_business(visiting="Senin"), create_business()

    assert list(Business.objects.receiving_visitors()) == [open_]
    assert open_.receives_visitors and not _shut.receives_visitors
