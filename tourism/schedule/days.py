"""Which days a period covers, its hours apart. Every function here is pure and bounded."""

from collections.abc import Iterator
from datetime import date, timedelta
from heapq import merge

from tourism.schedule.model import NthWeekday, Period
from tourism.schedule.special_days import FIRST_YEAR, LAST_YEAR

ONE_DAY = timedelta(days=1)
EARLIEST, LATEST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 30)
# Twenty years of one period: beyond any programme, and still a fraction of a second.
MAX_DAYS_PER_PERIOD = 7320


def _ranges(period: Period, first: date, last: date) -> list[tuple[date, date]]:
    """The ranges of the period within the window, merged, in order."""
    first, last = max(first, EARLIEST), min(last, LATEST)
    if period.dates_only or first > last:
        return []
    if not period.every_year or period.first is None or period.last is None:
        ranges = [(period.first or EARLIEST, period.last or LATEST)]
    else:
        length = period.last.year - period.first.year
        years = range(max(period.first.year, first.year - length - 1), last.year + 1)
        ranges = [(_in_year(period.first, year, 1), _in_year(period.last, year + length, -1)) for year in years]
    clipped = [(max(begin, first), min(end, last)) for begin, end in ranges]
    merged: list[tuple[date, date]] = []
    for begin, end in sorted(pair for pair in clipped if pair[0] <= pair[1]):
        if merged and begin <= merged[-1][1] + ONE_DAY:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((begin, end))
    return merged


def _in_year(day: date, year: int, direction: int) -> date:
    """The same day in another year; without a 29 February, the nearest day that does not lengthen the period."""
    year = min(max(year, 1), LAST_YEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1) if direction > 0 else date(year, 2, 28)


def capped_ranges(
    period: Period, first: date, last: date, *, newest_first: bool = False
) -> tuple[list[tuple[date, date]], date | None]:
    ranges = _ranges(period, first, last)
    budget = MAX_DAYS_PER_PERIOD
    kept: list[tuple[date, date]] = []
    for begin, end in reversed(ranges) if newest_first else ranges:
        days = (end - begin).days + 1
        if days > budget:
            if newest_first:
                kept.append((end - timedelta(days=budget - 1), end))
                return kept, None
            cap = begin + timedelta(days=budget - 1)
            if budget:
                kept.append((begin, cap))
            return kept, cap
        kept.append((begin, end))
        budget -= days
    return kept, None


def range_days_of(period: Period, first: date, last: date, *, newest_first: bool = False) -> Iterator[date]:
    """The candidate days of a period within the window: those of its range and its extra dates, each once."""
    ranges, _ = capped_ranges(period, first, last, newest_first=newest_first)
    extra = {day for day in period.extra_dates if max(first, EARLIEST) <= day <= min(last, LATEST)}

    def range_days() -> Iterator[date]:
        for begin, end in ranges:
            numbers = range(begin.toordinal(), end.toordinal() + 1)
            yield from map(date.fromordinal, reversed(numbers) if newest_first else numbers)

    previous = None
    for day in merge(range_days(), sorted(extra, reverse=newest_first), reverse=newest_first):
        if day != previous:
            yield day
        previous = day


def in_range(period: Period, day: date) -> bool:
    return any(begin <= day <= end for begin, end in _ranges(period, day, day))


def first_week(period: Period) -> date:
    """The Monday from which the weeks of a period with a first day are counted."""
    if period.first is None:
        raise ValueError("weeks are counted from a first day")
    named = set(period.weekdays) or {day for hours in period.hours if not hours.closed for day in hours.weekdays}
    first = period.first
    while named and first.isoweekday() not in named:
        first += ONE_DAY
    return monday_of(first)


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.isoweekday() - 1)


def is_nth_weekday(rule: NthWeekday, day: date) -> bool:
    if rule.weekday is None:
        return day.day == rule.nth if rule.nth > 0 else (day + ONE_DAY).day == 1
    if day.isoweekday() != rule.weekday:
        return False
    if rule.nth > 0:
        return (day.day - 1) // 7 + 1 == rule.nth
    return (day + timedelta(days=7)).month != day.month
