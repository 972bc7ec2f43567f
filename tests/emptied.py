"""
Takes away what a test committed, and leaves what `migrate` wrote.

Django's own way empties every table, has PostgreSQL make each anew, and gives all
roles their permissions again; most tests fill twenty tables of three hundred.
"""

from django.core.management import call_command
from django.db import connection, transaction

from council import data_version


class Emptied:
    """The tables as `migrate` leaves them, and the way back to it."""

    def __init__(self):
        names = connection.introspection.django_table_names(only_existing=True)
        # Taking rows away raises the version, which goes last.
        self.tables = sorted(names, key=lambda name: (name == data_version.TABLE, name))
        self.kept = {name: self.count(name) for name in self.filled()}

    def again(self):
        if any(self.count(name) != number for name, number in self.kept.items()):
            call_command("flush", verbosity=0, interactive=False)
            return
        with transaction.atomic(), connection.cursor() as cursor:
            for name in self.filled():
                if name not in self.kept:
                    cursor.execute(f'DELETE FROM "{name}"')  # noqa: S608

    def filled(self):
        has_rows = "SELECT '{0}' WHERE EXISTS (SELECT 1 FROM \"{0}\")"
        found = " UNION ALL ".join(has_rows.format(name) for name in self.tables)
        with connection.cursor() as cursor:
            cursor.execute(found)
            names = {name for (name,) in cursor.fetchall()}
        return [name for name in self.tables if name in names]

    def count(self, name):
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT count(*) FROM "{name}"')  # noqa: S608
            return cursor.fetchone()[0]
