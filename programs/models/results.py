from django.db import models
from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from council.scopes import ScopedQuerySet

from .activities import Activity


class LaterResultQuerySet(ScopedQuerySet):
    def telling(self):
        """Those with enough answers to be told in public, the latest first."""
        answers = F("productive") + F("partly") + F("not_yet")
        rows = self.annotate(answers=answers)
        return rows.filter(answers__gte=LaterResult.FEWEST_ANSWERS).order_by("-months")


class LaterResult(models.Model):
    """
    What came of an activity months later, counted without names.

    Written by the room that asks those who took part; the public reads these
    counts and never the answers.
    """

    # Below the first nothing is said, below the second no number of a group.
    FEWEST_ANSWERS = 5
    FEWEST_PEOPLE = 3

    unit_path = "activity__unit"

    activity = models.ForeignKey(
        Activity,
        on_delete=models.CASCADE,
        related_name="later_results",
        verbose_name=_("activity"),
    )
    months = models.PositiveSmallIntegerField(_("months later"))
    productive = models.PositiveIntegerField(_("productive"), default=0)
    partly = models.PositiveIntegerField(_("partly productive"), default=0)
    not_yet = models.PositiveIntegerField(_("not yet productive"), default=0)

    objects = LaterResultQuerySet.as_manager()

    class Meta:
        ordering = ["activity", "months"]
        verbose_name = _("later result")
        verbose_name_plural = _("later results")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "months"], name="a_result_is_kept_once_a_stage"
            )
        ]

    def __str__(self):
        return f"{self.activity}: {self.months}"

    @property
    def number(self) -> int:
        """How many answered."""
        return self.productive + self.partly + self.not_yet

    @property
    def sentence(self) -> str:
        """What the public reads; a group of one or two people is never counted."""
        if self.number < self.FEWEST_ANSWERS:
            return ""
        told = {"months": self.months, "count": self.productive, "all": self.number}
        others = self.number - self.productive
        if self.productive < self.FEWEST_PEOPLE:
            return (
                gettext(
                    "%(months)s months later few of the %(all)s participants who "
                    "answered make and sell regularly."
                )
                % told
            )
        if others < self.FEWEST_PEOPLE:
            return (
                gettext(
                    "%(months)s months later nearly all of the %(all)s participants "
                    "who answered make and sell regularly."
                )
                % told
            )
        sentence = ngettext(
            "%(months)s months later %(count)s of the %(all)s participants who "
            "answered makes and sells regularly.",
            "%(months)s months later %(count)s of the %(all)s participants who "
            "answered make and sell regularly.",
            self.productive,
        )
        return sentence % told


def newest_result() -> dict:
    """Subqueries that bring an activity's newest result worth telling along."""
    rows = LaterResult.objects.telling().filter(activity=OuterRef("pk"))
    fields = ("months", "productive", "partly", "not_yet")
    return {f"result_{name}": Subquery(rows.values(name)[:1]) for name in fields}


def result_of(activity) -> LaterResult | None:
    """The result that `newest_result` brought along, if there is one."""
    if activity.result_months is None:
        return None
    return LaterResult(
        activity=activity,
        months=activity.result_months,
        productive=activity.result_productive,
        partly=activity.result_partly,
        not_yet=activity.result_not_yet,
    )
