from simple_history.models import HistoricalRecords

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.models import Unit
from council.scopes import ScopedQuerySet, scope_of


class AllotmentQuerySet(ScopedQuerySet):
    def in_scope(self, user):
        """Seats in own classes, and seats other classes keep for own units."""
        in_own_classes = scope_of(user, self.model.unit_path)
        return self.filter(in_own_classes | scope_of(user, self.model.seats_of))

    def editable_by(self, user):
        return self.in_scope(user)

    def of_units_of(self, user):
        """Seats that belong to the person's units, whoever runs the class."""
        return self.filter(scope_of(user, self.model.seats_of))

    def kept(self):
        """Allotments whose unused seats have not gone back to the pool."""
        return self.filter(returned_at=None)


class Allotment(models.Model):
    """
    Seats of a class kept for the artisans of one unit until a day (kuota titipan).

    On the morning of that day what is unused goes back to everybody. Rows are
    written only by `trainings.enrolment`; `taken` is kept, not counted.
    """

    unit_path = "training_class__training__unit"
    seats_of = "unit"

    training_class = models.ForeignKey(
        "trainings.TrainingClass",
        on_delete=models.CASCADE,
        related_name="allotments",
        verbose_name=_("class"),
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="allotments",
        verbose_name=_("for the artisans of"),
    )
    seats = models.PositiveSmallIntegerField(_("seats"))
    taken = models.PositiveSmallIntegerField(
        _("seats taken"), default=0, editable=False
    )
    returns_on = models.DateField(
        _("goes back on"),
        help_text=_("From this morning unused seats are everybody's."),
    )
    returned_at = models.DateTimeField(
        _("went back at"), null=True, blank=True, editable=False
    )
    returned = models.PositiveSmallIntegerField(
        _("seats that went back"), default=0, editable=False
    )

    objects = AllotmentQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["taken"])

    class Meta:
        ordering = ["unit__code"]
        verbose_name = _("seats of a unit")
        verbose_name_plural = _("seats per unit")
        constraints = [
            models.UniqueConstraint(
                fields=["training_class", "unit"],
                name="a_unit_has_its_seats_in_a_class_once",
                violation_error_message=_("This unit has seats in the class already."),
            ),
            models.CheckConstraint(
                name="a_unit_takes_no_more_than_its_seats",
                condition=Q(taken__lte=F("seats")),
                violation_error_message=_("More of these seats are taken already."),
            ),
        ]

    def __str__(self):
        return f"{self.unit} · {self.training_class}"

    @property
    def unused(self) -> int:
        return self.seats - self.taken

    @property
    def is_returned(self) -> bool:
        return self.returned_at is not None

    def is_due(self, today) -> bool:
        """Whether its unused seats go back, on the day of the class's unit."""
        return not self.is_returned and self.returns_on <= today

    def serves(self, artisan) -> bool:
        """Whether these are seats of the artisan's home unit or of one above it."""
        return self.unit.covers(artisan.unit.code)


class SeatTransferQuerySet(ScopedQuerySet):
    def in_scope(self, user):
        """Offers in own classes, from own units and to own units."""
        paths = [self.model.unit_path, self.model.giver, self.model.receiver]
        given, mine, to_me = (scope_of(user, path) for path in paths)
        return self.filter(given | mine | to_me)

    def open(self):
        return self.filter(status=SeatTransfer.Status.OPEN)

    def answerable_by(self, user):
        """Open offers to the person's units."""
        return self.open().filter(scope_of(user, self.model.receiver))


class SeatTransfer(models.Model):
    """Seats one unit offers to another, which accepts or declines them."""

    class Status(models.TextChoices):
        OPEN = "terbuka", _("waits for an answer")
        ACCEPTED = "diterima", _("accepted")
        DECLINED = "ditolak", _("declined")
        WITHDRAWN = "ditarik", _("withdrawn")

    unit_path = "allotment__training_class__training__unit"
    giver, receiver = "allotment__unit", "to_unit"

    allotment = models.ForeignKey(
        Allotment,
        on_delete=models.CASCADE,
        related_name="transfers",
        verbose_name=_("from the seats of"),
    )
    to_unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="seats_offered",
        verbose_name=_("offered to"),
    )
    seats = models.PositiveSmallIntegerField(
        _("seats"), validators=[MinValueValidator(1)]
    )
    note = models.CharField(_("note"), max_length=200, blank=True)
    status = models.CharField(
        _("answer"), max_length=10, choices=Status, default=Status.OPEN
    )
    offered_at = models.DateTimeField(_("offered at"), default=timezone.now)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("offered by"),
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
    )

    objects = SeatTransferQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("offer of seats")
        verbose_name_plural = _("offers of seats between units")
        constraints = [
            models.UniqueConstraint(
                fields=["allotment", "to_unit"],
                condition=Q(status="terbuka"),
                name="a_unit_is_offered_the_same_seats_once",
                violation_error_message=_("This unit has an open offer already."),
            ),
            models.CheckConstraint(
                name="an_offer_of_seats_is_of_at_least_one",
                condition=Q(seats__gte=1),
            ),
        ]

    def __str__(self):
        return f"{self.allotment.unit} → {self.to_unit}: {self.seats}"
