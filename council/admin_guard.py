"""Keeps the admin from failing over an address or a choice that somebody made up."""

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError

from council.error_pages import is_bad_input
from council.search_terms import capped


class GuardedChangeListMixin:
    """Odd filters bring the list back unfiltered; long searches are cut short."""

    def get_changelist_instance(self, request):
        try:
            return super().get_changelist_instance(request)
        except Exception as error:
            if is_bad_input(error) or type(error) is ValueError:
                raise IncorrectLookupParameters from error
            raise

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, capped(search_term))


class PossibleOptions:
    """
    Show again only chosen values that can be keys at all.

    Django's own widget asks the database for whatever was posted.
    """

    def optgroups(self, name, value, attr=None):
        key = self.choices.queryset.model._meta.pk
        possible = [each for each in value if each and can_be(key, each)]
        return super().optgroups(name, possible, attr)


def can_be(key, value) -> bool:
    try:
        key.clean(value, None)
    except ValidationError:
        return False
    return True


class PossibleSelect(PossibleOptions, AutocompleteSelect):
    """One row, looked up while typing."""


class PossibleSelectMultiple(PossibleOptions, AutocompleteSelectMultiple):
    """Several rows, looked up while typing."""


class GuardedAutocompleteMixin:
    """Fields that are looked up while typing survive a made-up choice."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = PossibleSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = PossibleSelectMultiple(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)
