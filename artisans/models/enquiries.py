from datetime import timedelta

from phonenumber_field.modelfields import PhoneNumberField

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.personal_data import general
from council.scopes import ScopedQuerySet

from .businesses import Business
from .products import Product

RETENTION = "1 tahun"


class EnquiryQuerySet(ScopedQuerySet):
    def to_account(self, user):
        """What was asked of the businesses of the person behind an account."""
        return self.filter(business__owner__person__user=user)

    def unanswered(self):
        return self.filter(state=Enquiry.State.NEW)

    def overdue(self, moment):
        """Kept long enough: asked before the moment, and not forgotten yet."""
        return self.filter(asked_at__lt=moment, forgotten_at=None)

    def forget(self) -> int:
        """Destroy who asked and what they wrote; that somebody asked remains."""
        return self.update(
            name="", email="", phone="", message="", forgotten_at=timezone.now()
        )


class Enquiry(models.Model):
    """
    What somebody asks a maker through the portal; it is not an order.

    The person who asks needs no account: their name and contact are kept for a
    year, for the answer alone.
    """

    class Wish(models.TextChoices):
        ONE_PIECE = "satuan", _("one piece or a few")
        BULK = "partai", _("a larger order")
        COOPERATION = "kerja-sama", _("cooperation")

    class State(models.TextChoices):
        NEW = "baru", _("new")
        ANSWERED = "dijawab", _("answered")
        CLOSED = "ditutup", _("closed")

    unit_path = "business__unit"
    kept_for = timedelta(days=365)
    personal_data = {
        field: general(_("answering buyers' questions"), retention=RETENTION)
        for field in ("name", "email", "phone", "message")
    }

    business = models.ForeignKey(
        Business,
        on_delete=models.PROTECT,
        related_name="enquiries",
        verbose_name=_("maker"),
    )
    product = models.ForeignKey(
        Product,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="enquiries",
        verbose_name=_("product"),
    )
    name = models.CharField(_("name of who asks"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = PhoneNumberField(_("phone"), blank=True)
    wish = models.CharField(_("what they want"), max_length=10, choices=Wish)
    quantity = models.PositiveIntegerField(
        _("how many"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    needed_on = models.DateField(_("needed by"), null=True, blank=True)
    message = models.TextField(_("message"), blank=True)
    language = models.CharField(_("language"), max_length=5, default="id")
    notice_version = models.CharField(_("version of the notice"), max_length=20)
    state = models.CharField(
        _("status"), max_length=8, choices=State, default=State.NEW
    )
    form_number = models.CharField(
        _("number of the form"), max_length=32, editable=False
    )
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    forgotten_at = models.DateTimeField(_("forgotten at"), null=True, blank=True)
    is_example = models.BooleanField(_("example data"), default=False)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("question to a maker")
        verbose_name_plural = _("questions to makers")
        constraints = [
            models.CheckConstraint(
                name="who_asks_can_be_answered",
                condition=~Q(email="") | ~Q(phone="") | Q(forgotten_at__isnull=False),
                violation_error_message=_("Write a phone number or an e-mail."),
            ),
            models.UniqueConstraint(
                fields=["business", "form_number"],
                name="a_form_asks_a_maker_once",
                violation_error_message=_("This question was sent already."),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-asked_at"], name="enquiry_by_state"),
            models.Index(fields=["business", "-asked_at"], name="enquiry_of_maker"),
        ]

    def __str__(self):
        # Lists of changes keep this text: it names nobody.
        return f"{self.pk} · {self.about}"

    @property
    def about(self) -> str:
        """What was asked about: the product, or the maker's work."""
        return str(self.product or self.business)

    @property
    def is_new(self) -> bool:
        return self.state == self.State.NEW

    def answer(self) -> None:
        """Note that the maker or the council has answered."""
        self.state, self.answered_at = self.State.ANSWERED, timezone.now()
        self.save(update_fields=["state", "answered_at"])

    def close(self) -> None:
        """Put it aside: it needs no answer, or no further one."""
        self.state = self.State.CLOSED
        self.save(update_fields=["state"])
