"""What visitors asked a maker, and the maker's word that it is answered."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from artisans.models import Enquiry

PER_PAGE = 20


class AnsweredForm(forms.Form):
    """Which of the maker's own questions is answered."""

    enquiry = forms.ModelChoiceField(queryset=Enquiry.objects.none())


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enquiries(request):
    rows = Enquiry.objects.to_account(request.user)
    if request.method == "POST":
        form = AnsweredForm(request.POST)
        form.fields["enquiry"].queryset = rows
        if form.is_valid():
            form.cleaned_data["enquiry"].answer()
            messages.success(request, _("Noted: you have answered this question."))
        else:
            messages.error(request, _("This question is not one of yours."))
        return redirect("my:enquiries")

    rows = rows.select_related("product", "business")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "my/enquiries.html", {"page": page})
