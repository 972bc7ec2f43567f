from datetime import timedelta

import pytest
import time_machine

from artisans.models import Enquiry
from council.models import Message
from tests.factories import create_business, create_unit
from tests.forms import form_data

from .questions import address, create_gift

pytestmark = pytest.mark.django_db

ANSWERS = {
    "name": "Sari Contoh",
    "phone": "0812 3456 7890",
    "message": "Untuk rapat kerja, mohon harga dan ongkos kirim.",
    "agrees": "on",
}


@pytest.fixture
def clock():
    with time_machine.travel("2026-06-01 09:00+07:00", tick=False) as clock:
        yield clock


@pytest.fixture
def makers():
    create_unit(code="36.74", email="kota@contoh.example")
    return [create_business(phone=f"+62811000000{n}") for n in (1, 2)]


@pytest.fixture
def chosen(makers):
    """Two products of the first maker, one of the second."""
    first, second = makers
    gifts = [
        create_gift(name="Kotak A", business=first, capacity=900),
        create_gift(name="Tas A", business=first, capacity=900, kind="tas"),
        create_gift(name="Kotak B", business=second),
    ]
    return dict(zip([gift.slug for gift in gifts], (100, 50, 150), strict=True))


def filled(client, clock, chosen, **answers):
    html = client.get(address("tanya/", chosen=chosen)).content.decode()
    clock.shift(timedelta(seconds=40))
    return {**form_data(html), **ANSWERS, **answers}


def test_every_maker_is_asked_once_about_their_own_part(client, clock, makers, chosen):
    page = address("tanya/", chosen=chosen)

    response = client.post(page, filled(client, clock, chosen))

    assert response.status_code == 302
    first, second = Enquiry.objects.order_by("pk")
    assert [first.business, second.business] == makers
    assert (first.product, first.quantity) == (None, 150)
    assert (second.product.name, second.quantity) == ("Kotak B", 150)
    assert first.wish == Enquiry.Wish.BULK
    assert str(first.needed_on) == "2026-07-01"
    assert first.message.startswith(ANSWERS["message"])
    assert "100 buah: Kotak A\n• 50 buah: Tas A" in first.message
    assert "Kotak B" not in first.message
    assert "150 buah: Kotak B" in second.message


def test_makers_and_councils_are_told_through_the_outbox(client, clock, makers, chosen):
    client.post(address("tanya/", chosen=chosen), filled(client, clock, chosen))

    told = [(each.channel, *each.recipients) for each in Message.objects.all()]
    assert sorted(told) == [
        ("email", "kota@contoh.example"),
        ("email", "kota@contoh.example"),
        ("phone", "+628110000001"),
        ("phone", "+628110000002"),
    ]


def test_a_double_click_asks_once(client, clock, chosen):
    data = filled(client, clock, chosen)

    for _click in range(2):
        response = client.post(address("tanya/", chosen=chosen), data)
        assert response.status_code == 302

    assert Enquiry.objects.count() == 2


def test_the_page_after_names_who_was_asked(client, clock, makers, chosen):
    response = client.post(
        address("tanya/", chosen=chosen), filled(client, clock, chosen)
    )

    html = client.get(response.url).content.decode()

    assert all(str(maker) in html for maker in makers)
    assert all(f"pilih-{slug}" in response.url for slug in chosen)
    assert "Sari" not in response.url


@pytest.mark.once
@pytest.mark.parametrize(
    ("name", "value"),
    [("phone", ""), ("name", ""), ("message", ""), ("agrees", ""), ("website", "x")],
)
def test_a_wrong_answer_asks_nobody_and_keeps_what_was_typed(
    client, clock, chosen, name, value
):
    page = address("tanya/", chosen=chosen)
    data = filled(client, clock, chosen)

    response = client.post(page, {**data, name: value})

    assert response.status_code == 200
    assert response.context["form"].errors
    assert response.context["form"]["name"].value() == (
        "" if name == "name" else "Sari Contoh"
    )
    assert not Enquiry.objects.exists()
    assert client.post(page, data).status_code == 302
    assert Enquiry.objects.count() == 2


def test_letters_to_many_are_limited_for_each_connection(client, clock, chosen):
    codes = []
    for _each in range(6):
        data = filled(client, clock, chosen)
        codes.append(client.post(address("tanya/", chosen=chosen), data).status_code)

    assert codes == [302] * 5 + [200]
    assert Enquiry.objects.count() == 10


def test_nothing_chosen_asks_nobody(client):
    response = client.post("/katalog-cenderamata/tanya/", ANSWERS)

    assert response.status_code == 200
    assert not Enquiry.objects.exists()


def test_a_maker_hidden_meanwhile_is_not_asked(client, clock, makers, chosen):
    data = filled(client, clock, chosen)
    makers[0].hide()

    client.post(address("tanya/", chosen=chosen), data)

    assert [each.business for each in Enquiry.objects.all()] == [makers[1]]
