"""Objects as they are now, written to one engine."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from search.documents import SearchDocument
from search.engines.choice import embedded_engine
from search.enums import SearchKind
from search.index.reading import documents_of

if TYPE_CHECKING:
    from search.engines.elastic import ElasticEngine

# Few enough that nobody else waits long for the database.
OBJECTS_AT_ONCE = 100


def write_to_database(kind: SearchKind, ids: Iterable[int]) -> None:
    """Objects that are not public, or no more, are removed.

    They are read inside the transaction that writes them, in which nobody else writes to the index: what a slower
    process read earlier never comes over what a quicker one has written.
    """
    engine = embedded_engine()
    wanted = sorted(set(ids))
    for first in range(0, len(wanted), OBJECTS_AT_ONCE):
        some = wanted[first : first + OBJECTS_AT_ONCE]
        with engine.writing():
            documents = list(documents_of(kind, some))
            engine.upsert(documents)
            gone = set(some) - {document.object_id for document in documents}
            if gone:
                engine.remove(kind, sorted(gone))


def write_to_elasticsearch(engine: "ElasticEngine", kind: SearchKind, ids: Iterable[int]) -> None:
    """Objects that are not public, or no more, are removed. Raises EngineUnavailableError."""
    wanted = sorted(set(ids))
    public: set[int] = set()

    def documents() -> Iterator[SearchDocument]:
        for document in documents_of(kind, wanted):
            public.add(document.object_id)
            yield document

    # Read while it is being written: the engine notes the time before the first one is read.
    engine.upsert(documents())
    gone = set(wanted) - public
    if gone:
        engine.remove(kind, sorted(gone))
