"""The engine inside the site's own database: SQLite FTS5 or PostgreSQL full text. Nothing to install, always there.

One search costs at most four statements: known words, near words for the unknown ones, the search itself (counts,
page and cards together), and once more with any of the words when none of the documents holds them all.
"""

import time
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

from django.db import connection

from search.documents import SearchDocument
from search.engines.contract import SearchRequest, SearchResult
from search.engines.embedded.dialect import dialect
from search.engines.embedded.reading import answer
from search.engines.embedded.writing import CHUNK, recount_words, remove_entries, write_documents, writing
from search.enums import EngineName, SearchKind
from search.models import SearchEntry


class EmbeddedEngine:
    """See `search.engines.contract.SearchEngine`."""

    name = EngineName.EMBEDDED

    def search(self, request: SearchRequest) -> SearchResult:
        """Answers from the database."""
        return answer(request)

    def writing(self) -> AbstractContextManager[Any]:
        """A transaction in which nobody else writes to the index."""
        return writing()

    def upsert(self, documents: Iterable[SearchDocument]) -> int:
        """Writes some hundred documents at once; those that say the same as before are only marked as seen."""
        return write_documents(documents, generation=time.time_ns())

    def remove(self, kind: SearchKind, object_ids: Iterable[int]) -> None:
        """Forgets objects in every language."""
        ids = list(object_ids)
        for first in range(0, len(ids), CHUNK):
            remove_entries(SearchEntry.objects.filter(kind=kind, object_id__in=ids[first : first + CHUNK]))

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        """Writes what changed, then removes what was not among the documents: readers always find a whole index."""
        generation = time.time_ns()
        written = write_documents(documents, generation=generation, count_words=False)
        stale = SearchEntry.objects.filter(generation__lt=generation)
        while ids := list(stale.values_list("pk", flat=True)[:CHUNK]):
            remove_entries(SearchEntry.objects.filter(pk__in=ids))
        recount_words()
        with connection.cursor() as cursor:
            dialect().optimize(cursor)
        return written

    def document_count(self) -> int:
        """How many documents the index holds."""
        return SearchEntry.objects.count()
