"""The reading of ``ouverture``, against an evaluation day by day that knows nothing of schedules."""

import json
import tarfile
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from tourism.apidae.opening import schedule_from_apidae
from tourism.schedule import Schedule, describe, expand, first_day, last_day, opening_status
from tourism.schedule.special_days import SPECIAL_DAYS

SHARED = Path(django_settings.BASE_DIR).parent / "shared" / "data" / "apidae"

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


# The naive evaluation -------------------------------------------------------------------------------------------


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


# Generated openings ---------------------------------------------------------------------------------------------

days_of_2026 = st.dates(date(2026, 1, 1), date(2026, 12, 31))
# Hours that exist on every day of the year; changes of summer time have their own tests.
hours = st.integers(4 * 12, 23 * 12).map(lambda five: f"{five // 12:02}:{five % 12 * 5:02}")


@st.composite
def time_pairs(draw):
    opening, closing = draw(st.lists(hours, min_size=2, max_size=2, unique=True))
    return opening, closing


@st.composite
def old_periods(draw):
    first = draw(days_of_2026)
    period = {
        "identifiant": draw(st.integers(1, 10**8)),
        "dateDebut": str(first),
        "dateFin": str(min(date(2026, 12, 31), first + timedelta(days=draw(st.integers(0, 120))))),
        "type": draw(
            st.sampled_from(
                ["OUVERTURE_TOUS_LES_JOURS", "OUVERTURE_SAUF", "OUVERTURE_SEMAINE", "OUVERTURE_MOIS"],
            )
        ),
        "tousLesAns": draw(st.booleans()),
    }
    if period["type"] in ("OUVERTURE_SAUF", "OUVERTURE_SEMAINE"):
        names = draw(st.lists(st.sampled_from([*FRENCH, "TOUS"]), min_size=1, max_size=4))
        period["ouverturesJournalieres"] = [{"jour": name} for name in names]
    if period["type"] == "OUVERTURE_MOIS":
        rules = st.tuples(
            st.sampled_from(["D_1ER", "D_2EME", "D_3EME", "D_4EME", "D_DERNIER"]), st.sampled_from([*FRENCH, "TOUS"])
        )
        period["ouverturesJourDuMois"] = [
            {"jourDuMois": nth, "jour": name} for nth, name in draw(st.lists(rules, min_size=1, max_size=3))
        ]
    if draw(st.booleans()):
        dates = draw(st.lists(days_of_2026, max_size=4))
        period["ouverturesExceptionnelles"] = [{"dateOuverture": str(day)} for day in dates]
    opening, closing = draw(time_pairs())
    form = draw(st.sampled_from(["none", "opening", "closing", "both"]))
    if form in ("opening", "both"):
        period["horaireOuverture"] = f"{opening}:00"
    if form in ("closing", "both"):
        period["horaireFermeture"] = f"{closing}:00"
    return period


@st.composite
def time_periods(draw):
    period = {}
    if draw(st.booleans()):
        period["weekdays"] = draw(st.lists(st.sampled_from([*SHORT, "HOL"]), min_size=1, max_size=5, unique=True))
    if draw(st.integers(0, 5)) == 0:
        return period | {"closed": True}
    if draw(st.booleans()):
        period["closed"] = False
    pairs = draw(st.lists(time_pairs(), max_size=2, unique_by=lambda pair: pair[0]))
    period["timeFrames"] = [
        {"startTime": opening} | ({"endTime": closing} if draw(st.booleans()) else {}) for opening, closing in pairs
    ]
    return period


@st.composite
def new_periods(draw):
    period = draw(old_periods())
    opened = time_periods().filter(lambda each: not each.get("closed"))
    period["horaires"] = [
        {"id": number, "timePeriods": [draw(opened), *draw(st.lists(time_periods(), max_size=3))]}
        for number in range(draw(st.integers(1, 2)))
    ]
    return period


closures = st.one_of(
    days_of_2026.map(lambda day: {"dateFermeture": str(day)}),
    st.lists(days_of_2026, max_size=3).map(lambda days: {"dates": [str(day) for day in days]}),
    st.sampled_from(sorted(SPECIAL_2026)).map(lambda name: {"dateSpeciale": name}),
)


