"""The dates of events as rows, derived from their schedules."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from agenda.enums import EventStatus
from agenda.models import LONGEST_DATE, Event, Occurrence
from tourism.actions import insert_rows
from tourism.schedule import Schedule, Span, Status, expand

# Dates are kept as rows from a month ago to eighteen months ahead; `manage.py refresh_public` moves the window.
PAST, AHEAD, MOST = timedelta(days=31), timedelta(days=548), 1_000
# An event whose end nobody wrote down stays in "now" for this long.
ASSUMED_LENGTH = timedelta(hours=3)
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


def spans_kept(schedule: Schedule) -> list[Span]:
    """The dates of a schedule that are kept as rows."""
    today = timezone.localdate()
    return expand(schedule, first=today - PAST, last=today + AHEAD, limit=MOST)


def is_long_running(spans: Iterable[Span]) -> bool:
    """Open on many days in a row or nearly: an exhibition or a season, which must not fill a list of dates."""
    days = {span.start.date() for span in spans}
    if len(days) < LONG_DAYS:
        return False
    return len(days) >= LONG_SHARE * ((max(days) - min(days)).days + 1)


def assumed_end(span: Span) -> datetime:
    """The end that the agenda compares with "now": the day's end for a whole day, some hours when unknown."""
    if span.end is not None:
        return span.end
    if span.all_day:
        midnight = datetime.combine(span.start.date() + timedelta(days=1), datetime.min.time())
        return midnight.replace(tzinfo=span.start.tzinfo)
    return span.start + ASSUMED_LENGTH


def cut(start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """A date in pieces of at most LONGEST_DATE; nearly always itself alone."""
    while end - start > LONGEST_DATE:
        yield start, start + LONGEST_DATE
        start += LONGEST_DATE
    yield start, end


GRAVEST_FIRST = [
    status.value
    for status in (
        EventStatus.CANCELLED,
        EventStatus.POSTPONED,
        EventStatus.FULL,
        EventStatus.UNCONFIRMED,
        EventStatus.SCHEDULED,
    )
]

COLUMNS = (
    "event_id",
    "start",
    "end",
    "end_known",
    "all_day",
    "status",
    "note",
    "previous_end",
    "remaining",
    "long_running",
    "commune_code",
    "latitude",
    "longitude",
    "free",
    "categories",
)


def write_occurrences(dated: Sequence[tuple[Event, list[Span]]]) -> None:
    """Replace the dates of events; an event that is not published has none."""
    Occurrence.objects.filter(event__in=[event.pk for event, _spans in dated]).delete()
    insert_rows(
        Occurrence, COLUMNS, (row for event, spans in dated if event.published for row in rows_of_event(event, spans))
    )


def rows_of_event(event: Event, spans: Iterable[Span]) -> Iterator[tuple[Any, ...]]:
    """The dates of one event in order, as values of `COLUMNS`."""
    pieces = [(span, begin, end) for span in spans for begin, end in cut(span.start, assumed_end(span))]
    same = (
        event.long_running,
        event.commune_id or "",
        event.latitude,
        event.longitude,
        event.free,
        f"|{'|'.join(event.categories)}|" if event.categories else "",
    )
    latest: datetime | None = None
    for number, (span, begin, end) in enumerate(pieces):
        # What is said of the whole event counts for each of its dates, unless the date is in a worse way.
        status = min(STATUS_OF_DATE[span.status].value, str(event.status), key=GRAVEST_FIRST.index)
        shown = (event.pk, begin, end, span.end is not None, span.all_day, status, span.note)
        yield (*shown, latest, len(pieces) - number, *same)
        latest = max(latest, end) if latest else end
