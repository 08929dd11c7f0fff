"""Days to a recurrence rule: the reverse of reading one, for calendars that show "every Tuesday" as such."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from math import gcd
from typing import Any

from tourism.schedule.days import ONE_DAY
from tourism.schedule.ical.rules import MOST_DATES, Budget, dates_of_rule, rule_from

_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Two dates are two dates, not a rule; and each day that a rule names must come back.
FEWEST_DAYS = 3
MOST_NAMED = 5

Parts = dict[str, Any]


@dataclass(frozen=True)
class Pattern:
    """The parts of an RRULE without UNTIL, and the days that it gives and that must be taken out (EXDATE)."""

    parts: Parts
    excluded: tuple[date, ...]


def pattern_of(days: Sequence[date]) -> Pattern | None:
    """The rule that gives exactly these days, in order, less the excluded ones; None when no rule is worth it.

    A rule that takes out more than half as many days as it keeps tells nobody anything.
    """
    if not FEWEST_DAYS <= len(days) <= MOST_DATES:
        return None
    found = []
    wanted = set(days)
    for parts in _candidates(days):
        given = days_of_pattern(parts, days[0], days[-1])
        excluded = [day for day in given if day not in wanted]
        if len(given) - len(excluded) == len(days) and len(excluded) * 2 <= len(days):
            found.append(Pattern(parts, tuple(excluded)))
    return min(found, key=lambda pattern: len(pattern.excluded), default=None)


def days_of_pattern(parts: Parts, first: date, last: date) -> list[date]:
    """The days of a rule from its first one to ``last`` inclusive."""
    rule = rule_from({name: value if isinstance(value, list) else [value] for name, value in parts.items()})
    start, until = datetime.combine(first, time(0)), datetime.combine(last, time(0))
    return [moment.date() for moment in dates_of_rule(rule, start, until=until, budget=Budget()).starts]


def _candidates(days: Sequence[date]) -> Iterator[Parts]:
    weekdays = sorted({day.isoweekday() for day in days})
    step = reduce(gcd, [(day - days[0]).days for day in days])
    if len(weekdays) == 7 or step % 7:
        yield {"FREQ": "DAILY"} | ({"INTERVAL": step} if step > 1 else {})
    named = min(MOST_NAMED, len(days) // 2)
    mondays = [day - timedelta(days=day.isoweekday() - 1) for day in days]
    weeks = reduce(gcd, [(monday - mondays[0]).days // 7 for monday in mondays]) or 1
    every = {"INTERVAL": weeks} if weeks > 1 else {}
    if len(weekdays) <= len(days) // 2:
        yield {"FREQ": "WEEKLY"} | every | {"BYDAY": [_NAMES[day - 1] for day in weekdays]}
    nths = sorted({((day.day - 1) // 7 + 1, day.isoweekday()) for day in days})
    if len(nths) <= named:
        yield {"FREQ": "MONTHLY", "BYDAY": [f"{nth}{_NAMES[weekday - 1]}" for nth, weekday in nths]}
    if len(weekdays) <= named and all((day + timedelta(days=7)).month != day.month for day in days):
        yield {"FREQ": "MONTHLY", "BYDAY": [f"-1{_NAMES[weekday - 1]}" for weekday in weekdays]}
    numbers = sorted({day.day for day in days})
    if len(numbers) <= named:
        yield {"FREQ": "MONTHLY", "BYMONTHDAY": numbers}
    if all((day + ONE_DAY).day == 1 for day in days):
        yield {"FREQ": "MONTHLY", "BYMONTHDAY": [-1]}
