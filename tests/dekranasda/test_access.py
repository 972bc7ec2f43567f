"""
Every address says who may open it, and is opened as everybody.

An address that is not in the table fails the walk, so none is forgotten.
"""

import re

import pytest

from django.test import Client
from django.urls import URLPattern, get_resolver, path, reverse

from artisans.models import Business, Product
from council.links import new_code
from council.models import Unit
from tests.conftest import signed_in
from tests.factories import create_artisan, create_staff, create_unit, create_user
from tests.scenes import Scene
from trainings.models import Engagement, Enrolment

pytestmark = [pytest.mark.django_db, pytest.mark.once]

# Public: everybody. Member: whoever signed in. Own: the owner, 404 for the rest.
# Form: what anybody may fill in, with a token and so never cached.
# Way: leads everybody elsewhere, or nobody.
# Guest: pages to sign in with. Step: one step of signing in, sent on when it is
# not its turn. Nobody learns anything from the last two.
PUBLIC, MEMBER, OWN, GUEST, STEP = "public", "member", "own", "guest", "step"
FORM, WAY = "form", "way"
# Staff: whoever may do it in the unit of the row; for all others it does not exist.
STAFF = "staff"
# Opened by a code that nobody can guess: whoever has it, and for nobody without.
LINK = "link"

