"""Keeps the tables up to date: entries, cards, windows, tokens, vocabulary.

Rows are written by statements of our own: a bulk import changes many, and most of the time went into models made of
them.
"""
# ruff: noqa: S608 - names of tables and columns are ours, values are parameters

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet

from search.analysis import LANGUAGES
from search.documents import (
    DocumentTokens,
    SearchDocument,
    document_checksum,
    document_tokens,
    utc_timestamps,
)
from search.engines.embedded.dialect import dialect
from search.models import SearchCard, SearchEntry, SearchVocabulary, SearchWindow

# A hundred objects in six languages: longer transactions make other writers wait.
CHUNK = 600

Key = tuple[str, int, str]  # kind, object, language

_ENTRY_COLUMNS = (
    *("id", "kind", "object_id", "language", "latitude", "longitude", "commune_code", "rank"),
    *("first_start", "last_end", "generation"),
)
_CARD_COLUMNS = (
    *("entry_id", "public_id", "path", "title", "title_language", "text", "commune_name", "card", "checksum"),
)


def _upsert(table: str, columns: tuple[str, ...]) -> str:
    """Statement that writes a row whose first column is its key, whether it is there or not."""
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
        f" ON CONFLICT ({columns[0]}) DO UPDATE SET {updates}"
    )


_UPSERT_ENTRY = _upsert("search_searchentry", _ENTRY_COLUMNS)
_UPSERT_CARD = _upsert("search_searchcard", _CARD_COLUMNS)
_INSERT_WINDOW = "INSERT INTO search_searchwindow (kind, object_id, starts, ends) VALUES (%s, %s, %s, %s)"


@contextmanager
def writing(*, savepoint: bool = True) -> Iterator[CursorWrapper]:
    """A transaction in which nobody else writes to the index. What is read in it is what the index will show.

    Inside another transaction, FTS5 writes what it has gathered at each savepoint; without one there is less to merge.
    """
    with transaction.atomic(savepoint=savepoint), connection.cursor() as cursor:
        dialect().lock_writers(cursor)
        yield cursor


def write_documents(documents: Iterable[SearchDocument], *, generation: int, count_words: bool = True) -> int:
    """Writes by transactions of `CHUNK`; documents that say the same as before are only marked as seen.

    Documents are drawn from an iterator inside the transaction. Without `count_words` the vocabulary is left as it is:
    the caller ends with `recount_words`.
    """
    iterator = iter(documents)
    written = 0
    while True:
        with writing(savepoint=False) as cursor:
            chunk = list(islice(iterator, CHUNK))
            if chunk:
                _write(cursor, chunk, generation, count_words=count_words)
        written += len(chunk)
        if len(chunk) < CHUNK:
            return written


def _write(cursor: CursorWrapper, documents: list[SearchDocument], generation: int, *, count_words: bool) -> None:
    latest: dict[Key, SearchDocument] = {
        (document.kind, document.object_id, document.language): document for document in documents
    }
    existing = _existing(latest)
    changed: dict[Key, str] = {}
    seen = []
    for key, document in latest.items():
        checksum = document_checksum(document)
        if key in existing and existing[key][1] == checksum:
            seen.append(existing[key][0])
        else:
            changed[key] = checksum
    SearchEntry.objects.filter(pk__in=seen, generation__lt=generation).update(generation=generation)
    if not changed:
        return
    new_ids = iter(dialect().new_entry_ids(cursor, sum(key not in existing for key in changed)))
    entries = {key: existing[key][0] if key in existing else next(new_ids) for key in changed}
    cursor.executemany(_UPSERT_ENTRY, [_entry(entries[key], latest[key], generation) for key in changed])
    cursor.executemany(_UPSERT_CARD, [_card(entries[key], latest[key], checksum) for key, checksum in changed.items()])
    _write_windows(cursor, (latest[key] for key in changed))
    tokens: dict[str, dict[int, DocumentTokens]] = {}
    for key, entry in entries.items():
        tokens.setdefault(latest[key].language, {})[entry] = document_tokens(latest[key])
    known = {pk for pk, _checksum in existing.values()}
    for language, by_entry in tokens.items():
        rewritten = [entry for entry in by_entry if entry in known]
        before = dialect().surface_words(cursor, language, rewritten) if count_words and rewritten else {}
        dialect().write_tokens(cursor, language, by_entry)
        if count_words:
            after = [set(each.surface.split()) for each in by_entry.values()]
            _count_words(cursor, language, before=before.values(), after=after)