@settings(deadline=None)
@given(st.lists(old_periods(), min_size=1, max_size=3), st.lists(closures, max_size=3), st.booleans())
def test_old_forms_give_the_days_of_the_naive_evaluation(periods, closed, repeats_yearly):
    ouverture = {"periodesOuvertures": periods, "fermeturesExceptionnelles": closed}
    schedule, _ = schedule_from_apidae(ouverture, repeats_yearly=repeats_yearly)
    window = {"first": date(2026, 1, 1), "last": date(2026, 12, 31)}
    assert expanded(schedule, **window) == naive_days(ouverture, **window)
    assert Schedule.from_json(json.loads(json.dumps(schedule.to_json()))) == schedule


@settings(deadline=None)
@given(st.lists(new_periods(), min_size=1, max_size=2), st.lists(closures, max_size=3))
def test_new_forms_give_the_days_of_the_naive_evaluation(periods, closed):
    ouverture = {"periodesOuvertures": periods, "fermeturesExceptionnelles": closed}
    schedule, _ = schedule_from_apidae(ouverture, repeats_yearly=False)
    window = {"first": date(2026, 1, 1), "last": date(2026, 12, 31)}
    assert expanded(schedule, **window) == naive_days(ouverture, **window)
    assert Schedule.from_json(json.loads(json.dumps(schedule.to_json()))) == schedule


@settings(deadline=None)
@given(old_periods())
def test_yearly_flag_repeats_sites_and_never_events(period):
    ouverture = {"periodesOuvertures": [period | {"tousLesAns": True}]}
    site, _ = schedule_from_apidae(ouverture, repeats_yearly=True)
    event, _ = schedule_from_apidae(ouverture, repeats_yearly=False)
    moved = period | {
        "dateDebut": period["dateDebut"].replace("2026", "2027"),
        "dateFin": period["dateFin"].replace("2026", "2027"),
        "ouverturesExceptionnelles": [],
    }
    window = {"first": date(2027, 1, 1), "last": date(2027, 12, 31)}
    assert expanded(site, **window) == naive_days({"periodesOuvertures": [moved]}, **window)
    assert expanded(event, **window) == set()


# Whatever the JSON ----------------------------------------------------------------------------------------------

KEYS = [
    "periodesOuvertures",
    "fermeturesExceptionnelles",
    "dateDebut",
    "dateFin",
    "type",
    "ouverturesJournalieres",
    "jour",
    "jourDuMois",
    "ouverturesJourDuMois",
    "ouverturesExceptionnelles",
    "dateOuverture",
    "horaires",
    "timePeriods",
    "timeFrames",
    "weekdays",
    "closed",
    "startTime",
    "endTime",
    "recurrence",
    "dateFermeture",
    "dateSpeciale",
    "dates",
    "complementHoraire",
    "libelleFr",
    "nom",
    "identifiant",
    "tousLesAns",
    "ouvertTouteLAnnee",
    "fermeTemporairement",
    "horaireOuverture",
    "horaireFermeture",
    "id",
]
VALUES = [
    "2026-07-14",
    "0000-00-00",
    "9999-12-31",
    "0001-01-01",
    "2026-02-30",
    "10:00",
    "24:00",
    "25:99",
    "٣:٠٠",
    "LUNDI",
    "TOUS",
    "D_1ER",
    "MON",
    "HOL",
    "OUVERTURE_MOIS",
    "OUVERTURE_SAUF",
    "OUVERTURE_SEMAINE",
    "OUVERT_TOUTE_L_ANNEE",
    "FERME_TEMPORAIREMENT",
    "PREMIER_MAI",
]
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=True), st.text(max_size=12), st.sampled_from(VALUES)
)
any_json = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), st.text(max_size=4)), inner, max_size=6),
    ),
    max_leaves=30,
)


