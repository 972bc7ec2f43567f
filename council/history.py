"""The history of rows that are written all day."""

from functools import cache

from simple_history.manager import HistoryManager


class BusyHistory(HistoryManager):
    """The library's manager, whose class is made once and not at each use."""

    @classmethod
    @cache
    def from_queryset(cls, queryset_class, class_name=None):
        return super().from_queryset(queryset_class, class_name)
