from io import BytesIO

import pytest
from openpyxl import load_workbook

from django.contrib import admin
from django.urls import reverse

from artisans.models import Business
from council import exports
from council.models import AuditEntry
from tests.factories import create_business, create_staff, create_unit
from tests.scenes import Scene
from trainings.models import Enrolment

pytestmark = pytest.mark.django_db

BUSINESSES = reverse("admin:artisans_business_changelist")


def export(browser, address, *rows):
    chosen = {"action": "export_list", "_selected_action": [row.pk for row in rows]}
    return browser.post(address, chosen)


def sheets_of(response):
    """The rows of each sheet, with the kind of each cell beside its value."""
    book = load_workbook(BytesIO(response.content))
    return [[[cell.value for cell in row] for row in sheet] for sheet in book]


def test_chosen_rows_come_as_the_list_shows_them(visit):
    unit = create_unit(code="36.74.04")
    chosen = create_business(unit=unit, name="Tenun Nadia")
    create_business(unit=unit, name="Batik Bram")

    response = export(visit(create_staff(unit=unit)), BUSINESSES, chosen)

    data, about = sheets_of(response)
    assert response["Content-Type"] == exports.EXCEL
    assert "attachment" in response["Content-Disposition"]
    assert data[0][:2] == ["Nama usaha", "Status"]
    assert [row[0] for row in data[1:]] == ["Tenun Nadia"]
    assert about[0] == ["Daftar", "Usaha"]


def test_a_neighbours_row_cannot_be_chosen(visit):
    create_unit(code="36.74")
    own = create_business(unit=create_unit(code="36.74.04"))
    other = create_business(unit=create_unit(code="36.74.01"), name="Usaha Tetangga")

    response = export(visit(create_staff(unit=own.unit)), BUSINESSES, own, other)

    assert len(sheets_of(response)[0]) == 2
    assert b"Tetangga" not in response.content


@pytest.mark.once
@pytest.mark.parametrize(
    "name", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"]
)
def test_text_that_looks_like_a_formula_stays_text(visit, name):
    unit = create_unit()
    business = create_business(unit=unit, name=name)

    response = export(visit(create_staff(unit=unit)), BUSINESSES, business)

    cell = load_workbook(BytesIO(response.content)).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (name, "s")


def test_each_export_is_noted(visit):
    unit = create_unit()
    staff = create_staff(unit=unit)

    export(visit(staff), BUSINESSES, create_business(unit=unit))

    entry = AuditEntry.objects.get(what="list.export")
    assert (entry.who, entry.unit) == (staff, unit)
    assert entry.reason == "artisans.business: 1"


def test_a_phone_masked_on_screen_is_masked_in_the_file(visit):
    create_unit(code="36.74")
    scene = Scene(code="36.74.04", word="Kanari")
    enrolment = scene.rows[Enrolment]
    person = enrolment.artisan.person
    person.phone = "+628123456789"
    person.save(update_fields=["phone"])
    address = reverse("admin:trainings_enrolment_changelist")

    seen = {}
    for role in ("Pengelola unit", "Pengamat"):
        staff = create_staff(unit=scene.unit, role=role)
        rows = sheets_of(export(visit(staff), address, enrolment))[0]
        seen[role] = " ".join(str(value) for value in rows[1])

    assert "0812-3456-789" in seen["Pengelola unit"]
    assert "3456" not in seen["Pengamat"]


def test_too_many_rows_are_refused_with_a_sentence(visit, monkeypatch):
    monkeypatch.setattr(exports, "MOST_ROWS", 1)
    unit = create_unit()
    rows = [create_business(unit=unit), create_business(unit=unit)]
    browser = visit(create_staff(unit=unit))

    response = export(browser, BUSINESSES, *rows)

    assert response.status_code == 302
    assert "paling banyak 20.000 baris" in browser.get(BUSINESSES).content.decode()


@pytest.mark.once
def test_costs_the_same_queries_for_one_row_as_for_thirty(
    visit, django_assert_num_queries
):
    unit = create_unit()
    browser = visit(create_staff(unit=unit))

    for number in (1, 29):
        for _row in range(number):
            create_business(unit=unit)
        with django_assert_num_queries(11):
            export(browser, BUSINESSES, *Business.objects.all())


@pytest.mark.once
def test_every_list_can_be_exported(visit):
    root = create_staff(unit=create_unit(code=""))
    root.is_superuser = True
    root.save(update_fields=["is_superuser"])
    Scene(code="36.74.04", word="Kanari")
    browser = visit(root)

    for model in admin.site._registry:
        row = model._default_manager.first()
        if row is None:
            continue
        meta = model._meta
        address = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        response = export(browser, address, row)
        assert response["Content-Type"] == exports.EXCEL, model
        assert len(sheets_of(response)[0]) == 2, model
