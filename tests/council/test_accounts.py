"""Signing up, signing in and coming back, as a browser does it."""

import re
import time
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from cryptography.fernet import Fernet

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from council.accounts import WRONG_PAIR, at_public_address
from council.consents import standing
from council.models import Consent, Message, User
from tests.factories import create_staff, create_unit, create_user

pytestmark = pytest.mark.django_db

PASSWORD = "tenun-songket-biru"
PHONE = "+628110000123"
NADIA = {"full_name": "Nadia Contoh", "phone": "0811-0000-123", "password1": PASSWORD}


def sign_up(client, **fields):
    return client.post(reverse("account_signup"), {**NADIA, **fields})


def sign_in(client, login, password=PASSWORD, **more):
    fields = {"login": login, "password": password, **more}
    return client.post(reverse("account_login"), fields)


def last_code():
    """The eight digits of the newest message."""
    return re.search(r"\b\d{4}-\d{4}\b", Message.objects.first().body)[0]


def is_signed_in(client):
    return "_auth_user_id" in client.session


@pytest.fixture(autouse=True)
def _mail_is_kept(settings):
    """pytest-django would keep mails elsewhere than in the outbox."""
    settings.EMAIL_BACKEND = "council.outbox.OutboxEmailBackend"


@pytest.fixture
def nadia():
    """An artisan's account, proven by phone and by e-mail."""
    nadia = create_user(
        username="nadia", password=PASSWORD, email="nadia@contoh.id", phone=PHONE
    )
    nadia.verify_phone()
    EmailAddress.objects.create(
        user=nadia, email=nadia.email, verified=True, primary=True
    )
    return nadia


ELSEWHERE = [
    "//jahat.test",
    "https:jahat.test",
    "/\\jahat.test",
    "javascript:alert(1)",
    "http://jahat.test/",
    "/\r\nSet-Cookie: a=b",
]


# Signing up


def test_signing_up_by_phone(client):
    response = sign_up(client, consents=["pesan"])

    assert response.url == reverse("account_verify_phone")
    assert not is_signed_in(client)
    message = Message.objects.get()
    assert (message.channel, message.recipients) == ("phone", [PHONE])

    response = client.post(response.url, {"code": last_code()}, follow=True)

    assert response.redirect_chain[-1][0] == reverse("my:home")
    user = User.objects.get()
    assert user.get_full_name() == user.person.full_name == "Nadia Contoh"
    assert user.is_phone_verified
    assert user.person.phone.as_e164 == PHONE
    assert [each.purpose for each in standing(user.person)] == ["pesan"]


def test_signing_up_by_email(client):
    response = sign_up(client, phone="", email="Nadia@Contoh.id")

    assert response.url == reverse("account_email_verification_sent")
    assert Message.objects.get().recipients == ["nadia@contoh.id"]

    client.post(response.url, {"code": last_code()})

    user = User.objects.get()
    assert is_signed_in(client)
    assert (user.email, user.person.email) == ("nadia@contoh.id", "nadia@contoh.id")
    assert not Consent.objects.exists()


def test_of_two_addresses_only_the_proven_one_opens_the_account(client):
    response = sign_up(client, email="orang-lain@contoh.id")
    client.post(response.url, {"code": last_code()})

    user = User.objects.get()
    assert (user.email, user.person.email) == ("", "orang-lain@contoh.id")
    assert not EmailAddress.objects.exists()


def test_an_account_that_is_not_proven_stays_shut(client):
    sign_up(client)

    response = sign_in(Client(), PHONE)

    assert response.url == reverse("account_verify_phone")
    assert Client().get(reverse("my:home")).status_code == 302
    assert User.objects.get().person is None


def test_a_wrong_code_is_refused_three_times_and_then_no_more(client):
    url = sign_up(client).url
    code = last_code()
    wrong = "0000-0000" if code != "0000-0000" else "1111-1111"

    answers = [client.post(url, {"code": wrong}) for _try in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 302]
    client.post(url, {"code": code})
    assert not is_signed_in(client)


def test_the_form_sent_twice_makes_one_account_that_opens(client):
    sign_up(Client())
    response = sign_up(client)
    client.post(response.url, {"code": last_code()})

    assert User.objects.count() == 1
    assert is_signed_in(client)


def test_the_boxes_of_consent_are_empty_and_may_stay_so(client):
    page = client.get(reverse("account_signup")).content.decode()

    assert page.count('name="consents"') == 2
    assert "checked" not in page
    assert reverse("privacy") in page


