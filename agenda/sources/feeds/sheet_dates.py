"""When the event of a row is, by its columns « date », « date de fin », « heure » and « heure de fin ». Pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from agenda.sources.feeds.french_dates import (
    MOST_DAYS,
    DateError,
    Said,
    guesses_year,
    is_night,
    said_between,
    said_in,
    slots_in,
    time_in,
)
from tourism.schedule import ALL_DAY, Slot
from tourism.schedule.typed import TypedDates


def typed_dates(row: Mapping[str, str], *, today: date) -> TypedDates:
    """The dates of a row: ``{"first", "last", "start", "end"}``, each as it was typed, or missing. Raises DateError."""
    said = row.get("first", "")
    if not said:
        raise DateError("il n’y a pas de date.")
    groups = said_in(said, today=today)
    ended: Slot | None = None
    if row.get("last"):
        groups = (_until(said, groups, row["last"], today),)
        ended = _hour_of_last(row["last"], today)
    if row.get("start"):
        groups = (_at_hours(groups, slots_in(row["start"])),)
    if row.get("end"):
        until = time_in(row["end"])
        if until is not None:
            groups, ended = (_ending(groups, Slot(end=until)),), None
            return _dates(_one_night(groups[0], row))
    if ended is not None:
        return _dates(_one_night(_ending(groups, ended), row))
    if row.get("last"):
        _refuse_unclear_night(groups[0])
    return _dates(*groups)


def is_guessed(row: Mapping[str, str]) -> bool:
    """Whether a row that can be read says no year: it is the one that its days fit."""
    return all(guesses_year(row[name]) for name in ("first", "last") if row.get(name))


def _until(said: str, groups: tuple[Said, ...], last: str, today: date) -> Said:
    """The first column's days, to that of the last column."""
    if len(groups) == 1 and groups[0].days.last is not None:
        end = said_in(last, today=today)[0].days
        if (end.first, end.last, end.others) == (groups[0].days.last, None, ()):
            return groups[0]
    try:
        return said_between(said, last, today=today)
    except DateError as error:
        if "finit avant" in str(error):
            raise DateError("la date de fin précède celle de début.") from None
        raise


def _hour_of_last(last: str, today: date) -> Slot | None:
    """The hour that a program wrote behind the last day: that of the end."""
    slots = said_in(last, today=today)[0].slots
    if not slots:
        return None
    if len(slots) > 1 or slots[0].end is not None:
        raise DateError(f"« {last[:60]} » est plusieurs heures.")
    return Slot(end=slots[0].start)


def _at_hours(groups: tuple[Said, ...], slots: tuple[Slot, ...]) -> Said:
    if len(groups) > 1 or (groups[0].slots and slots and groups[0].slots != slots):
        raise DateError("les heures de la date ne sont pas celles de la colonne des heures.")
    return replace(groups[0], slots=slots or groups[0].slots)


def _ending(groups: tuple[Said, ...], end: Slot) -> Said:
    """With the end of another column. An hour without a beginning says nothing."""
    said = groups[0]
    if not said.slots and len(groups) == 1:
        return said
    if len(groups) > 1 or len(said.slots) > 1 or said.slots[0].end not in (None, end.end):
        raise DateError("l’heure de fin n’est pas celle de toutes les heures de début.")
    start = said.slots[0].start
    return replace(said, slots=(Slot(start, end.end if end.end != start else None),))


def _one_night(said: Said, row: Mapping[str, str]) -> Said:
    """From the 31st at ten to the 1st at two is one night, as two columns of days and two of hours say it."""
    days = said.days
    if not row.get("last") or days.last is None or not any(is_night(slot) for slot in said.slots):
        return said
    if days.last == days.first + timedelta(days=1):
        return replace(said, days=replace(days, last=None))
    _refuse_unclear_night(said)
    return said


def _refuse_unclear_night(said: Said) -> None:
    days = said.days
    if days.last is not None and days.last > days.first and any(is_night(slot) for slot in said.slots):
        raise DateError("la date de fin peut être celle de la dernière nuit, ou de son matin.")


def _dates(main: Said, *more: Said) -> TypedDates:
    """All the groups as what a person would type: a rule, and further days with the same hours or with their own."""
    days = main.days
    others, own_hours = set(days.others), []
    for said in more:
        each = said.days.each()
        if len(each) > MOST_DAYS or said.days.endless or days.endless:
            raise DateError("il y a trop de jours à des heures différentes.")
        if said.slots == main.slots:
            others |= set(each)
        else:
            own_hours += [(day, slot) for day in each for slot in said.slots or (ALL_DAY,)]
    return TypedDates(
        first=days.first,
        last=days.last,
        endless=days.endless,
        weekdays=days.weekdays if days.last else (),
        monthly=days.monthly,
        public_holidays=days.holidays,
        slots=main.slots,
        others=tuple(sorted(others)),
        own_hours=tuple(own_hours),
        excluded=days.excluded,
    )
