import re
import secrets
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.personal_data import general
from council.scopes import ScopedQuerySet

from .people import Person

# Four digits or more, or a link, may be what opens an account.
MAY_BE_A_CODE = re.compile(r"\d[\d -]{2,}\d|https?:")
# A worker that has held a message this long was killed.
CLAIM_LASTS = timedelta(minutes=10)


def new_message_id() -> str:
    """Name a message once, so that a repeated delivery can be recognised."""
    host = urlsplit(settings.PUBLIC_BASE_URL).hostname or "localhost"
    return f"<{secrets.token_hex(16)}@{host}>"


def masked(address: str) -> str:
    """An e-mail address or phone number with most of it hidden."""
    name, at, host = address.partition("@")
    if at:
        return f"{name[:1]}••••@{host}"
    return f"{address[:5]}••••{address[-2:]}" if address else ""


class MessageQuerySet(ScopedQuerySet):
    def pending(self):
        return self.filter(status=Message.Status.PENDING)

    def due(self):
        return self.pending().filter(next_try_at__lte=timezone.now())

    def stuck(self):
        """Taken by a worker that never came back."""
        return self.filter(
            status=Message.Status.SENDING,
            claimed_at__lt=timezone.now() - CLAIM_LASTS,
        )

    def failed(self):
        return self.filter(status=Message.Status.FAILED)

    def finished_before(self, moment):
        """Sent before the moment, or written before it and given up."""
        sent = Q(status=Message.Status.SENT, sent_at__lt=moment)
        given_up = Q(status=Message.Status.FAILED, created_at__lt=moment)
        return self.filter(sent | given_up)

    def with_text(self):
        return self.exclude(body="", html_body="")


class Message(models.Model):
    """An e-mail or phone message, kept until the outbox worker has delivered it."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("e-mail")
        PHONE = "phone", _("phone message")

    class Status(models.TextChoices):
        PENDING = "pending", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("not delivered")

    unit_path = "unit"
    personal_data = {
        "recipients": general(_("sending messages"), retention=_("1 year")),
        "subject": general(_("sending messages"), retention=_("1 year")),
        "body": general(_("sending messages"), retention=_("7 days after delivery")),
        "html_body": general(
            _("sending messages"), retention=_("7 days after delivery")
        ),
    }

    unit = models.ForeignKey(
        "council.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="messages",
        verbose_name=_("unit"),
    )
    channel = models.CharField(
        _("channel"), max_length=10, choices=Channel, default=Channel.EMAIL
    )
    sender = models.CharField(_("sender"), max_length=254, blank=True)
    recipients = models.JSONField(_("recipients"), default=list)
    subject = models.CharField(_("subject"), max_length=255, blank=True)
    body = models.TextField(_("text"), blank=True)
    html_body = models.TextField(_("HTML text"), blank=True)
    headers = models.JSONField(_("headers"), default=dict, blank=True)
    message_id = models.CharField(
        _("message id"),
        max_length=255,
        unique=True,
        default=new_message_id,
        editable=False,
    )
    cause = models.CharField(
        _("cause"),
        max_length=120,
        blank=True,
        help_text=_("What the message tells, so that it is told once."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.PENDING
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try_at = models.DateTimeField(_("next try at"), default=timezone.now)
    claimed_at = models.DateTimeField(_("claimed at"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("created at"), default=timezone.now)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.UniqueConstraint(
                name="one_message_per_cause_and_channel",
                fields=["channel", "cause"],
                condition=~Q(cause=""),
                violation_error_message=_("This message has been written already."),
            ),
        ]
        indexes = [
            models.Index(
                name="message_due",
                fields=["next_try_at"],
                condition=Q(status="pending"),
            ),
            models.Index(
                name="message_sending",
                fields=["claimed_at"],
                condition=Q(status="sending"),
            ),
            models.Index(
                name="message_failed",
                fields=["unit", "created_at"],
                condition=Q(status="failed"),
            ),
            models.Index(name="message_sent", fields=["status", "sent_at"]),
        ]

    def __str__(self):
        return self.about

    @property
    def first_line(self) -> str:
        """What it tells, for staff; empty where the text may open an account."""
        line = self.body.strip().partition("\n")[0]
        # Codes and links to sign in are written without a cause of the council's own.
        is_harmless = self.cause and not MAY_BE_A_CODE.search(line)
        return line if is_harmless else ""

    @property
    def about(self) -> str:
        """Its subject, or what a phone message has in place of one."""
        return self.subject or self.first_line or gettext("message about an account")

    @property
    def masked_recipients(self) -> str:
        """To whom it goes, enough to recognise a person by."""
        return ", ".join(masked(each) for each in self.recipients)

    def people(self):
        """The people of its unit, and below, whom it is written to."""
        same = Q(email__in=self.recipients) | Q(phone__in=self.recipients)
        code = self.unit.code if self.unit else ""
        return Person.objects.filter(same, unit__code__startswith=code)

    @property
    def is_failed(self) -> bool:
        return self.status == self.Status.FAILED

    def try_again(self) -> None:
        """Put a message that was given up back in the queue."""
        self.status = self.Status.PENDING
        self.attempts = 0
        self.next_try_at = timezone.now()
        self.last_error = ""
        self.save(update_fields=["status", "attempts", "next_try_at", "last_error"])
