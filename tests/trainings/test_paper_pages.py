"""The page of papers: who opens it, what is noted, and how complete a file is."""

import io

import pytest
from PIL import Image

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from council.models import AuditEntry, Document
from tests.factories import (
    create_attended_class,
    create_certificate,
    create_clipping,
    create_dossier,
    create_staff,
    create_unit,
    create_upload,
)
from tests.forms import form_data
from trainings.models import Dossier, DossierDocument
from trainings.papers.completeness import PARTS, meter_of
from trainings.papers.printing import PAPERS

pytestmark = [pytest.mark.django_db, pytest.mark.once]

RATES = [("peserta", "transpor", "hari", 50_000)]


@pytest.fixture
def training():
    return create_attended_class(5, 2).training


@pytest.fixture
def city(visit):
    return visit(create_staff(unit=create_unit()))


def page_of(training):
    return reverse("admin:trainings_training_papers", args=[training.pk])


def paper(training, slug, kind="pdf"):
    name = f"admin:trainings_training_paper_{kind}"
    return reverse(name, args=[training.pk, slug])


def addresses(training):
    yield page_of(training)
    for each in PAPERS:
        yield paper(training, each.slug)
        yield paper(training, each.slug, "excel")


def scan():
    content = io.BytesIO()
    Image.new("RGB", (40, 60), "white").save(content, "PNG")
    return SimpleUploadedFile("bukti.png", content.getvalue(), "image/png")


def test_the_page_offers_every_paper_and_says_what_is_missing(city, training):
    html = city.get(page_of(training)).content.decode()

    assert "33 %" in html and "3 dari 9 bagian sudah ada." in html or "%" in html
    for each in PAPERS:
        assert str(each.label) in html
    assert paper(training, "undangan") in html
    assert paper(training, "daftar-pembayaran") not in html
    assert "Tulis dahulu besaran pembayaran" in html
    assert f"/admin/trainings/dossier/add/?training={training.pk}" in html


def test_a_paper_with_names_is_noted_and_kept_by_no_cache(city, training):
    response = city.get(paper(training, "daftar-peserta", "excel"))

    assert "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"].endswith('.xlsx"')
    entry = AuditEntry.objects.get(what="paper.read")
    assert (entry.subject_id, entry.reason) == (str(training.pk), "daftar-peserta.xlsx")


def test_the_page_of_the_committee_notes_nobody(city, training):
    response = city.get(paper(training, "laporan-panitia"))

    assert response.content.startswith(b"%PDF")
    assert not AuditEntry.objects.filter(what="paper.read").exists()


def test_an_empty_paper_leads_back_with_the_reason(city, training):
    response = city.get(paper(training, "daftar-pembayaran"), follow=True)

    assert response.redirect_chain[0][0] == page_of(training)
    assert "Tulis dahulu besaran pembayaran" in response.content.decode()


@pytest.mark.parametrize("role", ["Humas", "Pengamat", "Petugas acara"])
def test_other_roles_do_not_find_the_papers(visit, training, role):
    browser = visit(create_staff(unit=create_unit(), role=role))

    assert {browser.get(each).status_code for each in addresses(training)} == {404}


def test_neighbours_do_not_find_the_papers(visit, training):
    neighbour = visit(create_staff(unit=create_unit(code="13.71")))
    below = visit(create_staff(unit=create_unit(code="36.74.04")))

    for each in addresses(training):
        assert neighbour.get(each).status_code == 404
        assert below.get(each).status_code == 404


def test_whoever_pays_reads_but_writes_nothing(visit, training):
    agency = visit(create_staff(unit=create_unit(), role="Dinas"))
    dossier = create_dossier(training=training, rates=RATES)
    change = reverse("admin:trainings_dossier_change", args=[dossier.pk])

    assert agency.get(page_of(training)).status_code == 200
    assert agency.get(change).status_code == 200
    assert agency.post(change, {"background": "Lain"}).status_code == 403


