"""The motif library: what is told, what custom asks, and whose a motif is."""

import pytest

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from artisans.models import Motif, MotifClaim
from artisans.taxonomy_data import load
from tests.artisans.test_showcase import NASTY
from tests.factories import (
    create_business,
    create_craft,
    create_motif,
    create_product,
    create_region,
    create_staff,
    create_unit,
)
from tests.forms import form_data

pytestmark = pytest.mark.django_db

URL = "/motif/"
COMMUNAL = {"holder": Motif.Holder.COMMUNAL}


def listed(client, address=""):
    return [each.slug for each in client.get(URL + address).context["listing"].page]


def worn(motif, **fields):
    product = create_product(**fields)
    product.motifs.add(motif)
    return product


def test_the_library_holds_what_is_told_or_made(client):
    create_motif(slug="kawung", meaning="Hati yang bersih.")
    worn(create_motif(slug="siger"))
    create_motif(slug="polos")
    worn(create_motif(slug="rahasia"), verified=False)

    assert set(listed(client)) == {"kawung", "siger"}


def test_best_known_means_told_and_then_most_used(client):
    create_motif(slug="a-tanpa-karya", meaning="Ada.")
    worn(create_motif(slug="b-dipakai", meaning="Ada."))
    worn(create_motif(slug="c-belum-ditulis"))

    assert listed(client) == ["b-dipakai", "a-tanpa-karya", "c-belum-ditulis"]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("?q=mangkok", []),
        ("?q=bersih", ["kawung"]),
        ("?keluarga=batik", ["kawung"]),
        ("?milik=komunal", ["kawung"]),
        ("?adat=ya", ["kawung"]),
        ("?adat=tidak", ["siger"]),
    ],
)
def test_search_and_filters_narrow_the_library(client, address, found):
    kawung = create_motif(
        slug="kawung",
        meaning="Hati bersih.",
        is_restricted=True,
        limits="x",
        **COMMUNAL,
    )
    kawung.crafts.add(create_craft(slug="batik-tulis", family="batik"))
    create_motif(slug="siger", meaning="Mahkota.")

    assert listed(client, address) == found


@pytest.mark.parametrize("address", ["", "?keluarga=batik", "?milik=komunal"])
def test_every_count_is_what_its_link_shows(client, address):
    craft = create_craft(slug="batik-tulis", family="batik")
    for number in range(3):
        create_motif(slug=f"m{number}", meaning="Ada.", **COMMUNAL).crafts.add(craft)
    create_motif(slug="lain", meaning="Ada.")

    for _question, answers in client.get(URL + address).context["listing"].questions:
        for answer in answers:
            found = client.get(URL + answer.url).context["listing"]
            assert answer.is_chosen or found.number == answer.number, answer


@pytest.mark.parametrize("path", [URL, "/sentra/", "/galeri/", "/koleksi/", "/rute/"])
def test_a_mangled_address_still_shows_a_list(client, path):
    answers = {address: client.get(path + address).status_code for address in NASTY}

    assert answers == dict.fromkeys(NASTY, 200)


@pytest.mark.once
@pytest.mark.parametrize("motifs", [1, 3, 30])
def test_the_library_asks_the_same_few_queries(
    client, django_assert_num_queries, motifs
):
    craft = create_craft()
    for number in range(motifs):
        motif = create_motif(slug=f"motif-{number}", meaning="Ada.")
        motif.crafts.add(craft)
        worn(motif, craft=craft)

    with django_assert_num_queries(3):  # numbers, page, crafts
        client.get(URL)


@pytest.mark.once
@pytest.mark.parametrize("rows", [1, 3, 30])
def test_a_motif_asks_the_same_few_queries(client, django_assert_num_queries, rows):
    motif, craft = create_motif(), create_craft()
    motif.crafts.add(craft)
    for number in range(rows):
        worn(motif, craft=craft).business.crafts.add(craft)
        create_motif(slug=f"lain-{number}", meaning="Ada.").crafts.add(craft)

    # motif, crafts, works, their photos, makers, their crafts, other motifs
    with django_assert_num_queries(7):
        client.get(motif.get_absolute_url())


def test_a_motif_names_works_and_makers_the_public_may_see(client):
    motif = create_motif()
    shown = worn(motif)
    worn(motif, verified=False)
    worn(motif, business=create_business(verified=False))
    context = client.get(motif.get_absolute_url()).context

    assert context["products"] == [shown]
    assert context["makers"] == [shown.business]
    assert context["motif"].product_count == 1


def test_limits_and_standing_are_told_in_both_languages(client):
    motif = create_motif(
        meaning="Ombak.",
        meaning_en="Waves.",
        limits="Hanya raja.",
        limits_en="For the ruler.",
        is_restricted=True,
        region=create_region(code="36"),
        **COMMUNAL,
    )
    html = client.get(motif.get_absolute_url()).content.decode()
    english = client.get(f"/en{motif.get_absolute_url()}").content.decode()

    assert "Ombak." in html and "Hanya raja." in html and "Dibatasi adat" in html
    assert "tidak seorang pun dapat mendaftarkannya" in html
    assert "Waves." in english and "For the ruler." in english


