from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from council.public_pages import public_page
from programs.linked_data import activity_as_linked_data
from programs.models import Activity

from .filters import EventSearch


@login_not_required
@public_page("q", "waktu", "jenis", "skala", "kota", "bulan", "page")
@require_safe
def event_list(request):
    context = {"search": EventSearch(request.GET), "today": timezone.localdate()}
    return render(request, "events/event_list.html", context)


@login_not_required
@public_page()
@require_safe
def event_detail(request, slug):
    events = Activity.objects.published().beside_trainings().with_page_parts()
    activity = get_object_or_404(events, slug=slug)
    context = {
        "activity": activity,
        "event": getattr(activity, "event", None),
        "meeting": getattr(activity, "meeting", None),
        "today": timezone.localdate(),
        "linked_data": activity_as_linked_data(activity),
    }
    return render(request, "events/event_detail.html", context)
