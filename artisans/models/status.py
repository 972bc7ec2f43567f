from dataclasses import dataclass

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.scopes import ScopedQuerySet


class Status(models.TextChoices):
    """How far a page is on its way to the public."""

    DRAFT = "draf", _("draft")
    SUBMITTED = "diajukan", _("waiting for verification")
    NEEDS_REVISION = "perbaikan", _("needs revision")
    VERIFIED = "terverifikasi", _("verified")
    REFUSED = "ditolak", _("refused")


# How a page, or the change beside a public one, is marked for its maker.
PAGE = {
    Status.DRAFT: ("held", _("Draft, not sent yet")),
    Status.SUBMITTED: ("waiting", _("Waiting to be checked")),
    Status.NEEDS_REVISION: ("cancelled", _("Needs a change")),
    Status.VERIFIED: ("registered", _("On show")),
    Status.REFUSED: ("cancelled", _("Not accepted")),
}
CHANGE = {
    Status.DRAFT: ("held", _("On show, your change is not sent yet")),
    Status.SUBMITTED: ("waiting", _("On show, your change is being checked")),
    Status.NEEDS_REVISION: ("cancelled", _("On show, your change needs work")),
    Status.REFUSED: ("registered", _("On show, your last change was not taken over")),
}


class Reviewed:
    """What a maker's page and a revision of it have in common: staff decide on it."""

    @property
    def is_approved(self) -> bool:
        return self.status == Status.VERIFIED

    @property
    def is_waiting(self) -> bool:
        return self.status == Status.SUBMITTED

    @property
    def is_sent_back(self) -> bool:
        return self.status in {Status.NEEDS_REVISION, Status.REFUSED}

    def submit(self) -> None:
        """Put it in the staff's queue."""
        self.status, self.status_reason = Status.SUBMITTED, ""
        self.submitted_at = timezone.now()
        self.save(update_fields=["status", "status_reason", "submitted_at"])


class ReviewedQuerySet(ScopedQuerySet):
    def waiting(self):
        return self.filter(status=Status.SUBMITTED)

    def with_revision(self):
        """With how the newest change by the maker stands, and the staff's reason."""
        revisions = self.model.revisions.rel.related_model.objects
        newest = revisions.filter(page=OuterRef("pk")).order_by("-pk")
        return self.annotate(
            revision_status=Subquery(newest.values("status")[:1]),
            revision_reason=Subquery(newest.values("status_reason")[:1]),
        )


@dataclass(frozen=True)
class Standing:
    """How a page stands in its maker's eyes: a mark, its words and a reason."""

    kind: str
    words: str
    reason: str = ""


class ReviewedPage(Reviewed):
    """A page that the public sees once staff have verified it."""

    # What makers change themselves, on a public page and before it is public.
    maker_fields: list[str] = []
    draft_fields: list[str] = []

    @property
    def standing(self) -> Standing:
        """How it stands with what waits beside it; needs `with_revision()`."""
        if self.is_approved and self.revision_status in CHANGE:
            kind, words = CHANGE[self.revision_status]
            return Standing(kind, words, self.revision_reason)
        if self.is_approved and not self.is_published:
            return Standing("soon", _("Shown once your business page is"))
        kind, words = PAGE[self.status]
        return Standing(kind, words, self.status_reason)

    def date_status(self) -> None:
        """Set the moment that belongs to the status the page has now."""
        if self.is_waiting:
            self.submitted_at = timezone.now()
        self.verified_at = timezone.now() if self.is_approved else None

    def verify(self) -> None:
        """Show the page to the public."""
        self.status, self.status_reason = Status.VERIFIED, ""
        self.date_status()
        self.save(update_fields=["status", "status_reason", "verified_at"])

    def send_back(self, reason: str) -> None:
        """Ask the maker for a change; the page leaves the public showcase."""
        self.status, self.status_reason = Status.NEEDS_REVISION, reason
        self.save(update_fields=["status", "status_reason"])

    def refuse(self, reason: str) -> None:
        """Keep the page from the public, and say why."""
        self.status, self.status_reason = Status.REFUSED, reason
        self.save(update_fields=["status", "status_reason"])
