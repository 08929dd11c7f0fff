"""Full text in PostgreSQL: one tsvector for each entry, made of our tokens (no configuration, no parser of its own).

Weights: A title, B keywords, C unstemmed words, D text. Unstemmed words carry a leading "=", which no stem has.
"""

from collections.abc import Iterable, Mapping

from django.db.backends.utils import CursorWrapper

from search.analysis import Query, Term
from search.documents import DocumentTokens
from search.engines.contract import BODY_WEIGHT, KEYWORDS_WEIGHT, SURFACE_WEIGHT, TITLE_BONUS, TITLE_WEIGHT

# PostgreSQL keeps positions up to 16383.
_LAST_POSITION = 16_383
_FIELD_GAP = 50
# Number of the advisory lock of those who write to the index ("search" in ASCII).
_LOCK = 0x736561726368
_WEIGHTS = [weight / TITLE_WEIGHT for weight in (BODY_WEIGHT, SURFACE_WEIGHT, KEYWORDS_WEIGHT, TITLE_WEIGHT)]


def matching_entries(query: Query, *, relaxed: bool, by_relevance: bool) -> tuple[str, str, list[str], list[str]]:
    """FROM clause (entries are `e`), score, and the parameters of the score and of the FROM clause's condition.

    Without `by_relevance` only titles count.
    """
    source = "search_searchentry e JOIN search_tokens t ON t.entry_id = e.id WHERE t.tokens @@ %s::tsquery"
    weights = "'{" + ", ".join(map(str, _WEIGHTS)) + "}'::float4[]"
    relevance = f"10 * ts_rank({weights}, t.tokens, %s::tsquery)" if by_relevance else "1"
    score = f"(CASE WHEN t.tokens @@ %s::tsquery THEN {TITLE_BONUS} ELSE 0 END + {relevance})::float8"
    title = " & ".join(_in_title(term) for term in query.terms)
    anywhere = (" | " if relaxed else " & ").join(_anywhere(term) for term in query.terms)
    return source, score, [title, anywhere] if by_relevance else [title], [anywhere]


def starts_with(column: str, beginning: str) -> tuple[str, list[str]]:
    """A condition that the column's index answers."""
    return f"{column} LIKE %s", [beginning + "%"]


def surface_words(cursor: CursorWrapper, language: str, ids: Iterable[int]) -> dict[int, set[str]]:
    """Entry id → its unstemmed words, as indexed now."""
    cursor.execute(
        "SELECT entry_id, tsvector_to_array(tokens) FROM search_tokens WHERE entry_id = ANY(%s)", [list(ids)]
    )
    return {entry: {lexeme[1:] for lexeme in lexemes if lexeme.startswith("=")} for entry, lexemes in cursor.fetchall()}


def words_with_counts(cursor: CursorWrapper, language: str) -> list[tuple[str, int]]:
    """Every unstemmed word, and in how many entries it is."""
    cursor.execute(
        "SELECT substr(word, 2), ndoc FROM ts_stat(format("
        "'SELECT tokens FROM search_tokens t JOIN search_searchentry e ON e.id = t.entry_id WHERE e.language = %%L',"
        " %s::text)) WHERE word LIKE '=%%'",
        [language],
    )
    return cursor.fetchall()


def lock_writers(cursor: CursorWrapper) -> None:
    """Waits until no other transaction writes to the index; held until this one ends."""
    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def new_entry_ids(cursor: CursorWrapper, count: int) -> Iterable[int]:
    """Primary keys that no entry has."""
    cursor.execute(
        "SELECT nextval(pg_get_serial_sequence('search_searchentry', 'id')) FROM generate_series(1, %s)", [count]
    )
    return [entry for (entry,) in cursor.fetchall()]


def write_tokens(cursor: CursorWrapper, language: str, tokens: Mapping[int, DocumentTokens]) -> None:
    """Replaces the tokens of entries."""
    cursor.executemany(
        "INSERT INTO search_tokens (entry_id, tokens) VALUES (%s, %s::tsvector)"
        " ON CONFLICT (entry_id) DO UPDATE SET tokens = excluded.tokens",
        [(entry, _vector(each)) for entry, each in tokens.items()],
    )


def delete_tokens(cursor: CursorWrapper, language: str, ids: Iterable[int]) -> None:
    """Forgets the tokens of entries."""
    cursor.execute("DELETE FROM search_tokens WHERE entry_id = ANY(%s)", [list(ids)])


def delete_orphans(cursor: CursorWrapper, language: str) -> None:
    """Nothing to do: tokens go with their entry."""


def optimize(cursor: CursorWrapper) -> None:
    """Refreshes the planner's statistics after a rebuild."""
    for table in ("search_tokens", "search_searchentry", "search_searchwindow", "search_searchvocabulary"):
        cursor.execute(f"ANALYZE {table}")


def _vector(tokens: DocumentTokens) -> str:
    lexemes = []
    position = 1
    for field, weight in ((tokens.title, "A"), (tokens.keywords, "B"), (tokens.body, "D")):
        for stem in field.split():
            lexemes.append(f"'{stem}':{min(position, _LAST_POSITION)}{weight}")
            position += 1
        position += _FIELD_GAP
    lexemes.extend(f"'={word}':{_LAST_POSITION}C" for word in set(tokens.surface.split()))
    return " ".join(lexemes)


def _anywhere(term: Term) -> str:
    ways = [_phrase(form) for form in term.stems]
    if term.prefix or not ways:
        ways.append(f"'={term.word}'{':*' if term.prefix else ''}")
    return f"({' | '.join(ways)})"


def _in_title(term: Term) -> str:
    ways = [_phrase(form, ":A") for form in term.stems]
    if term.prefix or not ways:
        ways.append(f"'{term.word}':{'*' if term.prefix else ''}A")
    return f"({' | '.join(ways)})"


def _phrase(stems: tuple[str, ...], weight: str = "") -> str:
    # Tokens are letters and digits only: nothing in them can end the quotes.
    return "(" + " <-> ".join(f"'{stem}'{weight}" for stem in stems) + ")"
