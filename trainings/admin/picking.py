"""The pick list of a class: who could teach it, and asking one of them."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft
from council.admin_scope import is_in_scope
from trainings.inviting import (
    InvitationRefused,
    ReasonNeeded,
    days_of,
    invite,
    why_not_ask,
)
from trainings.models import Engagement, Instructor, TrainingClass
from trainings.picking import MOST, candidate, candidates, found

SHOWN = 50


class SearchForm(forms.Form):
    """Whom to look for."""

    craft = forms.ModelChoiceField(
        label=_("Craft"), queryset=Craft.objects.none(), required=False
    )
    region = forms.CharField(label=_("Home region"), max_length=100, required=False)
    name = forms.CharField(label=_("Name"), max_length=100, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["craft"].queryset = Craft.objects.all()
        self.fields["craft"].empty_label = _("every craft")


class InviteForm(forms.Form):
    """How one instructor is asked."""

    ASK, AGREED = "tanya", "setuju"

    way = forms.ChoiceField(
        label=_("How"),
        choices=[
            (ASK, _("Send an invitation with a link to say yes or no")),
            (AGREED, _("They have agreed already; write it down")),
        ],
        initial=ASK,
        widget=forms.RadioSelect,
    )
    terms = forms.CharField(
        label=_("Fee, journey and lodging"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 60}),
        help_text=_("The instructor reads it in the invitation."),
    )
    reason = forms.CharField(
        label=_("Why this instructor all the same"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"size": 60}),
        help_text=_("Needed because of what stands above; kept with the invitation."),
    )

    def __init__(self, *args, needs_reason, **kwargs):
        super().__init__(*args, **kwargs)
        if needs_reason:
            self.fields["reason"].required = True
        else:
            del self.fields["reason"]

    @property
    def words(self) -> dict:
        data = self.cleaned_data
        return {
            "terms": data["terms"],
            "reason": data.get("reason", ""),
            "has_agreed": data["way"] == self.AGREED,
        }


class PickingPages:
    """Two pages beside the list of engagements."""

    def class_to_teach(self, request, class_id):
        """The class, for staff of its unit or above who may ask instructors."""
        if not request.user.has_perm("trainings.add_engagement"):
            raise PermissionDenied
        classes = TrainingClass.objects.editable_by(request.user)
        classes = classes.select_related("training__unit", "craft")
        classes = classes.prefetch_related("sessions", "training__days")
        return get_object_or_404(classes, pk=class_id)

    def pick_view(self, request, class_id):
        training_class = self.class_to_teach(request, class_id)
        form = SearchForm(request.GET or {"craft": training_class.craft_id})
        wanted = form.cleaned_data if form.is_valid() else {}
        pool = found(Instructor.objects.choosable_by(request.user), **wanted)
        rows = candidates(training_class, pool)
        for row in rows[:SHOWN]:
            self.prepare(request, row)
        context = {
            **self.page_of(request, training_class, _("Choose instructors")),
            "form": form,
            "candidates": rows[:SHOWN],
            "is_cut": len(rows) > SHOWN,
            "most": MOST,
            "shown": SHOWN,
            "may_write": request.user.has_perm("trainings.add_instructor"),
        }
        return TemplateResponse(
            request, "admin/trainings/engagement/pick.html", context
        )

    def invite_view(self, request, class_id, instructor_id):
        training_class = self.class_to_teach(request, class_id)
        pool = Instructor.objects.choosable_by(request.user).with_skills()
        instructor = get_object_or_404(pool, pk=instructor_id)
        row = candidate(training_class, instructor)
        form = InviteForm(
            request.POST or None,
            needs_reason=row.needs_reason,
            initial={"terms": terms_before(training_class)},
        )
        is_sent = request.method == "POST" and form.is_valid()
        if is_sent and (page := self.ask(request, training_class, instructor, form)):
            return page
        self.prepare(request, row)
        context = {
            **self.page_of(request, training_class, _("Ask an instructor")),
            "candidate": row,
            "form": form,
            "hours": days_of(training_class),
        }
        return TemplateResponse(
            request, "admin/trainings/engagement/invite.html", context
        )

    def ask(self, request, training_class, instructor, form):
        """Ask, say how it went, and lead on; nothing where it was refused."""
        try:
            made = invite(training_class, instructor, by=request.user, **form.words)
        except ReasonNeeded as refusal:
            # Somebody booked them while this page was open.
            self.message_user(request, str(refusal), messages.ERROR)
            return redirect(request.path)
        except InvitationRefused as refusal:
            form.add_error(None, str(refusal))
            return None
        self.message_user(request, *what_was_asked(made))
        page = reverse("admin:trainings_trainingclass_change", args=[training_class.pk])
        has_way = made.instructor.email or made.instructor.phone
        if made.is_invited and not has_way:
            page = reverse("admin:trainings_engagement_change", args=[made.pk])
        return redirect(page)

    def page_of(self, request, training_class, title) -> dict:
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "training_class": training_class,
            "refusal": why_not_ask(training_class),
        }

    def prepare(self, request, row) -> None:
        """Add what this member of staff may see of a candidate."""
        person = row.instructor.person
        is_own = is_in_scope(request.user, person)
        is_engaged = row.engagement is not None and row.engagement.is_standing
        may_call = request.user.has_perm("council.view_person")
        row.phone = shown_phone(person, is_open=may_call and (is_own or is_engaged))
        row.clashes = [described(each, request.user) for each in row.bookings]
        row.note = row.instructor.note if is_own else ""


def shown_phone(person, *, is_open) -> str:
    """The number, or so much of it that two of them are told apart."""
    if not person.phone:
        return ""
    if is_open:
        return person.phone.as_international
    digits = str(person.phone)
    return f"{digits[:4]}••••{digits[-2:]}"


def described(booking, user) -> dict:
    """What somebody does at these hours, as far as this member of staff may know."""
    row = booking.training_class or booking.activity
    if is_in_scope(user, booking.activity):
        return {"text": str(row), "url": admin_page(booking)}
    if booking.is_public and booking.activity.is_published:
        return {"text": str(row), "url": booking.activity.get_absolute_url()}
    return {"text": _("something in another council"), "url": ""}


def admin_page(booking) -> str:
    if booking.training_class:
        args = [booking.training_class.pk]
        return reverse("admin:trainings_trainingclass_change", args=args)
    page = reverse("admin:programs_activity_changelist")
    return f"{page}?id__exact={booking.activity.pk}"


def terms_before(training_class) -> str:
    """What was offered last in the same training: it is mostly the same again."""
    asked = Engagement.objects.filter(
        training_class__training=training_class.training_id
    ).exclude(terms="")
    last = asked.order_by("-invited_at", "-pk").first()
    return last.terms if last else ""


def what_was_asked(engagement) -> tuple[str, int]:
    """How asking went, and how glad the officer may be of it."""
    name = {"name": engagement.instructor}
    person = engagement.instructor
    if engagement.is_confirmed:
        return _("%(name)s is written down for this class.") % name, messages.SUCCESS
    if person.email or person.phone:
        return _("The invitation to %(name)s is on its way.") % name, messages.SUCCESS
    said = _("%(name)s has neither e-mail nor phone here. Hand over the text below.")
    return said % name, messages.WARNING
