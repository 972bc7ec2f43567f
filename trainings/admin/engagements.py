from django import forms
from django.contrib import admin, messages
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.admin_scope import ReadAndActOn
from trainings.inviting import (
    InvitationRefused,
    answer,
    invitation_text,
    send_again,
    why_not_answer,
    withdraw,
)
from trainings.models import Engagement

from .picking import PickingPages, shown_phone
from .reasons import ReasonForm, ask_first


class DeclinedForm(forms.Form):
    """What an instructor said by phone who cannot come."""

    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)
    other_days = forms.CharField(
        label=_("Other days that suit"), max_length=300, required=False
    )


class WithdrawForm(ReasonForm):
    """Why an instructor is not needed; the instructor reads it."""

    reason = forms.CharField(
        label=_("Reason"), max_length=200, help_text=_("The instructor reads it.")
    )


@admin.register(Engagement)
class EngagementAdmin(PickingPages, ReadAndActOn):
    """Who was asked to teach, and what they said; read here, changed by actions."""

    kept_back = frozenset({"code"})
    list_display = ["instructor", "status", "training_class", "asked", "answered"]
    list_filter = ["status", "training_class__training__starts_on"]
    list_select_related = ["instructor", "training_class__training"]
    search_fields = [
        *("instructor__full_name", "training_class__name"),
        "training_class__training__title",
    ]
    ordering = ["-pk"]
    actions = ["send_again", "note_yes", "note_no", "withdraw"]
    fields_seen = [
        *("who", "training_class", "status", "terms", "pick_reason"),
        *("invited_at", "asked_by", "times_sent", "reminded_at"),
        *("answered_at", "answer_reason", "other_days"),
    ]

    def get_urls(self):
        pick = self.admin_site.admin_view(self.pick_view)
        ask = self.admin_site.admin_view(self.invite_view)
        start = "pilih/<int:class_id>/"
        return [
            path(start, pick, name="trainings_engagement_pick"),
            path(
                f"{start}<int:instructor_id>/", ask, name="trainings_engagement_invite"
            ),
            *super().get_urls(),
        ]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        if request.resolver_match and request.resolver_match.kwargs.get("object_id"):
            return rows.with_class()
        return rows

    def get_fields(self, request, obj=None):
        is_seen = request.user.has_perm("council.view_person")
        may_call = is_seen and obj is not None and obj.is_standing
        fields = [*self.fields_seen, "phone" if may_call else "masked_phone"]
        may_send = obj is not None and self.has_change_permission(request, obj)
        if may_send and obj.is_standing and not why_not_answer(obj):
            fields.append("text_to_send" if may_call else "text_to_copy")
        return fields

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj)

    def has_add_permission(self, request):
        # Instructors are asked on the pick list of a class.
        return False

    def has_delete_permission(self, request, obj=None):
        # Whoever was told something is told too when it ends: by withdrawing.
        was_told = obj is not None and obj.is_standing and obj.times_sent
        return not was_told and super().has_delete_permission(request, obj)

    def view_on_site(self, obj):
        # That page is the instructor's: opening it is one click from answering.
        return None

    @admin.display(description=_("instructor"))
    def who(self, engagement):
        # The person may be kept elsewhere, so there is no link to the record.
        return engagement.instructor.titled_name

    @admin.display(description=_("invited by"))
    def asked_by(self, engagement):
        return engagement.invited_by or "–"

    @admin.display(description=_("invited"), ordering="invited_at")
    def asked(self, engagement):
        return engagement.invited_at and timezone.localdate(engagement.invited_at)

    @admin.display(description=_("answered"), ordering="answered_at")
    def answered(self, engagement):
        return engagement.answered_at and timezone.localdate(engagement.answered_at)

    @admin.display(description=_("phone"))
    def phone(self, engagement):
        return shown_phone(engagement.instructor, is_open=True) or "–"

    @admin.display(description=_("phone"))
    def masked_phone(self, engagement):
        return shown_phone(engagement.instructor, is_open=False) or "–"

    @admin.display(description=_("text for WhatsApp"))
    def text_to_send(self, engagement):
        return ready_text(engagement, engagement.instructor.phone)

    @admin.display(description=_("text for WhatsApp"))
    def text_to_copy(self, engagement):
        return ready_text(engagement)

    @admin.action(description=_("Send the invitation again"), permissions=["change"])
    def send_again(self, request, queryset):
        def act(row):
            if not send_again(row, by=request.user):
                raise InvitationRefused(
                    _("Neither e-mail nor phone is known. Use the text for WhatsApp.")
                )

        self._each(request, queryset, act)

    @admin.action(description=_("Note that they said yes"), permissions=["change"])
    def note_yes(self, request, queryset):
        def act(row):
            answer(row, is_yes=True, seen=row.times_answered, by=request.user)

        self._each(request, queryset, act)

    @admin.action(description=_("Note that they said no …"), permissions=["change"])
    def note_no(self, request, queryset):
        form, page = ask_first(
            self,
            request,
            queryset,
            action="note_no",
            title=_("Note that they said no"),
            form_class=DeclinedForm,
        )
        if page:
            return page

        def act(row):
            said = {**form.cleaned_data, "seen": row.times_answered}
            answer(row, is_yes=False, by=request.user, **said)

        return self._each(request, queryset, act)

    @admin.action(description=_("Withdraw the invitation …"), permissions=["change"])
    def withdraw(self, request, queryset):
        form, page = ask_first(
            self,
            request,
            queryset,
            action="withdraw",
            title=_("Withdraw the invitation"),
            form_class=WithdrawForm,
        )
        if page:
            return page
        reason = form.cleaned_data["reason"]
        return self._each(
            request, queryset, lambda row: withdraw(row, by=request.user, reason=reason)
        )

    def _each(self, request, queryset, act):
        """Do it for every row, tell each refusal, and say how many went well."""
        done = 0
        for row in queryset:
            try:
                act(row)
            except InvitationRefused as refusal:
                self.message_user(request, f"{row}: {refusal}", messages.ERROR)
            else:
                done += 1
        if done:
            said = ngettext(
                "Done for %(count)s instructor.",
                "Done for %(count)s instructors.",
                done,
            )
            self.message_user(request, said % {"count": done}, messages.SUCCESS)


def ready_text(engagement, phone=""):
    """The invitation to copy, and with a number the way to send it."""
    context = {"text": invitation_text(engagement), "phone": phone}
    return render_to_string("admin/trainings/_ready_text.html", context)
