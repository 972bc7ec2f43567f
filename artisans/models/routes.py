from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.languages import shown_field
from council.models import Region, Unit
from council.scopes import ScopedQuerySet

from .businesses import Business
from .places import Centre, Outlet
from .publishing import Publishable, PublishedQuerySet
from .status import Status

ONE_PLACE = _("Choose one: a centre, an outlet or a maker.")


class CraftRouteQuerySet(PublishedQuerySet):
    def with_stops_counted(self):
        """With the number of stops the public can go to, and of days."""
        stops = RouteStop.objects.public().filter(route=OuterRef("pk")).order_by()
        numbers = stops.values("route")
        return self.annotate(
            stop_count=counted(numbers.annotate(number=Count("pk"))),
            day_count=counted(numbers.annotate(number=Count("day", distinct=True))),
        )

    def with_something_to_see(self):
        return self.with_stops_counted().filter(stop_count__gt=0)

    def in_region(self, code):
        """Routes of a city or regency, or of all in a province."""
        if "." in code:
            return self.filter(city=code)
        return self.filter(city__code__startswith=f"{code}.")


def counted(rows):
    return Coalesce(Subquery(rows.values("number")), 0)


class CraftRoute(Publishable):
    """A way from stop to stop that a visitor can follow in a day or two."""

    unit_path = "unit"
    read_with = {"stops": {}}

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="routes", verbose_name=_("unit")
    )
    city = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        related_name="routes",
        verbose_name=_("city or regency"),
        limit_choices_to={"level": Region.Level.REGENCY},
    )
    title = models.CharField(_("title"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120, blank=True)
    slug = models.SlugField(_("address on the portal"), max_length=160, unique=True)
    intro = models.TextField(_("introduction"), blank=True)
    intro_en = models.TextField(_("introduction, in English"), blank=True)
    getting_around = models.CharField(
        _("how to get around"),
        max_length=200,
        blank=True,
        help_text=_("Such as: by motorbike or car, 18 kilometres in all."),
    )
    getting_around_en = models.CharField(
        _("how to get around, in English"), max_length=200, blank=True
    )

    objects = CraftRouteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["title"]
        verbose_name = _("craft route")
        verbose_name_plural = _("craft routes")

    def __str__(self):
        return self.shown_title

    def get_absolute_url(self):
        return reverse("artisans:route", args=[self.slug])

    shown_title = shown_field("title")
    shown_intro = shown_field("intro")
    shown_getting_around = shown_field("getting_around")


class RouteStopQuerySet(ScopedQuerySet):
    def public(self):
        """Stops the public can go to: published places, makers who receive visitors."""
        today = timezone.now()
        return self.filter(
            Q(centre__published_at__lte=today)
            | Q(outlet__published_at__lte=today)
            | (Q(business__status=Status.VERIFIED) & ~Q(business__visiting=""))
        )

    def for_page(self):
        """With the places that the route's page names."""
        return self.select_related(
            "centre__city",
            "centre__village",
            "outlet__city",
            "outlet__village",
            "business__village__parent__parent",
        )


class RouteStop(models.Model):
    """One stop of a craft route: a centre, an outlet, or a maker at work."""

    unit_path = "route__unit"

    route = models.ForeignKey(
        CraftRoute,
        on_delete=models.CASCADE,
        related_name="stops",
        verbose_name=_("route"),
    )
    day = models.PositiveSmallIntegerField(
        _("day"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(7)],
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    centre = models.ForeignKey(
        Centre,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="stops",
        verbose_name=_("centre"),
    )
    outlet = models.ForeignKey(
        Outlet,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="stops",
        verbose_name=_("outlet"),
    )
    business = models.ForeignKey(
        Business,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="stops",
        verbose_name=_("maker"),
        help_text=_("Only a maker who says how to visit."),
    )
    start_time = models.TimeField(_("arrive at about"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes there"), null=True, blank=True
    )
    hint = models.CharField(
        _("what to do there"),
        max_length=200,
        blank=True,
        help_text=_("Such as: ask to try the loom; say the day before that you come."),
    )
    hint_en = models.CharField(
        _("what to do there, in English"), max_length=200, blank=True
    )

    objects = RouteStopQuerySet.as_manager()

    class Meta:
        ordering = ["day", "order", "pk"]
        verbose_name = _("stop")
        verbose_name_plural = _("stops")
        constraints = [
            models.CheckConstraint(
                name="a_stop_is_one_place",
                condition=Q(centre__isnull=False, outlet=None, business=None)
                | Q(centre=None, outlet__isnull=False, business=None)
                | Q(centre=None, outlet=None, business__isnull=False),
                violation_error_message=ONE_PLACE,
            )
        ]

    def __str__(self):
        return str(self.place or "")

    def clean(self):
        if [self.centre_id, self.outlet_id, self.business_id].count(None) != 2:
            raise ValidationError(ONE_PLACE)
        if self.business and not self.business.receives_visitors:
            raise ValidationError(
                {"business": _("This maker has not said how to visit.")}
            )

    @property
    def place(self):
        """The centre, the outlet or the maker."""
        return self.centre or self.outlet or self.business

    @property
    def mark(self) -> str:
        """The shape of its mark on a map."""
        if self.business:
            return "maker"
        return "centre" if self.centre else "outlet"

    @property
    def hours(self) -> str:
        """When visitors are welcome there."""
        if self.business:
            return self.business.shown_visiting
        return self.place.shown_hours

    @property
    def kind(self) -> str:
        """What sort of stop it is, in words."""
        if self.business:
            return _("maker at work")
        return self.place.get_kind_display()

    shown_hint = shown_field("hint")
