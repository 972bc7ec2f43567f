"""Every message is kept with its cause and goes out once, whatever the line does."""

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from threading import Thread
from urllib.parse import parse_qs

import pytest
from aiosmtpd.controller import Controller

from django.conf import settings as project
from django.contrib.sessions.models import Session
from django.core.mail import EmailMessage, EmailMultiAlternatives, mail_admins
from django.core.mail.message import BadHeaderError
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from council import outbox
from council.models import Message
from council.outbox import deliver_due, post_mail, post_phone
from tests.council.mailboxes import Mailbox, free_port
from tests.factories import create_staff, create_unit

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = "+628110000001"


@pytest.fixture
def smtp(settings):
    settings.EMAIL_BACKEND = "council.outbox.OutboxEmailBackend"
    settings.OUTBOX_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    return settings


@pytest.fixture
def mailbox(smtp):
    box = Mailbox()
    server = Controller(box, hostname="127.0.0.1", port=smtp.EMAIL_PORT)
    server.start()
    yield box
    server.stop(no_assert=True)


def wait_is_over():
    Message.objects.update(next_try_at=timezone.now())


def test_mail_goes_out_once_with_the_id_it_was_written_with(mailbox):
    message = post_mail("nadia@contoh.id", "Kursi Anda", "Anda mendapat kursi.")

    assert deliver_due() == 1
    assert deliver_due() == 0

    assert [mail.rcpt_tos for mail in mailbox.mails] == [["nadia@contoh.id"]]
    assert mailbox.message_ids == [message.message_id.encode()]
    message.refresh_from_db()
    assert message.status == Message.Status.SENT
    assert message.sent_at


def test_message_is_kept_only_with_its_cause(mailbox):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        post_mail("nadia@contoh.id", "Kursi Anda", "…")
        raise ZeroDivisionError

    assert not Message.objects.exists()


def test_same_cause_is_told_once_in_each_channel():
    cause = "enrolment:12:confirmed"

    with transaction.atomic():
        post_mail("nadia@contoh.id", "Kursi", "…", cause=cause)
        post_mail("nadia@contoh.id", "Kursi lagi", "…", cause=cause)
        post_phone(PHONE, "Kursi", cause=cause)

    told = Message.objects.order_by("pk").values_list("channel", "subject")
    assert list(told) == [("email", "Kursi"), ("phone", "")]


def test_django_and_the_admin_write_to_the_outbox_too(mailbox, settings):
    settings.ADMINS = [("Bram", "bram@contoh.id")]
    mail = EmailMultiAlternatives("Halo", "teks", "a@contoh.id", ["b@contoh.id"])
    mail.attach_alternative("<p>teks</p>", "text/html")
    mail.cc, mail.bcc, mail.reply_to = ["c@contoh.id"], ["d@contoh.id"], ["e@contoh.id"]

    mail.send()
    mail_admins("Ada yang salah", "…")

    assert mailbox.mails == []
    assert deliver_due() == 2
    first = mailbox.mails[0]
    assert sorted(first.rcpt_tos) == ["b@contoh.id", "c@contoh.id", "d@contoh.id"]
    head = first.content.decode()
    assert "Cc: c@contoh.id" in head
    assert "Reply-To: e@contoh.id" in head
    assert "d@contoh.id" not in head
    assert "<p>teks</p>" in head


def test_hidden_recipients_stay_hidden(mailbox):
    EmailMessage("Halo", "teks", bcc=["b@contoh.id"]).send()

    deliver_due()

    assert mailbox.mails[0].rcpt_tos == ["b@contoh.id"]
    assert b"b@contoh.id" not in mailbox.mails[0].content


def test_line_break_never_starts_another_header():
    with pytest.raises(BadHeaderError):
        post_mail("a@contoh.id", "Halo\nBcc: z@contoh.id", "…")
    with pytest.raises(BadHeaderError):
        EmailMessage("Halo\r\nBcc: z@contoh.id", "…", to=["a@contoh.id"]).send()

    assert not Message.objects.exists()