def _existing(documents: Mapping[Key, SearchDocument]) -> dict[Key, tuple[int, str]]:
    """Primary key and checksum of the entries of these objects, those in other languages too."""
    ids: dict[str, set[int]] = {}
    for kind, object_id, _language in documents:
        ids.setdefault(kind, set()).add(object_id)
    found: dict[Key, tuple[int, str]] = {}
    for kind, objects in ids.items():
        rows = SearchEntry.objects.filter(kind=kind, object_id__in=objects)
        for pk, object_id, language, checksum in rows.values_list("pk", "object_id", "language", "card__checksum"):
            found[kind, object_id, language] = (pk, checksum)
    return found


def recount_words() -> None:
    """Makes the vocabulary anew from the tokens of all documents."""
    for language in LANGUAGES:
        with writing() as cursor:
            dialect().delete_orphans(cursor, language)
            SearchVocabulary.objects.filter(language=language).delete()
            cursor.executemany(
                "INSERT INTO search_searchvocabulary (language, token, backward, documents) VALUES (%s, %s, %s, %s)",
                [
                    (language, word, word[::-1], documents)
                    for word, documents in dialect().words_with_counts(cursor, language)
                ],
            )


def _entry(entry: int, document: SearchDocument, generation: int) -> tuple[Any, ...]:
    """Values of `_ENTRY_COLUMNS`."""
    windows = utc_timestamps(document.dates)
    return (
        entry,
        document.kind,
        document.object_id,
        document.language,
        document.latitude,
        document.longitude,
        document.commune_code,
        document.rank,
        min((start for start, _end in windows), default=None),
        max((end for _start, end in windows), default=None),
        generation,
    )


def _card(entry: int, document: SearchDocument, checksum: str) -> tuple[Any, ...]:
    """Values of `_CARD_COLUMNS`."""
    return (
        entry,
        document.public_id,
        document.path,
        document.title,
        document.title_language,
        document.text,
        document.commune_name,
        json.dumps(dict(document.card)),
        checksum,
    )


def _write_windows(cursor: CursorWrapper, documents: Iterable[SearchDocument]) -> None:
    by_kind: dict[str, dict[int, SearchDocument]] = {}
    for document in documents:
        by_kind.setdefault(document.kind, {})[document.object_id] = document
    for kind, by_object in by_kind.items():
        SearchWindow.objects.filter(kind=kind, object_id__in=by_object).delete()
        cursor.executemany(
            _INSERT_WINDOW,
            [
                (kind, object_id, start, end)
                for object_id, document in by_object.items()
                for start, end in utc_timestamps(document.dates)
            ],
        )


def _count_words(
    cursor: CursorWrapper, language: str, *, before: Iterable[set[str]], after: Iterable[set[str]]
) -> None:
    changes: Counter[str] = Counter()
    for words in after:
        changes.update(words)
    for words in before:
        changes.subtract(words)
    cursor.executemany(
        "INSERT INTO search_searchvocabulary (language, token, backward, documents) VALUES (%s, %s, %s, %s)"
        " ON CONFLICT (language, token)"
        " DO UPDATE SET documents = search_searchvocabulary.documents + excluded.documents",
        # In order, so that two writers never wait for each other.
        [(language, word, word[::-1], change) for word, change in sorted(changes.items()) if change],
    )


def remove_entries(entries: QuerySet[SearchEntry]) -> None:
    """Forgets entries, their tokens, cards and words; windows when the object has no other language left."""
    with writing(savepoint=False) as cursor:
        rows = list(entries.values_list("pk", "kind", "object_id", "language"))
        by_language: dict[str, list[int]] = {}
        for pk, _kind, _object_id, language in rows:
            by_language.setdefault(language, []).append(pk)
        for language, ids in by_language.items():
            before = dialect().surface_words(cursor, language, ids)
            dialect().delete_tokens(cursor, language, ids)
            _count_words(cursor, language, before=before.values(), after=[])
        SearchCard.objects.filter(entry__in=[pk for pk, *_rest in rows]).delete()
        SearchEntry.objects.filter(pk__in=[pk for pk, *_rest in rows]).delete()
        for kind in {kind for _pk, kind, _object_id, _language in rows}:
            gone = {object_id for _pk, each, object_id, _language in rows if each == kind}
            gone -= set(SearchEntry.objects.filter(kind=kind, object_id__in=gone).values_list("object_id", flat=True))
            SearchWindow.objects.filter(kind=kind, object_id__in=gone).delete()
