from django.http import HttpResponseForbidden


def passing(get_response):
    return get_response


InputGuard = SecurityHeaders = DatabaseErrors = passing


def csrf_failure(request, reason=""):
    return HttpResponseForbidden()
