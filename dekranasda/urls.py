from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from . import views

urlpatterns = [
    *i18n_patterns(
        path("", views.home, name="home"),
        path("", include("artisans.urls")),
        path("pelatihan/", include("trainings.urls")),
        path("acara/", include("events.urls")),
        path("program/", include("programs.urls")),
        path("dekranasda/", include("council.urls")),
        path("saya/", include("dekranasda.my_urls")),
        path("akun/", include("allauth.urls")),
        path("admin/", admin.site.urls),
        prefix_default_language=False,
    ),
]
