"""The artisan's own pages, read and filled in as a phone without scripts does."""

import re
from datetime import timedelta

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from artisans.consents import given_by
from artisans.models import Artisan, Business
from artisans.models.businesses import Status
from council.consents import give, standing
from council.models import Consent, RegionAlias, Unit
from council.newcomers import home_unit, welcome
from tests.factories import (
    create_activity,
    create_artisan,
    create_business,
    create_class,
    create_craft,
    create_product,
    create_region,
    create_training,
    create_unit,
    create_user,
)
from tests.forms import FormData, form_data
from trainings.models import Enrolment

pytestmark = pytest.mark.django_db

HOME, PROFILE, CONSENTS = "/saya/", "/saya/profil/", "/saya/persetujuan/"


@pytest.fixture
def siti():
    """A new account that the council knows by name and phone only."""
    siti = create_user(first_name="Siti Contoh", phone="+628110000321")
    welcome(siti)
    return siti


def filled(client, **typed):
    """What a browser sends from the profile page after typing."""
    page = client.get(PROFILE).content.decode()
    return {**FormData(page).data, **typed}


# Overview


def test_a_newcomer_is_told_what_is_missing(visit, siti):
    page = visit(siti).get(HOME).content.decode()

    assert "Siti Contoh" in page
    assert PROFILE in page


def test_opening_pages_writes_nothing(visit, siti):
    client = visit(siti)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        for page in (HOME, PROFILE, CONSENTS):
            assert client.get(page).status_code == 200

    writes = [q["sql"] for q in queries if not q["sql"].startswith("SELECT")]
    assert writes == []
    assert not Artisan.objects.exists()


def test_an_artisan_sees_only_what_is_theirs(visit):
    siti, other = create_user(), create_user()
    mine, theirs = create_artisan(user=siti), create_artisan(user=other)
    create_business(owner=mine, name="Tenun Siti", verified=False)
    create_business(owner=theirs, name="Batik Orang")
    enrol_in(mine, "Pelatihan Siti")
    enrol_in(theirs, "Pelatihan Orang")

    response = visit(siti).get(HOME)

    assert "Tenun Siti" in response.content.decode()
    assert "Batik Orang" not in response.content.decode()
    assert [each.artisan for each in response.context["enrolments"]] == [mine]


def enrol_in(artisan, title, *, ticket=1):
    group = create_class(training=create_training(title=title))
    return Enrolment.objects.create(
        training_class=group,
        artisan=artisan,
        status=Enrolment.Status.CONFIRMED,
        ticket=ticket,
        request_key="x",
    )


def test_what_comes_up_is_near(visit):
    siti = create_user()
    create_artisan(user=siti, unit=create_unit(code="36.74.04"))
    near, above = create_unit(code="36.74.01"), create_unit(code="")
    create_activity(unit=near, title="Pameran Serpong")
    create_activity(unit=above, title="Pameran Nasional")
    create_activity(unit=create_unit(code="13.71"), title="Pameran Padang")
    create_activity(unit=near, title="Konsep", published=False)
    create_activity(unit=near, title="Sudah Lewat", days_ahead=-9)

    titles = [each.title for each in visit(siti).get(HOME).context["activities"]]

    assert sorted(titles) == ["Pameran Nasional", "Pameran Serpong"]


@pytest.mark.once
def test_the_overview_asks_the_same_queries_for_any_number_of_rows(visit):
    siti = create_user()
    artisan = create_artisan(user=siti)
    client = visit(siti)
    counts = []
    for rows in (1, 2, 27):
        for _row in range(rows):
            create_product(business=create_business(owner=artisan))
            create_activity(unit=artisan.unit)
            enrol_in(artisan, "Pelatihan contoh")
        with CaptureQueriesContext(connection) as queries:
            client.get(HOME)
        counts.append(len(queries))

    assert counts == [12, 12, 12]


# Profile


def test_a_profile_is_filled_in_and_makes_an_artisan(visit, siti):
    city = create_unit(code="36.74")
    village, craft = create_region(), create_craft()
    client = visit(siti)
    typed = filled(
        client,
        gender="perempuan",
        village=village.pk,
        main_craft=craft.pk,
        address="Jalan Contoh 1",
    )

    response = client.post(PROFILE, typed)

    artisan = Artisan.objects.get()
    assert response.url == HOME
    assert artisan.what_is_missing() == []
    assert artisan.unit == artisan.person.unit == city
    assert artisan.person.address == "Jalan Contoh 1"
    assert artisan.person.phone.as_e164 == "+628110000321"


