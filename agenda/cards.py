"""Event cards; see `tourism.cards`."""

from datetime import date
from typing import Any

from agenda.facets import is_indoor
from agenda.models import Event
from cms.texts import text_in
from tourism.cards import Images, base_cards, shown_images


def cards_of_event(event: Event, images: Images, *, today: date) -> dict[str, dict[str, Any]]:
    """GraphQL `EventCard` by published language, without what belongs to one date (start, end, remaining) or to the
    reader (distance)."""
    same = {
        "categories": event.categories,
        "event_status": event.status,
        "long_running": event.long_running,
        "first_date": event.first_date.isoformat() if event.first_date else None,
        "last_date": event.last_date.isoformat() if event.last_date else None,
        "free": event.free,
        "indoor": is_indoor(event.facts),
    }
    cards = base_cards(event, images, today=today)
    for language, card in cards.items():
        card |= same | {"venue": venue_name(event, language)}
        if card["image"] is None and event.place is not None:
            # A picture of the place says where; a frame without picture says nothing.
            pictures = shown_images(event.place.facts, language, images, today=today, limit=1)
            card["image"] = pictures[0] if pictures else None
    return cards


def venue_name(event: Event, language: str) -> str | None:
    """The name of the place where it happens, as visitors know it."""
    named = event.facts.get("venue") or event.facts.get("address", {}).get("venue")
    if named:
        return named
    return text_in(event.place.name, language) if event.place is not None else None