def test_closed_mail_server_only_delays(smtp, caplog):
    written = [post_mail(f"orang{n}@contoh.id", "Halo", "…") for n in range(3)]

    assert deliver_due() == 0

    first = Message.objects.get(pk=written[0].pk)
    assert first.status == Message.Status.PENDING
    assert first.last_error == "ConnectionRefusedError"
    assert first.next_try_at > timezone.now()
    # The line is down for all: the others keep their tries.
    assert Message.objects.filter(attempts=0).count() == 2
    assert "contoh.id" not in caplog.text

    box = Mailbox()
    server = Controller(box, hostname="127.0.0.1", port=smtp.EMAIL_PORT)
    server.start()
    wait_is_over()
    assert deliver_due() == 3
    assert deliver_due() == 0
    server.stop(no_assert=True)
    assert len(set(box.message_ids)) == 3


def test_mail_server_that_never_answers_ends_in_time(smtp):
    smtp.EMAIL_TIMEOUT = 1
    smtp.DEBUG = True
    post_mail("nadia@contoh.id", "Halo", "…")
    post_phone(PHONE, "Halo")

    with socket.create_server(("127.0.0.1", smtp.EMAIL_PORT)):
        started_at = time.monotonic()
        sent = deliver_due()

    assert time.monotonic() - started_at < 4
    assert sent == 1  # the phone does not wait for the mail
    assert Message.objects.get(channel="email").last_error == "SMTPServerDisconnected"


def test_unknown_recipient_is_given_up_and_not_named(mailbox):
    mailbox.refuses.add("salah@contoh.id")
    wrong = post_mail("salah@contoh.id", "Halo", "…")
    right = post_mail("nadia@contoh.id", "Halo", "…")

    assert deliver_due() == 1

    wrong.refresh_from_db()
    right.refresh_from_db()
    assert (wrong.status, right.status) == ("failed", "sent")
    assert wrong.last_error == "SMTPRecipientsRefused [550]"
    assert list(Message.objects.failed()) == [wrong]


def test_message_is_given_up_after_the_last_try_and_can_be_tried_again(smtp):
    message = post_mail("nadia@contoh.id", "Halo", "…")

    for _try in range(len(outbox.WAITS) + 1):
        wait_is_over()
        deliver_due()

    message.refresh_from_db()
    assert message.is_failed
    assert message.attempts == len(outbox.WAITS) + 1
    message.try_again()
    assert list(Message.objects.due()) == [message]


def test_message_of_a_killed_worker_returns_after_ten_minutes():
    message = post_mail("nadia@contoh.id", "Halo", "…")
    outbox.claim_one({"email"})
    assert not Message.objects.due().exists()

    outbox.release_stuck()
    assert not Message.objects.pending().exists()

    long_ago = timezone.now() - timedelta(minutes=11)
    Message.objects.update(claimed_at=long_ago)
    outbox.release_stuck()
    assert list(Message.objects.pending()) == [message]


def test_late_worker_does_not_undo_what_another_did(mailbox):
    post_mail("nadia@contoh.id", "Halo", "…")
    slow = outbox.claim_one({"email"})
    Message.objects.update(claimed_at=timezone.now() - timedelta(minutes=11))
    outbox.release_stuck()
    wait_is_over()
    assert deliver_due() == 1

    outbox.set_aside(slow, outbox.NotDelivered("too late"))

    assert Message.objects.get().status == Message.Status.SENT


def test_nothing_is_claimed_inside_a_transaction(mailbox):
    post_mail("nadia@contoh.id", "Halo", "…")

    with pytest.raises(RuntimeError), transaction.atomic():
        deliver_due()


def deliver_in_thread(_number):
    try:
        return deliver_due(limit=1000)
    finally:
        connection.close()


def test_three_workers_at_once_send_each_message_once(mailbox):
    for number in range(30):
        post_mail(f"orang{number}@contoh.id", "Halo", "…")

    with ThreadPoolExecutor(3) as workers:
        sent = list(workers.map(deliver_in_thread, range(3)))

    assert sum(sent) == 30
    assert len(mailbox.message_ids) == len(set(mailbox.message_ids)) == 30


