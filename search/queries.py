"""The search: one function for the site, its API and its widgets."""

import math
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypedDict

from django.utils import timezone

from cms.cursors import BadCursorError, decode_cursor, encode_cursor
from search.analysis import LANGUAGES, TERRITORY_LANGUAGE, analyse_query
from search.engines import choice
from search.engines.contract import EngineUnavailableError, Near, Position, SearchHit, SearchRequest, SearchResult
from search.enums import EngineName, SearchKind
from search.models import SearchBacklog

MAX_FIRST = 100
MAX_RADIUS_M = 500_000.0


class SearchHealth(TypedDict):
    """State of the search, ready for JSON. `degraded`: the database answers in Elasticsearch's place.

    `documents`: how many the answering engine holds. `backlog`: changed objects that an engine was not told of yet.
    """

    engine: str
    configured: str
    degraded: bool
    message: str
    documents: int
    backlog: int


def search(
    text: str,
    *,
    language: str = TERRITORY_LANGUAGE,
    kinds: Collection[str] = (),
    start: datetime | None = None,
    end: datetime | None = None,
    near: tuple[float, float, float] | None = None,
    bbox: tuple[float, float, float, float] | None = None,
    communes: Iterable[str] = (),
    first: int = 20,
    after: str | None = None,
    now: datetime | None = None,
) -> SearchResult:
    """What is found, best first; an empty text browses by the filters alone (nearest first when `near` is given).

    `start`/`end`: half-open window in which something must take place. `near`: latitude, longitude (degrees), radius
    (metres). `bbox`: west, south, east, north (degrees). `communes`: INSEE codes. `after`: the cursor of a result.
    Facets count all kinds, whatever `kinds` are wanted. Any text is answered; raises BadCursorError for a cursor
    that is not ours, ValueError for an unknown kind or coordinates that are not on Earth.
    """
    request = SearchRequest(
        query=analyse_query(text, language),
        language=language if language in LANGUAGES else TERRITORY_LANGUAGE,
        now=now or timezone.now(),
        kinds=frozenset(SearchKind(kind) for kind in kinds),
        start=start,
        end=end,
        near=_near(near) if near else None,
        bbox=_bbox(bbox) if bbox else None,
        communes=tuple(dict.fromkeys(communes)),
        first=min(max(1, first), MAX_FIRST),
        after=_position(after) if after else None,
    )
    result = choice.answer(request)
    return replace(result, next_cursor=hit_cursor(result.hits[-1]) if result.has_next and result.hits else None)


def hit_cursor(hit: SearchHit) -> str:
    """Opaque text that `search(after=…)` takes to go on behind this result."""
    position = hit.position
    return encode_cursor([position.engine, position.value, position.kind, position.object_id, position.shown])


def search_health() -> SearchHealth:
    """Which engine answers now. Asks Elasticsearch itself, so that an outage is seen without waiting for a visitor."""
    elastic = choice.elastic_engine()
    health: SearchHealth = {
        "engine": EngineName.EMBEDDED.value,
        "configured": (elastic or choice.embedded_engine()).name.value,
        "degraded": False,
        "message": "",
        "documents": 0,
        "backlog": SearchBacklog.objects.filter(**({} if elastic else {"only_elasticsearch": False})).count(),
    }
    if elastic:
        try:
            health["documents"] = elastic.document_count()
        except EngineUnavailableError as error:
            choice.outage.begin(str(error))
            health |= {"degraded": True, "message": str(error)}
        else:
            choice.outage.end()
            return health | {"engine": EngineName.ELASTICSEARCH.value}
    return health | {"documents": choice.embedded_engine().document_count()}


def _near(near: tuple[float, float, float]) -> Near:
    latitude, longitude, radius_m = near
    _check_coordinates([latitude], [longitude])
    if not math.isfinite(radius_m) or radius_m <= 0:
        raise ValueError("A radius is a positive number of metres.")
    return Near(latitude, longitude, min(float(radius_m), MAX_RADIUS_M))


def _bbox(bbox: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    west, south, east, north = bbox
    _check_coordinates([south, north], [west, east])
    if south > north:
        raise ValueError("A box is west, south, east, north.")
    return bbox


def _check_coordinates(latitudes: Iterable[float], longitudes: Iterable[float]) -> None:
    # Comparisons with NaN are false, so it is refused too.
    if not all(-90 <= each <= 90 for each in latitudes) or not all(-180 <= each <= 180 for each in longitudes):
        raise ValueError("These coordinates are not on Earth.")


def _position(cursor: str) -> Position:
    parts: list[Any] = list(decode_cursor(cursor, length=5))
    engine, value, kind, object_id, shown = parts
    numbers = (value, object_id, shown)
    if (
        engine not in list(EngineName)
        or kind not in SearchKind.values
        or any(isinstance(number, bool) or not isinstance(number, int | float) for number in numbers)
        or not math.isfinite(float(value))
        or not isinstance(object_id, int)
        or not isinstance(shown, int)
        or not 0 <= shown <= 10_000
        or abs(object_id) >= 2**63
    ):
        raise BadCursorError("This cursor belongs to another list.")
    return Position(str(engine), float(value), str(kind), object_id, shown)
