"""The agenda as a feed of entries, for readers and for other sites."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.dateparse import parse_datetime
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.timezone import localtime

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
        # Atom wants to know who writes (RFC 4287, 4.1.1).
        author_name=settings.WAGTAIL_SITE_NAME,
    )
    for card in cards:
        event = events.get(card["id"])
        if event is None:
            continue
        address = f"{base_url}/event/{card['id']}"
        start = card["start"] if isinstance(card["start"], datetime) else parse_datetime(card["start"])
        when = spoken_date(localtime(start).date(), language) if start else ""
        place = card["venue"] or (card["commune"] or {}).get("name", "")
        said = _in_html(" — ".join(filter(None, (place, text_in(event.summary, language)))))
        # One character that XML does not know would cost everybody the whole feed.
        maker.add_item(
            title=writable(f"{title_with_status(card['name'], card['status'], language)} — {when}", line_break=" "),
            link=address,
            unique_id=address,
            unique_id_is_permalink=True,
            description=said,
            pubdate=event.created_at,
            updateddate=event.told_at,
            categories=kinds_of(event, language),
        )
        if not said:
            # No element at all, rather than an empty one.
            maker.items[-1]["description"] = None
    return maker.writeString("utf-8").encode()


def _in_html(text: str) -> str:
    """A text as the HTML that feeds have it in."""
    return escape(writable(text).strip()).replace("\n", "<br>")
