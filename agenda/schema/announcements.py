"""What somebody who announces an event is told while typing."""

from typing import Any

import graphene

from agenda.alike import alike_events
from agenda.schema.cards import EventCard
from agenda.schema.dates import TypedDatesInput
from cms.schema.types import Language, required_list

MOST_ALIKE = 5


class AnnouncementsQuery(graphene.ObjectType):
    """Announcements."""

    alike_events = required_list(
        EventCard,
        f"Coming events that may be the one being announced, the likeliest first; at most {MOST_ALIKE}. Each has the "
        "first of the dates in question.",
        title=graphene.Argument(graphene.String, required=True, description="As typed so far; 3 characters or more."),
        dates=graphene.Argument(TypedDatesInput, description="As typed so far; without a day, the next 30 days count."),
        where=graphene.Argument(graphene.String, description="Name of the place, as typed so far."),
        commune_code=graphene.Argument(graphene.String, description="INSEE code."),
        language=graphene.Argument(Language, required=True, description="Of the title, and of the cards."),
    )

    @staticmethod
    def resolve_alike_events(
        _root: Any,
        _info: graphene.ResolveInfo,
        *,
        title: str,
        language: str,
        dates: Any = None,
        where: str | None = "",
        commune_code: str | None = "",
    ) -> list[dict[str, Any]]:
        typed = dict(dates or {})
        if "except_" in typed:
            typed["except"] = typed.pop("except_")
        found = alike_events(
            title=title,
            dates=typed,
            where=where or "",
            commune_code=(commune_code or "")[:5],
            language=str(language),
            most=MOST_ALIKE,
        )
        return [alike.card for alike in found]
