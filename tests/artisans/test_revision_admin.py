"""Staff see old beside new, and approve, ask for a change or refuse."""

import pytest

from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from artisans import photographs
from artisans.deciding import send
from artisans.models import Product
from artisans.models.status import Status
from artisans.revising import keep, open_revision, wished_values
from council.models import Message
from tests.factories import (
    create_artisan,
    create_business,
    create_photo,
    create_picture,
    create_product,
    create_region,
    create_revision,
    create_staff,
    create_unit,
)
from tests.forms import form_data

pytestmark = pytest.mark.django_db

CIPUTAT, SERPONG = "36.74.04", "36.74.01"


def make(code, **fields):
    unit = create_unit(code=code)
    village = create_region(code=f"{code}.1001")
    owner = create_artisan(unit=unit, village=village)
    return create_business(owner=owner, village=village, **fields)


@pytest.fixture
def ciputat(visit):
    return visit(create_staff(unit=create_unit(code=CIPUTAT)))


@pytest.fixture
def product():
    return create_product(business=make(CIPUTAT), description="Kain lama")


def page(revision, name="change"):
    model = revision._meta.model_name
    return reverse(f"admin:artisans_{model}_{name}", args=[revision.pk])


def list_of(model):
    return reverse(f"admin:artisans_{model}_changelist")


def decide(browser, revision, decision, **typed):
    data = form_data(browser.get(page(revision)).content.decode())
    return browser.post(page(revision), {**data, "decision": decision, **typed})


def reread(row):
    return type(row).objects.get(pk=row.pk)


def test_old_stands_beside_new_and_the_rest_is_named_as_unchanged(ciputat, product):
    revision = create_revision(page=product, changes={"description": "Kain baru"})

    response = ciputat.get(page(revision))

    html = response.content.decode()
    assert "Kain lama" in html and "Kain baru" in html
    assert [line.name for line in response.context["changed"]] == ["description"]
    assert len(response.context["unchanged"]) == len(product.maker_fields) - 1


def test_new_photos_stand_beside_those_that_are_public(ciputat, product):
    create_photo(product=product, alt="Foto lama")
    photographs.add(product, create_picture(), alt="Foto baru")
    send(product)

    response = ciputat.get(page(open_revision(product)))

    assert [photo.alt for photo in response.context["now"]] == ["Foto lama"]
    assert [photo.alt for photo in response.context["wished"]] == [
        "Foto lama",
        "Foto baru",
    ]


def test_approving_makes_it_public_and_leads_back_to_the_queue(ciputat, product):
    revision = create_revision(page=product, changes={"description": "Kain baru"})

    response = decide(ciputat, revision, "approve")

    assert response.url == f"{list_of('productrevision')}?status__exact=diajukan"
    assert reread(product).description == "Kain baru"
    assert reread(revision).status == Status.VERIFIED


@pytest.mark.parametrize(
    ("decision", "status"),
    [("ask", Status.NEEDS_REVISION), ("refuse", Status.REFUSED)],
)
def test_every_other_decision_needs_a_reason(ciputat, product, decision, status):
    revision = create_revision(page=product)

    empty = decide(ciputat, revision, decision, reason=" ")
    assert "reason" in empty.context["form"].errors
    assert reread(revision).is_waiting
    assert not Message.objects.exists()

    decide(ciputat, revision, decision, reason="Sebutkan bahannya.")

    assert (reread(revision).status, reread(revision).status_reason) == (
        status,
        "Sebutkan bahannya.",
    )
    assert reread(product).description == "Kain lama"
    assert "Sebutkan bahannya." in Message.objects.get().body


def test_a_decision_nobody_offered_is_told(ciputat, product):
    revision = create_revision(page=product)

    response = decide(ciputat, revision, "lain", reason="Alasan saya")

    assert response.status_code == 200
    assert "Alasan saya" in response.content.decode()
    assert reread(revision).is_waiting


def test_what_changed_meanwhile_is_shown_before_it_is_decided(ciputat, product):
    revision = create_revision(page=product)
    data = form_data(ciputat.get(page(revision)).content.decode())
    shown = wished_values(product, revision)
    keep(product, {**shown, "size": "Baru 2 meter"}, shown)

    response = ciputat.post(
        page(revision), {**data, "decision": "approve", "reason": "Bagus"}
    )

    assert "Baru 2 meter" in response.content.decode()
    assert "Bagus" in response.content.decode()
    assert reread(product).description == "Kain lama"
    again = form_data(response.content.decode())
    ciputat.post(page(revision), {**again, "decision": "approve"})
    assert reread(product).size == "Baru 2 meter"


def test_a_field_changed_by_both_is_marked_and_asked_about(ciputat, product):
    revision = create_revision(page=product, changes={"description": "Kain baru"})
    Product.objects.filter(pk=product.pk).update(description="Kain pengurus")

    html = ciputat.get(page(revision)).content.decode()
    for words in ("Kain lama", "Kain pengurus", "Kain baru"):
        assert words in html
    refused = decide(ciputat, revision, "approve")
    assert "stands-description" in refused.context["form"].errors
    assert reread(product).description == "Kain pengurus"

    decide(ciputat, revision, "approve", **{"stands-description": "maker"})

    assert reread(product).description == "Kain baru"


