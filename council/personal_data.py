"""
What the law asks to be known about a field that holds personal data.

UU 27/2022 article 4 (kinds), 16 (purpose and limits), 21 (what people are told)
and 42-45 (retention). A model names its personal fields in `personal_data`;
the inventory, masks and exports are made from there.
"""

from dataclasses import dataclass

from django.apps import apps
from django.utils.translation import gettext_lazy as _

AS_MEMBER = _("while a member, and 1 year after")
OWN_UNIT = _("own unit and above")


@dataclass(frozen=True)
class Personal:
    """One personal field: its kind, why it is kept, how long, and who may see it."""

    kind: str
    purpose: str
    retention: str
    seen_by: str


def general(purpose, *, retention=AS_MEMBER, seen_by=OWN_UNIT):
    """General personal data (UU 27/2022 art. 4(3)): name, contact, address."""
    return Personal(_("general"), purpose, retention, seen_by)


def specific(purpose, *, retention=AS_MEMBER, seen_by=OWN_UNIT):
    """Data that harms when it leaks (UU 27/2022 art. 4(2)), and the NIK."""
    return Personal(_("specific"), purpose, retention, seen_by)


def inventory():
    """Yield (model, field name, Personal) for every tagged field of the portal."""
    for model in apps.get_models():
        for name, personal in getattr(model, "personal_data", {}).items():
            yield model, name, personal
