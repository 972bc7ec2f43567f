"""From an account to a person the council knows."""

from django.db import transaction
from django.utils.translation import gettext as _

from council.consents import give
from council.models import Person, Unit, User


@transaction.atomic
def welcome(user, *, email="", purposes=()) -> Person:
    """Make the person behind an account, once, and note what they agreed to."""
    account = User.objects.select_for_update().get(pk=user.pk)
    if account.person_id is None:
        account.person = Person.objects.create(
            unit=home_unit(),
            full_name=account.get_full_name(),
            phone=account.phone,
            email=account.email or email,
        )
        account.save(update_fields=["person"])
        for purpose in purposes:
            give(account.person, purpose)
    user.person = account.person
    return account.person


def home_unit(code="") -> Unit:
    """The nearest council to a region; the national root where there is none."""
    parts = code.split(".")
    codes = ["", *(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))]
    nearest = Unit.objects.filter(code__in=codes).order_by("-code").first()
    if nearest is None:
        root = {"name": _("Dekranas"), "slug": "dekranas"}
        nearest, _is_new = Unit.objects.get_or_create(code="", defaults=root)
    return nearest
