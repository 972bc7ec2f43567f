"""What the papers of a training say, pay and prove that nothing else keeps."""

from decimal import ROUND_DOWN, Decimal

from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from council.images import PhotoField
from council.models import Document, Unit
from council.personal_data import general
from council.scopes import ScopedQuerySet, codes_over

from .lessons import Engagement
from .trainings import Training

MOST_RUPIAH = 10**9


class Dossier(models.Model):
    """
    The file of one training: its letter, the words of its report, and its proofs.

    What the portal knows already, such as names, days and points, stands in the
    papers by itself; here is only what somebody must write once.
    """

    # Without these the report would have an empty heading.
    TEXTS = (
        *("background", "legal_basis", "purpose", "obstacles", "solutions"),
        *("conclusion", "next_steps"),
    )

    unit_path = "training__unit"
    personal_data = {
        "background": general(_("reports of activities"), retention=_("10 years")),
        "obstacles": general(_("reports of activities"), retention=_("10 years")),
    }

    training = models.OneToOneField(
        Training,
        on_delete=models.CASCADE,
        related_name="dossier",
        verbose_name=_("training"),
    )
    letter_number = models.CharField(
        _("number of the invitation"),
        max_length=120,
        blank=True,
        help_text=_("As in your register, such as 005/27/DKRN/XI/2026."),
    )
    letter_on = models.DateField(
        _("date of the invitation"),
        null=True,
        blank=True,
        help_text=_("Empty for the day it is printed."),
    )
    bring = models.TextField(
        _("what to bring"), blank=True, help_text=_("One thing a line.")
    )
    background = models.TextField(_("background"), blank=True)
    legal_basis = models.TextField(
        _("legal basis"),
        blank=True,
        help_text=_("One decree, budget document (DPA) or grant (NPHD) a line."),
    )
    purpose = models.TextField(_("aim and purpose"), blank=True)
    obstacles = models.TextField(
        _("obstacles"),
        blank=True,
        help_text=_("One a line; write “None” if there were none."),
    )
    solutions = models.TextField(
        _("solutions"),
        blank=True,
        help_text=_("One a line, in the order of the obstacles."),
    )
    conclusion = models.TextField(_("conclusion"), blank=True)
    next_steps = models.TextField(pgettext_lazy("report", "follow-up"), blank=True)
    due_on = models.DateField(_("report due on"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-training__starts_on", "pk"]
        verbose_name = _("file of a training")
        verbose_name_plural = _("files of trainings")

    def __str__(self):
        return str(self.training)

    @property
    def texts_missing(self) -> list[str]:
        """What the report still lacks, by the names of its headings."""
        fields = (self._meta.get_field(name) for name in self.TEXTS)
        return [
            str(field.verbose_name)
            for field in fields
            if not getattr(self, field.name).strip()
        ]


class Pay(models.Model):
    """What is paid, to whom and for what: shared by rates and their ceilings."""

    class Kind(models.TextChoices):
        ALLOWANCE = "uang_saku", _("pocket money")
        TRANSPORT = "transpor", _("transport money")
        FEE = "honor", _("fee")
        LODGING = "penginapan", _("lodging")

    class Receiver(models.TextChoices):
        PARTICIPANTS = "peserta", _("participants")
        INSTRUCTORS = "pelatih", _("instructors")

    class Measure(models.TextChoices):
        DAY = "hari", pgettext_lazy("pay", "per day attended")
        LESSON = "jp", pgettext_lazy("pay", "per lesson hour (JP)")
        ONCE = "kali", pgettext_lazy("pay", "once")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    receiver = models.CharField(_("for"), max_length=10, choices=Receiver)
    measure = models.CharField(_("paid"), max_length=6, choices=Measure)

    class Meta:
        abstract = True

    @property
    def is_per_lesson(self) -> bool:
        return self.measure == self.Measure.LESSON


def paid_by_lessons_taught():
    """Participants attend days; only who teaches is paid by the lesson."""
    return ~Q(receiver="peserta", measure="jp")


class PayCeiling(Pay):
    """
    The most a council may pay in a year, by its own standard of prices.

    It holds for the units below too; where two apply, the lower one does.
    """

    unit_path = "unit"

    unit = models.ForeignKey(
        Unit,
        on_delete=models.CASCADE,
        related_name="pay_ceilings",
        verbose_name=_("unit"),
    )
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    most = models.PositiveBigIntegerField(
        _("at most (rupiah)"),
        validators=[MinValueValidator(1), MaxValueValidator(MOST_RUPIAH)],
    )
    basis = models.CharField(
        _("basis"),
        max_length=200,
        help_text=_("The regulation or standard of prices that says so."),
    )

    objects = ScopedQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-year", "unit", "receiver", "kind"]
        verbose_name = _("ceiling of payments")
        verbose_name_plural = _("ceilings of payments")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "receiver", "kind", "measure"],
                name="a_council_has_each_ceiling_once_a_year",
                violation_error_message=_("This ceiling is already written down."),
            ),
            models.CheckConstraint(
                name="a_ceiling_for_participants_is_not_by_lessons",
                condition=paid_by_lessons_taught(),
                violation_error_message=_("Participants are paid by day or once."),
            ),
        ]

    def __str__(self):
        kind, receiver = self.get_kind_display(), self.get_receiver_display()
        return f"{kind}, {receiver}, {self.year}"


