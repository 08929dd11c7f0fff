"""Which engines this site has, which one answers first, and whether it can."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings

from search.engines.contract import EngineUnavailableError, SearchEngine, SearchRequest, SearchResult
from search.engines.embedded import EmbeddedEngine

if TYPE_CHECKING:
    from search.engines.elastic import ElasticEngine

logger = logging.getLogger(__name__)

# After a failure Elasticsearch is left alone for a while: no visitor waits for the same time-out again.
PAUSE_S = 10.0


@dataclass(slots=True)
class Outage:
    """What this process last saw of Elasticsearch: nothing wrong, or what and until when it is left alone."""

    message: str = ""
    until: float = 0.0

    def begin(self, message: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Remembers a failure."""
        self.message, self.until = message, clock() + PAUSE_S

    def is_paused(self, clock: Callable[[], float] = time.monotonic) -> bool:
        """Whether the server is still being left alone."""
        return clock() < self.until

    def end(self) -> None:
        """The server answered."""
        self.message, self.until = "", 0.0


outage = Outage()


def embedded_engine() -> EmbeddedEngine:
    """The engine that is always there."""
    return EmbeddedEngine()


def elastic_engine() -> "ElasticEngine | None":
    """The engine on the server that the settings name, if they name one."""
    return _elastic_engine(settings.ELASTICSEARCH_URL) if settings.ELASTICSEARCH_URL else None


def engines() -> list[SearchEngine]:
    """All that must be kept up to date."""
    elastic = elastic_engine()
    return [embedded_engine(), elastic] if elastic else [embedded_engine()]


def answer(request: SearchRequest) -> SearchResult:
    """From Elasticsearch when the site has one and it answers, else from the database."""
    elastic = elastic_engine()
    if elastic and not outage.is_paused():
        try:
            result = elastic.search(request)
        except EngineUnavailableError as error:
            outage.begin(str(error))
            logger.warning("%s The database answers instead.", error)
        else:
            outage.end()
            return result
    return embedded_engine().search(request)


@cache
def _elastic_engine(url: str) -> "ElasticEngine":
    from search.engines.elastic import ElasticEngine  # noqa: PLC0415 - a second that a site without it need not wait

    return ElasticEngine(url)
