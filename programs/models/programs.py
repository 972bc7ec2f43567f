from simple_history.models import HistoricalRecords

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from council.languages import shown, shown_field
from council.models import Division, Organization, Unit
from council.scopes import ScopedQuerySet, codes_above

YEAR = [MinValueValidator(2000), MaxValueValidator(2100)]


class SupportLine(models.Model):
    """One of the eight ways in which councils support the craft industry."""

    name = models.CharField(_("name"), max_length=150, unique=True)
    name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("line of support")
        verbose_name_plural = _("lines of support")

    def __str__(self):
        return shown(self.name, self.name_en)


class ProgramQuerySet(ScopedQuerySet):
    def published(self):
        """Programs the public may read about: decided ones, not proposals."""
        return self.exclude(status__in=Program.UNDECIDED)

    def choosable_by(self, user):
        """Own programs, and the published ones of the councils above to carry out."""
        above = self.published().filter(unit__code__in=codes_above(user))
        return self.filter(pk__in=self.in_scope(user).values("pk")) | above


class Program(models.Model):
    """A group of activities for one goal in one year, decided at the raker."""

    class Horizon(models.TextChoices):
        SHORT = "pendek", _("short term")
        MEDIUM = "menengah", _("medium term")
        LONG = "panjang", _("long term")

    class Status(models.TextChoices):
        PROPOSED = "usulan", _("proposed")
        DISCUSSED = "dibahas", _("discussed at the raker")
        APPROVED = "disetujui", _("approved")
        FUNDED = "dianggarkan", _("budgeted")
        RUNNING = "berjalan", _("running")
        DONE = "selesai", _("done")
        POSTPONED = "ditunda", _("postponed")
        CANCELLED = "dibatalkan", _("cancelled")

    UNDECIDED = [Status.PROPOSED, Status.DISCUSSED]

    unit_path = "unit"

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="programs",
        verbose_name=_("unit"),
    )
    year = models.PositiveSmallIntegerField(_("year"), validators=YEAR)
    title = models.CharField(_("title"), max_length=200)
    title_en = models.CharField(
        _("title in English"), max_length=200, blank=True, default="", db_default=""
    )
    goal = models.TextField(_("goal"), blank=True)
    goal_en = models.TextField(
        _("goal, in English"), blank=True, default="", db_default=""
    )
    horizon = models.CharField(_("horizon"), max_length=10, choices=Horizon, blank=True)
    line = models.ForeignKey(
        SupportLine,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="programs",
        verbose_name=_("line of support"),
    )
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="programs",
        verbose_name=_("division"),
    )
    lead_agency = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="programs",
        verbose_name=_("lead agency"),
        help_text=_("The agency (OPD) that plans and pays for it."),
    )
    meeting = models.ForeignKey(
        "programs.Meeting",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="programs",
        verbose_name=_("decided at"),
    )
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.PROPOSED
    )

    is_example = models.BooleanField(_("example data"), default=False)

    objects = ProgramQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "unit", "title"]
        verbose_name = _("program")
        verbose_name_plural = _("programs")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "title"],
                name="a_unit_has_each_program_once_a_year",
                violation_error_message=_(
                    "This unit already has a program of that title in this year."
                ),
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.year})"

    shown_title = shown_field("title")
    shown_goal = shown_field("goal")

    @property
    def is_published(self) -> bool:
        """Whether the public may read about it."""
        return self.status not in self.UNDECIDED
