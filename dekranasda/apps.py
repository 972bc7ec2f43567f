from django.apps import AppConfig, apps
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class DekranasdaConfig(AppConfig):
    name = "dekranasda"

    def ready(self):
        # Rooms declare with their models, which stand only now.
        from council.search_signals import follow

        from .searched import KINDS

        follow(KINDS)
        # The roof has no tables, so that no `migrate` speaks of it.
        post_migrate.connect(fill_the_search, sender=apps.get_app_config("council"))


def fill_the_search(using="default", **kwargs):
    """Let a portal that had no search yet find and count what it holds."""
    from council.kept_counts import recount
    from council.models import KeptBits, SearchEntry
    from council.search_kept import SEARCHED, rebuild

    if not SearchEntry.objects.using(using).exists():
        for searched in SEARCHED.values():
            rebuild(searched)
    elif not KeptBits.objects.using(using).exists():
        for searched in SEARCHED.values():
            if searched.answers:
                recount(searched.kind)


class PortalAdminConfig(AdminConfig):
    """Django's admin with our home page and our sign-in."""

    default_site = "dekranasda.admin_site.PortalAdminSite"
