from datetime import timedelta

import pytest
import time_machine

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from artisans.labels import withdraw
from artisans.models import Craft, LabelReport, TechniqueLabel
from council.form_guard import TRAPPED
from council.models import Message
from council.retention import purge
from tests.artisans.test_flagships import CITY, SERPONG, make
from tests.artisans.test_showcase import listing_at, names_at
from tests.factories import (
    create_craft,
    create_label,
    create_label_report,
    create_product,
    create_staff,
    create_unit,
)
from tests.forms import form_data

pytestmark = pytest.mark.django_db

Technique, Dye = TechniqueLabel.Technique, TechniqueLabel.Dye


def page_of(client, label, prefix=""):
    return client.get(prefix + label.get_absolute_url()).content.decode()


def admin_page(name, *args):
    return reverse(f"admin:artisans_techniquelabel_{name}", args=args)


def batik(**fields):
    craft = create_craft(slug="batik-tulis", family=Craft.Family.BATIK)
    return create_product(craft=craft, **fields)


# What a label may say


def test_a_product_has_one_valid_label_and_a_withdrawn_one_makes_room():
    first = create_label()
    second = TechniqueLabel(
        product=first.product, unit=first.unit, technique=Technique.MACHINE
    )

    with pytest.raises(ValidationError, match="sudah memiliki label"):
        second.full_clean()
    first.withdraw(by=None, reason="Keliru.")
    second.full_clean()


def test_the_database_keeps_it_too():
    label = create_label()

    with pytest.raises(IntegrityError), transaction.atomic():
        create_label(product=label.product)
    with pytest.raises(IntegrityError), transaction.atomic():
        create_label(technique="")
    with pytest.raises(IntegrityError), transaction.atomic():
        TechniqueLabel.objects.update(withdrawn_at=timezone.now())


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"technique": "tulis"}, "technique"),
        ({"technique": "atbm", "checked_on": "2999-01-01"}, "checked_on"),
        ({"technique": "", "dye": ""}, "__all__"),
        ({"technique": "ngawur"}, "technique"),
    ],
)
def test_a_wrong_label_is_refused_beside_its_field(fields, field):
    product = create_product()
    label = TechniqueLabel(product=product, unit=product.business.unit, **fields)

    with pytest.raises(ValidationError) as refused:
        label.full_clean()

    assert field in refused.value.message_dict


def test_a_craft_has_the_techniques_of_its_family():
    product = batik()
    unit = product.business.unit
    TechniqueLabel(product=product, unit=unit, technique="cetak").full_clean()

    with pytest.raises(ValidationError, match="tidak cocok"):
        TechniqueLabel(product=product, unit=unit, technique="atbm").full_clean()


def test_dyes_may_be_checked_alone():
    craft = create_craft(slug="anyam-pandan", family=Craft.Family.PLAITING)
    product = create_product(craft=craft)

    TechniqueLabel(
        product=product, unit=product.business.unit, dye=Dye.NATURAL
    ).full_clean()


def test_codes_are_long_and_never_the_same():
    codes = {create_label().code for _each in range(5)}

    assert len(codes) == 5
    assert all(len(code) >= 16 for code in codes)


# The page behind the tag


def test_a_valid_label_says_who_checked_and_when(client):
    product = make(name="Sarung Angin")
    label = create_label(product=product, dye="alam", checked_on="2026-03-03")
    html = page_of(client, label)

    for words in (
        "Label ini berlaku",
        "Tenun ATBM, pewarna alam",
        "Dekranasda Ciputat",
        "3 Maret 2026",
        "Sarung Angin",
    ):
        assert words in html
    assert "noindex" in html
    assert f"{label.get_absolute_url()}lapor/" in html


def test_a_withdrawn_label_says_so_and_why(client):
    label = create_label()
    assert "Label ini berlaku" in page_of(client, label)

    withdraw(label, by=None, reason="Ternyata tenun mesin.")
    html = page_of(client, label)

    assert "Label ini tidak berlaku lagi" in html
    assert "Ternyata tenun mesin." in html
    assert "Label ini berlaku" not in html


