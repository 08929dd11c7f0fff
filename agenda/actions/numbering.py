"""The SEQUENCE of events in calendars: it rises whenever their dates, state, place or title change, and never sinks.

A calendar keeps what it has when it is given a lesser number: what was changed twice, or given back to its source,
would stay wrong in it.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import orjson
from django.utils import timezone

from agenda.models import Event
from cms.texts import plain_texts

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
# Facts that a calendar tells; the rest of what it tells is columns.
_FACTS = ("schedule", "venue", "address")


def raise_sequences(events: Iterable[Event]) -> None:
    """Raise the number of those events that calendars are told something else of than when they were last folded. Saves
    nothing.

    The number is that of minutes since 2020, or one more than before: it rises twice in one minute too, and an event
    that is deleted and comes back under its public id does not begin anew.
    """
    minutes = int((timezone.now() - _EPOCH) / timedelta(minutes=1))
    for event in events:
        digest = _told_digest(event)
        if digest != event.told_digest:
            event.sequence = max(event.sequence + 1, minutes)
            event.told_digest = digest


def _told_digest(event: Event) -> str:
    """16 hexadecimal digits of what calendars are told that who noted the event must know."""
    facts = [event.facts.get(name) or None for name in _FACTS]
    where = [event.place_id, event.commune_id, event.latitude, event.longitude]
    told = orjson.dumps([plain_texts(event.name), event.status, where, facts], option=orjson.OPT_SORT_KEYS)
    return hashlib.blake2b(told, digest_size=8).hexdigest()
