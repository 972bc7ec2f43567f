"""Staff see who gets a certificate and why not, issue, replace and withdraw."""

import io

import pytest
from PIL import Image, ImageDraw

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from council.models import AuditEntry, Job
from tests.factories import (
    create_attended_class,
    create_certificate,
    create_signatory,
    create_staff,
    create_training,
    create_unit,
)
from trainings.certification import issue
from trainings.models import Certificate, NumberPattern, Signatory

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(visit):
    return visit(create_staff(unit=create_unit()))


def preview_of(training_class):
    name = "admin:trainings_trainingclass_certificates"
    return reverse(name, args=[training_class.pk])


def address(certificate, what):
    return reverse(f"admin:trainings_certificate_{what}", args=[certificate.pk])


def test_the_action_leads_to_the_preview(city):
    classes = [create_attended_class(5), create_attended_class(5)]
    changelist = reverse("admin:trainings_trainingclass_changelist")
    asked = {"action": "issue_certificates"}

    one = {**asked, "_selected_action": [classes[0].pk]}
    two = {**asked, "_selected_action": [each.pk for each in classes]}

    assert city.post(changelist, one).url == preview_of(classes[0])
    assert (
        "Pilih satu kelas" in city.post(changelist, two, follow=True).content.decode()
    )


def test_the_preview_says_who_and_why_not_and_changes_nothing(city):
    training_class = create_attended_class(5, 2)

    html = city.get(preview_of(training_class)).content.decode()

    assert "Mendapat sertifikat (1)" in html
    assert "Hadir 2 dari 5 sesi (40 %); syaratnya 80 %." in html
    assert "001/SERT/DKRN-36.74/" in html and "Hj. Contoh, S.E." in html
    assert "Terbitkan 1 sertifikat" in html
    assert not Certificate.objects.exists()


def test_sending_it_issues_and_lets_the_worker_print(city):
    training_class = create_attended_class(5, 5, 2)

    response = city.post(preview_of(training_class))

    job = Job.objects.get()
    assert response.url == job.get_absolute_url()
    assert Certificate.objects.count() == 2
    assert Certificate.objects.first().issued_by.unit == create_unit()
    again = city.get(preview_of(training_class)).content.decode()
    assert "Sudah mendapat (2)" in again and "Tidak ada yang baru." in again


def test_what_is_too_early_is_told_and_not_done(city):
    training_class = create_attended_class(5, signed=False)

    assert "penanda tangan" in city.get(preview_of(training_class)).content.decode()
    response = city.post(preview_of(training_class), follow=True)

    assert "penanda tangan" in response.content.decode()
    assert not Certificate.objects.exists()


def test_another_council_finds_nothing(visit):
    training_class = create_attended_class(5)
    (given,) = issue(training_class)
    other = visit(create_staff(unit=create_unit(code="13.71")))

    assert other.get(preview_of(training_class)).status_code == 404
    assert other.post(preview_of(training_class)).status_code == 404
    for what in ("pdf", "reissue", "end"):
        assert other.get(address(given, what)).status_code == 404


def test_an_observer_looks_and_does_not_issue(visit):
    training_class = create_attended_class(5)
    observer = visit(create_staff(role="Pengamat"))

    html = observer.get(preview_of(training_class)).content.decode()

    assert "Terbitkan" not in html
    assert observer.post(preview_of(training_class)).status_code == 403
    assert not Certificate.objects.exists()


def test_a_certificate_is_found_by_its_number(city):
    wanted = create_certificate(number="017/SERT/X", name="Sari Wangi")
    create_certificate(
        enrolment=create_attended_class(1).enrolments.get(), name="Lain Orang"
    )
    changelist = reverse("admin:trainings_certificate_changelist")

    html = city.get(changelist, {"q": "017/SERT"}).content.decode()

    assert wanted.name in html and "Lain Orang" not in html


def test_a_download_is_noted(city, monkeypatch):
    (given,) = issue(create_attended_class(5))

    response = city.get(address(given, "pdf"))

    assert response.content.startswith(b"%PDF")
    assert AuditEntry.objects.filter(what="certificate.read").count() == 1


