"""What tests of the forms of dates share: schedules that fall in one window, and what takes place in it."""

from dataclasses import replace
from datetime import UTC, date, time

from hypothesis import strategies as st

from tests.tourism.schedule import strategies
from tourism.schedule import Hours, Override, Period, Schedule, Slot, Status, occurrences

# A window with both changes of clock, a leap day and Easter in it.
FIRST, LAST = date(2027, 10, 20), date(2028, 4, 10)
DAYS = st.dates(FIRST, LAST)
# The night of both changes of clock is tried more often than others.
TIMES = st.sampled_from([time(0), time(2), time(2, 30), time(3), time(9), time(23, 59)]) | strategies.times.map(
    lambda at: at.replace(fold=0)
)
SLOTS = st.builds(Slot, start=st.none() | TIMES, end=st.none() | TIMES)
HOURS = st.builds(
    Hours,
    weekdays=strategies.weekdays,
    public_holidays=st.booleans(),
    closed=st.sampled_from([False, False, False, True]),
    slots=st.lists(SLOTS, min_size=1, max_size=2).map(tuple),
)


@st.composite
def _periods(draw):
    first, last = sorted((draw(DAYS), draw(DAYS)))
    begin = draw(st.sampled_from([first, None]))
    dates_only, holidays_only = draw(st.booleans()), draw(st.sampled_from([False, False, True]))
    nth_weekdays = tuple(draw(st.lists(strategies.nths, max_size=1)))
    plain = begin is not None and not (dates_only or holidays_only or nth_weekdays)
    return Period(
        id=draw(st.sampled_from("abc")),
        first=begin,
        last=draw(st.sampled_from([last, None])),
        dates_only=dates_only,
        holidays_only=holidays_only,
        weekdays=draw(strategies.weekdays),
        every_weeks=draw(st.sampled_from([1, 2, 3])) if plain else 1,
        nth_weekdays=nth_weekdays,
        hours=tuple(draw(st.lists(HOURS, min_size=1, max_size=2))),
        extra_dates=tuple(draw(st.lists(DAYS, max_size=4))),
        excluded_dates=tuple(draw(st.lists(DAYS, max_size=4))),
    )


_MOVES = st.builds(Override, day=DAYS, status=st.just(Status.MOVED), new_day=DAYS, new_start=st.none() | TIMES)
_OTHERS = st.builds(
    Override,
    day=DAYS,
    start=st.none() | TIMES,
    status=st.sampled_from([Status.CANCELLED, Status.FULL, Status.POSTPONED]),
)
SCHEDULES = st.builds(
    Schedule,
    periods=st.lists(_periods(), min_size=1, max_size=3).map(tuple),
    closed_dates=st.lists(DAYS, max_size=2).map(tuple),
    closed_special_days=st.lists(st.sampled_from(["LUNDI_PAQUES", "VINGT_CINQ_DECEMBRE"]), max_size=1).map(tuple),
    overrides=st.lists(_MOVES | _OTHERS, max_size=3).map(tuple),
)


def takes_place(schedule: Schedule, first: date = FIRST, last: date = LAST) -> set[tuple]:
    """What takes place in the window, each as (start, end, whole day): moments in UTC, no end when it is unknown."""
    found = set()
    for span in occurrences(schedule, first, last):
        if span.takes_place:
            end = None if span.end is None else span.end.astimezone(UTC)
            found.add((span.start.astimezone(UTC), end, span.all_day))
    return found


def covered(schedule: Schedule, first: date = FIRST, last: date = LAST) -> tuple[list, set]:
    """The time covered in the window, as merged pairs of moments, and the beginnings whose end is unknown."""
    pieces, begun = [], set()
    for start, end, _all_day in takes_place(schedule, first, last):
        if end is None:
            begun.add(start)
        else:
            pieces.append((start, end))
    merged: list[tuple] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged, begun


def with_whole_days(schedule: Schedule, *, starts: tuple = (None, time(0))) -> Schedule:
    """The schedule as forms give it back for which midnight to midnight, or to 23:59, is a whole day."""

    def whole(slot: Slot) -> Slot:
        full = slot.start in starts and slot.end is not None and slot.end in (time(0), time(23, 59), time(23, 59, 59))
        return Slot() if full else slot

    periods = tuple(
        replace(
            period,
            hours=tuple(replace(hours, slots=tuple(map(whole, hours.slots))) for hours in period.hours),
        )
        for period in schedule.periods
    )
    return replace(schedule, periods=periods)
