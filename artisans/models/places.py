from phonenumber_field.modelfields import PhoneNumberField
from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from council.images import PhotoField
from council.languages import shown_field
from council.models import Region, Unit

from .businesses import Business
from .numbers import number_of
from .points import both_or_none, latitude_field, longitude_field, point_of
from .publishing import Publishable, PublishedQuerySet
from .status import Status
from .taxonomy import Craft

EXACT = _("Decimal degrees of a place open to the public, such as -0.9471.")


class PlaceQuerySet(PublishedQuerySet):
    """Places the public can go to."""

    def in_region(self, code):
        """Places in a province, city or regency by its code."""
        if "." in code:
            return self.filter(city=code)
        return self.filter(city__code__startswith=f"{code}.")

    in_city = in_region


class Place(Publishable):
    """Somewhere the public can go: where it is, when it is open, what awaits there."""

    unit_path = "unit"

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        verbose_name=_("unit"),
    )
    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("address on the portal"), max_length=160, unique=True)
    city = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
        verbose_name=_("city or regency"),
        limit_choices_to={"level": Region.Level.REGENCY},
    )
    village = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kelurahan or desa"),
        limit_choices_to={"level": Region.Level.VILLAGE},
    )
    address = models.CharField(
        _("address"),
        max_length=255,
        blank=True,
        help_text=_("Street and number, or a landmark people know."),
    )
    getting_there = models.TextField(
        _("how to get there"),
        blank=True,
        help_text=_("From the station, terminal or airport, and where to park."),
    )
    getting_there_en = models.TextField(_("how to get there, in English"), blank=True)
    hours = models.CharField(
        _("visiting hours"),
        max_length=150,
        blank=True,
        help_text=_("Such as: Monday to Saturday 09.00-16.00."),
    )
    hours_en = models.CharField(
        _("visiting hours, in English"), max_length=150, blank=True
    )
    about = models.TextField(
        _("story"), blank=True, help_text=_("What a visitor will see, hear and learn.")
    )
    about_en = models.TextField(_("story, in English"), blank=True)
    phone = PhoneNumberField(
        _("phone of the place"),
        blank=True,
        help_text=_("A number kept for visitors, not that of a private person."),
    )
    picture = PhotoField(_("photo"), blank=True)
    picture_alt = models.CharField(
        _("what the photo shows"), max_length=150, blank=True
    )
    picture_alt_en = models.CharField(
        _("what the photo shows, in English"),
        max_length=150,
        blank=True,
        default="",
        db_default="",
    )
    latitude = latitude_field(4, EXACT)
    longitude = longitude_field(4)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    def clean(self):
        if self.village_id and not self.village_id.startswith(f"{self.city_id}."):
            raise ValidationError(
                {"village": _("This kelurahan or desa lies in another city.")}
            )

    shown_picture_alt = shown_field("picture_alt")
    shown_about = shown_field("about")
    shown_hours = shown_field("hours")
    shown_getting_there = shown_field("getting_there")

    @property
    def map_point(self):
        return point_of(self)


class CentreQuerySet(PlaceQuerySet):
    def of_craft(self, craft):
        return self.filter(crafts=craft)

    def for_cards(self):
        """With all that a card shows: place, crafts and number of public makers."""
        return (
            self.select_related("city", "village")
            .annotate(
                maker_count=number_of(Centre, "makers", status=Status.VERIFIED),
            )
            .prefetch_related("crafts")
        )


class Centre(Place):
    """A craft centre (sentra) or craft village (kampung kriya) that can be visited."""

    class Kind(models.TextChoices):
        CENTRE = "sentra", _("craft centre (sentra)")
        VILLAGE = "kampung", _("craft village (kampung kriya)")

    class Stage(models.TextChoices):
        PLANNED = "rencana", _("planned")
        PILOT = "rintisan", _("pilot")
        ACTIVE = "aktif", _("active")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.CENTRE)
    stage = models.CharField(
        _("stage"), max_length=10, choices=Stage, default=Stage.ACTIVE
    )
    crafts = models.ManyToManyField(
        Craft, related_name="centres", verbose_name=_("crafts"), blank=True
    )
    makers = models.ManyToManyField(
        Business, related_name="centres", verbose_name=_("makers"), blank=True
    )

    objects = CentreQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name = _("craft centre")
        verbose_name_plural = _("craft centres")
        constraints = [both_or_none("a_centre_on_the_map_has_both_numbers")]

    def get_absolute_url(self):
        return reverse("artisans:centre", args=[self.slug])

    @property
    def family(self) -> str:
        """The craft family whose strip stands for it; free where crafts are loaded."""
        return next((craft.family for craft in self.crafts.all()), Craft.Family.OTHER)

    @property
    def is_active(self) -> bool:
        return self.stage == self.Stage.ACTIVE


class OutletQuerySet(PlaceQuerySet):
    def showing(self, maker):
        """Outlets where the maker, or a public product of theirs, stands today."""
        placements = Outlet._meta.get_field("placements").related_model.objects
        return self.filter(pk__in=placements.current().of(maker).values("outlet"))

    def for_cards(self):
        """With all that a card shows: place and council."""
        return self.select_related("city", "village", "unit")


class Outlet(Place):
    """Where crafts can be seen and bought: a gallery, a shop or a corner elsewhere."""

    class Kind(models.TextChoices):
        GALLERY = "galeri", _("gallery")
        SHOP = "gerai", _("shop")
        CORNER = "pojok", _("corner in an airport, hotel or mall")

    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind, default=Kind.GALLERY
    )
    host = models.CharField(
        _("inside"),
        max_length=120,
        blank=True,
        help_text=_("The airport, hotel or mall it stands in."),
    )

    objects = OutletQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        constraints = [both_or_none("an_outlet_on_the_map_has_both_numbers")]

    def get_absolute_url(self):
        return reverse("artisans:outlet", args=[self.slug])
