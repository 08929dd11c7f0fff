"""iCalendar feeds: files to `Told`, their events to `EventRecord`. Pure."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from agenda.enums import EventCategory, EventStatus
from agenda.records import EventRecord
from agenda.sources.feeds.places import Communes, read_where
from agenda.sources.feeds.told import Answer, Told
from agenda.sources.foreign import contact, each_once, label, line, point, shortened
from agenda.sources.openagenda_words import CATEGORIES, plain_word
from tourism.apidae.mapping import Mapped, Unmappable
from tourism.apidae.mapping.addresses import web_address
from tourism.apidae.texts import clean_line, clean_text
from tourism.enums import RecordKind
from tourism.schedule.ical import Budget, CalendarEvent, read_calendar

# Part of every record's checksum: raised whenever the same event would give another record.
MAPPING_VERSION = 2

_STATUSES = {"CANCELLED": EventStatus.CANCELLED, "TENTATIVE": EventStatus.UNCONFIRMED}
_SAID_STATUSES = {
    "annul": EventStatus.CANCELLED,
    "cancel": EventStatus.CANCELLED,
    "complet": EventStatus.FULL,
    "report": EventStatus.POSTPONED,
    "postpon": EventStatus.POSTPONED,
    "rinviat": EventStatus.POSTPONED,
}
# "[ANNULÉ] Bal", "COMPLET : Bal", "Bal – reporté", "Bal (annulé !)": calendars without a status say it in the title.
_WORD = r"annul[ée]e?s?|annullat[oaie]|cancell?ed|complete?s?|report[ée]e?s?|postponed|rinviat[oaie]"
_BRACKETED = rf"[\[(*]+\s*(?:{_WORD})\s*!*\s*[\])*]+"
_SAID_FIRST = re.compile(rf"\s*(?:{_BRACKETED}\s*[:!–—-]*|(?:{_WORD})\s*[:!–—-]+)\s*(?=\S)", re.IGNORECASE)
_SAID_LAST = re.compile(
    rf"(?<=\S)\s*(?:[:–—-]*\s*{_BRACKETED}|(?:\s-|[:–—])\s*(?:{_WORD})\s*!*)\s*$",
    re.IGNORECASE,
)
# Only so many letters at the end are looked at: a search over a long title takes the square of its time.
_END = 40


def calendar_answer(data: bytes, *, horizon: date, ended: Callable[[], bool] | None = None) -> Answer:
    """The events of a calendar file, as many as there are until it `ended`. Raises CalendarError when it is none."""
    calendar = read_calendar(data, horizon=horizon, budget=Budget(ended=ended))
    told = [_told(event) for event in calendar.events]
    told += [
        Told(
            uid=problem.uid,
            title=problem.name,
            problem=problem.reason,
            content={"line": problem.line, "uid": problem.uid, "summary": problem.name, "problem": problem.reason},
        )
        for problem in calendar.problems
    ]
    notice = "" if calendar.complete else "Le calendrier est coupé ou trop long : rien n’est retiré."
    return Answer(told, complete=calendar.complete, notice=notice)


def _told(event: CalendarEvent) -> Told:
    # SEQUENCE, DTSTAMP and the like move at each download of many a calendar, and say nothing to a reader.
    content: dict[str, Any] = {
        "key": event.key,
        "summary": event.summary,
        "description": event.description,
        "language": event.language,
        "location": event.location,
        "geo": list(event.geo) if event.geo else None,
        "url": event.url,
        "categories": list(event.categories),
        "organizer": event.organizer,
        "status": event.status,
        "images": list(event.images),
        "schedule": event.schedule.to_json() if event.schedule.periods else None,
        "remarks": list(event.remarks),
    }
    content = {name: value for name, value in content.items() if value not in ("", None, [])}
    return Told(event.uid, content, event.key, clean_line(event.summary), parent=event.parent_uid)


def map_calendar_event(raw: dict[str, Any], communes: Communes) -> tuple[Mapped, bool]:
    """The record of an event, and whether it says that it is outside the territory. Raises `Unmappable`."""
    if raw.get("problem"):
        raise Unmappable(_at_line(raw))
    remarks: list[str] = list(raw.get("remarks", ()))
    record = EventRecord()
    language = raw.get("language") or "fr"
    title, status = said_status(clean_line(raw.get("summary", "")))
    if not title:
        raise Unmappable("L’événement n’a pas de titre (SUMMARY).")
    record.name = shortened({language: title})
    record.status = (_STATUSES.get(raw.get("status", "")) or status or EventStatus.SCHEDULED).value
    description = clean_text(raw.get("description", ""))
    record.description = {language: description} if description and description != title else {}
    where = read_where(clean_text(raw.get("location", "")), communes)
    record.venue, record.commune_code, record.address = where.venue, where.commune_code, where.address()
    latitude, longitude = raw.get("geo") or (None, None)
    record.latitude, record.longitude = point(latitude, longitude, remarks.append)
    record.schedule = raw.get("schedule") or {}
    record.organiser = line(raw.get("organizer"), "ORGANIZER", remarks.append)
    # What is not an address stays out of the page.
    website = contact("WEBSITE", raw.get("url"), remarks.append)
    record.contacts = [website] if website else []
    record.images = list(_images(raw))
    words = [clean_line(word) for word in raw.get("categories", ())]
    record.themes = each_once([label("keyword", {language: word[:100]}) for word in words if word])
    record.event_categories = categories_of(words)
    record.details = {"content_key": raw["key"]} if raw.get("key") else {}
    return Mapped(kind=RecordKind.EVENT.value, external_id="", record=record, remarks=remarks), where.elsewhere


def said_status(title: str) -> tuple[str, EventStatus | None]:
    """A title without the status that it begins or ends with, and that status."""
    if found := _SAID_FIRST.match(title):
        rest = title[found.end() :]
    elif found := _SAID_LAST.search(title, max(0, len(title) - _END)):
        rest = title[: found.start()]
    else:
        return title, None
    word = plain_word(re.sub(r"\W", "", found[0]))
    return rest, next(status for start, status in _SAID_STATUSES.items() if word.startswith(start))


def categories_of(words: list[str]) -> list[str]:
    """EventCategory values of words that leave no doubt, or that are their names."""
    names = {plain_word(str(category.label)): category for category in EventCategory}
    found = [CATEGORIES.get(plain_word(word)) or names.get(plain_word(word)) for word in words]
    return [category.value for category in dict.fromkeys(found) if category]


def _images(raw: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for address in raw.get("images", ()):
        url = web_address(address)
        if url:
            yield {"url": url, "credit": "", "title": {}, "expires": None, "modified": ""}


def _at_line(raw: dict[str, Any]) -> str:
    if not raw.get("line"):
        return raw["problem"]
    title = clean_line(raw.get("summary", ""))
    return f"Ligne {raw['line']}{f' (« {title[:80]} »)' if title else ''} : {raw['problem']}"
