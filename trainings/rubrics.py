"""
How the work made in a class is assessed: criteria with weights, by craft family.

The rubric stands here and on `/pelatihan/hasil/`, the same for all councils, so
that points of two classes can be compared. Weights of a rubric add up to 100.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext_lazy as _

from artisans.models import Craft

Family = Craft.Family
GRADES = [
    (0, _("missing")),
    (1, _("weak")),
    (2, _("fair")),
    (3, _("good")),
    (4, _("excellent")),
]
BEST = 4


@dataclass(frozen=True)
class Criterion:
    """One thing looked at, and how much of a hundred it counts."""

    key: str
    name: str
    weight: int


NEATNESS = _("neatness")
DESIGN = _("design and colours")
FINISHING = _("finishing")
FOR_SALE = _("ready for sale")

GENERIC = (
    Criterion("kerapian", NEATNESS, 25),
    Criterion("teknik", _("technique"), 30),
    Criterion("desain", DESIGN, 20),
    Criterion("penyelesaian", FINISHING, 15),
    Criterion("siap-jual", FOR_SALE, 10),
)
OF_FAMILY = {
    Family.BATIK: (
        Criterion("malam", _("wax lines even and through"), 30),
        Criterion("warna", _("colours even and fast"), 25),
        Criterion("desain", DESIGN, 20),
        Criterion("kerapian", NEATNESS, 15),
        Criterion("siap-jual", FOR_SALE, 10),
    ),
    Family.WEAVING: (
        Criterion("kerapatan", _("dense and even weave"), 30),
        Criterion("motif", _("motif without faults"), 25),
        Criterion("tepi", _("straight edges"), 15),
        Criterion("desain", DESIGN, 20),
        Criterion("siap-jual", FOR_SALE, 10),
    ),
    Family.EMBROIDERY: (
        Criterion("tusuk", _("even stitches"), 30),
        Criterion("sisi-dalam", _("tidy reverse side"), 20),
        Criterion("desain", DESIGN, 25),
        Criterion("penyelesaian", FINISHING, 15),
        Criterion("siap-jual", FOR_SALE, 10),
    ),
    Family.PLAITING: (
        Criterion("rapat", _("tight and even plait"), 30),
        Criterion("bentuk", _("shape and strength"), 25),
        Criterion("desain", DESIGN, 20),
        Criterion("penyelesaian", FINISHING, 15),
        Criterion("siap-jual", FOR_SALE, 10),
    ),
}


def rubric_of(family: str) -> tuple[Criterion, ...]:
    """The criteria of a craft family; those of no family of its own are generic."""
    return OF_FAMILY.get(family, GENERIC)


def points_of(family: str, grades: dict[str, int]) -> Decimal:
    """Points from 0 to 100: each grade by its weight."""
    earned = sum(each.weight * grades[each.key] for each in rubric_of(family))
    return (Decimal(earned) / BEST).quantize(Decimal("0.01"), ROUND_HALF_UP)
