"""What staff do with a page that waits: verify it, or send it back with a reason."""

from django import forms
from django.contrib import admin, messages
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from artisans.models.status import Status
from council.admin_scope import slug_for


class ReasonForm(forms.Form):
    """What has to change before the public may see it."""

    reason = forms.CharField(
        label=_("What has to change"),
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The maker reads this. One or two plain sentences."),
    )


class ReviewedAdmin:
    """Shared by businesses and products, whose pages staff verify."""

    actions = ["verify", "send_back"]

    def is_withdrawn(self, row) -> bool:
        """Whether the maker said no to a public page."""
        return getattr(row, "business", row).is_withdrawn_by_owner

    def save_model(self, request, obj, form, change):
        if not obj.slug:
            obj.slug = slug_for(self.model, str(obj))
        if "status" in form.changed_data:
            obj.date_status()
        super().save_model(request, obj, form, change)

    @admin.action(
        description=_("Verify: show the chosen to the public"), permissions=["change"]
    )
    def verify(self, request, queryset):
        waiting = list(queryset.exclude(status=Status.VERIFIED))
        rows = [row for row in waiting if not self.is_withdrawn(row)]
        for row in rows:
            row.verify()
        if len(rows) < len(waiting):
            self.message_user(
                request,
                _("The maker has withdrawn this page; only they can allow it."),
                messages.WARNING,
            )
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

    @admin.action(description=_("Send back with a reason …"), permissions=["change"])
    def send_back(self, request, queryset):
        is_sent = "confirmed" in request.POST
        form = ReasonForm(request.POST if is_sent else None)
        if not is_sent or not form.is_valid():
            return self._ask(request, queryset, form)
        rows = list(queryset)
        for row in rows:
            row.send_back(form.cleaned_data["reason"])
        self.message_user(
            request,
            ngettext(
                "%(count)s page waits for its maker and is not public.",
                "%(count)s pages wait for their makers and are not public.",
                len(rows),
            )
            % {"count": len(rows)},
            messages.SUCCESS,
        )
        return None

    def _ask(self, request, queryset, form):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Send back with a reason"),
            "form": form,
            "rows": queryset,
            "selected": admin.helpers.ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/artisans/send_back.html", context)


def picture_in_list(photo, alt=""):
    """A small picture for a list of the admin, or a dash."""
    if not photo:
        return "–"
    return format_html(
        '<img class="list-picture" src="{}" alt="{}" width="48" height="60" '
        'loading="lazy">',
        photo.thumbnail_url,
        alt,
    )


def waiting_for(row, since):
    """How long a submitted page has been waiting, in words."""
    if row.status != Status.SUBMITTED or since is None:
        return "–"
    return timesince(since, timezone.now(), depth=1)
