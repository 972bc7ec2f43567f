import re

from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.models import Unit
from council.scopes import ScopedQuerySet, codes_over

from .trainings import Training

PLACEHOLDER = re.compile(r"\{(\w+)\}")


class MessageTextQuerySet(ScopedQuerySet):
    def nearest_first(self, training):
        """The texts a training goes by: its own, then those of its councils upwards."""
        own, unit = Q(training=training), training.unit
        codes = [*codes_over(unit.code), unit.code]
        rows = self.filter(own | Q(training=None, unit__code__in=codes))
        return rows.order_by(
            models.F("training").asc(nulls_last=True), "-unit__code", "pk"
        )


# What staff may write in curly brackets, and what is put there.
PLACEHOLDERS = {
    "nama": _("the person's name"),
    "pelatihan": _("the training"),
    "kelas": _("the class"),
    "waktu": _("day and hour of the beginning"),
    "tempat": _("the place"),
    "rincian": _("class, training, time, place and link, on lines of their own"),
    "dewan": _("the council"),
    "tautan": _("link to the person's own page"),
    "nomor": _("number in line"),
    "antrean": _("how many stand in line"),
    "alasan": _("the reason that was given"),
    "lama": _("the days and hours that hold no longer"),
    "baru": _("the new days and hours"),
    "batas": _("until when"),
    "kurang": _("what is still missing"),
    "sesi": _("day, hour and topic of the session"),
    "terima": _("link to accept the offer; only by e-mail"),
    "tolak": _("link to decline the offer; only by e-mail"),
}


class MessageText(models.Model):
    """
    What people read in one situation, where a council words it itself.

    Without one the text of the house stands (`trainings/texts.py`). A text of one
    training goes before one of its council, and that before one of a council above.
    """

    class Situation(models.TextChoices):
        APPLIED = "diajukan", _("the application has arrived")
        ENDORSED = "didukung", _("the home unit endorses the application")
        CONFIRMED = "terdaftar", _("is registered at once")
        ACCEPTED = "diterima", _("the application is accepted")
        RESERVE = "cadangan", _("is put in reserve")
        REFUSED = "ditolak", _("the application is not accepted")
        WAITING = "menunggu", _("is on the waiting list")
        OFFERED = "ditawari", _("a seat is offered")
        PASSED = "lewat", _("the offer has passed on")
        TOOK = "ambil", _("accepted the offered seat")
        PROMOTED = "naik", _("got a seat that became free")
        CANCELLED = "batal", _("the registration is cancelled")
        MOVED = "pindah", _("the class gets other days")
        POSTPONED = "tunda", _("the training is postponed, the date follows")
        CLOSING = "tutup", _("reminder: registration closes, something is missing")
        SOON = "segera", _("reminder: the training begins in three days")
        TOMORROW = "besok", _("reminder: the training begins tomorrow")
        SESSION = "sesi", _("reminder: the next session")

    # The rest may stand in every text.
    only_in = {
        "nomor": {Situation.WAITING, Situation.RESERVE},
        "antrean": {Situation.WAITING, Situation.RESERVE},
        "alasan": {Situation.CANCELLED, Situation.REFUSED, Situation.POSTPONED},
        "lama": {Situation.MOVED, Situation.POSTPONED},
        "baru": {Situation.MOVED},
        "batas": {Situation.CLOSING, Situation.OFFERED},
        "kurang": {Situation.CLOSING},
        "sesi": {Situation.SESSION},
        "terima": {Situation.OFFERED},
        "tolak": {Situation.OFFERED},
    }
    # Whoever has these links answers for the artisan, so staff never see them.
    private = frozenset({"terima", "tolak"})
    unit_path = "unit"

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="message_texts",
        verbose_name=_("unit"),
    )
    training = models.ForeignKey(
        Training,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="message_texts",
        verbose_name=_("training"),
        help_text=_("Leave empty for every training of the unit."),
    )
    situation = models.CharField(_("situation"), max_length=12, choices=Situation)
    subject = models.CharField(_("subject of the e-mail"), max_length=120)
    body = models.TextField(
        _("text of the e-mail"), max_length=2000, help_text=_("Say the status first.")
    )
    whatsapp = models.TextField(
        _("WhatsApp text"),
        max_length=700,
        help_text=_("Short; staff send it with one tap."),
    )

    objects = MessageTextQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["situation", "unit__code"]
        verbose_name = _("text of a message")
        verbose_name_plural = _("texts of messages")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "situation"],
                condition=Q(training=None),
                name="a_council_words_a_situation_once",
                violation_error_message=_(
                    "The unit has a text for this situation. Change that one."
                ),
            ),
            models.UniqueConstraint(
                fields=["training", "situation"],
                condition=Q(training__isnull=False),
                name="a_training_words_a_situation_once",
                violation_error_message=_(
                    "The training has a text for this situation. Change that one."
                ),
            ),
        ]

    def __str__(self):
        return self.get_situation_display()

    def clean(self):
        faults = self.faults
        if self.training_id and self.training.unit_id != self.unit_id:
            faults["training"] = gettext("This training belongs to another unit.")
        if faults:
            raise ValidationError(faults)

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong with the curly brackets, by the field they stand in."""
        found = {name: self.fault_in(name) for name in ("subject", "body", "whatsapp")}
        return {name: fault for name, fault in found.items() if fault}

    def fault_in(self, field) -> str:
        text, allowed = getattr(self, field), self.placeholders_for(field)
        wrong = [name for name in PLACEHOLDER.findall(text) if name not in allowed]
        if wrong:
            return gettext(
                "%(wrong)s cannot stand in this text. You may use: %(allowed)s."
            ) % {"wrong": in_brackets(wrong), "allowed": in_brackets(allowed)}
        if {"{", "}"} & set(PLACEHOLDER.sub("", text)):
            return gettext("A curly bracket stands alone. Write it like this: {nama}.")
        return ""

    def placeholders_for(self, field) -> list[str]:
        """The names that may stand in curly brackets in one of its texts."""
        return [
            name
            for name in PLACEHOLDERS
            if self.situation in self.only_in.get(name, self.Situation.values)
            and (field == "body" or name not in self.private)
        ]


def in_brackets(names) -> str:
    return ", ".join(f"{{{name}}}" for name in dict.fromkeys(names))
