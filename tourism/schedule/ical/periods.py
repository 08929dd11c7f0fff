"""From the occurrences of an event to a `Schedule`: the rule in our terms when it can be said, else its dates."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from tourism.schedule.days import LATEST, ONE_DAY
from tourism.schedule.expansion import occurrences
from tourism.schedule.ical.components import Component, When
from tourism.schedule.ical.instances import Instance, Instances, first_end
from tourism.schedule.ical.rules import Rule
from tourism.schedule.ical.zones import FLOATING, PARIS
from tourism.schedule.model import ALL_DAY, MOST_WEEKS, Hours, NthWeekday, Override, Period, Schedule, Slot, Status

MIDNIGHT = time(0)
# Clocks change before.
MORNING = time(3)
MOST_CHANGES = 2_000
_WEEKDAYS = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), 1)}
_NTHS = frozenset({1, 2, 3, 4, 5, -1})


@dataclass(frozen=True)
class _Piece:
    """Hours on every day from ``first`` to ``last``. One occurrence is one piece, unless it lasts longer than a day."""

    first: date
    last: date
    slot: Slot

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class _Change:
    """What is different on one day of a piece."""

    day: date
    of: _Piece
    status: Status
    note: str = ""
    new: _Piece | None = None


def schedule_from(
    instances: Instances, master: Component | None, *, horizon: date, language: str
) -> tuple[Schedule, list[str]]:
    """The schedule of an event and remarks in French on what is not exactly as its source said."""
    days: dict[Slot, set[date]] = {}
    ranges: list[_Piece] = []
    changes: list[_Change] = []
    unchanged: dict[Slot, list[_Piece]] = {}
    remarks = list(instances.remarks)
    for instance in instances.planned:
        pieces, changed, inexact = _said(instance)
        changes += changed
        remarks += inexact
        for piece in () if changed else pieces:
            unchanged.setdefault(piece.slot, []).append(piece)
        for piece in pieces:
            if piece.first == piece.last:
                days.setdefault(piece.slot, set()).add(piece.first)
            else:
                ranges.append(piece)
    periods: list[Period] = []
    by_slot: dict[Slot, str] = {}
    said_by_rule = False
    for slot, on in sorted(days.items(), key=lambda item: (min(item[1]), item[0].start or MIDNIGHT)):
        identifier = str(len(periods) + 1)
        by_slot[slot] = identifier
        by_rule = _period_by_rule(instances, master, slot, on, horizon) if master is not None else None
        periods.append(replace(by_rule or _period_of_days(sorted(on)), id=identifier, hours=(Hours(slots=(slot,)),)))
        said_by_rule = said_by_rule or by_rule is not None
        if by_rule is not None and instances.rule_dates is not None and instances.rule_dates.since is not None:
            # The rule says all of its dates: none is left out.
            remarks = [remark for remark in remarks if remark != instances.rule_dates.reason]
    if instances.goes_on and not said_by_rule:
        remarks.append(f"La répétition va plus loin : les dates sont gardées jusqu’au {horizon:%d/%m/%Y}.")
    for piece in dict.fromkeys(ranges):
        identifier = str(len(periods) + 1)
        hours = (Hours(slots=(piece.slot,)),)
        periods.append(Period(id=identifier, first=piece.first, last=piece.last, hours=hours))
    # A day that one occurrence leaves and another keeps is kept.
    changes = [
        change
        for change in changes[:MOST_CHANGES]
        if change.status.takes_place or not any(one.covers(change.day) for one in unchanged.get(change.of.slot, ()))
    ]
    if len(changes) == MOST_CHANGES:
        remarks.append(f"Plus de {MOST_CHANGES} dates sont modifiées : les premières modifications sont gardées.")
    overrides = [_override(change, by_slot, language) for change in changes]
    return Schedule(periods=tuple(periods), overrides=tuple(overrides)), list(dict.fromkeys(remarks))


def endless_schedule(master: Component, *, horizon: date) -> Schedule | None:
    """The schedule of an event that only repeats without end, when our terms say it: as `schedule_from`, without
    writing out its dates. None when these must be looked at."""
    if len(master.rules) != 1 or not master.rules[0].endless or master.dates or master.without:
        return None
    start, slot = master.start, _slot_of(master)
    if slot is None or master.status == "CANCELLED" or not (start.all_day or start.zone is FLOATING):
        return None
    if not slot.all_day and (
        slot.start is None or slot.start < MORNING or (slot.end and MIDNIGHT < slot.end <= slot.start)
    ):
        # An hour that the change of clocks skips, repeats or falls into is another one on that night.
        return None
    day = _paris_day(start.instant)
    period = _period_in_our_terms(master.rules[0], day, day, finished=False)
    if period is None or day > horizon:
        return None
    schedule = Schedule(periods=(replace(period, id="1", hours=(Hours(slots=(slot,)),)),))
    begins = any(span.day == day for span in occurrences(schedule, day, day))
    return schedule if begins else None


def _said(instance: Instance) -> tuple[list[_Piece], list[_Change], list[str]]:
    """The pieces of the plan and what changes of them; the pieces as they are now when a change cannot be said."""
    planned, remarks = _pieces(instance.planned_start, instance.planned_end)
    if not instance.changed:
        return planned, [], remarks
    now, remarks = _pieces(instance.start, instance.end)
    if len(planned) == len(now) == 1 and _can_be_said(planned[0], now[0]):
        new = now[0] if now != planned else None
        status = Status.SCHEDULED if instance.status == Status.MOVED and new is None else instance.status
        return planned, [_Change(planned[0].first, planned[0], status, instance.note, new)], remarks
    # The new dates stand by themselves; that they were other ones is not said.
    status = Status.SCHEDULED if instance.status == Status.MOVED else instance.status
    if status == Status.SCHEDULED and not instance.note:
        return now, [], remarks
    each = [_Change(day, piece, status, instance.note) for piece in now for day in _days(piece)]
    return now, each, remarks


def _can_be_said(planned: _Piece, now: _Piece) -> bool:
    """Whether an override can turn one into the other: both within a day, and hours do not become a whole day."""
    single = planned.first == planned.last and now.first == now.last
    return single and (planned.slot.all_day or not now.slot.all_day)


def _days(piece: _Piece) -> list[date]:
    return [piece.first + timedelta(days=number) for number in range((piece.last - piece.first).days + 1)]


def _pieces(start: When, end: When | None) -> tuple[list[_Piece], list[str]]:
    """An occurrence in days and hours of Paris. What lasts over a day is cut at midnight: no slot is so long."""
    if not isinstance(start, datetime):
        last = end - ONE_DAY if isinstance(end, date) else start
        return [_Piece(start, max(last, start), ALL_DAY)], []
    begin = start.astimezone(PARIS)
    until = end.astimezone(PARIS) if isinstance(end, datetime) else None
    remarks = []
    if begin.fold or (until is not None and until.fold):
        remarks.append("Une heure tombe dans celle que le passage à l’heure d’hiver répète : la première est gardée.")
    # A slot is stored without the word that tells the second reading of an hour from the first.
    day, opening = begin.date(), begin.time().replace(fold=0)
    if until is None or until.replace(tzinfo=None) <= begin.replace(tzinfo=None):
        return [_Piece(day, day, Slot(opening))], remarks
    closing_day, closing = until.date(), until.time().replace(fold=0)
    if closing_day == day or (closing_day == day + ONE_DAY and closing <= opening):
        return [_Piece(day, day, Slot(opening, closing))], remarks
    pieces = [_Piece(day, day, Slot(opening, MIDNIGHT))]
    if closing_day > day + ONE_DAY:
        pieces.append(_Piece(day + ONE_DAY, closing_day - ONE_DAY, Slot(MIDNIGHT, MIDNIGHT)))
    if closing != MIDNIGHT:
        pieces.append(_Piece(closing_day, closing_day, Slot(MIDNIGHT, closing)))
    return pieces, remarks


def _period_of_days(days: list[date]) -> Period:
    """Days in a row as a range, others one by one."""
    if len(days) == (days[-1] - days[0]).days + 1:
        return Period(id="", first=days[0], last=days[-1])
    return Period(id="", dates_only=True, extra_dates=tuple(days))


def _period_by_rule(
    instances: Instances, master: Component, slot: Slot, days: set[date], horizon: date
) -> Period | None:
    """The rule as a period: its days, plus and less some; None when it cannot be said, or when it is a bad fit."""
    dates = instances.rule_dates
    if dates is None or not dates.starts or (dates.reason and dates.since is None) or slot != _slot_of(master):
        return None
    start, last = _paris_day(master.start.instant), _day_of_rule(master, dates.starts[-1])
    period = _period_in_our_terms(master.rules[0], start, last, finished=dates.finished)
    if period is None:
        return None
    since = _day_of_rule(master, dates.since) if dates.since is not None else start
    until = last if dates.finished else horizon
    by_rule = {span.day for span in occurrences(Schedule(periods=(period,)), since, min(until, horizon))}
    extra = {day for day in days if day not in by_rule and not (day < since and period.first and day >= period.first)}
    excluded = by_rule - days
    if len(excluded) * 2 > len(days):
        return None
    beyond = {day for day in instances.taken_out if day < since or day > until}
    return replace(period, extra_dates=tuple(sorted(extra)), excluded_dates=tuple(sorted((excluded | beyond) - extra)))


def _day_of_rule(master: Component, local: datetime) -> date:
    return local.date() if master.start.all_day else _paris_day(master.start.at(local).instant)


def _slot_of(master: Component) -> Slot | None:
    from_master = _pieces(master.start.instant, first_end(master))[0]
    return from_master[0].slot if len(from_master) == 1 and from_master[0].first == from_master[0].last else None


def _paris_day(when: When) -> date:
    return when.astimezone(PARIS).date() if isinstance(when, datetime) else when


def _period_in_our_terms(rule: Rule, start: date, last_known: date, *, finished: bool) -> Period | None:
    weekly = rule.frequency == "WEEKLY" and rule.interval <= MOST_WEEKS
    if rule.interval != 1 and not weekly:
        return None
    if rule.frequency == "YEARLY":
        same_day = all(rule.numbers[name] == (own,) for name, own in _own(start).items() if name in rule.numbers)
        plain = not rule.weekdays and rule.numbers.keys() <= {"BYMONTH", "BYMONTHDAY"} and same_day
        # In the years without 29 February a period goes to the day beside, a rule nowhere.
        if not plain or not rule.endless or (start.month, start.day) == (2, 29):
            return None
        return Period(id="", first=start, last=start, every_year=True)
    days = _days_in_our_terms(rule, start)
    if days is None:
        return None
    weekdays, nths = days
    if rule.interval > 1 and (start.isoweekday() not in weekdays or (rule.week_start != "MO" and len(weekdays) > 1)):
        # Our weeks begin on Monday, and are counted from a day of the rule.
        return None
    last = _last_day(rule, last_known, finished=finished)
    if last is None and not rule.endless:
        return None
    return Period(id="", first=start, last=last, weekdays=weekdays, every_weeks=rule.interval, nth_weekdays=nths)


def _own(start: date) -> dict[str, int]:
    return {"BYMONTH": start.month, "BYMONTHDAY": start.day}


def _last_day(rule: Rule, last_known: date, *, finished: bool) -> date | None:
    if rule.endless:
        return None
    if finished:
        return last_known
    if rule.until is None:
        return None
    until = rule.until
    if isinstance(until, datetime):
        until = (until.astimezone(PARIS) if until.tzinfo is not None else until).date()
    return min(until, LATEST)


def _days_in_our_terms(rule: Rule, start: date) -> tuple[tuple[int, ...], tuple[NthWeekday, ...]] | None:
    """The weekdays and the nth weekdays of a daily, weekly or monthly rule; None when they say something else."""
    weekdays = tuple(sorted({_WEEKDAYS[name] for _, name in rule.weekdays}))
    numbered = any(nth for nth, _ in rule.weekdays)
    parts = rule.numbers.keys()
    if rule.frequency in ("DAILY", "WEEKLY"):
        if parts or numbered:
            return None
        return weekdays or ((start.isoweekday(),) if rule.frequency == "WEEKLY" else ()), ()
    if rule.frequency != "MONTHLY":
        return None
    nths: Iterable[NthWeekday | None]
    if parts == {"BYSETPOS"} and len(rule.weekdays) == 1 and not numbered:
        nths = [_nth(nth, weekdays[0]) for nth in rule.numbers["BYSETPOS"]]
    elif rule.weekdays and not parts:
        if not numbered:
            return weekdays, ()
        nths = [_nth(nth, _WEEKDAYS[name]) for nth, name in rule.weekdays]
    elif not rule.weekdays and parts <= {"BYMONTHDAY"}:
        nths = [_nth(day, None) for day in rule.numbers.get("BYMONTHDAY", (start.day,))]
    else:
        return None
    said = tuple(nth for nth in nths if nth is not None)
    return ((), said) if len(said) == len(list(nths)) else None


def _nth(nth: int | None, weekday: int | None) -> NthWeekday | None:
    return NthWeekday(nth, weekday) if nth in _NTHS else None


def _override(change: _Change, by_slot: dict[Slot, str], language: str) -> Override:
    new, single = change.new, change.of.first == change.of.last
    return Override(
        day=change.day,
        start=change.of.slot.start,
        period=by_slot[change.of.slot] if single else "",
        status=change.status,
        new_day=new.first if new and new.first != change.day else None,
        new_start=new.slot.start if new else None,
        new_end=new.slot.end if new else None,
        note={language: change.note} if change.note else {},
    )
