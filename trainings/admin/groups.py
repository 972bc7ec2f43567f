"""Registering a group: an officer ticks members, sees who can, and sends them in."""

from collections import Counter

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from artisans.admin import ArtisanAdmin
from artisans.models import Artisan
from council.admin_scope import is_in_scope
from council.keys import KEY
from council.search_terms import capped
from trainings import groups
from trainings.enrolment import EnrolmentRefused
from trainings.forms import new_request_key
from trainings.models import Enrolment, GroupRegistration

MOST = groups.MOST_MEMBERS


class GroupForm(forms.Form):
    """Which members, and what to do when not all of them can."""

    chosen = forms.ModelMultipleChoiceField(
        label=_("Members"),
        queryset=Artisan.objects.none(),
        error_messages={
            "required": _("Tick at least one member."),
            "invalid_choice": _("One of the members does not belong to your unit."),
            "invalid_pk_value": _("One of the members is unknown."),
        },
    )
    how = forms.ChoiceField(
        label=_("If not all of them can"),
        widget=forms.RadioSelect,
        choices=[
            ("many", _("Register as many as possible")),
            ("all", _("Register all of them or nobody")),
        ],
        initial="many",
        error_messages={
            "required": _("Choose what happens if not all of them can."),
            "invalid_choice": _("Choose what happens if not all of them can."),
        },
    )
    request_key = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["chosen"].queryset = members

    def clean_chosen(self):
        chosen = self.cleaned_data["chosen"]
        if len(chosen) > MOST:
            said = _("A group has at most %(most)s members. Register it in two parts.")
            raise forms.ValidationError(said % {"most": MOST})
        return sorted(chosen, key=lambda member: member.person.full_name)

    @property
    def needs_all(self) -> bool:
        return self.cleaned_data["how"] == "all"


def members_of(user):
    """The artisans an officer may register, with what their profiles are made of."""
    rows = Artisan.objects.in_scope(user)
    return rows.select_related("person", "unit", "main_craft", "village")


def found(members, text):
    """Members by name, another spelling, village or craft."""
    if not text:
        return members
    words = Q()
    for word in text.split():
        words &= (
            Q(person__full_name__icontains=word)
            | Q(person__aliases__name__icontains=word)
            | Q(village__name__icontains=word)
            | Q(main_craft__name__icontains=word)
        )
    keys = Artisan.objects.filter(words).values("pk")
    return members.filter(pk__in=keys)


def keys_in(values) -> set[int]:
    """The keys among what an address or a form holds; anything else is passed over."""
    return {int(value) for value in values if KEY.fullmatch(value)}


def states_of(training_class) -> list[tuple]:
    """How many ask for a seat of the class and have none yet, by how they stand."""
    status = Enrolment.Status
    rows = training_class.enrolments.order_by().values_list("status")
    counts = dict(rows.annotate(number=Count("pk")))
    asking = [status.OFFERED, status.APPLIED, status.WAITING]
    return [(each, each.label, counts[each]) for each in asking if each in counts]


