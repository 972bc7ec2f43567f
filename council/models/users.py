from phonenumber_field.modelfields import PhoneNumberField

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.personal_data import general

from .people import Person
from .units import Unit


class User(AbstractUser):
    """An account that signs in by e-mail or by phone number."""

    personal_data = {
        "username": general(_("signing in")),
        "email": general(_("signing in, and messages")),
        "phone": general(_("signing in, and messages")),
        "first_name": general(_("addressing the person")),
        "last_name": general(_("addressing the person")),
        "person": general(_("linking the account with the member's data")),
        "last_login": general(_("safety of the account")),
        "phone_verified_at": general(_("safety of the account")),
    }

    email = models.EmailField(_("e-mail"), blank=True)
    phone = PhoneNumberField(_("phone number"), blank=True)
    phone_verified_at = models.DateTimeField(
        _("phone verified at"), null=True, blank=True
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="staff",
        verbose_name=_("unit"),
        help_text=_("Staff see this unit and everything below it, nothing else."),
    )
    person = models.OneToOneField(
        Person,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="user",
        verbose_name=_("person"),
    )
    is_example = models.BooleanField(
        _("example account"),
        default=False,
        editable=False,
        help_text=_("Has a published password; cannot sign in where DEBUG is off."),
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.UniqueConstraint(
                fields=["email"],
                condition=~models.Q(email=""),
                name="an_email_belongs_to_one_account",
                violation_error_message=_("This e-mail address is already used."),
            ),
            models.UniqueConstraint(
                fields=["phone"],
                condition=~models.Q(phone=""),
                name="a_phone_number_belongs_to_one_account",
                violation_error_message=_("This phone number is already used."),
            ),
        ]

    def __str__(self):
        return self.get_full_name() or self.get_username()

    def save(self, *args, **kwargs):
        # One spelling of an address, or two accounts would share a mailbox.
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    @property
    def is_phone_verified(self) -> bool:
        return self.phone_verified_at is not None

    def verify_phone(self) -> None:
        """Note that the person proved to hold the number."""
        self.phone_verified_at = timezone.now()
        self.save(update_fields=["phone_verified_at"])
