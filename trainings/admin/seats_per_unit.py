"""Seats kept for units: typed beside the class, offered and returned by the units."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.admin_scope import ReadAndActOn, ScopedInline
from council.models import Unit
from trainings.enrolment import (
    EnrolmentRefused,
    accept_seats,
    allot,
    decline_seats,
    offer_seats,
    return_seats,
)
from trainings.enrolment.allotments import why_not_allot
from trainings.models import Allotment, SeatTransfer

from .reasons import ask_first, each_in_turn


class AllotmentForm(forms.ModelForm):
    """Seats of a unit, checked against the class before the door is asked."""

    def clean(self):
        data = super().clean()
        number, returns_on = data.get("seats"), data.get("returns_on")
        training_class = self.instance.training_class
        # A new class is checked by the door, once it is there.
        if training_class.pk and number is not None and returns_on:
            reason = why_not_allot(training_class, self.before, number, returns_on)
            if reason:
                self.add_error("seats", reason)
        return data

    @property
    def before(self):
        """The row as it is kept: the form has written what was typed into its own."""
        kept = Allotment.objects.filter(pk=self.instance.pk).first()
        return kept or Allotment(seats=0)


class AllotmentInline(ScopedInline):
    model = Allotment
    form = AllotmentForm
    fields = ["unit", "seats", "returns_on", "used", "returned"]
    readonly_fields = ["used", "returned"]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit")

    def has_delete_permission(self, request, obj=None):
        # Seats go back by their day or by hand; the row says what became of them.
        return False

    @admin.display(description=_("seats taken"))
    def used(self, allotment):
        return allotment.taken if allotment.pk else "–"


def save_allotments(modeladmin, request, formset) -> None:
    """Write what was typed through the door, and say what it refused."""
    formset.new_objects, formset.changed_objects = [], []
    formset.deleted_objects = []
    for form in formset.forms:
        if not form.has_changed():
            continue
        typed, is_new = form.cleaned_data, form.instance.pk is None
        unit = typed.get("unit") or form.instance.unit
        try:
            made = allot(
                form.instance.training_class,
                unit,
                typed["seats"],
                typed["returns_on"],
                by=request.user,
            )
        except EnrolmentRefused as refusal:
            modeladmin.message_user(request, f"{unit}: {refusal}", messages.ERROR)
        else:
            changed = (made, form.changed_data)
            formset.new_objects += [made] if is_new else []
            formset.changed_objects += [] if is_new else [changed]


class SharedAdmin(ReadAndActOn):
    """Rows that several units have a part in; the QuerySet says which."""

    def _may(self, request, obj):
        if obj is None:
            return True
        rows = type(obj)._default_manager.in_scope(request.user)
        return rows.filter(pk=obj.pk).exists()

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_readonly_fields(self, request, obj=None):
        return self.fields


class OfferSeatsForm(forms.Form):
    """How many seats, and to whom."""

    to_unit = forms.ModelChoiceField(label=_("Offered to"), queryset=None)
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=1000)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to_unit"].queryset = units


@admin.register(Allotment)
class AllotmentAdmin(SharedAdmin):
    list_display = ["unit", "training_class", "seats", "taken", "returns_on", "went"]
    list_filter = ["returns_on"]
    search_fields = ["training_class__training__title", "unit__name"]
    list_select_related = ["unit", "training_class__training"]
    ordering = ["-returns_on", "unit__code"]
    actions = ["offer", "give_back"]
    fields = ["unit", "training_class", "seats", "taken", "returns_on"]
    fields += ["returned", "returned_at"]

    @admin.display(description=_("went back"))
    def went(self, allotment):
        return allotment.returned if allotment.is_returned else "–"

    @admin.action(description=_("Offer seats to a unit …"), permissions=["change"])
    def offer(self, request, queryset):
        if len(queryset) != 1:
            said = _("Choose the seats of one unit.")
            return self.message_user(request, said, messages.ERROR)
        (row,) = queryset
        form, page = ask_first(
            self,
            request,
            queryset,
            action="offer",
            title=_("Offer seats to a unit"),
            form_class=partial(OfferSeatsForm, units=others_in_the_area(row)),
        )
        if page:
            return page
        typed = form.cleaned_data
        done = each_in_turn(
            self,
            request,
            queryset,
            lambda row: offer_seats(
                row,
                typed["to_unit"],
                typed["seats"],
                request.user,
                note=typed["note"],
            ),
        )
        if done:
            said = _("The seats are offered; the unit accepts or declines.")
            self.message_user(request, said, messages.SUCCESS)
        return None

    @admin.action(
        description=_("Give unused seats back to everybody …"), permissions=["change"]
    )
    def give_back(self, request, queryset):
        form, page = ask_first(
            self,
            request,
            queryset,
            action="give_back",
            title=_("Give unused seats back to everybody"),
            form_class=forms.Form,
        )
        if page:
            return page
        given = []
        each_in_turn(
            self,
            request,
            queryset,
            lambda row: given.append(return_seats(row, by=request.user)),
        )
        said = ngettext(
            "%(count)s seat is everybody's now.",
            "%(count)s seats are everybody's now.",
            sum(given),
        )
        self.message_user(request, said % {"count": sum(given)}, messages.SUCCESS)
        return None


def others_in_the_area(allotment):
    """The units a unit may offer its seats to: those of the class's own area."""
    area = allotment.training_class.training.unit
    units = Unit.objects.filter(code__startswith=area.code)
    return units.exclude(pk__in=[allotment.unit_id, area.pk])


