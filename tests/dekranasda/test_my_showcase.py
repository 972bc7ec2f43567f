"""A maker's own products and page, written as a phone without scripts does."""

import pytest

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from artisans.models import Business, Product
from artisans.models.products import MOST_PHOTOS
from artisans.models.status import Status
from artisans.revising import open_revision
from council.consents import give, withdraw
from council.models import Consent
from tests.factories import (
    create_artisan,
    create_business,
    create_craft,
    create_photo,
    create_picture,
    create_product,
    create_revision,
    create_upload,
    create_user,
)
from tests.forms import FormData

pytestmark = pytest.mark.django_db

PRODUCTS, NEW = "/saya/produk/", "/saya/produk/baru/"


@pytest.fixture
def siti(visit):
    """A maker who signed in, with one public business."""
    user = create_user()
    artisan = create_artisan(user=user)
    client = visit(user)
    client.business = create_business(owner=artisan, name="Tenun Siti")
    client.person = artisan.person
    return client


def filled(client, address, **typed):
    """What a browser sends from a page after typing."""
    data = FormData(client.get(address).content.decode()).data
    return {"action": "keep", **data, **typed}


def page_of(row):
    kind = "produk" if isinstance(row, Product) else "usaha"
    return f"/saya/{kind}/{row.pk}/"


def reread(row):
    return type(row).objects.get(pk=row.pk)


# A new product


def test_a_product_is_begun_as_a_draft_of_the_own_business(siti):
    kind = create_product().kind
    typed = {"craft": create_craft().pk, "name": "Kain Biru", "kind": kind.pk}

    response = siti.post(NEW, filled(siti, NEW, **typed))

    product = Product.objects.get(name="Kain Biru")
    assert response.url == page_of(product)
    assert product.business == siti.business
    assert product.status == Status.DRAFT
    assert product.slug == "kain-biru"


def test_the_same_form_sent_twice_gives_one_draft(siti):
    kind = create_product().kind
    typed = filled(siti, NEW, craft=create_craft().pk, name="Kain Biru", kind=kind.pk)

    answers = {siti.post(NEW, typed).url for _turn in range(2)}

    assert len(answers) == 1
    assert Product.objects.filter(name="Kain Biru").count() == 1


def test_a_product_is_given_to_no_business_of_another(siti):
    create_business(owner=siti.business.owner)
    other = create_business()
    typed = {"craft": create_craft().pk, "name": "Kain", "kind": create_product().kind}
    typed["kind"] = typed["kind"].pk

    refused = siti.post(NEW, filled(siti, NEW, business=other.pk, **typed))
    assert refused.context["form"].errors.keys() == {"business"}

    own = siti.post(NEW, filled(siti, NEW, business=siti.business.pk, **typed))
    assert own.status_code == 302
    assert Product.objects.get(name="Kain").business == siti.business


def test_who_has_no_business_is_told_what_comes_first(visit):
    user = create_user()
    create_artisan(user=user)
    client = visit(user)

    response = client.get(NEW)

    assert "/saya/persetujuan/" in response.content.decode()
    assert client.post(NEW, {"name": "x"}).status_code == 200
    assert not Product.objects.exists()


# Words and facts


def test_a_public_product_waits_and_a_draft_changes_at_once(siti):
    public = create_product(business=siti.business)
    draft = create_product(business=siti.business, verified=False)

    for product in (public, draft):
        address = page_of(product)
        siti.post(address, filled(siti, address, size="2 meter", weight_grams="300"))

    assert reread(public).size == ""
    assert open_revision(public).changes == {"size": "2 meter", "weight_grams": 300}
    assert (reread(draft).size, reread(draft).weight_grams) == ("2 meter", 300)


def test_what_was_written_last_is_in_the_form_again(siti):
    product = create_product(business=siti.business, description="Lama")
    address = page_of(product)
    siti.post(address, filled(siti, address, description="Baru"))

    page = siti.get(address)

    assert FormData(page.content.decode()).data["description"] == "Baru"
    assert reread(product).description == "Lama"


def test_an_untouched_form_leaves_nothing_waiting(siti):
    product = create_product(
        business=siti.business, description="Satu\n\nDua", price=75000
    )
    address = page_of(product)
    typed = filled(siti, address)
    typed["description"] = typed["description"].replace("\n", "\r\n")

    siti.post(address, typed)

    assert open_revision(product) is None


def test_saving_and_sending_is_one_tap(siti):
    product = create_product(business=siti.business)
    address = page_of(product)

    siti.post(address, filled(siti, address, size="2 meter", action="send"))

    assert open_revision(product).is_waiting


def test_a_draft_is_sent_with_one_tap(siti):
    product = create_product(business=siti.business, verified=False)
    address = page_of(product)

    siti.post(address, filled(siti, address, action="send"))

    assert reread(product).status == Status.SUBMITTED


def test_the_own_page_is_written_the_same_way(siti):
    address = page_of(siti.business)

    siti.post(address, filled(siti, address, story="Kami menenun sejak 1990."))

    assert reread(siti.business).story == ""
    assert open_revision(siti.business).changes == {"story": "Kami menenun sejak 1990."}