@settings(deadline=None)
@given(any_json, any_json, st.booleans())
def test_reading_raises_on_no_json(ouverture, dates, repeats_yearly):
    schedule, sentences = schedule_from_apidae(ouverture, repeats_yearly=repeats_yearly, dates_ouverture=dates)
    assert all(isinstance(sentence, str) and sentence.endswith((".", "?")) for sentence in sentences)
    assert Schedule.from_json(json.loads(json.dumps(schedule.to_json()))) == schedule


@st.composite
def damaged_ouvertures(draw):
    """A good opening in which one value, somewhere, is replaced by anything."""
    ouverture = {
        "periodesOuvertures": draw(st.lists(st.one_of(old_periods(), new_periods()), min_size=1, max_size=2)),
        "fermeturesExceptionnelles": draw(st.lists(closures, max_size=2)),
    }
    holder = ouverture
    for _ in range(draw(st.integers(1, 6))):
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not keys:
            break
        key = draw(st.sampled_from(keys))
        if not isinstance(holder[key], dict | list) or draw(st.booleans()):
            holder[key] = draw(any_json)
            break
        holder = holder[key]
    return ouverture


@settings(deadline=None)
@given(damaged_ouvertures(), st.booleans())
def test_damaged_openings_are_read_and_described(ouverture, repeats_yearly):
    schedule, _ = schedule_from_apidae(ouverture, repeats_yearly=repeats_yearly)
    assert Schedule.from_json(json.loads(json.dumps(schedule.to_json()))) == schedule
    describe(schedule, "fr")
    opening_status(schedule, datetime(2026, 7, 14, 10, tzinfo=UTC))
    assert len(expand(schedule, first=date.min, last=date.max, limit=10)) <= 10


# Single forms ---------------------------------------------------------------------------------------------------


def read(*periods: dict, **ouverture) -> tuple[Schedule, list[str]]:
    return schedule_from_apidae({"periodesOuvertures": list(periods), **ouverture}, repeats_yearly=False)


def july(**values) -> dict:
    return {
        "identifiant": 1,
        "dateDebut": "2026-07-06",
        "dateFin": "2026-07-19",
        "type": "OUVERTURE_TOUS_LES_JOURS",
    } | values


def july_days(schedule: Schedule) -> list[int]:
    return sorted({span.day.day for span in expand(schedule, first=date(2026, 7, 1), last=date(2026, 7, 31))})


def test_end_before_start_is_a_sentence():
    schedule, sentences = read(july(dateDebut="2026-06-03", dateFin="2026-06-02"))
    assert schedule.periods == ()
    assert sentences == [
        "Période du 3 au 2\u00a0juin 2026 : la fin est avant le début.",
        "Période du 3 au 2\u00a0juin 2026 : aucun jour n’est retenu.",
    ]


def test_end_before_start_keeps_exceptional_openings():
    schedule, _ = read(july(dateDebut="2026-07-20", ouverturesExceptionnelles=[{"dateOuverture": "2026-07-04"}]))
    assert july_days(schedule) == [4]


def test_one_missing_bound_keeps_the_other_day():
    schedule, sentences = read({"dateDebut": "2026-07-06", "type": "OUVERTURE_TOUS_LES_JOURS"})
    assert july_days(schedule) == [6]
    assert sentences == [
        "Période du 6\u00a0juillet 2026 : il manque une des deux dates ; seul ce jour est retenu.",
    ]


@pytest.mark.parametrize("end", ["9999-12-31", "2999-01-01", "2200-01-01", "9999-12-31T23:59:59"])
def test_end_in_a_far_year_means_that_no_end_is_in_sight(end):
    schedule, sentences = read(july(dateDebut="2026-12-05", dateFin=end, horaireOuverture="10:00:00"))
    assert sentences == []
    assert (schedule.periods[0].first, schedule.periods[0].last) == (date(2026, 12, 5), None)
    assert (first_day(schedule), last_day(schedule)) == (date(2026, 12, 5), None)
    winter = expand(schedule, first=date(2026, 12, 1), last=date(2027, 1, 31))
    assert (len(winter), winter.complete) == (58, True)
    assert expand(schedule, first=date(2150, 3, 1), last=date(2150, 3, 2))[0].day == date(2150, 3, 1)
    assert describe(schedule, "fr") == "tous les jours à partir du 5\u00a0décembre, à partir de 10\u00a0h"
    assert Schedule.from_json(json.loads(json.dumps(schedule.to_json()))) == schedule


