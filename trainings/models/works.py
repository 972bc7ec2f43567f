from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from council.images import PhotoField
from council.languages import english_field, shown_field
from council.personal_data import general
from council.scopes import ScopedQuerySet

from .enrolments import Enrolment


class Work(models.Model):
    """
    What a participant made in a class, and how each criterion of the rubric was met.

    Its points are the product's `Score`. Its photo stands on the training's page
    only while the maker agrees; once taken back, the maker alone shows it again.
    """

    unit_path = "enrolment__training_class__training__unit"
    personal_data = {
        "grades": general(_("running the training"), retention=_("10 years")),
        "photo": general(
            _("running the training"), seen_by=_("the public, where agreed")
        ),
    }

    enrolment = models.OneToOneField(
        Enrolment,
        on_delete=models.PROTECT,
        related_name="work",
        verbose_name=_("participant"),
    )
    name = models.CharField(_("what was made"), max_length=120)
    name_en = english_field(_("what was made, in English"), max_length=120)
    grades = models.JSONField(_("grades by criterion"), default=dict, blank=True)
    photo = PhotoField(_("photo"), blank=True)
    alt = models.CharField(_("what the photo shows"), max_length=150, blank=True)
    alt_en = english_field(_("what the photo shows, in English"), max_length=150)
    public_page = models.ForeignKey(
        "trainings.Training",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="shown_works",
        verbose_name=_("shown to the public at"),
    )
    withdrawn_at = models.DateTimeField(
        _("taken back by the maker at"), null=True, blank=True
    )

    objects = ScopedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("work of a participant")
        verbose_name_plural = _("works of participants")
        constraints = [
            models.CheckConstraint(
                name="a_public_work_has_a_photo_and_its_words",
                condition=Q(public_page=None) | (~Q(photo="") & ~Q(alt="")),
                violation_error_message=_(
                    "To show it, add a photo and say what the photo shows."
                ),
            )
        ]

    def __str__(self):
        return self.name

    shown_name = shown_field("name")
    shown_alt = shown_field("alt")

    @property
    def is_public(self) -> bool:
        return self.public_page_id is not None
