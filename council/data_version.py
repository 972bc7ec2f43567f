"""
Raises the data version with every write to something public.

Triggers do it, so that no bulk operation, command or SQL by hand can forget to,
and in the writer's own transaction: whoever reads the new number reads the new
rows. A table counts as public unless its room names it in `unseen_models`.
"""

from django.apps import apps
from django.db import connections

from council.models import DataVersion

PREFIX = "data_version_"
TABLE = DataVersion._meta.db_table
WRITES = ("INSERT", "UPDATE", "DELETE")

# A row that another transaction holds is passed over, so that writers never wait
# for each other here. A transaction that has raised the version has done enough; it
# remembers so until it ends, or until the savepoint it did it in is undone.
RAISE_ON_POSTGRESQL = f"""
CREATE OR REPLACE FUNCTION {PREFIX}raise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('portal.version_raised', true) = 'yes' THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('portal.version_raised', 'yes', true);
  UPDATE {TABLE} SET number = number + 1 WHERE id = (
    SELECT id FROM {TABLE} ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
  );
  IF NOT FOUND THEN
    INSERT INTO {TABLE} (number) VALUES (1);
  END IF;
  RETURN NULL;
END $$
"""  # noqa: S608 (our own names)
ON_POSTGRESQL = """
CREATE TRIGGER {name} AFTER {write} ON "{table}"
FOR EACH STATEMENT EXECUTE FUNCTION {prefix}raise()
"""
ON_SQLITE = """
CREATE TRIGGER {name} AFTER {write} ON "{table}" BEGIN
  INSERT INTO {version} (number) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM {version});
  UPDATE {version} SET number = number + 1;
END
"""
TRIGGERS = {
    "postgresql": "SELECT tgname, tgrelid::regclass::text FROM pg_trigger "
    "WHERE NOT tgisinternal",
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
}


def watched_models():
    """The models of our rooms that a public page may read."""
    for config in apps.get_app_configs():
        unseen = getattr(config, "unseen_models", None)
        if unseen is None:
            continue
        for model in config.get_models(include_auto_created=True):
            owner = model._meta.auto_created or model
            if owner.__module__.split(".")[0] != config.name:
                # Put into the room from elsewhere, such as by a test.
                continue
            if owner.__name__.removeprefix("Historical") not in unseen:
                yield model


def watched_tables() -> set[str]:
    return {model._meta.db_table for model in watched_models()}


def watch(using="default") -> None:
    """Give every public table that exists its triggers; a rebuilt one lost them."""
    connection = connections[using]
    existing = set(connection.introspection.table_names())
    if TABLE not in existing:
        return
    kept = triggers(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(RAISE_ON_POSTGRESQL)
        for table in sorted(watched_tables() & existing):
            for write in writes_on(connection):
                name = f"{PREFIX}{write.lower()}_{table}"[:63]
                if name not in kept:
                    cursor.execute(statement(connection, name, write, table))
        for name in sorted(set(kept) - wanted(connection)):
            cursor.execute(dropped(connection, name, kept[name]))


def writes_on(connection):
    """SQLite knows no TRUNCATE."""
    return (*WRITES, "TRUNCATE") if connection.vendor == "postgresql" else WRITES


def wanted(connection) -> set[str]:
    return {
        f"{PREFIX}{write.lower()}_{table}"[:63]
        for table in watched_tables()
        for write in writes_on(connection)
    }


def unwatch(connection) -> None:
    """Take every trigger away, before the table they write to goes."""
    with connection.cursor() as cursor:
        for name, table in triggers(connection).items():
            cursor.execute(dropped(connection, name, table))


def triggers(connection) -> dict[str, str]:
    """Our triggers in the database, each with its table."""
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        return {
            name: table for name, table in cursor.fetchall() if name.startswith(PREFIX)
        }


def statement(connection, name, write, table) -> str:
    form = ON_POSTGRESQL if connection.vendor == "postgresql" else ON_SQLITE
    return form.format(
        name=name, write=write, table=table, prefix=PREFIX, version=TABLE
    )


def dropped(connection, name, table) -> str:
    on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
    return f"DROP TRIGGER {name}{on_table}"
