"""Names of people, kept readable: no invisible, reversing or stacked signs."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FORBIDDEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


def validate_name(value: str) -> None:
    """Raise ValidationError for signs that hide or turn a name around."""
    kinds = [unicodedata.category(letter) for letter in value]
    if FORBIDDEN.intersection(kinds) or "<" in value or ">" in value:
        raise ValidationError(
            _("Write the name with ordinary letters only."), code="unreadable"
        )
    if not any(kind.startswith("L") for kind in kinds):
        raise ValidationError(_("Write the name with letters."), code="no_letters")
    marks = sum(kind.startswith("M") for kind in kinds)
    if marks > len(kinds) // 2:
        raise ValidationError(
            _("Write the name with ordinary letters only."), code="unreadable"
        )


def tidy_name(value: str) -> str:
    """One form for each letter (NFKC) and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", value).split())
