"""``ouverture`` of APIDAE, in every form it has had, to a Schedule. Pure.

Source: official JSON schemas v002 (``ouverture``, ``periodeOuverture``, ``horaire``, ``timePeriod``, ``timeFrame``,
``fermetureExceptionnelle``) and the reading of real data. Nothing here raises on any JSON value: what cannot be
understood becomes a French sentence for an editor, and the rest is read.

Choices that the data does not settle by itself:

* Where ``horaires`` can be read, it gives the hours and ``horaireOuverture`` is ignored. Its weekdays narrow the days
  of the period's ``type``; when the two have no day in common, ``horaires``, the newer form, is believed.
* HOL is an eighth weekday. In one ``horaire``, once some time period names HOL, public holidays are governed by
  those that name it and by no other; when none does, a holiday is a day like any other.
* An exceptional opening is open even outside the dates of its period; an exceptional closure always wins.
* ``tousLesAns`` repeats a site's period; an event (``repeats_yearly=False``) is never rolled forward, because real
  exports carry the flag on plainly single events.
* A closing time at or before the opening time is on the next day; equal times mean that the end is unknown, except
  midnight to midnight, which is all day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

from tourism.apidae.texts import clean_text
from tourism.schedule import (
    ALL_DAY,
    Hours,
    NthWeekday,
    Period,
    Schedule,
    Slot,
    day_is_open,
    expand,
    occurrences,
    spoken_date,
    spoken_range,
)
from tourism.schedule.special_days import FIRST_YEAR, FOREIGN_DAYS, LAST_YEAR, SPECIAL_DAYS

WEEKDAYS = {"LUNDI": 1, "MARDI": 2, "MERCREDI": 3, "JEUDI": 4, "VENDREDI": 5, "SAMEDI": 6, "DIMANCHE": 7}
SHORT_WEEKDAYS = {"MON": 1, "TUE": 2, "WED": 3, "THU": 4, "FRI": 5, "SAT": 6, "SUN": 7}
FRENCH_WEEKDAYS = {number: name.lower() for name, number in WEEKDAYS.items()}
EVERY_WEEKDAY = frozenset(range(1, 8))
NTHS = {"D_1ER": 1, "D_2EME": 2, "D_3EME": 3, "D_4EME": 4, "D_DERNIER": -1}
LANGUAGES = {
    "libelleFr": "fr",
    "libelleEn": "en",
    "libelleEs": "es",
    "libelleIt": "it",
    "libelleDe": "de",
    "libelleNl": "nl",
    "libelleRu": "ru",
    "libelleZh": "zh",
    "libellePtBR": "pt-br",
    "libelleJa": "ja",
    "libelleKo": "ko",
}
TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?", re.ASCII)
MIDNIGHT = time(0)
LAST_MINUTE = time(23, 59)


def schedule_from_apidae(
    ouverture: Any, *, repeats_yearly: bool, dates_ouverture: Any = None
) -> tuple[Schedule, list[str]]:
    """The schedule of an object's ``ouverture`` and what could not be understood, in French sentences.

    repeats_yearly: True for sites, False for events. dates_ouverture: the root array ``datesOuverture`` that an
    export may add (every open day); days that the periods do not give are added, hours unknown.
    """
    problems = Problems()
    if ouverture is None:
        ouverture = {}
    if not isinstance(ouverture, dict):
        problems.add("L’ouverture n’est pas lisible.")
        ouverture = {}
    open_all_year = _flag(ouverture, "ouvertTouteLAnnee", "OUVERT_TOUTE_L_ANNEE", problems)
    closed_dates, closed_special_days = _closures(ouverture.get("fermeturesExceptionnelles"), problems)
    periods = _periods(ouverture.get("periodesOuvertures"), problems, repeats_yearly, open_all_year)
    if open_all_year and not periods:
        if repeats_yearly:
            periods = [Period(id="annee")]
        elif not ouverture.get("periodesOuvertures"):
            problems.add("« Ouvert toute l’année » sans période : aucune date n’est retenue pour un événement.")
    schedule = Schedule(
        periods=tuple(periods),
        closed_dates=closed_dates,
        closed_special_days=closed_special_days,
        temporarily_closed=_flag(ouverture, "fermeTemporairement", "FERME_TEMPORAIREMENT", problems),
        note=_texts(ouverture.get("complementHoraire"), "complément d’horaire", problems),
    )
    for period in schedule.periods:
        _report_closed_openings(period, schedule, problems)
    schedule = _with_listed_days(schedule, dates_ouverture, problems)
    return schedule, problems.sentences


@dataclass
class Problems:
    """Sentences, each once, in the order found; ``about`` names the period that is being read."""

    sentences: list[str] = field(default_factory=list)
    about: str = ""

    def add(self, sentence: str) -> None:
        if self.about:
            sentence = f"{self.about} : {sentence}"
        if sentence not in self.sentences:
            self.sentences.append(sentence)


# Scalars --------------------------------------------------------------------------------------------------------


def _quoted(value: Any) -> str:
    text = str(value) if isinstance(value, str | bool | float) or value is None else type(value).__name__
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        text = str(value)
    return f"« {text[:60]} »"


def _flag(values: dict, key: str, expected: str, problems: Problems) -> bool:
    value = values.get(key)
    if value in (None, "", False):
        return False
    if value == expected or value is True:
        return True
    problems.add(f"{key} : la valeur {_quoted(value)} est inconnue.")
    return False


def _items(value: Any, what: str, problems: Problems) -> Iterator[dict]:
    if value is None:
        return
    if not isinstance(value, list):
        problems.add(f"{what} : une liste est attendue.")
        return
    for item in value:
        if isinstance(item, dict):
            yield item
        elif item is not None:
            problems.add(f"{what} : la valeur {_quoted(item)} n’est pas lisible.")


def _date(value: Any, what: str, problems: Problems) -> date | None:
    if value is None or value == "":
        return None
    try:
        # Some tools write the date with a time behind it.
        day = date.fromisoformat(value[:10]) if isinstance(value, str) and len(value) >= 10 else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year < LAST_YEAR:
        problems.add(f"{what} {_quoted(value)} n’est pas une date.")
        return None
    return day


def _dates(value: Any, what: str, problems: Problems) -> list[date]:
    if value is None:
        return []
    if not isinstance(value, list):
        problems.add(f"{what} : une liste de dates est attendue.")
        return []
    days = [_date(item, what, problems) for item in value]
    return [day for day in days if day is not None]


def _time(value: Any, what: str, problems: Problems) -> time | None:
    if value is None or value == "":
        return None
    if isinstance(value, str) and (match := TIME.fullmatch(value.strip())):
        hour, minute, second = (int(part or 0) for part in match.groups())
        if (hour, minute, second) == (24, 0, 0):
            return MIDNIGHT
        if hour < 24 and minute < 60 and second < 60:
            return time(hour, minute, second)
    problems.add(f"{what} {_quoted(value)} n’est pas une heure.")
    return None


def _texts(value: Any, what: str, problems: Problems) -> dict[str, str]:
    if value is None or value == "":
        return {}
    if isinstance(value, str):
        cleaned = clean_text(value)
        return {"fr": cleaned} if cleaned else {}
    if not isinstance(value, dict):
        problems.add(f"{what} : le texte n’est pas lisible.")
        return {}
    return {
        language: cleaned
        for key, language in LANGUAGES.items()
        if isinstance(value.get(key), str) and (cleaned := clean_text(value[key]))
    }


# Closures -------------------------------------------------------------------------------------------------------


def _closures(value: Any, problems: Problems) -> tuple[tuple[date, ...], tuple[str, ...]]:
    days: set[date] = set()
    special: set[str] = set()
    for item in _items(value, "Fermetures exceptionnelles", problems):
        day = _date(item.get("dateFermeture"), "Fermeture exceptionnelle : la valeur", problems)
        resolved = _dates(item.get("dates"), "Fermeture exceptionnelle : la valeur", problems)
        days.update(resolved, [day] if day else [])
        name = item.get("dateSpeciale")
        if name is None or name == "":
            if not (day or resolved):
                problems.add("Une fermeture exceptionnelle n’a pas de date lisible.")
        elif isinstance(name, str) and name in SPECIAL_DAYS:
            special.add(name)
            if name in FOREIGN_DAYS:
                problems.add(f"Fermeture exceptionnelle {_quoted(name)} : ce jour n’est pas férié en métropole.")
        elif resolved:
            problems.add(f"Fermeture exceptionnelle {_quoted(name)} : jour inconnu, seules ses dates sont retenues.")
        else:
            problems.add(f"Fermeture exceptionnelle {_quoted(name)} : jour inconnu et sans date, non retenu.")
    return tuple(sorted(days)), tuple(sorted(special))


# Periods --------------------------------------------------------------------------------------------------------


def _periods(value: Any, problems: Problems, repeats_yearly: bool, open_all_year: bool) -> list[Period]:
    periods = []
    for item in _items(value, "Périodes d’ouverture", problems):
        period = _period(item, problems, repeats_yearly, open_all_year)
        problems.about = ""
        if period is not None:
            periods.append(period)
    # The order of the array means nothing at the source.
    periods.sort(key=lambda period: (_begin(period), period.last or _begin(period), period.id))
    numbers: dict[str, int] = {}
    for index, period in enumerate(periods):
        numbers[period.id] = numbers.get(period.id, 0) + 1
        if numbers[period.id] > 1:
            periods[index] = replace(period, id=f"{period.id}-{numbers[period.id]}")
    return periods


def _begin(period: Period) -> date:
    return period.first or min(period.extra_dates, default=date.min)


def _period(item: dict, problems: Problems, repeats_yearly: bool, open_all_year: bool) -> Period | None:
    first = _date(item.get("dateDebut"), "Période d’ouverture : la date de début", problems)
    last = _date(item.get("dateFin"), "Période d’ouverture : la date de fin", problems)
    problems.about = _name_of_period(first, last)
    extra_dates = _extra_dates(item, problems)
    if first and last and first > last:
        problems.add("la fin est avant le début.")
        first = last = None
    elif (first is None) != (last is None):
        problems.add("il manque une des deux dates ; seul ce jour est retenu.")
        first = last = first or last
    elif first is None:
        problems.add("il manque les dates de début et de fin.")
    in_range = first is not None
    days = _days(item, problems) if in_range else Days()
    hours, days = _hours(item, days, problems)
    if days.none and not any(entry.public_holidays and not entry.closed for entry in hours):
        in_range = False
    if not in_range and not extra_dates:
        problems.add("aucun jour n’est retenu.")
        return None
    number = item.get("identifiant")
    has_number = isinstance(number, int) and not isinstance(number, bool) and abs(number) < 10**18
    begin = first or extra_dates[0]
    every_year = repeats_yearly and in_range and (item.get("tousLesAns") is True or open_all_year)
    return Period(
        id=str(number) if has_number else f"{begin}_{last or extra_dates[-1]}",
        first=first if in_range else None,
        last=last if in_range else None,
        every_year=every_year,
        dates_only=not in_range,
        holidays_only=in_range and days.none,
        weekdays=days.weekdays,
        nth_weekdays=days.nth_weekdays,
        hours=hours,
        extra_dates=extra_dates,
        label=_texts(item.get("nom"), "nom de la période", problems),
        note=_texts(item.get("complementHoraire"), "complément d’horaire", problems),
    )


def _name_of_period(first: date | None, last: date | None) -> str:
    begin, end = first or last, last or first
    if begin is None or end is None:
        return "Période sans dates"
    return f"Période du {spoken_date(begin, 'fr')}" if begin == end else f"Période {spoken_range(begin, end, 'fr')}"


def _extra_dates(item: dict, problems: Problems) -> tuple[date, ...]:
    days = []
    for opening in _items(item.get("ouverturesExceptionnelles"), "ouvertures exceptionnelles", problems):
        day = _date(opening.get("dateOuverture"), "l’ouverture exceptionnelle", problems)
        if day is not None:
            days.append(day)
        elif not opening.get("dateOuverture"):
            problems.add("une ouverture exceptionnelle n’a pas de date.")
    return tuple(sorted(set(days)))


@dataclass(frozen=True)
class Days:
    """The days that the ``type`` of a period opens; ``none`` when it opens no day at all."""

    weekdays: tuple[int, ...] = ()
    nth_weekdays: tuple[NthWeekday, ...] = ()
    none: bool = False


def _days(item: dict, problems: Problems) -> Days:
    kind = item.get("type")
    weekdays = _weekdays(item, problems)
    nth_weekdays = _nth_weekdays(item, problems)
    if kind not in ("OUVERTURE_TOUS_LES_JOURS", "OUVERTURE_SAUF", "OUVERTURE_SEMAINE", "OUVERTURE_MOIS"):
        if kind:
            problems.add(f"le type {_quoted(kind)} est inconnu ; les jours indiqués sont lus sans lui.")
        kind = "OUVERTURE_SEMAINE" if weekdays else "OUVERTURE_MOIS" if nth_weekdays else "OUVERTURE_TOUS_LES_JOURS"
    unused = weekdays if kind in ("OUVERTURE_TOUS_LES_JOURS", "OUVERTURE_MOIS") else nth_weekdays
    if unused and unused != EVERY_WEEKDAY:
        problems.add("des jours sont indiqués, que le type de la période ne prend pas en compte.")
    if kind == "OUVERTURE_MOIS":
        if not nth_weekdays:
            problems.add("aucun jour du mois n’est indiqué.")
        return Days(nth_weekdays=nth_weekdays, none=not nth_weekdays)
    if kind == "OUVERTURE_TOUS_LES_JOURS":
        return Days()
    if kind == "OUVERTURE_SAUF":
        if weekdays == EVERY_WEEKDAY:
            problems.add("tous les jours de la semaine sont exclus.")
        elif not weekdays:
            problems.add("aucun jour exclu n’est indiqué ; tous les jours sont retenus.")
        return Days(weekdays=_proper(EVERY_WEEKDAY - weekdays), none=weekdays == EVERY_WEEKDAY)
    if not weekdays:
        problems.add("aucun jour de la semaine n’est indiqué.")
    return Days(weekdays=_proper(weekdays), none=not weekdays)


def _proper(weekdays: frozenset[int]) -> tuple[int, ...]:
    return () if weekdays == EVERY_WEEKDAY else tuple(sorted(weekdays))


def _weekdays(item: dict, problems: Problems) -> frozenset[int]:
    days: set[int] = set()
    for entry in _items(item.get("ouverturesJournalieres"), "jours de la semaine", problems):
        name = entry.get("jour")
        if name == "TOUS":
            days |= EVERY_WEEKDAY
        elif isinstance(name, str) and name in WEEKDAYS:
            days.add(WEEKDAYS[name])
        else:
            problems.add(f"le jour {_quoted(name)} est inconnu.")
    return frozenset(days)


def _nth_weekdays(item: dict, problems: Problems) -> tuple[NthWeekday, ...]:
    rules = []
    for entry in _items(item.get("ouverturesJourDuMois"), "jours du mois", problems):
        nth, name = entry.get("jourDuMois"), entry.get("jour")
        if not (
            isinstance(nth, str) and nth in NTHS and isinstance(name, str) and (name in WEEKDAYS or name == "TOUS")
        ):
            problems.add(f"le jour du mois {_quoted(nth)} {_quoted(name)} est inconnu.")
            continue
        if name == "TOUS":
            problems.add(f"{_quoted(nth)} de tous les jours est lu comme un quantième du mois.")
        rules.append(NthWeekday(NTHS[nth], WEEKDAYS.get(name)))
    return tuple(sorted(set(rules), key=lambda rule: (rule.nth < 0, rule.nth, rule.weekday or 0)))


# Hours ----------------------------------------------------------------------------------------------------------


def _hours(item: dict, days: Days, problems: Problems) -> tuple[tuple[Hours, ...], Days]:
    """The hours, and the days of the period once the two are reconciled."""
    hours = tuple(_hours_of_horaires(item.get("horaires"), problems))
    if not any(not entry.closed for entry in hours):
        if hours:
            problems.add("les horaires ne contiennent que des fermetures.")
        slot = _slot(item.get("horaireOuverture"), item.get("horaireFermeture"), "l’horaire", problems, Slot())
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


def _hours_of_horaires(value: Any, problems: Problems) -> Iterator[Hours]:
    for number, horaire in enumerate(_items(value, "horaires", problems)):
        model = _slot_of_type(horaire.get("type"), problems)
        for time_period in _items(horaire.get("timePeriods"), "horaires", problems):
            weekdays, public_holidays, readable = _time_period_days(time_period.get("weekdays"), problems)
            if not readable:
                continue
            closed = time_period.get("closed")
            if closed not in (None, True, False) or isinstance(closed, int) and not isinstance(closed, bool):
                problems.add(f"« closed » vaut {_quoted(closed)}, ni vrai ni faux.")
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


def _slot_of_type(value: Any, problems: Problems) -> Slot:
    """An all-day slot that carries the type of hours: opening, guided tour…"""
    if value is None:
        return ALL_DAY
    if not isinstance(value, dict):
        problems.add(f"le type d’horaire {_quoted(value)} n’est pas lisible.")
        return ALL_DAY
    number = value.get("id")
    known = isinstance(number, int) and not isinstance(number, bool) and abs(number) < 10**18
    label = _texts(value, "type d’horaire", problems)
    if label.get("fr", "").casefold() in ("ouverture", "ouvertures"):
        label = {}
    return Slot(kind=str(number) if known else "", label=label)


def _time_period_days(value: Any, problems: Problems) -> tuple[tuple[int, ...], bool, bool]:
    """Weekdays, whether HOL is named, and whether anything could be read."""
    if value is None or value == []:
        return (), False, True
    if not isinstance(value, list):
        problems.add(f"les jours {_quoted(value)} des horaires ne sont pas lisibles.")
        return (), False, False
    weekdays, public_holidays = set(), False
    for name in value:
        if name == "HOL":
            public_holidays = True
        elif isinstance(name, str) and name in SHORT_WEEKDAYS:
            weekdays.add(SHORT_WEEKDAYS[name])
        else:
            problems.add(f"le jour {_quoted(name)} des horaires est inconnu.")
    return tuple(sorted(weekdays)), public_holidays, bool(weekdays or public_holidays)


def _slots(value: Any, model: Slot, problems: Problems) -> Iterator[Slot]:
    for frame in _items(value, "plages horaires", problems):
        slot = _slot(frame.get("startTime"), frame.get("endTime"), "l’horaire", problems, model)
        every = _time(frame.get("recurrence"), "la fréquence", problems)
        minutes = every.hour * 60 + every.minute if every else 0
        if minutes and not slot.all_day:
            slot = replace(slot, every_minutes=minutes)
        elif frame.get("recurrence"):
            problems.add(f"la fréquence {_quoted(frame['recurrence'])} est ignorée.")
        yield slot


def _slot(opening: Any, closing: Any, what: str, problems: Problems, model: Slot) -> Slot:
    start, end = _time(opening, what, problems), _time(closing, what, problems)
    if start == MIDNIGHT and end is not None and (end == MIDNIGHT or end.replace(second=0) == LAST_MINUTE):
        start = end = None
    elif start is not None and start == end:
        problems.add(f"l’heure de fin est celle du début ({start:%H:%M}) ; la fin est inconnue.")
        end = None
    return replace(model, start=start, end=end)


# What the whole says --------------------------------------------------------------------------------------------


def _report_closed_openings(period: Period, schedule: Schedule, problems: Problems) -> None:
    if period.first is not None or not period.dates_only:
        problems.about = _name_of_period(period.first, period.last)
    for day in period.extra_dates:
        if not day_is_open(replace(schedule, periods=(period,), temporarily_closed=False), day):
            problems.add(f"le {spoken_date(day, 'fr')} est à la fois ouvert et fermé ; la fermeture est retenue.")
    if period.first is not None and period.last is not None:
        alone = replace(schedule, periods=(period,))
        last = max((period.last, *period.extra_dates))
        if next(occurrences(alone, min((period.first, *period.extra_dates)), last), None) is None:
            problems.add("aucun jour n’est ouvert.")
    problems.about = ""


def _with_listed_days(schedule: Schedule, value: Any, problems: Problems) -> Schedule:
    listed = sorted(set(_dates(value, "datesOuverture : la valeur", problems)))
    if not listed:
        return schedule
    given = {span.day for span in expand(schedule, first=listed[0], last=listed[-1], limit=100_000)}
    missing = tuple(day for day in listed if day not in given and day not in schedule.closed_dates)
    unlisted = sorted(given - set(listed))
    if unlisted:
        problems.add(
            f"{len(unlisted)} jours des périodes ne figurent pas dans datesOuverture, "
            f"le premier le {spoken_date(unlisted[0], 'fr')}."
        )
    if not missing:
        return schedule
    problems.add(
        f"{len(missing)} jours de datesOuverture ne figurent dans aucune période, "
        f"le premier le {spoken_date(missing[0], 'fr')} ; ils sont ajoutés."
    )
    added = Period(id="dates-ouverture", dates_only=True, extra_dates=missing)
    return replace(schedule, periods=(*schedule.periods, added))