def test_a_village_is_searched_and_chosen_without_a_script(visit, siti):
    village = create_region(code="13.76.04.1002", name="Parit Muko Aie")
    RegionAlias.objects.create(region=village, name="Parik Muko Aia")
    client = visit(siti)
    typed = filled(
        client, full_name="Siti Baru", village_search="parik muko", action="search"
    )

    found = client.post(PROFILE, typed).content.decode()

    assert village.full_name in found
    assert not Artisan.objects.exists()
    again = FormData(found).data
    assert again["full_name"] == "Siti Baru"
    assert again["village"] == village.pk

    client.post(PROFILE, again)

    artisan = Artisan.objects.get()
    assert artisan.village == village
    assert artisan.person.full_name == "Siti Baru"
    siti.refresh_from_db()
    assert siti.get_full_name() == "Siti Baru"


def test_words_nobody_looked_up_are_looked_up_first(visit, siti):
    create_region()
    client = visit(siti)

    response = client.post(PROFILE, filled(client, village_search="sarua"))

    assert "Sarua, Ciputat, Kota Tangerang Selatan, Banten" in (
        response.content.decode()
    )


def test_enter_in_another_field_saves(visit, siti):
    client = visit(siti)

    response = client.post(PROFILE, filled(client, action="search"))

    assert response.status_code == 302


@pytest.mark.parametrize("words", ["tiada di sini", "%", "x" * 3000, "🧵"])
def test_a_village_that_is_not_found_is_said_in_a_sentence(visit, siti, words):
    create_region()
    client = visit(siti)

    response = client.post(PROFILE, filled(client, village_search=words, gender="x"))

    assert response.status_code == 200
    assert response.context["form"].has_no_match


@pytest.mark.once
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("full_name", ""),
        ("full_name", "Si\u202eti"),
        ("full_name", "<script>"),
        ("phone", "12"),
        ("email", "bukan surel"),
        ("gender", "semua"),
        ("village", "36.74.04"),
        ("village", "tiada"),
        ("main_craft", "999999"),
        ("main_craft", "abc"),
        ("address", "x" * 300),
    ],
)
def test_a_bad_answer_is_told_beside_its_field_and_all_stays(visit, siti, field, value):
    create_region()
    client = visit(siti)
    typed = filled(client, **{"address": "Jalan Contoh 7", field: value})

    response = client.post(PROFILE, typed)

    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {field}
    page = response.content.decode()
    assert "field__error" in page
    assert field == "address" or "Jalan Contoh 7" in page
    assert not Artisan.objects.exists()


def test_one_way_to_be_reached_is_needed(visit, siti):
    client = visit(siti)

    response = client.post(PROFILE, filled(client, phone="", email=""))

    assert response.context["form"].errors.keys() == {"phone"}


def test_fields_that_are_not_on_the_form_change_nothing(visit):
    siti = create_user()
    artisan = create_artisan(user=siti)
    unit, client = artisan.unit, visit(siti)
    forged = {"unit": create_unit(code="13.71").pk, "is_example": "on", "person": 1}

    client.post(PROFILE, filled(client, is_staff="on", is_superuser="on", **forged))

    artisan.refresh_from_db()
    siti.refresh_from_db()
    assert (artisan.unit, artisan.is_example) == (unit, False)
    assert not siti.is_staff and not siti.is_superuser


def test_who_came_from_a_training_returns_there_once_complete(visit, siti):
    page = "/pelatihan/menenun/daftar/?kelas=1"
    client = visit(siti)
    typed = FormData(client.get(PROFILE, {"next": page}).content.decode()).data

    stays = client.post(PROFILE, typed)
    whole = {
        "gender": "perempuan",
        "village": create_region().pk,
        "main_craft": create_craft().pk,
    }
    returns = client.post(PROFILE, {**typed, **whole})

    assert stays.url.startswith(f"{PROFILE}?next=")
    assert returns.url == page


