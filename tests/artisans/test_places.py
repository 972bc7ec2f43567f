"""Centres and outlets: what is published, who stands there, how to get there."""

from datetime import timedelta

import pytest

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from artisans.models import Centre, Outlet, Placement
from tests.factories import (
    create_business,
    create_centre,
    create_craft,
    create_outlet,
    create_product,
    create_region,
    create_staff,
    create_unit,
)

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def listed(client, path):
    return [each.name for each in client.get(path).context["listing"].page]


@pytest.mark.parametrize(
    ("create", "path"), [(create_centre, "/sentra/"), (create_outlet, "/galeri/")]
)
def test_only_published_places_are_shown(client, create, path):
    shown, draft = create(name="Terbit"), create(name="Draf", published=False)
    later = create(name="Nanti", published_at=timezone.now() + timedelta(days=1))

    assert listed(client, path) == ["Terbit"]
    assert client.get(shown.get_absolute_url()).status_code == 200
    for hidden in (draft, later):
        assert client.get(hidden.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("?q=sulam", ["Kampung Sulam"]),
        ("?q=padang", ["Kampung Sulam"]),
        ("?keluarga=tanah", ["Sentra Gerabah"]),
        ("?jenis=kampung", ["Kampung Sulam"]),
        ("?tahap=rencana", ["Kampung Sulam"]),
        ("?wilayah=36.74", ["Sentra Gerabah"]),
        ("?wilayah=36.74&jenis=kampung", []),
    ],
)
def test_search_and_filters_narrow_the_centres(client, address, names):
    create_centre(name="Kampung Sulam", code="13.71", kind="kampung", stage="rencana")
    clay = create_centre(name="Sentra Gerabah")
    clay.crafts.add(create_craft(slug="gerabah", family="tanah"))
    clay.crafts.add(create_craft(slug="keramik", family="tanah"))

    assert listed(client, "/sentra/" + address) == names


@pytest.mark.once
@pytest.mark.parametrize("rows", [1, 3, 30])
def test_the_lists_ask_the_same_few_queries(client, django_assert_num_queries, rows):
    for number in range(rows):
        centre = create_centre(name=f"Sentra {number}")
        centre.crafts.add(create_craft())
        centre.makers.add(create_business())
        create_outlet(name=f"Galeri {number}")

    with django_assert_num_queries(3):  # numbers, page, crafts
        client.get("/sentra/")
    with django_assert_num_queries(2):  # numbers, page
        client.get("/galeri/")


@pytest.mark.once
@pytest.mark.parametrize("rows", [1, 3, 30])
def test_a_place_asks_the_same_few_queries(client, django_assert_num_queries, rows):
    centre, outlet, craft = create_centre(), create_outlet(), create_craft()
    centre.crafts.add(craft)
    for number in range(rows):
        product = create_product(craft=craft)
        product.business.crafts.add(craft)
        centre.makers.add(product.business)
        Placement.objects.create(outlet=outlet, product=product)
        Placement.objects.create(outlet=outlet, business=product.business)
        create_centre(name=f"Sentra {number}").crafts.add(craft)

    # centre, crafts, makers, their crafts, works, photos, others, their crafts
    with django_assert_num_queries(8):
        client.get(centre.get_absolute_url())
    with django_assert_num_queries(5):  # outlet, makers, their crafts, works, photos
        client.get(outlet.get_absolute_url())


def test_a_centre_names_verified_makers_and_their_works(client):
    craft, centre = create_craft(), create_centre()
    centre.crafts.add(craft)
    shown = create_product(craft=craft)
    hidden = create_product(craft=craft, business=create_business(verified=False))
    centre.makers.add(shown.business, hidden.business)
    context = client.get(centre.get_absolute_url()).context

    assert context["makers"] == [shown.business]
    assert context["products"] == [shown]
    assert listed(client, "/sentra/") == [centre.name]
    page = client.get("/sentra/").context["listing"].page
    assert page[0].maker_count == 1


def test_a_plan_says_that_there_is_nothing_to_visit_yet(client):
    plan = create_centre(stage="rencana")
    active = create_centre(name="Aktif")

    assert "masih rencana" in client.get(plan.get_absolute_url()).content.decode()
    assert "masih rencana" not in client.get(active.get_absolute_url()).content.decode()


def test_a_visitor_reads_hours_and_the_way_there_in_both_languages(client):
    centre = create_centre(
        hours="Senin 09.00",
        hours_en="Monday 9 am",
        getting_there="Naik becak.",
        getting_there_en="Take a becak.",
        latitude="-6.3121",
        longitude="106.7489",
    )
    html = client.get(centre.get_absolute_url()).content.decode()
    english = client.get(f"/en{centre.get_absolute_url()}").content.decode()

    assert "Senin 09.00" in html and "Naik becak." in html
    assert "geo:-6.3121,106.7489" in html
    assert "Monday 9 am" in english and "Take a becak." in english


def test_what_is_not_known_is_said(client):
    html = client.get(create_outlet().get_absolute_url()).content.decode()

    assert "Tanyakan kepada Dekranasda sebelum berangkat" in html
    assert "geo:" not in html
    assert "belum mencatat apa yang dipajang" in html


