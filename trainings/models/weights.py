from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.languages import english_field, shown_field
from council.models import Unit
from council.scopes import ScopedQuerySet

MOST_POINTS = 100
# In the order in which they are explained.
RULE_NAMES = (
    "few_trainings",
    "district_share",
    "craft_match",
    "women_led",
    "complete_profile",
    "waited_in_vain",
)


def points_field(name, default, help_text):
    return models.PositiveSmallIntegerField(
        name,
        default=default,
        validators=[MaxValueValidator(MOST_POINTS)],
        help_text=help_text,
    )


class QueueWeightsQuerySet(ScopedQuerySet):
    def in_force(self, unit, day):
        """
        The weights of a council on a day: its own, else the nearest council's above.

        Without any, the weights the portal came with.
        """
        parts = unit.code.split(".") if unit.code else []
        codes = ["", *(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))]
        rows = self.filter(unit__code__in=codes, applies_on__lte=day)
        return rows.order_by("-unit__code", "-applies_on").first() or QueueWeights()

    def latest_on(self, day):
        """Of each council that has weights of its own, those in force on the day."""
        newest = (
            QueueWeights.objects.filter(unit=OuterRef("unit"), applies_on__lte=day)
            .order_by("-applies_on")
            .values("pk")[:1]
        )
        return self.filter(pk=Subquery(newest))

    def after(self, day):
        """Weights that are announced and not in force yet."""
        return self.filter(applies_on__gt=day)


class QueueWeights(models.Model):
    """
    What counts how much in the fair queue of a council, from a day on.

    A class goes by the weights of the day its registration opens. From their day
    on they never change; other weights are a new row with a later day.
    """

    unit_path = "unit"

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="queue_weights",
        verbose_name=_("unit"),
        help_text=_("Its trainings and those of the units below it use these weights."),
    )
    applies_on = models.DateField(
        _("in force from"),
        help_text=_("For classes whose registration opens on this day or later."),
    )
    few_trainings = points_field(
        _("few trainings in 24 months"),
        30,
        _("All points without any, none from 3 on."),
    )
    district_share = points_field(
        _("kecamatan under its share"),
        20,
        _("When the kecamatan had fewer seats than its share of the artisans."),
    )
    craft_match = points_field(
        _("craft of the class"), 20, _("Half the points for a related craft.")
    )
    women_led = points_field(_("led by a woman"), 10, _("When the artisan is a woman."))
    complete_profile = points_field(
        _("complete profile"), 10, _("When a business page of the artisan is verified.")
    )
    waited_in_vain = points_field(
        _("waited in vain"), 10, _("When a waiting list of 24 months gave no seat.")
    )
    why = models.CharField(
        _("why these weights"),
        max_length=300,
        blank=True,
        help_text=_("Everybody can read this."),
    )
    why_en = english_field(_("why these weights, in English"), max_length=300)

    objects = QueueWeightsQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["unit__code", "-applies_on"]
        verbose_name = _("weights of the fair queue")
        verbose_name_plural = _("weights of the fair queue")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "applies_on"],
                name="a_council_has_one_set_of_weights_a_day",
                violation_error_message=_(
                    "The unit has weights from this day already."
                ),
            )
        ]

    def __str__(self):
        return f"{self.unit} {self.applies_on:%d.%m.%Y}"

    shown_why = shown_field("why")

    def clean(self):
        has_come = self.applies_on and self.applies_on <= timezone.localdate()
        as_before = QueueWeights.objects.filter(pk=self.pk, applies_on=self.applies_on)
        if has_come and not as_before.exists():
            raise ValidationError(
                {
                    "applies_on": gettext(
                        "Choose a day to come: the past stays as it was."
                    )
                }
            )

    @property
    def rules(self) -> list[dict]:
        """Each rule that counts: its name, its points and when it gives them."""
        fields = [self._meta.get_field(name) for name in RULE_NAMES]
        return [
            {"name": field.verbose_name, "points": points, "when": field.help_text}
            for field in fields
            if (points := getattr(self, field.name))
        ]

    @property
    def most(self) -> int:
        """The points of somebody whom every rule favours."""
        return sum(getattr(self, name) for name in RULE_NAMES)

    @property
    def is_in_force(self) -> bool:
        """Whether its day has come, so that it stays as it is."""
        return bool(self.pk) and self.applies_on <= timezone.localdate()