def test_fields_that_are_not_on_the_form_change_nothing(siti):
    product = create_product(business=siti.business, verified=False)
    other, craft = create_business(), create_craft(slug="ukir")
    forged = {
        "status": Status.VERIFIED,
        "verified_at": "2026-01-01",
        "slug": "lain",
        "business": other.pk,
        "is_example": "on",
    }
    address = page_of(product)
    siti.post(address, filled(siti, address, size="2 meter", craft=craft.pk, **forged))
    fresh = reread(product)
    assert (fresh.status, fresh.slug, fresh.business) == (
        Status.DRAFT,
        product.slug,
        siti.business,
    )
    assert (fresh.is_example, fresh.size, fresh.craft) == (False, "2 meter", craft)

    public = create_product(business=siti.business)
    address = page_of(public)
    siti.post(address, filled(siti, address, size="9", craft=craft.pk, **forged))
    assert open_revision(public).changes == {"size": "9"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 200),
        ("name", "Sisir sisik penyu"),
        ("price", "murah"),
        ("price", "0"),
        ("price", "9" * 30),
        ("price_up_to", "1"),
        ("kind", "999999"),
        ("kind", "x"),
        ("materials", ["999999"]),
        ("lead_time_days", "99999999"),
        ("weight_grams", "-1"),
        ("ecatalog_url", "https://contoh.id/produk"),
        ("ecatalog_until_on", "0001-01-01"),
    ],
)
def test_a_bad_answer_is_told_beside_its_field_and_all_stays(siti, field, value):
    product = create_product(business=siti.business, price=5000)
    address = page_of(product)
    typed = filled(siti, address, **{"size": "3 meter", field: value})

    response = siti.post(address, typed)

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert 'value="3 meter"' in response.content.decode()
    assert open_revision(product) is None


def test_a_souvenir_says_how_many_a_month(siti):
    product = create_product(business=siti.business)
    address = page_of(product)

    response = siti.post(address, filled(siti, address, is_gift="on"))

    assert response.context["form"].errors.keys() == {"capacity_per_month"}
    siti.post(address, filled(siti, address, is_gift="on", capacity_per_month="20"))
    assert open_revision(product).changes["capacity_per_month"] == 20


def test_a_forgotten_change_leaves_the_page(siti):
    product = create_product(business=siti.business, size="2 meter")
    create_revision(page=product)
    address = f"{page_of(product)}batal/"
    assert siti.get(address).status_code == 200
    assert open_revision(product)

    siti.post(address)

    assert open_revision(product) is None
    assert siti.get(address).url == page_of(product)


# Whose


@pytest.mark.parametrize("step", ["", "kirim/", "batal/", "foto/", "foto/1/"])
def test_another_makers_page_is_not_there(siti, step):
    product, business = create_product(), create_business(portrait=create_picture())
    photo = create_photo(product=product)
    key = "" if "1" not in step else None
    for row in (product, business):
        address = page_of(row) + step
        if key is None:
            name = photo.pk if row is product else "potret"
            address = f"{page_of(row)}foto/{name}/"
        assert siti.get(address).status_code == 404
        assert siti.post(address, {"size": "x", "action": "remove"}).status_code == 404
    assert product.photos.exists()


def test_a_photo_of_another_own_product_is_not_there(siti):
    product = create_product(business=siti.business)
    other = create_photo(product=create_product(business=siti.business))
    address = f"{page_of(product)}foto/{other.pk}/"

    assert siti.post(address, {"action": "remove"}).status_code == 404
    own = f"{page_of(other.product)}foto/{other.pk}/"
    assert siti.post(own, {"action": "remove"}).status_code == 302


def test_a_withdrawn_page_is_not_there_until_it_is_allowed_again(siti):
    profile = Consent.Purpose.PUBLIC_PROFILE
    product = create_product(business=siti.business)
    give(siti.person, profile)
    assert siti.get(page_of(product)).status_code == 200

    withdraw(siti.person, profile)
    siti.business.hide()

    for row in (product, siti.business):
        assert siti.get(page_of(row)).status_code == 404
        assert siti.post(page_of(row), {"size": "x"}).status_code == 404
    assert page_of(siti.business) not in siti.get("/saya/").content.decode()
    give(siti.person, profile)
    assert siti.get(page_of(product)).status_code == 200


# Photos


def add(client, row, **data):
    data.setdefault("image", create_upload())
    return client.post(f"{page_of(row)}foto/", data)


def test_a_photo_from_the_phone_waits_beside_a_public_product(siti):
    product = create_product(business=siti.business)

    response = add(siti, product, alt="Kain biru")

    assert response.url == page_of(product)
    assert not product.photos.exists()
    assert "Kain biru" in siti.get(page_of(product)).content.decode()


