"""Rules without end, which are said without writing out their dates."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tourism.schedule.ical_oracle import calendar_file
from tourism.schedule.ical import Budget, read_calendar, reading

frequencies = st.one_of(
    st.just("FREQ=DAILY"),
    st.just("FREQ=MONTHLY"),
    st.just("FREQ=YEARLY"),
    st.sampled_from(
        ["FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "FREQ=DAILY;INTERVAL=3"]
    ),
    st.lists(st.sampled_from(["MO", "TU", "TH", "SU"]), min_size=1, max_size=3, unique=True).map(
        lambda days: f"FREQ=WEEKLY;BYDAY={','.join(days)}"
    ),
    st.sampled_from(["1MO", "3TU", "-1SU", "2TH,4TH", "-2FR"]).map(lambda days: f"FREQ=MONTHLY;BYDAY={days}"),
    st.sampled_from([1, 5, 15, -1]).map(lambda day: f"FREQ=MONTHLY;BYMONTHDAY={day}"),
)


@settings(max_examples=150, deadline=None)
@given(
    frequencies,
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.sampled_from(["", "T000000", "T023000", "T090000", "T210000", "T233000", "T210000Z"]),
    st.sampled_from(["", "DURATION:PT2H", "DURATION:PT5H", "DURATION:PT30H", "DURATION:P1D", "DTEND"]),
    st.sampled_from([";TZID=Europe/Paris", "", ";TZID=America/New_York"]),
)
def test_a_rule_without_end_is_said_as_if_its_dates_were_written_out(rule, day, hour, length, zone):
    zone = zone if hour and not hour.endswith("Z") else ""
    start = f"DTSTART{zone if hour else ';VALUE=DATE'}:{day:%Y%m%d}{hour}"
    if length == "DTEND":
        utc = "Z" if hour.endswith("Z") else ""
        length = f"DTEND{zone}:{day:%Y%m%d}T234500{utc}" if hour else ""
    length = length if hour or length != "DURATION:PT2H" else ""
    data = calendar_file("\n".join(part for part in ("UID:1", start, length, f"RRULE:{rule}") if part))
    (said,) = read_calendar(data, horizon=date(2027, 6, 30)).events
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "endless_schedule", lambda *_args, **_options: None)
        (written,) = read_calendar(data, horizon=date(2027, 6, 30)).events
    assert (said.schedule, said.remarks) == (written.schedule, written.remarks)


def test_a_rule_without_end_costs_the_same_whatever_it_repeats():
    data = calendar_file(*(f"UID:{n}\nDTSTART:20200106T090000\nRRULE:FREQ=WEEKLY" for n in range(100)))
    budget = Budget(left=0)
    found = read_calendar(data, horizon=date(2029, 1, 1), budget=budget)
    assert [event.remarks for event in found.events] == [()] * 100
    assert {event.schedule.periods[0].last for event in found.events} == {None}
