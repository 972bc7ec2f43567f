from itertools import groupby

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class CreateTables(Operation):
    """
    Create all tables of a room in one step.

    Django draws its picture of every table anew for each step, and the first
    migrations would take four times as long.
    """

    def __init__(self, tables):
        self.tables = tables

    def state_forwards(self, app_label, state):
        if "apps" in vars(state):
            del state.apps
        for table in self.tables:
            table.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for table in self.tables:
            table.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for table in reversed(self.tables):
            table.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return "\n".join(table.describe() for table in self.tables)


def together(operations):
    """Give the same steps, tables that follow each other as one."""
    steps = []
    for is_table, group in groupby(operations, is_new_table):
        found = list(group)
        steps += [CreateTables(found)] if is_table else found
    return steps


def is_new_table(step):
    return isinstance(step, CreateModel)
