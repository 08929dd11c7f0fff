"""Open now, until when, when next."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tourism.schedule import Hours, Override, Period, Schedule, Slot, State, Status, opening_status

PARIS = ZoneInfo("Europe/Paris")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def museum(*slots: Slot, first=date(2026, 7, 1), last=date(2026, 7, 31), **values) -> Schedule:
    period = Period(id="p", first=first, last=last, hours=(Hours(slots=slots or (Slot(),)),), **values)
    return Schedule(periods=(period,))


MORNING, AFTERNOON = Slot(time(9), time(12)), Slot(time(14), time(18))


@pytest.mark.parametrize(
    ("now", "state", "until", "following"),
    [
        ("2026-07-08T08:59", State.CLOSED, None, "2026-07-08T09:00"),
        ("2026-07-08T09:00", State.OPEN, "2026-07-08T12:00", None),
        ("2026-07-08T12:00", State.CLOSED, None, "2026-07-08T14:00"),
        ("2026-07-08T17:59", State.OPEN, "2026-07-08T18:00", None),
        ("2026-07-31T18:00", State.CLOSED, None, None),
        ("2026-06-01T10:00", State.CLOSED, None, "2026-07-01T09:00"),
        ("2025-01-01T10:00", State.CLOSED, None, None),
    ],
)
def test_status_of_a_museum(now, state, until, following):
    status = opening_status(museum(MORNING, AFTERNOON), at(now))
    assert status.state == state
    assert status.until == (until and at(until))
    assert (status.next and status.next.start) == (following and at(following))


def test_instant_in_another_zone_is_the_same_instant():
    assert opening_status(museum(MORNING), datetime(2026, 7, 8, 7, 0, tzinfo=UTC)).state == State.OPEN


def test_naive_instant_is_local():
    assert opening_status(museum(MORNING), at("2026-07-08T09:30").replace(tzinfo=None)).state == State.OPEN


def test_hours_that_touch_are_one_opening():
    status = opening_status(museum(MORNING, Slot(time(12), time(15))), at("2026-07-08T10:00"))
    assert status.until == at("2026-07-08T15:00")


def test_opening_past_midnight_is_open_the_next_morning():
    status = opening_status(museum(Slot(time(22), time(3))), at("2026-08-01T02:00"))
    assert (status.state, status.until) == (State.OPEN, at("2026-08-01T03:00"))


def test_opening_around_the_clock_has_no_end():
    status = opening_status(museum(Slot(time(6), time(18)), Slot(time(18), time(6))), at("2026-07-08T20:00"))
    assert (status.state, status.until) == (State.OPEN, None)


def test_unknown_end_has_started_until_the_night():
    schedule = museum(Slot(time(20, 30)), last=date(2026, 7, 1))
    states = [opening_status(schedule, at(f"2026-07-{now}")).state for now in ("01T20:00", "01T23:00", "02T00:00")]
    assert states == [State.CLOSED, State.STARTED, State.CLOSED]


def test_unknown_end_late_in_the_evening_has_started_for_as_long_as_the_agenda_assumes():
    schedule = museum(Slot(time(23)), last=date(2026, 7, 1))
    assert opening_status(schedule, at("2026-07-02T01:59")).state == State.STARTED
    assert opening_status(schedule, at("2026-07-02T02:00")).state == State.CLOSED


def test_unknown_hours_are_open_today_without_an_end():
    status = opening_status(museum(), at("2026-07-08T10:00"))
    assert (status.state, status.until, status.is_open) == (State.OPEN_TODAY, None, True)


def test_unknown_start_is_open_today_until_the_end():
    status = opening_status(museum(Slot(None, time(17))), at("2026-07-08T10:00"))
    assert (status.state, status.until) == (State.OPEN_TODAY, at("2026-07-08T17:00"))


def test_cancelled_day_is_closed_and_the_next_one_named():
    override = Override(day=date(2026, 7, 8), status=Status.CANCELLED)
    schedule = Schedule(periods=museum(MORNING).periods, overrides=(override,))
    status = opening_status(schedule, at("2026-07-08T10:00"))
    assert (status.state, status.next.start) == (State.CLOSED, at("2026-07-09T09:00"))


def test_next_opening_is_searched_for_400_days():
    schedule = museum(MORNING, first=date(2026, 7, 1), last=date(2026, 7, 2), every_year=True)
    assert opening_status(schedule, at("2026-07-03T10:00")).next.start == at("2027-07-01T09:00")


def test_opening_over_the_change_to_winter_time():
    schedule = museum(Slot(time(22), time(4)), first=date(2026, 10, 24), last=date(2026, 10, 24))
    first_reading = datetime(2026, 10, 25, 2, 30, tzinfo=PARIS)
    second_reading = first_reading.replace(fold=1)
    for now in (first_reading, second_reading):
        assert opening_status(schedule, now).until == datetime(2026, 10, 25, 4, tzinfo=PARIS)


def test_temporary_closure_has_no_next_opening():
    schedule = Schedule(periods=museum(MORNING).periods, temporarily_closed=True)
    status = opening_status(schedule, at("2026-07-08T10:00"))
    assert (status.state, status.next, status.is_open) == (State.TEMPORARILY_CLOSED, None, False)
