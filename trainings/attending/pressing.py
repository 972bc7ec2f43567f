"""
*I am here* on a phone that lost its signal: the press is kept there and sent later.

It counts from when it was pressed, as the phone says how long ago that was; never
before the page was drawn, and only as `trainings.attendance.arrive` allows.
"""

from datetime import UTC, datetime

from django import forms
from django.core import signing
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from trainings.attendance import AttendanceRefused, arrive
from trainings.models import Attendance

from .forms import KEY, LONGEST_AGO, UNREADABLE, moment_of
from .writing import refused

SALT = "trainings.attending.pressing"


def stamp_for(session, enrolment, way) -> str:
    """What a page with the button carries: whose press, on which way, drawn when."""
    drawn_at = int(timezone.now().timestamp())
    return signing.dumps([session.pk, enrolment.pk, str(way), drawn_at], salt=SALT)


class PressForm(forms.Form):
    """A press as a phone sends it: its key, how long ago it was made, the stamp."""

    key = forms.RegexField(rf"(?a)\A{KEY.pattern}\Z", strip=False)
    ago = forms.FloatField(min_value=0, max_value=LONGEST_AGO.total_seconds())
    stamp = forms.CharField(max_length=300)

    def clean_stamp(self):
        try:
            return signing.loads(self.cleaned_data["stamp"], salt=SALT)
        except signing.BadSignature as error:
            raise forms.ValidationError(UNREADABLE) from error

    def is_of(self, session, enrolment) -> bool:
        return self.cleaned_data["stamp"][:2] == [session.pk, enrolment.pk]

    @property
    def way(self) -> str:
        return self.cleaned_data["stamp"][2]

    @property
    def at(self) -> datetime:
        """When it was pressed; a page cannot be pressed before it is drawn."""
        drawn_at = datetime.fromtimestamp(self.cleaned_data["stamp"][3], UTC)
        return max(moment_of(self.cleaned_data["ago"]), drawn_at)


def take_press(request, session, enrolment) -> HttpResponse:
    """Mark the participant as of the moment of the press, or say why not."""
    form = PressForm(request.POST)
    if not form.is_valid() or not form.is_of(session, enrolment):
        return refused(UNREADABLE, status=400)
    if not may_press(session, form.way):
        return refused(_("Scan the QR code at the door"), status=409)
    how = {"way": form.way, "key": form.cleaned_data["key"], "at": form.at}
    try:
        stands = arrive(enrolment, session, by=request.user, **how)
    except AttendanceRefused as refusal:
        return refused(str(refusal), status=409)
    return JsonResponse({"stands": stands.status})


def may_press(session, way) -> bool:
    """Whether this way to say *I am here* is open: the code at the door always is."""
    by_code = way == Attendance.Way.QR
    return by_code or session.training_class.training.has_own_button
