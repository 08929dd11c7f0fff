"""What the rest of the site asks of the index: follow these objects now, or hold exactly what is public."""

import logging
from collections.abc import Iterable, Iterator

from search.documents import SearchDocument
from search.engines.choice import elastic_engine, embedded_engine
from search.engines.contract import EngineUnavailableError
from search.enums import SearchKind
from search.index.backlog import backlog_rows, call_catch_up, forget_rows, remember_objects
from search.index.reading import documents_of
from search.index.writing import write_to_database, write_to_elasticsearch
from search.models import SearchBacklog

logger = logging.getLogger(__name__)


def index_objects(kind: str, ids: Iterable[int]) -> None:
    """Writes these objects as they are now; those that are no longer public are removed.

    What Elasticsearch cannot take is remembered, and written in the background once it takes something again.
    """
    wanted = set(ids)
    write_to_database(SearchKind(kind), wanted)
    elastic = elastic_engine()
    if elastic is None:
        return
    try:
        write_to_elasticsearch(elastic, SearchKind(kind), wanted)
    except EngineUnavailableError as error:
        logger.warning("%s It will be told later of %d objects of kind %s.", error, len(wanted), kind)
        remember_objects(kind, wanted, only_elasticsearch=True)
    else:
        if SearchBacklog.objects.exists():
            call_catch_up()


def rebuild_index() -> dict[str, int]:
    """Makes every engine hold exactly what is public now, without interrupting searches: {engine: documents}.

    Raises EngineUnavailableError when Elasticsearch is configured and does not answer; the database is done by then.
    """
    missed = backlog_rows()
    written = {embedded_engine().name.value: embedded_engine().rebuild(_all_documents())}
    if elastic := elastic_engine():
        written[elastic.name.value] = elastic.rebuild(_all_documents())
    forget_rows(missed)
    return written


def _all_documents() -> Iterator[SearchDocument]:
    for kind in SearchKind:
        yield from documents_of(kind)
