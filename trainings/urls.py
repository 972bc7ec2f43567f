from django.urls import path

from . import certificate_pages, views

app_name = "trainings"

urlpatterns = [
    path("", views.training_list, name="list"),
    path("pendaftaran/<int:pk>/", views.enrolment_detail, name="enrolment"),
    path("pendaftaran/<int:pk>/batal/", views.enrolment_cancel, name="cancel"),
    path(
        "pendaftaran/<int:pk>/sertifikat/",
        certificate_pages.own_certificate,
        name="certificate",
    ),
    path("<slug:slug>/", views.training_detail, name="detail"),
    path("<slug:slug>/daftar/", views.training_enrol, name="enrol"),
]
