"""A few pages that fail in every way the guard knows."""

import errno

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.urls import path

from council.models import Region

FAULTS = {
    "connection": OperationalError("server closed the connection\nCANARY row"),
    "closed": InterfaceError("connection already closed"),
    "range": DataError("integer out of range"),
    "overflow": OverflowError("Python int too large"),
    "nul": ValueError("A string literal cannot contain NUL (0x00) characters."),
    "value": ValueError("a fault of ours"),
    "storage": OSError(errno.ENOSPC, "No space left on device"),
    "quota": OSError(errno.EDQUOT, "Disk quota exceeded"),
    "file": OSError(errno.ENOENT, "No such file"),
    "denied": PermissionDenied("CANARY"),
    "odd": SuspiciousOperation("CANARY"),
}


@login_not_required
def fail(request, kind):
    raise FAULTS[kind]


@login_not_required
def echo(request):
    return JsonResponse({"get": request.GET, "post": request.POST})


@login_not_required
def large(request):
    return HttpResponse("kata " * 1000)


@login_not_required
def remember(request):
    request.session["seen"] = True
    return HttpResponse("ok")


@login_not_required
def many_words(request):
    rows = Region.objects.all()
    for number in range(1200):
        rows = rows.filter(name__contains=str(number))
    return HttpResponse(str(rows.count()))


def members(request):
    return HttpResponse("ok")


urlpatterns = [
    path("fail/<kind>/", fail),
    path("echo/", echo),
    path("large/", large),
    path("remember/", remember),
    path("many-words/", many_words),
    path("saya/", members, name="account_login"),
]

handler400 = "council.error_pages.bad_request"
handler403 = "council.error_pages.permission_denied"
handler404 = "council.error_pages.page_not_found"
handler500 = "council.error_pages.server_error"
