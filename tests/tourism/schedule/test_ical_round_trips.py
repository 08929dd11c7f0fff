"""Dates in = dates out, both ways, around the changes of clocks and past midnight."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.tourism.schedule.around_changes import (
    AUTUMN,
    FIRST,
    LAST,
    SPRING,
    days,
    entry,
    hours_of_clock,
    schedules_around_changes,
)
from tests.tourism.schedule.ical_oracle import DAY, PARIS, calendar_file, facts_of, facts_of_file
from tests.tourism.schedule.strategies import schedules
from tourism.schedule import Hours, Period, Schedule, Slot, expand
from tourism.schedule.ical import read_calendar, write_calendar


def stored(schedule: Schedule) -> Schedule:
    """The schedule as it comes back from the database, which does not keep which of two readings an hour has."""
    return Schedule.from_json(schedule.to_json())


def written(schedule: Schedule, last: date = LAST) -> bytes:
    return write_calendar([entry(schedule)], language="fr", first=FIRST, last=last)


def one_slot(first: date, last: date | None, slot: Slot, **values) -> Schedule:
    return Schedule(periods=(Period(id="p", first=first, last=last, hours=(Hours(slots=(slot,)),), **values),))


@settings(deadline=None, max_examples=80)
@given(schedules_around_changes().map(stored))
@example(one_slot(SPRING - DAY, SPRING + 5 * DAY, Slot(time(22), time(4))))
@example(one_slot(SPRING - DAY, SPRING + 5 * DAY, Slot(time(2, 30), time(3, 15))))
@example(one_slot(SPRING, None, Slot(time(0), time(2))))
@example(one_slot(AUTUMN - 9 * DAY, None, Slot(time(1), time(2, 30)), weekdays=(6, 7)))
@example(one_slot(AUTUMN - 9 * DAY, None, Slot(), weekdays=(6, 7)))
def test_another_program_reads_the_dates_that_were_written(schedule):
    spans = expand(schedule, first=FIRST, last=LAST)
    assume(spans.complete)
    expected = facts_of([schedule], FIRST, LAST)
    data = written(schedule)
    assert facts_of_file(data, FIRST, LAST, exact=True) == expected
    assert facts_of_file(data, FIRST, LAST, exact=False) == expected


@settings(deadline=None, max_examples=80)
@given(schedules_around_changes().map(stored))
def test_dates_that_were_written_are_read_again(schedule):
    assume(expand(schedule, first=FIRST, last=LAST).complete)
    read = read_calendar(written(schedule), horizon=LAST)
    assert read.problems == ()
    assert facts_of([event.schedule for event in read.events], FIRST, LAST) == facts_of([schedule], FIRST, LAST)


@settings(deadline=None, max_examples=20)
@given(schedules.map(stored), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_any_schedule_is_written_and_read_without_losing_a_date(schedule, first):
    last = first + timedelta(days=400)
    assume(expand(schedule, first=first, last=last).complete)
    data = write_calendar([entry(schedule)], language="en", first=first, last=last)
    read = read_calendar(data, horizon=last)
    assert read.problems == ()
    assert facts_of([event.schedule for event in read.events], first, last) == facts_of([schedule], first, last)


def test_rule_without_end_stays_without_end():
    schedule = one_slot(date(2026, 3, 3), None, Slot(time(9), time(12)), weekdays=(2, 4))
    data = written(schedule, last=date(2026, 12, 31))
    assert b"RRULE:FREQ=WEEKLY;BYDAY=TU,TH\r\n" in data
    far = (date(2031, 1, 1), date(2031, 12, 31))
    (event,) = read_calendar(data, horizon=LAST).events
    assert facts_of([event.schedule], *far) == facts_of([schedule], *far) != set()


frequencies = st.sampled_from(
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;BYDAY=MO,WE",
        "FREQ=DAILY;BYMONTH=3,10",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=SA,SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU",
        "FREQ=WEEKLY;BYDAY=SU;BYHOUR=2,20;BYMINUTE=30",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYDAY=-1SU",
        "FREQ=MONTHLY;BYDAY=1SA,3SA",
        "FREQ=MONTHLY;BYMONTHDAY=1,-1",
        "FREQ=MONTHLY;BYMONTHDAY=29,30,31",
        "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1,2",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3,10",
        "FREQ=YEARLY;BYWEEKNO=13,43;BYDAY=SU",
        "FREQ=YEARLY;BYYEARDAY=88,-68",
    ]
)
ends = st.sampled_from(["", ";COUNT=1", ";COUNT=7", ";UNTIL=20261101T013000Z", ";UNTIL=20260401T215959Z"])


@st.composite
def vevents(draw):
    """The lines of a VEVENT, and of one that changes one of its dates."""
    start_day = draw(days)
    rule = draw(st.none() | st.builds("{}{}".format, frequencies, ends))
    if draw(st.booleans()):
        length = draw(st.integers(1, 4))
        lines = [f"DTSTART;VALUE=DATE:{start_day:%Y%m%d}", f"DTEND;VALUE=DATE:{start_day + length * DAY:%Y%m%d}"]
        rule = rule and rule.replace("T013000Z", "").replace("T215959Z", "")
        if rule and "BYHOUR" in rule:
            rule = "FREQ=DAILY;COUNT=3"
        start, zone, form = start_day, ";VALUE=DATE", "%Y%m%d"
    else:
        start = datetime.combine(start_day, draw(hours_of_clock))
        form = "%Y%m%dT%H%M%S"
        zone = draw(st.sampled_from([";TZID=Europe/Paris", ";TZID=Europe/Berlin", ";TZID=Europe/London", "Z"]))
        if zone == "Z":
            zone, form = "", "%Y%m%dT%H%M%SZ"
        lines = [f"DTSTART{zone}:{start:{form}}"]
        minutes = draw(st.sampled_from([0, 30, 90, 360, 1440, 3000]))
        if minutes:
            duration, end = f"DURATION:PT{minutes}M", f"DTEND{zone}:{start + timedelta(minutes=minutes):{form}}"
            lines.append(draw(st.sampled_from([duration, end])))
    if rule:
        lines.append(f"RRULE:{rule}")
    for name in ("RDATE", "EXDATE"):
        for number in draw(st.lists(st.integers(0, 30), max_size=2)):
            lines.append(f"{name}{zone}:{start + number * DAY:{form}}")
    events = ["UID:1\n" + "\n".join(lines)]
    if draw(st.booleans()):
        moved = start + draw(st.integers(-2, 2)) * DAY
        status = draw(st.sampled_from(["CONFIRMED", "CANCELLED"]))
        there = start if status == "CANCELLED" else moved
        kept = [line for line in lines if line.startswith("DURATION")]
        change = [f"RECURRENCE-ID{zone}:{start:{form}}", f"DTSTART{zone}:{there:{form}}", f"STATUS:{status}", *kept]
        if status == "CANCELLED":
            change += [line for line in lines if line.startswith("DTEND")]
        events.append("UID:1\n" + "\n".join(change))
    return events


def hour_is_repeated(facts) -> bool:
    moments = [when.astimezone(PARIS) for fact in facts for when in fact[:2] if isinstance(when, datetime)]
    return any(moment.fold for moment in moments)


@settings(deadline=None, max_examples=200)
@given(vevents())
def test_dates_of_a_file_are_the_dates_of_its_schedule(events):
    data = calendar_file(*events)
    expected = facts_of_file(data, FIRST, LAST, exact=False)
    # Of two occurrences at the same time, one cancelled, the other is what a visitor must know.
    expected -= {(start, end, False) for start, end, happens in expected if happens}
    assume(not hour_is_repeated(expected))
    read = read_calendar(data, horizon=LAST)
    assert read.problems == ()
    found = facts_of([event.schedule for event in read.events], FIRST, LAST)
    assert found == expected


@settings(deadline=None, max_examples=50)
@given(vevents())
def test_dates_of_a_file_survive_being_written_again(events):
    (event,) = read_calendar(calendar_file(*events), horizon=LAST).events
    assume(expand(event.schedule, first=FIRST, last=LAST).complete)
    again = read_calendar(written(event.schedule), horizon=LAST)
    assert facts_of([one.schedule for one in again.events], FIRST, LAST) == facts_of([event.schedule], FIRST, LAST)


@pytest.mark.parametrize("name", ["Europe/Paris", "Romance Standard Time", "/un.logiciel/Europe/Paris"])
def test_names_of_one_zone_give_the_same_dates(name):
    data = calendar_file(f"UID:1\nDTSTART;TZID={name}:20260714T220000\nDTEND;TZID={name}:20260715T010000")
    (event,) = read_calendar(data, horizon=LAST).events
    start, end = datetime(2026, 7, 14, 20, tzinfo=UTC), datetime(2026, 7, 14, 23, tzinfo=UTC)
    assert facts_of([event.schedule], FIRST, LAST) == {(start, end, True)}
    assert event.remarks == ()
