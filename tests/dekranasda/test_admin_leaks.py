"""
Walks every admin class as a neighbour: nothing of another unit shows or moves.

The walk is proved by controls: with one guard off it must find a leak.
"""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from django.contrib import admin
from django.contrib.auth.models import Permission
from django.urls import NoReverseMatch, reverse

from council import admin_scope, scopes
from council.exports import EXCEL
from tests.conftest import signed_in
from tests.factories import create_staff, create_unit, create_user
from tests.forms import form_data
from tests.scenes import Scene

pytestmark = [pytest.mark.django_db, pytest.mark.once]

BOTH, OWN, OTHER = "Kanari", "Kanariku", "Kanarimu"
SCOPED = sorted(
    (model for model in admin.site._registry if hasattr(model, "unit_path")),
    key=lambda model: model._meta.label,
)


class Neighbours:
    """Two kecamatan of one city, and a member of staff of the first."""

    def __init__(self, visit, *, role="Pengelola unit"):
        create_unit(code="")
        create_unit(code="36.74")
        self.own = Scene(code="36.74.04", word=OWN)
        self.other = Scene(code="36.74.01", word=OTHER)
        self.staff = create_staff(unit=self.own.unit, role=role)
        self.browser = visit(self.staff)

    def address(self, model, page, *args):
        meta = model._meta
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=args)


@pytest.fixture(scope="module")
def neighbours(shared_rows):
    return Neighbours(signed_in)


def pages_of(scene, model, row):
    yield scene.address(model, "changelist")
    yield scene.address(model, "changelist") + f"?q={BOTH}"
    yield scene.address(model, "add")
    for page in ("change", "history", "delete"):
        yield scene.address(model, page, row.pk)


def leaks_in_pages(scene, model):
    """Pages a neighbour opens that show the other unit's word."""
    addresses = [
        *pages_of(scene, model, scene.own.rows[model]),
        *list(pages_of(scene, model, scene.other.rows[model]))[3:],
    ]
    return [
        address
        for address in addresses
        if OTHER in scene.browser.get(address).content.decode()
    ]


def foreign_keys(model):
    """Fields that point to rows of units."""
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        related = field.related_model
        if related and hasattr(related, "unit_path") and field.editable:
            yield field


def moves(scene, model):
    """Fields by which a forged form ties an own row to another unit."""
    row = scene.own.rows[model]
    address = scene.address(model, "change", row.pk)
    page = scene.browser.get(address)
    if page.status_code != 200:
        return []
    data = form_data(page.content.decode())
    return [
        field.name
        for field in foreign_keys(model)
        if field.name in data and is_moved(scene, model, row, field, data, address)
    ]


def is_moved(scene, model, row, field, data, address):
    wanted = scene.other.rows.get(field.related_model)
    if wanted is None:
        return False
    forged = [wanted.pk] if field.many_to_many else wanted.pk
    scene.browser.post(address, {**data, field.name: forged})
    fresh = model._base_manager.get(pk=row.pk)
    if field.many_to_many:
        return wanted in getattr(fresh, field.name).all()
    return getattr(fresh, field.attname) == wanted.pk


def leaks_in_autocomplete(scene):
    found = []
    for model in SCOPED:
        for field in foreign_keys(model):
            response = scene.browser.get(
                reverse("admin:autocomplete"),
                {
                    "term": BOTH,
                    "app_label": model._meta.app_label,
                    "model_name": model._meta.model_name,
                    "field_name": field.name,
                },
            )
            if OTHER in response.content.decode():
                found.append(field)
    return found


def deleted_by_action(scene, model):
    other = scene.other.rows[model]
    scene.browser.post(
        scene.address(model, "changelist"),
        {
            "action": "delete_selected",
            "_selected_action": [other.pk],
            "post": "yes",
        },
    )
    return not model._base_manager.filter(pk=other.pk).exists()


def exported(scene, model, row):
    """What the list's export says of a row, or nothing where it may not be chosen."""
    chosen = {"action": "export_list", "_selected_action": [row.pk]}
    response = scene.browser.post(scene.address(model, "changelist"), chosen)
    if response.get("Content-Type") != EXCEL:
        return ""
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    return " ".join(str(cell.value) for row in sheet for cell in row)


