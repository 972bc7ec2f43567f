from copy import copy

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from artisans.models import Artisan
from council.kept_pieces import kept
from council.prepared import Prepared
from council.public_pages import public_page
from programs.calendar_file import CONTENT_TYPE
from programs.models import EligibilityRule

from .attending.standing import Standing
from .certification import certificate_of, own_news
from .enrolment import (
    EnrolmentRefused,
    cancel,
    enrol,
    explained,
    seats_kept_for,
    why_not_now,
    why_not_together,
)
from .filters import TrainingSearch
from .forms import CancelForm, EnrolForm, HandInForm
from .handing_in import keep
from .linked_data import training_as_linked_data
from .models import Enrolment, Training
from .moving import move_now
from .on_behalf import officer_of
from .own_calendar import own_calendar
from .requirements import Checklist, still_lacking

MOST_WORKS = 12
artisan_of = Prepared(
    lambda person: (
        Artisan.objects.select_related("person").order_by().filter(person=person)
    )
)
places_of = Prepared(
    lambda person, training: (
        Enrolment.objects.current()
        .filter(artisan__person=person, training_class__training=training)
        .order_by()
        .values_list("pk", flat=True)
    )
)


@login_not_required
@public_page("q", "status", "kriya", "kota", "bulan", "page")
@require_safe
def training_list(request):
    context = {"search": TrainingSearch(request.GET, request.user)}
    return render(request, "trainings/training_list.html", context)


