"""Small types that places, trails and events share."""

import graphene

from cms.schema.types import BadInputError, DateTime, enum_of, required_list
from tourism.enums import (
    BeaconScheme,
    ContactKind,
    PlaceKind,
    TrailDifficulty,
    TrailPractice,
    TrailShape,
    TriggerKind,
)
from tourism.queries import Near

PlaceKindEnum = enum_of(PlaceKind)
TrailPracticeEnum = enum_of(TrailPractice)
TrailDifficultyEnum = enum_of(TrailDifficulty)
TrailShapeEnum = enum_of(TrailShape)
TriggerKindEnum = enum_of(TriggerKind)
BeaconSchemeEnum = enum_of(BeaconScheme)
ContactKindEnum = enum_of(ContactKind)

MOST_ROWS = 100


def page_size(first: int | None) -> int:
    """`first` within bounds; raises BadInputError."""
    if first is None:
        return 20
    if not 1 <= first <= MOST_ROWS:
        raise BadInputError(f"first is between 1 and {MOST_ROWS}.")
    return first


class Line(graphene.Scalar):
    """GeoJSON LineString coordinates (WGS 84): a list of [longitude, latitude, elevation in metres or null]."""

    @staticmethod
    def serialize(value: list) -> list:
        return value


class NearInput(graphene.InputObjectType):
    """A point and a distance around it."""

    latitude = graphene.Float(required=True, description="Degrees, WGS 84.")
    longitude = graphene.Float(required=True, description="Degrees, WGS 84.")
    radius = graphene.Int(default_value=20_000, description="Metres, 1 to 200 000.")


def near_of(value: dict | None) -> Near | None:
    """The query's point, checked."""
    if value is None:
        return None
    latitude, longitude, radius = value["latitude"], value["longitude"], value.get("radius", 20_000)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise BadInputError("near: latitude is within ±90 and longitude within ±180.")
    if not 1 <= radius <= 200_000:
        raise BadInputError("near: radius is between 1 and 200000 metres.")
    return Near(latitude, longitude, radius)


def bbox_of(value: list[float] | None) -> list[float] | None:
    """[west, south, east, north], checked."""
    if value is None:
        return None
    if len(value) != 4 or value[0] > value[2] or value[1] > value[3]:
        raise BadInputError("bbox is [west, south, east, north] in degrees.")
    return value


class Commune(graphene.ObjectType):
    """A commune of France or of a neighbouring country."""

    code = graphene.String(required=True, description="INSEE code, five characters.")
    name = graphene.String(required=True, description="Official name.")
    latitude = graphene.Float(description="Of the town hall, degrees WGS 84.")
    longitude = graphene.Float(description="Of the town hall, degrees WGS 84.")


class Label(graphene.ObjectType):
    """An element of a source's referential, in the language asked for."""

    id = graphene.Int(description="Number in APIDAE's referential, when it has one.")
    family = graphene.String(description="Family of the referential.")
    name = graphene.String(required=True, description="What visitors read.")


class Contact(graphene.ObjectType):
    """A public way to reach somebody; never a person's own."""

    kind = graphene.Field(ContactKindEnum, required=True, description="What `value` is.")
    value = graphene.String(required=True, description="Telephone number, address or URL.")
    note = graphene.String(description="When or for what to use it.")


class Address(graphene.ObjectType):
    """A postal address."""

    venue = graphene.String(description="Name of the building or site.")
    lines = required_list(graphene.String, "Street lines.")
    postcode = graphene.String(description="Postal code.")
    city = graphene.String(description="Town, as on an envelope.")


class Price(graphene.ObjectType):
    """What it costs."""

    free = graphene.Boolean(description="Null when nobody said.")
    text = graphene.String(description="Prices in words.")


class SourceCredit(graphene.ObjectType):
    """Who said what is shown: the source, the record's owner there, its last change."""

    source = graphene.String(required=True, description="Code of the source, for example apidae.")
    name = graphene.String(required=True, description="Name of the source.")
    owner = graphene.String(description="Organisation that keeps the record.")
    external_id = graphene.String(required=True, description="Its number there.")
    modified_at = DateTime(description="When its owner last changed it.")
    seen_at = DateTime(description="When we last saw it.")


class OpeningStatus(graphene.ObjectType):
    """Whether it is open now."""

    open = graphene.Boolean(required=True, description="Open, or open today at hours that nobody wrote down.")
    until = DateTime(description="End of the present opening, when known.")
    next = DateTime(description="Next opening, when closed now.")
    known = graphene.Boolean(required=True, description="False when the source gives no opening dates.")
