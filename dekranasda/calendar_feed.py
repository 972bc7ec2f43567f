"""The public calendar as a file to subscribe to, or one activity to add to another."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from council.models import Unit
from council.public_pages import public_page
from programs.calendar_file import CONTENT_TYPE, calendar_file
from programs.models import Activity

DAYS_BACK = 120
DAYS_AHEAD = 550
MOST_ENTRIES = 1000


@login_not_required
@public_page("kegiatan", "unit", "jenis")
@require_safe
def calendar_ics(request):
    activities = Activity.objects.published().select_related("unit")
    activities = activities.prefetch_related("days")
    if slug := request.GET.get("kegiatan"):
        activity = get_object_or_404(activities, slug=slug)
        return as_file([activity], name=activity.shown_title, filename=f"{slug}.ics")

    name = _("Dekranasda calendar")
    if slug := request.GET.get("unit"):
        unit = get_object_or_404(Unit, slug=slug)
        activities = activities.filter(unit__code__startswith=unit.code)
        name = f"{name} – {unit.name}"
    today = timezone.localdate()
    first = today - timedelta(days=DAYS_BACK)
    last = today + timedelta(days=DAYS_AHEAD)
    activities = activities.between(first, last).order_by("starts_on", "pk")
    if request.GET.get("jenis") in Activity.Kind.values:
        activities = activities.filter(kind=request.GET["jenis"])
    return as_file(activities[:MOST_ENTRIES], name=name, filename="kalender.ics")


def as_file(activities, *, name, filename):
    content = calendar_file(activities, name=name)
    headers = {"Content-Disposition": f'inline; filename="{filename}"'}
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)
