"""Addresses about what came of trainings."""

from django.urls import path

from . import result_pages

urlpatterns = [
    path("hasil/", result_pages.ladder, name="ladder"),
    path("kabar/<slug:code>/", result_pages.follow_up, name="follow_up"),
    path("umpan-balik/<slug:code>/", result_pages.feedback, name="feedback"),
]
