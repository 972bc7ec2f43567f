"""Photos: at once on a draft, on the revision once the product is public."""

import pytest

from django.core.files.storage import default_storage

from artisans import photographs
from artisans.deciding import approve, refuse, send
from artisans.models import Business, Product
from artisans.models.products import MOST_PHOTOS
from artisans.photographs import (
    DOWN,
    FIRST,
    UP,
    PhotoGone,
    PhotoRefused,
    key_of,
    wanted,
)
from artisans.revising import fingerprint, open_revision
from tests.factories import (
    create_business,
    create_photo,
    create_picture,
    create_product,
    create_staff,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def words(product):
    return [photo.alt for photo in product.photos.all()]


def wished(page):
    page = type(page).objects.get(pk=page.pk)
    return [photo.alt for photo in wanted(page, open_revision(page))]


def decide(act, page, *words):
    revision = open_revision(page)
    page = type(page).objects.get(pk=page.pk)
    act(revision, *words, by=create_staff(), seen=fingerprint(revision, page))


@pytest.fixture
def three():
    """A product whose three photos are called satu, dua and tiga."""

    def build(**fields):
        product = create_product(**fields)
        names = ("satu", "dua", "tiga")
        return product, [create_photo(product=product, alt=name) for name in names]

    return build


@pytest.mark.parametrize(
    ("place", "where", "order"),
    [
        (1, UP, ["dua", "satu", "tiga"]),
        (1, DOWN, ["satu", "tiga", "dua"]),
        (2, FIRST, ["tiga", "satu", "dua"]),
        (0, UP, ["satu", "dua", "tiga"]),
        (2, DOWN, ["satu", "dua", "tiga"]),
    ],
)
@pytest.mark.parametrize("verified", [True, False])
def test_photos_move(three, verified, place, where, order):
    product, photos = three(verified=verified)

    photographs.move(product, key_of(photos[place]), where)

    assert wished(product) == order
    assert words(product) == (["satu", "dua", "tiga"] if verified else order)


def test_a_new_photo_is_public_only_after_approval(three):
    product, _photos = three()
    photographs.add(product, create_picture(), alt="empat")
    assert words(product) == ["satu", "dua", "tiga"]
    send(product)

    decide(approve, product)

    assert words(product) == ["satu", "dua", "tiga", "empat"]
    assert default_storage.exists(product.photos.last().image.name)


def test_a_photo_leaves_only_after_approval(three, django_capture_on_commit_callbacks):
    product, photos = three()
    photographs.remove(product, key_of(photos[1]))
    assert words(product) == ["satu", "dua", "tiga"]
    send(product)

    with django_capture_on_commit_callbacks(execute=True):
        decide(approve, product)

    assert words(product) == ["satu", "tiga"]
    assert not default_storage.exists(photos[1].image.name)
    assert default_storage.exists(photos[0].image.name)


def test_a_refused_photo_leaves_the_disk(three, django_capture_on_commit_callbacks):
    product, _photos = three()
    photographs.add(product, create_picture(), alt="empat")
    name = open_revision(product).photos.last().image.name
    send(product)

    with django_capture_on_commit_callbacks(execute=True):
        decide(refuse, product, "Bukan karya sendiri")

    assert words(product) == ["satu", "dua", "tiga"]
    assert not default_storage.exists(name)


def test_words_and_focus_of_a_public_photo_wait(three):
    product, photos = three()
    photographs.describe(product, key_of(photos[0]), alt="kain merah", focus="top")
    assert words(product)[0] == "satu"
    send(product)

    decide(approve, product)

    first = product.photos.first()
    assert (first.pk, first.alt, first.focus) == (photos[0].pk, "kain merah", "top")


def test_words_that_staff_changed_since_are_not_written_back(three):
    product, photos = three()
    photographs.move(product, key_of(photos[2]), FIRST)
    product.photos.filter(pk=photos[0].pk).update(alt="kata pengurus")
    send(product)

    decide(approve, product)

    assert words(product) == ["tiga", "kata pengurus", "dua"]


def test_a_photo_that_staff_added_since_stays(three):
    product, photos = three()
    photographs.remove(product, key_of(photos[0]))
    create_photo(product=product, alt="dari pengurus", order=9)
    send(product)

    decide(approve, product)

    assert words(product) == ["dua", "tiga", "dari pengurus"]


def test_a_photo_that_staff_removed_since_is_gone(three):
    product, photos = three()
    photographs.describe(product, key_of(photos[0]), alt="kain merah", focus="top")
    photos[0].delete()

    assert wished(product) == ["dua", "tiga"]
    with pytest.raises(PhotoGone):
        photographs.remove(product, str(photos[0].pk))


def test_moving_and_moving_back_leaves_nothing_waiting(three):
    product, photos = three()
    photographs.move(product, key_of(photos[0]), DOWN)
    assert open_revision(product)

    photographs.move(product, key_of(photos[0]), UP)

    assert open_revision(product) is None


@pytest.mark.parametrize("verified", [True, False])
def test_there_is_room_for_a_fixed_number_of_photos(verified):
    product = create_product(verified=verified)
    for _turn in range(MOST_PHOTOS - 1):
        create_photo(product=product)
    photographs.add(product, create_picture(), alt="terakhir")

    with pytest.raises(PhotoRefused):
        photographs.add(product, create_picture(), alt="berlebih")

    assert len(wished(product)) == MOST_PHOTOS


def test_a_photo_of_another_product_is_not_found(three):
    product, _photos = three()
    other = create_photo(product=create_product())

    with pytest.raises(PhotoGone):
        photographs.remove(product, key_of(other))

    assert Product.objects.get(pk=other.product_id).photos.exists()
    assert open_revision(product) is None


def test_another_portrait_waits_and_replaces_the_old_one(
    django_capture_on_commit_callbacks,
):
    business = create_business(portrait=create_picture(), portrait_alt="Lama")
    old = business.portrait.name
    photographs.set_portrait(business, create_picture(colour="red"), alt="Baru")
    assert Business.objects.get().portrait.name == old
    assert wished(business) == ["Baru"]
    send(business)

    with django_capture_on_commit_callbacks(execute=True):
        decide(approve, business)

    fresh = Business.objects.get()
    assert (fresh.portrait_alt, fresh.portrait.name != old) == ("Baru", True)
    assert default_storage.exists(fresh.portrait.name)
    assert not default_storage.exists(old)


def test_a_refused_portrait_leaves_the_disk(django_capture_on_commit_callbacks):
    business = create_business(portrait=create_picture(), portrait_alt="Lama")
    photographs.set_portrait(business, create_picture(colour="red"), alt="Baru")
    name = open_revision(business).portrait.name
    send(business)

    with django_capture_on_commit_callbacks(execute=True):
        decide(refuse, business, "Bukan orangnya")

    assert Business.objects.get().portrait_alt == "Lama"
    assert not default_storage.exists(name)
    assert default_storage.exists(Business.objects.get().portrait.name)


def test_a_portrait_is_removed_after_approval():
    business = create_business(portrait=create_picture(), portrait_alt="Lama")
    photographs.remove_portrait(business)
    assert Business.objects.get().portrait
    send(business)

    decide(approve, business)

    assert not Business.objects.get().portrait


def test_the_portrait_of_a_draft_changes_at_once():
    business = create_business(verified=False)

    photographs.set_portrait(business, create_picture(), alt="Saya")
    photographs.describe_portrait(business, alt="Saya menenun", focus="left")

    fresh = Business.objects.get()
    assert fresh.portrait
    assert (fresh.portrait_alt, fresh.portrait_focus) == ("Saya menenun", "left")
