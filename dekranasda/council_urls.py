"""The councils' addresses; their pages show what the upper rooms hold."""

from django.urls import path

from . import council_pages

app_name = "council"

urlpatterns = [
    path("", council_pages.council_list, name="list"),
    path("<slug:slug>/", council_pages.council_detail, name="detail"),
]
