"""``ouverture`` of APIDAE, in every form it has had, to a Schedule. Pure.

Source: official JSON schemas v002 (``ouverture``, ``periodeOuverture``, ``horaire``, ``timePeriod``, ``timeFrame``,
``fermetureExceptionnelle``) and the reading of real data. Nothing here raises on any JSON value: what cannot be
understood becomes a French sentence for an editor, and the rest is read.

Choices that the data does not settle by itself:

* Where ``horaires`` can be read, it gives the hours and ``horaireOuverture`` is ignored. Its weekdays narrow the days
  of the period's ``type``; when the ``type`` names no day, or when the two have no day in common, ``horaires``, the
  newer form, is believed.
* HOL is an eighth weekday. In one ``horaire``, once some time period names HOL, public holidays are governed by
  those that name it and by no other; when none does, a holiday is a day like any other.
* An exceptional opening is open even outside the dates of its period; an exceptional closure always wins.
* ``tousLesAns`` repeats a site's period; an event (``repeats_yearly=False``) is never rolled forward, because real
  exports carry the flag on plainly single events.
* A period that ends in 2200 or later (sources write 9999-12-31) has no end in sight: it has no last day.
* A closing time at or before the opening time is on the next day; equal times mean that the end is unknown, except
  midnight to midnight, which is all day.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tourism.apidae.opening.closures import read_closures
from tourism.apidae.opening.days import EVERY_WEEKDAY
from tourism.apidae.opening.hours import Labels
from tourism.apidae.opening.periods import read_periods
from tourism.apidae.opening.values import Problems, read_dates, read_flag, read_texts
from tourism.schedule import Period, Schedule, expand, occurrences, spoken_date
from tourism.schedule.special_days import special_day

__all__ = ["schedule_from_apidae"]


def _no_label(_number: int) -> Mapping[str, str]:
    return {}


def schedule_from_apidae(
    ouverture: Any, *, repeats_yearly: bool, dates_ouverture: Any = None, labels: Labels = _no_label
) -> tuple[Schedule, list[str]]:
    """The schedule of an object's ``ouverture`` and what could not be understood, in French sentences.

    repeats_yearly: True for sites, False for events. dates_ouverture: the root array ``datesOuverture`` that an
    export may add (every open day); days that the periods do not give are added, hours unknown. labels: words of an
    element of reference by its number, for types of hours that are given by number only.
    """
    problems = Problems()
    if ouverture is None:
        ouverture = {}
    if not isinstance(ouverture, dict):
        problems.add("L’ouverture n’est pas lisible.")
        ouverture = {}
    open_all_year = read_flag(ouverture, "ouvertTouteLAnnee", "OUVERT_TOUTE_L_ANNEE", problems)
    closed_dates, closed_special_days = read_closures(ouverture.get("fermeturesExceptionnelles"), problems)
    periods = read_periods(
        ouverture.get("periodesOuvertures"),
        problems,
        repeats_yearly=repeats_yearly,
        open_all_year=open_all_year,
        labels=labels,
    )
    if open_all_year and not periods:
        if repeats_yearly:
            periods = [Period(id="annee")]
        elif not ouverture.get("periodesOuvertures"):
            problems.add("« Ouvert toute l’année » sans période : aucune date n’est retenue pour un événement.")
    schedule = Schedule(
        periods=tuple(periods),
        closed_dates=closed_dates,
        closed_special_days=closed_special_days,
        temporarily_closed=read_flag(ouverture, "fermeTemporairement", "FERME_TEMPORAIREMENT", problems),
        note=read_texts(ouverture.get("complementHoraire"), "complément d’horaire", problems),
    )
    for period in schedule.periods:
        _report_closed_openings(period, schedule, problems)
    schedule = _with_listed_days(schedule, dates_ouverture, problems)
    return schedule, problems.sentences


def _report_closed_openings(period: Period, schedule: Schedule, problems: Problems) -> None:
    if period.first is not None or not period.dates_only:
        problems.about = (period.first, period.last)
    for day in period.extra_dates:
        if _is_closed(schedule, day):
            problems.add(f"le {spoken_date(day, 'fr')} est à la fois ouvert et fermé ; la fermeture est retenue.")
    if period.first is not None and period.last is not None and not _plainly_opens(period, schedule):
        alone = replace(schedule, periods=(period,))
        last = max((period.last, *period.extra_dates))
        if next(occurrences(alone, min((period.first, *period.extra_dates)), last), None) is None:
            problems.add("aucun jour n’est ouvert.")
    problems.about = None


def _is_closed(schedule: Schedule, day: date) -> bool:
    return day in schedule.closed_dates or any(
        special_day(name, day.year) == day for name in schedule.closed_special_days
    )


def _plainly_opens(period: Period, schedule: Schedule) -> bool:
    """Whether a period opens some day, when weekdays alone settle it; False leaves the question open.

    Nearly all periods are answered here, which spares expanding them.
    """
    if schedule.closed_dates or schedule.closed_special_days or period.nth_weekdays or period.holidays_only:
        return False
    if any(entry.closed or entry.public_holidays for entry in period.hours):
        return False
    first, last = period.first, period.last
    if first is None or last is None:
        return False
    ruled = frozenset(period.weekdays) or EVERY_WEEKDAY
    with_hours = frozenset().union(*(entry.weekdays or EVERY_WEEKDAY for entry in period.hours))
    days = min((last - first).days + 1, 7)
    return any((first + timedelta(days=number)).isoweekday() in ruled & with_hours for number in range(days))


def _with_listed_days(schedule: Schedule, value: Any, problems: Problems) -> Schedule:
    listed = sorted(set(read_dates(value, "datesOuverture : la valeur", problems)))
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
