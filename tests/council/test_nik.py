from io import StringIO

import pytest
from cryptography.fernet import Fernet, InvalidToken

from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection

from council import nik
from council.models import Person
from tests.factories import create_person

WOMAN = "3674045203900001"
MAN = "3674041203900001"


@pytest.mark.parametrize(
    "number", [WOMAN, MAN, "3674 0412 0390 0001", "3674042902000002"]
)
def test_honest_number_is_taken(number):
    nik.validate_nik(number)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "367404520390000",
        "36740452039000011",
        "367404520390000a",
        "３６７４０４５２０３９０００１１",
        "0074045203900001",
        "3600045203900001",
        "3674003203900001",
        "3674043203900001",
        "3674047203900001",
        "3674041213900001",
        "3674043002900001",
        "3674041203900000",
    ],
)
def test_number_that_stands_on_no_card_is_refused(number):
    with pytest.raises(ValidationError):
        nik.validate_nik(number)


def test_number_is_read_back_only_with_the_key(settings):
    encrypted = nik.encrypt("3674 0452 0390 0001")

    assert WOMAN not in encrypted
    assert nik.decrypt(encrypted) == WOMAN
    settings.NIK_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(InvalidToken):
        nik.decrypt(encrypted)


def test_number_is_shown_masked(settings):
    encrypted = nik.encrypt(WOMAN)

    assert nik.masked(encrypted) == "3674••••••••0001"
    assert nik.masked("") == ""
    settings.NIK_KEYS = [Fernet.generate_key().decode()]
    assert nik.masked(encrypted) == "????••••••••????"


def test_digest_is_the_same_for_the_same_number_and_key(settings):
    first = nik.digest("3674.0452.0390.0001")

    assert first == nik.digest(WOMAN)
    assert first != nik.digest(MAN)
    settings.NIK_KEYS = [Fernet.generate_key().decode()]
    assert first != nik.digest(WOMAN)


@pytest.mark.django_db
def test_new_key_replaces_the_old_one_everywhere(settings):
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    settings.NIK_KEYS = [old]
    person = create_person(
        nik_encrypted=nik.encrypt(WOMAN), nik_digest=nik.digest(WOMAN)
    )

    settings.NIK_KEYS = [new, old]
    assert nik.decrypt(person.nik_encrypted) == WOMAN
    call_command("rotate_nik", stdout=StringIO())

    settings.NIK_KEYS = [new]
    person = Person.objects.get()
    assert nik.decrypt(person.nik_encrypted) == WOMAN
    assert person.nik_digest == nik.digest(WOMAN)


@pytest.mark.django_db
def test_number_is_nowhere_in_the_database():
    create_person(nik_encrypted=nik.encrypt(WOMAN), nik_digest=nik.digest(WOMAN))

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT * FROM {name}")  # noqa: S608 (our own tables)
            assert WOMAN not in str(cursor.fetchall())
