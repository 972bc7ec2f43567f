from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft
from council.models import Unit
from council.scopes import ScopedQuerySet, codes_above


class TrainingTemplateQuerySet(ScopedQuerySet):
    def choosable_by(self, user):
        """Own templates, and those of the councils above."""
        above = Q(unit__code__in=codes_above(user))
        return self.filter(Q(pk__in=self.in_scope(user).values("pk")) | above)


class TrainingTemplate(models.Model):
    """
    A training worth holding again: its texts, classes, sessions and requirements.

    `content` is written and read by `trainings.copying`, with days counted from the
    first day, so that a template never stands on a calendar.
    """

    unit_path = "unit"

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="training_templates",
        verbose_name=_("unit"),
        help_text=_("The units below can use it too."),
    )
    name = models.CharField(_("name"), max_length=200)
    craft = models.ForeignKey(
        Craft,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("craft"),
        help_text=_("Empty for what every craft needs, such as packaging."),
    )
    content = models.JSONField(_("content"), editable=False)
    is_example = models.BooleanField(_("example data"), default=False)

    objects = TrainingTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("training template")
        verbose_name_plural = _("training templates")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="a_unit_has_each_template_once",
                violation_error_message=_("This unit has a template of that name."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def days(self) -> int:
        return self.content["training"]["length"]

    @property
    def classes(self) -> list[dict]:
        return self.content["classes"]
