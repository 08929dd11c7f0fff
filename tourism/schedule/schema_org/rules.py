"""`Schedule` of schema.org: a rule with its times and exceptions."""

import re
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil import rrule

from tourism.schedule.dated import (
    LONGEST,
    MIDNIGHT,
    MOST_DATES,
    Entry,
    Remarks,
    Rule,
    days_of,
    described,
    entries_between,
    read_day,
    read_moment,
    read_time,
    shown,
    slot_between,
    slot_of,
)
from tourism.schedule.days import ONE_DAY
from tourism.schedule.linked_data import local_name, value_of, values_of, weekday_of
from tourism.schedule.model import ALL_DAY, MOST_WEEKS, NthWeekday, Schedule, Slot
from tourism.schedule.sentence import spoken_date

# A rule that cannot be kept as one, and has no end, is followed for so long.
_WITHOUT_END = timedelta(days=730)
_FREQUENCY = re.compile(r"P(\d{1,3})([DWMY])")
_WORDS = {"daily": (1, "D"), "weekly": (1, "W"), "monthly": (1, "M"), "yearly": (1, "Y"), "annually": (1, "Y")}
_RRULE = {"D": rrule.DAILY, "W": rrule.WEEKLY, "M": rrule.MONTHLY, "Y": rrule.YEARLY}
_DURATION = re.compile(r"P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?")
_NTH = re.compile(r"([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)", re.IGNORECASE)
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A slot by the number of days after that of the rule.
_Piece = tuple[int, Slot]


def read_rule(node: dict[str, Any], zone: ZoneInfo, remarks: Remarks) -> tuple[list[Rule], list[Entry]]:
    """A schema.org Schedule as a rule where our periods have one, else as the dates that it gives."""
    first = read_day(value_of(node, "startDate"), "Le début", remarks)
    last = read_day(value_of(node, "endDate"), "La fin", remarks)
    if first and last and last < first:
        remarks.add(f"La période du {spoken_date(first, 'fr')} finit avant de commencer : ce seul jour est repris.")
        last = first
    pieces = _pieces(node, zone, remarks)
    frequency = _frequency(node, remarks)
    weekdays, nths = _by_day(node, remarks)
    months = _numbers(node, "byMonth", range(1, 13), remarks)
    month_days = _numbers(node, "byMonthDay", [*range(1, 32), *range(-31, 0)], remarks)
    excluded = {day for value in values_of(node, "exceptDate") if (day := _exception(value, zone, remarks))}
    if values_of(node, "byMonthWeek"):
        remarks.add("La semaine du mois (byMonthWeek) n’est pas reprise : des dates peuvent être en trop.")
    if frequency is None:
        if first is None and not weekdays:
            remarks.add("Un horaire sans date ni fréquence n’est pas repris.")
            return [], []
        if first is not None and (last is None or last == first):
            return [], [] if first in excluded else _moved_by(pieces, [first])
        if not weekdays:
            remarks.add("Un horaire de plusieurs jours sans fréquence est lu comme tous les jours.")
        frequency = (1, "D")
    count = value_of(node, "repeatCount")
    if count is not None and (not isinstance(count, int) or isinstance(count, bool) or count < 1):
        remarks.add(f"Le nombre de répétitions {shown(count)} n’est pas lisible.")
        count = None
    weeks = frequency[0] if frequency[1] == "W" and first is not None and frequency[0] <= MOST_WEEKS else 1
    if count is None and not months and frequency[0] == weeks and [number for number, _ in pieces] == [0]:
        rule = _simple(frequency[1], first, last, weekdays, nths, month_days)
        # Weeks are counted from the first day, which has to be one of the rule's.
        counted = weeks == 1 or first is None or not weekdays or first.isoweekday() in weekdays
        if rule is not None and counted:
            return [Rule(pieces[0][1], first, last, *rule, except_days=tuple(sorted(excluded)), every_weeks=weeks)], []
    if first is None:
        remarks.add("Un horaire répété sans date de début n’est pas repris.")
        return [], []
    if last is None and count is None:
        remarks.add("Cet horaire n’a pas de fin : deux ans de dates sont repris.")
    elif last is not None and last - first > LONGEST:
        remarks.add("Cet horaire dure plus de dix ans : les dates suivantes ne sont pas reprises.")
    until = last or first + (LONGEST if count else _WITHOUT_END)
    days = rrule.rrule(
        _RRULE[frequency[1]],
        dtstart=datetime.combine(first, MIDNIGHT),
        until=datetime.combine(min(until, first + LONGEST), MIDNIGHT),
        interval=frequency[0],
        byweekday=[*(rrule.weekday(number - 1) for number in weekdays), *_nth_days(nths)] or None,
        bymonth=months or None,
        bymonthday=month_days or None,
    )
    found = [moment.date() for moment in islice(days, min(count or MOST_DATES, MOST_DATES))]
    return [], _moved_by(pieces, [day for day in found if day not in excluded])


