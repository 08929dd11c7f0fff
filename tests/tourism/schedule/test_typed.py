"""Dates as people type them: the schedule they mean, and back."""

import json
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.schedule.strategies import schedules
from tests.tourism.schedule.typed_forms import changes, typed_dates
from tourism.schedule import Hours, Override, Period, Schedule, Slot, Status, describe, expand
from tourism.schedule.typed import TypedDates, TypedError, faults, remarks, schedule_of, typed_of, typed_periods

MARKET = {
    "first": "2026-07-01",
    "last": "2026-08-31",
    "weekdays": [2],
    "start": "09:00",
    "end": "13:00",
    "except": ["2026-07-14"],
}
DAY = date(2026, 7, 7)


def spans(schedule: Schedule) -> list[tuple]:
    found = expand(schedule, first=date(2025, 12, 1), last=date(2028, 1, 31))
    return [(span.start, span.end, span.all_day, span.status) for span in found]


@given(typed_dates())
@settings(max_examples=300, deadline=None)
def test_what_was_typed_comes_back_with_the_same_dates(typed):
    if faults(typed):
        return
    schedule = schedule_of(typed)
    back = typed_of(schedule)
    assert back is not None
    assert spans(schedule_of(back)) == spans(schedule)
    assert typed_of(schedule_of(back)) == back
    assert typed_of(Schedule.from_json(json.loads(json.dumps(schedule.to_json())))) == back


@given(typed_dates(), st.lists(changes, max_size=2))
@settings(deadline=None)
def test_json_reads_back_equal(typed, further):
    typed = replace(typed, changes=typed.changes + tuple(one for one in further if one.start or one.note))
    assert TypedDates.from_json(json.loads(json.dumps(typed.to_json()))) == typed


@given(schedules)
@settings(deadline=None)
def test_schedule_of_a_source_is_said_with_the_same_dates_or_not_at_all(schedule):
    typed = typed_of(schedule)
    assert typed is None or spans(schedule_of(typed)) == spans(schedule)


