"""Recurrence rules to dates: `dateutil` does the arithmetic, this module keeps it from going on for ever.

A rule of a stranger's file may repeat every second without end, or never fall on any day, and `dateutil` only stops
at the year 9999. Every step that it takes is counted, against what one rule may take and what a whole file may.
"""

import math
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from dateutil import rrule as dateutil_rules

# Dates that one rule gives at most, the latest ones. Rules that our periods can say need no list of dates.
MOST_DATES = 1_500
# A rule of hours or minutes is a timetable, and an agenda of hundreds of departures a day serves nobody.
MOST_DATES_WITHIN_DAYS = 200
WORK_OF_RULE = 1_000_000
WORK_OF_FILE = 30_000_000
MOST_INTERVAL = 1_000
MOST_VALUES = 400
MOST_TIMES_OF_DAY = 1_440
MOST_POSITIONS = 31

_FREQUENCIES = {name: getattr(dateutil_rules, name) for name in dateutil_rules.FREQNAMES}
_WITHIN_DAYS = frozenset({"HOURLY", "MINUTELY"})
# How many days one step goes forward at least, and what it costs: the library looks at each day of a year or a month.
_DAYS_OF_STEP = {"YEARLY": 365, "MONTHLY": 28, "WEEKLY": 7, "DAILY": 1, "HOURLY": 1 / 24, "MINUTELY": 1 / 1440}
_WORK_OF_STEP = {"YEARLY": 366, "MONTHLY": 62, "WEEKLY": 20, "DAILY": 10, "HOURLY": 10, "MINUTELY": 10}
_WORK_OF_DATE = 3
# What is made of a date that is kept (hours in two zones, periods, what is taken out) costs most by far.
_WORK_OF_KEPT = 100
_WEEKDAYS = {name: getattr(dateutil_rules, name) for name in ("MO", "TU", "WE", "TH", "FR", "SA", "SU")}
# Name in the file → name of the library, least and greatest absolute value, whether it may be negative.
_NUMBERS = {
    "BYSECOND": ("bysecond", 0, 59, False),
    "BYMINUTE": ("byminute", 0, 59, False),
    "BYHOUR": ("byhour", 0, 23, False),
    "BYMONTHDAY": ("bymonthday", 1, 31, True),
    "BYYEARDAY": ("byyearday", 1, 366, True),
    "BYWEEKNO": ("byweekno", 1, 53, True),
    "BYMONTH": ("bymonth", 1, 12, False),
    "BYSETPOS": ("bysetpos", 1, 366, True),
}
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", *_NUMBERS})


class RuleError(ValueError):
    """A rule that gives no dates, with a French reason."""


class _PastTheHorizon(Exception):  # noqa: N818 — how a rule without dates is told to stop
    """The steps taken have passed the last day asked for."""


class TooMuchWork(Exception):  # noqa: N818 — not an error of the rule: what was found so far is kept
    """The budget of a rule or of a file is spent."""


@dataclass
class Budget:
    """The work that the rules of one file may still cost; one unit is about one day looked at. `ended` says that
    whoever waits for it waits no longer."""

    left: int = WORK_OF_FILE
    ended: Callable[[], bool] | None = None

    @property
    def late(self) -> bool:
        return self.ended is not None and self.ended()

    def take(self, work: int) -> None:
        self.left -= work
        if self.left < 0 or self.late:
            raise TooMuchWork


class CountedInterval(int):
    """The INTERVAL of a rule, that counts how often it is used.

    The library adds it, or multiplies it, once per period that it looks at: nothing else of the library tells of
    periods without a date, and these are what a rule that never ends is made of.
    """

    budget: Budget
    steps: int
    work: int

    def __new__(cls, value: int, *, budget: Budget, steps: int, work: int) -> "CountedInterval":
        interval = super().__new__(cls, value)
        interval.budget, interval.steps, interval.work = budget, steps, work
        return interval

    def _count(self) -> None:
        self.budget.take(self.work)
        self.steps -= 1
        if self.steps < 0:
            raise _PastTheHorizon

    def __add__(self, other: int) -> int:
        self._count()
        return int(self) + other

    __radd__ = __add__

    def __mul__(self, other: int) -> int:
        self._count()
        return int(self) * other

    __rmul__ = __mul__


