"""
Admin classes that keep every unit's rows to that unit and those above it.

`ModelAdmin.get_queryset` alone scopes the list and the form; it leaves choices,
filters, inlines, deleted objects, history and forged foreign keys open. Each of
them is closed here, once; `tests/dekranasda/test_admin_leaks.py` walks them all.
"""

from simple_history.admin import SimpleHistoryAdmin

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import NestedObjects, flatten_fieldsets
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms.models import model_to_dict
from django.http import HttpResponseNotAllowed
from django.utils.text import slugify
from django.utils.translation import gettext as _

from council.admin_english import EnglishFilter
from council.admin_guard import GuardedAutocompleteMixin, GuardedChangeListMixin
from council.dates import validate_plausible
from council.languages import translated_fields

NUMBER_OF_ROWS = 50


def is_scoped(model) -> bool:
    return hasattr(model, "unit_path")


def choices_for(user, model):
    """The rows of a model the person may choose in a form, or None if unscoped."""
    if not is_scoped(model):
        return None
    return model._default_manager.choosable_by(user)


def is_in_scope(user, obj) -> bool:
    """Whether a row, saved or not yet, belongs to the person's unit or below."""
    if user.is_superuser or not is_scoped(type(obj)):
        return True
    if user.unit_id is None or not user.is_staff:
        return False
    owner = obj
    for step in type(obj).unit_path.split("__"):
        owner = getattr(owner, step, None) if step else owner
    return owner is not None and owner.code.startswith(user.unit.code)


class ChoosableRows(AutocompleteJsonView):
    """What is offered while typing: all a form may point to, not only own rows."""

    def get_queryset(self):
        rows = choices_for(self.request.user, self.model_admin.model)
        if rows is None:
            return super().get_queryset()
        rows = rows.complex_filter(self.source_field.get_limit_choices_to())
        found, may_repeat = self.model_admin.get_search_results(
            self.request, rows, self.term
        )
        return found.distinct() if may_repeat else found


class ScopedRelatedFilter(admin.RelatedFieldListFilter):
    """A filter that offers only what the person may see."""

    def field_choices(self, field, request, model_admin):
        rows = choices_for(request.user, field.remote_field.model)
        if rows is None:
            return super().field_choices(field, request, model_admin)
        return [(row.pk, str(row)) for row in rows[:500]]


def scoped_filters(model, list_filter):
    """Swap every filter over a unit-owned relation for one that is scoped."""
    for item in list_filter:
        related = related_model(model, item) if isinstance(item, str) else None
        yield (item, ScopedRelatedFilter) if related and is_scoped(related) else item


def with_english(model, list_filter) -> list:
    """Filters, with the one that finds what readers of English cannot read."""
    is_translated = translated_fields(model)
    return [*list_filter, EnglishFilter] if is_translated else list(list_filter)


def related_model(model, path):
    """The model a filter's path ends at, or None for a plain field."""
    for step in path.split("__"):
        field = model._meta.get_field(step)
        model = field.related_model
        if model is None:
            return None
    return model


