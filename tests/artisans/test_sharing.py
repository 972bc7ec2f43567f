import io
from urllib.parse import unquote

import pytest
from PIL import Image

from django.core.files.storage import storages
from django.urls import reverse
from django.utils.translation import override

from artisans.models import ProductPhoto
from artisans.models.status import Status
from artisans.share_pictures import Facts, Share, fitted, font, share_picture, shortened
from artisans.sharing import share_text, short_address
from council.images import photo_from_picture
from tests.factories import create_business, create_craft, create_product

pytestmark = [pytest.mark.django_db, pytest.mark.once]

BASE = "https://portal.contoh.id"


@pytest.fixture(autouse=True)
def _base(settings):
    settings.PUBLIC_BASE_URL = BASE


def add_photo(product, colour="red"):
    image = photo_from_picture(Image.new("RGB", (400, 500), colour), quick=True)
    return ProductPhoto.objects.create(product=product, image=image, alt="Contoh")


def picture_of(client, row):
    response = client.get(Share(row).picture)
    assert response.status_code == 200
    return response


def opened(response) -> Image.Image:
    return Image.open(io.BytesIO(response.content))


def kept():
    storage = storages["private"]
    if not storage.exists("share"):
        return []
    return [
        f"share/{kind}/{row}/{name}"
        for kind in storage.listdir("share")[0]
        for row in storage.listdir(f"share/{kind}")[0]
        for name in storage.listdir(f"share/{kind}/{row}")[1]
    ]


def test_the_picture_of_a_product_shows_its_photo(client):
    product = create_product()
    add_photo(product)

    response = picture_of(client, product)

    assert response["Content-Type"] == "image/jpeg"
    picture = opened(response)
    assert picture.size == (1200, 630)
    red, green, blue = picture.getpixel((270, 300))
    assert red > 200 > 60 > max(green, blue)


@pytest.mark.parametrize("make", [create_product, create_business])
def test_what_has_no_photo_shows_its_cloth(client, make):
    assert opened(picture_of(client, make())).size == (1200, 630)


def test_the_code_in_the_picture_leads_to_the_page(client):
    zxingcpp = pytest.importorskip("zxingcpp")
    product = create_product()
    add_photo(product)

    for row in (product, product.business):
        picture = opened(picture_of(client, row))
        # A messenger makes it smaller on the way.
        smaller = picture.resize((picture.width // 2, picture.height // 2))
        for seen in (picture, smaller):
            [code] = zxingcpp.read_barcodes(seen)
            assert code.text == short_address(row)
            assert code.text.startswith(BASE)


def test_a_picture_is_drawn_once(client):
    product = create_product()
    picture_of(client, product)
    storage = storages["private"]
    [name] = kept()
    before = storage.get_modified_time(name)

    picture_of(client, product)

    assert kept() == [name]
    assert storage.get_modified_time(name) == before


def test_what_it_shows_renews_it_and_the_old_one_goes(client):
    product = create_product(name="Selendang Merah")
    first = Share(product).picture
    picture_of(client, product)
    [old] = kept()

    product.name = "Selendang Biru"
    product.save(update_fields=["name"])

    assert Share(product).picture != first
    picture_of(client, product)
    assert len(kept()) == 1
    assert kept() != [old]


@pytest.mark.parametrize(
    "change",
    [
        lambda product: add_photo(product),
        lambda product: setattr(product.business, "brand", "Merek Baru"),
        lambda product: setattr(product, "craft", create_craft(slug="lurik")),
        lambda product: setattr(product, "is_example", True),
    ],
)
def test_every_fact_it_shows_changes_its_address(change):
    product = create_product()
    before = Facts(product).digest

    change(product)

    assert Facts(product).digest != before


def test_each_language_has_its_own_picture(client):
    product = create_product(name="Selendang", name_en="Shawl")
    picture_of(client, product)
    with override("en"):
        english = Share(product).picture
    assert english.startswith("/en/")
    client.get(english)

    assert len(kept()) == 2


def test_an_old_address_gives_the_picture_of_now_for_a_short_time(client):
    product = create_product()
    address = reverse("artisans:picture_of_product", args=[product.pk])

    current = client.get(Share(product).picture)
    assert "max-age=604800" in current["Cache-Control"]
    assert "max-age=300" in client.get(f"{address}?v=x")["Cache-Control"]


def test_what_is_hidden_has_no_picture(client):
    product = create_product()
    address = Share(product).picture
    picture_of(client, product)
    product.status = Status.NEEDS_REVISION
    product.save(update_fields=["status"])

    assert client.get(address).status_code == 404
    draft = create_business(verified=False)
    assert client.get(Share(draft).picture).status_code == 404


def test_a_lost_photo_spoils_no_picture():
    product = create_product()
    photo = add_photo(product)
    photo.image.storage.delete(photo.image.name)

    assert share_picture(Facts(product))[:2] == b"\xff\xd8"


def test_links_show_the_picture(client):
    product = create_product(name="Selendang")

    html = client.get(product.get_absolute_url()).content.decode()

    share = Share(product)
    assert f'<meta property="og:image" content="{BASE}{share.picture}">' in html
    assert 'content="summary_large_image"' in html


@pytest.mark.parametrize("name", ["a" * 120, "Kain " * 24, "Kain", "x " * 60])
def test_a_name_of_any_length_fits(name):
    lines, letters = fitted(name, 500)

    assert 1 <= len(lines) <= 3
    assert all(letters.getlength(line) <= 500 for line in lines)


def test_a_line_too_long_ends_in_an_ellipsis():
    assert shortened("Kriya", font(20, 500), 500) == "Kriya"
    assert shortened("Kriya " * 40, font(20, 500), 200).endswith("…")


def test_the_page_offers_all_it_takes_to_pass_it_on(client):
    product = create_product(name="Selendang", name_en="Shawl")
    page = product.get_absolute_url()
    for row in (product, product.business):
        html = client.get(row.get_absolute_url()).content.decode()
        share = Share(row)
        assert share.address in html
        assert f'download="{row.slug}.jpg"' in html
        assert "https://wa.me/?text=" in html

    english = client.get(f"/en{page}").content.decode()
    assert "Shawl by" in english
    assert f"{BASE}/en/p/" in english


def test_the_text_names_what_who_and_where():
    business = create_business(name="Tenun Nadia")
    business.crafts.set([create_craft(slug="songket")])
    product = create_product(business=business, name="Selendang")

    assert share_text(product).startswith(
        "Selendang karya Tenun Nadia, Kota Tangerang Selatan. https://"
    )
    assert share_text(business).startswith(
        "Tenun Nadia, Kota Tangerang Selatan: Songket. https://"
    )
    assert share_text(product) in unquote(Share(product).whatsapp)
