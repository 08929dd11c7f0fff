"""Answers searches from the tables: corrections of typos, filters, order, page."""
# ruff: noqa: S608 - fragments are ours, values are parameters

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from search.analysis import Query, allowed_typos, edit_distance, with_corrections
from search.documents import matching_sentence, utc_timestamp
from search.engines.contract import (
    METRES_PER_DEGREE,
    Near,
    Position,
    SearchHit,
    SearchRequest,
    SearchResult,
    kinds_total,
    metres_between,
)
from search.engines.embedded.dialect import dialect
from search.enums import EngineName, SearchKind

MAX_CORRECTIONS = 3
MAX_CANDIDATES = 4_000

# A word found in so many documents ranks them no better than their titles and weights do, at a fraction of the cost.
FREQUENT = 2_500

_HIT_COLUMNS = (
    "h.kind, h.object_id, h.value, c.public_id, c.path, c.title, c.title_language, c.text, c.commune_name, c.card,"
    " e.commune_code, e.latitude, e.longitude"
)


def answer(request: SearchRequest) -> SearchResult:
    """The documents that hold all words; when there are none of any kind, those that hold some of them."""
    with connection.cursor() as cursor:
        counts = _word_counts(cursor, request.query)
        unknown = {word: prefix for word, prefix in counts if not counts[word, prefix] and allowed_typos(word)}
        query = request.query
        if unknown:
            query = with_corrections(query, _near_words(cursor, query.language, unknown))
        by_relevance = _is_filtered(request) or min(counts.values(), default=0) < FREQUENT
        result = _answer(cursor, request, query, relaxed=False, by_relevance=by_relevance)
        if not any(result.facets.values()) and len(query.terms) > 1:
            result = _answer(cursor, request, query, relaxed=True, by_relevance=True)
    return result


def _is_filtered(request: SearchRequest) -> bool:
    return bool(request.near or request.bbox or request.communes or request.start or request.end)


def _word_counts(cursor: CursorWrapper, query: Query) -> dict[tuple[str, bool], int]:
    """(word, whether it is a beginning) → in how many documents it is, at most."""
    asked = list(dict.fromkeys((term.word, term.prefix) for term in query.terms))
    if not asked:
        return {}
    parts: list[str] = []
    params: list[Any] = []
    for word, prefix in asked:
        condition, values = dialect().starts_with("token", word) if prefix else ("token = %s", [word])
        parts.append(
            f"SELECT {len(parts)}, COALESCE(SUM(documents), 0) FROM search_searchvocabulary"
            f" WHERE language = %s AND {condition}"
        )
        params += [query.language, *values]
    cursor.execute(" UNION ALL ".join(parts), params)
    return {asked[number]: int(documents) for number, documents in cursor.fetchall()}


def _near_words(cursor: CursorWrapper, language: str, words: Mapping[str, bool]) -> dict[str, list[str]]:
    """Word → the nearest known ones; the value given says whether the word is only the beginning of one.

    Words that begin or end alike are compared, letter by letter.

    One typo (a letter too many, missing, wrong, or two exchanged) always leaves one of the two pieces as it is.
    """
    starts_with = dialect().starts_with
    conditions: list[str] = []
    params: list[Any] = []
    for word in words:
        piece = (len(word) - 1) // (allowed_typos(word) + 1)
        for column, text in (("token", word[:piece]), ("backward", word[::-1][:piece])):
            condition, values = starts_with(column, text)
            conditions.append(
                f"SELECT token, documents FROM search_searchvocabulary WHERE language = %s AND {condition}"
                " AND documents > 0 AND LENGTH(token) >= %s"
            )
            params += [language, *values, len(word) - allowed_typos(word)]
    cursor.execute(f"SELECT token, documents FROM ({' UNION '.join(conditions)}) near LIMIT {MAX_CANDIDATES}", params)
    candidates = cursor.fetchall()
    return {word: _nearest(word, candidates, prefix=prefix) for word, prefix in words.items()}


