"""School holidays of France by zone, from the calendar that the ministry publishes. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from vacances_scolaires_france import SchoolHolidayDates, UnsupportedYearException

from agenda.enums import SchoolHolidayKind, SchoolZone

_KINDS = {
    "Vacances de la Toussaint": SchoolHolidayKind.AUTUMN,
    "Vacances de Noël": SchoolHolidayKind.CHRISTMAS,
    "Vacances d'hiver": SchoolHolidayKind.WINTER,
    "Vacances de printemps": SchoolHolidayKind.SPRING,
    "Pont de l'Ascension": SchoolHolidayKind.ASCENSION,
    "Vacances d'été": SchoolHolidayKind.SUMMER,
}


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """Days without school in a row, both included."""

    kind: SchoolHolidayKind
    first: date
    last: date


def school_holidays(zone: SchoolZone, *, on: date, count: int = 3) -> list[SchoolHoliday]:
    """The holidays that are not over on a day, in order; fewer where the ministry has not published them yet."""
    known = [one for year in (on.year, on.year + 1) for one in _beginning_in(year, zone)]
    # Those of Christmas began in the year before.
    return [one for one in (*_beginning_in(on.year - 1, zone), *known) if one.last >= on][:count]


@lru_cache(maxsize=1)
def _calendar() -> SchoolHolidayDates:
    return SchoolHolidayDates()


@lru_cache(maxsize=16)
def _beginning_in(year: int, zone: SchoolZone) -> tuple[SchoolHoliday, ...]:
    days: dict[date, SchoolHolidayKind] = {}
    # From the last days of the year before, so that holidays under way on the first of January are not cut in two.
    for one in (year - 1, year, year + 1):
        try:
            found = _calendar().holidays_for_year_and_zone(one, zone.value)
        except UnsupportedYearException:
            continue
        days |= {day: _KINDS[row["nom_vacances"]] for day, row in found.items() if row["nom_vacances"] in _KINDS}
    holidays: list[SchoolHoliday] = []
    for day in sorted(days):
        last = holidays[-1] if holidays else None
        if last is not None and last.kind == days[day] and day - last.last == timedelta(days=1):
            holidays[-1] = SchoolHoliday(last.kind, last.first, day)
        else:
            holidays.append(SchoolHoliday(days[day], day, day))
    return tuple(one for one in holidays if one.first.year == year)
