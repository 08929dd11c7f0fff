"""`takesPlaceAt` of DATAtourisme (nodes of type Period) to a Schedule and back. Pure.

A Period is ``{startDate, endDate, startTime?, endTime?, appliesOnDay?}``: the days from one date to the other,
inclusive, at the same hours every day, on certain weekdays. Without times it is whole days; with an end equal to its
beginning, the end is unknown. An end before the beginning is on the next day. The form has no exception, no status and
no time zone: times are local.

The place of an event may have `openingHoursSpecification` nodes of the same dates, which say weekdays and closing
times that the periods leave out: they are read instead of the periods of their dates.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tourism.schedule.dated import (
    MIDNIGHT,
    MOST_DATES,
    Entry,
    Remarks,
    Rule,
    days_of,
    described,
    read_day,
    read_time,
    schedule_of,
    shown,
    slot_between,
    slot_of,
)
from tourism.schedule.days import LATEST, ONE_DAY
from tourism.schedule.linked_data import value_of, values_of, weekday_of
from tourism.schedule.model import ALL_DAY, Schedule, Slot
from tourism.schedule.sentence import spoken_date, spoken_range

__all__ = ["periods_of", "schedule_from_periods"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KNOWLEDGE = "https://www.datatourisme.fr/resource/core#"


def schedule_from_periods(value: Any, *, opening: Any = None) -> tuple[Schedule, list[str]]:
    """The schedule of a list of periods and what could not be read, in French sentences. Never raises.

    opening: the `openingHoursSpecification` of where the event takes place.
    """
    remarks = Remarks()
    rules = _rules(value, remarks)
    dates = {(rule.first, rule.last) for rule in rules}
    finer = _rules([_as_period(item) for item in _listed(opening)], remarks)
    told = {(rule.first, rule.last) for rule in finer}
    if rules and not told <= dates:
        remarks.add("Des horaires d’ouverture du lieu ne sont pas aux dates de l’événement : ils ne sont pas repris.")
    finer = [rule for rule in finer if not rules or (rule.first, rule.last) in dates]
    rules = [rule for rule in rules if (rule.first, rule.last) not in told] + finer
    entries = [(rule.first, rule.slot) for rule in rules if rule.first is not None and rule.first == rule.last]
    return schedule_of(_joined([rule for rule in rules if rule.first != rule.last]), entries), remarks.sentences


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _rules(value: Any, remarks: Remarks) -> list[Rule]:
    items = _listed(value)
    if len(items) > MOST_DATES:
        remarks.add(f"Il y a {len(items)} périodes : les {MOST_DATES} premières sont lues.")
    rules = []
    for item in items[:MOST_DATES]:
        if isinstance(item, dict):
            rule = _rule(item, remarks)
            if rule is not None:
                rules.append(rule)
        elif item is not None:
            remarks.add(f"La période {shown(item)} n’est pas lisible.")
    return rules


def _as_period(node: Any) -> Any:
    """An OpeningHoursSpecification in the words of a Period."""
    if not isinstance(node, dict):
        return node
    names = {"startDate": "validFrom", "endDate": "validThrough", "startTime": "opens", "endTime": "closes"}
    period: dict[str, Any] = {ours: value_of(node, theirs) for ours, theirs in names.items()}
    return period | {"appliesOnDay": values_of(node, "dayOfWeek")}


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that differ by their weekdays alone, as one."""
    weekdays: dict[Rule, set[int]] = {}
    for rule in rules:
        weekdays.setdefault(replace(rule, weekdays=()), set()).update(rule.weekdays or range(1, 8))
    return [replace(rule, weekdays=tuple(sorted(days)) if len(days) < 7 else ()) for rule, days in weekdays.items()]


def _rule(node: dict[str, Any], remarks: Remarks) -> Rule | None:
    first = read_day(value_of(node, "startDate"), "Le début", remarks)
    last = read_day(value_of(node, "endDate"), "La fin", remarks)
    if first is None:
        # The last day alone is a date that was announced, too.
        if last is None:
            remarks.add("Une période sans date n’est pas reprise.")
            return None
        remarks.add(f"La période qui finit le {spoken_date(last, 'fr')} n’a pas de début : ce seul jour est repris.")
        first = last
    elif last is None:
        remarks.add(f"La période du {spoken_date(first, 'fr')} n’a pas de fin : ce seul jour est repris.")
        last = first
    elif last < first:
        remarks.add(f"La période du {spoken_date(first, 'fr')} finit avant de commencer : ce seul jour est repris.")
        last = first
    slot = _slot(node, remarks)
    if slot.start and slot.end and slot.end < slot.start and (last - first).days == 1:
        remarks.add(
            f"{spoken_range(first, last, 'fr')}, d’un soir au lendemain matin : lu comme deux soirées, à vérifier."
        )
    weekdays = _weekdays(node, remarks)
    opened = {first + number * ONE_DAY for number in range(min((last - first).days + 1, 7))}
    if weekdays and not any(day.isoweekday() in weekdays for day in opened):
        remarks.add(f"Période {spoken_range(first, last, 'fr')} : aucun jour de la semaine indiqué n’y tombe.")
        return None
    return Rule(slot, first, last, weekdays if first != last and len(weekdays) < 7 else ())


