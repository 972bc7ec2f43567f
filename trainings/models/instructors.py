from simple_history.models import HistoricalRecords

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft
from artisans.models.languages import LanguagesField, names_of
from council.consents import give, has_given, withdraw
from council.languages import english_field
from council.links import new_code
from council.models import Consent, Person, SavedWhole
from council.personal_data import general
from council.scopes import ScopedQuerySet

POOL = Consent.Purpose.TEACHING_POOL
PUBLIC_LINE = Consent.Purpose.TEACHING_LINE


def agreed_to_pool(person):
    return Consent.objects.filter(person=person, purpose=POOL, withdrawn_at=None)


class InstructorQuerySet(ScopedQuerySet):
    def in_pool(self):
        """Those who agreed that every council finds them."""
        return self.filter(Exists(agreed_to_pool(OuterRef("person"))))

    def choosable_by(self, user):
        """Own instructors, and those of any region who agreed to be found."""
        if not (user.is_active and user.is_staff):
            return self.none()
        own = self.in_scope(user).values("pk")
        return self.filter(Q(pk__in=own) | Q(pk__in=self.in_pool().values("pk")))

    def published(self):
        """Those of whom the public reads a line, because they agreed to it."""
        agreed = Consent.objects.filter(
            person=OuterRef("person"), purpose=PUBLIC_LINE, withdrawn_at=None
        )
        return self.filter(Exists(agreed))

    def with_pool(self):
        """Add `is_found`: whether every council finds them."""
        return self.annotate(is_found=Exists(agreed_to_pool(OuterRef("person"))))

    def with_skills(self):
        """Load the person, where they come from, and the crafts they teach."""
        skills = Skill.objects.select_related("craft")
        people = self.select_related("person__unit", "person__origin__parent")
        return people.prefetch_related(Prefetch("skills", skills))


class Instructor(SavedWhole):
    """
    Somebody who can teach, kept once, though several councils may ask them.

    The unit that keeps the person keeps this too. Other councils find it only with
    the person's consent, and then see neither the notes nor the whole number.
    """

    unit_path = "person__unit"
    personal_data = {
        "person": general(
            _("finding instructors"), seen_by=_("other councils, where agreed")
        ),
        "institution": general(
            _("finding instructors"), seen_by=_("other councils, where agreed")
        ),
        "languages": general(
            _("finding instructors"), seen_by=_("other councils, where agreed")
        ),
        "certificates": general(
            _("finding instructors"), seen_by=_("other councils, where agreed")
        ),
        "fee": general(
            _("finding instructors"), seen_by=_("other councils, where agreed")
        ),
        "public_line": general(
            _("the list of instructors"), seen_by=_("the public, where agreed")
        ),
        "public_line_en": general(
            _("the list of instructors"), seen_by=_("the public, where agreed")
        ),
        "note": general(_("finding instructors")),
    }

    person = models.OneToOneField(
        Person,
        on_delete=models.PROTECT,
        related_name="as_instructor",
        verbose_name=_("person"),
        help_text=_("Name, phone, e-mail and home region stand with the person."),
    )
    institution = models.CharField(
        _("institution"),
        max_length=150,
        blank=True,
        help_text=_("Such as: SMKN 8 Surabaya. Empty for whoever works alone."),
    )
    languages = LanguagesField(
        _("languages of teaching"), default=list, db_default=[], blank=True
    )
    fee = models.CharField(
        _("fee"),
        max_length=200,
        blank=True,
        help_text=_("Such as: Rp150.000 a lesson of 45 minutes, and the journey."),
    )
    certificates = models.TextField(
        _("certificates of competence"),
        blank=True,
        help_text=_("One a line: scheme, body, until when."),
    )
    public_line = models.CharField(
        _("line for the public"),
        max_length=160,
        blank=True,
        help_text=_("Shown below the name on the page of a training, where agreed."),
    )
    public_line_en = english_field(_("line for the public, in English"), max_length=160)
    note = models.TextField(
        _("note"), blank=True, help_text=_("It stays inside your council.")
    )
    code = models.CharField(
        _("code"), max_length=24, unique=True, editable=False, default=new_code
    )
    is_example = models.BooleanField(_("example data"), default=False)

    objects = InstructorQuerySet.as_manager()
    # Whoever has the code opens the page, so old ones are kept nowhere.
    history = HistoricalRecords(excluded_fields=["code"])

    class Meta:
        ordering = ["person__full_name"]
        verbose_name = _("instructor")
        verbose_name_plural = _("instructors")

    def __str__(self):
        return str(self.person)

    @property
    def is_in_pool(self) -> bool:
        return has_given(self.person, POOL)

    @property
    def has_public_line(self) -> bool:
        return has_given(self.person, PUBLIC_LINE)

    @property
    def language_names(self) -> list[str]:
        return names_of(self.languages)

    @property
    def certificate_lines(self) -> list[str]:
        return [line for line in self.certificates.splitlines() if line.strip()]

    def agree(self, purpose: str, is_yes: bool) -> None:
        """Note what the person wants: to be found by others, a line in public."""
        (give if is_yes else withdraw)(self.person, purpose)

    def renew_link(self) -> None:
        """Give the own page another address; the one before opens nothing."""
        self.code = new_code()
        self.save(update_fields=["code"])


