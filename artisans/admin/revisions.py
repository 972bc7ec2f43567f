"""What makers want changed on public pages: old beside new, and a decision."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from artisans.deciding import (
    LIVE,
    MAKERS,
    DecisionRefused,
    approve,
    ask_for_change,
    refuse,
)
from artisans.marketplaces import Marketplace
from artisans.models import BusinessRevision, ProductRevision
from artisans.photographs import wanted
from artisans.revising import conflicts_of, fingerprint, value_of
from council.admin_scope import ScopedAdmin
from council.templatetags.portal import rupiah

from .reviewing import waiting_for

APPROVE, ASK, REFUSE = "approve", "ask", "refuse"
PICTURES = {"portrait"}


@dataclass(frozen=True)
class Line:
    """A field as it is now beside what the maker wants."""

    name: str
    label: str
    now: str
    wanted: str
    is_changed: bool
    # What it said when the maker wrote, where it says something else by now.
    earlier: str = ""
    is_conflict: bool = False


def lines_of(revision, page) -> list[Line]:
    conflicts = conflicts_of(revision, page)
    return [
        line_of(revision, page, name, name in conflicts)
        for name in page.maker_fields
        # Pictures are seen, not read, unless it must be asked which one stands.
        if name not in PICTURES or name in conflicts
    ]


def line_of(revision, page, name, is_conflict) -> Line:
    field, now = page._meta.get_field(name), value_of(page, name)
    wished = revision.changes.get(name, now)
    return Line(
        name,
        capfirst(called(field)),
        in_words(field, now),
        in_words(field, wished),
        is_changed=name in revision.changes,
        earlier=in_words(field, revision.before.get(name)) if is_conflict else "",
        is_conflict=is_conflict,
    )


def called(field) -> str:
    """The name of a field, or of what hangs on the page."""
    if field.one_to_many:
        return field.related_model._meta.verbose_name_plural
    return field.verbose_name


def in_words(field, value) -> str:
    """A kept value as people read it."""
    if value is None or value == "" or value == []:
        return "–"
    if field.one_to_many:
        return ", ".join(f"{Marketplace(shop).label}: {url}" for shop, url in value)
    if field.is_relation:
        keys = value if isinstance(value, list) else [value]
        rows = field.related_model.objects.filter(pk__in=keys)
        return ", ".join(str(row) for row in rows) or "–"
    if isinstance(field, models.FileField):
        return str(_("see the photos"))
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if field.name.startswith("price") and isinstance(value, int):
        return rupiah(value)
    return str(dict(field.flatchoices).get(value, value))


class DecisionForm(forms.Form):
    """A decision, its reason, and which of two changes of a field stands."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed unless you approve. The maker reads it in a message."),
    )

    def __init__(self, typed=None, *, lines, initial=None):
        super().__init__(typed, initial=initial)
        self.decision = (typed or {}).get("decision", "")
        for line in lines:
            if line.is_conflict:
                self.fields[f"stands-{line.name}"] = which_stands(line)

    def clean(self):
        data = super().clean()
        if self.decision not in {APPROVE, ASK, REFUSE}:
            raise forms.ValidationError(_("Choose one of the three decisions."))
        if self.decision != APPROVE and not data.get("reason"):
            self.add_error("reason", _("Say why, so that the maker can act on it."))
        if self.decision == APPROVE:
            for name in self.fields:
                if name.startswith("stands-") and not data.get(name):
                    self.add_error(name, _("Choose which one stands."))
        return data

    @property
    def answers(self) -> dict:
        return {
            name.removeprefix("stands-"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("stands-") and value
        }


def which_stands(line):
    return forms.ChoiceField(
        label=line.label,
        required=False,
        widget=forms.RadioSelect,
        choices=[
            (LIVE, _("Keep what is public now")),
            (MAKERS, _("Take what the maker wants")),
        ],
        error_messages={"invalid_choice": _("Choose which one stands.")},
    )


class RevisionAdmin(ScopedAdmin):
    """Makers write revisions; staff read them and decide."""

    list_display = ["page", "status", "what_changes", "waiting", "decided_by"]
    list_filter = ["status"]
    ordering = ["-submitted_at", "-pk"]

    def get_queryset(self, request):
        return super().get_queryset(request).sent()

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("what changes"))
    def what_changes(self, revision):
        meta = revision.page._meta
        names = [meta.get_field(name).verbose_name for name in revision.changes]
        names += [_("photos")] if revision.differs_in_photos else []
        return capfirst(", ".join(str(name) for name in names)) or "–"

    @admin.display(description=_("waiting for"), ordering="submitted_at")
    def waiting(self, revision):
        return waiting_for(revision, revision.submitted_at)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None:
            raise PermissionDenied
        revision = self.get_object(request, object_id)
        if revision is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        is_post = request.method == "POST"
        may = self.has_change_permission if is_post else self.has_view_permission
        if not may(request, revision):
            raise PermissionDenied
        lines = lines_of(revision, revision.page)
        if not is_post:
            seen = {"seen": fingerprint(revision, revision.page)}
            return self.compare(
                request, revision, DecisionForm(lines=lines, initial=seen)
            )
        form = DecisionForm(request.POST, lines=lines)
        if not form.is_valid():
            return self.compare(request, revision, form)
        try:
            self.decide(revision, form, request.user)
        except DecisionRefused as refusal:
            return self.look_again(request, object_id, form, str(refusal))
        said = _("Decided. The maker of %(page)s is told.") % {"page": revision.page}
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(self.list_of_waiting())

    def look_again(self, request, object_id, form, refusal):
        """Show it as it is now, with the reason as typed."""
        revision = self.get_object(request, object_id)
        if revision is None:
            self.message_user(request, refusal, messages.ERROR)
            return HttpResponseRedirect(self.list_of_waiting())
        typed = {**form.data.dict(), "seen": fingerprint(revision, revision.page)}
        form = DecisionForm(typed, lines=lines_of(revision, revision.page))
        form.add_error(None, refusal)
        return self.compare(request, revision, form)

    def decide(self, revision, form, by) -> None:
        seen, reason = form.cleaned_data["seen"], form.cleaned_data["reason"]
        if form.decision == APPROVE:
            approve(revision, by=by, seen=seen, answers=form.answers)
        elif form.decision == ASK:
            ask_for_change(revision, reason, by=by, seen=seen)
        else:
            refuse(revision, reason, by=by, seen=seen)

    def list_of_waiting(self):
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"
        return reverse(name, query={"status__exact": "diajukan"})

    def compare(self, request, revision, form):
        page, lines = revision.page, lines_of(revision, revision.page)
        meta = page._meta
        has_other_portrait = bool(PICTURES & revision.changes.keys())
        may_decide = self.has_change_permission(request, revision)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Change of %(page)s") % {"page": page},
            "revision": revision,
            "page": page,
            "page_url": reverse(
                f"admin:{meta.app_label}_{meta.model_name}_change", args=[page.pk]
            ),
            "changed": [line for line in lines if line.is_changed],
            "unchanged": [line for line in lines if not line.is_changed],
            "conflicts": [line for line in lines if line.is_conflict],
            "now": wanted(page),
            "wished": wanted(page, revision),
            "differs_in_photos": revision.differs_in_photos or has_other_portrait,
            "form": form,
            "may_decide": may_decide and revision.is_waiting,
        }
        return TemplateResponse(request, "admin/artisans/revision.html", context)


@admin.register(ProductRevision)
class ProductRevisionAdmin(RevisionAdmin):
    list_select_related = ["page__business", "decided_by"]
    list_filter = ["status", "page__business__unit"]
    search_fields = ["page__name", "page__business__name", "page__business__brand"]
    search_help_text = _("Product or maker.")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("photos", "page__photos")


@admin.register(BusinessRevision)
class BusinessRevisionAdmin(RevisionAdmin):
    list_select_related = ["page", "decided_by"]
    list_filter = ["status", "page__unit"]
    search_fields = ["page__name", "page__brand"]
    search_help_text = _("Name or brand.")
