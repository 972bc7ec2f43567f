"""An artisan's own pages; they show what all the rooms know of the person."""

from django.urls import path

from . import my_enquiries, my_pages

app_name = "my"

urlpatterns = [
    path("", my_pages.home, name="home"),
    path("profil/", my_pages.profile, name="profile"),
    path("persetujuan/", my_pages.consents, name="consents"),
    path("pertanyaan/", my_enquiries.enquiries, name="enquiries"),
]
