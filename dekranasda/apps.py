from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class DekranasdaConfig(AppConfig):
    name = "dekranasda"

    def ready(self):
        # Rooms declare with their models, which stand only now.
        from council.search_kept import follow

        from .searched import KINDS

        follow(KINDS)


class PortalAdminConfig(AdminConfig):
    """Django's admin with our home page and our sign-in."""

    default_site = "dekranasda.admin_site.PortalAdminSite"
