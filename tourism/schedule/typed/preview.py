"""What typed dates come to: a sentence, the days, and what is wrong, for whoever is typing."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tourism.schedule.days import LATEST
from tourism.schedule.expansion import expand
from tourism.schedule.hours import Span
from tourism.schedule.model import Schedule
from tourism.schedule.sentence import describe
from tourism.schedule.typed.faults import Fault, faults, remarks
from tourism.schedule.typed.meaning import schedule_of
from tourism.schedule.typed.reading import TypedError
from tourism.schedule.typed.shape import TypedDates

# What never ends is shown for this long.
SHOWN_OF_ENDLESS = timedelta(days=548)
MOST_SPANS = 1000


@dataclass(frozen=True)
class Preview:
    """`spans` are the dates in order, at most MOST_SPANS; `count` of days is None when they are not all there."""

    typed: TypedDates
    schedule: Schedule
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]
    spans: tuple[Span, ...]
    count: int | None

    @property
    def days(self) -> list[date]:
        """The days that have a date, in order, each once."""
        return list(dict.fromkeys(span.day for span in self.spans))

    def sentence(self, language: str, *, year: int) -> str:
        """See `describe`; empty while something is wrong."""
        return describe(self.schedule, language, year=year)


def preview_of(value: Any) -> Preview:
    """The preview of JSON in the shape of this package; what no shape has is its only fault."""
    try:
        typed = TypedDates.from_json(value)
    except TypedError as error:
        return _without_dates(TypedDates(), ((error.field, error.code),))
    if wrong := faults(typed):
        return _without_dates(typed, tuple(wrong))
    schedule = schedule_of(typed)
    spans, complete = dates_shown(schedule)
    count = len({span.day for span in spans}) if complete else None
    return Preview(typed, schedule, (), tuple(remarks(typed)), spans, count)


def dates_shown(schedule: Schedule) -> tuple[tuple[Span, ...], bool]:
    """The dates of a schedule from its first on, and whether they are all of them."""
    every = schedule.periods
    starts = [period.first for period in every if period.first] + [day for one in every for day in one.extra_dates]
    moved = [override.new_day for override in schedule.overrides if override.new_day]
    first = min(starts + moved, default=LATEST)
    endless = any(period.last is None and not period.dates_only or period.every_year for period in every)
    spans = expand(schedule, first=first, last=first + SHOWN_OF_ENDLESS if endless else LATEST, limit=MOST_SPANS)
    return tuple(spans), spans.complete and not endless


def _without_dates(typed: TypedDates, wrong: tuple[Fault, ...]) -> Preview:
    return Preview(typed, Schedule(), wrong, (), (), 0)
