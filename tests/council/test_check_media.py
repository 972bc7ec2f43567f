import os
import time
from io import StringIO

import pytest

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from council.documents import keep_document
from tests.factories import create_unit

pytestmark = [pytest.mark.django_db, pytest.mark.once]
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def leave_file(folder, name, *, days):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"left")
    moment = time.time() - days * 86_400
    os.utime(path, (moment, moment))
    return path


def say(*arguments):
    told = StringIO()
    call_command("check_media", *arguments, stdout=told)
    return told.getvalue()


def test_files_without_a_row_are_found_and_deleted_when_old(settings):
    unit = create_unit()
    document = keep_document(SimpleUploadedFile("a.pdf", PDF), unit=unit, title="Izin")
    old = leave_file(settings.MEDIA_ROOT, "photos/3f/old.webp", days=2)
    part = leave_file(settings.PRIVATE_MEDIA_ROOT, "documents/3f/.x.part", days=2)
    young = leave_file(settings.MEDIA_ROOT, "photos/3f/young.webp", days=0)

    assert say() == "0 berkas hilang, 2 berkas tak bertuan.\n"
    assert say("--delete") == "0 berkas hilang, 2 berkas dihapus.\n"

    assert not old.exists()
    assert not part.exists()
    assert young.exists()
    assert document.file.storage.exists(document.file.name)


def test_lost_file_is_counted(settings):
    unit = create_unit()
    document = keep_document(SimpleUploadedFile("a.pdf", PDF), unit=unit, title="Izin")
    document.file.storage.delete(document.file.name)

    assert say() == "1 berkas hilang, 0 berkas tak bertuan.\n"
