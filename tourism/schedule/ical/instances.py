"""The occurrences of one event: its dates, less those taken out, with what was changed of some of them.

An end that was written as an hour stays that hour on every date, also on the night when clocks change; a length that
was written (DURATION) stays that length. RFC 5545 keeps the length in both cases, and thereby closes at seven, one
night of March, what is announced until six.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from tourism.schedule.ical.components import Component, Moment, When, between
from tourism.schedule.ical.rules import Budget, RuleDates, dates_of_rule
from tourism.schedule.ical.zones import PARIS
from tourism.schedule.model import Status

LAST_SECOND = time(23, 59, 59)
# Changes of all that follows go over every date each; changes of one date look for it.
MOST_CHANGES_OF_THE_REST, MOST_CHANGES = 20, 2_000


@dataclass(frozen=True)
class Instance:
    """One occurrence as planned (``planned_start``, ``planned_end``) and as it is. Ends are exclusive, None unknown."""

    planned_start: When
    planned_end: When | None
    start: When
    end: When | None
    status: Status = Status.SCHEDULED
    note: str = ""

    @property
    def changed(self) -> bool:
        return (
            self.status != Status.SCHEDULED
            or bool(self.note)
            or (self.start, self.end) != (self.planned_start, self.planned_end)
        )


@dataclass(frozen=True)
class Instances:
    """All of them in order of their plan, and what the rule they come from was worth.

    ``rule_dates`` is None without a rule, or with several; ``taken_out`` are the days of the dates taken out, in the
    time of Paris; ``goes_on`` says that a rule has dates after the horizon.
    """

    planned: tuple[Instance, ...]
    rule_dates: RuleDates | None = None
    goes_on: bool = False
    taken_out: tuple[date, ...] = ()
    remarks: tuple[str, ...] = field(default=())


def instances_of(master: Component | None, changes: Sequence[Component], *, horizon: date, budget: Budget) -> Instances:
    """The occurrences of the components of one UID: the one that has the rule, and those with a RECURRENCE-ID.

    Rules are followed up to ``horizon`` inclusive; dates that are written one by one are kept wherever they are.
    """
    if master is None:
        return Instances(tuple(sorted((_alone(change) for change in changes), key=_order)))
    moments, results, remarks = _starts(master, horizon=horizon, budget=budget)
    without = _taken_out(master)
    kept = {key: given for key, given in moments.items() if not without(given[0])}
    if moments and not kept and not changes:
        remarks.append("Toutes les dates sont retirées par la source.")
    plan = {key: _planned(master, moment, until) for key, (moment, until) in kept.items()}
    starts = {key: moment for key, (moment, _) in kept.items()}
    of_rest = sorted((change for change in changes if change.and_future), key=_precedence)
    of_one = sorted((change for change in changes if not change.and_future), key=_precedence)
    if len(of_rest) > MOST_CHANGES_OF_THE_REST or len(of_one) > MOST_CHANGES:
        remarks.append("L’événement a trop de dates modifiées : les dernières modifications sont gardées.")
    for change in (*of_rest[-MOST_CHANGES_OF_THE_REST:], *of_one[-MOST_CHANGES:]):
        _apply(master, change, plan, starts)
    return Instances(
        planned=tuple(sorted(plan.values(), key=_order)),
        rule_dates=results[0] if len(results) == 1 == len(master.rules) else None,
        goes_on=any(not dates.finished and not dates.reason for dates in results),
        taken_out=tuple(sorted(_paris_day(moment) for moment in master.without)),
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _order(instance: Instance) -> tuple[datetime, bool]:
    return _as_datetime(instance.planned_start), isinstance(instance.planned_start, datetime)


def _as_datetime(when: When) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time(0), tzinfo=PARIS).astimezone(UTC)


def _precedence(change: Component) -> tuple[bool, int, datetime, int]:
    """Changes of all that follows first; then the last word on one date."""
    stamped = change.stamped or datetime.min.replace(tzinfo=UTC)
    return (not change.and_future, change.sequence, stamped, change.line)


def _paris_day(moment: Moment) -> date:
    instant = moment.instant
    return instant.astimezone(PARIS).date() if isinstance(instant, datetime) else instant


Starts = dict[When, tuple[Moment, Moment | timedelta | None]]


def _starts(master: Component, *, horizon: date, budget: Budget) -> tuple[Starts, list[RuleDates], list[str]]:
    """Every start with an end of its own, if it has one. DTSTART is a date even when the rule does not give it."""
    found: Starts = {master.start.instant: (master.start, None)}
    results, remarks = [], []
    for rule in master.rules:
        start, until = _local_start(master.start.value), datetime.combine(horizon, LAST_SECOND)
        finished = False
        if rule.until is not None:
            # A day of margin: the end is in another zone, and is compared below.
            end = datetime.combine(rule.until, LAST_SECOND).replace(tzinfo=None) + timedelta(days=1)
            finished, until = end <= until, min(end, until)
        dates = dates_of_rule(rule, start, until=until, budget=budget)
        moments = [
            master.start.at(value if isinstance(master.start.value, datetime) else value.date())
            for value in dates.starts
        ]
        if rule.until is not None:
            moments = [moment for moment in moments if not _after(moment, rule.until)]
        found.update({moment.instant: (moment, None) for moment in moments})
        kept = dates.starts[: len(moments)]
        results.append(replace(dates, starts=kept, finished=dates.finished or (finished and not dates.reason)))
        if dates.reason:
            remarks.append(dates.reason)
    for moment, until_of_date in master.dates:
        if moment.all_day == master.start.all_day:
            found[moment.instant] = (moment, until_of_date)
        else:
            remarks.append("Une date ajoutée n’est pas de même nature que le début : elle est prise au même horaire.")
            same_hour = _at_same_hour(master.start, moment)
            found[same_hour.instant] = (same_hour, None)
    return found, results, remarks


def _local_start(value: When) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time(0))


def _at_same_hour(start: Moment, moment: Moment) -> Moment:
    """A date written without its hour takes that of the event; an hour of a whole-day event is only a date."""
    if isinstance(start.value, datetime):
        return start.at(datetime.combine(_paris_day(moment), start.value.time()))
    return start.at(_paris_day(moment))


def _after(moment: Moment, until: When) -> bool:
    """Whether a start is after UNTIL, which is a day, a time in UTC, or a local time."""
    value, instant = moment.value, moment.instant
    if not isinstance(until, datetime):
        return (value.date() if isinstance(value, datetime) else value) > until
    if not isinstance(instant, datetime):
        return value > (until if until.tzinfo is None else until.astimezone(PARIS)).date()
    if until.tzinfo is None:
        return isinstance(value, datetime) and value > until
    return instant > until


def _taken_out(master: Component) -> Callable[[Moment], bool]:
    """Whether EXDATE takes a start out; one that is a day takes out all that begins on it."""
    instants = {moment.instant for moment in master.without if moment.all_day == master.start.all_day}
    days = {_paris_day(moment) for moment in master.without if moment.all_day != master.start.all_day}

    def is_out(moment: Moment) -> bool:
        value = moment.value
        return moment.instant in instants or (value.date() if isinstance(value, datetime) else value) in days

    return is_out


def _planned(master: Component, moment: Moment, until: Moment | timedelta | None) -> Instance:
    if until is None and master.end is not None:
        end = _same_end(master, moment)
    elif isinstance(until, Moment):
        end = until.instant
    else:
        end = _after_length(moment, until or master.length, in_days=until is None and master.length_in_days)
    status = Status.CANCELLED if master.status == "CANCELLED" else Status.SCHEDULED
    return Instance(moment.instant, end, moment.instant, end, status)


def first_end(component: Component) -> When | None:
    """The end of the first date of a component."""
    return _planned(component, component.start, None).end


def _same_end(master: Component, moment: Moment) -> When | None:
    """The end of a date that is at the hours of the first one, in the zone that its end was written in."""
    assert master.end is not None
    first_end, first = master.end, master.start
    if first_end.zone is first.zone or first.all_day:
        return first_end.at(moment.value + between(first.value, first_end.value)).instant
    return moment.instant + between(first.instant, first_end.instant)


def _after_length(moment: Moment, length: timedelta | None, *, in_days: bool) -> When | None:
    """What is written in days is days of the calendar, the rest is time that passes."""
    value = moment.value
    if not isinstance(value, datetime):
        return value + timedelta(days=max(length.days, 1) if length else 1)
    if not length:
        return None
    if not in_days:
        return moment.instant + length
    return moment.at(value + timedelta(days=length.days)).instant + timedelta(seconds=length.seconds)


def _apply(master: Component, change: Component, plan: dict[When, Instance], starts: dict[When, Moment]) -> None:
    assert change.recurrence is not None
    key = _key(master, change.recurrence, starts)
    if change.and_future:
        for start in [start for start in plan if _as_datetime(start) >= _as_datetime(key)]:
            plan[start] = _shifted(master, change, plan[start], starts[start])
    elif key in plan:
        plan[key] = _changed(master, change, plan[key])
    else:
        # A date that the rule does not give, or not any more: the source speaks of it, so it exists.
        plan[key] = _alone(change)
        starts[key] = change.recurrence


def _key(master: Component, recurrence: Moment, starts: dict[When, Moment]) -> When:
    if recurrence.all_day == master.start.all_day:
        return recurrence.instant
    same_hour = _at_same_hour(master.start, recurrence).instant
    if same_hour in starts or isinstance(recurrence.value, datetime):
        return same_hour
    on_day = (key for key, moment in starts.items() if _paris_day(moment) == recurrence.value)
    return next(on_day, same_hour)


def _changed(master: Component, change: Component, planned: Instance) -> Instance:
    note = _note(master, change)
    alone = _alone(change)
    moved = alone.start != planned.planned_start
    if change.status == "CANCELLED":
        # Programs that cancel a date often leave its end out.
        end_left_out = not moved and change.end is None and change.length is None
        end = planned.planned_end if end_left_out else alone.end
        return replace(planned, start=alone.start, end=end, status=Status.CANCELLED, note=note)
    return replace(
        planned,
        start=alone.start,
        end=alone.end,
        status=Status.MOVED if moved else Status.SCHEDULED,
        note=note,
    )


def _shifted(master: Component, change: Component, planned: Instance, moment: Moment) -> Instance:
    """RANGE=THISANDFUTURE: every date from that one on moves as it did."""
    assert change.recurrence is not None
    if change.status == "CANCELLED":
        return replace(planned, status=Status.CANCELLED, note=_note(master, change))
    if change.start.all_day != change.recurrence.all_day or moment.all_day != change.start.all_day:
        return _changed(master, change, planned)
    if change.start.zone is change.recurrence.zone or moment.all_day:
        by = between(change.recurrence.value, change.start.value)
        there = moment.at(moment.value + by)
    else:
        by = between(change.recurrence.instant, change.start.instant)
        # A time, as whole days were dealt with above, which mypy cannot tell.
        there = Moment((moment.instant + by).replace(tzinfo=None))  # type: ignore[union-attr, call-arg]
    end = _planned(replace(change, rules=()), there, None).end
    status = Status.SCHEDULED if there.instant == planned.planned_start else Status.MOVED
    return replace(planned, start=there.instant, end=end, status=status, note=_note(master, change))


def _alone(change: Component) -> Instance:
    return replace(_planned(change, change.start, None), note=_to_confirm(change))


def _to_confirm(change: Component) -> str:
    return "À confirmer" if change.status == "TENTATIVE" else ""


def _note(master: Component, change: Component) -> str:
    """What the text of one date says that the event does not."""
    texts = [change.summary if change.summary != master.summary else ""]
    texts.append(change.description if change.description != master.description else "")
    texts.append(change.location if change.location != master.location else "")
    if master.status != "TENTATIVE":
        texts.insert(0, _to_confirm(change))
    return "\n".join(_distinct(text for text in texts if text))


def _distinct(texts: Iterable[str]) -> Iterator[str]:
    yield from dict.fromkeys(texts)
