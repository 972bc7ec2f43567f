"""Certificates of outside bodies: known until their last day, told of in time."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from artisans.competence_reminders import remind
from artisans.models import CompetenceCertificate
from council.models import Document, Message
from tests.factories import create_artisan, create_staff, create_unit, create_user

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def create_competence(*, ends_in=None, artisan=None, number="LSP-1", **fields):
    today = timezone.localdate()
    expires_on = None if ends_in is None else today + timedelta(days=ends_in)
    return CompetenceCertificate.objects.create(
        artisan=artisan or create_artisan(),
        scheme="Pembatik Tulis",
        issuer="LSP Batik (BNSP)",
        number=number,
        issued_on=today - timedelta(days=1000),
        expires_on=expires_on,
        **fields,
    )


@pytest.mark.parametrize(
    ("ends_in", "letters"),
    [(None, 0), (91, 0), (90, 1), (30, 1), (0, 1), (-1, 0)],
)
def test_the_artisan_is_told_ninety_and_thirty_days_before(ends_in, letters):
    create_competence(ends_in=ends_in)

    assert remind() == letters
    assert remind() == 0
    assert Message.objects.count() == letters


def test_each_notice_is_told_once_and_a_renewal_begins_anew():
    moment = datetime(2026, 3, 1, 3, tzinfo=UTC)
    with time_machine.travel(moment):
        certificate = create_competence(ends_in=80)
        assert remind() == 1
    with time_machine.travel(moment + timedelta(days=60)):
        assert remind() == 1
        certificate.expires_on += timedelta(days=60)
        certificate.save()
        assert remind() == 1
    bodies = Message.objects.values_list("body", flat=True)
    assert all("Pembatik Tulis" in body for body in bodies)


def test_the_daily_command_reminds(capsys):
    create_competence(ends_in=20)

    call_command("reminders")

    assert Message.objects.filter(cause__startswith="competence-").exists()


def test_it_ends_after_it_begins_and_is_known_once():
    certificate = create_competence(ends_in=5)
    certificate.expires_on = certificate.issued_on
    with pytest.raises(ValidationError):
        certificate.full_clean()
    twin = CompetenceCertificate(
        artisan=create_artisan(),
        scheme="Lain",
        issuer=certificate.issuer,
        number=certificate.number,
        issued_on=certificate.issued_on,
    )
    with pytest.raises(ValidationError, match="tercatat"):
        twin.full_clean()
    twin.number = "LSP-2"
    twin.full_clean()


def test_the_artisan_sees_them_on_the_own_page(visit):
    user = create_user()
    artisan = create_artisan(user=user)
    create_competence(artisan=artisan, ends_in=20)
    create_competence(artisan=artisan, ends_in=-20, number="LSP-2")
    create_competence(artisan=artisan, number="LSP-3")
    create_competence(number="MILIK-LAIN")

    html = visit(user).get(reverse("my:home")).content.decode()

    for words in ("Akan berakhir pada", "Berakhir pada", "Berlaku tanpa batas"):
        assert words in html
    assert "MILIK-LAIN" not in html


@pytest.mark.parametrize(
    ("value", "numbers"),
    [("30", {"A"}), ("90", {"A", "B"}), ("past", {"D"}), ("valid", {"A", "B", "C"})],
)
def test_staff_find_what_ends_soon(visit, value, numbers):
    for number, ends_in in (("A", 10), ("B", 60), ("C", None), ("D", -3)):
        create_competence(number=number, ends_in=ends_in)
    changelist = reverse("admin:artisans_competencecertificate_changelist")

    page = visit(create_staff()).get(changelist, {"ends": value})

    assert {row.number for row in page.context["cl"].result_list} == numbers


def test_a_scan_is_kept_privately_and_replaced(visit):
    artisan = create_artisan(unit=create_unit(code="36.74.04"))
    browser = visit(create_staff())
    filled = {
        "artisan": artisan.pk,
        "scheme": "Pembatik Tulis",
        "issuer": "LSP Batik",
        "number": "LSP-9",
        "issued_on": "01-02-2025",
        "expires_on": "01-02-2028",
    }

    def scan(content=PDF):
        return SimpleUploadedFile("lsp.pdf", content, "application/pdf")

    add = reverse("admin:artisans_competencecertificate_add")
    assert browser.post(add, {**filled, "upload": scan(b"bukan")}).status_code == 200
    assert not Document.objects.exists()
    assert browser.post(add, {**filled, "upload": scan()}).status_code == 302

    made = CompetenceCertificate.objects.get()
    first = made.document
    assert first.unit == artisan.unit
    change = reverse("admin:artisans_competencecertificate_change", args=[made.pk])
    assert first.get_absolute_url() in browser.get(change).content.decode()
    browser.post(change, {**filled, "upload": scan()})
    assert Document.objects.count() == 1
    assert not Document.objects.filter(pk=first.pk).exists()
    # Saved once more without a scan, it keeps the one it has.
    browser.post(change, filled)
    made.refresh_from_db()
    assert made.document is not None
