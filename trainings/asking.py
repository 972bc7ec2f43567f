"""The fields of the form that asks for what a class still needs to know."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from artisans.models.papers import validate_nib
from council.dates import PlausibleDateField
from council.documents import DocumentField

from .models import Question, Requirement

Kind = Requirement.Kind
DOCUMENT_HELP = _(
    "A clear photo or a PDF, at most 5 MB. Only the council of this training opens it."
)
NEEDED = {"required": _("Please answer this.")}
UPLOAD = {"required": _("Choose the file on your phone or computer.")}
TICK = {"required": _("Tick this to go on.")}


class BirthField(PlausibleDateField):
    """The day somebody was born: not in the future."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def validate(self, value):
        super().validate(value)
        if value and value > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))


def field_for(asked) -> forms.Field:
    """The field that a requirement or a question is answered by."""
    if isinstance(asked, Question):
        return field_of_question(asked)
    return field_of_requirement(asked)


def field_of_requirement(requirement) -> forms.Field:
    if requirement.kind == Kind.AGE:
        help_text = _("Asked for here: %(ages)s.")
        return BirthField(
            label=_("Date of birth"),
            help_text=help_text % {"ages": requirement.ages},
            error_messages=NEEDED,
        )
    if requirement.kind == Kind.NIB:
        return forms.CharField(
            label=_("Business number (NIB)"),
            max_length=13,
            validators=[validate_nib],
            help_text=_("13 digits, from oss.go.id."),
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            error_messages=NEEDED,
        )
    if requirement.kind == Kind.DOCUMENT:
        return DocumentField(
            label=requirement.text, help_text=DOCUMENT_HELP, error_messages=UPLOAD
        )
    said = requirement.text
    if requirement.kind == Kind.TOOLS:
        said = _("I bring my own tools: %(what)s") % {"what": said}
    return forms.BooleanField(label=said, error_messages=TICK)


def field_of_question(question) -> forms.Field:
    shared = {
        "label": question.text,
        "help_text": question.help,
        "required": question.is_required,
        "error_messages": NEEDED,
    }
    kinds = Question.Kind
    if question.kind == kinds.FILE:
        shared["help_text"] = question.help or DOCUMENT_HELP
        return DocumentField(**{**shared, "error_messages": UPLOAD})
    if question.kind == kinds.NUMBER:
        # Whole or with a decimal comma, as people write it.
        return forms.DecimalField(**shared, max_digits=15, localize=True)
    if question.kind == kinds.CHOICE:
        return forms.ChoiceField(
            **{
                **shared,
                "choices": [(each, each) for each in question.options],
                "widget": forms.RadioSelect,
            }
        )
    return forms.CharField(**shared, max_length=500)


def name_of(asked) -> str:
    """What the field is called in the form."""
    return f"{'q' if isinstance(asked, Question) else 'r'}{asked.pk}"


def in_order(checklist) -> list:
    """What is still to be asked, each thing once: one date of birth, one NIB."""
    found, once = [], set()
    for asked in checklist.to_hand_in():
        kind = asked.kind if isinstance(asked, Requirement) else ""
        if kind in {Kind.AGE, Kind.NIB} and kind in once:
            continue
        once.add(kind)
        found.append(asked)
    return found
