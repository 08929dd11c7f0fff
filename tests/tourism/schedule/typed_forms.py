"""Dates as people type them, for hypothesis."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from tourism.schedule import NthWeekday, Override, Slot, Status
from tourism.schedule.typed import TypedDates

days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
times = st.times().map(lambda value: value.replace(second=0, microsecond=0, fold=0))
slots = st.builds(Slot, start=times, end=st.none() | times)
day_lists = st.lists(days, max_size=3, unique=True).map(lambda found: tuple(sorted(found)))
changes = st.builds(
    Override,
    day=days,
    start=st.none() | times,
    status=st.sampled_from([Status.SCHEDULED, Status.CANCELLED, Status.FULL, Status.POSTPONED, Status.MOVED]),
    new_day=days,
    new_start=st.none() | times,
    note=st.dictionaries(st.sampled_from(["fr", "en"]), st.text(min_size=1, max_size=8), max_size=2),
)
plain_changes = st.builds(Override, day=days, status=st.sampled_from([Status.CANCELLED, Status.FULL]))


@st.composite
def typed_dates(draw) -> TypedDates:
    first = draw(days)
    repeated = draw(st.sampled_from(["", "weekly", "monthly"]))
    endless = draw(st.booleans())
    until = draw(st.none() | st.integers(1, 300))
    weekdays = draw(st.lists(st.integers(1, 7), min_size=1, max_size=6, unique=True)) if repeated == "weekly" else []
    rules = [draw(st.builds(NthWeekday, nth=st.sampled_from([1, 2, -1]), weekday=st.none() | st.integers(1, 7)))]
    listed = draw(st.lists(plain_changes, max_size=3, unique_by=lambda one: (one.status, one.day)))
    return TypedDates(
        first=first,
        last=first + timedelta(days=until) if until and not endless else None,
        endless=endless,
        weekdays=tuple(sorted(weekdays)),
        every_weeks=draw(st.sampled_from([1, 1, 2, 3])) if weekdays else 1,
        monthly=tuple(rules) if repeated == "monthly" else (),
        slots=tuple(draw(st.lists(slots, max_size=2))),
        public_holidays=draw(st.sampled_from(["", "except", "also"] if weekdays else ["", "except"])),
        others=draw(day_lists),
        own_hours=tuple((day, Slot(time(3, 1))) for day in draw(day_lists) if day.day > 20),
        excluded=draw(day_lists),
        changes=tuple(sorted(listed, key=lambda one: (one.status == Status.FULL, one.day))),
    )
