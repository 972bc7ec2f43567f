"""Dates the portal believes: a year outside 1900 to 2100 is a typing error."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

EARLIEST = date(1900, 1, 1)
LATEST = date(2100, 12, 31)


def is_plausible(value) -> bool:
    """Whether a date or moment lies between 1900 and 2100."""
    return EARLIEST.year <= value.year <= LATEST.year


def validate_plausible(value) -> None:
    if not is_plausible(value):
        raise ValidationError(
            _("Choose a date between 1900 and 2100."), code="implausible"
        )


class PlausibleDateField(forms.DateField):
    """A date from a form or filter; the database never sees the year 1 or 9999."""

    default_validators = [validate_plausible]


class PlausibleDateTimeField(forms.DateTimeField):
    """A moment from a form or filter, between 1900 and 2100."""

    default_validators = [validate_plausible]

    def to_python(self, value):
        try:
            return super().to_python(value)
        except OverflowError as error:
            # The year 1 or 9999 leaves the calendar when its zone is applied.
            raise ValidationError(self.error_messages["invalid"], "invalid") from error
