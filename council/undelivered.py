"""Why a message did not arrive, said to people who run no mail server."""

import re

from django.utils.translation import gettext_lazy as _

# The reasons the outbox and its gateways write, and what they mean for an office.
MEANINGS = [
    (
        r"^SMTPRecipientsRefused \[[^\]]*5\d\d|gateway answered (400|404|410|422)",
        _("The address or number does not exist. Correct it, then send again."),
    ),
    (
        r"^SMTPRecipientsRefused",
        _("The other mailbox takes nothing at the moment. Send again later."),
    ),
    (
        r"^SMTPAuthentication|gateway answered 40[13]",
        _("The portal may not send: its password for sending is refused."),
    ),
    (
        r"is not set$",
        _("The portal is not set up to send such messages yet."),
    ),
    (
        r"^(BadHeader|HeaderParse|Unicode)",
        _("The address or the subject holds signs that cannot be sent."),
    ),
    (
        r"^worker stopped$",
        _("Sending was interrupted. Send again."),
    ),
    (
        r"Error$|^SMTP|gateway answered",
        _("The service that delivers our messages did not answer. Send again later."),
    ),
]


def why_not_delivered(reason: str) -> str:
    """A sentence for a reason the outbox kept; an unknown one is given as it is."""
    for pattern, meaning in MEANINGS:
        if re.search(pattern, reason):
            return str(meaning)
    return reason