def test_the_checker_s_own_name_is_not_public(client):
    checker = create_staff(first_name="Rahasia")

    assert "Rahasia" not in page_of(client, create_label(checked_by=checker))


def test_of_a_product_no_longer_public_the_name_alone_is_told(client):
    label = create_label()
    product = label.product
    product.send_back("Ubah.")
    html = page_of(client, label)

    assert product.name in html
    assert product.get_absolute_url() not in html
    assert str(product.business) not in html
    assert "tidak lagi tampil di etalase" in html


@pytest.mark.parametrize("code", ["tidak-ada", "a" * 400, "-", "_"])
def test_an_unknown_code_is_answered_in_words(client, code):
    response = client.get(f"/label/{code}/")

    assert response.status_code == 404
    assert "Label ini tidak dikenal" in response.content.decode()
    assert client.get(f"/label/{code}/lapor/").status_code == 404


def test_the_page_asks_few_queries(client, django_assert_num_queries):
    label = create_label()

    with django_assert_num_queries(2):  # label with all around it, photos
        client.get(label.get_absolute_url())


def test_the_page_reads_well_in_english(client):
    html = page_of(client, create_label(dye="alam"), "/en")

    assert "This label is valid" in html
    assert "Woven on a handloom (ATBM), natural dyes" in html


# Cards, product pages and the filter


def test_card_and_product_page_carry_the_chip(client):
    label = create_label()
    create_product()

    assert client.get("/produk/").content.decode().count("card__label") == 1
    html = client.get(label.product.get_absolute_url()).content.decode()
    assert f'href="{label.get_absolute_url()}"' in html


def test_a_withdrawn_label_leaves_card_page_and_count_at_once(client):
    label = create_label()
    assert names_at(client, "?label=atbm") == [label.product.name]
    label.withdraw(by=None, reason="Keliru.")

    assert names_at(client, "?label=atbm") == []
    assert "label" not in {each.name for each, _ in listing_at(client).questions}
    for address in ("/produk/", label.product.get_absolute_url()):
        assert "badge--verified" not in client.get(address).content.decode()


def test_counts_of_labels_are_what_their_links_show(client):
    old = create_label()
    old.withdraw(by=None, reason="Keliru.")
    create_label(product=old.product, technique="mesin", dye="sintetis")
    create_label(dye="alam")
    create_label(product=batik(), technique="tulis", dye="alam")
    create_label(product=batik(), technique="", dye="alam")
    create_label(product=create_product(verified=False))

    numbers = {
        question.name: {each.value: each.number for each in answers}
        for question, answers in listing_at(client).questions
    }

    assert numbers["label"] == {"tulis": 1, "atbm": 1, "mesin": 1}
    assert numbers["pewarna"] == {"alam": 3, "sintetis": 1}
    for address in ("", "?pewarna=alam", "?label=atbm&keluarga=tenun"):
        for _question, answers in listing_at(client, address).questions:
            for answer in answers:
                if not answer.is_chosen:
                    number = listing_at(client, answer.url).number
                    assert number == answer.number, answer


@pytest.mark.parametrize("address", ["?label=emas", "?pewarna=%00", "?label="])
def test_a_mangled_label_in_the_address_is_passed_over(client, address):
    create_label()

    assert client.get("/produk/" + address).status_code in {200, 400}


# Reports


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as clock:
        yield clock


def filled(client, label, clock, **answers):
    """The form as a visitor sends it after reading for a while."""
    address = reverse("artisans:label_report", args=[label.code])
    data = form_data(client.get(address).content.decode())
    clock.shift(timedelta(seconds=20))
    return address, {
        **data,
        "seen_where": "Pasar Contoh, kios 3",
        "what": "Tergantung pada kain cetak.",
        **answers,
    }


def test_a_report_reaches_the_council_once(client, clock):
    city = create_unit(code=CITY)
    city.email = "kota@contoh.example"
    city.save(update_fields=["email"])
    label = create_label(product=make())
    address, data = filled(client, label, clock, contact="0812 3456 7890")

    first, second = client.post(address, data), client.post(address, data)

    assert first.url == second.url
    assert client.get(first.url).status_code == 200
    report = LabelReport.objects.get()
    assert (report.label, report.contact) == (label, "0812 3456 7890")
    message = Message.objects.get()
    assert message.recipients == ["kota@contoh.example"]
    assert message.unit == label.unit
    assert "Pasar Contoh" in message.body
    assert "3456" not in message.body


