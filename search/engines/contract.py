"""What every engine is asked and answers. Pure."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from search.analysis import Query
from search.documents import SearchDocument
from search.enums import EngineName, SearchKind

EARTH_RADIUS_M = 6_371_008.8
METRES_PER_DEGREE = math.radians(1) * EARTH_RADIUS_M

# How much a match in a field counts. A title that holds every word comes before anything else.
TITLE_WEIGHT, KEYWORDS_WEIGHT, BODY_WEIGHT, SURFACE_WEIGHT = 8.0, 4.0, 1.0, 0.5
TITLE_BONUS = 100.0


class EngineUnavailableError(Exception):
    """The engine cannot answer now; another one may."""


@dataclass(frozen=True, slots=True)
class Near:
    """A point (degrees, WGS 84) and a radius in metres."""

    latitude: float
    longitude: float
    radius_m: float


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page ended: the last result's sort value and identity, how many were shown, and on which engine.

    A sort value means nothing to the other engine, which then goes on by the number of results shown.
    """

    engine: str
    value: float
    kind: str
    object_id: int
    shown: int


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One analysed question. `bbox` is (west, south, east, north) in degrees; `start`/`end` a half-open window.

    A window of dates keeps only what takes place in it; without one, what is over at `now` is left out.
    """

    query: Query
    language: str
    now: datetime
    kinds: frozenset[SearchKind] = frozenset()
    start: datetime | None = None
    end: datetime | None = None
    near: Near | None = None
    bbox: tuple[float, float, float, float] | None = None
    communes: tuple[str, ...] = ()
    first: int = 20
    after: Position | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One result. `start`: the next date from the window's start (or now) on; `distance_m` from the point asked."""

    kind: SearchKind
    object_id: int
    public_id: str
    path: str
    title: str
    language: str
    snippet: str
    commune_code: str
    commune_name: str
    latitude: float | None
    longitude: float | None
    start: datetime | None
    distance_m: int | None
    card: Mapping[str, Any]
    position: Position


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of results. `facets` counts every kind, whatever kinds were asked; `total` counts those asked.

    `has_next` says that there are more; `relaxed` that no document held all words, so that some were let go.
    """

    hits: list[SearchHit]
    total: int
    facets: dict[SearchKind, int]
    has_next: bool
    engine: EngineName
    relaxed: bool = False
    next_cursor: str | None = field(default=None)


class SearchEngine(Protocol):
    """Both engines have these; the contract tests in `tests/search` run on each."""

    name: EngineName

    def search(self, request: SearchRequest) -> SearchResult:
        """Raises EngineUnavailableError when the engine cannot answer, nothing else."""

    def upsert(self, documents: Iterable[SearchDocument]) -> int:
        """Writes documents, replacing those of the same object and language; returns how many were given."""

    def remove(self, kind: SearchKind, object_ids: Iterable[int]) -> None:
        """Forgets objects in every language; unknown ones are no error."""

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        """Makes the index hold these documents and no others, while it goes on answering; returns how many."""

    def document_count(self) -> int:
        """How many documents the index holds."""


def metres_between(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance in metres between two points in degrees (haversine, mean Earth radius)."""
    one, other = math.radians(latitude), math.radians(other_latitude)
    half_way = (
        math.sin((other - one) / 2) ** 2
        + math.cos(one) * math.cos(other) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, half_way)))


def kinds_total(facets: Mapping[SearchKind, int], kinds: frozenset[SearchKind]) -> int:
    """How many results remain when only some kinds are wanted (all when none is named)."""
    return sum(count for kind, count in facets.items() if not kinds or kind in kinds)