def test_a_file_is_begun_for_the_training_of_its_page(city, training):
    address = reverse("admin:trainings_dossier_add", query={"training": training.pk})
    data = form_data(city.get(address).content.decode())
    assert data["training"] == str(training.pk)

    city.post(address, {**data, "background": "Sebab", "obstacles": "Tidak ada"})

    dossier = Dossier.objects.get()
    assert dossier.background == "Sebab" and dossier.training == training
    again = city.post(address, {**data, "background": "Dua"})
    assert Dossier.objects.count() == 1 and "errornote" in again.content.decode()


def test_a_document_is_private_and_goes_with_its_line(city, visit, training):
    dossier = create_dossier(training=training)
    address = reverse("admin:trainings_dossier_change", args=[dossier.pk])
    data = form_data(city.get(address).content.decode())
    line = {
        "documents-TOTAL_FORMS": 1,
        "documents-0-kind": "kuitansi",
        "documents-0-title": "Kuitansi bahan",
        "documents-0-upload": scan(),
        "documents-0-dossier": dossier.pk,
    }

    assert city.post(address, {**data, **line}).status_code == 302

    row = DossierDocument.objects.get()
    assert row.document.title == "Kuitansi bahan"
    assert row.document.unit == training.unit
    opened = reverse("admin:trainings_dossier_document", args=[row.pk])
    assert b"".join(city.get(opened).streaming_content).startswith(b"\x89PNG")
    assert AuditEntry.objects.filter(what="document.read").count() == 1
    neighbour = visit(create_staff(unit=create_unit(code="13.71")))
    assert neighbour.get(opened).status_code == 404

    data = form_data(city.get(address).content.decode())
    city.post(address, {**data, "documents-0-DELETE": "on"})
    assert not Document.objects.exists()


def test_a_wrong_document_keeps_what_was_typed(city, training):
    dossier = create_dossier(training=training)
    address = reverse("admin:trainings_dossier_change", args=[dossier.pk])
    data = form_data(city.get(address).content.decode())
    line = {
        "documents-TOTAL_FORMS": 1,
        "documents-0-kind": "kuitansi",
        "documents-0-title": "Kuitansi bahan",
        "documents-0-upload": SimpleUploadedFile("x.pdf", b"bukan"),
        "documents-0-dossier": dossier.pk,
        "background": "Yang sudah ditulis",
    }

    html = city.post(address, {**data, **line}).content.decode()

    assert "errornote" in html and "Yang sudah ditulis" in html
    assert not Document.objects.exists()


def test_the_meter_fills_as_the_file_does(training):
    before = {str(part["label"]) for part in meter_of(training).missing}
    training.budget_planned = training.budget_spent = 1_000_000
    training.save()
    training.press.add(create_clipping(unit=training.unit))
    training.classes.update(syllabus="Menenun")
    texts = dict.fromkeys(Dossier.TEXTS, "Ada")
    dossier = create_dossier(training=training, **texts)
    dossier.photos.create(photo=create_upload(), caption="Foto")
    document = Document.objects.create(
        unit=training.unit,
        title="Kuitansi",
        content_type="image/png",
        file="documents/x.png",
    )
    dossier.documents.create(kind="kuitansi", document=document)
    create_certificate(enrolment=training.classes.get().enrolments.first())

    meter = meter_of(training)

    assert len(before) == len(PARTS) - 2
    assert meter.percent == 100 and meter.is_full
    Dossier.objects.update(solutions="")
    (missing,) = meter_of(training).missing
    assert missing["address"].endswith(f"/dossier/{dossier.pk}/change/")


def test_a_planned_session_keeps_attendance_open(training):
    group = training.classes.get()
    assert next(x for x in meter_of(training).parts if "sesi" in x["label"])["is_there"]

    session = group.sessions.last()
    type(session).objects.filter(pk=session.pk).update(status="direncanakan")

    part = next(x for x in meter_of(training).parts if "sesi" in x["label"])
    assert not part["is_there"] and "/session/" in part["address"]


def test_the_list_shows_the_meter_in_as_many_queries_for_many(
    city, training, django_assert_max_num_queries
):
    address = reverse("admin:trainings_training_changelist")
    assert "22&nbsp;%" in city.get(address).content.decode()

    with django_assert_max_num_queries(10) as one:
        city.get(address)
    for _ in range(4):
        create_attended_class(1, sessions=1, signed=False)
    with django_assert_max_num_queries(10) as many:
        city.get(address)
    assert len(one) == len(many)
