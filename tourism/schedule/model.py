"""What a schedule is: frozen values, and their JSON form.

The shape is inspired by JSCalendar (RFC 8984): local wall-clock times with one time zone, rules, exclusions and
per-occurrence overrides. Where tourism says things that a calendar does not (opening hours whose closing time nobody
wrote down, public holidays as an eighth weekday, "closed on Ascension Day"), it has fields of its own.

Days of the week are ISO numbers, Monday 1 to Sunday 7. Texts are ``{language: text}``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

VERSION = 1
# "Every so many weeks": once a year at least.
MOST_WEEKS = 52
DEFAULT_TIMEZONE = "Europe/Paris"

Texts = dict[str, str]
Json = dict[str, Any]


class ScheduleError(ValueError):
    """A value that no schedule can have, or JSON that is not a schedule."""


def _check_weekdays(weekdays: tuple[int, ...]) -> None:
    if any(not 1 <= weekday <= 7 for weekday in weekdays):
        raise ScheduleError("weekdays are ISO numbers, Monday 1 to Sunday 7")


class Status(StrEnum):
    """The state of one occurrence."""

    SCHEDULED = "scheduled"
    FULL = "full"
    MOVED = "moved"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    SUSPENDED = "suspended"

    @property
    def takes_place(self) -> bool:
        return self in (Status.SCHEDULED, Status.FULL, Status.MOVED)


@dataclass(frozen=True)
class Slot:
    """Hours within a day. Both times unknown means all day. An end at or before the start is on the next day.

    ``every_minutes`` keeps "departures every N minutes" between start and end; ``kind`` is the source's name of what
    happens then (opening, guided tour, last entry…).
    """

    start: time | None = None
    end: time | None = None
    every_minutes: int | None = None
    kind: str = ""
    label: Texts = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for name, value in (("start", self.start), ("end", self.end)):
            if value is None:
                continue
            if value.tzinfo is not None or value.microsecond:
                raise ScheduleError("times of a slot are local wall-clock times in whole seconds")
            # Which of the two times of the hour that comes twice is meant is not kept: it is the first.
            object.__setattr__(self, name, value.replace(fold=0))
        if self.every_minutes is not None and not 1 <= self.every_minutes <= 1440:
            raise ScheduleError("every_minutes is between 1 and 1440")

    @property
    def all_day(self) -> bool:
        return self.start is None and self.end is None

    def to_json(self) -> Json:
        return _without_empty(
            {
                "start": _time_text(self.start),
                "end": _time_text(self.end),
                "every_minutes": self.every_minutes,
                "kind": self.kind,
                "label": dict(sorted(self.label.items())),
            }
        )

    @classmethod
    def from_json(cls, value: Any) -> "Slot":
        get = _reader(value, "slot")
        return cls(
            start=get("start", _time),
            end=get("end", _time),
            every_minutes=get("every_minutes", _integer),
            kind=get("kind", _string, ""),
            label=get("label", _texts, {}),
        )


ALL_DAY = Slot()


@dataclass(frozen=True)
class NthWeekday:
    """The nth weekday of a month; nth is 1 to 5, or -1 for the last. Weekday None is the nth day of the month."""

    nth: int
    weekday: int | None = None

    def __post_init__(self) -> None:
        if self.nth not in (1, 2, 3, 4, 5, -1):
            raise ScheduleError("nth is 1 to 5, or -1 for the last")
        if self.weekday is not None:
            _check_weekdays((self.weekday,))

    def to_json(self) -> Json:
        return _without_empty({"nth": self.nth, "weekday": self.weekday})

    @classmethod
    def from_json(cls, value: Any) -> "NthWeekday":
        get = _reader(value, "nth weekday")
        return cls(nth=get("nth", _integer, required=True), weekday=get("weekday", _integer))


@dataclass(frozen=True)
class Hours:
    """The slots of certain weekdays; no weekday and no holiday named means every day.

    ``public_holidays`` names public holidays as if they were an eighth weekday. ``closed`` says that these days are
    closed, whatever other hours of the same ``group`` say. Hours of one group describe one thing (the opening, the
    guided tours): as soon as one of them names public holidays, holidays are governed by those alone.
    """

    weekdays: tuple[int, ...] = ()
    public_holidays: bool = False
    closed: bool = False
    slots: tuple[Slot, ...] = (ALL_DAY,)
    group: str = ""

    def __post_init__(self) -> None:
        _check_weekdays(self.weekdays)
        if not self.closed and not self.slots:
            raise ScheduleError("open hours have at least one slot; ALL_DAY when times are unknown")

    def to_json(self) -> Json:
        return _without_empty(
            {
                "weekdays": list(self.weekdays),
                "public_holidays": self.public_holidays or None,
                "closed": self.closed or None,
                "slots": [slot.to_json() for slot in self.slots],
                "group": self.group,
            }
        )

    @classmethod
    def from_json(cls, value: Any) -> "Hours":
        get = _reader(value, "hours")
        return cls(
            weekdays=get("weekdays", _tuple_of(_integer), ()),
            public_holidays=get("public_holidays", _boolean, False),
            closed=get("closed", _boolean, False),
            slots=get("slots", _tuple_of(Slot.from_json), ()),
            group=get("group", _string, ""),
        )


@dataclass(frozen=True)
class Period:
    """Dates from ``first`` to ``last`` inclusive (None: no bound), the days of them that are open, and their hours.

    A day of the range is open when it satisfies ``weekdays`` (if any is named) and ``nth_weekdays`` (if any is
    named) and some ``hours``; public holidays named by hours need only be in the range. ``extra_dates`` are open
    whatever the rules and the range say; ``excluded_dates`` are not. ``every_year`` repeats the range in the years
    after the one it was written for; extra and excluded dates are dates of one year and are not repeated.
    ``dates_only`` has no range: only its extra dates are open. ``holidays_only`` opens no weekday of its range, only
    the public holidays that its hours name. ``every_weeks`` above 1 keeps one week of so many, Monday to Sunday, from
    that of the first day that the weekdays allow.
    """

    id: str
    first: date | None = None
    last: date | None = None
    every_year: bool = False
    dates_only: bool = False
    holidays_only: bool = False
    weekdays: tuple[int, ...] = ()
    every_weeks: int = 1
    nth_weekdays: tuple[NthWeekday, ...] = ()
    hours: tuple[Hours, ...] = (Hours(),)
    extra_dates: tuple[date, ...] = ()
    excluded_dates: tuple[date, ...] = ()
    label: Texts = field(default_factory=dict, hash=False)
    note: Texts = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        _check_weekdays(self.weekdays)
        if self.first and self.last and self.first > self.last:
            raise ScheduleError("a period ends before it begins")
        if self.every_year and (self.first is None or self.last is None):
            raise ScheduleError("a period that repeats every year has both bounds")
        if not 1 <= self.every_weeks <= MOST_WEEKS:
            raise ScheduleError(f"every_weeks is between 1 and {MOST_WEEKS}")
        other = self.every_year or self.dates_only or self.holidays_only or self.nth_weekdays
        if self.every_weeks > 1 and (self.first is None or other):
            raise ScheduleError("weeks are counted from a first day, and by no other rule beside the weekdays")
        if not self.hours:
            raise ScheduleError("a period has hours; Hours() when they are unknown")

    def to_json(self) -> Json:
        return _without_empty(
            {
                "id": self.id,
                "first": _date_text(self.first),
                "last": _date_text(self.last),
                "every_year": self.every_year or None,
                "dates_only": self.dates_only or None,
                "holidays_only": self.holidays_only or None,
                "weekdays": list(self.weekdays),
                "every_weeks": self.every_weeks if self.every_weeks > 1 else None,
                "nth_weekdays": [nth.to_json() for nth in self.nth_weekdays],
                "hours": [hours.to_json() for hours in self.hours],
                "extra_dates": [day.isoformat() for day in self.extra_dates],
                "excluded_dates": [day.isoformat() for day in self.excluded_dates],
                "label": dict(sorted(self.label.items())),
                "note": dict(sorted(self.note.items())),
            }
        )

    @classmethod
    def from_json(cls, value: Any) -> "Period":
        get = _reader(value, "period")
        return cls(
            id=get("id", _string, ""),
            first=get("first", _date),
            last=get("last", _date),
            every_year=get("every_year", _boolean, False),
            dates_only=get("dates_only", _boolean, False),
            holidays_only=get("holidays_only", _boolean, False),
            weekdays=get("weekdays", _tuple_of(_integer), ()),
            every_weeks=get("every_weeks", _integer, 1),
            nth_weekdays=get("nth_weekdays", _tuple_of(NthWeekday.from_json), ()),
            hours=get("hours", _tuple_of(Hours.from_json), (Hours(),)),
            extra_dates=get("extra_dates", _tuple_of(_date), ()),
            excluded_dates=get("excluded_dates", _tuple_of(_date), ()),
            label=get("label", _texts, {}),
            note=get("note", _texts, {}),
        )


@dataclass(frozen=True)
class Override:
    """What is different for one occurrence, found by its day and its start as the rules gave them.

    ``start`` None addresses every occurrence of the day, ``period`` "" those of every period. A moved occurrence
    says where to: a day and, when the hours change, a start and an end.
    """

    day: date
    start: time | None = None
    period: str = ""
    status: Status = Status.SCHEDULED
    new_day: date | None = None
    new_start: time | None = None
    new_end: time | None = None
    note: Texts = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if self.status == Status.MOVED and self.new_day is None and self.new_start is None:
            raise ScheduleError("a moved occurrence says where to; without a new date it is postponed")

    def to_json(self) -> Json:
        return _without_empty(
            {
                "day": _date_text(self.day),
                "start": _time_text(self.start),
                "period": self.period,
                "status": str(self.status),
                "new_day": _date_text(self.new_day),
                "new_start": _time_text(self.new_start),
                "new_end": _time_text(self.new_end),
                "note": dict(sorted(self.note.items())),
            }
        )

    @classmethod
    def from_json(cls, value: Any) -> "Override":
        get = _reader(value, "override")
        return cls(
            day=get("day", _date, required=True),
            start=get("start", _time),
            period=get("period", _string, ""),
            status=get("status", Status, Status.SCHEDULED),
            new_day=get("new_day", _date),
            new_start=get("new_start", _time),
            new_end=get("new_end", _time),
            note=get("note", _texts, {}),
        )


@dataclass(frozen=True)
class Schedule:
    """Everything known about when something is open or takes place.

    Closed dates win over every period, extra dates included: a visitor before a closed door is the worse mistake.
    ``closed_special_days`` are names of ``special_days.SPECIAL_DAYS``; they are closed each year.
    """

    periods: tuple[Period, ...] = ()
    closed_dates: tuple[date, ...] = ()
    closed_special_days: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    temporarily_closed: bool = False
    note: Texts = field(default_factory=dict, hash=False)
    timezone: str = DEFAULT_TIMEZONE

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ScheduleError(f"unknown time zone {self.timezone!r}") from error

    def to_json(self) -> Json:
        """A JSON-ready dict; keys in a stable order, empty ones left out, ``version`` first."""
        return {"version": VERSION, "timezone": self.timezone} | _without_empty(
            {
                "periods": [period.to_json() for period in self.periods],
                "closed_dates": [day.isoformat() for day in self.closed_dates],
                "closed_special_days": list(self.closed_special_days),
                "overrides": [override.to_json() for override in self.overrides],
                "temporarily_closed": self.temporarily_closed or None,
                "note": dict(sorted(self.note.items())),
            }
        )

    @classmethod
    def from_json(cls, value: Any) -> "Schedule":
        """Read what ``to_json`` wrote. Raises ScheduleError on anything else."""
        get = _reader(value, "schedule")
        if get("version", _integer, required=True) != VERSION:
            raise ScheduleError(f"this version of schedule is not known: {value['version']!r}")
        return cls(
            periods=get("periods", _tuple_of(Period.from_json), ()),
            closed_dates=get("closed_dates", _tuple_of(_date), ()),
            closed_special_days=get("closed_special_days", _tuple_of(_string), ()),
            overrides=get("overrides", _tuple_of(Override.from_json), ()),
            temporarily_closed=get("temporarily_closed", _boolean, False),
            note=get("note", _texts, {}),
            timezone=get("timezone", _string, DEFAULT_TIMEZONE),
        )


def _without_empty(values: Json) -> Json:
    return {
        key: value for key, value in values.items() if value is not None and value != "" and value != [] and value != {}
    }


def _date_text(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _time_text(value: time | None) -> str | None:
    if value is None:
        return None
    return value.isoformat("seconds" if value.second else "minutes")


def _date(value: Any) -> date:
    return date.fromisoformat(_string(value))


def _time(value: Any) -> time:
    return time.fromisoformat(_string(value))


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise ScheduleError(f"a text is expected, not {value!r}")
    return value


def _integer(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ScheduleError(f"an integer is expected, not {value!r}")
    return value


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ScheduleError(f"true or false is expected, not {value!r}")
    return value


def _texts(value: Any) -> Texts:
    if not isinstance(value, Mapping):
        raise ScheduleError(f"texts by language are expected, not {value!r}")
    return {_string(language): _string(text) for language, text in value.items()}


def _tuple_of(read: Callable[[Any], Any]) -> Callable[[Any], tuple]:
    def read_all(value: Any) -> tuple:
        if not isinstance(value, list):
            raise ScheduleError(f"a list is expected, not {value!r}")
        return tuple(read(item) for item in value)

    return read_all


def _reader(value: Any, what: str) -> Callable[..., Any]:
    if not isinstance(value, Mapping):
        raise ScheduleError(f"a {what} is a JSON object, not {value!r}")

    def get(key: str, read: Callable[[Any], Any], default: Any = None, *, required: bool = False) -> Any:
        if value.get(key) is None:
            if required:
                raise ScheduleError(f"a {what} has a {key}")
            return default
        try:
            return read(value[key])
        except ScheduleError:
            raise
        except (TypeError, ValueError) as error:
            raise ScheduleError(f"{key} of a {what}: {error}") from error

    return get
