"""Where something lies, in decimal degrees within the bounds of Indonesia."""

from typing import NamedTuple

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SOUTH, NORTH, WEST, EAST = -11.2, 6.3, 94.8, 141.2
OUTSIDE = _("This lies outside Indonesia.")


class Point(NamedTuple):
    """A place on the map."""

    latitude: float
    longitude: float

    @property
    def text(self) -> str:
        """As map applications read it."""
        return f"{self.latitude},{self.longitude}"


def latitude_field(decimals: int, help_text="") -> models.DecimalField:
    return degrees(_("latitude"), SOUTH, NORTH, decimals, help_text)


def longitude_field(decimals: int, help_text="") -> models.DecimalField:
    return degrees(_("longitude"), WEST, EAST, decimals, help_text)


def degrees(name, lowest, highest, decimals, help_text):
    return models.DecimalField(
        name,
        max_digits=decimals + 3,
        decimal_places=decimals,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(lowest, OUTSIDE),
            MaxValueValidator(highest, OUTSIDE),
        ],
        help_text=help_text,
    )


def both_or_none(name: str) -> models.CheckConstraint:
    """The rule that half a position is none."""
    return models.CheckConstraint(
        name=name,
        condition=Q(latitude__isnull=True, longitude__isnull=True)
        | Q(latitude__isnull=False, longitude__isnull=False),
        violation_error_message=_("Give both latitude and longitude, or neither."),
    )


def point_of(row) -> Point | None:
    """Where a row lies, if that is known."""
    if row.latitude is None or row.longitude is None:
        return None
    return Point(float(row.latitude), float(row.longitude))
