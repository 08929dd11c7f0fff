"""The agenda as a feed of entries, for readers and for other sites."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed

from agenda.exports.words import kinds_of, title_with_status
from agenda.models import Event
from cms.texts import text_in, writable
from tourism.schedule import spoken_date

FORMATS: dict[str, type[SyndicationFeed]] = {"atom": Atom1Feed, "rss": Rss201rev2Feed}


def feed_of(
    cards: Iterable[dict[str, Any]],
    *,
    kind: str,
    events: dict[str, Event],
    language: str,
    base_url: str,
    title: str,
    path: str,
) -> bytes:
    """A feed (`kind` of FORMATS) of event cards with their next date; `events` by public id say when each changed."""
    maker = FORMATS[kind](
        title=title,
        link=f"{base_url}/agenda",
        description=title,
        language=language,
        feed_url=f"{base_url}{path}",
    )
    for card in cards:
        event = events.get(card["id"])
        if event is None:
            continue
        address = f"{base_url}/event/{card['id']}"
        start = card["start"] if isinstance(card["start"], datetime) else parse_datetime(card["start"])
        when = spoken_date(start.date(), language) if start else ""
        place = card["venue"] or (card["commune"] or {}).get("name", "")
        # One character that XML does not know would cost everybody the whole feed.
        maker.add_item(
            title=writable(f"{title_with_status(card['name'], card['status'], language)} — {when}", line_break=" "),
            link=address,
            unique_id=address,
            unique_id_is_permalink=True,
            description=writable(" — ".join(filter(None, (place, text_in(event.summary, language))))),
            pubdate=event.created_at,
            updateddate=event.told_at,
            categories=kinds_of(event, language),
        )
    return maker.writeString("utf-8").encode()
