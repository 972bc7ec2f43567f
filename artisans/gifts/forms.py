from allauth.core import ratelimit

from django.core.exceptions import ValidationError

from artisans.forms import EnquiryForm
from artisans.models import Enquiry
from council.form_guard import TOO_MANY


class QuestionForm(EnquiryForm):
    """One question to every maker of a catalogue, which says number and day."""

    wish = None
    quantity = None
    needed_on = None

    def clean(self):
        data = super().clean()
        # One form is a letter to many, so it counts for more than a question.
        if not self.errors and not ratelimit.consume(
            self.request, action="gift_question"
        ):
            raise ValidationError(TOO_MANY, code="too_many")
        return data

    @property
    def answers(self) -> dict:
        kept = ("name", "phone", "email", "message")
        given = {name: self.cleaned_data[name] for name in kept}
        return given | {"wish": Enquiry.Wish.BULK}