@pytest.mark.once
@pytest.mark.parametrize(
    "fields",
    [
        {"phone": ""},
        {"phone": "123"},
        {"phone": "0811 0000 123 4567 8901"},
        {"phone": "", "email": "bukan-surel"},
        {"full_name": ""},
        {"full_name": "Nad\u202eia"},
        {"full_name": "Na\u200bdia"},
        {"full_name": "a" + "\u0301" * 10_000},
        {"full_name": "<b>Nadia</b>"},
        {"full_name": "12345"},
        {"password1": "pendek1"},
        {"password1": "password"},
        {"consents": "semua"},
    ],
    ids=str,
)
def test_bad_answers_are_refused_and_what_was_typed_stays(client, fields):
    response = sign_up(client, **fields)

    assert response.status_code == 200
    assert response.context["form"].errors
    assert not User.objects.exists()
    if "full_name" not in fields:
        assert "Nadia Contoh" in response.content.decode()


@pytest.mark.parametrize(
    "password", ["kain panjang " * 8, "sulam🧵kerawang", "  dua  spasi  "]
)
def test_long_and_unusual_passwords_are_welcome(client, password):
    sign_up(client, password1=password)

    assert User.objects.get().check_password(password)


def test_a_name_in_ligatures_becomes_plain_letters(client):
    sign_up(client, full_name="  Raﬁ   Contoh ")

    assert User.objects.get().first_name == "Rafi Contoh"


def test_nobody_becomes_admin_by_being_called_so(client):
    sign_up(client, full_name="admin")

    assert User.objects.get().username.startswith("perajin-")


def test_a_known_number_gets_the_same_answer_and_another_message(client, nadia):
    stranger, known = Client(), Client()
    new = sign_up(stranger, phone="0811-0000-999")
    old = sign_up(known, password1="tebakan-orang-lain")

    assert (new.status_code, new.url) == (old.status_code, old.url)
    pages = [each.get(new.url).content.decode() for each in (stranger, known)]
    assert masked(pages[0]) == masked(pages[1])
    assert User.objects.count() == 2
    text = Message.objects.first().body
    assert at_public_address("account_reset_password") in text
    assert not re.search(r"\d{4}-\d{4}", text)


def test_a_known_email_gets_the_same_answer(client, nadia):
    stranger, known = Client(), Client()
    new = sign_up(stranger, phone="", email="baru@contoh.id")
    old = sign_up(known, phone="", email="nadia@contoh.id", password1="tebakan-lain")

    assert (new.status_code, new.url) == (old.status_code, old.url)
    pages = [each.get(new.url).content.decode() for each in (stranger, known)]
    assert masked(pages[0]) == masked(pages[1])


