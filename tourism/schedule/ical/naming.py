"""How the dates of a schedule are called in a calendar file: UID and RECURRENCE-ID. Pure.

Whatever writes one of these dates elsewhere must call it the same, for a calendar that has both to have it once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tourism.schedule.hours import Span
from tourism.schedule.ical.series import Gathered, SeriesKey, gathered
from tourism.schedule.ical.zones import PARIS
from tourism.schedule.model import Schedule


@dataclass(frozen=True)
class NamedDate:
    """A date and its name. ``recurrence`` is the day, or the local start, that the rule gives; None for what no rule
    gives: a date of its own, or one of the days in a row that are one entry."""

    span: Span
    uid: str
    recurrence: date | datetime | None

    @property
    def recurrence_id(self) -> str | None:
        """As it is written: `20260707` or `20260707T090000`, in local time of Paris."""
        if self.recurrence is None:
            return None
        timed = isinstance(self.recurrence, datetime)
        return self.recurrence.strftime("%Y%m%dT%H%M%S" if timed else "%Y%m%d")


class Uids:
    """The UIDs of an entry's series and single dates, made from its own; never the same twice. Asked for in the order
    of `gathered`: series, whole days, single dates."""

    def __init__(self, uid: str, schedule: Schedule) -> None:
        self.own = uid
        self._given: set[str] = set()
        periods = schedule.periods
        slots = [slot for period in periods for hours in period.hours for slot in hours.slots]
        self._one_series = len(periods) == 1 and len(slots) == 1
        self._one_date = self._one_series and _days_are_one(schedule)

    def of_series(self, key: SeriesKey) -> str:
        period, slot, start = key
        at = f"-{start:%H%M%S}" if start is not None else ""
        part = re.sub(r"[^A-Za-z0-9]+", "-", period).strip("-")
        return self._uid("" if self._one_series else f"{part}-{slot}{at}")

    def of_single(self, span: Span) -> str:
        at = f"T{span.original_start:%H%M%S}" if span.original_start is not None else ""
        return self._uid("" if self._one_date else f"{span.original_day:%Y%m%d}{at}")

    def _uid(self, part: str) -> str:
        """The entry's UID with a part before its "@"."""
        own, at, host = self.own.partition("@")
        uid, number = f"{own}-{part}{at}{host}" if part else f"{own}{at}{host}", 1
        while uid in self._given:
            number += 1
            uid = f"{own}-{part}-{number}{at}{host}"
        self._given.add(uid)
        return uid


def named_dates(uid: str, schedule: Schedule, *, first: date, last: date) -> Iterator[NamedDate]:
    """Every date that `write_calendar` writes of an entry with this UID between the same days, each as it calls it."""
    found: Gathered = gathered(schedule, first=first, last=last)
    uids = Uids(uid, schedule)
    for series in found.series:
        named = uids.of_series(series.key)
        for span in series.members:
            yield NamedDate(span, named, recurrence_of(series.first_span, span.original_day))
    for days in found.whole_days:
        named = uids.of_series(days.key)
        for span in days.members:
            yield NamedDate(span, named, None)
    for span in found.single:
        yield NamedDate(span, uids.of_single(span), None)


def recurrence_of(first_span: Span, day: date) -> date | datetime:
    """What a RECURRENCE-ID or an EXDATE says of the date of a series on a day."""
    if first_span.all_day or not first_span.start_known:
        return day
    return datetime.combine(day, first_span.start.time(), tzinfo=PARIS)


def _days_are_one(schedule: Schedule) -> bool:
    period = schedule.periods[0]
    if period.dates_only:
        return len(period.extra_dates) == 1
    return period.first is not None and period.first == period.last and not (period.extra_dates or period.every_year)
