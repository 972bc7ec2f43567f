"""Becoming an artisan of the council, and saying who one is."""

from django.db import transaction

from artisans.models import Artisan
from council.newcomers import home_unit, welcome

ABOUT_THE_PERSON = ["full_name", "gender", "phone", "email", "address"]
ABOUT_THE_ARTISAN = ["village", "main_craft"]


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


def greet_by_name(person) -> None:
    account = getattr(person, "user", None)
    if account and account.get_full_name() != person.full_name:
        account.first_name, account.last_name = person.full_name, ""
        account.save(update_fields=["first_name", "last_name"])
