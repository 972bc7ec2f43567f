"""The craft map and the page of a region, composed of every room."""

import pytest

from tests.artisans.test_showcase import maker_in
from tests.factories import (
    create_centre,
    create_craft,
    create_event,
    create_motif,
    create_outlet,
    create_product,
    create_region,
    create_route,
    create_unit,
)

pytestmark = pytest.mark.django_db

CIPUTAT, PADANG = "36.74.04.1001", "13.71.04.1001"


@pytest.mark.parametrize("address", ["", "?page=9", "?q=%FF"])
def test_an_empty_portal_has_an_empty_map_with_its_own_words(client, address):
    html = client.get("/wilayah/" + address).content.decode()

    assert "Peta masih kosong" in html
    assert '<svg class="map__drawing"' not in html


def test_the_map_and_the_list_say_the_same(client):
    maker_in(CIPUTAT)
    maker_in(CIPUTAT, verified=False)
    maker_in(PADANG)
    create_centre(code="13.71")
    create_outlet(code="13.71", published=False)
    response = client.get("/wilayah/")
    provinces, drawing = response.context["provinces"], response.context["map"]

    assert [
        (each.code, each.makers, each.centres, each.outlets) for each in provinces
    ] == [
        ("13", 1, 1, 0),
        ("36", 1, 0, 0),
    ]
    assert [mark.place.url for mark in drawing.marks] == [
        each.url for each in provinces
    ]
    assert [mark.place.number for mark in drawing.marks] == [1, 2]
    for each in provinces:
        assert client.get(each.url).status_code == 200


@pytest.mark.once
@pytest.mark.parametrize("rows", [1, 3, 30])
def test_the_map_asks_the_same_few_queries(client, django_assert_num_queries, rows):
    for _number in range(rows):
        maker_in(CIPUTAT)
        maker_in(PADANG)
        create_centre(code="13.71")

    with django_assert_num_queries(4):  # makers, centres, outlets, names
        client.get("/wilayah/")


def test_a_city_shows_everything_it_has_and_nothing_of_others(client):
    craft, city = create_craft(), create_region(code="36.74")
    create_unit(code="36.74")
    maker = maker_in(CIPUTAT)
    maker.crafts.add(craft)
    product = create_product(business=maker, craft=craft)
    centre, outlet = create_centre(), create_outlet()
    motif = create_motif(meaning="Ada.", region=city)
    event = create_event(unit=create_unit(code="36.74"))
    route = create_route()
    route.stops.create(centre=centre)
    maker_in(PADANG)
    create_centre(code="13.71")
    create_event(unit=create_unit(code="13.71"), title="Jauh")
    context = client.get("/wilayah/36.74/").context

    assert context["makers"] == [maker]
    assert context["products"] == [product]
    assert context["crafts"] == [craft]
    assert (context["centres"], context["outlets"]) == ([centre], [outlet])
    assert context["motifs"] == [motif]
    assert context["routes"] == [route]
    assert [each.pk for each in context["coming"]] == [event.pk]
    assert context["council"].code == "36.74"


def test_a_province_gathers_its_cities(client):
    maker, centre = maker_in(CIPUTAT), create_centre()
    maker_in(PADANG)
    context = client.get("/wilayah/36/").context

    assert context["makers"] == [maker]
    assert context["centres"] == [centre]


@pytest.mark.parametrize(
    "code", ["99.99", "36.74.04", "xx", "1", "36.7", "36.74.04.1001", "²²"]
)
def test_what_is_no_city_or_province_is_not_found(client, code):
    create_region(code=CIPUTAT)

    assert client.get(f"/wilayah/{code}/").status_code == 404
    assert client.get("/wilayah/36.74/").status_code == 200


def test_only_makers_who_agreed_are_marked(client):
    maker_in(CIPUTAT, latitude="-6.31", longitude="106.75")
    agreed = maker_in(
        CIPUTAT, latitude="-6.31", longitude="106.75", has_public_map=True
    )
    centre = create_centre(latitude="-6.3121", longitude="106.7489")
    create_centre(name="Tanpa letak")
    marks = client.get("/wilayah/36.74/").context["map"].marks

    assert [mark.place.url for mark in marks] == [
        centre.get_absolute_url(),
        agreed.get_absolute_url(),
    ]
    assert [mark.place.kind for mark in marks] == ["centre", "maker"]


@pytest.mark.once
@pytest.mark.parametrize("rows", [1, 3, 30])
def test_a_region_asks_the_same_queries_however_full(
    client, django_assert_num_queries, rows
):
    craft = create_craft()
    create_unit(code="36.74")
    for number in range(rows):
        maker = maker_in(
            CIPUTAT, latitude="-6.31", longitude="106.75", has_public_map=True
        )
        maker.crafts.add(craft)
        create_product(business=maker, craft=craft)
        centre = create_centre(name=f"Sentra {number}")
        centre.crafts.add(craft)
        create_route(title=f"Rute {number}").stops.create(centre=centre)
        create_event(unit=create_unit(code="36.74"))

    # region, centres and crafts, outlets, makers on the map, cities, crafts, makers
    # and crafts, products and photos, motifs, routes, coming, council, count
    with django_assert_num_queries(16):
        client.get("/wilayah/36.74/")


def test_every_page_leads_to_the_places_to_visit(client):
    html = client.get("/privasi/").content.decode()

    for path in ("wilayah", "sentra", "galeri", "rute", "koleksi", "motif"):
        assert f'href="/{path}/"' in html


def test_the_sitemap_knows_the_new_pages(client):
    maker_in(CIPUTAT)
    create_motif(slug="kosong")
    told, centre, outlet = (
        create_motif(meaning="Ada."),
        create_centre(),
        create_outlet(),
    )
    draft = create_centre(name="Draf", published=False)
    expected = {
        "motif": told.get_absolute_url(),
        "sentra": centre.get_absolute_url(),
        "galeri": outlet.get_absolute_url(),
        "wilayah": "/wilayah/36.74/",
    }

    for section, path in expected.items():
        xml = client.get(f"/sitemap-{section}.xml").content.decode()
        assert path in xml, section
        assert draft.slug not in xml and "/motif/kosong/" not in xml
    assert "/wilayah/" in client.get("/sitemap-halaman.xml").content.decode()