def test_workers_without_the_mark_would_send_twice(mailbox, monkeypatch):
    """The control: the race above is real."""
    for number in range(10):
        post_mail(f"orang{number}@contoh.id", "Halo", "…")

    def claim_nothing(channels):
        return Message.objects.due().order_by("pk").first()

    monkeypatch.setattr(outbox, "claim_one", claim_nothing)
    monkeypatch.setattr(outbox, "mark", mark_late)
    with ThreadPoolExecutor(3) as workers:
        list(workers.map(deliver_in_thread, range(3)))

    assert len(mailbox.message_ids) > len(set(mailbox.message_ids))


def mark_late(message, **fields):
    time.sleep(0.05)
    Message.objects.filter(pk=message.pk).update(**fields)


@pytest.fixture
def start_worker(smtp):
    """Start the real command in a process of its own."""
    started = []

    def start(*arguments):
        started.append(worker(*arguments, port=smtp.EMAIL_PORT))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def worker(*arguments, port):
    database = connection.settings_dict
    address = f"sqlite:///{database['NAME']}"
    if connection.vendor == "postgresql":
        host, number = database["HOST"], database["PORT"]
        person = f"{database['USER']}:{database['PASSWORD']}"
        address = f"postgres://{person}@{host}:{number}/{database['NAME']}"
    variables = {
        **os.environ,
        "DATABASE_URL": address,
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
        "PYTHONWARNINGS": os.environ.get("PYTHONWARNINGS", "error"),
    }
    return subprocess.Popen(
        [sys.executable, "manage.py", "outbox", *arguments],
        cwd=project.BASE_DIR,
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(is_so, seconds=30):
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_three_processes_send_each_message_once(mailbox, start_worker):
    for number in range(40):
        post_mail(f"orang{number}@contoh.id", "Halo", "…")

    workers = [start_worker("--once") for _ in range(3)]
    outputs = [process.communicate(timeout=60) for process in workers]

    assert [process.returncode for process in workers] == [0, 0, 0], outputs
    assert len(mailbox.message_ids) == len(set(mailbox.message_ids)) == 40
    assert not Message.objects.exclude(status=Message.Status.SENT).exists()


def test_worker_killed_between_sending_and_marking_repeats_once(mailbox, start_worker):
    post_mail("nadia@contoh.id", "Halo", "…")
    take = mailbox.handle_DATA
    killed = []

    async def take_and_kill(server, session, envelope):
        answer = await take(server, session, envelope)
        killed[0].kill()
        return answer

    mailbox.handle_DATA = take_and_kill
    killed.append(start_worker("--once"))
    killed[0].communicate(timeout=60)
    assert Message.objects.get().status == Message.Status.SENDING

    mailbox.handle_DATA = take
    Message.objects.update(claimed_at=timezone.now() - timedelta(minutes=11))
    outbox.release_stuck()
    wait_is_over()
    deliver_due()
    deliver_due()

    assert len(mailbox.mails) == 2
    assert len(set(mailbox.message_ids)) == 1


@pytest.mark.parametrize("word", [signal.SIGINT, signal.SIGTERM])
def test_looping_worker_stops_politely(word, mailbox, start_worker):
    process = start_worker("--loop", "--pause", "1")
    post_mail("nadia@contoh.id", "Halo", "…")
    wait_until(lambda: mailbox.mails)

    process.send_signal(word)
    output, errors = process.communicate(timeout=20)

    assert process.returncode == 0
    assert "dihentikan" in output
    assert errors == ""


@pytest.mark.once
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--berulang"], "Pilihan tidak dikenal: --berulang."),
        (["--loop", "--once"], "--once tidak boleh bersama"),
        (["--pause", "sebentar"], "isi angka bulat 1 sampai 3600"),
        (["--pause", "0"], "isi angka bulat 1 sampai 3600"),
        (["--pause"], "--pause memerlukan satu nilai"),
    ],
)
def test_wrong_argument_is_refused_with_its_name(arguments, sentence):
    with pytest.raises(CommandError, match="^.+$") as refusal:
        call_command("outbox", *arguments)

    assert sentence in str(refusal.value) or "tidak boleh bersama" in str(refusal.value)


