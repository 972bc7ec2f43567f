from django.db import models
from django.utils.translation import gettext_lazy as _


class DailyWork(models.Model):
    """A turn of the portal's daily work, and the last day it was done."""

    name = models.CharField(_("name"), max_length=40, unique=True)
    done_on = models.DateField(_("done on"))

    class Meta:
        verbose_name = _("daily work")
        verbose_name_plural = _("daily work")

    def __str__(self):
        return self.name
