from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .kept import SavedWhole


class RegionQuerySet(models.QuerySet):
    def search(self, words):
        """
        Regions whose name, other spelling or code fits the words, nearest first.

        After a comma stands where it lies: "Sarua, Ciputat".
        """
        words, area = (
            " ".join(part.split())[:100] for part in words.partition(",")[::2]
        )
        if not words:
            return self.none()
        aliases = RegionAlias.objects.filter(name__icontains=words)
        is_alias = Q(pk__in=aliases.values("region_id"))
        exact = models.Case(
            models.When(name__iexact=words, then=0),
            models.When(is_alias, then=0),
            models.When(name__istartswith=words, then=1),
            default=2,
        )
        found = self.filter(Q(name__icontains=words) | Q(code=words) | is_alias)
        return found.within(area).order_by(exact, "level", "code")

    def within(self, area):
        """Those that lie in a kecamatan, city or province of that name."""
        # Two letters fit nearly every name and help nobody.
        if len(area) < 3:
            return self
        named = Q(name__icontains=area)
        named |= Q(parent__name__icontains=area)
        named |= Q(parent__parent__name__icontains=area)
        areas = Region.objects.filter(named, level__lt=Region.Level.VILLAGE)
        return self.filter(parent__in=areas.order_by().values("pk"))

    def with_parents(self):
        """Load what each lies in, for `full_name`."""
        return self.select_related("parent__parent__parent")

    def villages(self):
        return self.filter(level=Region.Level.VILLAGE)

    def below(self, code):
        return self.filter(code__startswith=f"{code}.")


class Region(SavedWhole):
    """A province, regency, district or village with its Kemendagri code."""

    class Level(models.IntegerChoices):
        PROVINCE = 1, _("province")
        REGENCY = 2, _("city or regency")
        DISTRICT = 3, _("district (kecamatan)")
        VILLAGE = 4, _("village (kelurahan or desa)")

    code = models.CharField(
        _("region code"),
        max_length=13,
        primary_key=True,
        help_text=_("Kemendagri code, such as 13.76.04.1002."),
    )
    name = models.CharField(_("name"), max_length=100, db_index=True)
    kind = models.CharField(_("kind"), max_length=12)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    postal_code = models.CharField(_("postal code"), max_length=5, blank=True)

    objects = RegionQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def __str__(self):
        return self.name

    @property
    def full_name(self) -> str:
        """The name with what it lies in; two queries unless parents are loaded."""
        names, region = [self.name], self.parent
        while region:
            names.append(region.name)
            region = region.parent
        return ", ".join(names)


class RegionAlias(SavedWhole):
    """Another spelling people use for a region, such as Parik Muko Aia."""

    region = models.ForeignKey(
        Region,
        on_delete=models.CASCADE,
        related_name="aliases",
        verbose_name=_("region"),
    )
    name = models.CharField(_("other name"), max_length=100)

    class Meta:
        ordering = ["name"]
        verbose_name = _("other name of a region")
        verbose_name_plural = _("other names of regions")
        constraints = [
            models.UniqueConstraint(
                fields=["region", "name"], name="a_region_has_each_alias_once"
            )
        ]

    def __str__(self):
        return self.name
