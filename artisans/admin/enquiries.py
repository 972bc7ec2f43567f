from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from artisans.models import Enquiry
from council.admin_scope import ScopedAdmin


@admin.register(Enquiry)
class EnquiryAdmin(ScopedAdmin):
    """Written by visitors: staff read it, and note that it is answered."""

    list_display = [
        "about",
        "state",
        "wish",
        "quantity",
        "needed_on",
        "business",
        "asked_at",
    ]
    list_filter = ["state", "wish", "asked_at", "business__unit"]
    list_select_related = ["business", "product"]
    search_fields = ["business__name", "product__name", "name"]
    search_help_text = _("Maker, product, or the name of who asks.")
    ordering = ["-asked_at", "-pk"]
    actions = ["mark_answered", "close"]
    kept_back = frozenset({"email", "phone", "message", "form_number"})
    fieldsets = [
        (
            _("Question"),
            {
                "fields": [
                    ("business", "product"),
                    ("wish", "quantity", "needed_on"),
                    "message",
                ],
                "description": _("What the visitor wrote; the maker has it too."),
            },
        ),
        (
            _("Who asks"),
            {
                "fields": ["name", ("phone", "email"), "language"],
                "description": _(
                    "Only to answer this question; destroyed after one year."
                ),
            },
        ),
        (
            _("Answer"),
            {
                "fields": [
                    "state",
                    ("asked_at", "answered_at"),
                    "notice_version",
                    "is_example",
                ],
                "description": _("Ask the maker whether it is answered, or answer."),
            },
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        return [
            field.name
            for field in Enquiry._meta.fields
            if field.name not in {"state", "form_number"}
        ]

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        if "state" in form.changed_data and obj.state == Enquiry.State.ANSWERED:
            obj.answer()
            return
        super().save_model(request, obj, form, change)

    @admin.display(description=_("about"))
    def about(self, enquiry):
        return enquiry.about

    @admin.action(description=_("Mark as answered"), permissions=["change"])
    def mark_answered(self, request, queryset):
        self._each(request, queryset.exclude(state=Enquiry.State.ANSWERED), "answer")

    @admin.action(description=_("Close: needs no answer"), permissions=["change"])
    def close(self, request, queryset):
        self._each(request, queryset.exclude(state=Enquiry.State.CLOSED), "close")

    def _each(self, request, rows, verb):
        rows = list(rows)
        for row in rows:
            getattr(row, verb)()
        self.message_user(
            request,
            ngettext(
                "%(count)s question is settled.",
                "%(count)s questions are settled.",
                len(rows),
            )
            % {"count": len(rows)},
            messages.SUCCESS,
        )
