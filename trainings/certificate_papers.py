"""
Certificates on paper: drawn from what was frozen, printed once, kept as private files.

The PDF is made after the certificate: printing takes longer than a number may be held.
"""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import override

from council.models.documents import private_storage
from council.pdf import SIGNATURES, printed, printed_many

from .models import Certificate

TEMPLATE = "certificates/certificate_pdf.html"
STYLES = ["css/tokens.css", "css/certificate-print.css"]


def content_of(certificate: Certificate) -> bytes:
    """The PDF of a certificate, printed now where it was not yet."""
    if certificate.file:
        try:
            with certificate.file.open("rb") as file:
                return file.read()
        except FileNotFoundError:
            # Lost with a disk: what was frozen prints it again.
            certificate.file = ""
            Certificate.objects.filter(pk=certificate.pk).update(file="")
    content = printed(TEMPLATE, context_of(certificate), styles=STYLES)
    keep(certificate, content)
    return content


def print_missing(certificates: list[Certificate]) -> Iterator[Certificate]:
    """Print and keep those certificates, and give each when it is there."""
    pages = (context_of(each) for each in certificates)
    documents = printed_many(TEMPLATE, pages, number=len(certificates), styles=STYLES)
    for certificate, content in zip(certificates, documents, strict=True):
        keep(certificate, content)
        yield certificate


def keep(certificate, content: bytes) -> None:
    """Store a PDF, unless another process was quicker."""
    file = certificate.file
    file.save("", ContentFile(content), save=False)
    waiting = Certificate.objects.filter(pk=certificate.pk, file="")
    if not waiting.update(file=file.name):
        file.storage.delete(file.name)
        certificate.refresh_from_db(fields=["file"])


def context_of(certificate) -> dict:
    return {
        "language": settings.LANGUAGE_CODE,
        "certificate": certificate,
        "signatories": [with_picture(each) for each in certificate.signatories],
        "lessons": [read(each) for each in certificate.lessons],
        "check_address": check_address(),
    }


def with_picture(signatory: dict) -> dict:
    """The signatory with the address of the signature, if its picture is there."""
    name = signatory.get("picture", "")
    is_there = name and private_storage().exists(name)
    address = SIGNATURES + name.removeprefix("signatures/") if is_there else ""
    return {**signatory, "picture": address}


def read(lesson: dict) -> dict:
    hours = f"{lesson['from']}–{lesson['until']}"
    return {**lesson, "day": date.fromisoformat(lesson["day"]), "hours": hours}


def check_address() -> str:
    """Where a code is typed, as people write an address on paper."""
    with override(settings.LANGUAGE_CODE):
        page = reverse("certificates:ask")
    return urlsplit(settings.PUBLIC_BASE_URL).netloc + page.rstrip("/")


def file_name(certificate) -> str:
    """A name that tells the sheets of a class apart, in their order."""
    return f"{certificate.sequence:03}-{slugify(certificate.name)[:60]}.pdf"
