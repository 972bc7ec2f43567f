"""Every list of the admin costs the same queries, whatever the number of rows."""

import pytest

from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import create_staff, create_unit
from tests.scenes import Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(visit):
    staff = create_staff(unit=create_unit(code=""))
    staff.is_superuser = True
    staff.save(update_fields=["is_superuser"])
    return visit(staff)


def lists_of_the_admin():
    for model in admin.site._registry:
        meta = model._meta
        yield reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")


def queries_of(browser, address):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = browser.get(address)
    assert response.status_code == 200, address
    return len(asked)


@pytest.mark.once
def test_every_list_asks_the_same_for_one_row_as_for_many(root):
    Scene(code="36.74.01", word="Kanari")
    for address in lists_of_the_admin():
        root.get(address)
    few = {each: queries_of(root, each) for each in lists_of_the_admin()}

    for number in range(2, 6):
        Scene(code=f"36.74.{number:02}", word=f"Kanari{number}")
    many = {each: queries_of(root, each) for each in lists_of_the_admin()}

    assert many == few
    assert max(few.values()) <= 14
