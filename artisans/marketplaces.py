"""The marketplaces a maker may link to, and which hosts belong to each."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Marketplace(models.TextChoices):
    TOKOPEDIA = "tokopedia", "Tokopedia"
    SHOPEE = "shopee", "Shopee"
    TIKTOK_SHOP = "tiktok_shop", "TikTok Shop"
    LAZADA = "lazada", "Lazada"
    BLIBLI = "blibli", "Blibli"
    PADI = "padi", "PaDi UMKM"
    E_CATALOGUE = "ekatalog", _("LKPP e-Catalogue")
    INSTAGRAM = "instagram", "Instagram"
    OTHER = "lainnya", _("other")


HOSTS = {
    Marketplace.TOKOPEDIA: {"tokopedia.com", "tokopedia.link"},
    Marketplace.SHOPEE: {"shopee.co.id", "shp.ee"},
    Marketplace.TIKTOK_SHOP: {"tiktok.com"},
    Marketplace.LAZADA: {"lazada.co.id"},
    Marketplace.BLIBLI: {"blibli.com"},
    Marketplace.PADI: {"padiumkm.id"},
    Marketplace.E_CATALOGUE: {"inaproc.id"},
    Marketplace.INSTAGRAM: {"instagram.com"},
}


def validate_shop_address(marketplace: str, url: str) -> None:
    """Raise ValidationError when the address is not the named marketplace's."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        parts, host = None, ""
    if parts is None or parts.scheme not in {"http", "https"} or not host:
        raise ValidationError({"url": _("Write the full address, beginning with https://.")})
    hosts = HOSTS.get(marketplace)
    if hosts and not any(host == own or host.endswith(f".{own}") for own in hosts):
        raise ValidationError(
            {
                "url": _("This address does not belong to %(marketplace)s.")
                % {"marketplace": Marketplace(marketplace).label}
            }
        )
