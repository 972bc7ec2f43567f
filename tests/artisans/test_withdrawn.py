"""A maker who withdrew the page is not shown again by staff."""

import pytest

from django.core.exceptions import ValidationError
from django.urls import reverse

from artisans.consents import settle
from artisans.models.businesses import Status
from council.consents import give
from council.models import Consent
from tests.factories import create_business, create_staff, create_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def withdrawn():
    business = create_business(unit=create_unit(code="36.74.04"), name="Rumah Kerang")
    settle(business.owner.person, set())
    business.refresh_from_db()
    return business


def verify(visit, business):
    address = reverse("admin:artisans_business_changelist")
    action = {"action": "verify", "_selected_action": [business.pk]}
    browser = visit(create_staff(unit=business.unit))
    answer = browser.post(address, action, follow=True)
    business.refresh_from_db()
    return answer.content.decode()


def test_verifying_it_is_refused_with_a_sentence(visit, withdrawn):
    html = verify(visit, withdrawn)

    assert withdrawn.status == Status.DRAFT
    assert "hanya perajin yang dapat mengizinkannya lagi" in html


def test_the_form_refuses_it_too(withdrawn):
    withdrawn.status = Status.VERIFIED

    with pytest.raises(ValidationError):
        withdrawn.full_clean()


def test_a_new_yes_opens_it_again(visit, withdrawn):
    give(withdrawn.owner.person, Consent.Purpose.PUBLIC_PROFILE)

    verify(visit, withdrawn)

    assert withdrawn.status == Status.VERIFIED
