"""The privacy notice, made in part from what the models say they keep."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from council.consents import NOTICE_VERSION
from council.models import Consent, Unit
from council.personal_data import inventory
from council.public_pages import public_page


@login_not_required
@public_page()
@require_safe
def privacy(request):
    context = {
        "version": NOTICE_VERSION,
        "purposes": Consent.Purpose.labels,
        "kept": kept_data(),
        "council": Unit.objects.filter(code="").first(),
    }
    return render(request, "council/privacy.html", context)


def kept_data():
    """What is kept about people: a group for each kind of record, with its fields."""
    groups = {}
    for model, name, personal in inventory():
        field = model._meta.get_field(name)
        fields = groups.setdefault(model._meta.verbose_name_plural, [])
        fields.append({"name": field.verbose_name, "about": personal})
    return [{"name": name, "fields": fields} for name, fields in groups.items()]
