"""Whom the money of an activity may serve, as laws and letters say."""

from functools import reduce
from operator import or_

from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from artisans.models import Artisan, Business, Craft
from artisans.models.papers import CodesField, codes_in
from council.models import Region, Unit
from council.scopes import ScopedQuerySet, codes_above

from .activities import Activity
from .programs import YEAR


class Gap(models.TextChoices):
    """What somebody may lack for a source of funds, as staff read it in a list."""

    HOME = "domisili", _("home region")
    TRADE = "kriya", _("craft")
    NIB = "nib", _("NIB")
    KBLI = "kbli", _("KBLI")


class EligibilityRuleQuerySet(ScopedQuerySet):
    def choosable_by(self, user):
        """Own rules, and those of the councils above, which hold below too."""
        above = Q(unit__code__in=codes_above(user))
        return self.filter(Q(pk__in=self.in_scope(user).values("pk")) | above)

    def for_activity(self, activity):
        """What the money of an activity asks for: of its unit and all above it."""
        if not activity.fund_source:
            return self.none()
        parts = activity.unit.code.split(".")
        above = ["", *(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))]
        of_year = Q(year=activity.starts_on.year) | Q(year=None)
        rules = self.filter(
            of_year, fund_source=activity.fund_source, unit__code__in=above
        )
        return rules.with_lists()

    def with_lists(self):
        """Load the areas and crafts that a rule names."""
        return self.prefetch_related("areas", "crafts")


class EligibilityRule(models.Model):
    """
    Whom a source of funds may serve: where they live, their trade, their papers.

    A rule of a council holds for all councils below it. What a rule leaves empty it
    does not ask for.
    """

    unit_path = "unit"

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="eligibility_rules",
        verbose_name=_("unit"),
        help_text=_("The rule holds for it and for every unit below."),
    )
    fund_source = models.CharField(
        _("source of funds"), max_length=10, choices=Activity.FundSource
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=YEAR,
        help_text=_("Leave empty when it holds every year."),
    )
    areas = models.ManyToManyField(
        Region,
        related_name="+",
        verbose_name=_("areas"),
        blank=True,
        help_text=_("Artisans who live in one of them, or in any part of it."),
    )
    crafts = models.ManyToManyField(
        Craft, related_name="+", verbose_name=_("crafts"), blank=True
    )
    family = models.CharField(
        _("craft family"), max_length=10, choices=Craft.Family, blank=True
    )
    is_nib_needed = models.BooleanField(_("a NIB is needed"), default=False)
    kbli_2020 = CodesField(
        _("KBLI 2020"),
        max_length=100,
        blank=True,
        help_text=_("First digits are enough: 131 is every code that begins so."),
    )
    kbli_2025 = CodesField(_("KBLI 2025"), max_length=100, blank=True)
    basis = models.CharField(
        _("law or letter"),
        max_length=200,
        help_text=_("Where it is written, with number and date."),
    )
    basis_url = models.URLField(_("address of the text"), blank=True)
    is_example = models.BooleanField(_("example data"), default=False)

    objects = EligibilityRuleQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["unit__code", "fund_source", "pk"]
        verbose_name = _("rule of a source of funds")
        verbose_name_plural = _("rules of sources of funds")

    def __str__(self):
        year = self.year or gettext("every year")
        return f"{self.get_fund_source_display()} ({year}): {self.basis}"

    def clean(self):
        if bool(self.kbli_2020) != bool(self.kbli_2025):
            # 21 codes changed their meaning and kept their number.
            raise ValidationError(
                _("Write the KBLI codes of both versions, 2020 and 2025.")
            )

    @property
    def sentences(self) -> list[str]:
        """What it asks for, for everybody to read."""
        asked = {
            gettext("Lives in %(areas)s") % {"areas": self.area_names}: self.area_codes,
            gettext("Works in %(trade)s") % {"trade": self.trade}: self.trade,
            gettext("Has a business number (NIB)"): self.is_nib_needed,
            gettext("KBLI of the business: %(codes)s")
            % {"codes": self.codes_in_words}: self.kbli_2020,
        }
        return [sentence for sentence, is_asked in asked.items() if is_asked]

    def gaps(self, artisan) -> list:
        """What the artisan lacks for it, as a list of `Gap`."""
        works = artisan.businesses.all()
        is_met = {
            Gap.HOME: not self.area_codes or self.is_home(artisan),
            Gap.TRADE: not self.trade or self.is_trade(artisan),
            Gap.NIB: not self.is_nib_needed or any(each.nib for each in works),
            Gap.KBLI: not self.kbli_2020 or any(map(self.is_line_of, works)),
        }
        return [gap for gap, is_so in is_met.items() if not is_so]

    def lacks(self, artisan) -> list[str]:
        """What the artisan lacks for it, each in a sentence that says what to do."""
        return [self.sentence_of(gap) for gap in self.gaps(artisan)]

    def sentence_of(self, gap) -> str:
        said = {
            Gap.HOME: gettext("These funds are for people who live in %(areas)s."),
            Gap.TRADE: gettext("These funds are for the craft %(trade)s."),
            Gap.NIB: gettext(
                "These funds need a NIB. Get one at oss.go.id, then ask your "
                "Dekranasda to note it with your business."
            ),
            Gap.KBLI: gettext(
                "These funds need a business with KBLI %(codes)s. Ask your "
                "Dekranasda to note the codes of your NIB."
            ),
        }
        named = {"areas": self.area_names, "trade": self.trade}
        return said[gap] % {**named, "codes": self.codes_in_words}

    def is_home(self, artisan) -> bool:
        home = artisan.village_id or ""
        return any(is_within(home, code) for code in self.area_codes)

    def is_trade(self, artisan) -> bool:
        """Whether the main craft, or one of a business, is of the trade."""
        works = artisan.businesses.all()
        crafts = {craft for each in works for craft in each.crafts.all()}
        crafts |= {artisan.main_craft} - {None}
        wanted = {craft.pk for craft in self.crafts.all()}
        return any(
            craft.pk in wanted or craft.family == self.family for craft in crafts
        )

    def is_line_of(self, business) -> bool:
        """Whether the business has a code that begins with one of the rule's."""
        return any(
            code.startswith(prefix)
            for name in ("kbli_2020", "kbli_2025")
            for code in codes_in(getattr(business, name))
            for prefix in codes_in(getattr(self, name))
        )

    def eligible(self, artisans):
        """Those of the artisans whom it may serve; the twin of `lacks`."""
        if self.area_codes:
            artisans = artisans.filter(any_of(self.area_codes, inside))
        if self.trade:
            artisans = artisans.filter(self.of_trade)
        if self.is_nib_needed:
            artisans = artisans.filter(Exists(own_businesses().exclude(nib="")))
        if self.kbli_2020:
            artisans = artisans.filter(Exists(own_businesses().filter(self.of_codes)))
        return artisans

    @property
    def eligible_artisans(self):
        """All whom it may serve in its own unit and below."""
        artisans = Artisan.objects.filter(unit__code__startswith=self.unit.code)
        return self.eligible(artisans)

    @property
    def of_trade(self) -> Q:
        trades = Craft.objects.filter(
            Q(pk__in=[craft.pk for craft in self.crafts.all()])
            | Q(family=self.family or None)
        ).values("pk")
        works = own_businesses().filter(crafts__in=trades)
        return Q(main_craft__in=trades) | Exists(works)

    @property
    def of_codes(self) -> Q:
        # Kept as ", 13134, 15129": each code begins after a comma and a space.
        return any_of(codes_in(self.kbli_2020), with_code("kbli_2020")) | any_of(
            codes_in(self.kbli_2025), with_code("kbli_2025")
        )

    @property
    def area_codes(self) -> list[str]:
        return [area.code for area in self.areas.all()] if self.pk else []

    @property
    def area_names(self) -> str:
        return ", ".join(area.name for area in self.areas.all()) if self.pk else ""

    @property
    def trade(self) -> str:
        """The crafts and the family it names, in words."""
        names = [str(craft) for craft in self.crafts.all()] if self.pk else []
        return ", ".join([*names, *filter(None, [self.get_family_display()])])

    @property
    def codes_in_words(self) -> str:
        return gettext("%(old)s (2020) or %(new)s (2025)") % {
            "old": self.kbli_2020,
            "new": self.kbli_2025,
        }


