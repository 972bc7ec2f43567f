from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.models.languages import Language
from council.dates import PlausibleDateField
from council.keys import KEY

from .models import Availability, Engagement, Instructor, Skill

MOST_ROWS = 60


class AnswerForm(forms.Form):
    """Yes or no to an invitation; who says no may say why, and when it would suit."""

    YES, NO = "ya", "tidak"

    answer = forms.ChoiceField(
        choices=[(YES, _("yes")), (NO, _("no"))],
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Choose yes or no."),
            "invalid_choice": _("Choose yes or no."),
        },
    )
    # How many answers the page knew of; an odd number here would be a forged one.
    seen = forms.IntegerField(
        min_value=0, max_value=10_000, required=False, widget=forms.HiddenInput
    )
    reason = forms.CharField(
        label=_("Why you cannot"),
        required=False,
        max_length=Engagement._meta.get_field("answer_reason").max_length,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    other_days = forms.CharField(
        label=_("Other days that suit you"),
        required=False,
        max_length=Engagement._meta.get_field("other_days").max_length,
        help_text=_("Such as: the second week of March, or any Saturday."),
    )

    @property
    def words(self) -> dict:
        """What the form says, as `trainings.inviting.answer` takes it."""
        data = self.cleaned_data
        return {
            "is_yes": data["answer"] == self.YES,
            "seen": data["seen"] or 0,
            "reason": data["reason"],
            "other_days": data["other_days"],
        }

    @property
    def questions(self):
        """What is asked of whoever says no."""
        return [self["reason"], self["other_days"]]


class RowForm(forms.ModelForm):
    """One more row of an instructor, who keeps a bounded number of them."""

    def __init__(self, *args, instructor, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = self._meta.model.objects.filter(instructor=instructor)
        self.instance.instructor = instructor

    def clean(self):
        if self.rows.count() >= MOST_ROWS:
            raise forms.ValidationError(_("The list is full. Remove old rows first."))
        return super().clean()


class AvailabilityForm(RowForm):
    """Days on which the instructor can teach, or cannot."""

    class Meta:
        model = Availability
        fields = ["kind", "starts_on", "ends_on", "note"]
        field_classes = {"starts_on": PlausibleDateField, "ends_on": PlausibleDateField}
        widgets = {
            "kind": forms.RadioSelect,
            "starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = Availability.Kind.choices
        self.fields["ends_on"].required = False
        self.fields["ends_on"].help_text = _("Leave it empty for a single day.")

    def clean_ends_on(self):
        first = self.cleaned_data.get("starts_on")
        last = self.cleaned_data["ends_on"] or first
        if first and last < first:
            raise forms.ValidationError(_("The last day is before the first day."))
        if last and last < timezone.localdate():
            raise forms.ValidationError(_("These days are over."))
        return last


class SkillForm(RowForm):
    """A craft the instructor teaches; one that is listed already is changed."""

    class Meta:
        model = Skill
        fields = ["craft", "level", "evidence"]

    def __init__(self, *args, instructor, **kwargs):
        super().__init__(*args, instructor=instructor, **kwargs)
        if craft := self.data.get("craft"):
            listed = self.rows.filter(craft=craft) if KEY.fullmatch(craft) else None
            self.instance = (listed and listed.first()) or self.instance
        self.fields["level"].choices = Skill.Level.choices

    def clean(self):
        return super().clean() if self.instance.pk is None else self.cleaned_data


class InstructorForm(forms.ModelForm):
    """What an instructor keeps up to date, and who may see it."""

    languages = forms.MultipleChoiceField(
        label=_("Languages of teaching"),
        required=False,
        choices=Language.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    is_in_pool = forms.BooleanField(
        label=_("Every council may find me as an instructor"),
        required=False,
        help_text=_(
            "They see your name, home region, crafts, institution, languages, fee and "
            "certificates. Your phone number is hidden until a council asks you."
        ),
    )
    has_public_line = forms.BooleanField(
        label=_("The public may read the line about me"),
        required=False,
        help_text=_(
            "It stands below your name where you teach. Your name always does."
        ),
    )

    class Meta:
        model = Instructor
        fields = ["institution", "languages", "fee", "certificates"]
        fields += ["public_line", "public_line_en"]
        widgets = {"certificates": forms.Textarea(attrs={"rows": 3})}

    field_order = [*Meta.fields, "has_public_line", "is_in_pool"]

    def __init__(self, *args, instance, **kwargs):
        agreed = {
            "is_in_pool": instance.is_in_pool,
            "has_public_line": instance.has_public_line,
        }
        super().__init__(*args, instance=instance, initial=agreed, **kwargs)