def test_without_an_office_to_write_to_the_report_is_kept(client, clock):
    label = create_label()
    address, data = filled(client, label, clock)

    assert client.post(address, data).status_code == 302
    assert LabelReport.objects.count() == 1
    assert not Message.objects.exists()


@pytest.mark.once
@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"seen_where": ""}, "Tulis tempatnya"),
        ({"what": "salah"}, "10"),
        ({"what": "x" * 1501}, "1500"),
        ({"website": "https://pinjaman.example"}, str(TRAPPED)),
        ({"opened": ""}, "terbuka"),
    ],
)
def test_a_wrong_report_keeps_what_was_typed(client, clock, answers, words):
    label = create_label()
    address, data = filled(client, label, clock, contact="sari@contoh.example")

    response = client.post(address, {**data, **answers})

    html = response.content.decode()
    assert 'value="sari@contoh.example"' in html
    assert words in html
    assert not LabelReport.objects.exists()


def test_staff_write_what_was_done_and_the_report_is_settled(visit):
    report = create_label_report(label=create_label(product=make()))
    staff = visit(create_staff(unit=report.label.unit, role="Verifikator"))
    address = reverse("admin:artisans_labelreport_change", args=[report.pk])

    for outcome, is_settled in (("Pedagang ditegur.", True), ("", False)):
        data = form_data(staff.get(address).content.decode())
        staff.post(address, {**data, "outcome": outcome})
        report.refresh_from_db()
        assert (report.settled_at is not None) is is_settled


@pytest.mark.parametrize("role", ["Pengamat", "Humas", "Dinas", "Petugas acara"])
def test_only_who_may_label_reads_the_reports(visit, role):
    report = create_label_report()
    staff = visit(create_staff(unit=report.label.unit, role=role))
    address = reverse("admin:artisans_labelreport_change", args=[report.pk])

    assert staff.get(address).status_code == 403


def test_the_contact_is_destroyed_after_a_year():
    old = create_label_report(
        contact="0812", reported_at=timezone.now() - timedelta(days=366)
    )
    new = create_label_report(contact="0813")
    purge()

    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.contact, new.contact) == ("", "0813")


# Giving, printing and withdrawing


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("Verifikator", 302),
        ("Pengelola unit", 302),
        ("Humas", 403),
        ("Pengamat", 403),
        ("Petugas acara", 403),
    ],
)
def test_only_who_may_verify_gives_labels(visit, role, status):
    product = make()
    user = create_staff(unit=product.business.unit, role=role)
    data = {
        "product": product.pk,
        "technique": "atbm",
        "dye": "",
        "findings": "Dilihat di bengkel.",
        "unit": product.business.unit.pk,
        "checked_on": "2026-01-05",
    }

    assert visit(user).post(admin_page("add"), data).status_code == status
    given = list(TechniqueLabel.objects.values_list("product", "checked_by"))
    assert given == ([(product.pk, user.pk)] if status == 302 else [])


def test_a_given_label_cannot_be_changed(visit):
    label = create_label(product=make())
    staff = visit(create_staff(unit=label.unit))
    address = admin_page("change", label.pk)

    assert staff.get(address).status_code == 200
    staff.post(address, {"technique": "mesin", "findings": "Lain"})

    label.refresh_from_db()
    assert label.technique == "atbm"


def test_a_neighbour_cannot_label(visit):
    product = make()
    staff = visit(create_staff(unit=create_unit(code=SERPONG)))
    data = {
        "product": product.pk,
        "technique": "atbm",
        "unit": create_unit(code=SERPONG).pk,
        "checked_on": "2026-01-05",
    }

    assert staff.post(admin_page("add"), data).status_code == 200
    assert not TechniqueLabel.objects.exists()


