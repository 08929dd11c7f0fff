"""Spans: DST, midnight, overrides, limits, first and last day."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.schedule.work import calls_of
from tourism.schedule import (
    Hours,
    NthWeekday,
    Override,
    Period,
    Schedule,
    ScheduleError,
    Slot,
    Status,
    day_is_open,
    expand,
    first_day,
    last_day,
)
from tourism.schedule.special_days import public_holidays, special_day

PARIS = ZoneInfo("Europe/Paris")


def daily(first: date, last: date, start: time | None = None, end: time | None = None, **values) -> Schedule:
    period = Period(id="p", first=first, last=last, hours=(Hours(slots=(Slot(start, end),)),), **values)
    return Schedule(periods=(period,))


def moments(schedule: Schedule, first: date, last: date) -> list[tuple[str, str | None]]:
    return [
        (span.start.isoformat(timespec="minutes"), span.end and span.end.isoformat(timespec="minutes"))
        for span in expand(schedule, first=first, last=last)
    ]


def test_period_of_several_days_is_one_span_a_day():
    schedule = daily(date(2026, 7, 1), date(2026, 7, 3), time(21))
    assert moments(schedule, date(2026, 7, 1), date(2026, 7, 31)) == [
        ("2026-07-01T21:00+02:00", None),
        ("2026-07-02T21:00+02:00", None),
        ("2026-07-03T21:00+02:00", None),
    ]


def test_span_past_midnight_belongs_to_the_day_it_starts_on():
    schedule = daily(date(2026, 7, 13), date(2026, 7, 13), time(22), time(2))
    assert moments(schedule, date(2026, 7, 13), date(2026, 7, 13)) == [
        ("2026-07-13T22:00+02:00", "2026-07-14T02:00+02:00")
    ]
    assert moments(schedule, date(2026, 7, 14), date(2026, 7, 14)) == []


@pytest.mark.parametrize(
    ("day", "start", "end", "expected", "hours"),
    [
        # The night that loses an hour.
        ("2026-03-28", time(22), time(4), ("2026-03-28T22:00+01:00", "2026-03-29T04:00+02:00"), 5),
        ("2027-03-27", time(22), time(4), ("2027-03-27T22:00+01:00", "2027-03-28T04:00+02:00"), 5),
        # 02:30 does not exist: one hour later.
        ("2026-03-29", time(2, 30), time(5), ("2026-03-29T03:30+02:00", "2026-03-29T05:00+02:00"), 1.5),
        ("2027-03-28", time(2, 30), time(5), ("2027-03-28T03:30+02:00", "2027-03-28T05:00+02:00"), 1.5),
        # The closing time is earlier than the shifted opening: the announced length is kept.
        ("2026-03-29", time(2, 30), time(3, 15), ("2026-03-29T03:30+02:00", "2026-03-29T04:15+02:00"), 0.75),
        # The night that has an hour more, and an hour that exists twice: its first reading.
        ("2026-10-24", time(22), time(4), ("2026-10-24T22:00+02:00", "2026-10-25T04:00+01:00"), 7),
        ("2027-10-31", time(2, 30), time(5), ("2027-10-31T02:30+02:00", "2027-10-31T05:00+01:00"), 3.5),
        ("2026-10-25", time(1), time(2, 30), ("2026-10-25T01:00+02:00", "2026-10-25T02:30+02:00"), 1.5),
    ],
)
def test_span_over_a_change_of_time(day, start, end, expected, hours):
    day = date.fromisoformat(day)
    schedule = daily(day, day, start, end)
    assert moments(schedule, day, day) == [expected]
    assert expand(schedule, first=day, last=day)[0].duration == timedelta(hours=hours)


@settings(deadline=None)
@given(
    st.sampled_from([date(2026, 3, 28), date(2026, 10, 24), date(2027, 3, 27), date(2027, 10, 30)]),
    st.integers(0, 1439),
    st.integers(0, 1439).filter(bool),
)
def test_spans_around_changes_of_time_are_real_and_in_order(day, start, length):
    opening = time(start // 60, start % 60)
    closing = (datetime.combine(day, opening) + timedelta(minutes=length)).time()
    spans = expand(daily(day, day + timedelta(days=2), opening, closing), first=day, last=day + timedelta(days=2))
    assert [span.day for span in spans] == [day, day + timedelta(days=1), day + timedelta(days=2)]
    for span in spans:
        assert span.start.astimezone(UTC).astimezone(PARIS).isoformat() == span.start.isoformat()
        assert abs(span.duration - timedelta(minutes=length)) <= timedelta(hours=1)
        assert span.duration > timedelta(0)
        assert span.start.date() == span.day


def test_all_day_is_one_day_long_also_when_it_has_23_hours():
    span = expand(daily(date(2026, 3, 29), date(2026, 3, 29)), first=date(2026, 3, 1), last=date(2026, 3, 31))[0]
    assert (span.all_day, span.start_known, span.end_known) == (True, False, False)
    assert (span.end.date(), span.duration) == (date(2026, 3, 30), timedelta(hours=23))


def test_unknown_start_keeps_the_end():
    span = expand(daily(date(2026, 7, 1), date(2026, 7, 1), None, time(17)), first=date.min, last=date.max)[0]
    assert (span.all_day, span.start_known, span.end_known, span.end.hour) == (False, False, True, 17)


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.lists(st.integers(1, 7), max_size=5, unique=True),
    st.integers(1, 5),
    st.booleans(),
)
def test_one_week_of_so_many_is_counted_from_the_first_day_that_opens(first, weekdays, weeks, by_hours):
    last = first + timedelta(days=150)
    named = {"hours": (Hours(weekdays=tuple(weekdays)),)} if by_hours else {"weekdays": tuple(weekdays)}
    period = Period(id="p", first=first, last=last, every_weeks=weeks, **named)
    opened = [span.day for span in expand(Schedule(periods=(period,)), first=first, last=last)]
    every = [
        day
        for number in range(151)
        if (day := first + timedelta(days=number)).isoweekday() in (weekdays or range(1, 8))
    ]
    week_of_first = every[0] - timedelta(days=every[0].weekday())
    assert opened == [day for day in every if (day - week_of_first).days // 7 % weeks == 0]
    assert opened[0] == every[0]


@pytest.mark.parametrize(
    "other", [{"first": None}, {"every_year": True}, {"nth_weekdays": (NthWeekday(1, 1),)}, {"every_weeks": 53}]
)
def test_weeks_are_counted_from_a_day_and_by_no_other_rule(other):
    with pytest.raises(ScheduleError):
        Period(**({"id": "p", "first": date(2026, 1, 1), "last": date(2026, 2, 1), "every_weeks": 2} | other))


def test_nth_weekdays_of_each_month():
    period = Period(
        id="p",
        first=date(2026, 1, 1),
        last=date(2026, 3, 31),
        nth_weekdays=(NthWeekday(1, 7), NthWeekday(-1, 6), NthWeekday(-1)),
    )
    days = [span.day for span in expand(Schedule(periods=(period,)), first=date.min, last=date.max)]
    assert days == [
        date(2026, 1, 4),
        date(2026, 1, 31),
        date(2026, 2, 1),
        date(2026, 2, 28),
        date(2026, 3, 1),
        date(2026, 3, 28),
        date(2026, 3, 31),
    ]


def test_every_year_crosses_new_year_and_29_february():
    winter = daily(date(2023, 12, 20), date(2024, 2, 29), every_year=True)
    assert day_is_open(winter, date(2026, 1, 3))
    assert day_is_open(winter, date(2027, 2, 28))
    assert not day_is_open(winter, date(2027, 3, 1))
    assert day_is_open(winter, date(2028, 2, 29))
    assert not day_is_open(winter, date(2023, 1, 3))


def test_every_year_of_29_february_alone_is_only_in_leap_years():
    schedule = daily(date(2024, 2, 29), date(2024, 2, 29), every_year=True)
    days = [span.day for span in expand(schedule, first=date(2024, 1, 1), last=date(2029, 1, 1))]
    assert days == [date(2024, 2, 29), date(2028, 2, 29)]


def test_hours_of_public_holidays_ignore_the_weekdays():
    period = Period(
        id="p",
        first=date(2026, 5, 1),
        last=date(2026, 5, 31),
        weekdays=(6, 7),
        hours=(Hours(weekdays=(6, 7), public_holidays=True),),
    )
    days = [span.day.day for span in expand(Schedule(periods=(period,)), first=date.min, last=date.max)]
    assert days == [1, 2, 3, 8, 9, 10, 14, 16, 17, 23, 24, 25, 30, 31]


def test_same_hours_said_twice_are_one_span():
    one = Period(id="a", first=date(2026, 7, 1), last=date(2026, 7, 2))
    two = Period(id="b", first=date(2026, 7, 2), last=date(2026, 7, 3))
    days = [span.day.day for span in expand(Schedule(periods=(one, two)), first=date.min, last=date.max)]
    assert days == [1, 2, 3]


# Overrides ------------------------------------------------------------------------------------------------------


def with_override(**values) -> Schedule:
    schedule = daily(date(2026, 7, 6), date(2026, 7, 8), time(21), time(23), note={"fr": "Plein air"})
    return Schedule(periods=schedule.periods, overrides=(Override(day=date(2026, 7, 7), **values),))


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.POSTPONED])
def test_occurrence_that_is_off_is_listed_and_not_open(status):
    schedule = with_override(start=time(21), status=status, note={"fr": "Orage"})
    spans = expand(schedule, first=date.min, last=date.max)
    assert [span.status for span in spans] == [Status.SCHEDULED, status, Status.SCHEDULED]
    assert spans[1].note == {"fr": "Orage\nPlein air"}
    assert [day_is_open(schedule, span.day) for span in spans] == [True, False, True]


def test_full_occurrence_still_takes_place():
    assert day_is_open(with_override(status=Status.FULL), date(2026, 7, 7))


def test_override_of_another_hour_changes_nothing():
    spans = expand(with_override(start=time(18), status=Status.CANCELLED), first=date.min, last=date.max)
    assert {span.status for span in spans} == {Status.SCHEDULED}


def test_moved_occurrence_is_listed_at_its_new_date_with_its_identity():
    schedule = with_override(status=Status.MOVED, new_day=date(2026, 7, 12), new_start=time(18), new_end=time(20))
    spans = expand(schedule, first=date(2026, 7, 7), last=date(2026, 7, 31))
    assert [(span.day.day, span.status) for span in spans] == [(8, Status.SCHEDULED), (12, Status.MOVED)]
    assert spans[1].start.isoformat() == "2026-07-12T18:00:00+02:00"
    assert (spans[1].key, spans[1].original_start) == ("p/0/2026-07-07", time(21))
    assert not day_is_open(schedule, date(2026, 7, 7))
    assert last_day(schedule) == date(2026, 7, 12)


def test_occurrence_moved_before_the_period_is_the_first_day():
    assert first_day(with_override(status=Status.MOVED, new_day=date(2026, 7, 1))) == date(2026, 7, 1)


def test_hours_changed_on_one_day_keep_the_day():
    spans = expand(with_override(new_start=time(20)), first=date.min, last=date.max)
    assert [(span.start.hour, span.end_known) for span in spans] == [(21, True), (20, False), (21, True)]


def test_most_precise_override_is_followed_then_the_last_written():
    told = [
        {"start": time(21), "period": "p", "note": {"fr": "heure et période"}},
        {"start": time(21), "note": {"fr": "heure"}},
        {"period": "p", "note": {"fr": "période"}},
        {"note": {"fr": "ancien"}},
        {"note": {"fr": "jour"}},
    ]
    schedule = daily(date(2026, 7, 7), date(2026, 7, 7), time(21))
    followed = []
    for first in (0, 1, 2, 3):
        overrides = tuple(Override(day=date(2026, 7, 7), **values) for values in told[first:])
        (span,) = expand(Schedule(periods=schedule.periods, overrides=overrides), first=date.min, last=date.max)
        followed.append(span.note["fr"])
    assert followed == ["heure et période", "heure", "période", "jour"]


def many_moved(number: int) -> Schedule:
    """So many dates, each at an hour of its own, half of them moved to the next year."""
    day, midnight = date(2026, 1, 1), datetime(2026, 1, 1)
    periods, overrides = [], []
    for n in range(number):
        on, start = day + timedelta(days=n % 300), (midnight + timedelta(seconds=17 * n)).time()
        hours = (Hours(slots=(Slot(start),)),)
        periods.append(Period(id=str(n), dates_only=True, extra_dates=(on,), hours=hours))
        if n % 2:
            moved = Override(on, start, str(n), Status.MOVED, new_day=on + timedelta(days=400))
            overrides.append(moved)
    return Schedule(periods=tuple(periods), overrides=tuple(overrides))


@pytest.mark.parametrize(
    "work", [first_day, last_day, lambda schedule: expand(schedule, first=date.min, last=date.max)]
)
def test_work_for_many_moved_dates_grows_with_their_number(work):
    few, many = (calls_of(partial(work, many_moved(number)))[1] for number in (200, 800))
    assert many < 6 * few


def test_override_of_one_period_leaves_the_others():
    periods = tuple(
        Period(id=name, first=date(2026, 7, 7), last=date(2026, 7, 7), hours=(Hours(slots=(Slot(time(hour)),)),))
        for name, hour in (("a", 10), ("b", 11))
    )
    override = Override(day=date(2026, 7, 7), period="b", status=Status.CANCELLED)
    spans = expand(Schedule(periods=periods, overrides=(override,)), first=date.min, last=date.max)
    assert [(span.period, span.status) for span in spans] == [("a", "scheduled"), ("b", "cancelled")]


# Limits ---------------------------------------------------------------------------------------------------------


def test_limit_says_up_to_which_day_all_is_given():
    schedule = daily(date(2026, 7, 1), date(2026, 7, 31), time(10))
    spans = expand(schedule, first=date.min, last=date.max, limit=5)
    assert (len(spans), spans.complete, spans.complete_until, spans.reason) == (5, False, date(2026, 7, 5), "limit")


def test_huge_range_is_capped_and_says_so():
    schedule = daily(date(1900, 1, 1), date(2199, 12, 31), nth_weekdays=(NthWeekday(-1, 1),))
    spans = expand(schedule, first=date.min, last=date.max)
    assert (spans.reason, spans.complete_until) == ("range", date(1920, 1, 16))
    assert len(spans) == 240


def test_rule_that_never_matches_ends():
    period = Period(id="p", nth_weekdays=(NthWeekday(5, 1),), hours=(Hours(weekdays=(2,)),))
    assert expand(Schedule(periods=(period,)), first=date.min, last=date.max) == []


def test_expansion_of_a_window_is_a_cut_of_a_larger_one():
    schedule = daily(date(2026, 1, 1), date(2026, 12, 31), time(23), time(1), weekdays=(1, 5))
    whole = expand(schedule, first=date(2026, 1, 1), last=date(2026, 12, 31))
    part = expand(schedule, first=date(2026, 5, 1), last=date(2026, 5, 31))
    assert part == [span for span in whole if span.day.month == 5]


# First and last day ---------------------------------------------------------------------------------------------


def test_first_and_last_day_are_days_that_open():
    schedule = Schedule(
        periods=daily(date(2026, 7, 1), date(2026, 7, 31), weekdays=(2,)).periods, closed_dates=(date(2026, 7, 28),)
    )
    assert (first_day(schedule), last_day(schedule)) == (date(2026, 7, 7), date(2026, 7, 21))


def test_first_and_last_day_without_bounds():
    assert (first_day(Schedule()), last_day(Schedule())) == (None, None)
    unbounded = Schedule(periods=(Period(id="p"),))
    assert (first_day(unbounded), last_day(unbounded)) == (None, None)
    yearly = daily(date(2026, 5, 1), date(2026, 9, 30), every_year=True)
    assert (first_day(yearly), last_day(yearly)) == (date(2026, 5, 1), None)


# Special days ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("VENDREDI_SAINT", 2026, date(2026, 4, 3)),
        ("LUNDI_PAQUES", 2026, date(2026, 4, 6)),
        ("ASCENSION", 2027, date(2027, 5, 6)),
        ("LUNDI_PENTECOTE", 2027, date(2027, 5, 17)),
        ("FETE_DIEU", 2026, date(2026, 6, 4)),
        ("MARDI_GRAS", 2026, date(2026, 2, 17)),
        ("MERCREDI_DES_CENDRES", 2026, date(2026, 2, 18)),
        ("JEUDI_MI_CAREME", 2026, date(2026, 3, 12)),
        ("LUNDI_DU_JEUNE_FEDERAL", 2026, date(2026, 9, 21)),
        ("LUNDI_DU_JEUNE_FEDERAL", 2024, date(2024, 9, 16)),
        ("PREMIER_MAI", 2026, date(2026, 5, 1)),
        ("SAINT_GLINGLIN", 2026, None),
        ("PREMIER_MAI", 1, None),
    ],
)
def test_special_day_of_a_year(name, year, expected):
    assert special_day(name, year) == expected


def test_public_holidays_are_those_of_metropolitan_france():
    assert sorted(public_holidays(2026)) == [
        date(2026, month, day)
        for month, day in [
            (1, 1), (4, 6), (5, 1), (5, 8), (5, 14), (5, 25), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25),
        ]
    ]  # fmt: skip


@pytest.mark.parametrize("swapped", [False, True])
def test_what_is_moved_onto_a_cancelled_date_takes_place(swapped):
    first, second = sorted((date(2026, 7, 7), date(2026, 7, 14)), reverse=swapped)
    evening = Period(
        "p", dates_only=True, extra_dates=(first, second), hours=(Hours(slots=(Slot(time(18), time(20)),)),)
    )
    overrides = (
        Override(day=second, status=Status.CANCELLED),
        Override(day=first, status=Status.MOVED, new_day=second),
    )
    spans = expand(Schedule((evening,), overrides=overrides), first=date(2026, 7, 1), last=date(2026, 7, 31))
    assert [(span.day, span.status) for span in spans] == [(second, Status.MOVED)]
