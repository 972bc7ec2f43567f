from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from artisans.consents import given_by, settle
from artisans.joining import join, update_profile
from artisans.models import (
    Artisan,
    Business,
    CompetenceCertificate,
    Enquiry,
    Product,
)
from council.consents import (
    NOTICE_VERSION,
    has_withdrawn,
)
from council.models import Consent
from council.newcomers import welcome
from programs.models import Activity
from trainings.attendance import sessions_to_join
from trainings.enrolment import enrolments_of
from trainings.follow_ups import waiting_for
from trainings.models import Enrolment, Instructor
from trainings.teaching import OwnPages, taught_by

from .my_forms import ConsentsForm, ProfileForm

UPCOMING, NEWEST = 5, 6


@never_cache
@require_safe
def home(request):
    artisan = artisan_of(request.user)
    if artisan is None and request.user.is_staff:
        return redirect("admin:index")

    context = {
        "artisan": artisan,
        "missing": artisan.what_is_missing() if artisan else [_("your profile")],
        "enrolments": enrolments_of(artisan) if artisan else Enrolment.objects.none(),
        "sessions_now": sessions_to_join(artisan) if artisan else [],
        "follow_up": waiting_for(artisan) if artisan else None,
        "activities": upcoming_near(artisan),
        **teaching_of(request.user),
        "competences": competences_of(artisan),
        **teaching_of(artisan.person if artisan else request.user.person),
        "new_enquiries": Enquiry.objects.to_account(request.user).unanswered().count(),
        **showcase_of(request.user),
    }
    return render(request, "my/home.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request):
    artisan, typed = artisan_of(request.user), request.POST

    if request.method == "POST" and ProfileForm.is_search(typed):
        form = ProfileForm.searching(typed)
    elif request.method == "POST":
        form = ProfileForm(typed)
        if form.is_valid():
            artisan = join(request.user)
            update_profile(artisan, **form.profile())
            return redirect(page_after_profile(request, artisan))
    else:
        form = ProfileForm.of(request.user, artisan)

    context = {
        "form": form,
        "next": safe_next(request),
        "missing": artisan.what_is_missing() if artisan else [],
    }
    return render(request, "my/profile.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def consents(request):
    person = request.user.person
    teaches = Instructor.objects.filter(person=person).exists() if person else False
    if request.method == "POST":
        form = ConsentsForm(request.POST, is_instructor=teaches)
        if form.is_valid():
            settle(person or welcome(request.user), set(form.cleaned_data["purposes"]))
            messages.success(request, _("Your choices are kept from now on."))
            return redirect("my:consents")
    else:
        given = sorted(given_by(person)) if person else []
        form = ConsentsForm(initial={"purposes": given}, is_instructor=teaches)

    context = {"form": form, "notice_version": NOTICE_VERSION}
    return render(request, "my/consents.html", context)


def showcase_of(user) -> dict:
    """Businesses and newest products with how they stand, and whether withdrawn."""
    businesses = list(Business.objects.of_maker(user).with_revision())
    products = Product.objects.of_maker(user).with_revision()
    products = list(products.select_related("business").order_by("-pk")[: NEWEST + 1])
    # A page that was withdrawn is a draft again; only then is it worth asking.
    may_be_withdrawn = any(not each.is_approved for each in businesses)
    return {
        "businesses": businesses,
        "products": products[:NEWEST],
        "has_more_products": len(products) > NEWEST,
        "is_withdrawn": may_be_withdrawn
        and has_withdrawn(user.person, Consent.Purpose.PUBLIC_PROFILE),
    }


def teaching_of(person) -> dict:
    """The pages of somebody who teaches, and the invitations that wait."""
    instructor = getattr(person, "as_instructor", None)
    if instructor is None:
        return {}
    pages = OwnPages(instructor)
    waiting = [each for each in taught_by(pages) if each.waits]
    return {"teaching": pages, "invitations": waiting}


def competences_of(artisan):
    """What outside bodies certified of the artisan; what ends first comes first."""
    if artisan is None:
        return CompetenceCertificate.objects.none()
    return CompetenceCertificate.objects.filter(artisan=artisan)


def artisan_of(user):
    """The artisan behind the signed-in account, if they have joined."""
    artisans = Artisan.objects.select_related(
        *("person__as_instructor", "unit", "main_craft"),
        "village__parent__parent__parent",
    )
    return artisans.filter(person__user=user).first()


def upcoming_near(artisan):
    """What the artisan's own council, and those above and below it, do next."""
    activities = Activity.objects.published().upcoming().select_related("unit")
    activities = activities.filter(
        status__in=[Activity.Status.PLANNED, Activity.Status.RUNNING]
    )
    code = artisan.unit.code if artisan else ""
    parts = code.split(".")
    above = ["", *(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))]
    near = Q(unit__code__in=above) | Q(unit__code__startswith=".".join(parts[:2]))
    return activities.filter(near)[:UPCOMING]


def page_after_profile(request, artisan):
    """Back to where the profile was asked for; stay while something is missing."""
    page, missing = safe_next(request), artisan.what_is_missing()
    if not missing:
        messages.success(request, _("Your profile is complete. Thank you."))
        return page or reverse("my:home")
    messages.success(
        request,
        _("Your profile is kept. Still missing: %(missing)s.")
        % {"missing": ", ".join(missing)},
    )
    stay = reverse("my:profile", query={"next": page})
    return stay if page else reverse("my:home")


def safe_next(request) -> str:
    """The page of this portal that the visitor came from, if there is one."""
    page = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        page, {request.get_host()}, require_https=request.is_secure()
    )
    return page if is_ours else ""
