from datetime import timedelta
from io import StringIO

import pytest
import time_machine

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from artisans.reminders import remind
from council.models import Message
from tests.factories import create_product, create_staff

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def ending(days, **fields):
    return create_product(tkdn_percent=60, tkdn_until_on=in_days(days), **fields)


def test_a_maker_is_told_once_that_a_certificate_ends():
    product = ending(50, name="Selendang Angin")

    assert (remind(), remind()) == (1, 0)
    message = Message.objects.get()
    person = product.business.owner.person
    assert message.recipients == [person.phone.as_e164]
    assert message.unit == product.business.unit
    assert "TKDN" in message.body
    assert "Selendang Angin" in message.body


def test_it_is_said_again_shortly_before_the_end():
    ending(50)
    assert remind() == 1

    with time_machine.travel(timezone.now() + timedelta(days=37)):
        assert (remind(), remind()) == (1, 0)
    with time_machine.travel(timezone.now() + timedelta(days=51)):
        assert remind() == 0


@pytest.mark.parametrize(("days", "number"), [(0, 1), (60, 1), (61, 0), (-1, 0)])
def test_only_what_ends_within_sixty_days_is_told(days, number):
    ending(days)

    assert remind() == number


def test_a_new_date_is_a_new_matter():
    product = ending(10)
    assert remind() == 1
    product.tkdn_until_on = in_days(12)
    product.save(update_fields=["tkdn_until_on"])

    assert remind() == 1


def test_each_certificate_of_a_product_is_told():
    create_product(
        halal_number="ID1",
        halal_until_on=in_days(5),
        ecatalog_url="https://katalog.inaproc.id/x",
        ecatalog_until_on=in_days(7),
    )

    assert remind() == 2


def test_whoever_has_an_e_mail_gets_an_e_mail():
    product = ending(5)
    person = product.business.owner.person
    person.email = "perajin@contoh.example"
    person.save(update_fields=["email"])
    remind()

    message = Message.objects.get()
    assert message.channel == Message.Channel.EMAIL
    assert message.subject == "Sertifikat TKDN segera berakhir"


def test_a_maker_without_any_address_is_passed_over():
    product = ending(5)
    person = product.business.owner.person
    person.phone = ""
    person.save(update_fields=["phone"])

    assert remind() == 0


def test_a_hidden_product_is_nobodys_hurry():
    ending(5, verified=False)

    assert remind() == 0


def test_the_command_says_how_many():
    ending(5)
    said = StringIO()
    call_command("reminders", stdout=said)

    assert said.getvalue() == "1 pengingat ditulis.\n"


def test_staff_find_what_ends_and_what_has_ended(visit):
    soon, past, fine = ending(59), ending(-1), ending(61)
    staff = visit(create_staff(unit=soon.business.unit))
    address = reverse("admin:artisans_product_changelist")

    def listed(query):
        return list(staff.get(address + query).context["cl"].result_list)

    assert listed("?ends=soon") == [soon]
    assert listed("?ends=past") == [past]
    assert set(listed("")) == {soon, past, fine}


def test_the_staff_home_counts_them(visit):
    product = ending(59)
    ending(61)
    home = visit(create_staff(unit=product.business.unit)).get(reverse("admin:index"))
    counts = {each.url: each.count for each in home.context["home"]["waiting"]}
    address = reverse("admin:artisans_product_changelist") + "?ends=soon"

    assert counts[address] == 1