def test_a_portrait_changed_by_both_is_asked_about(ciputat):
    business = make(CIPUTAT, portrait=create_picture(), portrait_alt="Lama")
    photographs.set_portrait(business, create_picture(), alt="Perajin")
    send(business)
    business.portrait, business.portrait_alt = create_picture(), "Pengurus"
    business.save()
    revision = open_revision(business)
    assert (
        "stands-portrait" in decide(ciputat, revision, "approve").context["form"].errors
    )

    stands = {"stands-portrait": "live", "stands-portrait_alt": "maker"}
    decide(ciputat, revision, "approve", **stands)

    fresh = reread(business)
    assert (fresh.portrait.name, fresh.portrait_alt) == (
        business.portrait.name,
        "Pengurus",
    )
    assert default_storage.exists(fresh.portrait.name)


def test_the_record_of_a_page_leads_to_what_waits(ciputat, product):
    revision = create_revision(page=product)
    address = reverse("admin:artisans_product_change", args=[product.pk])

    assert page(revision) in ciputat.get(address).content.decode()


def test_a_change_that_was_taken_back_is_said(ciputat, product):
    revision = create_revision(page=product)
    data = form_data(ciputat.get(page(revision)).content.decode())
    revision.delete()

    response = ciputat.post(page(revision), {**data, "decision": "approve"})

    assert response.status_code == 302
    assert reread(product).description == "Kain lama"


def test_a_decided_change_is_read_and_no_longer_decided(ciputat, product):
    revision = create_revision(page=product, status=Status.REFUSED)

    html = ciputat.get(page(revision)).content.decode()

    assert 'name="decision"' not in html
    response = ciputat.post(page(revision), {"decision": "approve", "seen": "x"})
    assert response.status_code == 200
    assert reread(product).description == "Kain lama"


def test_what_a_maker_still_writes_is_nobody_elses_matter(ciputat, product):
    revision = create_revision(page=product, sent=False)

    assert not ciputat.get(list_of("productrevision")).context["cl"].result_list
    assert ciputat.get(page(revision)).status_code == 302


@pytest.mark.parametrize("model", ["productrevision", "businessrevision"])
def test_another_unit_neither_sees_nor_decides(ciputat, model):
    business = make(SERPONG)
    row = create_product(business=business) if model[0] == "p" else business
    revision = create_revision(page=row)
    own = create_revision(
        page=create_product(business=make(CIPUTAT))
        if model[0] == "p"
        else make(CIPUTAT)
    )

    listed = list(ciputat.get(list_of(model)).context["cl"].result_list)
    assert listed == [own]
    assert ciputat.get(page(revision)).status_code == 302
    ciputat.post(page(revision), {"decision": "refuse", "reason": "x", "seen": "x"})
    assert reread(revision).is_waiting


def test_who_may_only_look_decides_nothing(visit, product):
    revision = create_revision(page=product)
    looker = visit(create_staff(unit=create_unit(code=CIPUTAT), role="Pengamat"))

    assert 'name="decision"' not in looker.get(page(revision)).content.decode()
    assert looker.post(page(revision), {"decision": "approve"}).status_code == 403
    assert reread(revision).is_waiting


def test_nobody_adds_or_deletes_a_change_by_hand(ciputat, product):
    revision = create_revision(page=product)
    add = reverse("admin:artisans_productrevision_add")

    assert ciputat.get(add).status_code == 403
    assert ciputat.post(page(revision, "delete"), {"post": "yes"}).status_code == 403
    assert reread(revision)


def test_a_product_is_deleted_with_what_waits_beside_it(ciputat, product):
    create_revision(page=product)
    address = reverse("admin:artisans_product_delete", args=[product.pk])

    ciputat.post(address, {"post": "yes"})

    assert not Product.objects.exists()


def test_a_status_set_in_the_form_is_told_to_the_maker(ciputat):
    product = create_product(
        business=make(CIPUTAT), verified=False, status=Status.SUBMITTED
    )
    address = reverse("admin:artisans_product_change", args=[product.pk])
    data = form_data(ciputat.get(address).content.decode())

    ciputat.post(address, {**data, "status": Status.VERIFIED})

    assert reread(product).is_approved
    assert Message.objects.count() == 1


@pytest.mark.once
@pytest.mark.parametrize("model", ["productrevision", "businessrevision"])
def test_a_list_asks_as_little_for_thirty_rows_as_for_one(ciputat, model):
    asked = []
    for rows in (1, 2, 27):
        for _row in range(rows):
            business = make(CIPUTAT)
            row = create_product(business=business) if model[0] == "p" else business
            create_revision(page=row)
        with CaptureQueriesContext(connection) as queries:
            ciputat.get(list_of(model))
        asked.append(len(queries))

    assert asked[0] == asked[1] == asked[2] <= 12
