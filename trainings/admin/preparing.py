"""What a training asks, beside the training and beside each of its classes."""

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from artisans.models import Craft
from council.admin_scope import ScopedInline, SharedBelowAdmin, choices_for
from council.dates import PlausibleDateField
from council.models import Unit
from trainings import copying
from trainings.models import Question, Requirement, TrainingTemplate

from .reasons import ask_first

ONE_AT_A_TIME = _("Choose one line at a time.")


class ForAllClasses:
    """Beside a training stands what all its classes ask for."""

    def get_queryset(self, request):
        return super().get_queryset(request).filter(training_class=None)


class RequirementInline(ScopedInline):
    model = Requirement
    autocomplete_fields = ["region"]
    fields = ["kind", "text", "text_en", "region"]
    fields += ["youngest", "oldest", "years", "order"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("region")


class QuestionInline(ScopedInline):
    model = Question
    fields = ["text", "help", "kind", "choices", "is_required", "order"]
    formfield_overrides = {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 20})}
    }


class RequirementForAllInline(ForAllClasses, RequirementInline):
    verbose_name_plural = _("requirements of all classes")
    exclude = ["training_class"]


class QuestionForAllInline(ForAllClasses, QuestionInline):
    verbose_name_plural = _("own questions of all classes")
    exclude = ["training_class"]


class NewDayForm(forms.Form):
    """The first day of the copy; all other days move along."""

    starts_on = PlausibleDateField(
        label=_("New first day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_(
            "Classes, sessions and registration move by the same number of days. "
            "The copy is a draft."
        ),
    )


class NameForm(forms.Form):
    """What a template is called."""

    name = forms.CharField(
        label=_("Name of the template"),
        max_length=200,
        help_text=_("A template of the same name is replaced."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


def use_form(user, template):
    """The form that a template is used by, for the units the person works for."""

    class UseForm(NewDayForm):
        unit = forms.ModelChoiceField(
            label=_("Unit"),
            queryset=choices_for(user, Unit),
            initial=user.unit_id or template.unit_id,
        )
        if copying.lacks_craft(template):
            craft = forms.ModelChoiceField(Craft.objects.all(), label=_("Craft"))

    return UseForm


def the_only_one(modeladmin, request, queryset):
    """The row an action was chosen for; None, and a word, when there are several."""
    rows = list(queryset[:2])
    if len(rows) == 1:
        return rows[0]
    modeladmin.message_user(request, ONE_AT_A_TIME, "ERROR")
    return None


def open_draft(modeladmin, request, draft):
    """Go to the new draft, with a sentence on what to check."""
    said = _("%(training)s is a draft now. Check its days, then publish it.")
    modeladmin.message_user(request, said % {"training": draft})
    page = reverse("admin:trainings_training_change", args=[draft.pk])
    return HttpResponseRedirect(page)


class Copying:
    """Actions of the list of trainings, also offered on the page of each."""

    @admin.action(description=_("Copy to other dates …"), permissions=["add"])
    def copy(self, request, queryset):
        if (training := the_only_one(self, request, queryset)) is None:
            return None
        title = _("Copy a training")
        form, page = ask_first(
            self, request, queryset, action="copy", title=title, form_class=NewDayForm
        )
        if page:
            return page
        draft = copying.copied(training, form.cleaned_data["starts_on"])
        return open_draft(self, request, draft)

    @admin.action(description=_("Keep as template …"), permissions=["add"])
    def keep(self, request, queryset):
        if (training := the_only_one(self, request, queryset)) is None:
            return None
        title = _("Keep as template")
        form, page = ask_first(
            self, request, queryset, action="keep", title=title, form_class=NameForm
        )
        if page:
            return page
        template = copying.kept_as_template(training, form.cleaned_data["name"])
        said = _("%(template)s is kept among the training templates.")
        return self.message_user(request, said % {"template": template})


@admin.register(TrainingTemplate)
class TrainingTemplateAdmin(SharedBelowAdmin):
    list_display = ["name", "craft", "days", "lesson_hours", "unit"]
    list_filter = ["craft__family", "unit"]
    list_select_related = ["craft", "unit"]
    search_fields = ["name", "craft__name"]
    ordering = ["name"]
    actions = ["use"]
    autocomplete_fields = ["unit", "craft"]
    readonly_fields = ["outline"]
    fields = ["unit", "name", "craft", "outline"]

    def has_add_permission(self, request):
        # A template is made from a training.
        return False

    def has_use_permission(self, request):
        return request.user.has_perm("trainings.add_training")

    @admin.display(description=_("days"))
    def days(self, template):
        return template.days

    @admin.display(description=_("lesson hours (JP)"))
    def lesson_hours(self, template):
        return max((each["lesson_hours"] or 0 for each in template.classes), default=0)

    @admin.display(description=_("content"))
    def outline(self, template):
        parts = format_html_join(
            "",
            "<p><strong>{}</strong> ({})<br>{}</p>",
            (
                (each["name"], each["quota"], ", ".join(each["syllabus"].splitlines()))
                for each in template.classes
            ),
        )
        said = template.content["training"]["summary"]
        return format_html("<p>{}</p>{}", said, parts)

    @admin.action(description=_("Use for a new training …"), permissions=["use"])
    def use(self, request, queryset):
        if (template := the_only_one(self, request, queryset)) is None:
            return None
        form, page = ask_first(
            self,
            request,
            queryset,
            action="use",
            title=_("Use a template"),
            form_class=use_form(request.user, template),
        )
        if page:
            return page
        draft = copying.from_template(template, **form.cleaned_data)
        return open_draft(self, request, draft)
