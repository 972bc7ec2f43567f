"""Actions of the list of registrations that decide, one function of the door each."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from council.admin_scope import ReadInline
from trainings.enrolment import accept, offer, put_in_reserve, refuse
from trainings.enrolment.points import explained
from trainings.models import Offer

from .reasons import ReasonForm, ask_first, each_in_turn


class OutOfTurnForm(ReasonForm):
    """A reason is needed only where somebody goes before others."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        required=False,
        help_text=_("Needed when somebody goes before others; kept in the history."),
    )


class OfferInline(ReadInline):
    """What was offered and answered; the code of an offer is the artisan's alone."""

    model = Offer
    fields = readonly_fields = ["status", "offered_at", "ends_at", "answered_at"]


class DecidingActions:
    """Accept, keep in reserve, refuse, offer."""

    @admin.display(description=_("why these points"))
    def points_explained(self, enrolment):
        lines = explained(enrolment)
        return "\n".join(
            f"{line.label}: {line.points}/{line.most}. {line.fact}" for line in lines
        )

    @admin.display(description=_("endorsed"), boolean=True, ordering="endorsed_at")
    def endorsed(self, enrolment):
        return enrolment.is_endorsed

    @admin.action(description=_("Accept applications …"), permissions=["change"])
    def accept(self, request, queryset):
        said = _("Given a seat: %(count)s.")
        title = _("Accept applications")
        return self._decide(request, queryset, "accept", title, accept, said)

    @admin.action(description=_("Put in reserve …"), permissions=["change"])
    def reserve(self, request, queryset):
        said = _("Kept in reserve: %(count)s.")
        title = _("Put in reserve")
        return self._decide(request, queryset, "reserve", title, put_in_reserve, said)

    @admin.action(description=_("Refuse applications …"), permissions=["change"])
    def refuse(self, request, queryset):
        said = _("Refused and told why: %(count)s.")
        title = _("Refuse applications")
        return self._decide(
            request, queryset, "refuse", title, refuse, said, form_class=ReasonForm
        )

    @admin.action(description=_("Offer a free seat …"), permissions=["change"])
    def offer(self, request, queryset):
        said = _("A seat is offered to %(count)s.")
        title = _("Offer a free seat")
        return self._decide(request, queryset, "offer", title, offer, said)

    def _decide(
        self, request, queryset, action, title, act, said, form_class=OutOfTurnForm
    ):
        # In the order of the line, so that several go in turn without a reason.
        rows = queryset.order_by("training_class", "passes", "-points", "ticket")
        form, page = ask_first(
            self, request, rows, action=action, title=title, form_class=form_class
        )
        if page:
            return page
        reason = form.cleaned_data["reason"]
        done = each_in_turn(
            self, request, rows, lambda row: act(row, request.user, reason=reason)
        )
        if done:
            self.message_user(request, said % {"count": done}, messages.SUCCESS)
        return None
