"""Events in lists and their dates, in GraphQL."""

from datetime import date
from typing import Any

import graphene

from agenda.enums import EventCategory, EventStatus
from cms.schema.types import Date, DateTime, Image, Language, connection_types, enum_of, required_list
from tourism.cards import plain_text_in
from tourism.schema.types import Commune

EventCategoryEnum = enum_of(EventCategory)
EventStatusEnum = enum_of(EventStatus)


class EventCard(graphene.ObjectType):
    """An event in a list, once, with its first date in the window asked for."""

    id = graphene.ID(required=True, description="Stable, the same in every language.")
    name = graphene.String(required=True, description="Name.")
    summary = graphene.String(description="One or two sentences.")
    summary_language = graphene.Field(Language, description="Language of the summary, when there is one.")
    language = graphene.Field(Language, required=True, description="Language of the name really served.")
    categories = required_list(EventCategoryEnum, "What it is.")
    status = graphene.Field(EventStatusEnum, required=True, description="Of this date.")
    event_status = graphene.Field(
        EventStatusEnum, required=True, description="Of the whole event: one cancelled date does not cancel a series."
    )
    start = DateTime(required=True, description="Beginning of this date; local midnight for a whole day.")
    end = DateTime(description="End of this date; null when nobody said.")
    all_day = graphene.Boolean(required=True, description="No hour is known.")
    moved_from = DateTime(description="When this date had been announced, when it was moved.")
    remaining = graphene.Int(required=True, description="How many dates remain, this one included.")
    long_running = graphene.Boolean(required=True, description="An exhibition or a season, not a date.")
    first_date = Date(description="First day of all; null when nobody said since when.")
    last_date = Date(description="Last day of all; null when no end is in sight.")
    venue = graphene.String(description="Name of the place where it happens.")
    commune = graphene.Field(Commune, description="Where it is.")
    latitude = graphene.Float(description="Degrees, WGS 84.")
    longitude = graphene.Float(description="Degrees, WGS 84.")
    free = graphene.Boolean(description="Null when nobody said.")
    indoor = graphene.Boolean(description="Under a roof; null when nobody said, or when it is both.")
    image = graphene.Field(Image, description="First picture, else that of the place.")
    distance = graphene.Int(description="Metres from `near`, when it was given.")

    @staticmethod
    def resolve_first_date(parent: dict[str, Any], _info: graphene.ResolveInfo) -> date | None:
        return date.fromisoformat(parent["first_date"]) if parent["first_date"] else None

    @staticmethod
    def resolve_last_date(parent: dict[str, Any], _info: graphene.ResolveInfo) -> date | None:
        return date.fromisoformat(parent["last_date"]) if parent["last_date"] else None


AgendaEdge, AgendaConnection = connection_types("Agenda", EventCard)


class Occurrence(graphene.ObjectType):
    """One date of an event."""

    start = DateTime(required=True, description="Beginning; local midnight for a whole day.")
    end = DateTime(description="End; null when nobody said.")
    all_day = graphene.Boolean(required=True, description="No hour is known.")
    status = graphene.Field(EventStatusEnum, required=True, description="Of this date.")
    moved_from = DateTime(description="When it had been announced, when it was moved.")
    note = graphene.String(description="What is different this time.")


def date_said(row: dict[str, Any], language: str) -> dict[str, Any]:
    """GraphQL `Occurrence` of a row whose `end` is None when nobody said."""
    return row | {"note": plain_text_in(row["note"], language) or None}
