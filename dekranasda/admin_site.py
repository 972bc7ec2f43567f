from functools import wraps
from zoneinfo import ZoneInfo

from allauth.account.decorators import secure_admin_login

from django.conf import settings
from django.contrib import admin
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.admin_scope import ChoosableRows
from council.exports import export_list

from .english import english, figures_of
from .interest import interest
from .staff_home import staff_home
from .training_results import results

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

    def admin_view(self, view, cacheable=False):
        return super().admin_view(on_the_units_clock(view), cacheable)

    def autocomplete_view(self, request):
        return ChoosableRows.as_view(admin_site=self)(request)

    def get_urls(self):
        # The redirect to any record's page is open to all staff, so it is left out.
        urls = super().get_urls()
        own = [
            path("angka/", self.admin_view(self.interest), name="interest"),
            path("hasil-pelatihan/", self.admin_view(self.results), name="results"),
            path("inggris/", self.admin_view(self.english), name="english"),
        ]
        return own + [url for url in urls if getattr(url, "name", "") != "view_on_site"]

    def interest(self, request):
        return interest(request, self)

    def results(self, request):
        return results(request, self)

    def english(self, request):
        return english(request, self)

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        rooms = {name: place for place, name in enumerate(ROOMS)}
        return sorted(apps, key=lambda app: rooms.get(app["app_label"], len(rooms)))

    def index(self, request, extra_context=None):
        context = {
            "home": staff_home(request.user),
            "in_english": figures_of(request.user),
            # The home names all records itself, so it loads no parts of a sidebar.
            "is_nav_sidebar_enabled": False,
            **(extra_context or {}),
        }
        return super().index(request, context)


def on_the_units_clock(view):
    """Show and read moments on the clock of the unit of the signed-in officer."""

    @wraps(view)
    def shown(request, *args, **kwargs):
        unit = getattr(request.user, "unit", None)
        zone = ZoneInfo(unit.time_zone if unit else settings.TIME_ZONE)
        with timezone.override(zone):
            response = view(request, *args, **kwargs)
            # The moments of a page are written only when it is drawn.
            return response.render() if hasattr(response, "render") else response

    return shown
