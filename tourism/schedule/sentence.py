"""A schedule in one short sentence of six languages, for sources that give none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise, zip_longest

from tourism.schedule.grammar import GRAMMARS, Grammar
from tourism.schedule.hours import opens_by_rule, starts_of_day
from tourism.schedule.model import Hours, Override, Period, Schedule, Slot, Status
from tourism.schedule.special_days import special_day

LANGUAGES = tuple(GRAMMARS)
# A list of dates stays readable up to here; past it, their weekday or how many there are.
MAX_DATES = 12
# So do hours; from so many on, those at regular intervals are said as such.
MAX_SLOTS, FEWEST_REGULAR = 12, 6
# A sentence is no longer than this, whatever the schedule: the rest is "and other dates". A remark on a date, or a
# part of its own, is cut where it is longer than these.
LONGEST, LONGEST_NOTE, LONGEST_PART = 1_500, 200, 400
EVERY_WEEKDAY = (1, 2, 3, 4, 5, 6, 7)


def spoken_date(day: date, language: str) -> str:
    """A date without preposition, year included: "14 juillet 2026"."""
    return _grammar(language).plain_date(day, True)


def spoken_range(first: date, last: date, language: str) -> str:
    """Two dates, what they share said once: "du 3 au 5 juin 2026"; one date when they are the same."""
    grammar = _grammar(language)
    return grammar.on_date(first, True) if first == last else grammar.date_range(first, last, True)


def describe(schedule: Schedule, language: str, *, year: int | None = None) -> str:
    """A sentence fragment without capital nor full stop: "tous les mardis du 7 juillet au 25 août, de 9 h à 13 h".

    Years are said when the dates are of several years, or of another than ``year`` when that is given; what has begun
    before that year and has no end is open all year. Languages: fr, en, it, de, es, nl; any other is answered in
    English. Empty when the schedule says nothing.
    """
    grammar = _grammar(language)
    years = _years(schedule)
    with_year = bool(years - {year}) if year is not None else len(years) > 1
    writer = _Writer(grammar, language if language in GRAMMARS else "en", with_year, year)
    parts = [grammar.temporarily_closed] if schedule.temporarily_closed else []
    parts += [writer.period(period, schedule) for period in _gathered(schedule.periods)]
    changes = writer.exceptions(schedule)
    said = grammar.separator.join(dict.fromkeys(part for part in (*parts, *changes) if part))
    return said if len(said) <= LONGEST else _shorter(parts, changes, grammar)


def _gathered(periods: Sequence[Period]) -> list[Period]:
    """Periods with the hours of those on the very same days: some forms have one period for each hour."""
    gathered: dict[Period, list[Slot]] = {}
    alone: list[Period] = []
    for period in periods:
        same_days, slots = replace(period, id="", hours=(Hours(),)), period.hours[0].slots
        timed = all(slot.start is not None for slot in slots)
        if len(period.hours) > 1 or period.hours[0] != Hours(slots=slots) or not timed:
            alone.append(period)
            continue
        if same_days not in gathered:
            alone.append(same_days)
        gathered.setdefault(same_days, []).extend(slots)
    return [
        replace(period, hours=(Hours(slots=tuple(sorted(gathered[period], key=_slot_order))),))
        if period in gathered
        else period
        for period in alone
    ]


def _slot_order(slot: Slot) -> tuple[time, time]:
    return slot.start or time(0), slot.end or time(0)


def _shorter(parts: Sequence[str], changes: Sequence[str], grammar: Grammar) -> str:
    """What of a sentence is not too long. Changes come before other dates: a visitor goes to what is cancelled."""
    told = [_cut(part, LONGEST_PART) for part in dict.fromkeys(changes) if part]
    periods = [_cut(part, LONGEST_PART) for part in dict.fromkeys(parts) if part]
    kept_changes = _fitting(told, LONGEST // 2 - len(grammar.other_dates), grammar)
    room = LONGEST - sum(len(part) + len(grammar.separator) for part in kept_changes) - len(grammar.other_dates)
    return grammar.separator.join((*_fitting(periods, room, grammar), *kept_changes))


def _fitting(parts: Sequence[str], room: int, grammar: Grammar) -> list[str]:
    kept: list[str] = []
    for part in parts:
        room -= len(part) + len(grammar.separator)
        if room < 0:
            return [*kept, grammar.other_dates]
        kept.append(part)
    return kept


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip(' ,')}…"


def _grammar(language: str) -> Grammar:
    return GRAMMARS.get(language, GRAMMARS["en"])


def _years(schedule: Schedule) -> set[int]:
    days = [day for period in schedule.periods for day in period.extra_dates]
    for period in schedule.periods:
        if not period.every_year:
            days += [bound for bound in (period.first, period.last) if bound is not None]
    days += [one.new_day for one in schedule.overrides if one.status == Status.MOVED and one.new_day is not None]
    return {day.year for day in days}


def _covers(period: Period, day: date) -> bool:
    if period.dates_only:
        return day in period.extra_dates
    return (period.first is None or period.first <= day) and (period.last is None or day <= period.last)


def _regular_step(starts: Sequence[time]) -> int:
    """Minutes from each to the next, when these are the same; else 0."""
    seconds = [at.hour * 3600 + at.minute * 60 + at.second for at in starts]
    steps = {after - before for before, after in pairwise(seconds)}
    step = steps.pop() if len(steps) == 1 else 0
    return step // 60 if step % 60 == 0 else 0


def _hours_meant(overrides: Iterable[Override], schedule: Schedule) -> dict[date, list[time]]:
    """The hours that overrides change, by day, where others of that day stay as they were."""
    meant: dict[date, set[time | None]] = {}
    for one in overrides:
        addressed = starts_of_day(schedule, one.day, period=one.period, start=one.start)
        meant.setdefault(one.day, set()).update(addressed)
    return {
        day: sorted(at for at in starts if at is not None)
        for day, starts in meant.items()
        if len(starts) < len(starts_of_day(schedule, day))
    }


class _Writer:
    """The fragments of one sentence: a language, whether dates carry their year, and the year that is spoken of."""

    def __init__(self, grammar: Grammar, language: str, with_year: bool, current_year: int | None) -> None:
        self.grammar = grammar
        self.language = language
        self.with_year = with_year
        self.current_year = current_year

    def listed(self, items: Iterable[str]) -> str:
        items = list(items)
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.grammar.conjunction} {items[-1]}"

    def dates(self, days: Iterable[date], *, hours: Mapping[date, Sequence[time]] | None = None) -> str:
        """Days one by one, the year said once for those of one; many as "every Monday from … to …" or by their
        number. ``hours``: of days of which only some hours are meant."""
        days, hours = sorted(days), hours or {}
        if len(days) > MAX_DATES:
            first, last = days[0], days[-1]
            weekly = not hours and all(b - a == timedelta(days=7) for a, b in pairwise(days))
            which = self.grammar.every_weekday([first.isoweekday()]) if weekly else self.grammar.some_dates(len(days))
            return f"{which} {self.grammar.date_range(first, last, self.with_year)}"
        said = []
        for day, following in zip_longest(days, days[1:]):
            year = self.with_year and (following is None or following.year != day.year)
            said.append(self.at_hours(self.grammar.on_date(day, year), hours.get(day, ())))
        return self.listed(said)

    def at_hours(self, day: str, starts: Sequence[time]) -> str:
        return " ".join([day, self.listed(self.grammar.at_time(at) for at in starts)] if starts else [day])

    def period(self, period: Period, schedule: Schedule) -> str:
        single_day = not period.dates_only and period.first is not None and period.first == period.last
        groups = self.hours(period, say_every_day=not (single_day or period.dates_only))
        span = self.range(period)
        if len(groups) == 1:
            days, hours = groups[0]
            begin = " ".join(part for part in (days, span) if part)
            clauses = [begin, hours]
        else:
            clauses = [span, *(" ".join(part for part in group if part) for group in groups)]
        if period.every_year and span != self.grammar.all_year:
            clauses.append(self.grammar.each_year)
        if excluded := self.excluded(period, schedule):
            clauses.append(f"{self.grammar.except_for} {excluded}")
        if period.extra_dates and not period.dates_only:
            clauses.append(f"{self.grammar.also} {self.dates(period.extra_dates)}")
        return ", ".join(clause for clause in clauses if clause)

    def range(self, period: Period) -> str:
        year = self.with_year and not period.every_year
        if period.dates_only:
            return self.dates(period.extra_dates)
        if period.first is None:
            return self.grammar.all_year if period.last is None else self.grammar.until(period.last, year)
        if period.last is None:
            begun = self.current_year is not None and period.first <= date(self.current_year, 1, 1)
            return self.grammar.all_year if begun else self.grammar.since(period.first, year)
        if period.every_year and f"{period.first:%m-%d} {period.last:%m-%d}" == "01-01 12-31":
            return self.grammar.all_year
        if period.first == period.last:
            return self.grammar.on_date(period.first, year)
        return self.grammar.date_range(period.first, period.last, year)

    def hours(self, period: Period, *, say_every_day: bool) -> list[tuple[str, str]]:
        """Pairs of days and hours, one for each set of days, in the order written."""
        found: dict[str, list[str]] = {}
        for entry in period.hours:
            if not entry.closed:
                days = self.days(period, entry, say_every_day)
                found.setdefault(days, [])
                found[days] += self.slots(entry.slots)
        return [(days, self.listed(dict.fromkeys(slots))) for days, slots in found.items()]

    def slots(self, slots: Sequence[Slot]) -> list[str]:
        """Hours one by one; very many summed up."""
        said = [text for slot in dict.fromkeys(slots) if (text := self.slot(slot))]
        starts = sorted({slot.start for slot in slots if slot.start is not None})
        if len(said) < FEWEST_REGULAR or len(starts) < FEWEST_REGULAR:
            return said if len(said) <= MAX_SLOTS else [*said[: MAX_SLOTS - 1], self.grammar.other_dates]
        step = _regular_step(starts)
        plain = len(starts) == len(said) and not any(slot.label or slot.every_minutes for slot in slots)
        if step and (plain or len(said) > MAX_SLOTS):
            return [f"{self.grammar.every_minutes(step)}, {self.grammar.from_to(starts[0], starts[-1])}"]
        if len(said) > MAX_SLOTS:
            return [self.grammar.times_between(len(starts), starts[0], starts[-1])]
        return said

    def days(self, period: Period, entry: Hours, say_every_day: bool) -> str:
        closed = {
            weekday
            for other in period.hours
            if other.closed and other.group == entry.group
            for weekday in other.weekdays
        }
        only_holidays = period.holidays_only or (entry.public_holidays and not entry.weekdays)
        weekdays = [
            weekday
            for weekday in entry.weekdays or EVERY_WEEKDAY
            if weekday not in closed and (not period.weekdays or weekday in period.weekdays)
        ]
        said = []
        if period.nth_weekdays and not only_holidays:
            said += [self.grammar.nth_weekday(rule.nth, rule.weekday) for rule in period.nth_weekdays]
        elif not only_holidays and period.every_weeks > 1:
            said.append(self.grammar.every_weeks(period.every_weeks, weekdays if len(weekdays) < 7 else ()))
        elif not only_holidays and len(weekdays) < 7:
            # On one or a few listed dates the weekday goes without saying.
            said += [self.weekdays(weekdays)] if weekdays and say_every_day else []
        elif not only_holidays and say_every_day:
            said.append(self.grammar.every_day)
        if entry.public_holidays and say_every_day:
            said.append(self.grammar.on_holidays)
        return self.listed(said)

    def weekdays(self, days: Sequence[int]) -> str:
        in_a_row = len(days) > 2 and list(days) == list(range(days[0], days[-1] + 1))
        return self.grammar.weekday_range(days[0], days[-1]) if in_a_row else self.grammar.every_weekday(days)

    def slot(self, slot: Slot) -> str:
        label = _cut(slot.label.get(self.language, ""), LONGEST_NOTE)
        if slot.start is not None and slot.end is not None:
            text = self.grammar.from_to(slot.start, slot.end)
        elif slot.start is not None:
            text = self.grammar.from_time(slot.start)
        elif slot.end is not None:
            text = self.grammar.until_time(slot.end)
        else:
            return label
        if slot.every_minutes:
            text = f"{text} {self.grammar.every_minutes(slot.every_minutes)}"
        return f"{text} ({label})" if label else text

    def excluded(self, period: Period, schedule: Schedule) -> str:
        closed = {*period.excluded_dates, *(day for day in schedule.closed_dates if _covers(period, day))}
        # Nobody needs to be told that there is nothing on a day on which there never was.
        days = {day for day in closed if opens_by_rule(period, day)}
        said = [self.dates(sorted(days))] if days else []
        if any(entry.closed and entry.public_holidays for entry in period.hours):
            said.append(self.grammar.on_holidays)
        return self.listed(said)

    def exceptions(self, schedule: Schedule) -> list[str]:
        parts = []
        names = [name for name in schedule.closed_special_days if self.concerns(name, schedule)]
        if names:
            parts.append(f"{self.grammar.closed} {self.listed(self.special(name) for name in names)}")
        words = {
            Status.CANCELLED: f"{self.grammar.cancelled} {{day}}",
            Status.POSTPONED: self.grammar.postponed,
            Status.FULL: f"{self.grammar.full} {{day}}",
        }
        known = [override for override in schedule.overrides if self.is_announced(override, schedule)]
        for status, words_of in words.items():
            changed = [override for override in known if override.status == status]
            if plain := [override for override in changed if not self.note(override)]:
                hours = _hours_meant(plain, schedule)
                parts.append(words_of.format(day=self.dates({override.day for override in plain}, hours=hours)))
            for override in changed:
                if note := self.note(override):
                    parts.append(f"{words_of.format(day=self.old(override, schedule))} ({note})")
        for override in known:
            note = self.note(override)
            if override.status == Status.MOVED:
                parts.append(self.moved(override, schedule) + (f" ({note})" if note else ""))
            elif override.status == Status.SCHEDULED and note:
                parts.append(f"{self.old(override, schedule)} ({note})")
        return parts

    def old(self, override: Override, schedule: Schedule) -> str:
        return self.dates([override.day], hours=_hours_meant([override], schedule))

    def is_announced(self, override: Override, schedule: Schedule) -> bool:
        """Whether what changed is one of the dates."""
        periods = [period for period in schedule.periods if override.period in ("", period.id)]
        return any(
            override.day not in period.excluded_dates and opens_by_rule(period, override.day) for period in periods
        )

    def note(self, override: Override) -> str:
        """The remark on one date, on one line."""
        return _cut(" ".join(override.note.get(self.language, "").split()), LONGEST_NOTE)

    def concerns(self, name: str, schedule: Schedule) -> bool:
        for period in schedule.periods:
            if period.dates_only:
                continue
            if period.first is None or period.last is None or period.last.year - period.first.year > 1:
                return True
            years = range(period.first.year, period.last.year + 1)
            if any((day := special_day(name, year)) and _covers(period, day) for year in years):
                return True
        return False

    def special(self, name: str) -> str:
        fixed = special_day(name, 2026)
        return self.grammar.movable_days.get(name) or (self.grammar.on_date(fixed, False) if fixed else name)

    def moved(self, override: Override, schedule: Schedule) -> str:
        """To another day, to other hours of the same day, or both."""
        same_day = override.new_day in (None, override.day)
        to = [] if same_day else [self.grammar.on_date(override.new_day or override.day, self.with_year)]
        if override.new_start is not None:
            to.append(self.slot(Slot(override.new_start, override.new_end)))
        return self.grammar.moved_to.format(old=self.old(override, schedule), new=", ".join(to))
