"""Several processes ask, count and take turns in the same moment."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from django.db import connections

from artisans import counting
from artisans.enquiries import ask
from artisans.models import Business, DailyCount, Enquiry
from artisans.rotation import IN_LIST, rotate
from council.models import Message
from tests.factories import create_artisan, create_business

pytestmark = pytest.mark.usefixtures("real_database")

AT_ONCE = 6


def together(work):
    """Let so many threads, each with its own connection, begin at once."""
    start = Barrier(AT_ONCE)

    def run(_number):
        try:
            start.wait()
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(run, range(AT_ONCE)))


def test_one_form_sent_at_the_same_moment_asks_once():
    business = create_business()

    asked = together(
        lambda: (
            ask(
                business,
                None,
                form_number="a" * 32,
                name="Sari Contoh",
                email="sari@contoh.example",
                wish=Enquiry.Wish.ONE_PIECE,
                message="Apakah masih ada?",
            ).pk
        )
    )

    assert Enquiry.objects.count() == 1
    assert len(set(asked)) == 1
    assert Message.objects.count() == 1


def test_counts_of_several_processes_add_up():
    business = create_business()
    noted = counting.Noted(
        date(2026, 6, 1), DailyCount.Channel.VIEW, business=business.pk
    )

    together(lambda: counting.add_to_days(counting.known(Counter({noted: 5}))))

    assert DailyCount.objects.get().number == 5 * AT_ONCE


def test_a_day_is_turned_once_by_several_processes():
    owner = create_artisan()
    makers = [create_business(owner=owner).pk for _each in range(3 * IN_LIST)]
    rotate(date(2026, 6, 1))

    turned = together(lambda: rotate(date(2026, 6, 2)))

    assert sorted(map(bool, turned)) == [False] * (AT_ONCE - 1) + [True]
    front = Business.objects.in_list_order().values_list("pk", flat=True)[:IN_LIST]
    assert list(front) == makers[IN_LIST : 2 * IN_LIST]
