"""``periodesOuvertures``: from which day to which, on which days of them, and the hours."""

from dataclasses import replace
from datetime import date
from typing import Any

from tourism.apidae.opening.days import Days, read_days
from tourism.apidae.opening.hours import Labels, read_hours
from tourism.apidae.opening.values import Problems, read_date, read_end, read_items, read_texts
from tourism.schedule import Period


def read_periods(
    value: Any, problems: Problems, *, repeats_yearly: bool, open_all_year: bool, labels: Labels
) -> list[Period]:
    """The periods in the order of time, each with an id of its own. One that opens no day is a problem."""
    periods = []
    for item in read_items(value, "Périodes d’ouverture", problems):
        period = _period(item, problems, repeats_yearly, open_all_year, labels)
        problems.about = None
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


def _period(item: dict, problems: Problems, repeats_yearly: bool, open_all_year: bool, labels: Labels) -> Period | None:
    first = read_date(item.get("dateDebut"), "Période d’ouverture : la date de début", problems)
    last, endless = read_end(item.get("dateFin"), "Période d’ouverture : la date de fin", problems)
    problems.about = (first, last)
    extra_dates = _extra_dates(item, problems)
    if first and last and first > last:
        problems.add("la fin est avant le début.")
        first = last = None
    elif endless:
        if first is None:
            problems.add("il manque la date de début.")
    elif (first is None) != (last is None):
        problems.add("il manque une des deux dates ; seul ce jour est retenu.")
        first = last = first or last
    elif first is None:
        problems.add("il manque les dates de début et de fin.")
    in_range = first is not None
    days = read_days(item, problems) if in_range else Days()
    hours, days = read_hours(item, days, problems, labels)
    if days.none and not any(entry.public_holidays and not entry.closed for entry in hours):
        in_range = False
    if not in_range and not extra_dates:
        problems.add("aucun jour n’est retenu.")
        return None
    number = item.get("identifiant")
    has_number = isinstance(number, int) and not isinstance(number, bool) and abs(number) < 10**18
    begin = first or extra_dates[0]
    every_year = repeats_yearly and in_range and (item.get("tousLesAns") is True or open_all_year)
    if every_year and endless:
        # From some day on without end, and so in the years that follow: only whole years are still said to repeat.
        every_year = (begin.month, begin.day) == (1, 1)
        last = date(begin.year, 12, 31) if every_year else None
    return Period(
        id=str(number) if has_number else f"{begin}_{last or (extra_dates[-1] if extra_dates else '')}",
        first=first if in_range else None,
        last=last if in_range else None,
        every_year=every_year,
        dates_only=not in_range,
        holidays_only=in_range and days.none,
        weekdays=days.weekdays,
        nth_weekdays=days.nth_weekdays,
        hours=hours,
        extra_dates=extra_dates,
        label=read_texts(item.get("nom"), "nom de la période", problems),
        note=read_texts(item.get("complementHoraire"), "complément d’horaire", problems),
    )


def _extra_dates(item: dict, problems: Problems) -> tuple[date, ...]:
    days = []
    for opening in read_items(item.get("ouverturesExceptionnelles"), "ouvertures exceptionnelles", problems):
        day = read_date(opening.get("dateOuverture"), "l’ouverture exceptionnelle", problems)
        if day is not None:
            days.append(day)
        elif not opening.get("dateOuverture"):
            problems.add("une ouverture exceptionnelle n’a pas de date.")
    return tuple(sorted(set(days)))