def _slot(node: dict[str, Any], remarks: Remarks) -> Slot:
    start = read_time(value_of(node, "startTime"), "L’heure de début", remarks)
    end = read_time(value_of(node, "endTime"), "L’heure de fin", remarks)
    return slot_between(start, end)


def _weekdays(node: dict[str, Any], remarks: Remarks) -> tuple[int, ...]:
    found = set()
    for value in values_of(node, "appliesOnDay"):
        number = weekday_of(value)
        if number is None and isinstance(value, dict):
            labels = value_of(value, "label")
            texts = labels.values() if isinstance(labels, dict) else [labels]
            names = [text[0] if isinstance(text, list) and text else text for text in texts]
            number = next((known for name in names if (known := weekday_of(name))), None)
        if number is None:
            remarks.add(f"Le jour de la semaine {shown(value)} n’est pas connu.")
        else:
            found.add(number)
    return tuple(sorted(found))


def periods_of(schedule: Schedule, *, first: date, last: date) -> tuple[list[dict[str, Any]], list[str]]:
    """The periods from ``first`` to ``last`` inclusive, and what they do not say, in French sentences.

    A rule with exceptions, of nth weekdays or of public holidays becomes runs of dates.
    """
    remarks = Remarks()
    found = described(schedule, first, last, remarks)
    periods: list[dict[str, Any]] = []
    entries = [entry for span in found.spans for entry in _pieces(span.start.date(), slot_of(span))]
    for rule in found.rules:
        every_week = not rule.nth_weekdays and rule.every_weeks == 1
        plain = not rule.except_days and every_week and _pieces(LATEST, rule.slot) == [(LATEST, rule.slot)]
        if plain and rule.first is not None and rule.last is not None:
            periods.append(_period(rule.first, rule.last, rule.slot, rule.weekdays))
        else:
            entries += [piece for day in days_of(rule) for piece in _pieces(day, rule.slot)]
    periods += [_period(begin, end, slot) for begin, end, slot in _runs(entries)]
    return periods, remarks.sentences


def _pieces(day: date, slot: Slot) -> list[Entry]:
    """Twenty-four hours from one day into the next cannot be told in one: equal times say something else here."""
    if slot.start is None or slot.start != slot.end:
        return [(day, slot)]
    if slot.start == MIDNIGHT:
        return [(day, ALL_DAY)]
    return [(day, Slot(slot.start, MIDNIGHT)), (day + ONE_DAY, Slot(None, slot.end))]


def _runs(entries: Iterable[Entry]) -> list[tuple[date, date, Slot]]:
    """Consecutive days with the same slot, as one; evenings that end after midnight stay single, to be unmistakable."""
    runs: list[tuple[date, date, Slot]] = []
    ordered = sorted(set(entries), key=lambda entry: (entry[1].start or MIDNIGHT, entry[1].end or MIDNIGHT, entry[0]))
    for day, slot in ordered:
        night = slot.start is not None and slot.end is not None and slot.end < slot.start
        if not night and runs and runs[-1][2] == slot and runs[-1][1] + ONE_DAY == day:
            runs[-1] = (runs[-1][0], day, slot)
        else:
            runs.append((day, day, slot))
    return sorted(runs, key=lambda run: run[:2])


def _period(first: date, last: date, slot: Slot, weekdays: tuple[int, ...] = ()) -> dict[str, Any]:
    period: dict[str, Any] = {"@type": ["Period"], "startDate": first.isoformat(), "endDate": last.isoformat()}
    if slot.start is not None:
        period["startTime"] = slot.start.isoformat()
    if slot.end is not None:
        period["endTime"] = slot.end.isoformat()
    if weekdays:
        period["appliesOnDay"] = [{"@id": _KNOWLEDGE + _DAYS[number - 1]} for number in weekdays]
    return period
