"""The SEQUENCE of events in calendars: it rises whenever their dates, state, place or title change, and never sinks.
And when anything that others are told of them last changed, which is not when they were last folded.

A calendar keeps what it has when it is given a lesser number: what was changed twice, or given back to its source,
would stay wrong in it. A feed reader shows as new what changed: folding all events each night must not be a change.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from django.utils import timezone

from agenda.models import Event
from cms.texts import plain_texts

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
# Facts that a calendar tells; the rest of what it tells is columns.
_FACTS = ("schedule", "venue", "address")


def raise_sequences(events: Iterable[Event]) -> None:
    """Raise the number of those events that calendars are told something else of than when they were last folded, and
    note when anything at all is told otherwise. Saves nothing.

    The number is that of minutes since 2020, or one more than before: it rises twice in one minute too, and an event
    that is deleted and comes back under its public id does not begin anew.
    """
    now = timezone.now()
    minutes = int((now - _EPOCH) / timedelta(minutes=1))
    for event in events:
        digest = _told_digest(event)
        if digest != event.told_digest:
            event.sequence = max(event.sequence + 1, minutes)
            event.told_digest = digest
        content = _content_digest(event)
        if content != event.content_digest:
            # Of what was never noted nobody knows whether it changed.
            event.told_at = now if event.content_digest else event.told_at
            event.content_digest = content


def _told_digest(event: Event) -> str:
    """16 hexadecimal digits of what calendars are told that who noted the event must know."""
    facts = [event.facts.get(name) or None for name in _FACTS]
    where = [_place(event), event.commune_id, event.latitude, event.longitude]
    return _digest([plain_texts(event.name), event.status, where, facts])


def _content_digest(event: Event) -> str:
    """16 hexadecimal digits of all that is told of an event, in whatever form."""
    where = [_place(event), event.commune_id, event.latitude, event.longitude, event.part_of_id]
    texts = [plain_texts(said) for said in (event.name, event.summary, event.description)]
    return _digest([texts, event.status, event.categories, where, event.facts])


def _place(event: Event) -> list[Any] | None:
    return None if event.place is None else [event.place_id, plain_texts(event.place.name)]


def _digest(told: Any) -> str:
    return hashlib.blake2b(orjson.dumps(told, option=orjson.OPT_SORT_KEYS), digest_size=8).hexdigest()
