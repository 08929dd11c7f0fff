"""The engine on an Elasticsearch server, given our tokens: any distribution of it will do, no analysis plug-in needed.

Public names: an alias (`traverse`) that searches and writes use, and `traverse-building` while a rebuild fills the
index that will take its place. Writes carry the time at which they were read as external version, so that a rebuild
never puts an older state over a newer one.
"""

import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from elasticsearch.dsl import DateRange, Double, GeoPoint, Keyword, Long, Mapping, Object, Q, Search, Text
from elasticsearch.dsl.query import Query as Clause
from elasticsearch.helpers import streaming_bulk

from search.analysis import LANGUAGES, Query, Term, allowed_typos
from search.documents import SearchDocument, document_tokens, matching_sentence, utc_timestamp
from search.engines.contract import (
    BODY_WEIGHT,
    KEYWORDS_WEIGHT,
    SURFACE_WEIGHT,
    TITLE_BONUS,
    TITLE_WEIGHT,
    EngineUnavailableError,
    Position,
    SearchHit,
    SearchRequest,
    SearchResult,
    kinds_total,
    metres_between,
)
from search.enums import EngineName, SearchKind

SEARCH_TIMEOUT_S = 2.0
WRITE_TIMEOUT_S = 60.0
BULK_CHUNK = 1_000

_TITLE, _KEYWORDS, _BODY = f"title^{TITLE_WEIGHT}", f"keywords^{KEYWORDS_WEIGHT}", f"body^{BODY_WEIGHT}"


