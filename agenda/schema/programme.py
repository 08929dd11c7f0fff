"""The programme that a visitor keeps on the phone, in GraphQL: what has become of its events."""

from typing import Any

import graphene

from agenda.queries import programme_events
from agenda.schema.cards import EventCard, Occurrence, date_said
from cms.schema.types import BadInputError, language_argument, required_list

MOST_EVENTS = 100


class ProgrammeEvent(graphene.ObjectType):
    """An event with the dates around today, over or not."""

    asked_for = graphene.ID(
        required=True,
        description="The id that was asked for; another one than the event's when it became part of that event.",
    )
    event = graphene.Field(EventCard, required=True, description="The event, with its next date, else its last one.")
    occurrences = required_list(Occurrence, "Its dates, in order; from a month ago on.")


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
        return [
            {
                "asked_for": one["asked_for"],
                "event": one["card"],
                "occurrences": [date_said(row, language) for row in one["dates"]],
            }
            for one in programme_events(events, language=language)
        ]
