from django.db import models
from django.utils.translation import gettext_lazy as _

from council.languages import english_field, shown_field
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .activities import Activity
from .programs import YEAR


class Meeting(Activity):
    """A raker, rakor or other meeting: its theme, agenda and who came."""

    read_with = {**Activity.read_with, "agenda": {}}

    class MeetingKind(models.TextChoices):
        RAKER = "raker", _("annual working meeting (raker)")
        RAKERDA = "rakerda", _("regional working meeting (rakerda)")
        RAKOR = "rakor", _("coordination meeting (rakor)")
        BOARD = "rapat_pengurus", _("board meeting")
        DIVISION = "rapat_bidang", _("division meeting")

    meeting_kind = models.CharField(
        _("kind of meeting"), max_length=15, choices=MeetingKind
    )
    year = models.PositiveSmallIntegerField(
        _("for the year"), validators=YEAR, help_text=_("The year that is planned.")
    )
    theme = models.CharField(_("theme"), max_length=150, blank=True)
    theme_en = english_field(_("theme, in English"), max_length=150)

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    shown_theme = shown_field("theme")

    def save(self, *args, **kwargs):
        self.kind = Activity.Kind.MEETING
        super().save(*args, **kwargs)


class AgendaItem(models.Model):
    """One item of a meeting's agenda, and who presents it."""

    unit_path = "meeting__unit"
    personal_data = {"presenter": general(_("minutes of meetings"))}

    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.CASCADE,
        related_name="agenda",
        verbose_name=_("meeting"),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    title = models.CharField(_("item"), max_length=200)
    title_en = english_field(_("item, in English"), max_length=200)
    presenter = models.CharField(_("presented by"), max_length=150, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    outcome = models.TextField(_("what was said or decided"), blank=True)
    outcome_en = english_field(_("what was said or decided, in English"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")

    def __str__(self):
        return self.title

    shown_title = shown_field("title")
    shown_outcome = shown_field("outcome")