ACCESS = {
    "home": PUBLIC,
    "healthz": PUBLIC,
    "readyz": PUBLIC,
    "robots": PUBLIC,
    "sitemap": PUBLIC,
    "sitemap_section": PUBLIC,
    "feed": PUBLIC,
    "calendar": PUBLIC,
    "calendar_ics": PUBLIC,
    "privacy": PUBLIC,
    "search": PUBLIC,
    "artisans:products": PUBLIC,
    "artisans:product": PUBLIC,
    "artisans:makers": PUBLIC,
    "artisans:maker": PUBLIC,
    "artisans:ask_product": FORM,
    "artisans:ask_maker": FORM,
    "artisans:asked": PUBLIC,
    "artisans:fairness": PUBLIC,
    "artisans:look_at_product": PUBLIC,
    "artisans:look_at_maker": PUBLIC,
    "artisans:picture_of_product": PUBLIC,
    "artisans:picture_of_maker": PUBLIC,
    "artisans:short_product": WAY,
    "artisans:short_maker": WAY,
    "artisans:whatsapp_about_product": WAY,
    "artisans:whatsapp_to_maker": WAY,
    "artisans:shop": WAY,
    "artisans:shop_for_product": WAY,
    "artisans:crafts": PUBLIC,
    "artisans:craft": PUBLIC,
    "artisans:label": PUBLIC,
    "artisans:label_report": FORM,
    "artisans:label_reported": PUBLIC,
    "gifts:search": PUBLIC,
    "gifts:catalogue": PUBLIC,
    "gifts:pdf": PUBLIC,
    "gifts:ask": FORM,
    "gifts:asked": PUBLIC,
    "artisans:motifs": PUBLIC,
    "artisans:motif": PUBLIC,
    "artisans:centres": PUBLIC,
    "artisans:centre": PUBLIC,
    "artisans:outlets": PUBLIC,
    "artisans:outlet": PUBLIC,
    "artisans:collections": PUBLIC,
    "artisans:collection": PUBLIC,
    "artisans:routes": PUBLIC,
    "artisans:route": PUBLIC,
    "regions": PUBLIC,
    "region": PUBLIC,
    "trainings:list": PUBLIC,
    "trainings:detail": PUBLIC,
    "trainings:fair_queue": PUBLIC,
    "trainings:offer": LINK,
    "trainings:enrol": MEMBER,
    "trainings:enrolment": OWN,
    "trainings:cancel": OWN,
    "trainings:complete": OWN,
    "attendance:offline_script": PUBLIC,
    "attendance:door": MEMBER,
    "attendance:own": OWN,
    "attendance:helper": FORM,
    "attendance:helper_session": FORM,
    "attendance:session": STAFF,
    "attendance:poster": STAFF,
    "attendance:paper": STAFF,
    "attendance:standing": STAFF,
    "attendance:tick": STAFF,
    "attendance:overview": STAFF,
    "attendance:helpers": STAFF,
    "attendance:walk_in": STAFF,
    "trainings:own_calendar": OWN,
    "teaching_invitation": LINK,
    **{
        f"teaching:{page}": LINK
        for page in ("home", "class", "times", "skills", "profile", "calendar")
    },
    **{
        f"my_teaching:{page}": MEMBER
        for page in ("home", "times", "skills", "profile", "calendar")
    },
    "my_teaching:class": OWN,
    "trainings:ladder": PUBLIC,
    "trainings:follow_up": LINK,
    "trainings:feedback": LINK,
    "trainings:certificate": OWN,
    "certificates:ask": PUBLIC,
    "certificates:check": PUBLIC,
    "events:list": PUBLIC,
    "events:detail": PUBLIC,
    "programs:list": PUBLIC,
    "council:list": PUBLIC,
    "council:detail": PUBLIC,
    "document": OWN,
    "my:home": MEMBER,
    "my:profile": MEMBER,
    "my:consents": MEMBER,
    "my:enquiries": MEMBER,
    "my:figures": MEMBER,
    "my:journey": MEMBER,
    "my:products": MEMBER,
    "my:product_new": MEMBER,
    "my:business_new": MEMBER,
    "my:product": OWN,
    "my:product_send": OWN,
    "my:product_discard": OWN,
    "my:product_photos": OWN,
    "my:product_photo": OWN,
    "my:business": OWN,
    "my:business_send": OWN,
    "my:business_discard": OWN,
    "my:business_photos": OWN,
    "my:business_photo": OWN,
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
ELSEWHERE = {"media", "mfa_edit_webauthn", "mfa_remove_webauthn", "my:work_shown"}
ELSEWHERE |= {"attendance:sheet_pdf", "attendance:photo_file"}
ELSEWHERE |= {"attendance:withdraw_link"}


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
            "artisans:ask_product": [rows["Product"].slug],
            "artisans:ask_maker": [rows["Business"].slug],
            "artisans:asked": [rows["Business"].slug],
            "artisans:look_at_product": [rows["Product"].pk],
            "artisans:look_at_maker": [rows["Business"].pk],
            "artisans:picture_of_product": [rows["Product"].pk],
            "artisans:picture_of_maker": [rows["Business"].pk],
            "artisans:short_product": [rows["Product"].pk],
            "artisans:short_maker": [rows["Business"].pk],
            "artisans:whatsapp_about_product": [rows["Product"].pk],
            "artisans:whatsapp_to_maker": [rows["Business"].pk],
            "artisans:shop": [rows["ShopLink"].pk],
            "artisans:shop_for_product": [rows["ShopLink"].pk, rows["Product"].pk],
            "artisans:label": [rows["TechniqueLabel"].code],
            "artisans:label_report": [rows["TechniqueLabel"].code],
            "artisans:label_reported": [rows["TechniqueLabel"].code],
            "artisans:motif": [self.scene.motif.slug],
            "artisans:centre": [rows["Centre"].slug],
            "artisans:outlet": [rows["Outlet"].slug],
            "artisans:collection": [rows["Collection"].slug],
            "artisans:route": [rows["CraftRoute"].slug],
            "region": ["36.74"],
            "trainings:detail": [rows["Training"].slug],
            "trainings:enrol": [rows["Training"].slug],
            "trainings:enrolment": [rows["Enrolment"].pk],
            "trainings:cancel": [rows["Enrolment"].pk],
            "trainings:complete": [rows["Enrolment"].pk],
            "attendance:door": [rows["DoorCode"].code],
            "attendance:own": [rows["Enrolment"].pk, self.scene.session_now.pk],
            "attendance:helper": [rows["HelperLink"].code],
            "attendance:helper_session": [
                rows["HelperLink"].code,
                self.scene.session_now.pk,
            ],
            "attendance:tick": [rows["SheetPhoto"].pk],
            "attendance:overview": [rows["TrainingClass"].pk],
            "attendance:helpers": [rows["TrainingClass"].pk],
            "attendance:walk_in": [rows["WalkIn"].pk],
            **{
                f"attendance:{page}": [self.scene.session_now.pk]
                for page in ("session", "poster", "paper", "standing")
            },
            "trainings:own_calendar": [rows["Enrolment"].pk],
            "trainings:offer": [rows["Offer"].code, "terima"],
            "teaching_invitation": [rows["Engagement"].code],
            "teaching:class": [rows["Instructor"].code, rows["TrainingClass"].pk],
            "my_teaching:class": [rows["TrainingClass"].pk],
            **{
                f"teaching:{page}": [rows["Instructor"].code]
                for page in ("home", "times", "skills", "profile", "calendar")
            },
            "trainings:follow_up": [rows["FollowUp"].code],
            "trainings:feedback": [rows["FeedbackRequest"].code],
            "trainings:certificate": [rows["Enrolment"].pk],
            "certificates:check": [rows["Certificate"].code],
            "events:detail": [rows["Event"].slug],
            "council:detail": [rows["Unit"].slug],
            "document": [rows["Document"].public_id],
            "sitemap_section": ["produk"],
            "my:product_photo": [rows["Product"].pk, rows["ProductPhoto"].pk],
            "my:business_photo": [rows["Business"].pk, "potret"],
            "feed": ["produk"],
        }
        # What is chosen for a catalogue stands in its address.
        is_of_catalogue = name in {"gifts:catalogue", "gifts:ask", "gifts:asked"}
        query = {f"pilih-{rows['Product'].slug}": 5} if is_of_catalogue else None
        for kind in ("product", "business"):
            for step in ("", "_send", "_discard", "_photos"):
                arguments[f"my:{kind}{step}"] = [rows[kind.title()].pk]
        return reverse(name, args=arguments.get(name, []), query=query)


