"""Actions that touch people's seats ask for a reason first, then answer in words."""

from django import forms
from django.contrib import admin, messages
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trainings.enrolment import EnrolmentRefused


class ReasonForm(forms.Form):
    """Why an officer does it; those concerned read it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        help_text=_("The people concerned read this in their message."),
    )


class PublicReasonForm(ReasonForm):
    """Why a training is called off; its page says so too."""

    reason_en = forms.CharField(
        label=_("Reason, in English"),
        max_length=200,
        required=False,
        help_text=_("Without it, readers of English get the Indonesian."),
    )


def ask_first(modeladmin, request, rows, *, action, title, form_class=ReasonForm):
    """Give the filled form once it is sent and valid, else the page that asks."""
    is_sent = "confirmed" in request.POST
    form = form_class(request.POST if is_sent else None)
    if is_sent and form.is_valid():
        return form, None
    context = {
        **modeladmin.admin_site.each_context(request),
        "opts": modeladmin.model._meta,
        "title": title,
        "form": form,
        "rows": rows,
        "action": action,
        "selected": admin.helpers.ACTION_CHECKBOX_NAME,
    }
    return None, TemplateResponse(request, "admin/trainings/ask_first.html", context)


def each_in_turn(modeladmin, request, rows, act) -> int:
    """Do it for every row, tell each refusal, and give how many went well."""
    done = 0
    for row in rows:
        try:
            act(row)
        except EnrolmentRefused as refusal:
            modeladmin.message_user(request, f"{row}: {refusal}", messages.ERROR)
        else:
            done += 1
    return done


def tell_who_moved_up(modeladmin, request, promoted) -> None:
    """Name those who got a seat by what was just done, if any."""
    if promoted:
        names = ", ".join(str(enrolment) for enrolment in promoted)
        said = _("Promoted from the waiting list: %(names)s.") % {"names": names}
        modeladmin.message_user(request, said, messages.SUCCESS)


def call_off(modeladmin, request, rows, cancel, *, title, form_class=ReasonForm):
    """
    Ask for the reason, then call each row off and say how many people are told.

    `cancel` is the door's function: it gives how many it told.
    """
    asked = {"action": "cancel", "title": title, "form_class": form_class}
    form, page = ask_first(modeladmin, request, rows, **asked)
    if page:
        return page
    reasons, told = form.cleaned_data, []
    done = each_in_turn(
        modeladmin,
        request,
        rows,
        lambda row: told.append(cancel(row, **reasons, by=request.user)),
    )
    if done:
        said = ngettext(
            "Cancelled; %(count)s person is told.",
            "Cancelled; %(count)s people are told.",
            sum(told),
        )
        modeladmin.message_user(request, said % {"count": sum(told)}, messages.SUCCESS)
    return None
