from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render

from programs.linked_data import activity_as_linked_data
from programs.models import Activity

from .filters import EventSearch


@login_not_required
def event_list(request):
    return render(
        request, "events/event_list.html", {"search": EventSearch(request.GET)}
    )


@login_not_required
def event_detail(request, slug):
    events = Activity.objects.published().beside_trainings().with_page_parts()
    activity = get_object_or_404(events, slug=slug)
    context = {
        "activity": activity,
        "event": getattr(activity, "event", None),
        "meeting": getattr(activity, "meeting", None),
        "linked_data": activity_as_linked_data(activity),
    }
    return render(request, "events/event_detail.html", context)
