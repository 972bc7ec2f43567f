"""
Telling artisans in time that a competence certificate ends: 90 and 30 days before.

What has been told is known by the message's cause, so running this again tells
nothing twice; whoever was entered late is told once, by the nearer notice.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from council.models import Message
from council.outbox import post_to

from .models import CompetenceCertificate
from .models.competence import DAYS_AHEAD


def remind() -> int:
    """Write every reminder that is due and not written yet; say how many."""
    ending = CompetenceCertificate.objects.expiring(within=max(DAYS_AHEAD))
    ending = ending.select_related("artisan__person", "artisan__unit")
    return sum(tell(each, timezone.localdate()) for each in ending)


def tell(certificate, today) -> bool:
    """Write that it ends; say whether that is news."""
    left = (certificate.expires_on - today).days
    notice = min(days for days in DAYS_AHEAD if left <= days)
    cause = f"competence-{certificate.pk}-{certificate.expires_on}-{notice}"
    if Message.objects.filter(cause=cause).exists():
        return False
    artisan = certificate.artisan
    with override(settings.LANGUAGE_CODE):
        subject, body = wording(certificate)
    return post_to(artisan.person, subject, body, cause=cause, unit=artisan.unit)


def wording(certificate) -> tuple[str, str]:
    """What the artisan reads: what ends, when, and what to do."""
    subject = _("Your competence certificate ends soon")
    body = _(
        "Your competence certificate %(scheme)s of %(issuer)s ends on %(day)s. It is "
        "renewed by another test: ask %(unit)s in time when the next one is.\n\n%(url)s"
    ) % {
        "scheme": certificate.scheme,
        "issuer": certificate.issuer,
        "day": date_format(certificate.expires_on, "j F Y"),
        "unit": certificate.artisan.unit,
        "url": settings.PUBLIC_BASE_URL + reverse("my:home"),
    }
    return subject, body
