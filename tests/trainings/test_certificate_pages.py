"""Whoever holds a sheet learns whether it is true; its owner downloads it."""

import pytest

from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import create_attended_class, create_certificate, create_user
from trainings.certification import issue, reissue, withdraw
from trainings.models import Certificate, Session

pytestmark = pytest.mark.django_db

ASK = "/verifikasi/"


def shown(client, certificate):
    response = client.get(certificate.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def earned(*attended):
    return issue(create_attended_class(*(attended or (5,))))


def test_a_valid_certificate_says_so_and_little_else(client):
    (given,) = earned()

    html = shown(client, given)

    for words in ("Sertifikat ini berlaku", given.name, given.title, given.number):
        assert words in html, words
    # Neither where and how long, nor who signed, nor the way to the person.
    for words in ("Materi 1", "jam pelajaran", "Hj. Contoh", given.class_name):
        assert words not in html, words


def test_a_replaced_one_names_the_number_that_replaces_it(client):
    (old,) = earned()
    new = reissue(old, by=None, reason="Nama Sari salah tulis")

    html = shown(client, old)

    assert "sudah diganti" in html and new.number in html
    assert "salah tulis" not in html
    assert new.code not in html
    assert "Sertifikat ini berlaku" in shown(client, new)


def test_a_withdrawn_one_tells_the_day_and_not_the_reason(client):
    (given,) = earned()
    withdraw(given, by=None, reason="Kehadiran dipalsukan")
    given.refresh_from_db()

    html = shown(client, given)

    assert "sudah ditarik" in html and str(given.ended_on.year) in html
    assert "dipalsukan" not in html


def test_in_english_it_reads_well(client):
    (given,) = earned()

    html = client.get(f"/en{given.get_absolute_url()}").content.decode()

    assert "This certificate is valid" in html


@pytest.mark.parametrize("code", ["ABCD", "2" * 22, "0" * 22, "a.b", "%00", "x" * 300])
def test_an_unknown_code_opens_a_page_that_says_so(client, code):
    response = client.get(f"{ASK}{code}/")

    assert response.status_code in {400, 404}
    if response.status_code == 404:
        assert "tidak dikenal" in response.content.decode()
        assert 'name="kode"' in response.content.decode()


def test_codes_are_unlike_each_other_and_long():
    codes = [create_certificate().code for _turn in range(3)]

    assert len(set(codes)) == 3
    assert {len(code) for code in codes} == {22}


@pytest.mark.parametrize(
    "typed", ["{shown}", "{lower}", " {shown} ", "{url}", "{spaced}"]
)
def test_a_typed_code_finds_the_page(client, typed):
    certificate = create_certificate()
    typed = typed.format(
        shown=certificate.shown_code,
        lower=certificate.shown_code.lower(),
        url=certificate.address,
        spaced=certificate.shown_code.replace("-", " "),
    )

    response = client.get(ASK, {"kode": typed})

    assert response.url == certificate.get_absolute_url()


def test_a_wrong_code_is_told_beside_the_field_and_kept(client):
    html = client.get(ASK, {"kode": 'ABC"<b>'}).content.decode()

    assert "Ini bukan kode sertifikat" in html
    assert 'value="ABC&quot;&lt;b&gt;"' in html


def test_nothing_keeps_or_follows_these_pages(client):
    certificate = create_certificate()

    for address in (ASK, certificate.get_absolute_url()):
        response = Client().get(address)
        assert not response.cookies
        assert b"csrfmiddlewaretoken" not in response.content
        assert "noindex" in response["X-Robots-Tag"]
        assert response["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response["Cache-Control"]
        assert Client().post(address).status_code == 405


def test_who_tries_many_codes_is_slowed_down(client, settings):
    limits = {**settings.ACCOUNT_RATE_LIMITS, "check_certificate": "3/m/ip"}
    settings.ACCOUNT_RATE_LIMITS = limits
    certificate = create_certificate()
    for _turn in range(3):
        assert client.get(f"{ASK}{'2' * 22}/").status_code == 404

    assert client.get(f"{ASK}{'3' * 22}/").status_code == 429
    assert client.get(certificate.get_absolute_url()).status_code == 429


def test_a_check_costs_few_queries(client):
    (old,) = earned()
    reissue(old, by=None, reason="Salah")

    with CaptureQueriesContext(connection) as asked:
        shown(client, old)

    assert len(asked) <= 3


# The artisan's own


def owner_of(enrolment):
    user = create_user()
    user.person = enrolment.artisan.person
    user.save(update_fields=["person"])
    return user


def own_page(enrolment):
    return reverse("trainings:certificate", args=[enrolment.pk])


def test_the_artisan_downloads_the_newest_and_nobody_else(visit):
    (old,) = earned()
    new = reissue(old, by=None, reason="Salah")
    new.file.save("", ContentFile(b"%PDF-baru"), save=False)
    Certificate.objects.filter(pk=new.pk).update(file=new.file.name)
    owner = visit(owner_of(old.enrolment))

    response = owner.get(own_page(old.enrolment))

    assert response.content == b"%PDF-baru"
    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"].startswith("attachment")
    assert visit(create_user()).get(own_page(old.enrolment)).status_code == 404


def test_a_withdrawn_one_is_not_downloaded(visit):
    (given,) = earned()
    owner = visit(owner_of(given.enrolment))
    withdraw(given, by=None, reason="Kehadiran dipalsukan")

    assert owner.get(own_page(given.enrolment)).status_code == 404
    html = owner.get(given.enrolment.get_absolute_url()).content.decode()
    assert "ditarik" in html and "dipalsukan" in html


def test_the_registration_leads_to_the_certificate(visit):
    (given,) = earned()
    owner = visit(owner_of(given.enrolment))

    html = owner.get(given.enrolment.get_absolute_url()).content.decode()

    assert own_page(given.enrolment) in html and given.number in html
    assert own_page(given.enrolment) in owner.get(reverse("my:home")).content.decode()


def test_the_registration_says_why_there_is_none(visit):
    training_class = create_attended_class(2)
    enrolment = training_class.enrolments.get()
    owner = visit(owner_of(enrolment))

    html = owner.get(enrolment.get_absolute_url()).content.decode()
    assert "2 dari 5 sesi" in html

    Session.objects.update(status=Session.Status.PLANNED)
    html = owner.get(enrolment.get_absolute_url()).content.decode()
    assert "masih melengkapi kehadiran" in html


@pytest.mark.once
def test_my_page_asks_the_same_for_many_certificates(visit):
    (first,) = earned()
    owner = owner_of(first.enrolment)
    browser, home = visit(owner), reverse("my:home")
    browser.get(home)
    with CaptureQueriesContext(connection) as few:
        browser.get(home)
    for _turn in range(3):
        training_class = create_attended_class(0, signed=False)
        enrolment = training_class.enrolments.get()
        enrolment.artisan = first.enrolment.artisan
        enrolment.save()
        create_certificate(enrolment=enrolment)
    with CaptureQueriesContext(connection) as many:
        browser.get(home)

    assert len(many) == len(few)
