"""
Who may see and change which rows: the unit of a person and every unit below it.

A region code is the tree ("13" > "13.71" > "13.71.04"), so "this unit and all
below" is one prefix. Every model that belongs to a unit says by which path.
"""

from django.db import models
from django.db.models import Q


class ScopedQuerySet(models.QuerySet):
    """Rows of a model whose `unit_path` leads to the unit that owns them."""

    def in_scope(self, user):
        """The rows of the person's unit and of every unit below it."""
        return self.filter(scope_of(user, self.model.unit_path))

    def choosable_by(self, user):
        """The rows the person may point to in a form."""
        return self.in_scope(user)

    def editable_by(self, user):
        """The rows the person may change; what they may do is their role's matter."""
        return self.in_scope(user)


def scope_of(user, unit_path: str) -> Q:
    """The condition that keeps rows of the person's unit and below."""
    if not user.is_active or not user.is_staff:
        return Q(pk__in=[])
    if user.is_superuser:
        return Q()
    if user.unit_id is None:
        return Q(pk__in=[])
    path = f"{unit_path}__code" if unit_path else "code"
    return Q(**{f"{path}__startswith": user.unit.code})


def codes_above(user) -> list[str]:
    """The region codes of the councils above the person's own, root included."""
    return [] if user.unit_id is None else codes_over(user.unit.code)


def codes_over(code: str) -> list[str]:
    """The region codes above one, root included and first."""
    parts = code.split(".") if code else []
    above = (".".join(parts[:depth]) for depth in range(1, len(parts)))
    return ["", *above] if parts else []
