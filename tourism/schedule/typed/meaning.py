"""From typed dates to a schedule, and back when a person could have typed it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tourism.schedule.model import ALL_DAY, Hours, Override, Period, Schedule, ScheduleError, Slot
from tourism.schedule.typed.reading import CHANGES
from tourism.schedule.typed.shape import TypedDates, in_order


def schedule_of(typed: TypedDates) -> Schedule:
    """The schedule that the dates mean. Raises ScheduleError when the last day is before the first; see `faults`."""
    return Schedule(periods=periods_of(typed), overrides=typed.changes)


def periods_of(typed: TypedDates) -> tuple[Period, ...]:
    """The rule, the further days with its hours, and the days with their own."""
    slots = typed.slots or (ALL_DAY,)
    periods = []
    others = typed.others
    repeated = typed.last or typed.endless or typed.weekdays or typed.monthly
    if typed.first and others and not repeated and not typed.excluded and not typed.public_holidays:
        # Days at the same hours are one list, whichever box the first was typed in.
        others = tuple(sorted({typed.first, *others}))
    elif typed.first is not None:
        periods.append(
            Period(
                id="1",
                first=typed.first,
                last=None if typed.endless else typed.last or typed.first,
                weekdays=() if typed.public_holidays == "also" else typed.weekdays,
                every_weeks=typed.every_weeks if typed.weekdays and not typed.monthly else 1,
                nth_weekdays=typed.monthly,
                hours=_hours(typed, slots),
                excluded_dates=typed.excluded,
            )
        )
    if others:
        which = "2" if periods else "1"
        periods.append(Period(id=which, dates_only=True, extra_dates=others, hours=(Hours(slots=slots),)))
    by_hours: dict[tuple[Slot, ...], list[date]] = {}
    for day in dict.fromkeys(day for day, _ in typed.own_hours):
        by_hours.setdefault(tuple(slot for other, slot in typed.own_hours if other == day), []).append(day)
    for number, (own, days) in enumerate(by_hours.items(), 3):
        periods.append(Period(id=str(number), dates_only=True, extra_dates=tuple(days), hours=(Hours(slots=own),)))
    return tuple(periods)


def _hours(typed: TypedDates, slots: tuple[Slot, ...]) -> tuple[Hours, ...]:
    if typed.public_holidays == "except":
        return (Hours(slots=slots), Hours(public_holidays=True, closed=True, slots=()))
    if typed.public_holidays == "also":
        return (Hours(weekdays=typed.weekdays, public_holidays=True, slots=slots),)
    return (Hours(slots=slots),)


def typed_of(schedule: Schedule) -> TypedDates | None:
    """What a person would have typed for exactly these dates; None when the shape cannot say them.

    Names that a source gives to a period or to hours, and remarks on the whole, are not looked at.
    """
    typed = typed_periods(schedule)
    if typed is None or not all(_can_be_typed(override) for override in schedule.overrides):
        return None
    return replace(typed, changes=schedule.overrides)


def typed_periods(schedule: Schedule) -> TypedDates | None:
    """As `typed_of`, whatever single dates have become of: without the changes."""
    if schedule.closed_dates or schedule.closed_special_days or schedule.temporarily_closed or not schedule.periods:
        return None
    if schedule.timezone != Schedule().timezone:
        return None
    ranges = [period for period in schedule.periods if not period.dates_only]
    every_slot = [slot for period in schedule.periods for hours in period.hours for slot in hours.slots]
    if len(ranges) > 1 or any(slot.every_minutes for slot in every_slot):
        return None
    rule = ranges[0] if ranges else None
    slots = _plain_slots(next((hours for hours in (rule or schedule.periods[0]).hours if not hours.closed), Hours()))
    others: set[date] = set()
    own_hours: set[tuple[date, Slot]] = set()
    for period in schedule.periods:
        same = _plain_slots(period.hours[0])
        others |= set(period.extra_dates) if same == slots else set()
        own_hours |= set() if same == slots else {(day, slot) for day in period.extra_dates for slot in same}
    typed = TypedDates(slots=() if slots == (ALL_DAY,) else slots, own_hours=tuple(sorted(own_hours, key=in_order)))
    if rule is not None:
        typed = replace(typed, others=tuple(sorted(others)), **_rule_fields(rule))
    elif others:
        typed = replace(typed, first=min(others), others=tuple(sorted(others)[1:]))
    try:
        said = _bare(periods_of(typed))
    except ScheduleError:
        return None
    return typed if said == _bare(schedule.periods) else None


def _rule_fields(rule: Period) -> dict[str, Any]:
    holidays = [hours for hours in rule.hours if hours.public_holidays]
    also = any(not hours.closed for hours in holidays)
    return {
        "first": rule.first,
        "last": None if rule.last == rule.first else rule.last,
        "endless": rule.last is None,
        "weekdays": tuple(sorted(rule.weekdays or rule.hours[0].weekdays)),
        "every_weeks": rule.every_weeks,
        "monthly": rule.nth_weekdays,
        "public_holidays": "also" if also else "except" if holidays else "",
        "excluded": tuple(sorted(rule.excluded_dates)),
    }


def _plain_slots(hours: Hours) -> tuple[Slot, ...]:
    return tuple(replace(slot, kind="", label={}) for slot in hours.slots)


def _bare(periods: Iterable[Period]) -> set[Any]:
    """Periods without what only names them, days one by one, so that equal ones compare equal."""
    bare: set[Any] = set()
    for period in periods:
        hours = tuple(replace(one, group="", slots=_plain_slots(one)) for one in period.hours)
        weekdays = period.weekdays
        if len(hours) == 1 and not weekdays and not hours[0].public_holidays:
            weekdays, hours = hours[0].weekdays, (replace(hours[0], weekdays=()),)
        for day in period.extra_dates:
            bare.add(("day", day, hours if not period.dates_only else (Hours(slots=hours[0].slots),)))
        alone = period.first is not None and period.first == period.last and not period.every_year
        if alone and hours == (Hours(slots=hours[0].slots),) and not (weekdays or period.nth_weekdays):
            if period.first not in period.excluded_dates and not period.dates_only:
                bare.add(("day", period.first, hours))
        elif not period.dates_only:
            bare.add(
                replace(
                    period,
                    id="",
                    label={},
                    note={},
                    extra_dates=(),
                    excluded_dates=tuple(sorted(period.excluded_dates)),
                    weekdays=tuple(sorted(weekdays)),
                    hours=tuple(replace(one, weekdays=tuple(sorted(one.weekdays))) for one in hours),
                )
            )
    return bare


def _can_be_typed(override: Override) -> bool:
    return override.status in CHANGES and not override.period
