"""What an artisan agreed to, and what the public therefore sees."""

from django.db import transaction

from artisans.models import Business
from artisans.revising import take_back
from council.consents import give, standing, withdraw
from council.models import Consent

Purpose = Consent.Purpose

FLAGS = {
    "has_public_phone": Purpose.PUBLIC_PHONE,
    "has_public_links": Purpose.PUBLIC_LINKS,
    "has_public_map": Purpose.PUBLIC_MAP,
}


def given_by(person) -> set[str]:
    """The purposes agreed to, also where staff noted it on a business from paper."""
    given = set(standing(person).values_list("purpose", flat=True))
    for business in Business.objects.filter(owner__person=person):
        shown = {purpose: getattr(business, flag) for flag, purpose in FLAGS.items()}
        shown[Purpose.PUBLIC_PROFILE] = business.is_published
        given |= {purpose.value for purpose, is_shown in shown.items() if is_shown}
    return given


@transaction.atomic
def settle(person, purposes: set[str]) -> None:
    """Keep the new answers; what is no longer agreed to leaves the public pages."""
    ended = given_by(person) - purposes
    for purpose in purposes:
        give(person, purpose)
    for purpose in ended:
        # A yes that staff only had on paper is written down before it ends.
        give(person, purpose)
        withdraw(person, purpose)
    for business in Business.objects.filter(owner__person=person):
        for flag, purpose in FLAGS.items():
            setattr(business, flag, purpose in purposes)
        business.save(update_fields=list(FLAGS))
        if Purpose.PUBLIC_PROFILE in ended and business.is_published:
            business.hide()
            take_back(business)


@transaction.atomic
def note_from_paper(business: Business, changed: set[str]) -> None:
    """Keep as consents what staff ticked for a maker; an unticked one ends."""
    person = business.owner.person
    others = Business.objects.filter(owner__person=person).exclude(pk=business.pk)
    for flag in changed:
        if getattr(business, flag):
            give(person, FLAGS[flag])
        elif not others.filter(**{flag: True}).exists():
            withdraw(person, FLAGS[flag])
