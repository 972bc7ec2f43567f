import pytest
from allauth.mfa.models import Authenticator

from django.contrib.auth.models import Group
from django.urls import reverse

from council import nik
from council.models import AuditEntry, Message, RegionAlias, Unit, User
from tests.factories import create_person, create_region, create_staff, create_unit
from tests.factories import create_user as create_account

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(visit):
    """The admin as a member of staff of Ciputat sees it."""
    unit = create_unit(code="36.74.04")
    browser = visit(create_staff(unit=unit))
    browser.unit = unit
    return browser


@pytest.fixture
def root(visit):
    return visit(create_account(is_staff=True, is_superuser=True))


def address(model, page, *args):
    return reverse(f"admin:council_{model}_{page}", args=args)


def test_accounts_are_the_root_s_alone(desk, root):
    other = create_account()

    for page in [address("user", "changelist"), address("user", "change", other.pk)]:
        assert desk.get(page).status_code in {302, 403}
        assert root.get(page).status_code == 200


def test_staff_cannot_make_themselves_root(desk):
    staff = User.objects.get(unit=desk.unit)

    desk.post(address("user", "change", staff.pk), {"is_superuser": "on"})

    staff.refresh_from_db()
    assert not staff.is_superuser


def test_the_root_adds_an_account(root):
    unit = create_unit()
    data = {
        "username": "baru",
        "usable_password": "true",
        "password1": "kain-panjang-7",
        "password2": "kain-panjang-7",
        "is_staff": "on",
        "unit": unit.pk,
        "groups": [Group.objects.get(name="Pengelola unit").pk],
    }

    response = root.post(address("user", "add"), data)

    assert response.status_code == 302
    account = User.objects.get(username="baru")
    assert account.unit == unit
    assert account.check_password("kain-panjang-7")


def test_regions_are_found_by_name_code_and_other_spelling(desk):
    region = create_region(code="36.74.04.1001")
    RegionAlias.objects.create(region=region, name="Parik Muko Aia")

    for words in ("sarua", "36.74.04.1001", "parik muko"):
        page = desk.get(address("region", "changelist"), {"q": words})
        assert region in page.context["cl"].result_list, words


def test_regions_are_read_only(desk):
    region = create_region(code="36.74")

    page = desk.get(address("region", "change", region.pk))
    refused = desk.post(address("region", "change", region.pk), {"name": "Lain"})

    assert page.status_code == 200
    assert b'name="_save"' not in page.content
    assert refused.status_code in {302, 403}
    region.refresh_from_db()
    assert region.name != "Lain"


def test_staff_describe_their_unit_but_do_not_move_it(desk):
    data = {
        "name": "Nama lain",
        "region": create_region(code="13.71").pk,
        "about": "Kami merawat kriya.",
        "time_zone": "Asia/Jakarta",
    }

    response = desk.post(address("unit", "change", desk.unit.pk), data)

    assert response.status_code == 302
    unit = Unit.objects.get(pk=desk.unit.pk)
    assert unit.about == "Kami merawat kriya."
    assert (unit.code, unit.name) == (desk.unit.code, desk.unit.name)


def test_a_unit_is_added_by_the_root_only(desk, root):
    assert desk.get(address("unit", "add")).status_code == 403
    assert root.get(address("unit", "add")).status_code == 200


def test_a_nik_is_never_shown_whole(desk):
    number = "3674015505900001"
    person = create_person(unit=desk.unit)
    person.nik_encrypted = nik.encrypt(number)
    person.save(update_fields=["nik_encrypted"])

    html = desk.get(address("person", "change", person.pk)).content.decode()

    assert number not in html
    assert "3674••••••••0001" in html


def test_a_person_is_found_by_another_spelling(desk):
    person = create_person(unit=desk.unit, full_name="Truetami")
    person.aliases.create(name="Treutami")

    page = desk.get(address("person", "changelist"), {"q": "treut"})

    assert list(page.context["cl"].result_list) == [person]


def message(unit, **fields):
    return Message.objects.create(
        unit=unit, subject="Kabar", body="Kode rahasia 123456", **fields
    )


