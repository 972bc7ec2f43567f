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
# Where a single product stands; the second is the edition being switched off.
E_CATALOGUE_HOSTS = {"katalog.inaproc.id", "e-katalog.lkpp.go.id"}


def host_of(url: str) -> str:
    """The host of a web address, or nothing where it is no web address."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    has_password = "@" in parts.netloc
    if parts.scheme not in {"http", "https"} or has_password:
        return ""
    return host.removeprefix("www.")


def is_shop_address(marketplace: str, url: str) -> bool:
    """Whether the address lies at one of the hosts of the named marketplace."""
    host, hosts = host_of(url), HOSTS.get(marketplace)
    if not host or hosts is None:
        return bool(host)
    return any(host == own or host.endswith(f".{own}") for own in hosts)


def validate_shop_address(marketplace: str, url: str) -> None:
    """Raise ValidationError when the address is not the named marketplace's."""
    if not host_of(url):
        raise ValidationError(
            {"url": _("Write the full address, beginning with https://.")}
        )
    if not is_shop_address(marketplace, url):
        raise ValidationError(
            {
                "url": _("This address does not belong to %(marketplace)s.")
                % {"marketplace": Marketplace(marketplace).label}
            }
        )


def is_e_catalogue_address(url: str) -> bool:
    """Whether the address is a page of the government's own catalogue."""
    return url.startswith("https://") and host_of(url) in E_CATALOGUE_HOSTS


def validate_e_catalogue_address(url: str) -> None:
    """Raise ValidationError when the address is not the government catalogue's."""
    if not is_e_catalogue_address(url):
        raise ValidationError(
            _(
                "Write an address that begins with https://katalog.inaproc.id/ or "
                "https://e-katalog.lkpp.go.id/."
            )
        )
