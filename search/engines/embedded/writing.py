"""Keeps the tables up to date: entries, cards, windows, tokens, vocabulary."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import QuerySet

from search.analysis import LANGUAGES
from search.documents import (
    DocumentTokens,
    SearchDocument,
    document_checksum,
    document_tokens,
    utc_timestamp,
)
from search.engines.embedded.dialect import dialect
from search.enums import SearchKind
from search.models import SearchCard, SearchEntry, SearchVocabulary, SearchWindow

CHUNK = 500


def write_documents(documents: Iterable[SearchDocument], *, generation: int, count_words: bool = True) -> int:
    """Writes by transactions of 500; documents that say the same as before are only marked as seen.

    Without `count_words` the vocabulary is left as it is: the caller ends with `recount_words`.
    """
    written = 0
    for chunk in _chunks(documents):
        with transaction.atomic():
            _write(chunk, generation, count_words=count_words)
        written += len(chunk)
    return written


def _write(documents: list[SearchDocument], generation: int, *, count_words: bool) -> None:
    latest = {(document.kind, document.object_id, document.language): document for document in documents}
    found = SearchEntry.objects.filter(
        kind__in={key[0] for key in latest}, object_id__in={key[1] for key in latest}
    ).values_list("kind", "object_id", "language", "pk", "card__checksum")
    existing = {(SearchKind(kind), object_id, language): (pk, old) for kind, object_id, language, pk, old in found}
    checksums = {key: document_checksum(document) for key, document in latest.items()}
    seen = [existing[key][0] for key in latest if key in existing and existing[key][1] == checksums[key]]
    SearchEntry.objects.filter(pk__in=seen, generation__lt=generation).update(generation=generation)
    changed = {
        key: document for key, document in latest.items() if key not in existing or existing[key][1] != checksums[key]
    }
    if not changed:
        return
    entries = SearchEntry.objects.bulk_create(
        [_entry(document, generation) for document in changed.values()],
        update_conflicts=True,
        unique_fields=["kind", "object_id", "language"],
        update_fields=[
            "latitude",
            "longitude",
            "commune_code",
            "rank",
            "first_start",
            "last_end",
            "generation",
        ],
    )
    SearchCard.objects.bulk_create(
        [
            _card(entry, document, checksums[key])
            for entry, (key, document) in zip(entries, changed.items(), strict=True)
        ],
        update_conflicts=True,
        unique_fields=["entry"],
        update_fields=["public_id", "path", "title", "title_language", "text", "commune_name", "card", "checksum"],
    )
    _write_windows(changed.values())
    tokens: dict[str, dict[int, DocumentTokens]] = {}
    for entry, document in zip(entries, changed.values(), strict=True):
        tokens.setdefault(document.language, {})[entry.pk] = document_tokens(document)
    with connection.cursor() as cursor:
        for language, by_entry in tokens.items():
            before = dialect().surface_words(cursor, language, by_entry) if count_words else {}
            dialect().write_tokens(cursor, language, by_entry)
            if count_words:
                after = [set(each.surface.split()) for each in by_entry.values()]
                _count_words(cursor, language, before=before.values(), after=after)


def recount_words() -> None:
    """Makes the vocabulary anew from the tokens of all documents."""
    for language in LANGUAGES:
        with transaction.atomic(), connection.cursor() as cursor:
            SearchVocabulary.objects.filter(language=language).delete()
            cursor.executemany(
                "INSERT INTO search_searchvocabulary (language, token, backward, documents) VALUES (%s, %s, %s, %s)",
                [
                    (language, word, word[::-1], documents)
                    for word, documents in dialect().words_with_counts(cursor, language)
                ],
            )


def _entry(document: SearchDocument, generation: int) -> SearchEntry:
    starts = [utc_timestamp(start) for start, _end in document.dates]
    ends = [utc_timestamp(end) for _start, end in document.dates]
    return SearchEntry(
        kind=document.kind,
        object_id=document.object_id,
        language=document.language,
        latitude=document.latitude,
        longitude=document.longitude,
        commune_code=document.commune_code,
        rank=document.rank,
        first_start=min(starts, default=None),
        last_end=max(ends, default=None),
        generation=generation,
    )


def _card(entry: SearchEntry, document: SearchDocument, checksum: str) -> SearchCard:
    return SearchCard(
        entry=entry,
        public_id=document.public_id,
        path=document.path,
        title=document.title,
        title_language=document.title_language,
        text=document.text,
        commune_name=document.commune_name,
        card=dict(document.card),
        checksum=checksum,
    )


def _write_windows(documents: Iterable[SearchDocument]) -> None:
    by_object = {(document.kind, document.object_id): document.dates for document in documents}
    for kind in {kind for kind, _object_id in by_object}:
        ids = [object_id for each, object_id in by_object if each == kind]
        SearchWindow.objects.filter(kind=kind, object_id__in=ids).delete()
    SearchWindow.objects.bulk_create(
        SearchWindow(kind=kind, object_id=object_id, starts=utc_timestamp(start), ends=utc_timestamp(end))
        for (kind, object_id), dates in by_object.items()
        for start, end in dates
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
    with transaction.atomic():
        rows = list(entries.values_list("pk", "kind", "object_id", "language"))
        by_language: dict[str, list[int]] = {}
        for pk, _kind, _object_id, language in rows:
            by_language.setdefault(language, []).append(pk)
        with connection.cursor() as cursor:
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


def _chunks(documents: Iterable[SearchDocument]) -> Iterator[list[SearchDocument]]:
    iterator = iter(documents)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk
