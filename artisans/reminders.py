"""
Telling makers in time that a certificate of a product runs out, or is missing.

Each end is told twice, 60 and 14 days before; that goods with animal parts need a
halal certificate is told each maker once. What has been told is known by the
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

from .models import Business, Product
from .models.certificates import CERTIFICATES

DAYS_AHEAD = (14, 60)


def remind() -> int:
    """Write every reminder that is due and not written yet; say how many."""
    ending = (tell_of_end(*notice) for notice in due(timezone.localdate()))
    return sum(ending) + sum(tell_of_halal(maker) for maker in without_halal())


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


def without_halal():
    """Public makers with a product of animal parts and no halal certificate known."""
    products = Product.objects.published().without_halal()
    makers = Business.objects.filter(pk__in=products.values("business"))
    return makers.select_related("owner__person", "unit")


def tell_of_end(product, field, until_on, notice) -> bool:
    """Write that a certificate ends; say whether that is news."""
    with override(settings.LANGUAGE_CODE):
        subject, body = wording(product, field, until_on)
    cause = f"expiry-{product.pk}-{field}-{until_on}-{notice}"
    return tell(product.business, subject, body, cause)


def tell_of_halal(maker) -> bool:
    """Write that a halal certificate may be needed; say whether that is news."""
    with override(settings.LANGUAGE_CODE):
        subject = _("Halal certificate for goods with animal parts")
        body = _(
            "Clothing, headgear and accessories with animal parts, such as leather, "
            "horn or silk, need a halal certificate since 17 October 2026 (UU 33/2014, "
            "PP 42/2024). If you have one, tell %(unit)s its number. If not, ask "
            "%(unit)s how to apply.\n\n%(url)s"
        ) % {"unit": maker.unit, "url": own_page()}
    return tell(maker, subject, body, f"halal-missing-{maker.pk}")


def tell(maker, subject, body, cause) -> bool:
    """Write to the maker through the outbox, unless it was told before."""
    if Message.objects.filter(cause=cause).exists():
        return False
    return post_to(maker.owner.person, subject, body, cause=cause, unit=maker.unit)


def own_page() -> str:
    return settings.PUBLIC_BASE_URL + reverse("my:home")


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
        "url": own_page(),
    }
    return capfirst(subject), capfirst(body)
