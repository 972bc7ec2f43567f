from phonenumber_field.modelfields import PhoneNumberField
from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from council.languages import english_field, shown_field
from council.scopes import ScopedQuerySet

from .kept import SavedWhole
from .regions import Region

EASTERN = {"81", "82", "91", "92", "93", "94", "95", "96"}
CENTRAL = {"51", "52", "53", "63", "64", "65"} | {str(code) for code in range(71, 77)}


class UnitQuerySet(ScopedQuerySet):
    def cities(self):
        return self.filter(level=Unit.Level.CITY)

    def below(self, unit):
        return self.filter(code__startswith=unit.code).exclude(pk=unit.pk)


class Unit(SavedWhole):
    """
    A council at one level: national, province, city, kecamatan or kelurahan.

    Its code is the region's, and empty for the national root, so that a prefix
    of the code is the whole tree.
    """

    class Level(models.TextChoices):
        NATIONAL = "pusat", _("Dekranas (national)")
        PROVINCE = "provinsi", _("Dekranasda of a province")
        CITY = "kabkota", _("Dekranasda of a city or regency")
        DISTRICT = "kecamatan", _("Dekranasda of a kecamatan")
        VILLAGE = "kelurahan", _("Dekranasda of a kelurahan or desa")

    class Zone(models.TextChoices):
        WIB = "Asia/Jakarta", "WIB"
        WITA = "Asia/Makassar", "WITA"
        WIT = "Asia/Jayapura", "WIT"

    unit_path = ""

    region = models.OneToOneField(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="unit",
        verbose_name=_("region"),
        help_text=_("Empty only for the national root."),
    )
    code = models.CharField(
        _("region code"), max_length=13, unique=True, blank=True, editable=False
    )
    level = models.CharField(_("level"), max_length=10, choices=Level, editable=False)
    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("address on the portal"), max_length=150, unique=True)
    about = models.TextField(_("about"), blank=True)
    about_en = models.TextField(
        _("about, in English"), blank=True, default="", db_default=""
    )
    address = models.CharField(_("office address"), max_length=255, blank=True)
    phone = PhoneNumberField(_("office phone"), blank=True)
    email = models.EmailField(_("office e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=20, choices=Zone, default=Zone.WIB
    )
    is_example = models.BooleanField(_("example data"), default=False)

    objects = UnitQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["code"]
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        constraints = [
            models.CheckConstraint(
                name="unit_code_is_its_region_code",
                condition=Q(code=F("region_id")) | Q(code="", region__isnull=True),
                violation_error_message=_("The unit's code must be its region's code."),
            )
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.take_place()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("council:detail", args=[self.slug])

    def take_place(self):
        """Set code and level from the region; the national root has none."""
        self.code = self.region_id or ""
        levels = [
            self.Level.NATIONAL,
            self.Level.PROVINCE,
            self.Level.CITY,
            self.Level.DISTRICT,
            self.Level.VILLAGE,
        ]
        self.level = levels[len(self.code.split(".")) if self.code else 0]

    def clean(self):
        if self.region_id is None:
            root = Unit.objects.filter(code="").exclude(pk=self.pk)
            if root.exists():
                raise ValidationError({"region": _("Choose the region of the unit.")})
        self.take_place()

    def covers(self, code: str) -> bool:
        """Whether a region code lies in this unit's area."""
        return not self.code or code == self.code or code.startswith(f"{self.code}.")

    shown_about = shown_field("about")

    @property
    def has_contact(self) -> bool:
        """Whether the public finds a way to reach it on its page."""
        return bool(self.address or self.phone or self.email or self.website)

    @property
    def has_example_contact(self) -> bool:
        """Whether its mailbox is invented: `.example` belongs to nobody (RFC 2606)."""
        return self.email.endswith(".example")

    @property
    def office(self) -> "Unit | None":
        """The nearest council, from this one upwards, that can be written to."""
        parts = self.code.split(".")
        codes = ["", *(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))]
        offices = Unit.objects.filter(code__in=codes).exclude(email="")
        return offices.order_by("code").last()

    @property
    def zone_name(self) -> str:
        """WIB, WITA or WIT."""
        return self.get_time_zone_display()


def time_zone_of(code: str) -> str:
    """The zone of a region, by its province (Keppres 41/1987)."""
    province = code[:2]
    if province in EASTERN:
        return Unit.Zone.WIT
    return Unit.Zone.WITA if province in CENTRAL else Unit.Zone.WIB


class Division(models.Model):
    """A part of a council's board; some councils say Bidang, others Divisi."""

    unit_path = "unit"

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="divisions",
        verbose_name=_("unit"),
    )
    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("As your council says it, such as Bidang Daya Saing."),
    )
    name_en = english_field(_("name in English"), max_length=120)

    objects = ScopedQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["unit", "name"]
        verbose_name = _("division")
        verbose_name_plural = _("divisions")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="a_unit_has_each_division_once",
                violation_error_message=_("This unit has a division of that name."),
            )
        ]

    def __str__(self):
        return self.name

    shown_name = shown_field("name")
