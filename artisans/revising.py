"""
What makers write about their own pages.

A page that the public does not see yet is changed at once. Of a public page nothing
changes without a decision: what its maker writes waits beside it, as its one open
revision, until staff decide (`artisans/deciding.py`). Every function holds the page's
row first, so that writing and deciding never cross.
"""

import hashlib
import json
from contextlib import contextmanager, suppress
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from council.admin_scope import slug_for
from council.images import delete_photo_later

from .models.status import Status
from .wildlife import refuse_protected_materials

SAME_FORM = timedelta(minutes=10)


@contextmanager
def held(page):
    """Hold a page: until the block ends nobody else writes or decides about it."""
    with transaction.atomic():
        yield type(page)._default_manager.select_for_update().get(pk=page.pk)


def open_revision(page):
    """What waits beside a page, or None."""
    return page.revisions.open().first()


def value_of(page, name):
    """What a field says, as it is kept in a revision."""
    field = page._meta.get_field(name)
    if field.one_to_many:
        rows = getattr(page, name).all() if page.pk else []
        return sorted([row.marketplace, row.url] for row in rows)
    if field.many_to_many:
        rows = getattr(page, name).all() if page.pk else []
        return sorted(row.pk for row in rows)
    value = field.get_prep_value(field.value_from_object(page))
    return value.isoformat() if hasattr(value, "isoformat") else value


def values_of(page) -> dict:
    return {name: value_of(page, name) for name in page.maker_fields}


def wished_values(page, revision) -> dict:
    """The page as its maker wants it."""
    fields = [*page.maker_fields, *page.draft_fields]
    values = {name: value_of(page, name) for name in fields}
    return values | (revision.changes if revision else {})


def start(product):
    """Keep a new draft; the same one sent again on a bad line gives the first."""
    with held(product.business) as business:
        just_now = timezone.now() - SAME_FORM
        same = {name: getattr(product, name) for name in ("name", "craft", "kind")}
        drafts = business.products.filter(status=Status.DRAFT, added_at__gt=just_now)
        if earlier := drafts.filter(**same).first():
            return earlier
        product.slug = slug_for(type(product), product.name)
        product.save()
        return product


def keep(page, typed: dict, shown: dict) -> None:
    """
    Keep what a maker typed, of the fields that differ from what the form showed.

    What the maker did not touch stays as it is now, not as it was when the form was
    opened. Raises ValidationError where it does not go with what staff wrote since.
    """
    with held(page) as page:
        fields = [*page.maker_fields, *page.draft_fields]
        touched = {
            name: value
            for name, value in typed.items()
            if name in fields and value != shown.get(name)
        }
        note(page, touched, shown)


def note(page, touched: dict, shown: dict) -> None:
    """Write the touched fields where they belong; the page must be held."""
    if not page.is_approved:
        fold_in(page)
        write(page, touched)
        return
    revision, live = revision_of(page), values_of(page)
    for name in touched.keys() & live.keys():
        revision.before.setdefault(name, shown.get(name, live[name]))
        revision.changes[name] = touched[name]
    for name in [name for name, said in revision.changes.items() if said == live[name]]:
        del revision.changes[name], revision.before[name]
    settle(revision)


def revision_of(page):
    """The open revision of a held page, or a new one that is not kept yet."""
    return open_revision(page) or page.revisions.model(page=page)


def settle(revision) -> None:
    """Keep a revision that says something as a new edition; drop an empty one."""
    if revision.changes or revision.differs_in_photos:
        revision.edition += 1
        revision.save()
    elif revision.pk:
        revision.delete()


def write(page, values: dict) -> None:
    """Set the fields of a held page, all of them or, with a ValidationError, none."""
    fields = {name: page._meta.get_field(name) for name in values}
    plain = [name for name, field in fields.items() if field.concrete]
    plain = [name for name in plain if not fields[name].many_to_many]
    for name in plain:
        setattr(page, fields[name].attname, fields[name].to_python(values[name]))
    others = {field.name for field in page._meta.fields} - set(plain)
    page.clean_fields(exclude=others)
    page.validate_constraints()
    # A word that left the vocabulary meanwhile is left out.
    several = {
        name: fields[name].related_model.objects.filter(pk__in=values[name])
        for name in fields.keys() - set(plain)
        if fields[name].many_to_many
    }
    refuse_protected_materials(several.get("materials", []))
    page.save(update_fields=plain)
    for name, rows in several.items():
        getattr(page, name).set(rows)
    if "shop_links" in values:
        page.sell_at(values["shop_links"])


@transaction.atomic
def apply(revision, page, *, without=()) -> None:
    """Make a held page what its revision says, but for some fields."""
    values = {
        name: value
        for name, value in revision.changes.items()
        if name in page.maker_fields and name not in without
    }
    replaced = revision.hand_over_photos(page, values)
    write(page, values)
    for photo in replaced:
        delete_photo_later(photo)


def fold_in(page) -> None:
    """What waited beside a page that left the public becomes part of the draft."""
    if revision := open_revision(page):
        # What no longer goes together with the page is left to its maker to redo.
        with suppress(ValidationError):
            apply(revision, page, without=conflicts_of(revision, page))
        revision.delete()
        page.refresh_from_db()


def conflicts_of(revision, page) -> list[str]:
    """Changed fields of which the page says something new since the maker wrote."""
    return [
        name
        for name, wanted in revision.changes.items()
        if name in page.maker_fields
        and value_of(page, name) not in (revision.before.get(name), wanted)
    ]


def discard(page) -> None:
    """Forget what waits beside a page, as its maker asks."""
    with held(page) as page:
        if revision := open_revision(page):
            revision.delete()


def take_back(business) -> None:
    """Take out of the staff's queue what a maker no longer agrees to show."""
    of_products = business.products.model.revisions.rel.related_model.objects
    for revisions in (
        business.revisions.all(),
        of_products.filter(page__business=business),
    ):
        revisions.waiting().update(status=Status.DRAFT)


def fingerprint(revision, page) -> str:
    """What a person who decides has seen; another one after any change."""
    seen = [revision.edition, values_of(page), page.photos_as_seen()]
    text = json.dumps(seen, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()[:32]
