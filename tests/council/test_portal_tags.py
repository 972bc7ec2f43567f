"""The words templates use."""

from datetime import UTC, date, datetime, time

import pytest

from django import forms
from django.test import RequestFactory
from django.utils import timezone, translation

from council.templatetags import portal

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (1_250_000, "Rp1.250.000"),
        ("1250000.00", "Rp1.250.000"),
        (0, "Rp0"),
        (-500, "-Rp500"),
        (None, ""),
        ("x", ""),
        (float("inf"), ""),
        (float("nan"), ""),
    ],
)
def test_money_is_written_with_points(amount, written):
    assert portal.rupiah(amount) == written


@pytest.mark.parametrize(
    ("last", "written"),
    [
        (None, "Kamis, 22 Februari 2024"),
        (date(2024, 2, 22), "Kamis, 22 Februari 2024"),
        (date(2024, 2, 24), "22–24 Februari 2024"),
        (date(2024, 3, 2), "22 Februari – 2 Maret 2024"),
        (date(2025, 1, 2), "22 Februari 2024 – 2 Januari 2025"),
    ],
)
def test_days_are_written_as_people_write_them(last, written):
    with translation.override("id"):
        assert portal.date_range(date(2024, 2, 22), last) == written


def test_days_are_written_in_the_language_of_the_page():
    with translation.override("en"):
        written = portal.date_range(date(2024, 2, 22), date(2024, 2, 24))

    assert written == "22–24 February 2024"


def test_a_time_names_its_zone():
    moment = datetime(2026, 12, 3, 2, 0, tzinfo=UTC)

    assert portal.clock(moment) == "09.00 WIB"
    with timezone.override("Asia/Makassar"):
        assert portal.clock(moment) == "10.00 WITA"
    assert portal.clock(time(9, 30)) == "09.30 WIB"
    assert portal.clock(time(9, 30), "WIT") == "09.30 WIT"
    assert portal.clock(None) == ""


def test_a_number_opens_whatsapp():
    assert portal.whatsapp("0811-0000-123") == "https://wa.me/628110000123"
    assert portal.whatsapp("+628110000123", "Halo & salam").endswith(
        "628110000123?text=Halo%20%26%20salam"
    )
    assert portal.whatsapp("") == ""


def test_a_filter_is_added_and_taken_away_from_the_address():
    context = {"request": RequestFactory().get("/?kriya=batik&kriya=tenun&page=4")}

    assert portal.query_with(context, "bahan", "katun") == (
        "?kriya=batik&kriya=tenun&bahan=katun"
    )
    assert portal.query_with(context, "kriya", "batik") == "?kriya=batik&kriya=tenun"
    assert portal.query_without(context, "kriya", "batik") == "?kriya=tenun"
    assert portal.query_without(context, "kriya") == "?"


@pytest.mark.parametrize("page", ["", "0", "1", "x", "9" * 40, "²"])
def test_only_a_plain_page_number_is_part_of_the_address(page):
    context = {"request": RequestFactory().get("/produk/", {"page": page, "q": "a"})}

    assert portal.canonical(context).endswith("/produk/")


def test_a_later_page_has_its_own_address():
    context = {"request": RequestFactory().get("/produk/?page=2&q=a")}

    assert portal.canonical(context).endswith("/produk/?page=2")


def test_a_page_knows_itself_in_the_other_language():
    context = {"request": RequestFactory().get("/pelatihan/?q=batik")}

    with translation.override("id"):
        other = portal.other_language(context)

    assert other["url"] == "/en/pelatihan/?q=batik"
    assert other["address"].endswith("/en/pelatihan/")


def test_a_chip_speaks_the_models_words():
    assert portal.chip("tunggu")["kind"] == "waiting"
    assert portal.chip("full")["kind"] == "full"
    assert portal.chip("sesuatu")["label"] == "sesuatu"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        ("Mozilla/5.0 (Linux; Android 9) Chrome/120 Mobile Safari/537", "Chrome"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17) Version/17 Safari/604", "Safari"),
    ],
)
def test_a_device_is_called_by_name(user_agent, name):
    assert portal.device_name(user_agent).startswith(f"{name} · ")


def test_an_icon_is_decoration_unless_it_has_a_label():
    assert 'aria-hidden="true"' in portal.icon("check")
    assert 'aria-label="&lt;b&gt;"' in portal.icon("check", "<b>")


def test_a_field_is_named_by_its_label_alone():
    class CodeForm(forms.Form):
        code = forms.CharField(widget=forms.TextInput({"placeholder": "Kode"}))

    html = portal.labelled(CodeForm()["code"])

    assert "placeholder" not in html
    assert 'name="code"' in html
