"""Schedules to a calendar file that Google, Apple, Outlook and Thunderbird understand.

Rules are written with the few parts that all of them know. Dates that no rule gives are events of their own rather
than RDATEs, which some programs silently ignore. Lengths are real: a night on which clocks change is written out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import icalendar
from icalendar.prop import vCalAddress, vDuration, vRecur, vUri

from cms.texts import fallback_chain
from tourism.schedule.days import ONE_DAY
from tourism.schedule.grammar import GRAMMARS
from tourism.schedule.hours import Span
from tourism.schedule.ical.naming import Uids, recurrence_of
from tourism.schedule.ical.series import Series, WholeDays, gathered, last_start
from tourism.schedule.ical.zones import PARIS
from tourism.schedule.model import Schedule, Status, Texts

PRODUCT = "-//Traverse//Agenda//FR"
REFRESH = timedelta(hours=6)
FULL = {
    "fr": "Complet",
    "en": "Fully booked",
    "it": "Al completo",
    "de": "Ausgebucht",
    "es": "Completo",
    "nl": "Volgeboekt",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+", re.ASCII)
# The European rule since 1996; the library's own VTIMEZONE has no date after 2037 and changes clocks an hour late.
_VTIMEZONE = b"""BEGIN:VTIMEZONE
TZID:Europe/Paris
X-LIC-LOCATION:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19960331T020000
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True)
class CalendarEntry:
    """What is written of an event. ``modified`` is aware; texts are ``{language: text}``, ``geo`` latitude, longitude.

    ``uid`` never changes for an event, ``sequence`` rises with each change of its dates. ``to_be_confirmed`` and
    ``cancelled`` are about the whole event, whatever its dates say.
    """

    uid: str
    schedule: Schedule
    modified: datetime
    summary: Texts
    sequence: int = 0
    description: Texts = field(default_factory=dict, hash=False)
    location: str = ""
    geo: tuple[float, float] | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    organizer: str = ""
    email: str = ""
    images: tuple[str, ...] = ()
    to_be_confirmed: bool = False
    cancelled: bool = False


def write_calendar(
    entries: Iterable[CalendarEntry], *, language: str, first: date, last: date, name: str = ""
) -> bytes:
    """A calendar file in one language, with the occurrences from ``first`` to ``last`` and rules without end.

    The same entries give the same bytes. Keep ``first`` where it is as long as possible: a rule begins with it.
    """
    written = (write_events(entry, language=language, first=first, last=last) for entry in entries)
    return calendar_of_written(written, name=name)


def write_events(entry: CalendarEntry, *, language: str, first: date, last: date) -> bytes:
    """The VEVENTs of one entry as they stand in a calendar file; '' when it has no date."""
    return b"".join(event.to_ical() for event in events_of(entry, language=language, first=first, last=last))


def calendar_of_written(written: Iterable[bytes], *, name: str = "") -> bytes:
    """A calendar file of what `write_events` wrote."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("name", _clean(name))
        calendar.add("x-wr-calname", _clean(name))
    calendar.add("x-wr-timezone", PARIS.key)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    calendar.add_component(_timezone())
    head, end, _nothing = calendar.to_ical().rpartition(b"END:VCALENDAR")
    return b"".join((head, *written, end, b"\r\n"))


@cache
def _timezone() -> icalendar.Component:
    return icalendar.Timezone.from_ical(_VTIMEZONE)


def events_of(entry: CalendarEntry, *, language: str, first: date, last: date) -> list[icalendar.Event]:
    """The VEVENTs of one entry. Each rule and each single date has a UID of its own, made from the entry's."""
    found = gathered(entry.schedule, first=first, last=last)
    writer = _Writer(entry, language)
    events = [event for series in found.series for event in writer.series(series)]
    events += [writer.whole_days(days) for days in found.whole_days]
    return events + [writer.single(span) for span in found.single]


