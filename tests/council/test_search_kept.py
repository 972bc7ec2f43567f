"""What the search knows and counts is what a look at everything would say."""

from datetime import timedelta

import pytest

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from artisans.consents import settle
from artisans.models import Craft, Material, Motif, Product
from council.models import (
    KeptBits,
    KeptCount,
    PersonAlias,
    RegionAlias,
    SearchEntry,
    SearchWord,
    Unit,
)
from council.search import find, understand
from council.search_kept import FIELDS, rebuild_all
from tests.factories import (
    create_activity,
    create_artisan,
    create_business,
    create_class,
    create_craft,
    create_event,
    create_product,
    create_region,
    create_training,
    create_unit,
)

pytestmark = pytest.mark.django_db


BITS = ("kind", "part", "question", "answer", "bits")


def as_number(bits) -> int:
    return int(bits, 2) if isinstance(bits, str) else int.from_bytes(bits, "big")


def kept():
    entries = SearchEntry.objects.order_by("kind", "object_id")
    numbers = KeptCount.objects.filter(number__gt=0).order_by(
        "kind", "given", "question", "answer"
    )
    bits = KeptBits.objects.order_by("kind", "part", "question", "answer")
    pages = {row[:-1]: as_number(row[-1]) for row in bits.values_list(*BITS)}
    return (
        list(entries.values_list("kind", "object_id", *FIELDS)),
        list(numbers.values_list("kind", "given", "question", "answer", "number")),
        {answer: those for answer, those in pages.items() if those},
        set(SearchWord.objects.values_list("word", flat=True)),
    )


def assert_kept_is_recomputed():
    before = kept()
    rebuild_all()
    after = kept()

    assert before[0] == after[0]
    assert before[1] == after[1]
    assert before[2] == after[2]
    # A word no page holds any more may stay until the nightly purge.
    assert before[3] >= after[3]


@pytest.fixture
def town():
    maker = create_business(name="Songket Galamai", unit=create_unit(code="36.74.04"))
    maker.crafts.add(create_craft(slug="songket"), create_craft(slug="lurik"))
    product = create_product(name="Selendang Merah", business=maker, price=90_000)
    product.materials.add(Material.objects.create(name="sutra", slug="sutra"))
    product.motifs.add(Motif.objects.create(name="pucuk rebung", slug="pucuk-rebung"))
    create_product(name="Kain Biru", business=maker, craft=create_craft(slug="lurik"))
    create_product(name="Rahasia", business=maker, verified=False)
    create_class(training=create_training(title="Pelatihan Songket"))
    create_event(title="Padang Craft Week", unit=create_unit(code="13.71"))
    create_activity(title="Pembinaan Ciputat", published=False)
    return maker


def names_of(words):
    return {entry.name for entry in find(understand(words)).entries}


def rename_the_craft(maker):
    craft = Craft.objects.get(slug="songket")
    craft.name, craft.slug = "Sasirangan", "sasirangan"
    craft.save()


def rename_the_material(maker):
    Material.objects.update_or_create(slug="sutra", defaults={"name": "rami"})


def delete_the_material(maker):
    Material.objects.get(slug="sutra").delete()


def move_the_maker(maker):
    maker.village = create_region(code="13.71.04.1001")
    maker.save()


def hide_the_maker(maker):
    maker.hide()


def withdraw_the_maker(maker):
    settle(maker.owner.person, set())


def send_the_maker_back(maker):
    maker.send_back("Foto kurang jelas")
    maker.verify()


def change_the_price(maker):
    product = maker.products.get(name="Selendang Merah")
    product.price, product.is_made_to_order = 2_000_000, True
    product.save()


def change_the_materials(maker):
    maker.products.first().materials.set(
        [Material.objects.create(name="katun", slug="katun")]
    )


def change_the_makers_of_a_craft(maker):
    create_craft(slug="songket").businesses.clear()
    create_craft(slug="batik-cap").businesses.add(maker)
    create_craft(slug="lurik").businesses.remove(maker)


