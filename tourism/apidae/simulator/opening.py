"""The days on which an object is open, read from `ouverture`, for the date filters and the agenda of the simulator.

The platform computes this itself, so the simulator has its own plain day-by-day reading, independent of the product's.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import holidays
from dateutil.easter import easter

from tourism.apidae.simulator.dataset import Json
from tourism.apidae.simulator.reach import items_of, key_of

_DAYS = ("LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE")
_CODES = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_RANKS = {"D_1ER": 1, "D_2EME": 2, "D_3EME": 3, "D_4EME": 4}
_FIXED = {
    "PREMIER_JANVIER": (1, 1),
    "PREMIER_MAI": (5, 1),
    "HUIT_MAI": (5, 8),
    "QUATORZE_JUILLET": (7, 14),
    "QUINZE_AOUT": (8, 15),
    "PREMIER_NOVEMBRE": (11, 1),
    "ONZE_NOVEMBRE": (11, 11),
    "VINGT_CINQ_DECEMBRE": (12, 25),
}
_FROM_EASTER = {"VENDREDI_SAINT": -2, "LUNDI_PAQUES": 1, "ASCENSION": 39, "LUNDI_PENTECOTE": 50}
# An agenda of one object never lists more days than this, however far its last period goes.
LONGEST_WINDOW = timedelta(days=800)


def open_days(item: Json, first: date, last: date | None) -> list[date]:
    """Days of [first, last] on which the object is open, in order; without `last`, to the end of its periods."""
    return sorted(set(_open_days(item, first, min(last or date.max, _later(first)))))


def opens_between(item: Json, first: date | None, last: date | None) -> bool:
    """Whether the object is open on at least one day of [first, last], either end being possibly unbounded.

    Assumed: an object without any dated opening is never found by a search by date.
    """
    return next(_open_days(item, first, last), None) is not None


def _open_days(item: Json, first: date | None, last: date | None) -> Iterator[date]:
    opening = item.get("ouverture")
    if not isinstance(opening, dict):
        return
    periods = items_of(opening, "periodesOuvertures")
    if not periods and opening.get("ouvertTouteLAnnee") == "OUVERT_TOUTE_L_ANNEE":
        start = first or last or date.min
        periods = [{"dateDebut": start.isoformat(), "dateFin": min(last or date.max, _later(start)).isoformat()}]
    rolls = item.get("type") != "FETE_ET_MANIFESTATION"
    for period in periods:
        for day in _days_of_period(period, first, last, rolls=rolls):
            if not _is_closed(opening, day):
                yield day


def _between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _days_of_period(period: Json, first: date | None, last: date | None, *, rolls: bool) -> Iterator[date]:
    for exception in items_of(period, "ouverturesExceptionnelles"):
        day = _date(exception.get("dateOuverture"))
        if day and (first or day) <= day <= (last or day):
            yield day
    start, end = _date(period.get("dateDebut")), _date(period.get("dateFin"))
    if not start:
        return
    end = end or start
    spans = [(start, end)]
    if period.get("tousLesAns") and rolls:
        # A year to come is enough to know whether something opens every year.
        earliest = (first or start).year
        latest = last.year if last else max(earliest, end.year) + 1
        spans = [
            (_in_year(start, start.year + shift), _in_year(end, end.year + shift))
            for shift in range(earliest - end.year, latest - start.year + 1)
            if date.min.year <= start.year + shift and end.year + shift <= date.max.year
        ]
    for span_start, span_end in spans:
        for day in _between(max(span_start, first or span_start), min(span_end, last or span_end)):
            if _opens(period, day):
                yield day


def _opens(period: Json, day: date) -> bool:
    named = {key_of(item, "jour") for item in items_of(period, "ouverturesJournalieres")}
    on_weekday = "TOUS" in named or _DAYS[day.weekday()] in named
    match period.get("type"):
        case "OUVERTURE_SAUF":
            regular = not on_weekday
        case "OUVERTURE_SEMAINE":
            regular = on_weekday
        case "OUVERTURE_MOIS":
            regular = any(_matches_rank(item, day) for item in items_of(period, "ouverturesJourDuMois"))
        case _:
            regular = True
    slots = [slot for kind in items_of(period, "horaires") for slot in items_of(kind, "timePeriods")]
    return regular and (not slots or _opens_by_slots(slots, day))


def _matches_rank(rule: Json, day: date) -> bool:
    if rule.get("jour") not in ("TOUS", _DAYS[day.weekday()]):
        return False
    if rule.get("jourDuMois") == "D_DERNIER":
        return (day + timedelta(days=7)).month != day.month
    return _RANKS.get(str(rule.get("jourDuMois"))) == (day.day - 1) // 7 + 1


def _opens_by_slots(slots: list[Json], day: date) -> bool:
    names = {_CODES[day.weekday()]} | ({"HOL"} if day in _public_holidays(day.year) else set())
    relevant = [slot for slot in slots if not _weekdays(slot) or names & _weekdays(slot)]
    on_holidays = [slot for slot in relevant if "HOL" in names & _weekdays(slot)]
    return any(not slot.get("closed") for slot in on_holidays or relevant)


@lru_cache(maxsize=64)
def _public_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.France(years=year))


def _weekdays(slot: Json) -> set[str]:
    named = slot.get("weekdays")
    return {name for name in named if isinstance(name, str)} if isinstance(named, list) else set()


def _is_closed(opening: Json, day: date) -> bool:
    for closure in items_of(opening, "fermeturesExceptionnelles"):
        name, dates = str(closure.get("dateSpeciale")), closure.get("dates")
        if day == _date(closure.get("dateFermeture")) or (isinstance(dates, list) and day.isoformat() in dates):
            return True
        if _FIXED.get(name) == (day.month, day.day):
            return True
        if name in _FROM_EASTER and day - timedelta(days=_FROM_EASTER[name]) == easter(day.year):
            return True
    return False


def _later(day: date) -> date:
    return day + min(LONGEST_WINDOW, date.max - day)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
