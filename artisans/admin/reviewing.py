"""What staff do with a page that waits: verify it, send it back or refuse it."""

from django import forms
from django.contrib import admin, messages
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, ngettext_lazy

from artisans.deciding import (
    DecisionRefused,
    refuse_page,
    send_page_back,
    tell,
    verify_page,
)
from artisans.models.photos import Focus
from artisans.models.status import Status
from council.admin_scope import slug_for

DECIDED = {Status.VERIFIED, Status.NEEDS_REVISION, Status.REFUSED}


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

    actions = ["verify", "send_back", "refuse"]
    # What decides about the public: for those who may verify alone.
    decided_fields = ["status", "status_reason"]

    def has_verify_permission(self, request):
        opts = self.model._meta
        return request.user.has_perm(f"{opts.app_label}.verify_{opts.model_name}")

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if self.has_verify_permission(request):
            return fields
        return [*fields, *self.decided_fields]

    def save_model(self, request, obj, form, change):
        if not obj.slug:
            obj.slug = slug_for(self.model, str(obj))
        is_decided = "status" in form.changed_data
        if is_decided:
            obj.date_status()
        super().save_model(request, obj, form, change)
        if is_decided and obj.status in DECIDED:
            tell(obj, obj.status, obj.status_reason)

    @admin.display(description=_("change that waits"))
    def waiting_change(self, page):
        """The way to what the maker wants changed, where something waits."""
        revision = page.revisions.waiting().first() if page.pk else None
        if revision is None:
            return "–"
        name = f"admin:artisans_{revision._meta.model_name}_change"
        address = reverse(name, args=[revision.pk])
        return format_html('<a href="{}">{}</a>', address, _("Decide about it"))

    def get_deleted_objects(self, objs, request):
        found = super().get_deleted_objects(objs, request)
        objects, counts, forbidden, protected = found
        # What a maker still wanted changed goes with the page.
        revision = self.model.revisions.rel.related_model
        return objects, counts, forbidden - {revision._meta.verbose_name}, protected

    @admin.action(
        description=_("Verify: show the chosen to the public"), permissions=["verify"]
    )
    def verify(self, request, queryset):
        waiting = queryset.exclude(status=Status.VERIFIED)
        done = self._decide_each(request, waiting, verify_page)
        said = ngettext(
            "%(count)s page is now public.", "%(count)s pages are now public.", done
        )
        self.message_user(request, said % {"count": done}, messages.SUCCESS)

    @admin.action(description=_("Send back with a reason …"), permissions=["verify"])
    def send_back(self, request, queryset):
        said = ngettext_lazy(
            "%(count)s page waits for its maker and is not public.",
            "%(count)s pages wait for their makers and are not public.",
            "count",
        )
        title = _("Send back with a reason")
        return self._decide_with_reason(
            request, queryset, send_page_back, "send_back", title, said
        )

    @admin.action(description=_("Refuse with a reason …"), permissions=["verify"])
    def refuse(self, request, queryset):
        said = ngettext_lazy(
            "%(count)s page is refused and not public.",
            "%(count)s pages are refused and not public.",
            "count",
        )
        title = _("Refuse with a reason")
        return self._decide_with_reason(
            request, queryset, refuse_page, "refuse", title, said
        )

    def _decide_with_reason(self, request, queryset, decide, action, title, said):
        is_sent = "confirmed" in request.POST
        form = ReasonForm(request.POST if is_sent else None)
        if not is_sent or not form.is_valid():
            return self._ask(request, queryset, form, action, title)
        reason = form.cleaned_data["reason"]
        done = self._decide_each(request, queryset, lambda row: decide(row, reason))
        self.message_user(request, said % {"count": done}, messages.SUCCESS)
        return None

    def _decide_each(self, request, rows, decide) -> int:
        """Decide for every row, tell each refusal once, and give how many changed."""
        done, refusals = 0, []
        for row in rows:
            try:
                done += decide(row)
            except DecisionRefused as refusal:
                refusals.append(str(refusal))
        for sentence in dict.fromkeys(refusals):
            self.message_user(request, sentence, messages.WARNING)
        return done

    def _ask(self, request, queryset, form, action, title):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "action": action,
            "form": form,
            "rows": queryset,
            "selected": admin.helpers.ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/artisans/send_back.html", context)


def picture_in_list(photo, alt="", focus=Focus.CENTER):
    """A small picture for a list of the admin, or a dash."""
    if not photo:
        return "–"
    return format_html(
        '<img class="list-picture list-picture--{}" src="{}" alt="{}" width="48" '
        'height="60" loading="lazy">',
        focus,
        photo.thumbnail_url,
        alt,
    )


def waiting_for(row, since):
    """How long a submitted page has been waiting, in words."""
    if row.status != Status.SUBMITTED or since is None:
        return "–"
    return timesince(since, timezone.now(), depth=1)
