from datetime import date, timedelta

import pytest
import time_machine

from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from artisans.enquiries import ask
from artisans.models import Enquiry
from artisans.models.businesses import Status
from council import retention
from council.models import Message
from tests.factories import (
    create_artisan,
    create_business,
    create_enquiry,
    create_product,
    create_staff,
    create_unit,
    create_user,
)
from tests.forms import form_data

pytestmark = pytest.mark.django_db

ANSWERS = {
    "name": "Sari Contoh",
    "phone": "0812 3456 7890",
    "wish": "satuan",
    "message": "Apakah masih ada warna merah?",
    "agrees": "on",
}


@pytest.fixture
def clock():
    with time_machine.travel("2026-06-01 09:00+07:00", tick=False) as clock:
        yield clock


def maker_with_phone(**fields):
    create_unit(code="36.74", email="kota@contoh.example")
    business = create_business(**fields)
    business.owner.person.email = "perajin@contoh.example"
    business.owner.person.save(update_fields=["email"])
    return business


def page_of(row):
    name = "ask_product" if hasattr(row, "business") else "ask_maker"
    return reverse(f"artisans:{name}", args=[row.slug])


def filled(client, row, clock, **answers):
    """Open the form, take a person's time, and give what a browser would post."""
    data = form_data(client.get(page_of(row)).content.decode())
    clock.shift(timedelta(seconds=40))
    return {**data, **ANSWERS, **answers}


def post(client, row, data):
    return client.post(page_of(row), data)


def test_a_question_reaches_the_maker_and_the_council(client, clock):
    business = maker_with_phone()
    product = create_product(business=business, name="Selendang Merah")

    response = post(client, product, filled(client, product, clock))

    assert response.url == reverse("artisans:asked", args=[business.slug])
    enquiry = Enquiry.objects.get()
    assert (enquiry.business, enquiry.product) == (business, product)
    assert enquiry.phone.as_e164 == "+6281234567890"
    assert enquiry.is_new
    to_maker = Message.objects.get(channel=Message.Channel.PHONE)
    to_council = Message.objects.get(channel=Message.Channel.EMAIL)
    assert to_maker.recipients == [business.owner.person.phone.as_e164]
    assert to_council.recipients == ["kota@contoh.example"]
    for message in (to_maker, to_council):
        assert "Selendang Merah" in message.body
        assert "Sari Contoh" in message.body
        assert "+62 812-3456-7890" in message.body
        assert "warna merah" in message.body
        assert message.unit == business.unit


def test_a_maker_without_a_phone_is_written_to(client, clock):
    business = maker_with_phone()
    business.owner.person.phone = ""
    business.owner.person.save(update_fields=["phone"])

    post(client, business, filled(client, business, clock))

    mails = Message.objects.filter(channel=Message.Channel.EMAIL)
    assert sorted(mail.recipients[0] for mail in mails) == [
        "kota@contoh.example",
        "perajin@contoh.example",
    ]


def test_nobody_to_tell_still_keeps_the_question(client, clock):
    owner = create_artisan(complete=False)
    business = create_business(owner=owner)

    response = post(client, business, filled(client, business, clock))

    assert response.status_code == 302
    assert Enquiry.objects.count() == 1
    assert not Message.objects.exists()


def test_a_double_click_asks_once(client, clock):
    product = create_product(business=maker_with_phone())
    data = filled(client, product, clock)

    first, second = post(client, product, data), post(client, product, data)

    assert first.url == second.url
    assert Enquiry.objects.count() == 1
    assert Message.objects.count() == 2


def test_the_same_question_from_a_new_page_is_a_new_one(client, clock):
    product = create_product(business=maker_with_phone())

    for _each in range(2):
        post(client, product, filled(client, product, clock))

    assert Enquiry.objects.count() == 2


def test_question_and_messages_are_kept_together_or_not_at_all(monkeypatch):
    from artisans import enquiries

    business = maker_with_phone()

    def fail(enquiry):
        raise OSError("no room")

    monkeypatch.setattr(enquiries, "tell_council", fail)
    with pytest.raises(OSError, match="no room"):
        ask(
            business,
            None,
            form_number="1",
            name="Sari",
            email="a@contoh.example",
            wish=Enquiry.Wish.ONE_PIECE,
            message="Halo",
        )

    assert not Enquiry.objects.exists()
    assert not Message.objects.exists()