def verify_a_product(maker):
    maker.products.get(name="Rahasia").verify()


def delete_a_product(maker):
    maker.products.get(name="Selendang Merah").delete()


def name_a_place_otherwise(maker):
    alias = RegionAlias.objects.create(region_id="36.74", name="Tangsel")
    alias.region_id = "13.71"
    alias.save()


def name_a_person_otherwise(maker):
    person = maker.owner.person
    PersonAlias.objects.create(person=person, name="Nurhayati")
    PersonAlias.objects.all().first().delete()
    person.full_name = "Estelita"
    person.save()


def rename_a_council(maker):
    unit = Unit.objects.get(code="13.71")
    unit.name = "Dewan Kriya Padang"
    unit.save()


def rename_a_class(maker):
    each = create_class(name="Kelas Celup")
    each.name = "Kelas Ecoprint"
    each.save()


CHANGES = [
    rename_the_craft,
    rename_the_material,
    delete_the_material,
    move_the_maker,
    hide_the_maker,
    withdraw_the_maker,
    send_the_maker_back,
    change_the_price,
    change_the_materials,
    change_the_makers_of_a_craft,
    verify_a_product,
    delete_a_product,
    name_a_place_otherwise,
    name_a_person_otherwise,
    rename_a_council,
    rename_a_class,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_kept_is_recomputed_after_a_change(town, change):
    change(town)

    assert_kept_is_recomputed()


def test_the_comparison_sees_a_row_written_past_the_search(town):
    before = kept()
    Product.objects.filter(name="Selendang Merah").update(name="Mukena", price=1)
    rebuild_all()

    assert kept() != before


def test_a_hidden_maker_and_its_products_are_not_found(town):
    assert names_of("galamai") >= {"Songket Galamai", "Selendang Merah", "Kain Biru"}

    town.hide()

    assert names_of("galamai") == set()


def test_the_words_of_a_maker_who_left_are_forgotten(town):
    person = town.owner.person
    person.full_name = "Zuraidah Kuncoro"
    person.save()
    assert SearchWord.objects.filter(word="zuraidah").exists()

    town.hide()

    assert not SearchWord.objects.filter(word="zuraidah").exists()


def test_a_draft_is_not_found(town):
    assert "Rahasia" not in names_of("rahasia")
    assert "Pembinaan Ciputat" not in names_of("pembinaan ciputat")


def test_what_is_published_later_is_found_from_its_moment_on():
    event = create_event(title="Gelar Kriya", published=False)
    event.published_at = timezone.now() + timedelta(hours=1)
    event.save()
    assert names_of("gelar") == set()

    event.published_at = timezone.now()
    event.save()

    assert names_of("gelar") == {"Gelar Kriya"}


def test_a_change_taken_back_changes_nothing(town):
    before = kept()
    with transaction.atomic():
        town.hide()
        assert kept() != before
        transaction.set_rollback(True)

    assert kept() == before


def test_a_place_renamed_finds_who_lives_there(town):
    RegionAlias.objects.create(region_id="36.74.04.1001", name="Sarua Indah")

    assert "Songket Galamai" in names_of("sarua indah")


def test_the_command_writes_everything_anew(town, capsys):
    SearchEntry.objects.all().delete()
    KeptCount.objects.all().delete()
    KeptBits.objects.all().delete()

    call_command("search")

    assert "produk: 2 halaman" in capsys.readouterr().out
    assert names_of("selendang merah") == {"Selendang Merah"}
    numbers = KeptCount.objects.numbers("produk", "kriya")
    assert dict(numbers.values_list("answer", "number")) == {"songket": 1, "lurik": 1}


def test_saving_a_page_anew_writes_nothing(town):
    before = SearchEntry.objects.order_by("pk").values_list("pk", "document")
    before = list(before)
    town.save()

    after = SearchEntry.objects.order_by("pk").values_list("pk", "document")
    assert list(after) == before


def test_an_artisan_without_a_page_is_not_found():
    create_artisan(full_name="Zulaikha Rahmadani")

    assert names_of("zulaikha") == set()
