"""What this room tells the search: exhibitions, meetings and all other events."""

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from council.search_kept import Searched
from programs.models import Activity
from programs.searched import CAUSES, NEW_CAUSES, PLACES, page_of, with_facts

EVENTS = Searched(
    kind="acara",
    model=Activity,
    title=pgettext_lazy("search", "Events"),
    called="acara kegiatan event",
    list_name="events:list",
    address=lambda slug: reverse("events:detail", args=[slug]),
    rows=lambda: with_facts(Activity.objects.beside_trainings()),
    page=page_of,
    places=PLACES,
    causes=CAUSES,
    new_causes=NEW_CAUSES,
)
