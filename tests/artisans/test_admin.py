import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from artisans.models import Business, Product
from artisans.models.status import Status
from council.models import Consent
from tests.factories import (
    create_artisan,
    create_business,
    create_craft,
    create_product,
    create_region,
    create_staff,
    create_unit,
)
from tests.forms import form_data

pytestmark = pytest.mark.django_db

CIPUTAT, SERPONG = "36.74.04", "36.74.01"


def page(model, name, *args):
    return reverse(f"admin:artisans_{model}_{name}", args=args)


def make(code, **fields):
    unit = create_unit(code=code)
    village = create_region(code=f"{code}.1001")
    owner = create_artisan(unit=unit, village=village)
    return create_business(owner=owner, village=village, **fields)


@pytest.fixture
def ciputat(visit):
    return visit(create_staff(unit=create_unit(code=CIPUTAT)))


def rows_of(response):
    return list(response.context["cl"].result_list)


def send(browser, model, action, *rows, **data):
    data = {"action": action, "_selected_action": [row.pk for row in rows], **data}
    return browser.post(page(model, "changelist"), data, follow=True)


def test_a_kecamatan_sees_its_own_makers_only(ciputat):
    own, other = make(CIPUTAT), make(SERPONG)

    assert rows_of(ciputat.get(page("business", "changelist"))) == [own]
    assert ciputat.get(page("business", "change", own.pk)).status_code == 200
    assert ciputat.get(page("business", "change", other.pk)).status_code == 302


@pytest.mark.parametrize(("role", "may"), [("Verifikator", True), ("Humas", False)])
def test_only_those_who_may_verify_decide_what_is_public(visit, role, may):
    browser = visit(create_staff(unit=create_unit(code=CIPUTAT), role=role))
    waiting = make(CIPUTAT, verified=False, status=Status.SUBMITTED)
    address = page("business", "change", waiting.pk)

    send(browser, "business", "verify", waiting)
    waiting.refresh_from_db()
    assert waiting.is_published == may

    Business.objects.update(status=Status.SUBMITTED)
    data = form_data(browser.get(address).content.decode())
    browser.post(address, {**data, "status": Status.VERIFIED, "has_public_phone": "on"})
    waiting.refresh_from_db()
    assert (waiting.is_published, waiting.has_public_phone) == (may, may)


def test_a_kecamatan_chooses_among_its_own_makers_only(ciputat):
    own, other = make(CIPUTAT, name="Milik Kami"), make(SERPONG, name="Milik Lain")
    found = ciputat.get(
        reverse("admin:autocomplete"),
        {
            "app_label": "artisans",
            "model_name": "product",
            "field_name": "business",
            "term": "Milik",
        },
    ).json()["results"]

    assert [each["id"] for each in found] == [str(own.pk)]
    assert str(other.pk) not in str(found)


def test_a_product_cannot_be_given_to_a_maker_of_another_unit(ciputat):
    product = create_product(business=make(CIPUTAT))
    address = page("product", "change", product.pk)
    data = form_data(ciputat.get(address).content.decode())

    ciputat.post(address, {**data, "business": make(SERPONG).pk})

    assert Product.objects.get(pk=product.pk).business == product.business


def test_the_waiting_are_found_with_one_click_and_verified_with_another(ciputat):
    waiting = make(CIPUTAT, verified=False, status=Status.SUBMITTED)
    make(CIPUTAT)
    listed = ciputat.get(page("business", "changelist") + "?status__exact=diajukan")
    assert rows_of(listed) == [waiting]

    response = send(ciputat, "business", "verify", waiting)

    waiting.refresh_from_db()
    assert waiting.is_published and waiting.verified_at
    assert len(list(response.context["messages"])) == 1


@pytest.mark.parametrize("model", ["business", "product"])
def test_sending_back_asks_for_a_reason(ciputat, model):
    row = make(CIPUTAT)
    if model == "product":
        row = create_product(business=row)

    asked = send(ciputat, model, "send_back", row)
    assert asked.context["form"].errors == {}
    empty = send(ciputat, model, "send_back", row, confirmed="1", reason=" ")
    assert "reason" in empty.context["form"].errors
    row.refresh_from_db()
    assert row.status == Status.VERIFIED

    send(ciputat, model, "send_back", row, confirmed="1", reason="Foto buram.")

    row.refresh_from_db()
    assert (row.status, row.status_reason) == (Status.NEEDS_REVISION, "Foto buram.")


@pytest.mark.parametrize("action", ["verify", "send_back"])
def test_an_action_reaches_no_row_of_another_unit(ciputat, action):
    other = make(SERPONG, verified=False, status=Status.SUBMITTED)

    send(ciputat, "business", action, other, confirmed="1", reason="x")

    other.refresh_from_db()
    assert other.status == Status.SUBMITTED


