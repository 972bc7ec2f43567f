"""
Everything the portal says by e-mail or phone is a row first, then a delivery.

`post_mail` and `post_phone` write the row in the transaction of its cause: both
are kept or neither. The worker (`manage.py outbox`) delivers. A message is
marked as being sent before it is sent, so that several workers never take the
same one; only a worker killed between sending and marking repeats a message,
once, under the same Message-ID.
"""

import logging
import smtplib
from datetime import timedelta
from email.errors import HeaderParseError
from http.client import HTTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import BadHeaderError
from django.db import transaction
from django.utils import timezone

from council import phone_gateway
from council.models import Message

log = logging.getLogger("council.outbox")

# Waiting time after each failed try; after the last one it is given up.
WAITS = [
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
]


class NotDelivered(Exception):
    """The other side did not take the message. Holds no personal data."""

    def __init__(self, reason: str, *, for_good=False, is_line_down=False):
        super().__init__(reason)
        self.for_good = for_good
        self.is_line_down = is_line_down


def post_mail(
    recipients: str | list[str],
    subject: str,
    body: str,
    *,
    html_body: str = "",
    sender: str = "",
    reply_to: str = "",
    cause: str = "",
    unit=None,
    **when,
) -> Message:
    """Write an e-mail to the outbox. The same cause is written only once."""
    to = [recipients] if isinstance(recipients, str) else list(recipients)
    refuse_bad_headers(subject, sender, reply_to, *to)
    return queue(
        channel=Message.Channel.EMAIL,
        sender=sender or settings.DEFAULT_FROM_EMAIL,
        recipients=to,
        subject=subject,
        body=body,
        html_body=html_body,
        headers={"Reply-To": reply_to} if reply_to else {},
        cause=cause,
        unit=unit,
        **when,
    )


def post_phone(phone, body: str, *, cause: str = "", unit=None, **when) -> Message:
    """Write a phone message to the outbox. The same cause is written only once."""
    number = getattr(phone, "as_e164", None) or str(phone)
    return queue(
        channel=Message.Channel.PHONE,
        recipients=[number],
        body=body,
        cause=cause,
        unit=unit,
        **when,
    )


def post_to(
    person, subject: str, body: str, *, cause: str, unit=None, not_before=None
) -> bool:
    """
    Write to a person, by e-mail or else by phone; say whether there was a way.

    A message that need not wake anybody is not delivered before a moment.
    """
    when = {"next_try_at": not_before} if not_before else {}
    if person.email:
        post_mail(person.email, subject, body, cause=cause, unit=unit, **when)
    elif person.phone:
        post_phone(person.phone, body, cause=cause, unit=unit, **when)
    return bool(person.email or person.phone)


def queue(*, channel, cause="", **fields) -> Message:
    """Keep a message for the worker; what was told of a cause before stays alone."""
    fields["subject"] = fields.get("subject", "")[:255]
    message = Message(channel=channel, cause=cause, **fields)
    # One statement, for busy forms write it while others wait for them.
    Message.objects.bulk_create([message], ignore_conflicts=bool(cause))
    return message


def refuse_bad_headers(*values: str) -> None:
    """Raise BadHeaderError for a line break, which would start another header."""
    if any("\n" in value or "\r" in value for value in values):
        raise BadHeaderError("A header of an e-mail holds a line break.")


class OutboxEmailBackend(BaseEmailBackend):
    """Django's, the admin's and allauth's e-mails become rows of the outbox too."""

    def send_messages(self, email_messages):
        mails = [mail for mail in email_messages if mail.recipients()]
        with transaction.atomic():
            for mail in mails:
                keep(mail)
        return len(mails)


def keep(mail) -> Message:
    """Write one of Django's e-mails to the outbox."""
    if mail.attachments:
        raise ValueError("The outbox keeps no attachments: link to the file instead.")
    refuse_bad_headers(mail.subject, mail.from_email, *mail.recipients())
    headers = {name: str(value) for name, value in mail.extra_headers.items()}
    if mail.cc or mail.bcc:
        headers.setdefault("To", ", ".join(mail.to) or "undisclosed-recipients:;")
    if mail.cc:
        headers.setdefault("Cc", ", ".join(mail.cc))
    if mail.reply_to:
        headers.setdefault("Reply-To", ", ".join(mail.reply_to))
    refuse_bad_headers(*headers, *headers.values())
    return queue(
        channel=Message.Channel.EMAIL,
        sender=mail.from_email,
        recipients=mail.recipients(),
        subject=str(mail.subject),
        body=mail.body,
        html_body=html_of(mail),
        headers=headers,
    )


