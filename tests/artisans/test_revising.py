"""What makers write: at once on a draft, beside the page once it is public."""

import pytest

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from artisans import photographs
from artisans.consents import settle
from artisans.deciding import (
    LIVE,
    MAKERS,
    DecisionRefused,
    NotReady,
    approve,
    ask_for_change,
    refuse,
    refuse_page,
    send,
    send_page_back,
    verify_page,
)
from artisans.models import Material, Product, ProductRevision
from artisans.models.status import Status
from artisans.revising import (
    conflicts_of,
    discard,
    fingerprint,
    keep,
    open_revision,
    values_of,
    wished_values,
)
from council.consents import give, withdraw
from council.models import Consent, Message
from tests.factories import (
    create_artisan,
    create_business,
    create_picture,
    create_product,
    create_revision,
    create_staff,
)

pytestmark = pytest.mark.django_db


def wish(page, **values):
    """The maker opens the form, types, and keeps it."""
    shown = wished_values(page, open_revision(page))
    keep(page, {**shown, **values}, shown)


def seen(revision):
    return fingerprint(revision, type(revision.page).objects.get(pk=revision.page_id))


def decide(act, revision, *words, **how):
    revision = type(revision).objects.get(pk=revision.pk)
    act(revision, *words, by=create_staff(), seen=seen(revision), **how)


def reread(row):
    return type(row).objects.get(pk=row.pk)


# Writing


@pytest.mark.parametrize("create", [create_product, create_business])
def test_a_public_page_stays_while_a_change_waits(create):
    page = create()
    field = "description" if create is create_product else "story"

    wish(page, **{field: "Kalimat baru"})

    assert getattr(reread(page), field) == ""
    assert open_revision(page).changes == {field: "Kalimat baru"}
    assert open_revision(page).before == {field: ""}


@pytest.mark.parametrize("create", [create_product, create_business])
def test_a_draft_is_changed_at_once(create):
    page = create(verified=False)
    field = "description" if create is create_product else "story"

    wish(page, **{field: "Kalimat baru"})

    assert getattr(reread(page), field) == "Kalimat baru"
    assert open_revision(page) is None


def test_only_what_makers_may_change_is_kept():
    product = create_product()
    forged = {
        "status": Status.DRAFT,
        "slug": "lain",
        "business": create_business().pk,
        "craft": 0,
        "is_example": True,
        "verified_at": None,
    }

    wish(product, size="2 meter", **forged)

    assert open_revision(product).changes == {"size": "2 meter"}


def test_the_technique_is_the_makers_to_say_on_a_draft_only():
    assert "craft" not in values_of(create_product())
    assert "craft" in wished_values(create_product(verified=False), None)


def test_writing_again_replaces_what_waits():
    product = create_product()
    wish(product, size="2 meter")
    wish(product, size="3 meter", price=75000)

    revision = open_revision(product)

    assert ProductRevision.objects.count() == 1
    assert revision.changes == {"size": "3 meter", "price": 75000}
    assert revision.edition == 2


def test_writing_it_back_as_it_was_leaves_nothing_waiting():
    product = create_product(size="2 meter")
    wish(product, size="3 meter")

    wish(product, size="2 meter")

    assert open_revision(product) is None


def test_a_second_open_revision_is_refused_by_the_database():
    product = create_product()
    create_revision(page=product)
    create_revision(page=product, status=Status.REFUSED)

    with pytest.raises(IntegrityError), transaction.atomic():
        create_revision(page=product, status=Status.NEEDS_REVISION)


def test_what_the_maker_did_not_touch_stays_as_staff_wrote_it():
    product = create_product(size="2 meter")
    shown = wished_values(product, None)
    Product.objects.filter(pk=product.pk).update(size="200 cm")

    keep(product, {**shown, "price": 9000}, shown)

    assert open_revision(product).changes == {"price": 9000}


def test_a_draft_keeps_what_staff_wrote_meanwhile():
    product = create_product(verified=False, size="2 meter")
    shown = wished_values(product, None)
    Product.objects.filter(pk=product.pk).update(size="200 cm", price=8000)

    keep(product, {**shown, "price": 9000}, shown)

    assert (reread(product).size, reread(product).price) == ("200 cm", 9000)


def test_a_draft_that_no_longer_goes_together_is_refused_whole():
    product = create_product(verified=False, price=1000)
    shown = wished_values(product, None)
    Product.objects.filter(pk=product.pk).update(price=5000)

    with pytest.raises(ValidationError):
        keep(product, {**shown, "size": "2 meter", "price_up_to": 2000}, shown)

    assert reread(product).size == ""


