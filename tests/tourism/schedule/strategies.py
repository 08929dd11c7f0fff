"""Schedules of every form, for hypothesis."""

from hypothesis import strategies as st

from tourism.schedule import Hours, NthWeekday, Override, Period, Schedule, Slot, Status

times = st.times().map(lambda value: value.replace(microsecond=0))
texts = st.dictionaries(st.sampled_from(["fr", "en", "it"]), st.text(min_size=1, max_size=8), max_size=2)
dates = st.lists(st.dates(), max_size=3).map(tuple)
weekdays = st.lists(st.integers(1, 7), max_size=4, unique=True).map(tuple)
slots = st.builds(
    Slot,
    start=st.none() | times,
    end=st.none() | times,
    every_minutes=st.none() | st.integers(1, 1440),
    kind=st.text(max_size=5),
    label=texts,
)
hours = st.builds(
    Hours,
    weekdays=weekdays,
    public_holidays=st.booleans(),
    closed=st.booleans(),
    slots=st.lists(slots, min_size=1, max_size=3).map(tuple),
    group=st.text(max_size=3),
)
nths = st.builds(NthWeekday, nth=st.sampled_from([1, 2, 3, 4, 5, -1]), weekday=st.none() | st.integers(1, 7))
bounds = st.tuples(st.none() | st.dates(), st.none() | st.dates()).map(
    lambda pair: tuple(sorted(pair)) if None not in pair else pair
)


@st.composite
def periods(draw):
    first, last = draw(bounds)
    every_year = first is not None and last is not None and draw(st.booleans())
    dates_only, holidays_only = draw(st.booleans()), draw(st.booleans())
    nth_weekdays = tuple(draw(st.lists(nths, max_size=2)))
    plain = first is not None and not (every_year or dates_only or holidays_only or nth_weekdays)
    return Period(
        id=draw(st.text(max_size=5)),
        first=first,
        last=last,
        every_year=every_year,
        dates_only=dates_only,
        holidays_only=holidays_only,
        weekdays=draw(weekdays),
        every_weeks=draw(st.integers(1, 5)) if plain else 1,
        nth_weekdays=nth_weekdays,
        hours=tuple(draw(st.lists(hours, min_size=1, max_size=2))),
        extra_dates=draw(dates),
        excluded_dates=draw(dates),
        label=draw(texts),
        note=draw(texts),
    )


overrides = st.builds(
    Override,
    day=st.dates(),
    start=st.none() | times,
    period=st.text(max_size=3),
    status=st.sampled_from([status for status in Status if status != Status.MOVED]),
    new_day=st.none() | st.dates(),
    new_start=st.none() | times,
    new_end=st.none() | times,
    note=texts,
)
schedules = st.builds(
    Schedule,
    periods=st.lists(periods(), max_size=2).map(tuple),
    closed_dates=dates,
    closed_special_days=st.lists(st.sampled_from(["ASCENSION", "PREMIER_MAI"]), max_size=2).map(tuple),
    overrides=st.lists(overrides, max_size=2).map(tuple),
    temporarily_closed=st.booleans(),
    note=texts,
)
