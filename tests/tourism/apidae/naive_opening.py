"""Days and hours of APIDAE's openings worked out again, day by day and without hurry, for tests to compare with."""

from calendar import monthrange
from datetime import date, timedelta

from tourism.schedule import Schedule, expand

FRENCH = ["LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE"]
SHORT = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
# Written by hand, so that the test does not lean on the calendar under test.
HOLIDAYS = {
    date.fromisoformat(day)
    for year, movable in {
        2026: ["2026-04-06", "2026-05-14", "2026-05-25"],
        2027: ["2027-03-29", "2027-05-06", "2027-05-17"],
    }.items()
    for day in [
        *movable,
        *(f"{year}-{day}" for day in ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]),
    ]
}
SPECIAL_2026 = {"PREMIER_MAI": (5, 1), "QUATORZE_JUILLET": (7, 14), "ASCENSION": (5, 14), "LUNDI_PENTECOTE": (5, 25)}


def naive_days(ouverture: dict, first: date, last: date) -> set[tuple[date, str | None, str | None]]:
    """(day, opening, closing) as the JSON says, one day after the other. Times cut to HH:MM."""
    found = set()
    day = first
    while day <= last:
        if not naive_closed(ouverture, day):
            for period in ouverture.get("periodesOuvertures", []):
                found |= {(day, *hours) for hours in naive_hours(period, day)}
        day += timedelta(days=1)
    return found


def naive_closed(ouverture: dict, day: date) -> bool:
    for closure in ouverture.get("fermeturesExceptionnelles", []):
        if closure.get("dateFermeture") == str(day) or str(day) in closure.get("dates", []):
            return True
        if SPECIAL_2026.get(closure.get("dateSpeciale")) == (day.month, day.day):
            return True
    return False


def naive_hours(period: dict, day: date) -> set[tuple[str | None, str | None]]:
    exceptional = str(day) in [opening["dateOuverture"] for opening in period.get("ouverturesExceptionnelles", [])]
    within = period["dateDebut"] <= str(day) <= period["dateFin"]
    if not within and not exceptional:
        return set()
    regular = exceptional or naive_day_of_type(period, day) or naive_type_is_contradicted(period)
    if period.get("horaires"):
        return naive_horaires(period["horaires"], day, regular, exceptional)
    if not regular:
        return set()
    return {naive_slot(period.get("horaireOuverture"), period.get("horaireFermeture"))}


def naive_day_of_type(period: dict, day: date) -> bool:
    name = FRENCH[day.weekday()]
    named = [entry["jour"] for entry in period.get("ouverturesJournalieres", [])]
    if period["type"] == "OUVERTURE_TOUS_LES_JOURS":
        return True
    if period["type"] == "OUVERTURE_SEMAINE":
        return name in named or "TOUS" in named
    if period["type"] == "OUVERTURE_SAUF":
        return name not in named and "TOUS" not in named
    for entry in period["ouverturesJourDuMois"]:
        same_days = [
            number
            for number in range(1, monthrange(day.year, day.month)[1] + 1)
            if entry["jour"] == "TOUS" or FRENCH[day.replace(day=number).weekday()] == entry["jour"]
        ]
        rank = {"D_1ER": 0, "D_2EME": 1, "D_3EME": 2, "D_4EME": 3, "D_DERNIER": -1}[entry["jourDuMois"]]
        if same_days[rank] == day.day:
            return True
    return False


def naive_type_is_contradicted(period: dict) -> bool:
    """Whether the weekdays of the hours and those of the type have nothing in common: then the hours are right."""
    if period["type"] not in ("OUVERTURE_SEMAINE", "OUVERTURE_SAUF"):
        return False
    monday = date(2026, 1, 5)
    by_type = {SHORT[shift] for shift in range(7) if naive_day_of_type(period, monday + timedelta(days=shift))}
    opened = [
        set(each.get("weekdays", []))
        for horaire in period.get("horaires", [])
        for each in horaire["timePeriods"]
        if not each.get("closed")
    ]
    named = set().union(*opened) - {"HOL"}
    if not named or (by_type and set() in opened):
        return False
    return not named & by_type


def naive_horaires(horaires: list, day: date, regular: bool, exceptional: bool) -> set:
    found = set()
    for horaire in horaires:
        for_holidays = [each for each in horaire["timePeriods"] if "HOL" in each.get("weekdays", [])]
        if for_holidays and day in HOLIDAYS:
            chosen = for_holidays
        elif regular:
            chosen = [
                each
                for each in horaire["timePeriods"]
                if not each.get("weekdays") or SHORT[day.weekday()] in each["weekdays"]
            ]
        else:
            chosen = []
        if any(each.get("closed") for each in chosen):
            continue
        for each in chosen:
            frames = each.get("timeFrames") or [{}]
            found |= {naive_slot(frame.get("startTime"), frame.get("endTime")) for frame in frames}
    if exceptional and not found:
        alternatives = {
            tuple(sorted({naive_slot(frame.get("startTime"), frame.get("endTime")) for frame in each["timeFrames"]}))
            for horaire in horaires
            for each in horaire["timePeriods"]
            if not each.get("closed") and each.get("timeFrames")
        }
        unknown = any(
            not each.get("closed") and not each.get("timeFrames")
            for horaire in horaires
            for each in horaire["timePeriods"]
        )
        found = set(alternatives.pop()) if len(alternatives) == 1 and not unknown else {(None, None)}
    return found


def naive_slot(opening: str | None, closing: str | None) -> tuple[str | None, str | None]:
    return (opening and opening[:5], closing and closing[:5])


def expanded(schedule: Schedule, first: date, last: date) -> set[tuple[date, str | None, str | None]]:
    return {
        (
            span.day,
            f"{span.start:%H:%M}" if span.start_known else None,
            f"{span.end:%H:%M}" if span.end_known else None,
        )
        for span in expand(schedule, first=first, last=last, limit=100_000)
    }
