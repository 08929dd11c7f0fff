"""GraphQL of the search."""

from datetime import UTC, datetime, time
from typing import Any

import graphene
from django.utils import timezone

from agenda.schema import EventStatusEnum, window_of
from cms.cursors import BadCursorError
from cms.schema.types import (
    BadInputError,
    DateTime,
    Image,
    Language,
    connection_types,
    enum_of,
    language_argument,
    required_list,
)
from search.engines.contract import SearchHit as Hit
from search.enums import SearchKind
from search.queries import hit_cursor, search
from tourism.schema.query import AFTER, FIRST, list_of
from tourism.schema.types import Commune, NearInput, near_of, page_size

SearchKindEnum = enum_of(SearchKind)


class SearchFacet(graphene.ObjectType):
    """How many results of a kind."""

    kind = graphene.Field(SearchKindEnum, required=True, description="The kind.")
    count = graphene.Int(required=True, description="Results of this kind, whatever kinds were asked for.")


class SearchHit(graphene.ObjectType):
    """Something found: enough for a line of a list."""

    kind = graphene.Field(SearchKindEnum, required=True, description="What it is.")
    id = graphene.ID(required=True, description="Stable; that of the object of this kind.")
    path = graphene.String(required=True, description="Path in the web app.")
    title = graphene.String(required=True, description="Name or title.")
    snippet = graphene.String(description="The sentence that matches, plain text.")
    language = graphene.Field(Language, required=True, description="Language really served.")
    commune = graphene.Field(Commune, description="Where it is.")
    latitude = graphene.Float(description="Degrees, WGS 84.")
    longitude = graphene.Float(description="Degrees, WGS 84.")
    status = graphene.Field(EventStatusEnum, description="Of an event; null for everything else.")
    temporarily_closed = graphene.Boolean(required=True, description="A place or trail closed until further notice.")
    start = DateTime(description="Of an event: its next date from the window's start, or from now; or under way then.")
    all_day = graphene.Boolean(required=True, description="No hour of that date is known.")
    image = graphene.Field(Image, description="A picture.")
    distance = graphene.Int(description="Metres from `near`, when it was given.")


SearchEdge, SearchConnection = connection_types(
    "Search",
    SearchHit,
    {
        "facets": required_list(SearchFacet, "How many results of each kind; the most frequent first."),
        "engine": graphene.String(required=True, description="Which engine answered: embedded or elasticsearch."),
    },
)


class SearchQuery(graphene.ObjectType):
    """One box over everything."""

    search = graphene.Field(
        graphene.NonNull(SearchConnection),
        description="What is found, best first. An empty text browses by the filters, nearest first with `near`.",
        text=graphene.Argument(
            graphene.String, required=True, description="As typed; its last word may be unfinished, typos are forgiven."
        ),
        kinds=graphene.Argument(list_of(SearchKindEnum), description="Only these kinds."),
        from_=graphene.Argument(DateTime, name="from", description="Only what takes place and is not over then."),
        until=graphene.Argument(DateTime, description="Only what begins before this time."),
        near=graphene.Argument(NearInput, description="Only within this distance; nearer is better."),
        communes=graphene.Argument(list_of(graphene.String), description="Only these communes, by INSEE code."),
        language=language_argument(),
        first=FIRST,
        after=AFTER,
    )

    @staticmethod
    def resolve_search(
        _root: Any,
        _info: graphene.ResolveInfo,
        text: str,
        language: str,
        kinds: list[str] | None = None,
        from_: datetime | None = None,
        until: datetime | None = None,
        near: dict[str, Any] | None = None,
        communes: list[str] | None = None,
        first: int | None = 20,
        after: str | None = None,
    ) -> dict[str, Any]:
        point = near_of(near)
        try:
            result = search(
                text,
                language=language,
                kinds=kinds or (),
                **window_of(from_, until),
                near=(point.latitude, point.longitude, point.radius) if point else None,
                communes=communes or (),
                first=page_size(first),
                after=after,
            )
        except (BadCursorError, ValueError) as error:
            raise BadInputError(str(error)) from error
        edges = [{"cursor": hit_cursor(hit), "node": hit_json(hit, at=from_)} for hit in result.hits]
        return {
            "edges": edges,
            "page_info": {
                "has_next_page": result.has_next,
                "has_previous_page": after is not None,
                "start_cursor": edges[0]["cursor"] if edges else None,
                "end_cursor": edges[-1]["cursor"] if edges else None,
            },
            "total_count": result.total,
            "facets": [
                {"kind": kind.value, "count": count}
                for kind, count in sorted(result.facets.items(), key=lambda facet: -facet[1])
                if count
            ],
            "engine": result.engine.value,
        }


def hit_json(hit: Hit, *, at: datetime | None = None) -> dict[str, Any]:
    """A result in the field names of the contract; `at`: the beginning of the window asked for, else now."""
    start, all_day = _date_shown(hit, at or timezone.now())
    commune = {"code": hit.commune_code, "name": hit.commune_name, "latitude": None, "longitude": None}
    return {
        "kind": hit.kind.value,
        "id": hit.public_id,
        "path": hit.path,
        "title": hit.title,
        "snippet": hit.snippet or None,
        "language": hit.language,
        "commune": commune if hit.commune_code else None,
        "latitude": hit.latitude,
        "longitude": hit.longitude,
        "status": hit.card.get("status"),
        "temporarily_closed": bool(hit.card.get("temporarily_closed")),
        "start": start,
        "all_day": all_day,
        "image": hit.card.get("image"),
        "distance": hit.distance_m,
    }


def _date_shown(hit: Hit, at: datetime) -> tuple[datetime | None, bool]:
    """When a result begins, and whether its hour is unknown. Of whole days in a row, that of `at`."""
    if hit.start is None:
        return None, False
    begins = timezone.localtime(hit.start)
    all_day = bool(hit.card.get("whole_days")) and begins.time() == time(0)
    if all_day and begins < at:
        begins = timezone.make_aware(datetime.combine(timezone.localdate(at), time(0)))
    return begins.astimezone(UTC), all_day