class AnswerFilter(admin.SimpleListFilter):
    title = _("answer")
    parameter_name = "answer"

    def lookups(self, request, model_admin):
        return [("mine", _("waits for my unit"))]

    def queryset(self, request, queryset):
        if self.value() == "mine":
            return queryset.answerable_by(request.user)
        return queryset


@admin.register(SeatTransfer)
class SeatTransferAdmin(SharedAdmin):
    list_display = ["training_class", "giver", "to_unit", "seats", "status", "day"]
    list_filter = [AnswerFilter, "status"]
    search_fields = ["allotment__training_class__training__title", "to_unit__name"]
    list_select_related = [
        "allotment__unit",
        "allotment__training_class__training",
        "to_unit",
    ]
    ordering = ["-pk"]
    actions = ["accept", "decline"]
    fields = ["training_class", "giver", "to_unit", "seats", "note", "status"]
    fields += ["offered_by", "offered_at", "answered_by", "answered_at"]

    @admin.display(description=_("class"))
    def training_class(self, transfer):
        return transfer.allotment.training_class

    @admin.display(description=_("from the seats of"))
    def giver(self, transfer):
        return transfer.allotment.unit

    @admin.display(description=_("offered"), ordering="offered_at")
    def day(self, transfer):
        return transfer.offered_at.date()

    @admin.action(description=_("Accept the seats …"), permissions=["change"])
    def accept(self, request, queryset):
        said = ngettext(
            "%(count)s offer is accepted; the seats are yours.",
            "%(count)s offers are accepted; the seats are yours.",
            len(queryset),
        )
        title = _("Accept the seats")
        return self._answer(request, queryset, "accept", accept_seats, title, said)

    @admin.action(description=_("Decline or withdraw …"), permissions=["change"])
    def decline(self, request, queryset):
        said = ngettext(
            "%(count)s offer is closed; the seats stay where they were.",
            "%(count)s offers are closed; the seats stay where they were.",
            len(queryset),
        )
        title = _("Decline or withdraw")
        return self._answer(request, queryset, "decline", decline_seats, title, said)

    def _answer(self, request, queryset, action, answer, title, said):
        form, page = ask_first(
            self, request, queryset, action=action, title=title, form_class=forms.Form
        )
        if page:
            return page
        done = each_in_turn(
            self, request, queryset, lambda row: answer(row, request.user)
        )
        if done:
            self.message_user(request, said % {"count": done}, messages.SUCCESS)
        return None
