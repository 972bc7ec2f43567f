"""Whatever writes something public raises the version, in its own transaction."""

from threading import Thread

import pytest

from django.apps import apps
from django.db import connection, transaction

from artisans.models import Business, Craft, Product
from council.data_version import TABLE, triggers, watch, watched_tables, writes_on
from council.models import DataVersion, Message
from tests.factories import create_business, create_craft, create_product

pytestmark = pytest.mark.django_db(transaction=True)


def by_hand():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE artisans_product SET price = 5")


WRITES = {
    "save": lambda: Product.objects.get().save(),
    "update": lambda: Product.objects.update(price=5),
    "bulk_update": lambda: Product.objects.bulk_update(
        Product.objects.all(), ["price"]
    ),
    "bulk_create": lambda: Craft.objects.bulk_create(
        [Craft(slug="baru", name="Baru", family="lain")], ignore_conflicts=True
    ),
    "a relation": lambda: Business.objects.get().crafts.add(Craft.objects.first()),
    "a relation cleared": lambda: Business.objects.get().crafts.clear(),
    "delete": lambda: Product.objects.all().delete(),
    "raw delete": lambda: Product.objects.all()._raw_delete("default"),
    "SQL": by_hand,
}


@pytest.mark.parametrize("name", WRITES)
def test_every_way_of_writing_raises_it(name):
    business = create_business()
    business.crafts.add(create_craft(slug="tapis"))
    create_product(business=business)
    before = DataVersion.objects.current()

    WRITES[name]()

    assert DataVersion.objects.current() > before


def test_what_nobody_sees_leaves_it_alone():
    Message.objects.create(subject="Kode", recipients=["+628111"])
    before = DataVersion.objects.current()

    Message.objects.update(subject="Lain")

    assert DataVersion.objects.current() == before


def test_a_write_undone_raises_nothing():
    before = DataVersion.objects.current()

    with transaction.atomic():
        create_craft(slug="tapis")
        transaction.set_rollback(True)

    assert DataVersion.objects.current() == before


def test_every_public_table_has_its_triggers():
    kept = triggers(connection)
    tables = dict.fromkeys(watched_tables(), 0)
    for table in kept.values():
        tables[table] += 1

    assert set(tables.values()) == {len(writes_on(connection))}


def test_a_table_built_anew_gets_them_back():
    with connection.cursor() as cursor:
        cursor.execute(drop_one())
    assert len(triggers(connection)) < len(watched_tables()) * len(
        writes_on(connection)
    )

    watch()

    assert len(triggers(connection)) == len(watched_tables()) * len(
        writes_on(connection)
    )


def drop_one():
    name, table = next(iter(triggers(connection).items()))
    return f"DROP TRIGGER {name}" + (
        f" ON {table}" if connection.vendor == "postgresql" else ""
    )


@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="only on PostgreSQL")
def test_writers_do_not_wait_for_each_other():
    """Two transactions, each with a row the other wants next, would else lock up."""
    create_craft(slug="tapis")
    before = DataVersion.objects.current()

    def write_beside():
        try:
            create_craft(slug="songket")
        finally:
            connection.close()

    with transaction.atomic():
        Craft.objects.update(about="Baru")
        other = Thread(target=write_beside)
        other.start()
        other.join(timeout=10)
        assert not other.is_alive()
        assert Craft.objects.filter(slug="songket").exists()

    assert DataVersion.objects.current() == before + 2


def test_only_rooms_of_ours_are_watched():
    ours = ("council_", "artisans_", "programs_", "trainings_", "events_")

    assert all(table.startswith(ours) for table in watched_tables())
    assert TABLE not in watched_tables()
    assert "artisans_business_crafts" in watched_tables()


def test_every_unseen_model_is_a_model():
    for config in apps.get_app_configs():
        names = {model.__name__ for model in config.get_models()}
        assert set(getattr(config, "unseen_models", ())) <= names, config.name
