from django.db import models
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _


class DataVersionQuerySet(models.QuerySet):
    def current(self) -> int:
        """The number that changes with every write to something public."""
        return self.aggregate(sum=Sum("number"))["sum"] or 0


class DataVersion(models.Model):
    """
    How often something public was changed; the version is the sum of all rows.

    Triggers raise it. There are as many rows as writers met at once, so that none
    waits for another's transaction.
    """

    number = models.BigIntegerField(_("number"), default=0)

    objects = DataVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of the data")
        verbose_name_plural = _("versions of the data")
        default_permissions = ()

    def __str__(self):
        return str(self.number)