def test_who_may_only_look_has_no_actions(visit):
    waiting = make(CIPUTAT, verified=False, status=Status.SUBMITTED)
    looker = visit(create_staff(unit=create_unit(code=CIPUTAT), role="Pengamat"))

    send(looker, "business", "verify", waiting)

    waiting.refresh_from_db()
    assert waiting.status == Status.SUBMITTED


def change(browser, business, **answers):
    address = page("business", "change", business.pk)
    data = form_data(browser.get(address).content.decode())
    data = {name: value for name, value in {**data, **answers}.items() if value != ""}
    response = browser.post(address, data)
    assert response.status_code == 302, response.context["errors"]


def test_ticking_a_consent_is_kept_and_unticking_ends_it(ciputat):
    business = make(CIPUTAT)
    consents = Consent.objects.filter(person=business.owner.person)

    change(ciputat, business, has_public_phone="on")
    given = consents.get()
    assert (given.purpose, given.withdrawn_at) == ("telepon", None)

    change(ciputat, business, has_public_phone="")
    assert consents.get().withdrawn_at


def test_a_consent_stands_while_another_business_of_the_owner_shows_it(ciputat):
    business = make(CIPUTAT)
    change(ciputat, business, has_public_phone="on")
    create_business(owner=business.owner, has_public_phone=True)

    change(ciputat, business, has_public_phone="")

    assert Consent.objects.get().withdrawn_at is None


def test_an_unchanged_form_notes_no_consent(ciputat):
    change(ciputat, make(CIPUTAT))

    assert not Consent.objects.exists()


def test_submitting_in_the_form_sets_the_moment(ciputat):
    business = make(CIPUTAT, verified=False)

    change(ciputat, business, status=Status.SUBMITTED)

    assert Business.objects.get().submitted_at


def test_a_refusal_without_a_reason_is_refused(ciputat):
    business = make(CIPUTAT)
    address = page("business", "change", business.pk)
    data = form_data(ciputat.get(address).content.decode())

    response = ciputat.post(address, {**data, "status": Status.REFUSED})

    assert "status_reason" in response.context["adminform"].form.errors
    assert Business.objects.get().is_published


def test_a_new_product_finds_its_own_address(ciputat):
    business = make(CIPUTAT)
    first = create_product(business=business, name="Kain Biru", slug="kain-biru")
    address = page("product", "add")
    data = form_data(ciputat.get(address).content.decode())
    data |= {
        "business": business.pk,
        "name": "Kain Biru",
        "craft": create_craft().pk,
        "kind": first.kind.pk,
    }

    response = ciputat.post(address, data)

    assert response.status_code == 302, response.context["errors"]
    made = Product.objects.exclude(pk=first.pk).get()
    assert made.slug == "kain-biru-2"
    assert made.status == Status.DRAFT


@pytest.mark.once
@pytest.mark.parametrize("model", ["artisan", "business", "product"])
def test_a_list_asks_as_little_for_thirty_rows_as_for_one(ciputat, model):
    address, asked = page(model, "changelist"), []
    for rows in (1, 2, 27):
        for _ in range(rows):
            create_product(business=make(CIPUTAT))
        with CaptureQueriesContext(connection) as queries:
            ciputat.get(address)
        asked.append(len(queries))

    assert asked[0] == asked[1] == asked[2] <= 12


def test_shared_words_are_read_by_staff_and_changed_by_the_root(ciputat, admin_client):
    craft = create_craft()
    address = page("craft", "change", craft.pk)
    data = form_data(admin_client.get(address).content.decode())

    assert ciputat.get(address).status_code == 200
    assert ciputat.post(address, {**data, "name": "Ubah"}).status_code == 403
    assert admin_client.post(address, {**data, "name": "Ubah"}).status_code == 302


def test_a_new_owner_has_not_agreed_to_what_the_earlier_one_did(ciputat):
    business = make(CIPUTAT, phone="+6281100001111", has_public_phone=True)
    heir = create_artisan(unit=business.unit)

    change(ciputat, business, owner=heir.pk)

    business.refresh_from_db()
    assert business.owner == heir
    assert business.public_phone == ""


def test_a_business_is_saved_after_its_owner_moved_away(ciputat):
    business = make(CIPUTAT)
    business.owner.unit = create_unit(code=SERPONG)
    business.owner.save()

    change(ciputat, business, quote="Pindah, tetap menenun")

    business.refresh_from_db()
    assert business.quote == "Pindah, tetap menenun"