class Gateway(BaseHTTPRequestHandler):
    """A real HTTP gateway that keeps what it was asked to send."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.texts.append((self.path, parse_qs(body)))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def gateway(settings):
    server = HTTPServer(("127.0.0.1", 0), Gateway)
    server.texts, server.status = [], 200
    settings.PHONE_GATEWAY_URL = f"http://127.0.0.1:{server.server_port}/send?token=t1"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_phone_message_goes_through_the_gateway(gateway):
    post_phone(PHONE, "Kode masuk: 123456 ✓")

    assert deliver_due() == 1

    form = {"to": [PHONE], "text": ["Kode masuk: 123456 ✓"]}
    assert gateway.texts == [("/send?token=t1", form)]


@pytest.mark.parametrize(
    ("status", "kept_as"),
    [
        (201, "sent"),
        (302, "pending"),
        (400, "failed"),
        (429, "pending"),
        (500, "pending"),
    ],
)
def test_gateway_answers_decide_what_becomes_of_a_message(status, kept_as, gateway):
    gateway.status = status
    post_phone(PHONE, "Halo")

    deliver_due()

    message = Message.objects.get()
    assert message.status == kept_as
    assert PHONE not in message.last_error


def test_closed_gateway_only_delays(settings):
    settings.PHONE_GATEWAY_URL = f"http://127.0.0.1:{free_port()}/"
    post_phone(PHONE, "Halo")

    deliver_due()

    assert Message.objects.get().last_error == "ConnectionRefusedError"


def test_code_is_seen_in_the_terminal_while_trying_out(settings, capsys):
    settings.DEBUG = True
    settings.PHONE_GATEWAY_URL = "console://"
    settings.OUTBOX_DELIVERY_BACKEND = "django.core.mail.backends.console.EmailBackend"
    post_phone(PHONE, "Kode 123456")
    post_mail("nadia@contoh.id", "Kode", "Kode 654321")

    assert deliver_due() == 2

    output = capsys.readouterr().out
    assert "123456" in output
    assert "654321" in output


def test_production_never_prints_a_message(settings, capsys, caplog):
    settings.DEBUG = False
    settings.PHONE_GATEWAY_URL = "console://"
    settings.OUTBOX_DELIVERY_BACKEND = "django.core.mail.backends.console.EmailBackend"
    post_phone(PHONE, "Kode 123456")
    post_mail("nadia@contoh.id", "Kode", "Kode 123456")
    caplog.set_level(logging.DEBUG)

    assert deliver_due() == 0

    shown = capsys.readouterr().out + capsys.readouterr().err + caplog.text
    assert "123456" not in shown
    assert "nadia" not in shown
    errors = set(Message.objects.values_list("last_error", flat=True))
    assert errors == {"PHONE_GATEWAY_URL is not set", "EMAIL_URL is not set"}


def test_staff_see_the_messages_of_their_own_units():
    ciputat, serpong = create_unit(code="36.74.04"), create_unit(code="36.74.01")
    staff = create_staff(unit=ciputat)
    own = post_mail("nadia@contoh.id", "Halo", "…", unit=ciputat)
    post_mail("bram@contoh.id", "Halo", "…", unit=serpong)
    post_mail("portal@contoh.id", "Halo", "…")

    assert list(Message.objects.in_scope(staff)) == [own]


def test_purge_destroys_bodies_after_a_week_and_old_sessions(mailbox):
    old = post_mail("nadia@contoh.id", "Kode", "Kode 123456", html_body="<p>1</p>")
    new = post_mail("nadia@contoh.id", "Kode", "Kode 123456")
    waiting = post_mail("nadia@contoh.id", "Kode", "Kode 123456")
    Message.objects.exclude(pk=waiting.pk).update(
        status="sent", sent_at=timezone.now() - timedelta(days=6)
    )
    Message.objects.filter(pk=old.pk).update(sent_at=timezone.now() - timedelta(days=8))
    for day in (-1, 1):
        Session.objects.create(
            session_key=f"kunci{day}",
            session_data="",
            expire_date=timezone.now() + timedelta(days=day),
        )

    told = StringIO()
    call_command("purge", "--dry-run", stdout=told)
    assert "isi pesan: 1 akan dihapus" in told.getvalue()
    assert Message.objects.with_text().count() == 3

    call_command("purge", stdout=StringIO())
    assert set(Message.objects.with_text()) == {new, waiting}
    assert [row.session_key for row in Session.objects.all()] == ["kunci1"]
