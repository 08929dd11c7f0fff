"""Schedules around the nights on which clocks change, and a calendar's entry of one."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from tests.tourism.schedule.strategies import hours, nths, texts, times, weekdays
from tourism.schedule import Hours, Override, Period, Schedule, Slot, Status
from tourism.schedule.ical import CalendarEntry

FIRST, LAST = date(2026, 2, 15), date(2026, 12, 15)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)

days = st.sampled_from([SPRING, AUTUMN]).flatmap(
    lambda change: st.integers(-20, 20).map(lambda number: change + timedelta(days=number))
)
# Hours of the night on which clocks change, and any other.
night = st.sampled_from([time(0), time(1), time(1, 30), time(2), time(2, 30), time(3), time(22), time(23, 59)])
hours_of_clock = night | times
nightly = st.builds(Slot, start=st.none() | hours_of_clock, end=st.none() | hours_of_clock)


@st.composite
def periods_around_changes(draw):
    first = draw(days)
    last = draw(st.none() | st.integers(0, 60).map(lambda number: first + timedelta(days=number)))
    slots = draw(st.lists(nightly, min_size=1, max_size=2).map(tuple))
    simple = st.builds(Hours, slots=st.just(slots))
    return Period(
        id=draw(st.sampled_from(["", "a", "été 1"])),
        first=first,
        last=last,
        every_year=last is not None and draw(st.booleans()),
        dates_only=draw(st.booleans()),
        weekdays=draw(weekdays),
        nth_weekdays=tuple(draw(st.lists(nths, max_size=1))),
        hours=draw(simple.map(lambda one: (one,)) | st.lists(hours, min_size=1, max_size=2).map(tuple)),
        extra_dates=tuple(draw(st.lists(days, max_size=3))),
        excluded_dates=tuple(draw(st.lists(days, max_size=3))),
        note=draw(texts),
    )


@st.composite
def schedules_around_changes(draw):
    periods = tuple(draw(st.lists(periods_around_changes(), min_size=1, max_size=2)))
    starts = [slot.start for period in periods for one in period.hours for slot in one.slots]
    overrides = []
    for status in draw(st.lists(st.sampled_from(list(Status)), max_size=3)):
        new_day, new_start = draw(st.none() | days), draw(st.none() | hours_of_clock)
        if status == Status.MOVED and new_day is None:
            new_start = new_start or time(2, 30)
        overrides.append(
            Override(
                day=draw(days),
                start=draw(st.none() | st.sampled_from(starts)),
                status=status,
                new_day=new_day,
                new_start=new_start,
                new_end=draw(st.none() | hours_of_clock),
            )
        )
    return Schedule(
        periods=periods,
        closed_dates=tuple(draw(st.lists(days, max_size=2))),
        closed_special_days=draw(st.sampled_from([(), ("LUNDI_PAQUES",)])),
        overrides=tuple(overrides),
        temporarily_closed=draw(st.sampled_from([False, False, True])),
    )


def entry(schedule: Schedule) -> CalendarEntry:
    return CalendarEntry("fete@exemple.fr", schedule, datetime(2026, 1, 1, tzinfo=UTC), {"fr": "Fête"})
