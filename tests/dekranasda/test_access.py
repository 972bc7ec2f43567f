"""
Every address says who may open it, and is opened as everybody.

An address that is not in the table fails the walk, so none is forgotten.
"""

import pytest

from django.test import Client
from django.urls import URLPattern, get_resolver, path, reverse

from council.models import Unit
from tests.factories import create_artisan, create_staff, create_unit, create_user
from tests.scenes import Scene
from trainings.models import Enrolment

pytestmark = pytest.mark.django_db

# Public: everybody. Member: whoever signed in. Own: the owner, 404 for the rest.
# Guest: pages to sign in with. Step: one step of signing in, sent on when it is
# not its turn. Nobody learns anything from the last two.
PUBLIC, MEMBER, OWN, GUEST, STEP = "public", "member", "own", "guest", "step"

ACCESS = {
    "home": PUBLIC,
    "healthz": PUBLIC,
    "readyz": PUBLIC,
    "robots": PUBLIC,
    "sitemap": PUBLIC,
    "sitemap_section": PUBLIC,
    "calendar": PUBLIC,
    "calendar_ics": PUBLIC,
    "privacy": PUBLIC,
    "search": PUBLIC,
    "artisans:products": PUBLIC,
    "artisans:product": PUBLIC,
    "artisans:makers": PUBLIC,
    "artisans:maker": PUBLIC,
    "artisans:crafts": PUBLIC,
    "artisans:craft": PUBLIC,
    "trainings:list": PUBLIC,
    "trainings:detail": PUBLIC,
    "trainings:enrol": MEMBER,
    "trainings:enrolment": OWN,
    "trainings:cancel": OWN,
    "events:list": PUBLIC,
    "events:detail": PUBLIC,
    "programs:list": PUBLIC,
    "council:list": PUBLIC,
    "council:detail": PUBLIC,
    "document": OWN,
    "my:home": MEMBER,
    "my:profile": MEMBER,
    "my:consents": MEMBER,
    "after_login": MEMBER,
    "account_login": GUEST,
    "account_signup": GUEST,
    "account_reset_password": GUEST,
    "account_inactive": GUEST,
    "account_password_reset_completed": GUEST,
    "account_logout": STEP,
    "account_reauthenticate": STEP,
    "account_change_password": STEP,
    "account_set_password": STEP,
    "account_email": STEP,
    "account_change_phone": STEP,
    "account_verify_phone": STEP,
    "account_email_verification_sent": STEP,
    "account_confirm_login_code": STEP,
    "account_confirm_password_reset_code": STEP,
    "account_complete_password_reset": STEP,
    "mfa_index": STEP,
    "mfa_authenticate": STEP,
    "mfa_reauthenticate": STEP,
    "mfa_reauthenticate_webauthn": STEP,
    "mfa_login_webauthn": STEP,
    "mfa_activate_totp": STEP,
    "mfa_deactivate_totp": STEP,
    "mfa_list_webauthn": STEP,
    "mfa_add_webauthn": STEP,
    "mfa_view_recovery_codes": STEP,
    "mfa_generate_recovery_codes": STEP,
    "mfa_download_recovery_codes": STEP,
    "usersessions_list": STEP,
}
# Opened by their own tests, with a file or key that exists.
ELSEWHERE = {"media", "mfa_edit_webauthn", "mfa_remove_webauthn"}


def patterns(resolver, namespace=""):
    """Every named address, namespaces joined."""
    for item in resolver.url_patterns:
        if isinstance(item, URLPattern):
            if item.name:
                yield f"{namespace}{item.name}"
        else:
            inner = f"{namespace}{item.namespace}:" if item.namespace else namespace
            yield from patterns(item, inner)


def names():
    found = set(patterns(get_resolver()))
    return {name for name in found if not name.startswith("admin:")}


class World:
    """One scene and everybody who might open its pages."""

    def __init__(self, visit):
        create_unit(code="")
        city = create_unit(code="36.74")
        self.scene = Scene(code="36.74.04", word="Kanari")
        self.owner = create_user()
        self.owner.person = self.scene.person
        self.owner.save(update_fields=["person"])
        stranger = create_user()
        create_artisan(user=stranger, unit=self.scene.unit)
        village = create_unit(code="36.74.04.1001")
        self.people = {
            "visitor": None,
            "owner": self.owner,
            "stranger": stranger,
            "kelurahan": create_staff(unit=village),
            "kecamatan": create_staff(unit=self.scene.unit),
            "city": create_staff(unit=city),
            "other city": create_staff(unit=create_unit(code="13.71")),
            "observer": create_staff(unit=city, role="Pengamat"),
            "administrator": create_user(is_staff=True, is_superuser=True),
        }
        self.browsers = {who: visit(user) for who, user in self.people.items()}

    def address(self, name):
        rows = {model.__name__: row for model, row in self.scene.rows.items()}
        arguments = {
            "artisans:product": [rows["Product"].slug],
            "artisans:craft": [rows["Product"].craft.slug],
            "artisans:maker": [rows["Business"].slug],
            "trainings:detail": [rows["Training"].slug],
            "trainings:enrol": [rows["Training"].slug],
            "trainings:enrolment": [rows["Enrolment"].pk],
            "trainings:cancel": [rows["Enrolment"].pk],
            "events:detail": [rows["Event"].slug],
            "council:detail": [rows["Unit"].slug],
            "document": [rows["Document"].public_id],
            "sitemap_section": ["produk"],
        }
        return reverse(name, args=arguments.get(name, []))


