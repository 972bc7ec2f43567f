from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render

from artisans.models import Business, Craft, Product
from council.models import Unit
from programs.models import Activity
from trainings.models import TrainingClass

PRODUCTS, MAKERS, COMING = 8, 3, 5
OFF = [Activity.Status.CANCELLED, Activity.Status.POSTPONED]


def coming_up():
    """The next things to go to; a training with what a visitor may still do."""
    activities = Activity.objects.published().upcoming().exclude(status__in=OFF)
    activities = activities.exclude(kind=Activity.Kind.MEETING)
    activities = list(activities.select_related("unit", "region")[:COMING])
    trainings = [each.pk for each in activities if each.kind == Activity.Kind.TRAINING]
    classes = TrainingClass.objects.filter(training__in=trainings)
    classes = classes.select_related("training__unit")
    best = {}
    for each in classes:
        kept = best.setdefault(each.training_id, each)
        if each.seats_left > kept.seats_left:
            best[each.training_id] = each
    for activity in activities:
        group = best.get(activity.pk)
        activity.availability = group.availability if group else ""
    return activities


@login_not_required
def home(request):
    products = list(Product.objects.published().for_cards()[:PRODUCTS])
    context = {
        "products": products,
        "mosaic": [each for each in products if each.picture][:4],
        "families": Craft.objects.families_with_counts(),
        "makers": Business.objects.published().for_cards()[:MAKERS],
        "coming": coming_up(),
        "councils": Unit.objects.cities().order_by("name")[:12],
    }
    return render(request, "home.html", context)
