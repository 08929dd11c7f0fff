"""What another source says is off, laid over the schedule of the one that is believed: what one of them cancels must
not be shown as on. Pure."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, time
from typing import Any

from tourism.schedule.date_changes.applying import with_changes
from tourism.schedule.date_changes.days import Planned, planned_on, starts_of
from tourism.schedule.date_changes.shape import DateChange
from tourism.schedule.expansion import first_day, last_day, occurrences
from tourism.schedule.model import Override, Schedule, ScheduleError, Status

OFF = frozenset(status for status in Status if not status.takes_place)
# Days of one schedule that are looked at.
MOST_DAYS = 1_000


def off_days(schedule: Any) -> frozenset[date]:
    """The days of a schedule in JSON of which it says itself that a date is off; none of what cannot be read."""
    if not _says_off(schedule):
        return frozenset()
    try:
        return frozenset(one.day for one in Schedule.from_json(schedule).overrides if one.status in OFF)
    except ScheduleError:
        return frozenset()


def covers(other: Any, schedule: Any) -> bool:
    """Whether a source that gives the dates `other` speaks of all dates of `schedule` (both in JSON) when it speaks of
    the whole; it does when one of them gives no dates, or its own have no end."""
    try:
        dates, others = _dates(Schedule.from_json(schedule)), _dates(Schedule.from_json(other))
    except ScheduleError:
        return True
    if not others or dates is None:
        return others is None or not others
    known = {day for pair in others for day in pair}
    return all(day in known or announced in known for day, announced in dates)


def with_called_off(
    schedule: Any, other: Any, *, whole: Status | None = None, said: Collection[date] = ()
) -> tuple[Any, tuple[date, ...]]:
    """A schedule in JSON with the dates off that the source of `other` says are, and their days; the very same object
    without days when that changes nothing.

    Args:
        whole: what that source says of all its dates.
        said: days of which an editor said, knowing that, what is true.
    """
    if whole is None and not _says_off(other):
        return schedule, ()
    try:
        ours, theirs = Schedule.from_json(schedule), Schedule.from_json(other)
    except ScheduleError:
        return schedule, ()
    moved = {one.new_day: one.day for one in ours.overrides if one.new_day is not None}
    found = []
    after = ours
    for day, planned in _off_dates(theirs, whole):
        at = moved.get(day, day) if not planned_on(ours, day) else day
        if day in said or at in said:
            continue
        before = after
        after = with_changes(after, _changes(planned_on(ours, at), planned, at))
        if after is not before:
            found.append(at)
    return (after.to_json(), tuple(dict.fromkeys(found))) if found else (schedule, ())


def _says_off(schedule: Any) -> bool:
    """Whether a schedule in JSON says of a date that it is off; asked of every record, so it reads no more."""
    if not isinstance(schedule, Mapping) or not (overrides := schedule.get("overrides")):
        return False
    return any(isinstance(one, Mapping) and one.get("status") in OFF for one in overrides)


def _dates(schedule: Schedule) -> list[tuple[date, date]] | None:
    """(day, the day that had been announced) of each date; None without an end."""
    if not schedule.periods:
        return []
    first, last = first_day(schedule), last_day(schedule)
    if first is None or last is None:
        endless = any(not period.dates_only for period in schedule.periods)
        return None if endless else []
    spans = zip(range(MOST_DAYS), occurrences(schedule, first, last), strict=False)
    return [(span.day, span.original_day) for _number, span in spans]


def _off_dates(
    schedule: Schedule, whole: Status | None
) -> Iterator[tuple[date, list[tuple[Planned, Override | None]]]]:
    """Each day with a date that is off: all its dates, with what is said of those that are."""
    days = {one.day for one in schedule.overrides if one.status in OFF}
    if whole is not None:
        days |= {announced for _day, announced in _dates(schedule) or ()}
    for day in sorted(days):
        said = []
        for one in planned_on(schedule, day):
            off = one.said if one.said is not None and one.said.status in OFF else None
            said.append((one, off or (Override(day=day, status=whole) if whole is not None else None)))
        if any(off is not None for _one, off in said):
            yield day, said


def _changes(ours: list[Planned], theirs: list[tuple[Planned, Override | None]], day: date) -> Iterator[DateChange]:
    """The changes of our dates of a day: each has the one of theirs that begins nearest, when they are each other's
    nearest; a date without hour is off when all are."""
    all_off = all(off is not None for _one, off in theirs)
    starts = starts_of(ours)
    begins = [start for start in starts if start is not None]
    for start in starts:
        timed = [(one.slot.start, off) for one, off in theirs if one.slot.start is not None]
        if start is None or not timed:
            off = theirs[0][1] if all_off else None
        else:
            nearest, off = min(timed, key=lambda pair: _apart(pair[0], start))
            if min(begins, key=lambda one: _apart(one, nearest)) != start:
                off = None
        if off is not None:
            status = Status.POSTPONED if off.status == Status.POSTPONED else Status.CANCELLED
            at = start if len(starts) > 1 else None
            yield DateChange(day=day, said=Override(day=day, start=at, status=status, note=off.note), starts=starts)


def _apart(a: time | None, b: time | None) -> int:
    minutes = [moment.hour * 60 + moment.minute if moment is not None else 0 for moment in (a, b)]
    return abs(minutes[0] - minutes[1])
