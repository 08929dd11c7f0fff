"""Dates in, dates out: the days that a plain reading of the periods opens are those of the schedule.

The reading below is another program than the mapping's: day by day, straight from APIDAE's JSON. Where it opens no day
for a period, an editor must be told about that very period.
"""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tourism.apidae.opening import schedule_from_apidae
from tourism.schedule import Schedule, expand, spoken_date, spoken_range
from tourism.schedule.special_days import public_holidays

FIRST, LAST = date(2025, 12, 1), date(2029, 1, 31)
WINDOW = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
DAYS = ["LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE"]
SHORT = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
FIXED = {"PREMIER_MAI": (5, 1), "QUATORZE_JUILLET": (7, 14), "VINGT_CINQ_DECEMBRE": (12, 25)}


# Every form of a period ----------------------------------------------------------------------------------------------


def texts_of_dates(first: date = date(2026, 1, 1), last: date = date(2027, 6, 30)) -> st.SearchStrategy[str]:
    return st.dates(first, last).map(date.isoformat)


hours = st.sampled_from([None, "09:00", "10:30:00", "14:00", "23:00", "00:00", "02:00:00"])
time_frames = st.lists(st.builds(dict, startTime=hours, endTime=hours), max_size=2)
time_periods = st.fixed_dictionaries(
    {"weekdays": st.lists(st.sampled_from([*SHORT, "HOL"]), max_size=4), "timeFrames": time_frames},
    optional={"closed": st.booleans()},
)
horaires = st.lists(st.fixed_dictionaries({"timePeriods": st.lists(time_periods, max_size=3)}), max_size=2)
weekdays = st.lists(st.sampled_from([*DAYS, "TOUS"]).map(lambda day: {"jour": day}), max_size=4)
nth_days = st.builds(
    lambda nth, day: {"jourDuMois": nth, "jour": day},
    st.sampled_from(["D_1ER", "D_2EME", "D_3EME", "D_4EME", "D_DERNIER"]),
    st.sampled_from([*DAYS, "TOUS"]),
)
extra_days = st.lists(texts_of_dates().map(lambda day: {"dateOuverture": day}), max_size=3)
kinds = st.sampled_from(["OUVERTURE_TOUS_LES_JOURS", "OUVERTURE_SAUF", "OUVERTURE_SEMAINE", "OUVERTURE_MOIS"])
ends = st.one_of(
    st.tuples(texts_of_dates(), texts_of_dates()),  # reversed as often as not
    st.tuples(st.dates(date(2026, 1, 1), date(2027, 4, 1)), st.integers(0, 70)).map(
        lambda pair: (pair[0].isoformat(), (pair[0] + timedelta(days=pair[1])).isoformat())
    ),
    st.tuples(texts_of_dates(), st.none()),
    st.tuples(st.none(), texts_of_dates()),
    st.just((None, None)),
)


@st.composite
def periods(draw) -> dict[str, Any]:
    first, last = draw(ends)
    period = {"identifiant": draw(st.integers(1, 5)), "dateDebut": first, "dateFin": last}
    for key, strategy in {
        "type": kinds | st.just("OUVERTURE_LUNAIRE"),
        "ouverturesJournalieres": weekdays,
        "ouverturesJourDuMois": st.lists(nth_days, max_size=2),
        "ouverturesExceptionnelles": extra_days,
        "tousLesAns": st.booleans(),
        "horaireOuverture": hours,
        "horaireFermeture": hours,
        "horaires": horaires,
    }.items():
        if draw(st.integers(0, 2)):
            period[key] = draw(strategy)
    return period


closures = st.lists(
    st.one_of(
        texts_of_dates().map(lambda day: {"dateFermeture": day}),
        st.sampled_from(sorted(FIXED)).map(lambda name: {"dateSpeciale": name}),
        texts_of_dates().map(lambda day: {"dateSpeciale": "FETE_INCONNUE", "dates": [day]}),
    ),
    max_size=3,
)
openings = st.fixed_dictionaries(
    {"periodesOuvertures": st.lists(periods(), max_size=4)},
    optional={
        "fermeturesExceptionnelles": closures,
        "ouvertTouteLAnnee": st.just("OUVERT_TOUTE_L_ANNEE"),
        "fermeTemporairement": st.just("FERME_TEMPORAIREMENT"),
    },
)


