"""
What readers of English get: the English words, or the Indonesian ones with a mark.

A text with an English twin is a field and one of the same name that ends in `_en`.
"""

import re

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.text import capfirst
from django.utils.translation import get_language, override

IN_ENGLISH = "_en"
# What holds no word of three letters says the same in both: 200 × 50 cm, XL, ke-9.
WORD = "[A-Za-z]{3}"


class OnlyIndonesian(str):
    """Words that readers of English get in Indonesian; `{% told %}` marks them."""

    is_only_indonesian = True


def english_field(label, *, max_length: int | None = None):
    """The English twin of a text; empty until somebody writes it."""
    kind = models.CharField if max_length else models.TextField
    return kind(label, max_length=max_length, blank=True, default="", db_default="")


def shown(indonesian: str, english: str = "") -> str:
    """The English text to English readers where there is one, else Indonesian."""
    if get_language() != "en" or not indonesian:
        return indonesian
    return english or marked(indonesian)


def marked(indonesian: str) -> str:
    is_foreign = re.search(WORD, indonesian)
    return OnlyIndonesian(indonesian) if is_foreign else indonesian


def shown_field(name: str) -> property:
    """What the reader gets of a text and its English twin."""
    english = f"{name}{IN_ENGLISH}"
    return property(lambda row: shown(getattr(row, name), getattr(row, english)))


def in_each_language(say) -> dict:
    """What is kept as it stands now, for whoever reads it: once in each language."""
    kept = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            kept[code] = say()
    return kept


def translated_fields(model) -> list[str]:
    """The fields of a model that have an English twin."""
    names = [field.name for field in model._meta.concrete_fields]
    return [name for name in names if f"{name}{IN_ENGLISH}" in names]


def untranslated(model) -> Q:
    """The condition that a row says something in Indonesian and not in English."""
    wanted = [lacks(model, name) for name in translated_fields(model)]
    return Q(*wanted, _connector=Q.OR)


def lacks(model, name: str) -> Q:
    wanted = Q(**{f"{name}{IN_ENGLISH}": ""}) & Q(**{f"{name}__regex": WORD})
    known = "|".join(known_words(model, name))
    return wanted & ~Q(**{f"{name}__iregex": f"^({known})$"}) if known else wanted


def known_words(model, name: str):
    """Words of a field that the portal itself says in English, such as units."""
    return getattr(model, "known_in_english", {}).get(name, ())


def parts_of(model) -> dict:
    """
    The ways to the rows that are read on the same page, such as photos.

    Each with the conditions under which its rows are read there.
    """
    ways = getattr(model, "read_with", {})
    return {model._meta.get_field(name): only for name, only in ways.items()}


def lacking_english(rows):
    """The rows whose page says something that readers of English cannot read."""
    wanted = untranslated(rows.model)
    for part, only in parts_of(rows.model).items():
        own = part.related_model._default_manager.filter(**only)
        mine = own.filter(**{part.field.name: OuterRef("pk")})
        wanted |= Exists(mine.filter(untranslated(part.related_model)).order_by())
    return rows.filter(wanted)


def what_lacks_english(row) -> list[str]:
    """The names of the fields that still need English, parts named once."""
    missing = [
        capfirst(row._meta.get_field(name).verbose_name)
        for name in translated_fields(type(row))
        if is_lacking(row, name)
    ]
    for part, only in parts_of(type(row)).items():
        for each in getattr(row, part.name).all():
            if all(getattr(each, name) == value for name, value in only.items()):
                missing += what_lacks_english(each)
    return list(dict.fromkeys(missing))


def is_lacking(row, name: str) -> bool:
    text = getattr(row, name)
    is_known = text.lower() in known_words(type(row), name)
    is_written = getattr(row, f"{name}{IN_ENGLISH}")
    return bool(re.search(WORD, text)) and not (is_known or is_written)
