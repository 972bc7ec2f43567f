from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.models import SavedWhole
from council.scopes import ScopedQuerySet


class PublishedQuerySet(ScopedQuerySet):
    """Rows that staff prepare in private and then show."""

    def published(self):
        return self.filter(published_at__lte=timezone.now())


class Publishable(SavedWhole):
    """Something staff prepare in private, publish, and may take back."""

    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        blank=True,
        help_text=_("Leave empty to keep it a draft."),
    )
    is_example = models.BooleanField(_("example data"), default=False)

    class Meta:
        abstract = True

    @property
    def is_published(self) -> bool:
        return self.published_at is not None and self.published_at <= timezone.now()

    def publish(self) -> None:
        """Show it from now on; what is shown already keeps its moment."""
        if not self.is_published:
            self.published_at = timezone.now()
            self.save(update_fields=["published_at"])

    def unpublish(self) -> None:
        """Take it off the public pages; nothing is lost."""
        self.published_at = None
        self.save(update_fields=["published_at"])
