import secrets

from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from council.models import Unit
from council.models.documents import private_storage
from council.names import validate_name
from council.personal_data import general
from council.scopes import ScopedQuerySet
from council.stored_files import OwnedFileField

# More names than these do not fit beside the QR code.
MOST_SIGNATORIES = 3


def signature_path(signatory, filename) -> str:
    name = secrets.token_hex(16)
    return f"signatures/{name[:2]}/{name}.png"


class SignatoryQuerySet(ScopedQuerySet):
    def in_office(self, day):
        """Those who sign on that day."""
        begun = self.filter(from_on__lte=day)
        return begun.filter(Q(until_on=None) | Q(until_on__gte=day))

    def of_training(self, training, day) -> list:
        """
        Who signs a training's certificates on a day.

        Its own signatories, else those of its council, else those of the nearest
        council above that has any.
        """
        parts = training.unit.code.split(".")
        codes = ["", *(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))]
        found = self.in_office(day).filter(
            Q(training=training) | Q(training=None, unit__code__in=codes)
        )
        rows = list(found.select_related("unit").order_by("order", "pk"))
        own = [row for row in rows if row.training_id]
        longest = max((len(row.unit.code) for row in rows), default=0)
        nearest = [row for row in rows if len(row.unit.code) == longest]
        return (own or nearest)[:MOST_SIGNATORIES]


class Signatory(models.Model):
    """
    Who signs the certificates of a council, from a day until a day.

    Named as printed. A change of office is a new row: certificates given before
    keep the name that stood under them.
    """

    unit_path = "unit"
    personal_data = {
        "name": general(_("signing certificates"), seen_by=_("the public")),
        "post": general(_("signing certificates"), seen_by=_("the public")),
        "signature": general(_("signing certificates")),
    }

    unit = models.ForeignKey(
        Unit,
        on_delete=models.CASCADE,
        related_name="signatories",
        verbose_name=_("unit"),
    )
    training = models.ForeignKey(
        "trainings.Training",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="signatories",
        verbose_name=_("only for the training"),
        help_text=_("Leave empty for all trainings of the unit and of those below."),
    )
    name = models.CharField(
        _("name with titles"),
        max_length=150,
        validators=[validate_name],
        help_text=_("As it is printed, such as: Hj. Siti Aminah, S.E."),
    )
    post = models.CharField(
        _("post"),
        max_length=120,
        help_text=_("Such as: Ketua Dekranasda Kota Tangerang Selatan."),
    )
    from_on = models.DateField(_("signs from"))
    until_on = models.DateField(
        _("signs until"),
        null=True,
        blank=True,
        help_text=_("Leave empty while in office."),
    )
    signature = OwnedFileField(
        _("picture of the signature"),
        upload_to=signature_path,
        storage=private_storage,
        max_length=120,
        blank=True,
    )
    order = models.PositiveSmallIntegerField(_("place from the left"), default=1)

    objects = SignatoryQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["unit", "order", "pk"]
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        constraints = [
            models.CheckConstraint(
                name="who_signs_stops_after_beginning",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                violation_error_message=_("The last day is before the first."),
            )
        ]

    def __str__(self):
        return f"{self.name}, {self.post}"

    def clean(self):
        training = self.training if self.training_id else None
        if training and self.unit_id and training.unit_id != self.unit_id:
            raise ValidationError(
                {"training": _("This training belongs to another council.")}
            )
