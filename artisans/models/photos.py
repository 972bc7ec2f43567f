from django.db import models
from django.utils.translation import gettext_lazy as _


class Focus(models.TextChoices):
    """The part of a photo that must stay when it is cropped; styles know the names."""

    TOP_LEFT = "top-left", _("top left")
    TOP = "top", _("top")
    TOP_RIGHT = "top-right", _("top right")
    LEFT = "left", _("left")
    CENTER = "center", _("centre")
    RIGHT = "right", _("right")
    BOTTOM_LEFT = "bottom-left", _("bottom left")
    BOTTOM = "bottom", _("bottom")
    BOTTOM_RIGHT = "bottom-right", _("bottom right")
