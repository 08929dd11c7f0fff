"""Event cards; see `tourism.cards`."""

from datetime import date
from typing import Any

from agenda.models import Event
from cms.texts import text_in
from tourism.cards import Images, base_card


def event_card(event: Event, language: str, images: Images, *, today: date) -> dict[str, Any]:
    """GraphQL `EventCard` without what belongs to one date (start, end, remaining) or to the reader (distance)."""
    card = base_card(event, language, images, today=today)
    if card["image"] is None and event.place is not None:
        # A picture of the place says where; a frame without picture says nothing.
        card["image"] = base_card(event.place, language, images, today=today)["image"]
    return card | {
        "categories": event.categories,
        "event_status": event.status,
        "long_running": event.long_running,
        "first_date": event.first_date.isoformat() if event.first_date else None,
        "last_date": event.last_date.isoformat() if event.last_date else None,
        "venue": venue_name(event, language),
        "free": event.free,
    }


def venue_name(event: Event, language: str) -> str | None:
    """The name of the place where it happens, as visitors know it."""
    named = event.facts.get("venue") or event.facts.get("address", {}).get("venue")
    if named:
        return named
    return text_in(event.place.name, language) if event.place is not None else None