class Skill(models.Model):
    """A craft an instructor teaches, and what shows that they can."""

    class Level(models.TextChoices):
        BASIC = "dasar", _("for beginners")
        ADVANCED = "mahir", _("for the advanced")
        MASTER = "empu", _("master of the craft")

    # The highest first, as the pick list wants them.
    RANKS = [Level.MASTER, Level.ADVANCED, Level.BASIC]

    unit_path = "instructor__person__unit"
    personal_data = {
        "evidence": general(
            _("finding instructors"), seen_by=_("other councils, where agreed")
        )
    }

    instructor = models.ForeignKey(
        Instructor,
        on_delete=models.CASCADE,
        related_name="skills",
        verbose_name=_("instructor"),
    )
    craft = models.ForeignKey(
        Craft,
        on_delete=models.PROTECT,
        related_name="instructor_skills",
        verbose_name=_("craft"),
    )
    level = models.CharField(
        _("level"), max_length=6, choices=Level, default=Level.BASIC
    )
    evidence = models.CharField(
        _("what shows it"),
        max_length=200,
        blank=True,
        help_text=_("Such as: taught in Palembang in 2024; SKKNI certificate."),
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["craft__name"]
        verbose_name = _("skill")
        verbose_name_plural = _("skills")
        constraints = [
            models.UniqueConstraint(
                fields=["instructor", "craft"],
                name="an_instructor_has_each_craft_once",
                violation_error_message=_("This craft is already listed."),
            )
        ]

    def __str__(self):
        return f"{self.craft}, {self.get_level_display()}"


class Availability(models.Model):
    """Days on which an instructor said that they can teach, or cannot."""

    class Kind(models.TextChoices):
        FREE = "bisa", _("can teach")
        AWAY = "berhalangan", _("cannot")

    unit_path = "instructor__person__unit"
    personal_data = {
        "starts_on": general(_("finding instructors")),
        "note": general(_("finding instructors")),
    }

    instructor = models.ForeignKey(
        Instructor,
        on_delete=models.CASCADE,
        related_name="periods",
        verbose_name=_("instructor"),
    )
    kind = models.CharField(_("on these days"), max_length=12, choices=Kind)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    note = models.CharField(
        _("note"), max_length=150, blank=True, help_text=_("Only your council sees it.")
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        verbose_name = _("period of availability")
        verbose_name_plural = _("periods of availability")
        constraints = [
            models.CheckConstraint(
                name="a_period_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day is before the first day."),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.starts_on} – {self.ends_on}"

    def holds(self, day) -> bool:
        return self.starts_on <= day <= self.ends_on
