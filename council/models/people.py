from phonenumber_field.modelfields import PhoneNumberField
from simple_history.models import HistoricalRecords

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from council.names import validate_name
from council.personal_data import general, specific
from council.scopes import ScopedQuerySet

from .kept import SavedWhole
from .regions import Region
from .units import Unit


class Person(SavedWhole):
    """
    A human being, known once: officer, artisan, instructor or speaker.

    One field for the whole name, since one word is a full name in Indonesia.
    """

    class Gender(models.TextChoices):
        WOMAN = "perempuan", _("woman")
        MAN = "laki-laki", _("man")

    unit_path = "unit"
    personal_data = {
        "full_name": general(
            _("knowing the members"), seen_by=_("the public, where agreed")
        ),
        "title_before": general(_("addressing the person properly")),
        "title_after": general(_("addressing the person properly")),
        "gender": general(_("reports by gender")),
        "birth_on": general(_("age limits, Law 27/2022 article 25")),
        "phone": general(
            _("being reached about activities"), seen_by=_("the public, where agreed")
        ),
        "email": general(_("being reached about activities")),
        "address": general(_("mentoring visits")),
        "origin": general(
            _("reports of where instructors come from"), seen_by=_("the public")
        ),
        "nik_encrypted": specific(_("verification"), seen_by="Verifikator"),
        "nik_digest": specific(_("preventing double records"), seen_by=_("nobody")),
    }

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="people",
        verbose_name=_("kept by"),
        help_text=_("The unit that keeps this person's record."),
    )
    full_name = models.CharField(
        _("full name"), max_length=150, validators=[validate_name], db_index=True
    )
    title_before = models.CharField(
        _("title before the name"), max_length=40, blank=True
    )
    title_after = models.CharField(_("title after the name"), max_length=60, blank=True)
    gender = models.CharField(_("gender"), max_length=10, choices=Gender, blank=True)
    birth_on = models.DateField(_("date of birth"), null=True, blank=True)
    phone = PhoneNumberField(_("phone"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)
    origin = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("home region"),
    )
    nik_encrypted = models.TextField(_("NIK, encrypted"), blank=True, editable=False)
    nik_digest = models.CharField(
        _("NIK, digest"), max_length=64, blank=True, editable=False
    )
    is_example = models.BooleanField(_("example data"), default=False)

    objects = ScopedQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["nik_encrypted", "nik_digest"])

    class Meta:
        ordering = ["full_name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        permissions = [("reveal_nik", "Can see a person's NIK")]
        constraints = [
            models.UniqueConstraint(
                fields=["nik_digest"],
                condition=~models.Q(nik_digest=""),
                name="a_nik_belongs_to_one_person",
                # Naming the other record would tell a stranger who is a member.
                violation_error_message=_("This NIK is already registered."),
            )
        ]

    def __str__(self):
        return self.titled_name

    @property
    def titled_name(self) -> str:
        """The name with titles, as on an invitation."""
        name = f"{self.title_before} {self.full_name}".strip()
        return f"{name}, {self.title_after}" if self.title_after else name


class PersonAlias(SavedWhole):
    """Another way a person's name is written, such as Treutami for Truetami."""

    unit_path = "person__unit"
    personal_data = {"name": general(_("finding people by other spellings"))}

    person = models.ForeignKey(
        Person,
        on_delete=models.CASCADE,
        related_name="aliases",
        verbose_name=_("person"),
    )
    name = models.CharField(
        _("other spelling"), max_length=150, validators=[validate_name]
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("other spelling of a name")
        verbose_name_plural = _("other spellings of names")

    def __str__(self):
        return self.name


class Consent(models.Model):
    """
    A person's yes to one purpose, provable and withdrawable.

    UU 27/2022 articles 20 and 22-24; a withdrawal keeps the row and dates it.
    """

    class Purpose(models.TextChoices):
        PUBLIC_PROFILE = "profil", _("show my maker page to the public")
        PUBLIC_PHONE = "telepon", _("show my WhatsApp number on my page")
        PUBLIC_LINKS = "tautan", _("show my marketplace links on my page")
        PUBLIC_MAP = "peta", _("show my workshop on the map, rounded to a kilometre")
        MESSAGES = "pesan", _("send me news of trainings and exhibitions")
        TEACHING_POOL = "pelatih", _("let every council find me as an instructor")
        TEACHING_LINE = "mengajar", _("show a line about me where I teach")

    unit_path = "person__unit"
    personal_data = {"person": general(_("proof of consent"), retention=_("5 years"))}

    person = models.ForeignKey(
        Person,
        on_delete=models.CASCADE,
        related_name="consents",
        verbose_name=_("person"),
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose)
    notice_version = models.CharField(_("version of the notice"), max_length=20)
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="a_purpose_is_consented_once_at_a_time",
            )
        ]

    def __str__(self):
        return self.get_purpose_display()

    def clean(self):
        if self.withdrawn_at and self.given_at and self.withdrawn_at < self.given_at:
            raise ValidationError(_("A consent cannot end before it was given."))
