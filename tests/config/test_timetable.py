"""When a job runs next."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.timetable import next_run

PARIS = ZoneInfo("Europe/Paris")
ZONES = st.sampled_from(["Europe/Paris", "UTC", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu"]).map(
    ZoneInfo
)
MOMENTS = st.datetimes(datetime(2010, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))
MINUTES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


def daily(at: str, after: str) -> str:
    moment = next_run(
        at=time.fromisoformat(at), every=None, after=datetime.fromisoformat(after).replace(tzinfo=PARIS), zone=PARIS
    )
    return moment.astimezone(PARIS).isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("at", "after", "expected"),
    [
        ("02:30", "2026-11-25T02:29", "2026-11-25T02:30+01:00"),
        ("02:30", "2026-11-25T02:30", "2026-11-26T02:30+01:00"),
        ("00:05", "2026-11-25T23:59", "2026-11-26T00:05+01:00"),
        # 29 March 2026: from 02:00 the clocks go to 03:00
        ("02:30", "2026-03-29T00:00", "2026-03-29T03:30+02:00"),
        ("02:30", "2026-03-29T04:00", "2026-03-30T02:30+02:00"),
        # 25 October 2026: 02:30 comes twice
        ("02:30", "2026-10-25T00:00", "2026-10-25T02:30+02:00"),
        ("02:30", "2026-10-25T02:30", "2026-10-26T02:30+01:00"),
    ],
)
def test_daily_job_at_a_local_time(at, after, expected):
    assert daily(at, after) == expected


@given(at=MINUTES, after=MOMENTS, zone=ZONES)
def test_daily_job_comes_later_and_within_two_days(at, after, zone):
    moment = next_run(at=at, every=None, after=after, zone=zone)
    assert after < moment <= after + timedelta(hours=49)
    assert moment.tzinfo is UTC


@given(at=MINUTES, year=st.integers(2012, 2034), zone=ZONES)
def test_daily_job_runs_once_on_each_day_at_its_time_unless_it_does_not_exist(at, year, zone):
    moment = datetime(year, 1, 1, 12, tzinfo=UTC)
    days: list[date] = []
    for _ in range(366):
        moment = next_run(at=at, every=None, after=moment, zone=zone)
        local = moment.astimezone(zone)
        days.append(local.date())
        wished = datetime.combine(local.date(), at, zone)
        exists = wished.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wished.replace(tzinfo=None)
        assert not exists or local.time() == at
    assert days == [days[0] + timedelta(days=number) for number in range(366)]


@given(at=MINUTES, after=MOMENTS, wait=st.timedeltas(timedelta(0), timedelta(days=3)), zone=ZONES)
def test_looking_later_never_gives_an_earlier_run(at, after, wait, zone):
    first = next_run(at=at, every=None, after=after, zone=zone)
    later = next_run(at=at, every=None, after=after + wait, zone=zone)
    assert later >= first
    # Nothing lies between: whoever looks before it sees the same.
    assert (after + wait >= first) or later == first


@given(every=st.integers(1, 20_000), after=MOMENTS)
def test_repeated_job_comes_within_its_period_and_keeps_its_beat(every, after):
    step = timedelta(minutes=every)
    moment = next_run(at=None, every=every, after=after, zone=PARIS)
    assert after < moment <= after + step
    assert next_run(at=None, every=every, after=moment, zone=PARIS) == moment + step
    # However long it took, the beat is the same.
    assert (next_run(at=None, every=every, after=moment + step / 3, zone=PARIS) - moment) % step == timedelta(0)


def test_period_of_no_minutes_is_one_minute():
    after = datetime(2026, 11, 25, 12, 0, 30, tzinfo=UTC)
    assert next_run(at=None, every=0, after=after, zone=PARIS) == datetime(2026, 11, 25, 12, 1, tzinfo=UTC)
