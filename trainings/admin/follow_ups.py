"""What participants say months later, and whom to call because they say nothing."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from council.admin_scope import ScopedAdmin
from council.templatetags.portal import whatsapp
from trainings.follow_ups import (
    FollowUpClosed,
    answer,
    decline,
    note_call,
    with_person,
    wording,
)
from trainings.models import FollowUp
from trainings.result_forms import FollowUpForm
from trainings.texts import in_portal_language

CALL = "call"


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            (CALL, _("to be called")),
            ("answered", _("answered")),
            ("silent", _("not answered yet")),
            ("declined", _("does not want to be asked")),
        ]

    def queryset(self, request, queryset):
        now = timezone.now()
        narrow = {
            CALL: lambda: queryset.to_call(now),
            "answered": queryset.answered,
            "silent": lambda: queryset.open_at(now).silent(),
            "declined": lambda: queryset.exclude(declined_at=None),
        }
        return narrow.get(self.value(), lambda: queryset)()


@admin.register(FollowUp)
class FollowUpAdmin(ScopedAdmin):
    """Answers come by the link or by phone; nobody edits them here."""

    list_filter = [
        StateFilter,
        "months",
        "rung",
        "way",
        "enrolment__training_class",
    ]
    list_select_related = [
        "enrolment__artisan__person",
        "enrolment__artisan__unit",
        "enrolment__training_class__training__unit",
    ]
    search_fields = [
        "enrolment__artisan__person__full_name",
        "enrolment__training_class__training__title",
    ]
    ordering = ["-due_on", "pk"]
    # Sales of a person are counted, never listed.
    kept_back = frozenset({"turnover", "code"})
    fields = readonly_fields = [
        *("participant", "training_class", "months", "how_it_stands", "rung"),
        *("producing", "obstacle", "has_new_product", "product_name"),
        *("helpers", "need", "words"),
        *("due_on", "closes_on", "sent_at", "reminded_at", "calls", "called_at"),
        *("answered_at", "way", "answered_by"),
    ]

    def get_list_display(self, request):
        # Who only reads would learn the person's own link, and could answer for them.
        reach = ["phone", "reach"] if self.may_call(request) else ["masked_phone"]
        return [
            *("participant", "how_it_stands", "stage", "rung_shown"),
            *reach,
            *("tried", "until", "training_class"),
        ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def may_call(self, request) -> bool:
        allowed = ("trainings.change_followup", "council.view_person")
        return request.user.has_perms(allowed)

    def view_on_site(self, obj):
        return None

    def get_urls(self):
        view = self.admin_site.admin_view(self.phone_view)
        name = "trainings_followup_phone"
        return [path("<int:pk>/telepon/", view, name=name), *super().get_urls()]

    def phone_view(self, request, pk):
        """What an officer hears on the phone, written down in their name."""
        if not self.may_call(request):
            raise PermissionDenied
        row = with_person().in_scope(request.user).filter(pk=pk).first()
        if row is None:
            raise Http404
        if not waits(row):
            return redirect(call_list())
        form = FollowUpForm.of(row, request.POST or None)
        if request.method == "POST" and (said := self.note(request, row, form)):
            self.message_user(request, *said)
            return redirect(call_list())
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Answered by phone"),
            "follow_up": row,
            "form": form,
            "person": row.enrolment.artisan.person,
            "whatsapp_url": whatsapp_to(row),
            "list_url": call_list(),
        }
        return TemplateResponse(
            request, "admin/trainings/follow_up_phone.html", context
        )

    def note(self, request, row, form):
        """Do what was asked for; give the sentence, or nothing where it was wrong."""
        name = {"name": row.enrolment}
        try:
            if "unreached" in request.POST:
                note_call(row)
                return _("Noted: %(name)s did not answer.") % name, messages.SUCCESS
            if "decline" in request.POST:
                decline(row)
                return _("%(name)s is asked no more.") % name, messages.SUCCESS
            if not form.is_valid():
                return None
            way = FollowUp.Way.PHONE
            answer(row, way=way, by=request.user, **form.answers())
            return _("The answer of %(name)s is kept.") % name, messages.SUCCESS
        except FollowUpClosed as closed:
            return str(closed), messages.ERROR

    @admin.display(description=_("participant"), ordering="enrolment__artisan__person")
    def participant(self, row):
        return row.enrolment

    @admin.display(description=_("class"))
    def training_class(self, row):
        return row.training_class

    @admin.display(description=_("stage"), ordering="months")
    def stage(self, row):
        return row.get_months_display()

    @admin.display(description=_("state"))
    def how_it_stands(self, row):
        return row.state

    @admin.display(description=_("rung"), ordering="rung")
    def rung_shown(self, row):
        return row.get_rung_display() or "–"

    @admin.display(description=_("until"), ordering="closes_on")
    def until(self, row):
        return row.closes_on

    @admin.display(description=_("calls"), ordering="calls")
    def tried(self, row):
        return row.calls or "–"

    @admin.display(description=_("phone"))
    def phone(self, row):
        return row.enrolment.artisan.person.phone

    @admin.display(description=_("phone"))
    def masked_phone(self, row):
        digits = str(row.enrolment.artisan.person.phone)
        return f"{digits[:4]}••••{digits[-2:]}" if digits else ""

    @admin.display(description=_("reach"))
    def reach(self, row):
        """Ways to an answer: the ready text on WhatsApp, or a call."""
        if not waits(row):
            return "–"
        page = reverse("admin:trainings_followup_phone", args=[row.pk])
        call = format_html('<a href="{}">{}</a>', page, _("Note the answer"))
        if not (address := whatsapp_to(row)):
            return call
        return format_html(
            '<a href="{}" target="_blank" rel="noopener">WhatsApp</a><br>{}',
            address,
            call,
        )


def waits(row) -> bool:
    """Whether the person can still be asked; an answer is theirs to change."""
    return row.is_open and not (row.is_answered or row.declined_at)


def call_list() -> str:
    """The address of the list of those to be called."""
    return f"{reverse('admin:trainings_followup_changelist')}?state={CALL}"


def whatsapp_to(row) -> str:
    """Opens WhatsApp with the question and the person's own link."""
    person = row.enrolment.artisan.person
    _subject, text = in_portal_language(wording, row, "asked")
    return whatsapp(person.phone, text)
