"""The dates of events as rows, derived from their schedules."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from agenda.enums import EventStatus
from agenda.facets import audiences_of, disabilities_of, is_indoor
from agenda.models import Event, Occurrence
from agenda.schedule import EventDates, dates_key, dates_of, last_day_of
from tourism.actions import insert_rows

GRAVEST_FIRST = {
    status.value: rank
    for rank, status in enumerate(
        (
            EventStatus.CANCELLED,
            EventStatus.POSTPONED,
            EventStatus.FULL,
            EventStatus.UNCONFIRMED,
            EventStatus.SCHEDULED,
        )
    )
}

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
    "indoor",
    "categories",
    "audiences",
    "accessible",
    "day",
    "last_day",
    "moved_from",
    "previous_of_days",
)

# What an import worked out beforehand, by `dates_key`: for the batch that is being written.
_at_hand: dict[str, EventDates] = {}


def foresee_dates(known: Mapping[str, EventDates]) -> None:
    """Have dates at hand that were worked out elsewhere, by `agenda.schedule.dates_key`, in place of the last ones."""
    _at_hand.clear()
    _at_hand.update(known)


def dates_of_event(event: Event) -> EventDates:
    """When a folded event takes place."""
    today = timezone.localdate()
    foreseen = _at_hand.get(dates_key(event.facts, today=today)) if _at_hand else None
    return foreseen or dates_of(event.facts, today=today)


def write_occurrences(dated: Sequence[tuple[Event, EventDates]], *, new: Container[int] = ()) -> None:
    """Replace the dates of events; an event that is not published has none. `new`: keys of those that had none yet."""
    if known := [event.pk for event, _dates in dated if event.pk not in new]:
        Occurrence.objects.filter(event__in=known).delete()
    insert_rows(
        Occurrence, COLUMNS, (row for event, dates in dated if event.published for row in rows_of_event(event, dates))
    )


def rows_of_event(event: Event, dates: EventDates) -> Iterator[tuple[Any, ...]]:
    """The dates of one event in order, as values of `COLUMNS`."""
    same = (
        event.long_running,
        event.commune_id or "",
        event.latitude,
        event.longitude,
        event.free,
        is_indoor(event.facts),
        _joined(event.categories),
        _joined(audiences_of(event.facts, event.categories)),
        _joined(disabilities_of(event.facts)),
    )
    zone = timezone.get_default_timezone()
    own = str(event.status)
    latest: datetime | None = None
    latest_of_days: datetime | None = None
    for number, (start, end, end_known, all_day, status, note, moved_from) in enumerate(dates.pieces):
        # What is said of the whole event counts for each of its dates, unless the date is in a worse way.
        graver = status if status == own else min(status, own, key=GRAVEST_FIRST.__getitem__)
        begins, ends = start.astimezone(zone), end.astimezone(zone)
        day, last_day = begins.date(), last_day_of(begins, ends, end_known=end_known)
        of_days = end if ends.date() == last_day else datetime.combine(last_day + timedelta(days=1), time(0), zone)
        left = len(dates.pieces) - number
        yield (
            *(event.pk, start, end, end_known, all_day, graver, note, latest, left),
            *same,
            *(day, last_day, moved_from, latest_of_days),
        )
        latest = max(latest, end) if latest else end
        latest_of_days = max(latest_of_days, of_days) if latest_of_days else of_days


def _joined(values: Sequence[str]) -> str:
    """Values that a filter finds by `contains`: "|CONCERT|FESTIVAL|"."""
    return f"|{'|'.join(values)}|" if values else ""