def test_withdrawing_asks_for_a_reason_and_tells_the_maker(visit):
    label = create_label(product=make())
    user = create_staff(unit=label.unit)
    address = admin_page("withdraw", label.pk)
    staff = visit(user)

    assert staff.get(address).status_code == 200
    assert "tidak boleh kosong" in staff.post(address, {"reason": ""}).content.decode()
    assert TechniqueLabel.objects.valid().exists()

    for _turn in range(2):
        staff.post(address, {"reason": "Ternyata tenun mesin."})
    label.refresh_from_db()
    assert not label.is_valid
    assert label.withdrawn_by == user
    message = Message.objects.get()
    assert "Ternyata tenun mesin." in message.body


@pytest.mark.parametrize("role", ["Pengamat", "Humas"])
def test_who_only_reads_withdraws_nothing(visit, role):
    label = create_label(product=make())
    staff = visit(create_staff(unit=label.unit, role=role))

    response = staff.post(admin_page("withdraw", label.pk), {"reason": "Iseng."})

    assert response.status_code == 403
    assert TechniqueLabel.objects.valid().exists()


def test_a_neighbour_neither_withdraws_nor_prints(visit):
    label = create_label(product=make(name="Sarung Angin"))
    staff = visit(create_staff(unit=create_unit(code=SERPONG)))
    sheet = staff.get(admin_page("tags") + f"?label={label.pk}")

    assert staff.get(admin_page("withdraw", label.pk)).status_code == 404
    assert "Sarung Angin" not in sheet.content.decode()


def test_a_visitor_prints_nothing(client):
    label = create_label()

    assert client.get(admin_page("tags") + f"?label={label.pk}").status_code == 302


def test_a_sheet_holds_as_many_tags_as_were_asked_for(visit, settings):
    settings.PUBLIC_BASE_URL = "https://kriya.example"
    label, other = create_label(product=make()), create_label(product=make())
    staff = visit(create_staff(unit=create_unit(code=CITY)))
    sheet = staff.get(admin_page("tags") + f"?label={label.pk}&label={other.pk}&each=9")
    html = sheet.content.decode()

    assert html.count('class="hang-tag ') == 18
    assert html.count('class="qr"') == 18
    assert label.tag_address == f"https://kriya.example/label/{label.code}/"


def test_the_chosen_labels_lead_to_their_sheet(visit):
    valid, ended = create_label(product=make()), create_label(product=make())
    ended.withdraw(by=None, reason="Keliru.")
    staff = visit(create_staff(unit=create_unit(code=CITY)))
    data = {"action": "print_tags", "_selected_action": [valid.pk, ended.pk]}
    response = staff.post(admin_page("changelist"), data)

    assert response.url == admin_page("tags") + f"?label={valid.pk}&each=1"
    data["_selected_action"] = [ended.pk]
    html = staff.post(admin_page("changelist"), data, follow=True).content.decode()
    assert "Tidak satu pun" in html


@pytest.mark.parametrize(
    "query",
    ["", "?label=", "?label=abc", "?label=99999", "?label=%C2%B2", "?each=0"],
)
def test_a_mangled_sheet_says_what_is_wrong(visit, query):
    staff = visit(create_staff(unit=create_unit(code=CITY)))
    response = staff.get(admin_page("tags") + query)

    assert response.status_code == 200
    assert "notice--error" in response.content.decode()


@pytest.mark.once
@pytest.mark.parametrize("each", ["0", "91", "-1", "abc", "9" * 30])
def test_too_many_or_too_few_tags_are_refused_in_words(visit, each):
    label = create_label(product=make())
    staff = visit(create_staff(unit=label.unit))
    response = staff.get(admin_page("tags") + f"?label={label.pk}&each={each}")

    assert response.status_code == 200
    assert "notice--error" in response.content.decode()


def test_the_english_of_a_label_may_be_written_later_and_nothing_else(visit):
    label = create_label(findings="Dilihat di bengkel.")
    officer = visit(create_staff(unit=label.unit))

    officer.post(
        admin_page("change", label.pk),
        {"findings_en": "Seen at the workshop.", "findings": "Palsu", "dye": "alam"},
    )

    label.refresh_from_db()
    assert label.findings_en == "Seen at the workshop."
    assert (label.findings, label.dye) == ("Dilihat di bengkel.", "")