def is_within(code: str, area: str) -> bool:
    """Whether a region is the area or lies in it."""
    return code == area or code.startswith(f"{area}.")


def any_of(values, condition) -> Q:
    return reduce(or_, map(condition, values), Q(pk__in=[]))


def inside(code: str) -> Q:
    return Q(village=code) | Q(village__code__startswith=f"{code}.")


def with_code(field: str):
    return lambda code: (
        Q(**{f"{field}__startswith": code}) | Q(**{f"{field}__contains": f", {code}"})
    )


def own_businesses():
    return Business.objects.filter(owner=OuterRef("pk"))


def with_trades(artisans):
    """Load what `lacks` reads of each artisan, in a fixed number of queries."""
    rows = artisans.select_related("person", "unit", "main_craft", "village")
    return rows.prefetch_related("businesses__crafts")


def short_of(activity, artisan: Artisan) -> list[str]:
    """What the artisan lacks for the money of an activity, each named once."""
    if not activity.fund_source:
        return []
    rules = EligibilityRule.objects.for_activity(activity)
    lacking = (sentence for rule in rules for sentence in rule.lacks(artisan))
    return list(dict.fromkeys(lacking))


def gaps_in_words(rules, artisan) -> str:
    """What the artisan lacks for any of the rules, short enough for a list."""
    gaps = dict.fromkeys(gap for rule in rules for gap in rule.gaps(artisan))
    if not gaps:
        return gettext("Yes")
    names = ", ".join(str(gap.label) for gap in gaps)
    return gettext("Lacks: %(what)s") % {"what": names}