def _nearest(word: str, candidates: Iterable[tuple[str, int]], *, prefix: bool) -> list[str]:
    limit = allowed_typos(word)
    found = []
    for token, documents in candidates:
        distance = edit_distance(word, token, limit)
        if prefix and distance > limit:
            # Still being typed: the word may be a misspelt beginning.
            distance = min(
                edit_distance(word, token[:length], limit) for length in (len(word) - 1, len(word), len(word) + 1)
            )
        if distance <= limit:
            found.append((distance, -documents, token))
    found.sort()
    return [token for distance, _count, token in found[:MAX_CORRECTIONS] if distance == found[0][0]]


def _answer(
    cursor: CursorWrapper, request: SearchRequest, query: Query, *, relaxed: bool, by_relevance: bool
) -> SearchResult:
    """One statement: every match counted by kind, and the page wanted with its cards."""
    value, value_params, source, source_params = _source(request, query, relaxed=relaxed, by_relevance=by_relevance)
    conditions, condition_params = _filters(request)
    page, page_params = _page(request)
    # Browsing by weight walks an index; everything else is computed once, for the counts and for the page.
    materialized = "MATERIALIZED" if query.terms or request.near else "NOT MATERIALIZED"
    upcoming_from = utc_timestamp(request.start or request.now)
    cursor.execute(
        f"WITH hit AS {materialized} (SELECT e.id, e.kind, e.object_id, {value} AS value"
        f" FROM {source} AND {' AND '.join(conditions)})"
        f" SELECT kind, COUNT(*), {', '.join(['NULL'] * 12)} FROM hit GROUP BY kind"
        f" UNION ALL SELECT {_HIT_COLUMNS}, (SELECT MIN(w.starts) FROM search_searchwindow w"
        " WHERE w.object_id = h.object_id AND w.kind = h.kind AND (w.ends > %s OR w.starts >= %s))"
        f" FROM ({page}) h JOIN search_searchcard c ON c.entry_id = h.id JOIN search_searchentry e ON e.id = h.id",
        [*value_params, *source_params, *condition_params, upcoming_from, upcoming_from, *page_params],
    )
    facets = dict.fromkeys(SearchKind, 0)
    rows = []
    for row in cursor.fetchall():
        if row[3] is None:
            facets[SearchKind(row[0])] = row[1]
        else:
            rows.append(row)
    rows.sort(key=lambda row: (-row[2], row[0], row[1]))
    shown = request.after.shown if request.after else 0
    hits = [_hit(row, request, query, shown + place) for place, row in enumerate(rows[: request.first], start=1)]
    return SearchResult(
        hits=hits,
        total=kinds_total(facets, request.kinds),
        facets=facets,
        has_next=len(rows) > request.first,
        engine=EngineName.EMBEDDED,
        relaxed=relaxed,
    )


def _source(
    request: SearchRequest, query: Query, *, relaxed: bool, by_relevance: bool
) -> tuple[str, list[Any], str, list[Any]]:
    """What results are ordered by, highest first, and where they come from; each with its parameters."""
    distance, distance_params = _distance(request.near) if request.near else ("", [])
    if query.terms:
        source, score, score_params, source_params = dialect().matching_entries(
            query, relaxed=relaxed, by_relevance=by_relevance
        )
        value, value_params = f"{score} * (1 + e.rank)", list(score_params)
        if request.near:
            # Half the score at the edge of the circle.
            value, value_params = f"{value} * (1 - {distance} / %s)", [*value_params, *distance_params]
            value_params.append(2.0 * request.near.radius_m)
        return value, value_params, source, list(source_params)
    source = "search_searchentry e WHERE 1 = 1"
    return (f"(0 - {distance})", distance_params, source, []) if request.near else ("e.rank", [], source, [])


def _distance(near: Near) -> tuple[str, list[float]]:
    """Metres from the point in plain arithmetic, exact to a thousandth below 100 km (the page's own are haversine)."""
    latitude = math.radians(near.latitude)
    # A degree of longitude shrinks with the latitude half-way between the two points (first order of the cosine).
    shrinking = math.sin(latitude) * math.radians(0.5) * METRES_PER_DEGREE
    north, north_params = "((e.latitude - %s) * %s)", [near.latitude, METRES_PER_DEGREE]
    east = "((e.longitude - %s) * (%s - (e.latitude - %s) * %s))"
    east_params = [near.longitude, math.cos(latitude) * METRES_PER_DEGREE, near.latitude, shrinking]
    return f"SQRT({north} * {north} + {east} * {east})", [*north_params * 2, *east_params * 2]


