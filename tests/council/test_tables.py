import pytest

from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from council.tables import together

LOOMS = migrations.CreateModel(
    "Loom",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("weaver", models.ForeignKey("council.Weaver", models.CASCADE)),
    ],
)
WEAVERS = migrations.CreateModel(
    "Weaver",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("masters", models.ManyToManyField("self")),
    ],
)
NAMES = migrations.AddField("Weaver", "name", models.CharField(max_length=9))
TABLES = {"council_loom", "council_weaver", "council_weaver_masters"}


class Example(migrations.Migration):
    operations = together([LOOMS, WEAVERS, NAMES])


def apply(change):
    with connection.schema_editor() as editor:
        change(ProjectState(), editor)


def test_only_tables_that_follow_each_other_are_one_step():
    assert len(together([LOOMS, WEAVERS, NAMES])) == 2
    assert len(together([LOOMS, NAMES, WEAVERS])) == 3


@pytest.mark.django_db(transaction=True)
def test_tables_made_in_one_step_know_each_other_and_go_again():
    example = Example("0001_example", "council")

    apply(example.apply)

    assert set(connection.introspection.table_names()) >= TABLES
    with connection.cursor() as cursor:
        links = connection.introspection.get_relations(cursor, "council_loom")
        columns = connection.introspection.get_table_description(
            cursor, "council_weaver"
        )
    assert links["weaver_id"][:2] == ("id", "council_weaver")
    assert [column.name for column in columns] == ["id", "name"]

    apply(example.unapply)

    assert not TABLES & set(connection.introspection.table_names())
