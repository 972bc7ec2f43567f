"""Becoming an artisan of the council, and saying who one is."""

from django.db import transaction
from django.utils.translation import gettext as _

from artisans.models import Artisan, Business
from council.admin_scope import slug_for
from council.newcomers import home_unit, welcome

ABOUT_THE_PERSON = ["full_name", "gender", "phone", "email", "address"]
ABOUT_THE_ARTISAN = ["village", "main_craft"]
MOST_BUSINESSES = 5


class BusinessRefused(Exception):
    """No business was begun. The message is written for the maker."""


@transaction.atomic
def join(user) -> Artisan:
    """Make the person behind an account an artisan, once."""
    person = welcome(user)
    artisan, _is_new = Artisan.objects.get_or_create(
        person=person, defaults={"unit": person.unit}
    )
    return artisan


@transaction.atomic
def update_profile(artisan: Artisan, **profile) -> None:
    """Keep what artisans say of themselves; a new village brings its own council."""
    person, village = artisan.person, profile["village"]
    for name in ABOUT_THE_PERSON:
        setattr(person, name, profile[name])
    if village and village.pk != artisan.village_id:
        artisan.unit = person.unit = home_unit(village.code)
    for name in ABOUT_THE_ARTISAN:
        setattr(artisan, name, profile[name])
    person.save(update_fields=[*ABOUT_THE_PERSON, "unit"])
    artisan.save(update_fields=[*ABOUT_THE_ARTISAN, "unit"])
    greet_by_name(person)


@transaction.atomic
def begin_business(artisan: Artisan, *, name: str, form: str) -> Business:
    """Keep a new business as a draft; asked twice, it is the same one."""
    # Held, so that a double click finds the first and not a second beside it.
    artisan = Artisan.objects.select_for_update(of=("self",)).get(pk=artisan.pk)
    own = artisan.businesses
    if same := own.filter(village=artisan.village_id, name=name).first():
        return same
    if own.count() >= MOST_BUSINESSES:
        raise BusinessRefused(
            _("You have %(count)s businesses here. Ask your council to add another.")
            % {"count": MOST_BUSINESSES}
        )
    business = own.create(
        unit=artisan.unit,
        village_id=artisan.village_id,
        name=name,
        form=form,
        slug=slug_for(Business, name),
        phone=artisan.person.phone,
        is_example=artisan.is_example,
    )
    if artisan.main_craft_id:
        business.crafts.add(artisan.main_craft_id)
    return business


def greet_by_name(person) -> None:
    account = getattr(person, "user", None)
    if account and account.get_full_name() != person.full_name:
        account.first_name, account.last_name = person.full_name, ""
        account.save(update_fields=["first_name", "last_name"])
