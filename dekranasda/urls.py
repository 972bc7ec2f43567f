from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from council import health, served_files
from council.accounts import after_login
from council.privacy import privacy
from trainings import teaching_pages, teaching_urls

from . import (
    calendar_feed,
    calendar_page,
    feeds,
    region_pages,
    search_page,
    sitemaps,
    views,
)

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("media/<path:path>", served_files.media, name="media"),
    path("berkas/<str:public_id>/", served_files.document_file, name="document"),
    path("kalender.ics", calendar_feed.calendar_ics, name="calendar_ics"),
    path("robots.txt", sitemaps.robots_txt, name="robots"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap"),
    path(
        "sitemap-<slug:section>.xml",
        sitemaps.sitemap_section,
        name="sitemap_section",
    ),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("", include("artisans.urls")),
        path("katalog-cenderamata/", include("artisans.gifts.urls")),
        path("pelatihan/", include("trainings.urls")),
        path("presensi/", include("trainings.attending.urls")),
        path("verifikasi/", include("trainings.certificate_urls")),
        path("acara/", include("events.urls")),
        path("program/", include("programs.urls")),
        path("kalender/", calendar_page.calendar, name="calendar"),
        path("umpan/<slug:what>.xml", feeds.feed, name="feed"),
        path("dekranasda/", include("dekranasda.council_urls")),
        path("wilayah/", region_pages.region_list, name="regions"),
        path("wilayah/<str:code>/", region_pages.region_detail, name="region"),
        path("saya/mengajar/", include(teaching_urls.BY_ACCOUNT)),
        path("saya/", include("dekranasda.my_urls")),
        path("mengajar/<slug:code>/", include(teaching_urls.BY_LINK)),
        path(
            "undangan-mengajar/<slug:code>/",
            teaching_pages.invitation,
            name="teaching_invitation",
        ),
        path("cari/", search_page.search, name="search"),
        path("privasi/", privacy, name="privacy"),
        path("akun/mulai/", after_login, name="after_login"),
        path("akun/", include("allauth.urls")),
        path("admin/", admin.site.urls),
        prefix_default_language=False,
    ),
]

handler400 = "council.error_pages.bad_request"
handler403 = "council.error_pages.permission_denied"
handler404 = "council.error_pages.page_not_found"
handler429 = "council.error_pages.too_many_requests"
handler500 = "council.error_pages.server_error"
