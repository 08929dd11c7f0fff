"""Trails."""

from typing import Any

import graphene

from cms.schema.types import DateTime, Image, Language, connection_types, required_list
from tourism.cards import days_of, line_of
from tourism.enums import RecordKind
from tourism.geometry import bbox
from tourism.models import Trail as TrailModel
from tourism.queries import Near, place_cards, places_near, story_of_trail, trail_by_public_id
from tourism.schema.cards import PlaceCard, TrailCard
from tourism.schema.resolving import common_fields, fact_text, labels, public_or_error
from tourism.schema.story import Story, story_json
from tourism.schema.types import (
    Commune,
    Contact,
    Label,
    Line,
    SourceCredit,
    TrailDifficultyEnum,
    TrailPracticeEnum,
    TrailShapeEnum,
)

TrailEdge, TrailConnection = connection_types("Trail", TrailCard)
PLACES_SHOWN, PLACES_METRES = 8, 4_000


class Pack(graphene.ObjectType):
    """The trail in one file, for use without network."""

    version = graphene.String(required=True, description="Hash of the content.")
    size = graphene.Int(required=True, description="Bytes to download.")
    url = graphene.String(required=True, description="Path of the file; answers ranges.")
    manifest_url = graphene.String(required=True, description="Path of the manifest with a hash for each chunk.")
    built_at = DateTime(required=True, description="When it was made.")


class Trail(graphene.ObjectType):
    """An itinerary with its line and all that one must know before taking it."""

    id = graphene.ID(required=True, description="Stable, the same in every language.")
    path = graphene.String(required=True, description="Path in the web app.")
    name = graphene.String(required=True, description="Name.")
    summary = graphene.String(description="One or two sentences.")
    summary_language = graphene.Field(Language, description="Language of the summary, when there is one.")
    description = graphene.String(description="Plain text; paragraphs are separated by newlines.")
    description_language = graphene.Field(Language, description="Language of the description, when there is one.")
    language = graphene.Field(Language, required=True, description="Language of the name really served.")
    languages = required_list(Language, "Languages in which it exists.")
    alert = graphene.String(description="What visitors must know today; null when there is nothing.")
    practice = graphene.Field(TrailPracticeEnum, required=True, description="How it is travelled.")
    difficulty = graphene.Field(TrailDifficultyEnum, description="Null when nobody said.")
    shape = graphene.Field(TrailShapeEnum, description="Where it ends.")
    waymarked = graphene.Boolean(description="Marks are painted along it; null when nobody said.")
    waymarking = graphene.String(description="Which marks.")
    terrain = required_list(Label, "What one walks or rides on.")
    hazards = graphene.String(description="Delicate passages.")
    maps = graphene.String(description="Map sheets and guide books.")
    distance = graphene.Int(required=True, description="Length in metres.")
    ascent = graphene.Int(description="Metres climbed.")
    descent = graphene.Int(description="Metres descended.")
    highest = graphene.Int(description="Highest point, metres above sea level.")
    lowest = graphene.Int(description="Lowest point, metres above sea level.")
    duration = graphene.Int(description="Minutes, without rests.")
    days = graphene.Int(description="Days that it takes when more than one; said rather than `duration`.")
    line = Line(required=True, description="The track; empty when the source has none.")
    bbox = required_list(graphene.Float, "[west, south, east, north] of the line, empty without one.")
    steps = graphene.String(description="Step by step description.")
    commune = graphene.Field(Commune, description="Where it starts.")
    latitude = graphene.Float(description="Of the start, degrees WGS 84.")
    longitude = graphene.Float(description="Of the start, degrees WGS 84.")
    access = graphene.String(description="How to get to the start.")
    opening = graphene.String(description="When it may be taken, in words.")
    temporarily_closed = graphene.Boolean(required=True, description="Closed until further notice.")
    images = required_list(Image, "Pictures whose rights have not run out.")
    contacts = required_list(Contact, "Whom to ask.")
    labels = required_list(Label, "Quality labels and distinctions.")
    audiences = required_list(Label, "For whom.")
    accessibility = required_list(Label, "What is done for visitors with disabilities.")
    places = required_list(PlaceCard, "Places along it, or near its start.")
    story = graphene.Field(Story, description="The story told along it.")
    pack = graphene.Field(Pack, description="The file for use without network.")
    sources = required_list(SourceCredit, "Who says so.")
    modified_at = DateTime(description="Last change at the source.")

    @staticmethod
    def resolve_places(parent: dict[str, Any], _info: graphene.ResolveInfo) -> list[dict[str, Any]]:
        trail, language = parent["subject"], parent["asked_language"]
        chosen = place_cards(trail.places.values_list("pk", flat=True), language=language)
        if len(chosen) < PLACES_SHOWN and trail.latitude is not None:
            known = {card["id"] for card in chosen}
            near = Near(trail.latitude, trail.longitude, PLACES_METRES)
            found = places_near(near, language=language, limit=PLACES_SHOWN)
            chosen += [card for card in found if card["id"] not in known][: PLACES_SHOWN - len(chosen)]
        return chosen

    @staticmethod
    def resolve_story(parent: dict[str, Any], _info: graphene.ResolveInfo) -> dict[str, Any] | None:
        story = story_of_trail(parent["subject"])
        return story_json(story, parent["asked_language"]) if story else None


def pack_json(trail: TrailModel) -> dict[str, Any] | None:
    """GraphQL `Pack` of a trail that has one."""
    pack = getattr(trail, "pack", None)
    if pack is None:
        return None
    return {
        "version": pack.version,
        "size": pack.size,
        "url": f"/packs/{trail.public_id}/{pack.version}.pack",
        "manifest_url": f"/packs/{trail.public_id}/manifest.json",
        "built_at": pack.built_at,
    }


def resolve_trail(public_id: str, language: str) -> dict[str, Any]:
    """GraphQL `Trail`."""
    trail: TrailModel = public_or_error(trail_by_public_id(public_id))
    facts = trail.facts
    heights = [point[2] for point in trail.line if len(point) > 2 and point[2] is not None]
    texts = {name: fact_text(trail, name, language) for name in ("waymarking", "hazards", "maps", "steps")}
    return (
        common_fields(trail, language, kind=RecordKind.TRAIL, path="/trail/")
        | texts
        | {
            "practice": trail.practice,
            "difficulty": trail.difficulty or None,
            "shape": trail.shape or None,
            "waymarked": facts.get("waymarked"),
            "terrain": labels(facts.get("terrain"), language),
            "distance": trail.distance,
            "ascent": trail.ascent,
            "descent": trail.descent,
            "highest": facts.get("highest") or (round(max(heights)) if heights else None),
            "lowest": facts.get("lowest") or (round(min(heights)) if heights else None),
            "duration": trail.duration,
            "days": days_of(trail),
            "line": trail.line,
            "bbox": list(bbox(line_of(trail.line))) if trail.line else [],
            "temporarily_closed": trail.temporarily_closed,
            "pack": pack_json(trail),
        }
    )
