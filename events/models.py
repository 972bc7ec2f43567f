from django.db import models
from django.utils.translation import gettext_lazy as _

from council.languages import english_field, shown_field
from programs.models import Activity
from programs.models.activities import ActivityQuerySet


class Event(Activity):
    """An exhibition, contest, fashion show, visit or gathering."""

    host_name = models.CharField(
        _("organised by"),
        max_length=150,
        blank=True,
        help_text=_("When others organise it, such as ASEPHI for Inacraft."),
    )
    edition = models.CharField(_("edition"), max_length=40, blank=True)
    edition_en = english_field(_("edition, in English"), max_length=40)
    admission = models.CharField(
        _("admission"), max_length=120, blank=True, help_text=_("Such as: free.")
    )
    admission_en = english_field(_("admission, in English"), max_length=120)
    website = models.URLField(_("website"), blank=True)
    stands = models.PositiveIntegerField(_("stands"), null=True, blank=True)
    visitors = models.PositiveIntegerField(_("visitors"), null=True, blank=True)
    sales = models.PositiveBigIntegerField(
        _("value of sales (rupiah)"), null=True, blank=True
    )
    lessons = models.TextField(
        _("lessons to apply"), blank=True, help_text=_("What a study visit taught.")
    )
    lessons_en = english_field(_("lessons to apply, in English"))

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    shown_edition = shown_field("edition")
    shown_admission = shown_field("admission")
    shown_lessons = shown_field("lessons")