@pytest.mark.parametrize(
    ("starts", "ends", "is_there"),
    [
        (-5, None, True),
        (-5, 0, True),
        (0, None, True),
        (-5, -1, False),
        (1, None, False),
    ],
)
def test_a_product_stands_at_an_outlet_from_a_day_until_a_day(
    client, starts, ends, is_there
):
    outlet, product = create_outlet(), create_product()
    Placement.objects.create(
        outlet=outlet,
        product=product,
        starts_on=TODAY() + timedelta(days=starts),
        ends_on=None if ends is None else TODAY() + timedelta(days=ends),
    )
    found = client.get(outlet.get_absolute_url()).context["products"]
    maker = client.get(product.business.get_absolute_url()).context["outlets"]

    assert (found == [product]) is is_there
    assert (maker == [outlet]) is is_there


def test_an_outlet_shows_nothing_of_a_maker_who_is_hidden(client):
    outlet = create_outlet()
    hidden = create_business(verified=False)
    Placement.objects.create(outlet=outlet, business=hidden)
    Placement.objects.create(outlet=outlet, product=create_product(business=hidden))
    shown = create_business()
    Placement.objects.create(outlet=outlet, business=shown)
    context = client.get(outlet.get_absolute_url()).context

    assert context["makers"] == [shown]
    assert context["products"] == []


def test_a_maker_names_public_outlets_only(client):
    maker = create_business()
    shown, hidden = create_outlet(), create_outlet(published=False)
    for outlet in (shown, hidden):
        Placement.objects.create(outlet=outlet, business=maker)

    assert client.get(maker.get_absolute_url()).context["outlets"] == [shown]


def test_a_placement_is_of_one_thing_and_ends_after_it_starts():
    outlet, product = create_outlet(), create_product()
    both = Placement(outlet=outlet, product=product, business=product.business)
    neither = Placement(outlet=outlet)
    backwards = Placement(
        outlet=outlet, product=product, ends_on=TODAY() - timedelta(days=1)
    )

    for wrong in (both, neither, backwards):
        with pytest.raises(ValidationError):
            wrong.full_clean()
    Placement(outlet=outlet, product=product).full_clean()


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"latitude": "-6.3"}, "__all__"),
        ({"latitude": "52.1", "longitude": "5.1"}, "latitude"),
        ({"latitude": "-6.3", "longitude": "106.7"}, ""),
    ],
)
def test_a_position_is_whole_and_in_indonesia(fields, wrong):
    place = create_centre()
    for name, value in fields.items():
        setattr(place, name, value)

    if wrong:
        with pytest.raises(ValidationError) as refusal:
            place.full_clean()
        assert wrong in refusal.value.message_dict
    else:
        place.full_clean()


def test_a_village_lies_in_its_city():
    place = create_centre(village=create_region(code="13.71.04.1001"))

    with pytest.raises(ValidationError, match="kota lain"):
        place.full_clean()
    place.village = create_region(code="36.74.04.1001")
    place.full_clean()


@pytest.mark.parametrize(
    ("model", "create"), [("centre", create_centre), ("outlet", create_outlet)]
)
def test_staff_publish_and_take_back_with_one_click(visit, model, create):
    unit = create_unit(code="36.74.04")
    browser = visit(create_staff(unit=unit, role="Humas"))
    own = create(unit=unit, published=False)
    other = create(unit=create_unit(code="13.71"), name="Milik lain", published=False)
    address = reverse(f"admin:artisans_{model}_changelist")

    for action, is_shown in (("publish", True), ("unpublish", False)):
        rows = [own.pk, other.pk]
        browser.post(address, {"action": action, "_selected_action": rows})
        own.refresh_from_db()
        other.refresh_from_db()
        assert own.is_published is is_shown
        assert not other.is_published


@pytest.mark.parametrize("role", ["Pengamat", "Dinas", "Verifikator"])
def test_who_may_only_look_publishes_nothing(visit, role):
    centre = create_centre(unit=create_unit(code="36.74.04"), published=False)
    browser = visit(create_staff(unit=centre.unit, role=role))
    address = reverse("admin:artisans_centre_changelist")

    assert browser.get(address).status_code == 200
    browser.post(address, {"action": "publish", "_selected_action": [centre.pk]})

    centre.refresh_from_db()
    assert not centre.is_published


@pytest.mark.once
@pytest.mark.parametrize("model", [Centre, Outlet])
def test_the_office_s_lists_ask_as_little_for_thirty_rows(
    visit, django_assert_max_num_queries, model
):
    create = create_centre if model is Centre else create_outlet
    unit = create_unit(code="36.74.04")
    for number in range(30):
        create(name=f"Tempat {number}", unit=unit)
    browser = visit(create_staff(unit=unit))
    address = reverse(f"admin:artisans_{model._meta.model_name}_changelist")

    with django_assert_max_num_queries(12):
        browser.get(address)


def test_a_craft_leads_to_its_motifs_and_centres(client):
    craft, centre = create_craft(), create_centre()
    centre.crafts.add(craft)
    create_centre(published=False).crafts.add(craft)

    assert client.get(craft.get_absolute_url()).context["centres"] == [centre]
