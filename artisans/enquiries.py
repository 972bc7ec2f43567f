"""
Passing a visitor's question on to a maker and to the maker's council.

The question and what tells of it are written together: both are kept, or neither.
The maker's own number and address never stand in what the visitor sees.
"""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from artisans.models import Business, Enquiry, Product
from council.consents import NOTICE_VERSION
from council.outbox import post_mail, post_phone


@transaction.atomic
def ask(
    business: Business, product: Product | None, *, form_number: str, **answers
) -> Enquiry:
    """Keep a question and tell who can answer it. The same form asks once."""
    enquiry, is_new = Enquiry.objects.get_or_create(
        form_number=form_number,
        business=business,
        defaults={
            "product": product,
            "language": get_language(),
            "notice_version": NOTICE_VERSION,
            **answers,
        },
    )
    if is_new:
        with override(settings.LANGUAGE_CODE):
            tell_maker(enquiry)
            tell_council(enquiry)
    return enquiry


def tell_maker(enquiry) -> None:
    """By phone where a number is known, else by e-mail."""
    business = enquiry.business
    person, unit = business.owner.person, business.unit
    cause = f"enquiry-{enquiry.pk}-maker"
    page = settings.PUBLIC_BASE_URL + reverse("my:enquiries")
    body = "\n\n".join(
        [
            _("A visitor of the portal asks you about %(what)s.")
            % {"what": enquiry.about},
            particulars(enquiry),
            _("Answer them directly. All your questions: %(page)s") % {"page": page},
        ]
    )
    if phone := business.phone or person.phone:
        post_phone(phone, body, cause=cause, unit=unit)
    elif person.email:
        post_mail(person.email, subject_of(enquiry), body, cause=cause, unit=unit)


def tell_council(enquiry) -> None:
    """At the office of the maker's council, or the nearest one above with e-mail."""
    unit = enquiry.business.unit
    office = unit.office
    if office is None:
        return
    page = reverse("admin:artisans_enquiry_change", args=[enquiry.pk])
    body = "\n\n".join(
        [
            _("A visitor of the portal asks %(maker)s about %(what)s.")
            % {"maker": enquiry.business, "what": enquiry.about},
            particulars(enquiry),
            _("The maker was told too. See that it is answered: %(page)s")
            % {"page": settings.PUBLIC_BASE_URL + page},
        ]
    )
    cause = f"enquiry-{enquiry.pk}-council"
    post_mail(office.email, subject_of(enquiry), body, cause=cause, unit=unit)


def subject_of(enquiry) -> str:
    return _("A question about %(what)s") % {"what": enquiry.about}


def particulars(enquiry) -> str:
    """Who asks, how to answer, and what they want."""
    rows = [
        (_("From"), enquiry.name),
        (_("Phone"), enquiry.phone and enquiry.phone.as_international),
        (_("E-mail"), enquiry.email),
        (_("Wants"), enquiry.get_wish_display()),
        (_("How many"), enquiry.quantity),
        (
            _("Needed by"),
            enquiry.needed_on and date_format(enquiry.needed_on, "DATE_FORMAT"),
        ),
        (_("Reads"), _("English") if enquiry.language == "en" else ""),
    ]
    facts = "\n".join(f"{label}: {value}" for label, value in rows if value)
    return f"{facts}\n\n{enquiry.message}"
