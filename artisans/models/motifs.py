from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from council.images import PhotoField
from council.languages import english_field, shown_field
from council.models import Region

from .numbers import number_of
from .status import Status
from .taxonomy import Craft, Facet


class Right(models.TextChoices):
    """A kind of intellectual property (KI)."""

    TRADEMARK = "merek", _("trademark")
    COLLECTIVE_MARK = "merek-kolektif", _("collective trademark")
    COPYRIGHT = "hak-cipta", _("copyright")
    INDUSTRIAL_DESIGN = "desain-industri", _("industrial design")
    GEOGRAPHICAL = "indikasi-geografis", _("geographical indication")
    COMMUNAL = "kik", _("communal intellectual property (KIK)")

    @property
    def is_private(self) -> bool:
        """Whether it gives one holder what it takes from everybody else."""
        return self.value not in SHARED_RIGHTS


# Rights that a community holds together; the others have an owner.
SHARED_RIGHTS = [Right.COMMUNAL.value, Right.GEOGRAPHICAL.value]


class MotifQuerySet(models.QuerySet):
    def with_numbers(self):
        """With how many products the public finds of each motif."""
        return self.annotate(product_count=products_shown())

    def communal(self):
        return self.filter(holder=Motif.Holder.COMMUNAL)

    def worth_a_page(self):
        """Motifs of which the library has something to tell or to show."""
        products = Motif._meta.get_field("products").related_model.objects
        shown_on = products.published().filter(motifs=OuterRef("pk"))
        return self.filter(~Q(meaning="") | ~Q(picture="") | Exists(shown_on))

    def of_region(self, code):
        """Motifs known from a region, from what lies in it, or from its province."""
        return self.filter(Q(region__code__startswith=code) | Q(region=code[:2]))

    def for_cards(self):
        """With all that a card shows: origin, craft family and number of products."""
        return self.with_numbers().select_related("region").prefetch_related("crafts")


def products_shown():
    """The number of products of a motif that the public finds."""
    verified = {"status": Status.VERIFIED, "business__status": Status.VERIFIED}
    return number_of(Motif, "products", **verified)


class Motif(Facet):
    """A pattern with a name, such as pucuk rebung: what it means and whose it is."""

    class Holder(models.TextChoices):
        UNKNOWN = "belum", _("not looked into yet")
        COMMUNAL = "komunal", _("communal: it belongs to a community")
        CREATOR = "pencipta", _("a known creator or holder")

    class Filing(models.TextChoices):
        NONE = "belum", _("not filed")
        FILED = "diajukan", _("filed, waiting for the answer")
        RECORDED = "tercatat", _("recorded")

    origin = models.CharField(_("where it comes from"), max_length=150, blank=True)
    origin_en = english_field(_("where it comes from, in English"), max_length=150)
    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="motifs",
        verbose_name=_("province, city or regency it is known from"),
        limit_choices_to={"level__lte": Region.Level.REGENCY},
    )
    crafts = models.ManyToManyField(
        Craft, related_name="motifs", verbose_name=_("crafts"), blank=True
    )
    meaning = models.TextField(
        _("meaning"),
        blank=True,
        default="",
        db_default="",
        help_text=_("Two or three sentences, as its people tell it."),
    )
    meaning_en = models.TextField(
        _("meaning, in English"), blank=True, default="", db_default=""
    )
    is_restricted = models.BooleanField(
        _("limited by custom (motif larangan)"), default=False, db_default=False
    )
    limits = models.TextField(
        _("limits of use"),
        blank=True,
        default="",
        db_default="",
        help_text=_("Who wears it, when, and what custom asks of others."),
    )
    limits_en = models.TextField(
        _("limits of use, in English"), blank=True, default="", db_default=""
    )
    holder = models.CharField(
        _("whose it is"),
        max_length=10,
        choices=Holder,
        default=Holder.UNKNOWN,
        db_default=Holder.UNKNOWN,
    )
    held_by = models.CharField(
        _("community, council or body that holds it"),
        max_length=150,
        blank=True,
        default="",
        db_default="",
    )
    held_by_en = english_field(_("who holds it, in English"), max_length=150)
    filing = models.CharField(
        _("status of the intellectual property"),
        max_length=10,
        choices=Filing,
        default=Filing.NONE,
        db_default=Filing.NONE,
    )
    right = models.CharField(
        _("kind of intellectual property"),
        max_length=20,
        choices=Right,
        blank=True,
        default="",
        db_default="",
    )
    record_number = models.CharField(
        _("number of the record"), max_length=60, blank=True, default="", db_default=""
    )
    picture = PhotoField(_("picture"), blank=True, default="", db_default="")
    picture_alt = models.CharField(
        _("what the picture shows"),
        max_length=150,
        blank=True,
        default="",
        db_default="",
    )
    picture_alt_en = models.CharField(
        _("what the picture shows, in English"),
        max_length=150,
        blank=True,
        default="",
        db_default="",
    )

    objects = MotifQuerySet.as_manager()

    class Meta(Facet.Meta):
        verbose_name = _("motif")
        verbose_name_plural = _("motifs")
        constraints = [
            models.CheckConstraint(
                name="a_motif_limited_by_custom_says_how",
                condition=Q(is_restricted=False) | ~Q(limits=""),
                violation_error_message=_(
                    "Say what custom asks, so that readers can respect it."
                ),
            ),
            models.CheckConstraint(
                name="a_communal_motif_is_nobodys_own",
                condition=~Q(holder="komunal") | Q(right__in=["", *SHARED_RIGHTS]),
                violation_error_message=_(
                    "A communal motif can only be recorded as communal property or "
                    "as a geographical indication."
                ),
            ),
        ]

    def get_absolute_url(self):
        return reverse("artisans:motif", args=[self.slug])

    shown_picture_alt = shown_field("picture_alt")
    shown_meaning = shown_field("meaning")
    shown_limits = shown_field("limits")
    shown_origin = shown_field("origin")
    shown_held_by = shown_field("held_by")

    @property
    def is_communal(self) -> bool:
        return self.holder == self.Holder.COMMUNAL

    @property
    def is_recorded(self) -> bool:
        return self.filing == self.Filing.RECORDED

    @property
    def family(self) -> str:
        """The craft family whose strip stands for it; free where crafts are loaded."""
        return next((craft.family for craft in self.crafts.all()), Craft.Family.OTHER)

    def refuses(self, right: str) -> bool:
        """Whether one maker may not have this right in the motif (UU 28/2014, 38)."""
        return self.is_communal and Right(right).is_private
