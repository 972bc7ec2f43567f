from django.urls import path

from . import views

app_name = "trainings"

urlpatterns = [
    path("", views.training_list, name="list"),
    path("pendaftaran/<int:pk>/", views.enrolment_detail, name="enrolment"),
    path("pendaftaran/<int:pk>/batal/", views.enrolment_cancel, name="cancel"),
    path(
        "pendaftaran/<int:pk>/kalender.ics",
        views.enrolment_calendar,
        name="own_calendar",
    ),
    path("<slug:slug>/", views.training_detail, name="detail"),
    path("<slug:slug>/daftar/", views.training_enrol, name="enrol"),
]
