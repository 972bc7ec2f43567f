"""
The indexes of the search, each database's own.

PostgreSQL: a text search over the words, and trigrams of the known words for
typing errors; the extension needs a role that may create in this database.
SQLite: FTS5 tables that triggers keep beside ours. Whoever changes the two tables
later on SQLite makes them anew, which drops the triggers: run this again after it.
"""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

POSTGRESQL = [
    """
    CREATE INDEX search_entry_document ON council_searchentry
    USING gin (to_tsvector('simple', document)) WITH (fastupdate = off)
    """,
    """
    CREATE INDEX search_word_trigrams ON council_searchword
    USING gist (word gist_trgm_ops (siglen = 64))
    """,
]
SQLITE = [
    """
    CREATE VIRTUAL TABLE council_searchentry_fts USING fts5 (
        document, content = 'council_searchentry', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 0'
    )
    """,
    """
    CREATE TRIGGER search_entry_added AFTER INSERT ON council_searchentry BEGIN
        INSERT INTO council_searchentry_fts (rowid, document)
        VALUES (new.id, new.document);
    END
    """,
    """
    CREATE TRIGGER search_entry_removed AFTER DELETE ON council_searchentry BEGIN
        INSERT INTO council_searchentry_fts (council_searchentry_fts, rowid, document)
        VALUES ('delete', old.id, old.document);
    END
    """,
    """
    CREATE TRIGGER search_entry_changed AFTER UPDATE OF document
    ON council_searchentry BEGIN
        INSERT INTO council_searchentry_fts (council_searchentry_fts, rowid, document)
        VALUES ('delete', old.id, old.document);
        INSERT INTO council_searchentry_fts (rowid, document)
        VALUES (new.id, new.document);
    END
    """,
    # Spaces around a word give its beginning and its end trigrams of their own.
    """
    CREATE VIRTUAL TABLE council_searchword_fts USING fts5 (
        word, content = '', tokenize = 'trigram'
    )
    """,
    """
    CREATE TRIGGER search_word_added AFTER INSERT ON council_searchword BEGIN
        INSERT INTO council_searchword_fts (rowid, word)
        VALUES (new.id, '  ' || new.word || ' ');
    END
    """,
    """
    CREATE TRIGGER search_word_removed AFTER DELETE ON council_searchword BEGIN
        INSERT INTO council_searchword_fts (council_searchword_fts, rowid, word)
        VALUES ('delete', old.id, '  ' || old.word || ' ');
    END
    """,
]


def make_indexes(apps, schema_editor):
    own = {"postgresql": POSTGRESQL, "sqlite": SQLITE}
    for statement in own[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("council", "0001_ground_floor"),
    ]

    operations = [
        TrigramExtension(),
        migrations.RunPython(make_indexes, migrations.RunPython.noop),
    ]
