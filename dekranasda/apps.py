from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class DekranasdaConfig(AppConfig):
    name = "dekranasda"


class PortalAdminConfig(AdminConfig):
    """Django's admin with our home page and our sign-in."""

    default_site = "dekranasda.admin_site.PortalAdminSite"