# A plain reading -----------------------------------------------------------------------------------------------------


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def is_range_day(period: dict, today: date, *, yearly: bool) -> bool:
    """Between its ends, in its own years or, when it comes back, in later ones."""
    first, last = day(period["dateDebut"]), day(period["dateFin"])
    first, last = first or last, last or first
    if first is None or last is None or first > last:
        return False
    return any(
        first.replace(year=first.year + later) <= today <= last.replace(year=last.year + later)
        for later in range(4 if yearly else 1)
    )


def kind_of(period: dict) -> str:
    if period.get("type") in (None, "OUVERTURE_LUNAIRE"):
        listed = "OUVERTURE_SEMAINE" if period.get("ouverturesJournalieres") else "OUVERTURE_TOUS_LES_JOURS"
        month = period.get("ouverturesJourDuMois") and not period.get("ouverturesJournalieres")
        return "OUVERTURE_MOIS" if month else listed
    return period["type"]


def named_days(period: dict) -> set[int]:
    names = [entry["jour"] for entry in period.get("ouverturesJournalieres", [])]
    return set(range(7)) if "TOUS" in names else {DAYS.index(name) for name in names}


def days_by_type(period: dict) -> set[int]:
    """Weekdays that the type opens; for days of the month, all."""
    match kind_of(period):
        case "OUVERTURE_SEMAINE":
            return named_days(period)
        case "OUVERTURE_SAUF":
            return set(range(7)) - named_days(period)
        case "OUVERTURE_MOIS":
            return set(range(7)) if period.get("ouverturesJourDuMois") else set()
        case _:
            return set(range(7))


def is_month_day(period: dict, today: date) -> bool:
    if kind_of(period) != "OUVERTURE_MOIS":
        return True
    for rule in period.get("ouverturesJourDuMois", []):
        number = {"D_1ER": 1, "D_2EME": 2, "D_3EME": 3, "D_4EME": 4, "D_DERNIER": 0}[rule["jourDuMois"]]
        same = [
            other
            for other in (today.replace(day=1) + timedelta(days=n) for n in range(31))
            if other.month == today.month and rule["jour"] in ("TOUS", DAYS[other.weekday()])
        ]
        if same[number - 1] == today:
            return True
    return False


def groups_of(period: dict) -> list[list[dict]]:
    return [horaire["timePeriods"] for horaire in period.get("horaires", [])]


def has_hours(period: dict, today: date, *, by_type: bool) -> bool:
    """Whether the hours open a day of the range; `by_type` says whether its type does."""
    groups = groups_of(period)
    if all(entry.get("closed") for group in groups for entry in group):
        # Nothing but closures: they are taken from the older form.
        groups = [[{"weekdays": []}, *(entry for group in groups for entry in group)]]
    for group in groups:
        holiday = today in public_holidays(today.year) and any("HOL" in entry["weekdays"] for entry in group)
        chosen = [
            entry
            for entry in group
            if ("HOL" in entry["weekdays"] if holiday else SHORT[today.weekday()] in entry["weekdays"])
            or (not holiday and not entry["weekdays"])
        ]
        if chosen and (holiday or by_type) and not any(entry.get("closed") for entry in chosen):
            return True
    return False


def rules(period: dict, today: date) -> bool:
    """Whether a day of the range is open, type and hours reconciled."""
    by_type = days_by_type(period)
    entries = [entry for group in groups_of(period) for entry in group if not entry.get("closed")]
    by_hours = {SHORT.index(name) for entry in entries for name in entry["weekdays"] if name != "HOL"}
    every_day = any(not entry["weekdays"] for entry in entries)
    of_month = kind_of(period) == "OUVERTURE_MOIS" and by_type
    # The newer form is believed when the older names no day, or when the two have no day in common.
    if by_hours and (not by_type or not (by_type & by_hours or of_month or every_day)):
        by_type = set(range(7))
    by_type_today = today.weekday() in by_type and (not of_month or is_month_day(period, today))
    return has_hours(period, today, by_type=by_type_today)


