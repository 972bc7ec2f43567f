"""
Keeps the search up to date: whoever saves a row need not think of it.

A record concerns its own page, and the pages whose kind names its model as a cause.
"""

from collections.abc import Iterable
from functools import cache

from django.db import models, transaction
from django.db.models.signals import (
    m2m_changed,
    post_delete,
    post_save,
    pre_delete,
    pre_save,
)

from .search_kept import SEARCHED, Searched, refresh

LINKED = {"post_add", "post_remove"}


def concerned(conditions: dict[str, models.Q]) -> dict[str, set]:
    """By kind, the rows that fit these conditions."""
    found = {}
    for kind, condition in conditions.items():
        rows = SEARCHED[kind].model._base_manager.filter(condition)
        found[kind] = set(rows.values_list("pk", flat=True))
    return found


def conditions_of(instance, *, is_new=False) -> dict[str, models.Q]:
    """By kind, which rows a record stands behind, besides its own."""
    found = {}
    for kind, searched in SEARCHED.items():
        causes = searched.new_causes if is_new else searched.causes
        for model in causes_among(type(instance), frozenset(causes)):
            condition = searched.causes[model](instance)
            found[kind] = found[kind] | condition if kind in found else condition
    return found


@cache
def causes_among(sender, causes: frozenset) -> list[type]:
    return [model for model in sender.__mro__ if model in causes]


def kinds_of(sender) -> list[str]:
    """The kinds of pages that such a record itself has."""
    return [kind for kind, each in SEARCHED.items() if each.model in sender.__mro__]


def note_before_change(sender, instance, raw=False, **kwargs):
    """Remember how a record was before it changes."""
    if not raw and is_of_interest(sender) and instance.pk is not None:
        instance.search_knows = sender._base_manager.filter(pk=instance.pk).first()


def note_before_end(sender, instance, **kwargs):
    """Remember which rows a record stood behind before it goes."""
    if is_of_interest(sender):
        instance.search_concerns = concerned(conditions_of(instance))


def keep_after_change(sender, instance, raw=False, created=False, **kwargs):
    if raw or not is_of_interest(sender):
        return
    former = instance.__dict__.pop("search_knows", None)
    if former and is_same(former, instance):
        return
    conditions = conditions_of(instance, is_new=created)
    for kind, condition in (conditions_of(former) if former else {}).items():
        if condition != conditions.get(kind):
            conditions[kind] |= condition
    refresh_all(concerned(conditions), own=instance)


def keep_after_end(sender, instance, **kwargs):
    if is_of_interest(sender):
        refresh_all(instance.__dict__.pop("search_concerns", {}), own=instance)


def refresh_all(found: dict[str, set], *, own) -> None:
    """Refresh the rows of each kind, and the page of the record itself."""
    with transaction.atomic(savepoint=False):
        for kind in kinds_of(type(own)):
            found.setdefault(kind, set()).add(own.pk)
        for kind, keys in found.items():
            refresh(SEARCHED[kind], keys)


def is_same(former, now) -> bool:
    return all(
        getattr(former, each.attname) == getattr(now, each.attname)
        for each in former._meta.concrete_fields
    )


def keep_after_links(sender, instance, action, reverse, model, pk_set, **kwargs):
    """The same for relations: a product's materials, a maker's crafts."""
    ends = [model, type(instance)] if reverse else [type(instance), model]
    for searched in SEARCHED.values():
        if searched.model not in ends[0].__mro__ or ends[1] not in searched.causes:
            continue
        if action == "pre_clear" and reverse:
            instance.search_concerns = concerned(conditions_of(instance))
        elif action == "post_clear" and reverse:
            refresh_all(instance.__dict__.pop("search_concerns", {}), own=instance)
        elif action in LINKED or action == "post_clear":
            with transaction.atomic(savepoint=False):
                refresh(searched, pk_set if reverse else {instance.pk})


@cache
def is_of_interest(model) -> bool:
    models = set(model.__mro__)
    return any(
        searched.model in models or not models.isdisjoint(searched.causes)
        for searched in SEARCHED.values()
    )


def follow(kinds: Iterable[Searched]) -> None:
    """Keep these kinds from now on; once, when the portal starts."""
    SEARCHED.update({searched.kind: searched for searched in kinds})
    pre_save.connect(note_before_change)
    post_save.connect(keep_after_change)
    pre_delete.connect(note_before_end)
    post_delete.connect(keep_after_end)
    m2m_changed.connect(keep_after_links)
