"""Writing rows past the models, as fast as the database takes them."""

import re
from io import StringIO

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Max

NOTHING = r"\N"
ESCAPED = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
NEEDS_ESCAPING = re.compile(r"[\\\t\n\r]").search


class Sheet:
    """
    A table and those of its columns that differ from row to row.

    The other columns get what their fields say, so that a new field needs no word
    here. Keys are given beforehand, so that rows can point at each other.
    """

    def __init__(self, model, *names):
        fields = {field.attname: field for field in model._meta.local_concrete_fields}
        fixed = {
            name: field.get_db_prep_save(field.get_default(), connection)
            for name, field in fields.items()
            if name not in names
            and not field.primary_key
            and not field.has_db_default()
        }
        self.model, self.fixed = model, tuple(fixed.values())
        self.columns = ", ".join(
            quoted(fields[name].column) for name in (*names, *fixed)
        )

    def write(self, rows) -> None:
        """Write tuples in the order of the names."""
        if not rows:
            return
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                self._copy(cursor, rows)
            else:
                self._insert(cursor, rows)

    def _copy(self, cursor, rows):
        ending = "".join(f"\t{in_text(value)}" for value in self.fixed)
        lines = ("\t".join(map(in_text, row)) + ending for row in rows)
        table = self.model._meta.db_table
        sql = f"COPY {table} ({self.columns}) FROM STDIN"
        cursor.copy_expert(sql, StringIO("\n".join(lines)))

    def _insert(self, cursor, rows):
        rows = [(*row, *self.fixed) for row in rows]
        places = ", ".join(["%s"] * len(rows[0]))
        table = self.model._meta.db_table
        sql = f"INSERT INTO {table} ({self.columns}) VALUES ({places})"  # noqa: S608
        cursor.executemany(sql, rows)


def take_time() -> None:
    """Let a long work of one transaction last; pages have seconds for a statement."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def in_text(value) -> str:
    """A value as COPY reads it."""
    if value is None:
        return NOTHING
    text = str(value)
    return text.translate(ESCAPED) if NEEDS_ESCAPING(text) else text


def next_key(model) -> int:
    return (model._base_manager.aggregate(last=Max("pk"))["last"] or 0) + 1


def after_writing(*models) -> None:
    """Let the next key of each table follow the last, and its planner know the size."""
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(sql)
        for model in models:
            cursor.execute(f"ANALYZE {model._meta.db_table}")
