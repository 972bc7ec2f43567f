import io
import zlib

import pytest
from PIL import Image

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from council.documents import DocumentField, keep_document
from council.models import AuditEntry, Document
from council.models.audit import AuditEntryIsFinal
from tests.factories import create_staff, create_unit, create_user

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def upload(content=PDF, name="izin usaha.pdf"):
    return SimpleUploadedFile(name, content)


def image(kind):
    target = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(target, kind)
    return target.getvalue()


def packed(objects):
    """A PDF that hides objects in a compressed stream."""
    body = zlib.compress(objects)
    head = b"5 0 obj<</Type/ObjStm/Filter/FlateDecode/Length %d>>" % len(body)
    return PDF.replace(b"trailer", head + b"stream\n" + body + b"\nendstream\ntrailer")


def read(response):
    """Read to the end, which closes the file."""
    return b"".join(response.streaming_content)


def status_of(client, address):
    response = client.get(address)
    if response.streaming:
        read(response)
    return response.status_code


def keep(*, unit=None, owner=None, **kwargs):
    return keep_document(
        upload(**kwargs),
        unit=unit or create_unit(code="36.74.04"),
        title="Izin usaha",
        uploaded_by=owner,
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "application/pdf"),
        (packed(b"<</Type/Page>>"), "application/pdf"),
        (
            PDF.replace(b"/Catalog", b"/Catalog/EncryptMetadata false"),
            "application/pdf",
        ),
        (image("JPEG"), "image/jpeg"),
        (image("PNG"), "image/png"),
    ],
)
def test_honest_document_is_kept_whole_under_a_random_name(content, kind):
    document = keep(content=content, name="../../izin\u202e usaha.pdf")

    document.refresh_from_db()
    assert document.content_type == kind
    assert document.size == len(content)
    assert document.file.read() == content
    assert document.original_name == "izin usaha.pdf"
    assert "izin" not in document.file.name
    document.file.close()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not a PDF"),
        (b"PK\x03\x04 docx", "not a PDF"),
        (b"<html>%PDF-", "not a PDF"),
        (image("GIF"), "not a PDF"),
        (image("JPEG")[:600], "damaged"),
        (PDF[:40], "damaged"),
        (PDF + b" " * 5 * 1024 * 1024, "larger than 5 MB"),
        (PDF.replace(b"/Root", b"/Encrypt 9 0 R/Root"), "password"),
        (PDF.replace(b"/Catalog", b"/Catalog/S /JavaScript/JS(app.alert)"), "program"),
        (PDF.replace(b"/Catalog", b"/Catalog/S/J#61vaScript"), "program"),
        (PDF.replace(b"/Catalog", b"/Catalog/S/Launch/F(x)"), "program"),
        (PDF.replace(b"/Catalog", b"/Catalog/Names<</EmbeddedFiles 3 0 R>>"), "file"),
        (packed(b"<</S/JavaScript/JS(x)>>"), "program"),
        (packed(b"\0" * 30 * 1024 * 1024), "damaged"),
        (
            PDF.replace(b"trailer", b"5 0 obj<</Type/ObjStm>>stream\nx\nendstream "),
            "dam",
        ),
    ],
)
def test_document_that_acts_or_pretends_is_refused(content, sentence, settings):
    settings.LANGUAGE_CODE = "en"

    with pytest.raises(ValidationError, match=sentence):
        keep(content=content)

    assert not Document.objects.exists()


def test_form_says_why_a_document_is_refused():
    with pytest.raises(ValidationError):
        DocumentField().clean(upload(b"no document"))

    assert DocumentField().clean(upload()).name == "izin usaha.pdf"


def test_owner_and_own_unit_open_a_document_and_nobody_else(visit):
    owner, stranger = create_user(), create_user()
    ciputat, serpong = create_unit(code="36.74.04"), create_unit(code="36.74.01")
    document = keep(owner=owner, unit=ciputat)
    address = document.get_absolute_url()
    reader = create_staff(unit=ciputat, role="Pengamat")

    codes = {
        "owner": status_of(visit(owner), address),
        "stranger": status_of(visit(stranger), address),
        "own kecamatan": status_of(visit(create_staff(unit=ciputat)), address),
        "own kecamatan, to read only": status_of(visit(reader), address),
        "city above": status_of(visit(create_staff(unit=create_unit())), address),
        "other kecamatan": status_of(visit(create_staff(unit=serpong)), address),
        "visitor": status_of(visit(), address),
        "guessed": status_of(visit(owner), "/berkas/abc/"),
    }

    assert codes == {
        "owner": 200,
        "stranger": 404,
        "own kecamatan": 200,
        "own kecamatan, to read only": 404,
        "city above": 200,
        "other kecamatan": 404,
        "visitor": 302,
        "guessed": 404,
    }


def test_document_is_handed_out_without_any_power(visit):
    owner = create_user()
    document = keep(owner=owner, name='izin "usaha"é.pdf')

    response = visit(owner).get(document.get_absolute_url())

    assert read(response) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store, private"


def test_every_reading_is_written_down(visit):
    owner = create_user()
    document = keep(owner=owner)

    read(visit(owner).get(document.get_absolute_url()))

    entry = AuditEntry.objects.about(document).get()
    assert (entry.who, entry.what) == (owner, "document.read")
    assert (entry.unit, entry.ip) == (document.unit, "127.0.0.1")


def test_what_is_written_down_stays_as_it_is(visit):
    owner = create_user()
    read(visit(owner).get(keep(owner=owner).get_absolute_url()))
    entry = AuditEntry.objects.get()

    entry.reason = "lain"
    for change in (
        lambda: entry.save(update_fields=["reason"]),
        entry.delete,
        lambda: AuditEntry.objects.update(reason="lain"),
        AuditEntry.objects.all().delete,
    ):
        with pytest.raises(AuditEntryIsFinal):
            change()

    assert AuditEntry.objects.get().reason == ""


@pytest.mark.django_db(transaction=True)
def test_file_of_a_deleted_document_leaves_the_disk(settings):
    document = keep()
    stored = settings.PRIVATE_MEDIA_ROOT / document.file.name
    assert document.file.path == str(stored)
    assert stored.exists()

    document.delete()

    assert not stored.exists()


def test_lost_file_is_not_found(visit, settings):
    owner = create_user()
    document = keep(owner=owner)
    document.file.storage.delete(document.file.name)

    assert visit(owner).get(document.get_absolute_url()).status_code == 404
