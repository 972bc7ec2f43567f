"""Notes who did something sensitive, in a log that nobody changes."""

from allauth.account.adapter import get_adapter

from django.core.exceptions import ImproperlyConfigured, PermissionDenied

from council.models import AuditEntry


def record(what: str, *, request=None, who=None, unit=None, subject=None, reason=""):
    """
    Write one line of the audit log.

    `what` is a short verb such as "document.read". The person and the internet
    address come from the request where there is one.
    """
    if who is None and request is not None and request.user.is_authenticated:
        who = request.user
    return AuditEntry.objects.create(
        who=who,
        unit=unit,
        what=what,
        subject_type=subject._meta.label_lower if subject else "",
        subject_id=str(subject.pk) if subject else "",
        reason=reason[:300],
        ip=client_address(request) if request else None,
    )


def client_address(request) -> str | None:
    """The visitor's internet address, as far as the proxies before us are trusted."""
    try:
        return get_adapter().get_client_ip(request) or None
    except (PermissionDenied, ImproperlyConfigured, ValueError):
        return None
