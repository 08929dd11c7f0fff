"""``horaires`` and the older pair of hours: when, on the days that are open."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from tourism.apidae.opening.days import EVERY_WEEKDAY, WEEKDAYS, Days
from tourism.apidae.opening.values import MIDNIGHT, Problems, quoted, read_items, read_texts, read_time
from tourism.schedule import ALL_DAY, Hours, Slot

# Words of an element of reference by its number, by language.
Labels = Callable[[int], Mapping[str, str]]

SHORT_WEEKDAYS = {"MON": 1, "TUE": 2, "WED": 3, "THU": 4, "FRI": 5, "SAT": 6, "SUN": 7}
FRENCH_WEEKDAYS = {number: name.lower() for name, number in WEEKDAYS.items()}
LAST_MINUTE = time(23, 59)


def read_hours(item: dict, days: Days, problems: Problems, labels: Labels) -> tuple[tuple[Hours, ...], Days]:
    """The hours, and the days of the period once the two are reconciled."""
    hours = tuple(_hours_of_horaires(item.get("horaires"), problems, labels))
    if not any(not entry.closed for entry in hours):
        if hours:
            problems.add("les horaires ne contiennent que des fermetures.")
        slot = read_slot(item.get("horaireOuverture"), item.get("horaireFermeture"), "l’horaire", problems, Slot())
        return (Hours(slots=(slot,)), *(replace(entry, group="") for entry in hours)), days
    return _reconciled(hours, days, problems)


def _reconciled(hours: tuple[Hours, ...], days: Days, problems: Problems) -> tuple[tuple[Hours, ...], Days]:
    named = frozenset(weekday for entry in hours if not entry.closed for weekday in entry.weekdays)
    every_day = any(not (entry.weekdays or entry.public_holidays or entry.closed) for entry in hours)
    if days.none:
        return hours, Days(none=not named)
    if not days.weekdays or every_day or not named:
        return hours, days
    refused = named - set(days.weekdays)
    if refused == named:
        problems.add(
            f"les jours de la période ({_names(days.weekdays)}) ne sont pas ceux de ses horaires ({_names(named)}), "
            "qui sont retenus."
        )
        return hours, Days()
    if refused and named != EVERY_WEEKDAY:
        problems.add(f"les horaires ({_names(refused)}) tombent un jour où la période n’ouvre pas.")
    return hours, days


def _names(weekdays: Any) -> str:
    return ", ".join(FRENCH_WEEKDAYS[weekday] for weekday in sorted(weekdays))


def _hours_of_horaires(value: Any, problems: Problems, labels: Labels) -> Iterator[Hours]:
    for number, horaire in enumerate(read_items(value, "horaires", problems)):
        model = _slot_of_type(horaire.get("type"), problems, labels)
        for time_period in read_items(horaire.get("timePeriods"), "horaires", problems):
            weekdays, public_holidays, readable = _time_period_days(time_period.get("weekdays"), problems)
            if not readable:
                continue
            closed = time_period.get("closed")
            if closed not in (None, True, False) or isinstance(closed, int) and not isinstance(closed, bool):
                problems.add(f"« closed » vaut {quoted(closed)}, ni vrai ni faux.")
            slots = tuple(_slots(time_period.get("timeFrames"), model, problems))
            if closed is True and slots:
                problems.add("des heures sont indiquées sur des jours fermés ; elles sont ignorées.")
            yield Hours(
                weekdays=weekdays,
                public_holidays=public_holidays,
                closed=closed is True,
                slots=() if closed is True else slots or (model,),
                group=str(number),
            )


def _slot_of_type(value: Any, problems: Problems, labels: Labels) -> Slot:
    """An all-day slot that carries the type of hours: opening, guided tour…"""
    if value is None:
        return ALL_DAY
    if not isinstance(value, dict):
        problems.add(f"le type d’horaire {quoted(value)} n’est pas lisible.")
        return ALL_DAY
    number = value.get("id")
    if not isinstance(number, int) or isinstance(number, bool) or abs(number) >= 10**18:
        number = None
    # The API writes the words of the type, an export only its number.
    label = {} if number is None else dict(labels(number))
    label |= read_texts(value, "type d’horaire", problems)
    if label.get("fr", "").casefold() in ("ouverture", "ouvertures"):
        label = {}
    return Slot(kind="" if number is None else str(number), label=label)


def _time_period_days(value: Any, problems: Problems) -> tuple[tuple[int, ...], bool, bool]:
    """Weekdays, whether HOL is named, and whether anything could be read."""
    if value is None or value == []:
        return (), False, True
    if not isinstance(value, list):
        problems.add(f"les jours {quoted(value)} des horaires ne sont pas lisibles.")
        return (), False, False
    weekdays, public_holidays = set(), False
    for name in value:
        if name == "HOL":
            public_holidays = True
        elif isinstance(name, str) and name in SHORT_WEEKDAYS:
            weekdays.add(SHORT_WEEKDAYS[name])
        else:
            problems.add(f"le jour {quoted(name)} des horaires est inconnu.")
    return tuple(sorted(weekdays)), public_holidays, bool(weekdays or public_holidays)


def _slots(value: Any, model: Slot, problems: Problems) -> Iterator[Slot]:
    for frame in read_items(value, "plages horaires", problems):
        slot = read_slot(frame.get("startTime"), frame.get("endTime"), "l’horaire", problems, model)
        every = read_time(frame.get("recurrence"), "la fréquence", problems)
        minutes = every.hour * 60 + every.minute if every else 0
        if minutes and not slot.all_day:
            slot = replace(slot, every_minutes=minutes)
        elif frame.get("recurrence"):
            problems.add(f"la fréquence {quoted(frame['recurrence'])} est ignorée.")
        yield slot


def read_slot(opening: Any, closing: Any, what: str, problems: Problems, model: Slot) -> Slot:
    start, end = read_time(opening, what, problems), read_time(closing, what, problems)
    if start == MIDNIGHT and end is not None and (end == MIDNIGHT or end.replace(second=0) == LAST_MINUTE):
        start = end = None
    elif start is not None and start == end:
        problems.add(f"l’heure de fin est celle du début ({start:%H:%M}) ; la fin est inconnue.")
        end = None
    if start is None and end is None and model.all_day:
        return model
    return Slot(start, end, None, model.kind, model.label)
