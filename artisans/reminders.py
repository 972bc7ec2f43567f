"""
Telling makers in time that a certificate of a product runs out.

Each end is told twice, 60 and 14 days before. What has been told is known by the
message's cause, so running this again tells nothing twice.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from council.models import Message
from council.outbox import post_to

from .models import Product
from .models.certificates import CERTIFICATES

DAYS_AHEAD = (14, 60)


def remind() -> int:
    """Write every reminder that is due and not written yet; say how many."""
    return sum(tell(*notice) for notice in due(timezone.localdate()))


def due(today):
    """Yield each product whose certificate ends soon: field, last day, which notice."""
    products = Product.objects.published().expiring(within=max(DAYS_AHEAD))
    products = products.select_related("business__owner__person", "business__unit")
    for product in products:
        for field in CERTIFICATES:
            until_on = getattr(product, field)
            left = (until_on - today).days if until_on else -1
            if 0 <= left <= max(DAYS_AHEAD):
                notice = min(days for days in DAYS_AHEAD if left <= days)
                yield product, field, until_on, notice


def tell(product, field, until_on, notice) -> bool:
    """Write one reminder to the outbox; say whether it is a new one."""
    cause = f"expiry-{product.pk}-{field}-{until_on}-{notice}"
    person, unit = product.business.owner.person, product.business.unit
    if Message.objects.filter(cause=cause).exists():
        return False
    with override(settings.LANGUAGE_CODE):
        subject, body = wording(product, field, until_on)
    return post_to(person, subject, body, cause=cause, unit=unit)


def wording(product, field, until_on) -> tuple[str, str]:
    """What the maker reads: what ends, when, and what to do."""
    what = CERTIFICATES[field]
    subject = _("%(certificate)s ends soon") % {"certificate": what}
    body = _(
        "The %(certificate)s of %(product)s ends on %(day)s. After that day the portal "
        "no longer shows it. Renew it in time and tell %(unit)s the new date.\n\n"
        "%(url)s"
    ) % {
        "certificate": what,
        "product": product.name,
        "day": date_format(until_on, "j F Y"),
        "unit": product.business.unit,
        "url": settings.PUBLIC_BASE_URL + reverse("my:home"),
    }
    return capfirst(subject), capfirst(body)
