"""What participants say 3, 6 and 12 months after their class."""

from datetime import timedelta
from functools import reduce
from operator import or_
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.links import new_code
from council.models import Unit
from council.personal_data import general, specific
from council.scopes import ScopedQuerySet

from .enrolments import Enrolment

RETENTION = _("3 years, then only the rung of the ladder")


class FollowUpQuerySet(ScopedQuerySet):
    def open_at(self, now):
        """Those that can be answered, on the clock of the unit that asks."""
        zone_path = f"{FollowUp.unit_path}__time_zone"
        conditions = (
            Q(closes_on__gt=now.astimezone(ZoneInfo(zone)).date(), **{zone_path: zone})
            for zone in Unit.Zone.values
        )
        return self.filter(reduce(or_, conditions))

    def answered(self):
        return self.exclude(rung="")

    def silent(self):
        """Neither answered nor declined."""
        return self.filter(rung="", declined_at=None)

    def to_remind(self, now):
        """Asked a week ago, told nothing since, and not reminded yet."""
        asked_before = now - FollowUp.REMIND_AFTER
        rows = self.open_at(now).silent()
        return rows.filter(reminded_at=None, sent_at__lte=asked_before)

    def to_call(self, now):
        """Silent for two weeks, or without any way to be written to."""
        asked_before = now - FollowUp.CALL_AFTER
        rows = self.open_at(now).silent()
        return rows.filter(Q(sent_at=None) | Q(sent_at__lte=asked_before))

    def overdue(self, moment):
        """Kept long enough: asked before the moment, and not forgotten yet."""
        return self.filter(asked_at__lt=moment, forgotten_at=None)

    def forget(self) -> int:
        """Destroy what was said; the stage and the rung remain."""
        return self.update(
            producing="",
            product_name="",
            obstacle="",
            helpers=None,
            turnover="",
            need="",
            words="",
            forgotten_at=timezone.now(),
        )


