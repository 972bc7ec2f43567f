from django.urls import include, path

from . import certificate_pages, queue_views, views

app_name = "trainings"

urlpatterns = [
    path("", include("trainings.result_urls")),
    path("", views.training_list, name="list"),
    path("antrean-adil/", queue_views.fair_queue, name="fair_queue"),
    path("tawaran/<slug:code>/<slug:word>/", queue_views.offer, name="offer"),
    path("pendaftaran/<int:pk>/", views.enrolment_detail, name="enrolment"),
    path("pendaftaran/<int:pk>/batal/", views.enrolment_cancel, name="cancel"),
    path("pendaftaran/<int:pk>/lengkapi/", views.enrolment_complete, name="complete"),
    path(
        "pendaftaran/<int:pk>/kalender.ics",
        views.enrolment_calendar,
        name="own_calendar",
    ),
    path(
        "pendaftaran/<int:pk>/sertifikat/",
        certificate_pages.own_certificate,
        name="certificate",
    ),
    path("<slug:slug>/", views.training_detail, name="detail"),
    path("<slug:slug>/daftar/", views.training_enrol, name="enrol"),
]
