from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.admin_scope import ScopedAdmin
from trainings.enrolment import EnrolmentRefused, cancel, enrol, promote, why_not_now
from trainings.forms import new_request_key
from trainings.models import Enrolment

from .reasons import ReasonForm, ask_first, each_in_turn


class OnBehalfForm(forms.ModelForm):
    """An officer registers an artisan who cannot do it alone."""

    class Meta:
        model = Enrolment
        fields = ["training_class", "artisan", "request_key"]
        widgets = {"request_key": forms.HiddenInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "request_key" in self.fields:
            self.fields["request_key"].initial = new_request_key

    def clean(self):
        data = super().clean()
        training_class, artisan = data.get("training_class"), data.get("artisan")
        if reason := training_class and why_not_now(training_class):
            self.add_error("training_class", reason)
        if missing := artisan and artisan.what_is_missing():
            said = _("The profile is incomplete. Still missing: %(missing)s.")
            self.add_error("artisan", said % {"missing": ", ".join(missing)})
        return data


class CancelForm(ReasonForm):
    """Why seats are taken back, and who gets them."""

    is_kept_free = forms.BooleanField(
        label=_("Leave the seat free, to give it by hand"), required=False
    )


class PromoteForm(ReasonForm):
    """A reason is needed only out of turn."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=100,
        required=False,
        help_text=_("Needed when somebody goes before others; kept in the history."),
    )


@admin.register(Enrolment)
class EnrolmentAdmin(ScopedAdmin):
    form = OnBehalfForm
    list_filter = ["status", "training_class"]
    list_select_related = [
        "artisan__person",
        "artisan__unit",
        "training_class__training__unit",
    ]
    search_fields = ["artisan__person__full_name", "training_class__training__title"]
    ordering = ["-pk"]
    actions = ["promote", "cancel"]
    autocomplete_fields = ["training_class", "artisan"]
    fields_seen = [
        "artisan",
        "training_class",
        "status",
        "position",
        "enrolled_at",
        "confirmed_at",
        "cancelled_at",
        "cancel_reason",
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_position()

    def get_list_display(self, request):
        may_call = request.user.has_perm("council.view_person")
        phone = "phone" if may_call else "masked_phone"
        columns = ["artisan", "unit", phone, "training_class", "training"]
        return [*columns, "status", "position", "enrolled_at"]

    def get_fields(self, request, obj=None):
        on_behalf = ["training_class", "artisan", "request_key"]
        return on_behalf if obj is None else self.fields_seen

    def get_readonly_fields(self, request, obj=None):
        return () if obj is None else self.fields_seen

    def has_delete_permission(self, request, obj=None):
        return False

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except EnrolmentRefused as refusal:
            # The last seat or the deadline passed between the check and the door.
            self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def save_model(self, request, obj, form, change):
        if change:
            return
        given = enrol(
            obj.artisan,
            obj.training_class,
            request_key=obj.request_key,
            by=request.user,
        )
        obj.pk, obj.status = given.pk, given.status
        obj._state.adding = False

    @admin.display(description=_("unit"), ordering="artisan__unit__code")
    def unit(self, enrolment):
        return enrolment.artisan.unit

    @admin.display(description=_("phone"))
    def phone(self, enrolment):
        return enrolment.artisan.person.phone

    @admin.display(description=_("phone"))
    def masked_phone(self, enrolment):
        digits = str(enrolment.artisan.person.phone)
        return f"{digits[:4]}••••{digits[-2:]}" if digits else ""

    @admin.display(description=_("training"))
    def training(self, enrolment):
        return enrolment.training_class.training

    @admin.display(description=_("number in line"))
    def position(self, enrolment):
        return enrolment.position or "–"

    @admin.action(description=_("Give a free seat …"), permissions=["change"])
    def promote(self, request, queryset):
        # In the order of the line, so that several go in turn without a reason.
        rows = queryset.order_by("training_class", "ticket")
        form, page = ask_first(
            self,
            request,
            rows,
            action="promote",
            title=_("Give a free seat"),
            form_class=PromoteForm,
        )
        if page:
            return page
        reason = form.cleaned_data["reason"]
        done = each_in_turn(
            self, request, rows, lambda row: promote(row, request.user, reason=reason)
        )
        said = ngettext(
            "%(count)s person has a seat.", "%(count)s people have a seat.", done
        )
        self._say(request, said, done)
        return None

    @admin.action(description=_("Cancel the chosen …"), permissions=["change"])
    def cancel(self, request, queryset):
        form, page = ask_first(
            self,
            request,
            queryset,
            action="cancel",
            title=_("Cancel registrations"),
            form_class=CancelForm,
        )
        if page:
            return page
        reason, fill = (
            form.cleaned_data["reason"],
            not form.cleaned_data["is_kept_free"],
        )
        done = each_in_turn(
            self,
            request,
            queryset,
            lambda row: cancel(row, by=request.user, reason=reason, fill=fill),
        )
        said = ngettext(
            "%(count)s registration is cancelled.",
            "%(count)s registrations are cancelled.",
            done,
        )
        self._say(request, said, done)
        return None

    def _say(self, request, sentence, count):
        if count:
            self.message_user(request, sentence % {"count": count}, messages.SUCCESS)