class ElasticEngine:
    """See `search.engines.contract.SearchEngine`. `url` may name several nodes, separated by commas.

    With `refresh`, writes can be found as soon as they return, at a cost; otherwise within a second.
    """

    name = EngineName.ELASTICSEARCH

    def __init__(self, url: str, *, index: str = "traverse", refresh: bool = False) -> None:
        self.alias = index
        self.building = f"{index}-building"
        self.refresh = refresh
        self.client = Elasticsearch(
            [node.strip() for node in url.split(",") if node.strip()],
            request_timeout=SEARCH_TIMEOUT_S,
            max_retries=1,
            retry_on_timeout=False,
        )

    def search(self, request: SearchRequest) -> SearchResult:
        """Exact words first; then words nearly so; then documents that hold only some of them."""
        steps = [{"fuzzy": False, "relaxed": False}]
        if any(allowed_typos(term.word) for term in request.query.terms):
            steps.append({"fuzzy": True, "relaxed": False})
        if len(request.query.terms) > 1:
            steps.append({"fuzzy": True, "relaxed": True})
        try:
            for step in steps:
                result = self._result(request, **step)
                if any(result.facets.values()):
                    break
        except (ApiError, TransportError) as error:
            raise EngineUnavailableError(f"Elasticsearch cannot answer: {error}") from error
        return result

    def upsert(self, documents: Iterable[SearchDocument]) -> int:
        """Writes to the index in use and to the one that is being built, if any."""
        version = time.time_ns()
        try:
            targets = self._targets()
            return self._write(
                _index_action(target, document, version) for document in documents for target in targets
            ) // len(targets)
        except (ApiError, TransportError) as error:
            raise EngineUnavailableError(f"Elasticsearch cannot be written to: {error}") from error

    def remove(self, kind: SearchKind, object_ids: Iterable[int]) -> None:
        """Forgets objects in every language."""
        version = time.time_ns()
        try:
            targets = self._targets()
            self._write(
                {
                    "_op_type": "delete",
                    "_index": target,
                    "_id": f"{kind}:{object_id}:{language}",
                    "version": version,
                    "version_type": "external_gte",
                }
                for object_id in object_ids
                for language in LANGUAGES
                for target in targets
            )
        except (ApiError, TransportError) as error:
            raise EngineUnavailableError(f"Elasticsearch cannot be written to: {error}") from error

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        """Fills a new index, then moves the alias to it in one step and deletes the old one."""
        version = time.time_ns()
        name = f"{self.alias}-{version}"
        writer = self.client.options(request_timeout=WRITE_TIMEOUT_S)
        try:
            before = set(self._indices())
            self._create(name, refresh_interval="-1")
            writer.indices.update_aliases(
                actions=[
                    {"remove": {"index": f"{self.alias}-*", "alias": self.building, "must_exist": False}},
                    {"add": {"index": name, "alias": self.building}},
                ]
            )
            written = self._write(_index_action(name, document, version) for document in documents)
            writer.indices.put_settings(index=name, settings={"refresh_interval": None})
            writer.indices.refresh(index=name)
            writer.indices.update_aliases(
                actions=[
                    {"remove": {"index": f"{self.alias}-*", "alias": self.alias, "must_exist": False}},
                    {"remove": {"index": name, "alias": self.building, "must_exist": False}},
                    {"add": {"index": name, "alias": self.alias, "is_write_index": True}},
                ]
            )
            for old in before:
                writer.indices.delete(index=old, ignore_unavailable=True)
        except (ApiError, TransportError) as error:
            raise EngineUnavailableError(f"Elasticsearch cannot be rebuilt: {error}") from error
        return written

    def document_count(self) -> int:
        """How many documents the index holds."""
        try:
            return self.client.count(index=self.alias)["count"]
        except (ApiError, TransportError) as error:
            raise EngineUnavailableError(f"Elasticsearch cannot answer: {error}") from error

    def _result(self, request: SearchRequest, *, fuzzy: bool, relaxed: bool) -> SearchResult:
        search = _search(request, fuzzy=fuzzy, relaxed=relaxed).using(self.client).index(self.alias)
        search = search.params(allow_partial_search_results=False)
        try:
            response = search.execute().to_dict()
        except NotFoundError:
            # The alias may have moved to a new index between its resolution and the search.
            response = search.execute().to_dict()
        facets = dict.fromkeys(SearchKind, 0)
        for bucket in response["aggregations"]["kinds"]["buckets"]:
            facets[SearchKind(bucket["key"])] = bucket["doc_count"]
        found = response["hits"]["hits"]
        shown = request.after.shown if request.after else 0
        return SearchResult(
            hits=[_hit(each, request, shown + place) for place, each in enumerate(found[: request.first], start=1)],
            total=kinds_total(facets, request.kinds),
            facets=facets,
            has_next=len(found) > request.first,
            engine=EngineName.ELASTICSEARCH,
            relaxed=relaxed,
        )

    def _indices(self) -> list[str]:
        return list(self.client.indices.get(index=f"{self.alias}-*", ignore_unavailable=True))

    def _targets(self) -> list[str]:
        """Indices to write to: the one in use, made when it is missing, and the one being built."""
        if not self.client.indices.exists_alias(name=self.alias):
            name = f"{self.alias}-{time.time_ns()}"
            self._create(name)
            self.client.indices.put_alias(index=name, name=self.alias)
        if self.client.indices.exists_alias(name=self.building):
            return [self.alias, self.building]
        return [self.alias]

    def _create(self, name: str, **settings: str) -> None:
        self.client.options(request_timeout=WRITE_TIMEOUT_S).indices.create(
            index=name,
            mappings=index_mapping().to_dict(),
            settings={"auto_expand_replicas": "0-1", "number_of_shards": 1, **settings},
        )

    def _write(self, actions: Iterable[dict[str, Any]]) -> int:
        """How many writes were sent; a version conflict means that something newer is there, which is right."""
        count = 0
        writer = self.client.options(request_timeout=WRITE_TIMEOUT_S)
        refresh: dict[str, Any] = {"refresh": "true"} if self.refresh else {}
        for done, item in streaming_bulk(writer, actions, chunk_size=BULK_CHUNK, raise_on_error=False, **refresh):
            (answer,) = item.values()
            if not done and answer.get("status") not in (404, 409):
                raise EngineUnavailableError(f"Elasticsearch refused a document: {answer.get('error')}")
            count += 1
        return count


