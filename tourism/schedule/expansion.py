"""From a schedule to dated spans. Every function here is pure and bounded: nothing scans for ever."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from heapq import merge
from itertools import chain

from tourism.schedule.days import EARLIEST, LATEST, ONE_DAY, capped_ranges, range_days_of
from tourism.schedule.hours import OpenDays, SingleDays, Span
from tourism.schedule.model import Period, Schedule, Status


class Expansion(list[Span]):
    """A list of spans that says whether something was left out.

    ``complete_until`` is the last day up to which every span is present; None when all were given. ``reason`` says
    why: "limit" (enough spans) or "range" (the dates asked for span too many days).
    """

    def __init__(self, spans: Iterable[Span] = (), *, complete_until: date | None = None, reason: str = "") -> None:
        super().__init__(spans)
        self.complete_until = complete_until
        self.reason = reason

    @property
    def complete(self) -> bool:
        return self.complete_until is None


def expand(schedule: Schedule, *, first: date, last: date, limit: int = 2000) -> Expansion:
    """The spans that start from ``first`` to ``last`` inclusive, in order of their start; at most ``limit``.

    Cancelled, postponed and suspended occurrences are listed with their status: what was announced must be seen to
    be off. A moved occurrence is listed at its new date only.
    """
    caps = (capped_ranges(period, first, last)[1] for period in schedule.periods)
    cap = min((day for day in caps if day is not None), default=None)
    found: list[Span] = []
    for span in occurrences(schedule, first, last):
        if cap is not None and span.day > cap:
            break
        if len(found) >= limit:
            return Expansion(found, complete_until=span.day - ONE_DAY, reason="limit")
        found.append(span)
    return Expansion(found, complete_until=cap, reason="range" if cap else "")


def day_is_open(schedule: Schedule, day: date) -> bool:
    """Whether something takes place that starts on this day."""
    return any(span.takes_place for span in occurrences(schedule, day, day))


def first_day(schedule: Schedule) -> date | None:
    """The first day with an occurrence, cancelled ones included; None without any, or without a first bound."""
    if any(period.first is None and not period.dates_only for period in schedule.periods):
        return None
    return next((span.day for span in occurrences(schedule, EARLIEST, LATEST)), None)


def last_day(schedule: Schedule) -> date | None:
    """The last day with an occurrence, cancelled ones included; None without any, or without an end."""
    if any((period.last is None and not period.dates_only) or period.every_year for period in schedule.periods):
        return None
    single = SingleDays(schedule)
    ends = [_last_day_of_period(single, period) for period in schedule.periods]
    moved = [span.day for span in _moved_occurrences(single, EARLIEST, LATEST)]
    return max([end for end in ends if end is not None] + moved, default=None)


def _last_day_of_period(single: SingleDays, period: Period) -> date | None:
    days = OpenDays(single, period)
    for day in range_days_of(period, EARLIEST, LATEST, newest_first=True):
        if any(span.day == day for span in days.spans(day)):
            return day
    return None


def occurrences(schedule: Schedule, first: date, last: date) -> Iterator[Span]:
    """As ``expand``, lazily and without a limit of number."""
    single = SingleDays(schedule)
    streams = [_period_occurrences(single, period, first, last) for period in schedule.periods]
    if schedule.overrides:
        streams.append(iter(_moved_occurrences(single, first, last)))
    seen: set[tuple] = set()
    for span in merge(*streams, key=_order) if len(streams) > 1 else chain(*streams):
        # Sources repeat themselves: two periods that say the same hours are one occurrence.
        label = tuple(sorted(span.label.items())) if span.label else ()
        content = (span.start, span.end, span.start_known, span.all_day, span.kind, label)
        if content not in seen:
            seen.add(content)
            yield span


def _order(span: Span) -> tuple[datetime, bool, datetime, bool, str, int]:
    """By time. Of two at the same hours the first is told: what was moved there, not what is cancelled there."""
    start = span.start.astimezone(UTC)
    end = span.end.astimezone(UTC) if span.end else start
    return (start, not span.all_day, end, span.status != Status.MOVED, span.period, span.slot)


def _period_occurrences(single: SingleDays, period: Period, first: date, last: date) -> Iterator[Span]:
    days = OpenDays(single, period)
    for day in range_days_of(period, first, last):
        spans = [span for span in days.spans(day) if span.day == day]
        yield from sorted(spans, key=_order) if len(spans) > 1 else spans


def _moved_occurrences(single: SingleDays, first: date, last: date) -> list[Span]:
    """Occurrences that an override puts on another day of the window, wherever they came from."""
    # By the period that they are of; '' for those of every period.
    origins: dict[str, set[date]] = defaultdict(set)
    for override in single.schedule.overrides:
        if override.new_day is not None and override.new_day != override.day and first <= override.new_day <= last:
            origins[override.period].add(override.day)
    if not origins:
        return []
    moved = []
    for period in single.schedule.periods:
        if not (wanted := origins.get("", set()) | origins.get(period.id, set())):
            continue
        days = OpenDays(single, period)
        for day in days.among(wanted):
            moved += [span for span in days.spans(day) if span.day != day and first <= span.day <= last]
    return sorted(moved, key=_order)