@pytest.mark.once
@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "<b>"}, "name"),
        ({"phone": ""}, "phone"),
        ({"phone": "12"}, "phone"),
        ({"phone": "", "email": "bukan"}, "email"),
        ({"wish": "mencuri"}, "wish"),
        ({"wish": "partai"}, "quantity"),
        ({"quantity": "0"}, "quantity"),
        ({"quantity": "9" * 30}, "quantity"),
        ({"quantity": "banyak"}, "quantity"),
        ({"needed_on": "2026-05-31"}, "needed_on"),
        ({"needed_on": "9999-01-01"}, "needed_on"),
        ({"needed_on": "kapan-kapan"}, "needed_on"),
        ({"message": ""}, "message"),
        ({"message": "x" * 1501}, "message"),
        ({"agrees": ""}, "agrees"),
    ],
)
def test_a_wrong_answer_gets_a_sentence_beside_its_field(client, clock, answers, field):
    product = create_product()
    data = filled(client, product, clock, **answers)
    if not data["agrees"]:
        del data["agrees"]

    response = post(client, product, data)

    assert response.status_code == 200
    form = response.context["form"]
    assert list(form.errors) == [field]
    assert "Sari Contoh" in response.content.decode() or field == "name"
    assert not Enquiry.objects.exists()


def test_a_bulk_order_says_how_many_and_when(client, clock):
    product = create_product(business=maker_with_phone())
    data = filled(
        client, product, clock, wish="partai", quantity="300", needed_on="2026-08-17"
    )

    post(client, product, data)

    enquiry = Enquiry.objects.get()
    assert (enquiry.quantity, enquiry.needed_on) == (300, date(2026, 8, 17))
    assert "300" in Message.objects.first().body
    assert "17 Agustus 2026" in Message.objects.first().body


def test_a_machine_is_refused_and_a_person_may_try_again(client, clock):
    product = create_product()
    data = filled(client, product, clock)

    trapped = post(client, product, {**data, "website": "http://x.example"})
    assert "tidak tampak" in trapped.content.decode()
    assert not Enquiry.objects.exists()

    post(client, product, data)
    assert Enquiry.objects.count() == 1


def test_the_page_never_shows_a_number_the_maker_keeps(client, clock):
    business = maker_with_phone(phone="+6281311112222")
    product = create_product(business=business)

    for page in (page_of(product), page_of(business)):
        html = client.get(page).content.decode()
        assert "81311112222" not in html
        assert "perajin@contoh.example" not in html
    asked = client.get(reverse("artisans:asked", args=[business.slug]))
    assert "81311112222" not in asked.content.decode()


def test_what_is_not_public_cannot_be_asked_about(client):
    hidden = create_product(verified=False)
    draft = create_business(verified=False, status=Status.DRAFT)

    assert client.get(page_of(hidden)).status_code == 404
    assert client.get(page_of(draft)).status_code == 404
    assert client.get(page_of(create_product())).status_code == 200


def test_an_english_reader_is_answered_knowingly(client, clock):
    product = create_product(business=maker_with_phone())
    page = "/en" + page_of(product)
    data = form_data(client.get(page).content.decode())
    clock.shift(timedelta(seconds=40))

    client.post(page, {**data, **ANSWERS, "phone": "+31 6 12345678"})

    assert Enquiry.objects.get().language == "en"
    assert "Bahasa: Inggris" in Message.objects.first().body


def test_the_nearest_council_with_an_office_is_told():
    city = create_unit(code="36.74", email="kota@contoh.example")
    district = create_unit(code="36.74.04")

    assert district.office == city
    district.email = "kecamatan@contoh.example"
    district.save(update_fields=["email"])
    assert district.office == district
    assert create_unit(code="13.71").office is None


def test_the_database_refuses_a_question_nobody_can_answer():
    with pytest.raises(IntegrityError):
        create_enquiry(email="", phone="")


def test_what_was_asked_is_forgotten_after_a_year():
    year_ago = timezone.now() - timedelta(days=366)
    old = create_enquiry(asked_at=year_ago, phone="+6281234567890")
    fresh = create_enquiry()

    call_command("purge", "--dry-run")
    old.refresh_from_db()
    assert old.name
    retention.purge()

    old.refresh_from_db()
    fresh.refresh_from_db()
    assert (old.name, old.email, str(old.phone), old.message) == ("", "", "", "")
    assert old.forgotten_at
    assert fresh.name
    assert retention.purge()["pertanyaan kepada perajin"] == 0