def index_mapping() -> Mapping:
    """Fields of the index. Text fields hold tokens, hence the whitespace analyzer; `shown` is only carried along."""
    tokens: dict[str, Any] = {"analyzer": "whitespace"}
    mapping = Mapping()
    mapping.meta("dynamic", False)
    for name in ("kind", "language", "commune_code"):
        mapping.field(name, Keyword())
    for name in ("title", "keywords", "body"):
        mapping.field(name, Text(**tokens))
    mapping.field("surface", Text(**tokens, index_prefixes={"min_chars": 1, "max_chars": 6}))
    mapping.field("object_id", Long())
    mapping.field("rank", Double())
    mapping.field("point", GeoPoint())
    mapping.field("dates", DateRange(format="epoch_second"))
    mapping.field("last_end", Long())
    mapping.field("shown", Object(enabled=False))
    return mapping


def _index_action(target: str, document: SearchDocument, version: int) -> dict[str, Any]:
    tokens = document_tokens(document)
    dates = [(utc_timestamp(start), utc_timestamp(end)) for start, end in document.dates]
    source: dict[str, Any] = {
        "kind": document.kind,
        "object_id": document.object_id,
        "language": document.language,
        "commune_code": document.commune_code,
        "title": tokens.title,
        "keywords": tokens.keywords,
        "body": tokens.body,
        "surface": tokens.surface,
        "rank": document.rank,
        "shown": {
            "public_id": document.public_id,
            "path": document.path,
            "title": document.title,
            "title_language": document.title_language,
            "text": document.text,
            "commune_name": document.commune_name,
            "commune_code": document.commune_code,
            "latitude": document.latitude,
            "longitude": document.longitude,
            "dates": dates,
            "card": document.card,
        },
    }
    if document.latitude is not None and document.longitude is not None:
        source["point"] = {"lat": document.latitude, "lon": document.longitude}
    if dates:
        source["dates"] = [{"gte": start, "lte": max(start, end - 1)} for start, end in dates]
        source["last_end"] = max(end for _start, end in dates)
    return {
        "_op_type": "index",
        "_index": target,
        "_id": f"{document.kind}:{document.object_id}:{document.language}",
        "version": version,
        "version_type": "external_gte",
        "_source": source,
    }


def _search(request: SearchRequest, *, fuzzy: bool, relaxed: bool) -> Search:
    query = _text(request.query, fuzzy=fuzzy, relaxed=relaxed) if request.query.terms else Q("match_all")
    ties: list[Any] = [{"kind": "asc"}, {"object_id": "asc"}]
    near = request.near
    point = {"lat": near.latitude, "lon": near.longitude} if near else None
    if request.query.terms:
        query = Q(
            "function_score",
            query=query,
            functions=[{"weight": 1}, {"field_value_factor": {"field": "rank", "missing": 0}}],
            score_mode="sum",
            boost_mode="multiply",
        )
        if near:
            # Half the score at the edge of the circle.
            decay = {"point": {"origin": point, "scale": f"{near.radius_m}m", "decay": 0.5}}
            query = Q("function_score", query=query, functions=[{"linear": decay}], boost_mode="multiply")
        sort: list[Any] = [{"_score": "desc"}, *ties]
    elif near:
        sort = [{"_geo_distance": {"point": point, "order": "asc", "unit": "m"}}, *ties]
    else:
        sort = [{"rank": "desc"}, *ties]
    search = Search().query("bool", must=[query], filter=list(_filters(request))).sort(*sort).source(["shown"])
    search.aggs.bucket("kinds", "terms", field="kind", size=len(SearchKind))
    if request.kinds:
        search = search.post_filter("terms", kind=sorted(request.kinds))
    after = request.after
    if after and after.engine == EngineName.ELASTICSEARCH:
        value = -after.value if near and not request.query.terms else after.value
        search = search.extra(search_after=[value, after.kind, after.object_id])
    elif after:
        search = search.extra(from_=after.shown)
    return search.extra(size=request.first + 1, track_total_hits=False)


