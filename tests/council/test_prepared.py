"""A prepared question gives what its queryset gives, whatever it is asked with."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import DateTimeField
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from artisans.models import Artisan
from council.models import Unit
from council.prepared import Prepared
from tests.factories import create_artisan, create_unit


@pytest.mark.django_db
def test_it_gives_the_rows_with_what_is_joined():
    artisans = [create_artisan() for _turn in range(2)]
    of_person = Prepared(
        lambda key: Artisan.objects.select_related("person").filter(person=key)
    )

    with CaptureQueriesContext(connection) as asked:
        found = [of_person.get(each.person_id) for each in artisans]
        names = [each.person.full_name for each in found]

    assert found == artisans
    assert names == [each.person.full_name for each in artisans]
    assert len(asked) == 2


@pytest.mark.django_db
def test_where_nothing_is_found_it_says_so():
    unit = Prepared(lambda code: Unit.objects.filter(code=code))
    create_unit(code="36.74")

    assert unit("36.74") == [unit.first("36.74")] == [unit.get("36.74")]
    assert unit("11") == [] and unit.first("11") is None
    with pytest.raises(Unit.DoesNotExist):
        unit.get("11")


@pytest.mark.django_db
def test_the_clock_is_given_and_not_read():
    now = timezone.now()
    Session.objects.create(session_key="kunci", expire_date=now + timedelta(hours=1))
    unexpired = Prepared(
        lambda moment: Session.objects.filter(expire_date__gt=moment).values_list("pk"),
        DateTimeField(),
    )

    assert unexpired(now) == [("kunci",)]
    assert unexpired(now + timedelta(hours=2)) == []


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="only on PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_rows_are_held_within_a_transaction_only():
    create_unit()
    to_hold = Prepared(lambda code: Unit.objects.select_for_update().filter(code=code))

    with pytest.raises(TransactionManagementError):
        to_hold("36.74")


@pytest.mark.django_db(transaction=True)
def test_threads_ask_at_once_each_on_its_own_connection():
    codes = [f"36.{number}" for number in range(10, 18)]
    for code in codes:
        create_unit(code=code)
    unit = Prepared(lambda code: Unit.objects.filter(code=code))

    def asked(code):
        try:
            return unit.get(code).code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(codes)) as pool:
        assert list(pool.map(asked, codes)) == codes
