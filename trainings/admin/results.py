"""Points and works of participants, class by class, and what came of the class."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.admin_scope import ScopedAdmin
from trainings.feedback import feedback_of
from trainings.models import Enrolment, FollowUp, Score, TrainingClass
from trainings.result_forms import WorkForm, shown_points
from trainings.score_sheet import ScoreSheet
from trainings.scores import assess, scores_for


@admin.register(Score)
class ScoreAdmin(ScopedAdmin):
    """Points are read here and written on the sheet of their class."""

    list_display = ["participant", "training_class", "kind", "shown", "given_day"]
    list_filter = ["kind", "enrolment__training_class"]
    list_select_related = [
        "enrolment__artisan__person",
        "enrolment__training_class__training",
    ]
    search_fields = [
        "enrolment__artisan__person__full_name",
        "enrolment__training_class__training__title",
    ]
    ordering = ["-pk"]
    fields = readonly_fields = [
        *("participant", "training_class", "kind", "shown", "note"),
        *("given_at", "given_by"),
    ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def view_on_site(self, obj):
        return None

    @admin.display(description=_("participant"), ordering="enrolment__artisan__person")
    def participant(self, score):
        return score.enrolment

    @admin.display(description=_("class"))
    def training_class(self, score):
        return score.enrolment.training_class

    @admin.display(description=_("points"), ordering="points")
    def shown(self, score):
        return shown_points(score.points)

    @admin.display(description=_("given"), ordering="given_at")
    def given_day(self, score):
        return timezone.localdate(score.given_at)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [
            path(
                "kelas/<int:pk>/",
                wrap(self.sheet_view),
                name="trainings_score_sheet",
            ),
            path(
                "kelas/<int:pk>/hasil/",
                wrap(self.outcome_view),
                name="trainings_class_outcome",
            ),
            path(
                "karya/<int:pk>/",
                wrap(self.work_view),
                name="trainings_work",
            ),
        ]
        return own + super().get_urls()

    def sheet_view(self, request, pk):
        training_class = class_of(request, pk)
        may_write = request.user.has_perm("trainings.change_score")
        is_sent = request.method == "POST"
        if is_sent and not may_write:
            raise PermissionDenied
        sheet = ScoreSheet(training_class, request.POST if is_sent else None)
        if is_sent and (number := sheet.save(by=request.user)) is not None:
            self.say_saved(request, number)
            return redirect("admin:trainings_score_sheet", pk)
        context = {
            **self.page_of(request, training_class, _("Scores")),
            "sheet": sheet,
            "may_write": may_write,
        }
        return TemplateResponse(request, "admin/trainings/score_sheet.html", context)

    def say_saved(self, request, number):
        if not number:
            self.message_user(request, _("Nothing was changed."), messages.INFO)
            return
        said = ngettext(
            "Saved for %(count)s participant.",
            "Saved for %(count)s participants.",
            number,
        )
        self.message_user(request, said % {"count": number}, messages.SUCCESS)

    def work_view(self, request, pk):
        enrolment = seat_of(request, pk)
        training_class, scores = enrolment.training_class, scores_for(enrolment)
        form = WorkForm(
            request.POST or None,
            request.FILES or None,
            family=training_class.craft.family,
            work=scores.work,
            note=scores.note,
        )
        if request.method == "POST":
            if not request.user.has_perm("trainings.change_score"):
                raise PermissionDenied
            if form.is_valid():
                assess(enrolment, by=request.user, **form.answers())
                said = _("The work of %(name)s is kept.") % {"name": enrolment}
                self.message_user(request, said, messages.SUCCESS)
                return redirect("admin:trainings_score_sheet", training_class.pk)
        context = {
            **self.page_of(request, training_class, _("Assess the work")),
            "enrolment": enrolment,
            "work": scores.work,
            "points": scores.product,
            "form": form,
        }
        return TemplateResponse(request, "admin/trainings/work.html", context)

    def outcome_view(self, request, pk):
        training_class = class_of(request, pk)
        rows = FollowUp.objects.filter(enrolment__training_class=training_class)
        context = {
            **self.page_of(request, training_class, _("What came of the class")),
            "sheet": ScoreSheet(training_class),
            "opinion": feedback_of(training_class),
            "stages": stages_of(rows),
            "follow_ups_url": reverse("admin:trainings_followup_changelist")
            + f"?enrolment__training_class__id__exact={pk}",
        }
        return TemplateResponse(request, "admin/trainings/class_outcome.html", context)

    def page_of(self, request, training_class, title):
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "training_class": training_class,
        }


def class_of(request, pk) -> TrainingClass:
    """A class of the officer's own units; nobody else's is found."""
    if not request.user.has_perm("trainings.view_score"):
        raise PermissionDenied
    classes = TrainingClass.objects.in_scope(request.user)
    found = classes.select_related("training__unit", "craft").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def seat_of(request, pk) -> Enrolment:
    """A participant of a class of the officer's own units."""
    if not request.user.has_perm("trainings.view_score"):
        raise PermissionDenied
    seats = Enrolment.objects.in_scope(request.user).confirmed()
    seats = seats.select_related(
        "artisan__person", "work", "training_class__training__unit"
    )
    seats = seats.select_related("training_class__craft").prefetch_related("scores")
    found = seats.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def stages_of(follow_ups) -> list[dict]:
    """Stage by stage: asked, answered and on which rung, of one class."""
    rungs = FollowUp.Rung
    stages = {}
    for months, rung in follow_ups.values_list("months", "rung"):
        counts = stages.setdefault(
            months, {"asked": 0, **dict.fromkeys(rungs.values, 0)}
        )
        counts["asked"] += 1
        if rung:
            counts[rung] += 1
    return [
        {
            "months": months,
            "asked": counts["asked"],
            "answered": sum(counts[rung] for rung in rungs.values),
            "rungs": [(rung.label, counts[rung]) for rung in rungs],
        }
        for months, counts in sorted(stages.items())
    ]