def test_what_waited_beside_a_page_that_left_the_public_joins_the_draft():
    product = create_product()
    wish(product, size="2 meter")
    photographs.add(product, create_picture(), alt="Kain biru")
    Product.objects.filter(pk=product.pk).update(status=Status.DRAFT)

    wish(reread(product), price=9000)

    product = reread(product)
    assert (product.size, product.price) == ("2 meter", 9000)
    assert [photo.alt for photo in product.photos.all()] == ["Kain biru"]
    assert open_revision(product) is None


@pytest.mark.parametrize("act", [send_page_back, refuse_page])
def test_what_waited_beside_a_page_sent_back_leaves_the_queue(act):
    product = create_product()
    create_revision(page=product, changes={"size": "2 meter"})

    act(product, "Foto kurang jelas")

    assert open_revision(product) is None
    assert (reread(product).size, reread(product).is_approved) == ("2 meter", False)


def test_what_a_maker_no_longer_agrees_to_show_leaves_the_queue():
    business = create_business()
    person, profile = business.owner.person, Consent.Purpose.PUBLIC_PROFILE
    give(person, profile)
    revisions = [
        create_revision(page=business),
        create_revision(page=create_product(business=business)),
    ]
    other = create_revision()

    settle(person, set())

    assert [reread(each).is_waiting for each in [*revisions, other]] == [
        False,
        False,
        True,
    ]
    settle(person, {profile})
    verify_page(business)
    send(business)
    assert open_revision(business).is_waiting


# Sending


def test_sending_puts_a_change_in_the_queue_and_nothing_else():
    product = create_product()
    wish(product, size="2 meter")

    send(product)

    assert open_revision(product).is_waiting
    assert reread(product).is_approved


def test_sending_puts_a_draft_in_the_queue():
    product = create_product(verified=False)

    send(product)

    assert reread(product).status == Status.SUBMITTED
    assert reread(product).submitted_at


def test_nothing_to_send_is_said():
    with pytest.raises(NotReady):
        send(create_product())


def test_a_photo_needs_words_before_it_is_sent():
    product = create_product()
    key = photographs.add(product, create_picture())
    with pytest.raises(NotReady):
        send(product)

    photographs.describe(product, key, alt="Kain biru", focus="top")
    send(product)

    assert open_revision(product).is_waiting


# Deciding


@pytest.mark.parametrize("create", [create_product, create_business])
def test_an_approved_change_is_public_and_told(create):
    page = create()
    revision = create_revision(page=page)
    name, value = next(iter(revision.changes.items()))

    decide(approve, revision)

    assert getattr(reread(page), name) == value
    assert reread(revision).status == Status.VERIFIED
    assert reread(revision).decided_by
    assert Message.objects.get().body.startswith("Perubahan")


@pytest.mark.parametrize(
    ("act", "status"),
    [(ask_for_change, Status.NEEDS_REVISION), (refuse, Status.REFUSED)],
)
def test_what_is_not_approved_leaves_the_page_and_is_told_with_its_reason(act, status):
    product = create_product()
    revision = create_revision(page=product)

    decide(act, revision, "Sebutkan bahannya.")

    assert reread(product).description == ""
    assert reread(product).is_approved
    assert reread(revision).status == status
    assert "Sebutkan bahannya." in Message.objects.get().body


def test_after_a_change_is_asked_for_the_maker_goes_on_with_the_same_words():
    product = create_product()
    revision = create_revision(page=product)
    decide(ask_for_change, revision, "Sebutkan bahannya.")

    wish(product, description="Kapas, ditenun tangan")
    send(product)

    assert open_revision(product) == revision
    decide(approve, revision)
    assert reread(product).description == "Kapas, ditenun tangan"
    assert Message.objects.count() == 2


def test_materials_of_a_change_become_the_products():
    cotton, silk = (
        Material.objects.create(name=name, slug=name) for name in ("kapas", "sutra")
    )
    product = create_product()
    product.materials.add(cotton)
    wish(product, materials=[silk.pk])
    send(product)
    assert list(product.materials.all()) == [cotton]

    decide(approve, open_revision(product))

    assert list(product.materials.all()) == [silk]


def test_a_decision_is_taken_once():
    revision = create_revision()
    staff, was = create_staff(), seen(revision)
    approve(revision, by=staff, seen=was)

    with pytest.raises(DecisionRefused):
        refuse(revision, "Terlambat", by=staff, seen=was)

    assert reread(revision).status == Status.VERIFIED
    assert Message.objects.count() == 1


def test_nothing_is_decided_on_what_was_not_seen():
    product = create_product()
    revision = create_revision(page=product)
    was = seen(revision)
    wish(product, description="Lain lagi")

    with pytest.raises(DecisionRefused):
        approve(revision, by=create_staff(), seen=was)

    assert reread(product).description == ""
    decide(approve, revision)
    assert reread(product).description == "Lain lagi"


