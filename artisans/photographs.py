"""
The photos makers add to their pages: at once on a draft, on the revision once public.

A photo beside a public page becomes public, or leaves it, only when staff approve.
"""

from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.translation import gettext as _

from . import revising
from .models import Business, Product, ProductPhoto, RevisionPhoto
from .models.photos import Focus
from .models.products import MOST_PHOTOS

UP, DOWN, FIRST = "naik", "turun", "utama"
# A maker's page has one photo; this is its name in addresses.
PORTRAIT = "potret"


class PhotoRefused(Exception):
    """A photo was not kept. The message is written for the maker."""


class PhotoGone(Exception):
    """The photo is not, or no longer, one of the page's."""


@dataclass(frozen=True)
class Wanted:
    """A photo as the maker wants it, wherever it is kept."""

    key: str
    image: object
    alt: str
    focus: str
    is_new: bool = False
    alt_en: str = ""


def wanted(page, revision=None) -> list[Wanted]:
    """The photos of a page as its maker wants them, in their order."""
    if isinstance(page, Business):
        return wanted_portrait(page, revision)
    rows = list(revision.photos.select_related("kept")) if revision else []
    known = {row.kept_id for row in rows}
    rows = [row for row in rows if not row.is_removed]
    return [as_wanted(row) for row in rows] + [
        as_wanted(photo) for photo in page.photos.all() if photo.pk not in known
    ]


def as_wanted(row) -> Wanted:
    if isinstance(row, ProductPhoto):
        return Wanted(key_of(row), row.image, row.alt, row.focus, alt_en=row.alt_en)
    kept = row.kept
    return Wanted(
        key_of(row),
        kept.image if kept else row.image,
        row.alt or (kept.alt if kept else ""),
        row.focus or (kept.focus if kept else Focus.CENTER),
        is_new=kept is None,
        alt_en=row.alt_en or (kept.alt_en if kept else ""),
    )


def key_of(row) -> str:
    """The name of a photo in addresses, the same before and after it is touched."""
    if isinstance(row, ProductPhoto):
        return str(row.pk)
    return str(row.kept_id) if row.kept_id else f"baru-{row.pk}"


def wanted_portrait(business, revision) -> list[Wanted]:
    values = revising.wished_values(business, revision)
    is_new = bool(revision) and "portrait" in revision.changes
    image = revision.portrait if is_new else business.portrait
    if not image:
        return []
    words, focus = values["portrait_alt"], values["portrait_focus"]
    english = values["portrait_alt_en"]
    return [Wanted(PORTRAIT, image, words, focus, is_new=is_new, alt_en=english)]


@dataclass
class Album:
    """The photos of a held product that may be written, in their order."""

    owner: object
    rows: list

    def find(self, key):
        for row in self.rows:
            if key_of(row) == key:
                return row
        raise PhotoGone(key)

    def number(self) -> None:
        for place, row in enumerate(self.rows):
            if row.order != place:
                row.order = place
                row.save(update_fields=["order"])


@contextmanager
def album(product):
    """Hold a product and its photos for writing."""
    with revising.held(product) as product:
        if not product.is_approved:
            revising.fold_in(product)
            yield Album(product, list(product.photos.all()))
            return
        revision = revising.revision_of(product)
        if revision.pk is None:
            revision.save()
        yield Album(revision, lines_of(revision, product))
        revising.settle(revision)


def lines_of(revision, product) -> list[RevisionPhoto]:
    """A line for each photo the maker wants; public ones get theirs now."""
    lines = list(revision.photos.select_related("kept"))
    known, place = {line.kept_id for line in lines}, len(lines)
    for photo in product.photos.all():
        if photo.pk not in known:
            lines.append(revision.photos.create(kept=photo, order=place))
            place += 1
    return [line for line in lines if not line.is_removed]


def add(product: Product, image, *, alt="") -> str:
    """Add a photo at the end, and give its name in addresses."""
    with album(product) as photos:
        if len(photos.rows) >= MOST_PHOTOS:
            raise PhotoRefused(
                _("A product shows at most %(count)s photos. Remove one first.")
                % {"count": MOST_PHOTOS}
            )
        photos.number()
        row = photos.owner.photos.create(image=image, alt=alt, order=len(photos.rows))
        return key_of(row)


def describe(product: Product, key: str, **words) -> None:
    """Say what a photo shows, and which part of it must stay."""
    with album(product) as photos:
        row = photos.find(key)
        kept = getattr(row, "kept", None)
        for name, said in words.items():
            is_as_it_was = kept is not None and said == getattr(kept, name)
            setattr(row, name, "" if is_as_it_was else said)
        row.save(update_fields=list(words))


def move(product: Product, key: str, where: str) -> None:
    """Move a photo one place up or down, or to the front as the main one."""
    with album(product) as photos:
        row = photos.find(key)
        place = photos.rows.index(row)
        to = {UP: place - 1, DOWN: place + 1, FIRST: 0}[where]
        photos.rows.insert(max(to, 0), photos.rows.pop(place))
        photos.number()


def remove(product: Product, key: str) -> None:
    """Take a photo away; a public one leaves only when staff approve."""
    with album(product) as photos:
        row = photos.find(key)
        if getattr(row, "kept", None):
            row.is_removed = True
            row.save(update_fields=["is_removed"])
        else:
            row.delete()


def set_portrait(business: Business, image, *, alt="") -> None:
    """Choose another picture of the maker."""
    with revising.held(business) as business:
        if not business.is_approved:
            revising.fold_in(business)
            business.portrait, business.portrait_alt = image, alt
            business.portrait_alt_en, business.portrait_focus = "", Focus.CENTER
            fields = ["portrait", "portrait_alt", "portrait_alt_en", "portrait_focus"]
            business.save(update_fields=fields)
            return
        keep_portrait(business, image, alt)


def keep_portrait(business, image, alt) -> None:
    """Keep another picture, or none, beside a held public page."""
    revision = revising.revision_of(business)
    revision.portrait = image
    revision.save()
    touched = {
        "portrait": revision.portrait.name or "",
        "portrait_alt": alt,
        "portrait_alt_en": "",
        "portrait_focus": Focus.CENTER.value,
    }
    revising.note(business, touched, {})


def describe_portrait(business: Business, **words) -> None:
    with revising.held(business) as business:
        touched = {f"portrait_{name}": said for name, said in words.items()}
        revising.note(business, touched, {})


def remove_portrait(business: Business) -> None:
    set_portrait(business, "")


def lack_words(page, revision) -> bool:
    """Whether a photo does not say yet what it shows."""
    return any(not photo.alt for photo in wanted(page, revision))
