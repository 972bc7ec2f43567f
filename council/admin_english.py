"""Which public pages staff still have to put into English."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from council.languages import lacking_english

PARAMETER, MISSING = "english", "missing"


def to_translate(rows):
    """The public rows of which readers of English get some words in Indonesian."""
    public = getattr(rows, "published", rows.all)
    return lacking_english(public().filter(**kept_as_such(rows.model)))


def kept_as_such(model) -> dict:
    """The condition that leaves out rows with a form as something more special."""
    return {f"{link.name}__isnull": True for link in child_links(model)}


def child_links(model) -> list:
    """The links to models that say more of the same row."""
    return [
        link
        for link in model._meta.related_objects
        if link.one_to_one and issubclass(link.related_model, model)
    ]


class EnglishFilter(admin.SimpleListFilter):
    """Public pages that are not wholly in English."""

    title = _("in English")
    parameter_name = PARAMETER

    def lookups(self, request, model_admin):
        return [(MISSING, _("something is missing"))]

    def queryset(self, request, queryset):
        return to_translate(queryset) if self.value() == MISSING else queryset