def _filters(request: SearchRequest) -> Iterator[Clause]:
    yield Q("term", language=request.language)
    if request.communes:
        yield Q("terms", commune_code=list(request.communes))
    if request.bbox:
        west, south, east, north = request.bbox
        corners = {"top_left": {"lat": north, "lon": west}, "bottom_right": {"lat": south, "lon": east}}
        yield Q("geo_bounding_box", point=corners)
    if request.near:
        point = {"lat": request.near.latitude, "lon": request.near.longitude}
        yield Q("geo_distance", distance=f"{request.near.radius_m}m", point=point)
    if request.start or request.end:
        bounds: dict[str, Any] = {"relation": "intersects"}
        if request.start:
            bounds["gte"] = utc_timestamp(request.start)
        if request.end:
            bounds["lt"] = utc_timestamp(request.end)
        yield Q("range", dates=bounds)
    else:
        going_on = Q("range", last_end={"gt": utc_timestamp(request.now)})
        yield Q("bool", should=[going_on, ~Q("exists", field="last_end")], minimum_should_match=1)


def _text(query: Query, *, fuzzy: bool, relaxed: bool) -> Clause:
    terms = [_anywhere(term, fuzzy=fuzzy) for term in query.terms]
    found = Q("bool", should=terms, minimum_should_match=1) if relaxed else Q("bool", must=terms)
    in_title = Q("bool", filter=[_in_title(term) for term in query.terms])
    return Q("bool", must=[found], should=[Q("constant_score", filter=in_title, boost=TITLE_BONUS)])


def _anywhere(term: Term, *, fuzzy: bool) -> Clause:
    ways: list[Clause] = []
    words = [form[0] for form in term.stems if len(form) == 1]
    if words:
        fields = [_TITLE, _KEYWORDS, _BODY]
        ways.append(Q("combined_fields", query=" ".join(words), fields=fields, operator="or"))
    ways.extend(
        Q("multi_match", query=" ".join(form), type="phrase", fields=[_TITLE, _KEYWORDS, _BODY])
        for form in term.stems
        if len(form) > 1
    )
    if term.prefix:
        ways.append(Q("prefix", surface={"value": term.word, "boost": SURFACE_WEIGHT}))
    elif not term.stems:
        ways.append(Q("term", surface={"value": term.word, "boost": SURFACE_WEIGHT}))
    if fuzzy and allowed_typos(term.word):
        ways.append(
            Q(
                "fuzzy",
                surface={"value": term.word, "fuzziness": allowed_typos(term.word), "boost": SURFACE_WEIGHT},
            )
        )
    return Q("bool", should=ways, minimum_should_match=1)


def _in_title(term: Term) -> Clause:
    ways: list[Clause] = [Q("match_phrase", title=" ".join(form)) for form in term.stems]
    if term.prefix:
        ways.append(Q("prefix", title=term.word))
    elif not ways:
        ways.append(Q("term", title=term.word))
    return Q("bool", should=ways, minimum_should_match=1)


def _hit(found: dict[str, Any], request: SearchRequest, shown: int) -> SearchHit:
    values = found["_source"]["shown"]
    value, kind, object_id = found["sort"]
    near = request.near
    distance = None
    if near and values["latitude"] is not None and values["longitude"] is not None:
        distance = round(metres_between(near.latitude, near.longitude, values["latitude"], values["longitude"]))
    if near and not request.query.terms:
        value = -value
    earliest = utc_timestamp(request.start or request.now)
    starts = [start for start, end in values["dates"] if end > earliest or start >= earliest]
    return SearchHit(
        kind=SearchKind(kind),
        object_id=object_id,
        public_id=values["public_id"],
        path=values["path"],
        title=values["title"],
        language=values["title_language"],
        snippet=matching_sentence(values["text"], request.query),
        commune_code=values["commune_code"],
        commune_name=values["commune_name"],
        latitude=values["latitude"],
        longitude=values["longitude"],
        start=datetime.fromtimestamp(min(starts), UTC) if starts else None,
        distance_m=distance,
        card=values["card"],
        position=Position(EngineName.ELASTICSEARCH, value, kind, object_id, shown),
    )
