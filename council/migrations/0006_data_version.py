from django.db import migrations, models


def take_triggers_away(apps, schema_editor):
    from council.data_version import unwatch

    unwatch(schema_editor.connection)


class Migration(migrations.Migration):
    """The counter of public changes; `migrate` puts the triggers on afterwards."""

    dependencies = [
        ("council", "0005_index_the_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="DataVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("number", models.BigIntegerField(default=0, verbose_name="number")),
            ],
            options={
                "verbose_name": "version of the data",
                "verbose_name_plural": "versions of the data",
                "default_permissions": (),
            },
        ),
        migrations.RunPython(migrations.RunPython.noop, take_triggers_away),
    ]
