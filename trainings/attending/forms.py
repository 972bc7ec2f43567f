import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from council.dates import validate_plausible
from council.forms import NameField, PhoneField
from council.images import PhotoFormField
from trainings.forms import new_request_key
from trainings.models import Attendance

Status = Attendance.Status
NOT_ONE_OF_FOUR = _("Choose present, excused, ill or absent.")
UNREADABLE = _("These marks cannot be read. Reload the page.")
MOST_AT_ONCE, LONGEST_QUEUE = 500, 60_000
KEY = re.compile(r"[\w-]{1,40}", re.ASCII)
# A phone without signal is back within a week, or its clock is wrong.
LONGEST_AGO = timedelta(days=7)
DAYS_A_LINK_LASTS = 14


class ListForm(forms.Form):
    """The list as it was shown, and as it is ticked now; only changes count."""

    key = forms.CharField(
        max_length=40, widget=forms.HiddenInput, initial=new_request_key
    )

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            self.fields[f"s{row.pk}"] = one_of_four(str(row.enrolment))
            self.fields[f"w{row.pk}"] = one_of_four(str(row.enrolment))

    def marks(self) -> dict[int, str]:
        """What was changed on the page, by the key of the enrolment."""
        data = self.cleaned_data
        everybody = Status.PRESENT if "everybody" in self.data else ""
        ticked = {row.pk: data[f"s{row.pk}"] or everybody for row in self.rows}
        return {
            pk: status
            for pk, status in ticked.items()
            if status and status != data[f"w{pk}"]
        }

    def keep_typed(self):
        """Show on the rows what was ticked, although it was not written."""
        for row in self.rows:
            row.ticked = self.data.get(f"s{row.pk}", "")


def one_of_four(label):
    return forms.ChoiceField(
        label=label,
        choices=Status.choices,
        required=False,
        error_messages={"invalid_choice": NOT_ONE_OF_FOUR},
    )


class MarksField(forms.JSONField):
    """JSON from a phone that may be anybody's."""

    def to_python(self, value):
        if isinstance(value, str) and len(value) > LONGEST_QUEUE:
            raise ValidationError(UNREADABLE)
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as error:
            raise ValidationError(UNREADABLE) from error


class QueuedForm(forms.Form):
    """Marks that a page kept while there was no signal, with how long ago each was."""

    marks = MarksField(error_messages={"invalid": UNREADABLE, "required": UNREADABLE})

    def clean_marks(self):
        """Each as enrolment, status, moment and key."""
        sent = self.cleaned_data["marks"]
        if not isinstance(sent, list) or len(sent) > MOST_AT_ONCE:
            raise ValidationError(UNREADABLE)
        try:
            return [read_mark(each) for each in sent]
        except (TypeError, ValueError, OverflowError) as error:
            raise ValidationError(UNREADABLE) from error


def read_mark(sent) -> tuple:
    enrolment, status, seconds, key = sent
    if not (isinstance(enrolment, int) and KEY.fullmatch(key)):
        raise ValueError("not a mark")
    return enrolment, Status(status), moment_of(float(seconds)), key


def moment_of(seconds: float) -> datetime:
    """When it was so many seconds ago, within a week."""
    # How long ago, not when: the clock of a cheap phone may show another year.
    ago = min(timedelta(seconds=max(seconds, 0)), LONGEST_AGO)
    return timezone.now() - ago


class WalkInForm(forms.Form):
    """Who came without having registered."""

    name = NameField(label=_("Name"), max_length=120)
    phone = PhoneField(label=_("Phone number (WhatsApp)"), required=False)
    key = forms.CharField(
        max_length=40, widget=forms.HiddenInput, initial=new_request_key
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # It is another person's name and number.
        for name in ("name", "phone"):
            self.fields[name].widget.attrs["autocomplete"] = "off"


class SessionField(forms.ModelChoiceField):
    """A session by its day and hour."""

    def label_from_instance(self, obj):
        return obj.moment


class LinkForm(forms.Form):
    """Whom a link is for, and in which hours it works."""

    helper = forms.CharField(
        label=_("Helper's name"),
        max_length=80,
        help_text=_("It stands beside every mark made through this link."),
    )
    session = SessionField(
        label=_("Session"),
        queryset=None,
        required=False,
        empty_label=_("Every session of the class"),
    )
    from_day = forms.DateField(
        label=_("Day"),
        validators=[validate_plausible],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    from_time = forms.TimeField(
        label=_("From"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    hours = forms.IntegerField(
        label=_("For how many hours"),
        min_value=1,
        max_value=24 * DAYS_A_LINK_LASTS,
        initial=5,
        help_text=_("At most two weeks. You can withdraw the link at any time."),
    )

    def __init__(self, *args, training_class, **kwargs):
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(training_class.training.unit.time_zone)
        self.fields["session"].queryset = training_class.sessions.all()

    def clean(self):
        data = super().clean()
        if {"from_day", "from_time", "hours"} <= set(data):
            begins = datetime.combine(data["from_day"], data["from_time"], self.zone)
            data["opens_at"] = begins
            data["closes_at"] = begins + timedelta(hours=data["hours"])
            if data["closes_at"] <= timezone.now():
                self.add_error("hours", _("These hours are over already."))
        return data

    def terms(self) -> dict:
        """What the link is made of."""
        names = ("helper", "session", "opens_at", "closes_at")
        return {name: self.cleaned_data[name] for name in names}


class PhotoForm(forms.Form):
    """The photo of a signed sheet."""

    photo = PhotoFormField(
        label=_("Photo of the signed sheet"),
        help_text=_("Lay it flat in the light. Where it was taken is removed."),
    )


class RowsForm(forms.Form):
    """Which rows of a sheet are signed."""

    key = forms.CharField(
        max_length=40, widget=forms.HiddenInput, initial=new_request_key
    )
    signed = forms.TypedMultipleChoiceField(
        label=_("Signed"), required=False, coerce=int
    )
    rest_is_absent = forms.BooleanField(
        label=_("Whoever did not sign was absent without notice"), required=False
    )

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
        self.fields["signed"].choices = [(row.pk, str(row.enrolment)) for row in rows]

    def clean(self):
        data = super().clean()
        if not self.errors and not self.marks():
            raise ValidationError(_("Tick at least one row, or go back."))
        return data

    def marks(self) -> dict[int, str]:
        """What the paper changes; an excuse that is known already stays."""
        signed = set(self.cleaned_data["signed"])
        marks = {row.pk: Status.PRESENT for row in self.rows if row.pk in signed}
        if self.cleaned_data["rest_is_absent"]:
            marks |= {
                row.pk: Status.ABSENT
                for row in self.rows
                if row.pk not in signed and not row.status
            }
        return marks


class ReasonForm(forms.Form):
    """Why it is so; kept in the history."""

    reason = forms.CharField(label=_("Reason"), max_length=100)


class MergeForm(forms.Form):
    """Who somebody without a registration is."""

    artisan = forms.ModelChoiceField(
        label=_("Artisan"),
        queryset=None,
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose one of the artisans found.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=100,
        help_text=_("Why the seat is given now; kept in the history."),
    )

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["artisan"].queryset = found


def so_many(number: int) -> str:
    """How many marks were written, in a sentence."""
    return ngettext("%(count)s mark is kept.", "%(count)s marks are kept.", number) % {
        "count": number
    }
