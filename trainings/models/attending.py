"""What lies around an attendance: each mark made, links, codes, paper and walk-ins."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.links import new_code
from council.models import Document
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .enrolments import Enrolment
from .lessons import Session
from .records import Attendance

TEN_YEARS = _("10 years")
AS_PROOF = timedelta(days=3653)
# How long a phone without a signal may keep what was marked in time.
ARRIVES_LATE = timedelta(days=1)
AT_ONCE = timedelta(minutes=2)


def by_staff(label):
    """Who of the council did it; empty once the account is gone."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
    )


class HelperLink(models.Model):
    """Lets a helper without an account keep the list of a class, in set hours."""

    unit_path = "training_class__training__unit"
    personal_data = {"helper": general(_("running the training"), retention=TEN_YEARS)}

    training_class = models.ForeignKey(
        "trainings.TrainingClass",
        on_delete=models.CASCADE,
        related_name="helper_links",
        verbose_name=_("class"),
    )
    session = models.ForeignKey(
        Session,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="helper_links",
        verbose_name=_("session"),
        help_text=_("Empty for every session of the class."),
    )
    helper = models.CharField(_("helper"), max_length=80)
    code = models.CharField(
        _("code"), max_length=32, unique=True, default=new_code, editable=False
    )
    opens_at = models.DateTimeField(_("works from"))
    closes_at = models.DateTimeField(_("works until"))
    made_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    made_by = by_staff(_("made by"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("helper's link")
        verbose_name_plural = _("helpers' links")
        constraints = [
            models.CheckConstraint(
                name="a_helpers_link_ends_after_it_begins",
                condition=Q(closes_at__gt=models.F("opens_at")),
                violation_error_message=_("The link must end after it begins."),
            )
        ]

    def __str__(self):
        return self.helper

    def get_absolute_url(self):
        return reverse("attendance:helper", args=[self.code])

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_early(self) -> bool:
        return timezone.now() < self.opens_at

    @property
    def is_spent(self) -> bool:
        """Whether it works no more: withdrawn, or its hours are over."""
        return self.is_withdrawn or timezone.now() >= self.closes_at

    @property
    def takes_late_marks(self) -> bool:
        """Whether marks made in its hours, without a signal, may still arrive."""
        return not self.is_withdrawn and timezone.now() < self.closes_at + ARRIVES_LATE

    def took(self, moment) -> bool:
        """Whether a mark made at that moment counts, although its hours are over."""
        return not self.is_spent or self.opens_at <= moment < self.closes_at


class Mark(models.Model):
    """
    One moment at which somebody said whether a participant was there.

    Marks are never changed, only undone; the latest that stands is the
    `Attendance`. The same sending carries the same key.
    """

    unit_path = "session__training_class__training__unit"
    personal_data = {"status": general(_("running the training"), retention=TEN_YEARS)}

    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        related_name="marks",
        verbose_name=_("session"),
    )
    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.PROTECT,
        related_name="marks",
        verbose_name=_("participant"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Attendance.Status.choices
    )
    way = models.CharField(
        _("written down by"), max_length=10, choices=Attendance.Way.choices
    )
    key = models.CharField(_("request key"), max_length=40)
    made_at = models.DateTimeField(_("made at"))
    received_at = models.DateTimeField(_("received at"), default=timezone.now)
    made_by = by_staff(_("made by"))
    helper_link = models.ForeignKey(
        HelperLink,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="marks",
        verbose_name=_("helper's link"),
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_by = by_staff(_("undone by"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "enrolment", "key"],
                name="a_mark_is_received_once",
            )
        ]

    def __str__(self):
        return f"{self.enrolment}: {self.get_status_display()}"

    @property
    def came_late(self) -> bool:
        """Whether a device kept it for a while before it could send it."""
        return self.received_at - self.made_at > AT_ONCE

    @property
    def maker(self) -> str:
        """Who made it: staff, a helper, or the participant."""
        if self.helper_link:
            return self.helper_link.helper
        if self.way in {Attendance.Way.QR, Attendance.Way.SELF}:
            return str(self.enrolment)
        return self.made_by.get_full_name() if self.made_by else ""


class DoorCode(models.Model):
    """The code behind the QR at the door of one session; a new one ends the old."""

    unit_path = "session__training_class__training__unit"

    session = models.OneToOneField(
        Session,
        on_delete=models.CASCADE,
        related_name="door_code",
        verbose_name=_("session"),
    )
    code = models.CharField(_("code"), max_length=32, unique=True, default=new_code)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("code at the door")
        verbose_name_plural = _("codes at the door")

    def __str__(self):
        return str(self.session)

    def get_absolute_url(self):
        return reverse("attendance:door", args=[self.code])


class WalkInQuerySet(ScopedQuerySet):
    def open(self):
        """Those that nobody has tied to a participant or discarded yet."""
        return self.filter(settled_at=None)

    def overdue(self, moment):
        return self.filter(written_at__lt=moment).exclude(name="", phone="")

    def forget(self):
        """Take name and phone away; that somebody came stays as a number."""
        now = timezone.now()
        self.open().update(settled_at=now)
        return self.update(name="", phone="")


class WalkIn(models.Model):
    """Somebody who came to a session without having registered."""

    unit_path = "session__training_class__training__unit"
    kept_for = timedelta(days=90)
    personal_data = {
        "name": general(_("running the training"), retention=_("90 days")),
        "phone": general(_("running the training"), retention=_("90 days")),
    }

    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        related_name="walk_ins",
        verbose_name=_("session"),
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    key = models.CharField(_("request key"), max_length=40)
    written_at = models.DateTimeField(_("written down at"), default=timezone.now)
    written_by = by_staff(_("written down by"))
    helper_link = models.ForeignKey(
        HelperLink,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("helper's link"),
    )
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = by_staff(_("settled by"))
    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("participant"),
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)

    objects = WalkInQuerySet.as_manager()

    class Meta:
        ordering = ["written_at", "pk"]
        verbose_name = _("walk-in")
        verbose_name_plural = _("walk-ins")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "key"], name="a_walk_in_is_written_once"
            )
        ]

    def __str__(self):
        return self.name or "–"