def test_a_photo_without_words_is_kept_and_its_words_are_asked_for(siti):
    product = create_product(business=siti.business, verified=False)

    response = add(siti, product)

    photo = product.photos.get()
    assert response.url == f"{page_of(product)}foto/{photo.pk}/"
    assert siti.post(response.url, {"alt": "", "focus": "top"}).status_code == 200
    siti.post(response.url, {"alt": "Kain biru", "focus": "top"})
    photo.refresh_from_db()
    assert (photo.alt, photo.focus) == ("Kain biru", "top")


def test_a_bad_file_is_named_and_the_words_stay(siti):
    product = create_product(business=siti.business)
    bad = SimpleUploadedFile("IMG_2041.heic", b"bukan foto", "image/heic")

    page = add(siti, product, image=bad, alt="Kain biru").content.decode()

    assert "IMG_2041.heic" in page
    assert 'value="Kain biru"' in page
    assert open_revision(product) is None


def test_one_photo_too_many_is_refused_in_words(siti):
    product = create_product(business=siti.business, verified=False)
    for _turn in range(MOST_PHOTOS):
        create_photo(product=product)

    response = add(siti, product, alt="Kain")

    assert response.context["photo_form"].errors.keys() == {"image"}
    assert product.photos.count() == MOST_PHOTOS


@pytest.mark.parametrize("focus", ["", "tengah", "center top"])
def test_a_part_nobody_offered_is_told(siti, focus):
    product = create_product(business=siti.business, verified=False)
    photo = create_photo(product=product)
    address = f"{page_of(product)}foto/{photo.pk}/"

    response = siti.post(address, {"alt": "Kain", "focus": focus})

    assert response.context["form"].errors.keys() == {"focus"}


def test_photos_are_moved_by_buttons(siti):
    product = create_product(business=siti.business, verified=False)
    first, second = (create_photo(product=product) for _turn in range(2))

    siti.post(f"{page_of(product)}foto/{second.pk}/", {"action": "utama"})
    assert list(product.photos.all()) == [second, first]

    siti.post(f"{page_of(product)}foto/{second.pk}/", {"action": "turun"})
    assert list(product.photos.all()) == [first, second]


def test_the_portrait_is_added_and_described(siti):
    response = add(siti, siti.business)
    assert response.url == f"{page_of(siti.business)}foto/potret/"

    siti.post(response.url, {"alt": "Siti menenun", "focus": "left"})

    assert not reread(siti.business).portrait
    changes = open_revision(siti.business).changes
    assert (changes["portrait_alt"], changes["portrait_focus"]) == (
        "Siti menenun",
        "left",
    )


# How it stands


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Tayang"),
        ({"verified": False}, "Konsep, belum dikirim"),
        ({"verified": False, "status": Status.SUBMITTED}, "Menunggu diperiksa"),
        (
            {
                "verified": False,
                "status": Status.NEEDS_REVISION,
                "status_reason": "Foto buram",
            },
            "Foto buram",
        ),
    ],
)
def test_each_product_says_how_it_stands(siti, fields, words):
    create_product(business=siti.business, **fields)

    for address in ("/saya/", PRODUCTS):
        assert words in siti.get(address).content.decode()


def test_a_change_says_how_it_stands(siti):
    product = create_product(business=siti.business)
    create_revision(
        page=product, status=Status.NEEDS_REVISION, status_reason="Sebutkan bahannya"
    )

    for address in ("/saya/", PRODUCTS, page_of(product)):
        assert "Sebutkan bahannya" in siti.get(address).content.decode()


def test_an_empty_list_says_what_to_do(siti):
    assert NEW in siti.get(PRODUCTS).content.decode()


@pytest.mark.once
def test_the_list_asks_the_same_queries_for_any_number_of_rows(siti):
    counts = []
    for rows in (1, 2, 27):
        for _row in range(rows):
            product = create_product(business=siti.business)
            create_photo(product=product)
            create_revision(page=product)
        with CaptureQueriesContext(connection) as queries:
            siti.get(PRODUCTS)
        counts.append(len(queries))

    assert counts[0] == counts[1] == counts[2] <= 6


def test_opening_pages_writes_nothing(siti):
    product = create_product(business=siti.business)
    photo = create_photo(product=product)
    create_revision(page=product)
    addresses = [PRODUCTS, NEW, page_of(product), page_of(siti.business)]
    addresses += [f"{page_of(product)}{step}/" for step in ("kirim", "batal", "foto")]
    addresses.append(f"{page_of(product)}foto/{photo.pk}/")

    with CaptureQueriesContext(connection) as queries:
        for address in addresses:
            assert siti.get(address).status_code in {200, 302}

    verbs = ("INSERT", "UPDATE", "DELETE")
    assert [q["sql"] for q in queries if q["sql"].startswith(verbs)] == []


@pytest.mark.parametrize("pk", ["0", "99999999999999999999999"])
def test_odd_addresses_are_not_found(siti, pk):
    for address in (f"/saya/produk/{pk}/", f"/saya/usaha/{pk}/"):
        assert siti.get(address).status_code == 404


def test_pages_read_in_english(siti):
    product = create_product(business=siti.business)

    page = siti.get(f"/en{page_of(product)}").content.decode()

    assert "Save and send" in page
    assert Business.objects.get(pk=siti.business.pk)
