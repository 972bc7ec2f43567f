"""The catalogue on paper, and what keeps its printing within bounds."""

import io
import json
import subprocess
import sys
import time
from functools import cache

import pytest
from PIL import Image
from pypdf import PdfReader

from django.conf import settings as portal

from artisans.models import ProductPhoto
from council import pdf, printing
from council.images import photo_from_picture
from tests.factories import create_business

from .questions import URL, address, create_gift

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@cache
def noisy_photo():
    """A picture that compresses badly, as photos of plaiting do."""
    noise = Image.effect_noise((960, 1200), 60).convert("RGB")
    maroon = Image.new("RGB", noise.size, "maroon")
    return photo_from_picture(Image.blend(noise, maroon, 0.5), quick=True)


def with_photo(gift):
    ProductPhoto.objects.create(
        product=gift, image=noisy_photo(), alt="Kotak anyam merah"
    )
    return gift


def pdf_at(client, **question):
    response = client.get(address("pdf/", **question))
    assert response.status_code == 200, response.content[:200]
    assert response["Content-Type"] == "application/pdf"
    return response


def read(response):
    return PdfReader(io.BytesIO(response.content))


def text_of(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


def images_of(reader):
    return [image for page in reader.pages for image in page.images]


def test_holds_makers_prices_numbers_contacts_and_its_last_day(client):
    maker = create_business(
        name="Anyam Sarua", phone="+6281100000001", has_public_phone=True
    )
    shy = create_business(name="Anyam Sawah", phone="+6281100000002")
    boxes = with_photo(create_gift(name="Kotak pandan", business=maker, price=55_000))
    bags = create_gift(name="Tas bambu", business=shy, kind="tas", price=75_000)

    response = pdf_at(
        client, anggaran="22.500.000", chosen={boxes.slug: 200, bags.slug: 100}
    )
    reader = read(response)
    text = text_of(reader)

    for words in (
        *("Kotak pandan", "Anyam Sarua", "200 buah", "Rp11.000.000", "0811-0000-0001"),
        *("Tas bambu", "Anyam Sawah", "100 buah", "Rp7.500.000", "Rp18.500.000"),
        *("Rp22.500.000", shy.unit.name, "Kota Tangerang Selatan", "1 / "),
    ):
        assert words in text, words
    assert "0000-0002" not in text
    assert len(images_of(reader)) == 1
    assert "inline; filename=" in response["Content-Disposition"]
    assert not response.cookies


def test_can_be_read_aloud_and_says_its_language(client):
    gift = with_photo(create_gift())

    root = read(pdf_at(client, chosen={gift.slug: 3})).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "id"
    assert "/StructTreeRoot" in root
    assert "Kotak anyam merah" in str(alts(root["/StructTreeRoot"]))


def alts(node):
    """Every alternative text of a tree of tags."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [words for each in node for words in alts(each)]
    if not hasattr(node, "get"):
        return []
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + alts(node.get("/K", []))


def test_is_in_the_portals_own_typeface(client):
    reader = read(pdf_at(client, chosen={create_gift().slug: 3}))

    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    names = {str(font.get_object()["/BaseFont"]) for font in fonts}
    assert all("Jakarta" in name for name in names), names


def test_twenty_products_with_photos_stay_small_and_quick(client):
    gifts = [with_photo(create_gift(name=f"Kotak {n}")) for n in range(20)]
    started = time.monotonic()

    response = pdf_at(client, chosen={gift.slug: 15 for gift in gifts})

    assert len(response.content) <= 2_000_000
    assert len(images_of(read(response))) >= 20
    assert time.monotonic() - started < printing.SECONDS


def test_nothing_chosen_is_a_page_with_a_way_on(client):
    response = client.get(f"{URL}pdf/")

    assert response["Content-Type"].startswith("text/html")
    assert b"empty__title" in response.content


def test_makers_words_stay_words(client):
    hostile = '</p><img src="https://example.com/x.png"><script>x</script>{{ 7 }}'
    gift = create_gift(name=hostile)

    reader = read(pdf_at(client, chosen={gift.slug: 3}))

    assert "<script>x</script>{{ 7 }}" in text_of(reader).replace("\n", "")
    assert images_of(reader) == []


def test_too_many_from_one_address_are_asked_to_wait(client, settings):
    settings.ACCOUNT_RATE_LIMITS |= {"gift_catalogue": "2/h/ip"}
    gift = create_gift()
    assert client.get(address("pdf/", chosen={gift.slug: "banyak"})).status_code == 200

    codes = [
        client.get(address("pdf/", chosen={gift.slug: 3})).status_code
        for _each in range(3)
    ]

    assert codes == [200, 200, 429]


def test_who_finds_the_press_busy_is_told_to_come_back(client, monkeypatch):
    gift = create_gift()
    monkeypatch.setattr(pdf, "LONGEST_WAIT", 0.01)

    with pdf.TURNS:
        response = client.get(address("pdf/", chosen={gift.slug: 3}))

    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert client.get(address("pdf/", chosen={gift.slug: 3})).status_code == 200


def test_a_catalogue_that_takes_too_long_is_given_up(client, monkeypatch):
    gift = create_gift()
    monkeypatch.setattr(pdf, "SECONDS", 0.01)

    assert client.get(address("pdf/", chosen={gift.slug: 3})).status_code == 503


def run_printing(html, **limits):
    """Print in its process, with other limits than its own where they are named."""
    words = ["from council import printing"]
    words += [f"printing.{name} = {value}" for name, value in limits.items()]
    job = json.dumps({"html": html, "folders": pdf.folders()})
    return subprocess.run(
        [sys.executable, "-c", "; ".join([*words, "printing.main()"])],
        input=job.encode(),
        capture_output=True,
        cwd=portal.BASE_DIR,
    )


def test_more_memory_than_allowed_ends_the_printing_and_not_the_portal():
    page = "<!doctype html><title>x</title>" + "<p>panjang sekali</p>" * 3_000

    assert run_printing(page, MEMORY=90 * 1024 * 1024).returncode != 0
    assert run_printing(page).returncode == 0


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/x.css",
        "http://127.0.0.1/admin/",
        "file:///etc/passwd",
        "ftp://files.invalid/static/css/tokens.css",
        "//files.invalid@example.com/static/css/tokens.css",
        "https://files.invalid/static/../dekranasda/settings.py",
        "https://files.invalid/static/%2e%2e/%2e%2e/etc/passwd",
        "https://files.invalid/static//etc/hosts.css",
        "https://files.invalid/media/photos/../../private/x.jpg",
        "https://files.invalid/media/other/x.jpg",
        "https://files.invalid/static/css/",
        "https://files.invalid/static/fonts/plus-jakarta-sans-OFL.txt",
        "https://files.invalid/static/css/no-such.css",
        "https://files.invalid/",
        "data:text/css,x",
    ],
)
def test_nothing_but_our_own_files_is_opened(url):
    with pytest.raises(ValueError, match="portal|folder|file"):
        printing.file_of(url, pdf.folders())


def test_our_own_files_are_opened(tmp_path):
    folders = pdf.folders()
    photo = portal.MEDIA_ROOT / "photos/ab/x.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"jpeg")

    style = printing.file_of("https://files.invalid/static/css/tokens.css", folders)
    assert style == (portal.BASE_DIR / "static/css/tokens.css").resolve()
    assert printing.file_of("https://files.invalid/media/photos/ab/x.jpg", folders) == (
        photo.resolve()
    )


def test_a_link_out_of_the_folder_is_not_followed():
    folder = portal.MEDIA_ROOT / "photos"
    folder.mkdir(parents=True)
    (folder / "x.jpg").symlink_to(portal.BASE_DIR / "static/css/tokens.css")

    with pytest.raises(ValueError, match="no such file"):
        printing.file_of("https://files.invalid/media/photos/x.jpg", pdf.folders())


def test_a_catalogue_without_its_style_is_not_printed():
    link = '<link rel="stylesheet" href="/static/css/no-such.css">'

    assert run_printing(f"<!doctype html><title>x</title>{link}<p>x").returncode != 0