class Sheet(models.Model):
    """A paper list as it was printed: whose signature stands in which row."""

    unit_path = "session__training_class__training__unit"

    session = models.ForeignKey(
        Session,
        on_delete=models.CASCADE,
        related_name="sheets",
        verbose_name=_("session"),
    )
    number = models.PositiveSmallIntegerField(_("sheet"))
    rows = models.JSONField(_("rows"), default=list)
    printed_at = models.DateTimeField(_("printed at"), default=timezone.now)
    printed_by = by_staff(_("printed by"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name = _("paper sheet")
        verbose_name_plural = _("paper sheets")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"], name="a_sheet_has_its_number_once"
            )
        ]

    def __str__(self):
        return f"{self.session} · {self.number}"


class SheetPhotoQuerySet(ScopedQuerySet):
    def overdue(self, moment):
        return self.filter(kept_at__lt=moment)

    def forget(self):
        """Delete the photos, and their files once that is committed."""
        documents = Document.objects.filter(sheet_photo__in=self)
        return documents.delete()


class SheetPhoto(models.Model):
    """The photo of a signed sheet, kept as proof that people were there."""

    unit_path = "session__training_class__training__unit"
    kept_for = AS_PROOF

    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        related_name="sheet_photos",
        verbose_name=_("session"),
    )
    sheet = models.ForeignKey(
        Sheet,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name=_("paper sheet"),
    )
    document = models.OneToOneField(
        Document,
        on_delete=models.CASCADE,
        related_name="sheet_photo",
        verbose_name=_("photo"),
    )
    kept_at = models.DateTimeField(_("kept at"), default=timezone.now)

    objects = SheetPhotoQuerySet.as_manager()

    class Meta:
        ordering = ["kept_at", "pk"]
        verbose_name = _("photo of a sheet")
        verbose_name_plural = _("photos of sheets")

    def __str__(self):
        return str(self.session)
