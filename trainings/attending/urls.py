from django.urls import path

from . import pages, staff

app_name = "attendance"

urlpatterns = [
    path("luring.js", pages.offline_script, name="offline_script"),
    path("sesi/<int:pk>/", staff.session_list, name="session"),
    path("sesi/<int:pk>/pintu/", staff.poster, name="poster"),
    path("sesi/<int:pk>/kertas/", staff.paper, name="paper"),
    path("sesi/<int:pk>/kertas/lembar.pdf", staff.sheet_pdf, name="sheet_pdf"),
    path("sesi/<int:pk>/pelaksanaan/", staff.standing, name="standing"),
    path("foto/<int:pk>/", staff.tick, name="tick"),
    path("foto/<int:pk>/berkas/", staff.photo_file, name="photo_file"),
    path("kelas/<int:pk>/", staff.overview, name="overview"),
    path("kelas/<int:pk>/pembantu/", staff.helpers, name="helpers"),
    path("tautan/<int:pk>/cabut/", staff.withdraw_link, name="withdraw_link"),
    path("datang/<int:pk>/", staff.walk_in, name="walk_in"),
    path("saya/<int:pk>/<int:session>/", pages.own, name="own"),
    path("bantu/<slug:code>/", pages.helper, name="helper"),
    path("bantu/<slug:code>/<int:session>/", pages.helper, name="helper_session"),
    path("hadir/<slug:code>/", pages.door, name="door"),
]
