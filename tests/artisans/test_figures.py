from datetime import date

import pytest
import time_machine

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from artisans.figures import months_to
from artisans.models import DailyCount
from council.consents import give, withdraw
from council.models import Consent, Message
from tests.factories import (
    create_artisan,
    create_business,
    create_craft,
    create_enquiry,
    create_product,
    create_staff,
    create_unit,
    create_user,
)

pytestmark = pytest.mark.django_db

Channel = DailyCount.Channel
TODAY, LAST_MONTH = date(2026, 6, 15), date(2026, 5, 15)


@pytest.fixture(autouse=True)
def _june():
    with time_machine.travel("2026-06-15 09:00+07:00", tick=False):
        yield


@pytest.fixture
def nadia(visit):
    """A maker with an account."""
    user = create_user()
    business = create_business(owner=create_artisan(user=user), name="Tenun Nadia")
    return visit(user), business


def count(business, number, *, product=None, channel=Channel.VIEW, day=TODAY):
    return DailyCount.objects.create(
        business=business,
        product=product,
        channel=channel,
        number=number,
        counted_on=day,
    )


def test_months_go_back_over_the_new_year():
    assert months_to(date(2026, 2, 28), 3) == [
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]


def test_a_maker_sees_this_month_beside_the_last(nadia):
    browser, business = nadia
    product = create_product(business=business)
    count(business, 3)
    count(business, 40, product=product)
    count(business, 7, product=product, day=LAST_MONTH)
    count(business, 2, product=product, channel=Channel.WHATSAPP)
    create_enquiry(business=business, product=product)
    count(create_business(), 999)

    response = browser.get("/saya/angka/")

    total = response.context["total"]
    assert (total["looks"].now, total["looks"].before) == (43, 7)
    assert (total["clicks"].now, total["clicks"].before) == (2, 0)
    assert total["questions"].now == 1
    lines = response.context["lines"]
    assert [line.row for line in lines] == [business, product]
    assert [line.looks.now for line in lines] == [3, 40]
    assert lines[1].questions.now == 1
    assert "999" not in response.content.decode()


@pytest.mark.once
def test_the_page_asks_the_same_queries_for_one_as_for_thirty(
    nadia, django_assert_max_num_queries
):
    browser, business = nadia
    for products in (1, 3, 30):
        while business.products.count() < products:
            count(business, 1, product=create_product(business=business))
        with django_assert_max_num_queries(7):
            browser.get("/saya/angka/")


def test_without_a_business_it_says_what_comes(visit):
    html = visit(create_user()).get("/saya/angka/").content.decode()

    assert "Belum ada halaman Anda yang tampil" in html


# The monthly message


def member(**fields):
    """A maker who agreed to messages and was looked at last month."""
    business = create_business(**fields)
    give(business.owner.person, Consent.Purpose.MESSAGES)
    count(business, 12, day=LAST_MONTH)
    return business


def test_every_maker_is_told_once_however_often_it_runs(capsys):
    first, second = member(name="Tenun Nadia"), member()
    count(first, 3, channel=Channel.WHATSAPP, day=LAST_MONTH)

    call_command("figures")
    call_command("figures")

    messages = Message.objects.order_by("pk")
    assert len(messages) == 2
    assert "Mei 2026" in messages[0].body
    assert "Tenun Nadia dilihat 12 kali" in messages[0].body
    assert "3 pengunjung" in messages[0].body
    assert messages[1].recipients == [second.owner.person.phone.as_e164]
    told = capsys.readouterr().out.splitlines()
    assert told == [
        "2 perajin dikabari angka bulan 05/2026.",
        "0 perajin dikabari angka bulan 05/2026.",
    ]


def test_who_did_not_agree_is_told_nothing():
    silent = create_business()
    count(silent, 5, day=LAST_MONTH)
    withdrawn = member()
    withdraw(withdrawn.owner.person, Consent.Purpose.MESSAGES)
    told = member()

    call_command("figures")

    message = Message.objects.get()
    assert message.recipients == [told.owner.person.phone.as_e164]


def test_nobody_is_told_that_nobody_looked():
    business = create_business()
    give(business.owner.person, Consent.Purpose.MESSAGES)
    count(business, 5, day=TODAY)

    call_command("figures")

    assert not Message.objects.exists()


# Staff


def interest(visit, staff, query=""):
    return visit(staff).get(reverse("admin:interest") + query)


def test_staff_see_interest_by_craft_unit_and_way_out(visit):
    songket, batik = create_craft(slug="songket"), create_craft(slug="batik-tulis")
    business = create_business(unit=create_unit(code="36.74.04"))
    cloth = create_product(business=business, craft=songket)
    other = create_product(business=business, craft=batik)
    count(business, 10, product=cloth)
    count(business, 4, product=other)
    count(business, 2, product=cloth, channel=Channel.WHATSAPP)
    create_enquiry(product=cloth)
    create_unit(code="36.74")

    response = interest(visit, create_staff(unit=create_unit(code="36.74")))

    rows = [(row.label, row.looks, row.clicks) for row, _bar in _of(response, "craft")]
    assert rows == [("Songket", 10, 2), ("Batik-Tulis", 4, 0)]
    assert [(row.label, row.looks) for row, _bar in _of(response, "unit")] == [
        ("Dekranasda Ciputat", 14)
    ]
    ways = [(bar.bar.label, bar.bar.value) for bar in response.context["by_channel"]]
    assert ways == [("WhatsApp", 2), ("Pertanyaan lewat formulir", 1)]


def _of(response, what):
    return response.context[f"by_{what}"]


def test_a_neighbour_sees_none_of_it(visit):
    business = create_business(unit=create_unit(code="36.74.04"))
    count(business, 10, product=create_product(business=business))

    neighbour = interest(visit, create_staff(unit=create_unit(code="36.74.01")))
    own = interest(visit, create_staff(unit=create_unit(code="36.74.04")))

    assert _of(neighbour, "craft") == _of(neighbour, "unit") == []
    assert len(_of(own, "unit")) == 1


def test_the_days_are_chosen_from_three(visit):
    business = create_business(unit=create_unit(code="36.74.04"))
    count(business, 10, day=date(2026, 3, 20))
    staff = create_staff(unit=create_unit(code="36.74.04"))

    assert _of(interest(visit, staff), "unit") == []
    assert len(_of(interest(visit, staff, "?hari=90"), "unit")) == 1
    assert interest(visit, staff, "?hari=9e9").context["days"] == 30


def test_only_staff_with_the_right_see_it(visit):
    nobody = create_user(is_staff=True, unit=create_unit(code="36.74"))

    assert interest(visit, nobody).status_code == 403
    assert interest(visit, create_user()).status_code in {302, 403}
    observer = create_staff(unit=create_unit(code="36.74"), role="Pengamat")
    assert interest(visit, observer).status_code == 200
    assert timezone.localdate() == TODAY