@dataclass(frozen=True)
class Rule:
    """A checked RRULE. ``until`` is a date or a datetime as written: in UTC when it is aware, else local."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    weekdays: tuple[tuple[int | None, str], ...] = ()
    numbers: Mapping[str, tuple[int, ...]] = field(default_factory=dict, hash=False)
    week_start: str = "MO"

    @property
    def endless(self) -> bool:
        return self.count is None and self.until is None


@dataclass(frozen=True)
class RuleDates:
    """Starts in local time of the rule's zone, in order.

    ``reason`` says in French why some before the horizon are left out, "" if none; ``finished`` that the rule has no
    date after these; ``since`` is set when earlier ones are left out and none after it.
    """

    starts: tuple[datetime, ...]
    reason: str = ""
    finished: bool = False
    since: datetime | None = None


def rule_from(parts: Mapping[str, Sequence[Any]]) -> Rule:
    """A rule from the parts that `icalendar` read (``{"FREQ": ["WEEKLY"], …}``). Raises RuleError."""
    given = {name.upper(): list(values) for name, values in parts.items()}
    if unknown := sorted(given.keys() - _KNOWN):
        raise RuleError(f"La règle de répétition utilise {', '.join(unknown)[:60]}, qui n’est pas lu.")
    if any(len(values) > MOST_VALUES for values in given.values()):
        raise RuleError("La règle de répétition énumère trop de valeurs.")
    frequency = str(_only(given, "FREQ", "")).upper()
    if frequency not in _FREQUENCIES:
        raise RuleError("La règle de répétition ne dit pas sa fréquence.")
    if frequency == "SECONDLY":
        raise RuleError("La règle se répète toutes les secondes : elle n’est pas suivie.")
    interval, count = int(_only(given, "INTERVAL", 1)), _only(given, "COUNT", None)
    if not 1 <= interval <= MOST_INTERVAL:
        raise RuleError(f"La règle se répète à un intervalle impossible ({interval}).")
    if count is not None and int(count) < 1:
        raise RuleError(f"La règle se répète un nombre de fois impossible ({count}).")
    numbers = {}
    for name in _NUMBERS.keys() & given.keys():
        numbers[name] = tuple(_number(name, value) for value in given[name])
    times = math.prod(len(set(numbers.get(name, (0,)))) for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    if times > MOST_TIMES_OF_DAY or len(numbers.get("BYSETPOS", ())) > MOST_POSITIONS:
        raise RuleError("La règle de répétition énumère trop de valeurs.")
    week_start = str(_only(given, "WKST", "MO")).upper()
    if week_start not in _WEEKDAYS:
        raise RuleError(f"La règle de répétition a un début de semaine illisible ({week_start[:10]}).")
    return Rule(
        frequency=frequency,
        interval=interval,
        count=None if count is None else int(count),
        until=_only(given, "UNTIL", None),
        weekdays=tuple(_weekday(str(value)) for value in given.get("BYDAY", ())),
        numbers=numbers,
        week_start=week_start,
    )


def _only(given: Mapping[str, list[Any]], name: str, default: Any) -> Any:
    values = given.get(name) or [default]
    return values[0]


def _number(name: str, value: Any) -> int:
    _, least, greatest, signed = _NUMBERS[name]
    number = int(value)
    if not least <= (abs(number) if signed else number) <= greatest:
        raise RuleError(f"La règle de répétition a une valeur impossible : {name}={number}.")
    return number


def _weekday(text: str) -> tuple[int | None, str]:
    nth, name = text[:-2], text[-2:].upper()
    if name not in _WEEKDAYS:
        raise RuleError(f"La règle de répétition a un jour illisible : {text[:10]}.")
    number = int(nth) if nth else None
    if number is not None and not 1 <= abs(number) <= 53:
        raise RuleError(f"La règle de répétition a un jour impossible : {text[:10]}.")
    return number, name


def dates_of_rule(rule: Rule, start: datetime, *, until: datetime, budget: Budget) -> RuleDates:
    """The starts of a rule from ``start`` to ``until`` inclusive, both local times without zone.

    At most MOST_DATES of them, the latest; bounded by the budget, whatever the rule says.
    """
    within_days = rule.frequency in _WITHIN_DAYS
    most = MOST_DATES_WITHIN_DAYS if within_days else MOST_DATES
    own = Budget(min(WORK_OF_RULE, budget.left), budget.ended)
    granted = own.left
    found: deque[datetime] = deque(maxlen=most)
    number, finished, reason = 0, True, ""
    try:
        for moment in _library_rule(rule, start, until, own):
            if moment > until:
                finished = False
                break
            if within_days and number >= most:
                finished = False
                reason = f"La règle se répète plusieurs fois par jour : les {most} premières dates sont gardées."
                break
            own.take(_WORK_OF_DATE)
            number += 1
            found.append(moment)
    except _PastTheHorizon:
        finished = False
    except TooMuchWork:
        finished = False
        reason = "La règle de répétition demande trop de calculs : les dates trouvées jusque-là sont gardées."
        if granted < WORK_OF_RULE or budget.late:
            reason = "Le calendrier entier a trop de dates : seules les premières de cet événement sont gardées."
    except (ValueError, OverflowError):
        # The library's way to say that no date can ever match.
        reason = "La règle de répétition ne tombe sur aucune date."
    except IndexError:
        # A fault of the library (python-dateutil 2.9): the 53rd Monday of a year that has 52.
        finished = False
        reason = "La règle de répétition ne peut pas être calculée : les dates trouvées jusque-là sont gardées."
    budget.left -= granted - max(own.left, 0) + len(found) * _WORK_OF_KEPT
    since = None
    if number > most and not reason:
        reason = f"La règle a plus de {most} dates : les {most} dernières sont gardées."
        since = found[0]
    return RuleDates(tuple(found), reason, finished, since)


def _library_rule(rule: Rule, start: datetime, until: datetime, budget: Budget) -> Iterable[datetime]:
    named: dict[str, Any] = {_NUMBERS[name][0]: values for name, values in rule.numbers.items()}
    if rule.weekdays:
        named["byweekday"] = [_WEEKDAYS[name](nth) if nth else _WEEKDAYS[name] for nth, name in rule.weekdays]
    days = max((until - start).days, 0) + 2
    steps = int(days / (_DAYS_OF_STEP[rule.frequency] * rule.interval)) + 2
    if rule.frequency in _WITHIN_DAYS:
        # From a day without dates, the library goes to the next one in two steps.
        steps += days
    interval = CountedInterval(rule.interval, budget=budget, steps=steps, work=_WORK_OF_STEP[rule.frequency])
    week_start = _WEEKDAYS[rule.week_start]
    frequency = _FREQUENCIES[rule.frequency]
    return dateutil_rules.rrule(frequency, start, interval, week_start, rule.count, cache=False, **named)