class GroupPages:
    """The pages of a class on which a group is registered."""

    def get_urls(self):
        wrap, name = self.admin_site.admin_view, "trainings_trainingclass_group"
        start = "<int:pk>/kelompok/"
        return [
            path("kelompok/", wrap(self.group_start), name=f"{name}_start"),
            path(start, wrap(self.group_view), name=name),
            path(f"{start}<int:group>/", wrap(self.group_done), name=f"{name}_done"),
            *super().get_urls(),
        ]

    def refuse_others(self, request):
        """Only who may register artisans, and may see them, comes in."""
        needed = ["trainings.add_enrolment", "artisans.view_artisan"]
        if not request.user.has_perms(needed):
            raise PermissionDenied

    def group_start(self, request):
        self.refuse_others(request)
        classes = groups.open_to(request.user).order_by("closes_at", "pk")[:MOST]
        chosen = keys_in(request.GET.getlist("pilih"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Register a group: choose the class"),
            "classes": classes,
            "query": "?" + "&".join(f"pilih={key}" for key in sorted(chosen)),
            "number": len(chosen),
        }
        return render(request, "admin/trainings/group_start.html", context)

    def group_view(self, request, pk):
        self.refuse_others(request)
        training_class = get_object_or_404(groups.open_to(request.user), pk=pk)
        members, typed = members_of(request.user), request.POST or None
        is_search = "search" in request.POST
        form = GroupForm(None if is_search else typed, members=members)
        if form.is_valid():
            try:
                return redirect(self.register(request, training_class, form))
            except EnrolmentRefused as refusal:
                form.add_error(None, str(refusal))
        context = {
            **self.admin_site.each_context(request),
            **self.ticked_and_found(request, training_class, members),
            "opts": self.opts,
            "title": _("Register a group"),
            "training_class": training_class,
            "states": states_of(training_class),
            "is_own": is_in_scope(request.user, training_class),
            "form": form,
            "how": request.POST.get("how") or "many",
            "key": request.POST.get("request_key", "")[:40] or new_request_key(),
        }
        return render(request, "admin/trainings/group.html", context)

    def register(self, request, training_class, form):
        return groups.register(
            training_class,
            form.cleaned_data["chosen"],
            request_key=form.cleaned_data["request_key"],
            by=request.user,
            needs_all=form.needs_all,
        )

    def ticked_and_found(self, request, training_class, members):
        """Who is ticked already, then who is found, each with how they stand."""
        text = capped(request.POST.get("q", ""))
        is_sent = request.method == "POST"
        keys = keys_in(
            request.POST.getlist("chosen") if is_sent else request.GET.getlist("pilih")
        )
        ticked = list(members.filter(pk__in=keys).order_by("person__full_name")[:MOST])
        others = found(members, text).exclude(pk__in=[each.pk for each in ticked])
        others = list(others.order_by("person__full_name")[: MOST + 1])
        rows = groups.candidates(training_class, [*ticked, *others[:MOST]])
        kept = urlencode({"pilih": [each.pk for each in ticked]}, doseq=True)
        return {
            "ticked_query": f"?{kept}" if kept else "",
            "q": text,
            "ticked": rows[: len(ticked)],
            "others": rows[len(ticked) :],
            "has_more": len(others) > MOST,
            "most": MOST,
        }

    def group_done(self, request, pk, group):
        self.refuse_others(request)
        rows = GroupRegistration.objects.in_scope(request.user).filter(
            training_class=pk
        )
        rows = rows.select_related("training_class__training__unit", "registered_by")
        registration = get_object_or_404(rows, pk=group)
        answers = registration.answers.select_related(
            "artisan__person", "artisan__unit", "enrolment"
        )
        answers = list(answers)
        left = [answer.artisan_id for answer in answers if not answer.enrolment_id]
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Registration of a group"),
            "registration": registration,
            "training_class": registration.training_class,
            "is_own": is_in_scope(request.user, registration.training_class),
            "answers": answers,
            "outcomes": Counter(
                answer.enrolment.get_status_display()
                for answer in answers
                if answer.enrolment_id
            ).items(),
            "number_out": len(left),
            "is_whole": all(
                answer.enrolment_id and answer.enrolment.is_confirmed
                for answer in answers
            ),
            "states": states_of(registration.training_class),
            "again": reverse(
                "admin:trainings_trainingclass_group", args=[pk], query={"pilih": left}
            ),
        }
        return render(request, "admin/trainings/group_done.html", context)


@admin.action(description=_("Register for a class …"), permissions=["view"])
def register_for_a_class(modeladmin, request, queryset):
    """Take the chosen artisans to the choice of a class."""
    keys = list(queryset.values_list("pk", flat=True)[: MOST + 1])
    if len(keys) > MOST:
        said = _("A group has at most %(most)s members. Register it in two parts.")
        modeladmin.message_user(request, said % {"most": MOST}, messages.ERROR)
        return None
    address = reverse(
        "admin:trainings_trainingclass_group_start", query={"pilih": keys}
    )
    return HttpResponseRedirect(address)


class ArtisanWithGroupsAdmin(ArtisanAdmin):
    """The artisans' list, from which a group can be registered."""

    actions = [*(ArtisanAdmin.actions or []), register_for_a_class]

    def get_actions(self, request):
        actions = super().get_actions(request)
        if not request.user.has_perm("trainings.add_enrolment"):
            actions.pop("register_for_a_class", None)
        return actions


# The artisans' room knows nothing of trainings; here the two meet.
admin.site.unregister(Artisan)
admin.site.register(Artisan, ArtisanWithGroupsAdmin)
