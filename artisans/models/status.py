from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """How far a page is on its way to the public."""

    DRAFT = "draf", _("draft")
    SUBMITTED = "diajukan", _("waiting for verification")
    NEEDS_REVISION = "perbaikan", _("needs revision")
    VERIFIED = "terverifikasi", _("verified")
    REFUSED = "ditolak", _("refused")
