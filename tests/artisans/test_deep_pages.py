"""Pages of a long list: numbered at first, then each from where the last ended."""

import pytest

from artisans.models import Product
from council import long_lists
from tests.factories import create_business, create_product

pytestmark = pytest.mark.django_db

URL = "/produk/"


@pytest.fixture(autouse=True)
def _one_numbered_page(monkeypatch):
    monkeypatch.setattr(long_lists, "NUMBERED", 1)


@pytest.fixture(scope="module")
def shop(shared_rows):
    """Sixty products: a numbered page of twenty-four, and two beyond."""
    maker = create_business()
    for number in range(60):
        create_product(
            business=maker,
            name=f"Produk {number % 7}",
            price=(number % 5) * 10_000 or None,
        )


def page_at(client, address=""):
    response = client.get(URL + address)
    return response.context["listing"].page


@pytest.mark.parametrize("order", ["terbaru", "termurah", "termahal", "nama"])
def test_going_on_shows_every_product_once_and_back_the_same(client, shop, order):
    page, pages = page_at(client, f"?urut={order}"), []
    while True:
        pages.append([product.pk for product in page])
        if not page.next_url:
            break
        page = page_at(client, page.next_url)

    assert [len(each) for each in pages] == [24, 24, 12]
    assert len({key for each in pages for key in each}) == 60
    assert (page.number, page.next_url) == (3, "")
    for wanted in pages[-2::-1]:
        page = page_at(client, page.previous_url)
        assert [product.pk for product in page] == wanted
    assert page.number == 1


def test_a_deep_page_keeps_the_filters_and_is_not_indexed(client, shop):
    first = page_at(client, "?harga=sampai-100")
    response = client.get(URL + first.next_url)

    assert "harga=sampai-100" in first.next_url
    assert "setelah=produk-" in first.next_url
    assert "noindex" in response.content.decode()
    assert all(each.row.price for each in response.context["listing"].page)


def test_a_deep_page_asks_one_query_more(client, shop, django_assert_num_queries):
    address = page_at(client).next_url

    with django_assert_num_queries(5):  # numbers, where it begins, page, cards, photos
        client.get(URL + address)


@pytest.mark.parametrize(
    "address",
    [
        "?page=2",
        "?page=2&setelah=tidak-ada",
        "?page=2&setelah=%00",
        "?page=2&setelah=" + "a" * 3000,
        "?page=x&sebelum=%F0%9F%A7%B5",
        "?setelah=&sebelum=",
    ],
)
def test_a_wrong_place_shows_a_page(client, shop, address):
    response = client.get(URL + address)

    assert response.status_code in {200, 400}
    if response.status_code == 200:
        assert len(response.context["listing"].page) == 24


def test_a_place_past_the_end_shows_the_first_page(client, shop):
    last = Product.objects.order_by("verified_at", "pk").first()
    page = page_at(client, f"?page=3&setelah={last.slug}")

    assert (page.number, len(page)) == (1, 24)


def test_few_products_have_no_further_pages(client):
    create_product()

    assert not page_at(client).has_other_pages
