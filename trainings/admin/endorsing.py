"""Where a home unit sees what its members apply for, and stands behind them."""

from django import forms
from django.contrib import admin, messages
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.admin_scope import ReadAndActOn
from trainings.enrolment import endorse
from trainings.models import MemberEnrolment

from .reasons import ask_first, each_in_turn


class EndorseForm(forms.Form):
    """Why the unit stands behind its member."""

    note = forms.CharField(
        label=_("Why"),
        max_length=200,
        required=False,
        help_text=_("The unit that decides reads this."),
    )


class EndorsedFilter(admin.SimpleListFilter):
    title = _("endorsement")
    parameter_name = "endorsed"

    def lookups(self, request, model_admin):
        return [("open", _("to endorse")), ("yes", _("endorsed"))]

    def queryset(self, request, queryset):
        if self.value() == "open":
            return queryset.to_endorse()
        if self.value() == "yes":
            return queryset.exclude(endorsed_at=None)
        return queryset


@admin.register(MemberEnrolment)
class MemberEnrolmentAdmin(ReadAndActOn):
    list_display = ["artisan", "training_class", "status", "endorsed", "day", "unit"]
    list_filter = [EndorsedFilter, "status"]
    list_select_related = [
        "artisan__person",
        "artisan__unit",
        "training_class__training",
    ]
    search_fields = ["artisan__person__full_name", "training_class__training__title"]
    ordering = ["-pk"]
    actions = ["endorse"]
    # What the unit that runs the class decided, and why, is not told here.
    kept_back = frozenset(
        {"decision_reason", "decided_at", "decided_by", "cancel_reason"}
        | {"cancelled_at", "confirmed_at", "request_key", "ticket", "allotment"}
        | {"points", "points_lines", "passes"}
    )
    fields = ["artisan", "unit", "training_class", "status", "enrolled_at"]
    fields += ["endorsed_at", "endorsed_by", "endorsement"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_readonly_fields(self, request, obj=None):
        return self.fields

    def view_on_site(self, obj):
        # That page is the artisan's alone.
        return None

    @admin.display(description=_("endorsed"), boolean=True, ordering="endorsed_at")
    def endorsed(self, enrolment):
        return enrolment.is_endorsed

    @admin.display(description=_("registered"), ordering="enrolled_at")
    def day(self, enrolment):
        return timezone.localdate(enrolment.enrolled_at)

    @admin.display(description=_("unit"), ordering="artisan__unit__code")
    def unit(self, enrolment):
        return enrolment.artisan.unit

    @admin.action(description=_("Endorse …"), permissions=["change"])
    def endorse(self, request, queryset):
        form, page = ask_first(
            self,
            request,
            queryset,
            action="endorse",
            title=_("Endorse applications"),
            form_class=EndorseForm,
        )
        if page:
            return page
        note = form.cleaned_data["note"]
        done = each_in_turn(
            self, request, queryset, lambda row: endorse(row, request.user, note=note)
        )
        if done:
            said = ngettext(
                "%(count)s application is endorsed.",
                "%(count)s applications are endorsed.",
                done,
            )
            self.message_user(request, said % {"count": done}, messages.SUCCESS)
        return None
