"""
What the law asks to be known about a field that holds personal data.

UU 27/2022 article 4 (kinds), 16 (purpose and limits), 21 (what people are told)
and 42-45 (retention). A model names its personal fields in `personal_data`;
the inventory, masks and exports are made from there.
"""

from dataclasses import dataclass

from django.apps import apps


@dataclass(frozen=True)
class Personal:
    """One personal field: its kind, why it is kept, how long, and who may see it."""

    kind: str
    purpose: str
    retention: str
    seen_by: str


def general(purpose, *, retention="selama menjadi anggota + 1 tahun", seen_by="unit"):
    """General personal data (UU 27/2022 art. 4(3)): name, contact, address."""
    return Personal("umum", purpose, retention, seen_by)


def specific(purpose, *, retention="selama menjadi anggota + 1 tahun", seen_by="unit"):
    """Data that harms when it leaks (UU 27/2022 art. 4(2)), and the NIK."""
    return Personal("spesifik", purpose, retention, seen_by)


def inventory():
    """Yield (model, field name, Personal) for every tagged field of the portal."""
    for model in apps.get_models():
        for name, personal in getattr(model, "personal_data", {}).items():
            yield model, name, personal
