from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class DekranasdaConfig(AppConfig):
    name = "dekranasda"

    def ready(self):
        # Rooms declare with their models, which stand only now.
        from council.search_signals import follow

        from .searched import KINDS

        follow(KINDS)
        post_migrate.connect(fill_the_search, sender=self)


def fill_the_search(using="default", **kwargs):
    """Let a portal that had no search yet find and count what it holds."""
    from council.models import SearchEntry
    from council.search_kept import SEARCHED, rebuild

    if not SearchEntry.objects.using(using).exists():
        for searched in SEARCHED.values():
            rebuild(searched)


class PortalAdminConfig(AdminConfig):
    """Django's admin with our home page and our sign-in."""

    default_site = "dekranasda.admin_site.PortalAdminSite"
