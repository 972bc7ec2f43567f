from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from council.form_guard import GuardedForm


class LabelReportForm(GuardedForm):
    """What somebody saw who thinks that a technique label is misused."""

    seen_where = forms.CharField(
        label=_("Where did you see it?"),
        max_length=200,
        help_text=_("The shop, market or web address."),
    )
    what = forms.CharField(
        label=_("What is wrong?"),
        min_length=10,
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Such as: the tag hangs on printed cloth, sold as hand-drawn."),
    )
    contact = forms.CharField(
        label=_("Phone number or e-mail"),
        required=False,
        max_length=120,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].help_text = format_html(
            '{} <a href="{}">{}</a>',
            _("Only if the council may ask you more; destroyed after one year."),
            reverse("privacy"),
            _("How we treat your data"),
        )

    @property
    def answers(self) -> dict:
        """What to keep of the report."""
        return {
            name: self.cleaned_data[name] for name in ("seen_where", "what", "contact")
        }
