"""Dates of schema.org: dates in, dates out."""

import json
from dataclasses import replace
from datetime import UTC, date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.schedule.form_checks import FIRST, LAST, SCHEDULES, covered, takes_place, with_whole_days
from tourism.schedule import Hours, Override, Period, Schedule, Slot, Status, describe, expand, occurrences
from tourism.schedule.schema_org import event_schedules_of, events_of, opening_hours_of, schedule_from_schema_org

AROUND = (FIRST - timedelta(days=40), LAST + timedelta(days=40))
SUMMER = {"first": date(2026, 1, 1), "last": date(2027, 12, 31)}


def as_json(value):
    return json.loads(json.dumps(value))


def read(**node):
    schedule, remarks = schedule_from_schema_org({"@type": "Event"} | node)
    return [
        (
            span.day.isoformat(),
            "" if span.all_day else span.start.strftime("%H:%M") if span.start_known else "?",
            "" if span.all_day else f"{span.end:%H:%M}" if span.end else "?",
            span.status.value,
        )
        for span in expand(schedule, **SUMMER)
    ], remarks


def days(schedule, remarks=None):
    assert remarks in (None, [])
    return [span.day.isoformat() for span in expand(schedule, **SUMMER)]


@settings(deadline=None, max_examples=300)
@given(SCHEDULES)
def test_schedule_nodes_written_and_read_again_are_the_same_dates(schedule):
    nodes, _ = event_schedules_of(schedule, first=FIRST, last=LAST)
    again, remarks = schedule_from_schema_org({"eventSchedule": as_json(nodes)})
    assert takes_place(again, *AROUND) == takes_place(with_whole_days(schedule, starts=(time(0),)))
    assert remarks == []


@settings(deadline=None, max_examples=300)
@given(SCHEDULES)
def test_opening_hours_written_and_read_again_are_the_same_dates(schedule):
    node, _ = opening_hours_of(schedule, first=FIRST, last=LAST)
    again, remarks = schedule_from_schema_org(as_json(node))
    assert takes_place(again, *AROUND) == takes_place(with_whole_days(schedule))
    assert remarks == []


@settings(deadline=None, max_examples=300)
@given(SCHEDULES)
def test_events_written_and_read_again_cover_the_same_time(schedule):
    schedule = replace(schedule, overrides=())
    events, _ = events_of(schedule, first=FIRST, last=LAST)
    again, remarks = schedule_from_schema_org({"subEvent": as_json(events)})
    assert covered(again, *AROUND) == covered(with_whole_days(schedule, starts=(time(0),)))
    assert remarks == []


EVENINGS = st.dictionaries(
    st.dates(FIRST, LAST),
    st.sampled_from([status for status in Status if status not in (Status.FULL, Status.SUSPENDED)]),
    min_size=1,
    max_size=6,
)
HALVES = st.sampled_from(
    [Slot(), Slot(time(20)), Slot(time(20), time(23)), Slot(time(22), time(2)), Slot(None, time(9))]
)


@settings(deadline=None)
@given(EVENINGS, HALVES, st.integers(1, 3))
def test_status_and_former_date_of_each_event_survive(evenings, slot, later):
    moved_to = {day: day + timedelta(days=200 + later) for day in evenings}
    schedule = Schedule(
        periods=(Period(id="p", dates_only=True, extra_dates=tuple(evenings), hours=(Hours(slots=(slot,)),)),),
        overrides=tuple(
            Override(day, slot.start, status=status, new_day=moved_to[day] if status == Status.MOVED else None)
            for day, status in evenings.items()
        ),
    )
    far = LAST + timedelta(days=300)
    events, remarks = events_of(schedule, first=FIRST, last=far)
    again, more = schedule_from_schema_org({"subEvent": as_json(events)})

    def said(one):
        return {
            (span.start.astimezone(UTC), span.end, span.all_day, span.status, span.original_day, span.original_start)
            for span in occurrences(one, FIRST, far)
        }

    assert said(again) == said(schedule)
    assert (remarks, more) == ([], [])


SCHEDULE_NODE = {
    "@type": "Schedule",
    "startDate": "2026-07-07",
    "endDate": "2026-08-25",
    "repeatFrequency": "P1W",
    "byDay": "https://schema.org/Tuesday",
    "startTime": "09:00:00",
    "endTime": "13:00",
    "exceptDate": ["2026-07-14", "2026-07-21T09:00:00+02:00"],
    "scheduleTimezone": "Europe/Paris",
}


