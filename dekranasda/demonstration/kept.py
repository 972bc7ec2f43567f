"""Building a row once: whoever changed it later keeps the change."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.text import slugify

from council.models import PressClipping
from programs.models import ActivityParty, ActivityPerson, HeadCount

from .councils import unit
from .people import named

WIB = ZoneInfo("Asia/Jakarta")


def keep_activity(model, code, title, **fields):
    """
    Give an activity of a unit, and whether it had to be made.

    What belongs to it is added only when it is new.
    """
    slug = fields.pop("slug", "") or slugify(title)
    crafts, press = fields.pop("crafts", ()), fields.pop("press", ())
    fields.setdefault("ends_on", fields["starts_on"])
    found = model.objects.filter(slug=slug).first()
    if found:
        return found, False
    made = model.objects.create(unit=unit(code), title=title, slug=slug, **fields)
    made.crafts.set(crafts)
    made.press.set(press)
    return made, True


def clipping(code, title, **fields):
    return PressClipping.objects.get_or_create(
        unit=unit(code), title=title, defaults=fields
    )[0]


def parties(activity, *roles):
    """Each role with a unit's code or an organisation."""
    for role, who in roles:
        is_unit = isinstance(who, str)
        party = {"unit": unit(who)} if is_unit else {"organization": who}
        ActivityParty.objects.create(activity=activity, role=role, **party)


def people(activity, *roles):
    for role, full_name, post in roles:
        ActivityPerson.objects.create(
            activity=activity, person=named(full_name), role=role, post=post
        )


def heads(activity, *counts):
    for category, group, total in counts:
        HeadCount.objects.create(
            activity=activity, category=category, group=group, total=total
        )


def at(day: date, clock: str) -> datetime:
    """A moment on the clock of Western Indonesia."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=WIB)
