"""Numbers that the state gave a business: its NIB and the KBLI codes on it."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

validate_nib = RegexValidator(r"^\d{13}$", _("A NIB has 13 digits."))
validate_codes = RegexValidator(
    r"^\d{2,5}( *, *\d{2,5})*$",
    _("Write codes of two to five digits with commas between, such as 13134, 139."),
)


def codes_in(text: str) -> list[str]:
    return [code.strip() for code in text.split(",") if code.strip()]


class CodesField(models.CharField):
    """KBLI codes with a comma and a space between, however they were typed."""

    default_validators = [validate_codes]

    def pre_save(self, model_instance, add):
        codes = ", ".join(codes_in(getattr(model_instance, self.attname)))
        setattr(model_instance, self.attname, codes)
        return codes