@login_not_required
@public_page()
@require_safe
def training_detail(request, slug):
    trainings = Training.objects.published().with_page_parts().with_lessons()
    training = get_object_or_404(trainings, slug=slug)
    context = {
        "training": training,
        "classes": classes_for(request.user, training),
        "fund_rules": EligibilityRule.objects.for_activity(training),
        "linked_data": training_as_linked_data(training),
        "later_result": training.later_results.telling().first(),
        "works": training.shown_works.all()[:MOST_WORKS],
    }
    return render(request, "trainings/training_detail.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def training_enrol(request, slug):
    training = kept(("training to join", slug), lambda: training_to_join(slug))
    artisan = artisan_of.first(request.user.person_id)

    if artisan and request.method == "POST":
        form = enrol_form(request, training, artisan)
        if done := joined(form, artisan, request.user):
            return redirect(done)
        classes = classes_for(request.user, training)
    else:
        classes = classes_for(request.user, training)
        chosen = chosen_class(classes, request.GET.get("kelas", ""))
        if chosen and chosen.place:
            return redirect(chosen.place)
        checklist = Checklist(chosen, artisan) if artisan and chosen else None
        form = EnrolForm(training=training, checklist=checklist)
        form.initial = {"training_class": chosen and chosen.pk}
    for each in classes:
        each.kept_seats = seats_kept_for(artisan, each) if artisan else 0
    context = {
        "training": training,
        "classes": classes,
        "can_join": any(not each.refusal and not each.place for each in classes),
        "form": form,
        "artisan": artisan,
        "missing": artisan.what_is_missing() if artisan else [],
    }
    return render(request, "trainings/training_enrol.html", context)


def training_to_join(slug) -> Training:
    """A training with its classes; many may read it at once, and nobody changes it."""
    trainings = Training.objects.published().select_related("unit")
    return get_object_or_404(trainings.prefetch_related("classes"), slug=slug)


def enrol_form(request, training, artisan) -> EnrolForm:
    """The form as it was sent, with what the chosen class asks of the artisan."""
    asked = request.POST.get("training_class", "")
    found = [each for each in training.classes.all() if str(each.pk) == asked]
    checklist = Checklist(found[0], artisan) if found else None
    if checklist and checklist.to_hand_in() and request.POST.get("asked") != asked:
        # Another class was chosen than the one whose questions the page showed.
        typed = request.POST.dict()
        return EnrolForm(initial=typed, training=training, checklist=checklist)
    return EnrolForm(
        request.POST, request.FILES, training=training, checklist=checklist
    )


def joined(form, artisan, user):
    """The seat or place that the form leads to; None when it says why not."""
    is_valid = form.is_valid()
    if not form.is_bound or not form.checklist:
        return None
    is_open = not why_not_now(form.checklist.training_class)
    if is_open and not form.checklist.unreachable:
        keep(form, by=user)
    if not is_valid:
        return None
    try:
        return enrol(artisan, checklist=form.checklist, **form.chosen)
    except EnrolmentRefused as refusal:
        form.add_error("training_class", str(refusal))
        return None


@never_cache
@require_safe
def enrolment_detail(request, pk):
    enrolment = get_object_or_404(enrolments_for(request.user), pk=pk)
    checklist = Checklist(enrolment.training_class, enrolment.artisan)
    context = {
        "enrolment": enrolment,
        "training": enrolment.training_class.training,
        "to_bring": checklist.to_bring,
        "handed_in": checklist.handed_in,
        "to_hand_in": checklist.to_hand_in(),
        "lacking": still_lacking(checklist),
        "missing": enrolment.artisan.what_is_missing(),
        "move": move_now(enrolment),
        "standing": Standing(enrolment),
        "officer": officer_of(enrolment),
        "offer": enrolment.offers.open().with_class().first(),
        "lines": explained(enrolment),
        "certificate": certificate_of(enrolment),
        "certificate_news": own_news(enrolment),
    }
    return render(request, "trainings/enrolment_detail.html", context)


@never_cache
@require_safe
def enrolment_calendar(request, pk):
    enrolment = get_object_or_404(enrolments_for(request.user), pk=pk)
    headers = {"Content-Disposition": f'inline; filename="pelatihan-{pk}.ics"'}
    content = own_calendar(enrolment)
    return HttpResponse(content, content_type=CONTENT_TYPE, headers=headers)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enrolment_cancel(request, pk):
    enrolment = get_object_or_404(enrolments_for(request.user), pk=pk)
    if not enrolment.can_be_cancelled:
        return redirect(enrolment)

    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(cancel(enrolment, **form.cleaned_data))
        except EnrolmentRefused as refusal:
            form.add_error(None, str(refusal))

    training = enrolment.training_class.training
    context = {"enrolment": enrolment, "training": training, "form": form}
    return render(request, "trainings/enrolment_cancel.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enrolment_complete(request, pk):
    """What the class asks by now and the artisan has not handed in yet."""
    enrolment = get_object_or_404(enrolments_for(request.user), pk=pk)
    checklist = Checklist(enrolment.training_class, enrolment.artisan)
    if not (enrolment.can_be_cancelled and checklist.to_hand_in()):
        return redirect(enrolment)

    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = HandInForm(*sent, checklist=checklist)
    if sent and keep(form, by=request.user):
        messages.success(request, _("Thank you, it has arrived."))
        return redirect(enrolment)

    training = enrolment.training_class.training
    context = {"enrolment": enrolment, "training": training, "form": form}
    return render(request, "trainings/enrolment_complete.html", context)


def enrolments_for(user):
    """The seats and places of the signed-in artisan; nobody else's are found."""
    enrolments = Enrolment.objects.filter(artisan__person__user=user).with_position()
    return enrolments.select_related(
        "artisan__person", "training_class__training__unit", "training_class__craft"
    )


def classes_for(user, training):
    """The classes, each with the user's `place` and the `refusal` of newcomers."""
    mine = []
    if user.is_authenticated:
        # Most have no place here yet, and cost one small question.
        keys = places_of(user.person_id, training.pk)
        mine = list(enrolments_for(user).filter(pk__in=keys)) if keys else []
    places = {place.training_class_id: place for place in mine}
    # Copies, for what is written on them is about one visitor.
    classes = [copy(each) for each in training.classes.all()]
    for each in classes:
        each.place = places.get(each.pk)
        each.refusal = why_not_now(each)
        if mine and not (each.place or each.refusal):
            each.refusal = why_not_together(each, mine[0].artisan)
    return classes


def chosen_class(classes, asked):
    """The class the address asks for, or the only one that can be joined."""
    for each in classes:
        if str(each.pk) == asked:
            return each
    free = [each for each in classes if not each.refusal]
    return free[0] if len(free) == 1 else None
