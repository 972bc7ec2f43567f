"""What a first visit costs on a phone, from a server as in production."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from django.conf import settings
from django.db import connection

from council.images import photo_from_picture
from tests.frame.servers import SECRETS, free_port, get, started, wait_until
from tests.real_database import address_of

from .town import Town, drawn_picture

# Kilobytes of a whole page, with its pictures.
BUDGETS = {
    "/": 250,
    "/produk/": 300,
    "/perajin/": 300,
    "/motif/": 300,
    "/sentra/": 300,
    "/wilayah/": 300,
    "/pelatihan/": 300,
    "/acara/": 300,
    "/kalender/": 300,
    "/program/": 300,
    "/katalog-cenderamata/": 300,
    "/produk/selendang-pucuk-rebung/": 350,
    "/perajin/tenun-nadia/": 350,
    "/motif/pucuk-rebung/": 350,
    "/sentra/sentra-tenun/": 350,
    "/koleksi/pilihan-kota/": 350,
    "/rute/sehari-menenun/": 350,
    "/wilayah/36.74/": 350,
    "/pelatihan/pelatihan-buka/": 350,
    "/produk/selendang-pucuk-rebung/tanya/": 350,
    "/label/{town.label.code}/": 350,
    "/kriya/songket/": 350,
    "/galeri/galeri-kota/": 350,
    "/dekranasda/{town.city.slug}/": 350,
    "/acara/pameran-lalu/": 350,
    "/cari/?q=kain": 350,
    "/adil/": 120,
    "/pelatihan/hasil/": 250,
    "/pelatihan/antrean-adil/": 250,
    "/verifikasi/{town.certificate.code}/": 250,
    "/akun/signup/": 120,
    "/akun/login/": 120,
}
MOST = {"Document": 25, "Stylesheet": 15, "Script": 20}
MOST_REQUESTS = 20
SECOND_PAGE = 60
PHONE = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 3,
    "is_mobile": True,
    "has_touch": True,
    # The server is told that its proxy ends TLS.
    "extra_http_headers": {"X-Forwarded-Proto": "https"},
}


@pytest.fixture(scope="module")
def town(_own_files, transactional_db):
    """A town whose every photo is as large as a phone makes it."""
    return Town(picture=photo_from_picture(drawn_picture(1600, 1200), quick=True))


@pytest.fixture(scope="module")
def portal(town, tmp_path_factory):
    """The address of gunicorn with compressed files, on the data of the town."""
    folder, port = tmp_path_factory.mktemp("production"), free_port()
    environment = {
        **SECRETS,
        "DEBUG": "0",
        "ALLOWED_HOSTS": "127.0.0.1",
        "BEHIND_PROXY": "1",
        "DATABASE_URL": address_of(connection.settings_dict),
        "CACHE_URL": "local://",
        "STATIC_ROOT": str(folder / "static"),
        "STORAGE_URL": f"file://{settings.MEDIA_ROOT.parent}",
    }
    collect = [sys.executable, "manage.py", "collectstatic", "--no-input"]
    serve = [str(Path(sys.executable).with_name("gunicorn")), "dekranasda.wsgi"]
    serve += ["--bind", f"127.0.0.1:{port}"]
    with started(collect, log=folder / "collect", **environment) as process:
        process.wait(timeout=120)
    with started(serve, log=folder / "web", **environment):
        wait_until(lambda: get(port, "/healthz")[0].status == 200)
        yield f"http://127.0.0.1:{port}"


@dataclass
class Answer:
    """What one request of a page brought, in bytes over the wire."""

    url: str
    kind: str
    status: int
    size: int = 0


@pytest.fixture
def weigh(browser, portal):
    """Open a page on a phone and give all that came: `weigh(path)`."""
    context = browser.new_context(base_url=portal, **PHONE)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    answers = {}

    def noted(event):
        answer = event["response"]
        if answer["url"].startswith("http") and not answer.get("fromDiskCache"):
            answers[event["requestId"]] = Answer(
                answer["url"], event["type"], answer["status"]
            )

    def weighed(event):
        if event["requestId"] in answers:
            answers[event["requestId"]].size = event["encodedDataLength"]

    wire.on("Network.responseReceived", noted)
    wire.on("Network.loadingFinished", weighed)

    def weigh(path):
        answers.clear()
        page.goto(path, wait_until="networkidle")
        return list(answers.values())

    yield weigh
    context.close()


def kilobytes(answers, kind=None):
    return sum(each.size for each in answers if kind in {None, each.kind}) / 1000


@pytest.mark.parametrize(("path", "budget"), BUDGETS.items())
def test_first_visit_stays_within_its_budget(weigh, town, portal, path, budget):
    answers = weigh(path.format(town=town))

    assert [each for each in answers if each.status != 200] == []
    assert [each for each in answers if not each.url.startswith(portal)] == []
    assert len(answers) <= MOST_REQUESTS
    assert kilobytes(answers) <= budget
    for kind, most in MOST.items():
        assert kilobytes(answers, kind) <= most, kind


def test_the_second_page_brings_little_but_its_photos(weigh):
    weigh("/")

    answers = weigh("/produk/")

    photos = [each for each in answers if each.kind == "Image"]
    assert len(photos) > 3
    assert kilobytes(answers) - kilobytes(photos) <= SECOND_PAGE


def test_a_photo_is_heavy_enough_to_prove_it(weigh):
    photos = [each.size for each in weigh("/produk/") if "/media/" in each.url]

    assert min(photos) > 10_000
