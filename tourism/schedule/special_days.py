"""Days that move or that a law names: French public holidays and the special days of APIDAE.

``SPECIAL_DAYS`` covers the 28 values of ``fermeturesExceptionnelles[].dateSpeciale`` (APIDAE schemas v002 of June
2025). The French public holidays come from the ``holidays`` library, metropolitan France without the local days of
Alsace-Moselle and overseas.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

# Outside these years neither the Gregorian Easter nor the law says anything useful; no day is special there.
FIRST_YEAR, LAST_YEAR = 1900, 2200


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _federal_fast_monday(year: int) -> date:
    """The Monday after the third Sunday of September (canton of Vaud)."""
    first = date(year, 9, 1)
    return first + timedelta(days=(7 - first.isoweekday()) % 7 + 14 + 1)


SPECIAL_DAYS: dict[str, Callable[[int], date]] = {
    "PREMIER_JANVIER": _fixed(1, 1),
    "BERCHTOLDSTAG": _fixed(1, 2),
    "SAINT_JOSEPH": _fixed(3, 19),
    "ARRIVEE_EVANGILE": _fixed(3, 5),
    "FETE_CITOYENNETE": _fixed(9, 24),
    "VENDREDI_SAINT": _from_easter(-2),
    "LUNDI_PAQUES": _from_easter(1),
    "ASCENSION": _from_easter(39),
    "LUNDI_PENTECOTE": _from_easter(50),
    "PREMIER_MAI": _fixed(5, 1),
    "HUIT_MAI": _fixed(5, 8),
    "FETE_AUTONOMIE": _fixed(6, 29),
    "QUATORZE_JUILLET": _fixed(7, 14),
    "FETE_DIEU": _from_easter(60),
    "FETE_NATIONALE_SUISSE": _fixed(8, 1),
    "QUINZE_AOUT": _fixed(8, 15),
    "LUNDI_DU_JEUNE_FEDERAL": _federal_fast_monday,
    "PREMIER_NOVEMBRE": _fixed(11, 1),
    "ONZE_NOVEMBRE": _fixed(11, 11),
    "IMMACULEE_CONCEPTION": _fixed(12, 8),
    "VINGT_CINQ_DECEMBRE": _fixed(12, 25),
    "MARDI_GRAS": _from_easter(-47),
    "MERCREDI_DES_CENDRES": _from_easter(-46),
    "JEUDI_MI_CAREME": _from_easter(-24),
    "FETE_VICTOR_SCHOELCHER": _fixed(7, 21),
    "JOUR_DES_DEFUNTS": _fixed(11, 2),
    "ABOLITION_DE_LESCLAVAGE_GUADELOUPE": _fixed(5, 27),
    "ABOLITION_DE_LESCLAVAGE_MARTINIQUE": _fixed(5, 22),
}

FRENCH_PUBLIC_HOLIDAYS = frozenset(
    {
        "PREMIER_JANVIER",
        "LUNDI_PAQUES",
        "PREMIER_MAI",
        "HUIT_MAI",
        "ASCENSION",
        "LUNDI_PENTECOTE",
        "QUATORZE_JUILLET",
        "QUINZE_AOUT",
        "PREMIER_NOVEMBRE",
        "ONZE_NOVEMBRE",
        "VINGT_CINQ_DECEMBRE",
    }
)

# Days of Switzerland, overseas France or the calendar of the Church: they are honoured, and an editor is told.
FOREIGN_DAYS = frozenset(SPECIAL_DAYS) - FRENCH_PUBLIC_HOLIDAYS - {"VENDREDI_SAINT", "MARDI_GRAS", "JOUR_DES_DEFUNTS"}


def special_day(name: str, year: int) -> date | None:
    """The date of a special day in a year, None when the name or the year is unknown."""
    rule = SPECIAL_DAYS.get(name)
    if rule is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return rule(year)


@lru_cache(maxsize=512)
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of metropolitan France in a year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return frozenset()
    # The library reads its 250 countries when it is imported: a second that only who asks for holidays should wait.
    from holidays.countries import France  # noqa: PLC0415

    return frozenset(France(years=year).keys())


def is_public_holiday(day: date) -> bool:
    return day in public_holidays(day.year)