def test_last_end_that_is_a_date_is_kept_as_it_is():
    schedule, sentences = read(july(dateFin="2199-12-31"))
    assert (schedule.periods[0].last, last_day(schedule), sentences) == (date(2199, 12, 31), date(2199, 12, 31), [])


def test_weekdays_of_a_period_without_end_are_still_those_that_open():
    schedule, sentences = read(
        july(dateFin="9999-12-31", type="OUVERTURE_SEMAINE", ouverturesJournalieres=[{"jour": "MARDI"}])
    )
    assert (july_days(schedule), sentences) == ([7, 14, 21, 28], [])


@pytest.mark.parametrize("flags", [{"periode": True}, {"site": "OUVERT_TOUTE_L_ANNEE"}, {}])
def test_site_open_without_end_is_open_every_year(flags):
    period = july(dateDebut="2026-01-01", dateFin="9999-12-31", tousLesAns=flags.get("periode", False))
    ouverture = {"periodesOuvertures": [period], "ouvertTouteLAnnee": flags.get("site")}
    schedule, sentences = schedule_from_apidae(ouverture, repeats_yearly=True)
    assert sentences == []
    for year in (2026, 2027, 2040):
        assert len(expand(schedule, first=date(year, 1, 1), last=date(year, 12, 31))) == (366 if year % 4 == 0 else 365)
    assert expand(schedule, first=date(2025, 1, 1), last=date(2025, 12, 31)) == []
    assert last_day(schedule) is None
    assert describe(schedule, "fr", year=2026) == "tous les jours toute l’année"


def test_site_that_repeats_from_the_middle_of_a_year_without_end():
    period = july(dateDebut="2026-04-01", dateFin="9999-12-31", tousLesAns=True)
    schedule, sentences = schedule_from_apidae({"periodesOuvertures": [period]}, repeats_yearly=True)
    assert (describe(schedule, "fr", year=2026), sentences) == ("tous les jours à partir du 1er\u00a0avril", [])
    assert describe(schedule, "fr", year=2027) == "tous les jours toute l’année"
    assert len(expand(schedule, first=date(2027, 1, 1), last=date(2027, 12, 31))) == 365


def test_end_out_of_sight_without_a_beginning_opens_nothing():
    schedule, sentences = read(july(dateDebut=None, dateFin="9999-12-31"))
    assert schedule.periods == ()
    assert sentences == [
        "Période sans dates : il manque la date de début.",
        "Période sans dates : aucun jour n’est retenu.",
    ]


def test_beginning_in_a_far_year_is_not_a_date():
    _, sentences = read(july(dateDebut="9999-12-31", dateFin="9999-12-31"))
    assert sentences[0] == "Période d’ouverture : la date de début « 9999-12-31 » n’est pas une date."


def test_horaires_win_over_horaire_ouverture():
    horaires = [{"timePeriods": [{"timeFrames": [{"startTime": "10:00", "endTime": "12:00", "recurrence": "00:30"}]}]}]
    schedule, sentences = read(july(horaires=horaires, horaireOuverture="08:00:00"))
    spans = expand(schedule, first=date(2026, 7, 6), last=date(2026, 7, 6))
    assert [(span.start.time(), span.end.time(), span.every_minutes) for span in spans] == [(time(10), time(12), 30)]
    assert sentences == []


@pytest.mark.parametrize("horaires", [[], [{}], [{"timePeriods": []}], "10:00", [None]])
def test_unreadable_horaires_leave_horaire_ouverture(horaires):
    schedule, _ = read(july(horaires=horaires, horaireOuverture="08:00:00"))
    assert expand(schedule, first=date(2026, 7, 6), last=date(2026, 7, 6))[0].start.time() == time(8)


