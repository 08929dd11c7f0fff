"""Open now, until when, and if not, when next."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from tourism.schedule.days import ONE_DAY
from tourism.schedule.expansion import occurrences
from tourism.schedule.hours import Span, local
from tourism.schedule.model import Schedule

SEARCH_DAYS = 400
# How far hours that touch each other are followed: open around the clock has no closing time worth saying.
CHAIN_DAYS = 7


class State(StrEnum):
    OPEN = "open"  # within known hours
    STARTED = "started"  # began, and nobody said when it ends
    OPEN_TODAY = "open_today"  # this day, hours unknown
    CLOSED = "closed"
    TEMPORARILY_CLOSED = "temporarily_closed"


@dataclass(frozen=True)
class OpeningStatus:
    """``until`` is the end of the present opening, when known. ``next`` is the next opening, only when closed."""

    state: State
    until: datetime | None = None
    current: Span | None = None
    next: Span | None = None

    @property
    def is_open(self) -> bool:
        return self.state in (State.OPEN, State.STARTED, State.OPEN_TODAY)


def opening_status(schedule: Schedule, now: datetime) -> OpeningStatus:
    """The status at an instant. A naive ``now`` is the schedule's wall clock. The next opening is searched 400 days."""
    zone = ZoneInfo(schedule.timezone)
    if now.tzinfo is None:
        now = now.replace(tzinfo=zone)
    instant = now.astimezone(UTC)
    if schedule.temporarily_closed:
        return OpeningStatus(State.TEMPORARILY_CLOSED)
    today = now.astimezone(zone).date()
    near = [span for span in occurrences(schedule, today - ONE_DAY, today + ONE_DAY * CHAIN_DAYS) if span.takes_place]
    running = [span for span in near if _has_hours(span) and _utc(span.start) <= instant < _utc(span.end)]
    if running:
        until = _end_of_chain(near, instant)
        horizon = _utc(local(today + ONE_DAY * CHAIN_DAYS, datetime.min.time(), zone))
        return OpeningStatus(State.OPEN, None if until >= horizon else until.astimezone(zone), current=running[0])
    for span in near:
        if span.start_known and not span.end_known and _utc(span.start) <= instant < _said_to_be_over(span, zone):
            return OpeningStatus(State.STARTED, current=span)
    for span in near:
        if not span.start_known and _utc(span.start) <= instant < _utc(span.end):
            return OpeningStatus(State.OPEN_TODAY, span.end if span.end_known else None, current=span)
    coming = (
        span
        for span in occurrences(schedule, today, today + ONE_DAY * SEARCH_DAYS)
        if span.takes_place and _utc(span.start) > instant
    )
    return OpeningStatus(State.CLOSED, next=next(coming, None))


def _has_hours(span: Span) -> bool:
    return span.start_known and span.end_known


def _utc(value: datetime | None) -> datetime:
    return (value or datetime.max.replace(tzinfo=UTC)).astimezone(UTC)


def _end_of_chain(spans: list[Span], instant: datetime) -> datetime:
    """The end of the opening that contains the instant, spans that touch or overlap counted as one. In order."""
    until = instant
    for span in spans:
        if _has_hours(span) and _utc(span.start) <= until:
            until = max(until, _utc(span.end))
    return until


def _said_to_be_over(span: Span, zone: ZoneInfo) -> datetime:
    """Nothing of a day is said to be closed on that day when nobody wrote down until when, whatever is assumed."""
    midnight = local(span.day + ONE_DAY, datetime.min.time(), zone)
    return max(_utc(midnight), _utc(span.assumed_end))
