"""`openingHoursSpecification` and `specialOpeningHoursSpecification`."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from tourism.schedule.dated import (
    LAST_MINUTE,
    LONGEST,
    MIDNIGHT,
    Entry,
    Remarks,
    days_of,
    described,
    read_day,
    read_time,
    schedule_of,
    shown,
    slot_of,
)
from tourism.schedule.days import ONE_DAY
from tourism.schedule.linked_data import local_name, value_of, values_of, weekday_of
from tourism.schedule.model import ALL_DAY, Hours, Period, Schedule, Slot
from tourism.schedule.sentence import spoken_date
from tourism.schedule.special_days import is_public_holiday

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class _Hours:
    """One specification; slot None: closed."""

    weekdays: tuple[int, ...]
    public_holidays: bool
    first: date | None
    last: date | None
    slot: Slot | None

    @property
    def days(self) -> list[date] | None:
        """Its days when both its bounds are known and not too far apart."""
        if self.first is None or self.last is None or self.last - self.first > LONGEST:
            return None
        days = (self.first + number * ONE_DAY for number in range((self.last - self.first).days + 1))
        every_day = not self.weekdays and not self.public_holidays
        return [
            day
            for day in days
            if every_day or day.isoweekday() in self.weekdays or (self.public_holidays and is_public_holiday(day))
        ]


def read_opening_hours(regular: Iterable[Any], special: Iterable[Any], remarks: Remarks) -> Schedule:
    """The schedule of opening hours. Special ones replace the regular ones of their days."""
    usual = [one for value in regular if (one := _read(value, remarks))]
    exceptional = [one for value in special if (one := _read(value, remarks))]
    replaced: set[date] = set()
    entries: list[Entry] = []
    for one in exceptional:
        days = one.days
        if days is None:
            remarks.add("Des horaires exceptionnels sans dates ne sont pas repris.")
            continue
        replaced.update(days)
        if one.slot is not None:
            entries += [(day, one.slot) for day in days]
    closed_dates: set[date] = set()
    closed_hours: list[Hours] = []
    for one in usual:
        if one.slot is not None:
            continue
        if one.first is None and one.last is None:
            closed_hours.append(
                Hours(weekdays=one.weekdays, public_holidays=one.public_holidays, closed=True, slots=())
            )
        elif (days := one.days) is not None:
            closed_dates.update(days)
        else:
            remarks.add("Une fermeture dont il manque une des deux dates n’est pas reprise.")
    schedule = schedule_of((), entries)
    periods = _periods([one for one in usual if one.slot is not None], closed_hours, replaced)
    return replace(schedule, periods=(*periods, *schedule.periods), closed_dates=tuple(sorted(closed_dates)))


def _read(value: Any, remarks: Remarks) -> _Hours | None:
    if not isinstance(value, dict):
        remarks.add(f"L’horaire {shown(value)} n’est pas lisible.")
        return None
    named = values_of(value, "dayOfWeek")
    weekdays, holidays = set(), False
    for day in named:
        number = weekday_of(day)
        if number is not None:
            weekdays.add(number)
        elif local_name(day) == "PublicHolidays":
            holidays = True
        else:
            remarks.add(f"Le jour de la semaine {shown(day)} n’est pas connu.")
    first = read_day(value_of(value, "validFrom"), "Le début", remarks)
    last = read_day(value_of(value, "validThrough"), "La fin", remarks)
    if named and not weekdays and not holidays:
        return None
    if first and last and last < first:
        remarks.add(f"La période du {spoken_date(first, 'fr')} finit avant de commencer : elle n’est pas reprise.")
        return None
    written = value_of(value, "opens"), value_of(value, "closes")
    opens, closes = (read_time(at, "L’heure", remarks) for at in written)
    if opens is None and written != (None, None):
        # Neither open at an unknown hour nor closed can be taken from what is not understood.
        remarks.add("Un horaire sans heure d’ouverture lisible n’est pas repris.")
        return None
    return _Hours(tuple(sorted(weekdays)), holidays, first, last, _slot(opens, closes))


def _slot(opens: time | None, closes: time | None) -> Slot | None:
    if opens is None or opens == closes == MIDNIGHT:
        return None
    return ALL_DAY if opens == MIDNIGHT and closes in LAST_MINUTE else Slot(opens, closes)


def _periods(opened: list[_Hours], closed: list[Hours], replaced: set[date]) -> list[Period]:
    """One period for the hours of the same dates, so that public holidays are seen beside the weekdays."""
    by_dates: dict[tuple[date | None, date | None], dict[tuple[tuple[int, ...], bool], list[Slot]]] = {}
    for one in opened:
        same_days = by_dates.setdefault((one.first, one.last), {}).setdefault((one.weekdays, one.public_holidays), [])
        if one.slot is not None and one.slot not in same_days:
            same_days.append(one.slot)
    return [
        Period(
            id=f"{first or ''}/{last or ''}",
            first=first,
            last=last,
            hours=(
                *(
                    Hours(weekdays=weekdays, public_holidays=holidays, slots=tuple(slots))
                    for (weekdays, holidays), slots in hours.items()
                ),
                *closed,
            ),
            excluded_dates=tuple(sorted(day for day in replaced if (first or day) <= day <= (last or day))),
        )
        for (first, last), hours in by_dates.items()
    ]


def opening_hours_of(schedule: Schedule, *, first: date, last: date) -> tuple[dict[str, Any], list[str]]:
    """``{openingHoursSpecification, specialOpeningHoursSpecification}``, each when there is any, and what they do not
    say, in French sentences. Dates that a rule of weekdays does not tell are special, closures among them."""
    remarks = Remarks()
    found = described(schedule, first, last, remarks)
    by_day: dict[date, list[Slot]] = {}
    told = [rule for rule in found.rules if not rule.nth_weekdays and rule.every_weeks == 1]
    special: set[date] = {span.start.date() for span in found.spans}
    for span in found.spans:
        by_day.setdefault(span.start.date(), []).append(slot_of(span))
    for rule in found.rules:
        days = days_of(rule)
        special.update(rule.except_days if rule in told else days)
        for day in days:
            by_day.setdefault(day, []).append(rule.slot)
    regular = [
        _specification(rule.slot, f"{rule.first}", f"{rule.last}", remarks, rule.weekdays or tuple(range(1, 8)))
        for rule in told
    ]
    closed: list[Slot | None] = [None]
    exceptional = [
        _specification(slot, f"{day}", f"{day}", remarks)
        for day in sorted(special)
        for slot in by_day.get(day) or closed
    ]
    written = {"openingHoursSpecification": regular, "specialOpeningHoursSpecification": exceptional}
    return {key: value for key, value in written.items() if value}, remarks.sentences


def _specification(
    slot: Slot | None, first: str, last: str, remarks: Remarks, weekdays: tuple[int, ...] = ()
) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": "OpeningHoursSpecification"}
    if weekdays:
        node["dayOfWeek"] = [f"https://schema.org/{_NAMES[number - 1]}" for number in weekdays]
    node |= {"validFrom": first, "validThrough": last}
    if slot is None:
        return node | {"opens": "00:00:00", "closes": "00:00:00"}
    if slot.start is None and not slot.all_day:
        remarks.add("Un début inconnu est écrit minuit.")
    opens, closes = slot.start or MIDNIGHT, slot.end
    if slot.all_day or (opens, closes) == (MIDNIGHT, MIDNIGHT):
        closes = LAST_MINUTE[0]
    node["opens"] = opens.isoformat()
    return node if closes is None else node | {"closes": closes.isoformat()}
