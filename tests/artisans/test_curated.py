"""Collections with a sentence why, and routes a visitor can follow."""

from datetime import time

import pytest

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from artisans.models import Collection, CollectionItem, RouteStop
from tests.factories import (
    create_business,
    create_centre,
    create_collection,
    create_outlet,
    create_product,
    create_route,
    create_staff,
    create_unit,
)
from tests.forms import form_data

pytestmark = pytest.mark.django_db


def listed(client, path):
    return list(client.get(path).context["page"])


def test_only_published_collections_with_something_to_see_are_shown(client):
    shown = create_collection(create_product(), title="Terbit")
    create_collection(create_product(), title="Draf", published=False)
    create_collection(title="Kosong")
    create_collection(create_product(verified=False), title="Tersembunyi")

    assert listed(client, "/koleksi/") == [shown]


def test_products_stand_in_the_council_s_order_each_with_its_reason(client):
    last, first = create_product(name="Akhir"), create_product(name="Awal")
    hidden = create_product(business=create_business(verified=False))
    collection = create_collection(first, hidden, last)
    CollectionItem.objects.filter(product=last).update(why="Karena sabar.")
    response = client.get(collection.get_absolute_url())

    assert [item.product for item in response.context["items"]] == [first, last]
    assert "Karena sabar." in response.content.decode()


def test_a_reason_is_required_by_form_and_database():
    collection, product = create_collection(), create_product()
    item = CollectionItem(collection=collection, product=product)

    with pytest.raises(ValidationError) as refusal:
        item.full_clean()
    assert "why" in refusal.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        item.save()
    item.why = "Sebab rapi."
    item.full_clean()


def test_a_collection_whose_makers_withdrew_says_so(client):
    collection = create_collection(create_product(verified=False))

    html = client.get(collection.get_absolute_url()).content.decode()

    assert "tidak ada karya koleksi ini yang tampil" in html


@pytest.mark.once
@pytest.mark.parametrize("rows", [1, 3, 30])
def test_collections_ask_the_same_few_queries(client, django_assert_num_queries, rows):
    products = [create_product() for _number in range(rows)]
    for number in range(rows):
        collection = create_collection(*products, title=f"Koleksi {number}")

    with django_assert_num_queries(4):  # count, page, items, photos
        client.get("/koleksi/")
    with django_assert_num_queries(3):  # collection, items, photos
        client.get(collection.get_absolute_url())


def test_a_card_shows_three_pictures_whatever_the_length(client):
    create_collection(*[create_product() for _number in range(5)])

    assert len(listed(client, "/koleksi/")[0].first_items) == 3


def test_staff_curate_and_publish(visit):
    unit = create_unit(code="36.74.04")
    browser = visit(create_staff(unit=unit, role="Humas"))
    product = create_product(business=create_business(unit=unit))
    address = reverse("admin:artisans_collection_add")
    data = form_data(browser.get(address).content.decode())
    data |= {"title": "Dari tepi situ", "unit": unit.pk, "items-TOTAL_FORMS": "1"}
    data |= {"items-0-product": product.pk, "items-0-order": "1"}

    refused = browser.post(address, data)
    assert refused.status_code == 200 and not Collection.objects.exists()

    browser.post(address, {**data, "items-0-why": "Sebab rapi."})
    collection = Collection.objects.get()
    assert collection.slug == "dari-tepi-situ"
    assert not collection.is_published

    listing = reverse("admin:artisans_collection_changelist")
    chosen = {"action": "publish", "_selected_action": [collection.pk]}
    browser.post(listing, chosen)
    collection.refresh_from_db()
    assert collection.is_published


def stop(route, **fields):
    return RouteStop.objects.create(route=route, **fields)


def test_only_published_routes_with_stops_are_shown(client):
    shown, draft = create_route(), create_route(published=False)
    stop(shown, centre=create_centre())
    stop(draft, centre=create_centre())
    create_route(title="Kosong")

    assert listed(client, "/rute/") == [shown]
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_stops_follow_each_other_by_day_with_their_hints(client):
    route = create_route()
    maker = create_business(visiting="Senin 09.00")
    second = stop(route, day=2, business=maker, hint="Kabari dahulu.")
    first = stop(route, day=1, centre=create_centre(), start_time=time(9, 30))
    response = client.get(route.get_absolute_url())
    html = response.content.decode()

    assert response.context["days"] == [(1, [first]), (2, [second])]
    assert [
        each.number for _day, stops in response.context["days"] for each in stops
    ] == [
        1,
        2,
    ]
    assert "09.30" in html and "Kabari dahulu." in html and "Senin 09.00" in html
    assert "Hari ke-2" in html


def test_a_stop_nobody_can_visit_is_left_out(client):
    route = create_route()
    open_ = stop(route, outlet=create_outlet())
    stop(route, outlet=create_outlet(published=False))
    stop(route, business=create_business(verified=False, visiting="Senin"))
    stop(route, business=create_business(visiting=""))
    response = client.get(route.get_absolute_url())

    assert response.context["days"] == [(1, [open_])]
    assert response.context["route"].stop_count == 1


def test_a_route_without_an_open_stop_says_so(client):
    html = client.get(create_route().get_absolute_url()).content.decode()

    assert "tidak ada perhentian rute ini yang dapat dikunjungi" in html


def test_a_stop_is_one_place_and_a_maker_receives_visitors():
    route, centre = create_route(), create_centre()
    shut, open_ = create_business(visiting=""), create_business(visiting="Senin")

    for wrong in (
        RouteStop(route=route),
        RouteStop(route=route, centre=centre, business=open_),
        RouteStop(route=route, business=shut),
        RouteStop(route=route, centre=centre, day=0),
    ):
        with pytest.raises(ValidationError):
            wrong.full_clean()
    RouteStop(route=route, business=open_).full_clean()


@pytest.mark.once
@pytest.mark.parametrize("rows", [1, 3, 30])
def test_routes_ask_the_same_few_queries(client, django_assert_num_queries, rows):
    for number in range(rows):
        route = create_route(title=f"Rute {number}")
        stop(route, centre=create_centre())
    for number in range(rows):
        stop(route, business=create_business(visiting="Senin"), order=number)

    with django_assert_num_queries(2):  # count, page
        client.get("/rute/")
    with django_assert_num_queries(2):  # route, stops
        client.get(route.get_absolute_url())


def test_the_map_of_a_route_keeps_the_numbers_of_its_stops(client):
    route = create_route()
    stop(route, order=1, centre=create_centre())
    stop(route, order=2, centre=create_centre(latitude="-6.3", longitude="106.7"))
    drawing = client.get(route.get_absolute_url()).context["map"]

    assert [mark.place.number for mark in drawing.marks] == [2]
