"""
What somebody changes is on every page of every process within 0.3 seconds.

The control does not hear of changes: it must show old pages, or the test could
not see one.
"""

import time
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from http.client import HTTPConnection

import pytest

from django.db import connection
from django.utils import timezone

from artisans.consents import settle
from artisans.models import Product, ProductPhoto, ShopLink
from council.models import Consent, Unit
from tests.factories import (
    create_business,
    create_class,
    create_craft,
    create_product,
    create_training,
    create_unit,
)
from trainings.models import TrainingClass

from .server import serving

pytestmark = pytest.mark.load

WITHIN = 0.3
# Between two looks, so that looking does not keep the portal busy.
BREATH = 0.02
SOON = timedelta(seconds=3)
CLOSED = "Ditutup"
WORDS = [f"Burung{letter}" for letter in "abcdefghijklmno"]
PHOTO = "photos/ab/" + "ab" * 16 + "-960x720.webp"


class Readers:
    """Visitors whose connections lead to both processes and stay open."""

    def __init__(self, stack, port):
        self.by_process = {}
        # A quiet process may answer many before the other gets its turn.
        for _ in range(400):
            client = HTTPConnection("127.0.0.1", port, timeout=20)
            stack.callback(client.close)
            _page, process = self.read(client, "/robots.txt")
            self.by_process.setdefault(process, client)
            if len(self.by_process) == 2:
                return
        raise AssertionError("all connections lead to one process")

    def read(self, client, path):
        client.request("GET", path)
        response = client.getresponse()
        page = response.read().decode()
        assert response.status in {200, 404}, page[:300]
        return page, response.headers["X-Process"]

    def pages(self, path) -> list[str]:
        return [self.read(client, path)[0] for client in self.by_process.values()]

    def last_wrong(self, path, is_right) -> float | None:
        """When the last wrong page was asked for; None when all stay wrong."""
        asked_at = 0.0
        until = time.monotonic() + 3
        while (now := time.monotonic()) < until:
            if all(is_right(page) for page in self.pages(path)):
                return asked_at
            asked_at = now
            time.sleep(BREATH)
        return None


@contextmanager
def two_processes(application, database, tmp_path):
    with serving(application, database, tmp_path / "log") as port, ExitStack() as stack:
        yield Readers(stack, port)


class Scene:
    """A maker with a product, photo, link and class, all public."""

    def __init__(self, word):
        self.word = word
        self.unit = create_unit(code="36.74.01")
        self.maker = create_business(
            name=f"Kriya {word}",
            unit=self.unit,
            phone="+628111234567",
            has_public_phone=True,
            has_public_links=True,
        )
        ShopLink.objects.create(
            business=self.maker, marketplace="shopee", url="https://shopee.co.id/burung"
        )
        self.maker.crafts.add(create_craft(slug="tapis"))
        self.product = create_product(
            business=self.maker, name=f"Selendang {word}", price=125_000
        )
        self.photo = ProductPhoto(product=self.product, alt=f"Foto {word}")
        self.photo.image = PHOTO
        self.photo.save()
        self.training = create_training(title=f"Pelatihan {word}", unit=self.unit)
        self.group = create_class(training=self.training, quota=5)

    @property
    def own_product(self):
        return Product.objects.filter(pk=self.product.pk)

    def path(self, name) -> str:
        if hasattr(self, name):
            return getattr(self, name).get_absolute_url()
        return name


def has(words):
    return lambda page, word: words.format(word).lower() in page.lower()


def lacks(words):
    return lambda page, word: words.format(word).lower() not in page.lower()


def renamed_in_bulk(scene):
    scene.product.name = f"Kain {scene.word}"
    Product.objects.bulk_update([scene.product], ["name"])


def renamed_by_hand(scene):
    with connection.cursor() as cursor:
        words = [f"Kain {scene.word}", scene.product.pk]
        cursor.execute("UPDATE artisans_product SET name = %s WHERE id = %s", words)