def test_the_city_replaces_with_a_reason(city):
    (old,) = issue(create_attended_class(5))
    page = address(old, "reissue")

    assert "field is required" not in city.get(page).content.decode()
    assert city.post(page, {"reason": ""}).status_code == 200
    assert Certificate.objects.count() == 1
    response = city.post(page, {"reason": "Nama salah"})

    new = Certificate.objects.valid().get()
    assert response.url == address(new, "change")
    assert new.replaces == old and new.issued_by
    html = city.get(address(old, "change")).content.decode()
    assert new.number in html and "Nama salah" in html
    # Twice is answered in a sentence.
    again = city.post(page, {"reason": "Nama salah"}).content.decode()
    assert "sudah diganti oleh" in again


def test_the_city_withdraws_with_a_reason(city):
    (given,) = issue(create_attended_class(5))

    city.post(address(given, "end"), {"reason": "Bukan peserta"})

    given.refresh_from_db()
    assert given.state == Certificate.State.WITHDRAWN
    assert given.ended_by.unit == create_unit()
    assert given.history.first().history_user is not None


@pytest.mark.parametrize(
    ("role", "code"), [("Petugas pelatihan", "36.74"), ("Pengelola unit", "36.74.04")]
)
def test_others_see_no_button_and_cannot(visit, role, code):
    district = create_unit(code="36.74.04")
    training = create_training(unit=district, days_ahead=-6)
    (given,) = issue(create_attended_class(5, training=training))
    staff = visit(create_staff(unit=create_unit(code=code), role=role))

    html = staff.get(address(given, "change")).content.decode()

    assert address(given, "pdf") in html
    assert address(given, "reissue") not in html
    for what in ("reissue", "end"):
        response = staff.post(address(given, what), {"reason": "Coba"})
        assert response.status_code == 403
    given.refresh_from_db()
    assert given.is_valid


def test_a_pattern_that_cannot_work_is_refused_beside_its_field(city):
    unit = create_unit()
    add = reverse("admin:trainings_numberpattern_add")
    filled = {"unit": unit.pk, "code": "TGS", "pattern": "SERT/{tahun}"}

    html = city.post(add, filled).content.decode()

    assert "{urut 3 digit}" in html and "SERT/{tahun}" in html
    assert not NumberPattern.objects.exists()
    city.post(add, {**filled, "pattern": "{urut 3 digit}/{KODE}/{tahun}"})
    assert NumberPattern.of(unit).code == "TGS"


def picture(kind="PNG"):
    drawn = Image.new("RGB", (600, 300), "white")
    ImageDraw.Draw(drawn).ellipse([80, 60, 520, 240], outline="black", width=9)
    content = io.BytesIO()
    drawn.save(content, kind)
    return SimpleUploadedFile("tanda.png", content.getvalue())


def test_a_signature_is_kept_privately_and_removed_again(city, settings):
    row = create_signatory()
    change = reverse("admin:trainings_signatory_change", args=[row.pk])
    filled = {
        "unit": row.unit_id,
        "name": row.name,
        "post": row.post,
        "order": 1,
        "from_on": "01-01-2025",
    }

    assert city.post(change, {**filled, "upload": picture()}).status_code == 302
    row.refresh_from_db()
    assert (settings.PRIVATE_MEDIA_ROOT / row.signature.name).exists()
    city.post(change, {**filled, "is_removed": "on"})
    row.refresh_from_db()
    assert not row.signature
    wrong = SimpleUploadedFile("tanda.png", b"bukan gambar")
    response = city.post(change, {**filled, "upload": wrong})
    assert response.status_code == 200
    assert not Signatory.objects.get().signature


def test_a_certificate_whose_facts_fell_is_pointed_out(city):
    training_class = create_attended_class(5, 5)
    fallen, _standing = issue(training_class)
    fallen.enrolment.attendances.filter(session__topic__gt="Materi 2").delete()

    html = city.get(preview_of(training_class)).content.decode()

    assert "tidak lagi terpenuhi" in html and "Hadir 2 dari 5 sesi" in html
    assert html.count(f">{fallen.number}</a>") == 1
    assert "Sudah mendapat (1)" in html
    assert "Tidak mendapat, dan" not in html