def html_of(mail) -> str:
    if mail.content_subtype == "html":
        return mail.body
    alternatives = getattr(mail, "alternatives", [])
    return next((text for text, kind in alternatives if kind == "text/html"), "")


def deliver_due(limit: int = 50, *, now: bool = False, stopped=lambda: False) -> int:
    """
    Deliver what is due, at most `limit` messages, and tell how many went out.

    With `now`, messages that wait for another try do not wait any longer. While
    one channel's line is down its other messages keep their tries for later.
    """
    release_stuck()
    if now:
        Message.objects.pending().update(next_try_at=timezone.now())
    channels = set(Message.Channel.values)
    sent = 0
    for _turn in range(limit):
        message = None if stopped() else claim_one(channels)
        if message is None:
            break
        refusal = deliver(message)
        sent += refusal is None
        if refusal and refusal.is_line_down:
            channels.discard(message.channel)
    return sent


def release_stuck() -> None:
    """Give back the messages of workers that were killed."""
    for message in Message.objects.stuck():
        set_aside(message, NotDelivered("worker stopped"))


def claim_one(channels) -> Message | None:
    """Take one due message for this worker and commit that it is taken."""
    # SQLite has no row locks: there the transaction itself is the lock.
    with transaction.atomic(durable=True):
        due = Message.objects.due().filter(channel__in=channels)
        due = due.select_for_update(skip_locked=True)
        message = due.order_by("next_try_at", "pk").first()
        if message:
            message.status = Message.Status.SENDING
            message.claimed_at = timezone.now()
            message.attempts += 1
            message.save(update_fields=["status", "claimed_at", "attempts"])
        return message


def deliver(message: Message) -> NotDelivered | None:
    """Send one claimed message, keep what came of it, and give the refusal if any."""
    try:
        if message.channel == Message.Channel.PHONE:
            phone_gateway.send(message.recipients[0], message.body)
        else:
            send_mail(message)
    except Exception as error:  # one bad message must not stop the others
        refusal = as_refusal(error)
        set_aside(message, refusal)
        return refusal
    mark(message, status=Message.Status.SENT, sent_at=timezone.now(), last_error="")
    return None


def send_mail(message: Message) -> None:
    prints = settings.OUTBOX_DELIVERY_BACKEND.endswith("console.EmailBackend")
    if prints and not settings.DEBUG:
        # A log would keep sign-in codes and names.
        raise NotDelivered("EMAIL_URL is not set", is_line_down=True)
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.body,
        from_email=message.sender,
        to=message.recipients,
        headers={**message.headers, "Message-ID": message.message_id},
        connection=get_connection(settings.OUTBOX_DELIVERY_BACKEND),
    )
    if message.html_body == message.body:
        mail.content_subtype = "html"
    elif message.html_body:
        mail.attach_alternative(message.html_body, "text/html")
    mail.send()


def as_refusal(error: Exception) -> NotDelivered:
    """Say why a delivery failed, without the addresses an SMTP error quotes."""
    name = type(error).__name__
    match error:
        case NotDelivered():
            return error
        case phone_gateway.GatewayRefused():
            return NotDelivered(str(error), for_good=error.for_good)
        case smtplib.SMTPRecipientsRefused():
            codes = sorted({code for code, _text in error.recipients.values()})
            return NotDelivered(f"{name} {codes}", for_good=min(codes) >= 500)
        case smtplib.SMTPAuthenticationError() | smtplib.SMTPConnectError():
            return NotDelivered(f"{name} {error.smtp_code}", is_line_down=True)
        case smtplib.SMTPResponseException():
            return NotDelivered(f"{name} {error.smtp_code}")
        case BadHeaderError() | HeaderParseError() | UnicodeError():
            # It can never leave, however often it is tried.
            return NotDelivered(name, for_good=True)
        case OSError() | HTTPException():
            return NotDelivered(name, is_line_down=True)
    return NotDelivered(name)


def set_aside(message: Message, refusal: NotDelivered) -> None:
    """Try later, or give up after the last try."""
    given_up = refusal.for_good or message.attempts > len(WAITS)
    log.warning("message %s not delivered: %s", message.pk, refusal)
    if given_up:
        mark(message, status=Message.Status.FAILED, last_error=str(refusal)[:200])
        return
    wait = WAITS[max(message.attempts - 1, 0)]
    mark(
        message,
        status=Message.Status.PENDING,
        next_try_at=timezone.now() + wait,
        last_error=str(refusal)[:200],
    )


def mark(message: Message, **fields) -> None:
    """Keep the outcome, unless another worker has taken the message over."""
    Message.objects.filter(
        pk=message.pk,
        status=Message.Status.SENDING,
        claimed_at=message.claimed_at,
    ).update(claimed_at=None, **fields)
