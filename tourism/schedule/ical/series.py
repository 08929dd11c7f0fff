"""The occurrences of a schedule, gathered for a calendar file: one series per slot, each a rule or single dates."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tourism.schedule.days import LATEST, ONE_DAY
from tourism.schedule.expansion import expand, occurrences
from tourism.schedule.hours import Span, local
from tourism.schedule.ical.patterns import Pattern, days_of_pattern, pattern_of
from tourism.schedule.model import DEFAULT_TIMEZONE, Schedule

MOST_SPANS = 2_000
# An endless rule is compared with its period over this long after the last date that is written one by one; a rule
# of every day must not have more than MOST_DATES in it.
PROOF = timedelta(days=3 * 365)

SeriesKey = tuple[str, int, time | None]


@dataclass(frozen=True)
class Series:
    """Occurrences that a rule gives. ``last`` None: without end.

    ``first_span`` is the occurrence that the rule begins with, as planned; ``changed`` those that differ from it:
    cancelled, moved, of another length in real time. ``members`` are all that were expanded.
    """

    key: SeriesKey
    first_span: Span
    pattern: Pattern
    last: date | None
    changed: tuple[Span, ...]
    members: tuple[Span, ...]


@dataclass(frozen=True)
class WholeDays:
    """Days in a row of which no hour is known, as one entry; ``last`` is inclusive."""

    key: SeriesKey
    first_span: Span
    last: date
    members: tuple[Span, ...]


@dataclass(frozen=True)
class Gathered:
    series: tuple[Series, ...]
    whole_days: tuple[WholeDays, ...]
    single: tuple[Span, ...]


def gathered(schedule: Schedule, *, first: date, last: date) -> Gathered:
    """Every occurrence from ``first`` to ``last`` exactly once, and what follows for rules without end."""
    endless = _may_be_endless(schedule)
    if endless:
        last = min(max([last, *_special_days(schedule)]), LATEST)
    spans = expand(schedule, first=first, last=last, limit=MOST_SPANS)
    if schedule.timezone != DEFAULT_TIMEZONE:
        # Written in UTC, where the hours of a rule would not follow the clocks of its zone.
        return Gathered((), (), tuple(spans))
    endless = endless and spans.complete
    by_key: dict[SeriesKey, list[Span]] = {}
    single: list[Span] = []
    taken: set[tuple[SeriesKey, date]] = set()
    zone = ZoneInfo(schedule.timezone)
    for span in spans:
        key = (span.period, span.slot, span.original_start)
        if _is_skipped(span, zone) or (key, span.original_day) in taken:
            single.append(span)
        else:
            taken.add((key, span.original_day))
            by_key.setdefault(key, []).append(span)
    series: list[Series] = []
    whole_days: list[WholeDays] = []
    for key, members in by_key.items():
        members.sort(key=lambda span: span.original_day)
        early = _unusual_beginning(members)
        single += members[:early]
        members = members[early:]
        found = _series(key, members, schedule, last=last, endless=endless)
        if isinstance(found, Series):
            series.append(found)
        elif isinstance(found, WholeDays):
            whole_days.append(found)
        else:
            single += members
    return Gathered(tuple(series), tuple(whole_days), tuple(single))


def _is_skipped(span: Span, zone: ZoneInfo) -> bool:
    """Whether the planned hour does not exist on its day: programs disagree on what a rule gives then."""
    at = span.original_start
    return at is not None and local(span.original_day, at, zone).time() != at


def _special_days(schedule: Schedule) -> Iterable[date]:
    yield from schedule.closed_dates
    yield from (override.day for override in schedule.overrides)
    yield from (override.new_day for override in schedule.overrides if override.new_day is not None)
    for period in schedule.periods:
        yield from (*period.extra_dates, *period.excluded_dates)


def _may_be_endless(schedule: Schedule) -> bool:
    """One period without end, in which only the day of the week or of the month counts."""
    if len(schedule.periods) != 1 or schedule.closed_special_days or schedule.temporarily_closed:
        return False
    period = schedule.periods[0]
    plain = not any(hours.public_holidays for hours in period.hours)
    return plain and period.last is None and not (period.dates_only or period.every_year or period.holidays_only)


def _shape(span: Span) -> tuple:
    """What the occurrences of a series share: hours of the clock, state, words."""
    plus = (span.end.date() - span.start.date()).days if span.end else 0
    words = (tuple(sorted(span.note.items())), tuple(sorted(span.label.items())))
    start, end = span.start.time(), span.end and span.end.time()
    moved = span.day != span.original_day
    return (moved, start, end, plus, span.all_day, span.start_known, span.status, words, span.kind, span.every_minutes)


def _as_planned(span: Span) -> bool:
    at = span.original_start
    return span.takes_place and span.day == span.original_day and (at is None or span.start.time() == at)


def _unusual_beginning(members: Sequence[Span]) -> int:
    """How many of the first ones fall on a change of clocks: the date that a rule begins with gives all its length."""
    usual = Counter(_length(span) for span in members).most_common(1)[0][0]
    number = 0
    while number < len(members) and _length(members[number]) != usual and _changes_clocks(members[number]):
        number += 1
    return number


def _length(span: Span) -> tuple[timedelta | None, time | None]:
    """In time that passes and by the clock: programs repeat one or the other."""
    return span.duration, span.end.time() if span.end else None


def _changes_clocks(span: Span) -> bool:
    return span.end is not None and span.start.utcoffset() != span.end.utcoffset()


def _series(
    key: SeriesKey, members: Sequence[Span], schedule: Schedule, *, last: date, endless: bool
) -> Series | WholeDays | None:
    days = [span.original_day for span in members]
    if not days:
        return None
    shapes = Counter(_shape(span) for span in members if _as_planned(span))
    if not shapes:
        return None
    shape = shapes.most_common(1)[0][0]
    usual = next(span for span in members if _as_planned(span) and _shape(span) == shape)
    changed = [span for span in members if _shape(span) != shape]
    pattern = pattern_of(days)
    goes_on = endless and pattern is not None and _goes_on(schedule, key, pattern, days[0], last)
    in_a_row = len(days) > 1 and len(days) == (days[-1] - days[0]).days + 1
    if usual.all_day and in_a_row and not changed and not goes_on:
        return WholeDays(key, usual, days[-1], tuple(members))
    if pattern is None:
        return None
    if goes_on:
        # Days without a date between the last one and the end of what is written.
        after = [day for day in days_of_pattern(pattern.parts, days[0], last) if day > days[-1]]
        pattern = replace(pattern, excluded=(*pattern.excluded, *after))
    first_span = _on(usual, days[0], ZoneInfo(schedule.timezone))
    changed += [span for span in members if _shape(span) == shape and span.duration != first_span.duration]
    return Series(key, first_span, pattern, None if goes_on else days[-1], tuple(changed), tuple(members))


def _goes_on(schedule: Schedule, key: SeriesKey, pattern: Pattern, first: date, last: date) -> bool:
    """Whether the rule, without an end, gives the days of the period after the last one written, and no other."""
    after = last + ONE_DAY
    if last + PROOF > LATEST:
        return False
    by_rule = [day for day in days_of_pattern(pattern.parts, first, last + PROOF) if day >= after]
    spans = occurrences(replace(schedule, overrides=()), after, last + PROOF)
    return by_rule == [span.day for span in spans if (span.period, span.slot, span.original_start) == key]


def _on(usual: Span, day: date, zone: ZoneInfo) -> Span:
    """The usual occurrence on another day, at the same hours of the clock."""
    by = day - usual.day
    start = local(usual.start.date() + by, usual.start.time(), zone)
    end = local(usual.end.date() + by, usual.end.time(), zone) if usual.end else None
    return replace(usual, start=start, end=end, day=day, original_day=day)


def last_start(series: Series) -> date | datetime | None:
    """UNTIL: the day of the last date when days are whole, its start in UTC otherwise; None without end."""
    if series.last is None:
        return None
    start = series.first_span
    if start.all_day or not start.start_known:
        return series.last
    zone = start.start.tzinfo
    assert isinstance(zone, ZoneInfo)
    return local(series.last, start.start.time(), zone).astimezone(UTC)
