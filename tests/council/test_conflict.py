import pytest

from django.db import IntegrityError
from django.test import RequestFactory
from django.urls import reverse

from artisans.models import ShopLink
from council.error_pages import answer_to
from tests.factories import create_business, create_user
from tests.forms import form_data

pytestmark = pytest.mark.django_db


def test_a_conflict_the_forms_did_not_see_is_told_as_one():
    answer = answer_to(IntegrityError("UNIQUE"), RequestFactory().get("/"))

    assert answer.status_code == 409
    assert "Sudah ada yang mendahului" in answer.content.decode()


def test_an_old_form_of_the_admin_saves_nothing(visit):
    business = create_business(name="Rumah Kerang")
    link = ShopLink.objects.create(
        business=business, marketplace="lainnya", url="https://toko.example/kerang"
    )
    browser = visit(create_user(is_staff=True, is_superuser=True))
    address = reverse("admin:artisans_business_change", args=[business.pk])
    form = form_data(browser.get(address).content.decode())

    # As if the link had been added in another window after this form was opened.
    stale = {"shop_links-INITIAL_FORMS": "0", "shop_links-0-id": "", "name": "Lain"}
    answer = browser.post(address, {**form, **stale})

    business.refresh_from_db()
    assert answer.status_code in {200, 409}
    assert business.name == "Rumah Kerang"
    assert list(business.shop_links.all()) == [link]
