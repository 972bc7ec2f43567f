"""The house's own rules, kept by a machine."""

import re
from functools import cache
from pathlib import Path

import pytest

import django
from django.apps import apps
from django.conf import settings
from django.db import models

from council.personal_data import inventory

pytestmark = pytest.mark.once

ROOMS = ["council", "artisans", "programs", "trainings", "events"]
PERSONAL = re.compile(
    r"(^|_)(full_name|first_name|last_name|nik|birth|phone|email|address|gender"
    r"|portrait|presenter|photo_credit|recipients)(_|$)"
)
NOT_PERSONAL = {
    # A council's own office, and choices about data rather than data.
    "council.Unit.phone",
    "council.Unit.email",
    "council.Unit.address",
    "artisans.Business.has_public_phone",
    "artisans.Business.portrait_alt",
    "artisans.Business.portrait_alt_en",
    "artisans.Business.portrait_focus",
    "programs.Activity.address",
    # Places open to the public.
    "artisans.Centre.address",
    "artisans.Centre.phone",
    "artisans.Outlet.address",
    "artisans.Outlet.phone",
    "trainings.TrainingClass.address",
}


def our_models():
    return [
        model
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        if not model.__name__.startswith("Historical")
    ]


def own_fields(model):
    return [*model._meta.local_fields, *model._meta.local_many_to_many]


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)
def test_dates_end_in_on_and_moments_end_in_at(model):
    for field in own_fields(model):
        if isinstance(field, models.DateTimeField):
            moment = field.name.endswith("_at") or field.name in INHERITED
            assert moment, field
        elif isinstance(field, models.DateField):
            assert field.name.endswith("_on"), field


# Django's own account model names these.
INHERITED = {"last_login", "date_joined", "is_superuser", "is_staff", "is_active"}


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)
def test_yes_or_no_begins_with_is_or_has(model):
    for field in own_fields(model):
        if isinstance(field, models.BooleanField):
            assert field.name.startswith(("is_", "has_", "can_")), field


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)
def test_every_model_says_what_it_is(model):
    assert model.__doc__ and not model.__doc__.startswith(f"{model.__name__}(")


def test_every_personal_field_is_tagged():
    tagged = {(model, name) for model, name, _personal in inventory()}
    untagged = [
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in our_models()
        for field in own_fields(model)
        if PERSONAL.search(field.name) and (model, field.name) not in tagged
    ]

    assert sorted(set(untagged) - NOT_PERSONAL) == []


def test_every_tag_names_a_field():
    for model, name, _personal in inventory():
        assert model._meta.get_field(name), (model, name)


def test_the_check_for_personal_fields_finds_one():
    assert PERSONAL.search("phone")
    assert PERSONAL.search("owner_nik")
    assert not PERSONAL.search("title")


def python_files():
    for room in [*ROOMS, "dekranasda"]:
        yield from Path(settings.BASE_DIR, room).rglob("*.py")


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "services", "managers"])
def test_no_file_is_a_junk_drawer(name):
    assert [path for path in python_files() if path.stem == name] == []


def test_no_text_is_formatted_before_it_is_translated():
    wrong = re.compile(r"\b(_|gettext|gettext_lazy|ngettext)\(\s*f[\"']")
    found = [path for path in python_files() if wrong.search(path.read_text())]

    assert found == []


@pytest.mark.parametrize(
    "style",
    sorted(Path(settings.BASE_DIR, "static/css").glob("*.css")),
    ids=lambda path: path.name,
)
def test_a_style_closes_what_it_opens(style):
    """A browser takes everything below an open brace for a part of its rule."""
    text = style.read_text()

    assert text.count("{") == text.count("}")


# Whose pages ours extend, so that their classes are styled here too.
OTHERS = ["django/contrib/admin", "django/forms"]
OTHERS += ["simple_history/templates", "allauth/templates"]


@cache
def words_that_name_classes() -> set[str]:
    """Every word of what draws pages; `chip--` where a page puts the rest behind."""
    base = Path(settings.BASE_DIR)
    homes = [base / "templates", base / "static", *(base / room for room in ROOMS)]
    homes += [base / "dekranasda"]
    library = Path(django.__file__).parent.parent
    homes += [library / name for name in OTHERS]
    words = set()
    for home in homes:
        for path in home.rglob("*"):
            if path.suffix in {".html", ".js", ".py"}:
                words.update(re.findall(r"[\w-]+", path.read_text()))
    return words


def is_named(name: str) -> bool:
    words = words_that_name_classes()
    stems = {name[: match.end()] for match in re.finditer("--|__", name)}
    # The admin makes the class of a column from its name.
    column = name.removeprefix("field-")
    return bool(words & {name, column, *stems})


def classes_of(style) -> set[str]:
    text = re.sub(r"/\*.*?\*/", "", style.read_text(), flags=re.DOTALL)
    selectors = " ".join(re.findall(r"([^{}]*)\{", text))
    return set(re.findall(r"\.([a-zA-Z_][\w-]*)", selectors))


def test_no_style_is_left_of_what_nothing_draws():
    styles = Path(settings.BASE_DIR, "static/css").glob("*.css")
    dead = {
        (style.name, name)
        for style in styles
        for name in classes_of(style)
        if not is_named(name)
    }

    assert dead == set()
    assert is_named("button") and not is_named("button-nobody-draws")
