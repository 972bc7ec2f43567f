"""No address that somebody makes up turns an admin page into an error."""

import pytest

from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import reverse

from tests.factories import create_user

pytestmark = pytest.mark.django_db
FINE = {200, 302, 400, 403, 404, 405, 414}
HUGE = "9" * 30
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.fixture(scope="module")
def root(shared_rows):
    browser = Client(raise_request_exception=False)
    browser.force_login(
        create_user(is_staff=True, is_superuser=True),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return browser


def odd_queries(model):
    yield {"q": "kata " * 800}
    yield {"q": "%" * 2000}
    yield {"q": "\0"}
    yield {"p": HUGE}
    yield {"p": "x", "o": f"{HUGE}.-1.x"}
    yield {"all": "1", "e": "1", "_popup": HUGE, "_to_field": "x"}
    yield {"pk": HUGE}
    yield {"pk__in": f"{HUGE},x"}
    for field in model._meta.concrete_fields:
        yield {f"{field.name}__exact": HUGE}
        yield {f"{field.name}__isnull": "x"}
        if isinstance(field, models.DateField):
            yield {f"{field.name}__year": HUGE}
            yield {
                f"{field.name}__gte": "0001-01-01",
                f"{field.name}__lt": "9999-12-31",
            }
            yield {f"{field.name}__gte": "9999-12-31T23:59:59+00:00"}
            yield {f"{field.name}__month": HUGE, f"{field.name}__day": "0"}


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_odd_list_address_never_fails(model, root):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"

    answers = {
        str(query): root.get(reverse(name), query).status_code
        for query in odd_queries(model)
    }

    assert {query: code for query, code in answers.items() if code not in FINE} == {}


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_odd_record_number_never_fails(model, root):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"

    codes = {
        (page, number): root.get(reverse(f"{name}_{page}", args=[number])).status_code
        for page in ("change", "delete", "history")
        for number in (HUGE, "-1", "x", "0'")
    }

    assert set(codes.values()) <= FINE, codes


def test_odd_action_never_fails(root):
    forms = [
        {"action": "delete_selected", "_selected_action": [HUGE, "x"]},
        {"action": "no_such", "_selected_action": "1", "index": HUGE},
        {"action": "delete_selected", "_selected_action": "1", "index": "x"},
    ]

    for model in REGISTERED:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        codes = {root.post(reverse(name), form).status_code for form in forms}
        assert codes <= FINE, model


@pytest.mark.parametrize("term", ["\0", "kata " * 900, "%" * 3000, "batik"])
def test_odd_suggestion_never_fails(term, root):
    for model in REGISTERED:
        for field in model._meta.fields:
            if not field.is_relation:
                continue
            query = {
                "app_label": model._meta.app_label,
                "model_name": model._meta.model_name,
                "field_name": field.name,
                "term": term,
                "page": HUGE if term == "batik" else "1",
            }
            assert root.get(reverse("admin:autocomplete"), query).status_code in FINE
