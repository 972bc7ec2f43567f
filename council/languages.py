"""
What readers of English get: the English words, or the Indonesian ones with a mark.

A text with an English twin is a field and one of the same name that ends in `_en`.
"""

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils.text import capfirst
from django.utils.translation import get_language, override

IN_ENGLISH = "_en"


class OnlyIndonesian(str):
    """Words that readers of English get in Indonesian; `{% told %}` marks them."""

    is_only_indonesian = True


def shown(indonesian: str, english: str = "") -> str:
    """The English text to English readers where there is one, else Indonesian."""
    if get_language() != "en" or not indonesian:
        return indonesian
    return english or OnlyIndonesian(indonesian)


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
    return Q(*map(lacks, translated_fields(model)), _connector=Q.OR)


def lacks(name: str) -> Q:
    return ~Q(**{name: ""}) & Q(**{f"{name}{IN_ENGLISH}": ""})


def parts_of(model) -> list:
    """The ways to the rows that are read on the same page, such as photos."""
    return [model._meta.get_field(name) for name in getattr(model, "read_with", [])]


def lacking_english(rows):
    """The rows whose page says something that readers of English cannot read."""
    wanted = untranslated(rows.model)
    for part in parts_of(rows.model):
        own = part.related_model._default_manager
        mine = own.filter(**{part.field.name: OuterRef("pk")})
        wanted |= Exists(mine.filter(untranslated(part.related_model)).order_by())
    return rows.filter(wanted)


def what_lacks_english(row) -> list[str]:
    """The names of the fields that still need English, parts named once."""
    missing = [
        capfirst(row._meta.get_field(name).verbose_name)
        for name in translated_fields(type(row))
        if getattr(row, name) and not getattr(row, f"{name}{IN_ENGLISH}")
    ]
    for part in parts_of(type(row)):
        for each in getattr(row, part.name).all():
            missing += what_lacks_english(each)
    return list(dict.fromkeys(missing))
