"""What the forms of other systems have in common: dated entries, simple rules, and sentences about what is lost.

An entry is a day with a slot. A list of entries becomes periods, rules where the dates are regular enough to be told
("every Tuesday from 7 July to 25 August, except on the 14th"), listed dates otherwise; the dates are the same.
The other way, `described` finds the rules of a schedule that another form can say; the rest is dated spans.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from tourism.schedule.days import MAX_DAYS_PER_PERIOD, ONE_DAY, is_nth_weekday, monday_of
from tourism.schedule.expansion import occurrences
from tourism.schedule.hours import Span, local
from tourism.schedule.model import ALL_DAY, DEFAULT_TIMEZONE, Hours, NthWeekday, Period, Schedule, Slot, Status
from tourism.schedule.sentence import spoken_date
from tourism.schedule.special_days import FIRST_YEAR, LAST_YEAR

MIDNIGHT = time(0)
# How forms without whole days write the end of one.
LAST_MINUTE = (time(23, 59), time(23, 59, 59))
MOST_DATES = 10_000
# An occurrence that lasts longer is a mistake of whoever typed the year.
LONGEST = timedelta(days=3_660)
# Dates are told as a rule when there are so many, and when at most this share of the rule's days is left out.
_FEWEST_FOR_RULE, _MOST_LEFT_OUT = 3, 0.25

Entry = tuple[date, Slot]


@dataclass
class Remarks:
    """French sentences about what was not understood or cannot be said, each once, in the order found."""

    sentences: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        if sentence not in self.sentences:
            self.sentences.append(sentence)


@dataclass(frozen=True)
class Rule:
    """One slot on the days from `first` to `last` (None: no bound) that the weekdays and the nth weekdays allow."""

    slot: Slot
    first: date | None = None
    last: date | None = None
    weekdays: tuple[int, ...] = ()
    nth_weekdays: tuple[NthWeekday, ...] = ()
    except_days: tuple[date, ...] = ()
    every_weeks: int = 1


@dataclass(frozen=True)
class Described:
    """The dates of a schedule within a window: rules, and the spans that no rule covers."""

    rules: tuple[Rule, ...]
    spans: tuple[Span, ...]


# Reading ------------------------------------------------------------------------------------------------------------


def shown(value: Any) -> str:
    """A value of a feed in guillemets, short; the nature of what is no single value."""
    if isinstance(value, dict):
        return "un objet"
    if isinstance(value, list):
        return "une liste"
    if isinstance(value, int) and abs(value) >= 10**18:
        return "un nombre démesuré"
    text = " ".join("".join(c if c.isprintable() else " " for c in str(value)[:200]).split())
    return f"« {text[:60]}{'…' if len(text) > 60 else ''} »"


def read_zone(value: Any, remarks: Remarks, default: str = DEFAULT_TIMEZONE) -> str:
    """The name of a time zone; the default when there is none or when it is unknown."""
    if value in (None, ""):
        return default
    try:
        return ZoneInfo(value).key
    except (TypeError, ValueError, OSError, LookupError):
        remarks.add(f"Le fuseau horaire {shown(value)} est inconnu : {default} est retenu.")
        return default


def read_day(value: Any, what: str, remarks: Remarks) -> date | None:
    """The day of a date or of a date-time as it is written, whatever its offset."""
    if value in (None, ""):
        return None
    try:
        day = date.fromisoformat(value[:10]) if isinstance(value, str) and len(value) >= 10 else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year < LAST_YEAR:
        remarks.add(f"{what} {shown(value)} n’est pas une date.")
        return None
    return day


def read_time(value: Any, what: str, remarks: Remarks) -> time | None:
    """A local time in whole seconds; 24:00 is midnight."""
    if value in (None, ""):
        return None
    if isinstance(value, str) and len(value) < 40:
        text = value.strip()
        if text.startswith("24:00") and not text[5:].strip(":0"):
            return MIDNIGHT
        try:
            at = time.fromisoformat(text if text[1:2] != ":" else f"0{text}")
        except ValueError:
            pass
        else:
            if at.tzinfo is not None:
                remarks.add(f"{what} {shown(value)} : le décalage est ignoré, l’heure est lue comme locale.")
            return at.replace(tzinfo=None, microsecond=0)
    remarks.add(f"{what} {shown(value)} n’est pas une heure.")
    return None


def read_moment(value: Any, zone: ZoneInfo, what: str, remarks: Remarks) -> datetime | None:
    """A moment in the zone; without an offset it is a local time there."""
    moment = None
    if isinstance(value, str) and 10 < len(value) < 40:
        try:
            moment = datetime.fromisoformat(value.strip()).replace(microsecond=0)
        except ValueError:
            moment = None
    if moment is None or not FIRST_YEAR < moment.year < LAST_YEAR - 1:
        remarks.add(f"{what} {shown(value)} n’est pas une date avec une heure.")
        return None
    return moment.astimezone(zone) if moment.tzinfo else local(moment.date(), moment.time(), zone)


def slot_between(start: time | None, end: time | None) -> Slot:
    """The slot of two local times: equal ones mean that the end is unknown, midnight to midnight or 23:59 all day."""
    if start == MIDNIGHT and end in (MIDNIGHT, *LAST_MINUTE):
        return ALL_DAY
    return Slot(start, None if end == start else end)


def entries_between(begin: datetime, end: datetime | None, remarks: Remarks) -> list[Entry]:
    """The entries that cover the time from one moment to another of the same zone.

    No end, or an end that is the beginning: the end is unknown. Midnight to midnight, or to 23:59, is a whole day.
    What lasts more than a day is cut at midnight, a slot being at most 24 hours long.
    """
    # A slot is kept without saying which of two readings of its times is meant.
    day, at = begin.date(), begin.time().replace(fold=0)
    _remark_second_reading(begin, remarks)
    if end is None or end.astimezone(UTC) == begin.astimezone(UTC):
        return [(day, Slot(at))]
    _remark_second_reading(end, remarks)
    last, until = end.date(), end.time().replace(fold=0)
    length = datetime.combine(last, until) - datetime.combine(day, at)
    elapsed = end.astimezone(UTC) - begin.astimezone(UTC)
    if elapsed <= ONE_DAY < length:
        last, until, length = _local_end(begin, end).date(), _local_end(begin, end).time(), elapsed
    if elapsed < timedelta(0) or length <= timedelta(0) or length > LONGEST:
        wrong = "dure plus de dix ans" if length > LONGEST else "finit avant de commencer"
        remarks.add(f"La date du {spoken_date(day, 'fr')} {wrong} : sa fin n’est pas reprise.")
        return [(day, Slot(at))]
    if at == MIDNIGHT and until in LAST_MINUTE:
        last, until = last + ONE_DAY, MIDNIGHT
    if length <= ONE_DAY and (at, until) != (MIDNIGHT, MIDNIGHT):
        return [(day, Slot(at, until))]
    entries = [(day, ALL_DAY if at == MIDNIGHT else Slot(at, MIDNIGHT))]
    entries += [(day + number * ONE_DAY, ALL_DAY) for number in range(1, (last - day).days)]
    return entries if until == MIDNIGHT else [*entries, (last, Slot(None, until))]


def _local_end(begin: datetime, end: datetime) -> datetime:
    """The local end, without zone; 24 hours from 02:00 end at 02:00, though it is skipped and found as 03:00."""
    start, wall = begin.replace(tzinfo=None, fold=0), end.replace(tzinfo=None, fold=0)
    meant = start + (end.astimezone(UTC) - begin.astimezone(UTC))
    same = meant.replace(tzinfo=begin.tzinfo).astimezone(UTC) == end.astimezone(UTC)
    return meant if same and wall - start > ONE_DAY else wall


def _remark_second_reading(moment: datetime, remarks: Remarks) -> None:
    if moment.fold:
        remarks.add(
            f"{moment:%H:%M} le {spoken_date(moment.date(), 'fr')} a lieu deux fois, la nuit du "
            "changement d’heure : la première est retenue."
        )


def schedule_of(rules: Iterable[Rule], entries: Iterable[Entry], timezone: str = DEFAULT_TIMEZONE) -> Schedule:
    """A schedule that takes place on these days. Its periods are named by what they say, not by their order."""
    return Schedule(periods=(*_periods_of_rules(rules), *_periods_of_entries(entries)), timezone=timezone)


def _periods_of_rules(rules: Iterable[Rule]) -> list[Period]:
    slots: dict[Rule, list[Slot]] = {}
    for rule in rules:
        same_days = slots.setdefault(replace(rule, slot=ALL_DAY), [])
        if rule.slot not in same_days:
            same_days.append(rule.slot)
    periods = []
    for rule, found in slots.items():
        ordered = tuple(sorted(found, key=_slot_order))
        days = [rule.first or "", rule.last or "", "".join(map(str, rule.weekdays))]
        days += [f"{nth.nth}.{nth.weekday or ''}" for nth in rule.nth_weekdays]
        days += [f"W{rule.every_weeks}"] if rule.every_weeks > 1 else []
        periods.append(
            Period(
                id="/".join(map(str, [*days, _name(ordered)])),
                first=rule.first,
                last=rule.last,
                weekdays=rule.weekdays,
                every_weeks=rule.every_weeks,
                nth_weekdays=rule.nth_weekdays,
                excluded_dates=rule.except_days,
                hours=(Hours(slots=ordered),),
            )
        )
    return periods


def _periods_of_entries(entries: Iterable[Entry]) -> list[Period]:
    by_day: dict[date, list[Slot]] = {}
    for day, slot in entries:
        if slot not in by_day.setdefault(day, []):
            by_day[day].append(slot)
    by_slots: dict[tuple[Slot, ...], list[date]] = {}
    for day in sorted(by_day):
        by_slots.setdefault(tuple(sorted(by_day[day], key=_slot_order)), []).append(day)
    return [_period_of_days(slots, days) for slots, days in by_slots.items()]


def _period_of_days(slots: tuple[Slot, ...], days: list[date]) -> Period:
    listed = Period(id=_name(slots), dates_only=True, extra_dates=tuple(days), hours=(Hours(slots=slots),))
    length = (days[-1] - days[0]).days + 1
    if len(days) < _FEWEST_FOR_RULE or length > MAX_DAYS_PER_PERIOD // 2:
        return listed
    weekdays = tuple(sorted({day.isoweekday() for day in days}))
    known = set(days)
    within = [days[0] + number * ONE_DAY for number in range(length)]
    missing = tuple(day for day in within if day.isoweekday() in weekdays and day not in known)
    if len(missing) > _MOST_LEFT_OUT * len(days):
        return listed
    every_day = length == len(days) or len(weekdays) == 7
    return replace(
        listed,
        dates_only=False,
        extra_dates=(),
        first=days[0],
        last=days[-1],
        weekdays=() if every_day else weekdays,
        excluded_dates=missing,
    )


def _slot_order(slot: Slot) -> tuple[time, time]:
    return (slot.start or MIDNIGHT, slot.end or MIDNIGHT)


def _name(slots: Iterable[Slot]) -> str:
    def text(at: time | None) -> str:
        return "" if at is None else at.strftime("%H%M%S" if at.second else "%H%M")

    return "_".join(f"{text(slot.start)}-{text(slot.end)}" for slot in slots)


# Writing ------------------------------------------------------------------------------------------------------------


def taking_place(schedule: Schedule, first: date, last: date, remarks: Remarks) -> list[Span]:
    """The spans that take place from one day to another; what another form does not say of them is remarked."""
    spans = list(islice(occurrences(schedule, first, last), MOST_DATES + 1))
    if len(spans) > MOST_DATES:
        remarks.add(f"Plus de {MOST_DATES} dates : les suivantes ne sont pas écrites.")
        spans = spans[:MOST_DATES]
    off = sum(not span.takes_place for span in spans)
    if off:
        remarks.add(f"Dates annulées, reportées ou suspendues, qui ne sont pas écrites : {off}.")
    spans = [span for span in spans if span.takes_place]
    if any(span.status == Status.FULL for span in spans):
        remarks.add("Les dates complètes sont écrites comme les autres.")
    if any(span.note or span.label or span.every_minutes for span in spans):
        remarks.add("Les précisions des horaires (nom, note, fréquence) ne sont pas écrites.")
    return spans


def described(schedule: Schedule, first: date, last: date, remarks: Remarks) -> Described:
    """The rules within a window, clipped to it, and the spans that are not told by them.

    A rule has the same times all along; days that it must not open are its `except_days`.
    """
    spans = taking_place(schedule, first, last, remarks)
    changed = {item.day for item in schedule.overrides if item.new_day or item.new_start or item.new_end}
    by_slot: dict[tuple[str, int], dict[date, Span]] = {}
    for span in spans:
        if span.original_day not in changed:
            by_slot.setdefault((span.period, span.slot), {})[span.original_day] = span
    ids = Counter(period.id for period in schedule.periods)
    rules: list[Rule] = []
    told: set[int] = set()
    for period in schedule.periods:
        if period.every_year or period.dates_only or period.holidays_only or ids[period.id] > 1:
            continue
        number = 0
        for hours in period.hours:
            for slot in hours.slots:
                found = {} if hours.public_holidays else by_slot.get((period.id, number), {})
                number += 1
                rule = _rule(period, hours, slot, set(found))
                if rule is not None:
                    rules.append(rule)
                    told |= {id(found[day]) for day in days_of(rule)}
    return Described(tuple(rules), tuple(span for span in spans if id(span) not in told))


def _rule(period: Period, hours: Hours, slot: Slot, found: set[date]) -> Rule | None:
    """The rule of one slot, whose days are among those found; None when hardly any is."""
    weekdays = set(period.weekdays or range(1, 8)) & set(hours.weekdays or range(1, 8))
    rule = Rule(
        slot=Slot(slot.start, slot.end),
        weekdays=tuple(sorted(weekdays)) if len(weekdays) < 7 else (),
        nth_weekdays=period.nth_weekdays,
        every_weeks=period.every_weeks,
    )
    days = sorted(
        day for day in found if weekdays and _allows(rule, day) and (period.first or day) <= day <= (period.last or day)
    )
    if len(days) < _FEWEST_FOR_RULE or (days[-1] - days[0]).days >= MAX_DAYS_PER_PERIOD:
        return None
    rule = replace(rule, first=days[0], last=days[-1])
    missing = tuple(day for day in days_of(rule) if day not in found)
    return replace(rule, except_days=missing) if len(missing) <= len(days) else None


def _allows(rule: Rule, day: date) -> bool:
    """Weeks are counted from the first day of a rule, which is one of its days."""
    if rule.every_weeks > 1 and rule.first and (monday_of(day) - monday_of(rule.first)).days % (7 * rule.every_weeks):
        return False
    return (not rule.weekdays or day.isoweekday() in rule.weekdays) and (
        not rule.nth_weekdays or any(is_nth_weekday(nth, day) for nth in rule.nth_weekdays)
    )


def days_of(rule: Rule) -> list[date]:
    """The days of a rule that has both bounds."""
    if rule.first is None or rule.last is None:
        raise ValueError("a rule without bounds has no end of days")
    within = (rule.first + number * ONE_DAY for number in range((rule.last - rule.first).days + 1))
    return [day for day in within if day not in rule.except_days and _allows(rule, day)]


def slot_of(span: Span) -> Slot:
    """The slot of a span, as it really takes place."""
    if span.all_day:
        return ALL_DAY
    end = _local_end(span.start, span.end).time() if span.end is not None and span.end_known else None
    return Slot(span.start.time().replace(fold=0) if span.start_known else None, end)
