"""A database that several connections share, for races and servers."""

import pytest

from django.db import connection


@pytest.fixture
def real_database(transactional_db):
    """Give the address of the test database, for other threads and processes."""
    return address_of(connection.settings_dict)


def address_of(database) -> str:
    """The DATABASE_URL of a database of Django's settings."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    who = database["USER"]
    if database["PASSWORD"]:
        who = f"{who}:{database['PASSWORD']}"
    host, port = database["HOST"] or "127.0.0.1", database["PORT"] or 5432
    return f"postgres://{who}@{host}:{port}/{database['NAME']}"