def test_a_motif_nobody_told_of_asks_the_reader(client):
    html = client.get(create_motif().get_absolute_url()).content.decode()

    assert "Makna motif ini belum ditulis" in html


def test_a_limited_motif_must_say_how():
    with pytest.raises(IntegrityError), transaction.atomic():
        create_motif(is_restricted=True)
    assert create_motif(is_restricted=True, limits="Hanya upacara.").pk


@pytest.mark.parametrize("right", ["hak-cipta", "merek", "desain-industri"])
def test_a_communal_motif_cannot_be_recorded_as_private(right):
    with pytest.raises(IntegrityError), transaction.atomic():
        create_motif(right=right, **COMMUNAL)
    assert create_motif(right="kik", **COMMUNAL).pk


def claim(motif=None, right="hak-cipta", **fields):
    return MotifClaim(business=create_business(), motif=motif, right=right, **fields)


@pytest.mark.parametrize(
    ("holder", "right", "is_refused"),
    [
        ("komunal", "hak-cipta", True),
        ("komunal", "merek", True),
        ("komunal", "kik", False),
        ("komunal", "indikasi-geografis", False),
        ("pencipta", "hak-cipta", False),
        ("belum", "hak-cipta", False),
    ],
)
def test_a_maker_may_not_own_what_belongs_to_a_community(holder, right, is_refused):
    made = claim(create_motif(holder=holder), right)

    if is_refused:
        with pytest.raises(ValidationError, match="pasal 38"):
            made.full_clean()
    else:
        made.full_clean()


def test_a_claim_names_something():
    with pytest.raises(ValidationError, match="Pilih motif"):
        claim().full_clean()
    claim(name="Leluwak Baru").full_clean()


@pytest.mark.parametrize(
    ("name", "right", "is_warned"),
    [
        ("Pucuk Rebung Ratna", "hak-cipta", True),
        ("pucuk-rebung", "merek", True),
        ("Pucuk Rebungan", "hak-cipta", False),
        ("Pucuk Rebung Ratna", "kik", False),
        ("Leluwak Baru", "hak-cipta", False),
    ],
)
def test_a_name_that_holds_a_communal_one_is_noticed(name, right, is_warned):
    create_motif(**COMMUNAL)

    assert bool(claim(name=name, right=right).communal_motif_in_name()) is is_warned


@pytest.fixture
def council(visit):
    unit = create_unit(code="36.74.04")
    return visit(create_staff(unit=unit)), create_business(unit=unit)


def add_claim(council, **answers):
    browser, business = council
    address = reverse("admin:artisans_motifclaim_add")
    data = form_data(browser.get(address).content.decode())
    data |= {"business": business.pk, "right": "hak-cipta", "stage": "rencana"}
    return browser.post(address, data | answers, follow=True)


def test_the_office_is_told_before_a_fee_is_paid(council):
    motif = create_motif(**COMMUNAL)
    own = create_motif(slug="leluwak", holder=Motif.Holder.CREATOR)

    refused = add_claim(council, motif=motif.pk)
    assert "motif" in refused.context["adminform"].form.errors
    assert not MotifClaim.objects.exists()

    add_claim(council, motif=own.pk)
    assert MotifClaim.objects.get().motif == own


def test_the_office_is_warned_of_a_communal_name(council):
    create_motif(**COMMUNAL)

    warned = add_claim(council, name="Pucuk Rebung Ratna").content.decode()
    quiet = add_claim(council, name="Leluwak Baru").content.decode()

    assert "memuat nama motif komunal" in warned
    assert "memuat nama motif komunal" not in quiet


def test_a_motif_that_turns_communal_tells_who_claims_it(admin_client):
    motif = create_motif(meaning="Ada.")
    claim(motif).save()
    address = reverse("admin:artisans_motif_change", args=[motif.pk])
    data = form_data(admin_client.get(address).content.decode())

    answer = admin_client.post(address, {**data, **COMMUNAL}, follow=True)

    assert "1 perajin mengaku memiliki motif komunal ini" in answer.content.decode()
    assert list(MotifClaim.objects.against_custom()) == list(MotifClaim.objects.all())


def test_the_library_comes_with_the_vocabulary_and_keeps_what_councils_wrote():
    create_region(code="34")
    load()
    kawung = Motif.objects.get(slug="kawung")
    assert kawung.meaning and kawung.meaning_en and kawung.is_communal
    assert kawung.region_id == "34"
    assert "batik-kawung-parang" in {each.slug for each in kawung.crafts.all()}

    kawung.meaning = "Kata kami sendiri."
    kawung.save()
    load()

    kawung.refresh_from_db()
    assert kawung.meaning == "Kata kami sendiri."


def test_what_the_library_tells_is_told_in_both_languages():
    load()

    for motif in Motif.objects.exclude(meaning=""):
        assert motif.meaning_en, motif
        assert bool(motif.limits) == bool(motif.limits_en), motif
