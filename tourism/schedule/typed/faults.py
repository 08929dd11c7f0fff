"""What cannot be in dates that were typed, and what is probably a slip."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

from tourism.schedule.days import EARLIEST, LATEST, ONE_DAY
from tourism.schedule.expansion import day_is_open, first_day, last_day
from tourism.schedule.model import Schedule, Slot
from tourism.schedule.typed.meaning import periods_of
from tourism.schedule.typed.shape import TypedDates, listed_as

MOST_DAYS = 3660
# The hour that summer time takes, and for how many years of what never ends one looks for its night.
SKIPPED, YEARS = 2, 10

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
    """(key, code) of what is probably a slip, but does no harm.

    none_of_them: a day is excepted or changed that is none of the dates. skipped_hour: one of the hours does not exist
    in a night that loses it to summer time. round_the_clock: it ends at the hour at which it begins, a day later.
    """
    if faults(typed):
        return []
    rule = Schedule(periods_of(replace(typed, others=(), own_hours=(), excluded=()))[:1]) if typed.first else Schedule()
    found = {}
    if any(not day_is_open(rule, day) for day in typed.excluded):
        found["except"] = "none_of_them"
    every = Schedule(periods_of(typed))
    for change in typed.changes:
        if not day_is_open(every, change.day):
            found[listed_as(change) or "changes"] = "none_of_them"
    for key, slot, dates in _hours(typed):
        if slot.start is not None and slot.start == slot.end:
            found["end" if key == "" else key] = "round_the_clock"
        for part in _skipped(slot, dates):
            found[part if key == "" else key] = "skipped_hour"
    return list(found.items())


def _hours(typed: TypedDates) -> Iterator[tuple[str, Slot, Schedule]]:
    """(key of the shape, hours, the dates that have them); the key of the first hours is '': they have two."""
    dates = Schedule(periods_of(replace(typed, own_hours=())))
    for number, slot in enumerate(typed.slots):
        yield "more_slots" if number else "", slot, dates
    for day, slot in typed.own_hours:
        yield "own_hours", slot, Schedule(periods_of(TypedDates(first=day)))


def _skipped(slot: Slot, dates: Schedule) -> Iterator[str]:
    """Which of "start" and "end" falls into the hour that summer time takes."""
    if not any(at is not None and at.hour == SKIPPED for at in (slot.start, slot.end)):
        return
    first, last = first_day(dates) or EARLIEST, last_day(dates) or LATEST
    nights = [_summer_time(year) for year in range(first.year, min(last.year, first.year + YEARS) + 1)]
    if slot.start is not None and slot.start.hour == SKIPPED and any(day_is_open(dates, night) for night in nights):
        yield "start"
    if slot.end is not None and slot.end.hour == SKIPPED:
        overnight = slot.start is not None and slot.end <= slot.start
        if any(day_is_open(dates, night - ONE_DAY if overnight else night) for night in nights):
            yield "end"


def _summer_time(year: int) -> date:
    """The day on which clocks go from 2 to 3 h, everywhere in the European Union."""
    end = date(year, 3, 31)
    return end - ONE_DAY * (end.isoweekday() % 7)


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
