"""Root fields of tourism."""

from typing import Any

import graphene
from django.conf import settings

from cms.cursors import BadCursorError
from cms.schema.types import BadInputError, Language, connection, language_argument, required_list
from tourism.queries import Rows, all_communes, public_places, public_stories, public_trails
from tourism.schema.place import Place, PlaceConnection, resolve_place
from tourism.schema.story import Story, StoryCard, StoryStepRef, resolve_step, resolve_story, story_card_json
from tourism.schema.trail import Trail, TrailConnection, resolve_trail
from tourism.schema.types import (
    Commune,
    NearInput,
    PlaceKindEnum,
    TrailDifficultyEnum,
    TrailPracticeEnum,
    bbox_of,
    near_of,
    page_size,
)

FIRST = graphene.Argument(graphene.Int, default_value=20, description="How many, 1 to 100.")
AFTER = graphene.Argument(graphene.String, description="`endCursor` of the page before.")


def list_of(of_type: Any) -> Any:
    """The input type `[of_type!]`."""
    return graphene.List(graphene.NonNull(of_type))


def connection_of(rows: Rows, *, first: int, after: str | None) -> dict[str, Any]:
    """A page of cards as a connection."""
    return connection(
        rows.rows,
        first=first,
        cursor_key=lambda row: row[0],
        node=lambda row: row[1],
        total_count=rows.count,
        has_previous=after is not None,
    )


class Territory(graphene.ObjectType):
    """What this instance serves."""

    code = graphene.String(required=True, description="Code of the département.")
    name = graphene.String(required=True, description="Name of the département.")
    bbox = required_list(graphene.Float, "[west, south, east, north] in degrees WGS 84.")
    languages = required_list(Language, "Languages published, the main one first.")


class TourismQuery(graphene.ObjectType):
    """Places, trails, stories."""

    places = graphene.Field(
        graphene.NonNull(PlaceConnection),
        description="Places by title, or by distance when `near` is given.",
        kinds=graphene.Argument(list_of(PlaceKindEnum), description="Only these kinds."),
        communes=graphene.Argument(list_of(graphene.String), description="Only these communes, by INSEE code."),
        bbox=graphene.Argument(list_of(graphene.Float), description="[west, south, east, north] in degrees."),
        near=graphene.Argument(NearInput, description="Only within this distance, the nearest first."),
        language=language_argument(),
        first=FIRST,
        after=AFTER,
    )
    place = graphene.Field(Place, description="One place.", id=graphene.ID(required=True), language=language_argument())
    trails = graphene.Field(
        graphene.NonNull(TrailConnection),
        description="Trails by title, or by the distance of their start when `near` is given.",
        practices=graphene.Argument(list_of(TrailPracticeEnum), description="Only these practices."),
        difficulties=graphene.Argument(list_of(TrailDifficultyEnum), description="Only these difficulties."),
        communes=graphene.Argument(list_of(graphene.String), description="Only from these communes, by INSEE code."),
        near=graphene.Argument(NearInput, description="Only those that start within this distance."),
        max_duration=graphene.Argument(graphene.Int, description="Minutes at most."),
        language=language_argument(),
        first=FIRST,
        after=AFTER,
    )
    trail = graphene.Field(Trail, description="One trail.", id=graphene.ID(required=True), language=language_argument())
    story = graphene.Field(Story, description="One story.", id=graphene.ID(required=True), language=language_argument())
    stories = required_list(StoryCard, "All stories.", language=language_argument())
    story_step = graphene.Field(
        StoryStepRef,
        description="The step that a QR code or an NFC tag opens.",
        code=graphene.String(required=True, description="What follows /q/."),
        language=language_argument(),
    )
    communes = required_list(Commune, "Communes by name.")
    territory = graphene.Field(graphene.NonNull(Territory), description="What this instance serves.")

    @staticmethod
    def resolve_places(
        _root: Any,
        _info: graphene.ResolveInfo,
        language: str,
        first: int | None = 20,
        after: str | None = None,
        kinds: list[str] | None = None,
        communes: list[str] | None = None,
        bbox: list[float] | None = None,
        near: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        first = page_size(first)
        try:
            rows = public_places(
                kinds=kinds or (),
                communes=communes or (),
                bbox=bbox_of(bbox),
                near=near_of(near),
                language=language,
                first=first,
                after=after,
            )
        except BadCursorError as error:
            raise BadInputError(str(error)) from error
        return connection_of(rows, first=first, after=after)

    @staticmethod
    def resolve_trails(
        _root: Any,
        _info: graphene.ResolveInfo,
        language: str,
        first: int | None = 20,
        after: str | None = None,
        practices: list[str] | None = None,
        difficulties: list[str] | None = None,
        communes: list[str] | None = None,
        near: dict[str, Any] | None = None,
        max_duration: int | None = None,
    ) -> dict[str, Any]:
        first = page_size(first)
        try:
            rows = public_trails(
                practices=practices or (),
                difficulties=difficulties or (),
                communes=communes or (),
                near=near_of(near),
                max_duration=max_duration,
                language=language,
                first=first,
                after=after,
            )
        except BadCursorError as error:
            raise BadInputError(str(error)) from error
        return connection_of(rows, first=first, after=after)

    @staticmethod
    def resolve_place(_root: Any, _info: graphene.ResolveInfo, id: str, language: str) -> dict[str, Any]:
        return resolve_place(id, language)

    @staticmethod
    def resolve_trail(_root: Any, _info: graphene.ResolveInfo, id: str, language: str) -> dict[str, Any]:
        return resolve_trail(id, language)

    @staticmethod
    def resolve_story(_root: Any, _info: graphene.ResolveInfo, id: str, language: str) -> dict[str, Any]:
        return resolve_story(id, language)

    @staticmethod
    def resolve_stories(_root: Any, _info: graphene.ResolveInfo, language: str) -> list[dict[str, Any]]:
        return [story_card_json(story, language) for story in public_stories()]

    @staticmethod
    def resolve_story_step(_root: Any, _info: graphene.ResolveInfo, code: str, language: str) -> dict[str, Any]:
        return resolve_step(code)

    @staticmethod
    def resolve_communes(_root: Any, _info: graphene.ResolveInfo) -> list[dict[str, Any]]:
        return all_communes()

    @staticmethod
    def resolve_territory(_root: Any, _info: graphene.ResolveInfo) -> dict[str, Any]:
        return settings.TERRITORY | {"languages": [code for code, _name in settings.LANGUAGES]}
