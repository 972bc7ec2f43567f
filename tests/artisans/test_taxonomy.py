from io import StringIO

import pytest

from django.core.management import CommandError, call_command

from artisans.models import Craft, Material, Motif, ProductKind
from artisans.taxonomy_data import (
    COLUMNS,
    crafts,
    parts_of,
    read,
    tidy_words,
    words,
)
from council.languages import what_lacks_english

pytestmark = pytest.mark.django_db


def load():
    said = StringIO()
    call_command("crafts", stdout=said)
    return said.getvalue()


def test_the_whole_taxonomy_is_loaded_and_translated():
    load()

    assert Craft.objects.count() == 81
    for model in (Craft, Material, ProductKind):
        assert model.objects.exists()
        assert list(model.objects.filter(name_en="")) == []


def test_a_second_run_changes_nothing():
    load()
    before = list(Craft.objects.values_list("pk", "slug"))

    assert "0 ditambahkan, 0 diperbarui" in load()
    assert list(Craft.objects.values_list("pk", "slug")) == before


def test_a_second_run_asks_little(django_assert_max_num_queries):
    load()

    with django_assert_max_num_queries(8):
        load()


def test_a_changed_word_is_corrected_and_an_own_word_kept():
    load()
    Craft.objects.filter(slug="songket").update(name="Salah")
    Motif.objects.create(slug="motif-sendiri", name="motif sendiri")

    assert "0 ditambahkan, 1 diperbarui" in load()
    assert Craft.objects.get(slug="songket").name == "Songket (tenun songket)"
    assert Motif.objects.filter(slug="motif-sendiri").exists()


@pytest.mark.parametrize("word", ["", "—", "bebas", "daerah", "polos"])
def test_no_motif_means_no_motif(word):
    load()

    assert not Motif.objects.filter(name=word).exists()


def test_several_spellings_become_one_word():
    load()

    assert Motif.objects.filter(name__contains="rebung").count() == 1
    assert ProductKind.objects.filter(slug="kerudung").count() == 1
    assert not Material.objects.filter(name__contains="/").exists()


def test_every_family_of_the_data_is_a_family():
    assert {row["family"] for row in read("crafts_english.csv")} <= set(
        Craft.Family.values
    )


@pytest.mark.parametrize("kind", ["material", "kind"])
def test_every_word_of_the_taxonomy_has_its_english(kind):
    found = {
        word
        for row in read("craft_taxonomy.csv")
        for word in parts_of(row[COLUMNS[kind]])
    }

    assert found - tidy_words(kind).keys() == set()


def test_texts_and_english_names_belong_to_crafts():
    slugs = {row["slug"] for row in read("craft_taxonomy.csv")}

    assert {row["slug"] for row in read("crafts_english.csv")} == slugs
    assert {row["slug"] for row in read("craft_texts.csv")} <= slugs


def test_an_unknown_option_is_refused_in_words():
    with pytest.raises(CommandError, match="tidak dikenal"):
        call_command("crafts", "--bukan")


def test_loading_takes_no_protection_away():
    load()
    Material.objects.filter(slug="kayu").update(is_protected=True)

    assert "0 ditambahkan, 0 diperbarui" in load()
    assert Material.objects.get(slug="kayu").is_protected


def test_leather_horn_and_silk_are_of_animals_and_shells_are_not():
    load()
    found = set(Material.objects.filter(is_animal=True).values_list("name", flat=True))

    assert {"kulit", "sutra", "tulang"} <= found
    assert not {name for name in found if "kerang" in name or "kayu" in name}


def test_whatever_the_files_say_of_a_craft_they_say_in_english():
    for craft in crafts():
        assert what_lacks_english(craft) == [], craft.slug
    for motif in words("motif"):
        assert what_lacks_english(motif) == [], motif.slug


def test_english_that_a_council_wrote_outlives_the_next_loading():
    load()
    motif = Motif.objects.filter(picture_alt="").first()
    Motif.objects.filter(pk=motif.pk).update(picture_alt="Awan", picture_alt_en="Cloud")

    load()

    motif.refresh_from_db()
    assert (motif.picture_alt, motif.picture_alt_en) == ("Awan", "Cloud")
