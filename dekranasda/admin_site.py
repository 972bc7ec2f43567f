from allauth.account.decorators import secure_admin_login

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _

from council.exports import export_list

from .interest import interest
from .staff_home import staff_home

# The five rooms, from the people upwards, as staff think of their work.
ROOMS = ["artisans", "trainings", "events", "programs", "council"]


class PortalAdminSite(admin.AdminSite):
    """The staff's side of the portal."""

    site_header = _("Dekranasda administration")
    site_title = _("Dekranasda administration")
    index_title = _("What needs you today")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.add_action(export_list)

    def login(self, request, extra_context=None):
        # Through the portal's own sign-in: rate limits and second factor.
        return secure_admin_login(super().login)(request, extra_context)

    def get_urls(self):
        # The redirect to any record's page is open to all staff, so it is left out.
        urls = super().get_urls()
        own = [path("angka/", self.admin_view(self.interest), name="interest")]
        return own + [url for url in urls if getattr(url, "name", "") != "view_on_site"]

    def interest(self, request):
        return interest(request, self)

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        rooms = {name: place for place, name in enumerate(ROOMS)}
        return sorted(apps, key=lambda app: rooms.get(app["app_label"], len(rooms)))

    def index(self, request, extra_context=None):
        context = {"home": staff_home(request.user), **(extra_context or {})}
        return super().index(request, context)
