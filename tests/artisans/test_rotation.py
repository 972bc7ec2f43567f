from collections import Counter
from datetime import date, timedelta
from math import ceil

import pytest

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from artisans.models import Business, Product
from artisans.models.businesses import Status
from artisans.rotation import AT_HOME, IN_LIST, WORKS_IN_LIST, full_turn, rotate
from tests.factories import (
    create_artisan,
    create_business,
    create_craft,
    create_product,
    create_staff,
    create_unit,
)

pytestmark = pytest.mark.django_db

FIRST = date(2026, 6, 1)


@pytest.fixture
def owner():
    return create_artisan()


def makers(number, owner):
    first = create_business(owner=owner)
    others = [
        Business(
            owner=owner,
            unit=first.unit,
            village=first.village,
            name=f"Kriya Giliran {each}",
            slug=f"kriya-giliran-{each}",
            status=first.status,
            verified_at=first.verified_at,
        )
        for each in range(1, number)
    ]
    return [first, *Business.objects.bulk_create(others)]


def names_at_home():
    rows = Business.objects.published().in_home_order()
    return list(rows.values_list("pk", flat=True)[:AT_HOME])


def names_in_list():
    rows = Business.objects.published().in_list_order()
    return list(rows.values_list("pk", flat=True)[:IN_LIST])


def days_of(number, shown):
    """Who is shown on each of so many days."""
    for day in range(number):
        rotate(FIRST + timedelta(days=day))
        yield shown()


@pytest.mark.parametrize("number", [1, 5, 6, 7, 24, 25, 60, 103])
@pytest.mark.parametrize(
    ("shown", "places"), [(names_at_home, AT_HOME), (names_in_list, IN_LIST)]
)
def test_everybody_comes_to_the_front_equally_often(owner, number, shown, places):
    everybody = {maker.pk for maker in makers(number, owner)}
    days = 3 * ceil(number / places) + 2

    seen = list(days_of(days, shown))

    times = Counter(pk for day in seen for pk in day)
    assert set(times) == everybody
    assert max(times.values()) - min(times.values()) <= 1
    turn = full_turn(number, places)
    for start in range(days - turn + 1):
        assert {pk for day in seen[start : start + turn] for pk in day} == everybody


def test_nobody_is_forgotten_while_others_come_and_go(owner):
    stays = makers(30, owner)
    seen = Counter()
    for day in range(30):
        create_business(owner=owner)
        if day % 3 == 0:
            create_business(owner=owner).hide()
        rotate(FIRST + timedelta(days=day))
        seen.update(names_in_list())

    assert {maker.pk for maker in stays} <= set(seen)


def test_a_new_maker_stands_in_front_next(owner):
    makers(40, owner)
    for day in range(8):
        rotate(FIRST + timedelta(days=day))

    new = create_business(owner=owner)

    assert names_in_list()[0] == names_at_home()[0] == new.pk
    rotate(FIRST + timedelta(days=8))
    assert names_in_list()[0] == names_at_home()[0] == new.pk
    new.refresh_from_db()
    assert new.last_shown_on == FIRST + timedelta(days=8)
    rotate(FIRST + timedelta(days=9))
    assert new.pk not in names_at_home()


def test_where_everybody_fits_the_order_still_changes(owner):
    makers(8, owner)
    rotate(FIRST)
    before = names_in_list()
    rotate(FIRST + timedelta(days=1))

    assert set(names_in_list()) == set(before)
    assert names_in_list() != before


def test_a_day_is_turned_once(owner, capsys):
    makers(30, owner)
    call_command("rotate")
    front = names_in_list()

    call_command("rotate")

    assert names_in_list() == front
    assert "sudah diatur" in capsys.readouterr().out.splitlines()[1]


def test_a_page_shows_the_same_all_day_and_others_tomorrow(client, owner):
    makers(60, owner)
    rotate(FIRST)

    def shown(url):
        response = client.get(url)
        rows = response.context.get("makers") or response.context["listing"].page
        return [maker.pk for maker in rows]

    for url in ("/", "/perajin/"):
        assert shown(url) == shown(url)
    today = {url: shown(url) for url in ("/", "/perajin/")}
    rotate(FIRST + timedelta(days=1))
    for url, pks in today.items():
        assert not set(pks) & set(shown(url))


def test_hidden_makers_take_no_place(owner):
    makers(3, owner)
    hidden = create_business(owner=owner, verified=False, status=Status.SUBMITTED)

    rotate(FIRST)

    assert hidden.pk not in names_at_home()
    hidden.refresh_from_db()
    assert hidden.last_shown_on is None


