"""Full text in SQLite: one FTS5 table for each language, given our tokens, so that its tokenizer only splits."""
# ruff: noqa: S608 - table names are ours, values are parameters

from collections.abc import Iterable, Mapping

from django.db.backends.utils import CursorWrapper

from search.analysis import LANGUAGES, Query, Term
from search.documents import DocumentTokens
from search.engines.contract import BODY_WEIGHT, KEYWORDS_WEIGHT, SURFACE_WEIGHT, TITLE_BONUS, TITLE_WEIGHT

_AFTER_ALL_LETTERS = "\U0010ffff"
_IDS_IN_ONE_STATEMENT = 500


def table_of(language: str) -> str:
    """Name of the full-text table of a language; it is only ever one of ours."""
    return f"search_fts_{LANGUAGES[LANGUAGES.index(language)]}"


def matching_entries(query: Query, *, relaxed: bool, by_relevance: bool) -> tuple[str, str, list[str], list[str]]:
    """FROM clause (entries are `e`), score, and the parameters of the score and of the FROM clause's condition.

    Without `by_relevance` only titles count.
    """
    table = table_of(query.language)
    # CROSS JOIN keeps SQLite from starting with the entries: only the full-text table may drive this query.
    source = f"{table} CROSS JOIN search_searchentry e ON e.id = {table}.rowid WHERE {table} MATCH %s"
    weights = f"{TITLE_WEIGHT}, {KEYWORDS_WEIGHT}, {BODY_WEIGHT}, {SURFACE_WEIGHT}"
    relevance = f"- bm25({table}, {weights})" if by_relevance else "+ 1"
    score = (
        f"(CASE WHEN {table}.rowid IN (SELECT rowid FROM {table} WHERE {table} MATCH %s) THEN {TITLE_BONUS} ELSE 0 END"
        f" {relevance})"
    )
    title = " AND ".join(_in_title(term) for term in query.terms)
    return source, score, [title], [(" OR " if relaxed else " AND ").join(_anywhere(term) for term in query.terms)]


def starts_with(column: str, beginning: str) -> tuple[str, list[str]]:
    """A condition that the column's index answers."""
    return f"({column} >= %s AND {column} < %s)", [beginning, beginning + _AFTER_ALL_LETTERS]


def surface_words(cursor: CursorWrapper, language: str, ids: Iterable[int]) -> dict[int, set[str]]:
    """Entry id → its unstemmed words, as indexed now."""
    words: dict[int, set[str]] = {}
    for chunk in _chunks(list(ids)):
        cursor.execute(
            f"SELECT rowid, surface FROM {table_of(language)} WHERE rowid IN ({', '.join(['%s'] * len(chunk))})", chunk
        )
        words.update({row_id: set(surface.split()) for row_id, surface in cursor.fetchall()})
    return words


def words_with_counts(cursor: CursorWrapper, language: str) -> list[tuple[str, int]]:
    """Every unstemmed word, and in how many entries it is."""
    cursor.execute(f"CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, {table_of(language)}, col)")
    cursor.execute("SELECT term, doc FROM temp.search_words WHERE col = 'surface'")
    words = cursor.fetchall()
    cursor.execute("DROP TABLE temp.search_words")
    return words


def lock_writers(cursor: CursorWrapper) -> None:
    """Nothing to do: transactions are IMMEDIATE, so there is one writer at a time."""


def new_entry_ids(cursor: CursorWrapper, count: int) -> Iterable[int]:
    """Primary keys that no entry has, for a writer that holds the lock."""
    cursor.execute("SELECT COALESCE(MAX(id), 0) FROM search_searchentry")
    (last,) = cursor.fetchone()
    return range(last + 1, last + 1 + count)


def write_tokens(cursor: CursorWrapper, language: str, tokens: Mapping[int, DocumentTokens]) -> None:
    """Replaces the tokens of entries of one language."""
    cursor.executemany(
        f"INSERT OR REPLACE INTO {table_of(language)} (rowid, title, keywords, body, surface)"
        " VALUES (%s, %s, %s, %s, %s)",
        [(entry, each.title, each.keywords, each.body, each.surface) for entry, each in tokens.items()],
    )


def delete_tokens(cursor: CursorWrapper, language: str, ids: Iterable[int]) -> None:
    """Forgets the tokens of entries of one language."""
    cursor.executemany(f"DELETE FROM {table_of(language)} WHERE rowid = %s", [(entry,) for entry in ids])


def delete_orphans(cursor: CursorWrapper, language: str) -> None:
    """Forgets tokens whose entry was deleted by something else than this engine."""
    cursor.execute(
        f"SELECT id FROM {table_of(language)}_docsize EXCEPT SELECT id FROM search_searchentry WHERE language = %s",
        [language],
    )
    delete_tokens(cursor, language, [entry for (entry,) in cursor.fetchall()])


def optimize(cursor: CursorWrapper) -> None:
    """Merges the index's segments after a rebuild, and refreshes the planner's statistics."""
    for language in LANGUAGES:
        cursor.execute(f"INSERT INTO {table_of(language)} ({table_of(language)}) VALUES ('optimize')")
    for table in ("searchentry", "searchcard", "searchwindow", "searchvocabulary"):
        cursor.execute(f"ANALYZE search_{table}")


def _anywhere(term: Term) -> str:
    ways = []
    if term.stems:
        ways.append(f"{{title keywords body}} : ({' OR '.join(_phrase(form) for form in term.stems)})")
    if term.prefix or not term.stems:
        ways.append(f'surface : "{term.word}"{" *" if term.prefix else ""}')
    return f"({' OR '.join(ways)})"


def _in_title(term: Term) -> str:
    ways = [_phrase(form) for form in term.stems]
    if term.prefix or not ways:
        ways.append(f'"{term.word}"{" *" if term.prefix else ""}')
    return f"title : ({' OR '.join(ways)})"


def _phrase(stems: tuple[str, ...]) -> str:
    # Tokens are letters and digits only: nothing in them can end the quotes.
    return " + ".join(f'"{stem}"' for stem in stems)


def _chunks(ids: list[int]) -> Iterable[list[int]]:
    for first in range(0, len(ids), _IDS_IN_ONE_STATEMENT):
        yield ids[first : first + _IDS_IN_ONE_STATEMENT]