def priced_anew(scene):
    scene.own_product.update(price=975_001)


def product_sent_back(scene):
    scene.product.send_back("Ganti foto.")


def maker_hidden(scene):
    scene.maker.hide()


def all_consents_withdrawn(scene):
    settle(scene.maker.owner.person, set())


def contacts_withdrawn(scene):
    settle(scene.maker.owner.person, {Consent.Purpose.PUBLIC_PROFILE})


def photo_deleted(scene):
    ProductPhoto.objects.filter(pk=scene.photo.pk)._raw_delete("default")


def crafts_taken_away(scene):
    scene.maker.crafts.clear()


def class_added(scene):
    create_class(training=scene.training, name=f"Kelas {scene.word}")


def seats_filled(scene):
    TrainingClass.objects.filter(pk=scene.group.pk).update(taken=5)


def unit_renamed(scene):
    Unit.objects.filter(pk=scene.unit.pk).update(name=f"Dewan {scene.word}")


# What somebody does, the page on which it must show, and how it shows there.
CHANGES = [
    (renamed_in_bulk, "product", has("Kain {}")),
    (renamed_by_hand, "/", has("Kain {}")),
    (priced_anew, "/en/produk/", has("Rp975.001")),
    (product_sent_back, "/sitemap-produk.xml", lacks("selendang-{}")),
    (maker_hidden, "/produk/", lacks("Selendang {}")),
    (maker_hidden, "/produk/?q={}&utm_source=a", lacks("1 produk")),
    (all_consents_withdrawn, "/perajin/", lacks("Kriya {}")),
    (contacts_withdrawn, "maker", lacks("628111234567")),
    (contacts_withdrawn, "product", lacks("/keluar/toko/")),
    (photo_deleted, "product", lacks("Foto {}")),
    (photo_deleted, "/produk/", lacks("Foto {}")),
    (crafts_taken_away, "maker", lacks("Tapis")),
    (class_added, "training", has("Kelas {}")),
    (seats_filled, "training", has("Daftar tunggu")),
    (unit_renamed, "/kalender.ics", has("Dewan {}")),
]


def test_a_change_is_on_every_page_of_both_processes(real_database, tmp_path):
    late = {}
    with two_processes("tests.load.labelled", real_database, tmp_path) as readers:
        for (change, name, is_right), word in zip(CHANGES, WORDS, strict=True):
            scene = Scene(word)
            path = scene.path(name).format(word)
            readers.last_wrong(path, lambda page: not is_right(page, word))  # noqa: B023
            is_early = any(is_right(page, word) for page in readers.pages(path))
            assert not is_early, (change.__name__, path)

            change(scene)

            changed_at = time.monotonic()
            last = readers.last_wrong(path, lambda page: is_right(page, word))  # noqa: B023
            if last is None or last - changed_at > WITHIN:
                late[change.__name__, name] = last and last - changed_at

    assert late == {}


def test_registration_closes_when_it_closes(real_database, tmp_path):
    """Nobody writes then; only the clock passes."""
    scene, before = Scene("Kenari"), []
    path = scene.path("training")
    with two_processes("tests.load.labelled", real_database, tmp_path) as readers:
        closes_at = timezone.now() + SOON
        TrainingClass.objects.update(closes_at=closes_at)
        while timezone.now() < closes_at:
            asked_at = timezone.now()
            before.append((asked_at, readers.pages(path)))
            time.sleep(BREATH)
        after = readers.pages(path)

    assert not any(CLOSED in page for page in before[len(before) // 2][1])
    assert all(CLOSED in page for page in after)


def test_deaf_to_changes_it_shows_old_pages(real_database, tmp_path):
    scene = Scene("Kenari")
    with two_processes("tests.load.never_raised", real_database, tmp_path) as readers:
        readers.pages("/produk/")

        priced_anew(scene)

        assert readers.last_wrong("/produk/", lambda page: "Rp975.001" in page) is None
