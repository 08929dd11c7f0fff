"""What takes place on one day of a period.

Local times follow RFC 5545: a time that the change to summer time skips is read with the offset from before the
change (02:30 becomes 03:30), one that the change to winter time repeats is its first reading. A span belongs to the
day it starts on, also when it ends after midnight.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from tourism.schedule.days import EARLIEST, LATEST, ONE_DAY, first_week, in_range, is_nth_weekday, monday_of
from tourism.schedule.model import ALL_DAY, Hours, Override, Period, Schedule, Slot, Status, Texts
from tourism.schedule.special_days import is_public_holiday, special_day

# How long something is taken to last whose end nobody wrote down.
ASSUMED_LENGTH = timedelta(hours=3)


@dataclass(frozen=True)
class Span:
    """One occurrence. ``start`` and ``end`` are aware datetimes in the schedule's zone; the end is exclusive.

    all_day: no hour is known; start is midnight and end the midnight after. start_known False: only the closing
    time is known, start is midnight. end_known False and not all_day: end is None. ``day`` is the day it belongs to;
    ``original_day`` and ``original_start`` are those of the rule, before any override moved it.
    Two datetimes of one zone subtract and compare by wall clock in Python; use ``duration`` across a DST change.
    """

    start: datetime
    end: datetime | None
    all_day: bool
    start_known: bool
    end_known: bool
    status: Status
    day: date
    period: str
    slot: int
    original_day: date
    original_start: time | None
    kind: str = ""
    every_minutes: int | None = None
    note: Texts = field(default_factory=dict, hash=False)
    label: Texts = field(default_factory=dict, hash=False)

    @property
    def key(self) -> str:
        """Identity of the occurrence in its schedule, the same after a move, a cancellation or another expansion."""
        return f"{self.period}/{self.slot}/{self.original_day.isoformat()}"

    @property
    def takes_place(self) -> bool:
        return self.status.takes_place

    @property
    def duration(self) -> timedelta | None:
        """Real elapsed time, DST changes counted; None when the end is unknown."""
        return None if self.end is None else self.end.astimezone(UTC) - self.start.astimezone(UTC)

    @property
    def assumed_end(self) -> datetime:
        """The end to compare with "now": the written one, else the beginning and `ASSUMED_LENGTH` of real time."""
        if self.end is not None:
            return self.end
        return (self.start.astimezone(UTC) + ASSUMED_LENGTH).astimezone(self.start.tzinfo)


def _slots_of_day(period: Period, day: date) -> list[tuple[int, Slot]]:
    """The slots of one day with their numbers in the period, before closures and overrides."""
    if day in period.excluded_dates:
        return []
    extra = day in period.extra_dates
    within = in_range(period, day)
    if not (extra or within):
        return []
    by_rule = extra or (
        not period.holidays_only
        and (not period.weekdays or day.isoweekday() in period.weekdays)
        and (period.every_weeks == 1 or (monday_of(day) - first_week(period)).days % (7 * period.every_weeks) == 0)
        and (not period.nth_weekdays or any(is_nth_weekday(rule, day) for rule in period.nth_weekdays))
    )
    numbered, number = [], 0
    for hours in period.hours:
        numbered.append((hours, list(enumerate(hours.slots, number))))
        number += len(hours.slots)
    found: list[tuple[int, Slot]] = []
    for group in dict.fromkeys(hours.group for hours in period.hours):
        members = [(hours, slots) for hours, slots in numbered if hours.group == group]
        chosen = _hours_of_day(members, day, by_rule)
        if not any(hours.closed for hours, _ in chosen):
            found += chain.from_iterable(slots for _, slots in chosen)
    if extra and not found:
        return _slots_of_extra_day([item for item in numbered if not item[0].closed], number)
    return found


def opens_by_rule(period: Period, day: date) -> bool:
    """Whether a period without its excluded dates opens on a day."""
    return bool(_slots_of_day(replace(period, excluded_dates=()) if day in period.excluded_dates else period, day))


def starts_of_day(schedule: Schedule, day: date, *, period: str = "", start: time | None = None) -> list[time | None]:
    """When the rules let something begin on a day, in order, once each; of what an override with this period and start
    addresses. None is an unknown hour."""
    found = {
        slot.start
        for one in schedule.periods
        if period in ("", one.id)
        for _number, slot in _slots_of_day(one, day)
        if start in (None, slot.start)
    }
    return sorted(found, key=lambda at: (at is not None, at or time(0)))


NumberedHours = tuple[Hours, list[tuple[int, Slot]]]


def _hours_of_day(members: list[NumberedHours], day: date, by_rule: bool) -> list[NumberedHours]:
    if any(hours.public_holidays for hours, _ in members) and is_public_holiday(day):
        return [item for item in members if item[0].public_holidays]
    if not by_rule:
        return []
    weekday = day.isoweekday()
    return [
        (hours, slots)
        for hours, slots in members
        if weekday in hours.weekdays or not (hours.weekdays or hours.public_holidays)
    ]


def _slots_of_extra_day(open_hours: list[NumberedHours], number: int) -> list[tuple[int, Slot]]:
    """An extra day on which no hours fall: those of the other days when they are always the same, else unknown."""
    alternatives = {hours.slots: slots for hours, slots in open_hours}
    if len(alternatives) == 1:
        return list(next(iter(alternatives.values())))
    return [(number, ALL_DAY)]


class SingleDays:
    """What a schedule says of single days, filed so that it is found at once. Made once for all periods."""

    def __init__(self, schedule: Schedule) -> None:
        self.schedule = schedule
        self.zone = ZoneInfo(schedule.timezone)
        self.overridden = {override.day for override in schedule.overrides}
        # Of two that say the same occurrence, the last written.
        self._overrides = {(one.day, one.start, one.period): one for one in schedule.overrides}
        self._closed = frozenset(schedule.closed_dates)
        self._special: dict[int, set[date]] = {}

    def override(self, period: str, day: date, start: time | None) -> Override | None:
        """That of an occurrence; the most precise one: its start counts before its period."""
        for at in (start, None) if start is not None else (None,):
            for named in (period, "") if period else ("",):
                if (found := self._overrides.get((day, at, named))) is not None:
                    return found
        return None

    def is_closed(self, day: date) -> bool:
        if day in self._closed:
            return True
        if not self.schedule.closed_special_days:
            return False
        if day.year not in self._special:
            special = (special_day(name, day.year) for name in self.schedule.closed_special_days)
            self._special[day.year] = {found for found in special if found is not None}
        return day in self._special[day.year]


class OpenDays:
    """The spans of one day after another of a period. What is the same on every Monday is worked out once."""

    def __init__(self, single: SingleDays, period: Period) -> None:
        self._single = single
        self._period = period
        self._by_weekday: dict[int, list[tuple[int, Slot]]] = {}
        self._extra_by_weekday: dict[int, list[tuple[int, Slot]]] = {}
        self._extra, self._excluded = frozenset(period.extra_dates), frozenset(period.excluded_dates)
        self._holiday_hours = any(hours.public_holidays for hours in period.hours)
        # Days between the bounds are within it; a period of every year has other bounds each year.
        self._bounded = not period.every_year and not period.dates_only
        self._week = first_week(period) if period.every_weeks > 1 else None

    def spans(self, day: date) -> list[Span]:
        """What takes place on a day, in the order of the slots, moved occurrences included."""
        slots = self._slots(day)
        if not slots or self._single.is_closed(day):
            return []
        single, period = self._single, self._period
        overridden = day in single.overridden
        spans = []
        for number, slot in slots:
            override = single.override(period.id, day, slot.start) if overridden else None
            spans.append(_span(single.schedule, period, day, number, slot, override, single.zone))
        return spans

    def among(self, days: set[date]) -> set[date]:
        """Those of some days on which the period may be open."""
        return days & self._extra if self._period.dates_only else days

    def _slots(self, day: date) -> list[tuple[int, Slot]]:
        if day in self._excluded:
            return []
        holiday = self._holiday_hours and is_public_holiday(day)
        if day in self._extra and not holiday:
            return self._as_on_weekday(self._extra_by_weekday, day)
        first, last = self._period.first, self._period.last
        within = (first is None or first <= day) and (last is None or day <= last) and EARLIEST <= day <= LATEST
        if holiday or not (self._bounded and within):
            return _slots_of_day(self._period, day)
        if self._week and (monday_of(day) - self._week).days % (7 * self._period.every_weeks):
            return []
        rules = self._period.nth_weekdays
        if rules and not any(is_nth_weekday(rule, day) for rule in rules):
            return []
        return self._as_on_weekday(self._by_weekday, day)

    def _as_on_weekday(self, known: dict[int, list[tuple[int, Slot]]], day: date) -> list[tuple[int, Slot]]:
        weekday = day.isoweekday()
        if weekday not in known:
            known[weekday] = _slots_of_day(self._period, day)
        return known[weekday]


def planned_slots(single: SingleDays, period: Period, day: date) -> list[Slot]:
    """The hours that a period gives a day, before any override; none when it is closed."""
    if single.is_closed(day):
        return []
    return [slot for _number, slot in _slots_of_day(period, day)]


def _span(
    schedule: Schedule, period: Period, day: date, number: int, slot: Slot, override: Override | None, zone: ZoneInfo
) -> Span:
    status, note, place_day, original_start = Status.SCHEDULED, period.note, day, slot.start
    if override is not None:
        status = override.status
        note = _joined_notes(period.note, override.note)
        place_day = override.new_day or day
        if override.new_start is not None:
            slot = replace(slot, start=override.new_start, end=override.new_end)
        elif override.new_end is not None:
            slot = replace(slot, end=override.new_end)
    if schedule.temporarily_closed and status.takes_place:
        status = Status.SUSPENDED
    start, end = _bounds(place_day, slot, zone)
    return Span(
        start=start,
        end=end,
        all_day=slot.all_day,
        start_known=slot.start is not None,
        end_known=slot.end is not None,
        status=status,
        day=place_day,
        period=period.id,
        slot=number,
        original_day=day,
        original_start=original_start,
        kind=slot.kind,
        every_minutes=slot.every_minutes,
        note=note,
        label=slot.label or period.label,
    )


def _joined_notes(of_period: Mapping[str, str], of_occurrence: Mapping[str, str]) -> Texts:
    return {
        language: "\n".join(text for text in (of_occurrence.get(language), of_period.get(language)) if text)
        for language in sorted({*of_period, *of_occurrence})
    }


def _bounds(day: date, slot: Slot, zone: ZoneInfo) -> tuple[datetime, datetime | None]:
    midnight = time(0)
    start = local(day, slot.start or midnight, zone)
    if slot.all_day:
        return start, local(day + ONE_DAY, midnight, zone)
    if slot.end is None:
        return start, None
    next_day = slot.end <= (slot.start or midnight)
    end = local(day + ONE_DAY if next_day else day, slot.end, zone)
    if end.astimezone(UTC) <= start.astimezone(UTC):
        # The change to summer time swallowed the opening: keep the announced length.
        length = datetime.combine(day, slot.end) - datetime.combine(day, slot.start or midnight)
        end = (start.astimezone(UTC) + length).astimezone(zone)
    return start, end


def local(day: date, at: time, zone: ZoneInfo) -> datetime:
    """A wall-clock time as an aware datetime that exists, in the zone."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC).astimezone(zone)
