from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.personal_data import general
from council.scopes import ScopedQuerySet


class AuditEntryIsFinal(Exception):
    """Somebody tried to change or delete what the audit log says."""


class AuditEntryQuerySet(ScopedQuerySet):
    def about(self, subject):
        return self.filter(
            subject_type=subject._meta.label_lower, subject_id=str(subject.pk)
        )

    def update(self, **kwargs):
        raise AuditEntryIsFinal

    def delete(self):
        raise AuditEntryIsFinal


class AuditEntry(models.Model):
    """One sensitive thing somebody did: written once, never changed or deleted."""

    unit_path = "unit"
    personal_data = {
        "who": general(_("proving who opened data"), retention=_("5 years")),
        "ip": general(_("proving who opened data"), retention=_("5 years")),
    }

    # The number of a deleted account stays in the log.
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        related_name="audit_entries",
        verbose_name=_("who"),
    )
    unit = models.ForeignKey(
        "council.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="audit_entries",
        verbose_name=_("unit"),
    )
    what = models.CharField(_("what"), max_length=60)
    subject_type = models.CharField(_("kind of record"), max_length=80, blank=True)
    subject_id = models.CharField(_("record"), max_length=64, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)
    ip = models.GenericIPAddressField(_("internet address"), null=True, blank=True)

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        default_permissions = ("view",)
        indexes = [
            models.Index(name="audit_subject", fields=["subject_type", "subject_id"]),
            models.Index(name="audit_unit_moment", fields=["unit", "recorded_at"]),
        ]

    def __str__(self):
        return f"{self.what} {self.subject_type} {self.subject_id}".strip()

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AuditEntryIsFinal
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AuditEntryIsFinal
