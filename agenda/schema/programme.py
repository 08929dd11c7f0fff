"""The programme that a visitor keeps on the phone, in GraphQL: what has become of its events."""

from datetime import datetime
from functools import cached_property
from typing import Any

import graphene
from django.utils import timezone

from agenda.exports import CalendarName, CalendarNames, names_in_calendars
from agenda.models import Event
from agenda.queries import programme_events
from agenda.schema.cards import EventCard, Occurrence, date_said
from cms.schema.types import BadInputError, language_argument, required_list

MOST_EVENTS = 100


class _Calendars:
    """How calendar files call some events and their dates; read once, when somebody asks."""

    def __init__(self, public_ids: list[str]) -> None:
        self._ids = public_ids
        self._names: dict[str, CalendarNames] = {}

    @cached_property
    def events(self) -> dict[str, Event]:
        found = Event.objects.filter(public_id__in=self._ids).only("public_id", "facts", "sequence")
        return {event.public_id: event for event in found}

    def name(self, public_id: str, start: datetime, end: datetime) -> CalendarName | None:
        if public_id not in self._names:
            self._names[public_id] = names_in_calendars(self.events[public_id], today=timezone.localdate())
        return self._names[public_id].get((start, end))


def _named(parent: dict[str, Any]) -> CalendarName | None:
    calendars: _Calendars = parent["calendars"]
    return calendars.name(parent["event_id"], parent["start"], parent["last"])


class ProgrammeOccurrence(Occurrence):
    """A date, and how the event's calendar file calls it, so that a file made elsewhere may call it the same."""

    uid = graphene.String(
        description="UID of iCalendar: of this date, or of the rule that gives it; null when no calendar file has it."
    )
    recurrence_id = graphene.String(
        description="RECURRENCE-ID, when a rule gives this date: 20260707T090000 in the territory's time, or 20260707."
    )

    @staticmethod
    def resolve_uid(parent: dict[str, Any], _info: graphene.ResolveInfo) -> str | None:
        named = _named(parent)
        return named and named.uid

    @staticmethod
    def resolve_recurrence_id(parent: dict[str, Any], _info: graphene.ResolveInfo) -> str | None:
        named = _named(parent)
        return named and named.recurrence_id


class ProgrammeEvent(graphene.ObjectType):
    """An event with the dates around today, over or not."""

    asked_for = graphene.ID(
        required=True,
        description="The id that was asked for; another one than the event's when it became part of that event.",
    )
    event = graphene.Field(EventCard, required=True, description="The event, with its next date, else its last one.")
    sequence = graphene.Int(required=True, description="SEQUENCE of iCalendar: it rises with each change.")
    occurrences = required_list(ProgrammeOccurrence, "Its dates, in order; from a month ago on.")

    @staticmethod
    def resolve_sequence(parent: dict[str, Any], _info: graphene.ResolveInfo) -> int:
        calendars: _Calendars = parent["calendars"]
        return calendars.events[parent["event"]["id"]].sequence


class ProgrammeQuery(graphene.ObjectType):
    """What somebody keeps."""

    programme = required_list(
        ProgrammeEvent,
        "These events, in this order, or those of which they became part; those that were withdrawn, or have no date "
        "left, are not among them.",
        events=graphene.Argument(
            graphene.NonNull(graphene.List(graphene.NonNull(graphene.ID))), description="Their ids, at most 100."
        ),
        language=language_argument(),
    )

    @staticmethod
    def resolve_programme(
        _root: Any, _info: graphene.ResolveInfo, events: list[str], language: str
    ) -> list[dict[str, Any]]:
        if len(events) > MOST_EVENTS:
            raise BadInputError(f"At most {MOST_EVENTS} events are asked for at once.")
        found = programme_events(events, language=language)
        calendars = _Calendars([one["card"]["id"] for one in found])
        return [
            {
                "asked_for": one["asked_for"],
                "event": one["card"],
                "calendars": calendars,
                "occurrences": [
                    date_said(row, language) | {"calendars": calendars, "event_id": one["card"]["id"]}
                    for row in one["dates"]
                ],
            }
            for one in found
        ]
