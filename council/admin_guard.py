class GuardedChangeListMixin:
    """Placeholder of the guard."""
