from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.models import Artisan
from council.models import Unit
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .enrolments import Enrolment


class GroupRegistration(models.Model):
    """
    Several members that an officer registered for a class at once.

    It belongs to the officer's unit. The same form sent again finds it here, so
    that it is answered once; rows are written only by `trainings.groups`.
    """

    unit_path = "unit"

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="group_registrations",
        verbose_name=_("unit"),
    )
    training_class = models.ForeignKey(
        "trainings.TrainingClass",
        on_delete=models.PROTECT,
        related_name="group_registrations",
        verbose_name=_("class"),
    )
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("registered by"),
    )
    registered_at = models.DateTimeField(_("registered at"), default=timezone.now)
    request_key = models.CharField(_("request key"), max_length=40)
    is_all_or_nothing = models.BooleanField(_("all of them or nobody"))
    is_refused = models.BooleanField(_("nobody was registered"), default=False)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("registration of a group")
        verbose_name_plural = _("registrations of groups")
        constraints = [
            models.UniqueConstraint(
                fields=["training_class", "request_key"],
                name="a_group_is_answered_once",
            )
        ]

    def __str__(self):
        return f"{self.training_class} · {self.registered_at:%Y-%m-%d}"

    def get_absolute_url(self):
        return reverse(
            "admin:trainings_trainingclass_group_done",
            args=[self.training_class_id, self.pk],
        )


class GroupAnswer(models.Model):
    """What one member of a group got: a place, the place they had, or a reason."""

    unit_path = "registration__unit"
    personal_data = {
        "artisan": general(_("running the training"), retention=_("10 years")),
        "refusal": general(_("running the training"), retention=_("10 years")),
    }

    registration = models.ForeignKey(
        GroupRegistration,
        on_delete=models.CASCADE,
        related_name="answers",
        verbose_name=_("registration of a group"),
    )
    artisan = models.ForeignKey(
        Artisan,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("artisan"),
    )
    enrolment = models.ForeignKey(
        Enrolment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("enrolment"),
    )
    is_earlier = models.BooleanField(_("was registered before"), default=False)
    refusal = models.CharField(_("why not"), max_length=400, blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("answer to a member of a group")
        verbose_name_plural = _("answers to members of groups")
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "artisan"],
                name="a_member_is_answered_once_in_a_group",
            )
        ]

    def __str__(self):
        return str(self.artisan)