class _Writer:
    def __init__(self, entry: CalendarEntry, language: str) -> None:
        self._entry = entry
        self._language = language
        self._uids = Uids(_clean(entry.uid), entry.schedule)

    def series(self, series: Series) -> list[icalendar.Event]:
        uid = self._uids.of_series(series.key)
        span = series.first_span
        event = self._event(uid, replace(span, status=Status.SCHEDULED) if not span.takes_place else span)
        until = last_start(series)
        event.add("rrule", vRecur(series.pattern.parts | ({"UNTIL": until} if until else {})))
        if series.pattern.excluded:
            event.add("exdate", [recurrence_of(span, day) for day in series.pattern.excluded])
        changes = []
        for changed in series.changed:
            change = self._event(uid, changed)
            change.add("recurrence-id", recurrence_of(span, changed.original_day))
            changes.append(change)
        return [event, *changes]

    def whole_days(self, days: WholeDays) -> icalendar.Event:
        return self._event(self._uids.of_series(days.key), days.first_span, last=days.last)

    def single(self, span: Span) -> icalendar.Event:
        return self._event(self._uids.of_single(span), span)

    def _event(self, uid: str, span: Span, *, last: date | None = None) -> icalendar.Event:
        entry = self._entry
        event = icalendar.Event()
        event.add("uid", uid)
        if uid != self._uids.own:
            event.add("related-to", self._uids.own)
        event.add("dtstamp", entry.modified.astimezone(UTC))
        event.add("last-modified", entry.modified.astimezone(UTC))
        event.add("sequence", entry.sequence)
        self._add_dates(event, span, last)
        event.add("status", self._status(span))
        # An announced event does not make who notes it down busy.
        event.add("transp", "TRANSPARENT")
        self._add_texts(event, span)
        if entry.location:
            event.add("location", _clean(entry.location))
        if entry.geo is not None:
            event.add("geo", entry.geo)
        if _is_web(entry.url):
            event.add("url", vUri(entry.url))
        if entry.categories:
            event.add("categories", [_clean(name) for name in entry.categories])
        self._add_organizer(event)
        for image in filter(_is_web, entry.images):
            event.add("image", vUri(image), parameters={"VALUE": "URI", "DISPLAY": "BADGE"})
        return event

    def _add_dates(self, event: icalendar.Event, span: Span, last: date | None) -> None:
        if span.all_day or not span.start_known:
            event.add("dtstart", span.day)
            event.add("dtend", (last or span.day) + ONE_DAY)
            return
        event.add("dtstart", _in_paris(span.start))
        if span.end is not None:
            event.add("dtend", _in_paris(span.end))

    def _status(self, span: Span) -> str:
        if self._entry.cancelled or not span.takes_place:
            return "CANCELLED"
        return "TENTATIVE" if self._entry.to_be_confirmed else "CONFIRMED"

    def _add_texts(self, event: icalendar.Event, span: Span) -> None:
        title, language = _in_language(self._entry.summary, self._language)
        label, of_label = _in_language(span.label, self._language)
        summary = f"{title} ({label})" if label else title
        event.add("summary", summary, parameters=_said_in("" if label and of_label != language else language))
        said_in = (_in_language(texts, self._language) for texts in (span.note, self._entry.description))
        parts = [(text, language) for text, language in (self._state(span), *said_in) if text]
        if parts:
            languages = {language for _text, language in parts}
            # LANGUAGE is of the whole text: of one in two languages none is said.
            spoken = languages.pop() if len(languages) == 1 else ""
            event.add("description", "\n".join(text for text, _language in parts), parameters=_said_in(spoken))

    def _state(self, span: Span) -> tuple[str, str]:
        """What STATUS has no word for (fully booked, postponed, an opening of which only the end is known) and the
        language that it is in."""
        language = self._language if self._language in GRAMMARS else "en"
        grammar = GRAMMARS[language]
        words = []
        if span.status == Status.FULL:
            words.append(FULL[language])
        elif span.status == Status.POSTPONED:
            # The day is in DTSTART: what stands after it is said.
            words.append(grammar.postponed.rpartition(":")[2].strip())
        if not span.start_known and span.end is not None and not span.all_day:
            words.append(grammar.until_time(span.end.time()))
        if span.every_minutes is not None:
            words.append(grammar.every_minutes(span.every_minutes))
        return "\n".join(word[:1].upper() + word[1:] for word in words), language

    def _add_organizer(self, event: icalendar.Event) -> None:
        name, email = _clean(self._entry.organizer), self._entry.email
        if _EMAIL.fullmatch(email):
            organizer = vCalAddress(f"mailto:{email}")
            if name:
                organizer.params["CN"] = name.replace('"', "")
            event.add("organizer", organizer)
        elif name:
            event.add("contact", name)


def _in_paris(moment: datetime) -> datetime:
    """Local time of Paris; in UTC where local time would be read as an hour earlier, and for other zones."""
    ours = moment.astimezone(PARIS)
    return moment.astimezone(UTC) if ours.fold or moment.tzinfo is not PARIS else ours


def _in_language(texts: Texts, language: str) -> tuple[str, str]:
    """The text in a language, else in the next best one, and the language that it is in."""
    for found in (*fallback_chain(language), *sorted(texts)):
        if texts.get(found):
            return _clean(texts[found]), found
    return "", ""


def _said_in(language: str) -> dict[str, Any]:
    return {"LANGUAGE": language} if language else {}


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _is_web(url: str) -> bool:
    return url.startswith(("http://", "https://")) and not re.search(r"[\s\x00-\x1f\ud800-\udfff]", url)