@pytest.fixture(scope="module")
def world(shared_rows):
    world = World(signed_in)
    Unit.objects.filter(pk=world.scene.unit.pk).update(is_example=True)
    for model in world.scene.rows:
        if model.__name__ in {"Business", "Product"}:
            world.scene.rows[model].verify()
        if model.__name__ == "Business":
            world.scene.rows[model].portrait = "x.webp"
            world.scene.rows[model].save(update_fields=["portrait"])
    Product.objects.update(is_gift=True, capacity_per_month=100)
    world.scene.rows[Engagement].status = Engagement.Status.CONFIRMED
    world.scene.rows[Engagement].save()
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


@pytest.mark.parametrize("name", [n for n, kind in ACCESS.items() if kind == FORM])
def test_a_form_opens_for_everybody_and_is_kept_by_no_cache(world, name):
    assert set(answers(world, name).values()) == {200}

    response = Client().get(world.address(name))

    assert "no-store" in response["Cache-Control"]
    assert b"csrfmiddlewaretoken" in response.content


@pytest.mark.parametrize("name", [n for n, kind in ACCESS.items() if kind == LINK])
def test_a_link_opens_for_whoever_has_it_and_tells_nobody(world, name):
    address = world.address(name)
    assert set(answers(world, name).values()) == {200}

    response = Client().get(address)
    code = re.search(r"[2-9A-Z]{22}", address)[0]

    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "strict-origin"
    assert "noindex" in response["X-Robots-Tag"]
    for other in (code[:-1], code.lower(), new_code()):
        assert Client().get(address.replace(code, other)).status_code == 404


@pytest.mark.parametrize("name", [n for n, kind in ACCESS.items() if kind == WAY])
def test_a_way_out_leads_everybody_or_nobody(world, name):
    is_short = "short" in name
    assert set(answers(world, name).values()) == {301 if is_short else 404}

    business = world.scene.rows[Business]
    business.has_public_phone = business.has_public_links = True
    business.phone = "+628110000123"
    business.save()

    assert set(answers(world, name).values()) == {301 if is_short else 302}


@pytest.mark.parametrize("name", [n for n, kind in ACCESS.items() if kind == MEMBER])
def test_a_members_page_sends_visitors_to_sign_in(world, name):
    response = world.browsers["visitor"].get(world.address(name))

    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", [n for n, kind in ACCESS.items() if kind == MEMBER])
def test_a_members_page_opens_for_whoever_signed_in(world, name):
    codes = answers(world, name)

    assert {code for who, code in codes.items() if who != "visitor"} <= {200, 302}


OWN_PAGES = [n for n, kind in ACCESS.items() if kind == OWN and n != "document"]


@pytest.mark.parametrize("name", OWN_PAGES)
def test_an_own_page_does_not_exist_for_others(world, name):
    codes = answers(world, name)

    assert codes.pop("visitor") == 302
    assert codes.pop("owner") in {200, 302}
    assert set(codes.values()) == {404}


@pytest.mark.parametrize("name", [n for n, kind in ACCESS.items() if kind == STAFF])
def test_a_page_of_staff_exists_for_its_units_alone(world, name):
    codes = answers(world, name)

    assert codes.pop("visitor") == 302
    assert {codes.pop(who) for who in ("kecamatan", "city", "administrator")} == {200}
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
