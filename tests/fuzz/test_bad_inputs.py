"""
Thousands of bad inputs: no answer is a server error and nothing is half-written.

Fields, query strings, paths, cookies, headers, bodies and files, as visitor,
artisan, staff and administrator, drawn from one seeded table so that a failure
can be repeated. `make fuzz` sends ten thousand to each database (BAD_INPUTS=10000);
the suite sends fewer. Each database gets inputs of its own.
"""

import os
import random

import pytest

from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import Count, Q
from django.test import Client
from django.urls import reverse

from artisans.models import ProductPhoto
from tests.factories import create_artisan, create_staff, create_unit, create_user
from tests.forms import FormData
from tests.scenes import Scene
from trainings.models import Enrolment, TrainingClass

pytestmark = pytest.mark.django_db

CASES = int(os.environ.get("BAD_INPUTS", "500"))
CASES_IN_A_CHUNK = 250
ALLOWED = {200, 301, 302, 304, 400, 403, 404, 405, 409, 411, 413, 414, 415, 429, 431}

PAYLOADS = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "\x1b[31m",
    "\r\nSet-Cookie: a=b",
    "'",
    "' OR 1=1 --",
    "\\",
    "%",
    "%" * 2000,
    "_" * 2000,
    "%00",
    "%s%s%n",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "{% load x %}",
    "-1",
    "0",
    "1e309",
    "NaN",
    "Infinity",
    "9" * 30,
    "-" + "9" * 30,
    "2147483648",
    "9223372036854775808",
    "1.5",
    "1,5",
    "0x10",
    "١٢٣",
    "²",
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
    "31/02/2026",
    "2026-13",
    "0000-00",
    "24:61",
    "9999-12-31T23:59:59+14:00",
    "null",
    "None",
    "undefined",
    "true",
    "[]",
    "{}",
    '{"a":',
    "a" * 4000,
    "kata " * 1200,
    "\u202eterbalik",
    "\u200b",
    "e" + "\u0301" * 500,
    "аdmin",
    "😀" * 60,
    "\ud7ff",
    "\ufffe",
    "javascript:alert(1)",
    "//evil.example",
    "https:evil.example",
    "/\\evil.example",
    "http://[::1",
    "http://127.0.0.1:1/",
    "=cmd|' /C calc'!A0",
    "+6281",
    "08" + "1" * 40,
    "a@b",
    "@",
    "a@b.c\nbcc:d@e.f",
    "id__exact",
    "__class__",
    "pk__regex",
]
KEYS = [
    "q",
    "page",
    "setelah",
    "sebelum",
    "p",
    "o",
    "e",
    "all",
    "bulan",
    "tampilan",
    "kriya",
    "craft",
    "keluarga",
    "kota",
    "urut",
    "harga",
    "label",
    "each",
    "unggulan",
    "pewarna",
    "ends",
    "flagship",
    "status",
    "status__exact",
    "unit__id__exact",
    "unit__code__startswith",
    "starts_on__year",
    "starts_on__gte",
    "id__exact",
    "id__in",
    "pk",
    "_popup",
    "_to_field",
    "_changelist_filters",
    "next",
    "kelas",
    "tahun",
    "ukuran",
    "name__icontains",
    "user__password__startswith",
]
FILES = [
    ("foto.jpg", b"", "image/jpeg"),
    ("foto.jpg", b"\xff\xd8\xff\xe0 not really", "image/jpeg"),
    ("foto.svg", b"<svg onload='alert(1)'/>", "image/svg+xml"),
    ("foto.jpg.php", b"<?php", "image/jpeg"),
    ("../../x.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "image/png"),
    ("x" * 300 + ".webp", b"RIFF\x00\x00\x00\x00WEBP", "image/webp"),
    ("a\x00.gif", b"GIF89a", "image/gif"),
    ("surat.pdf", b"%PDF-1.4 /JavaScript", "application/pdf"),
]


class Crowd:
    """The people who send the inputs, and the addresses they know."""

    def __init__(self):
        create_unit(code="")
        city = create_unit(code="36.74")
        self.scene = Scene(code="36.74.04", word="Kanari")
        artisan = create_user(first_name="Perajin")
        create_artisan(user=artisan, unit=self.scene.unit)
        owner = create_user(first_name="Pemilik")
        owner.person = self.scene.person
        owner.save(update_fields=["person"])
        people = [
            None,
            artisan,
            owner,
            create_staff(unit=city),
            create_user(is_staff=True, is_superuser=True),
        ]
        self.clients = [self._sign_in(person) for person in people]
        self.forms = {}
        self.public = list(public_addresses(self.scene))
        self.inside = list(admin_addresses(self.scene))

    def _sign_in(self, person):
        client = Client(raise_request_exception=False)
        if person:
            client.force_login(person, backend="council.sign_in.NameBackend")
        return client

    def form(self, client, address):
        """What the forms at an address hold, read once."""
        known = (self.clients.index(client), address)
        if known not in self.forms:
            page = client.get(address)
            is_page = page.status_code == 200
            is_page = is_page and page.headers["Content-Type"].startswith("text/html")
            html = page.content.decode() if is_page else ""
            self.forms[known] = FormData(html).data
        return dict(self.forms[known])


def public_addresses(scene):
    rows = {model.__name__: row for model, row in scene.rows.items()}
    for name in (
        "home",
        "artisans:products",
        "artisans:makers",
        "artisans:crafts",
        "gifts:search",
        "gifts:catalogue",
        "trainings:list",
        "events:list",
        "programs:list",
        "council:list",
        "calendar",
        "calendar_ics",
        "privacy",
        "search",
        "my:home",
        "my:profile",
        "my:products",
        "my:product_new",
        "account_login",
        "account_signup",
        "account_reset_password",
    ):
        yield reverse(name)
    for name in ("Product", "Business", "Training", "Event", "Activity", "Unit"):
        yield rows[name].get_absolute_url()
    yield reverse("trainings:enrol", args=[rows["Training"].slug])
    for name in ("artisans:label", "artisans:label_report"):
        yield reverse(name, args=[rows["TechniqueLabel"].code])
    for kind, key in (("product", rows["ProductPhoto"].pk), ("business", "potret")):
        pk = rows[kind.title()].pk
        yield reverse(f"my:{kind}_photo", args=[pk, key])
        for step in ("", "_send", "_discard", "_photos"):
            yield reverse(f"my:{kind}{step}", args=[pk])


def admin_addresses(scene):
    for model in admin.site._registry:
        meta = model._meta
        base = f"admin:{meta.app_label}_{meta.model_name}"
        yield reverse(f"{base}_changelist")
        yield reverse(f"{base}_add")
        if model in scene.rows:
            yield reverse(f"{base}_change", args=[scene.rows[model].pk])
    yield reverse("admin:autocomplete")
    yield reverse("admin:artisans_techniquelabel_tags")


def bad_query(chance, crowd):
    client = chance.choice(crowd.clients)
    address = chance.choice(crowd.public + crowd.inside)
    keys = chance.sample(KEYS, chance.randint(1, 3))
    return client.get(address, {key: chance.choice(PAYLOADS) for key in keys})


def bad_path(chance, crowd):
    client = chance.choice(crowd.clients)
    address = chance.choice(crowd.public + crowd.inside)
    pieces = address.strip("/").split("/")
    pieces[chance.randrange(len(pieces))] = chance.choice(PAYLOADS)[:200]
    return client.get("/" + "/".join(pieces) + "/")


def on_the_wire(text):
    """A header's value as a server hands it over: bytes read as Latin-1, one line."""
    return text.replace("\r", "").replace("\n", "").encode().decode("latin-1")


def bad_cookie(chance, crowd):
    client = Client(raise_request_exception=False)
    value = on_the_wire(chance.choice(PAYLOADS))[:3000]
    name = chance.choice(["sessionid", "csrftoken", "messages", "django_language", "x"])
    return client.get(
        chance.choice(crowd.public), headers={"cookie": f'{name}="{value}"'}
    )


def bad_header(chance, crowd):
    client = chance.choice(crowd.clients)
    name = chance.choice(
        [
            "accept-language",
            "accept-encoding",
            "referer",
            "user-agent",
            "x-forwarded-for",
            "x-forwarded-host",
            "if-modified-since",
            "if-none-match",
            "range",
            "host",
            "origin",
            "content-type",
        ]
    )
    value = on_the_wire(chance.choice(PAYLOADS))
    return client.get(chance.choice(crowd.public), headers={name: value})


def bad_form(chance, crowd):
    client = chance.choice(crowd.clients)
    address = chance.choice(crowd.public + crowd.inside)
    data = crowd.form(client, address)
    for name in chance.sample(sorted(data), min(len(data), chance.randint(1, 4))):
        data[name] = chance.choice(PAYLOADS)
    return client.post(address, data)


def bad_body(chance, crowd):
    client = chance.choice(crowd.clients)
    kind = chance.choice(
        ["application/json", "multipart/form-data", "text/plain", "x", "multipart/x"]
    )
    body = chance.choice(PAYLOADS).encode("utf-8", "replace")
    method = chance.choice(["POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO"])
    return client.generic(
        method, chance.choice(crowd.public + crowd.inside), body, content_type=kind
    )


def bad_file(chance, crowd):
    client = chance.choice(crowd.clients[1:])
    address = chance.choice(crowd.public + crowd.inside)
    data = crowd.form(client, address)
    name = chance.choice(["portrait", "picture", "image", "photos-0-image", "file"])
    return client.post(
        address, {**data, name: SimpleUploadedFile(*chance.choice(FILES))}
    )


KINDS = [bad_query] * 8 + [bad_form] * 5 + [bad_path] * 3
KINDS += [bad_cookie, bad_header, bad_body, bad_file] * 1


@pytest.mark.parametrize("chunk", range(CASES // CASES_IN_A_CHUNK))
def test_bad_inputs_are_answered(chunk, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    chance, crowd = random.Random(f"{connection.vendor} {chunk}"), Crowd()

    for case in range(CASES_IN_A_CHUNK):
        kind = chance.choice(KINDS)
        response = kind(chance, crowd)
        told = f"case {case} of chunk {chunk}: {kind.__name__} {response.request}"
        assert response.status_code in ALLOWED, told

    assert_nothing_is_half_written()


def assert_nothing_is_half_written():
    confirmed = Q(enrolments__status=Enrolment.Status.CONFIRMED)
    for group in TrainingClass.objects.annotate(
        n=Count("enrolments", filter=confirmed)
    ):
        assert group.taken == group.n <= group.quota
    assert not ProductPhoto.objects.filter(image="").exists()
