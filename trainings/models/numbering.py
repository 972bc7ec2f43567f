"""How a council numbers what it signs: a pattern of its own, one sequence a year."""

import re
from datetime import date

from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models import Unit
from council.scopes import ScopedQuerySet

DEFAULT_PATTERN = "{urut 3 digit}/SERT/DKRN-{KODE}/{bulan Romawi}/{tahun}"
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
SEQUENCE = re.compile(r"urut(?: ([1-6]) digit)?")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
KNOWN = {"KODE", "bulan Romawi", "bulan", "tahun"}


def validate_pattern(pattern: str) -> None:
    """Raise ValidationError unless every number of the pattern is one of its own."""
    if re.search(r"[{}]", PLACEHOLDER.sub("", pattern)):
        raise ValidationError(
            _("A brace is open. Write each placeholder like {tahun}."), code="brace"
        )
    names = PLACEHOLDER.findall(pattern)
    sequences = [name for name in names if SEQUENCE.fullmatch(name)]
    unknown = set(names) - set(sequences) - KNOWN
    if unknown:
        raise ValidationError(
            _(
                "{%(name)s} is not known. Use {urut 3 digit}, {KODE}, {bulan Romawi}, "
                "{bulan} and {tahun}."
            ),
            code="unknown",
            params={"name": min(unknown)},
        )
    if len(sequences) != 1:
        raise ValidationError(
            _("Write {urut 3 digit} once: it is what tells numbers apart."),
            code="sequence",
        )
    if "tahun" not in names:
        raise ValidationError(
            _("Write {tahun}: the sequence begins anew each year."), code="year"
        )


def number_of(pattern: str, *, sequence: int, code: str, day: date) -> str:
    """A number as it is printed, such as 007/SERT/DKRN-TGS/XI/2026."""
    words = {
        "KODE": code,
        "bulan Romawi": ROMAN[day.month - 1],
        "bulan": f"{day.month:02}",
        "tahun": str(day.year),
    }

    def word(match):
        width = SEQUENCE.fullmatch(match[1])
        return f"{sequence:0{width[1] or 1}}" if width else words[match[1]]

    return PLACEHOLDER.sub(word, pattern)


class NumberPattern(models.Model):
    """How the certificates of a council are numbered; without one, as above it."""

    unit_path = "unit"

    unit = models.OneToOneField(
        Unit,
        on_delete=models.CASCADE,
        related_name="number_pattern",
        verbose_name=_("unit"),
    )
    code = models.CharField(
        _("code of the council"),
        max_length=20,
        unique=True,
        help_text=_("Stands where the pattern says {KODE}, such as: TGS."),
        error_messages={"unique": _("Another council uses this code.")},
    )
    pattern = models.CharField(
        _("pattern of numbers"),
        max_length=80,
        default=DEFAULT_PATTERN,
        validators=[validate_pattern],
        help_text=_(
            "{urut 3 digit} counts from 1 each year; {KODE}, {bulan Romawi}, {bulan} "
            "and {tahun} are filled in. Numbers given before do not change."
        ),
    )

    objects = ScopedQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["unit"]
        verbose_name = _("numbering of certificates")
        verbose_name_plural = _("numbering of certificates")

    def __str__(self):
        return f"{self.unit}: {self.pattern}"

    @classmethod
    def of(cls, unit) -> "NumberPattern":
        """
        The council's own pattern; else that of the nearest council above.

        It carries the code of the council's own region, since each counts for itself
        and no two numbers may look the same.
        """
        parts = unit.code.split(".")
        codes = [".".join(parts[:depth]) for depth in range(len(parts) + 1)]
        found = cls.objects.filter(unit__code__in=codes).select_related("unit")
        found = sorted(found, key=lambda each: len(each.unit.code), reverse=True)
        if found and found[0].unit_id == unit.pk:
            return found[0]
        telling = [each.pattern for each in found if "{KODE}" in each.pattern]
        pattern = next(iter(telling), DEFAULT_PATTERN)
        return cls(unit=unit, code=unit.code or "PUSAT", pattern=pattern)

    def number(self, sequence: int, day: date) -> str:
        return number_of(self.pattern, sequence=sequence, code=self.code, day=day)


class NumberCounterQuerySet(models.QuerySet):
    def held(self, unit, year: int) -> "NumberCounter":
        """Hold a council's sequence; until the transaction ends nobody else counts."""
        self.get_or_create(unit=unit, year=year)
        return self.select_for_update().get(unit=unit, year=year)


class NumberCounter(models.Model):
    """
    The last number a council gave in a year.

    A number is taken in the transaction that writes what carries it, so that none
    is lost and none is given twice.
    """

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    objects = NumberCounterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year"], name="a_council_counts_each_year_once"
            )
        ]

    def __str__(self):
        return f"{self.unit_id}/{self.year}: {self.last}"

    def take(self, number: int) -> range:
        """The next so many of the sequence; the counter must be held."""
        first, self.last = self.last + 1, self.last + number
        self.save(update_fields=["last"])
        return range(first, self.last + 1)
