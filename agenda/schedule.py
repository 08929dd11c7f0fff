"""When an event takes place, as the agenda keeps it. Pure: an import works it out in a process of its own."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import orjson

from agenda.enums import EventStatus
from tourism.schedule import Schedule, ScheduleError, Span, Status, expand, first_day, last_day

Part = TypeVar("Part")

# Dates are kept as rows from a month ago to eighteen months ahead; `manage.py refresh_public` moves the window.
PAST, AHEAD, MOST = timedelta(days=31), timedelta(days=548), 1_000
# A date that lasts longer (a feed may give one) is written as several rows, so that a window is a range of starts.
LONGEST_DATE = timedelta(days=7)
# "This evening" begins at this hour, and what ends by that one is of the evening before; as in the web app's
# words/windows.ts, see tests/vectors/evenings.json.
EVENING_HOUR, NIGHT_END_HOUR = 17, 5
# An exhibition, not a date: at least this many days open, on at least this share of the days between first and last.
LONG_DAYS, LONG_SHARE = 15, 0.3

STATUS_OF_DATE = {
    Status.SCHEDULED: EventStatus.SCHEDULED,
    Status.MOVED: EventStatus.SCHEDULED,
    Status.FULL: EventStatus.FULL,
    Status.POSTPONED: EventStatus.POSTPONED,
    Status.CANCELLED: EventStatus.CANCELLED,
    Status.SUSPENDED: EventStatus.CANCELLED,
}

# (start, end, whether the end is known, whole day, EventStatus value, note by language, the beginning that had been
# announced when it was moved); times in UTC
Piece = tuple[datetime, datetime, bool, bool, str, Mapping[str, str], datetime | None]


@dataclass(frozen=True, slots=True)
class EventDates:
    """The first and last day of a schedule, and its dates around today in order, none longer than LONGEST_DATE."""

    first: date | None
    last: date | None
    long_running: bool
    pieces: tuple[Piece, ...]


def schedule_from(facts: Mapping[str, Any]) -> Schedule:
    """The schedule of a folded record; an empty one when there is none or when it is unreadable."""
    try:
        return Schedule.from_json(facts["schedule"])
    except (KeyError, ScheduleError):
        return Schedule()


def dates_of(facts: Mapping[str, Any], *, today: date) -> EventDates:
    """The dates of a folded or normalised record."""
    schedule = schedule_from(facts)
    spans = expand(schedule, first=today - PAST, last=today + AHEAD, limit=MOST)
    pieces = [
        (
            begin.astimezone(UTC),
            end.astimezone(UTC),
            span.end is not None,
            span.all_day,
            STATUS_OF_DATE[span.status].value,
        )
        + (dict(span.note), moved_from(span))
        for span in spans
        for begin, end in cut(span.start, span.assumed_end)
    ]
    return EventDates(first_day(schedule), last_day(schedule), is_long_running(spans), tuple(pieces))


def moved_from(span: Span) -> datetime | None:
    """When a date that was moved had been announced; midnight when that was for no hour."""
    if span.status != Status.MOVED:
        return None
    announced = datetime.combine(span.original_day, span.original_start or datetime.min.time())
    return announced.replace(tzinfo=span.start.tzinfo).astimezone(UTC)


def dates_key(facts: Mapping[str, Any], *, today: date) -> str:
    """The same for the same schedule on the same day."""
    written = orjson.dumps(facts.get("schedule"), option=orjson.OPT_SORT_KEYS)
    return f"{today} {hashlib.sha256(written).hexdigest()}"


def is_long_running(spans: Iterable[Span]) -> bool:
    """Open on many days in a row or nearly: an exhibition or a season, which must not fill a list of dates. What begins
    in the evening is each time that evening's, however often."""
    days = {span.start.date() for span in spans if span.all_day or span.start.hour < EVENING_HOUR}
    if len(days) < LONG_DAYS:
        return False
    return len(days) >= LONG_SHARE * ((max(days) - min(days)).days + 1)


def most_of_programme(parts: Sequence[Part], *, most: int, over: Callable[[Part], bool]) -> list[Part]:
    """At most so many parts of a programme in the order that they have, which is by date: what is over is left out
    first, from the oldest on, then what is furthest ahead."""
    if len(parts) <= most:
        return list(parts)
    past = [number for number, part in enumerate(parts) if over(part)]
    coming = [number for number, part in enumerate(parts) if not over(part)][:most]
    room = most - len(coming)
    return [parts[number] for number in sorted([*coming, *(past[-room:] if room else ())])]


def is_this_evening(start: datetime, *, now: datetime) -> bool:
    """Whether it begins this evening; after midnight, that is the evening to come. Both in the territory's time."""
    return start.date() == now.date() and start.hour >= EVENING_HOUR


def last_day_of(start: datetime, end: datetime, *, end_known: bool) -> date:
    """The last day that a date is of, both in the territory's time: what goes on into the small hours is of its
    evening, what goes on after them of the next day too. An end that is only assumed makes no day."""
    day = start.date()
    if not end_known:
        return day
    # The end is not part of it: by the clock, for a night of 23 or 25 hours ends at the same hour.
    return max(day, (end.replace(tzinfo=None) - timedelta(hours=NIGHT_END_HOUR, microseconds=1)).date())


def cut(start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """A date in pieces of at most LONGEST_DATE; nearly always itself alone."""
    while end - start > LONGEST_DATE:
        yield start, start + LONGEST_DATE
        start += LONGEST_DATE
    yield start, end