def _simple(
    unit: str,
    first: date | None,
    last: date | None,
    weekdays: list[int],
    nths: list[NthWeekday],
    month_days: list[int],
) -> tuple[tuple[int, ...], tuple[NthWeekday, ...]] | None:
    """The weekdays and nth weekdays of a rule that our periods know."""
    if unit in "DW" and not nths and not month_days:
        if unit == "W" and not weekdays:
            return ((first.isoweekday(),), ()) if first else None
        return (tuple(weekdays) if len(weekdays) < 7 else (), ())
    if unit == "M" and nths and not weekdays and not month_days:
        return ((), tuple(nths))
    if unit == "M" and month_days and not nths and not weekdays and set(month_days) <= {1, 2, 3, 4, 5, -1}:
        return ((), tuple(NthWeekday(number) for number in month_days))
    return None


def _nth_days(nths: list[NthWeekday]) -> list[Any]:
    return [rrule.weekday(nth.weekday - 1, nth.nth) for nth in nths if nth.weekday is not None]


def _moved_by(pieces: list[_Piece], days: list[date]) -> list[Entry]:
    return [(day + number * ONE_DAY, slot) for day in days for number, slot in pieces]


def _frequency(node: dict[str, Any], remarks: Remarks) -> tuple[int, str] | None:
    value = value_of(node, "repeatFrequency")
    if value is None:
        return None
    text = local_name(value)
    match = _FREQUENCY.fullmatch(text.upper())
    if match and int(match[1]):
        return int(match[1]), match[2]
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    remarks.add(f"La fréquence {shown(value)} n’est pas connue.")
    return None


def _by_day(node: dict[str, Any], remarks: Remarks) -> tuple[list[int], list[NthWeekday]]:
    weekdays: set[int] = set()
    nths: list[NthWeekday] = []
    for value in values_of(node, "byDay"):
        match = _NTH.fullmatch(local_name(value))
        number = weekday_of(match[2] if match else value)
        nth = int(match[1]) if match else 0
        if number is None or nth < -1:
            remarks.add(f"Le jour de la semaine {shown(value)} n’est pas connu.")
        elif match:
            nths.append(NthWeekday(nth, number))
        else:
            weekdays.add(number)
    return sorted(weekdays), list(dict.fromkeys(nths))


def _numbers(node: dict[str, Any], name: str, known: Any, remarks: Remarks) -> list[int]:
    numbers = set()
    for value in values_of(node, name):
        text = str(value)[:4] if isinstance(value, int | str) and not isinstance(value, bool) else ""
        number = int(text) if re.fullmatch(r"-?\d{1,2}", text, re.ASCII) else None
        if number in known:
            numbers.add(number)
        else:
            remarks.add(f"{name} : la valeur {shown(value)} n’est pas lisible.")
    return sorted(number for number in numbers if number is not None)


def _exception(value: Any, zone: ZoneInfo, remarks: Remarks) -> date | None:
    if isinstance(value, str) and len(value) > 10:
        moment = read_moment(value, zone, "L’exception", remarks)
        return moment.date() if moment else None
    return read_day(value, "L’exception", remarks)