KEYS = ["first", "last", "weekdays", "monthly", "changes", "own_hours", "day", "nth", "note", "status"]
WORDS = st.sampled_from(["2026-07-07", "09:00", "moved"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
)


@given(json_values)
@settings(max_examples=300, deadline=None)
def test_any_json_is_read_or_refused_with_a_code(value):
    try:
        typed = TypedDates.from_json(value)
    except TypedError as error:
        assert error.code
    else:
        assert isinstance(faults(typed), list)


def test_market_every_tuesday_of_july_and_august_but_the_14th():
    typed = TypedDates.from_json(MARKET)
    assert faults(typed) == []
    schedule = schedule_of(typed)
    found = expand(schedule, first=date(2026, 1, 1), last=date(2026, 12, 31))
    assert [span.day.isoformat() for span in found] == [
        "2026-07-07",
        "2026-07-21",
        "2026-07-28",
        "2026-08-04",
        "2026-08-11",
        "2026-08-18",
        "2026-08-25",
    ]
    assert {(span.start.hour, span.end.hour) for span in found} == {(9, 13)}
    assert "sauf le 14" in describe(schedule, "fr", year=2026)


def test_first_sunday_of_each_month_without_end_twice_a_day():
    typed = TypedDates.from_json(
        {
            "first": "2026-03-01",
            "endless": True,
            "monthly": [{"nth": 1, "weekday": 7}],
            "start": "10:00",
            "end": "12:00",
            "more_slots": [{"start": "14:00", "end": "18:00"}],
        }
    )
    found = expand(schedule_of(typed), first=date(2026, 3, 1), last=date(2026, 4, 30))
    assert [f"{span.start:%d/%m %H}-{span.end:%H}" for span in found] == [
        "01/03 10-12",
        "01/03 14-18",
        "05/04 10-12",
        "05/04 14-18",
    ]


@pytest.mark.parametrize("rule", ["", "except", "also"])
def test_fridays_of_may_and_public_holidays(rule):
    typed = TypedDates.from_json(
        {"first": "2026-05-01", "last": "2026-05-31", "weekdays": [5], "public_holidays": rule}
    )
    found = {span.day.day for span in expand(schedule_of(typed), first=date(2026, 5, 1), last=date(2026, 5, 31))}
    fridays, holidays = {1, 8, 15, 22, 29}, {1, 8, 14, 25}
    assert found == {"": fridays, "except": fridays - holidays, "also": fridays | holidays}[rule]


def test_moved_date_with_a_note_is_at_its_new_date():
    typed = TypedDates.from_json(
        MARKET
        | {
            "changes": [
                {
                    "day": "2026-08-04",
                    "status": "moved",
                    "new_day": "2026-08-05",
                    "new_start": "17:00",
                    "note": {"fr": "Sous la halle"},
                }
            ]
        }
    )
    found = expand(schedule_of(typed), first=date(2026, 8, 3), last=date(2026, 8, 9))
    assert [(span.day.day, span.start.hour, span.end, span.note) for span in found] == [
        (5, 17, None, {"fr": "Sous la halle"})
    ]


@pytest.mark.parametrize(
    ("given_json", "expected"),
    [
        ({}, [("first", "no_date")]),
        ({"start": "09:00"}, [("first", "no_date")]),
        ({"last": "2026-07-07"}, [("first", "first_missing")]),
        ({"first": "2026-07-07", "last": "2026-07-06"}, [("last", "before_first")]),
        ({"first": "2026-07-07", "last": "2046-07-06"}, [("last", "too_long")]),
        ({"first": "2026-07-07", "last": "2026-07-08", "endless": True}, [("last", "last_and_endless")]),
        ({"first": "2026-07-07", "weekdays": [2]}, [("last", "last_missing")]),
        ({"first": "2026-07-07", "last": "2026-07-09", "weekdays": [1]}, [("weekdays", "no_such_day")]),
        (
            {"first": "2026-07-07", "last": "2026-07-09", "monthly": [{"nth": 1, "weekday": 7}]},
            [("monthly", "no_such_day")],
        ),
        ({"first": "2026-07-07", "except": ["2026-07-07"]}, [("except", "none_left")]),
        ({"first": "2026-07-07", "public_holidays": "also"}, [("public_holidays", "without_weekdays")]),
        (
            {"first": "2026-07-07", "start": "09:00", "end": "13:00", "more_slots": [{"start": "12:00"}]},
            [("more_slots", "overlap")],
        ),
        ({"others": ["2026-07-07"]}, []),
        ({"own_hours": [{"day": "2026-07-07", "start": "20:30"}]}, []),
        ({"first": "2026-07-07", "start": "22:00", "end": "02:00"}, []),
    ],
)
def test_what_cannot_be_is_said_by_field(given_json, expected):
    assert faults(TypedDates.from_json(given_json)) == expected


def test_day_that_is_not_one_of_the_dates_is_remarked():
    typed = TypedDates.from_json(MARKET | {"except": ["2026-07-15"], "cancelled": ["2026-07-16"]})
    assert faults(typed) == []
    assert remarks(typed) == [("except", "none_of_them"), ("cancelled", "none_of_them")]
    assert remarks(TypedDates.from_json(MARKET | {"cancelled": ["2026-07-07"]})) == []


NIGHT = "2027-03-28"


@pytest.mark.parametrize(
    ("given_json", "expected"),
    [
        ({"first": NIGHT, "start": "02:30", "end": "03:30"}, [("start", "skipped_hour")]),
        ({"first": NIGHT, "start": "01:30", "end": "02:30"}, [("end", "skipped_hour")]),
        ({"first": "2027-03-27", "start": "22:00", "end": "02:30"}, [("end", "skipped_hour")]),
        ({"first": NIGHT, "start": "22:00", "end": "02:30"}, []),
        ({"first": "2027-03-27", "start": "02:30", "end": "03:30"}, []),
        ({"first": NIGHT, "start": "03:00", "end": "04:00"}, []),
        ({"first": "2027-01-03", "endless": True, "weekdays": [7], "start": "02:00"}, [("start", "skipped_hour")]),
        ({"first": "2027-01-04", "endless": True, "weekdays": [1], "start": "02:00"}, []),
        ({"others": [NIGHT, "2027-05-01"], "start": "02:30"}, [("start", "skipped_hour")]),
        ({"own_hours": [{"day": NIGHT, "start": "02:15"}]}, [("own_hours", "skipped_hour")]),
        ({"first": "2027-07-01", "start": "09:00", "end": "09:00"}, [("end", "round_the_clock")]),
        (
            {"first": NIGHT, "start": "00:30", "end": "01:00", "more_slots": [{"start": "02:00", "end": "02:45"}]},
            [("more_slots", "skipped_hour")],
        ),
        (
            {"own_hours": [{"day": "2027-07-01", "start": "20:00", "end": "20:00"}]},
            [("own_hours", "round_the_clock")],
        ),
        ({"first": "2027-07-01", "start": "22:00", "end": "02:00"}, []),
        ({"first": "2027-07-01"}, []),
    ],
)
def test_hours_that_are_probably_a_slip_are_remarked(given_json, expected):
    typed = TypedDates.from_json(given_json)
    assert faults(typed) == []
    assert remarks(typed) == expected


@pytest.mark.parametrize(
    ("value", "field", "code"),
    [
        ([], "", "not_an_object"),
        ({"rrule": "FREQ=SECONDLY"}, "", "unknown_key"),
        ({"first": "7 juillet"}, "first", "not_a_date"),
        ({"first": 7}, "first", "not_a_date"),
        ({"first": "0001-01-01"}, "first", "out_of_range"),
        ({"start": "25:00"}, "start", "not_a_time"),
        ({"start": "09:00+02:00"}, "start", "not_a_time"),
        ({"weekdays": "2"}, "weekdays", "not_a_list"),
        ({"weekdays": [8]}, "weekdays", "out_of_range"),
        ({"weekdays": [True]}, "weekdays", "not_a_number"),
        ({"endless": "yes"}, "endless", "not_a_truth"),
        ({"others": ["2026-07-07"] * 201}, "others", "too_many"),
        ({"monthly": [{"weekday": 7}]}, "monthly", "out_of_range"),
        ({"public_holidays": ["also"]}, "public_holidays", "not_a_choice"),
        ({"changes": [{"day": "2026-07-07", "status": "moved"}]}, "changes", "moved_where"),
        ({"changes": [{"day": "2026-07-07", "note": {"fr": "x" * 301}}]}, "changes", "too_long"),
        ({"changes": [{"status": "full"}]}, "changes", "not_a_date"),
    ],
)
def test_other_json_is_refused_with_field_and_code(value, field, code):
    with pytest.raises(TypedError) as refused:
        TypedDates.from_json(value)
    assert (refused.value.field, refused.value.code) == (field, code)


def test_schedule_that_says_more_is_not_typed():
    rich = Period(id="1", first=DAY, last=DAY + timedelta(days=90), hours=(Hours(weekdays=(1,)), Hours(weekdays=(2,))))
    assert typed_of(Schedule(periods=(rich,))) is None
    departures = Hours(slots=(Slot(time(9), time(12), every_minutes=30),))
    assert typed_of(Schedule(periods=(Period(id="1", first=DAY, last=DAY, hours=(departures,)),))) is None
    assert typed_of(Schedule(closed_dates=(DAY,), periods=(Period(id="1", first=DAY),))) is None
    one_slot = Override(day=DAY, period="1", status=Status.CANCELLED)
    simple = Schedule(periods=(Period(id="1", first=DAY, last=DAY),), overrides=(one_slot,))
    assert typed_of(simple) is None
    assert typed_periods(simple) == TypedDates(first=DAY)