@pytest.fixture
def world(visit):
    world = World(visit)
    Unit.objects.filter(pk=world.scene.unit.pk).update(is_example=True)
    for model in world.scene.rows:
        if model.__name__ in {"Business", "Product"}:
            world.scene.rows[model].verify()
    return world


def test_every_address_is_in_the_table():
    assert names() - set(ACCESS) - ELSEWHERE == set()


def test_the_table_names_no_address_that_is_gone():
    assert set(ACCESS) - names() == set()


def test_the_walk_sees_an_address_nobody_declared():
    class Roots:
        url_patterns = [path("rahasia/", lambda request: None, name="secret")]

    assert set(patterns(Roots)) - set(ACCESS) == {"secret"}


def answers(world, name):
    address = world.address(name)
    return {
        who: browser.get(address).status_code for who, browser in world.browsers.items()
    }


@pytest.mark.parametrize("name", [n for n, kind in ACCESS.items() if kind == PUBLIC])
def test_a_public_page_opens_for_everybody(world, name):
    assert set(answers(world, name).values()) == {200}


@pytest.mark.parametrize("name", [n for n, kind in ACCESS.items() if kind == PUBLIC])
def test_a_public_page_sets_no_cookie_and_holds_no_token(world, name):
    response = Client().get(world.address(name))

    assert not response.cookies
    assert b"csrfmiddlewaretoken" not in response.content


@pytest.mark.parametrize("name", [n for n, kind in ACCESS.items() if kind == MEMBER])
def test_a_members_page_sends_visitors_to_sign_in(world, name):
    response = world.browsers["visitor"].get(world.address(name))

    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", [n for n, kind in ACCESS.items() if kind == MEMBER])
def test_a_members_page_opens_for_whoever_signed_in(world, name):
    codes = answers(world, name)

    assert {code for who, code in codes.items() if who != "visitor"} <= {200, 302}


@pytest.mark.parametrize("name", ["trainings:enrolment", "trainings:cancel"])
def test_an_own_page_does_not_exist_for_others(world, name):
    codes = answers(world, name)

    assert codes.pop("visitor") == 302
    assert codes.pop("owner") in {200, 302}
    assert set(codes.values()) == {404}


def test_a_private_file_does_not_exist_for_others(world):
    address = world.address("document")

    for who in ("owner", "stranger", "other city"):
        assert world.browsers[who].get(address).status_code == 404
    assert world.browsers["visitor"].get(address).status_code == 302


@pytest.mark.parametrize("name", [n for n, k in ACCESS.items() if k in {GUEST, STEP}])
def test_a_step_of_signing_in_tells_nobody_anything(world, name):
    codes = answers(world, name)

    assert set(codes.values()) <= {200, 302, 400, 403, 404, 405}
    assert (
        "Kanari"
        not in world.browsers["visitor"].get(world.address(name)).content.decode()
    )


def admin_pages():
    found = set(patterns(get_resolver()))
    return sorted(name for name in found if name.endswith(("_changelist", "_add")))


def test_the_admin_is_closed_to_visitors_and_artisans(world):
    for name in [*admin_pages(), "admin:index", "admin:autocomplete"]:
        for who in ("visitor", "owner", "stranger"):
            response = world.browsers[who].get(reverse(name))
            assert response.status_code in {302, 403}, (name, who)


def test_the_observer_adds_nothing(world):
    for name in admin_pages():
        if name.endswith("_add"):
            assert world.browsers["observer"].get(reverse(name)).status_code == 403


def test_the_administrator_opens_every_list(world):
    for name in admin_pages():
        if name.endswith("_changelist"):
            code = world.browsers["administrator"].get(reverse(name)).status_code
            assert code == 200, name


def test_whoever_leaves_the_staff_is_out_at_the_next_request(world):
    staff = world.people["kecamatan"]
    browser, businesses = (
        world.browsers["kecamatan"],
        "admin:artisans_business_changelist",
    )
    assert browser.get(reverse(businesses)).status_code == 200

    staff.is_active = False
    staff.save(update_fields=["is_active"])

    assert browser.get(reverse(businesses)).status_code == 302


def test_signed_in_pages_are_kept_by_no_cache(world):
    for name in ("my:home", "admin:index"):
        response = world.browsers["city"].get(reverse(name))
        assert "no-store" in response.headers["Cache-Control"]
        assert "private" in response.headers["Cache-Control"]


def test_a_get_changes_no_enrolment(world):
    before = list(Enrolment.objects.values())

    for name in ("trainings:enrol", "trainings:cancel", "trainings:enrolment"):
        world.browsers["owner"].get(world.address(name))

    assert list(Enrolment.objects.values()) == before