def is_closed(opening: dict, today: date) -> bool:
    for closure in opening.get("fermeturesExceptionnelles", []):
        if today.isoformat() in (closure.get("dateFermeture"), *closure.get("dates", [])):
            return True
        if (today.month, today.day) == FIXED.get(closure.get("dateSpeciale", "")):
            return True
    return False


def opens(period: dict, opening: dict, today: date, *, repeats_yearly: bool) -> bool:
    if is_closed(opening, today):
        return False
    if any(entry["dateOuverture"] == today.isoformat() for entry in period.get("ouverturesExceptionnelles", [])):
        return True
    yearly = repeats_yearly and bool(period.get("tousLesAns") or opening.get("ouvertTouteLAnnee"))
    return is_range_day(period, today, yearly=yearly) and rules(period, today)


def open_days(opening: dict, *, repeats_yearly: bool) -> set[date]:
    periods = opening["periodesOuvertures"]
    return {
        today for today in WINDOW for period in periods if opens(period, opening, today, repeats_yearly=repeats_yearly)
    }


# The properties ------------------------------------------------------------------------------------------------------


def days_of(schedule: Schedule) -> set[date]:
    spans = expand(schedule, first=FIRST, last=LAST, limit=1_000_000)
    assert spans.complete
    return {span.day for span in spans}


def name_of(period: dict) -> str:
    first, last = day(period["dateDebut"]), day(period["dateFin"])
    first, last = first or last, last or first
    if first is None or last is None:
        return "Période sans dates"
    return f"Période du {spoken_date(first, 'fr')}" if first == last else f"Période {spoken_range(first, last, 'fr')}"


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(openings, st.booleans())
@example({"periodesOuvertures": [{"dateDebut": "2026-12-24", "dateFin": "2026-12-26"}] * 2}, False)
def test_days_of_the_schedule_are_those_of_a_plain_reading(opening, repeats_yearly):
    schedule, _sentences = schedule_from_apidae(opening, repeats_yearly=repeats_yearly)
    all_year = bool(opening.get("ouvertTouteLAnnee") and repeats_yearly and not schedule_of_periods(opening))
    if all_year:
        assert days_of(schedule) == {today for today in WINDOW if not is_closed(opening, today)}
    else:
        assert days_of(schedule) == open_days(opening, repeats_yearly=repeats_yearly)
    assert days_of(Schedule.from_json(schedule.to_json())) == days_of(schedule)


def schedule_of_periods(opening: dict) -> tuple:
    """The periods that are left of an opening, whatever it says of the whole year."""
    alone = {"periodesOuvertures": opening["periodesOuvertures"]}
    return schedule_from_apidae(alone, repeats_yearly=True)[0].periods


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(openings, st.booleans())
def test_period_that_opens_no_day_or_misses_an_end_is_named_in_a_remark(opening, repeats_yearly):
    _schedule, sentences = schedule_from_apidae(opening, repeats_yearly=repeats_yearly)
    for period in opening["periodesOuvertures"]:
        first, last = day(period["dateDebut"]), day(period["dateFin"])
        unusable = first is None or last is None or first > last
        silent = not any(opens(period, opening, today, repeats_yearly=False) for today in WINDOW)
        if unusable or silent:
            assert any(sentence.startswith(f"{name_of(period)} : ") for sentence in sentences), (period, sentences)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(openings, st.booleans(), st.randoms())
def test_order_of_the_periods_means_nothing(opening, repeats_yearly, random):
    shuffled = list(opening["periodesOuvertures"])
    random.shuffle(shuffled)
    one, _ = schedule_from_apidae(opening, repeats_yearly=repeats_yearly)
    other, _ = schedule_from_apidae(opening | {"periodesOuvertures": shuffled}, repeats_yearly=repeats_yearly)
    assert days_of(one) == days_of(other)
