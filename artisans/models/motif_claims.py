from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from council.scopes import ScopedQuerySet

from .businesses import Business
from .motifs import SHARED_RIGHTS, Motif, Right


class MotifClaimQuerySet(ScopedQuerySet):
    def private(self):
        """Claims by which one maker would own the motif."""
        return self.exclude(right__in=SHARED_RIGHTS)

    def against_custom(self):
        """Private claims to a motif that turned out to be communal."""
        return self.private().filter(motif__holder=Motif.Holder.COMMUNAL)


class MotifClaim(models.Model):
    """
    A maker's wish to file a motif as intellectual property, and how far it is.

    A communal motif belongs to its community (UU 28/2014, article 38), so a claim
    to own it is refused before anybody pays a fee.
    """

    class Stage(models.TextChoices):
        PLANNED = "rencana", _("planned")
        FILED = "diajukan", _("filed, waiting for the answer")
        GRANTED = "tercatat", _("recorded")
        ENDED = "batal", _("given up")

    unit_path = "business__unit"

    business = models.ForeignKey(
        Business,
        on_delete=models.PROTECT,
        related_name="motif_claims",
        verbose_name=_("maker"),
    )
    motif = models.ForeignKey(
        Motif,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("motif"),
        help_text=_("Leave empty for a new drawing that is not in the library."),
    )
    name = models.CharField(
        _("name as filed"),
        max_length=150,
        blank=True,
        help_text=_("The name the maker gives to their own drawing."),
    )
    right = models.CharField(
        _("kind of intellectual property"), max_length=20, choices=Right
    )
    stage = models.CharField(
        _("stage"), max_length=10, choices=Stage, default=Stage.PLANNED
    )
    filed_on = models.DateField(_("filed on"), null=True, blank=True)
    record_number = models.CharField(
        _("number of the record"), max_length=60, blank=True
    )
    note = models.TextField(_("note"), blank=True)

    objects = MotifClaimQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("motif claim")
        verbose_name_plural = _("motif claims")
        constraints = [
            models.CheckConstraint(
                name="a_claim_names_its_motif",
                condition=Q(motif__isnull=False) | ~Q(name=""),
                violation_error_message=_(
                    "Choose a motif, or write the name as filed."
                ),
            ),
        ]

    def __str__(self):
        return self.name or str(self.motif)

    def clean(self):
        if self.motif and self.right in Right.values and self.motif.refuses(self.right):
            raise ValidationError({"motif": self.refusal})

    @property
    def refusal(self) -> str:
        """Why this claim cannot stand, and what the maker can do instead."""
        return _(
            "%(motif)s is a communal motif: it belongs to its community and nobody can "
            "file it as their own (UU 28/2014, article 38). The maker may use it, or "
            "file an own drawing under another name."
        ) % {"motif": self.motif}

    def communal_motif_in_name(self) -> Motif | None:
        """The communal motif whose name stands in the name as filed, if any."""
        if not self.name or not Right(self.right).is_private:
            return None
        words = f"-{slugify(self.name)}-"
        motifs = Motif.objects.communal()
        return next((each for each in motifs if f"-{each.slug}-" in words), None)
