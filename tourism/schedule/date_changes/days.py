"""One day of a schedule: what is planned, what is said of it, and the same schedule with or without it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from tourism.schedule.days import EARLIEST, LATEST
from tourism.schedule.hours import SingleDays, opens_by_rule, planned_slots
from tourism.schedule.model import ALL_DAY, Hours, Override, Period, Schedule, Slot

# Ids of periods of ours: no source and no form writes such ones.
ADDED_PERIOD = "+"


@dataclass(frozen=True)
class Planned:
    """One date of a day as the rules give it: its period, its hours, and what the schedule says became of it."""

    period: str
    slot: Slot
    said: Override | None


def planned_on(schedule: Schedule, day: date) -> list[Planned]:
    """The dates of a day, in order of their beginnings; none when it is closed or beyond all calendars."""
    if not EARLIEST <= day <= LATEST:
        return []
    single = SingleDays(schedule)
    found = [
        Planned(period.id, slot, single.override(period.id, day, slot.start))
        for period in schedule.periods
        for slot in planned_slots(single, period, day)
    ]
    return sorted(found, key=lambda one: one.slot.start or time(0))


def starts_of(planned: Iterable[Planned]) -> tuple[time | None, ...]:
    """Their beginnings, each once; None is a whole day."""
    return tuple(dict.fromkeys(one.slot.start for one in planned))


def bare(slot: Slot) -> Slot:
    """Hours without what only names them."""
    return replace(slot, kind="", label={})


def without_day(schedule: Schedule, day: date) -> Schedule:
    """The schedule without any date of a day."""
    periods = []
    for period in schedule.periods:
        if day in period.extra_dates:
            period = replace(period, extra_dates=tuple(other for other in period.extra_dates if other != day))
            if period.dates_only and not period.extra_dates:
                continue
        if day not in period.excluded_dates and opens_by_rule(period, day):
            period = replace(period, excluded_dates=tuple(sorted({*period.excluded_dates, day})))
        periods.append(period)
    return replace(schedule, periods=tuple(periods))


def with_day_of_rule(schedule: Schedule, day: date) -> Schedule:
    """The schedule with a day that only an exclusion keeps from taking place; the same when none does."""
    periods = tuple(
        replace(period, excluded_dates=tuple(other for other in period.excluded_dates if other != day))
        if day in period.excluded_dates and opens_by_rule(period, day)
        else period
        for period in schedule.periods
    )
    return replace(schedule, periods=periods) if periods != schedule.periods else schedule


def with_day(schedule: Schedule, day: date, slots: tuple[Slot, ...]) -> Schedule:
    """The schedule with further dates on a day; beside days of the same hours when there is such a list."""
    hours = (Hours(slots=slots),)
    periods = list(schedule.periods)
    for number, period in enumerate(periods):
        plain = period.dates_only and not period.label and not period.note and day not in period.excluded_dates
        if plain and period.hours == hours:
            periods[number] = replace(period, extra_dates=tuple(sorted({*period.extra_dates, day})))
            return replace(schedule, periods=tuple(periods))
    taken = {period.id for period in periods}
    free = next(name for number in range(len(taken) + 1) if (name := f"{ADDED_PERIOD}{number or ''}") not in taken)
    periods.append(Period(id=free, dates_only=True, extra_dates=(day,), hours=hours))
    return replace(schedule, periods=tuple(periods))


def usual_slots(schedule: Schedule, day: date) -> tuple[Slot, ...]:
    """The hours of a further day: those of the others when these have the same, else of the periods that the day is
    within, else unknown."""
    rules = [period for period in schedule.periods if not period.dates_only]
    around = [period for period in rules if (period.first or day) <= day <= (period.last or day)]
    for periods in (rules, schedule.periods, around):
        alternatives = {
            tuple(map(bare, hours.slots)) for period in periods for hours in period.hours if not hours.closed
        }
        if len(alternatives) == 1:
            return alternatives.pop()
    return (ALL_DAY,)