class FollowUp(models.Model):
    """
    One question to a participant, 3, 6 or 12 months after the class: how is it now?

    Written only by `trainings.follow_ups`. The link needs no account; the answer
    can be changed until the next stage begins.
    """

    REMIND_AFTER = timedelta(days=7)
    CALL_AFTER = timedelta(days=14)

    class Producing(models.TextChoices):
        YES = "ya", _("yes, regularly")
        SOMETIMES = "kadang", _("sometimes")
        NO = "tidak", _("no")

    class Obstacle(models.TextChoices):
        BUYERS = "pembeli", _("few buyers")
        CAPITAL = "modal", _("no money to start")
        MATERIALS = "bahan", _("materials or tools are hard to get")
        TIME = "waktu", _("no time")
        SKILL = "mahir", _("not skilled enough yet")
        FAMILY = "keluarga", _("health or family")
        OTHER = "lain", _("something else")

    class Turnover(models.TextChoices):
        NOTHING = "nihil", _("sold nothing yet")
        UP_TO_ONE = "sampai-1", _("up to Rp1 million")
        UP_TO_FIVE = "sampai-5", _("Rp1 to 5 million")
        UP_TO_FIFTEEN = "sampai-15", _("Rp5 to 15 million")
        MORE = "lebih", _("more than Rp15 million")

    class Need(models.TextChoices):
        TRAINING = "latihan", _("further training")
        MARKET = "pasar", _("buyers and exhibitions")
        CAPITAL = "modal", _("capital")
        TOOLS = "alat", _("tools and materials")
        LICENCES = "izin", _("licences, halal or trade mark")
        PACKAGING = "kemasan", _("packaging and photos")
        OTHER = "lain", _("something else")

    class Rung(models.TextChoices):
        PRODUCTIVE = "produktif", _("productive")
        PARTLY = "sebagian", _("partly")
        NOT_YET = "belum", _("not yet")

    class Way(models.TextChoices):
        LINK = "tautan", _("by the link")
        PHONE = "telepon", _("by phone")

    unit_path = "enrolment__training_class__training__unit"
    kept_for = timedelta(days=3 * 365)
    personal_data = {
        "producing": general(_("results of trainings"), retention=RETENTION),
        "obstacle": general(_("results of trainings"), retention=RETENTION),
        "product_name": general(_("results of trainings"), retention=RETENTION),
        "helpers": general(_("results of trainings"), retention=RETENTION),
        # Financial data of a person (UU 27/2022 article 4(2)): a band, never a sum.
        "turnover": specific(
            _("results of trainings, as counts only"),
            retention=RETENTION,
            seen_by=_("nobody by name; counts only"),
        ),
        "need": general(_("planning what helps"), retention=RETENTION),
        "words": general(_("planning what helps"), retention=RETENTION),
    }

    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.PROTECT,
        related_name="follow_ups",
        verbose_name=_("participant"),
    )
    months = models.PositiveSmallIntegerField(
        _("stage"),
        choices=[
            (3, _("after 3 months")),
            (6, _("after 6 months")),
            (12, _("after 12 months")),
        ],
    )
    code = models.CharField(
        _("code"), max_length=24, unique=True, default=new_code, editable=False
    )
    due_on = models.DateField(_("asked from"))
    closes_on = models.DateField(_("closed from"))
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    sent_at = models.DateTimeField(
        _("written to at"),
        null=True,
        blank=True,
        help_text=_("Empty when neither a phone number nor an e-mail is known."),
    )
    reminded_at = models.DateTimeField(_("reminded at"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    declined_at = models.DateTimeField(_("declined at"), null=True, blank=True)
    called_at = models.DateTimeField(_("last called at"), null=True, blank=True)
    calls = models.PositiveSmallIntegerField(_("calls not answered"), default=0)
    forgotten_at = models.DateTimeField(_("forgotten at"), null=True, blank=True)

    producing = models.CharField(
        _("still producing"), max_length=8, choices=Producing, blank=True
    )
    obstacle = models.CharField(
        _("what stands in the way"), max_length=10, choices=Obstacle, blank=True
    )
    has_new_product = models.BooleanField(_("new product"), null=True, blank=True)
    product_name = models.CharField(
        _("name of the product"), max_length=120, blank=True
    )
    helpers = models.PositiveSmallIntegerField(
        _("people who help"), null=True, blank=True, validators=[MaxValueValidator(500)]
    )
    turnover = models.CharField(
        _("sales in a month"), max_length=10, choices=Turnover, blank=True
    )
    need = models.CharField(
        _("what would help next"), max_length=10, choices=Need, blank=True
    )
    words = models.CharField(_("in own words"), max_length=300, blank=True)
    rung = models.CharField(
        _("rung of the ladder"), max_length=10, choices=Rung, blank=True
    )
    way = models.CharField(_("answered"), max_length=8, choices=Way, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("written down by"),
    )

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["-due_on", "enrolment"]
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "months"],
                name="a_participant_is_asked_once_a_stage",
            )
        ]
        indexes = [models.Index(fields=["closes_on", "rung"], name="open_follow_ups")]

    def __str__(self):
        return f"{self.enrolment}, {self.get_months_display()}"

    def get_absolute_url(self):
        return reverse("trainings:follow_up", args=[self.code])

    @property
    def training_class(self):
        return self.enrolment.training_class

    @property
    def is_open(self) -> bool:
        """Whether it can be answered or changed, on the clock of the unit."""
        today = self.training_class.local(timezone.now()).date()
        return today < self.closes_on

    @property
    def is_answered(self) -> bool:
        return bool(self.rung)

    @property
    def state(self) -> str:
        """How it stands, as the admin lists it."""
        if self.is_answered:
            return _("answered")
        if self.declined_at:
            return _("does not want to be asked")
        if not self.is_open:
            return _("never answered")
        waited = (
            self.sent_at is None or self.sent_at <= timezone.now() - self.CALL_AFTER
        )
        return _("to be called") if waited else _("asked")
