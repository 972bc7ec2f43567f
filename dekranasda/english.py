"""What readers of English cannot read yet: public pages, by kind, with their forms."""

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from artisans.models import (
    Business,
    Centre,
    Collection,
    Craft,
    CraftRoute,
    Material,
    Motif,
    Outlet,
    Product,
    ProductKind,
    TechniqueLabel,
)
from council.admin_english import MISSING, PARAMETER, to_translate
from council.admin_scope import capped_count, is_scoped
from council.languages import parts_of, what_lacks_english
from council.models import Division, PressClipping, Unit
from events.models import Event
from programs.models import Activity, Meeting, Program, SupportLine
from trainings.models import Instructor, QueueWeights, Training, TrainingClass

from .staff_home import CAP, Figure, changelist

IN_A_LIST = 10


# Every model with words of a public page; parts are named by `read_with`.
READ = [Product, Business, TechniqueLabel, Collection, CraftRoute, Centre, Outlet]
READ += [Craft, Motif, Material, ProductKind]
READ += [Training, TrainingClass, Event, Meeting, Activity, PressClipping]
READ += [Program, SupportLine, Division, QueueWeights, Instructor, Unit]


@dataclass
class Kind:
    """Pages of one kind that still need English, as far as the person may mend them."""

    rows: QuerySet

    @property
    def label(self) -> str:
        return capfirst(self.rows.model._meta.verbose_name_plural)

    @cached_property
    def figure(self) -> Figure:
        count = capped_count(self.rows, CAP)
        return Figure(self.label, count, self.list_url)

    @property
    def list_url(self) -> str:
        return changelist(self.rows.model, **{PARAMETER: MISSING})

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """The newest of them: name, the way to its form, and what it lacks."""
        meta = self.rows.model._meta
        parts = [part.name for part in parts_of(self.rows.model)]
        rows = self.rows.order_by("-pk").prefetch_related(*parts)[:IN_A_LIST]
        name = f"admin:{meta.app_label}_{meta.model_name}_change"
        return [
            (str(row), reverse(name, args=[row.pk]), what_lacks_english(row))
            for row in rows
        ]


def kinds_for(user) -> list[Kind]:
    """The kinds whose pages the person may change."""
    return [
        Kind(to_translate(rows_of(user, model)))
        for model in READ
        if may_change(user, model)
    ]


def rows_of(user, model):
    rows = model.objects.all()
    return rows.editable_by(user) if is_scoped(model) else rows


def may_change(user, model) -> bool:
    """Words shared by all councils are changed by the root alone."""
    may = user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}")
    return may and (user.is_superuser or is_scoped(model))


def figures_of(user) -> list[Figure]:
    """How many pages of each kind still need English, where there are any."""
    figures = [kind.figure for kind in kinds_for(user)]
    return [figure for figure in figures if figure.count]


def english(request, site):
    kinds = kinds_for(request.user)
    if not kinds:
        raise PermissionDenied
    context = {
        **site.each_context(request),
        "title": _("What is missing in English"),
        "kinds": [kind for kind in kinds if kind.figure.count],
        "most": IN_A_LIST,
    }
    return TemplateResponse(request, "admin/english.html", context)
