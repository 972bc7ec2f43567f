"""The sheet itself, printed for real and read back."""

import io
import time
import zipfile

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from council import pdf
from council.jobs import work
from council.models import Job
from tests.factories import create_attended_class, create_signatory
from trainings.certificate_jobs import print_later
from trainings.certificate_papers import (
    STYLES,
    TEMPLATE,
    content_of,
    context_of,
    file_name,
)
from trainings.certification import issue
from trainings.models import Certificate
from trainings.signatures import signature_from

pytestmark = [pytest.mark.django_db, pytest.mark.once]

KILOBYTE = 1024


def read(content):
    return PdfReader(io.BytesIO(content))


def text_of(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


def scrawl(ink="navy", *, size=(900, 400)):
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).line(
        [(60, 300), (300, 80), (500, 320), (840, 120)], ink, 14
    )
    content = io.BytesIO()
    picture.save(content, "JPEG")
    return SimpleUploadedFile("tanda.jpg", content.getvalue(), "image/jpeg")


def test_a_sheet_holds_what_was_frozen(settings):
    settings.PUBLIC_BASE_URL = "https://portal.contoh.example"
    training_class = create_attended_class(
        5, signed=False, syllabus="Menyungkit\n\nMenghitung harga pokok"
    )
    signatory = create_signatory(name="Hj. Siti Contoh, S.E.", post="Ketua Dewan")
    signatory.signature = ContentFile(signature_from(scrawl()), "signature")
    signatory.save()
    (given,) = issue(training_class)

    content = content_of(given)

    reader = read(content)
    text = text_of(reader)
    for words in (
        *("Sertifikat", given.name, given.title, given.number, "26 jam pelajaran"),
        *("Hj. Siti Contoh, S.E.", "Ketua Dewan", "Materi 5", "08.00–12.00"),
        *("Menyungkit", "Menghitung harga pokok"),
        *(given.shown_code, "portal.contoh.example/verifikasi", training_class.name),
    ):
        assert words in text, words
    assert len(reader.pages) == 2
    width, height = reader.pages[0].mediabox[2:]
    assert (round(width), round(height)) == (842, 595)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "id"
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()
    assert len({image.name for page in reader.pages for image in page.images}) == 1
    assert len(content) <= 60 * KILOBYTE
    given.refresh_from_db()
    with given.file.open("rb") as kept:
        assert kept.read() == content


def test_a_kept_sheet_is_not_printed_again():
    (given,) = issue(create_attended_class(5))
    given.file.save("", ContentFile(b"%PDF-kept"), save=False)
    Certificate.objects.update(file=given.file.name)
    given.refresh_from_db()

    assert content_of(given) == b"%PDF-kept"


def test_long_names_and_many_sessions_stay_on_their_pages():
    training_class = create_attended_class(24, sessions=24, name="K" * 110)
    training = training_class.training
    training.title = "Pelatihan " + "menenun songket dan menjahit " * 6
    training.save()
    person = training_class.enrolments.get().artisan.person
    person.full_name = "Raden Ajeng Siti Nurhaliza Kusumadewi Wijayaningrum Putri"
    person.title_after = "S.Pd., M.M."
    person.save()
    (given,) = issue(training_class)

    reader = read(content_of(given))

    assert len(reader.pages) == 2
    assert "Materi 24" in reader.pages[1].extract_text()
    front = reader.pages[0].extract_text()
    assert "Wijayaningrum" in front and given.shown_code in front


def test_a_class_is_printed_by_the_worker_into_one_file():
    training_class = create_attended_class(5, 5, 5)
    given = issue(training_class)

    job = print_later(training_class)
    assert work() == 1

    job = Job.objects.get(pk=job.pk)
    assert (job.state, job.done, job.total) == (Job.State.DONE, 3, 3)
    with job.file.open("rb") as file, zipfile.ZipFile(file) as archive:
        assert archive.namelist() == [file_name(each) for each in given]
        for each in given:
            text = text_of(read(archive.read(file_name(each))))
            assert each.number in text and each.name in text
    assert not Certificate.objects.unprinted().exists()


def test_many_sheets_cost_the_worker_little():
    (given,) = issue(create_attended_class(5))
    pages = (context_of(given) for _turn in range(6))
    started = time.process_time()
    documents = list(pdf.printed_many(TEMPLATE, pages, number=6, styles=STYLES))

    assert len(documents) == 6
    assert max(map(len, documents)) <= 60 * KILOBYTE
    # Nearly all the work is done elsewhere: this process stays free.
    assert time.process_time() - started < 1


def test_a_press_that_dies_fails_the_job_and_keeps_what_was_done(monkeypatch):
    training_class = create_attended_class(5, 5)
    issue(training_class)
    job = print_later(training_class)
    answer, answers = pdf.Press.answer, []

    def die_second(press):
        answers.append(press)
        if len(answers) == 2:
            press.process.kill()
        return answer(press)

    monkeypatch.setattr(pdf.Press, "answer", die_second)
    monkeypatch.setattr(pdf, "PRESSES", 1)
    work()

    job = Job.objects.get(pk=job.pk)
    assert job.state == Job.State.FAILED and job.error
    assert Certificate.objects.unprinted().count() == 1
    monkeypatch.undo()
    print_later(training_class)
    assert work() == 1
    assert not Certificate.objects.unprinted().exists()


def test_the_terminal_issues_and_prints():
    training_class = create_attended_class(5, 1)
    slug, out = training_class.training.slug, io.StringIO()

    call_command("certificates", slug, stdout=out)
    call_command("certificates", slug, stdout=out)

    assert "1 sertifikat baru, 1 berlaku" in out.getvalue()
    assert "0 sertifikat baru, 1 berlaku" in out.getvalue()
    assert not Certificate.objects.unprinted().exists()


def test_the_terminal_tells_what_it_cannot_do():
    training_class = create_attended_class(5, signed=False)
    slug, err = training_class.training.slug, io.StringIO()

    with pytest.raises(CommandError):
        call_command("certificates", slug, stderr=err)
    assert "penanda tangan" in err.getvalue()
    with pytest.raises(CommandError, match="tidak-ada"):
        call_command("certificates", "tidak-ada")
    with pytest.raises(CommandError, match="siapa"):
        call_command("certificates", slug, by="siapa")


def test_a_photo_of_a_signature_becomes_a_small_drawing():
    drawn = signature_from(scrawl(size=(3000, 2000)))

    picture = Image.open(io.BytesIO(drawn))
    assert picture.format == "PNG"
    assert picture.width <= 480 and picture.height <= 180
    assert len(drawn) < 12 * KILOBYTE


def test_an_empty_picture_is_no_signature():
    with pytest.raises(ValidationError):
        signature_from(scrawl("white"))