def test_weekly_schedule_is_a_rule():
    schedule, remarks = schedule_from_schema_org({"eventSchedule": SCHEDULE_NODE})
    assert describe(schedule, "fr").replace("\u00a0", " ") == (
        "tous les mardis du 7 juillet au 25 août, de 9 h à 13 h, sauf le 14 juillet et le 21 juillet"
    )
    assert remarks == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"repeatFrequency": "Weekly", "byDay": None}, ["07-07", "07-28", "08-04", "08-11", "08-18", "08-25"]),
        ({"repeatFrequency": "P2W"}, ["07-07", "08-04", "08-18"]),
        ({"repeatFrequency": "P2W", "byDay": "TU", "repeatCount": 3}, ["07-07", "08-04"]),
        ({"repeatFrequency": "P1D", "byDay": ["Saturday", "Sunday"], "endDate": "2026-07-12"}, ["07-11", "07-12"]),
        ({"repeatFrequency": "P1M", "byDay": ["2TU", "-1FR"]}, ["07-31", "08-11"]),
        ({"repeatFrequency": "P1M", "byDay": None, "byMonthDay": [1, 15]}, ["07-15", "08-01", "08-15"]),
        ({"repeatFrequency": "P1M", "byDay": None, "byMonthDay": 1}, ["08-01"]),
        ({"repeatFrequency": "P1M", "byDay": None}, ["07-07", "08-07"]),
        ({"repeatFrequency": "P1D", "byDay": None, "byMonth": [8], "endDate": "2026-08-02"}, ["08-01", "08-02"]),
        ({"repeatFrequency": "P1Y", "byDay": None, "endDate": None, "repeatCount": 1}, ["07-07"]),
        ({"repeatFrequency": None, "endDate": None}, ["07-07"]),
        ({"repeatFrequency": None}, ["07-07", "07-28", "08-04", "08-11", "08-18", "08-25"]),
    ],
)
def test_frequencies(changes, expected):
    node = {key: value for key, value in (SCHEDULE_NODE | changes).items() if value is not None}
    schedule, remarks = schedule_from_schema_org({"eventSchedule": [node]})
    assert days(schedule, remarks) == [f"2026-{day}" for day in expected]


def test_impossible_rule_ends_quickly_without_a_date():
    node = {"startDate": "2026-01-01", "repeatFrequency": "P1D", "byMonth": 2, "byMonthDay": 30, "repeatCount": 5}
    schedule, _ = schedule_from_schema_org({"eventSchedule": node})
    assert schedule.periods == ()


def test_rule_without_end_that_is_no_period_of_ours_is_followed_two_years():
    node = {"startDate": "2026-01-01", "repeatFrequency": "P3D", "startTime": "20:00"}
    schedule, remarks = schedule_from_schema_org({"eventSchedule": node})
    found = [span.day for span in expand(schedule, first=date(2026, 1, 1), last=date(2040, 1, 1))]
    assert (len(found), found[1] - found[0]) == (244, timedelta(days=3))
    assert remarks == ["Cet horaire n’a pas de fin : deux ans de dates sont repris."]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ({"startTime": "20:00", "duration": "PT2H30M"}, [("07-07", "20:00", "22:30")]),
        ({"startTime": "22:00", "duration": "PT4H"}, [("07-07", "22:00", "02:00")]),
        ({"startTime": "22:00", "endTime": "02:00"}, [("07-07", "22:00", "02:00")]),
        ({"startTime": "10:00", "duration": "P1D"}, [("07-07", "10:00", "10:00")]),
        (
            {"startTime": "18:00", "duration": "P1DT20H"},
            [("07-07", "18:00", "00:00"), ("07-08", "", ""), ("07-09", "?", "14:00")],
        ),
        ({"duration": "P2D"}, [("07-07", "", ""), ("07-08", "", "")]),
        ({"startTime": "20:00"}, [("07-07", "20:00", "?")]),
        ({"startTime": "20:00", "endTime": "20:00"}, [("07-07", "20:00", "?")]),
        ({"startDate": "2026-07-07T18:30:00Z"}, [("07-07", "20:30", "?")]),
        ({}, [("07-07", "", "")]),
    ],
)
def test_times_of_a_schedule(times, expected):
    node = {"@type": "Schedule", "startDate": "2026-07-07", "endDate": "2026-07-07"} | times
    found, remarks = read(eventSchedule=node)
    assert (found, remarks) == ([(f"2026-{day}", *hours, "scheduled") for day, *hours in expected], [])


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"startDate": "2026-07-10"}, [("10", "", "")]),
        ({"startDate": "2026-07-10", "endDate": "2026-07-12"}, [("10", "", ""), ("11", "", ""), ("12", "", "")]),
        ({"startDate": "2026-07-10T20:00:00+02:00"}, [("10", "20:00", "?")]),
        ({"startDate": "2026-07-10T20:00"}, [("10", "20:00", "?")]),
        ({"startDate": "2026-07-10T18:00Z", "endDate": "2026-07-11T00:00Z"}, [("10", "20:00", "02:00")]),
        ({"startDate": "2026-07-10T20:00", "endDate": "2026-07-10"}, [("10", "20:00", "?")]),
        ({"startDate": "2026-07-10T20:00", "endDate": "2026-07-11"}, [("10", "20:00", "?"), ("11", "", "")]),
        ({"startDate": "2026-07-10", "endDate": "2026-07-11T17:00"}, [("10", "", ""), ("11", "?", "17:00")]),
        (
            {"startDate": "2026-07-10T18:00", "endDate": "2026-07-12T17:00"},
            [("10", "18:00", "00:00"), ("11", "", ""), ("12", "?", "17:00")],
        ),
        ({"schema:startDate": [{"@value": "2026-07-10"}]}, [("10", "", "")]),
    ],
)
def test_dates_of_an_event(dates, expected):
    found, remarks = read(**dates)
    assert (found, remarks) == ([(f"2026-07-{day}", *hours, "scheduled") for day, *hours in expected], [])


