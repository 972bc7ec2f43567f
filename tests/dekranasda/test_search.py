"""What people type, and the page they look for."""

import csv
from pathlib import Path

import pytest

from django.db import connection

from council.models import SearchEntry
from council.search import find, look_up, proposals, understand
from tests.dekranasda import search_town
from tests.factories import create_business, create_craft, create_product

pytestmark = pytest.mark.django_db

URL = "/cari/"
QUERIES = Path(__file__).with_name("search_queries.csv")
ODD = [
    "",
    " ",
    "%",
    "%' OR 1=1 --",
    "' & | ! ( ) :* <->",
    '"NEAR(a b)" AND OR NOT ^ *',
    "0produk",
    "1songket",
    "\\",
    "a",
    "🧵",
    "漢字",
    "١٢٣",
    "²",
    "e\u0301" * 50,
    "x" * 4000,
    "kata " * 400,
    "dan yang untuk",
    "- - -",
    "songket AND NOT batik",
]


@pytest.fixture(scope="module")
def town(shared_rows):
    search_town.build()


def queries():
    with QUERIES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def first_of(words):
    entries = find(understand(words)).entries
    return (entries[0].kind, entries[0].slug) if entries else None


def test_each_query_finds_its_page_first(town):
    wrong = {
        row["query"]: (first_of(row["query"]), (row["kind"], row["slug"]))
        for row in queries()
        if first_of(row["query"]) != (row["kind"], row["slug"])
    }

    assert wrong == {}
    assert len(queries()) >= 60


def test_says_what_it_searched_instead(client, town):
    html = client.get(URL, {"q": "sonket"}).content.decode()

    assert (
        "Tidak ada hasil untuk “sonket”. Menampilkan <strong>songket</strong>." in html
    )
    assert "Menampilkan" not in client.get(URL, {"q": "songket"}).content.decode()


def test_says_when_no_page_holds_every_word(client, town):
    response = client.get(URL, {"q": "selendang ciputat"})

    assert not response.context["found"].is_complete
    assert "Tidak ada halaman yang memuat semua kata ini" in response.content.decode()


def test_finding_nothing_leads_on(client, town):
    html = client.get(URL, {"q": "qwertyuiop"}).content.decode()

    assert "Tidak ada hasil untuk “qwertyuiop”" in html
    assert "Kriya dengan produk terbanyak" in html
    assert 'href="/kriya/songket/"' in html
    assert 'href="/produk/"' in html


def test_a_word_a_little_like_a_known_one_is_offered(client, town):
    response = client.get(URL, {"q": "songbirds"})

    assert response.context["asked"].near
    assert 'href="?q=' in response.content.decode()


@pytest.mark.parametrize("url", [URL, "/produk/", "/perajin/", "/dekranasda/"])
def test_odd_words_are_answered(client, url):
    create_product(name="Selendang", craft=create_craft())

    answers = {words: client.get(url, {"q": words}).status_code for words in ODD}

    assert answers == dict.fromkeys(ODD, 200)


def test_words_past_the_eighth_are_passed_over():
    create_product(name="Selendang Merah")
    words = " ".join(["selendang", "merah"] * 4 + ["entahlah"])

    assert first_of(words)
    assert len(understand(words).words) == 8


@pytest.mark.parametrize("pages", [1, 3, 30])
@pytest.mark.parametrize(
    ("words", "number"),
    [("selendang", 4), ("slendang", 4), ("slendang mrah", 4), ("zzzz", 2), ("", 1)],
)
def test_asks_the_same_few_queries(
    client, django_assert_num_queries, pages, words, number
):
    maker = create_business()
    for _ in range(pages):
        create_product(name="Selendang Merah", business=maker)

    with django_assert_num_queries(number):
        client.get(URL, {"q": words})


def test_the_worst_search_asks_five_queries(client, django_assert_num_queries):
    create_product(name="Selendang Merah")
    create_business(name="Bambu Keranggan")

    with django_assert_num_queries(5):
        client.get(URL, {"q": "slendang kranggan"})


def test_a_misspelt_search_of_a_list_asks_five_queries(
    client, django_assert_num_queries
):
    create_product(name="Selendang Merah")

    # The words, numbers, page, cards, photos.
    with django_assert_num_queries(5):
        response = client.get("/produk/", {"q": "slendang mrah"})

    assert response.context["listing"].number == 1


def test_a_result_in_english_has_its_english_name(client, town):
    html = client.get(f"/en{URL}", {"q": "shell lamp"}).content.decode()

    assert "Shell lamp" in html


def test_a_list_tells_what_it_searched_instead(client, town):
    html = client.get("/produk/", {"q": "slendang"}).content.decode()

    assert "Menampilkan <strong>selendang</strong>" in html
    assert "Selendang Pucuk Rebung" in html


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only on PostgreSQL")
@pytest.mark.parametrize("words", ["songket", "sonket padang", "pengrajin kerang"])
def test_postgresql_looks_in_its_indexes(town, words):
    asked = understand(words)
    sql, params = proposals([asked.everywhere(mark="1"), asked.everywhere()], asked)
    plan = plan_of(sql, params)

    assert "search_entry_document" in plan
    assert "Seq Scan" not in plan


@pytest.mark.skipif(connection.vendor != "postgresql", reason="only on PostgreSQL")
def test_postgresql_finds_neighbours_by_their_trigrams(town):
    plan = plan_of(*look_up(["sonket"]))

    assert "search_word_trigrams" in plan
    assert "One-Time Filter" in plan


def plan_of(sql, params):
    with connection.cursor() as cursor:
        # A town is so small that reading all of it would be as quick.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {sql}", params)
        return "\n".join(row[0] for row in cursor.fetchall())


def test_every_entry_leads_to_a_page(client, town):
    for kind in (
        SearchEntry.objects.order_by().values_list("kind", flat=True).distinct()
    ):
        entry = SearchEntry.objects.filter(kind=kind).first()
        for group in client.get(URL, {"q": entry.name}).context["groups"]:
            for found in group.shown:
                assert client.get(found.url).status_code == 200, found.url
