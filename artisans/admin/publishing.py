"""What staff do with a page of their own: show it, or take it back."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.admin_scope import slug_for


class PublishedFilter(admin.SimpleListFilter):
    title = _("shown to the public")
    parameter_name = "tayang"

    def lookups(self, request, model_admin):
        return [("ya", _("yes")), ("tidak", _("no"))]

    def queryset(self, request, queryset):
        if self.value() not in {"ya", "tidak"}:
            return queryset
        shown = queryset.model.objects.published().values("pk")
        is_shown = self.value() == "ya"
        return (
            queryset.filter(pk__in=shown)
            if is_shown
            else queryset.exclude(pk__in=shown)
        )


class PublishedAdmin:
    """Shared by centres, outlets, collections and routes."""

    actions = ["publish", "unpublish"]

    def save_model(self, request, obj, form, change):
        if not obj.slug:
            obj.slug = slug_for(self.model, str(obj))
        super().save_model(request, obj, form, change)

    @admin.action(
        description=_("Publish: show the chosen to the public"), permissions=["change"]
    )
    def publish(self, request, queryset):
        rows = [row for row in queryset if not row.is_published]
        for row in rows:
            row.publish()
        self.message_user(
            request,
            ngettext(
                "%(count)s page is now public.",
                "%(count)s pages are now public.",
                len(rows),
            )
            % {"count": len(rows)},
            messages.SUCCESS,
        )

    @admin.action(description=_("Take off the public pages"), permissions=["change"])
    def unpublish(self, request, queryset):
        rows = [row for row in queryset if row.published_at]
        for row in rows:
            row.unpublish()
        self.message_user(
            request,
            ngettext(
                "%(count)s page is no longer public. Nothing is lost.",
                "%(count)s pages are no longer public. Nothing is lost.",
                len(rows),
            )
            % {"count": len(rows)},
            messages.SUCCESS,
        )

    @admin.display(description=_("public"), boolean=True, ordering="published_at")
    def is_shown(self, row):
        return row.is_published
