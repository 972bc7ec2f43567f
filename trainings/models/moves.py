from datetime import date, time

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council.scopes import ScopedQuerySet

from .attending import by_staff
from .hours import hours_in_words


class MoveQuerySet(ScopedQuerySet):
    def newest_first(self):
        return self.order_by("-pk")


class Move(models.Model):
    """
    A class gets other days, or is postponed; everybody in it was told, once.

    Only what differs is kept: the hours it leaves, and the new ones. Without new ones
    the date follows. Rows are written only by `trainings.moving`.
    """

    unit_path = "training_class__training__unit"

    training_class = models.ForeignKey(
        "trainings.TrainingClass",
        on_delete=models.CASCADE,
        related_name="moves",
        verbose_name=gettext_lazy("class"),
    )
    left = models.JSONField(gettext_lazy("earlier hours"), default=list)
    taken = models.JSONField(gettext_lazy("new hours"), default=list)
    is_postponed = models.BooleanField(gettext_lazy("postponed"), default=False)
    reason = models.CharField(gettext_lazy("reason"), max_length=250, blank=True)
    told = models.PositiveSmallIntegerField(gettext_lazy("people told"), default=0)
    moved_at = models.DateTimeField(gettext_lazy("moved at"), default=timezone.now)
    moved_by = by_staff(gettext_lazy("moved by"))

    objects = MoveQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = gettext_lazy("change of the days")
        verbose_name_plural = gettext_lazy("changes of the days")

    def __str__(self):
        return f"{self.training_class}: {self.new_days}"

    @property
    def old_days(self) -> str:
        """The days that hold no longer, in words."""
        return self.in_words(self.left) or _("none; these sessions are added")

    @property
    def new_days(self) -> str:
        """The days that hold now, in words, or that they are still to come."""
        if self.is_postponed:
            return _("the date follows")
        return self.in_words(self.taken) or _("none; these sessions are dropped")

    def in_words(self, kept) -> str:
        return hours_in_words(read_hours(kept), self.training_class.training.unit)


def written_hours(hours) -> list[list[str]]:
    """Hours as they are kept: ISO days and times."""
    return [[each.isoformat() for each in line] for line in hours]


def read_hours(kept) -> list[tuple]:
    return [
        (date.fromisoformat(day), time.fromisoformat(start), time.fromisoformat(end))
        for day, start, end in kept
    ]
