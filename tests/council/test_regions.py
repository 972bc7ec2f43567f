import io

import pytest

from django.core.management import call_command
from django.db import connection

from council.models import Region, RegionAlias
from council.region_data import load
from tests.factories import create_region

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def indonesia(django_db_setup, django_db_blocker):
    """The whole country, loaded once for this file and taken out again."""
    with django_db_blocker.unblock():
        loaded = load()
        yield loaded
        take_out()


def take_out():
    """Empty the tables again; PostgreSQL would check every row it deletes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE council_region CASCADE")
        return
    RegionAlias.objects.all().delete()
    for level in sorted(Region.Level.values, reverse=True):
        Region.objects.filter(level=level)._raw_delete("default")


def found(words):
    villages = Region.objects.villages().search(words).with_parents()
    return [village.full_name for village in villages[:5]]


def test_every_region_of_the_files_is_loaded(indonesia):
    levels = {
        level.name: Region.objects.filter(level=level).count() for level in Region.Level
    }

    assert levels == {
        "PROVINCE": 38,
        "REGENCY": 514,
        "DISTRICT": 7285,
        "VILLAGE": 83762,
    }
    assert indonesia.regions == 91599


def test_a_second_run_brings_back_a_region_changed_by_hand_and_leaves_what_staff_added(
    indonesia,
):
    Region.objects.filter(code="36.74").update(name="Kota Salah")
    RegionAlias.objects.create(region_id="36.74.04.1001", name="Sarua Contoh")

    assert load().written == 1
    assert Region.objects.get(code="36.74").name == "Kota Tangerang Selatan"
    assert found("sarua contoh") == [Region.objects.get(code="36.74.04.1001").full_name]


def test_a_village_is_found_by_the_name_people_use(indonesia):
    name = "Parit Muko Aie, Lamposi Tigo Nagori, Kota Payakumbuh, Sumatera Barat"

    assert found("Parik Muko Aia") == [name]
    assert found("  parit   MUKO ") == [name]


def test_after_a_comma_stands_where_it_lies(indonesia):
    assert found("Serua, Ciputat")[0] == (
        "Serua, Ciputat, Kota Tangerang Selatan, Banten"
    )
    assert found("Serua, Payakumbuh") == []


@pytest.mark.parametrize("words", ["", "   ", ",", ", Ciputat"])
def test_no_name_finds_nothing(words):
    create_region()

    assert found(words) == []


@pytest.mark.parametrize(
    "words", ["%", "_", "x" * 5000, "'; --", "\\", "🧵", "a,b,c", "a,a"]
)
def test_odd_words_break_nothing(indonesia, words):
    assert len(found(words)) <= 5


def test_a_second_run_writes_nothing_and_says_so(indonesia):
    out = io.StringIO()

    call_command("regions", stdout=out)

    assert out.getvalue() == "91599 wilayah sudah termuat.\n"
