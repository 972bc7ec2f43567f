"""What this room tells the search: trainings, by what their classes teach."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from artisans.models import Craft
from council.search_kept import Searched
from programs.searched import CAUSES, NEW_CAUSES, PLACES, page_of, with_facts

from .models import Training, TrainingClass


def training_page(training):
    classes = training.classes.all()
    crafts = [
        name for each in classes for name in (each.craft.name, each.craft.name_en)
    ]
    return page_of(training, *(each.name for each in classes), *crafts)


TRAININGS = Searched(
    kind="pelatihan",
    model=Training,
    title=pgettext_lazy("search", "Trainings"),
    called="pelatihan kelas kursus training class course",
    list_name="trainings:list",
    address=lambda slug: reverse("trainings:detail", args=[slug]),
    rows=lambda: with_facts(Training.objects.with_classes()),
    page=training_page,
    places=PLACES,
    causes={
        **CAUSES,
        Craft: lambda craft: Q(crafts=craft) | Q(classes__craft=craft),
        TrainingClass: lambda each: Q(classes=each),
    },
    new_causes=NEW_CAUSES | {TrainingClass},
)
