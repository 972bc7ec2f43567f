from simple_history.models import HistoricalRecords

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.languages import english_field, shown_field
from council.personal_data import general
from council.scopes import ScopedQuerySet, codes_above

from .regions import Region
from .units import Unit


class OrganizationQuerySet(ScopedQuerySet):
    def choosable_by(self, user):
        """Own organisations, and those that the councils above keep for all."""
        above = self.filter(unit__code__in=codes_above(user))
        return self.filter(pk__in=self.in_scope(user).values("pk")) | above


class Organization(models.Model):
    """An agency (OPD), brand, restaurant, bank or school the council works with."""

    class Kind(models.TextChoices):
        AGENCY = "opd", _("government agency (OPD)")
        BRAND = "brand", _("brand")
        RESTAURANT = "resto", _("restaurant or café")
        MALL = "mall", _("shopping centre")
        MARKETPLACE = "marketplace", _("marketplace")
        BANK = "bank", _("bank or state company")
        SCHOOL = "akademisi", _("university or vocational school")
        COMMUNITY = "komunitas", _("community or association")
        MEDIA = "media", _("media")
        DESIGNER = "desainer", _("designer")
        GROUP = "kub", _("joint business group (KUB)")

    unit_path = "unit"

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="organizations",
        verbose_name=_("kept by"),
    )
    # Real agencies have names of more than 100 letters.
    name = models.CharField(_("full name"), max_length=300)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
        verbose_name=_("region"),
    )
    website = models.URLField(_("website"), blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = OrganizationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="a_unit_keeps_each_organisation_once",
                violation_error_message=_("Your unit already keeps this organisation."),
            )
        ]

    def __str__(self):
        return self.short_name or self.name


class PressClipping(models.Model):
    """A report in the media about something the council did."""

    unit_path = "unit"
    personal_data = {
        "photo_credit": general(
            _("crediting the photographer"), seen_by=_("the public")
        )
    }

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="clippings",
        verbose_name=_("kept by"),
    )
    title = models.CharField(_("headline"), max_length=250)
    medium = models.CharField(_("medium"), max_length=100)
    url = models.URLField(_("web address"), max_length=500, blank=True)
    published_on = models.DateField(_("date of publication"))
    published_time = models.TimeField(
        _("time of publication"),
        null=True,
        blank=True,
        help_text=_("In the unit's own time zone."),
    )
    photo_credit = models.CharField(_("photo credit"), max_length=150, blank=True)
    excerpt = models.TextField(_("what it reports"), blank=True)
    excerpt_en = english_field(_("what it reports, in English"))

    objects = ScopedQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-published_on", "-published_time"]
        verbose_name = _("press clipping")
        verbose_name_plural = _("press clippings")

    def __str__(self):
        return self.title

    shown_excerpt = shown_field("excerpt")
