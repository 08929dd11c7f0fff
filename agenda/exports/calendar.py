"""Events as calendar files, for one event and for whoever subscribes to a part of the agenda."""

import hashlib
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

import orjson

from agenda.cards import venue_name
from agenda.enums import EventStatus
from agenda.exports.kept import KeptBytes
from agenda.exports.words import kinds_of, title_with_status
from agenda.models import Event
from agenda.schedule import AHEAD, cut, schedule_from
from cms.texts import Texts
from tourism.schedule.ical import CalendarEntry, calendar_of_written, named_dates, write_events

# A rule begins with the first date that is written: it must not move every day.
PAST = timedelta(days=366)

# Finding the rule of a weekly market takes a hundredth of a second, and many subscribe to hundreds of them. A thousand
# events take a megabyte.
_kept = KeptBytes(most=24_000_000)


def calendar_of(events: Iterable[Event], *, language: str, base_url: str, today: date, name: str = "") -> bytes:
    """A calendar file of published events, which come with their commune and place. `base_url` is that of the public
    site, without a slash at its end; `name` that of the calendar."""
    first, last = _written(today)
    entries = (_entry(event, language, base_url) for event in events)
    return calendar_of_written((_events(entry, language, first, last) for entry in entries), name=name)


def _events(entry: CalendarEntry, language: str, first: date, last: date) -> bytes:
    """The events of an entry, written once for all that is the same in it."""
    same = repr((entry, language, first, last)).encode("utf-8", "surrogatepass")
    return _kept.get(
        hashlib.blake2b(same, digest_size=16).digest(),
        lambda: write_events(entry, language=language, first=first, last=last),
    )


class CalendarName(NamedTuple):
    """UID and RECURRENCE-ID of a date; the latter is None for what no rule gives."""

    uid: str
    recurrence_id: str | None


CalendarNames = Mapping[tuple[datetime, datetime], CalendarName]


def names_in_calendars(event: Event, *, today: date) -> CalendarNames:
    """How the event's calendar file calls each of its dates, by start and end in UTC as `Occurrence` rows have them.

    Of dates at the very same hours, the first: an `Occurrence` does not say which it is.
    """
    return _names(_uid(event), orjson.dumps(event.facts.get("schedule"), option=orjson.OPT_SORT_KEYS), today)


@lru_cache(maxsize=128)
def _names(uid: str, schedule: bytes, today: date) -> CalendarNames:
    """Kept, for it takes a tenth of a second for what is open every day without end, which many keep."""
    first, last = _written(today)
    names: dict[tuple[datetime, datetime], CalendarName] = {}
    for named in named_dates(uid, schedule_from({"schedule": orjson.loads(schedule)}), first=first, last=last):
        for start, end in cut(named.span.start, named.span.assumed_end):
            at = (start.astimezone(UTC), end.astimezone(UTC))
            names.setdefault(at, CalendarName(named.uid, named.recurrence_id))
    return MappingProxyType(names)


def _written(today: date) -> tuple[date, date]:
    """The first and last day of which calendar files tell: the same for a month, for as long nothing is new in them."""
    last = today + AHEAD
    return (today - PAST).replace(month=1, day=1), last.replace(day=monthrange(last.year, last.month)[1])


def _uid(event: Event) -> str:
    # The same for the same event on every site and for ever: who subscribed has it once.
    return f"{event.public_id}@traverse"


def _entry(event: Event, language: str, base_url: str) -> CalendarEntry:
    contacts = event.facts.get("contacts") or ()
    latitude, longitude = event.latitude, event.longitude
    return CalendarEntry(
        uid=_uid(event),
        schedule=schedule_from(event.facts),
        modified=event.told_at,
        summary=_summary(event),
        sequence=event.sequence,
        description=_plain(event.summary) or _plain(event.description),
        location=_where(event, language),
        geo=None if latitude is None or longitude is None else (latitude, longitude),
        url=f"{base_url}/event/{event.public_id}",
        categories=tuple(kinds_of(event, language)),
        organizer=event.facts.get("organiser") or "",
        email=next((one["value"] for one in contacts if one.get("kind") == "EMAIL" and one.get("value")), ""),
        # iCalendar has no word for what is put off, and it is not on at the date that is still known.
        to_be_confirmed=event.status in (EventStatus.UNCONFIRMED, EventStatus.POSTPONED),
        cancelled=event.status == EventStatus.CANCELLED,
    )


def _summary(event: Event) -> dict[str, str]:
    """The title; iCalendar has words of its own for cancelled and to be confirmed, and none for these two."""
    titles = _plain(event.name)
    if event.status not in (EventStatus.FULL, EventStatus.POSTPONED):
        return titles
    return {language: title_with_status(title, event.status, language) for language, title in titles.items()}


def _plain(texts: Texts) -> dict[str, str]:
    return {language: entry["text"] for language, entry in texts.items() if entry.get("text")}


def _where(event: Event, language: str) -> str:
    address = event.facts.get("address") or {}
    town = " ".join(filter(None, (address.get("postcode"), address.get("city"))))
    commune = event.commune.name if event.commune else ""
    parts = [venue_name(event, language) or "", *(address.get("lines") or ()), town or commune]
    return ", ".join(dict.fromkeys(part for part in parts if part))