class KeepsWhatItHas(forms.ModelForm):
    """
    Lets a row keep what it points to already, wherever that stands.

    An owner who moved, or a speaker the city added, would otherwise make the row
    impossible to save for its own unit.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        for name, field in self.fields.items():
            rows = getattr(field, "queryset", None)
            if rows is not None and is_scoped(rows.model):
                field.queryset = rows | kept_rows(self.instance, name, rows.model)


def kept_rows(instance, name, model):
    """What a saved row points to by a field."""
    kept = model_to_dict(instance, [name]).get(name)
    keys = [row.pk for row in kept] if isinstance(kept, list) else [kept]
    return model._default_manager.filter(pk__in=keys)


class ScopedChoices(GuardedAutocompleteMixin):
    """Form fields whose choices, and so what may be posted, are in scope."""

    form = KeepsWhatItHas

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.URLField):
            kwargs.setdefault("assume_scheme", "https")
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(db_field, models.DateField):
            field.validators = [*field.validators, validate_plausible]
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        rows = choices_for(request.user, db_field.remote_field.model)
        if rows is not None:
            kwargs["queryset"] = rows
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        rows = choices_for(request.user, db_field.remote_field.model)
        if rows is not None:
            kwargs["queryset"] = rows
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.editable_by(request.user) if is_scoped(self.model) else rows


class ScopedAdmin(ScopedChoices, GuardedChangeListMixin, SimpleHistoryAdmin):
    """Admin of rows that belong to a unit."""

    list_per_page = NUMBER_OF_ROWS
    list_max_show_all = 200
    show_full_result_count = False
    save_on_top = False
    # Fields the page keeps to itself: a filter in the address would spell them out.
    kept_back: frozenset[str] = frozenset()

    def lookup_allowed(self, lookup, value, request=None):
        is_open = lookup.split("__")[0] not in self.kept_back
        return is_open and super().lookup_allowed(lookup, value, request)

    def get_list_filter(self, request):
        filters = with_english(self.model, super().get_list_filter(request))
        return list(scoped_filters(self.model, filters))

    def get_changeform_initial_data(self, request):
        initial = super().get_changeform_initial_data(request)
        if self.model.unit_path == "unit" and request.user.unit_id:
            initial.setdefault("unit", request.user.unit_id)
        return initial

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and self._may(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._may(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._may(request, obj)

    def _may(self, request, obj):
        return obj is None or is_in_scope(request.user, obj)

    def save_model(self, request, obj, form, change):
        # Behind the form's own choices: a row never leaves the person's units.
        if not is_in_scope(request.user, obj):
            raise PermissionDenied
        super().save_model(request, obj, form, change)

    def get_deleted_objects(self, objs, request):
        if others := self._rows_of_other_units(objs, request.user):
            sentence = _("%(count)s records of other units are linked to this.") % {
                "count": others
            }
            return [sentence], {}, {_("records of other units")}, []
        return super().get_deleted_objects(objs, request)

    def _rows_of_other_units(self, objs, user):
        collector = NestedObjects(using=objs[0]._state.db if objs else None)
        collector.collect(objs)
        found = set().union(*collector.model_objs.values()) if objs else set()
        return sum(not is_in_scope(user, row) for row in found | collector.protected)

    def view_on_site(self, obj):
        """Link to the public page only when there is one."""
        shown = getattr(obj, "is_published", True)
        return obj.get_absolute_url() if shown else None

    def get_view_on_site_url(self, obj=None):
        if obj is None or not hasattr(obj, "get_absolute_url"):
            return None
        return self.view_on_site(obj)

    def history_view(self, request, object_id, extra_context=None):
        if not hasattr(self.model._meta, "simple_history_manager_attribute"):
            return admin.ModelAdmin.history_view(
                self, request, object_id, extra_context
            )
        return super().history_view(request, object_id, extra_context)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        # An old version is read, never written back past the model's own verbs.
        if request.method != "GET":
            return HttpResponseNotAllowed(["GET"])
        return super().history_form_view(request, object_id, version_id, extra_context)

    def history_form_view_title(self, request, obj):
        return _("An earlier version of %s") % obj

    def render_history_view(self, request, template, context, **kwargs):
        # Nothing on an old version looks as if it could be typed in.
        if form := context.get("adminform"):
            form.readonly_fields = flatten_fieldsets(form.fieldsets)
        return super().render_history_view(request, template, context, **kwargs)


class ReadAndActOn(ScopedAdmin):
    """A record that is read on its page and changed by actions: nothing to save."""

    def change_view(self, request, object_id, form_url="", extra_context=None):
        saves = ("show_save", "show_save_and_continue", "show_save_and_add_another")
        context = {**dict.fromkeys(saves, False), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)


class SharedBelowAdmin(ScopedAdmin):
    """Admin of rows that the units below read and use, but do not change."""

    def get_queryset(self, request):
        rows = admin.ModelAdmin.get_queryset(self, request)
        return rows.filter(pk__in=self._readable(request).values("pk"))

    def has_view_permission(self, request, obj=None):
        if not admin.ModelAdmin.has_view_permission(self, request, obj):
            return False
        return obj is None or self._readable(request).filter(pk=obj.pk).exists()

    def _readable(self, request):
        return self.model._default_manager.choosable_by(request.user)


class ScopedInlineMixin(ScopedChoices):
    """
    Rows edited beside their parent, whose scope is theirs.

    Who may change the parent may change its parts where the role says so.
    """

    extra = 0
    show_change_link = False
    view_on_site = False

    def has_view_permission(self, request, obj=None):
        return self._has(request, "view") or self._has(request, "change")

    def _has(self, request, action):
        codename = get_permission_codename(action, self.opts)
        return request.user.has_perm(f"{self.opts.app_label}.{codename}")


class ScopedInline(ScopedInlineMixin, admin.TabularInline):
    """A table of parts beside their parent."""


class ReadInline(ScopedInline):
    """Parts that are read beside their parent and changed elsewhere."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ScopedStackedInline(ScopedInlineMixin, admin.StackedInline):
    """Parts with many fields beside their parent."""


class VocabularyAdmin(GuardedChangeListMixin, admin.ModelAdmin):
    """Words shared by all councils: staff read them, the root changes them."""

    list_per_page = NUMBER_OF_ROWS
    list_max_show_all = 200
    show_full_result_count = False

    def get_list_filter(self, request):
        return with_english(self.model, super().get_list_filter(request))

    def has_add_permission(self, request):
        return request.user.is_superuser and super().has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        return request.user.is_superuser and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser and super().has_delete_permission(request, obj)

    def has_view_permission(self, request, obj=None):
        return request.user.is_active and request.user.is_staff


def slug_for(model, text: str) -> str:
    """A free address on the portal, made from the text."""
    base = slugify(text)[:140] or model._meta.model_name
    slug, number = base, 2
    while model._default_manager.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


def capped_count(rows: models.QuerySet, limit: int = 100) -> int:
    """How many rows, counted no further than the limit: large tables stay cheap."""
    return rows.order_by()[:limit].count()
