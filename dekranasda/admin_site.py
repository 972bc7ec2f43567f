from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(admin.AdminSite):
    """The staff's side of the portal."""

    site_header = _("Dekranasda administration")
    site_title = _("Dekranasda administration")
    index_title = _("What needs you today")
    enable_nav_sidebar = True

    def login(self, request, extra_context=None):
        # Through the portal's own sign-in: rate limits and second factor.
        return secure_admin_login(super().login)(request, extra_context)
