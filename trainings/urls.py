from django.urls import include, path

from . import views

app_name = "trainings"

urlpatterns = [
    path("", include("trainings.result_urls")),
    path("", views.training_list, name="list"),
    path("pendaftaran/<int:pk>/", views.enrolment_detail, name="enrolment"),
    path("pendaftaran/<int:pk>/batal/", views.enrolment_cancel, name="cancel"),
    path("<slug:slug>/", views.training_detail, name="detail"),
    path("<slug:slug>/daftar/", views.training_enrol, name="enrol"),
]