def test_the_scene_holds_every_model_of_the_admin(neighbours):
    missing = [model.__name__ for model in SCOPED if model not in neighbours.own.rows]

    assert missing == []
    assert len(SCOPED) >= 12


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_a_neighbour_sees_nothing(neighbours, model):
    assert leaks_in_pages(neighbours, model) == []


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_a_neighbour_sees_own_rows(neighbours, model):
    address = neighbours.address(model, "changelist")
    response = neighbours.browser.get(address)

    allowed = admin_scope.is_in_scope(neighbours.staff, neighbours.own.rows[model])
    assert allowed
    if response.status_code == 200:
        assert response.context["cl"].result_list
    else:
        assert response.status_code == 403


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_a_forged_key_moves_no_row(neighbours, model):
    assert moves(neighbours, model) == []


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_an_action_reaches_no_other_unit(neighbours, model):
    assert not deleted_by_action(neighbours, model)


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_an_export_holds_no_neighbour(neighbours, model):
    assert OTHER not in exported(neighbours, model, neighbours.other.rows[model])


def test_an_export_holds_own_rows(neighbours):
    for model in (SCOPED_BY_NAME["Business"], SCOPED_BY_NAME["Person"]):
        assert OWN in exported(neighbours, model, neighbours.own.rows[model])


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_deleting_a_neighbours_row_is_refused(neighbours, model):
    other = neighbours.other.rows[model]

    neighbours.browser.post(
        neighbours.address(model, "delete", other.pk), {"post": "yes"}
    )

    assert model._base_manager.filter(pk=other.pk).exists()


def test_autocomplete_offers_no_neighbour(neighbours):
    assert leaks_in_autocomplete(neighbours) == []


def test_the_staff_home_names_no_neighbour(neighbours):
    html = neighbours.browser.get(reverse("admin:index")).content.decode()

    assert OTHER not in html
    assert OWN in html


def test_popups_offer_no_neighbour(neighbours):
    for model in SCOPED:
        address = neighbours.address(model, "add") + "?_popup=1"
        response = neighbours.browser.get(address)
        assert OTHER not in response.content.decode(), address


def test_the_redirect_to_any_record_is_gone(neighbours):
    with pytest.raises(NoReverseMatch):
        reverse("admin:view_on_site", args=[1, 1])


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model.__name__)
def test_staff_without_a_role_open_nothing(neighbours, visit, model):
    nobody = visit(create_user(is_staff=True, unit=neighbours.own.unit))

    for page in ("changelist", "add"):
        assert nobody.get(neighbours.address(model, page)).status_code == 403


def test_staff_without_a_unit_see_no_row(neighbours, visit):
    lost = create_staff()
    lost.unit = None
    lost.save(update_fields=["unit"])
    browser = visit(lost)

    for model in SCOPED:
        response = browser.get(neighbours.address(model, "changelist"))
        html = response.content.decode()
        assert OWN not in html and OTHER not in html, model


def test_the_city_sees_both_of_its_kecamatan(neighbours, visit):
    city = visit(create_staff(unit=create_unit(code="36.74")))
    businesses = neighbours.address(SCOPED_BY_NAME["Business"], "changelist")

    html = city.get(businesses).content.decode()

    assert OWN in html and OTHER in html


SCOPED_BY_NAME = {model.__name__: model for model in SCOPED}


def first_leak(scene):
    """The first page or field that leaks, or None after the whole walk."""
    for model in SCOPED:
        if found := leaks_in_pages(scene, model) or moves(scene, model):
            return found[0]
    return None


def everything(self, user):
    return self


@pytest.mark.parametrize(
    ("place", "name", "off"),
    [
        (scopes.ScopedQuerySet, "in_scope", everything),
        (scopes.ScopedQuerySet, "editable_by", everything),
        (admin_scope, "choices_for", lambda user, model: None),
        (admin_scope, "scoped_filters", lambda model, items: items),
    ],
    ids=["scope", "lists", "choices", "filters"],
)
def test_the_walk_finds_a_leak_when_a_guard_is_off(
    neighbours, monkeypatch, place, name, off
):
    monkeypatch.setattr(place, name, off)

    assert first_leak(neighbours)


def test_deletion_is_refused_while_another_unit_uses_a_row(neighbours):
    enrolment = neighbours.other.rows[SCOPED_BY_NAME["Enrolment"]]
    enrolment.artisan = neighbours.own.artisan
    enrolment.save(update_fields=["artisan"])
    artisan = SCOPED_BY_NAME["Artisan"]
    neighbours.staff.user_permissions.add(
        Permission.objects.get(codename="delete_artisan")
    )

    address = neighbours.address(artisan, "delete", neighbours.own.artisan.pk)
    html = neighbours.browser.get(address).content.decode()

    assert OTHER not in html
