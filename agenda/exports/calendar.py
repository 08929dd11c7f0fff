"""Events as calendar files, for one event and for whoever subscribes to a part of the agenda."""

from collections.abc import Iterable
from datetime import date, timedelta

from agenda.cards import venue_name
from agenda.enums import EventStatus
from agenda.exports.words import kinds_of, title_with_status
from agenda.models import Event
from agenda.schedule import AHEAD, schedule_from
from cms.texts import Texts
from tourism.schedule.ical import CalendarEntry, write_calendar

# A rule begins with the first date that is written: it must not move every day.
PAST = timedelta(days=366)


def calendar_of(events: Iterable[Event], *, language: str, base_url: str, today: date, name: str = "") -> bytes:
    """A calendar file of published events, which come with their commune and place. `base_url` is that of the public
    site, without a slash at its end; `name` that of the calendar."""
    first = (today - PAST).replace(month=1, day=1)
    entries = [_entry(event, language, base_url) for event in events]
    return write_calendar(entries, language=language, first=first, last=today + AHEAD, name=name)


def _entry(event: Event, language: str, base_url: str) -> CalendarEntry:
    contacts = event.facts.get("contacts") or ()
    latitude, longitude = event.latitude, event.longitude
    return CalendarEntry(
        # The same for the same event on every site and for ever: who subscribed has it once.
        uid=f"{event.public_id}@traverse",
        schedule=schedule_from(event.facts),
        modified=event.updated_at,
        summary=_summary(event),
        sequence=event.sequence,
        description=_plain(event.summary) or _plain(event.description),
        location=_where(event, language),
        geo=None if latitude is None or longitude is None else (latitude, longitude),
        url=f"{base_url}/event/{event.public_id}",
        categories=tuple(kinds_of(event, language)),
        organizer=event.facts.get("organiser") or "",
        email=next((one["value"] for one in contacts if one.get("kind") == "EMAIL" and one.get("value")), ""),
        to_be_confirmed=event.status == EventStatus.UNCONFIRMED,
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
