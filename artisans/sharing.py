"""What people send each other: short addresses and ready texts."""

from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from .models import Business, Product


def short_address(row: Business | Product) -> str:
    """The address to print and to send, such as https://…/p/1k/."""
    kind = "product" if isinstance(row, Product) else "maker"
    return settings.PUBLIC_BASE_URL + reverse(f"artisans:short_{kind}", args=[row.pk])


def question_text(maker: Business, product: Product | None) -> str:
    """What a WhatsApp talk with the maker begins with."""
    if product is None:
        return _(
            "Hello, I saw your work on Portal Dekranasda: %(address)s . "
            "I would like to ask something."
        ) % {"address": short_address(maker)}
    return _(
        'Hello, I saw "%(what)s" on Portal Dekranasda: %(address)s . Is it available?'
    ) % {"what": product.shown_name, "address": short_address(product)}


def share_text(row: Business | Product) -> str:
    """One sentence and the address, to paste anywhere."""
    maker = row.business if isinstance(row, Product) else row
    if isinstance(row, Product):
        sentence = _("%(what)s by %(maker)s, %(city)s.") % {
            "what": row.shown_name,
            "maker": maker,
            "city": maker.city.name,
        }
    else:
        crafts = ", ".join(str(craft) for craft in maker.crafts.all()[:3])
        sentence = _("%(maker)s, %(city)s: %(crafts)s.") % {
            "maker": maker,
            "city": maker.city.name,
            "crafts": crafts or _("craft"),
        }
    return f"{sentence} {short_address(row)}"


def share_address(row: Business | Product) -> str:
    """What opens WhatsApp with the text, to send to anybody."""
    return f"https://wa.me/?text={quote(share_text(row))}"