def test_postponed_cancelled_and_moved_events():
    one = {"startDate": "2026-07-10T20:00", "endDate": "2026-07-10T22:00"}
    for name, status in (("EventPostponed", "postponed"), ("EventCancelled", "cancelled")):
        found, _ = read(**one, eventStatus=f"https://schema.org/{name}")
        assert found == [("2026-07-10", "20:00", "22:00", status)]
    node = one | {"eventStatus": {"@id": "schema:EventRescheduled"}, "previousStartDate": "2026-06-01T19:00"}
    schedule, remarks = schedule_from_schema_org(node)
    (span,) = expand(schedule, **SUMMER)
    assert (span.day, span.status, span.original_day, span.original_start) == (
        date(2026, 7, 10),
        Status.MOVED,
        date(2026, 6, 1),
        time(19),
    )
    assert (f"{span.start:%H:%M}", f"{span.end:%H:%M}", remarks) == ("20:00", "22:00", [])


def test_named_sub_events_are_other_events_and_unnamed_ones_are_dates():
    programme = [{"name": "Concert", "startDate": "2026-07-11"}]
    dates = [{"startDate": "2026-07-11T20:00"}, {"name": "Festival", "startDate": "2026-07-12T20:00"}]
    festival = {"name": "Festival", "startDate": "2026-07-10", "endDate": "2026-07-10"}
    assert [day for day, *_ in read(**festival, subEvent=programme)[0]] == ["2026-07-10"]
    assert [day for day, *_ in read(**festival, subEvent=dates)[0]] == ["2026-07-11", "2026-07-12"]


def opening(*days_of_week, opens=None, closes=None, **more):
    node = {"@type": "OpeningHoursSpecification", "dayOfWeek": list(days_of_week), "opens": opens, "closes": closes}
    return {key: value for key, value in (node | more).items() if value}


def hours_on(node, day):
    schedule, remarks = schedule_from_schema_org(node)
    assert remarks == []
    return [
        "all day" if span.all_day else f"{span.start:%H:%M}-{span.end:%H:%M}" if span.end else f"{span.start:%H:%M}-?"
        for span in occurrences(schedule, day, day)
    ]


def test_opening_hours_with_holidays_closures_and_special_days():
    place = {
        "openingHoursSpecification": [
            opening("Monday", "Wednesday", opens="09:00", closes="12:00"),
            opening("Monday", "Wednesday", opens="14:00", closes="18:00"),
            opening("Thursday", opens="18:00", closes="01:00"),
            opening("Friday", opens="00:00", closes="23:59"),
            opening("Saturday", opens="10:00"),
            opening("PublicHolidays", opens="10:00", closes="12:00"),
            opening("Sunday"),
            opening(validFrom="2026-12-24", validThrough="2026-12-26", opens="00:00", closes="00:00"),
        ],
        "specialOpeningHoursSpecification": [
            opening(validFrom="2026-06-03", validThrough="2026-06-03", opens="20:00", closes="22:00"),
            opening(validFrom="2026-06-10", validThrough="2026-06-10"),
        ],
    }
    expected = {
        date(2026, 6, 1): ["09:00-12:00", "14:00-18:00"],
        date(2026, 6, 2): [],
        date(2026, 6, 3): ["20:00-22:00"],
        date(2026, 6, 4): ["18:00-01:00"],
        date(2026, 6, 5): ["all day"],
        date(2026, 6, 6): ["10:00-?"],
        date(2026, 6, 7): [],
        date(2026, 6, 10): [],
        date(2026, 7, 14): ["10:00-12:00"],
        date(2026, 11, 1): ["10:00-12:00"],
        date(2026, 12, 25): [],
    }
    assert {day: hours_on(place, day) for day in expected} == expected