def test_type_of_hours_is_kept_on_the_slots():
    horaires = [
        {
            "type": {"elementReferenceType": "HoraireType", "id": 7460, "libelleFr": "Visite guidée"},
            "timePeriods": [{"weekdays": ["TUE"], "timeFrames": [{"startTime": "15:00"}]}],
        }
    ]
    schedule, _ = read(july(horaires=horaires))
    spans = expand(schedule, first=date(2026, 7, 1), last=date(2026, 7, 31))
    assert [(span.day.day, span.kind, span.label) for span in spans] == [
        (7, "7460", {"fr": "Visite guidée"}),
        (14, "7460", {"fr": "Visite guidée"}),
    ]


def test_hol_closed_closes_the_national_day():
    horaires = [{"timePeriods": [{"timeFrames": [{"startTime": "10:00"}]}, {"weekdays": ["HOL"], "closed": True}]}]
    schedule, _ = read(july(horaires=horaires))
    assert july_days(schedule) == [6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19]


def test_hol_named_opens_the_national_day_and_gives_its_hours():
    horaires = [
        {
            "timePeriods": [
                {"weekdays": ["TUE"], "timeFrames": [{"startTime": "09:00", "endTime": "18:00"}]},
                {"weekdays": ["SUN", "HOL"], "timeFrames": [{"startTime": "10:00", "endTime": "17:00"}]},
            ]
        }
    ]
    schedule, _ = read(july(horaires=horaires))
    assert expanded(schedule, date(2026, 7, 1), date(2026, 7, 31)) == {
        (date(2026, 7, 7), "09:00", "18:00"),
        (date(2026, 7, 12), "10:00", "17:00"),
        (date(2026, 7, 14), "10:00", "17:00"),
        (date(2026, 7, 19), "10:00", "17:00"),
    }


def test_plain_weekdays_ignore_public_holidays():
    horaires = [{"timePeriods": [{"weekdays": ["TUE"], "timeFrames": [{"startTime": "09:00"}]}]}]
    schedule, _ = read(july(horaires=horaires))
    assert july_days(schedule) == [7, 14]


def test_weekdays_of_hours_narrow_the_type():
    horaires = [{"timePeriods": [{"weekdays": SHORT, "timeFrames": [{"startTime": "09:00"}]}]}]
    schedule, sentences = read(
        july(type="OUVERTURE_SEMAINE", ouverturesJournalieres=[{"jour": "MARDI"}], horaires=horaires)
    )
    assert (july_days(schedule), sentences) == ([7, 14], [])


def test_weekdays_of_hours_are_believed_when_the_type_disagrees():
    horaires = [{"timePeriods": [{"weekdays": ["WED"], "timeFrames": [{"startTime": "09:00"}]}]}]
    schedule, sentences = read(
        july(type="OUVERTURE_SEMAINE", ouverturesJournalieres=[{"jour": "MARDI"}], horaires=horaires)
    )
    assert july_days(schedule) == [8, 15]
    assert sentences == [
        "Période du 6 au 19\u00a0juillet 2026 : les jours de la période (mardi) ne sont pas ceux de ses horaires "
        "(mercredi), qui sont retenus."
    ]


def test_closed_weekdays_apply_to_the_old_hours_when_no_hours_are_open():
    horaires = [{"timePeriods": [{"weekdays": ["MON"], "closed": True}]}]
    schedule, sentences = read(july(horaires=horaires, horaireOuverture="08:00:00"))
    assert july_days(schedule) == [7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19]
    assert sentences == ["Période du 6 au 19\u00a0juillet 2026 : les horaires ne contiennent que des fermetures."]


def test_unknown_weekday_alone_does_not_open_every_day():
    horaires = [
        {"timePeriods": [{"weekdays": ["LUN"]}, {"weekdays": ["TUE"], "timeFrames": [{"startTime": "09:00"}]}]},
    ]
    schedule, sentences = read(july(horaires=horaires))
    assert july_days(schedule) == [7, 14]
    assert sentences == ["Période du 6 au 19\u00a0juillet 2026 : le jour « LUN » des horaires est inconnu."]


