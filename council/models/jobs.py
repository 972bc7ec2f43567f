import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.personal_data import general
from council.scopes import ScopedQuerySet
from council.stored_files import OwnedFileField

from .documents import private_storage

# A worker says at least this often that it is still there.
SILENT_FOR = timedelta(minutes=2)


def job_path(job, filename) -> str:
    name = secrets.token_hex(16)
    return f"jobs/{name[:2]}/{name}.zip"


class JobQuerySet(ScopedQuerySet):
    def active(self):
        return self.filter(state__in=Job.ACTIVE)

    def due(self):
        """Waiting, or left by a worker that was killed."""
        silent = timezone.now() - SILENT_FOR
        left = Q(state=Job.State.RUNNING, seen_at__lt=silent)
        return self.filter(Q(state=Job.State.WAITING) | left)

    def overdue(self, moment):
        """Finished before the moment, and its file is still kept."""
        return self.filter(finished_at__lt=moment).exclude(file="")

    def forget(self) -> int:
        """Destroy the files; that the work was done remains."""
        rows = list(self)
        for row in rows:
            row.file = ""
            row.save(update_fields=["file"])
        return len(rows)


class Job(models.Model):
    """
    Work too long for a page: ordered by a person, done by the worker, step by step.

    Written by `council.jobs`. What is done stays done: a job taken up again after
    the worker was killed goes on with the rest.
    """

    class State(models.TextChoices):
        WAITING = "menunggu", _("waiting for the worker")
        RUNNING = "berjalan", _("being done")
        DONE = "selesai", _("done")
        FAILED = "gagal", _("failed")
        CANCELLED = "batal", _("cancelled")

    ACTIVE = (State.WAITING, State.RUNNING)

    unit_path = "unit"
    # What was made can be made again: nobody needs the file for long.
    kept_for = timedelta(days=7)
    personal_data = {"file": general(_("handing out documents"), retention=_("7 days"))}

    unit = models.ForeignKey(
        "council.Unit",
        on_delete=models.CASCADE,
        related_name="jobs",
        verbose_name=_("unit"),
    )
    kind = models.CharField(_("kind"), max_length=40)
    subject = models.CharField(
        _("subject"),
        max_length=40,
        help_text=_("The key of the record it is about: one order at a time for each."),
    )
    title = models.CharField(_("what is done"), max_length=250)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.WAITING
    )
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("of"), default=0)
    error = models.CharField(_("why it failed"), max_length=250, blank=True)
    file = OwnedFileField(
        _("file"),
        upload_to=job_path,
        storage=private_storage,
        max_length=120,
        blank=True,
        editable=False,
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="jobs",
        verbose_name=_("ordered by"),
    )
    worker = models.CharField(max_length=32, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("ordered at"), default=timezone.now)
    seen_at = models.DateTimeField(_("last step at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"],
                condition=Q(state__in=["menunggu", "berjalan"]),
                name="the_same_work_is_ordered_once_at_a_time",
            )
        ]
        indexes = [
            models.Index(
                name="job_due",
                fields=["created_at"],
                condition=Q(state__in=["menunggu", "berjalan"]),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("admin:council_job_change", args=[self.pk])

    @property
    def is_active(self) -> bool:
        return self.state in self.ACTIVE

    @property
    def is_done(self) -> bool:
        return self.state == self.State.DONE

    @property
    def is_failed(self) -> bool:
        return self.state == self.State.FAILED

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 0
