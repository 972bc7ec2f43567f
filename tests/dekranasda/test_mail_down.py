"""With the mail server down people go on working, and every message arrives later."""

import re
import time

import pytest
from aiosmtpd.controller import Controller

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.models import Message
from council.outbox import deliver_due
from tests.council.mailboxes import Mailbox, free_port
from tests.factories import create_artisan, create_class, create_user
from tests.forms import form_data
from trainings.models import Enrolment

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def closed_port(settings):
    settings.EMAIL_BACKEND = "council.outbox.OutboxEmailBackend"
    settings.OUTBOX_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    return settings.EMAIL_PORT


def took(send):
    started = time.monotonic()
    response = send()
    assert response.status_code in {200, 302}
    return time.monotonic() - started


def within_a_second(send):
    """A second, or on a busy machine as long as a few pages that send nothing."""
    page = max(took(lambda: Client().get(reverse("account_login"))) for _try in "123")

    assert took(send) < max(1, 5 * page)


def sign_up(client):
    fields = {
        "full_name": "Nadia Contoh",
        "phone": "",
        "email": "nadia@contoh.id",
        "password1": "kain-merah-tua-7",
    }
    return client.post(reverse("account_signup"), fields)


def register(client):
    group = create_class()
    address = reverse("trainings:enrol", args=[group.training.slug])
    form = form_data(client.get(address).content.decode())
    return lambda: client.post(address, {**form, "training_class": group.pk})


def test_everything_is_answered_at_once_and_told_once_later(
    client, visit, closed_port, settings
):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    user = create_user(email="bram@contoh.id")
    artisan = create_artisan(user=user)
    artisan.person.email = "bram@contoh.id"
    artisan.person.save(update_fields=["email"])
    user.emailaddress_set.create(email="bram@contoh.id", verified=True, primary=True)

    within_a_second(lambda: sign_up(client))
    within_a_second(register(visit(user)))
    reset = {"login": "bram@contoh.id", "email": "bram@contoh.id"}
    within_a_second(lambda: visit().post(reverse("account_reset_password"), reset))
    written = Message.objects.count()
    deliver_due()

    assert Enrolment.objects.count() == 1
    assert written == 3
    assert not Message.objects.filter(status=Message.Status.SENT).exists()

    box = Mailbox()
    server = Controller(box, hostname="127.0.0.1", port=closed_port)
    server.start()
    try:
        Message.objects.update(next_try_at=timezone.now())
        assert deliver_due() == written
        assert deliver_due() == 0
    finally:
        server.stop(no_assert=True)

    assert len(set(box.message_ids)) == len(box.mails) == written
    to = sorted(address for mail in box.mails for address in mail.rcpt_tos)
    assert to == ["bram@contoh.id", "bram@contoh.id", "nadia@contoh.id"]
    assert any(re.search(rb"\d{4}-\d{4}", mail.content) for mail in box.mails)