def _filters(request: SearchRequest) -> tuple[list[str], list[Any]]:
    """Conditions on entries `e`, those that are answered by the row itself first."""
    conditions = ["e.language = %s"]
    params: list[Any] = [request.language]
    if request.communes:
        conditions.append(f"e.commune_code IN ({', '.join(['%s'] * len(request.communes))})")
        params += request.communes
    if request.bbox:
        west, south, east, north = request.bbox
        # A box may lie across the 180th meridian.
        longitudes = "BETWEEN %s AND %s" if west <= east else "NOT BETWEEN %s AND %s"
        conditions += ["e.latitude BETWEEN %s AND %s", f"e.longitude {longitudes}"]
        params += [south, north, *((west, east) if west <= east else (east, west))]
    if request.near:
        height = request.near.radius_m / METRES_PER_DEGREE * 1.001
        width = height / max(0.01, math.cos(math.radians(min(89.0, abs(request.near.latitude) + height))))
        distance, distance_params = _distance(request.near)
        conditions += ["e.latitude BETWEEN %s AND %s", "e.longitude BETWEEN %s AND %s", f"{distance} <= %s"]
        params += [request.near.latitude - height, request.near.latitude + height]
        params += [request.near.longitude - width, request.near.longitude + width]
        params += [*distance_params, request.near.radius_m]
    if request.start or request.end:
        windows = ["w.object_id = e.object_id", "w.kind = e.kind"]
        bounds: list[int] = []
        if request.end:
            conditions.append("e.first_start < %s")
            windows.append("w.starts < %s")
            params.append(utc_timestamp(request.end))
            bounds.append(utc_timestamp(request.end))
        if request.start:
            conditions.append("e.last_end >= %s")
            windows.append("(w.ends > %s OR w.starts >= %s)")
            params.append(utc_timestamp(request.start))
            bounds += [utc_timestamp(request.start)] * 2
        conditions.append(f"EXISTS (SELECT 1 FROM search_searchwindow w WHERE {' AND '.join(windows)})")
        params += bounds
    else:
        conditions.append("(e.last_end IS NULL OR e.last_end > %s)")
        params.append(utc_timestamp(request.now))
    return conditions, params


def _page(request: SearchRequest) -> tuple[str, list[Any]]:
    """The page's rows among `hit`, one too many to know whether there are more."""
    conditions = ["1 = 1"]
    params: list[Any] = []
    offset = 0
    if request.kinds:
        conditions.append(f"kind IN ({', '.join(['%s'] * len(request.kinds))})")
        params += sorted(request.kinds)
    after = request.after
    if after and after.engine == EngineName.EMBEDDED:
        conditions.append("(value < %s OR (value = %s AND (kind, object_id) > (%s, %s)))")
        params += [after.value, after.value, after.kind, after.object_id]
    elif after:
        offset = after.shown
    return (
        f"SELECT * FROM hit WHERE {' AND '.join(conditions)} ORDER BY value DESC, kind, object_id LIMIT %s OFFSET %s",
        [*params, request.first + 1, offset],
    )


def _hit(row: Sequence[Any], request: SearchRequest, query: Query, shown: int) -> SearchHit:
    kind, object_id, value, public_id, path, title, language, text, commune_name, card = row[:10]
    commune_code, latitude, longitude, start = row[10:]
    near = request.near
    distance = None
    if near and latitude is not None and longitude is not None:
        distance = round(metres_between(near.latitude, near.longitude, latitude, longitude))
    return SearchHit(
        kind=SearchKind(kind),
        object_id=object_id,
        public_id=public_id,
        path=path,
        title=title,
        language=language,
        snippet=matching_sentence(text, query),
        commune_code=commune_code,
        commune_name=commune_name,
        latitude=latitude,
        longitude=longitude,
        start=None if start is None else datetime.fromtimestamp(start, UTC),
        distance_m=distance,
        card=json.loads(card) if isinstance(card, str) else card,
        position=Position(EngineName.EMBEDDED, value, kind, object_id, shown),
    )
