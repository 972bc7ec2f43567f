from django.urls import path

from . import views

app_name = "gifts"

urlpatterns = [
    path("", views.search, name="search"),
    path("pilihan/", views.catalogue, name="catalogue"),
    path("pdf/", views.catalogue_pdf, name="pdf"),
    path("tanya/", views.ask, name="ask"),
    path("tanya/terkirim/", views.asked, name="asked"),
]
