from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.admin_scope import ReadAndActOn
from council.served_files import hand_out
from trainings.enrolment import (
    EnrolmentRefused,
    cancel,
    enrol,
    promote,
    why_not_now,
    why_not_together,
)
from trainings.forms import new_request_key
from trainings.models import Answer, Enrolment
from trainings.on_behalf import officer_of
from trainings.requirements import Checklist, exempt, still_lacking

from .answers import EligibleFilter, answer_columns, answers_in_words, funds_in_words
from .deciding import DecidingActions, OfferInline, OutOfTurnForm
from .reasons import ReasonForm, ask_first, each_in_turn, tell_who_moved_up


class OnBehalfForm(forms.ModelForm):
    """An officer registers an artisan who cannot do it alone."""

    in_spite = forms.CharField(
        label=_("Reason in spite of a requirement"),
        max_length=200,
        required=False,
        help_text=_("Only for somebody who lacks a requirement; your name is kept."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

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
        elif training_class and artisan:
            self.refuse_two_at_once(training_class, artisan)
        if missing := artisan and artisan.what_is_missing():
            said = _("The profile is incomplete. Still missing: %(missing)s.")
            self.add_error("artisan", said % {"missing": ", ".join(missing)})
        is_excused = data.get("in_spite") or self.errors
        if training_class and artisan and not is_excused:
            self.refuse_unmet(training_class, artisan)
        return data

    def refuse_unmet(self, training_class, artisan):
        checklist = Checklist(training_class, artisan)
        if lacking := still_lacking(checklist):
            said = _("%(lacking)s To register anyway, write the reason below.")
            self.add_error("artisan", said % {"lacking": " ".join(lacking)})
            if checklist.to_hand_in():
                page = "admin:trainings_trainingclass_hand_in"
                address = reverse(page, args=[training_class.pk, artisan.pk])
                link = format_html(
                    '<a href="{}">{}</a>', address, _("Or hand it in for the member.")
                )
                self.add_error("artisan", link)

    def refuse_two_at_once(self, training_class, artisan):
        if reason := why_not_together(training_class, artisan):
            self.add_error("training_class", reason)


class CancelForm(ReasonForm):
    """Why seats are taken back, and who gets them."""

    is_kept_free = forms.BooleanField(
        label=_("Leave the seat free, to give it by hand"), required=False
    )


@admin.register(Enrolment)
class EnrolmentAdmin(DecidingActions, ReadAndActOn):
    form = OnBehalfForm
    list_filter = ["status", EligibleFilter, "training_class"]
    list_select_related = [
        "artisan__person",
        "artisan__unit",
        "training_class__training",
    ]
    search_fields = ["artisan__person__full_name", "training_class__training__title"]
    ordering = ["-pk"]
    actions = ["accept", "reserve", "refuse", "promote", "offer", "cancel"]
    inlines = [OfferInline]
    autocomplete_fields = ["training_class", "artisan"]
    fields_seen = [
        "artisan",
        "training_class",
        "status",
        "position",
        "enrolled_at",
        "registered_by",
        "confirmed_at",
        "cancelled_at",
        "cancel_reason",
        "answers",
        "exemption",
        "funds",
        "points",
        "points_explained",
        "endorsed_at",
        "endorsed_by",
        "endorsement",
        "decided_at",
        "decided_by",
        "decision_reason",
        "passes",
        "allotment",
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_position()

    def get_inlines(self, request, obj):
        # Nobody can be offered a seat before they are registered.
        return self.inlines if obj else []

    def get_list_display(self, request):
        may_call = request.user.has_perm("council.view_person")
        phone = "phone" if may_call else "masked_phone"
        daily = ["artisan", "status", "position", "points", "endorsed"]
        daily.append("training_class")
        return [*daily, phone, "enrolled_day", "unit"]

    def get_fields(self, request, obj=None):
        on_behalf = ["training_class", "artisan", "in_spite", "request_key"]
        return on_behalf if obj is None else self.fields_shown(request.user)

    def get_readonly_fields(self, request, obj=None):
        return () if obj is None else self.fields_shown(request.user)

    def fields_shown(self, user) -> list:
        """What is read on the page; answers only by those who run trainings."""
        kept_back = set() if may_read_answers(user) else {"answers", "exemption"}
        return [name for name in self.fields_seen if name not in kept_back]

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        file = path(
            "<int:pk>/berkas/<int:answer>/",
            self.admin_site.admin_view(self.answer_file),
            name="trainings_enrolment_file",
        )
        return [file, *super().get_urls()]

    def answer_file(self, request, pk, answer):
        """Hand out what an artisan uploaded, to those who may see the enrolment."""
        if not may_read_answers(request.user):
            raise PermissionDenied
        enrolment = get_object_or_404(self.get_queryset(request), pk=pk)
        answers = Answer.objects.of_artisan(enrolment.artisan)
        found = answers.filter(training=enrolment.training_class.training_id)
        given = get_object_or_404(found.exclude(document=None), pk=answer)
        return hand_out(request, given.document)

    def columns_for_export(self, request, rows) -> list:
        """A column for each thing that the classes of the rows asked for."""
        return answer_columns(rows) if may_read_answers(request.user) else []

    @admin.display(description=_("answers"))
    def answers(self, enrolment):
        return answers_in_words(enrolment)

    @admin.display(description=_("in spite of a requirement"))
    def exemption(self, enrolment):
        found = enrolment.training_class.exemptions.filter(artisan=enrolment.artisan)
        if (exemption := found.select_related("given_by").first()) is None:
            return "–"
        return format_html(
            "{} ({})<br>{}",
            exemption.reason,
            exemption.given_by,
            exemption.told_lacking,
        )

    @admin.display(description=_("eligible for the source of funds"))
    def funds(self, enrolment):
        return funds_in_words(enrolment)

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except EnrolmentRefused as refusal:
            # The last seat or the deadline passed between the check and the door.
            self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def view_on_site(self, obj):
        # That page is the artisan's alone.
        return None

    def save_model(self, request, obj, form, change):
        if change:
            return
        given = self.enrol_anyway(request.user, obj, form.cleaned_data["in_spite"])
        # Another form than this one means that the place was there before.
        obj.is_given_now = given.request_key == obj.request_key
        obj.pk, obj.status = given.pk, given.status
        obj._state.adding = False

    @transaction.atomic
    def enrol_anyway(self, officer, obj, reason):
        """Register through the door; a reason lets in who lacks a requirement."""
        if reason:
            exempt(obj.training_class, obj.artisan, reason=reason, by=officer)
        return enrol(
            obj.artisan, obj.training_class, request_key=obj.request_key, by=officer
        )

    def response_add(self, request, obj, post_url_continue=None):
        self.message_user(request, *what_was_given(obj))
        if "_addanother" in request.POST:
            same_class = f"?training_class={obj.training_class_id}"
            return HttpResponseRedirect(f"{request.path}{same_class}")
        if "_continue" in request.POST:
            page = reverse("admin:trainings_enrolment_change", args=[obj.pk])
            return HttpResponseRedirect(page)
        return self.response_post_save_add(request, obj)

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

    @admin.display(description=_("registered"), ordering="enrolled_at")
    def enrolled_day(self, enrolment):
        return timezone.localdate(enrolment.enrolled_at)

    @admin.display(description=_("registered by"))
    def registered_by(self, enrolment):
        officer = officer_of(enrolment)
        return str(officer) if officer else _("the artisan")

    @admin.display(description=_("number in line"))
    def position(self, enrolment):
        return enrolment.position or "–"

    @admin.action(description=_("Give a free seat …"), permissions=["change"])
    def promote(self, request, queryset):
        # In the order of the line, so that several go in turn without a reason.
        rows = queryset.order_by("training_class", "passes", "-points", "ticket")
        form, page = ask_first(
            self,
            request,
            rows,
            action="promote",
            title=_("Give a free seat"),
            form_class=OutOfTurnForm,
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
        promoted = []

        def give_back(row):
            given_back = cancel(row, by=request.user, reason=reason, fill=fill)
            promoted.extend(given_back.made_room_for)

        done = each_in_turn(self, request, queryset, give_back)
        said = ngettext(
            "%(count)s registration is cancelled.",
            "%(count)s registrations are cancelled.",
            done,
        )
        self._say(request, said, done)
        tell_who_moved_up(self, request, promoted)
        return None

    def _say(self, request, sentence, count):
        if count:
            self.message_user(request, sentence % {"count": count}, messages.SUCCESS)


def may_read_answers(user) -> bool:
    return user.has_perm("trainings.view_answer")


def what_was_given(enrolment) -> tuple[str, int]:
    """Say what the door gave somebody, and how glad the officer may be of it."""
    if enrolment.is_cancelled:
        said = _("This form was answered before, and cancelled since. Open a new one.")
        return said, messages.WARNING
    if enrolment.is_given_now:
        seat = _("%(name)s has a seat in %(class)s.")
        applied = _("%(name)s has applied for %(class)s; nothing is decided yet.")
        place = _("%(name)s is number %(position)s on the waiting list of %(class)s.")
        level = messages.SUCCESS
    else:
        seat = _("%(name)s had a seat in %(class)s already; nothing was changed.")
        applied = _("%(name)s had applied for %(class)s already; nothing was changed.")
        place = _(
            "%(name)s was on the waiting list of %(class)s already, as number "
            "%(position)s; nothing was changed."
        )
        level = messages.WARNING
    said = place if enrolment.is_waiting else applied
    said = seat if enrolment.has_seat else said
    position = Enrolment.objects.with_position().get(pk=enrolment.pk).position
    named = {"name": enrolment.artisan, "class": enrolment.training_class}
    return said % {**named, "position": position}, level