def _pieces(node: dict[str, Any], zone: ZoneInfo, remarks: Remarks) -> list[_Piece]:
    start = read_time(value_of(node, "startTime"), "L’heure de début", remarks)
    end = read_time(value_of(node, "endTime"), "L’heure de fin", remarks)
    began = value_of(node, "startDate")
    if start is None and end is None and isinstance(began, str) and len(began) > 10:
        moment = read_moment(began, zone, "Le début", remarks)
        start = moment.time().replace(fold=0) if moment else None
    duration = _duration(value_of(node, "duration"), remarks)
    if duration and (end is None or end == start):
        # Any day without a change of clock: what is asked is how many midnights are passed.
        begin = datetime.combine(date(2001, 1, 1), start or MIDNIGHT, tzinfo=UTC)
        if start is not None and duration == ONE_DAY and start != MIDNIGHT:
            return [(0, Slot(start, start))]
        return [((day - begin.date()).days, slot) for day, slot in entries_between(begin, begin + duration, remarks)]
    return [(0, slot_between(start, end))]


def _duration(value: Any, remarks: Remarks) -> timedelta | None:
    if value is None:
        return None
    match = _DURATION.fullmatch(value.strip().upper()) if isinstance(value, str) else None
    if match is None or not any(match.groups()):
        remarks.add(f"La durée {shown(value)} n’est pas lisible.")
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def event_schedules_of(schedule: Schedule, *, first: date, last: date) -> tuple[list[dict[str, Any]], list[str]]:
    """The Schedule nodes of the dates from ``first`` to ``last`` inclusive, and what they do not say, in French.

    Only what takes place is written: dates that are off are exceptions of their rule.
    """
    remarks = Remarks()
    found = described(schedule, first, last, remarks)
    nodes, entries = [], [(span.start.date(), slot_of(span)) for span in found.spans]
    for rule in found.rules:
        days = _written_days(rule)
        if days is None:
            entries += [(day, rule.slot) for day in days_of(rule)]
        else:
            bounds = {"startDate": f"{rule.first}", "endDate": f"{rule.last}"}
            excepted = {"exceptDate": [day.isoformat() for day in rule.except_days]} if rule.except_days else {}
            nodes.append(_node(days | bounds | _written_times(rule.slot) | excepted, schedule))
    ordered = sorted(set(entries), key=lambda entry: (entry[0], entry[1].start or MIDNIGHT, entry[1].end or MIDNIGHT))
    for day, slot in ordered:
        nodes.append(_node({"startDate": f"{day}", "endDate": f"{day}"} | _written_times(slot), schedule))
    return nodes, remarks.sentences


def _node(values: dict[str, Any], schedule: Schedule) -> dict[str, Any]:
    return {"@type": "Schedule"} | values | {"scheduleTimezone": schedule.timezone}


def _written_days(rule: Rule) -> dict[str, Any] | None:
    """How the days of a rule are told; None when schema.org cannot."""
    if not rule.nth_weekdays:
        if not rule.weekdays and rule.every_weeks == 1:
            return {"repeatFrequency": "P1D"}
        return {
            "repeatFrequency": f"P{rule.every_weeks}W",
            "byDay": [f"https://schema.org/{_NAMES[number - 1]}" for number in rule.weekdays or range(1, 8)],
        }
    if rule.weekdays:
        return None
    if all(nth.weekday is not None for nth in rule.nth_weekdays):
        days = [f"{nth.nth}{_CODES[nth.weekday - 1]}" for nth in rule.nth_weekdays if nth.weekday is not None]
        return {"repeatFrequency": "P1M", "byDay": days}
    if all(nth.weekday is None and nth.nth > 0 for nth in rule.nth_weekdays):
        return {"repeatFrequency": "P1M", "byMonthDay": [nth.nth for nth in rule.nth_weekdays]}
    return None


def _written_times(slot: Slot) -> dict[str, str]:
    if slot == ALL_DAY:
        return {}
    if slot.start is not None and slot.start == slot.end:
        return {"startTime": _text(slot.start), "duration": "PT24H"}
    times = {"startTime": slot.start, "endTime": slot.end}
    return {key: _text(at) for key, at in times.items() if at is not None}


def _text(at: time) -> str:
    return at.isoformat()
