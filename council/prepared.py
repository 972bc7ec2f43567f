"""
Questions that are asked all day, put into SQL once instead of every time.

Django builds the SQL of a queryset anew for each use; for the short questions of a
busy form that is most of what they cost. A `Prepared` question is written as a
queryset, gives the same rows, and is built at its first use in each process:

    artisan_of = Prepared(lambda person: Artisan.objects.filter(person=person))
    [artisan] = artisan_of(person.pk)

Whatever the queryset is made of is known from then on: the clock is given, not read.
"""

from copy import copy

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression
from django.db.transaction import TransactionManagementError


class Given(Expression):
    """The place of a value that is not known yet."""

    def __init__(self, number, field=None):
        super().__init__(output_field=field)
        self.number, self.kind = number, field

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def value_in(self, given, connection):
        value = given[self.number]
        return self.kind.get_db_prep_value(value, connection) if self.kind else value


class Prepared:
    """
    A queryset as a question: call it with its values and get the rows in a list.

    A value that the database writes in another way than Python, such as a moment,
    needs its field: `Prepared(build, DateTimeField())`.
    """

    def __init__(self, build, *fields):
        self.build, self.fields = build, fields
        self.question = None

    def __call__(self, *given) -> list:
        # Two threads may both write it down; they write the same.
        self.question = self.question or Question(self.rows_for(len(given)))
        return self.question.asked(given)

    def get(self, *given):
        """The one row, or the DoesNotExist of its model."""
        if (row := self.first(*given)) is None:
            raise self.question.rows.model.DoesNotExist
        return row

    def first(self, *given):
        """The first row, or None."""
        return next(iter(self(*given)), None)

    def rows_for(self, number):
        """The queryset with so many places left open."""
        fields = dict(enumerate(self.fields))
        return self.build(*(Given(each, fields.get(each)) for each in range(number)))


class Question:
    """A queryset with the SQL that it came to."""

    def __init__(self, rows):
        self.rows = rows
        self.compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        self.sql, self.params = self.compiler.as_sql()
        columns = self.compiler.select[: self.compiler.col_count]
        self.converters = self.compiler.get_converters([each[0] for each in columns])

    def asked(self, given) -> list:
        connection = connections[DEFAULT_DB_ALIAS]
        refuse_idle_lock(self.rows.query, connection)
        rows, compiler = self.rows._chain(), self.ready(given, connection)
        rows.query.get_compiler = lambda *_args, **_how: compiler
        return list(rows)

    def ready(self, given, connection):
        """Django's compiler, which has nothing left to compile."""
        params = tuple(
            each.value_in(given, connection) if isinstance(each, Given) else each
            for each in self.params
        )
        compiler = copy(self.compiler)
        compiler.connection = connection
        compiler.as_sql = lambda *_args, **_how: (self.sql, params)
        compiler.get_converters = lambda _columns: self.converters
        return compiler


def refuse_idle_lock(query, connection) -> None:
    """Refuse, as Django does, to hold rows that nothing keeps held."""
    can_hold = connection.features.has_select_for_update and query.select_for_update
    if can_hold and not connection.in_atomic_block:
        raise TransactionManagementError("Rows are held within a transaction only.")