def test_an_edit_by_staff_after_the_page_was_opened_stops_the_decision():
    product = create_product()
    revision = create_revision(page=product)
    was = seen(revision)
    Product.objects.filter(pk=product.pk).update(size="200 cm")

    with pytest.raises(DecisionRefused):
        approve(revision, by=create_staff(), seen=was)

    assert reread(product).size == "200 cm"


def test_a_field_changed_by_both_is_asked_about():
    product = create_product(size="2 meter")
    wish(product, size="3 meter", price=9000)
    send(product)
    Product.objects.filter(pk=product.pk).update(size="200 cm")
    revision = open_revision(product)
    assert conflicts_of(revision, reread(product)) == ["size"]

    with pytest.raises(DecisionRefused):
        decide(approve, revision)
    assert reread(product).size == "200 cm"

    decide(approve, revision, answers={"size": LIVE})
    assert (reread(product).size, reread(product).price) == ("200 cm", 9000)


def test_the_makers_words_stand_where_staff_say_so():
    product = create_product(size="2 meter")
    wish(product, size="3 meter")
    send(product)
    Product.objects.filter(pk=product.pk).update(size="200 cm")

    decide(approve, open_revision(product), answers={"size": MAKERS})

    assert reread(product).size == "3 meter"


def test_what_cannot_stand_together_is_refused_with_a_sentence():
    product = create_product(price=1000)
    wish(product, price_up_to=2000)
    send(product)
    Product.objects.filter(pk=product.pk).update(price=5000)

    with pytest.raises(DecisionRefused):
        decide(approve, open_revision(product))

    assert reread(product).price_up_to is None
    assert open_revision(product).is_waiting
    assert not Message.objects.exists()


def test_protected_wildlife_is_refused_in_words_and_materials():
    tortoise = Material.objects.create(name="sisik", slug="sisik", is_protected=True)
    product = create_product(verified=False)
    for values in ({"materials": [tortoise.pk]}, {"name": "Sisir sisik penyu"}):
        with pytest.raises(ValidationError):
            wish(product, **values)

    public = create_product()
    wish(public, materials=[tortoise.pk])
    send(public)
    with pytest.raises(DecisionRefused):
        decide(approve, open_revision(public))

    assert not public.materials.exists()
    assert not product.materials.exists()


def test_a_withdrawn_page_is_not_decided():
    business = create_business()
    person = business.owner.person
    give(person, Consent.Purpose.PUBLIC_PROFILE)
    revision = create_revision(page=business)
    withdraw(person, Consent.Purpose.PUBLIC_PROFILE)

    with pytest.raises(DecisionRefused):
        decide(approve, revision)

    assert reread(business).story == ""


def test_a_page_that_is_not_public_takes_no_change():
    product = create_product()
    revision = create_revision(page=product)
    Product.objects.filter(pk=product.pk).update(status=Status.DRAFT)

    with pytest.raises(DecisionRefused):
        decide(approve, revision)

    assert reread(product).description == ""


def test_a_forgotten_change_is_gone_with_its_photos(django_capture_on_commit_callbacks):
    product = create_product()
    photographs.add(product, create_picture(), alt="Kain")
    name = open_revision(product).photos.get().image.name
    assert default_storage.exists(name)

    with django_capture_on_commit_callbacks(execute=True):
        discard(product)

    assert open_revision(product) is None
    assert not default_storage.exists(name)


# First drafts


def test_a_draft_is_verified_once_and_told():
    product = create_product(verified=False, status=Status.SUBMITTED)

    assert verify_page(product)
    assert not verify_page(product)

    assert reread(product).is_approved
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    ("act", "status"),
    [(send_page_back, Status.NEEDS_REVISION), (refuse_page, Status.REFUSED)],
)
def test_a_draft_goes_back_with_a_reason_and_can_be_sent_again(act, status):
    product = create_product(verified=False, status=Status.SUBMITTED)

    assert act(product, "Foto buram.")
    assert not act(product, "Foto buram.")

    assert (reread(product).status, reread(product).status_reason) == (
        status,
        "Foto buram.",
    )
    assert "Foto buram." in Message.objects.get().body
    send(product)
    assert reread(product).status == Status.SUBMITTED
    assert reread(product).status_reason == ""


def test_a_maker_without_phone_or_mail_is_no_obstacle():
    product = create_product(
        verified=False, business=create_business(owner=create_artisan(complete=False))
    )

    assert verify_page(product)

    assert not Message.objects.exists()
