from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from programs.admin_activity import (
    MONEY,
    PICTURE,
    RESULT,
    STANDING,
    WHAT,
    WHAT_FOR,
    WHEN_AND_WHERE,
    ActivityAdminBase,
)

from .models import Event


@admin.register(Event)
class EventAdmin(ActivityAdminBase):
    fieldsets = [
        WHAT,
        (
            _("The event"),
            {
                "fields": [
                    "host_name",
                    ("edition", "edition_en"),
                    ("admission", "admission_en"),
                    "website",
                ],
                "description": _("Where others organise it and we take part."),
            },
        ),
        WHEN_AND_WHERE,
        WHAT_FOR,
        PICTURE,
        MONEY,
        (
            _("Stands and sales"),
            {
                "fields": [
                    *("stands", "visitors", "sales"),
                    ("lessons", "lessons_en"),
                ],
                "description": _("Filled in afterwards, from the daily reports."),
            },
        ),
        RESULT,
        STANDING,
    ]