@pytest.mark.parametrize(
    ("node", "remark"),
    [
        (None, "La fiche n’est pas un objet JSON-LD."),
        ({"openingHours": "Mo-Fr 09:00-17:00"}, "Les horaires écrits en texte (openingHours) ne sont pas repris."),
        ({"eventSchedule": ["x"]}, "L’horaire « x » n’est pas lisible."),
        ({"eventSchedule": {"startTime": "20:00"}}, "Un horaire sans date ni fréquence n’est pas repris."),
        (
            {"eventSchedule": {"startDate": "2026-07-07", "repeatFrequency": "PT30M"}},
            "La fréquence « PT30M » n’est pas connue.",
        ),
        (
            {"eventSchedule": {"repeatFrequency": "P2D"}},
            "Un horaire répété sans date de début n’est pas repris.",
        ),
        (
            {"eventSchedule": {"startDate": "2026-07-07", "repeatFrequency": "P1W", "byDay": "Noday"}},
            "Le jour de la semaine « Noday » n’est pas connu.",
        ),
        (
            {"eventSchedule": {"startDate": "2026-07-07", "endDate": "2026-07-09"}},
            "Un horaire de plusieurs jours sans fréquence est lu comme tous les jours.",
        ),
        (
            {"eventSchedule": {"startDate": "2026-07-07", "duration": "longtemps"}},
            "La durée « longtemps » n’est pas lisible.",
        ),
        (
            {"eventSchedule": {"startDate": "2026-07-07", "byMonth": 13}},
            "byMonth : la valeur « 13 » n’est pas lisible.",
        ),
        ({"startDate": "2026-07-07", "eventStatus": "Perdu"}, "Le statut « Perdu » n’est pas connu."),
        ({"startDate": "2026-07-07", "eventStatus": "EventMovedOnline"}, "L’événement a lieu en ligne."),
        (
            {"startDate": "2026-07-07", "eventStatus": "EventRescheduled"},
            "L’événement a changé de date ; l’ancienne n’est pas reprise.",
        ),
        ({"endDate": "2026-07-07"}, "Un événement sans date de début n’a pas de date."),
        (
            {"startDate": "2026-07-07", "endDate": "2026-07-01"},
            "La date du 7\u00a0juillet 2026 finit avant de commencer : sa fin n’est pas reprise.",
        ),
        (
            {"openingHoursSpecification": opening("Monday", closes="12:00")},
            "Un horaire sans heure d’ouverture lisible n’est pas repris.",
        ),
        (
            {"specialOpeningHoursSpecification": opening(opens="10:00")},
            "Des horaires exceptionnels sans dates ne sont pas repris.",
        ),
    ],
)
def test_what_is_not_read_or_odd_is_remarked(node, remark):
    _, remarks = schedule_from_schema_org(node)
    assert remarks == [remark]


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(
        [
            "2026-07-07",
            "2026-07-07T20:00",
            "9999-12-31T23:59:59Z",
            "0001-01-01",
            "20:00",
            "P1W",
            "P999Y",
            "Monday",
            "5MO",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("eventSchedule", "subEvent", "openingHoursSpecification", "specialOpeningHoursSpecification"),
                    *(
                        "startDate",
                        "endDate",
                        "startTime",
                        "endTime",
                        "duration",
                        "repeatFrequency",
                        "repeatCount",
                        "byDay",
                    ),
                    *("byMonth", "byMonthDay", "exceptDate", "scheduleTimezone", "previousStartDate", "eventStatus"),
                    *("dayOfWeek", "opens", "closes", "validFrom", "validThrough", "@value", "@id", "name"),
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@settings(deadline=None, max_examples=500)
@given(ANYTHING)
def test_any_json_gives_a_schedule_that_can_be_stored(node):
    schedule, remarks = schedule_from_schema_org(node)
    assert Schedule.from_json(as_json(schedule.to_json())) == schedule
    assert all(isinstance(sentence, str) for sentence in remarks)


def test_twenty_four_hours_until_an_hour_that_is_skipped_are_not_one_hour():
    slot = Slot(time(2), time(2))
    one_day = Period(id="p", dates_only=True, extra_dates=(date(2028, 3, 25),), hours=(Hours(slots=(slot,)),))
    node, _ = opening_hours_of(Schedule(periods=(one_day,)), first=FIRST, last=LAST)
    (special,) = node["specialOpeningHoursSpecification"]
    assert (special["opens"], special["closes"]) == ("02:00:00", "02:00:00")
