from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render

from artisans.models import Business, Craft, Product
from artisans.rotation import AT_HOME, WORKS_AT_HOME
from council.models import Unit
from council.public_pages import public_page
from programs.models import Activity
from trainings.models import TrainingClass

IN_FRONT, IN_MOSAIC, COMING = 30, 4, 6
OFF = [Activity.Status.CANCELLED, Activity.Status.POSTPONED]
JOINABLE = {
    TrainingClass.Availability.OPEN,
    TrainingClass.Availability.FEW,
    TrainingClass.Availability.WAITING_LIST,
    TrainingClass.Availability.NOT_YET,
}


def coming_up():
    """The next things to go to; trainings only while somebody can still join."""
    activities = Activity.objects.published().upcoming().exclude(status__in=OFF)
    activities = activities.exclude(kind=Activity.Kind.MEETING)
    activities = list(activities.select_related("unit", "region")[: COMING * 3])
    seats = seats_of(activities)
    for activity in activities:
        group = seats.get(activity.pk)
        activity.availability = group.availability if group else ""
    return [
        each
        for each in activities
        if each.kind != Activity.Kind.TRAINING or each.availability in JOINABLE
    ][:COMING]


def seats_of(activities) -> dict:
    """For each training the class with most seats left, by the training's key."""
    trainings = [each.pk for each in activities if each.kind == Activity.Kind.TRAINING]
    classes = TrainingClass.objects.filter(training__in=trainings)
    best = {}
    for group in classes.select_related("training__unit"):
        kept = best.setdefault(group.training_id, group)
        if group.seats_left > kept.seats_left:
            best[group.training_id] = group
    return best


def one_of_each_family(products):
    """The first pictured product of each craft family."""
    found = {}
    for product in products:
        if product.picture:
            found.setdefault(product.craft.family, product)
    return list(found.values())


@login_not_required
@public_page()
def home(request):
    works = Product.objects.published().in_home_order().for_cards()
    works = list(works[:IN_FRONT])
    makers = Business.objects.published().in_home_order().for_cards()
    mosaic = one_of_each_family(works[WORKS_AT_HOME:])[:IN_MOSAIC]
    context = {
        "products": works[:WORKS_AT_HOME],
        "mosaic": mosaic or one_of_each_family(works)[:IN_MOSAIC],
        "families": Craft.objects.families_with_counts(),
        "makers": makers[:AT_HOME],
        "coming": coming_up(),
        "councils": Unit.objects.cities().order_by("name")[:12],
    }
    return render(request, "home.html", context)
