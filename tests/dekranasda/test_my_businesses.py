"""Makers begin a business, and change its name and shop links."""

import pytest

from artisans.deciding import approve, send
from artisans.joining import MOST_BUSINESSES
from artisans.models import Business
from artisans.models.status import Status
from artisans.revising import fingerprint, open_revision
from council.consents import give, withdraw
from council.models import Consent
from tests.factories import create_artisan, create_business, create_staff, create_user
from tests.forms import FormData

pytestmark = pytest.mark.django_db

NEW = "/saya/usaha/baru/"
TOKOPEDIA = "https://www.tokopedia.com/tenun-siti"


@pytest.fixture
def siti(visit):
    """A maker who signed in, without a business."""
    user = create_user()
    client = visit(user)
    client.artisan = create_artisan(user=user)
    return client


@pytest.fixture
def shop(siti):
    return create_business(owner=siti.artisan, name="Tenun Siti")


def filled(client, address, **typed):
    data = FormData(client.get(address).content.decode()).data
    return {"action": "keep", **data, **typed}


def page_of(business):
    return f"/saya/usaha/{business.pk}/"


def test_a_business_begins_as_a_draft_of_the_nearest_council(siti):
    typed = filled(siti, NEW, name="Tenun Siti", form=Business.Form.PERSON)

    addresses = {siti.post(NEW, typed).url for _turn in range(2)}

    business = Business.objects.get()
    assert addresses == {page_of(business)}
    assert business.status == Status.DRAFT
    assert (business.unit, business.village) == (
        siti.artisan.unit,
        siti.artisan.village,
    )
    assert list(business.crafts.all()) == [siti.artisan.main_craft]


def test_a_business_without_a_name_gets_a_sentence_and_stays_unwritten(siti):
    response = siti.post(NEW, filled(siti, NEW, name="", form=Business.Form.CV))

    assert response.status_code == 200
    assert "name" in response.context["form"].errors
    assert 'value="cv" selected' in response.content.decode()
    assert not Business.objects.exists()


def test_nobody_fills_the_council_with_businesses(siti):
    for number in range(MOST_BUSINESSES):
        create_business(owner=siti.artisan, name=f"Usaha {number}", verified=False)

    response = siti.post(NEW, filled(siti, NEW, name="Satu lagi", form="cv"))

    assert str(MOST_BUSINESSES) in response.context["form"].non_field_errors()[0]
    assert Business.objects.count() == MOST_BUSINESSES


def test_a_business_needs_a_village_and_a_public_page(visit, siti):
    user = create_user()
    create_artisan(user=user, complete=False)
    assert "/saya/profil/?next=" in visit(user).get(NEW).content.decode()

    give(siti.artisan.person, Consent.Purpose.PUBLIC_PROFILE)
    withdraw(siti.artisan.person, Consent.Purpose.PUBLIC_PROFILE)
    assert siti.post(NEW, {"name": "Tenun", "form": "cv"}).status_code == 200
    assert not Business.objects.exists()


def test_name_and_links_of_a_public_page_wait_for_a_decision(siti, shop):
    typed = {"name": "Tenun Siti Nurbaya", "shop_tokopedia": TOKOPEDIA}
    siti.post(page_of(shop), filled(siti, page_of(shop), **typed))
    send(shop)

    shop.refresh_from_db()
    assert shop.name == "Tenun Siti" and not shop.shop_links.exists()
    revision = open_revision(shop)
    officer = create_staff(unit=shop.unit)
    approve(revision, by=officer, seen=fingerprint(revision, shop))
    shop.refresh_from_db()
    assert shop.name == "Tenun Siti Nurbaya"
    assert [link.url for link in shop.shop_links.all()] == [TOKOPEDIA]


def test_staff_read_the_links_old_beside_new(visit, siti, shop):
    shop.shop_links.create(marketplace="shopee", url="https://shopee.co.id/siti")
    typed = {"shop_shopee": "", "shop_tokopedia": TOKOPEDIA}
    siti.post(page_of(shop), filled(siti, page_of(shop), **typed))
    send(shop)

    officer = visit(create_staff(unit=shop.unit))
    address = f"/admin/artisans/businessrevision/{open_revision(shop).pk}/change/"
    html = officer.get(address).content.decode()

    assert "Shopee: https://shopee.co.id/siti" in html
    assert f"Tokopedia: {TOKOPEDIA}" in html


@pytest.mark.once
@pytest.mark.parametrize(
    ("field", "url"),
    [
        ("shop_tokopedia", "https://shopee.co.id/siti"),
        ("shop_tokopedia", "https://tokopedia.com@jahat.example/"),
        ("shop_instagram", "javascript:alert(1)"),
        ("shop_lainnya", "http://[::1"),
    ],
)
def test_a_wrong_address_gets_a_sentence_beside_it(siti, shop, field, url):
    response = siti.post(page_of(shop), filled(siti, page_of(shop), **{field: url}))

    assert list(response.context["form"].errors) == [field]
    assert open_revision(shop) is None


def test_a_draft_changes_at_once_and_a_second_link_of_staff_stays(siti):
    draft = create_business(owner=siti.artisan, name="Tenun", verified=False)
    second = "https://instagram.com/tenun-lain"
    for url in ("https://instagram.com/tenun", second):
        draft.shop_links.create(marketplace="instagram", url=url)

    typed = {"shop_tokopedia": TOKOPEDIA, "name": "Tenun Baru"}
    siti.post(page_of(draft), filled(siti, page_of(draft), **typed))

    draft.refresh_from_db()
    assert draft.name == "Tenun Baru"
    urls = {link.url for link in draft.shop_links.all()}
    assert {TOKOPEDIA, second} <= urls and len(urls) == 3


def test_two_businesses_of_a_maker_have_two_names(siti, shop):
    create_business(owner=siti.artisan, name="Batik Siti")

    typed = filled(siti, page_of(shop), name="Batik Siti")
    response = siti.post(page_of(shop), typed)

    assert list(response.context["form"].errors) == ["name"]