# The maker's own page


@pytest.fixture
def nadia(visit):
    """A maker with an account."""
    user = create_user()
    business = create_business(owner=create_artisan(user=user))
    return visit(user), business


def test_a_maker_sees_own_questions_and_answers_them(nadia):
    browser, business = nadia
    enquiry = create_enquiry(business=business, message="Ada ukuran besar?")
    other = create_enquiry(message="Bukan untuk Nadia")

    html = browser.get("/saya/pertanyaan/").content.decode()
    assert "Ada ukuran besar?" in html
    assert "Bukan untuk Nadia" not in html

    browser.post("/saya/pertanyaan/", {"enquiry": enquiry.pk})
    enquiry.refresh_from_db()
    assert enquiry.state == Enquiry.State.ANSWERED
    assert enquiry.answered_at

    browser.post("/saya/pertanyaan/", {"enquiry": other.pk})
    other.refresh_from_db()
    assert other.is_new


@pytest.mark.parametrize("key", ["", "x", "-1", "9" * 30])
def test_a_mangled_question_is_refused(nadia, key):
    browser, _business = nadia

    response = browser.post("/saya/pertanyaan/", {"enquiry": key}, follow=True)

    assert "bukan salah satu" in response.content.decode()


def test_my_page_counts_new_questions(nadia):
    browser, business = nadia
    assert "menunggu jawaban" not in browser.get("/saya/").content.decode()

    create_enquiry(business=business)

    assert "1 pertanyaan menunggu jawaban" in browser.get("/saya/").content.decode()


@pytest.mark.once
def test_the_list_asks_the_same_queries_for_one_as_for_thirty(
    nadia, django_assert_max_num_queries
):
    browser, business = nadia
    for number in (1, 3, 30):
        while Enquiry.objects.count() < number:
            create_enquiry(product=create_product(business=business))
        with django_assert_max_num_queries(6):
            browser.get("/saya/pertanyaan/")


def test_nobody_asked_is_said_in_words(nadia):
    browser, _business = nadia

    assert (
        "Belum ada yang bertanya" in browser.get("/saya/pertanyaan/").content.decode()
    )


def test_an_account_without_a_profile_has_no_questions(visit):
    assert visit(create_user()).get("/saya/pertanyaan/").status_code == 200


# Staff


def test_staff_answer_and_close_from_the_list(visit):
    enquiry, second = create_enquiry(), create_enquiry()
    staff = visit(create_staff(unit=create_unit(code="36.74")))
    address = reverse("admin:artisans_enquiry_changelist")

    for action, row in (("mark_answered", enquiry), ("close", second)):
        staff.post(address, {"action": action, "_selected_action": [row.pk]})

    assert set(Enquiry.objects.values_list("state", flat=True)) == {
        Enquiry.State.ANSWERED,
        Enquiry.State.CLOSED,
    }


def test_staff_change_the_state_and_nothing_else(visit):
    enquiry = create_enquiry()
    staff = visit(create_staff(unit=create_unit(code="36.74")))
    address = reverse("admin:artisans_enquiry_change", args=[enquiry.pk])

    staff.post(address, {"state": Enquiry.State.ANSWERED, "name": "Lain"})

    enquiry.refresh_from_db()
    assert enquiry.name == "Penanya Contoh"
    assert enquiry.answered_at
    assert "Penanya" not in LogEntry.objects.get().object_repr


def test_the_observer_reads_no_strangers_name(visit):
    create_enquiry()
    observer = create_staff(unit=create_unit(code="36.74"), role="Pengamat")

    response = visit(observer).get(reverse("admin:artisans_enquiry_changelist"))

    assert response.status_code == 403


def test_the_staff_home_counts_what_is_not_answered(visit):
    create_enquiry()
    create_enquiry(state=Enquiry.State.ANSWERED)
    staff = visit(create_staff(unit=create_unit(code="36.74")))

    waiting = staff.get(reverse("admin:index")).context["home"]["waiting"]

    counts = {figure.label: figure.count for figure in waiting}
    assert counts["pertanyaan kepada perajin belum dijawab"] == 1