def test_opening_that_is_also_closed_is_closed_and_reported():
    schedule, sentences = read(
        july(ouverturesExceptionnelles=[{"dateOuverture": "2026-07-25"}]),
        fermeturesExceptionnelles=[{"dateFermeture": "2026-07-25"}],
    )
    assert july_days(schedule) == list(range(6, 20))
    assert sentences == [
        "Période du 6 au 19\u00a0juillet 2026 : le 25\u00a0juillet 2026 est à la fois ouvert et fermé ; "
        "la fermeture est retenue."
    ]


def test_type_without_any_day_is_reported():
    schedule, sentences = read(july(type="OUVERTURE_SAUF", ouverturesJournalieres=[{"jour": "TOUS"}]))
    assert july_days(schedule) == []
    assert sentences == [
        "Période du 6 au 19\u00a0juillet 2026 : tous les jours de la semaine sont exclus.",
        "Période du 6 au 19\u00a0juillet 2026 : aucun jour n’est retenu.",
    ]


def test_weekday_that_the_range_does_not_hold_is_reported():
    _, sentences = read(
        july(dateFin="2026-07-07", type="OUVERTURE_SEMAINE", ouverturesJournalieres=[{"jour": "SAMEDI"}])
    )
    assert sentences == ["Période du 6 au 7\u00a0juillet 2026 : aucun jour n’est ouvert."]


def test_unknown_special_day_keeps_its_dates_and_is_reported():
    schedule, sentences = read(
        july(), fermeturesExceptionnelles=[{"dateSpeciale": "SAINT_GLINGLIN", "dates": ["2026-07-15"]}]
    )
    assert july_days(schedule) == [day for day in range(6, 20) if day != 15]
    assert sentences == ["Fermeture exceptionnelle « SAINT_GLINGLIN » : jour inconnu, seules ses dates sont retenues."]


def test_foreign_special_day_is_honoured_and_reported():
    schedule, sentences = read(
        july(dateDebut="2026-07-31", dateFin="2026-08-02"),
        fermeturesExceptionnelles=[{"dateSpeciale": "FETE_NATIONALE_SUISSE"}],
    )
    days = [span.day.day for span in expand(schedule, first=date(2026, 7, 1), last=date(2026, 8, 31))]
    assert days == [31, 2]
    assert sentences == ["Fermeture exceptionnelle « FETE_NATIONALE_SUISSE » : ce jour n’est pas férié en métropole."]


def test_open_all_year_without_period_is_open_every_day_for_a_site():
    ouverture = {
        "ouvertTouteLAnnee": "OUVERT_TOUTE_L_ANNEE",
        "fermeturesExceptionnelles": [{"dateSpeciale": "PREMIER_MAI"}],
    }
    schedule, sentences = schedule_from_apidae(ouverture, repeats_yearly=True)
    spans = expand(schedule, first=date(2026, 4, 30), last=date(2026, 5, 2))
    assert [(span.day.day, span.all_day) for span in spans] == [(30, True), (2, True)]
    assert sentences == []
    event, sentences = schedule_from_apidae(ouverture, repeats_yearly=False)
    assert event.periods == ()
    assert sentences == ["« Ouvert toute l’année » sans période : aucune date n’est retenue pour un événement."]


def test_temporary_closure_is_kept():
    schedule, _ = read(july(), fermeTemporairement="FERME_TEMPORAIREMENT")
    assert {str(span.status) for span in expand(schedule, first=date(2026, 7, 1), last=date(2026, 7, 31))} == {
        "suspended"
    }
    assert opening_status(schedule, datetime(2026, 7, 8, 12, tzinfo=UTC)).state == "temporarily_closed"


def test_texts_are_kept_in_their_languages():
    schedule, _ = read(
        july(nom="Visites", complementHoraire={"libelleFr": "Sur réservation", "libellePtBR": "Com reserva"}),
        complementHoraire={"libelleFr": "Selon météo"},
    )
    assert (schedule.note, schedule.periods[0].label, schedule.periods[0].note) == (
        {"fr": "Selon météo"},
        {"fr": "Visites"},
        {"fr": "Sur réservation", "pt-br": "Com reserva"},
    )


