import pytest

from council.models import RegionAlias
from programs.models import Program
from tests.factories import (
    create_business,
    create_event,
    create_product,
    create_program,
    create_region,
    create_unit,
)

pytestmark = pytest.mark.django_db

URL = "/dekranasda/"


def test_the_list_is_the_tree(client):
    root = create_unit(code="")
    province = create_unit(code="36")
    city = create_unit(code="36.74")
    create_unit(code="36.74.01")
    create_unit(code="36.74.04")
    padang = create_unit(code="13.71")

    context = client.get(URL).context

    assert context["root"] == root
    shown = [(each.council, each.cities) for each in context["provinces"]]
    assert shown == [(None, [padang]), (province, [city])]
    assert context["provinces"][1].cities[0].kecamatan_count == 2


def test_search_finds_a_kecamatan_and_another_spelling(client):
    unit = create_unit(code="36.74.04", name="Dekranasda Kecamatan Ciputat")
    RegionAlias.objects.create(region=unit.region, name="Tjipoetat")
    create_unit(code="13.71")

    for words in ("ciputat", "tjipoe"):
        assert client.get(URL, {"q": words}).context["found"] == [unit]


def test_search_without_luck_says_what_to_do(client):
    html = client.get(URL, {"q": "<b>zzz"}).content.decode()

    assert 'class="empty"' in html
    assert "<b>zzz" not in html


@pytest.mark.once
@pytest.mark.parametrize("number", [1, 3, 30])
def test_the_list_asks_the_same_queries(client, django_assert_num_queries, number):
    for each in range(number):
        create_unit(code=f"13.{each + 10}")

    with django_assert_num_queries(3):
        client.get(URL)
    with django_assert_num_queries(2):
        client.get(URL, {"q": "dekranasda"})


def test_an_empty_portal_has_a_list(client):
    assert client.get(URL).status_code == 200


def test_a_council_shows_contact_activities_programs_and_makers(client):
    city = create_unit(
        code="36.74",
        about="Kami merawat kriya.",
        address="Jalan Contoh 1",
        phone="+622100000001",
        email="kantor@contoh.invalid",
    )
    kecamatan = create_unit(code="36.74.04")
    create_event(title="Pameran kecamatan", unit=kecamatan)
    create_event(title="Rancangan", unit=city, published=False)
    create_event(title="Padang", unit=create_unit(code="13.71"))
    create_program(title="Bordir", unit=city)
    create_program(title="Usulan", unit=city, status=Program.Status.PROPOSED)
    create_product(business=create_business(unit=kecamatan))
    create_business(unit=kecamatan, verified=False)

    response = client.get(city.get_absolute_url())
    html = response.content.decode()

    for words in [
        "Kami merawat kriya.",
        "Jalan Contoh 1",
        "kantor@contoh.invalid",
        "Pameran kecamatan",
        "Bordir",
        kecamatan.name,
        "/perajin/?wilayah=36.74",
        f"/kalender/?unit={city.slug}",
    ]:
        assert words in html, words
    for words in ["Rancangan", "Usulan", "Padang"]:
        assert words not in html, words
    assert (response.context["makers"], response.context["products"]) == (1, 1)


def test_its_place_in_the_tree_is_the_trail(client):
    root, province = create_unit(code=""), create_unit(code="36")
    city, kecamatan = create_unit(code="36.74"), create_unit(code="36.74.04")

    context = client.get(kecamatan.get_absolute_url()).context

    assert context["above"] == [root, province, city]
    assert client.get(root.get_absolute_url()).context["parts"] == [province]


def test_a_village_has_nothing_below_it(client):
    village = create_unit(code="36.74.04.1001")

    assert client.get(village.get_absolute_url()).context["parts"] == []


@pytest.mark.once
@pytest.mark.parametrize("number", [1, 3, 30])
def test_a_council_asks_the_same_queries(client, django_assert_num_queries, number):
    city = create_unit(code="36.74")
    for each in range(number):
        create_region(code="36.74")
        unit = create_unit(code=f"36.74.{each + 10}")
        create_event(unit=unit)
        create_event(unit=unit, days_ahead=-5)
        create_program(unit=city)

    with django_assert_num_queries(8):
        client.get(city.get_absolute_url())


def test_what_does_not_exist_is_not_found(client):
    assert client.get(f"{URL}tidak-ada/").status_code == 404


def test_speaks_english(client):
    city = create_unit(code="36.74")

    html = client.get(f"/en{city.get_absolute_url()}").content.decode()

    assert "What is coming" in html
