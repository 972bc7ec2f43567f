"""What artisans answered and handed in, as staff read it beside an enrolment."""

from collections import defaultdict

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from programs.models import EligibilityRule
from programs.models.funds import gaps_in_words
from trainings.models import Answer, Question, Requirement
from trainings.requirements import Checklist


class EligibleFilter(admin.SimpleListFilter):
    """Who may be paid for, and who may not, by a rule of a source of funds."""

    title = _("eligible for the source of funds")
    parameter_name = "funds"

    def lookups(self, request, model_admin):
        rules = EligibilityRule.objects.choosable_by(request.user).select_related(
            "unit"
        )
        found = [(rule.pk, str(rule)) for rule in rules[:20]]
        return [
            (f"{pk}{sign}", said % {"rule": rule})
            for pk, rule in found
            for sign, said in [("", _("yes: %(rule)s")), ("-", _("no: %(rule)s"))]
        ]

    def queryset(self, request, queryset):
        if not (chosen := self.value()):
            return queryset
        rules = EligibilityRule.objects.choosable_by(request.user).with_lists()
        number = chosen.removesuffix("-")
        rule = rules.filter(pk=number).first() if number.isdecimal() else None
        if rule is None:
            return queryset
        return of_rule(queryset, rule, is_eligible=not chosen.endswith("-"))


def of_rule(enrolments, rule, *, is_eligible):
    """The enrolments of artisans whom a rule lets in, or keeps out."""
    served = rule.eligible_artisans.values("pk")
    if is_eligible:
        return enrolments.filter(artisan__in=served)
    return enrolments.exclude(artisan__in=served)


def answers_in_words(enrolment):
    """Each thing asked with its answer; a file as a link."""
    checklist = Checklist(enrolment.training_class, enrolment.artisan)
    rows = [
        (asked.title, shown(enrolment, checklist.answer_to(asked)))
        for asked in [*checklist.requirements, *checklist.questions]
        if isinstance(asked, Question) or asked.kind not in Requirement.CHECKED
    ]
    return format_html_join("", "<div><strong>{}</strong>: {}</div>", rows) or "–"


def shown(enrolment, answer):
    if answer is None:
        return "–"
    if answer.document_id is None:
        return answer.text
    address = reverse("admin:trainings_enrolment_file", args=[enrolment.pk, answer.pk])
    return format_html('<a href="{}">{}</a>', address, answer.text)


def funds_in_words(enrolment):
    """Whether the money of the training may serve the artisan, or what is missing."""
    training = enrolment.training_class.training
    rules = list(EligibilityRule.objects.for_activity(training))
    if not rules:
        return _("No rule is written down for this source of funds.")
    return gaps_in_words(rules, enrolment.artisan)


def answer_columns(rows) -> list:
    """A column for each question and ticked or uploaded requirement, for an export."""
    trainings = {row.training_class.training_id for row in rows}
    asked = [
        *Requirement.objects.filter(training__in=trainings).exclude(
            kind__in=[*Requirement.CHECKED, Requirement.Kind.COPY]
        ),
        *Question.objects.filter(training__in=trainings),
    ]
    given = defaultdict(dict)
    for answer in Answer.objects.filter(training__in=trainings):
        given[answer.artisan_id][(answer.question_id, answer.requirement_id)] = answer
    return [column_of(each, given) for each in asked]


def column_of(asked, given):
    """A column that tells what each person answered to one thing."""
    is_question = isinstance(asked, Question)
    key = (asked.pk, None) if is_question else (None, asked.pk)

    def column(enrolment):
        return getattr(given[enrolment.artisan_id].get(key), "text", "")

    column.short_description = asked.title
    return column
