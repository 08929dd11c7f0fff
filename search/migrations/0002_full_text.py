"""Full-text tables of the database in use: FTS5 on SQLite, a tsvector with a GIN index on PostgreSQL."""

from django.db import migrations

LANGUAGES = ("fr", "en", "it", "de", "es", "nl")


def create_full_text(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for language in LANGUAGES:
            # Tokens come analysed, so the tokenizer only splits; prefix indexes serve completion while somebody types.
            schema_editor.execute(
                f"CREATE VIRTUAL TABLE search_fts_{language} USING fts5("
                "title, keywords, body, surface, tokenize='ascii', prefix='2 3')"
            )
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE TABLE search_tokens ("
            "entry_id bigint PRIMARY KEY"
            " REFERENCES search_searchentry (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,"
            " tokens tsvector NOT NULL)"
        )
        schema_editor.execute("CREATE INDEX search_tokens_gin ON search_tokens USING gin (tokens)")
        for column in ("token", "backward"):
            # LIKE 'beginning%' uses an index in any collation only with this operator class.
            schema_editor.execute(
                f"CREATE INDEX search_vocabulary_{column}_prefix"
                f" ON search_searchvocabulary (language, {column} varchar_pattern_ops)"
            )


def drop_full_text(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for language in LANGUAGES:
            schema_editor.execute(f"DROP TABLE IF EXISTS search_fts_{language}")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TABLE IF EXISTS search_tokens")
        for column in ("token", "backward"):
            schema_editor.execute(f"DROP INDEX IF EXISTS search_vocabulary_{column}_prefix")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(create_full_text, drop_full_text)]