@pytest.mark.parametrize("page", ["//jahat.test", "https://jahat.test", "/\\jahat"])
def test_nobody_is_sent_away_after_saving(visit, page):
    siti = create_user()
    create_artisan(user=siti)
    client = visit(siti)

    response = client.post(PROFILE, filled(client, next=page))

    assert response.url == HOME


# Consent


def test_consents_are_given_and_withdrawn_with_their_dates(visit, siti):
    client = visit(siti)

    client.post(CONSENTS, {"purposes": ["profil", "pesan"]})
    client.post(CONSENTS, {"purposes": ["pesan"]})

    assert [each.purpose for each in standing(siti.person)] == ["pesan"]
    ended = Consent.objects.get(purpose="profil")
    assert ended.withdrawn_at and ended.notice_version
    assert Consent.objects.count() == 2


def test_a_withdrawn_consent_takes_effect_on_the_public_pages_at_once(visit, client):
    siti = create_user()
    artisan = create_artisan(user=siti)
    business = create_business(
        owner=artisan, phone="+628110000888", has_public_phone=True
    )
    give(artisan.person, "profil")
    assert client.get(business.get_absolute_url()).status_code == 200

    visit(siti).post(CONSENTS, {"purposes": ["pesan"]})

    business.refresh_from_db()
    assert client.get(business.get_absolute_url()).status_code == 404
    assert (business.status, business.has_public_phone) == (Status.DRAFT, False)


def ticked(html):
    """The purposes whose boxes are ticked on the page."""
    boxes = re.findall(r"<input[^>]*name=\"purposes\"[^>]*>", html)
    return {re.search(r'value="(\w+)"', box)[1] for box in boxes if " checked" in box}


def test_the_boxes_say_what_stands(visit):
    siti = create_user()
    artisan = create_artisan(user=siti)
    create_business(owner=artisan, has_public_links=True)

    html = visit(siti).get(CONSENTS).content.decode()

    assert ticked(html) == {"profil", "tautan"}


def test_keeping_the_page_as_it_stands_withdraws_nothing(visit, siti):
    browser = visit(siti)
    browser.post(CONSENTS, {"purposes": ["profil", "pesan"]})

    browser.post(CONSENTS, form_data(browser.get(CONSENTS).content.decode()))

    assert given_by(siti.person) == {"profil", "pesan"}


@pytest.mark.parametrize("purposes", [["semua"], ["profil", "x"], [""]])
def test_an_unknown_purpose_is_refused(visit, siti, purposes):
    response = visit(siti).post(CONSENTS, {"purposes": purposes})

    assert response.status_code == 200
    assert not Consent.objects.exists()


# Home units and the notice


def test_the_nearest_council_keeps_an_artisan():
    root = home_unit()
    city = create_unit(code="36.74")
    create_unit(code="13")

    assert root == Unit.objects.get(code="")
    assert home_unit("36.74.04.1001") == city
    assert home_unit("13.71.01.1001").code == "13"
    assert home_unit("99.01.01.2001") == root


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_privacy_notice_names_every_kind_of_data(client, prefix):
    response = client.get(f"{prefix}/privasi/")

    page = response.content.decode()
    assert response.status_code == 200
    assert not response.cookies
    assert "UU 27/2022" in page or "Law 27/2022" in page
    assert page.count("<details") >= 8
    assert str(Business._meta.verbose_name_plural).capitalize() in page


@pytest.mark.parametrize("page", [HOME, PROFILE, CONSENTS])
def test_a_visitor_is_asked_to_sign_in(client, page):
    response = client.get(page)

    assert response.url == f"{reverse('account_login')}?next={page}"


def test_pages_of_a_person_are_kept_by_no_cache(visit, siti):
    for page in (HOME, PROFILE, CONSENTS):
        policy = visit(siti).get(page).headers["Cache-Control"]
        assert "no-store" in policy and "private" in policy


def test_a_waiting_place_is_shown_with_its_number(visit):
    siti = create_user()
    artisan = create_artisan(user=siti)
    place = enrol_in(artisan, "Pelatihan Penuh")
    place.status = Enrolment.Status.WAITING
    place.enrolled_at = timezone.now() - timedelta(days=1)
    place.save(update_fields=["status", "enrolled_at"])

    shown = visit(siti).get(HOME).context["enrolments"]

    assert [each.position for each in shown] == [1]
