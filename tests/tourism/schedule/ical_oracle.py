"""Another reading of calendar files, for tests: the libraries alone, trusting the file. And occurrences to compare."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
from dateutil.rrule import rrulestr

from tourism.schedule import Schedule, Span, expand

PARIS = ZoneInfo("Europe/Paris")
DAY = timedelta(days=1)

# (start, end, whether it takes place): dates for whole days, UTC otherwise; an end that nobody knows is None.
Fact = tuple[date | datetime, date | datetime | None, bool]


def calendar_file(*events: str, zones: str = "", end: str = "END:VCALENDAR\r\n") -> bytes:
    """A file with these VEVENTs, each given by its lines."""
    body = "".join(
        "BEGIN:VEVENT\r\n" + "".join(f"{line}\r\n" for line in event.strip().split("\n")) + "END:VEVENT\r\n"
        for event in events
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n{zones}{body}{end}".encode()


def facts_of(schedules: Iterable[Schedule], first: date, last: date) -> set[Fact]:
    spans = (span for schedule in schedules for span in expand(schedule, first=first, last=last, limit=20_000))
    return {_fact(span) for span in spans}


def _fact(span: Span) -> Fact:
    if span.all_day or not span.start_known:
        return span.day, span.day + DAY, span.takes_place
    return span.start.astimezone(UTC), span.end and span.end.astimezone(UTC), span.takes_place


def facts_of_file(data: bytes, first: date, last: date, *, exact: bool) -> set[Fact]:
    """What a program that knows RFC 5545 makes of a file.

    ``exact``: an event lasts the same time on every date, as the RFC says; else it ends at the same hour of the clock,
    as many programs do.
    """
    calendar = icalendar.Calendar.from_ical(data)
    by_uid: dict[str, list[icalendar.Event]] = {}
    for event in calendar.walk("VEVENT"):
        by_uid.setdefault(str(event.get("UID")), []).append(event)
    facts = {fact for events in by_uid.values() for fact in _facts_of_uid(events, last, exact)}
    return {fact for fact in facts if first <= _day(fact[0]) <= last}


def dates_by_name(data: bytes, last: date) -> dict[tuple[str, date | datetime | None], set[date | datetime]]:
    """The beginnings of a file's dates by UID and RECURRENCE-ID (in UTC), or by UID and None where no rule gives them:
    then each of the days, for whole days in a row."""
    found: dict[tuple[str, date | datetime | None], set[date | datetime]] = {}
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        uid, start = str(event["UID"]), event["DTSTART"].dt
        if "RRULE" in event:
            found |= {(uid, _utc(one)): {_utc(one)} for one in _starts(event, last)}
        elif "RECURRENCE-ID" not in event:
            found[uid, None] = {_utc(fact[0]) for fact in _days_or_hours(start, _end(event, start, exact=True), event)}
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        if "RECURRENCE-ID" in event:
            found[str(event["UID"]), _utc(event["RECURRENCE-ID"].dt)] = {_utc(event["DTSTART"].dt)}
    return found


def _day(when: date | datetime) -> date:
    return when.astimezone(PARIS).date() if isinstance(when, datetime) else when


def _facts_of_uid(events: list[icalendar.Event], last: date, exact: bool) -> Iterator[Fact]:
    changed = {_utc(event["RECURRENCE-ID"].dt): event for event in events if "RECURRENCE-ID" in event}
    for event in events:
        if "RECURRENCE-ID" in event:
            continue
        for start in sorted(_starts(event, last), key=str):
            if _utc(start) in changed:
                continue
            yield from _days_or_hours(start, _end(event, start, exact), event)
    for event in changed.values():
        start = event["DTSTART"].dt
        yield from _days_or_hours(start, _end(event, start, exact), event)


def _starts(event: icalendar.Event, last: date) -> set[date | datetime]:
    start = event["DTSTART"].dt
    found = {start}
    if "RRULE" in event:
        text = event["RRULE"].to_ical().decode()
        if isinstance(start, datetime):
            until = datetime.combine(last + DAY, time(0), tzinfo=start.tzinfo)
            found |= set(rrulestr(text, dtstart=start).between(start, until, inc=True))
        else:
            begin = datetime.combine(start, time(0))
            found |= {
                day.date()
                for day in rrulestr(text, dtstart=begin).between(begin, datetime.combine(last, time(0)), inc=True)
            }
    for name, change in (("RDATE", found.add), ("EXDATE", found.discard)):
        values = event.get(name, [])
        for value in values if isinstance(values, list) else [values]:
            for one in value.dts:
                change(one.dt)
    return found


def _end(event: icalendar.Event, start: date | datetime, exact: bool) -> date | datetime | None:
    first = event["DTSTART"].dt
    if "DURATION" in event:
        return (start.astimezone(UTC) if isinstance(start, datetime) else start) + event["DURATION"].dt
    if "DTEND" not in event:
        return None if isinstance(start, datetime) else start + DAY
    end = event["DTEND"].dt
    if exact and isinstance(start, datetime):
        return start.astimezone(UTC) + (end.astimezone(UTC) - first.astimezone(UTC))
    return start + (end - first)


def _days_or_hours(start: date | datetime, end: date | datetime | None, event: icalendar.Event) -> Iterator[Fact]:
    happens = event.get("STATUS") != "CANCELLED"
    if not isinstance(start, datetime):
        for number in range((end - start).days):
            day = start + number * DAY
            yield day, day + DAY, happens
        return
    yield from ((begin, until, happens) for begin, until in _within_days(_utc(start), end and _utc(end)))


def _within_days(start: datetime, end: datetime | None) -> Iterator[tuple[datetime, datetime | None]]:
    """What lasts over twenty-four hours of the clock, cut at each midnight of Paris."""
    if end is None or end <= start:
        yield start, None
        return
    local, until = start.astimezone(PARIS), end.astimezone(PARIS)
    if until.replace(tzinfo=None) - local.replace(tzinfo=None) <= DAY:
        yield start, end
        return
    while start < end:
        midnight = datetime.combine(start.astimezone(PARIS).date() + DAY, time(0), tzinfo=PARIS).astimezone(UTC)
        yield start, min(midnight, end)
        start = midnight


def _utc(when: date | datetime) -> date | datetime:
    if not isinstance(when, datetime):
        return when
    return (when if when.tzinfo else when.replace(tzinfo=PARIS)).astimezone(UTC)
