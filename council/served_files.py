"""Hands out stored files: photos to everybody, documents to those they concern."""

import re

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseNotModified
from django.shortcuts import get_object_or_404
from django.utils.http import http_date, parse_http_date_safe
from django.views.decorators.http import require_safe

from council import audit
from council.models import Document

KINDS = {"webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
# Exactly what the portal itself stores; nothing else in the folder is served.
PHOTO = re.compile(r"photos/[0-9a-f]{2}/[0-9a-f]{32}-[0-9x]+\.(webp|jpg|png)")
NO_POWER = "default-src 'none'; sandbox"


@login_not_required
@require_safe
def media(request, path):
    photo = PHOTO.fullmatch(path)
    if not photo:
        raise Http404
    try:
        modified_at = int(default_storage.get_modified_time(path).timestamp())
        since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
        if since is not None and since >= modified_at:
            response = HttpResponseNotModified()
        else:
            response = FileResponse(default_storage.open(path))
            response["Content-Type"] = KINDS[photo[1]]
    except OSError as error:
        raise Http404 from error
    response["Last-Modified"] = http_date(modified_at)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = NO_POWER
    return response


@require_safe
def document_file(request, public_id):
    documents = Document.objects.readable_by(request.user).select_related("unit")
    document = get_object_or_404(documents, public_id=public_id)
    return hand_out(request, document)


def hand_out(request, document):
    """Give a private file to somebody who may have it, and note who read it."""
    try:
        content = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    audit.record("document.read", request=request, unit=document.unit, subject=document)
    extension = Document.EXTENSIONS[document.content_type]
    name = document.original_name or f"{document.public_id}.{extension}"
    response = FileResponse(content, as_attachment=True, filename=name)
    response["Content-Type"] = document.content_type
    response["Content-Security-Policy"] = NO_POWER
    response["Cache-Control"] = "private, no-store"
    return response