class PayRate(Pay):
    """What one training pays: an amount for each day attended, lesson, or once."""

    unit_path = "dossier__training__unit"

    dossier = models.ForeignKey(
        Dossier,
        on_delete=models.CASCADE,
        related_name="rates",
        verbose_name=_("file of a training"),
    )
    amount = models.PositiveBigIntegerField(
        _("amount (rupiah)"),
        validators=[MinValueValidator(1), MaxValueValidator(MOST_RUPIAH)],
    )
    tax_percent = models.DecimalField(
        _("tax (percent)"),
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(50)],
        help_text=_("Held back, such as PPh 21. Empty for none."),
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-receiver", "pk"]
        verbose_name = _("rate of payment")
        verbose_name_plural = _("rates of payment")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "receiver", "kind"],
                name="a_training_pays_each_kind_once",
                violation_error_message=_("This training has a rate of that kind."),
            ),
            models.CheckConstraint(
                name="participants_are_not_paid_by_lessons",
                condition=paid_by_lessons_taught(),
                violation_error_message=_("Participants are paid by day or once."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.get_receiver_display()}"

    def clean(self):
        training = getattr(getattr(self, "dossier", None), "training", None)
        ceiling = training and self.amount and self.ceiling
        if ceiling and self.amount > ceiling.most:
            raise ValidationError({"amount": self.too_much(ceiling)})

    def too_much(self, ceiling: PayCeiling) -> str:
        most = f"Rp{ceiling.most:,}".replace(",", ".")
        facts = {"most": most, "basis": ceiling.basis}
        return gettext("The ceiling is %(most)s (%(basis)s).") % facts

    @property
    def ceiling(self) -> PayCeiling | None:
        """The lowest ceiling of the council and those above in that year."""
        training = self.dossier.training
        code = training.unit.code
        rows = PayCeiling.objects.filter(
            unit__code__in=[*codes_over(code), code],
            year=training.starts_on.year,
            receiver=self.receiver,
            kind=self.kind,
            measure=self.measure,
        )
        return rows.order_by("most").first()

    def tax_of(self, gross: int) -> int:
        """The tax held back of a sum, in whole rupiah."""
        tax = gross * (self.tax_percent or Decimal(0)) / 100
        return int(tax.quantize(Decimal(1), ROUND_DOWN))


class TaughtLessons(models.Model):
    """How many lesson hours an instructor taught, where several share a class."""

    unit_path = "dossier__training__unit"
    personal_data = {
        "engagement": general(_("paying instructors"), retention=_("10 years")),
        "lessons": general(_("paying instructors"), retention=_("10 years")),
    }

    dossier = models.ForeignKey(
        Dossier,
        on_delete=models.CASCADE,
        related_name="taught",
        verbose_name=_("file of a training"),
    )
    engagement = models.ForeignKey(
        Engagement,
        on_delete=models.CASCADE,
        related_name="taught",
        verbose_name=_("instructor"),
    )
    lessons = models.PositiveSmallIntegerField(_("lesson hours (JP)"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("lesson hours taught")
        verbose_name_plural = _("lesson hours taught")
        constraints = [
            models.UniqueConstraint(
                fields=["engagement"],
                name="lessons_taught_are_written_once",
                violation_error_message=_(
                    "The hours of this instructor are already written down."
                ),
            )
        ]

    def __str__(self):
        return f"{self.engagement}: {self.lessons}"

    def clean(self):
        if not (self.engagement_id and self.dossier_id):
            return
        if self.engagement.training_class.training_id != self.dossier.training_id:
            said = _("This instructor teaches in another training.")
            raise ValidationError({"engagement": said})


class ActivityPhoto(models.Model):
    """A photo taken while the training was held, for its report."""

    unit_path = "dossier__training__unit"
    personal_data = {
        "photo": general(_("reports of activities"), retention=_("10 years"))
    }

    dossier = models.ForeignKey(
        Dossier,
        on_delete=models.CASCADE,
        related_name="photos",
        verbose_name=_("file of a training"),
    )
    photo = PhotoField(_("photo"))
    caption = models.CharField(
        _("what the photo shows"),
        max_length=150,
        help_text=_("Printed below it, without names."),
    )
    taken_on = models.DateField(_("taken on"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["taken_on", "pk"]
        verbose_name = _("photo of the training")
        verbose_name_plural = _("photos of the training")

    def __str__(self):
        return self.caption


class DossierDocument(models.Model):
    """A private file that proves something of a training: decree, receipt, material."""

    class Kind(models.TextChoices):
        DECREE = "sk", _("decree or budget document")
        MATERIAL = "materi", _("teaching material or syllabus")
        RECEIPT = "kuitansi", _("receipt")
        MINUTES = "notulen", pgettext_lazy("document", "minutes")
        OTHER = "lainnya", pgettext_lazy("document", "other")

    unit_path = "dossier__training__unit"

    dossier = models.ForeignKey(
        Dossier,
        on_delete=models.CASCADE,
        related_name="documents",
        verbose_name=_("file of a training"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    document = models.OneToOneField(
        Document,
        on_delete=models.CASCADE,
        related_name="dossier_place",
        verbose_name=_("document"),
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pk"]
        verbose_name = _("document of the training")
        verbose_name_plural = _("documents of the training")

    def __str__(self):
        return str(self.document)

    def delete(self, *args, **kwargs):
        """The file goes with its place, which alone says what it is for."""
        return self.document.delete()
