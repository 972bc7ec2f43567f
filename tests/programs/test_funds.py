"""Whom a source of funds may serve: one artisan in words, many as a list."""

import pytest

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from artisans.models import Artisan, Craft
from programs.models import Activity, EligibilityRule
from tests.factories import (
    create_activity,
    create_artisan,
    create_business,
    create_craft,
    create_region,
    create_rule,
    create_staff,
    create_unit,
)

pytestmark = pytest.mark.django_db
TOBACCO = Activity.FundSource.TOBACCO


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


@pytest.fixture
def people():
    """A batik maker with all papers, one without, and a weaver of the next city."""
    batik = create_craft(slug="batik-tulis", family=Craft.Family.BATIK)
    ready = create_artisan(full_name="Nadia Siap", main_craft=batik)
    create_business(
        owner=ready, nib="1234567890123", kbli_2020="13134,14111", kbli_2025="13133"
    )
    bare = create_artisan(full_name="Bram Belum")
    create_business(owner=bare).crafts.add(batik)
    far = create_artisan(
        full_name="Fitri Jauh", village=create_region(code="36.74.01.1001")
    )
    return {"ready": ready, "bare": bare, "far": far}


RULES = [
    ({}, ["ready", "bare", "far"]),
    ({"areas": ["36.74.04"]}, ["ready", "bare"]),
    ({"areas": ["36.74.04", "36.74.01"]}, ["ready", "bare", "far"]),
    ({"areas": ["36.74.0"]}, []),
    ({"family": "batik"}, ["ready", "bare"]),
    ({"crafts": ["songket"]}, ["bare", "far"]),
    ({"crafts": ["songket"], "family": "batik"}, ["ready", "bare", "far"]),
    ({"is_nib_needed": True}, ["ready"]),
    ({"kbli_2020": "131", "kbli_2025": "13133"}, ["ready"]),
    ({"kbli_2020": "14111", "kbli_2025": "99"}, ["ready"]),
    ({"kbli_2020": "13133", "kbli_2025": "13134"}, []),
    ({"kbli_2020": "411", "kbli_2025": "999"}, []),
]


@pytest.mark.parametrize(("asked", "served"), RULES, ids=str)
def test_the_list_and_the_sentences_agree(people, asked, served):
    asked = dict(asked)
    rule = create_rule(
        areas=[create_region(code=code) for code in asked.pop("areas", [])],
        crafts=[create_craft(slug=slug) for slug in asked.pop("crafts", [])],
        **asked,
    )

    listed = set(rule.eligible(Artisan.objects.all()))
    in_words = {who for who in people.values() if not rule.lacks(who)}

    assert listed == {people[name] for name in served}
    assert in_words == listed


def test_it_says_exactly_what_is_missing(people):
    rule = create_rule(
        areas=[create_region(code="36.74.04")],
        family="batik",
        is_nib_needed=True,
        kbli_2020="13134",
        kbli_2025="13133",
    )

    assert rule.lacks(people["ready"]) == []
    assert [sentence.split(".")[0] for sentence in rule.lacks(people["far"])] == [
        "These funds are for people who live in Ciputat",
        "These funds are for the craft batik and dyed cloth",
        "These funds need a NIB",
        "These funds need a business with KBLI 13134 (2020) or 13133 (2025)",
    ]
    assert len(rule.lacks(people["bare"])) == 2


def test_a_rule_holds_below_its_council_in_its_year():
    city = create_activity(unit=create_unit(), fund_source=TOBACCO)
    year = city.starts_on.year
    found = [
        create_rule(unit=create_unit(code="")),
        create_rule(unit=create_unit(code="36"), year=year),
        create_rule(),
    ]
    create_rule(year=year - 1)
    create_rule(fund_source=Activity.FundSource.CSR)
    create_rule(unit=create_unit(code="36.74.04"))
    create_rule(unit=create_unit(code="13.71"))

    assert list(EligibilityRule.objects.for_activity(city)) == found
    city.fund_source = ""
    assert not EligibilityRule.objects.for_activity(city).exists()


def test_codes_of_both_versions_are_asked_for():
    rule = EligibilityRule(
        unit=create_unit(), fund_source=TOBACCO, basis="Surat", kbli_2020="13134"
    )

    with pytest.raises(ValidationError, match="both versions"):
        rule.full_clean()
    rule.kbli_2025 = "13133"
    rule.full_clean()


def test_an_officer_sees_who_is_eligible_and_who_lacks_what(people, visit):
    rule = create_rule(is_nib_needed=True, unit=create_unit())
    browser = visit(create_staff(unit=create_unit(code="36.74.04")))
    address = reverse("admin:programs_eligibilityrule_people", args=[rule.pk])

    page = browser.get(address).content.decode()
    lacking = browser.get(address, {"kurang": "1"}).content.decode()

    assert "Nadia Siap" in page
    assert "Bram Belum" not in page
    assert "Bram Belum" in lacking
    assert "Lacks: NIB" in lacking
    listed = browser.get(reverse("admin:programs_eligibilityrule_changelist"))
    assert rule.basis in listed.content.decode()


def test_a_neighbour_finds_neither_rule_nor_people(people, visit):
    rule = create_rule(unit=create_unit(code="36.74.04"))
    address = reverse("admin:programs_eligibilityrule_people", args=[rule.pk])
    own = visit(create_staff(unit=create_unit(code="36.74.04")))
    neighbour = visit(create_staff(unit=create_unit(code="36.74.01")))
    press = visit(create_staff(unit=create_unit(code="36.74.04"), role="Humas"))

    assert own.get(address).status_code == 200
    assert neighbour.get(address).status_code == 404
    # They see makers, not the people behind them.
    assert press.get(address).status_code == 403


def test_a_rule_of_the_city_is_read_below_and_not_changed(visit):
    rule = create_rule(unit=create_unit())
    browser = visit(create_staff(unit=create_unit(code="36.74.04")))
    address = reverse("admin:programs_eligibilityrule_change", args=[rule.pk])

    assert browser.get(address).status_code == 200
    assert browser.post(address, {"basis": "Lain"}).status_code == 403
    assert EligibilityRule.objects.get().basis == rule.basis


@pytest.mark.once
@pytest.mark.parametrize("number", [1, 5])
def test_the_list_of_people_asks_the_same_queries(
    visit, number, django_assert_max_num_queries
):
    rule = create_rule(unit=create_unit())
    for _each in range(number):
        create_business(owner=create_artisan())
    browser = visit(create_staff(unit=create_unit()))
    address = reverse("admin:programs_eligibilityrule_people", args=[rule.pk])

    with django_assert_max_num_queries(16):
        browser.get(address)
