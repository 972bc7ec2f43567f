"""Takes in private documents: only honest PDF, JPEG and PNG files, small enough."""

import re
import zlib

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _

from council.images import NOT_A_PHOTO, read_picture
from council.models import Document
from council.stored_files import safe_original_name

MAX_BYTES = 5 * 1024 * 1024
MAX_UNPACKED = 20 * 1024 * 1024
MAX_PACKED_PARTS = 500
# Names that make a PDF act, carry files or hide its content.
ACTIVE = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|Encrypt|RichMedia|XFA|SubmitForm|ImportData)"
    rb"(?![A-Za-z0-9])"
)
STREAM = re.compile(rb"(?<!end)stream\r?\n")

TOO_LARGE = _("This document is larger than 5 MB. Scan it again at a lower quality.")
WRONG_KIND = _("This file is not a PDF, JPEG or PNG document.")
ACTIVE_PDF = _(
    "This PDF has a password, a program or another file in it. Print it to a new "
    "PDF, or send a photo of it."
)
BROKEN_PDF = _("This PDF is damaged or incomplete. Save it again and send it anew.")


def content_type_of(content: bytes) -> str:
    """The kind a document is by its first bytes, or an empty text."""
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/png" if content.startswith(b"\x89PNG\r\n\x1a\n") else ""


def checked_content(upload) -> tuple[bytes, str]:
    """Give a document's bytes and kind, or raise ValidationError with a sentence."""
    if upload.size > MAX_BYTES:
        raise ValidationError(TOO_LARGE, code="too_large")
    upload.seek(0)
    content = upload.read()
    kind = content_type_of(content)
    if not kind:
        raise ValidationError(WRONG_KIND, code="wrong_kind")
    if kind == "application/pdf":
        refuse_bad_pdf(content)
    else:
        # Decoded only to be sure that it is a picture; a scan is kept as it is.
        try:
            read_picture(content)
        except ValidationError as error:
            is_other = error.message is NOT_A_PHOTO
            raise ValidationError(WRONG_KIND if is_other else error.message) from error
    return content, kind


def refuse_bad_pdf(content: bytes) -> None:
    """Raise ValidationError for a PDF that acts, hides something or is cut off."""
    if b"%%EOF" not in content[-2048:]:
        raise ValidationError(BROKEN_PDF, code="broken")
    if any(ACTIVE.search(plain_names(part)) for part in readable_parts(content)):
        raise ValidationError(ACTIVE_PDF, code="active")


def plain_names(part: bytes) -> bytes:
    """The text with /J#61vaScript written as /JavaScript, as PDF allows."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), part)


def readable_parts(content: bytes):
    """The file as it is, and the objects that are packed inside it."""
    yield content
    packed = [start for start in STREAM.finditer(content) if is_packed(content, start)]
    if len(packed) > MAX_PACKED_PARTS:
        raise ValidationError(BROKEN_PDF, code="too_many_parts")
    room = MAX_UNPACKED
    for start in packed:
        end = content.find(b"endstream", start.end())
        try:
            part = zlib.decompressobj().decompress(content[start.end() : end], room)
        except zlib.error as error:
            raise ValidationError(BROKEN_PDF, code="broken") from error
        room -= len(part)
        if room <= 0:
            raise ValidationError(BROKEN_PDF, code="too_many_parts")
        yield part


def is_packed(content, start) -> bool:
    """Whether a stream holds objects, by what is written just before it."""
    before = content[max(0, start.start() - 400) : start.start()]
    return b"/ObjStm" in plain_names(before.rpartition(b" obj")[2])


class DocumentField(forms.FileField):
    """A document from a form, checked by its content."""

    widget = forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"})

    def to_python(self, data):
        upload = super().to_python(data)
        if upload is not None:
            checked_content(upload)
        return upload


def keep_document(upload, *, unit, title: str, uploaded_by=None) -> Document:
    """Check and store a document; nothing is stored when it is refused."""
    content, kind = checked_content(upload)
    return Document.objects.create(
        unit=unit,
        title=title,
        file=ContentFile(content, name="document"),
        original_name=safe_original_name(upload.name),
        content_type=kind,
        size=len(content),
        uploaded_by=uploaded_by,
    )
