"""What cannot be in dates that were typed, and what is probably a slip."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from tourism.schedule.days import EARLIEST, LATEST
from tourism.schedule.expansion import day_is_open, first_day
from tourism.schedule.model import Schedule, Slot
from tourism.schedule.typed.meaning import periods_of
from tourism.schedule.typed.shape import TypedDates, listed_as

MOST_DAYS = 3660

Fault = tuple[str, str]


def faults(typed: TypedDates) -> list[Fault]:
    """(key of the shape, code) of what cannot be, each field once.

    no_date, first_missing, last_missing, before_first, too_long, last_and_endless, no_such_day (no day of the range
    is one of these), none_left (every day is excepted), without_weekdays, overlap, out_of_range (a slip of the year).
    """
    found: dict[str, str] = dict.fromkeys(_out_of_range(typed), "out_of_range")
    first, last, repeated = typed.first, typed.last, bool(typed.weekdays or typed.monthly)
    if found:
        return list(found.items())
    if first is None and (last or repeated or typed.endless or not typed.has_date):
        found["first"] = "no_date" if last is None else "first_missing"
    if repeated and last is None and not typed.endless:
        found["last"] = "last_missing"
    elif last and typed.endless:
        found["last"] = "last_and_endless"
    elif first and last and last < first:
        found["last"] = "before_first"
    elif first and last and (last - first).days > MOST_DAYS:
        found["last"] = "too_long"
    if typed.public_holidays == "also" and not typed.weekdays:
        found["public_holidays"] = "without_weekdays"
    if typed.every_weeks > 1 and (not typed.weekdays or typed.monthly):
        found["every_weeks"] = "without_weekdays"
    if _overlap(typed.slots):
        found["more_slots"] = "overlap"
    if not found and first:
        if first_day(Schedule(periods_of(replace(typed, others=(), own_hours=(), excluded=()))[:1])) is None:
            found["monthly" if typed.monthly else "weekdays"] = "no_such_day"
        elif first_day(Schedule(periods_of(typed))) is None:
            found["except"] = "none_left"
    return list(found.items())


def remarks(typed: TypedDates) -> list[Fault]:
    """(key, "not_a_date") where a day is excepted or changed that is none of the dates: a slip, but no harm."""
    if faults(typed):
        return []
    rule = Schedule(periods_of(replace(typed, others=(), own_hours=(), excluded=()))[:1]) if typed.first else Schedule()
    found = {}
    if any(not day_is_open(rule, day) for day in typed.excluded):
        found["except"] = "not_a_date"
    every = Schedule(periods_of(typed))
    for change in typed.changes:
        if not day_is_open(every, change.day):
            found[listed_as(change) or "changes"] = "not_a_date"
    return list(found.items())


def _out_of_range(typed: TypedDates) -> Iterator[str]:
    """Keys with a day of a year of which nothing is known."""
    days = {
        "first": (typed.first,),
        "last": (typed.last,),
        "others": typed.others,
        "own_hours": tuple(day for day, _slot in typed.own_hours),
        "except": typed.excluded,
    }
    for key, given in days.items():
        if any(day is not None and not EARLIEST <= day <= LATEST for day in given):
            yield key


def _overlap(slots: tuple[Slot, ...]) -> bool:
    """Whether two slots of one day meet; one without an end takes no time."""
    minutes = []
    for slot in slots:
        begin = _minutes(slot.start or time(0))
        end = begin if slot.end is None else _minutes(slot.end)
        minutes.append((begin, end + 1440 if slot.end is not None and end <= begin else end))
    minutes.sort()
    pairs = zip(minutes, minutes[1:], strict=False)
    return any(later[0] < earlier[1] or later[0] == earlier[0] for earlier, later in pairs)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
