"""Whether a certificate is true: asked by anybody who holds one."""

from django.urls import path

from . import certificate_pages

app_name = "certificates"

urlpatterns = [
    path("", certificate_pages.ask, name="ask"),
    path("<str:code>/", certificate_pages.check, name="check"),
]