def test_a_failed_message_is_sent_again_and_its_text_stays_hidden(desk):
    failed = message(desk.unit, status=Message.Status.FAILED)
    sent = message(desk.unit, status=Message.Status.SENT)
    rows = {"action": "try_again", "_selected_action": [failed.pk, sent.pk]}

    page = desk.get(address("message", "change", failed.pk))
    desk.post(address("message", "changelist"), rows)

    assert b"123456" not in page.content
    failed.refresh_from_db()
    sent.refresh_from_db()
    assert failed.status == Message.Status.PENDING
    assert sent.status == Message.Status.SENT


def test_a_failed_message_says_to_whom_and_why(desk):
    person = create_person(unit=desk.unit, phone="+6281100001234")
    failed = Message.objects.create(
        unit=desk.unit,
        channel=Message.Channel.PHONE,
        recipients=["+6281100001234"],
        body="Anda terdaftar.\n\nKelas Pagi\nhttps://portal.example/x",
        cause="enrolment-1-confirmed",
        status=Message.Status.FAILED,
        last_error="gateway answered 404",
    )

    listed = desk.get(address("message", "changelist")).content.decode()
    page = desk.get(address("message", "change", failed.pk)).content.decode()

    for html in (listed, page):
        assert "Anda terdaftar." in html
        assert "+6281••••34" in html and "+6281100001234" not in html
        assert "Alamat atau nomor itu tidak ada." in html
        assert "portal.example" not in html
    assert address("person", "change", person.pk) in page


@pytest.mark.parametrize(
    ("cause", "body", "shown"),
    [
        ("enrolment-1-waiting", "Anda di daftar tunggu, nomor 12.", True),
        ("", "Anda di daftar tunggu, nomor 12.", False),
        ("enrolment-1-waiting", "Kode Anda 1234-5678.", False),
        ("enrolment-1-waiting", "Buka https://portal.example/masuk", False),
    ],
)
def test_only_a_line_that_opens_no_account_is_shown(desk, cause, body, shown):
    unit, phone = desk.unit, Message.Channel.PHONE
    written = Message.objects.create(unit=unit, channel=phone, body=body, cause=cause)

    page = desk.get(address("message", "change", written.pk)).content.decode()

    assert (body in page) is shown


def test_a_message_leads_to_no_person_of_a_unit_beside(desk):
    other = create_person(unit=create_unit(code="36.74.01"), phone="+6281100001234")
    written = message(desk.unit, recipients=["+6281100001234"])

    page = desk.get(address("message", "change", written.pk)).content.decode()

    assert "Kabar" in page and other.full_name not in page


def test_the_root_lets_somebody_set_up_the_second_factor_anew(root):
    lost, other = create_account(is_staff=True), create_account(is_staff=True)
    for account in (lost, other):
        Authenticator.objects.create(user=account, type="totp", data={})
    chosen = {"action": "remove_second_factors", "_selected_action": [lost.pk]}

    root.post(address("user", "changelist"), chosen)

    assert Authenticator.objects.get().user == other
    assert AuditEntry.objects.get().subject_id == str(lost.pk)


def test_the_root_sees_no_words_of_libraries(root):
    html = root.get(reverse("admin:index")).content.decode()
    account = root.get(address("user", "add")).content.decode()

    assert "Akun" in html
    assert "uthenticator" not in html and "ser session" not in html
    assert "Kata sandi Anda tidak boleh hanya angka." in account
    assert "Sandi anda" not in account and "utentidikasi" not in account


@pytest.mark.parametrize("model", ["auditentry", "consent", "message"])
def test_what_the_portal_writes_is_not_written_by_hand(desk, model):
    assert desk.get(address(model, "changelist")).status_code == 200
    assert desk.get(address(model, "add")).status_code == 403


@pytest.mark.parametrize(
    "query", ["q=%25%25%25", "q=" + "a+" * 1000, "level__exact=x", "x=1", "p=99999"]
)
@pytest.mark.parametrize("model", ["region", "unit", "person", "message", "auditentry"])
def test_odd_lists_never_fail(desk, model, query):
    response = desk.get(f"{address(model, 'changelist')}?{query}", follow=True)

    assert response.status_code in {200, 400, 414}


@pytest.mark.parametrize(
    ("model", "query"),
    [
        ("message", "body__contains=1234"),
        ("message", "recipients__icontains=62"),
        ("person", "nik_encrypted__startswith=g"),
    ],
)
def test_a_filter_in_the_address_does_not_spell_out_what_is_hidden(desk, model, query):
    response = desk.get(f"{address(model, 'changelist')}?{query}")

    assert response.status_code == 400