def masked(page):
    """A page without what differs between any two visitors."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
    page = re.sub(r"[\w.-]+@contoh\.id", "SUREL", page)
    return re.sub(r"(\+62|0)[\d -]{8,14}", "NOMOR", page)


def test_a_stranger_cannot_take_a_number_over_by_signing_up_again(client, nadia):
    response = sign_up(client, password1="tebakan-orang-lain")

    for code in ("0000-0000", "", "1234-5678"):
        client.post(response.url, {"code": code})

    assert not is_signed_in(client)
    nadia.refresh_from_db()
    assert nadia.check_password(PASSWORD)


def test_signing_up_is_no_way_round_the_limits_of_signing_in(client, settings):
    create_staff(unit=create_unit(), phone=PHONE, password=PASSWORD)

    sign_up(client)

    assert not is_signed_in(client)
    assert User.objects.count() == 1


def test_signing_up_answers_at_once_while_nothing_can_be_sent(client, settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "192.0.2.1", 25
    settings.PHONE_GATEWAY_URL = "http://192.0.2.1/"

    took = []
    for number in range(3):
        started = time.monotonic()
        sign_up(Client(), phone=f"0811-0000-10{number}")
        took.append(time.monotonic() - started)

    assert min(took) < 1
    assert Message.objects.pending().count() == 3


def test_too_many_codes_are_refused_with_a_page(client):
    answers = [sign_up(Client()).status_code for _try in range(5)]

    assert answers[-1] == 429
    assert Message.objects.count() <= 3


# Signing in


@pytest.mark.parametrize(
    "login",
    ["nadia", "NADIA@contoh.id", "0811-0000-123", "+62 811 0000 123", "08110000123"],
)
def test_signing_in_by_name_email_or_phone(client, nadia, login):
    response = sign_in(client, login)

    assert response.url == reverse("after_login")
    assert client.get(response.url).url == reverse("my:home")


@pytest.mark.parametrize(
    "login",
    ["nadia", "nadia@contoh.id", PHONE, "tak-dikenal", "0811-0000-998", "x@y.id"],
)
def test_a_wrong_pair_gets_one_answer_for_all(client, nadia, login):
    response = sign_in(client, login, "salah-sandi-ini")

    assert response.context["form"].non_field_errors() == [WRONG_PAIR]
    assert not is_signed_in(client)


@pytest.mark.parametrize("login", ["nadıa", "ｎadia\u200b", "nadia@contoh.ıd"])
def test_lookalike_letters_open_nothing(client, nadia, login):
    sign_in(client, login)

    assert not is_signed_in(client)


def test_many_wrong_passwords_shut_the_account_for_a_while(client, nadia):
    spellings = ["08110000123", "0811-0000-123", "+628110000123", "0811 0000 123"]
    answers = [
        sign_in(
            Client(HTTP_X_FORWARDED_FOR=f"192.0.2.{number}"),
            spellings[number % len(spellings)],
            "salah-sandi-ini",
        )
        for number in range(12)
    ]

    assert sum(was_too_often(answer) for answer in answers) >= 6
    assert was_too_often(sign_in(client, "08110000123"))
    assert not is_signed_in(client)


def was_too_often(response):
    if response.status_code == 429:
        return True
    errors = response.context["form"].non_field_errors().as_data()
    return any(error.code == "too_many_login_attempts" for error in errors)


def test_the_admin_is_entered_through_the_same_door(client, nadia):
    url = reverse("admin:login")
    for _try in range(6):
        response = client.post(url, {"username": "nadia", "password": "salah"})

    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.once
@pytest.mark.parametrize("page", ELSEWHERE)
def test_nobody_is_sent_to_another_site(client, nadia, page):
    for response in (
        sign_in(client, "nadia", next=page),
        client.get(reverse("after_login"), {"next": page}),
        client.post(reverse("account_logout"), {"next": page}),
        sign_up(Client(), next=page),
    ):
        target = response.headers.get("Location", "/")
        assert target.startswith("/") and not target.startswith(("//", "/\\"))
        assert "Set-Cookie: a=b" not in str(response.headers)


def test_a_page_of_ours_is_returned_to(client, nadia):
    page = reverse("trainings:list")

    assert sign_in(client, "nadia", next=page).url == page
    assert client.get(reverse("after_login"), {"next": page}).url == page


def test_the_session_of_before_is_worthless_after(client, nadia):
    session = client.session
    session["mark"] = "planted"
    session.save()
    client.cookies["sessionid"] = before = session.session_key

    sign_in(client, "nadia")

    assert client.cookies["sessionid"].value != before
    assert not Session.objects.filter(session_key=before).exists()


def test_signing_out_ends_the_session_itself(client, nadia):
    sign_in(client, "nadia")
    thief = Client()
    thief.cookies["sessionid"] = client.cookies["sessionid"].value

    client.post(reverse("account_logout"))

    assert thief.get(reverse("my:profile")).status_code == 302


def test_a_new_password_ends_the_other_sessions(client, nadia):
    other = Client()
    sign_in(client, "nadia")
    sign_in(other, "nadia")

    client.post(
        reverse("account_change_password"),
        {
            "oldpassword": PASSWORD,
            "password1": "kain-baru-99",
            "password2": "kain-baru-99",
        },
    )

    assert client.get(reverse("my:profile")).status_code == 200
    assert other.get(reverse("my:profile")).status_code == 302


@pytest.mark.parametrize(("is_staff", "hours"), [(True, 8), (False, 14 * 24)])
def test_staff_are_signed_out_sooner(client, nadia, is_staff, hours):
    User.objects.filter(pk=nadia.pk).update(is_staff=is_staff)

    sign_in(client, "nadia")

    assert client.session.get_expiry_age() == hours * 3600


# Coming back


@pytest.mark.parametrize("address", ["nadia@contoh.id", "0811 0000 123"])
def test_a_forgotten_password_is_replaced_by_a_code(client, nadia, address):
    response = client.post(reverse("account_reset_password"), {"email": address})
    response = client.post(response.url, {"code": last_code()})
    new = {"password1": "sandi-baru-77", "password2": "sandi-baru-77"}
    client.post(response.url, new)

    nadia.refresh_from_db()
    assert nadia.check_password("sandi-baru-77")


@pytest.mark.parametrize("address", ["tiada@contoh.id", "0811-0000-777"])
def test_a_reset_tells_nobody_who_has_an_account(client, nadia, address):
    known = "nadia@contoh.id" if "@" in address else PHONE
    browsers = [Client(), Client()]
    answers = [
        browser.post(reverse("account_reset_password"), {"email": each})
        for browser, each in zip(browsers, (address, known), strict=True)
    ]

    assert answers[0].url == answers[1].url
    pages = [browser.get(answers[0].url).content.decode() for browser in browsers]
    assert masked(pages[0]) == masked(pages[1])
    assert Message.objects.count() == 2


def test_twenty_resets_send_five_messages(client, nadia):
    for _try in range(20):
        Client().post(reverse("account_reset_password"), {"email": PHONE})

    assert Message.objects.count() <= 5


def test_links_in_messages_come_from_the_public_address(client, nadia, settings):
    settings.PUBLIC_BASE_URL = "https://portal.contoh.id"
    settings.ALLOWED_HOSTS = ["testserver", "lain.contoh.id"]
    client.post(
        reverse("account_reset_password"),
        {"email": "tiada@contoh.id"},
        headers={"host": "lain.contoh.id", "x-forwarded-host": "jahat.test"},
    )

    text = Message.objects.get().body
    assert "https://portal.contoh.id/" in text
    assert "lain.contoh.id" not in text and "jahat.test" not in text


# Staff


@pytest.fixture
def officer(settings):
    settings.STAFF_NEEDS_SECOND_FACTOR = True
    return create_staff(unit=create_unit(), username="padang", password=PASSWORD)


def test_staff_without_a_second_factor_reach_only_its_set_up(client, officer):
    sign_in(client, "padang")

    for page in ("/", reverse("admin:index"), reverse("my:home"), "/tiada-di-sini/"):
        answer = client.get(page)
        assert answer.status_code in {302, 404}
        assert answer.headers.get("Location", "") in {"", reverse("mfa_activate_totp")}
    response = client.get(reverse("mfa_activate_totp"))
    response = client.post(response.url, {"password": PASSWORD}, follow=True)
    assert response.resolver_match.url_name == "mfa_activate_totp"
    assert b"data:image/svg+xml;base64," in response.content


def test_staff_with_a_second_factor_are_asked_for_it(client, officer):
    TOTP.activate(officer, "JBSWY3DPEHPK3PXP")

    response = sign_in(client, "padang")

    assert response.url == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    assert client.get(reverse("admin:index")).status_code == 302


def test_staff_who_set_it_up_go_on(client, officer, visit):
    TOTP.activate(officer, "JBSWY3DPEHPK3PXP")

    assert visit(officer).get(reverse("admin:index")).status_code == 200
    assert Authenticator.objects.filter(user=officer).exists()


def test_the_secret_of_an_app_is_of_no_use_without_the_key(officer, settings):
    secret = "JBSWY3DPEHPK3PXP"
    old, new = (Fernet.generate_key().decode() for _key in range(2))
    settings.NIK_KEYS = [old]
    TOTP.activate(officer, secret)
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    assert secret not in str(Authenticator.objects.get().data)

    settings.NIK_KEYS = [new, old]
    call_command("rotate_nik", stdout=StringIO())
    settings.NIK_KEYS = [new]

    authenticator = TOTP(Authenticator.objects.get())
    assert authenticator.validate_code(code)
    assert not authenticator.validate_code("000000")


def test_artisans_and_visitors_are_not_asked(client, nadia, settings, visit):
    settings.STAFF_NEEDS_SECOND_FACTOR = True

    assert visit(nadia).get(reverse("my:home")).status_code == 200
    assert client.get(reverse("privacy")).status_code == 200
    assert not client.cookies


def test_staff_are_sent_to_the_admin(client, officer, settings):
    settings.STAFF_NEEDS_SECOND_FACTOR = False
    sign_in(client, "padang")

    assert client.get(reverse("after_login")).url == reverse("admin:index")
    assert client.get(reverse("my:home")).url == reverse("admin:index")
    officer.refresh_from_db()
    assert officer.person is None


def test_a_new_number_reaches_the_council_too(client, nadia):
    sign_in(client, "nadia")
    client.post(reverse("account_change_phone"), {"phone": "0811-0000-555"})
    client.post(reverse("account_verify_phone"), {"code": last_code()})

    nadia.refresh_from_db()
    assert nadia.phone.as_e164 == nadia.person.phone.as_e164 == "+628110000555"
