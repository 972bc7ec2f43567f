"""A maker's own products and page: written here, public when staff approve."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from artisans import photographs
from artisans.deciding import NotReady, send
from artisans.joining import BusinessRefused, begin_business
from artisans.maker_forms import (
    BusinessForm,
    DescriptionForm,
    NewBusinessForm,
    NewProductForm,
    PhotoForm,
    ProductForm,
)
from artisans.models import Artisan, Business, Product
from artisans.models.products import MOST_PHOTOS
from artisans.photographs import PhotoGone, PhotoRefused, wanted
from artisans.revising import discard, keep, open_revision, start
from council.consents import has_withdrawn
from council.models import Consent

PER_PAGE = 24
MOVES = {photographs.UP, photographs.DOWN, photographs.FIRST}
FORMS = {Product: ProductForm, Business: BusinessForm}


def own(request, model, pk):
    """A page of the person who signed in; one they withdrew is not to be found."""
    pages = model.objects.of_maker(request.user).with_revision()
    page = get_object_or_404(pages.for_page(), pk=pk)
    if page.maker.is_withdrawn_by_owner:
        raise Http404
    return page


def own_businesses(user):
    """The businesses a person can show products of."""
    if user.person is None or withdrew(user):
        return Business.objects.none()
    return Business.objects.of_maker(user)


@never_cache
@require_safe
def products(request):
    rows = Product.objects.of_maker(request.user).with_revision().for_cards()
    rows = rows.order_by(F("verified_at").desc(nulls_first=True), "-pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "my/products.html", {"page": page})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def product_new(request):
    businesses = own_businesses(request.user)
    form = NewProductForm(request.POST or None, businesses=businesses)
    if request.method == "POST" and businesses and form.is_valid():
        product = start(form.save(commit=False))
        messages.success(request, _("Your draft is kept. Now add photos."))
        return redirect("my:product", product.pk)
    context = {"form": form, "businesses": businesses}
    return render(request, "my/product_new.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def business_new(request):
    artisan = Artisan.objects.filter(person__user=request.user).first()
    is_withdrawn = withdrew(request.user)
    may_begin = bool(artisan and artisan.village_id) and not is_withdrawn
    form = NewBusinessForm(request.POST or None)
    is_sent = request.method == "POST" and may_begin and form.is_valid()
    if is_sent and (business := begun(artisan, form)):
        messages.success(request, _("Your draft is kept. Now tell your story."))
        return back_to(business)
    context = {"form": form, "may_begin": may_begin, "is_withdrawn": is_withdrawn}
    return render(request, "my/business_new.html", context)


def begun(artisan, form):
    """The new business, or None with the reason in the form."""
    try:
        return begin_business(artisan, **form.cleaned_data)
    except BusinessRefused as refusal:
        form.add_error(None, str(refusal))
    return None


def withdrew(user) -> bool:
    """Whether a person took back their public page."""
    return user.person is not None and has_withdrawn(
        user.person, Consent.Purpose.PUBLIC_PROFILE
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page_edit(request, model, pk):
    page = own(request, model, pk)
    if request.method != "POST":
        return edit_page(request, page)
    form = FORMS[model](request.POST, page=page, revision=open_revision(page))
    if not form.is_valid() or not is_kept(form, page):
        # The form has written its answers on the page in memory.
        return edit_page(request, own(request, model, pk), form=form)
    if request.POST.get("action") == "send":
        return send_and_return(request, page)
    messages.success(request, _("Kept. Send it when you are done."))
    return back_to(page)


def is_kept(form, page) -> bool:
    try:
        keep(page, form.typed(), form.shown_values())
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


def edit_page(request, page, *, form=None, photo_form=None):
    """The page a maker writes on, with one of its forms as typed."""
    revision = open_revision(page)
    photos = wanted(page, revision)
    context = {
        "page": page,
        "kind": page._meta.model_name,
        "revision": revision,
        "form": form or FORMS[type(page)](page=page, revision=revision),
        "photo_form": photo_form or PhotoForm(),
        "photos": photos,
        "can_add_photos": isinstance(page, Business) or len(photos) < MOST_PHOTOS,
        "most_photos": MOST_PHOTOS,
    }
    return render(request, "my/page_edit.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page_send(request, model, pk):
    page = own(request, model, pk)
    if request.method == "POST":
        return send_and_return(request, page)
    return back_to(page)


def send_and_return(request, page):
    try:
        send(page)
    except NotReady as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("Sent. Your council checks it and tells you the answer.")
        )
    return back_to(page)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def page_discard(request, model, pk):
    page = own(request, model, pk)
    if not page.is_approved or open_revision(page) is None:
        return back_to(page)
    if request.method == "POST":
        discard(page)
        messages.success(request, _("Your change is forgotten. Your page stays."))
        return back_to(page)
    return render(request, "my/page_discard.html", {"page": page})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def photo_add(request, model, pk):
    page = own(request, model, pk)
    if request.method != "POST":
        return back_to(page)
    form = PhotoForm(request.POST, request.FILES)
    form.is_valid()
    if "image" not in form.cleaned_data:
        return edit_page(request, page, photo_form=form)
    # A photo that came over a weak line is kept, whatever its words lack.
    words = form.cleaned_data.get("alt", "")
    try:
        key = add_photo(page, form.cleaned_data["image"], words)
    except PhotoRefused as refusal:
        form.add_error("image", str(refusal))
        return edit_page(request, page, photo_form=form)
    if words:
        messages.success(request, _("The photo is kept."))
        return back_to(page)
    messages.success(request, _("The photo is kept. Say what it shows."))
    return redirect(f"my:{page._meta.model_name}_photo", page.pk, key)


def add_photo(page, image, words) -> str:
    if isinstance(page, Business):
        photographs.set_portrait(page, image, alt=words)
        return photographs.PORTRAIT
    return photographs.add(page, image, alt=words)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def photo(request, model, pk, key):
    page = own(request, model, pk)
    shown = photo_called(page, key)
    known = {name: getattr(shown, name) for name in ("alt", "alt_en", "focus")}
    form = DescriptionForm(request.POST or None, initial=known)
    if request.method == "POST":
        action = request.POST.get("action", "")
        if action in MOVES or action == "remove":
            change_photo(request, page, key, action)
            return back_to(page)
        if form.is_valid():
            change_photo(request, page, key, "describe", **form.cleaned_data)
            messages.success(request, _("The words of the photo are kept."))
            return back_to(page)
    context = {"page": page, "photo": shown, "form": form}
    return render(request, "my/photo.html", context)


def photo_called(page, key):
    for each in wanted(page, open_revision(page)):
        if each.key == key:
            return each
    raise Http404


def change_photo(request, page, key, action, **words) -> None:
    """Do what a button beside a photo says; a photo gone meanwhile is not found."""
    try:
        if isinstance(page, Business):
            change_portrait(page, action, words)
        elif action == "describe":
            photographs.describe(page, key, **words)
        elif action == "remove":
            photographs.remove(page, key)
            messages.success(request, _("The photo is removed."))
        else:
            photographs.move(page, key, action)
    except PhotoGone as error:
        raise Http404 from error


def change_portrait(business, action, words) -> None:
    if action == "describe":
        photographs.describe_portrait(business, **words)
    elif action == "remove":
        photographs.remove_portrait(business)


def back_to(page):
    return redirect(f"my:{page._meta.model_name}", page.pk)
