"""What a training asks of those who want to join, and what they answered."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from artisans.models import Artisan
from council.languages import english_field, shown_field
from council.models import Document, Region
from council.personal_data import general, specific
from council.scopes import ScopedQuerySet

A_YEAR_AFTER = _("1 year after the training")


class AskedQuerySet(ScopedQuerySet):
    def of_class(self, training_class):
        """What a class asks for itself, and what its training asks for all classes."""
        return self.asked_in(training_class.pk, training_class.training_id)

    def asked_in(self, key, training):
        """The same, of a class and a training by their keys."""
        own = Q(training_class=None) | Q(training_class=key)
        return self.filter(own, training=training)


class Asked(models.Model):
    """What is asked for one class, or for all classes of a training."""

    unit_path = "training__unit"

    training = models.ForeignKey(
        "trainings.Training",
        on_delete=models.CASCADE,
        related_name="%(class)ss_asked",
        verbose_name=_("training"),
    )
    training_class = models.ForeignKey(
        "trainings.TrainingClass",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="%(class)ss_asked",
        verbose_name=_("class"),
        help_text=_("Empty when all classes ask for it."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = AskedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def save(self, *args, **kwargs):
        if self.training_class_id:
            self.training_id = self.training_class.training_id
        super().save(*args, **kwargs)


class Requirement(Asked):
    """One line of the checklist that decides who can join."""

    class Kind(models.TextChoices):
        DOMICILE = "domisili", _("lives in a region")
        AGE = "usia", _("age")
        BUSINESS = "usaha", _("owns a craft business")
        UNTRAINED = "belum_dilatih", _("not trained in the same craft for years")
        NIB = "nib", _("has a NIB")
        DOCUMENT = "dokumen", _("document to upload")
        COPY = "fotokopi", _("document to bring")
        TOOLS = "alat", _("brings own tools")
        DECLARATION = "pernyataan", _("declaration to tick")

    # Checked against what the portal knows; the others are handed in or ticked.
    CHECKED = [Kind.DOMICILE, Kind.AGE, Kind.BUSINESS, Kind.UNTRAINED, Kind.NIB]
    TICKED = [Kind.TOOLS, Kind.DECLARATION]
    IN_OWN_WORDS = [Kind.DOCUMENT, Kind.COPY, Kind.TOOLS, Kind.DECLARATION]

    kind = models.CharField(_("what is asked"), max_length=15, choices=Kind)
    text = models.CharField(
        _("in words"),
        max_length=300,
        blank=True,
        help_text=_("The document, the tools, or the declaration word for word."),
    )
    text_en = english_field(_("in words, in English"), max_length=300)
    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("region"),
    )
    youngest = models.PositiveSmallIntegerField(_("age from"), null=True, blank=True)
    oldest = models.PositiveSmallIntegerField(_("age up to"), null=True, blank=True)
    years = models.PositiveSmallIntegerField(_("years"), null=True, blank=True)

    class Meta(Asked.Meta):
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")
        constraints = [
            models.CheckConstraint(
                name="the_youngest_is_not_older_than_the_oldest",
                condition=Q(youngest=None)
                | Q(oldest=None)
                | Q(oldest__gte=F("youngest")),
                violation_error_message=_("The highest age is below the lowest."),
            )
        ]

    def __str__(self):
        return self.sentence

    shown_text = shown_field("text")

    def clean(self):
        kinds = self.Kind
        if self.kind == kinds.DOMICILE and not self.region_id:
            raise ValidationError({"region": _("Choose the region.")})
        if self.kind == kinds.AGE and not (self.youngest or self.oldest):
            raise ValidationError({"youngest": _("Write the lowest or highest age.")})
        if self.kind == kinds.UNTRAINED and not self.years:
            raise ValidationError({"years": _("Write the number of years.")})
        if self.kind in self.IN_OWN_WORDS and not self.text:
            raise ValidationError({"text": _("Write what is asked, in words.")})

    @property
    def title(self) -> str:
        """What it is called beside its answer."""
        return self.text or self.get_kind_display()

    @property
    def sentence(self) -> str:
        """What is asked, as the public reads it."""
        kinds = self.Kind
        if self.kind == kinds.DOMICILE:
            return gettext("Lives in %(region)s") % {"region": self.region}
        if self.kind == kinds.AGE:
            return self.ages
        if self.kind == kinds.UNTRAINED:
            return ngettext(
                "Not trained in this craft within the last year",
                "Not trained in this craft within the last %(years)s years",
                self.years,
            ) % {"years": self.years}
        plain = {
            kinds.BUSINESS: gettext("Owns a craft business"),
            kinds.NIB: gettext("Has a business number (NIB)"),
            kinds.DOCUMENT: gettext("Uploads: %(what)s"),
            kinds.COPY: gettext("Brings: %(what)s"),
            kinds.TOOLS: gettext("Brings own tools: %(what)s"),
            kinds.DECLARATION: gettext("Declares: %(what)s"),
        }
        return plain[self.kind] % {"what": self.shown_text}

    @property
    def ages(self) -> str:
        bounds = {"youngest": self.youngest, "oldest": self.oldest}
        if not self.oldest:
            return gettext("At least %(youngest)s years old") % bounds
        if not self.youngest:
            return gettext("At most %(oldest)s years old") % bounds
        return gettext("%(youngest)s to %(oldest)s years old") % bounds


class Question(Asked):
    """A question of the council's own, such as the size of a working shirt."""

    class Kind(models.TextChoices):
        TEXT = "teks", _("text")
        NUMBER = "angka", _("number")
        CHOICE = "pilihan", _("one of several answers")
        FILE = "berkas", _("file")

    text = models.CharField(_("question"), max_length=200)
    help = models.CharField(_("help"), max_length=200, blank=True)
    kind = models.CharField(
        _("answered by"), max_length=10, choices=Kind, default=Kind.TEXT
    )
    choices = models.TextField(
        _("answers to choose from"), blank=True, help_text=_("One answer a line.")
    )
    is_required = models.BooleanField(_("must be answered"), default=True)

    class Meta(Asked.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("own questions")

    def __str__(self):
        return self.text

    @property
    def title(self) -> str:
        return self.text

    def clean(self):
        if self.kind == self.Kind.CHOICE and len(self.options) < 2:
            raise ValidationError({"choices": _("Write at least two answers.")})

    @property
    def options(self) -> list[str]:
        lines = (line.strip() for line in self.choices.splitlines())
        return list(dict.fromkeys(filter(None, lines)))


class AnswerQuerySet(ScopedQuerySet):
    def of_artisan(self, artisan):
        return self.filter(artisan=artisan)

    def overdue(self, moment):
        """Answers of trainings that ended before the moment."""
        day = timezone.localdate(moment)
        return self.filter(training__ends_on__lt=day)

    def forget(self):
        """Destroy them with their files; a deleted document takes its answer along."""
        Document.objects.filter(pk__in=self.values("document")).delete()
        self.delete()


class Answer(models.Model):
    """
    What an artisan ticked, wrote or handed in for a training; asked only once.

    It belongs to the person and the training, not to one registration, so that
    nobody is asked again in another class or after a cancellation.
    """

    kept_for = timedelta(days=365)
    unit_path = "training__unit"
    personal_data = {
        "artisan": general(_("running the training"), retention=A_YEAR_AFTER),
        "text": general(_("running the training"), retention=A_YEAR_AFTER),
        "document": specific(_("verification"), retention=A_YEAR_AFTER),
    }

    artisan = models.ForeignKey(
        Artisan,
        on_delete=models.CASCADE,
        related_name="answers",
        verbose_name=_("artisan"),
    )
    training = models.ForeignKey(
        "trainings.Training",
        on_delete=models.CASCADE,
        related_name="answers",
        verbose_name=_("training"),
    )
    requirement = models.ForeignKey(
        Requirement,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("requirement"),
    )
    question = models.ForeignKey(
        Question,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("question"),
    )
    text = models.CharField(_("answer"), max_length=500, blank=True)
    document = models.OneToOneField(
        Document,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="answer",
        verbose_name=_("document"),
    )
    given_at = models.DateTimeField(_("given at"), default=timezone.now)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers to trainings")
        constraints = [
            models.CheckConstraint(
                name="an_answer_is_to_a_requirement_or_a_question",
                condition=Q(requirement=None, question__isnull=False)
                | Q(requirement__isnull=False, question=None),
            ),
            models.UniqueConstraint(
                fields=["artisan", "question"], name="a_question_is_answered_once"
            ),
            models.UniqueConstraint(
                fields=["artisan", "requirement"], name="a_requirement_is_met_once"
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def asked(self) -> Asked:
        return self.question or self.requirement


class Exemption(models.Model):
    """An officer's written reason to let somebody in who lacks a requirement."""

    unit_path = "training_class__training__unit"
    personal_data = {
        "artisan": general(_("running the training"), retention=_("10 years")),
        "reason": general(_("running the training"), retention=_("10 years")),
    }

    training_class = models.ForeignKey(
        "trainings.TrainingClass",
        on_delete=models.CASCADE,
        related_name="exemptions",
        verbose_name=_("class"),
    )
    artisan = models.ForeignKey(
        Artisan,
        on_delete=models.CASCADE,
        related_name="exemptions",
        verbose_name=_("artisan"),
    )
    reason = models.CharField(_("reason"), max_length=200)
    # Of the first ones only the language of the officer was kept.
    lacking = models.TextField(
        _("what was lacking"), blank=True, default="", db_default=""
    )
    lacking_by_language = models.JSONField(
        _("what was lacking, by language"), default=dict, db_default={}
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("given by"),
    )
    given_at = models.DateTimeField(_("given at"), default=timezone.now)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("exemption")
        verbose_name_plural = _("exemptions")
        constraints = [
            models.UniqueConstraint(
                fields=["training_class", "artisan"],
                name="an_artisan_is_exempted_once_in_a_class",
            )
        ]

    def __str__(self):
        return self.reason

    @property
    def told_lacking(self) -> str:
        """What was lacking, a sentence a line, in the language of the reader."""
        known = self.lacking_by_language.get(get_language(), [])
        return "\n".join(known) or self.lacking
