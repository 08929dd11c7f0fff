"""Places."""

from typing import Any

import graphene

from cms.schema.types import DateTime, Image, Language, connection_types, required_list
from tourism.enums import RecordKind
from tourism.models import Place as PlaceModel
from tourism.queries import place_by_public_id, places_near, trail_cards_of_place
from tourism.schema.cards import PlaceCard, TrailCard
from tourism.schema.resolving import common_fields, labels, near_subject, opening_now, public_or_error
from tourism.schema.types import (
    Address,
    Commune,
    Contact,
    Label,
    OpeningStatus,
    PlaceKindEnum,
    Price,
    SourceCredit,
)

PlaceEdge, PlaceConnection = connection_types("Place", PlaceCard)
NEARBY_METRES = 10_000


class Place(graphene.ObjectType):
    """A site, a lodging, a restaurant, a shop… with all that is known of it."""

    id = graphene.ID(required=True, description="Stable, the same in every language.")
    path = graphene.String(required=True, description="Path in the web app.")
    kind = graphene.Field(PlaceKindEnum, required=True, description="APIDAE's object type.")
    name = graphene.String(required=True, description="Name.")
    summary = graphene.String(description="One or two sentences.")
    summary_language = graphene.Field(Language, description="Language of the summary, when there is one.")
    description = graphene.String(description="Plain text; paragraphs are separated by newlines.")
    description_language = graphene.Field(Language, description="Language of the description, when there is one.")
    language = graphene.Field(Language, required=True, description="Language of the name really served.")
    languages = required_list(Language, "Languages in which it exists.")
    alert = graphene.String(description="What visitors must know today; null when there is nothing.")
    categories = required_list(Label, "What it is, in the source's words.")
    labels = required_list(Label, "Quality labels and distinctions.")
    services = required_list(Label, "Services.")
    equipments = required_list(Label, "Equipment.")
    accessibility = required_list(Label, "What is done for visitors with disabilities.")
    audiences = required_list(Label, "For whom.")
    payment = required_list(Label, "Means of payment.")
    spoken_languages = required_list(Label, "Languages spoken.")
    address = graphene.Field(Address, description="Postal address.")
    commune = graphene.Field(Commune, description="Where it is.")
    latitude = graphene.Float(description="Degrees, WGS 84.")
    longitude = graphene.Float(description="Degrees, WGS 84.")
    altitude = graphene.Int(description="Metres.")
    access = graphene.String(description="How to get there.")
    opening = graphene.String(description="Opening dates in words.")
    opening_now = graphene.Field(OpeningStatus, required=True, description="Open now?")
    temporarily_closed = graphene.Boolean(required=True, description="Closed until further notice.")
    price = graphene.Field(Price, required=True, description="What it costs.")
    contacts = required_list(Contact, "How to reach it.")
    images = required_list(Image, "Pictures whose rights have not run out.")
    capacity = required_list(Label, "Capacities, in words.")
    nearby = required_list(PlaceCard, "The nearest places, at most six within 10 km.")
    trails = required_list(TrailCard, "Trails that pass here or start near.")
    sources = required_list(SourceCredit, "Who says so.")
    modified_at = DateTime(description="Last change at the source.")

    @staticmethod
    def resolve_nearby(parent: dict[str, Any], _info: graphene.ResolveInfo) -> list[dict[str, Any]]:
        subject = parent["subject"]
        near = near_subject(subject, NEARBY_METRES)
        if near is None:
            return []
        return places_near(near, language=parent["asked_language"], limit=6, except_id=subject.pk)

    @staticmethod
    def resolve_trails(parent: dict[str, Any], _info: graphene.ResolveInfo) -> list[dict[str, Any]]:
        subject = parent["subject"]
        near = near_subject(subject, NEARBY_METRES)
        return trail_cards_of_place(subject, language=parent["asked_language"], near=near)


def resolve_place(public_id: str, language: str) -> dict[str, Any]:
    """GraphQL `Place`."""
    place: PlaceModel = public_or_error(place_by_public_id(public_id))
    facts = place.facts
    named = {
        name: labels(facts.get(name), language)
        for name in ("categories", "services", "equipments", "payment", "spoken_languages", "capacity")
    }
    return (
        common_fields(place, language, kind=RecordKind.PLACE, path="/place/")
        | named
        | {
            "kind": place.kind,
            "altitude": facts.get("altitude"),
            "temporarily_closed": place.temporarily_closed,
            "opening_now": opening_now(place),
        }
    )
