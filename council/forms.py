from django import forms


class SignupDetailsForm(forms.Form):
    """Placeholder."""

    def signup(self, request, user):
        pass
