"""Openings that a generator writes, of every form and damaged: the days of the naive evaluation, and never an error."""

import json
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.apidae.naive_opening import FRENCH, SHORT, SPECIAL_2026, expanded, naive_days
from tourism.apidae.opening import schedule_from_apidae
from tourism.schedule import Schedule, describe, expand, opening_status

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
