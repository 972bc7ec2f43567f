"""
The portal, and beside it the floor: a view that does nothing but answer 20 KB.

Both live in the same processes, so that what the machine does to one it does to
the other; only the ratio of the two means anything.
"""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.test.utils import override_settings
from django.urls import path

from dekranasda.wsgi import application as portal

PAGE = b"<!doctype html><title>floor</title>" + b"<p>The constant page.</p>" * 820


class Floor(WSGIHandler):
    """Django without middleware, knowing one address."""

    def resolve_request(self, request):
        request.urlconf = __name__
        return super().resolve_request(request)


def answer(request):
    return HttpResponse(PAGE, headers={"Content-Length": str(len(PAGE))})


urlpatterns = [path("floor/", answer)]

with override_settings(MIDDLEWARE=[]):
    floor = Floor()


def application(environ, start_response):
    handler = floor if environ["PATH_INFO"] == "/floor/" else portal
    return handler(environ, start_response)
