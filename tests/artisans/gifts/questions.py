"""Builders of what officials ask the gift catalogue."""

from datetime import timedelta
from urllib.parse import urlencode

from django.utils import timezone

from artisans.models import ProductKind
from tests.factories import create_business, create_craft, create_product

URL = "/katalog-cenderamata/"


def in_days(days):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def address(part="", /, *, days=30, chosen=None, **question):
    """The address of a page of the catalogue, asking for 300 pieces in a month."""
    asked = {"jumlah": 300, "tanggal": in_days(days), **question}
    picked = {f"pilih-{slug}": number for slug, number in (chosen or {}).items()}
    return f"{URL}{part}?{urlencode(asked | picked)}"


def create_gift(*, capacity=400, price=50_000, craft="anyam", kind="kotak", **fields):
    """Give a souvenir of a maker of its own."""
    fields.setdefault("business", None)
    fields["business"] = fields["business"] or create_business()
    return create_product(
        is_gift=True,
        capacity_per_month=capacity,
        price=price,
        price_unit="buah",
        craft=create_craft(slug=craft, family="anyam"),
        kind=ProductKind.objects.get_or_create(slug=kind, defaults={"name": kind})[0],
        **fields,
    )