def test_taking_turns_writes_no_history(owner):
    made = makers(30, owner)
    before = Business.history.count()

    for day in range(3):
        rotate(FIRST + timedelta(days=day))

    assert Business.history.count() == before
    assert made[0].history.count() == 1


def test_a_maker_on_the_page_of_a_craft_is_shown(client, owner):
    makers(60, owner)
    rare = Business.objects.order_by("pk").last()
    rare.crafts.set([create_craft(slug="tapis")])

    rotate(FIRST)

    rare.refresh_from_db()
    assert rare.pk not in names_in_list()
    assert rare.last_shown_on == FIRST


def test_the_rule_stands_in_plain_words(client, owner):
    makers(30, owner)

    html = client.get("/adil/").content.decode()

    assert "6 perajin" in html and "24" in html
    assert "semua dalam 5 hari" in html
    assert "semua dalam 2 hari" in html
    for page in ("/", "/perajin/"):
        assert 'href="/adil/"' in client.get(page).content.decode()


def test_the_rule_can_be_read_before_anybody_is_verified(client):
    assert client.get("/adil/").status_code == 200


def test_staff_find_who_was_not_shown_for_ninety_days(visit, owner):
    long_ago = timezone.localdate() - timedelta(days=91)
    unseen, seen, new = makers(3, owner)
    Business.objects.filter(pk=unseen.pk).update(last_shown_on=long_ago)
    Business.objects.filter(pk=seen.pk).update(last_shown_on=timezone.localdate())
    never = create_business(
        owner=owner, verified_at=timezone.now() - timedelta(days=100)
    )
    staff = visit(create_staff(unit=create_unit(code="36.74")))

    response = staff.get(reverse("admin:artisans_business_changelist") + "?unseen=90")

    assert set(response.context["cl"].result_list) == {unseen, never}
    home = staff.get(reverse("admin:index")).context["home"]
    figures = {figure.label: figure.count for figure in home["waiting"]}
    assert figures["perajin yang 90 hari belum tampil"] == 2
    assert new.last_shown_on is None


def works_in_front():
    rows = Product.objects.published().in_list_order().select_related("business")
    return list(rows[:WORKS_IN_LIST])


@pytest.mark.parametrize("number", [1, 24, 30, 50])
def test_the_work_of_every_maker_comes_forward(owner, number):
    everybody = makers(number, owner)
    for maker in everybody:
        create_product(business=maker)
    for _each in range(3):
        create_product(business=everybody[0])

    seen = []
    for day in range(2 * full_turn(number, WORKS_IN_LIST)):
        rotate(FIRST + timedelta(days=day))
        seen.append({work.business_id for work in works_in_front()})

    turn = full_turn(number, WORKS_IN_LIST)
    for start in range(len(seen) - turn + 1):
        shown = set().union(*seen[start : start + turn])
        assert shown == {maker.pk for maker in everybody}


def test_many_works_give_no_more_room_than_one(owner):
    rich, *others = makers(40, owner)
    for maker in others:
        create_product(business=maker)
    for _each in range(30):
        create_product(business=rich)

    rotate(FIRST)

    assert len({work.business_id for work in works_in_front()}) == WORKS_IN_LIST


def test_a_maker_shows_another_work_each_time(owner):
    [maker] = makers(1, owner)
    works = {create_product(business=maker).pk for _each in range(3)}

    seen = [work.pk for [work, *_rest] in days_of(3, works_in_front)]

    assert set(seen) == works


def test_hidden_works_do_not_come_forward(owner):
    [maker] = makers(1, owner)
    shown = create_product(business=maker)
    create_product(business=maker, verified=False)

    rotate(FIRST)

    assert [work.pk for work in works_in_front()] == [shown.pk]
    assert Product.objects.exclude(list_turn=0).get() == shown


def test_the_list_and_the_home_page_show_other_works_tomorrow(client, owner):
    for maker in makers(50, owner):
        create_product(business=maker)

    def shown(url):
        response = client.get(url)
        rows = response.context.get("products") or response.context["listing"].page
        return [work.pk for work in rows]

    rotate(FIRST)
    today = {url: shown(url) for url in ("/", "/produk/")}
    assert today == {url: shown(url) for url in today}
    everything = {pk for page in (1, 2, 3) for pk in shown(f"/produk/?page={page}")}
    assert len(everything) == 50
    rotate(FIRST + timedelta(days=1))
    for url, works in today.items():
        assert not set(works) & set(shown(url))
    assert 'href="/adil/"' in client.get("/produk/").content.decode()
