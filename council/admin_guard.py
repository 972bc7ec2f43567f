"""Keeps the admin's lists from failing over an address that somebody made up."""

from django.contrib.admin.options import IncorrectLookupParameters

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