def test_periods_are_in_order_whatever_the_array():
    late, early = july(identifiant=1, dateDebut="2026-07-10"), july(identifiant=2, dateFin="2026-07-08")
    assert read(late, early)[0] == read(early, late)[0]
    assert [period.id for period in read(late, early)[0].periods] == ["2", "1"]


def test_listed_open_days_are_added_when_no_period_gives_them():
    schedule, sentences = schedule_from_apidae(
        {"periodesOuvertures": [july(dateFin="2026-07-07")]},
        repeats_yearly=False,
        dates_ouverture=["2026-07-06", "2026-07-20"],
    )
    assert july_days(schedule) == [6, 7, 20]
    assert sentences == [
        "1 jours des périodes ne figurent pas dans datesOuverture, le premier le 7\u00a0juillet 2026.",
        "1 jours de datesOuverture ne figurent dans aucune période, le premier le 20\u00a0juillet 2026 ; "
        "ils sont ajoutés.",
    ]


@pytest.mark.parametrize(
    ("opening", "closing", "expected"),
    [
        ("00:00:00", "23:59:00", (None, None)),
        ("00:00:00", "00:00:00", (None, None)),
        ("20:00:00", "24:00", ("20:00", "00:00")),
        ("9:30", None, ("09:30", None)),
        (None, "17:00:00", (None, "17:00")),
        ("21:00:00", "01:30:00", ("21:00", "01:30")),
    ],
)
def test_hours_of_a_day(opening, closing, expected):
    schedule, sentences = read(july(dateFin="2026-07-06", horaireOuverture=opening, horaireFermeture=closing))
    assert expanded(schedule, date(2026, 7, 1), date(2026, 7, 31)) == {(date(2026, 7, 6), *expected)}
    assert sentences == []


def test_equal_hours_leave_the_end_unknown_and_are_reported():
    schedule, sentences = read(july(dateFin="2026-07-06", horaireOuverture="20:30:00", horaireFermeture="20:30:00"))
    assert expanded(schedule, date(2026, 7, 1), date(2026, 7, 31)) == {(date(2026, 7, 6), "20:30", None)}
    assert sentences == [
        "Période du 6\u00a0juillet 2026 : l’heure de fin est celle du début (20:30) ; la fin est inconnue."
    ]


# Real data ------------------------------------------------------------------------------------------------------


def real_openings():
    def walk(value):
        if isinstance(value, dict):
            if isinstance(value.get("ouverture"), dict):
                yield value
            for inner in value.values():
                yield from walk(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner)

    for path in sorted(SHARED.rglob("*.json")):
        yield from walk(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real APIDAE data is not beside the project")
def test_real_periods_give_their_dates_or_a_sentence():
    read_periods = 0
    for item in real_openings():
        for period in item["ouverture"].get("periodesOuvertures", []):
            alone = {**item["ouverture"], "periodesOuvertures": [period]}
            schedule, sentences = schedule_from_apidae(
                alone, repeats_yearly=item.get("type") != "FETE_ET_MANIFESTATION"
            )
            first, last = date.fromisoformat(period["dateDebut"]), date.fromisoformat(period["dateFin"])
            window = {"first": first, "last": last}
            assert expanded(schedule, **window) == naive_days(alone, **window)
            assert expanded(schedule, **window) or sentences
            read_periods += 1
    assert read_periods > 50


@pytest.mark.skipif(not SHARED.is_dir(), reason="the official APIDAE schemas are not beside the project")
def test_special_days_are_those_of_the_official_schema():
    with tarfile.open(next(SHARED.glob("schemas-v002-*.tar.gz"))) as archive:
        names = (
            name for name in archive.getnames() if name.endswith("export/full/misc/fermetureExceptionnelle.schema")
        )
        schema = json.load(archive.extractfile(next(names)))
    assert set(schema["properties"]["dateSpeciale"]["enum"]) == set(SPECIAL_DAYS)
