"""Values that a schedule refuses, and its JSON form."""

import json
from datetime import date, time

import pytest
from hypothesis import given, settings

from tests.tourism.schedule.strategies import schedules
from tourism.schedule import Hours, Period, Schedule, ScheduleError, Slot


@settings(deadline=None)
@given(schedules)
def test_json_gives_the_schedule_back(schedule):
    text = json.dumps(schedule.to_json())
    assert Schedule.from_json(json.loads(text)) == schedule
    assert json.dumps(Schedule.from_json(json.loads(text)).to_json()) == text


def test_json_is_short_and_in_a_stable_order():
    period = Period(
        id="p",
        first=date(2026, 7, 1),
        last=date(2026, 7, 2),
        hours=(Hours(slots=(Slot(time(9), time(12, 0, 30), label={"it": "b", "fr": "a"}),)),),
    )
    assert json.dumps(Schedule(periods=(period,)).to_json()) == (
        '{"version": 1, "timezone": "Europe/Paris", "periods": [{"id": "p", "first": "2026-07-01", '
        '"last": "2026-07-02", "hours": [{"slots": [{"start": "09:00", "end": "12:00:30", '
        '"label": {"fr": "a", "it": "b"}}]}]}]}'
    )


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"version": 2},
        {"version": 1, "timezone": "Europe/Digne"},
        {"version": 1, "timezone": "../etc"},
        {"version": 1, "periods": {}},
        {"version": 1, "periods": [{"first": "2026-02-30"}]},
        {"version": 1, "periods": [{"first": "2026-07-02", "last": "2026-07-01"}]},
        {"version": 1, "periods": [{"every_year": True}]},
        {"version": 1, "periods": [{"every_year": 1}]},
        {"version": 1, "periods": [{"weekdays": [0]}]},
        {"version": 1, "periods": [{"hours": [{}]}]},
        {"version": 1, "periods": [{"nth_weekdays": [{"nth": 6}]}]},
        {"version": 1, "overrides": [{"day": "2026-07-01", "status": "lost"}]},
        {"version": 1, "overrides": [{"day": "2026-07-01", "status": "moved"}]},
        {"version": 1, "overrides": [{}]},
        {"version": 1, "note": {"fr": 1}},
        {"version": True},
    ],
)
def test_json_that_is_no_schedule_is_refused(value):
    with pytest.raises(ScheduleError):
        Schedule.from_json(value)
