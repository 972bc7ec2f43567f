"""Every public page says that it is one, and reads only what raises the version."""

import re

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from council.data_version import watched_tables

from .test_access import ACCESS, PUBLIC
from .test_access import world as opened_as_everybody

pytestmark = pytest.mark.django_db

# What a balancer asks is never kept.
FOR_MACHINES = {"healthz", "readyz", "attendance:offline_script"}
# Thanks after a form, looks that are counted, pictures with a cache of their own, and
# the catalogue of an official, and whether a sheet is true: each is for one asker.
FOR_ONE = {
    *("artisans:asked", "artisans:label_reported", "gifts:asked"),
    *("artisans:look_at_product", "artisans:look_at_maker"),
    *("artisans:picture_of_product", "artisans:picture_of_maker"),
    *("gifts:search", "gifts:catalogue", "gifts:pdf"),
    *("certificates:ask", "certificates:check"),
}
PAGES = sorted(name for name, who in ACCESS.items() if who == PUBLIC)
PAGES = [name for name in PAGES if name not in FOR_MACHINES | FOR_ONE]
READ = re.compile(r'(?:FROM|JOIN) "(\w+)"')


def tables_read(queries) -> set[str]:
    return {table for query in queries for table in READ.findall(query["sql"])}


world = opened_as_everybody


@pytest.mark.once
@pytest.mark.parametrize("name", PAGES)
def test_a_public_address_leads_to_a_public_page(world, name):
    assert getattr(resolve(world.address(name)).func, "is_public_page", False)


def test_public_pages_read_only_watched_tables(world):
    with CaptureQueriesContext(connection) as queries:
        for name in PAGES:
            assert world.browsers["visitor"].get(world.address(name)).status_code == 200
    tables = tables_read(queries)

    assert {"artisans_product", "programs_activity_press"} <= tables
    assert tables - watched_tables() == set()


def test_words_nobody_reads_change_no_page(world):
    visitor = world.browsers["visitor"]
    for name in PAGES:
        address = world.address(name)
        plain = visitor.get(address)
        odd = visitor.get(f"{address}?utm_source=kanari&fbclid=1")
        assert plain.content == odd.content, name
