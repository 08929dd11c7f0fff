"""GraphQL of the agenda."""

from datetime import datetime
from typing import Any

import graphene
from django.db.models import Q

from agenda.cards import venue_name
from agenda.facets import is_indoor
from agenda.models import Event as EventModel
from agenda.queries import event_by_public_id, event_cards, occurrences_of, upcoming_events
from agenda.schema.calendar import FROM, UNTIL, WHOLE_DAYS, CalendarQuery, choice_arguments, choices_of, window_of
from agenda.schema.cards import (
    AgendaConnection,
    EventCard,
    EventCategoryEnum,
    EventStatusEnum,
    Occurrence,
)
from agenda.schema.programme import ProgrammeQuery
from cms.cursors import BadCursorError
from cms.schema.types import (
    BadInputError,
    Date,
    DateTime,
    Image,
    Language,
    language_argument,
    required_list,
)
from tourism.cards import plain_text_in
from tourism.enums import RecordKind
from tourism.queries import place_cards
from tourism.schema.cards import PlaceCard
from tourism.schema.query import AFTER, FIRST, connection_of
from tourism.schema.resolving import common_fields, labels, public_or_error
from tourism.schema.types import Address, Commune, Contact, Label, Price, SourceCredit, page_size


class Event(graphene.ObjectType):
    """Something that happens, with all that is known of it."""

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
    status = graphene.Field(EventStatusEnum, required=True, description="Of the whole event.")
    categories = required_list(EventCategoryEnum, "What it is.")
    keywords = required_list(Label, "What it is, in the source's words.")
    long_running = graphene.Boolean(required=True, description="An exhibition or a season, not a date.")
    first_date = Date(description="First day of all; null when it has no dates.")
    last_date = Date(description="Last day of all; null when it has no dates, or no end.")
    occurrences = required_list(
        Occurrence,
        "Its dates, in order.",
        from_=graphene.Argument(DateTime, name="from", description="Not over at this time; now by default."),
        until=graphene.Argument(DateTime, description="Beginning before this time."),
        first=graphene.Argument(graphene.Int, default_value=50, description="How many, 1 to 100."),
    )
    dates = graphene.String(description="The dates in words: the source's own sentence, else ours.")
    venue = graphene.String(description="Name of the place where it happens.")
    place = graphene.Field(PlaceCard, description="That place, when it is known.")
    address = graphene.Field(Address, description="Postal address.")
    commune = graphene.Field(Commune, description="Where it is.")
    latitude = graphene.Float(description="Degrees, WGS 84.")
    longitude = graphene.Float(description="Degrees, WGS 84.")
    price = graphene.Field(Price, required=True, description="What it costs.")
    contacts = required_list(Contact, "How to reach the organisers.")
    indoor = graphene.Boolean(description="Under a roof; null when nobody said, or when it is both.")
    images = required_list(Image, "Pictures whose rights have not run out.")
    audiences = required_list(Label, "For whom.")
    accessibility = required_list(Label, "What is done for visitors with disabilities.")
    programme = required_list(
        EventCard, "Events that belong to it, by date; of more than 200, those that are over are left out first."
    )
    part_of = graphene.Field(EventCard, description="The festival that it belongs to.")
    sources = required_list(SourceCredit, "Who says so.")
    modified_at = DateTime(description="Last change at the source.")

    @staticmethod
    def resolve_occurrences(
        parent: dict[str, Any],
        _info: graphene.ResolveInfo,
        from_: datetime | None = None,
        until: datetime | None = None,
        first: int | None = 50,
    ) -> list[dict[str, Any]]:
        dates = occurrences_of(parent["subject"], **window_of(from_, until), first=page_size(first))
        language = parent["asked_language"]
        return [
            {
                "start": date.start,
                "end": date.end if date.end_known else None,
                "all_day": date.all_day,
                "status": date.status,
                "moved_from": date.moved_from,
                "note": plain_text_in(date.note, language) or None,
            }
            for date in dates
        ]

    @staticmethod
    def resolve_place(parent: dict[str, Any], _info: graphene.ResolveInfo) -> dict[str, Any] | None:
        place_id = parent["subject"].place_id
        cards = place_cards([place_id], language=parent["asked_language"]) if place_id else []
        return cards[0] if cards else None

    @staticmethod
    def resolve_programme(parent: dict[str, Any], _info: graphene.ResolveInfo) -> list[dict[str, Any]]:
        return event_cards(Q(part_of=parent["subject"]), language=parent["asked_language"])

    @staticmethod
    def resolve_part_of(parent: dict[str, Any], _info: graphene.ResolveInfo) -> dict[str, Any] | None:
        festival_id = parent["subject"].part_of_id
        cards = event_cards(Q(pk=festival_id), language=parent["asked_language"]) if festival_id else []
        return cards[0] if cards else None


def resolve_event(public_id: str, language: str) -> dict[str, Any]:
    """GraphQL `Event`."""
    event: EventModel = public_or_error(event_by_public_id(public_id))
    facts = event.facts
    common = common_fields(event, language, kind=RecordKind.EVENT, path="/event/")
    return common | {
        "status": event.status,
        "categories": event.categories,
        "keywords": labels([*facts.get("categories", ()), *facts.get("themes", ())], language),
        "long_running": event.long_running,
        "first_date": event.first_date,
        "last_date": event.last_date,
        "dates": common["opening"],
        "venue": venue_name(event, language),
        "indoor": is_indoor(facts),
    }


class AgendaQuery(CalendarQuery, ProgrammeQuery):
    """Events."""

    agenda = graphene.Field(
        graphene.NonNull(AgendaConnection),
        description="Events by date, each once; those that run for long come last.",
        from_=FROM,
        until=UNTIL,
        whole_days=WHOLE_DAYS,
        long_running=graphene.Argument(graphene.Boolean, description="Only, or none of, what runs for long."),
        language=language_argument(),
        first=FIRST,
        after=AFTER,
        **choice_arguments(),
    )
    event = graphene.Field(Event, description="One event.", id=graphene.ID(required=True), language=language_argument())

    @staticmethod
    def resolve_agenda(
        _root: Any,
        _info: graphene.ResolveInfo,
        language: str,
        first: int | None = 20,
        after: str | None = None,
        from_: datetime | None = None,
        until: datetime | None = None,
        long_running: bool | None = None,
        whole_days: bool | None = False,
        **arguments: Any,
    ) -> dict[str, Any]:
        first = page_size(first)
        try:
            rows = upcoming_events(
                **window_of(from_, until),
                **choices_of(arguments),
                long_running=long_running,
                whole_days=bool(whole_days),
                language=language,
                first=first,
                after=after,
            )
        except (BadCursorError, ValueError) as error:
            raise BadInputError(str(error)) from error
        return connection_of(rows, first=first, after=after)

    @staticmethod
    def resolve_event(_root: Any, _info: graphene.ResolveInfo, id: str, language: str) -> dict[str, Any]:
        return resolve_event(id, language)
