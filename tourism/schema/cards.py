"""List entries of places and trails."""

import graphene

from cms.schema.types import Image, Language, required_list
from tourism.schema.types import (
    Commune,
    Line,
    PlaceKindEnum,
    TrailDifficultyEnum,
    TrailPracticeEnum,
    TrailShapeEnum,
)


class PlaceCard(graphene.ObjectType):
    """A place in a list."""

    id = graphene.ID(required=True, description="Stable, the same in every language.")
    kind = graphene.Field(PlaceKindEnum, required=True, description="APIDAE's object type.")
    name = graphene.String(required=True, description="Name.")
    summary = graphene.String(description="One or two sentences.")
    summary_language = graphene.Field(Language, description="Language of the summary, when there is one.")
    language = graphene.Field(Language, required=True, description="Language of the name really served.")
    commune = graphene.Field(Commune, description="Where it is.")
    latitude = graphene.Float(description="Degrees, WGS 84.")
    longitude = graphene.Float(description="Degrees, WGS 84.")
    image = graphene.Field(Image, description="First picture.")
    categories = required_list(graphene.String, "At most three words for what it is.")
    free = graphene.Boolean(description="Null when nobody said.")
    temporarily_closed = graphene.Boolean(required=True, description="Closed until further notice.")
    distance = graphene.Int(description="Metres from `near`, when it was given.")


class TrailCard(graphene.ObjectType):
    """A trail in a list."""

    id = graphene.ID(required=True, description="Stable, the same in every language.")
    name = graphene.String(required=True, description="Name.")
    summary = graphene.String(description="One or two sentences.")
    summary_language = graphene.Field(Language, description="Language of the summary, when there is one.")
    language = graphene.Field(Language, required=True, description="Language of the name really served.")
    practice = graphene.Field(TrailPracticeEnum, required=True, description="How it is travelled.")
    difficulty = graphene.Field(TrailDifficultyEnum, description="Null when nobody said.")
    shape = graphene.Field(TrailShapeEnum, description="Where it ends.")
    distance = graphene.Int(required=True, description="Length in metres.")
    ascent = graphene.Int(description="Metres climbed.")
    duration = graphene.Int(description="Minutes, without rests.")
    days = graphene.Int(description="Days that it takes when more than one; said rather than `duration`.")
    commune = graphene.Field(Commune, description="Where it starts.")
    latitude = graphene.Float(description="Of the start, degrees WGS 84.")
    longitude = graphene.Float(description="Of the start, degrees WGS 84.")
    outline = Line(required=True, description="Simplified line, at most 64 points [longitude, latitude].")
    image = graphene.Field(Image, description="First picture.")
    has_story = graphene.Boolean(required=True, description="A story is told along it.")
    away = graphene.Int(description="Metres from `near` to the start, when it was given.")
    temporarily_closed = graphene.Boolean(required=True, description="Closed until further notice.")
