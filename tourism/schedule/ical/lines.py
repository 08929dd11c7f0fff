"""From the bytes of a calendar file to the lines of each component, before any library sees them.

A file of the web is cut in components here, so that one that is broken costs itself alone. Folded lines are joined
as bytes, because a fold may fall in the middle of a character (RFC 5545, 3.1); properties that nobody reads are left
out, because a megabyte of them costs as much as a megabyte of dates.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_BYTES = 10_000_000
MOST_EVENTS = 20_000
MOST_ZONES = 100
MOST_LINES_OF_ZONE = 1_000
MOST_LINES_OF_EVENT = 5_000
# A description of twenty pages; an image in base64 is longer, and is not read from there.
LONGEST_LINE = 50_000

_NAME = re.compile(r"([A-Za-z0-9-]{1,64})(?=[;:])")
_ZONE_PARAMETER = re.compile(r'^([\w-]+(?:;[^":]*)?);TZID=', re.IGNORECASE)
_MANY_VALUES = re.compile(r'^((?:RDATE|EXDATE)(?:;(?:"[^"]*"|[^":])*)?):(.*)$', re.IGNORECASE | re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT"})
# What a VEVENT is read for; anything else, X- properties first, is left where it is.
_READ = _TEXTS | {
    "UID",
    "SEQUENCE",
    "DTSTAMP",
    "LAST-MODIFIED",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "STATUS",
    "GEO",
    "URL",
    "CATEGORIES",
    "ORGANIZER",
    "CONTACT",
    "ATTACH",
    "IMAGE",
    "RELATED-TO",
}


class CalendarError(ValueError):
    """A file that is no calendar at all, with a French reason."""


@dataclass
class RawEvent:
    """The lines of a VEVENT, unfolded, without BEGIN and END; ``line`` is where it begins in the file, from 1."""

    line: int
    lines: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    ended: bool = False


@dataclass
class RawCalendar:
    """A file cut in components. ``complete`` is False when events may be missing: the file is cut or too long."""

    name: str = ""
    events: list[RawEvent] = field(default_factory=list)
    zones: list[list[str]] = field(default_factory=list)
    complete: bool = False
    too_many: int = 0


def cut_calendar(data: bytes) -> RawCalendar:
    """The components of a calendar file.

    Raises CalendarError for a file over MOST_BYTES, or without any VCALENDAR or VEVENT (a web page, say).
    """
    if len(data) > MOST_BYTES:
        raise CalendarError(f"Le fichier dépasse {MOST_BYTES // 1_000_000} Mo : il n’est pas lu.")
    cutter = _Cutter()
    for number, line in _unfolded(_as_utf8(data)):
        cutter.take(number, line)
    if not cutter.is_calendar:
        raise CalendarError("Ce fichier n’est pas un calendrier iCalendar.")
    cutter.close()
    return cutter.calendar


def _as_utf8(data: bytes) -> bytes:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(BOM_UTF8)


def _unfolded(data: bytes) -> Iterator[tuple[int, str]]:
    """Logical lines with the number of their first physical one. Linear whatever the breaks are."""
    parts: list[bytes] = []
    began = 0
    for number, line in enumerate(re.split(rb"\r\n|\r|\n", data), 1):
        if line[:1] in (b" ", b"\t") and parts:
            parts.append(line[1:])
        elif line:
            if parts:
                yield began, _decoded(b"".join(parts))
            parts, began = [line], number
    if parts:
        yield began, _decoded(b"".join(parts))


def _decoded(line: bytes) -> str:
    """The text of a line, without the control characters that no property has a use for."""
    try:
        text = line.decode()
    except UnicodeDecodeError:
        # Written by an old Windows program; it has a character for nearly every byte.
        text = line.decode("cp1252", "replace")
    return text if text.isprintable() else _CONTROLS.sub("", text)


class _Cutter:
    def __init__(self) -> None:
        self.calendar = RawCalendar()
        self.is_calendar = False
        self._event: RawEvent | None = None
        self._zone: list[str] | None = None
        self._inner = ""
        self._last_read = ""

    def take(self, number: int, line: str) -> None:
        found = _NAME.match(line)
        name = found[1].upper() if found else ""
        value = line.partition(":")[2].strip().upper() if name in ("BEGIN", "END") else ""
        if name == "BEGIN" and value in ("VEVENT", "VCALENDAR"):
            self.is_calendar = True
            self._finish(ended=False)
            if value == "VEVENT":
                self._event, self._inner, self._last_read = RawEvent(number), "", ""
        elif name == "END" and value in ("VEVENT", "VCALENDAR"):
            self._finish(ended=value == "VEVENT")
            self.calendar.complete = value == "VCALENDAR" or self.calendar.complete
        elif self._event is not None:
            self._take_of_event(self._event, name, value, line)
        elif name == "BEGIN" and value == "VTIMEZONE":
            self._zone = []
        elif name == "END" and value == "VTIMEZONE":
            if self._zone is not None and len(self.calendar.zones) < MOST_ZONES:
                self.calendar.zones.append(self._zone)
            self._zone = None
        elif self._zone is not None:
            if len(self._zone) < MOST_LINES_OF_ZONE:
                self._zone.append(line[:LONGEST_LINE])
        elif name in ("X-WR-CALNAME", "NAME") and not self.calendar.name:
            self.calendar.name = line.partition(":")[2].strip()[:200]

    def _take_of_event(self, event: RawEvent, name: str, value: str, line: str) -> None:
        if self._inner:
            # An alarm inside the event has a DESCRIPTION and an ATTACH that are not the event's.
            if name == "END" and value == self._inner:
                self._inner = ""
        elif name == "BEGIN":
            self._inner = value
        elif name in _READ:
            self._last_read = name
            _add(event, name, line)
        elif not name or not line[: len(name)].isupper():
            # "Tarif: 5 euros" is a line of a text, "TRANSP:OPAQUE" a property that is not read.
            self._take_broken(event, line)
        else:
            self._last_read = ""

    def _take_broken(self, event: RawEvent, line: str) -> None:
        """A line that begins no property: the rest of a text whose line break was not escaped, or rubbish."""
        if self._last_read in _TEXTS and event.lines and len(event.lines[-1]) + len(line) < LONGEST_LINE:
            event.lines[-1] += "\\n" + line
        elif "lignes" not in " ".join(event.remarks):
            event.remarks.append("Des lignes illisibles ont été ignorées.")

    def _finish(self, *, ended: bool) -> None:
        event, self._event = self._event, None
        if event is None:
            return
        event.ended = ended
        if len(self.calendar.events) < MOST_EVENTS:
            self.calendar.events.append(event)
        else:
            self.calendar.too_many += 1

    def close(self) -> None:
        """The end of the file: what was open is cut, and the calendar is not complete."""
        self._finish(ended=False)
        if self.calendar.too_many:
            self.calendar.complete = False


def _add(event: RawEvent, name: str, line: str) -> None:
    if len(event.lines) >= MOST_LINES_OF_EVENT:
        if "trop de lignes" not in " ".join(event.remarks):
            event.remarks.append(f"L’événement a trop de lignes : {MOST_LINES_OF_EVENT} sont lues.")
        return
    if name in ("RDATE", "EXDATE"):
        _add_each_date(event, line)
        return
    if len(line) > LONGEST_LINE:
        if name in ("ATTACH", "IMAGE"):
            return
        line = line[:LONGEST_LINE].rstrip("\\")
        event.remarks.append(f"{name} est trop long : il est coupé.")
    event.lines.append(_without_zone(line))


def _add_each_date(event: RawEvent, line: str) -> None:
    """One line per date: a date that cannot be read must not take the others of its line with it."""
    found = _MANY_VALUES.match(line)
    if found is None:
        event.remarks.append("Une liste de dates est illisible.")
        return
    head = _without_zone(found[1] + ":")
    values = [value.strip() for value in found[2].split(",")]
    room = MOST_LINES_OF_EVENT - len(event.lines)
    event.lines += [head + value for value in values if value][:room]
    if len(values) > room:
        event.remarks.append(f"L’événement a trop de dates : {MOST_LINES_OF_EVENT} sont lues.")


def _without_zone(line: str) -> str:
    """The TZID under another name: the library resolves it with a memory shared by every file that it ever read."""
    return _ZONE_PARAMETER.sub(r"\1;X-TZID=", line, count=1)
